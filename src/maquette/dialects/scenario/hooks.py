"""Webhook endpoints, their event log, and what is sent (dossier §7).

The vendor publishes neither payload nor signature. Deliveries are signed by the Standard Webhooks scheme, as all of this server's.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from maquette.dialects.dialect import Call, DialectContext, Reply
from maquette.dialects.forms import Values, choose, read_bool, read_text
from maquette.dialects.scenario import jobs, wire
from maquette.dialects.scenario.wire import ENDPOINT, EVENT, NAME, iso, kept, named, texts, uid_of
from maquette.errors import InvalidRequest, NotFound
from maquette.jobs.job import Job
from maquette.jobs.paging import PageQuery
from maquette.webhooks.types import Delivery, EventName, Notice, Rendered, WebhookEndpoint

EVENTS = (
    "*",
    *("generation.created", "generation.completed", "generation.failed"),
    *("asset.download.created", "asset.download.completed", "asset.download.failed"),
    *("inference.created", "inference.completed", "inference.failed", "inference.cancelled"),
    *("model.download.created", "model.download.completed", "model.download.failed"),
    *("model.training.started", "model.training.completed", "model.training.failed", "model.training.cancelled"),
    "team.credit.threshold.crossed",
)
# A cancelled generation has no event of its own; whoever waits for an end gets `failed`, and the job in it is `canceled`.
_ENDINGS: Mapping[EventName, str] = {
    "job.queued": "created",
    "job.succeeded": "completed",
    "job.failed": "failed",
    "job.cancelled": "failed",
}
_STATUS = {"delivered": "success", "failed": "failed"}
PAGE = 50


def event_type(event: EventName, job: Job | None) -> str | None:
    """The vendor's name for an event of a job; None if it has none."""
    ending = _ENDINGS.get(event)
    if ending is None:
        return None
    download = job is not None and jobs.type_of(job) == jobs.DOWNLOAD
    return f"{'asset.download' if download else 'generation'}.{ending}"


def _needed(names: Sequence[str]) -> list[str]:
    """The service's events behind the vendor's; names that never come stay as they are and match nothing."""
    if "*" in names:
        return list(_ENDINGS)
    endings = {n.rpartition(".")[2] for n in names if n.startswith(("generation.", "asset.download."))}
    return [event for event, ending in _ENDINGS.items() if ending in endings] or list(names)


async def render(context: DialectContext, notice: Notice) -> Rendered | None:
    """A delivery's body, or None if the endpoint did not ask for this event."""
    name = event_type(notice.event, notice.job)
    wanted = kept(notice.endpoint.extra).get("events", ("*",)) if notice.endpoint else ("*",)
    if name is None or not ("*" in wanted or name in wanted):
        return None
    body = {
        "id": named(EVENT, notice.id),
        "type": name,
        "createdAt": iso(notice.occurred_at),
        "ownerId": wire.project_name(notice.job.account_id, notice.job.project_id),
        "data": {"job": jobs.document(notice.job)},
    }
    return Rendered(body)


# -- endpoints


def _owner(call: Call) -> tuple[str, str]:
    """`project` or `team`, and its id as the client gave it."""
    kind = "project" if "project_id" in call.path else "team"
    return kind, call.path[f"{kind}_id"][:100]


def document(endpoint: WebhookEndpoint) -> dict[str, Any]:
    """The vendor's document of an endpoint; `secret` only where the service gives it."""
    told = kept(endpoint.extra)
    found = {
        "id": named(ENDPOINT, endpoint.id),
        "url": endpoint.url,
        "enabled": endpoint.enabled,
        "enabledEvents": list(told.get("events", ())),
        "description": endpoint.description,
        "ownerId": told.get("ownerId"),
        "ownerType": told.get("ownerType"),
        "nbTotalCalls": endpoint.calls,
        "nbFailedCalls": endpoint.failures,
        "createdAt": iso(endpoint.created_at),
        "updatedAt": iso(endpoint.updated_at),
    }
    return found | ({"secret": endpoint.secret} if endpoint.secret else {})


def _events(values: Values) -> list[str]:
    names = texts(values, "enabledEvents", most=len(EVENTS))
    if not names:
        raise InvalidRequest("enabledEvents: name at least one event, or * for all.", field="enabledEvents")
    return [choose(n, EVENTS, "enabledEvents") for n in names]


async def create(context: DialectContext, call: Call) -> Reply:
    """`POST …/webhook-endpoints`: the secret is in this answer only."""
    url = read_text(call.form.values("url"), "url")
    if url is None:
        raise InvalidRequest("url is required: an absolute http(s) URL.", field="url")
    events = _events(call.form.values("enabledEvents"))
    kind, owner = _owner(call)
    endpoint = await context.service.add_webhook(
        call.account,
        url,
        base_url=call.base_url,
        dialect=NAME,
        events=_needed(events),
        description=read_text(call.form.values("description"), "description") or "",
        extra={NAME: {"events": events, "ownerType": kind, "ownerId": owner}},
    )
    return Reply(200, {"webhookEndpoint": document(endpoint)})


