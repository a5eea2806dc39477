"""What kitchen appliances share: colours of their cases, lit digits, the handle of a door."""

from __future__ import annotations

from maquette.shapes.api import union
from maquette.shapes.node import Node
from maquette.shapes.sub.outlines import rod

WHITE = ("paint:#e9e8e4", "steel", "paint:#8fc0b4", "paint:#c8423a", "paint:#e8cf8a", "paint:#2a2d32")
DIGITS = ("glow:#5affa0", "glow:#40c8ff", "glow:#ff6a3a")


def bar(a: tuple[float, float, float], b: tuple[float, float, float], out: float, radius: float) -> Node:
    """A handle in front of a door, from a to b."""
    return union(
        rod((a[0], a[1], a[2] + out), (b[0], b[1], b[2] + out), radius=radius, round_ends=True),
        *(
            rod((p[0], p[1], p[2] - radius), (p[0], p[1], p[2] + out), radius=0.8 * radius)
            for p in (tuple(x + (y - x) * k for x, y in zip(a, b, strict=True)) for k in (0.12, 0.88))
        ),
    )
