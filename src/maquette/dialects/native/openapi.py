"""The OpenAPI 3.1 document, made from the operations and the models."""

from __future__ import annotations

import copy
import re
from collections.abc import Mapping
from functools import cache
from typing import Any

from pydantic import BaseModel
from pydantic.json_schema import models_json_schema

from maquette import __version__
from maquette.dialects.native.errors import MEDIA_TYPE, PREFIX, PROBLEMS
from maquette.dialects.native.operation import JSON, Operation, Param
from maquette.dialects.native.operations import OPERATIONS
from maquette.dialects.native.resources import Problem

_REF = "#/components/schemas/"
_UUID = {"type": "string", "format": "uuid"}
_PATHS: dict[str, tuple[Mapping[str, Any], str]] = {
    "job_id": (_UUID, "Of a job."),
    "asset_id": (_UUID, "Of a job's file."),
    "upload_id": (_UUID, "Of an upload."),
    "webhook_id": (_UUID, "Of a webhook."),
    "key_id": (_UUID, "Of a key."),
    "delivery_id": (_UUID, "Of a delivery."),
    "number": ({"type": "integer", "minimum": 1, "maximum": 1000}, "Of the part, from 1."),
    "dialect": ({"type": "string"}, "`rodin`, `scenario`, `pixazo`, `csm`, `fal` or `replicate`."),
    "token": ({"type": "string"}, "From `events_url`."),
}
_SECURITY = {
    "bearer": {"type": "http", "scheme": "bearer", "description": "`Authorization: Bearer mq_…`"},
    "basic": {
        "type": "http",
        "scheme": "basic",
        "description": "`Authorization: Basic …` of key and secret, or of the key alone",
    },
    "apiKey": {"type": "apiKey", "in": "header", "name": "x-api-key", "description": "`x-api-key: mq_…`"},
    "subscriptionKey": {
        "type": "apiKey",
        "in": "header",
        "name": "Ocp-Apim-Subscription-Key",
        "description": "`Ocp-Apim-Subscription-Key: mq_…`",
    },
}
_TAGS = {
    "Jobs": "Everything that is made is a job.",
    "Assets": "Files of finished jobs, behind signed links.",
    "Uploads": "Files that requests name by id.",
    "Account": "Whose key this is, and what it costs.",
    "Catalog": "What this installation can do.",
    "Webhooks": "Deliveries signed by the Standard Webhooks scheme.",
    "Server": "Is it well, and this document.",
}


@cache
def document() -> dict[str, Any]:
    """The whole document; do not change it."""
    paths: dict[str, dict[str, Any]] = {}
    for operation in OPERATIONS:
        paths.setdefault(PREFIX + operation.path, {})[operation.method.lower()] = _operation(operation)
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Maquette",
            "version": __version__,
            "summary": "Photos in, production-ready 3D assets out.",
            "description": "One resource model over all jobs. Errors are RFC 9457 problems. docs/native.md tells more.",
            "license": {"name": "Apache-2.0", "identifier": "Apache-2.0"},
        },
        "servers": [{"url": "/"}],
        "tags": [{"name": name, "description": text} for name, text in _TAGS.items()],
        "security": [{name: []} for name in _SECURITY],
        "paths": paths,
        "components": {"schemas": _schemas(), "securitySchemes": _SECURITY},
    }


def _schemas() -> dict[str, Any]:
    sent = {o.body for o in OPERATIONS if o.body}
    got = {model for o in OPERATIONS for model in (o.returns[1], o.also and o.also[1]) if model} | {Problem}
    wanted: list[tuple[type[BaseModel], Any]] = [(m, "validation") for m in sorted(sent, key=_name)]
    wanted += [(m, "serialization") for m in sorted(got, key=_name)]
    _, schema = models_json_schema(wanted, ref_template=_REF + "{model}")
    made: dict[str, Any] = schema["$defs"]
    for operation in OPERATIONS:
        model = operation.returns[1]
        if operation.many and model is not None:
            made[f"{model.__name__}List"] = _list_schema(model.__name__)
    return dict(sorted(made.items()))


def _name(model: type[BaseModel]) -> str:
    return model.__name__


def _list_schema(name: str) -> dict[str, Any]:
    text = {"anyOf": [{"type": "string"}, {"type": "null"}]}
    number = {
        "anyOf": [{"type": "integer"}, {"type": "null"}],
        "description": "Only with `count=true`, or where all is listed.",
    }
    fields = {
        "object": {"const": "list", "type": "string"},
        "data": {"type": "array", "items": {"$ref": _REF + name}},
        "next_cursor": text,
        "previous_cursor": text,
        "total": number,
    }
    return {"type": "object", "title": f"{name}List", "properties": fields, "required": list(fields)}


