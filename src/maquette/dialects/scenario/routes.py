"""All routes of the dialect, and where its clients put their key."""

from __future__ import annotations

from collections.abc import Mapping

from maquette.dialects.credentials import credential_from
from maquette.dialects.dialect import Call, DialectContext, Endpoint, Handler, Reply
from maquette.dialects.scenario import (
    account,
    asset_routes,
    catalogue,
    download,
    errors,
    generate,
    hooks,
    jobs,
    uploads,
)
from maquette.dialects.scenario.described import DESCRIPTION
from maquette.dialects.scenario.wire import NAME
from maquette.errors import MaquetteError
from maquette.webhooks.types import Notice, Rendered

BASE = "/v1"
_AREAS = (
    "assets",
    "generate",
    "jobs",
    "models",
    "oscu",
    "projects",
    "search",
    "teams",
    "uploads",
    "usages",
    "workflows",
)
_OWNERS = ("/projects/{project_id}", "/teams/{team_id}")


def _traced(handle: Handler) -> Handler:
    """A handler whose refusals carry the request's id; what is the server's own fault goes on to be logged."""

    async def traced(context: DialectContext, call: Call) -> Reply:
        try:
            return await handle(context, call)
        except MaquetteError as error:
            if error.http_status >= 500:
                raise
            return errors.refuse(error, call.request_id)

    return traced


def _endpoints() -> tuple[Endpoint, ...]:
    def route(method: str, path: str, handle: Handler, **more: object) -> Endpoint:
        return Endpoint((method,), BASE + path, _traced(handle), **more)  # type: ignore[arg-type]

    found = [
        route("POST", "/generate/custom/{model_id}", generate.run),
        route("GET", "/jobs", jobs.listing),
        route("GET", "/jobs/{job_id}", jobs.retrieve),
        route("POST", "/jobs/{job_id}/action", jobs.action),
        route("GET", "/assets", asset_routes.listed),
        route("POST", "/assets", asset_routes.upload, uploads=True, scope="upload"),
        route("DELETE", "/assets", asset_routes.delete),
        route("POST", "/assets/get-bulk", asset_routes.bulk, scope="read"),
        route("POST", "/assets/restore", asset_routes.restore, scope="read"),
        route("POST", "/assets/download", download.many, scope="upload"),
        route("GET", "/assets/download/{job_id}", download.status),
        route("GET", "/assets/{asset_id}", asset_routes.retrieve),
        route("PUT", "/assets/{asset_id}", asset_routes.update),
        route("PUT", "/assets/{asset_id}/tags", asset_routes.tag),
        route("POST", "/assets/{asset_id}/download", download.one, scope="read"),
        route("POST", "/uploads", uploads.create, scope="upload"),
        route("GET", "/uploads/{upload_id}", uploads.retrieve),
        route("POST", "/uploads/{upload_id}/action", uploads.action, scope="upload"),
        route("GET", "/models", catalogue.listed),
        route("GET", "/models/{model_id}", catalogue.retrieve),
        route("POST", "/models/get-bulk", catalogue.bulk, scope="read"),
        route("POST", "/search/models", catalogue.search_models, scope="read"),
        route("POST", "/search/assets", catalogue.search_assets, scope="read"),
        route("GET", "/usages", account.usages),
        route("GET", "/oscu/prices", account.prices),
        route("GET", "/projects", account.projects),
        route("GET", "/projects/{project_id}", account.project),
        route("GET", "/teams", account.teams),
        route("GET", "/teams/{team_id}", account.team),
        route("GET", "/teams/{team_id}/limits", account.limits),
    ]
    for owner in _OWNERS:
        path = f"{owner}/webhook-endpoints"
        found += [
            route("POST", path, hooks.create, scope="webhooks"),
            route("GET", path, hooks.listed),
            route("PUT", path + "/{endpoint_id}", hooks.change, scope="webhooks"),
            route("DELETE", path + "/{endpoint_id}", hooks.remove, scope="webhooks"),
            route("GET", path + "/{endpoint_id}/events", hooks.events),
            route("GET", path + "/{endpoint_id}/events/{event_id}", hooks.event),
        ]
    return tuple(found)


class ScenarioDialect:
    """See `maquette.dialects.dialect.Dialect`."""

    id = NAME
    title = "Scenario"
    prefixes = (BASE, *(f"{BASE}/{area}" for area in _AREAS))
    endpoints = _endpoints()
    description = DESCRIPTION

    def credential(self, headers: Mapping[str, str]) -> str | None:
        """`Basic key:secret` or `Bearer key`; other vendors' places are taken, too."""
        return credential_from(headers)

    def refuse(self, error: MaquetteError) -> Reply:
        """The error in the vendor's envelope."""
        return errors.refuse(error)

    def refuse_http(self, status: int, message: str) -> Reply:
        """A refusal of the HTTP layer."""
        return errors.refuse_http(status, message)

    async def render_event(self, context: DialectContext, notice: Notice) -> Rendered | None:
        """A webhook delivery."""
        return await hooks.render(context, notice)
