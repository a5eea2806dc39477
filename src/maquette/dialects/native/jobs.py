"""Jobs: new ones, lists, one, cancel, retry, export, delete."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from maquette.dialects.dialect import Call, DialectContext, Reply
from maquette.dialects.native import answers
from maquette.dialects.native import resources as out
from maquette.dialects.native.catalog import engine_cards
from maquette.dialects.native.errors import PREFIX, NotFinished
from maquette.dialects.native.fields import CallFields, ExportRequest, JobRequest, RetryRequest
from maquette.dialects.native.inputs import read_inputs
from maquette.dialects.native.reading import idempotency_key, job_filter, page_query, path_id, read_body, seconds
from maquette.dialects.native.translate import build, changed, check_engine, price, price_item
from maquette.errors import InsufficientCredits, InvalidRequest, ParallelismLimit
from maquette.jobs.ids import new_id
from maquette.jobs.job import Job, JobStatus, Step
from maquette.pipeline.runner import load_plan
from maquette.request import GenerationRequest
from maquette.webhooks.types import FINAL_EVENTS, EventName, WebhookTarget

MAX_WAIT = 60.0
"""Seconds that `GET /jobs/{id}?wait=` holds the line."""


async def create(context: DialectContext, call: Call) -> Reply:
    """`POST /jobs`."""
    fields = read_body(JobRequest, call.form, {"images", "mesh"})
    images, mesh = await read_inputs(context, call, fields, store=not fields.dry_run)
    request = build(fields, images, mesh, engine=context.settings.engine)
    check_engine(request, engine_cards())
    extra = {"name": fields.name, "metadata": fields.metadata}
    return await _submit(context, call, fields, request, price_item(request), extra)


async def export(context: DialectContext, call: Call) -> Reply:
    """`POST /jobs/{job_id}/exports`."""
    former = await context.service.get(call.account, path_id(call, "job_id"))
    fields = read_body(ExportRequest, call.form)
    if former.status is not JobStatus.SUCCEEDED:
        raise NotFinished(f"The job is {former.status}; only one that succeeded can be exported. Wait, or retry it.")
    request = changed(former.request, fields)
    return await _submit(context, call, fields, request, "native.export", _kept(former))


async def retry(context: DialectContext, call: Call) -> Reply:
    """`POST /jobs/{job_id}/retry`."""
    former = await context.service.get(call.account, path_id(call, "job_id"))
    fields = read_body(RetryRequest, call.form)
    if not former.status.final:
        raise NotFinished(f"The job is {former.status}; only a final one can be retried. Wait, or cancel it first.")
    item = former.extra.get("item")
    item = item if item == "native.export" else price_item(former.request)
    return await _submit(context, call, fields, former.request.with_changes({}), str(item), _kept(former))


def _kept(former: Job) -> dict[str, Any]:
    kept = {name: former.extra.get(name) for name in ("name", "metadata")} if former.dialect == "native" else {}
    return {**kept, "parent_id": former.id}


async def _submit(
    context: DialectContext,
    call: Call,
    fields: CallFields,
    request: GenerationRequest,
    item: str,
    extra: Mapping[str, Any],
) -> Reply:
    cost = Decimal(0) if call.account.mode == "test" else price(call.account, item)
    if fields.dry_run:
        return answers.reply(await _quote(context, call, request, cost))
    key, job_id = idempotency_key(call), new_id()
    try:
        job = await context.service.submit(
            call.account,
            request,
            cost=cost,
            dialect="native",
            extra={**extra, "item": item},
            webhook=_target(call, fields),
            idempotency_key=key,
            fingerprint=call.fingerprint or None,
            job_id=job_id,
        )
    except InvalidRequest as error:
        if error.field == "webhook":  # what the service calls it
            raise type(error)(error.message, field="webhook_url") from None
        raise
    headers = {"Location": f"{PREFIX}/jobs/{job.id}"}
    if job.id != job_id:
        headers["Idempotent_Replayed"] = "true"
    return answers.reply(await answers.job_now(context, call.base_url, job, call.account), 201, **headers)


async def _quote(context: DialectContext, call: Call, request: GenerationRequest, cost: Decimal) -> out.Quote:
    refusal = None
    try:
        await context.service.quote(call.account, cost)
    except (InsufficientCredits, ParallelismLimit) as error:
        refusal = error
    steps = tuple(Step(stage.name) for stage in load_plan().build_stages(request))
    # never stored: the clock only looks at its steps and its place, which would be the queue's end
    draft = Job("", call.account.id, request, JobStatus.QUEUED, context.clock(), steps)
    return out.Quote(
        cost=float(cost),
        balance=float(await context.service.balance(call.account)),
        eta_seconds=await context.service.eta(draft),
        steps=[step.name for step in steps],
        warnings=list(request.warnings),
        refusal=answers.problem(refusal),
        request=answers.request_view(request),
    )


def _target(call: Call, fields: CallFields) -> WebhookTarget | None:
    if not fields.webhook_url:
        return None
    events: tuple[EventName, ...] = tuple(fields.webhook_events or FINAL_EVENTS)  # type: ignore[arg-type]
    return WebhookTarget(fields.webhook_url, call.base_url, events)


async def listing(context: DialectContext, call: Call) -> Reply:
    """`GET /jobs`."""
    found = await context.service.page(call.account, job_filter(call), page_query(call))
    etas = {job.id: await context.service.eta(job) for job in found.items}
    return answers.page(found, lambda job: answers.job(context, call.base_url, job, etas[job.id], call.account))


async def get(context: DialectContext, call: Call) -> Reply:
    """`GET /jobs/{job_id}`."""
    job_id, wait = path_id(call, "job_id"), seconds(call.query, "wait", MAX_WAIT)
    job = await context.service.get(call.account, job_id)
    if wait:
        job = await context.service.wait(call.account, job_id, wait)
    resource = await answers.job_now(context, call.base_url, job, call.account)
    tag = answers.etag(context, resource)
    headers = {"ETag": tag, "Cache-Control": "private, no-cache"}
    known = [text.strip().removeprefix("W/") for text in call.headers.get("if-none-match", "").split(",")]
    if tag.removeprefix("W/") in known:
        return Reply(304, "", headers)
    return Reply(200, answers.dump(resource), headers)


async def cancel(context: DialectContext, call: Call) -> Reply:
    """`POST /jobs/{job_id}/cancel`."""
    job = await context.service.cancel(call.account, path_id(call, "job_id"))
    return answers.reply(await answers.job_now(context, call.base_url, job, call.account))


async def delete(context: DialectContext, call: Call) -> Reply:
    """`DELETE /jobs/{job_id}`."""
    await context.service.delete(call.account, path_id(call, "job_id"))
    return Reply(204)


async def assets(context: DialectContext, call: Call) -> Reply:
    """`GET /jobs/{job_id}/assets`."""
    job = await context.service.get(call.account, path_id(call, "job_id"))
    return answers.listing([answers.asset(context, call.base_url, file) for file in job.assets])


async def asset(context: DialectContext, call: Call) -> Reply:
    """`GET /assets/{asset_id}`."""
    _, file = await context.service.find_asset(call.account, path_id(call, "asset_id"))
    return answers.reply(answers.asset(context, call.base_url, file))


async def content(context: DialectContext, call: Call) -> Reply:
    """`GET /assets/{asset_id}/content`."""
    _, file = await context.service.find_asset(call.account, path_id(call, "asset_id"))
    return Reply(307, "", {"Location": context.links.url(call.base_url, file.id, file.name)})


async def delete_asset(context: DialectContext, call: Call) -> Reply:
    """`DELETE /assets/{asset_id}`."""
    await context.service.delete_asset(call.account, path_id(call, "asset_id"))
    return Reply(204)
