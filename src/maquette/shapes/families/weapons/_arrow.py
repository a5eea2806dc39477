"""An arrow, as bows and crossbows hold it."""

from __future__ import annotations

from maquette.shapes.api import cylinder, extrude
from maquette.shapes.node import Node


def arrow(length: float, thick: float, head: str = "broad") -> tuple[Node, Node, Node]:
    """Shaft, head and feathers of an arrow along +X from x = 0."""
    shaft = cylinder(thick, length).rotate(z=-90).move(x=length / 2)
    k = 5 * thick
    tip = extrude(
        [(0, -0.5 * k), (0.4 * k, -0.42 * k), (2.0 * k, 0), (0.4 * k, 0.42 * k), (0, 0.5 * k)]
        if head == "broad"
        else [(0, -0.3 * k), (1.8 * k, 0), (0, 0.3 * k)],
        1.3 * thick,
        bevel=0.25 * thick,
    ).move(x=length - 0.3 * k)
    vane = (
        extrude(
            [(0, 0), (1.2 * k, 0), (3.4 * k, 0), (2.9 * k, 0.75 * k), (0.5 * k, 0.95 * k), (-0.3 * k, 0.9 * k)],
            0.8 * thick,
        )
        .around(3, "x")
        .move(x=0.8 * k)
    )
    return shaft, tip, vane
