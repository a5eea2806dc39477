"""Turns a dialect's endpoints into routes: key, rate, body, handler, and the vendor's envelope around whatever goes wrong."""

from __future__ import annotations

import hashlib
import json
import logging
import math
import re
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from dataclasses import replace

from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, PlainTextResponse, Response, StreamingResponse
from starlette.routing import Route
from starlette.types import ASGIApp, Receive, Scope, Send

from maquette.dialects.dialect import Call, Dialect, DialectContext, Endpoint, Reply
from maquette.dialects.forms import Form
from maquette.errors import MaquetteError, Unavailable
from maquette.jobs.identity import NOBODY
from maquette.server.auth import authenticate
from maquette.server.bodies import read_form, read_raw
from maquette.server.limits import BodyTooLarge, RateLimiter, check_declared_size

log = logging.getLogger(__name__)
_HOST = re.compile(r"[A-Za-z0-9._-]+(:\d{1,5})?|\[[0-9A-Fa-f:.]+\](:\d{1,5})?")


def routes(dialect: Dialect, context: DialectContext, limiter: RateLimiter) -> list[Route]:
    """All routes of one dialect, each with and without a trailing slash."""
    out: list[Route] = []
    for endpoint in dialect.endpoints:
        handle = _handler(dialect, endpoint, context, limiter)
        out += [
            Route(path, handle, methods=endpoint.methods)
            for path in dict.fromkeys((endpoint.path, endpoint.path + "/"))
        ]
    return out


def in_order(routes: Sequence[Route]) -> list[Route]:
    """Fixed parts of paths before parameters, whichever dialect they belong to: `/v1/predictions` before `/{api}/{operation}`."""
    return sorted(routes, key=lambda route: [2 if ":path}" in s else int("{" in s) for s in route.path.split("/")])


class Direct:
    """ASGI: routes without parameters by a look into a table. The router would try some hundred patterns one after the other, and wrap
    each request in layers that these handlers do not need: they answer all errors themselves.

    Args:
        app: what gets all other requests.
        routes: as `in_order` gives them; only those without parameters in their path are used, the first one of a path and method.
    """

    def __init__(self, app: ASGIApp, routes: Sequence[Route]) -> None:
        self._app = app
        self._handlers: dict[tuple[str, str], Callable[[Request], Awaitable[Response]]] = {}
        for route in routes:
            if "{" not in route.path:
                for method in route.methods or ():
                    self._handlers.setdefault((method, route.path), route.endpoint)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """ASGI entry."""
        handle = self._handlers.get((scope["method"], scope["path"])) if scope["type"] == "http" else None
        if handle is None or scope.get("root_path"):
            await self._app(scope, receive, send)
            return
        scope["path_params"] = {}
        response = await handle(Request(scope, receive, send))
        await response(scope, receive, send)


def _handler(
    dialect: Dialect, endpoint: Endpoint, context: DialectContext, limiter: RateLimiter
) -> Callable[[Request], Awaitable[Response]]:
    limit = context.settings.max_request_bytes if endpoint.uploads else endpoint.max_body
    more = getattr(dialect, "extra_headers", None)

    async def handle(request: Request) -> Response:
        rate: dict[str, str] = {}
        response = respond(await guarded(request, rate))
        response.headers.update(rate)
        if more is not None:
            response.headers.update(more(request.headers, request_id(request)))
        return response

    async def guarded(request: Request, rate: dict[str, str]) -> Reply:
        try:
            return await answer(request, rate)
        except BodyTooLarge as error:
            return dialect.refuse_http(413, error.message)
        except MaquetteError as error:
            if error.http_status >= 500:
                log.warning("request %s: %s: %s", request_id(request), error.code, error.message)
            return _retry_after(dialect.refuse(error), error)
        except ClientDisconnect:
            return Reply(400, "")
        except (ConnectionError, OSError) as error:
            log.exception("request %s failed", request_id(request), exc_info=error)
            return dialect.refuse(Unavailable("The database or the file store does not answer; try again shortly."))

    async def answer(request: Request, rate: dict[str, str]) -> Reply:
        check_declared_size(request, limit)
        account = NOBODY
        if not endpoint.public:
            account = await authenticate(context.service, dialect.credential(request.headers))
            rate |= await limiter.check(account)
            account.require(endpoint.needs)
        call = Call(
            account,
            Form(),
            base_url(request, context),
            request.query_params,
            request.path_params,
            request.headers,
            request.method,
            str(request.scope["path"]),
            request_id=request_id(request),
        )
        if endpoint.raw:
            body = await read_raw(request, limit)
            return await endpoint.handle(context, replace(call, body=body, fingerprint=fingerprint(request, body)))
        async with read_form(request, limit) as form:
            print_ = "" if form.files else fingerprint(request, json.dumps([form.encoding, form.fields]).encode())
            return await endpoint.handle(context, replace(call, form=form, fingerprint=print_))

    return handle


