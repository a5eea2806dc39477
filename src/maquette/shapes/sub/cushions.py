"""Seat cushions and pillows."""

from __future__ import annotations

import math

from maquette.shapes.api import Point2, loft
from maquette.shapes.node import Node
from maquette.shapes.sub.outlines import rounded_rectangle

PUFF = (
    (-0.5, 0.42),
    (-0.43, 0.2),
    (-0.3, 0.07),
    (-0.1, 0.0),
    (0.1, 0.0),
    (0.28, 0.07),
    (0.4, 0.2),
    (0.47, 0.42),
    (0.52, 0.8),
    (0.55, 1.3),
)
"""(height, inset) of a cushion's sections, in thicknesses: flat below, crowned above."""


def cushion(x: float, y: float, z: float, corner: float | None = None) -> Node:
    """A stuffed seat cushion of about x by y by z, centred, its crown up."""
    r = 0.16 * min(x, z) if corner is None else corner
    sections = []
    for level, inset in PUFF:
        i = min(inset * y, 0.35 * min(x, z))
        sections.append((rounded_rectangle(x - 2 * i, z - 2 * i, max(r - 0.3 * i, 0.1 * r), 5), (0.0, level * y, 0.0)))
    return loft(sections, smooth=False)


def pillow(x: float, y: float, z: float) -> Node:
    """A pillow lying flat, y thick in the middle, its edges and corners pinched."""
    levels = [math.sin(math.radians(a)) for a in (-82, -62, -45, -30, -16, -5, 5, 16, 30, 45, 62, 82)]
    return loft([(_pinched(x, z, abs(t)), (0.0, 0.5 * y * t, 0.0)) for t in levels], smooth=False)


def _pinched(x: float, z: float, level: float, count: int = 48) -> list[Point2]:
    """Where a pillow is thicker than `level`, of a thickness sqrt((1 - u^3)(1 - w^3)) over its square."""
    out = []
    for i in range(count):
        a = 2 * math.pi * i / count
        c, s = math.cos(a), math.sin(a)
        low, high = 0.0, 1 / max(abs(c), abs(s))
        for _ in range(24):
            m = (low + high) / 2
            thick = (1 - min(1, abs(m * c)) ** 3) * (1 - min(1, abs(m * s)) ** 3)
            low, high = (m, high) if thick > level * level else (low, m)
        out.append((0.5 * x * low * c, 0.5 * z * low * s))
    return out
