"""Scenario's endpoints as data: see `maquette.dialects.described`. The inputs of a run come from the models' own documents."""

from __future__ import annotations

from collections.abc import Iterable

from maquette.dialects.described import Described, Description, Param
from maquette.dialects.scenario import jobs, uploads
from maquette.dialects.scenario.account import KINDS, RANGES
from maquette.dialects.scenario.hooks import EVENTS
from maquette.dialects.scenario.models import MODELS, Input
from maquette.dialects.schemas import (
    ANY_OBJECT,
    BOOL,
    COUNT,
    INT,
    NULL,
    NUMBER,
    PICTURE,
    TEXT,
    TEXTS,
    TIME,
    URL,
    WORD,
    Schema,
    body,
    either,
    many,
    maybe,
    obj,
    whole,
    words,
)
from maquette.request import FORMATS

BASE = "/v1"
_DETAILS = obj({"actionName": WORD, "actionLimit": COUNT})
REFUSAL = obj(
    {"statusCode": COUNT, "error": WORD, "reason": WORD, "message": WORD, "traceId": WORD}
    | {"field": WORD, "remainingSeconds": NUMBER, "details": _DETAILS},
    ["traceId", "field", "remainingSeconds", "details"],
)
_COSTS: dict[str, Schema] = {"creativeUnitsCost": NUMBER, "creativeUnitsDiscount": NUMBER, "costDetails": ANY_OBJECT}
DRY = obj(_COSTS)
JOB = obj(
    {"jobId": WORD, "id": WORD, "jobType": words(jobs.CUSTOM, jobs.DOWNLOAD), "status": words(*jobs.WORDS)}
    | {"progress": {"type": "number", "minimum": 0, "maximum": 1}, "createdAt": TIME, "updatedAt": TIME}
    | {"statusHistory": many(obj({"status": words(*jobs.WORDS), "date": TIME}), minItems=1)}
    | {"authorId": WORD, "ownerId": WORD, "billing": obj({"cuCost": NUMBER, "cuDiscount": NUMBER})}
    | {
        "metadata": obj(
            {"input": ANY_OBJECT, "assetIds": TEXTS, "error": WORD, "hint": WORD, "warnings": TEXTS},
            ["error", "hint", "warnings"],
        )
    }
)
_SHOWN = obj({"assetId": WORD, "url": URL})
ASSET = obj(
    {"id": WORD, "url": URL, "mimeType": WORD, "kind": WORD, "source": WORD, "status": {"const": "success"}}
    | {"metadata": ANY_OBJECT, "properties": ANY_OBJECT, "privacy": {"const": "private"}, "tags": TEXTS}
    | {"collectionIds": TEXTS, "editCapabilities": TEXTS, "isHidden": BOOL, "authorId": WORD, "ownerId": WORD}
    | {"createdAt": TIME, "updatedAt": TIME, "outputIndex": COUNT, "thumbnail": _SHOWN, "preview": _SHOWN}
    | {"description": TEXT, "nsfw": TEXTS, "teamId": WORD},
    ["outputIndex", "thumbnail", "preview", "description", "nsfw", "teamId"],
)
UPLOAD = obj(
    {"id": WORD, "authorId": WORD, "ownerId": WORD, "fileName": WORD, "originalFileName": WORD}
    | {"kind": words(*uploads.KINDS), "source": words("url", "multipart"), "fileSize": COUNT}
    | {"status": words(*uploads.STATUSES.values()), "createdAt": TIME, "updatedAt": TIME, "contentType": WORD}
    | {"url": TEXT, "partsCount": COUNT, "assetOptions": ANY_OBJECT, "entityId": WORD, "errorMessage": WORD}
    | {"parts": many(obj({"number": COUNT, "url": URL, "expires": TIME}))},
    ["contentType", "url", "partsCount", "assetOptions", "entityId", "errorMessage", "parts"],
)
MODEL = obj(
    {"id": words(*MODELS), "name": WORD, "shortDescription": WORD, "type": WORD, "privacy": WORD, "source": WORD}
    | {"status": WORD, "custom": BOOL, "capabilities": TEXTS, "tags": TEXTS, "collectionIds": TEXTS}
    | {"exampleAssetIds": TEXTS, "trainingImagesNumber": COUNT, "createdAt": TIME, "updatedAt": TIME}
    | {"inputs": many(ANY_OBJECT, minItems=1), "teamId": WORD, "ownerId": TEXT, "authorId": TEXT, "concepts": TEXTS},
    ["teamId", "ownerId", "authorId", "concepts"],
)
ENDPOINT = obj(
    {"id": WORD, "url": URL, "enabled": BOOL, "enabledEvents": many(words(*EVENTS)), "description": TEXT}
    | {"ownerId": maybe(TEXT), "ownerType": maybe(words("project", "team")), "nbTotalCalls": COUNT}
    | {"nbFailedCalls": COUNT, "createdAt": TIME, "updatedAt": TIME, "secret": WORD},
    ["secret"],
)
_SUMMARY: dict[str, Schema] = {"id": WORD, "endpointId": WORD, "type": words(*EVENTS), "updatedAt": TIME}
_SUMMARY["status"] = words("success", "failed", "retrying", "created")
_ATTEMPT = obj({"sentAt": TIME, "responseStatusCode": COUNT})
EVENT = obj({**_SUMMARY, "createdAt": TIME, "sentAt": TIME, "attempts": many(_ATTEMPT), "payload": ANY_OBJECT})
_PROJECT = obj(
    {"id": WORD, "name": WORD, "teamId": WORD, "createdAt": TIME, "updatedAt": TIME, "keys": TEXTS, "users": TEXTS}
    | {"privacyMode": BOOL}
)
_TEAM = obj({"id": WORD, "name": WORD, "plan": WORD, "type": WORD, "projects": many(ANY_OBJECT)}, more=True)
_LINK = obj({"url": URL, "mimeType": WORD})
_STATE = obj({"jobId": WORD, "jobStatus": words(*jobs.WORDS), "downloadUrl": URL}, ["downloadUrl"])
_SIZE, _TOKEN = Param("pageSize", whole(1, 500)), Param("paginationToken")
_DRY = Param("dryRun", words("true", "api", "false"))
_ASSET_ID: Schema = {"type": "string", "x-id": "asset"}
_IDS = many(_ASSET_ID)


