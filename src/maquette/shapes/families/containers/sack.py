"""Sack: a soft bag: tied at its neck, or its rim rolled down over what is in it."""

from __future__ import annotations

import math

from maquette.shapes.api import bone, box, cylinder, organic, sphere, torus, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, Whole, family
from maquette.shapes.node import Node
from maquette.shapes.sub.outlines import ring_of, rod


@family(
    "sack",
    "container",
    nouns={
        "bag": {},
        "sack of potatoes": {"content": "potatoes", "open": True},
        "sack of gold": {"content": "coins", "open": True},
        "money bag": {"mark": True, "open": False},
        "sandbag": {"lying": True},
        "coin purse": {"height": 0.16, "open": False},
        "flour sack": {"open": True, "content": "flour"},
        "grain sack": {"open": True, "content": "flour"},
        "pouch": {"height": 0.16, "open": False},
    },
    parameters=(
        Real("height", 0.55, 0.15, 0.8),
        Real("girth", 0.36, 0.3, 0.44, unit="", about="radius, share of the height"),
        Flag("open", 0.45),
        Choice("content", ("potatoes", "coins", "flour", "apples")),
        Flag("patch", 0.4),
        Flag("mark", 0.25),
        Flag("lying", 0.06),
        Real("slump", 0.12, 0.0, 0.25, unit="", about="how far it leans"),
        Real("neck", 0.3, 0.22, 0.42, unit=""),
        Whole("wraps", 2, 1, 4, about="of the string"),
    ),
    slots={
        "cloth": ("canvas", "fabric:#a5855a", "fabric:#8a7350", "cotton"),
        "string": ("rope", "leather", "fabric:#8a2a22"),
        "potatoes": ("clay:#b08a52",),
        "coins": ("gold",),
        "flour": ("foam",),
        "apples": ("fruit",),
        "patch": ("fabric:#7f93a8", "fabric:#b5624a", "leather"),
        "mark": ("paint:#2f2a24", "paint:#8a2a22"),
    },
    words={
        "open": {"open": True},
        "tied": {"open": False},
        "closed": {"open": False},
        "potatoes": {"open": True, "content": "potatoes"},
        "gold": {"open": True, "content": "coins"},
        "coins": {"open": True, "content": "coins"},
        "flour": {"open": True, "content": "flour"},
        "apples": {"open": True, "content": "apples"},
        "patch": {"patch": True},
    },
    paints={"rope": "string", "tie": "string"},
    height=(0.1, 0.95),
)
def sack(v: Values) -> Draft:
    """A soft bag: tied at its neck, or its rim rolled down over what is in it."""
    h, r = v.height, v.girth * v.height
    d = Draft(extent=h)
    lean = v.slump * r
    if v.lying:
        a, b = (-0.34 * h, 0.5 * r, 0.0), (0.34 * h, 0.5 * r, 0.0)
        body = organic(
            [
                bone(a, b, 0.52 * r),
                bone((-0.3 * h, 0.4 * r, 0.35 * r), (0.3 * h, 0.4 * r, 0.35 * r), 0.4 * r),
                bone((-0.3 * h, 0.4 * r, -0.35 * r), (0.3 * h, 0.4 * r, -0.35 * r), 0.4 * r),
            ],
            0.2 * r,
            cells=64,
        )
        d.add("body", body & box(3 * h, 2 * h, 2 * h).move(y=h), "cloth")
        d.add(
            "ear",
            organic(
                [
                    bone((0.5 * h, 0.5 * r, 0), (0.58 * h, 0.55 * r, 0.16 * r), 0.09 * r, 0.12 * r),
                    bone((0.5 * h, 0.5 * r, 0), (0.58 * h, 0.5 * r, -0.16 * r), 0.09 * r, 0.12 * r),
                    bone((0.42 * h, 0.5 * r, 0), (0.52 * h, 0.5 * r, 0), 0.2 * r, 0.1 * r),
                ],
                0.05 * r,
                cells=40,
            ),
            "cloth",
        )
        d.add("string", torus(0.18 * r, 0.05 * r).rotate(z=90).move(0.5 * h, 0.5 * r, 0), "string")
        d.point("top", (0, 1.05 * r, 0), size=r)
        return d
    if v.open:
        top = 0.8 * h
        lumps = [
            bone((0.62 * r * x, 0.3 * r, 0.62 * r * z), (0.58 * r * x, 0.62 * top, 0.58 * r * z), 0.42 * r, 0.36 * r)
            for x, z in ring_of(5, 1.0, 20)
        ]
        body = organic(
            [bone((0, 0.5 * r, 0), (0.3 * lean, 0.7 * top, 0), 0.85 * r, 0.72 * r), *lumps], 0.14 * r, cells=64
        )
        d.add("body", body & box(4 * r, 0.95 * top, 4 * r).move(y=0.475 * top), "cloth")
        d.add(
            "rim",
            union(
                *(
                    torus(0.78 * r, k * r)
                    .scale(1 + 0.04 * i, 1, 1 - 0.03 * i)
                    .move(0.3 * lean, (0.93 - 0.08 * i) * top, 0)
                    for i, k in enumerate((0.11, 0.1))
                )
            ),
            "cloth",
        )
        level, s = 0.94 * top, 0.17 * r
        d.add(
            "heap",
            union(sphere(0.72 * r, 0.3 * r, 0.72 * r), cylinder(0.82 * r, 0.3 * top).move(y=-0.15 * top)).move(
                0.3 * lean, level - 0.06 * r, 0
            ),
            v.content,
        )
        rng = v.rng("content")
        if v.content != "flour":
            spots = [(0.0, 0.0), *ring_of(5, 0.34 * r, 10), *ring_of(9, 0.6 * r, 30)]
            lumps2: list[Node] = []
            for i, (x, z) in enumerate(spots):
                y = level - 0.06 * r + 0.3 * r * math.sqrt(max(0.02, 1 - (x * x + z * z) / (0.72 * r) ** 2))
                if v.content == "coins":
                    one: Node = cylinder(0.16 * r, 0.045 * r, bevel=0.01 * r).rotate(
                        x=float(rng.uniform(-40, 40)), z=float(rng.uniform(-40, 40))
                    )
                else:
                    k = float(rng.uniform(0.85, 1.15)) * s
                    one = sphere(1.2 * k, 0.85 * k, 0.95 * k).rotate(y=57 * i) if v.content == "potatoes" else sphere(k)
                lumps2.append(one.move(0.3 * lean + x, y + 0.02 * r, z))
            d.add(v.content, union(*lumps2), v.content, group="content")
        else:
            d.add(
                "scoop",
                union(
                    cylinder(0.13 * r, 0.5 * r, bevel=0.02 * r).rotate(x=70)
                    - cylinder(0.105 * r, 0.5 * r).rotate(x=70).move(y=0.02 * r, z=0.06 * r),
                    rod((0, -0.06 * r, -0.2 * r), (0, 0.02 * r, -0.55 * r), radius=0.035 * r, round_ends=True),
                )
                .rotate(x=-30, y=30)
                .move(0.2 * r, level + 0.24 * r, 0.1 * r),
                "string",
            )
        d.point("top", (0, level + 0.25 * r, 0), size=r)
    else:
        n = v.neck * r
        y = 0.76 * h
        folds = [
            bone(
                (0.55 * r * x, 0.32 * r, 0.55 * r * z),
                (0.9 * n * x + lean, y - 0.02 * h, 0.9 * n * z),
                0.4 * r,
                0.22 * n,
            )
            for x, z in ring_of(6, 1.0, 20)
        ]
        ruff = [
            bone(
                (0.3 * n * x + lean, y, 0.3 * n * z),
                (1.5 * n * x + lean, h - 0.09 * h, 1.5 * n * z),
                0.42 * n,
                0.26 * n,
            )
            for x, z in ring_of(7, 1.0, 5)
        ]
        body = organic(
            [
                bone((0, 0.5 * r, 0), (0.2 * lean, 0.4 * h, 0), 0.86 * r, 0.8 * r),
                bone((0.2 * lean, 0.4 * h, 0), (lean, y, 0), 0.72 * r, 0.85 * n),
                *folds,
                bone((lean, y, 0), (lean, y + 0.06 * h, 0), 0.7 * n),
                *ruff,
            ],
            0.1 * r,
            cells=72,
        )
        d.add("body", body & box(4 * r, 2 * h, 4 * r).move(y=h), "cloth")
        wraps = [torus(1.02 * n, 0.13 * n + 0.002).move(y=(i - (v.wraps - 1) / 2) * 0.2 * n) for i in range(v.wraps)]
        ends = [
            rod(
                (0, 0, 1.0 * n),
                (0.25 * n * s, -0.3 * n, 1.35 * n),
                (0.5 * n * s, -0.95 * n, 1.4 * n),
                radius=0.1 * n + 0.001,
                round_ends=True,
            )
            for s in (1, -1)
        ]
        d.add("string", union(*wraps, *ends, sphere(0.26 * n).move(z=1.05 * n)).move(lean, y, 0), "string")
        d.point("top", (lean, h, 0), size=n)
    face = 0.93 * r
    if v.patch:
        d.add(
            "patch",
            (box(0.5 * r, 0.5 * r, 0.8 * r, 0.03 * r).rotate(z=12).move(-0.34 * r, 0.36 * h, 0.75 * r))
            & organic([bone((0, 0.5 * r, 0), (0.2 * lean, 0.4 * h, 0), 0.93 * r, 0.86 * r)], 0.05, cells=48),
            "patch",
        )
    if v.mark:
        y = 0.3 * h
        ring = (cylinder(0.3 * r, 0.5 * r).rotate(x=90) - cylinder(0.22 * r, r).rotate(x=90)) + box(
            0.06 * r, 0.7 * r, 0.5 * r
        )
        d.add(
            "mark",
            ring.move(0.14 * r, y, face)
            & organic([bone((0, 0.5 * r, 0), (0.2 * lean, 0.4 * h, 0), 0.94 * r, 0.87 * r)], 0.05, cells=48),
            "mark",
        )
    d.point("grip", (lean, 0.78 * h, 0), size=2 * v.neck * r)
    return d
