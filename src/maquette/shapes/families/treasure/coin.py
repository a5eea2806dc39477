"""Coins, one or a heap."""

from __future__ import annotations

import math

from maquette.shapes.api import box, cylinder, extrude, lathe, sphere, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, Whole, family
from maquette.shapes.node import Node
from maquette.shapes.sub.arms import gem_cut, star
from maquette.shapes.sub.outlines import rounded_rectangle
from maquette.shapes.sub.palettes import GEMSTONES


@family(
    "coin",
    "treasure",
    nouns={
        "gold coin": {"count": 1},
        "coins": {"count": 14},
        "pile of coins": {"count": 26, "pile": True},
        "gold coins": {"count": 14},
        "stack of coins": {"count": 10, "pile": False},
        "pile of gold": {"count": 30, "pile": True},
        "doubloon": {"count": 1},
        "medallion": {"count": 1},
        "token": {"count": 1},
    },
    parameters=(
        Whole("count", 1, 1, 30),
        Flag("pile", 0.5),
        Real("radius", 0.019, 0.014, 0.03),
        Real("thickness", 0.2, 0.15, 0.28, unit="", about="share of the radius"),
        Choice("emblem", ("star", "crown", "square hole", "skull")),
        Real("rim", 0.14, 0.1, 0.2, unit="", about="share of the radius"),
        Whole("dots", 24, 16, 32),
        Whole("points", 5, 4, 8, about="of the star"),
        Flag("gems", 0.2),
    ),
    slots={"coin": ("gold", "silver", "copper", "brass"), "emblem": ("gold", "brass", "bronze"), "gem": GEMSTONES},
    words={
        "pile": {"pile": True, "count": 24},
        "stack": {"pile": False, "count": 10},
        "star": {"emblem": "star"},
        "skull": {"emblem": "skull"},
    },
    paints={"coins": "coin", "gems": "gem"},
    height=(0.004, 0.3),
    floats=True,
)
def coin(v: Values) -> Draft:
    """One stands on its edge; several lie in a stack or heap."""
    r = v.radius
    t = v.thickness * r
    d = Draft(extent=2 * r if v.count == 1 else max(2 * r, v.count * t * 0.97) if not v.pile else 6.5 * r)
    inner = (1 - v.rim) * r
    body: Node = lathe(
        [
            (0.0, -0.36 * t),
            (inner, -0.36 * t),
            (0.97 * inner + 0.03 * r, -t / 2),
            (0.97 * r, -t / 2),
            (r, -0.4 * t),
            (r, 0.4 * t),
            (0.97 * r, t / 2),
            (0.97 * inner + 0.03 * r, t / 2),
            (inner, 0.36 * t),
            (0.0, 0.36 * t),
        ]
    )
    q = 0.55 * inner
    if v.emblem == "star":
        mark: Node = extrude(star(1.2 * q, v.points, 0.45), 0.95 * t)
    elif v.emblem == "crown":
        mark = extrude(
            [
                (-0.8 * q, -0.5 * q),
                (0.8 * q, -0.5 * q),
                (q, 0.6 * q),
                (0.45 * q, 0.05 * q),
                (0, 0.85 * q),
                (-0.45 * q, 0.05 * q),
                (-q, 0.6 * q),
            ],
            0.95 * t,
        )
    elif v.emblem == "skull":
        mark = union(
            cylinder(0.75 * q, 0.95 * t).rotate(x=90).move(y=0.15 * q),
            box(0.75 * q, 0.6 * q, 0.95 * t).move(y=-0.5 * q),
        ) - union(
            *(cylinder(0.2 * q, 2 * t).rotate(x=90).move(s * 0.3 * q, 0.1 * q) for s in (1, -1)),
            box(0.1 * q, 0.3 * q, 2 * t).move(y=-0.7 * q),
        )
    else:
        body = body - box(0.6 * q, 4 * t, 0.6 * q)
        mark = extrude(
            rounded_rectangle(1.1 * q, 1.1 * q, 0.05 * q),
            0.95 * t,
            holes=[rounded_rectangle(0.7 * q, 0.7 * q, 0.03 * q)],
        )
    mark = mark.rotate(x=-90)
    if v.count == 1:
        beads = union(
            *(
                sphere(0.03 * r)
                .scale(1, 0.8, 1)
                .move(0.88 * inner * math.cos(a), s * 0.37 * t, 0.88 * inner * math.sin(a))
                for a in [math.tau * i / v.dots for i in range(v.dots)]
                for s in (1, -1)
            )
        )
        for name, node, slot in (("coin", body, "coin"), ("emblem", mark, "emblem"), ("beads", beads, "emblem")):
            d.add(name, node.rotate(x=90).move(y=r), slot)
        d.point("grip", (0, r, 0), size=2 * r)
        d.point("top", (0, 2 * r, 0), size=r)
        return d
    rng = v.rng("heap")
    high = 0.0
    for i in range(v.count):
        if v.pile:
            a, k = 2.39996 * i, math.sqrt((i + 0.3) / v.count)
            x, z = 2.3 * r * k * math.cos(a), 2.3 * r * k * math.sin(a)
            y = t / 2 + 0.14 * r + (1 - k) * 1.5 * r
            node = body.rotate(x=float(rng.uniform(-16, 16)) * (0.3 + k), z=float(rng.uniform(-16, 16)) * (0.3 + k))
        else:
            x, z, y = float(rng.normal(0, 0.06)) * r, float(rng.normal(0, 0.06)) * r, t / 2 + 0.97 * t * i
            node = body.rotate(y=float(rng.uniform(0, 90)))
        high = max(high, y + t)
        d.add(f"coin_{i + 1}", node.move(x, y, z), "coin", group="coins")
        if (not v.pile and i == v.count - 1) or (v.pile and i == 0):
            d.add(
                "emblem",
                mark.move(x, y, z) if not v.pile else mark.scale(0.9, 1.2, 0.9).move(x, y + 0.02 * r, z),
                "emblem",
            )
    if v.pile:
        d.add("heap", lathe([(2.6 * r, 0.0), (2.4 * r, 0.12 * r), (0.9 * r, 1.25 * r), (0.0, 1.6 * r)]), "coin")
        if v.gems:
            for i in range(4):
                a = 1.7 * i + 0.4
                d.add(
                    f"gem_{i + 1}",
                    gem_cut(0.42 * r, 0.6 * r)
                    .rotate(x=30, y=50 * i)
                    .move(1.4 * r * math.cos(a), 0.75 * r, 1.4 * r * math.sin(a)),
                    "gem",
                    group="gems",
                )
    d.point("grip", (0, high / 2, 0), size=2 * r)
    d.point("top", (0, high, 0), size=r)
    return d
