"""Pixazo's endpoints as data: see `maquette.dialects.described`."""

from __future__ import annotations

from maquette.dialects.described import Described, Description, Param
from maquette.dialects.gateway_described import body_of
from maquette.dialects.pixazo.models import MODELS
from maquette.dialects.schemas import NULL, TEXT, TIME, URL, WORD, either, many, maybe, obj, words

REFUSAL = obj({"error": WORD, "message": WORD, "statusCode": {"const": 401}}, ["statusCode"])
SUBMITTED = obj({"request_id": WORD, "status": {"const": "QUEUED"}, "polling_url": URL})
_OUTPUT = obj({"media_url": many(URL), "media_type": WORD})
_HEAD = {"request_id": WORD, "model_id": words(*MODELS)}
_WORDS = words("QUEUED", "PROCESSING", "COMPLETED", "FAILED")
_REST = {"error": maybe(WORD), "output": maybe(_OUTPUT), "created_at": TIME, "updated_at": TIME}
_REST["completed_at"] = maybe(TIME)
_ERROR = obj(_HEAD | {"status": {"const": "ERROR"}, "error": WORD, "output": NULL})
STATUS = either(obj(_HEAD | {"status": _WORDS} | _REST), _ERROR)
FLAT = either(obj(_HEAD | {"status": _WORDS} | _REST | {"output_url": URL}, ["output_url"]), _ERROR)


def _operations() -> tuple[Described, ...]:
    hook = (Param("X-Webhook-URL", TEXT, "header"),)
    out = [
        Described(
            *("POST", f"/{api_id}/v1/{operation}", f"Submit to {api_id}", {202: SUBMITTED}),
            body_of(model),
            params=hook,
        )
        for api_id, (operation, model) in MODELS.items()
    ]
    out.append(Described("GET", "/v2/requests/status/{request_id}", "How far a request is", {200: STATUS}))
    for api_id in MODELS:
        for word in ("status", "result"):
            path = f"/{api_id}/v1/{word}/{{request_id}}"
            out.append(Described("GET", path, "How far a request is, with a flat output_url", {200: FLAT}))
    return tuple(out)


DESCRIPTION = Description(
    _operations(),
    dict.fromkeys((400, 401, 402, 403, 404, 405, 413, 429, 500, 503), REFUSAL),
    key="Ocp-Apim-Subscription-Key",
)
