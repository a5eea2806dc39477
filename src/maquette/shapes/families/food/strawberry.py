"""Strawberries."""

from __future__ import annotations

import itertools

from maquette.shapes.api import lathe, sphere, sweep, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Flag, Real, Values, Whole, family
from maquette.shapes.node import Node
from maquette.shapes.sub.food import calyx
from maquette.shapes.sub.palettes import GREENS


@family(
    "strawberry",
    "food",
    nouns={"berry": {}, "raspberry": {"seeds": 90}, "strawberries": {}},
    parameters=(
        Real("radius", 0.018, 0.014, 0.024),
        Real("height", 1.22, 1.05, 1.5, unit="", about="share of the width"),
        Real("point", 0.35, 0.2, 0.6, unit="", about="how pointed"),
        Whole("seeds", 60, 40, 84),
        Real("seed_size", 0.07, 0.055, 0.09, unit=""),
        Whole("leaves", 7, 5, 9),
        Real("leaf_length", 0.85, 0.65, 1.0, unit=""),
        Real("stem_length", 0.7, 0.4, 1.1, unit=""),
        Flag("dipped", 0.15, about="in chocolate"),
        Flag("upright", 0.2),
    ),
    slots={
        "body": ("paint:#d0202a", "paint:#c81a22", "paint:#dd3a3a"),
        "seed": ("paint:#f0d06a", "paint:#e8b850"),
        "leaf": GREENS,
        "stem": ("leaf:#6a9a42",),
        "dip": ("chocolate", "cream"),
    },
    words={"chocolate": {"dipped": True}, "dipped": {"dipped": True}, "leaves": {}, "stem": {}, "seeds": {}},
    paints={"leaves": "leaf", "seeds": "seed", "chocolate": "dip", "stalk": "stem"},
    height=(0.025, 0.1),
)
def strawberry(v: Values) -> Draft:
    """Stands on its tip's side: leaning, or upright on its leaves' opposite end."""
    r, h = v.radius, 2 * v.radius * v.height
    d = Draft(extent=1.3 * h)
    p = v.point
    shape = [
        (0.0, 0.0),
        (0.2 - 0.08 * p, 0.03),
        (0.48 - 0.2 * p, 0.16),
        (0.8 - 0.12 * p, 0.44),
        (1.0, 0.74),
        (0.92, 0.9),
        (0.6, 0.985),
        (0.2, 0.97),
        (0.0, 0.95),
    ]
    parts: list[tuple[str, Node, str]] = [("body", lathe([(r * a, h * b) for a, b in shape], smooth=True), "body")]

    def radius(y: float) -> float:
        for (a0, b0), (a1, b1) in itertools.pairwise(shape):
            if b0 <= y <= b1:
                return float(r * (a0 + (a1 - a0) * (y - b0) / (b1 - b0)))
        return float(r * 0.6)

    bits = []
    low = 0.42 if v.dipped else 0.06
    for i in range(v.seeds):
        y = low + (0.9 - low) * (i + 0.5) / v.seeds
        y = low + (0.9 - low) * ((y - low) / (0.9 - low)) ** 0.62
        bits.append(
            sphere(0.6 * v.seed_size * r, v.seed_size * r, 0.5 * v.seed_size * r)
            .move(0, h * y, 1.0 * radius(y) + 0.012 * r)
            .rotate(y=137.5 * i)
        )
    parts.append(("seeds", union(*bits), "seed"))
    if v.dipped:
        cut = lathe(
            [(r * 1.05 * a + 0.02 * r, h * b * 1.0 - 0.025 * h) for a, b in shape[:4]]
            + [(0.85 * r, 0.47 * h), (0, 0.49 * h)],
            smooth=True,
        )
        parts.append(("dip", cut, "dip"))
    parts.append(
        (
            "leaves",
            union(calyx(v.leaves, v.leaf_length * r, 0.4 * r, 66, 30), sphere(0.3 * r, 0.12 * r, 0.3 * r)).move(
                y=0.975 * h
            ),
            "leaf",
        )
    )
    parts.append(
        (
            "stem",
            sweep(
                [
                    (0, 0.95 * h, 0),
                    (0.05 * r, h + 0.4 * v.stem_length * r, 0),
                    (0.25 * r, h + v.stem_length * r, 0.1 * r),
                ],
                [0.1 * r, 0.07 * r, 0.09 * r],
                sides=8,
            ),
            "stem",
        )
    )
    for name, solid, slot in parts:
        if not v.upright:
            solid = solid.move(y=-0.72 * h).rotate(x=-28, z=-58).move(x=-0.1 * h, y=1.035 * r)
        d.add(name, solid, slot)
    d.point("top", (0, h if v.upright else 2 * r, 0), size=r)
    return d
