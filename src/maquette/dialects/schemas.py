"""JSON schemas (draft 2020-12) for the descriptions of vendors' formats, and the schema behind each reader of a field."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from maquette.dialects.forms import Choice, read_bool, read_int, read_number, read_numbers, read_strings, read_text

Schema = Mapping[str, Any]
TEXT: Schema = {"type": "string"}
WORD: Schema = {"type": "string", "minLength": 1}
INT: Schema = {"type": "integer"}
COUNT: Schema = {"type": "integer", "minimum": 0}
NUMBER: Schema = {"type": "number"}
BOOL: Schema = {"type": "boolean"}
NULL: Schema = {"type": "null"}
ANY: Schema = {}
URL: Schema = {"type": "string", "pattern": "^https?://"}
UUID: Schema = {"type": "string", "format": "uuid"}
TIME: Schema = {"type": "string", "pattern": r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|\+00:00)$"}
PICTURE: Schema = {"type": "string", "description": "A URL, a `data:` URL or base64.", "x-file": "image"}
MODEL: Schema = {"type": "string", "description": "A URL, a `data:` URL or base64.", "x-file": "model"}
FILE: Schema = {"type": "string", "format": "binary"}
NUMBERS: Schema = {"type": "array", "items": NUMBER}
TEXTS: Schema = {"type": "array", "items": TEXT}
ANY_OBJECT: Schema = {"type": "object"}


def obj(fields: Mapping[str, Schema], optional: Iterable[str] = (), *, more: bool = False) -> Schema:
    """An object with these keys and, unless `more`, no others; all but the `optional` ones are always there."""
    left_out = set(optional)
    shape = {"type": "object", "properties": dict(fields), "required": [n for n in fields if n not in left_out]}
    return shape if more else shape | {"additionalProperties": False}


def body(fields: Mapping[str, Schema], required: Iterable[str] = ()) -> Schema:
    """What a client sends: all fields may be left out but the `required` ones, and unknown ones may come."""
    return {"type": "object", "properties": dict(fields), "required": list(required)}


def many(items: Schema, **bounds: int) -> Schema:
    """A list."""
    return {"type": "array", "items": items, **bounds}


def words(*choices: str) -> Schema:
    """One of these."""
    return {"type": "string", "enum": list(choices)}


def maybe(schema: Schema) -> Schema:
    """What `schema` says, or null."""
    return {"anyOf": [schema, NULL]}


def either(*schemas: Schema) -> Schema:
    """One of these shapes."""
    return {"anyOf": list(schemas)}


def whole(low: int, high: int) -> Schema:
    """A whole number in these bounds."""
    return {"type": "integer", "minimum": low, "maximum": high}


_READERS: Mapping[Callable[..., Any], Schema] = {
    read_text: TEXT,
    read_bool: BOOL,
    read_int: INT,
    read_number: NUMBER,
    read_numbers: NUMBERS,
    read_strings: TEXTS,
}


def of_reader(reader: Callable[..., Any]) -> Schema:
    """What a reader of `forms` takes, in its plainest form: most take text for numbers and switches, too."""
    return words(*reader.choices) if isinstance(reader, Choice) else _READERS.get(reader, ANY)
