"""What every answer carries: a request id, security headers; and no crash leaves without an answer in the right envelope."""

from __future__ import annotations

import logging
import secrets
from collections.abc import Callable

from starlette.datastructures import MutableHeaders
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


class Guard:
    """Pure ASGI, so that file downloads stream through untouched.

    Args:
        app: what is guarded.
        crashed: the answer after an unexpected exception, which is logged with the request's id and never shown.
    """

    def __init__(self, app: ASGIApp, crashed: Callable[[Request], Response]) -> None:
        self._app, self._crashed = app, crashed

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """ASGI entry."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        scope["maquette.request_id"] = secrets.token_hex(8)
        started = False

        async def send_with_headers(message: Message) -> None:
            nonlocal started
            if message["type"] == "http.response.start":
                started = True
                headers = MutableHeaders(scope=message)
                headers["X-Request-Id"] = scope["maquette.request_id"]
                for name, value in SECURITY_HEADERS.items():
                    headers.setdefault(name, value)
            await send(message)

        try:
            await self._app(scope, receive, send_with_headers)
        except Exception:
            log.exception("request %s failed", scope["maquette.request_id"])
            if started:
                raise  # The server must break the connection: a short body must not look whole.
            await self._crashed(Request(scope))(scope, receive, send_with_headers)
