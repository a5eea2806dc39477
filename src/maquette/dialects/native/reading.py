"""Bodies and query parameters into models; whatever does not fit is refused with the field's name."""

from __future__ import annotations

import difflib
import json
import re
from collections.abc import Collection, Mapping
from datetime import UTC, datetime
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from maquette.dialects.dialect import Call
from maquette.dialects.forms import Form, choose, present, read_int, read_number, read_strings, shown
from maquette.dialects.native.errors import InvalidFields
from maquette.errors import InvalidRequest, NotFound
from maquette.jobs.job import JobFilter, JobStatus
from maquette.jobs.paging import MAX_PAGE, PageQuery

M = TypeVar("M", bound=BaseModel)
_LISTS = frozenset({"views", "formats", "compression", "lods", "bbox", "pictures", "webhook_events", "events"})
_OBJECTS = frozenset({"metadata", "options"})
_ID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_WORD = re.compile(r"[A-Za-z0-9_.-]{1,40}")
_MAX_FAULTS = 20
MAX_KEY = 200
"""Characters of an idempotency key."""


def read_body(model: type[M], form: Form, files: Collection[str] = ()) -> M:
    """The body as `model`.

    Args:
        files: names of fields that may come as files, too.

    Raises:
        InvalidFields: all faults, the first one in the message.
    """
    unknown = [name for name in form.files if name not in files]
    if unknown:
        raise InvalidFields.of(
            [(shown(unknown[0]), f"is not a file here. Send it as text; files are {_words(files)}.")]
        )
    try:
        return model.model_validate(_values(form, model))
    except ValidationError as error:
        raise InvalidFields.of([_fault(e, model) for e in error.errors(include_url=False)[:_MAX_FAULTS]]) from None


def _values(form: Form, model: type[BaseModel]) -> dict[str, Any]:
    if form.encoding == "json":
        return {name: values[-1] for name, values in form.fields.items() if values[-1] is not None}
    out: dict[str, Any] = {}
    whole = present(form.values("request"))
    if whole and "request" not in model.model_fields:
        out |= _object(whole[-1], "request")
    for name, values in form.fields.items():
        kept = present(values)
        if not kept or name == "request":
            continue
        if name == "images":
            out[name] = [v for text in kept for v in (_array(text, name) if text.lstrip().startswith("[") else [text])]
        elif name in _LISTS:
            out[name] = list(read_strings(kept, name))
        elif name in _OBJECTS:
            out[name] = _object(kept[-1], name)
        else:
            out[name] = kept[-1]
    return {name: value for name, value in out.items() if value is not None}


def _object(text: str, name: str) -> dict[str, Any]:
    try:
        value = json.loads(text)
    except (ValueError, RecursionError):
        value = None
    if not isinstance(value, dict):
        raise InvalidRequest(f"{name} must be a JSON object in one text field.", field=name)
    return value


def _array(text: str, name: str) -> list[Any]:
    try:
        value = json.loads(text)
    except (ValueError, RecursionError):
        value = None
    if not isinstance(value, list):
        raise InvalidRequest(f"{name} must be a JSON array, or one value in each field.", field=name)
    return value


def _fault(error: Any, model: type[BaseModel]) -> tuple[str, str]:
    loc = [part for part in error["loc"] if isinstance(part, (str, int))]
    field = shown(str(loc[0])) if loc else "body"
    field += "".join(f"[{part}]" for part in loc[1:] if isinstance(part, int))
    if error["type"] == "extra_forbidden":
        near = difflib.get_close_matches(str(loc[0]), list(model.model_fields), 1)
        return field, f"There is no such field here. {f'Did you mean {near[0]}?' if near else 'Leave it out.'}"
    if error["type"] == "missing":
        return field, "It is missing. Send it."
    text = str(error["msg"]).removeprefix("Value error, ")
    return field, text[:1].upper() + text[1:] + "."


def _words(names: Collection[str]) -> str:
    return " and ".join(sorted(names)) or "not taken"


# -- paths, headers, queries


def path_id(call: Call, name: str) -> str:
    """The id in a path. Raises `NotFound` for anything that is none."""
    text = call.path.get(name, "").lower()
    if not is_id(text):
        raise NotFound("There is no such thing: ids are UUIDs, as the lists show them.")
    return text


def is_id(text: str) -> bool:
    """It looks like the id of something."""
    return _ID.fullmatch(text) is not None


def idempotency_key(call: Call) -> str | None:
    """The header. Raises `InvalidRequest` for one that cannot be kept."""
    key = call.headers.get("idempotency-key", "").strip()
    if len(key) > MAX_KEY or not (key.isascii() and key.isprintable()):
        raise InvalidRequest(
            f"Idempotency-Key must be printable ASCII of at most {MAX_KEY} characters; a UUID is fine.",
            field="Idempotency-Key",
        )
    return key or None


def page_query(call: Call) -> PageQuery:
    """`limit`, `cursor`, `count`. Raises `InvalidRequest`."""
    limit = read_int([call.query.get("limit")], "limit")
    if limit is not None and not 1 <= limit <= MAX_PAGE:
        raise InvalidRequest(f"limit must be from 1 to {MAX_PAGE}.", field="limit")
    cursor = call.query.get("cursor") or None
    return PageQuery(limit=50 if limit is None else limit, cursor=cursor, count=flag(call.query, "count"))


def flag(query: Mapping[str, str], name: str) -> bool:
    """True or false. Raises `InvalidRequest`."""
    text = query.get(name, "").lower()
    if text not in ("", "true", "false", "1", "0"):
        raise InvalidRequest(f"{name} must be true or false.", field=name)
    return text in ("true", "1")


def seconds(query: Mapping[str, str], name: str, most: float) -> float:
    """0 to `most`. Raises `InvalidRequest`."""
    value = read_number([query.get(name)], name) or 0.0
    if not 0 <= value <= most:
        raise InvalidRequest(f"{name} must be from 0 to {most:g} seconds.", field=name)
    return value


def moment(query: Mapping[str, str], name: str) -> datetime | None:
    """An ISO 8601 time; UTC where it has no zone. Raises `InvalidRequest`."""
    text = query.get(name, "").strip()
    if not text:
        return None
    try:
        # a "+" in a query that was not encoded arrives as a space
        value = datetime.fromisoformat(text.replace(" ", "+") if text.count(" ") == 1 and "T" in text else text)
        value = value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)
        if 1971 <= value.year <= 9000:
            return value
    except (ValueError, OverflowError):
        pass
    raise InvalidRequest(f"{name} must be an ISO 8601 time such as 2026-01-31T12:00:00Z.", field=name)


def job_filter(call: Call) -> JobFilter:
    """`status`, `dialect`, `created_after`, `created_before`. Raises `InvalidRequest`."""
    known = [str(s) for s in JobStatus]
    statuses = [choose(text, known, "status") for text in read_strings([call.query.get("status")], "status")]
    dialects = read_strings([call.query.get("dialect")], "dialect")
    if not all(_WORD.fullmatch(name) for name in dialects):
        raise InvalidRequest("dialect must be a comma list of words such as native,rodin.", field="dialect")
    return JobFilter(
        statuses=tuple(JobStatus(s) for s in statuses),
        dialects=dialects,
        created_after=moment(call.query, "created_after"),
        created_before=moment(call.query, "created_before"),
    )


def choice(query: Mapping[str, str], name: str, choices: tuple[str, ...]) -> str | None:
    """One of `choices`. Raises `InvalidRequest`."""
    text = query.get(name, "").strip()
    return choose(text, choices, name) if text else None
