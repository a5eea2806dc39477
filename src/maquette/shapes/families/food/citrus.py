"""Citrus fruits: oranges and lemons, whole, halved, or a slice."""

from __future__ import annotations

import math
from typing import Any

from maquette.shapes.api import Point2, capsule, cylinder, difference, lathe, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Real, Values, Whole, family
from maquette.shapes.node import Node
from maquette.shapes.sub.foliage import leaf
from maquette.shapes.sub.food import segments

CITRUS = (
    Real("height", 1.0, 0.94, 1.06, unit="", about="share of the width"),
    Choice("cut", ("whole", "half", "slice")),
    Whole("segments", 9, 8, 12),
    Real("peel", 0.1, 0.07, 0.14, unit="", about="share of the radius"),
    Real("tilt", 50, 35, 65, unit="deg", about="of the cut face toward the front"),
    Whole("leaves", 1, 0, 3),
    Real("leaf_length", 0.9, 0.7, 1.2, unit="", about="share of the radius"),
    Real("navel", 0.05, 0.02, 0.09, unit="", about="share of the radius"),
)
CUTS: dict[str, dict[str, Any]] = {
    "half": {"cut": "half"},
    "halved": {"cut": "half"},
    "slice": {"cut": "slice"},
    "sliced": {"cut": "slice"},
    "whole": {"cut": "whole"},
    "leaf": {"leaves": 1, "cut": "whole"},
}


def citrus(v: Values, profile: list[Point2], stretch: float) -> Draft:
    """A dimpled ball, one half of it with its segments up, or a slice on edge."""
    r, half = v.radius, v.radius * v.height * stretch
    d = Draft(extent=2 * max(r, half))
    body = lathe([(r * a, half * b) for a, b in profile], smooth=True)
    if v.cut == "whole":
        if stretch > 1.1:
            body = body.rotate(z=90).rotate(y=-15)
            high = r
        else:
            high = half
        d.add("body", body.move(y=high), "body")
        bud: Node = union(
            cylinder(0.12 * r, 0.08 * r, top=0.07 * r),
            *(capsule(0.03 * r, 0.2 * r).rotate(x=90).move(z=0.08 * r).rotate(y=72 * i) for i in range(5)),
        )
        fronds = [
            leaf(v.leaf_length * r, 0.46 * v.leaf_length * r, 0.08 * v.leaf_length * r, 45)
            .rotate(x=52)
            .rotate(y=60 + 125 * i)
            for i in range(v.leaves)
        ]
        end = (half * profile[-1][1] + 0.01 * r) if profile else half
        for name, solid, slot in [("bud", bud, "stem"), *((f"leaf_{i + 1}", f, "leaf") for i, f in enumerate(fronds))]:
            placed = solid.move(y=end - 0.01 * r)
            d.add(
                name,
                (placed.rotate(z=90).rotate(y=-15) if stretch > 1.1 else placed).move(y=high),
                slot,
                group="leaves" if slot == "leaf" else None,
            )
        d.point("top", (0, 2 * high, 0), size=r)
        return d
    inner = (1 - v.peel) * r
    if v.cut == "half":
        dome = difference(body, cylinder(3 * r, 2 * half).move(y=half))
        face = union(segments(0.94 * inner, v.segments, 0.05 * r)).rotate(x=-90).move(y=0.012 * r)
        pith = cylinder(inner, 0.1 * r).move(y=-0.035 * r)
        turn = v.tilt
        # How far an ellipsoid reaches down when it is turned.
        down = math.hypot(half * math.cos(math.radians(turn)), r * math.sin(math.radians(turn)))
        for name, solid, slot in (("body", dome, "body"), ("pith", pith, "pith"), ("flesh", face, "flesh")):
            d.add(name, solid.rotate(x=turn).move(y=down), slot)
        d.point("top", (0, 1.5 * r, 0), size=r)
        return d
    t = 0.24 * r
    d.add("body", difference(cylinder(r, t, bevel=0.05 * t), cylinder(inner, 2 * t)).rotate(x=90).move(y=r), "body")
    d.add("pith", cylinder(inner + 0.02 * r, 0.9 * t).rotate(x=90).move(y=r), "pith")
    d.add("flesh", segments(0.94 * inner, v.segments, 1.06 * t).move(y=r), "flesh")
    d.point("top", (0, 2 * r, 0), size=r)
    return d


@family(
    "orange",
    "food",
    nouns={
        "tangerine": {"radius": 0.03},
        "mandarin": {"radius": 0.03},
        "grapefruit": {"radius": 0.055},
        "orange slice": {"cut": "slice"},
        "citrus": {},
        "clementine": {"radius": 0.03},
    },
    parameters=(Real("radius", 0.04, 0.028, 0.055), *CITRUS),
    slots={
        "body": ("plastic:#f0902a", "plastic:#f07f1c", "plastic:#f5a02c"),
        "flesh": ("plastic:#f59a2a", "plastic:#f28a1e", "plastic:#e0604a"),
        "pith": ("cream:#fbeec8",),
        "leaf": ("leaf:#3f8a3c",),
        "stem": ("leaf:#5a7a32",),
    },
    words=CUTS,
    paints={"peel": "body", "skin": "body", "leaves": "leaf", "segments": "flesh"},
    height=(0.045, 0.17),
)
def orange(v: Values) -> Draft:
    """Round."""
    n = v.navel
    return citrus(
        v,
        [
            (0.0, -1.0 + n),
            (0.12, -1.0 + 0.3 * n),
            (0.36, -0.94),
            (0.72, -0.7),
            (0.96, -0.3),
            (1.0, 0.0),
            (0.96, 0.3),
            (0.72, 0.7),
            (0.36, 0.94),
            (0.12, 1.0 - 0.5 * n),
            (0.0, 1.0 - n),
        ],
        0.97,
    )


@family(
    "lemon",
    "food",
    nouns={"lime": {"radius": 0.025}, "lemon slice": {"cut": "slice"}, "citron": {}},
    parameters=(Real("radius", 0.03, 0.023, 0.038), *CITRUS),
    slots={
        "body": ("plastic:#f2d22c", "plastic:#edc92a", "plastic:#f5dc4a", "plastic:#86b33a"),
        "flesh": ("plastic:#f5e36a", "plastic:#f0dc58"),
        "pith": ("cream:#fbf6dc",),
        "leaf": ("leaf:#3f8a3c",),
        "stem": ("leaf:#5a7a32",),
    },
    words=CUTS,
    paints={"peel": "body", "skin": "body", "leaves": "leaf", "segments": "flesh"},
    height=(0.035, 0.16),
)
def lemon(v: Values) -> Draft:
    """Lying on its side, with a nipple at its end."""
    n = v.navel
    return citrus(
        v,
        [
            (0.02, -1.0 - n),
            (0.1, -0.99 - n),
            (0.18, -0.95),
            (0.42, -0.8),
            (0.82, -0.45),
            (1.0, 0.0),
            (0.82, 0.45),
            (0.45, 0.8),
            (0.2, 0.95),
            (0.12, 1.0),
            (0.02, 1.0),
        ],
        1.3,
    )
