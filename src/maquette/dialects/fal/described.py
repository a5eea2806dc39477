"""fal's endpoints as data: see `maquette.dialects.described`."""

from __future__ import annotations

from maquette.dialects.described import STREAM, Described, Description, Param
from maquette.dialects.fal.models import MODELS, OWNER
from maquette.dialects.gateway_described import body_of
from maquette.dialects.schemas import COUNT, INT, NUMBER, TEXT, TIME, URL, UUID, WORD, either, many, maybe, obj, words

_PLACE = obj({"loc": many(either(TEXT, INT), minItems=1), "msg": WORD, "type": WORD})
REFUSAL = obj({"detail": either(WORD, many(_PLACE, minItems=1))})
_URLS = {"response_url": URL, "status_url": URL, "cancel_url": URL}
SUBMITTED = obj({"status": {"const": "IN_QUEUE"}, "request_id": UUID, **_URLS, "queue_position": COUNT})
_LINE = obj({"timestamp": TIME, "level": words("WARNING", "INFO"), "source": WORD, "message": WORD})
STATUS = obj(
    {
        "status": words("IN_QUEUE", "IN_PROGRESS", "COMPLETED"),
        "request_id": UUID,
        **_URLS,
        "queue_position": COUNT,
        "logs": maybe(many(_LINE)),
        "metrics": obj({"inference_time": NUMBER}, ["inference_time"]),
        "error": WORD,
        "error_type": WORD,
    },
    ["queue_position", "logs", "metrics", "error", "error_type"],
)
_FILE = obj({"url": URL, "content_type": WORD, "file_name": WORD, "file_size": COUNT})
OUTPUT = obj({"model_mesh": maybe(_FILE), "textures": many(_FILE), "seed": COUNT, "files": many(_FILE)})
_CANCEL = obj({"status": words("CANCELLATION_REQUESTED", "ALREADY_COMPLETED")})
_KEY = obj({"kty": {"const": "OKP"}, "crv": {"const": "Ed25519"}, "use": {"const": "sig"}, "x": WORD})


def _operations() -> tuple[Described, ...]:
    hook, logs = (Param("fal_webhook"),), (Param("logs", words("0", "1")),)
    keys = obj({"keys": many(_KEY, minItems=1)})
    out = [Described("GET", "/.well-known/jwks.json", "The key of webhooks", {200: keys}, public=True)]
    for app, model in MODELS.items():
        out.append(Described("POST", f"/{app}", f"Queue {app}", {200: SUBMITTED}, body_of(model), params=hook))
        out.append(Described("POST", f"/run/{app}", f"Run {app}", {200: OUTPUT}, body_of(model), params=hook))
    for base in (OWNER, *MODELS):
        own = f"/{base}/requests/{{request_id}}"
        out.append(Described("GET", own, "What a request gave", {200: OUTPUT}))
        out.append(Described("GET", f"{own}/status", "How far a request is", {200: STATUS}, params=logs))
        out.append(
            Described(
                "GET", f"{own}/status/stream", "The same as a stream", {200: TEXT}, params=logs, media_type=STREAM
            )
        )
        out.append(Described("PUT", f"{own}/cancel", "Cancel", {202: _CANCEL, 400: _CANCEL}))
    return tuple(out)


DESCRIPTION = Description(
    _operations(), dict.fromkeys((400, 401, 403, 404, 405, 413, 422, 429, 500, 501, 503, 504), REFUSAL)
)