def fingerprint(request: Request, body: bytes) -> str:
    """SHA-256 of method, path and body."""
    return hashlib.sha256(f"{request.method} {request.scope['path']}\n".encode() + body).hexdigest()


def _retry_after(reply: Reply, error: MaquetteError) -> Reply:
    """`Retry-After` on 429 and 503, unless the dialect has set it."""
    if (
        error.retry_after is None
        or reply.status not in (429, 503)
        or any(name.lower() == "retry-after" for name in reply.headers)
    ):
        return reply
    return replace(reply, headers={**reply.headers, "Retry-After": str(max(1, math.ceil(error.retry_after)))})


def respond(reply: Reply) -> Response:
    """A `Reply` as an HTTP response; JSON is UTF-8; nothing is cached."""
    headers = {"Cache-Control": "no-store", **reply.headers}
    if reply.stream is not None:
        return StreamingResponse(_closing(reply.stream), reply.status, headers, media_type=reply.media_type)
    if isinstance(reply.body, bytes):
        return Response(reply.body, reply.status, headers, media_type=reply.media_type or "application/octet-stream")
    if isinstance(reply.body, str):
        return PlainTextResponse(reply.body, reply.status, headers, media_type=reply.media_type)
    if reply.status == 204:
        return Response(status_code=204, headers=headers)
    return JSONResponse(reply.body, reply.status, headers, media_type=reply.media_type)


async def _closing(stream: AsyncIterator[bytes]) -> AsyncIterator[bytes]:
    """The stream, closed also when the client goes away in its middle."""
    try:
        async for chunk in stream:
            yield chunk
    finally:
        close = getattr(stream, "aclose", None)
        if close is not None:
            await close()


def base_url(request: Request, context: DialectContext) -> str:
    """Where clients reach this server: the setting, else what the request says; `X-Forwarded-*` only if the setting trusts them."""
    settings = context.settings
    if settings.public_url:
        return settings.public_url.rstrip("/")
    scheme, host = str(request.scope["scheme"]), request.headers.get("host", "")
    if settings.trust_forwarded:
        proto = request.headers.get("x-forwarded-proto", "").split(",")[0].strip()
        scheme = proto if proto in ("http", "https") else scheme
        host = request.headers.get("x-forwarded-host", "").split(",")[0].strip() or host
    if not _HOST.fullmatch(host):
        address, port = request.scope.get("server") or (settings.host, settings.port)
        host = f"[{address}]:{port}" if ":" in address else f"{address}:{port}"
    return f"{scheme}://{host}"


def request_id(request: Request) -> str:
    """The id under which this request is logged and answered."""
    return str(request.scope.get("maquette.request_id", "-"))


def owner(dialects: Sequence[Dialect], path: str) -> Dialect | None:
    """The dialect under whose prefix a path lies; the longest prefix wins."""
    found = [
        (len(prefix), dialect)
        for dialect in dialects
        for prefix in dialect.prefixes
        if path == prefix or path.startswith(prefix + "/")
    ]
    return max(found, key=lambda pair: pair[0])[1] if found else None
