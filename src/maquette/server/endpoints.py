"""Turns a dialect's endpoints into routes: key, rate, body, handler, and the vendor's envelope around whatever goes wrong."""

from __future__ import annotations

import logging
import re
from collections.abc import Awaitable, Callable, Sequence

from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route

from maquette.dialects.dialect import Call, Dialect, DialectContext, Endpoint, Reply
from maquette.errors import MaquetteError, Unavailable
from maquette.server.auth import authenticate
from maquette.server.bodies import read_form
from maquette.server.limits import SMALL_BODY, BodyTooLarge, RateLimiter, check_declared_size

log = logging.getLogger(__name__)
_HOST = re.compile(r"[A-Za-z0-9._-]+(:\d{1,5})?|\[[0-9A-Fa-f:.]+\](:\d{1,5})?")


def routes(dialect: Dialect, context: DialectContext, limiter: RateLimiter) -> list[Route]:
    """All routes of one dialect, each with and without a trailing slash."""
    out: list[Route] = []
    for endpoint in dialect.endpoints:
        handle = _handler(dialect, endpoint, context, limiter)
        out += [Route(path, handle, methods=endpoint.methods) for path in (endpoint.path, endpoint.path + "/")]
    return out


def _handler(
    dialect: Dialect, endpoint: Endpoint, context: DialectContext, limiter: RateLimiter
) -> Callable[[Request], Awaitable[Response]]:
    limit = context.settings.max_request_bytes if endpoint.uploads else SMALL_BODY

    async def handle(request: Request) -> Response:
        try:
            return respond(await answer(request))
        except BodyTooLarge as error:
            return respond(dialect.refuse_http(413, error.message))
        except MaquetteError as error:
            if error.http_status >= 500:
                log.warning("request %s: %s: %s", request_id(request), error.code, error.message)
            return respond(dialect.refuse(error))
        except ClientDisconnect:
            return Response(status_code=400)
        except (ConnectionError, OSError) as error:
            log.exception("request %s failed", request_id(request), exc_info=error)
            return respond(
                dialect.refuse(Unavailable("The database or the file store does not answer; try again shortly."))
            )

    async def answer(request: Request) -> Reply:
        check_declared_size(request, limit)
        key = dialect.credential(request.headers)
        account = await authenticate(context.service, key)
        await limiter.check(key or "")
        async with read_form(request, limit) as form:
            call = Call(account, form, base_url(request, context), request.query_params, request.path_params)
            return await endpoint.handle(context, call)

    return handle


def respond(reply: Reply) -> Response:
    """A `Reply` as an HTTP response; JSON is UTF-8 and never cached."""
    headers = {"Cache-Control": "no-store", **reply.headers}
    if isinstance(reply.body, str):
        return PlainTextResponse(reply.body, reply.status, headers)
    return JSONResponse(reply.body, reply.status, headers)


def base_url(request: Request, context: DialectContext) -> str:
    """Where clients reach this server: the setting, else what the request says; `X-Forwarded-*` only if the setting trusts them."""
    settings = context.settings
    if settings.public_url:
        return settings.public_url.rstrip("/")
    scheme, host = request.url.scheme, request.headers.get("host", "")
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
    """The dialect under whose prefix a path lies."""
    for dialect in dialects:
        for prefix in dialect.prefixes:
            if path == prefix or path.startswith(prefix + "/"):
                return dialect
    return None
