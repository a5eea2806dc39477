"""A vendor's wire format as data: the operations of a dialect, what they take and give. OpenAPI documents, fuzzers and tests read it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from maquette import __version__
from maquette.dialects.schemas import FILE, TEXT, Schema

JSON, FORM = "application/json", "multipart/form-data"
STREAM = "text/event-stream"


@dataclass(frozen=True)
class Param:
    """A query parameter, or a header."""

    name: str
    schema: Schema = field(default_factory=lambda: TEXT)
    where: Literal["query", "header"] = "query"


@dataclass(frozen=True)
class Described:
    """One operation.

    Attributes:
        path: in OpenAPI's syntax, without a trailing slash.
        answers: schema of the body by status; None: no body. Refusals that all operations have stand in `Description.refusals`.
        body: schema of the body; None: there is none.
        files: names of its fields that are files in a multipart body.
        encodings: media types of the body.
        media_type: of answers that are not JSON.
    """

    method: str
    path: str
    summary: str
    answers: Mapping[int, Schema | None]
    body: Schema | None = None
    files: tuple[str, ...] = ()
    encodings: tuple[str, ...] = (JSON,)
    params: tuple[Param, ...] = ()
    public: bool = False
    media_type: str = JSON

    @property
    def id(self) -> str:
        """Unique, and stable while the path is."""
        return self.method.lower() + re.sub(r"\W+", "_", self.path).rstrip("_")

    @property
    def holes(self) -> tuple[str, ...]:
        """Names of the parameters in the path."""
        return tuple(re.findall(r"{(\w+)}", self.path))


@dataclass(frozen=True)
class Description:
    """All operations of a dialect.

    Attributes:
        refusals: schema of the error envelope by status.
        refusal_type: media type of refusals.
        holes: schemas of parameters in paths; text where none stands.
        key: header of the key, "Authorization" or a vendor's own.
    """

    operations: tuple[Described, ...]
    refusals: Mapping[int, Schema]
    refusal_type: str = JSON
    holes: Mapping[str, Schema] = field(default_factory=dict)
    key: str = "Authorization"


def document(title: str, description: Description) -> dict[str, Any]:
    """The OpenAPI 3.1 document."""
    paths: dict[str, dict[str, Any]] = {}
    for operation in description.operations:
        paths.setdefault(operation.path, {})[operation.method.lower()] = _operation(operation, description)
    scheme: dict[str, Any] = {"type": "apiKey", "in": "header", "name": description.key}
    if description.key == "Authorization":
        scheme = {"type": "http", "scheme": "bearer"}
    return {
        "openapi": "3.1.0",
        "info": {
            "title": f"{title}, answered by Maquette",
            "version": __version__,
            "description": "What this server takes and gives on this vendor's paths. It takes more spellings than are listed here.",
        },
        "servers": [{"url": "/"}],
        "security": [{"key": []}],
        "paths": paths,
        "components": {"securitySchemes": {"key": scheme}},
    }


def _operation(operation: Described, description: Description) -> dict[str, Any]:
    holes = [
        {"name": n, "in": "path", "required": True, "schema": dict(description.holes.get(n, TEXT))}
        for n in operation.holes
    ]
    asked = [{"name": p.name, "in": p.where, "required": False, "schema": dict(p.schema)} for p in operation.params]
    record: dict[str, Any] = {
        "operationId": operation.id,
        "summary": operation.summary,
        "parameters": holes + asked,
        "responses": _responses(operation, description),
    }
    if operation.public:
        record["security"] = []
    if operation.body is not None:
        record["requestBody"] = {"content": {e: {"schema": _body(operation, e)} for e in operation.encodings}}
    return record


def _body(operation: Described, encoding: str) -> dict[str, Any]:
    schema = dict(operation.body or {})
    if encoding != FORM or not operation.files:
        return schema
    fields = dict(schema.get("properties", {}))
    for name in operation.files:
        fields[name] = {"type": "array", "items": FILE} if fields.get(name, {}).get("type") == "array" else FILE
    return schema | {"properties": fields}


def _responses(operation: Described, description: Description) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for status, schema in operation.answers.items():
        found[str(status)] = {"description": operation.summary + "."}
        if schema is not None:
            kind = operation.media_type if status < 300 else JSON
            found[str(status)]["content"] = {kind: {"schema": dict(schema)}}
    for status, schema in description.refusals.items():
        content = found.setdefault(str(status), {"description": "Refused."}).setdefault("content", {})
        held = content.setdefault(description.refusal_type, {})
        held["schema"] = {"anyOf": [held["schema"], dict(schema)]} if "schema" in held else dict(schema)
    return found
