"""Hollow turned vessels: cups, bottles, pots, vases, barrels."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from maquette.shapes.api import Point2, difference, lathe, sweep
from maquette.shapes.build.curves import spline
from maquette.shapes.node import Node


@dataclass(frozen=True, eq=False)
class Vessel:
    """A wall of even thickness around a hollow that is open at the top.

    Attributes:
        outer: `(n, 2)` radius and height of the outside, from the ground up.
        wall: metres.
        floor: height of the ground inside.
    """

    outer: NDArray[np.float64]
    wall: float
    floor: float

    @classmethod
    def of(cls, points: Sequence[Point2], wall: float, floor: float | None = None, smooth: bool = True) -> Vessel:
        """Through a few (radius, height) points from low to high."""
        outer = np.array(points, np.float64)
        if smooth:
            outer = spline(outer, 5)
        return cls(outer, wall, wall if floor is None else floor)

    def inner(self, spare: float = 1.0) -> list[Point2]:
        """The inside, from the ground in the middle up to the rim, `spare` walls from the outside."""
        ahead = np.gradient(self.outer, axis=0)
        normal = np.stack([ahead[:, 1], -ahead[:, 0]], axis=1)
        normal /= np.maximum(np.linalg.norm(normal, axis=1, keepdims=True), 1e-12)
        # At the rim the inside ends level with the outside.
        normal[-1] = (1, 0)
        inside = self.outer - spare * self.wall * normal
        low = max(self.floor, float(self.outer[0, 1]) + 1e-4)
        keep = inside[(inside[:, 1] > low) & (inside[:, 0] > 0.3 * self.wall)]
        first = float(np.interp(low, inside[:, 1], inside[:, 0])) if len(keep) else 0.0
        # Where an overhang makes heights fall, the inside would cross itself: drop what does not rise.
        rising = keep[np.concatenate([[True], np.diff(np.maximum.accumulate(keep[:, 1])) > 0])] if len(keep) else keep
        return [
            (0.0, low),
            (max(min(first, float(keep[0, 0]) if len(keep) else first), 0.3 * self.wall), low),
            *((float(r), float(y)) for r, y in rising),
        ]

    def solid(self) -> Node:
        """The wall with a rounded rim."""
        inside = self.inner()
        top_r, top_y = (float(x) for x in self.outer[-1])
        rim = [(top_r - 0.5 * self.wall, top_y + 0.35 * self.wall)]
        return lathe(
            [(0.0, float(self.outer[0, 1])), *((float(r), float(y)) for r, y in self.outer), *rim, *reversed(inside)]
        )

    def hollow(self) -> Node:
        """The room inside, a little beyond the rim: what a handle must not reach into."""
        inside = self.inner()
        return lathe([*inside, (inside[-1][0], inside[-1][1] + 2 * self.wall), (0.0, inside[-1][1] + 2 * self.wall)])

    def fill(self, level: float) -> Node:
        """What is in it, up to a height; reaches halfway into the wall."""
        inside = [(r, y - (0.5 * self.wall if i < 2 else 0.0)) for i, (r, y) in enumerate(self.inner(0.5))]
        below = [q for q in inside if q[1] < level]
        last = float(np.interp(level, [q[1] for q in inside[1:]], [q[0] for q in inside[1:]]))
        return lathe([*below, (last, level), (0.0, level)])

    def radius(self, y: float) -> float:
        """Of the outside at a height."""
        return float(np.interp(y, self.outer[:, 1], self.outer[:, 0]))

    def band(self, low: float, high: float, proud: float) -> Node:
        """A hoop on the outside between two heights."""
        ys = np.linspace(low, high, 4)
        rs = [self.radius(float(y)) for y in ys]
        out = [(r + proud, float(y)) for r, y in zip(rs, ys, strict=True)]
        back = [(r - 0.5 * self.wall, float(y)) for r, y in zip(rs, ys, strict=True)]
        return difference(
            lathe([(0.0, low), *out, (0.0, high)]),
            lathe(
                [
                    (0.0, low - proud),
                    (back[0][0], low - proud),
                    *back[1:-1],
                    (back[-1][0], high + proud),
                    (0.0, high + proud),
                ]
            ),
        )

    def handle(
        self, high: float, low: float, out: float, thickness: float, kind: str = "ear", flat: float = 1.0
    ) -> Node:
        """A loop at +X from `high` to `low`, standing out by `out`: "ear" (round), "square" or "drop" (pointed below)."""
        a, b = self.radius(high) - 0.3 * self.wall, self.radius(low) - 0.3 * self.wall
        wide, gap = max(a, b) + out, high - low
        if kind == "square":
            path = [
                (a - 0.2 * thickness, high, 0),
                (a + 0.55 * out, high + 0.02 * gap, 0),
                (wide - 0.12 * out, high - 0.05 * gap, 0),
                (wide, high - 0.25 * gap, 0),
                (wide, low + 0.25 * gap, 0),
                (wide - 0.12 * out, low + 0.05 * gap, 0),
                (b + 0.55 * out, low - 0.02 * gap, 0),
                (b - 0.2 * thickness, low, 0),
            ]
        elif kind == "drop":
            path = [
                (a - 0.2 * thickness, high, 0),
                (a + 0.6 * out, high + 0.12 * gap, 0),
                (wide, high - 0.15 * gap, 0),
                (wide - 0.25 * out, low + 0.35 * gap, 0),
                (b - 0.2 * thickness, low, 0),
            ]
        else:
            path = [
                (a - 0.2 * thickness, high, 0),
                (a + 0.5 * out, high + 0.06 * gap, 0),
                (wide - 0.08 * out, high - 0.14 * gap, 0),
                (wide, (high + low) / 2, 0),
                (wide - 0.12 * out, low + 0.14 * gap, 0),
                (b + 0.45 * out, low - 0.04 * gap, 0),
                (b - 0.2 * thickness, low, 0),
            ]
        if flat != 1.0:
            t = thickness / 2
            loop = sweep(
                path,
                profile=[
                    (flat * t * x, t * y)
                    for x, y in ((1, 0.5), (0.7, 1), (-0.7, 1), (-1, 0.5), (-1, -0.5), (-0.7, -1), (0.7, -1), (1, -0.5))
                ],
            )
        else:
            loop = sweep(path, thickness / 2)
        return difference(loop, self.hollow())
