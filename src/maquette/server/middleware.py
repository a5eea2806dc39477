"""What every answer carries: a request id, security headers; and no crash leaves without an answer in the right envelope."""

from __future__ import annotations

import logging
import secrets
from collections.abc import Callable, Mapping, Sequence

from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

log = logging.getLogger(__name__)
SECURITY_HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
}


CORS_HEADERS = {
    "Access-Control-Allow-Methods": "GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS",
    "Access-Control-Max-Age": "600",
}
EXPOSED = (
    "X-Request-Id, X-Maquette-Warnings, Retry-After, RateLimit-Limit, RateLimit-Remaining, RateLimit-Reset, Location, "
    "ETag, Idempotent-Replayed"
)


def _encoded(headers: Mapping[str, str]) -> list[tuple[bytes, bytes]]:
    return [(name.lower().encode("latin-1"), value.encode("latin-1")) for name, value in headers.items()]


_RAW_SECURITY = _encoded(SECURITY_HEADERS)


class Guard:
    """Pure ASGI, so that file downloads stream through untouched.

    Args:
        app: what is guarded.
        crashed: the answer after an unexpected exception, which is logged with the request's id and never shown.
        origins: whose pages may call the API from a browser; "*" = all. Keys travel in headers, so no cookies are ever allowed.
    """

    def __init__(self, app: ASGIApp, crashed: Callable[[Request], Response], origins: Sequence[str] = ()) -> None:
        self._app, self._crashed, self._origins = app, crashed, frozenset(origins)

    def _cors(self, request: Request) -> dict[str, str]:
        origin = request.headers.get("origin", "")
        if not origin or not (origin in self._origins or "*" in self._origins):
            return {}
        return {"Access-Control-Allow-Origin": "*" if "*" in self._origins else origin, "Vary": "Origin"}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """ASGI entry."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        scope["maquette.request_id"] = secrets.token_hex(8)
        started = False
        cors = self._cors(Request(scope)) if self._origins else {}
        always = _RAW_SECURITY
        if cors:
            always = always + _encoded({**cors, "Access-Control-Expose-Headers": EXPOSED})

        async def send_with_headers(message: Message) -> None:
            nonlocal started
            if message["type"] == "http.response.start":
                started = True
                raw = message["headers"] = list(message.get("headers", ()))
                there = {name for name, _ in raw}
                own = [(b"x-request-id", scope["maquette.request_id"].encode())]
                raw += own + [pair for pair in always if pair[0] not in there]
            await send(message)

        if cors and scope["method"] == "OPTIONS":
            asked = Request(scope).headers.get("access-control-request-headers", "")
            named = {"Access-Control-Allow-Headers": asked[:1000]} if asked.isascii() and asked else {}
            await Response(status_code=204, headers=CORS_HEADERS | named)(scope, receive, send_with_headers)
            return
        try:
            await self._app(scope, receive, send_with_headers)
        except Exception:
            log.exception("request %s failed", scope["maquette.request_id"])
            if started:
                raise  # The server must break the connection: a short body must not look whole.
            await self._crashed(Request(scope))(scope, receive, send_with_headers)
