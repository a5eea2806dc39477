"""Gems."""

from __future__ import annotations

import math

from maquette.shapes.api import hull, lathe
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, Whole, family
from maquette.shapes.sub.arms import gem_cut
from maquette.shapes.sub.outlines import polygon
from maquette.shapes.sub.palettes import GEMSTONES


@family(
    "gem",
    "treasure",
    nouns={
        "diamond": {"cut": "brilliant"},
        "ruby": {"cut": "brilliant"},
        "emerald": {"cut": "step"},
        "sapphire": {"cut": "brilliant"},
        "jewel": {},
        "gemstone": {},
        "gems": {"count": 4},
        "jewels": {"count": 4},
        "rupee": {"cut": "hexagonal"},
        "topaz": {"cut": "step"},
    },
    parameters=(
        Choice("cut", ("brilliant", "step", "hexagonal", "teardrop")),
        Real("size", 0.1, 0.05, 0.2),
        Real("height", 0.85, 0.65, 1.05, unit="", about="share of the width"),
        Whole("sides", 8, 6, 12),
        Real("table", 0.56, 0.45, 0.66, unit=""),
        Real("crown", 0.34, 0.26, 0.42, unit=""),
        Whole("count", 1, 1, 4),
        Flag("setting", 0.25, about="a golden foot"),
        Real("turn", 10, 0, 45, unit="deg"),
    ),
    slots={"gem": GEMSTONES, "second": GEMSTONES, "setting": ("gold", "silver", "brass")},
    words={"setting": {"setting": True}},
    paints={"stone": "gem", "foot": "setting"},
    height=(0.03, 0.5),
    floats=True,
)
def gem(v: Values) -> Draft:
    """Stands on its point."""
    tall = {"hexagonal": 2.0, "teardrop": 1.7}.get(v.cut, 1.0) * v.height * v.size
    d = Draft(extent=max(tall, v.size * (1 if v.count == 1 else 2.0)))
    for i in range(v.count):
        w = v.size * (1 if i == 0 else 0.62 - 0.07 * i)
        r = w / 2
        h = v.height * w
        if v.cut == "brilliant":
            stone = gem_cut(r, h, v.sides, v.table, v.crown)
        elif v.cut == "step":
            levels = (
                (0.0, 0.16),
                (0.3, 0.62),
                (0.55, 0.9),
                (0.64, 1.0),
                (0.7, 1.0),
                (0.84, 0.84),
                (1.0, v.table + 0.1),
            )
            stone = hull(
                [
                    (x * k, y * h, z * k * 0.76)
                    for y, k in levels
                    for x, z in (
                        (r, 0.62 * r),
                        (r, -0.62 * r),
                        (-r, 0.62 * r),
                        (-r, -0.62 * r),
                        (0.62 * r, r),
                        (0.62 * r, -r),
                        (-0.62 * r, r),
                        (-0.62 * r, -r),
                    )
                ]
            )
        elif v.cut == "hexagonal":
            ring = polygon(0.72 * r, 6, 0)
            stone = hull([(0, 0, 0), (0, 2.0 * h, 0), *((x, y * h, z * 0.8) for y in (0.5, 1.5) for x, z in ring)])
        else:
            stone = hull(
                [
                    (0, 1.7 * h, 0),
                    *(
                        (k * r * math.cos(a), y * h, k * r * math.sin(a))
                        for y, k in ((0.0, 0.25), (0.2, 0.75), (0.5, 1.0), (0.75, 0.9), (1.2, 0.45))
                        for a in [math.tau * (j + 0.5 * (y > 0.3)) / v.sides for j in range(v.sides)]
                    ),
                ]
            )
        a = 2.1 * i
        x, z = (0.0, 0.0) if i == 0 else (0.78 * v.size * math.cos(a), 0.78 * v.size * math.sin(a))
        lift = 0.16 * w if v.setting else 0.0
        d.add(
            f"gem_{i + 1}",
            stone.rotate(y=v.turn + 31 * i).move(x, lift, z),
            "gem" if i % 2 == 0 else "second",
            group="gems",
        )
        if v.setting:
            d.add(
                f"setting_{i + 1}",
                lathe(
                    [
                        (0.42 * r, 0),
                        (0.46 * r, 0.04 * w),
                        (0.2 * r, 0.1 * w),
                        (0.22 * r, 0.17 * w),
                        (0.5 * r, 0.34 * w),
                        (0.3 * r, 0.34 * w),
                        (0.0, 0.2 * w),
                    ]
                ).move(x, 0, z),
                "setting",
                group="settings",
            )
    d.point("grip", (0, 0.4 * v.size, 0), size=v.size)
    d.point("top", (0, tall, 0), size=v.size)
    return d
