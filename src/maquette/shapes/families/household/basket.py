"""Basket: rows of weave around stakes, a braided rim and a bow."""

from __future__ import annotations

import math

from maquette.shapes.api import Point3, cylinder, lathe, sphere, sweep, torus, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, Whole, family
from maquette.shapes.node import Node
from maquette.shapes.sub.outlines import ring_of


@family(
    "basket",
    "household",
    nouns={
        "wicker basket": {},
        "picnic basket": {"lid": True, "shape": "oval"},
        "fruit basket": {"content": "apples"},
        "easter basket": {"content": "eggs", "handle": True},
        "laundry basket": {"height": 0.4, "handle": False},
        "hamper": {"lid": True, "height": 0.35},
        "bread basket": {"content": "bread", "handle": False},
    },
    parameters=(
        Choice("shape", ("round", "oval", "square")),
        Real("height", 0.2, 0.13, 0.4),
        Real("radius", 0.19, 0.14, 0.26),
        Real("taper", 0.82, 0.68, 0.95, unit="", about="width of the ground, share of the rim"),
        Whole("rows", 7, 5, 10, about="of the weave"),
        Whole("stakes", 18, 14, 24),
        Flag("handle", 0.75),
        Choice("content", ("none", "apples", "eggs", "bread")),
        Flag("cloth", 0.35),
        Flag("lid", 0.12),
    ),
    slots={
        "weave": ("wicker", "wicker:#8a5f32", "wicker:#d3b071"),
        "rim": ("wicker:#7a5028", "wicker:#9a6f3c"),
        "cloth": ("fabric:#c0463a", "cotton", "fabric:#4a78a0"),
        "apples": ("fruit", "fruit:#7aa832"),
        "eggs": ("ceramic:#f0e2cc", "ceramic:#e8b8c0"),
        "bread": ("bread",),
    },
    words={
        "apples": {"content": "apples"},
        "fruit": {"content": "apples"},
        "eggs": {"content": "eggs"},
        "bread": {"content": "bread"},
        "empty": {"content": "none"},
        "lid": {"lid": True},
        "handle": {"handle": True},
        "cloth": {"cloth": True},
    },
    paints={"handle": "rim"},
    height=(0.1, 0.75),
)
def basket(v: Values) -> Draft:
    """Rows of weave around stakes, a braided rim and a bow."""
    h, r = v.height, v.radius
    low = v.taper * r
    high = h + 0.05 + r if v.handle else h
    squash = 0.72 if v.shape == "oval" else 1.0
    sides = 4 if v.shape == "square" else None
    turn = 45.0 if v.shape == "square" else 0.0
    wide = math.sqrt(2) * 0.88 if v.shape == "square" else 1.0
    d = Draft(extent=max(2 * r, high))
    each = h / v.rows
    outer: list[tuple[float, float]] = [(low * wide - 0.01, 0.0)]
    for i in range(v.rows):
        for k, bulge in ((0.08, 0.0), (0.5, 0.012), (0.92, 0.0)):
            y = each * (i + k)
            outer.append((wide * (low + (r - low) * y / h) + bulge, y))
    inner = [(wide * r - 0.018, h), (wide * low - 0.016, 0.02), (0.0, 0.02)]

    def shaped(solid: Node) -> Node:
        return solid.rotate(y=turn).scale(1, 1, squash)

    full = v.lid
    filled = not full and (v.content != "none" or v.cloth)
    if filled:
        # Nobody sees below what lies in it, so it is solid there.
        ground = 0.74 * h
        inner = [(wide * r - 0.018, h), (wide * (low + (r - low) * 0.74) - 0.016, ground), (0.0, ground)]
    wall = (
        lathe([(0, 0), *outer, (wide * r, h), (0, h)], sides=sides)
        if full
        else lathe([(0, 0), *outer, (wide * r, h), *inner], sides=sides)
    )
    d.add("weave", shaped(wall), "weave")
    stakes = []
    if v.shape != "square":
        for x, z in ring_of(v.stakes, 1.0):
            stakes.append(
                sweep([(x * (low + 0.004), 0.01, z * (low + 0.004)), (x * (r + 0.005), h, z * (r + 0.005))], 0.0085)
            )
        d.add("stakes", union(*stakes).scale(1, 1, squash), "weave")
    braid = wide * r
    rim = lathe(
        [
            (braid - 0.02, h - 0.012),
            (braid + 0.008, h - 0.012),
            (braid + 0.014, h),
            (braid + 0.008, h + 0.014),
            (braid - 0.016, h + 0.014),
            (braid - 0.024, h),
            (braid - 0.02, h - 0.012),
        ],
        sides=sides,
    ) - cylinder(braid - 0.021 if sides is None else 0.001, 0.2).move(y=h)
    if sides:
        rim = lathe([(braid + 0.008, h - 0.012), (braid + 0.014, h), (braid + 0.006, h + 0.014)], sides=4) - lathe(
            [(braid - 0.022, h - 0.05), (braid - 0.022, h + 0.05)], sides=4
        )
    if full and sides is None:
        rim = torus(braid, 0.014).move(y=h)
    d.add("rim", shaped(rim), "rim")
    if v.lid:
        d.add(
            "lid",
            shaped(
                lathe(
                    [(braid - 0.004, h - 0.01), (braid + 0.004, h + 0.02), (0.75 * braid, h + 0.045), (0, h + 0.06)],
                    sides=sides,
                )
            ),
            "weave",
        )
        d.add("lid_knob", torus(0.03, 0.008).rotate(x=90).move(y=h + 0.075), "rim")
    elif v.content != "none" or v.cloth:
        y = 0.78 * h
        inside = wide * (low + (r - low) * 0.78) - 0.01
        if v.cloth:
            d.add(
                "cloth",
                shaped(
                    union(
                        lathe([(inside - 0.002, y - 0.05), (inside + 0.004, y), (0, y + 0.004)], sides=sides),
                        torus(braid - 0.012, 0.014).move(y=h + 0.006)
                        if sides is None
                        else lathe(
                            [(inside, y), (braid - 0.01, h + 0.012), (braid - 0.03, h + 0.016), (inside - 0.02, y)],
                            sides=4,
                        ),
                    )
                ),
                "cloth",
            )
        else:
            d.add(
                "straw",
                shaped(lathe([(inside + 0.004, y - 0.05), (inside + 0.002, y - 0.004), (0, y)], sides=sides)),
                "weave",
            )
        if v.content == "bread":
            for i in range(3):
                d.add(
                    f"bread_{i + 1}",
                    sphere(0.045, 0.035, 0.62 * r * squash)
                    .rotate(y=24 * (i - 1))
                    .move((i - 1) * 0.42 * r, y + 0.025, 0),
                    "bread",
                    group="content",
                )
        elif v.content != "none":
            s = 0.045 if v.content == "apples" else 0.035
            places = [(0.0, 0.0, 0.6)] + [(x, z, 0.3) for x, z in ring_of(6, min(0.6 * r, 2.1 * s), 10)]
            for i, (x, z, up) in enumerate(places):
                one = (
                    sphere(s, 0.93 * s, s)
                    if v.content == "apples"
                    else sphere(0.85 * s, 0.85 * s, 1.15 * s).rotate(y=50 * i)
                )
                d.add(
                    f"{v.content[:-1]}_{i + 1}", one.move(x, y + up * s + 0.004, z * squash), v.content, group="content"
                )
    if v.handle and not (full and v.shape == "square"):
        x = (r if v.shape != "square" else 0.88 * r * 1.0) - 0.004
        arc: list[Point3] = [
            (x * 0.985, 0.55 * h, 0),
            (x, h, 0),
            *(
                (x * math.cos(a), h + 0.04 + 0.95 * r * math.sin(a), 0)
                for a in [math.pi * i / 10 for i in range(1, 10)]
            ),
            (-x, h, 0),
            (-x * 0.985, 0.55 * h, 0),
        ]
        d.add(
            "handle",
            sweep(
                arc,
                profile=[(0.016, -0.005), (0.016, 0.005), (0, 0.009), (-0.016, 0.005), (-0.016, -0.005), (0, -0.009)],
            ),
            "rim",
        )
        d.point("grip", (0, h + 0.04 + 0.95 * r, 0), up=(1, 0, 0), size=0.02)
    d.point("top", (0, h, 0), size=2 * r)
    return d
