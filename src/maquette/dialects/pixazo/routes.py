"""Pixazo's endpoints: submit by model, one status for all, and its older addresses."""

from __future__ import annotations

from collections.abc import Mapping

from starlette.convertors import Convertor, register_url_convertor

from maquette.dialects import gateway
from maquette.dialects.credentials import Place, credential_from
from maquette.dialects.dialect import Call, DialectContext, Endpoint, Reply
from maquette.dialects.forms import shown
from maquette.dialects.pixazo import answers, errors
from maquette.dialects.pixazo.described import DESCRIPTION
from maquette.dialects.pixazo.models import MODELS
from maquette.errors import MaquetteError, NotFound
from maquette.jobs.job import Job
from maquette.webhooks.types import Notice, Rendered, WebhookTarget

STATUS = "/v2/requests/status"
_PLACES: tuple[Place, ...] = ("ocp-apim-subscription-key", "bearer", "key", "token", "x-api-key", "basic")


class ApiId(Convertor[str]):
    """The first part of a submit path. It holds a hyphen (or is the one that does not), so that no other API's path is taken for it."""

    regex = r"(?:[A-Za-z0-9.]+-[A-Za-z0-9.-]+|pixal3d)"

    def convert(self, value: str) -> str:
        """As it is."""
        return value

    def to_string(self, value: str) -> str:
        """As it is."""
        return value


register_url_convertor("pixazo_api", ApiId())


async def submit(context: DialectContext, call: Call) -> Reply:
    """`POST /{apiId}/v1/{operationId}`."""
    api_id, operation = call.path["api_id"], call.path["operation"]
    if api_id not in MODELS:
        return errors.model_not_found(shown(api_id, 100))
    name, model = MODELS[api_id]
    if operation != name:
        return errors.envelope(404, "Operation not found", f"Model '{api_id}' has the operation '{name}' only.")
    hook = call.headers.get("x-webhook-url", "").strip()
    checked = gateway.order(model, call.form, call.account, dialect="pixazo", engine=context.settings.engine)
    request = await gateway.take(context, call.account, checked)
    job = await context.service.submit(
        call.account,
        request,
        cost=checked.cost,
        dialect="pixazo",
        extra={"api_id": api_id},
        webhook=WebhookTarget(hook, call.base_url) if hook else None,
    )
    return Reply(202, answers.submitted(job, call.base_url), gateway.warnings_header(request.warnings))


async def status(context: DialectContext, call: Call) -> Reply:
    """`GET /v2/requests/status/{request_id}`: 200 for every known id, whatever became of the job."""
    job = await _job(context, call)
    return Reply(200, answers.document(job, gateway.linker(context, call.base_url)))


async def older_status(context: DialectContext, call: Call) -> Reply:
    """`GET /{apiId}/v1/status/{id}` and `…/result/{id}`: the same with a flat `output_url`."""
    job = await _job(context, call)
    if call.path["api_id"] != answers.api_id(job):
        raise _unknown(call.path["request_id"])
    return Reply(200, answers.flat(job, gateway.linker(context, call.base_url)))


async def _job(context: DialectContext, call: Call) -> Job:
    given = call.path["request_id"]
    named, _, job_id = given.rpartition("_")
    if len(given) > 200:
        raise _unknown(given)
    try:
        job = await context.service.get(call.account, job_id)
    except NotFound:
        raise _unknown(given) from None
    if named not in ("", answers.api_id(job)):
        raise _unknown(given)
    return job


def _unknown(given: str) -> NotFound:
    return NotFound(f"Request '{shown(given, 100)}' was not found; send the request_id of a submit.")


class PixazoDialect:
    """Pixazo gateway."""

    id = "pixazo"
    title = "Pixazo gateway"
    prefixes = ("/v2/requests", *(f"/{api_id}" for api_id in MODELS))
    endpoints = (
        Endpoint(("POST",), "/{api_id:pixazo_api}/v1/{operation}", submit, uploads=True),
        Endpoint(("GET",), f"{STATUS}/{{request_id}}", status),
        Endpoint(("GET",), "/{api_id:pixazo_api}/v1/status/{request_id}", older_status),
        Endpoint(("GET",), "/{api_id:pixazo_api}/v1/result/{request_id}", older_status),
    )
    description = DESCRIPTION

    def credential(self, headers: Mapping[str, str]) -> str | None:
        """`Ocp-Apim-Subscription-Key`, or wherever else a key may stand."""
        return credential_from(headers, _PLACES)

    def refuse(self, error: MaquetteError) -> Reply:
        """See `errors.ENVELOPE`."""
        return errors.refuse(error)

    def refuse_http(self, status: int, message: str) -> Reply:
        """Same envelope."""
        return errors.refuse_http(status, message)

    async def render_event(self, context: DialectContext, notice: Notice) -> Rendered | None:
        """The status document, once, when the job has ended."""
        if not notice.job.status.final:
            return None
        return Rendered(answers.document(notice.job, gateway.linker(context, notice.base_url)))
