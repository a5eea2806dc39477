"""The keys of a piano."""

from __future__ import annotations

from maquette.shapes.api import box, union
from maquette.shapes.node import Node


def keyboard(width: float, depth: float, octaves: int) -> tuple[Node, Node]:
    """(white, black) keys on y = 0, their fronts toward +Z at z = depth / 2."""
    count = 7 * octaves + 1
    a = width / count
    white = union(
        *(box(0.94 * a, 0.14 * depth, depth, 0.03 * a, 1).move((i - (count - 1) / 2) * a, 0, 0) for i in range(count))
    )
    black = union(
        *(
            box(0.55 * a, 0.16 * depth, 0.62 * depth, 0.06 * a, 1).move(
                (i + 0.5 - (count - 1) / 2) * a, 0.09 * depth, -0.19 * depth
            )
            for i in range(count - 1)
            if i % 7 in (0, 1, 3, 4, 5)
        )
    )
    return white, black
