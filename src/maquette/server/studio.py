"""The studio page: `GET /` for browsers, and its files under `/studio/`, read from the package once and kept with their gzip form.

The page is static and knows only the native API, so nothing here needs the job service.
"""

from __future__ import annotations

import gzip
import hashlib
import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Final

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from maquette.server.problems import problem

PREFIX = "/studio"
MEDIA_TYPES: Final = {
    "html": "text/html; charset=utf-8",
    "css": "text/css; charset=utf-8",
    "js": "text/javascript; charset=utf-8",
    "svg": "image/svg+xml",
    "txt": "text/plain; charset=utf-8",
}
CONTENT_SECURITY_POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        # blob: pictures before their upload, and the textures inside a GLB (three.js fetches those from blob: URLs)
        "img-src 'self' blob: data:",
        "connect-src 'self' blob:",
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors 'none'",
        "require-trusted-types-for 'script'",
        "trusted-types 'none'",
    )
)
_HEADERS: Final = {
    "Content-Security-Policy": CONTENT_SECURITY_POLICY,
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Vary": "Accept-Encoding",
}
_VERSIONED = re.compile(r"-\d+\.\d+\.\d+\.min\.js$")
"""A file that names its version never changes; the others are asked for again each time, which their ETag makes cheap."""
_FOLDERS: Final = ("", "vendor/")
_UNKNOWN = "There is no such file of the studio page; begin at its address, /."


@dataclass(frozen=True)
class StudioFile:
    """One file as it is sent. `packed` is its gzip form, None where that saves nothing."""

    data: bytes
    packed: bytes | None
    media_type: str
    digest: str
    cache_control: str


@cache
def studio_files() -> dict[str, StudioFile]:
    """All files by their path under `/studio/`, `index.html` and `vendor/…` among them."""
    found = {}
    for folder in _FOLDERS:
        for entry in files("maquette").joinpath("studio", folder).iterdir():
            media_type = MEDIA_TYPES.get(entry.name.rpartition(".")[2])
            if media_type is None or not entry.is_file():
                continue
            data = entry.read_bytes()
            packed = gzip.compress(data, 9, mtime=0)
            lasting = "public, max-age=31536000, immutable" if _VERSIONED.search(entry.name) else "no-cache"
            digest = hashlib.sha256(data).hexdigest()[:32]
            small = packed if len(packed) < 0.9 * len(data) else None
            found[folder + entry.name] = StudioFile(data, small, media_type, digest, lasting)
    return found


def routes(welcome: str) -> list[Route]:
    """`/` and `/studio/{path}`. Whoever does not ask for HTML (curl) gets the text `welcome` at `/`."""

    async def home(request: Request) -> Response:
        wants_page = "text/html" in request.headers.get("accept", "").lower()
        response = _answer(request, studio_files()["index.html"]) if wants_page else PlainTextResponse(welcome)
        response.headers["Vary"] = "Accept, Accept-Encoding"
        return response

    async def file(request: Request) -> Response:
        found = studio_files().get(request.path_params["path"])
        return problem(404, _UNKNOWN) if found is None else _answer(request, found)

    return [Route("/", home, methods=["GET"]), Route(PREFIX + "/{path:path}", file, methods=["GET"])]


def _answer(request: Request, file: StudioFile) -> Response:
    packed = file.packed if _takes_gzip(request.headers.get("accept-encoding", "")) else None
    etag = f'"{file.digest}{"-gz" if packed else ""}"'
    headers = {**_HEADERS, "ETag": etag, "Cache-Control": file.cache_control}
    if packed:
        headers["Content-Encoding"] = "gzip"
    known = [tag.strip().removeprefix("W/") for tag in request.headers.get("if-none-match", "").split(",")]
    if etag in known or "*" in known:
        return Response(status_code=304, headers=headers)
    return Response(packed or file.data, headers=headers, media_type=file.media_type)


def _takes_gzip(header: str) -> bool:
    """RFC 9110 §12.5.3, as far as browsers and curl use it: gzip is named and not refused by `q=0`."""
    for part in header.lower().split(","):
        name, _, weight = part.partition(";")
        if name.strip() == "gzip":
            return weight.replace(" ", "") not in ("q=0", "q=0.0", "q=0.00", "q=0.000")
    return False
