"""The published JSON schema of shape programs, and a shorter one for language models."""

from __future__ import annotations

from typing import Any

from maquette.shapes.program import Program

_NUMBERS = {"number", "integer"}


def program_schema(*, expressions: bool = True) -> dict[str, Any]:
    """JSON schema (draft 2020-12) of a program document.

    Args:
        expressions: numbers may also be texts such as "=width / 2" over `parameters`, as `template.program_from` reads them.
    """
    schema = Program.model_json_schema()
    if expressions:
        schema = _with_expressions(schema)
        schema["properties"]["parameters"] = {
            "type": "object",
            "description": "Named numbers for expressions.",
            "additionalProperties": {
                "anyOf": [
                    {"type": "number"},
                    {
                        "type": "object",
                        "properties": {k: {"type": "number"} for k in ("value", "low", "high")}
                        | {k: {"type": "string"} for k in ("about", "unit")},
                        "required": ["value"],
                        "additionalProperties": False,
                    },
                ]
            },
        }
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "Maquette shape program", **schema}


def _with_expressions(value: Any) -> Any:
    if isinstance(value, list):
        return [_with_expressions(v) for v in value]
    if not isinstance(value, dict):
        return value
    if value.get("type") in _NUMBERS and "const" not in value:
        kept = {k: value[k] for k in ("title", "description", "default") if k in value}
        plain = {k: v for k, v in value.items() if k not in kept}
        return kept | {"anyOf": [plain, {"type": "string", "pattern": "^=", "maxLength": 400}]}
    return {k: _with_expressions(v) for k, v in value.items()}
