"""CSM's endpoints as data: see `maquette.dialects.described`. The options come from the tables that read them."""

from __future__ import annotations

from collections.abc import Mapping

from maquette.dialects.csm import v3
from maquette.dialects.csm.document import ANIMATED, MESHES, WORDS
from maquette.dialects.csm.fields import FIELDS, PLACE, POLY, SETTINGS, Between
from maquette.dialects.described import Described, Description, Param
from maquette.dialects.schemas import (
    ANY,
    ANY_OBJECT,
    BOOL,
    COUNT,
    INT,
    MODEL,
    NUMBER,
    PICTURE,
    TEXT,
    TIME,
    WORD,
    Schema,
    body,
    either,
    many,
    obj,
    of_reader,
    whole,
    words,
)

SESSIONS = "/image-to-3d-sessions"
_THREE = many(NUMBER, minItems=3, maxItems=3)
_OPTIONS: dict[str, Schema] = {
    name: {"type": "number", "minimum": reader.low, "maximum": reader.high}
    if isinstance(reader, Between)
    else of_reader(reader)
    for name, reader in FIELDS.items()
} | {
    "resolution": either(words(*POLY), {"type": "integer", "minimum": 1}),
    "texture_resolution": {"enum": [0, 128, 256, 512, 1024, 2048]},
    "scaled_bbox": _THREE,
    "pivot_point": _THREE,
}
_LINK = {"type": "string", "pattern": "^$|^https?://"}
_TEXTS = (
    *("image_url", "input_image", "caption", "discord_user_id", "user_name", "email"),
    *("user_image", "reaction_by_admin", "tier_at_creation"),
)
_FIXED = ("source", "output_id", "server_type", "model_version", "product_version", "session_code", "_id", "user_id")
_FLAGS = ("demo", "user_demo", "private", "debug", "random_poses", "is_deleted")
_MESH_URLS = [
    "preview_mesh_url",
    "mesh_url",
    *(f"{kind}_{form}" for form in MESHES for kind in ("preview_mesh_url", "mesh_url")),
]
_MESH_URLS.remove("preview_mesh_url_obj")
SESSION = obj(
    {
        **dict.fromkeys(_TEXTS, TEXT),
        **dict.fromkeys(_FIXED, WORD),
        **dict.fromkeys(_FLAGS, BOOL),
        **dict.fromkeys((*_MESH_URLS, *ANIMATED, "mp4_url", "session_gif", "selected_spin"), _LINK),
        **dict.fromkeys(FIELDS, ANY),
        **dict.fromkeys(("percentage", "percent_done"), whole(0, 100)),
        "reactions_count": INT,
        "emoji_reactions": ANY_OBJECT,
        "price": NUMBER,
        "status": words(*dict.fromkeys(w for three in WORDS.values() for w in three)),
        "session_status": words("queued", "in_progress", "complete", "failed"),
        "inference": many(ANY, maxItems=0),
        "selected_spin_index": whole(0, 3),
        "spins": many(obj({"image_url": _LINK})),
        "created_at": TIME,
        "updated_at": TIME,
        "error_message": WORD,
    },
    ["error_message"],
)
_PICTURE_SESSION = obj(
    {"_id": WORD, "session_code": WORD, "user_id": WORD, "prompt": WORD, "style_id": TEXT, "guidance": TEXT}
    | {"image_url": _LINK, "type": WORD, "is_deleted": BOOL, "status": words("processing", "completed", "failed")}
    | {"created_at": TIME, "updated_at": TIME, "error_message": WORD},
    ["error_message"],
)
_STYLE = obj(
    {"_id": WORD, "style_id": WORD, "user_id": WORD, "zip_url": WORD, "description": TEXT, "is_public": BOOL}
    | {"created_at": TIME, "updated_at": TIME}
)
_USER = obj({"_id": WORD, "user_name": WORD, "credits": NUMBER, "tier": WORD, "webhook_url": TEXT})
TYPED = obj(
    {"_id": WORD, "user_id": WORD, "status": words("incomplete", "complete", "failed"), "type": words(*v3.TYPES)}
    | {"created_at": TIME, "updated_at": TIME, "input": ANY_OBJECT, "output": ANY_OBJECT, "message": TEXT},
    ["message"],
)


