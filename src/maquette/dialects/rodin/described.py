"""Rodin's endpoints as data: see `maquette.dialects.described`. The fields come from the tables that read them."""

from __future__ import annotations

from maquette.dialects.described import FORM, JSON, Described, Description, Param
from maquette.dialects.rodin import operations
from maquette.dialects.rodin.errors import ENVELOPE
from maquette.dialects.rodin.parse import FIELDS
from maquette.dialects.schemas import (
    COUNT,
    MODEL,
    NULL,
    NUMBER,
    PICTURE,
    TEXT,
    TIME,
    URL,
    UUID,
    WORD,
    body,
    either,
    many,
    maybe,
    obj,
    of_reader,
    whole,
    words,
)
from maquette.request import MAX_IMAGES

PREFIXES = ("/api/v2", "/proxy/rodin/api/v2", "/rodin/api/v2")
REFUSAL = obj({"error": words(*sorted({code for _, code in ENVELOPE.values()})), "message": WORD})
_STATE = words("Waiting", "Generating", "Done", "Failed")
SUBMITTED = obj(
    {
        "error": NULL,
        "message": WORD,
        "prompt": maybe(TEXT),
        "submit_time": TIME,
        "uuid": UUID,
        "jobs": obj({"uuids": many(UUID, minItems=1), "subscription_key": WORD}),
        "consumed": NUMBER,
    },
    optional=["error"],
)
STATES = obj(
    {
        "jobs": many(
            obj({"uuid": UUID, "status": _STATE, "queue_length": COUNT, "error": WORD}, ["queue_length", "error"])
        )
    }
)
FILES = obj({"list": many(obj({"name": WORD, "url": URL}))})
_CHARGE = obj({"task_uuid": UUID, "time": TIME, "item": TEXT, "amount": NUMBER})
BALANCE = obj({"balance": NUMBER, "usage": many(_CHARGE)}, ["usage"])
_TASK = body({"task_uuid": TEXT})


def _submit(prefix: str, name: str, summary: str, fields: operations.Fields, files: tuple[str, ...]) -> Described:
    shape = {field: of_reader(reader) for field, reader in fields.items()}
    for file in files:
        shape[file] = {"images": many(PICTURE, maxItems=MAX_IMAGES), "image": PICTURE, "model": MODEL}[file]
    answers = {201: either(SUBMITTED, REFUSAL)}
    return Described("POST", f"{prefix}/{name}", summary, answers, body(shape), files, (FORM, JSON))


def _operations(prefix: str) -> tuple[Described, ...]:
    ops = operations
    page = (Param("usage_page", whole(1, 1000)),)
    key = body({"subscription_key": TEXT, "task_uuid": TEXT})
    return (
        _submit(prefix, "rodin", "Pictures or words to an asset", FIELDS, ("images",)),
        _submit(prefix, "rodin_texture_only", "New textures for a model", ops.TEXTURE_FIELDS, ops.TEXTURE_FILES),
        _submit(prefix, "bang", "An asset in its parts", ops.BANG_FIELDS, ops.BANG_FILES),
        _submit(prefix, "polygen", "An asset with other polygons", ops.POLYGEN_FIELDS, ops.POLYGEN_FILES),
        Described("POST", f"{prefix}/status", "How far a task is", {201: either(STATES, REFUSAL)}, key),
        Described("POST", f"{prefix}/download", "Links of a task's files", {201: either(FILES, REFUSAL)}, _TASK),
        Described("GET", f"{prefix}/check_balance", "Credits left", {200: BALANCE, 201: REFUSAL}, params=page),
        Described(
            *("POST", f"{prefix}/check_balance", "Credits left", {200: BALANCE, 201: REFUSAL}),
            body({"usage_page": whole(1, 1000)}),
            params=page,
        ),
    )


DESCRIPTION = Description(
    tuple(operation for prefix in PREFIXES for operation in _operations(prefix)),
    dict.fromkeys((401, 404, 405, 413, 429, 500, 503), REFUSAL),
)
