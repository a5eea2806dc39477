"""Predictions: create (and wait), get, cancel, list."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, datetime
from urllib.parse import quote

from maquette.dialects import gateway
from maquette.dialects.dialect import Call, DialectContext, Reply
from maquette.dialects.forms import Form, Values, present, read_choice, read_text, shown
from maquette.dialects.replicate import answers
from maquette.dialects.replicate.model import MODEL, REF, VERSION
from maquette.errors import InvalidRequest, MaquetteError, NotFound
from maquette.jobs.job import Job, JobFilter
from maquette.jobs.paging import PageQuery
from maquette.request import GenerationRequest
from maquette.webhooks.types import FINAL_EVENTS, EventName, WebhookTarget

PAGE = 100
MAX_WAIT = 60.0
"""Seconds that `Prefer: wait` may hold a create; the default, too."""
EVENTS: dict[str, tuple[EventName, ...]] = {
    "start": ("job.started",),
    "output": ("job.succeeded",),
    "logs": ("job.progress",),
    "completed": FINAL_EVENTS,
}
_TOP = frozenset({"input", "version", "webhook", "webhook_events_filter", "webhook_completed", "stream"})


async def create(context: DialectContext, call: Call) -> Reply:
    """`POST /v1/models/{owner}/{name}/predictions`, or `POST /v1/predictions` with `version`."""
    _check_model(call)
    target = _webhook(call)
    fields = _input(call.form)
    try:
        checked = gateway.order(MODEL, fields, call.account, dialect="replicate", engine=context.settings.engine)
        request = await _take(context, call, checked)
    except InvalidRequest as error:
        field = "input" if error.field is None else f"input.{error.field}"
        raise type(error)(error.message, field=field) from None
    unknown = [f"Unknown field '{shown(n)}' was ignored." for n in sorted(set(call.form.fields) - _TOP)[:10]]
    request = request.model_copy(update={"warnings": (*request.warnings, *unknown)})
    job = await context.service.submit(
        call.account,
        request,
        cost=checked.cost,
        dialect="replicate",
        extra={"input": answers.kept_input(fields)},
        webhook=target,
    )
    seconds = _wait_seconds(call.headers.get("prefer", ""))
    status = 201
    if seconds:
        job = await context.service.wait(call.account, job.id, seconds)
        status = 201 if job.status.final else 202
    # The Python client takes any other state than `starting` in this answer for the last one.
    word = None if job.status.final else "starting"
    body = answers.prediction(job, call.base_url, gateway.linker(context, call.base_url), status=word)
    return Reply(status, body, gateway.warnings_header(request.warnings))


def _check_model(call: Call) -> None:
    if "owner" in call.path:
        ref = f"{call.path['owner']}/{call.path['name']}"
        if ref != REF:
            raise NotFound(f"The model {shown(ref, 100)} is not here; {REF} is.")
        return
    version = read_text(call.form.values("version"), "version")
    if version is None:
        raise InvalidRequest(f"version is required; send {VERSION}.", field="version")
    if version.removeprefix(f"{REF}:") != VERSION and version != REF:
        raise InvalidRequest(f"version does not exist here; send {VERSION} or {REF}.", field="version")


def _input(form: Form) -> Form:
    values = present(form.values("input"))
    if not values or not isinstance(values[-1], dict):
        raise InvalidRequest("input is required; send an object with the model's fields.", field="input")
    return Form({str(name): [value] for name, value in values[-1].items()}, {}, "json")


def _webhook(call: Call) -> WebhookTarget | None:
    """Where to, and for which events. `webhook_completed` is the name of old clients."""
    form = call.form
    url = read_text(form.values("webhook"), "webhook")
    only_end = None if url else read_text(form.values("webhook_completed"), "webhook_completed")
    wanted = _filter(form.values("webhook_events_filter"))
    names = ["completed"] if only_end else wanted or ["start", "output", "completed"]  # logs: to those who name them
    events = tuple(dict.fromkeys(event for name in names for event in EVENTS[name]))
    target = url or only_end
    return WebhookTarget(target, call.base_url, events) if target and events else None


def _filter(values: Values) -> list[str]:
    name = "webhook_events_filter"
    read = read_choice(*EVENTS)
    items = [v for value in present(values) for v in (value if isinstance(value, list) else [value])]
    return [word for word in (read([item], name) for item in items) if word is not None]


async def _take(context: DialectContext, call: Call, checked: gateway.Order) -> GenerationRequest:
    """Pictures, of which some may be files that were stored before: `urls.get` of a file."""
    own = re.compile(re.escape(call.base_url) + r"/v1/files/([0-9a-f-]{36})/?")
    found = [own.fullmatch(link) for link in checked.pictures]
    stored = {}
    for place, match in enumerate(found):
        if match:
            try:
                stored[place] = (await context.service.upload(call.account, match[1])).image()
            except (NotFound, InvalidRequest) as error:
                raise InvalidRequest(f"{error.message} (images[{place}])", field=f"images[{place}]") from None
    others = replace(checked, pictures=tuple(p for p, match in zip(checked.pictures, found, strict=True) if not match))
    request = await gateway.take(context, call.account, others)
    if not stored:
        return request
    fetched = iter(request.images if others.pictures else ())
    images = tuple(stored[i] if i in stored else next(fetched) for i in range(len(found)))
    return request.model_copy(update={"images": images})


def _wait_seconds(prefer: str) -> float:
    """Of `Prefer: wait` or `Prefer: wait=n`; 0 without."""
    found = re.search(r"(?:^|[\s,;])wait(?:=(\d{1,4}))?(?:$|[\s,;])", prefer.lower())
    return 0.0 if not found else min(max(float(found[1] or MAX_WAIT), 1.0), MAX_WAIT)


async def get(context: DialectContext, call: Call) -> Reply:
    """`GET /v1/predictions/{id}`."""
    job = await _job(context, call)
    return Reply(200, answers.prediction(job, call.base_url, gateway.linker(context, call.base_url)))


async def cancel(context: DialectContext, call: Call) -> Reply:
    """`POST /v1/predictions/{id}/cancel`: the prediction, unchanged if it had ended."""
    job = await _job(context, call)
    job = await context.service.cancel(call.account, job.id)
    return Reply(200, answers.prediction(job, call.base_url, gateway.linker(context, call.base_url)))


async def listed(context: DialectContext, call: Call) -> Reply:
    """`GET /v1/predictions`, newest first, 100 at a time; `created_after` and `created_before` narrow it."""
    times = {name: call.query.get(name, "") for name in ("created_after", "created_before")}
    after, before = (_moment(text, name) if text else None for name, text in times.items())
    where = JobFilter(created_after=after, created_before=before)
    query = PageQuery(limit=PAGE, cursor=call.query.get("cursor") or None)
    found = await context.service.page(call.account, where, query)
    url = gateway.linker(context, call.base_url)
    filters = "".join(f"&{name}={quote(text, safe='')}" for name, text in times.items() if text)
    results = [answers.prediction(job, call.base_url, url) for job in found.items]
    return Reply(200, answers.page(found, results, f"{call.base_url}/v1/predictions", filters))


def _moment(text: str, name: str) -> datetime:
    try:
        moment = datetime.fromisoformat(text)
        return moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)
    except (ValueError, OverflowError):
        raise InvalidRequest(f"{name} must be a time such as 2025-01-01T00:00:00Z.", field=name) from None


async def _job(context: DialectContext, call: Call) -> Job:
    given = call.path["prediction_id"]
    error: MaquetteError = NotFound(f"There is no prediction {shown(given)}; send the id of a create.")
    if len(given) > 64:
        raise error
    try:
        return await context.service.get(call.account, given)
    except NotFound:
        raise error from None
