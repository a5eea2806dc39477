"""Flat outlines, and slabs and bars made of them."""

from __future__ import annotations

import math

from maquette.shapes.api import Point2, Point3, extrude, sweep
from maquette.shapes.node import Node


def rounded_rectangle(x: float, y: float, radius: float, steps: int = 4) -> list[Point2]:
    """A rectangle of x by y, centred, its corners rounded; counter-clockwise."""
    r = min(radius, 0.499 * min(x, y))
    out = []
    for cx, cy, start in ((1, 1, 0), (-1, 1, 90), (-1, -1, 180), (1, -1, 270)):
        for i in range(steps + 1):
            a = math.radians(start + 90 * i / steps)
            out.append((cx * (x / 2 - r) + r * math.cos(a), cy * (y / 2 - r) + r * math.sin(a)))
    return out


def ellipse(x: float, y: float | None = None, count: int = 40) -> list[Point2]:
    """An ellipse of two half axes."""
    y = x if y is None else y
    turns = [2 * math.pi * i / count for i in range(count)]
    return [(x * math.cos(a), y * math.sin(a)) for a in turns]


def polygon(radius: float, sides: int, turn: float = 90.0) -> list[Point2]:
    """A regular polygon; a corner at `turn` degrees from +x."""
    turns = [math.radians(turn) + 2 * math.pi * i / sides for i in range(sides)]
    return [(radius * math.cos(a), radius * math.sin(a)) for a in turns]


def arch(width: float, height: float, rise: float | None = None, steps: int = 14) -> list[Point2]:
    """A gate: upright sides from y = 0, and above them half an ellipse that rises by `rise` (half the width unless told)."""
    rise = width / 2 if rise is None else rise
    turns = [math.pi * i / steps for i in range(steps + 1)]
    top = [(width / 2 * math.cos(a), height - rise + rise * math.sin(a)) for a in turns]
    return [(-width / 2, 0), (width / 2, 0), *top]


def slab(outline: list[Point2], thickness: float, bevel: float = 0.0, smooth: bool = False) -> Node:
    """An outline in (x, z) lying flat, `thickness` high, centred."""
    return extrude(outline, thickness, bevel=bevel, smooth=smooth).rotate(x=90)


def bar(a: Point3, b: Point3, x: float, y: float | None = None) -> Node:
    """A straight bar between two points with a chamfered rectangular section: x to the side, y up."""
    y = x if y is None else y
    return sweep([a, b], profile=rounded_rectangle(x, y, 0.18 * min(x, y), 1), smooth=False)


def rod(*points: Point3, radius: float, smooth: bool = True, closed: bool = False, round_ends: bool = False) -> Node:
    """A round rod through points."""
    return sweep(list(points), radius, smooth=smooth, closed=closed, round_ends=round_ends)


def ring_of(count: int, radius: float, turn: float = 0.0) -> list[Point2]:
    """(x, z) of `count` places on a circle, the first at `turn` degrees from +x toward +z."""
    turns = [math.radians(turn) + 2 * math.pi * i / count for i in range(count)]
    return [(radius * math.cos(a), radius * math.sin(a)) for a in turns]
