"""The HTTP application: dialects, signed files, health, and an answer for everything else."""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Callable, Sequence
from contextlib import AbstractAsyncContextManager
from datetime import UTC, datetime
from http import HTTPStatus

from fastapi import FastAPI
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from maquette.dialects.dialect import Dialect, DialectContext, load_dialects
from maquette.errors import InvalidRequest
from maquette.jobs.service import JobService
from maquette.jobs.sql_service import SqlJobService
from maquette.server import endpoints, files, parts, problems, studio
from maquette.server.inputs import HttpInputs
from maquette.server.limits import RateLimiter
from maquette.server.links import LinkSigner
from maquette.server.middleware import Guard
from maquette.settings import Settings
from maquette.webhooks.native import render
from maquette.webhooks.runner import WebhookRunner
from maquette.webhooks.types import Notice, Rendered

WELCOME = "Maquette turns photos into 3D assets. Rodin API: /api/v2 (docs/rodin.md, docs/http.md). Health: /healthz\n"
_UNKNOWN_ROUTE = "There is no {path} here; docs/http.md lists the paths."
_CRASH = "The server failed; try again, and if it stays so look for request {id} in the server's log."


def now() -> datetime:
    """The wall clock, UTC."""
    return datetime.now(UTC)


def create_app(
    settings: Settings,
    service: JobService,
    *,
    dialects: Sequence[Dialect] | None = None,
    clock: Callable[[], datetime] = now,
    lifespan: Callable[[FastAPI], AbstractAsyncContextManager[None]] | None = None,
) -> FastAPI:
    """The application.

    Args:
        settings: `secret` must be set: it signs links and keys, the same in every process.
        service: the job service.
        dialects: default: all that are installed.
        clock: for tests of expiry.
        lifespan: opened before the first request and closed after the last.

    Raises:
        InvalidRequest: there is no secret.
    """
    if not settings.secret:
        raise InvalidRequest(
            "The server needs a secret; set MAQUETTE_SECRET or start it with `maquette serve`.", field="secret"
        )
    secret = settings.secret.encode()

    def key(purpose: str) -> bytes:
        return hmac.new(secret, purpose.encode(), hashlib.sha256).digest()

    links = LinkSigner(key("links"), seconds=settings.link_seconds, clock=clock)
    context = DialectContext(service, settings, links, key, clock, HttpInputs(settings, service, links))
    limiter = RateLimiter(settings.key_rate_limit)
    mounted = load_dialects() if dialects is None else dialects

    def refused(request: Request, status: int, message: str) -> Response:
        dialect = endpoints.owner(mounted, request.url.path)
        return endpoints.respond(dialect.refuse_http(status, message)) if dialect else problems.problem(status, message)

    async def http_error(request: Request, error: Exception) -> Response:
        status = error.status_code if isinstance(error, HTTPException) else 500
        text = (
            _UNKNOWN_ROUTE
            if status == 404
            else f"{request.method} is not possible on {{path}}; docs/http.md lists the methods."
        )
        if status not in (404, 405):
            text = f"{HTTPStatus(status).phrase}."
        response = refused(request, status, text.format(path=request.url.path[:100]))
        if isinstance(error, HTTPException) and error.headers:
            response.headers.update(error.headers)
        return response

    def crashed(request: Request) -> Response:
        return refused(request, 500, _CRASH.format(id=endpoints.request_id(request)))

    routes = endpoints.in_order([route for dialect in mounted for route in endpoints.routes(dialect, context, limiter)])
    app = FastAPI(
        title="Maquette",
        openapi_url=None,
        docs_url=None,
        redoc_url=None,
        lifespan=lifespan,
        middleware=[
            Middleware(Guard, crashed=crashed, origins=settings.cors_origins),
            Middleware(endpoints.Direct, routes=routes),
        ],
        exception_handlers={HTTPException: http_error},
    )
    app.router.redirect_slashes = False
    app.state.context, app.state.dialects = context, mounted
    app.router.routes.extend(
        [*files.routes(service, links), *parts.routes(settings, service, links), *_health(service)]
    )
    app.router.routes.extend(routes)
    return app


def webhook_runner(app: FastAPI, service: SqlJobService) -> WebhookRunner:
    """What sends the webhooks of this application; run it beside the server."""
    context: DialectContext = app.state.context
    by_id = {dialect.id: dialect for dialect in app.state.dialects}

    async def render_notice(dialect_id: str, notice: Notice) -> Rendered | None:
        own = getattr(by_id.get(dialect_id), "render_event", None)
        return render(notice, context.links) if own is None else await own(context, notice)

    return WebhookRunner(context.settings, service.database, render_notice, service.advance_test_jobs)


def _health(service: JobService) -> list[Route]:
    async def healthz(request: Request) -> Response:
        return JSONResponse({"status": "ok"})

    async def readyz(request: Request) -> Response:
        down = list(await service.healthy())
        return JSONResponse({"status": "unavailable" if down else "ok", "down": down}, 503 if down else 200)

    return [
        *studio.routes(WELCOME),
        Route("/healthz", healthz, methods=["GET"]),
        Route("/readyz", readyz, methods=["GET"]),
    ]
