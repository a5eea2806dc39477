"""Looks put together: wishes over wishes, and in words."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from maquette.prompts.modifiers import Modifiers
from maquette.prompts.understanding import Look


def merged(a: Modifiers, b: Modifiers) -> Modifiers:
    a.merge(b)
    return a


def over(old: Look, new: Look) -> Look:
    """The new wishes on top of the old ones."""
    fields = {k: v for k, v in vars(new).items() if v not in (None, False)}
    return replace(old, **fields) if fields else old


def under(hint: Look, wish: Look) -> Look:
    """Hints that no wish speaks against: "a green fire truck" is not red, "a stone snowman" is not white."""
    if wish.substance:
        return replace(hint, color=None, second=None, substance=None)
    return replace(hint, color=None, second=None) if wish.color else hint


def both(a: Look, b: Look) -> Look:
    return replace(a, second=b.color) if a.color and b.color else over(a, b)


def said(values: Any) -> str:
    return ", ".join(f"{k} = {v}" for k, v in dict(values).items())


def described(look: Look) -> str:
    out = [
        look.substance or "",
        look.color or "",
        f"and {look.second}" if look.second else "",
        "glowing" if look.glow else "",
        look.pattern or "",
    ]
    return " ".join(x for x in out if x)
