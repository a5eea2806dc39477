"""Lasts: what shoes are built over, as skins over rings from heel to toe."""

from __future__ import annotations

import math

import numpy as np

from maquette.shapes.api import Point2, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Values
from maquette.shapes.node import Node
from maquette.shapes.sub.hulls import along_z, oval

PLACES = (0.0, 0.015, 0.05, 0.12, 0.22, 0.34, 0.46, 0.56, 0.66, 0.76, 0.86, 0.94, 0.985, 1.0)
"""Shares of the length from the heel, where the rings of a skin stand."""
POWER = 2.5


class Last:
    """What a shoe is built over: half width, ground line and height of the skin at a share of the length; measures in lengths."""

    def __init__(self, n: float, width: float, toe: float, tops: list[Point2], lift: float = 0.0) -> None:
        self.n, self.lift = n, lift
        end = 0.115 - 0.05 * toe
        self.widths = [
            (0.0, 0.03),
            (0.015, 0.062),
            (0.05, 0.093),
            (0.12, 0.113),
            (0.3, 0.11),
            (0.45, 0.118),
            (0.62, 0.152),
            (0.74, 0.158 - 0.02 * toe),
            (0.86, 0.135 - 0.045 * toe),
            (0.94, end - 0.005),
            (0.985, 0.062 - 0.035 * toe),
            (1.0, 0.03 - 0.012 * toe),
        ]
        self.widths = [(u, w * width) for u, w in self.widths]
        self.tops = tops

    def half(self, u: float) -> float:
        return self.n * _at(self.widths, u)

    def widest(self) -> float:
        """Half of the greatest width."""
        return self.n * max(w for _, w in self.widths)

    def low(self, u: float) -> float:
        """The foot's line over the ground, without the sole: raised at the heel, and a little at the toe."""
        rise = 0.0 if u > 0.68 else 0.5 - 0.5 * math.cos(math.pi * min((0.68 - u) / 0.5, 1.0))
        return self.lift * rise + self.n * 0.022 * max(0.0, (u - 0.72) / 0.28) ** 2

    def z(self, u: float) -> float:
        return (u - 0.5) * self.n

    def layer(self, bottom: float, thick: float, grow: float = 0.0, start: float = 0.0, end: float = 1.0) -> Node:
        """A sheet `bottom` metres over the ground line."""
        us = [u for u in PLACES if start < u < end]
        rings = [
            (oval(self.half(u) + grow, thick / 2, self.low(u) + bottom + thick / 2, 5), self.z(u))
            for u in (start, *us, end)
        ]
        rings[0] = (rings[0][0], rings[0][1] - grow)
        rings[-1] = (rings[-1][0], rings[-1][1] + grow)
        return along_z(rings)

    def skin(self, y: float, grow: float = 0.0) -> Node:
        """The upper, full."""
        rings = []
        for u in PLACES:
            rx, h, low = self.half(u) + grow, self.n * _at(self.tops, u) + grow, self.low(u) + y
            turns = [math.pi * i / 14 for i in range(15)]
            ring = [
                (
                    math.copysign(abs(math.cos(a)) ** (2 / POWER), math.cos(a)) * rx,
                    low + max(math.sin(a), 0.0) ** (2 / POWER) * h,
                )
                for a in turns
            ]
            rings.append(([(rx * 0.9, low - 0.01 * self.n), *ring, (-rx * 0.9, low - 0.01 * self.n)], self.z(u)))
        rings[0] = (rings[0][0], rings[0][1] - grow)
        rings[-1] = (rings[-1][0], rings[-1][1] + grow)
        return along_z(rings)

    def hole(self, y: float, wall: float, start: float, end: float, tall: float = 0.6) -> Node:
        """Room for the foot, `tall` lengths high."""
        rings = []
        for i in range(13):
            t = 0.5 - 0.5 * math.cos(math.pi * i / 12)
            u = start + (end - start) * t
            round_off = math.sqrt(max(1 - abs(2 * t - 1) ** 9, 0.08))
            rings.append(
                (
                    oval(
                        max((self.half(u) - wall) * round_off, 0.008 * self.n),
                        tall / 2 * self.n,
                        self.low(u) + y + tall / 2 * self.n,
                        6,
                    ),
                    self.z(u),
                )
            )
        return along_z(rings)

    def across(self, y: float, u: float, reach: float, up: float, count: int = 7) -> list[tuple[float, float, float]]:
        """Points over the skin from side to side, `reach` in half widths."""
        rx, h = self.half(u), self.n * _at(self.tops, u)
        xs = [reach * (2 * i / (count - 1) - 1) for i in range(count)]
        return [(x * rx, self.low(u) + y + h * (1 - abs(x) ** POWER) ** (1 / POWER) + up, self.z(u)) for x in xs]


def _at(table: list[Point2], u: float) -> float:
    return float(np.interp(u, [p[0] for p in table], [p[1] for p in table]))


def finish(d: Draft, v: Values, nodes: dict[str, tuple[Node, str]], apart: float) -> Draft:
    for name, (node, slot) in nodes.items():
        whole = union(node.move(x=apart), node.mirror().move(x=-apart)) if v.pair else node
        d.add(name, whole, slot, group="laces" if name.startswith("lace") else None)
    d.point("top", (apart if v.pair else 0.0, 0.3 * v.length, -0.25 * v.length))
    d.point("inside", (0, 0.1 * v.length, -0.2 * v.length), size=0.2 * v.length)
    return d
