"""`/tti-sessions`, `/tti-styles` and `/user/userdata`. Pictures from words need an engine that is not here: only test keys get any."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from maquette.dialects.csm import sessions
from maquette.dialects.csm.document import Url, failure, link, picture_of
from maquette.dialects.csm.errors import envelope
from maquette.dialects.csm.events import WEBHOOK_EVENTS
from maquette.dialects.csm.ids import code, iso, object_id
from maquette.dialects.csm.legacy import url_maker
from maquette.dialects.dialect import Call, DialectContext, Reply
from maquette.dialects.forms import read_bool, read_number, read_text
from maquette.errors import InvalidRequest, UnsupportedInput
from maquette.jobs.ids import new_id
from maquette.jobs.job import Job, JobStatus
from maquette.request import GenerationRequest
from maquette.webhooks.types import WebhookEndpoint

NO_ENGINE = (
    "Pictures from text need an engine that this server does not have. Make the picture elsewhere and send it to "
    "/image-to-3d-sessions; test keys may call this."
)
PROMPT_LIMIT = 2500


async def create(context: DialectContext, call: Call) -> Reply:
    """`POST /tti-sessions`. The client sends `guidance` as text."""
    prompt = read_text(call.form.values("prompt"), "prompt")
    if prompt is None or len(prompt) > PROMPT_LIMIT:
        raise InvalidRequest(f"prompt must be a text of at most {PROMPT_LIMIT} characters.", field="prompt")
    style = read_text(call.form.values("style_id"), "style_id") or ""
    guidance = read_number(call.form.values("guidance"), "guidance")
    if call.account.mode != "test":
        raise UnsupportedInput(NO_ENGINE, field="prompt")
    echo = {"prompt": prompt, "style_id": style, "guidance": str(6 if guidance is None else f"{guidance:g}")}
    job = await submit_picture(context, call, prompt, {"role": "tti", "echo": echo})
    return envelope(201, "Created", document(job, url_maker(context, call)))


async def submit_picture(context: DialectContext, call: Call, prompt: str, extra: Mapping[str, Any]) -> Job:
    """A test job whose preview plays the picture that was asked for."""
    job_id = new_id()
    name = code("SESSION" if extra["role"] == "v3" else "TTI", context.clock(), job_id)
    request = GenerationRequest.build(
        prompt=prompt, engine=context.settings.engine, tier="csm.picture", mesh_mode="raw"
    )
    return await context.service.submit(
        call.account,
        request,
        cost=Decimal(0),
        dialect=sessions.DIALECT,
        extra={**extra, "session": name},
        aliases=[name],
        job_id=job_id,
    )


async def retrieve(context: DialectContext, call: Call) -> Reply:
    """`GET /tti-sessions/{code}`."""
    job = await sessions.find(context, call.account, call.path["code"], role="tti")
    return envelope(200, "Retrieved", document(job, url_maker(context, call)))


def document(job: Job, url: Url) -> dict[str, Any]:
    """`data` of a text-to-image session."""
    status = "processing" if not job.status.final else "completed" if job.status is JobStatus.SUCCEEDED else "failed"
    out = {
        "_id": object_id(job.created_at, "tti", job.id),
        "session_code": job.extra["session"],
        "user_id": object_id(None, "user", job.account_id),
        **job.extra["echo"],
        "image_url": link(picture_of(job, "preview.webp"), url, "image.webp"),
        "type": "manual",
        "is_deleted": False,
        "status": status,
        "created_at": iso(job.created_at),
        "updated_at": iso(job.updated_at),
    }
    return out | ({"error_message": failure(job)} if failure(job) else {})


async def create_style(context: DialectContext, call: Call) -> Reply:
    """`POST /tti-styles`: styles belong to text engines. Test keys get an answer that nothing stands behind."""
    zip_url = read_text(call.form.values("zip_url"), "zip_url")
    if zip_url is None:
        raise InvalidRequest("zip_url is missing; send the URL of a ZIP of pictures.", field="zip_url")
    if call.account.mode != "test":
        raise UnsupportedInput(NO_ENGINE, field="zip_url")
    at = context.clock()
    style = object_id(at, "style", call.account.id, zip_url)
    out = {"_id": style, "style_id": style, "user_id": object_id(None, "user", call.account.id), "zip_url": zip_url}
    out["description"] = read_text(call.form.values("description"), "description") or ""
    public = read_bool(call.form.values("is_public"), "is_public") or False
    return envelope(201, "Created", out | {"is_public": public, "created_at": iso(at), "updated_at": iso(at)})


async def _hook(context: DialectContext, call: Call) -> WebhookEndpoint | None:
    """The account's one URL of this dialect."""
    own = [w for w in await context.service.webhooks(call.account) if w.dialect == sessions.DIALECT]
    return own[0] if own else None


async def userdata(context: DialectContext, call: Call) -> Reply:
    """`GET /user/userdata`: who asks, their credits, and where webhooks go."""
    credits = await context.service.balance(call.account)
    hook = await _hook(context, call)
    data: dict[str, Any] = {"_id": object_id(None, "user", call.account.id), "user_name": call.account.name}
    data |= {"credits": int(credits) if credits == int(credits) else float(credits), "tier": call.account.plan.name}
    return envelope(200, "Retrieved", data | {"webhook_url": hook.url if hook else ""})


async def set_userdata(context: DialectContext, call: Call) -> Reply:
    """`POST /user/userdata` with `webhook_url`: what the vendor's customers type into their profile. Empty removes it."""
    if "webhook_url" not in call.form.fields:
        raise InvalidRequest("webhook_url is missing; send a URL, or an empty text to remove it.", field="webhook_url")
    wanted = read_text(call.form.values("webhook_url"), "webhook_url")
    hook = await _hook(context, call)
    if hook is not None and wanted is None:
        await context.service.remove_webhook(call.account, hook.id)
    elif hook is not None and wanted is not None:
        await context.service.change_webhook(call.account, hook.id, url=wanted, enabled=True)
    elif wanted is not None:
        await context.service.add_webhook(
            call.account, wanted, base_url=call.base_url, dialect=sessions.DIALECT, events=WEBHOOK_EVENTS
        )
    return await userdata(context, call)