def _input(item: Input) -> Schema:
    if item.type == "boolean":
        return BOOL
    if item.type == "number":
        return whole(item.low or 0, item.high or 2**31)
    if item.type == "file":
        return _ASSET_ID
    if item.type == "file_array":
        return many(_ASSET_ID, maxItems=item.high or 64)
    return words(*item.allowed) if item.allowed else TEXT


def _inputs(items: Iterable[Input]) -> Schema:
    return body({item.name: _input(item) for item in items} | {"hideResults": BOOL})


def _listed(name: str, items: Schema) -> Schema:
    return obj({name: many(items), "nextPaginationToken": WORD}, ["nextPaginationToken"])


def _hits(items: Schema) -> Schema:
    return obj({"hits": many(items), "offset": COUNT, "limit": COUNT, "estimatedTotalHits": COUNT})


def _op(method: str, path: str, summary: str, answer: Schema, sent: Schema | None = None, *params: Param) -> Described:
    answers: dict[int, Schema | None] = {200: answer}
    if _DRY in params:
        answers[269] = DRY
    return Described(method, BASE + path, summary, answers, sent, params=params)


def _runs() -> list[Described]:
    made = obj({"job": JOB, **_COSTS})
    params = (_DRY, Param("ipDetection", words("true", "false")), Param("Idempotency-Key", TEXT, "header"))
    return [
        _op("POST", f"/generate/custom/{model.id}", f"Run {model.name}", made, _inputs(model.inputs), *params)
        for model in MODELS.values()
    ]


def _hooks(owner: str) -> list[Described]:
    path, one = f"{owner}/webhook-endpoints", obj({"webhookEndpoint": ENDPOINT})
    fields: dict[str, Schema] = {
        "url": TEXT,
        "enabledEvents": many(words(*EVENTS)),
        "description": TEXT,
        "enabled": BOOL,
    }
    return [
        _op("POST", path, "Register a URL", one, body(fields, ["url", "enabledEvents"])),
        _op("GET", path, "List webhook endpoints", obj({"webhookEndpoints": many(ENDPOINT)})),
        _op("PUT", path + "/{endpoint_id}", "Change a webhook endpoint", one, body(fields)),
        _op("DELETE", path + "/{endpoint_id}", "Remove a webhook endpoint", obj({})),
        _op("GET", path + "/{endpoint_id}/events", "What it was sent", _listed("items", obj(_SUMMARY)), None, _TOKEN),
        _op("GET", path + "/{endpoint_id}/events/{event_id}", "Get an event", obj({"webhookEvent": EVENT})),
    ]


