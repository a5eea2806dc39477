"""Lenient reading of form fields, shared by dialects: one value may arrive as text, JSON, comma text or repeated fields.

A `Form` holds what came over the wire, whatever the body's encoding was; the `read_*` functions turn the values of one field into
a Python value. All take `(values, name)`, treat None and empty text as absent, let the last of several scalars win, and raise
`InvalidRequest` with the field's name and the remedy.
"""

from __future__ import annotations

import base64
import binascii
import json
import math
import re
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from maquette.errors import BadImage, InvalidRequest

Values = Sequence[Any]
TRUE = frozenset({"true", "1", "yes", "on"})
FALSE = frozenset({"false", "0", "no", "off"})
MAX_ITEMS = 64
"""Longest array that any field takes; longer ones are refused before they are looked at."""


@dataclass(frozen=True, eq=False)
class Upload:
    """One uploaded file. `filename` and `content_type` are the client's claims and decide nothing; `read` gives the bytes."""

    filename: str
    content_type: str
    size: int
    read: Callable[[], Awaitable[bytes]]


@dataclass(frozen=True, eq=False)
class Form:
    """A request body: all values of each field in order of arrival, and the files of each field.

    `encoding` tells how it came, since "text where a file belongs" means something else in JSON than in a form.
    """

    fields: Mapping[str, Values] = field(default_factory=dict)
    files: Mapping[str, Sequence[Upload]] = field(default_factory=dict)
    encoding: Literal["json", "multipart", "urlencoded", "empty"] = "empty"

    def values(self, name: str) -> Values:
        """All values of a field; empty if it did not come."""
        return self.fields.get(name, ())


def shown(value: object, limit: int = 40) -> str:
    """A client's value as it may stand in a message: short, one line, printable."""
    text = value if isinstance(value, str) else repr(value)
    text = "".join(c if c.isprintable() else "?" for c in text[: limit + 1])
    return text if len(text) <= limit else text[:limit] + "…"


def clean(text: str) -> str:
    """Text that every database and every encoder takes: no NUL, no lone surrogates, no surrounding space."""
    return text.replace("\0", "").encode("utf-8", "replace").decode("utf-8").strip()


def present(values: Values) -> list[Any]:
    """The values without None and empty text."""
    return [v for v in values if v is not None and not (isinstance(v, str) and not clean(v))]


def _scalar(values: Values, name: str) -> Any | None:
    kept = present(values)
    if not kept:
        return None
    if isinstance(kept[-1], (list, dict)):
        raise InvalidRequest(f"{name} must be a single value, not a list or an object.", field=name)
    return kept[-1]


def read_text(values: Values, name: str) -> str | None:
    """Text; a JSON number or boolean becomes its text."""
    value = _scalar(values, name)
    if isinstance(value, bool):
        return "true" if value else "false"
    return None if value is None else clean(str(value)) or None


def read_bool(values: Values, name: str) -> bool | None:
    """`true`/`false`/`1`/`0`/`yes`/`no`/`on`/`off` in any case, or a JSON boolean."""
    text = read_text(values, name)
    if text is None:
        return None
    if text.lower() in TRUE or text.lower() in FALSE:
        return text.lower() in TRUE
    raise InvalidRequest(f"{name} must be true or false, not '{shown(text)}'.", field=name)


def _number(value: Any, name: str) -> float:
    try:
        number = float(value)
    except (TypeError, ValueError, OverflowError):
        raise InvalidRequest(f"{name} must be a number, not '{shown(value)}'.", field=name) from None
    if not math.isfinite(number):
        raise InvalidRequest(f"{name} must be a finite number, not '{shown(value)}'.", field=name)
    return number


def read_number(values: Values, name: str) -> float | None:
    """A finite number."""
    value = _scalar(values, name)
    return None if value is None else _number(value, name)


def read_int(values: Values, name: str) -> int | None:
    """A whole number; `18000.0` counts as one."""
    number = read_number(values, name)
    if number is None:
        return None
    if number != int(number):
        raise InvalidRequest(f"{name} must be a whole number, not '{shown(number)}'.", field=name)
    return int(number)


def _items(values: Values, name: str, separator: str) -> list[Any]:
    out: list[Any] = []
    for value in present(values):
        if isinstance(value, str):
            out.extend(_from_text(clean(value), name, separator))
        elif isinstance(value, list):
            out.extend(value)
        else:
            out.append(value)
        if len(out) > MAX_ITEMS:
            raise InvalidRequest(f"{name} holds too many values; send at most {MAX_ITEMS}.", field=name)
    return present(out)


def _from_text(text: str, name: str, separator: str) -> list[Any]:
    if text.startswith("["):
        try:
            parsed = json.loads(text)
        except (ValueError, RecursionError):
            pass
        else:
            return parsed if isinstance(parsed, list) else [parsed]
    parts = re.split(separator, text.strip("[](){} "))
    if len(parts) > MAX_ITEMS:
        raise InvalidRequest(f"{name} holds too many values; send at most {MAX_ITEMS}.", field=name)
    return [p.strip().strip("'\"") for p in parts]


def read_numbers(values: Values, name: str) -> tuple[float, ...]:
    """Numbers as JSON text, comma text, repeated fields or a JSON array; empty if absent."""
    return tuple(_number(v, name) for v in _items(values, name, r"\s*[,;xX]\s*|\s+"))


def read_strings(values: Values, name: str) -> tuple[str, ...]:
    """Words as JSON text, comma text, a bare word, repeated fields or a JSON array; empty if absent."""
    items = _items(values, name, r",")
    if any(not isinstance(v, (str, int, float)) for v in items):
        raise InvalidRequest(f"{name} must be a list of words.", field=name)
    return tuple(t for t in (clean(str(v)) for v in items) if t)


def choose(text: str, choices: Sequence[str], name: str) -> str:
    """The choice that `text` names: exactly first, then in any case.

    Raises:
        InvalidRequest: none; the message lists them.
    """
    if text in choices:
        return text
    for choice in choices:
        if choice.lower() == text.lower():
            return choice
    raise InvalidRequest(f"{name} '{shown(text)}' is unknown; choose one of {', '.join(choices)}.", field=name)


@dataclass(frozen=True)
class Choice:
    """A reader of one of `choices`."""

    choices: tuple[str, ...]

    def __call__(self, values: Values, name: str) -> str | None:
        """The choice that came."""
        text = read_text(values, name)
        return None if text is None else choose(text, self.choices, name)


def read_choice(*choices: str) -> Choice:
    """A reader of one of `choices`."""
    return Choice(choices)


def inline_file(value: object, name: str) -> Upload:
    """A file that came as base64 text or a `data:` URL in a JSON body.

    Raises:
        BadImage: it is neither.
    """
    text = value if isinstance(value, str) else ""
    head, comma, tail = text.partition(",")
    body = tail if comma and head.startswith("data:") and head.endswith(";base64") else text
    try:
        data = base64.b64decode("".join(body.split()), validate=True)
    except (ValueError, binascii.Error):
        data = b""
    if not data:
        raise BadImage(
            f"{name} in JSON must be base64 text or a data: URL; better send files as multipart.", field=name
        )

    async def read() -> bytes:
        return data

    return Upload(filename=name, content_type="", size=len(data), read=read)
