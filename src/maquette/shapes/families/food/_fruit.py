"""What fruits of one body share: the measures, the body with stalk and leaves, a bite and a worm, and the words for them."""

from __future__ import annotations

import math
from typing import Any

from maquette.shapes.api import Point2, cylinder, sphere, sweep, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Flag, Real, Values, Whole
from maquette.shapes.sub.foliage import leaf
from maquette.shapes.sub.food import bitten, calyx, lobed

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
