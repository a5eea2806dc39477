"""`GET|HEAD /files/<token>/<name>`: stored files by signed link, with ranges, validators and CORS."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import Response, StreamingResponse
from starlette.routing import Route

from maquette.errors import MaquetteError
from maquette.jobs.job import Asset
from maquette.jobs.service import JobService
from maquette.server import problems
from maquette.server.links import PATH, LinkSigner

_RANGE = re.compile(r"bytes=(\d{0,18})-(\d{0,18})")
CORS = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Allow-Methods": "GET, HEAD, OPTIONS",
    "Access-Control-Allow-Headers": "Range, If-None-Match, If-Range",
    "Access-Control-Expose-Headers": "Accept-Ranges, Content-Disposition, Content-Length, Content-Range, ETag",
    "Access-Control-Max-Age": "86400",
    "Cross-Origin-Resource-Policy": "cross-origin",
}


def routes(service: JobService, links: LinkSigner) -> list[Route]:
    """The file route; the link is its own credential, so no key is asked for."""

    async def serve(request: Request) -> Response:
        response = Response(status_code=204) if request.method == "OPTIONS" else await _file(service, links, request)
        response.headers.update(CORS)
        return response

    return [Route(f"{PATH}/{{token}}/{{name}}", serve, methods=["GET", "HEAD", "OPTIONS"])]


async def _file(service: JobService, links: LinkSigner, request: Request) -> Response:
    try:
        asset_id, seconds_left = links.check(request.path_params["token"], request.path_params["name"])
        asset = await service.asset(asset_id)
        return await _respond(service, request, asset, request.path_params["name"], seconds_left)
    except MaquetteError as error:
        return problems.from_error(error)


async def _respond(service: JobService, request: Request, asset: Asset, name: str, seconds_left: int) -> Response:
    etag = f'"{asset.sha256}"'
    headers = {
        "Accept-Ranges": "bytes",
        "Cache-Control": f"private, max-age={seconds_left}, immutable",
        "Content-Disposition": f"inline; filename=\"{_ascii(name)}\"; filename*=UTF-8''{quote(name, safe='')}",
        "ETag": etag,
    }
    if _matches(request.headers.get("if-none-match", ""), etag):
        return Response(status_code=304, headers=headers)
    start, end, status = 0, asset.size, 200
    if_range = request.headers.get("if-range")
    ranged = request.method == "GET" and if_range in (None, etag)  # RFC 9110 §14.2: Range means something for GET only
    wanted = _range(request.headers.get("range", ""), asset.size) if ranged else None
    if wanted is not None:
        start, end = wanted
        if start >= end:
            response = problems.problem(416, f"The file has {asset.size} bytes; ask for a range inside it.")
            response.headers["Content-Range"] = f"bytes */{asset.size}"
            return response
        status = 206
        headers["Content-Range"] = f"bytes {start}-{end - 1}/{asset.size}"
    headers["Content-Length"] = str(end - start)
    if request.method == "HEAD":
        return Response(status_code=status, headers=headers, media_type=asset.media_type)
    chunks = service.read_asset(asset, start=start, end=end)
    # The first chunk is fetched before the headers go out, so that a missing blob is a 404 and not a broken download.
    first = await anext(chunks, b"")
    return StreamingResponse(_rest(first, chunks), status, headers, media_type=asset.media_type)


async def _rest(first: bytes, chunks: AsyncIterator[bytes]) -> AsyncIterator[bytes]:
    yield first
    async for chunk in chunks:
        yield chunk


def _matches(header: str, etag: str) -> bool:
    return header.strip() == "*" or etag in (tag.strip().removeprefix("W/") for tag in header.split(","))


def _range(header: str, size: int) -> tuple[int, int] | None:
    """`[start, end)` of a single byte range (RFC 9110 §14); None for none, several or malformed ones: the whole file is sent.

    A range outside the file gives an empty interval.
    """
    match = _RANGE.fullmatch(header.replace(" ", ""))
    if not match or match.groups() == ("", ""):
        return None
    first, last = match.groups()
    if not first:
        return (max(size - int(last), 0), size) if int(last) else (size, size)
    start = int(first)
    if last and int(last) < start:
        return None
    return start, min(int(last) + 1, size) if last else size


def _ascii(name: str) -> str:
    return re.sub(r"[^A-Za-z0-9._ -]", "_", name)
