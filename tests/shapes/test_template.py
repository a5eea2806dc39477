"""Documents with parameters and arithmetic; nothing but arithmetic can happen in them."""

from __future__ import annotations

import json
from typing import Any

import jsonschema
import pytest

from maquette.errors import InvalidRequest
from maquette.shapes.library import get_family
from maquette.shapes.schema import program_schema
from maquette.shapes.template import evaluate, program_from

DOCUMENT: dict[str, Any] = {
    "name": "post",
    "parameters": {"height": {"value": 2, "low": 1, "high": 3}, "width": 0.1},
    "materials": {"m": {}},
    "parts": [{"name": "post", "material": "m", "solid": {"op": "box", "size": ["=width", "=height", "=width * 2"]}}],
}


def test_expressions_become_numbers() -> None:
    assert program_from(DOCUMENT).parts[0].solid.size == (0.1, 2.0, 0.2)  # type: ignore[union-attr]
    assert program_from(DOCUMENT, {"height": 3}).parts[0].solid.size == (0.1, 3.0, 0.2)  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("expression", "value"),
    [
        ("1 + 2 * 3", 7),
        ("2 ** 3 % 5", 3),
        ("max(a, 2) / 4", 0.5),
        ("sin(90) + cos(180)", 0),
        ("1 if a < 2 else 5", 1),
        ("-pi", -3.141592653589793),
    ],
)
def test_arithmetic(expression: str, value: float) -> None:
    assert evaluate(expression, {"a": 1.0}) == pytest.approx(value)


@pytest.mark.parametrize(
    "expression",
    [
        "__import__('os')",
        "a.b",
        "b",
        "1/0",
        "9**9**9",
        "(1,)[0]",
        "lambda: 1",
        "[1]",
        "'a'*9",
        "a" * 500,
        "(" * 200,
        "sin(1, x=2)",
        "True",
        "",
        "1j",
        "sqrt(-1)",
    ],
)
def test_nothing_else(expression: str) -> None:
    with pytest.raises(InvalidRequest, match="cannot be computed"):
        evaluate(expression, {"a": 1.0}, "parts.0.solid.size.1")


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (
            {"parameters": {"height": {"value": 9, "low": 1, "high": 3}, "width": 1}},
            "parameters.height: 9 is not from 1 to 3",
        ),
        ({"parts": [{"name": "p", "material": "m", "solid": {"op": "bax"}}]}, "parts.0.solid"),
        ({"parts": [{"name": "P!", "material": "m", "solid": {"op": "box", "size": [1, 1, 1]}}]}, "parts.0.name"),
        ({"parts": [{"name": "p", "material": "m", "solid": {"op": "box", "size": [1, 1]}}]}, "parts.0.solid.box.size"),
        ({"surprise": 1}, "surprise"),
        ({"maquette_shapes": 2}, "maquette_shapes"),
    ],
)
def test_faults_name_their_place(change: dict[str, Any], message: str) -> None:
    with pytest.raises(InvalidRequest, match=message):
        program_from(DOCUMENT | change)


def test_deep_nesting_is_refused() -> None:
    solid: dict[str, Any] = {"op": "sphere", "radii": [1, 1, 1]}
    for _ in range(5000):
        solid = {"op": "move", "by": [0, 0, 0], "of": solid}
    with pytest.raises(InvalidRequest, match="nested more than 100 levels"):
        program_from(DOCUMENT | {"parts": [{"name": "p", "material": "m", "solid": solid}]})


def test_programs_round_trip_and_follow_the_schema() -> None:
    validator = jsonschema.Draft202012Validator(program_schema())
    validator.check_schema(program_schema())
    validator.validate(DOCUMENT)
    program = get_family("stool").instance(3)
    document = json.loads(json.dumps(program.to_json()))
    validator.validate(document)
    assert program_from(document) == program
    assert not validator.is_valid(DOCUMENT | {"parts": [{"name": "p", "material": "m", "solid": {"op": "bax"}}]})
