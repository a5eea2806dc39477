"""Fruits of one body: apples, pears, peaches, tomatoes, and citrus fruits."""

from __future__ import annotations

import math
from typing import Any

from maquette.shapes.api import Point2, capsule, cylinder, difference, lathe, sphere, sweep, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, Whole, family
from maquette.shapes.node import Node
from maquette.shapes.sub.foliage import leaf
from maquette.shapes.sub.food import bitten, calyx, lobed, segments

APPLE = [
    (0.03, 0.09),
    (0.2, 0.03),
    (0.42, 0.0),
    (0.66, 0.1),
    (0.9, 0.35),
    (1.0, 0.62),
    (0.9, 0.85),
    (0.62, 0.985),
    (0.32, 0.97),
    (0.12, 0.88),
    (0.03, 0.82),
]
PEAR = [
    (0.03, 0.04),
    (0.32, 0.0),
    (0.66, 0.06),
    (0.94, 0.22),
    (1.0, 0.35),
    (0.86, 0.52),
    (0.6, 0.7),
    (0.48, 0.83),
    (0.38, 0.94),
    (0.18, 1.0),
    (0.03, 0.975),
]
PEACH = [
    (0.03, 0.03),
    (0.34, 0.0),
    (0.7, 0.1),
    (0.95, 0.32),
    (1.0, 0.54),
    (0.88, 0.8),
    (0.6, 0.96),
    (0.3, 0.98),
    (0.1, 0.92),
    (0.03, 0.9),
]
TOMATO = [
    (0.03, 0.05),
    (0.36, 0.0),
    (0.74, 0.1),
    (0.97, 0.36),
    (1.0, 0.58),
    (0.86, 0.86),
    (0.55, 0.99),
    (0.28, 0.96),
    (0.1, 0.88),
    (0.03, 0.86),
]
PLUM = [
    (0.03, 0.0),
    (0.4, 0.03),
    (0.75, 0.16),
    (0.98, 0.42),
    (0.98, 0.62),
    (0.78, 0.88),
    (0.45, 0.99),
    (0.15, 0.97),
    (0.03, 0.95),
]
WORDS: dict[str, dict[str, Any]] = {
    "bite": {"bite": True},
    "bitten": {"bite": True},
    "leaf": {"leaves": 1},
    "leaves": {"leaves": 2},
    "worm": {"worm": True},
}
PAINTS = {"stalk": "stem", "leaves": "leaf"}


def measures(
    radius: float, ratio: float, stem: float, leaves: int = 1, lobes: int = 5, depth: float = 0.03
) -> tuple[Real | Whole | Flag, ...]:
    """What one fruit is told by."""
    return (
        Real("radius", radius, 0.8 * radius, 1.25 * radius),
        Real("height", ratio, 0.88 * ratio, 1.14 * ratio, unit="", about="share of the width"),
        Real("stem_length", stem, 0.5 * stem, 1.7 * stem, unit="", about="share of the radius"),
        Real("stem_lean", 12, -30, 30, unit="deg"),
        Whole("leaves", leaves, 0, 2),
        Real("leaf_length", 0.8, 0.6, 1.1, unit="", about="share of the radius"),
        Whole("lobes", lobes, 4, 8),
        Real("lobe_depth", depth, 0, 2 * depth, unit=""),
        Flag("bite", 0.2),
        Flag("worm", 0.08),
    )


def fruit(v: Values, profile: list[Point2], dip: float, crease: float = 0.0, star: bool = False) -> Draft:
    """Body, stalk, leaves; a bite with the flesh under it, a worm."""
    r, h = v.radius, 2 * v.radius * v.height
    d = Draft(extent=max(2 * r, h))
    body = lobed([(r * a, h * b) for a, b in profile], v.lobes, v.lobe_depth, crease)
    if v.bite:
        skin, flesh = bitten(body, (1.12 * r, 0.62 * h, 0.25 * r), 0.36 * r)
        d.add("body", skin, "body")
        d.add("flesh", flesh.move(y=0.006 * h), "flesh")
    else:
        d.add("body", body, "body")
    low, long, t = dip * h, v.stem_length * r, 0.055 * r
    lean = math.tan(math.radians(v.stem_lean)) * long
    top = (1 - dip) * h + low + long * 0.75
    d.add(
        "stem",
        sweep(
            [(0, low - 2 * t, 0), (0.1 * lean, low + 0.4 * long, 0), (lean, low + long, 0.1 * long)],
            [0.9 * t, 0.8 * t, 1.35 * t],
            sides=10,
        ),
        "stem",
    )
    if star:
        d.add(
            "calyx",
            union(
                calyx(5, 0.8 * r, 0.3 * r, 74, 26),
                sphere(0.2 * r, 0.16 * r, 0.2 * r),
                cylinder(0.36 * r, 0.17 * h, bevel=0.02 * r).move(y=-0.04 * h),
            ).move(y=low + 0.09 * h),
            "leaf",
            group="leaves",
        )
    for i in range(v.leaves if not star else 0):
        one = (
            leaf(v.leaf_length * r, 0.42 * v.leaf_length * r, 0.09 * v.leaf_length * r, 48)
            .rotate(x=46)
            .rotate(y=70 + 165 * i)
        )
        d.add(f"leaf_{i + 1}", one.move(0.25 * lean, low + 0.5 * long, 0), "leaf", group="leaves")
    if v.worm:
        a = sweep(
            [(0, 0, 0), (0, 0.05 * r, 0.25 * r), (0, 0.3 * r, 0.45 * r), (0, 0.55 * r, 0.42 * r)],
            [0.11 * r, 0.12 * r, 0.12 * r, 0.13 * r],
            round_ends=True,
        )
        place = (-0.5 * r, 0.45 * h, 0.72 * r)
        d.add("worm", a.move(*place), "worm", group="worm")
        d.add(
            "worm_eyes",
            sphere(0.04 * r)
            .move(0.07 * r, 0, 0)
            .mirrored("x")
            .move(place[0], place[1] + 0.58 * r, place[2] + 0.53 * r),
            "seed",
            group="worm",
        )
    d.point("top", (0, top, 0), size=0.5 * r)
    d.point("grip", (0, 0.5 * h, 0), size=2 * r)
    return d


