"""Webhook endpoints, the log of deliveries, and the native words of an event."""

from __future__ import annotations

from maquette.dialects.dialect import Call, DialectContext, Reply
from maquette.dialects.native import answers
from maquette.dialects.native import resources as out
from maquette.dialects.native.errors import PREFIX, NotFinished
from maquette.dialects.native.fields import WebhookChange, WebhookRequest
from maquette.dialects.native.reading import is_id, page_query, path_id, read_body
from maquette.errors import InvalidRequest
from maquette.webhooks.types import Notice, Rendered


async def create(context: DialectContext, call: Call) -> Reply:
    """`POST /webhooks`."""
    fields = read_body(WebhookRequest, call.form)
    made = await context.service.add_webhook(
        call.account,
        fields.url,
        base_url=call.base_url,
        dialect="native",
        events=fields.events,
        description=fields.description or "",
    )
    return answers.reply(answers.webhook(made), 201, Location=f"{PREFIX}/webhooks/{made.id}")


async def listing(context: DialectContext, call: Call) -> Reply:
    """`GET /webhooks`."""
    return answers.listing([answers.webhook(point) for point in await context.service.webhooks(call.account)])


async def get(context: DialectContext, call: Call) -> Reply:
    """`GET /webhooks/{webhook_id}`."""
    return answers.reply(answers.webhook(await context.service.webhook(call.account, path_id(call, "webhook_id"))))


async def change(context: DialectContext, call: Call) -> Reply:
    """`PATCH /webhooks/{webhook_id}`."""
    point_id = path_id(call, "webhook_id")
    fields = read_body(WebhookChange, call.form)
    return answers.reply(
        answers.webhook(
            await context.service.change_webhook(
                call.account,
                point_id,
                url=fields.url,
                events=fields.events,
                enabled=fields.enabled,
                description=fields.description,
            )
        )
    )


async def delete(context: DialectContext, call: Call) -> Reply:
    """`DELETE /webhooks/{webhook_id}`."""
    await context.service.remove_webhook(call.account, path_id(call, "webhook_id"))
    return Reply(204)


async def rotate(context: DialectContext, call: Call) -> Reply:
    """`POST /webhooks/{webhook_id}/rotate`."""
    point_id = path_id(call, "webhook_id")
    return answers.reply(
        answers.webhook(await context.service.change_webhook(call.account, point_id, rotate_secret=True))
    )


async def ping(context: DialectContext, call: Call) -> Reply:
    """`POST /webhooks/{webhook_id}/test`: a signed delivery of a sample job, logged like others."""
    point = await context.service.webhook(call.account, path_id(call, "webhook_id"))
    if not point.enabled:
        raise NotFinished("This webhook is switched off. Enable it first.", field="enabled")
    return answers.reply(answers.delivery(await context.service.test_webhook(call.account, point.id)), 202)


async def secret(context: DialectContext, call: Call) -> Reply:
    """`GET /webhooks/secret`."""
    return answers.reply(out.WebhookSecret(secret=await context.service.webhook_secret(call.account)))


async def deliveries(context: DialectContext, call: Call) -> Reply:
    """`GET /deliveries` and `GET /webhooks/{webhook_id}/deliveries`."""
    point_id = path_id(call, "webhook_id") if "webhook_id" in call.path else None
    job_id = call.query.get("job_id", "").strip().lower() or None
    if job_id is not None and not is_id(job_id):
        raise InvalidRequest("job_id must be the id of a job.", field="job_id")
    found = await context.service.deliveries(call.account, endpoint_id=point_id, job_id=job_id, query=page_query(call))
    return answers.page(found, answers.delivery)


async def delivery(context: DialectContext, call: Call) -> Reply:
    """`GET /deliveries/{delivery_id}`."""
    found = await context.service.delivery(call.account, path_id(call, "delivery_id"))
    return answers.reply(answers.delivery(found, whole=True))


async def replay(context: DialectContext, call: Call) -> Reply:
    """`POST /deliveries/{delivery_id}/replay`."""
    found = await context.service.replay(call.account, path_id(call, "delivery_id"))
    return answers.reply(answers.delivery(found), 202)


async def render(context: DialectContext, notice: Notice) -> Rendered:
    """`{"type", "timestamp", "data": job}`, as the Standard Webhooks specification suggests."""
    job = answers.dump(await answers.job_now(context, notice.base_url, notice.job))
    return Rendered({"type": notice.event, "timestamp": notice.occurred_at.isoformat(), "data": job})