async def listed(context: DialectContext, call: Call) -> Reply:
    """`GET …/webhook-endpoints`: those of this project or team."""
    kind, owner = _owner(call)
    own = [e for e in await context.service.webhooks(call.account) if e.dialect == NAME]
    mine = [e for e in own if (kept(e.extra).get("ownerType"), kept(e.extra).get("ownerId")) == (kind, owner)]
    return Reply(200, {"webhookEndpoints": [document(e) for e in mine]})


async def _find(context: DialectContext, call: Call) -> WebhookEndpoint:
    endpoint = await context.service.webhook(call.account, uid_of(ENDPOINT, call.path["endpoint_id"]))
    told = kept(endpoint.extra)
    if endpoint.dialect != NAME or (told.get("ownerType"), told.get("ownerId")) != _owner(call):
        raise NotFound("There is no such webhook endpoint. List them to see their ids.")
    return endpoint


async def change(context: DialectContext, call: Call) -> Reply:
    """`PUT …/webhook-endpoints/{id}`."""
    endpoint, form = await _find(context, call), call.form
    events = _events(form.values("enabledEvents")) if form.values("enabledEvents") else None
    changed = await context.service.change_webhook(
        call.account,
        endpoint.id,
        url=read_text(form.values("url"), "url"),
        events=_needed(events) if events else None,
        enabled=read_bool(form.values("enabled"), "enabled"),
        description=read_text(form.values("description"), "description"),
        extra={**endpoint.extra, NAME: {**kept(endpoint.extra), "events": events}} if events else None,
    )
    return Reply(200, {"webhookEndpoint": document(changed)})


async def remove(context: DialectContext, call: Call) -> Reply:
    """`DELETE …/webhook-endpoints/{id}`, with its events."""
    await context.service.remove_webhook(call.account, (await _find(context, call)).id)
    return Reply(200, {})


# -- the log


async def events(context: DialectContext, call: Call) -> Reply:
    """`GET …/{id}/events`: newest first; what was not sent because nobody asked for it is left out."""
    endpoint = await _find(context, call)
    cursor = call.query.get("paginationToken") or None
    items: list[dict[str, Any]] = []
    while True:
        page = await context.service.deliveries(
            call.account, endpoint_id=endpoint.id, query=PageQuery(limit=PAGE, cursor=cursor)
        )
        cursor = page.next
        items += [await _summary(context, call, d) for d in page.items if d.status != "skipped"]
        if items or cursor is None:
            break
    return Reply(200, {"items": items} | ({"nextPaginationToken": cursor} if cursor else {}))


async def event(context: DialectContext, call: Call) -> Reply:
    """`GET …/events/{id}`: with payload and attempts."""
    endpoint = await _find(context, call)
    delivery = await context.service.delivery(call.account, uid_of(EVENT, call.path["event_id"]))
    if delivery.endpoint_id != endpoint.id or delivery.status == "skipped":
        raise NotFound("There is no such event of this endpoint. List them to see their ids.")
    attempts = [{"sentAt": iso(a.sent_at), "responseStatusCode": a.status_code or 0} for a in delivery.attempts]
    more = {
        "createdAt": iso(delivery.created_at),
        "sentAt": attempts[-1]["sentAt"] if attempts else iso(delivery.created_at),
        "attempts": attempts,
        "payload": _payload(delivery),
    }
    return Reply(200, {"webhookEvent": await _summary(context, call, delivery) | more})


async def _summary(context: DialectContext, call: Call, delivery: Delivery) -> dict[str, Any]:
    name = _payload(delivery).get("type")
    if name not in EVENTS:
        name = event_type(delivery.event, await _job(context, call, delivery.job_id))
    waiting = "retrying" if delivery.tries else "created"
    return {
        "id": named(EVENT, delivery.id),
        "endpointId": named(ENDPOINT, delivery.endpoint_id or delivery.id),
        "type": name or "*",
        "status": _STATUS.get(delivery.status, waiting),
        "updatedAt": iso(delivery.updated_at),
    }


async def _job(context: DialectContext, call: Call, job_id: str) -> Job | None:
    try:
        return await context.service.get(call.account, job_id)
    except NotFound:
        return None


def _payload(delivery: Delivery) -> dict[str, Any]:
    """What was sent last; empty before the first attempt, and if it was too long for the log."""
    try:
        found = json.loads(delivery.payload or "{}")
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}
