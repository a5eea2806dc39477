"""Replicate's endpoints as data: see `maquette.dialects.described`."""

from __future__ import annotations

from maquette.dialects.described import FORM, Described, Description, Param
from maquette.dialects.gateway_described import body_of
from maquette.dialects.replicate.model import MODEL, REF, VERSION
from maquette.dialects.replicate.predictions import EVENTS
from maquette.dialects.schemas import (
    ANY_OBJECT,
    BOOL,
    COUNT,
    FILE,
    NULL,
    NUMBER,
    TEXT,
    TIME,
    URL,
    UUID,
    WORD,
    Schema,
    body,
    many,
    maybe,
    obj,
    words,
)

_FAULT = obj({"type": WORD, "field": WORD, "description": WORD})
REFUSAL = obj({"title": WORD, "detail": WORD, "status": COUNT, "invalid_fields": many(_FAULT)}, ["invalid_fields"])
PREDICTION = obj(
    {
        "id": UUID,
        "model": {"const": REF},
        "version": {"const": VERSION},
        "input": ANY_OBJECT,
        "logs": TEXT,
        "output": maybe(URL),
        "data_removed": BOOL,
        "error": maybe(WORD),
        "source": {"const": "api"},
        "status": words("starting", "processing", "succeeded", "failed", "canceled"),
        "created_at": TIME,
        "started_at": maybe(TIME),
        "completed_at": maybe(TIME),
        "metrics": obj({"predict_time": NUMBER, "total_time": NUMBER}, ["predict_time", "total_time"]),
        "urls": obj({"cancel": URL, "get": URL, "web": URL}),
    }
)
FILE_DOCUMENT = obj(
    {
        "id": UUID,
        "name": WORD,
        "content_type": WORD,
        "size": COUNT,
        "etag": WORD,
        "checksums": obj({"sha256": WORD}),
        "metadata": ANY_OBJECT,
        "created_at": TIME,
        "expires_at": TIME,
        "urls": obj({"get": URL}),
    }
)
_VERSION = obj({"id": {"const": VERSION}, "created_at": TIME, "cog_version": WORD, "openapi_schema": ANY_OBJECT})
_NOTHING = ("github_url", "paper_url", "license_url", "cover_image_url", "default_example")
_MODEL = obj(
    {"url": URL, "owner": WORD, "name": WORD, "description": WORD, "visibility": WORD, "run_count": COUNT}
    | {"latest_version": _VERSION}
    | dict.fromkeys(_NOTHING, NULL)
)
_ACCOUNT = obj({"type": WORD, "username": WORD, "name": WORD, "github_url": NULL})


def _page(items: Schema) -> Schema:
    return obj({"previous": maybe(URL), "next": maybe(URL), "results": many(items)})


_ASKED = {
    "input": body_of(MODEL),
    "webhook": TEXT,
    "webhook_events_filter": many(words(*EVENTS)),
    "webhook_completed": TEXT,
    "stream": BOOL,
}
_WAIT = (Param("Prefer", words("wait", "wait=1"), "header"),)
_TIMES = (Param("created_after"), Param("created_before"), Param("cursor"))
_MADE = {201: PREDICTION, 202: PREDICTION}
_CREATE = body(_ASKED, ["input"])
_CREATE_BY_VERSION = body(_ASKED | {"version": words(VERSION, REF)}, ["input", "version"])
_UPLOAD = body({"content": FILE, "metadata": TEXT, "filename": TEXT}, ["content"])
_OPERATIONS = (
    Described("POST", f"/v1/models/{REF}/predictions", "Predict", _MADE, _CREATE, params=_WAIT),
    Described("POST", "/v1/predictions", "Predict by version", _MADE, _CREATE_BY_VERSION, params=_WAIT),
    Described("GET", "/v1/predictions", "List predictions", {200: _page(PREDICTION)}, params=_TIMES),
    Described("GET", "/v1/predictions/{prediction_id}", "Get a prediction", {200: PREDICTION}),
    Described("POST", "/v1/predictions/{prediction_id}/cancel", "Cancel a prediction", {200: PREDICTION}),
    Described("GET", f"/v1/models/{REF}", "The model", {200: _MODEL}),
    Described("GET", f"/v1/models/{REF}/versions", "Its versions", {200: _page(_VERSION)}),
    Described("GET", f"/v1/models/{REF}/versions/{{version_id}}", "A version", {200: _VERSION}),
    Described("POST", "/v1/files", "Store a file", {201: FILE_DOCUMENT}, _UPLOAD, ("content",), (FORM,)),
    Described("GET", "/v1/files", "List files", {200: _page(FILE_DOCUMENT)}, params=_TIMES[2:]),
    Described("GET", "/v1/files/{file_id}", "Get a file", {200: FILE_DOCUMENT}),
    Described("DELETE", "/v1/files/{file_id}", "Delete a file", {204: None}),
    Described("GET", "/v1/account", "Whose key this is", {200: _ACCOUNT}),
    Described("GET", "/v1/webhooks/default/secret", "What signs webhooks", {200: obj({"key": WORD})}),
)
DESCRIPTION = Description(
    _OPERATIONS,
    dict.fromkeys((400, 401, 402, 403, 404, 405, 413, 422, 429, 500, 503), REFUSAL),
    "application/problem+json",
)
