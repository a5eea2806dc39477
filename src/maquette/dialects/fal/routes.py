"""fal's endpoints: queue (submit, status, stream, result, cancel), synchronous run, and the public key of its webhooks."""

from __future__ import annotations

import hashlib
import json
from collections.abc import AsyncIterator, Mapping

from maquette.dialects import gateway
from maquette.dialects.credentials import Place, credential_from
from maquette.dialects.dialect import Call, DialectContext, Endpoint, Handler, Reply
from maquette.dialects.fal import answers, ed25519, errors
from maquette.dialects.fal.described import DESCRIPTION
from maquette.dialects.fal.models import MODELS, OWNER
from maquette.dialects.forms import TRUE, shown
from maquette.dialects.tokens import b64url
from maquette.errors import MaquetteError, NotFound
from maquette.jobs.job import Job, JobStatus
from maquette.webhooks.types import Notice, Rendered, WebhookTarget

KEY_PURPOSE = "fal webhooks"
RUN = "/run"
"""Prefix under which a model is run synchronously; a host that is called `fal.run` or `run.…` does without."""
RUN_SECONDS = 3600.0
_PLACES: tuple[Place, ...] = ("key", "bearer", "token", "basic", "x-api-key", "ocp-apim-subscription-key")


async def _submit(context: DialectContext, call: Call, app: str) -> Job:
    checked = gateway.order(MODELS[app], call.form, call.account, dialect="fal", engine=context.settings.engine)
    request = await gateway.take(context, call.account, checked)
    hook = call.query.get("fal_webhook", "").strip()
    return await context.service.submit(
        call.account,
        request,
        cost=checked.cost,
        dialect="fal",
        extra={"app": app},
        webhook=WebhookTarget(hook, call.base_url) if hook else None,
    )


def _queue(app: str) -> Handler:
    async def submit(context: DialectContext, call: Call) -> Reply:
        host = call.headers.get("host", "").lower().partition(":")[0]
        if host == "fal.run" or host.startswith("run."):
            return await _run(context, call, app)
        job = await _submit(context, call, app)
        headers = _headers(job) | gateway.warnings_header(job.request.warnings)
        return Reply(200, answers.submitted(job, call.base_url), headers)

    return submit


def _sync(app: str) -> Handler:
    async def run(context: DialectContext, call: Call) -> Reply:
        return await _run(context, call, app)

    return run


async def _run(context: DialectContext, call: Call, app: str) -> Reply:
    job = await _submit(context, call, app)
    job = await context.service.wait(call.account, job.id, RUN_SECONDS)
    if not job.status.final:
        text = f"The request takes long; ask for {answers.urls(job, call.base_url)['response_url']} later."
        return errors.envelope(504, text, "request_timeout", _headers(job))
    return _result(context, call, job)


async def status(context: DialectContext, call: Call) -> Reply:
    """`GET …/requests/{id}/status[?logs=1]`."""
    job = await _job(context, call)
    return Reply(200, answers.status(job, call.base_url, logs=_logs(call)), _headers(job))


async def stream(context: DialectContext, call: Call) -> Reply:
    """`GET …/requests/{id}/status/stream`: a status per event, as server-sent events, until COMPLETED.

    Each event holds the log lines that are new: the JavaScript client adds them up.
    """
    job = await _job(context, call)

    async def events() -> AsyncIterator[bytes]:
        told: set[str] = set()
        async for event in context.service.events(call.account, job.id):
            body = answers.status(event.job, call.base_url, logs=_logs(call))
            if body.get("logs"):
                body["logs"] = [line for line in body["logs"] if line["message"] not in told]
                told |= {line["message"] for line in body["logs"]}
            yield b"data: " + json.dumps(body).encode() + b"\n\n"

    return Reply(200, headers=_headers(job), media_type="text/event-stream", stream=events())


async def result(context: DialectContext, call: Call) -> Reply:
    """`GET …/requests/{id}`: the output; 400 while there is none, the error's status if it failed."""
    job = await _job(context, call)
    if not job.status.final:
        return errors.envelope(400, "Request is still in progress", headers=_headers(job))
    return _result(context, call, job)


