"""The body of a run against a model's inputs: types, ranges and names. Nothing is dropped silently."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from maquette.dialects.forms import Form, Values, choose, present, read_bool, read_int, read_text, shown
from maquette.dialects.scenario.models import Input, Model
from maquette.dialects.scenario.wire import ASSET, texts
from maquette.errors import InvalidRequest
from maquette.jobs.ids import decode_id

IGNORED = frozenset({"hideResults", "modelId", "projectId"})
"""Keys that clients put beside the inputs; they change nothing here."""


def read(model: Model, form: Form) -> dict[str, Any]:
    """All inputs of the model: what came, checked, else the default (None without one).

    Raises:
        InvalidRequest: an unknown name, a wrong type or value, or something required is missing; `field` names it.
    """
    known = {i.name: i for i in model.inputs}
    if form.files:
        raise InvalidRequest("Files cannot come in the body. Upload them with POST /v1/assets and send their ids.")
    for name in form.fields:
        if name not in known and name not in IGNORED:
            raise InvalidRequest(
                f"{shown(name)} is no input of {model.id}; it takes {', '.join(known)}.", field=shown(name)
            )
    values = {name: _value(i, form.values(name)) for name, i in known.items()}
    for item in model.inputs:
        _require(item, values)
    return {n: known[n].default if v is None else v for n, v in values.items()}


def sent(form: Form) -> dict[str, Any]:
    """The body as it came, for the echo in the job."""
    return {name: values[-1] for name, values in form.fields.items() if name not in IGNORED and values}


def _value(item: Input, values: Values) -> Any:
    if item.type == "boolean":
        return read_bool(values, item.name)
    if item.type == "number":
        return _number(item, values)
    if item.type in ("file", "file_array"):
        return _assets(item, values)
    return _text(item, values)


def _number(item: Input, values: Values) -> int | None:
    found = read_int(values, item.name)
    if found is not None and not (item.low or 0) <= found <= (item.high or found):
        raise InvalidRequest(f"{item.name} must be from {item.low or 0} to {item.high}.", field=item.name)
    return found


def _text(item: Input, values: Values) -> str | None:
    flat = [t for v in present(values) for t in (v if isinstance(v, list) else [v])]  # addons come as an array, too
    found = read_text(flat, item.name)
    if found is None:
        return None
    if item.high is not None and len(found) > item.high:
        raise InvalidRequest(f"{item.name} has {len(found)} characters; send at most {item.high}.", field=item.name)
    return choose(found, item.allowed, item.name) if item.allowed and not item.open else found


def _assets(item: Input, values: Values) -> list[str] | str | None:
    most = 1 if item.type == "file" else 64
    ids = texts(values, item.name, most=most)
    for text in ids:
        if decode_id(ASSET, text) is None:
            raise InvalidRequest(
                f"{item.name}: '{shown(text)}' is no asset id. Upload the file with POST /v1/assets first.",
                field=item.name,
            )
    if item.type == "file":
        return ids[0] if ids else None
    if item.high is not None and len(ids) > item.high:
        raise InvalidRequest(f"{item.name} holds {len(ids)} assets; send at most {item.high}.", field=item.name)
    return ids or None


def _require(item: Input, values: Mapping[str, Any]) -> None:
    if values[item.name] is not None or not item.required:
        return
    others = item.required.get("ifNotDefined")
    if others is None:
        what = "an asset id" if item.kind else "a text"
        raise InvalidRequest(f"{item.name}: {what} is required.", field=item.name)
    if all(values.get(other) is None for other in others):
        raise InvalidRequest("images: at least one asset id is required, or a prompt.", field="images")