def _operation(operation: Operation) -> dict[str, Any]:
    record: dict[str, Any] = {
        "operationId": operation.id,
        "tags": [operation.tag],
        "summary": operation.summary,
        "description": operation.description,
        "parameters": [*_path_params(operation.path), *(_param(p) for p in operation.params)],
        "responses": _responses(operation),
        "x-scope": operation.needs,
    }
    if operation.public:
        record["security"] = []
    body = _body(operation)
    if body is not None:
        record["requestBody"] = body
    return record


def path_names(path: str) -> list[str]:
    """Names of the parameters in a path."""
    return re.findall(r"{(\w+)}", path)


def _path_params(path: str) -> list[dict[str, Any]]:
    return [
        {"name": n, "in": "path", "required": True, "schema": dict(_PATHS[n][0]), "description": _PATHS[n][1]}
        for n in path_names(path)
    ]


def _param(param: Param) -> dict[str, Any]:
    record: dict[str, Any] = {"name": param.name, "in": param.where, "required": param.required}
    return record | {"schema": dict(param.schema), "description": param.description}


def _body(operation: Operation) -> dict[str, Any] | None:
    if operation.encoding == "raw":
        return {
            "required": True,
            "content": {"application/octet-stream": {"schema": {"type": "string", "format": "binary"}}},
        }
    if operation.body is None:
        return None
    ref = {"$ref": _REF + operation.body.__name__}
    content: dict[str, Any] = {JSON: {"schema": ref, "example": operation.sent}}
    if operation.files:
        one = {"type": "string", "format": "binary"}
        parts: dict[str, Any] = {n: {"type": "array", "items": one} if n == "images" else one for n in operation.files}
        parts["request"] = {
            "type": "string",
            "description": "All other fields as one JSON object, or each as a text field.",
        }
        content["multipart/form-data"] = {
            "schema": {"type": "object", "properties": parts, "additionalProperties": {"type": "string"}}
        }
    required = any(f.is_required() for f in operation.body.model_fields.values())
    return {"required": required, "content": content}


def _responses(operation: Operation) -> dict[str, Any]:
    status, model = operation.returns
    good: dict[str, Any] = {"description": operation.summary + "."}
    if operation.headers:
        good["headers"] = {n: {"schema": {"type": "string"}, "description": t} for n, t in operation.headers.items()}
    if operation.example is not None:
        schema: dict[str, Any] = {"type": "string" if operation.media_type != JSON else "object"}
        if model is not None:
            schema = {"$ref": f"{_REF}{model.__name__}{'List' if operation.many else ''}"}
        good["content"] = {operation.media_type: {"schema": schema, "example": operation.example}}
    found: dict[str, Any] = {str(status): good}
    if operation.also is not None:
        also, other, example = operation.also
        content = {JSON: {"schema": {"$ref": _REF + other.__name__}, "example": example}}
        found[str(also)] = {"description": other.__doc__ or "", "content": content}
    if operation.media_type == "text/event-stream":
        found["204"] = {"description": "The end was seen already."}
    if any(p.name == "If-None-Match" for p in operation.params):
        found["304"] = {"description": "Nothing has changed."}
    for code, answers in _problems(operation).items():
        if code not in found:
            found[code] = answers
    return found


def codes(operation: Operation) -> list[str]:
    """Codes of all problems that an operation may answer with."""
    found = set(operation.problems)
    if not operation.public:
        found |= {"unauthorized", "permission_denied", "rate_limited", "unavailable"}
    if operation.params or operation.body or operation.encoding == "raw" or not operation.public:
        found.add("invalid_request")
    if operation.body or not operation.public:
        found.add("body_too_large")
    if path_names(operation.path):
        found.add("not_found")
    return sorted(found | {"internal"}, key=list(PROBLEMS).index)


def _problems(operation: Operation) -> dict[str, Any]:
    by_status: dict[str, dict[str, Any]] = {}
    for code in codes(operation):
        by_status.setdefault(str(PROBLEMS[code][0]), {})[code] = {"value": problem_example(code)}
    return {
        status: {
            "description": "; ".join(PROBLEMS[code][1] for code in examples) + ".",
            "content": {MEDIA_TYPE: {"schema": {"$ref": _REF + "Problem"}, "examples": copy.deepcopy(examples)}},
        }
        for status, examples in by_status.items()
    }


def problem_example(code: str) -> dict[str, Any]:
    """A problem of one code."""
    status, title, detail = PROBLEMS[code]
    record: dict[str, Any] = {"type": f"{PREFIX}/docs#error-{code}", "title": title, "status": status, "detail": detail}
    return record | {"code": code, "retryable": status in (429, 503)}
