"""Pizzas, whole, cut, or a slice."""

from __future__ import annotations

import math

from maquette.shapes.api import box, capsule, cylinder, difference, extrude, lathe, sphere, torus, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, Whole, family
from maquette.shapes.node import Node
from maquette.shapes.sub.food import blobby, spiral
from maquette.shapes.sub.outlines import rod
from maquette.shapes.sub.palettes import BUNS


@family(
    "pizza",
    "food",
    nouns={
        "pizza slice": {"kind": "slice"},
        "slice of pizza": {"kind": "slice"},
        "pepperoni pizza": {"topping": "pepperoni"},
        "margherita": {"topping": "basil"},
    },
    parameters=(
        Choice("kind", ("whole", "slice", "cut")),
        Real("radius", 0.16, 0.12, 0.2),
        Real("thickness", 0.02, 0.015, 0.028),
        Whole("slices", 8, 6, 10),
        Choice("topping", ("pepperoni", "mushrooms", "basil", "mixed")),
        Whole("toppings", 13, 9, 18),
        Whole("olives", 8, 0, 14),
        Real("crust", 0.1, 0.07, 0.14, unit="", about="width of the rim, share of the radius"),
        Flag("board", 0.5),
        Flag("drips", 0.8),
    ),
    slots={
        "cheese": ("cheese:#f0c65a", "cheese:#f2d27a"),
        "crust": BUNS,
        "sauce": ("plastic:#b8341e",),
        "pepperoni": ("meat:#b3321f", "meat:#9a2a22"),
        "olive": ("paint:#23221f", "paint:#5a6a2a"),
        "leaf": ("leaf:#4f9a3a",),
        "mushroom": ("cream:#e8d8bc",),
        "board": ("oak", "walnut", "birch"),
    },
    words={
        "slice": {"kind": "slice"},
        "pepperoni": {"topping": "pepperoni"},
        "mushrooms": {"topping": "mushrooms"},
        "basil": {"topping": "basil"},
        "olives": {"olives": 12},
        "board": {"board": True},
    },
    paints={"olives": "olive", "basil": "leaf", "mushrooms": "mushroom", "salami": "pepperoni"},
    height=(0.015, 0.09),
)
def pizza(v: Values) -> Draft:
    """A thick rim, sauce, cheese and toppings; whole, with a piece drawn out, or one slice."""
    r, t = v.radius, v.thickness
    rng = v.rng("toppings")
    d = Draft(extent=2 * r if v.kind != "slice" else 1.05 * r)
    wide = 360 / v.slices if v.kind != "slice" else 50.0
    rim = v.crust * r
    inner = r - rim
    bottom = 0.0
    if v.board and v.kind != "slice":
        b = 0.1 * r
        d.add(
            "board",
            union(cylinder(1.08 * r, b, bevel=0.2 * b), box(0.3 * r, b, 0.75 * r, 0.25 * b).move(z=-1.3 * r)).move(
                y=b / 2
            ),
            "board",
        )
        d.extent = 2.75 * r
        bottom = b - 0.002
    base = lathe(
        [
            (0, 0),
            (0.95 * r, 0),
            (r, 0.4 * t),
            (0.99 * r, 0.85 * t),
            (r - 0.5 * rim, 1.15 * t),
            (inner + 0.1 * rim, 0.9 * t),
            (inner, 0.55 * t),
            (0, 0.55 * t),
        ],
        smooth=False,
    )
    sauce = lathe([(0, 0.3 * t), (inner + 0.12 * rim, 0.3 * t), (inner + 0.14 * rim, 0.76 * t), (0, 0.7 * t)])
    melt = blobby(0.965 * inner, 0.5 * t, rng, 0.04, 18).move(y=0.62 * t)
    grooves: list[Node] = (
        [box(2.1 * r, t, 0.012 * r).move(y=0.95 * t).rotate(y=wide * i) for i in range(v.slices)]
        if v.kind != "slice"
        else []
    )
    items: list[tuple[str, Node, str]] = []
    spots = spiral(v.toppings, 0.86 * inner)
    if v.kind == "slice":
        # In the wedge toward +Z, from the tip outward.
        spots = [
            (0.36 * k * q * r, q * r)
            for q, ks in ((0.34, (0.0,)), (0.58, (-0.75, 0.7)), (0.76, (0.05,)), (0.8, (-1.02, 1.0)))
            for k in ks
        ]
    high = 0.87 * t
    for i, (x, z) in enumerate(spots):
        kind = v.topping if v.topping != "mixed" else ("pepperoni", "mushrooms", "basil")[i % 3]
        s = 0.105 * r * float(rng.uniform(0.9, 1.1))
        turn = float(rng.uniform(0, 360))
        if kind == "pepperoni":
            items.append(
                (
                    f"pepperoni_{i + 1}",
                    lathe(
                        [(0, 0), (0.9 * s, 0), (s, 0.14 * s), (0.88 * s, 0.24 * s), (0.7 * s, 0.16 * s), (0, 0.14 * s)]
                    )
                    .rotate(x=float(rng.uniform(-5, 5)))
                    .move(x, high - 0.03 * s, z),
                    "pepperoni",
                )
            )
        elif kind == "mushrooms":
            cap = [
                (-0.3, -1.0),
                (0.3, -1.0),
                (0.28, -0.1),
                (0.95, -0.05),
                (0.95, 0.35),
                (0.55, 0.82),
                (0.0, 0.98),
                (-0.55, 0.82),
                (-0.95, 0.35),
                (-0.95, -0.05),
                (-0.28, -0.1),
            ]
            items.append(
                (
                    f"mushroom_{i + 1}",
                    extrude([(s * a, s * b) for a, b in cap], 0.3 * s, smooth=True)
                    .rotate(x=90)
                    .rotate(y=turn)
                    .move(x, high + 0.06 * s, z),
                    "mushroom",
                )
            )
        else:
            items.append(
                (
                    f"basil_{i + 1}",
                    sphere(0.55 * s, 0.16 * s, 1.15 * s).bent(30, "z", "y").rotate(y=turn).move(x, high + 0.02 * s, z),
                    "leaf",
                )
            )
    rings = (
        spiral(max(v.olives, 1), 0.78 * inner) if v.kind != "slice" else [(0.12 * r, 0.5 * r), (-0.16 * r, 0.74 * r)]
    )
    if v.olives:
        items.append(
            (
                "olives",
                union(
                    *(
                        union(torus(0.04 * r, 0.02 * r), cylinder(0.04 * r, 0.03 * r)).move(
                            x if v.kind == "slice" else -z, high + 0.005, z if v.kind == "slice" else x
                        )
                        for x, z in rings
                    )
                ),
                "olive",
            )
        )
    if v.kind == "slice":
        wedge = lathe([(0, -t), (2 * r, -t), (2 * r, 4 * t), (0, 4 * t)], degrees=wide).rotate(y=-90 - wide / 2)
        bigger = (
            lathe([(0, -t), (2 * r, -t), (2 * r, 4 * t), (0, 4 * t)], degrees=wide + 3)
            .rotate(y=-90 - wide / 2 - 1.5)
            .move(z=-0.01 * r)
        )
        shape = [
            ("crust", base & wedge, "crust"),
            ("sauce", sauce & wedge.move(z=-0.003 * r), "sauce"),
            ("cheese", melt & bigger, "cheese"),
        ]
        if v.drips:
            runs = [
                capsule(0.03 * r, 0.4 * t + k * t).move(s * 0.475 * q * r * 0.96, 0.55 * t - 0.3 * k * t, q * r)
                for s, q, k in ((1, 0.45, 0.35), (1, 0.7, 0.5), (-1, 0.55, 0.5), (-1, 0.8, 0.3))
            ]
            shape.append(("drips", union(*runs), "cheese"))
        for name, solid, slot in (*shape, *items):
            d.add(
                name,
                solid.move(z=-0.5 * r).rotate(y=155).rotate(x=20).move(y=0.5 * r * math.sin(math.radians(20)) + 0.0),
                slot,
                group="toppings" if slot not in ("crust", "sauce", "cheese") else None,
            )
        d.point("top", (0, 0.25 * r, 0), size=r)
        return d
    parts = [
        ("crust", difference(base, *grooves), "crust"),
        ("sauce", sauce, "sauce"),
        ("cheese", difference(melt, *(g.scale(1, 0.4, 1).move(y=0.47 * t) for g in grooves)), "cheese"),
        *items,
    ]
    if v.kind == "cut":
        half = wide / 2
        wedge = lathe([(0, -t), (2 * r, -t), (2 * r, 4 * t), (0, 4 * t)], degrees=wide).rotate(y=-90 - half)
        for name, solid, slot in parts[:3]:
            d.add(name, difference(solid, wedge).move(y=bottom), slot)
            d.add(f"{name}_slice", (solid & wedge).move(0, bottom + 0.15 * t, 0.2 * r), slot, group="slice")
        for name, solid, slot in items:
            if name != "olives":
                x, z = spots[int(name.split("_")[1]) - 1]
                inside = abs((math.degrees(math.atan2(x, z)) + 180) % 360 - 180) < half
                d.add(
                    name,
                    solid.move(0, bottom + (0.15 * t if inside else 0), 0.2 * r if inside else 0),
                    slot,
                    group="toppings",
                )
        d.add(
            "cheese_strings",
            union(
                *(
                    rod(
                        (k * 0.05 * r, bottom + 0.72 * t, 0.25 * r),
                        (k * 0.07 * r, bottom + 0.8 * t, 0.6 * r),
                        radius=0.014 * r,
                    )
                    for k in (-1.6, 0, 1.7)
                ),
                *(
                    rod(
                        (s * 0.5 * math.tan(math.radians(half)) * r, bottom + 0.7 * t, 0.5 * r),
                        (s * 0.55 * math.tan(math.radians(half)) * r, bottom + 0.8 * t, 0.78 * r),
                        radius=0.014 * r,
                    )
                    for s in (1, -1)
                ),
            ),
            "cheese",
        )
    else:
        for name, solid, slot in parts:
            d.add(name, solid.move(y=bottom), slot, group="toppings" if (name, solid, slot) in items else None)
    d.point("top", (0, bottom + t, 0), size=2 * r)
    return d
