"""Rings and skins for bodies that run along Z: cars, fuselages, boats."""

from __future__ import annotations

import math
from collections.abc import Sequence

from maquette.shapes.api import Point2, extrude, hull, loft
from maquette.shapes.node import Node


def oval(rx: float, ry: float, y: float = 0.0, power: float = 2.0, count: int = 24, x: float = 0.0) -> list[Point2]:
    """A superellipse ring about (x, y) with half axes rx and ry: power 2 is an ellipse, 5 nearly a rectangle."""

    def bulge(value: float) -> float:
        return math.copysign(abs(value) ** (2 / power), value)

    turns = [2 * math.pi * i / count for i in range(count)]
    return [(x + rx * bulge(math.cos(a)), y + ry * bulge(math.sin(a))) for a in turns]


def along_z(rings: Sequence[tuple[Sequence[Point2], float]], smooth: bool = True) -> Node:
    """A skin over rings of (x, y) points, each at its z, from back to front."""
    return loft([(ring, (0.0, z, 0.0)) for ring, z in rings], smooth).rotate(x=90)


def across(profile: Sequence[Point2], width: float, bevel: float = 0.0) -> Node:
    """A (z, y) outline seen from the side, extruded along X, centred."""
    return extrude(profile, width, bevel=bevel).rotate(y=-90)


def frustum(
    y0: float, z0: tuple[float, float], x0: float, y1: float, z1: tuple[float, float], x1: float, grow: float = 0.0
) -> Node:
    """A block whose floor at y0 spans z0 and ±x0 and whose top at y1 spans z1 and ±x1; `grow` moves all walls outward."""
    points = []
    for y, (back, front), x in ((y0, z0, x0), (y1, z1, x1)):
        points += [
            (s * (x + grow), y + (grow if y == y1 else 0), z) for s in (-1, 1) for z in (back - grow, front + grow)
        ]
    return hull(points)


def wing(span: float, root: float, tip: float, thickness: float, sweep: float = 0.0, rise: float = 0.0) -> Node:
    """One wing from the origin along +X: chords `root` and `tip` along Z, its tip `sweep` further back and `rise` higher."""

    def section(chord: float, thick: float) -> list[tuple[float, float]]:
        shape = ((0.5, 0.0), (0.35, 0.42), (0.0, 0.5), (-0.5, 0.08), (-0.5, -0.08), (0.0, -0.3), (0.35, -0.3))
        return [(chord * z, thick * y) for z, y in shape]

    places = (
        (0.0, root, thickness, 0.0, 0.0),
        (0.93, 0.07 * root + 0.93 * tip, 0.6 * thickness, 0.93 * sweep, 0.93 * rise),
        (1.0, 0.7 * tip, 0.4 * thickness, sweep, rise),
    )
    points = [[(x * span, y + up, z - back) for z, y in section(chord, thick)] for x, chord, thick, back, up in places]
    return hull([*points[0], *points[1], *points[2]])
