"""The language on one page, made from its own definitions: for docs/shapes.md and for language models."""

from __future__ import annotations

import inspect
from typing import Any

from pydantic.fields import FieldInfo

from maquette.shapes import booleans, deformations, primitives, transforms
from maquette.shapes.material import Material
from maquette.shapes.node import Node
from maquette.shapes.program import Limb, Part, Point, Program

GROUPS = {"Primitives": primitives, "Moves and arrays": transforms, "Booleans": booleans, "Deformations": deformations}


def nodes() -> dict[str, list[type[Node]]]:
    """All kinds of node by group, in the order of their definition."""
    out: dict[str, list[type[Node]]] = {}
    for title, module in GROUPS.items():
        found = [
            v
            for v in vars(module).values()
            if isinstance(v, type) and issubclass(v, Node) and v.__module__ == module.__name__
        ]
        out[title] = found
    return out


def reference() -> str:
    """Markdown: every record and node with its fields and what they mean."""
    lines = []
    for record in (Program, Part, Point, Limb, Material):
        lines += [f"### `{record.__name__}`", "", _about(record), "", *_fields(record.model_fields), ""]
    for title, kinds in nodes().items():
        lines += [f"### {title}", ""]
        for kind in kinds:
            fields = ", ".join(_field(n, f) for n, f in kind.model_fields.items() if n != "op")
            lines.append(f"- `{kind.model_fields['op'].default}` ({fields}): {' '.join(_about(kind).split())}")
        lines.append("")
    return "\n".join(lines).strip() + "\n"


def _about(kind: type[Any]) -> str:
    text = inspect.getdoc(kind) or ""
    return text.split("\n\nAttributes:")[0].split("Attributes:")[0].strip()


def _fields(fields: dict[str, FieldInfo]) -> list[str]:
    return [f"- {_field(name, field)}" for name, field in fields.items()]


def _field(name: str, field: FieldInfo) -> str:
    if field.is_required():
        return f"`{name}`"
    default = field.default_factory() if callable(field.default_factory) else field.default  # type: ignore[call-arg]
    if isinstance(default, Material | Point):
        return f"`{name}`"
    return f"`{name}` = {default!r}"