BITS = {
    "stem": ("bark:#5a3f26", "walnut"),
    "leaf": ("leaf:#4f9a3c", "leaf:#3b8040"),
    "worm": ("paint:#a8cf4f", "paint:#e58fa0"),
    "seed": ("paint:#17120f",),
}


@family(
    "apple",
    "food",
    nouns={
        "red apple": {},
        "bitten apple": {"bite": True},
        "wormy apple": {"worm": True},
        "crab apple": {"radius": 0.03},
        "fruit": {},
    },
    parameters=measures(0.04, 0.88, 0.5),
    slots={
        "body": ("plastic:#c3221f", "plastic:#d23a2a", "plastic:#8fb83a", "plastic:#e0b53c"),
        "flesh": ("cream:#f3e3b5",),
        **BITS,
    },
    words=WORDS,
    paints=PAINTS | {"skin": "body"},
    height=(0.045, 0.14),
)
def apple(v: Values) -> Draft:
    """Broad shoulders, five lobes, a dip for the stalk."""
    return fruit(v, APPLE, 0.82)


@family(
    "pear",
    "food",
    nouns={"green pear": {}, "bitten pear": {"bite": True}, "avocado": {"stem_length": 0.2, "leaves": 0}},
    parameters=measures(0.036, 1.5, 0.6, depth=0.02),
    slots={
        "body": ("plastic:#b7b53a", "plastic:#93ab3a", "plastic:#d8b648", "plastic:#b8763a"),
        "flesh": ("cream:#f4ecd0",),
        **BITS,
    },
    words=WORDS,
    paints=PAINTS | {"skin": "body"},
    height=(0.07, 0.2),
)
def pear(v: Values) -> Draft:
    """A wide belly and a neck."""
    return fruit(v, PEAR, 0.96)


@family(
    "peach",
    "food",
    nouns={"apricot": {"radius": 0.03}, "nectarine": {}, "bitten peach": {"bite": True}},
    parameters=measures(0.038, 0.9, 0.3, leaves=2, depth=0.006),
    slots={"body": ("plastic:#e8895a", "plastic:#f0a060", "plastic:#de6a4c"), "flesh": ("cream:#f6c76a",), **BITS},
    words=WORDS,
    paints=PAINTS | {"skin": "body"},
    height=(0.045, 0.13),
)
def peach(v: Values) -> Draft:
    """Round with a crease down its front."""
    return fruit(v, PEACH, 0.9, crease=0.09)


@family(
    "plum",
    "food",
    nouns={"prune": {}, "damson": {}, "olive": {"radius": 0.018}, "cherry": {"radius": 0.018, "stem_length": 1.5}},
    parameters=measures(0.024, 1.08, 0.6, depth=0.004),
    slots={
        "body": ("plastic:#5a2a5e", "plastic:#7a2340", "plastic:#3f3566", "plastic:#a01f2c"),
        "flesh": ("cream:#e2b04a",),
        **BITS,
    },
    words=WORDS,
    paints=PAINTS | {"skin": "body"},
    height=(0.03, 0.12),
)
def plum(v: Values) -> Draft:
    """Egg-shaped with a soft crease."""
    return fruit(v, PLUM, 0.95, crease=0.06)


@family(
    "tomato",
    "food",
    nouns={"cherry tomato": {"radius": 0.032}, "beef tomato": {"radius": 0.05, "lobes": 8}, "persimmon": {}},
    parameters=measures(0.04, 0.78, 0.6, depth=0.025),
    slots={
        "body": ("paint:#c9281c", "paint:#d63a22", "paint:#e07a22", "paint:#9ab03a"),
        "flesh": ("meat:#d8482c",),
        "stem": ("leaf:#4f7f32",),
        "leaf": ("leaf:#3f7f32", "leaf:#55923a"),
        "worm": ("paint:#a8cf4f",),
        "seed": ("paint:#17120f",),
    },
    words=WORDS,
    paints=PAINTS | {"skin": "body"},
    height=(0.04, 0.12),
)
def tomato(v: Values) -> Draft:
    """Flat, ribbed, with a green star on top."""
    return fruit(v, TOMATO, 0.87, star=True)


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
