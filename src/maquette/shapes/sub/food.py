"""Forms that food is made of: lobed bodies, swirls, sprinkles, segments, plates."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence

import numpy as np

from maquette.shapes.api import Point2, Point3, capsule, difference, extrude, lathe, loft, sphere, union
from maquette.shapes.node import Node
from maquette.shapes.sub.foliage import leaf


def lobed(profile: Sequence[Point2], lobes: int = 0, depth: float = 0.0, crease: float = 0.0, count: int = 40) -> Node:
    """A turned body whose radius waves `lobes` times by the share `depth`; `crease`: one groove at +Z, a share of the radius."""
    turns = [math.tau * i / count for i in range(count)]

    def wave(a: float) -> float:
        off = (a - math.pi / 2 + math.pi) % math.tau - math.pi
        return 1 + depth * math.cos(lobes * a) - crease * math.exp(-((off / 0.28) ** 2))

    return loft(
        [([(r * wave(a) * math.cos(a), -r * wave(a) * math.sin(a)) for a in turns], (0, y, 0)) for r, y in profile]
    )


def swirl(radius: float, height: float, turns: float = 3.0, offset: float = 0.22, wave: float = 0.0) -> Node:
    """Soft ice or piped cream from y = 0: circles that wander around the axis while they shrink; `wave` gives them star points."""
    steps = max(8, round(9 * turns))
    sections = []
    for i in range(steps + 1):
        t = i / steps
        r = radius * ((1 - t) ** 0.75 * 0.93 + 0.07) * (1 - offset)
        away = radius * offset * (1 - 0.9 * t) * min(1.0, 6 * t + 0.35)
        a = math.tau * turns * t
        ring = []
        for k in range(40):
            b = math.tau * k / 40
            q = r * (1 + wave * math.cos(8 * b + 1.5 * a))
            ring.append((q * math.cos(b), q * math.sin(b)))
        sections.append((ring, (away * math.cos(a), height * t, away * math.sin(a))))
    top = sections[-1][1]
    return union(loft(sections, smooth=False), sphere(0.1 * radius).move(top[0], top[1] - 0.01 * radius, top[2]))


def spiral(count: int, radius: float, inner: float = 0.0) -> list[Point2]:
    """(x, z) of places spread evenly over a disc or a ring."""
    out = []
    for i in range(count):
        r = math.sqrt(inner**2 + (radius**2 - inner**2) * (i + 0.5) / count)
        out.append((r * math.cos(2.39996 * i), r * math.sin(2.39996 * i)))
    return out


def sprinkles(rng: np.random.Generator, places: Sequence[Point3], length: float) -> Node:
    """Little rods lying at some places, turned at random."""
    rods = []
    for x, y, z in places:
        rods.append(capsule(0.2 * length, length).rotate(x=90).rotate(y=float(rng.uniform(0, 180))).move(x, y, z))
    return union(*rods)


def segments(radius: float, count: int, depth: float, gap: float = 0.1, inner: float = 0.1) -> Node:
    """Wedges of a cut citrus fruit around Z, `depth` thick, centred."""
    half = math.pi / count * (1 - gap)
    tip = (inner * radius, 0.0)
    arc = [(radius * math.cos(a), radius * math.sin(a)) for a in np.linspace(-half, half, 5)]
    wedge = extrude([tip, *((float(x), float(y)) for x, y in arc)], depth, bevel=min(0.3 * depth, 0.025 * radius))
    return wedge.around(count, "z")


def bitten(body: Node, at: Point3, radius: float, bites: int = 3) -> tuple[Node, Node]:
    """(skin, flesh) of a body that teeth took a piece of at a place on its right; the flesh stands a little out of the hole."""
    x, y, z = at
    teeth = [((i - (bites - 1) / 2) * 0.8 * radius) for i in range(bites)]

    def hole(r: float) -> list[Node]:
        return [sphere(r).move(x + 0.12 * abs(t), y + 0.75 * t, z + 0.25 * t) for t in teeth]

    return difference(body, *hole(1.06 * radius)), difference(body.scale(0.985), *hole(radius))


def calyx(leaves: int, length: float, width: float, tilt: float = 80, bend: float = 30) -> Node:
    """A star of pointed leaves around the origin."""
    return leaf(length, width, 0.16 * width, bend).rotate(x=tilt).around(leaves)


def plate(radius: float, height: float = 0.012) -> Node:
    """A flat plate from y = 0; food stands on 0.5 of its height."""
    r, h = radius, height
    return lathe(
        [
            (0.55 * r, 0),
            (0.6 * r, 0.25 * h),
            (0.98 * r, 0.95 * h),
            (r, h),
            (0.97 * r, 1.15 * h),
            (0.68 * r, 0.6 * h),
            (0, 0.6 * h),
        ]
    )


def blobby(radius: float, thickness: float, rng: np.random.Generator, rough: float = 0.12, corners: int = 9) -> Node:
    """A flat splash of sauce, cream or melted cheese with an uneven rim, centred, lying flat."""
    ring = []
    for i in range(corners):
        r = radius * (1 - rough * float(rng.random()) if i % 2 else 1 + rough * float(rng.random()))
        a = math.tau * i / corners
        ring.append((r * math.cos(a), r * math.sin(a)))
    return extrude(ring, thickness, smooth=True, bevel=0.35 * thickness).rotate(x=90)


def on_dome(places: Sequence[Point2], height: Callable[[float], float]) -> list[Point3]:
    """Places of a disc lifted to a surface of revolution."""
    return [(x, height(math.hypot(x, z)), z) for x, z in places]