_ASSETS, _JOB, _UP = obj({"assets": many(ASSET)}), obj({"job": JOB}), obj({"upload": UPLOAD})
_ASSET, _NOTHING = obj({"asset": ASSET}), obj({})
_UPLOADED = {"name": TEXT, "image": PICTURE, "parentId": TEXT, "hide": BOOL, "collectionIds": TEXTS}
_BEGUN = {"kind": words(*uploads.KINDS), "fileName": TEXT, "contentType": TEXT, "fileSize": INT, "parts": INT}
_SKIPPED = obj({"assetId": TEXT, "reason": words("not-deleted", "not-found")})
_FILTERS = (
    *("type", "tags", "createdAfter", "createdBefore", "updatedAfter", "updatedBefore", "parentAssetId"),
    *("rootAssetId", "inferenceId", "modelId", "collectionId", "authorId"),
)
_SORT = (Param("sortDirection", words("asc", "desc")), Param("sortBy", words("createdAt", "updatedAt")))
_QUERY = body({"assetIds": _IDS, "inferenceIds": TEXTS, "modelIds": TEXTS})
_OPTIONS = body({"fileNameTemplate": TEXT, "flat": BOOL, "archiveName": TEXT})
_PACK = body({"query": _QUERY, "options": _OPTIONS}, ["query", "options"])
_SEARCH = body({"query": TEXT, "offset": COUNT, "limit": COUNT, "hitsPerPage": COUNT, "filter": TEXT})
_USAGES = (Param("type", words(*KINDS)), Param("timeRange", words(*RANGES)), Param("startDate"), Param("endDate"))
_OPERATIONS = (
    *_runs(),
    _op(
        "GET",
        "/jobs",
        "List jobs",
        _listed("jobs", JOB),
        None,
        _SIZE,
        _TOKEN,
        Param("type"),
        Param("status", words(*jobs.WORDS)),
    ),
    _op("GET", "/jobs/{job_id}", "Get a job", _JOB),
    _op("POST", "/jobs/{job_id}/action", "Cancel a job", _JOB, body({"action": words("cancel")}, ["action"])),
    _op("GET", "/assets", "List assets", _listed("assets", ASSET), None, _SIZE, _TOKEN, *_SORT, *map(Param, _FILTERS)),
    _op("POST", "/assets", "Store a picture", _ASSET, body(_UPLOADED, ["name", "image"])),
    _op("DELETE", "/assets", "Delete assets", _NOTHING, body({"assetIds": _IDS}, ["assetIds"])),
    _op("POST", "/assets/get-bulk", "Get assets", _ASSETS, body({"assetIds": _IDS}, ["assetIds"])),
    _op(
        *("POST", "/assets/restore", "Restore assets"),
        obj({"restoredAssetIds": TEXTS, "skippedAssets": many(_SKIPPED)}),
        body({"assetIds": _IDS}, ["assetIds"]),
    ),
    _op("POST", "/assets/download", "Assets in a package", obj({"jobId": WORD}), _PACK, _DRY),
    _op("GET", "/assets/download/{job_id}", "How far a package is", _STATE),
    _op("GET", "/assets/{asset_id}", "Get an asset", _ASSET),
    _op("PUT", "/assets/{asset_id}", "Name an asset", _ASSET, body({"name": TEXT, "description": TEXT})),
    _op(
        *("PUT", "/assets/{asset_id}/tags", "Tag an asset", obj({"added": TEXTS, "deleted": TEXTS})),
        body({"add": TEXTS, "delete": TEXTS, "strict": BOOL}),
    ),
    _op("POST", "/assets/{asset_id}/download", "A link, converted", _LINK, body({"targetFormat": words(*FORMATS)})),
    _op(
        "POST",
        "/uploads",
        "Begin an upload",
        _UP,
        body(_BEGUN | {"url": TEXT, "assetOptions": ANY_OBJECT}, ["kind"]),
        _DRY,
    ),
    _op("GET", "/uploads/{upload_id}", "Get an upload", _UP),
    _op(
        "POST",
        "/uploads/{upload_id}/action",
        "Complete an upload",
        _UP,
        body({"action": words("complete")}, ["action"]),
    ),
    _op("GET", "/models", "List models", _listed("models", MODEL), None, _SIZE, _TOKEN, Param("type"), Param("status")),
    _op("GET", "/models/{model_id}", "Get a model", obj({"model": MODEL})),
    _op(
        "POST", "/models/get-bulk", "Get models", obj({"models": many(MODEL)}), body({"modelIds": many(words(*MODELS))})
    ),
    _op("POST", "/search/models", "Search models", _hits(MODEL), _SEARCH, Param("offset", COUNT)),
    _op("POST", "/search/assets", "Search assets", _hits(ASSET), _SEARCH, Param("offset", COUNT)),
    _op("GET", "/usages", "What was charged", ANY_OBJECT, None, *_USAGES),
    _op("GET", "/oscu/prices", "Prices of credits", obj({"prices": many(NULL, maxItems=0)})),
    _op("GET", "/projects", "List projects", obj({"projects": many(_PROJECT)})),
    _op("GET", "/projects/{project_id}", "Get a project", obj({"project": _PROJECT})),
    _op("GET", "/teams", "List teams", obj({"teams": many(_TEAM)})),
    _op("GET", "/teams/{team_id}", "Get a team", obj({"team": _TEAM})),
    _op("GET", "/teams/{team_id}/limits", "What a team may have", ANY_OBJECT),
    *_hooks("/projects/{project_id}"),
    *_hooks("/teams/{team_id}"),
)
DESCRIPTION = Description(
    _OPERATIONS, dict.fromkeys((400, 401, 402, 403, 404, 405, 409, 413, 422, 429, 500, 503), either(REFUSAL))
)
