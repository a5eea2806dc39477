"""Tubes and mudguards of bicycles, motorcycles and scooters."""

from __future__ import annotations

from maquette.shapes.api import box, lathe, sweep
from maquette.shapes.node import Node

Point = tuple[float, float, float]


def tube(*points: Point, r: float = 0.016, smooth: bool = False) -> Node:
    """A round tube through points."""
    return sweep(list(points), r, smooth=smooth, sides=10)


def fender(r: float, width: float) -> Node:
    """A mudguard about X over the upper half of a wheel of radius `r`."""
    ring = lathe(
        [
            (1.06 * r, -0.6 * width),
            (1.12 * r, -0.35 * width),
            (1.12 * r, 0.35 * width),
            (1.06 * r, 0.6 * width),
            (1.03 * r, 0.55 * width),
            (1.06 * r, 0),
            (1.03 * r, -0.55 * width),
            (1.06 * r, -0.6 * width),
        ]
    ).rotate(z=90)
    return ring - box(9, 9, 9).move(y=-4.5 + 0.35 * r)