def enveloped(status: int, data: Schema) -> Schema:
    """`{"error", "message", "statusCode", "data"}`."""
    return obj({"error": TEXT, "message": WORD, "statusCode": {"const": status}, "data": data})


def _listed(items: Schema) -> Schema:
    return obj({"results": many(items), "total": COUNT})


def _input() -> Schema:
    settings = {name: _OPTIONS[name] for name in SETTINGS}
    fields: Mapping[str, Schema] = {
        "image": PICTURE,
        "images": many(PICTURE, maxItems=5),
        "mesh": MODEL,
        "prompt": TEXT,
        "model": words("sculpt", "swift", "precision"),
        "num_variations": whole(1, v3.MAX_VARIATIONS),
        "manual_segmentation": BOOL,
        "quads": BOOL,
        "settings": body(settings),
    }
    return body(fields)


REFUSAL = obj({"error": WORD, "message": WORD, "statusCode": COUNT, "data": {"type": "null"}})
_PAGE = (Param("limit", whole(1, 100)), Param("page", whole(0, 1000)))
_FILTER = (Param("type", words(*v3.TYPES)), Param("status", words("incomplete", "complete", "failed")))
_MADE, _GOT, _WORK = ({s: enveloped(s, SESSION)} for s in (201, 200, 200))
_PLACES = body({name: _OPTIONS[name] for name in PLACE})
_SELECT = body({"selected_spin_index": whole(0, 3)} | {name: _OPTIONS[name] for name in PLACE})
_TTI = {"prompt": TEXT, "style_id": TEXT, "guidance": TEXT}
_STYLES = {"zip_url": TEXT, "description": TEXT, "is_public": BOOL}
_OPERATIONS = (
    Described("POST", SESSIONS, "Begin a session", _MADE, body({"image_url": PICTURE, **_OPTIONS}, ["image_url"])),
    Described("GET", SESSIONS, "List sessions", {200: enveloped(200, _listed(SESSION))}, params=_PAGE),
    Described("GET", SESSIONS + "/{code}", "Get a session", _GOT),
    Described("GET", SESSIONS + "/get-mesh/{code}", "Get a session in an array", {200: enveloped(200, many(SESSION))}),
    Described("POST", SESSIONS + "/get-3d/preview/{code}", "Select a spin", _WORK, _SELECT),
    Described("POST", SESSIONS + "/get-3d/{code}", "Select a spin", _WORK, _SELECT),
    Described("POST", SESSIONS + "/get-3d/refine/{code}", "Refine", _WORK, _PLACES),
    Described("POST", SESSIONS + "/{code}/regenerate-spins", "Make the spins again", _WORK),
    Described(
        "POST", "/tti-sessions", "A picture from words", {201: enveloped(201, _PICTURE_SESSION)}, body(_TTI, ["prompt"])
    ),
    Described("GET", "/tti-sessions/{code}", "Get a picture's session", {200: enveloped(200, _PICTURE_SESSION)}),
    Described("POST", "/tti-styles", "Make a style", {201: enveloped(201, _STYLE)}, body(_STYLES, ["zip_url"])),
    Described("GET", "/user/userdata", "Whose key this is", {200: enveloped(200, _USER)}),
    Described("POST", "/user/userdata", "Where webhooks go", {200: enveloped(200, _USER)}, body({"webhook_url": TEXT})),
    Described("GET", "/user/credits", "Whose key this is", {200: enveloped(200, _USER)}),
    Described(
        "POST",
        "/v3/sessions",
        "Begin a typed session",
        {201: TYPED},
        body({"type": words(*v3.TYPES), "input": _input()}, ["type"]),
    ),
    Described("GET", "/v3/sessions", "List typed sessions", {200: _listed(TYPED)}, params=_PAGE + _FILTER),
    Described("GET", "/v3/sessions/{code}", "Get a typed session", {200: TYPED}),
    Described(
        "DELETE",
        "/v3/sessions/{code}",
        "Delete a typed session",
        {200: obj({"_id": WORD, "is_deleted": {"const": True}})},
    ),
)
DESCRIPTION = Description(
    _OPERATIONS,
    dict.fromkeys((400, 401, 402, 403, 404, 405, 409, 413, 429, 500, 503), REFUSAL),
    key="x-api-key",
)
