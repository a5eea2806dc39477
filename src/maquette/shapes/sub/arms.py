"""Blades, hafts and grips: what weapons and tools of the hand are made of. All stand along +Y, their flat sides toward Z."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise

from maquette.shapes.api import Point2, Point3, extrude, hull, intersection, lathe, loft, sweep, torus, union
from maquette.shapes.node import Node


def bezier(*p: Point2, steps: int = 10) -> list[Point2]:
    """A Bézier curve of any degree as points."""
    out = []
    for i in range(steps + 1):
        t, q = i / steps, list(p)
        while len(q) > 1:
            q = [((1 - t) * a[0] + t * b[0], (1 - t) * a[1] + t * b[1]) for a, b in pairwise(q)]
        out.append(q[0])
    return out


def blade(
    length: float,
    width: float,
    thickness: float,
    *,
    point: float = 0.16,
    taper: float = 0.75,
    curve: float = 0.0,
    single: bool = False,
    flare: float = 0.0,
) -> Node:
    """A blade from y = 0 up; `curve`: how far its tip goes to +x, of the length; `single`: one edge, at -x; `flare`: wider there."""
    sections = []
    steps = 18
    for i in range(steps + 1):
        t = 1 - (1 - i / steps) ** 1.5
        full = width * (1 - (1 - taper) * t + flare * math.sin(math.pi * min(1.0, t**2)))
        u = max(0.0, (t - 1 + point) / point)
        w = full * max(0.05, (1 - u**1.7))
        z = thickness * (1 - 0.3 * t) * (1 - 0.6 * u) / 2
        x = curve * length * t * t
        if single:
            x += (full - w) / 2
            profile = [(-w / 2, -0.12 * z), (0.15 * w, -z), (w / 2, -z), (w / 2, z), (0.15 * w, z), (-w / 2, 0.12 * z)]
        else:
            profile = [
                (-w / 2, -0.1 * z),
                (-0.12 * w, -z),
                (0.12 * w, -z),
                (w / 2, -0.1 * z),
                (w / 2, 0.1 * z),
                (0.12 * w, z),
                (-0.12 * w, z),
                (-w / 2, 0.1 * z),
            ]
        sections.append((profile, (x, length * t, 0.0)))
    return loft(sections, smooth=False)


def ribbed(length: float, radius: float, rings: int, depth: float = 0.12, swell: float = 0.1) -> Node:
    """A grip bound with cord or leather, from y = 0 up."""
    pts = []
    for i in range(rings):
        for k, r in ((0.08, 1 - depth), (0.35, 1.0), (0.65, 1.0), (0.92, 1 - depth)):
            t = (i + k) / rings
            pts.append((radius * r * (1 - swell + 2 * swell * math.sin(math.pi * t)), length * t))
    return lathe([(radius * (1 - depth) * 0.9, 0), *pts, (radius * (1 - depth) * 0.9, length)])


def haft(length: float, radius: float, knob: float = 1.25, bow: float = 0.0) -> Node:
    """A wooden handle from y = 0 up, its foot a little thicker; `bow` bends it toward +x."""
    path: list[Point3] = [(bow * length * 4 * t * (1 - t), length * t, 0) for t in (0, 0.04, 0.1, 0.35, 0.65, 1.0)]
    return sweep(path, [0.8 * knob * radius, knob * radius, radius, 1.06 * radius, radius, 0.92 * radius])


def wedge(reach: float, thick: float, thin: float, high: float, back: float = 0.0) -> Node:
    """`thick` at x = -back .. 0, `thin` at x = reach: what an outline is cut with to make the head of an axe."""
    return hull(
        [
            (x, y, z * s)
            for x, z in ((-back, thick / 2), (0.12 * reach, thick / 2), (reach, thin / 2))
            for y in (-high, high)
            for s in (-1, 1)
        ]
    )


def axe_bit(
    reach: float, root: float, edge: float, thick: float, *, beard: float = 0.0, bulge: float = 0.16
) -> tuple[Node, Node]:
    """Head and sharpened edge of an axe toward +x; `root`: its height at the haft, `edge`: along it, `beard`: how far that hangs down."""
    top, low = 0.5 * edge, -0.5 * edge - beard
    e = 0.86 * reach
    rim = bezier((e, low), (reach * (1 + bulge), 0.5 * low), (reach * (1 + bulge), 0.5 * top), (e, top))
    outline = [
        *bezier((0.0, -root / 2), (0.45 * reach, -0.45 * root), (0.62 * reach, low * 0.7), (e, low)),
        *rim[1:],
        *bezier((e, top), (0.62 * reach, 0.6 * top), (0.4 * reach, 0.5 * root), (0.0, root / 2))[1:],
    ]
    band = 0.13 * reach
    sharp = [
        *rim,
        *(
            (x - band * (0.15 + 0.85 * math.sin(math.pi * i / 10)), 0.97 * y)
            for i, (x, y) in reversed(list(enumerate(rim)))
        ),
    ]
    far = reach * (1 + bulge)
    body = intersection(extrude(outline, 2 * thick), wedge(far, thick, 0.16 * thick, edge + beard, 0.01 * reach))
    keen = intersection(
        extrude(sharp, 2 * thick), wedge(far, 1.12 * thick, 0.13 * thick, edge + beard).scale(1.004, 1, 1)
    )
    return body, keen


def bands(ys: Sequence[float], radius: float, tube: float) -> Node:
    """Rings about Y at some heights."""
    return union(*(torus(radius, tube).move(y=y) for y in ys))


def star(radius: float, points: int, inner: float = 0.42, turn: float = 90.0) -> list[Point2]:
    """A star as an outline, one tip at `turn` degrees."""
    return [
        (
            (radius if i % 2 == 0 else inner * radius) * math.cos(math.radians(turn) + math.pi * i / points),
            (radius if i % 2 == 0 else inner * radius) * math.sin(math.radians(turn) + math.pi * i / points),
        )
        for i in range(2 * points)
    ]


def gem_cut(radius: float, height: float, sides: int = 8, table: float = 0.56, crown: float = 0.36) -> Node:
    """A brilliant from its point at y = 0 up to its flat table."""
    turn = [2 * math.pi * i / sides for i in range(sides)]
    low, belt = (1 - crown) * height, (1 - crown) * height + 0.05 * height
    pts: list[Point3] = [(0, 0, 0)]
    pts += [(radius * math.cos(a), y, radius * math.sin(a)) for a in turn for y in (low, belt)]
    pts += [
        (
            0.83 * radius * math.cos(a + math.pi / sides),
            belt + 0.45 * (height - belt),
            0.83 * radius * math.sin(a + math.pi / sides),
        )
        for a in turn
    ]
    pts += [(table * radius * math.cos(a), height, table * radius * math.sin(a)) for a in turn]
    return hull(pts)