def _result(context: DialectContext, call: Call, job: Job) -> Reply:
    if job.status is not JobStatus.SUCCEEDED:
        return errors.refuse(answers.fault(job), _headers(job))
    if not job.assets:
        return errors.envelope(404, "The files of this request were removed; submit it again.", headers=_headers(job))
    return Reply(200, answers.output(job, gateway.linker(context, call.base_url)), _headers(job))


async def cancel(context: DialectContext, call: Call) -> Reply:
    """`PUT …/requests/{id}/cancel`."""
    job = await _job(context, call)
    if job.status.final:
        return Reply(400, {"status": "ALREADY_COMPLETED"}, _headers(job))
    await context.service.cancel(call.account, job.id)
    return Reply(202, {"status": "CANCELLATION_REQUESTED"}, _headers(job))


async def jwks(context: DialectContext, call: Call) -> Reply:
    """`GET /.well-known/jwks.json`: the key that checks `X-Fal-Webhook-Signature` (RFC 8037)."""
    key = ed25519.public_key(context.key(KEY_PURPOSE))
    return Reply(200, {"keys": [{"kty": "OKP", "crv": "Ed25519", "use": "sig", "x": b64url(key)}]})


async def _job(context: DialectContext, call: Call) -> Job:
    given = call.path["request_id"]
    try:
        if len(given) <= 64:
            return await context.service.get(call.account, given)
    except NotFound:
        pass
    raise NotFound(f"Request {shown(given)} was not found; ask for the request_id of a submit.")


def _logs(call: Call) -> bool:
    return call.query.get("logs", "").lower() in TRUE


def _headers(job: Job) -> dict[str, str]:
    """The JavaScript client takes its request id from here; the Python client takes an answer with it for the application's own."""
    return {"x-fal-request-id": job.id}


def _endpoints() -> tuple[Endpoint, ...]:
    out = [Endpoint(("GET",), "/.well-known/jwks.json", jwks, public=True)]
    for app in MODELS:
        out.append(Endpoint(("POST",), f"/{app}", _queue(app), uploads=True))
        out.append(Endpoint(("POST",), f"{RUN}/{app}", _sync(app), uploads=True))
    for base in (OWNER, *MODELS):  # hand-written clients keep the whole name of the model
        own = f"/{base}/requests/{{request_id}}"
        out.append(Endpoint(("GET",), own, result))
        out.append(Endpoint(("GET",), f"{own}/status", status))
        out.append(Endpoint(("GET",), f"{own}/status/stream", stream))
        out.append(Endpoint(("PUT",), f"{own}/cancel", cancel))
    return tuple(out)


class FalDialect:
    """fal's queue."""

    id = "fal"
    title = "fal queue"
    prefixes = ("/fal-ai", f"{RUN}/fal-ai")
    endpoints = _endpoints()
    description = DESCRIPTION

    def credential(self, headers: Mapping[str, str]) -> str | None:
        """`Authorization: Key <key>`, the scheme in any case, or wherever else a key may stand."""
        return credential_from(headers, _PLACES)

    def refuse(self, error: MaquetteError) -> Reply:
        """See `errors.STATUSES`."""
        return errors.refuse(error)

    def refuse_http(self, status: int, message: str) -> Reply:
        """Same envelope."""
        return errors.refuse_http(status, message)

    async def render_event(self, context: DialectContext, notice: Notice) -> Rendered | None:
        """The output or the error, once, signed as fal signs: Ed25519 over id, user, time and the body's SHA-256, by lines."""
        job = notice.job
        if not job.status.final:
            return None
        body = json.dumps(answers.webhook(job, gateway.linker(context, notice.base_url))).encode()
        head = (job.id, job.account_id, str(int(context.clock().timestamp())))
        signed = "\n".join((*head, hashlib.sha256(body).hexdigest())).encode()
        names = ("X-Fal-Webhook-Request-Id", "X-Fal-Webhook-User-Id", "X-Fal-Webhook-Timestamp")
        signature = ed25519.sign(context.key(KEY_PURPOSE), signed).hex()
        return Rendered(body, {**dict(zip(names, head, strict=True)), "X-Fal-Webhook-Signature": signature})
