"""Undercarriages of aircraft."""

from __future__ import annotations

from maquette.shapes.api import cylinder, sweep
from maquette.shapes.node import Node


def gear(x: float, y: float, z: float, r: float, lean: float) -> tuple[Node, Node]:
    """(strut, wheel) of one landing leg whose wheel stands on the ground."""
    wheel = cylinder(r, 0.6 * r, bevel=0.15 * r).rotate(z=90).move(x + lean, r, z)
    return sweep([(x, y, z), (x + lean, r, z)], 0.22 * r) + cylinder(0.25 * r, 0.9 * r).rotate(z=90).move(
        x + lean, r, z
    ), wheel
