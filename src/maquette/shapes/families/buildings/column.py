"""Column: a column with base and capital, whole or broken; or an obelisk."""

from __future__ import annotations

import math

from maquette.shapes.api import box, cylinder, hull, sphere, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, Whole, family
from maquette.shapes.sub.columns import column_parts


@family(
    "column",
    "building",
    nouns={
        "pillar": {},
        "greek column": {"flutes": 14},
        "ionic column": {"capital": "scroll"},
        "doric column": {"capital": "plain"},
        "corinthian column": {"capital": "leaf"},
        "pedestal": {"height": 1.2, "radius": 0.34, "broken": False},
        "plinth": {"height": 1.0, "radius": 0.36, "broken": False},
        "obelisk": {"kind": "obelisk"},
        "broken column": {"broken": True},
        "ruined column": {"broken": True},
    },
    parameters=(
        Choice("kind", ("round", "round", "obelisk")),
        Real("height", 3.2, 1.0, 4.5),
        Real("radius", 0.28, 0.22, 0.38),
        Whole("flutes", 14, 0, 18),
        Choice("capital", ("plain", "scroll", "leaf")),
        Whole("steps", 2, 1, 3),
        Flag("broken", 0.25),
        Flag("moss", 0.3),
        Flag("band", 0.4),
        Flag("ball", 0.2),
        Flag("ivy", 0.25),
    ),
    slots={
        "stone": ("marble", "sandstone", "stone", "granite"),
        "trim": ("marble:#d8d2c4", "gold", "sandstone:#d8c8a8"),
        "moss": ("moss",),
        "ivy": ("leaf",),
        "ball": ("gold", "marble", "crystal"),
    },
    words={
        "broken": {"broken": True},
        "cracked": {"broken": True},
        "moss": {"moss": True},
        "ivy": {"ivy": True},
        "ball": {"ball": True},
    },
    paints={"shaft": "stone", "base": "trim", "capital": "trim"},
    height=(0.6, 5.8),
)
def column(v: Values) -> Draft:
    """A column with base and capital, whole or broken; or an obelisk."""
    h, r = v.height, v.radius * min(1.0, max(v.height / 2.4, 0.75))
    base = 0.14 * v.steps
    d = Draft(extent=max(h + base, 1.0))
    d.add(
        "steps",
        union(
            *(
                box(2 * (1.5 * r + 0.14 * (v.steps - i)), 0.15, 2 * (1.5 * r + 0.14 * (v.steps - i)), 0.02).move(
                    y=0.14 * i + 0.075
                )
                for i in range(v.steps)
            )
        ),
        "trim",
    )
    if v.kind == "obelisk":
        body = hull(
            [(s * q * r, y, t * q * r) for s in (1, -1) for t in (1, -1) for q, y in ((1.1, 0.0), (0.72, 0.9 * h))]
            + [(0.0, h, 0.0)]
        )
        d.add("stone", body.move(y=base - 0.02), "stone")
        d.add("base", box(2.7 * r, 0.3, 2.7 * r, 0.03).move(y=base + 0.13), "trim")
    else:
        shaft, caps = column_parts(h, r, v.flutes, v.capital)
        if v.broken:
            cut = 0.66 * h
            blade = hull(
                [
                    (x, y, z)
                    for x, z in ((2, 2), (2, -2), (-2, 2), (-2, -2))
                    for y in (cut + 0.35 * x * r + 0.2 * z * r, 9)
                ]
            ).roughened(0.05 * r, 0.5 * r)
            d.add("stone", (shaft - blade).move(y=base - 0.02), "stone")
            d.add("base", (caps - box(9, 9, 9).move(y=4.5 + 0.4 * h)).move(y=base - 0.02), "trim")
            d.add(
                "rubble",
                union(
                    *(
                        box(0.5 * r, 0.4 * r, 0.6 * r, 0.05 * r)
                        .rotate(20 * i, 50 * i, 15)
                        .move(
                            1.75 * r * math.cos(1.2 * i + 0.4), base - 0.0 + 0.12 * r, 1.3 * r * math.sin(1.2 * i + 0.4)
                        )
                        for i in range(3)
                    )
                ),
                "stone",
            )
        else:
            d.add("stone", shaft.move(y=base - 0.02), "stone")
            d.add("capital", caps.move(y=base - 0.02), "trim")
    if v.band:
        y = 0.3 * h
        q = 0.95 * r if v.kind == "round" else 0.0
        d.add(
            "band",
            (
                cylinder(q + 0.045, 0.12)
                if q
                else box(2.06 * r * (1.1 - 0.42 * y / h), 0.1, 2.06 * r * (1.1 - 0.42 * y / h))
            ).move(y=base + y),
            "trim",
        )
    if v.ball and not v.broken:
        d.add(
            "ball",
            sphere(0.9 * r if v.kind == "round" else 0.3 * r).move(
                y=base + h + (0.8 * r if v.kind == "round" else 0.1 * r)
            ),
            "ball",
        )
    if v.moss:
        d.add(
            "moss",
            union(
                *(
                    sphere(0.7 * r, 0.16 * r, 0.6 * r).roughened(0.04 * r, 0.3 * r, seed=i, octaves=2).move(x, base, z)
                    for i, (x, z) in enumerate(((1.2 * r, 0.9 * r), (-1.3 * r, 0.4 * r)))
                )
            ),
            "moss",
        )
    if v.ivy:
        d.add(
            "ivy",
            union(
                *(
                    sphere(0.4 * r, 0.42 * r, 0.2 * r)
                    .roughened(0.05 * r, 0.3 * r, seed=i, octaves=2)
                    .move(y=base + 0.25 * r + 0.5 * r * i, z=(0.95 - 0.02 * i) * r)
                    .rotate(y=30 + 25 * i)
                    for i in range(5)
                )
            ),
            "ivy",
        )
    d.point("top", (0, base + h, 0), size=2 * r)
    return d
