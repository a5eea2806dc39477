"""Programs as documents: JSON with parameters and arithmetic, from which a plain program comes.

A document may have `parameters`, each `{"value", "low", "high", "about"}`. Anywhere a number is wanted, a text that begins with "=" is
arithmetic over them: "=seat_height / 2 - 0.02". Known: + - * / % **, parentheses, comparisons, `a if c else b`, pi, and min max abs
sqrt sin cos tan (degrees) floor ceil round.
"""

from __future__ import annotations

import ast
import math
import operator
from collections.abc import Callable, Mapping
from typing import Any

from pydantic import ValidationError

from maquette.errors import InvalidRequest
from maquette.shapes.program import Program

MAX_DEPTH = 100
MAX_VALUES = 200_000
MAX_EXPRESSION = 400

_BINARY: dict[type, Callable[[Any, Any], Any]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
    ast.Mod: operator.mod,
    ast.Lt: operator.lt,
    ast.LtE: operator.le,
    ast.Gt: operator.gt,
    ast.GtE: operator.ge,
    ast.Eq: operator.eq,
    ast.NotEq: operator.ne,
}
_FUNCTIONS: dict[str, Callable[..., Any]] = {
    "min": min,
    "max": max,
    "abs": abs,
    "sqrt": math.sqrt,
    "sin": lambda a: math.sin(math.radians(a)),
    "cos": lambda a: math.cos(math.radians(a)),
    "tan": lambda a: math.tan(math.radians(a)),
    "floor": math.floor,
    "ceil": math.ceil,
    "round": round,
}


def program_from(document: Mapping[str, Any], values: Mapping[str, float] | None = None) -> Program:
    """The program of a document, with other `values` for some of its parameters.

    Raises:
        InvalidRequest: it is no program; the message names the place and what is wrong there.
    """
    if not isinstance(document, Mapping):
        raise InvalidRequest("A program is a JSON object. See docs/shapes.md.", field="program")
    data = dict(document)
    known = _parameters(data.pop("parameters", {}), values or {})
    budget = [MAX_VALUES]
    plain = {k: _resolved(v, known, k, 0, budget) for k, v in data.items()}
    try:
        return Program.model_validate(plain)
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(str(p) for p in first["loc"]) or "program"
        raise InvalidRequest(f"{place}: {first['msg'][:300]}. See docs/shapes.md.", field="program") from None
    except RecursionError:
        raise InvalidRequest("The program is nested too deeply. Use fewer levels.", field="program") from None


def _parameters(given: Any, values: Mapping[str, float]) -> dict[str, float]:
    if not isinstance(given, Mapping) or len(given) > 200:
        raise InvalidRequest("parameters: must be an object with at most 200 names.", field="program")
    out: dict[str, float] = {}
    for name, entry in given.items():
        value = entry.get("value") if isinstance(entry, Mapping) else entry
        value = values.get(name, value)
        if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
            raise InvalidRequest(
                f"parameters.{str(name)[:60]}: must be a number, or an object with a 'value'.", field="program"
            )
        low, high = (entry.get("low"), entry.get("high")) if isinstance(entry, Mapping) else (None, None)
        for bound, worse in ((low, operator.lt), (high, operator.gt)):
            if isinstance(bound, int | float) and worse(value, bound):
                raise InvalidRequest(
                    f"parameters.{str(name)[:60]}: {value} is not from {low} to {high}.", field="program"
                )
        out[str(name)] = float(value)
    for name in values:
        if name not in out:
            raise InvalidRequest(f"There is no parameter '{name}'. It has {', '.join(out) or 'none'}.", field="values")
    return out


def _resolved(value: Any, known: Mapping[str, float], place: str, depth: int, budget: list[int]) -> Any:
    budget[0] -= 1
    if depth > MAX_DEPTH:
        raise InvalidRequest(f"{place[:200]}: nested more than {MAX_DEPTH} levels. Use fewer levels.", field="program")
    if budget[0] < 0:
        raise InvalidRequest(f"The program has more than {MAX_VALUES} values. Use arrays and copies.", field="program")
    if isinstance(value, Mapping):
        return {str(k): _resolved(v, known, f"{place}.{k}", depth + 1, budget) for k, v in value.items()}
    if isinstance(value, list | tuple):
        return [_resolved(v, known, f"{place}.{i}", depth + 1, budget) for i, v in enumerate(value)]
    if isinstance(value, str) and value.startswith("="):
        return evaluate(value[1:], known, place)
    return value


def evaluate(expression: str, known: Mapping[str, float], place: str = "expression") -> float:
    """Value of an expression over named numbers; nothing but arithmetic can happen.

    Raises:
        InvalidRequest: it is no arithmetic, or has no finite value.
    """
    try:
        if len(expression) > MAX_EXPRESSION:
            raise ValueError(f"longer than {MAX_EXPRESSION} letters")
        result = float(_value(ast.parse(expression.strip(), mode="eval").body, known))
        if not math.isfinite(result):
            raise ValueError("not finite")
    except (ValueError, TypeError, KeyError, ArithmeticError, SyntaxError, RecursionError, MemoryError) as error:
        why = f"'{error.args[0]}' is not known" if isinstance(error, KeyError) else str(error)[:120]
        raise InvalidRequest(
            f"{place[:200]}: '={expression[:80]}' cannot be computed: {why}. Correct it.", field="program"
        ) from None
    return result


def _value(node: ast.expr, known: Mapping[str, float]) -> Any:
    match node:
        case ast.Constant(value=int() | float() as number) if not isinstance(number, bool):
            return float(number)
        case ast.Name(id="pi"):
            return math.pi
        case ast.Name(id=name):
            return known[name]
        case ast.UnaryOp(op=ast.USub(), operand=operand):
            return -_value(operand, known)
        case ast.UnaryOp(op=ast.UAdd(), operand=operand):
            return _value(operand, known)
        case ast.BinOp(left=left, op=ast.Pow(), right=right):
            return math.pow(_value(left, known), _value(right, known))
        case ast.BinOp(left=left, op=op, right=right) if type(op) in _BINARY:
            return _BINARY[type(op)](_value(left, known), _value(right, known))
        case ast.Compare(left=left, ops=[op], comparators=[right]) if type(op) in _BINARY:
            return _BINARY[type(op)](_value(left, known), _value(right, known))
        case ast.IfExp(test=test, body=body, orelse=other):
            return _value(body if _value(test, known) else other, known)
        case ast.Call(func=ast.Name(id=name), args=args, keywords=[]) if name in _FUNCTIONS:
            return _FUNCTIONS[name](*(_value(a, known) for a in args))
    raise ValueError("only arithmetic is known")
