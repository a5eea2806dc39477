"""Things that are open below, to be worn."""

from __future__ import annotations

from maquette.shapes.api import lathe
from maquette.shapes.node import Node


def hollow(outer: list[tuple[float, float]], wall: float, inner: float) -> Node:
    """A cup of (radius, height) rows, open below, up to the inner height."""
    rows = [(max(r - wall, wall), y) for r, y in outer if y < inner]
    last, after = [q for q in outer if q[1] < inner][-1], next((q for q in outer if q[1] >= inner), outer[-1])
    share = (inner - last[1]) / max(after[1] - last[1], 1e-6)
    end = max(last[0] + share * (after[0] - last[0]) - wall, wall)
    return lathe(outer) - lathe([(rows[0][0], -0.01), *rows, (end, inner)])
