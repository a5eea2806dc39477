"""Replicate's endpoints: predictions, files, the one model, the account and the webhooks' secret."""

from __future__ import annotations

from collections.abc import Mapping

from maquette.dialects import gateway
from maquette.dialects.credentials import Place, credential_from
from maquette.dialects.dialect import Call, DialectContext, Endpoint, Reply
from maquette.dialects.forms import shown
from maquette.dialects.replicate import answers, errors, files, predictions
from maquette.dialects.replicate.described import DESCRIPTION
from maquette.dialects.replicate.model import REF, VERSION, description, version
from maquette.errors import MaquetteError, NotFound
from maquette.webhooks.types import Notice, Rendered

_PLACES: tuple[Place, ...] = ("bearer", "token", "key", "basic", "x-api-key", "ocp-apim-subscription-key")
_MODEL = f"/v1/models/{REF}"


async def model(context: DialectContext, call: Call) -> Reply:
    """`GET /v1/models/hyper3d/rodin`."""
    return Reply(200, description(call.base_url))


async def versions(context: DialectContext, call: Call) -> Reply:
    """`GET …/versions`: one."""
    return Reply(200, {"previous": None, "next": None, "results": [version()]})


async def one_version(context: DialectContext, call: Call) -> Reply:
    """`GET …/versions/{id}`."""
    if call.path["version_id"] != VERSION:
        raise NotFound(f"There is no version {shown(call.path['version_id'])}; {VERSION} is the only one.")
    return Reply(200, version())


async def account(context: DialectContext, call: Call) -> Reply:
    """`GET /v1/account`."""
    name = call.account.name
    return Reply(200, {"type": "user", "username": name, "name": name, "github_url": None})


async def secret(context: DialectContext, call: Call) -> Reply:
    """`GET /v1/webhooks/default/secret`: what signs the webhooks of this account's predictions."""
    return Reply(200, {"key": await context.service.webhook_secret(call.account)})


class ReplicateDialect:
    """Replicate predictions."""

    id = "replicate"
    title = "Replicate predictions"
    prefixes = ("/v1/predictions", "/v1/models/hyper3d", "/v1/files", "/v1/account", "/v1/webhooks/default")
    endpoints = (
        Endpoint(("POST",), "/v1/models/{owner}/{name}/predictions", predictions.create, uploads=True),
        Endpoint(("POST",), "/v1/predictions", predictions.create, uploads=True),
        Endpoint(("GET",), "/v1/predictions", predictions.listed),
        Endpoint(("GET",), "/v1/predictions/{prediction_id}", predictions.get),
        Endpoint(("POST",), "/v1/predictions/{prediction_id}/cancel", predictions.cancel),
        Endpoint(("GET",), _MODEL, model),
        Endpoint(("GET",), f"{_MODEL}/versions", versions),
        Endpoint(("GET",), f"{_MODEL}/versions/{{version_id}}", one_version),
        Endpoint(("POST",), "/v1/files", files.create, uploads=True, scope="upload"),
        Endpoint(("GET",), "/v1/files", files.listed),
        Endpoint(("GET",), "/v1/files/{file_id}", files.get),
        Endpoint(("DELETE",), "/v1/files/{file_id}", files.delete, scope="upload"),
        Endpoint(("GET",), "/v1/account", account),
        Endpoint(("GET",), "/v1/webhooks/default/secret", secret, scope="webhooks"),
    )
    description = DESCRIPTION

    def credential(self, headers: Mapping[str, str]) -> str | None:
        """`Authorization: Bearer <key>` (older: `Token`), or wherever else a key may stand."""
        return credential_from(headers, _PLACES)

    def refuse(self, error: MaquetteError) -> Reply:
        """See `errors.ENVELOPE`."""
        return errors.refuse(error)

    def refuse_http(self, status: int, message: str) -> Reply:
        """Same envelope."""
        return errors.refuse_http(status, message)

    async def render_event(self, context: DialectContext, notice: Notice) -> Rendered | None:
        """The prediction. Replicate's signature is that of Standard Webhooks, which every delivery has."""
        url = gateway.linker(context, notice.base_url)
        return Rendered(answers.prediction(notice.job, notice.base_url, url))
