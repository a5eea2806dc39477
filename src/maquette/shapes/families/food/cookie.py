"""Cookies: with chips, as sandwiches, gingerbread men."""

from __future__ import annotations

import math

from maquette.shapes.api import box, cylinder, difference, extrude, lathe, sphere, sweep, torus, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, Whole, family
from maquette.shapes.node import Node
from maquette.shapes.sub.food import spiral


@family(
    "cookie",
    "food",
    nouns={
        "biscuit": {},
        "chocolate chip cookie": {"kind": "chips"},
        "gingerbread man": {"kind": "gingerbread"},
        "gingerbread": {"kind": "gingerbread"},
        "sandwich cookie": {"kind": "sandwich"},
        "cookies": {"cookies": 3},
        "cracker": {"chips": 5},
    },
    parameters=(
        Choice("kind", ("chips", "sandwich", "gingerbread")),
        Real("radius", 0.04, 0.03, 0.055),
        Real("thickness", 0.26, 0.2, 0.34, unit="", about="share of the radius"),
        Whole("cookies", 1, 1, 5),
        Whole("chips", 14, 8, 20),
        Whole("notches", 24, 18, 32),
        Real("chip_size", 0.13, 0.1, 0.17, unit=""),
        Flag("bite", 0.3),
        Whole("buttons", 3, 2, 4),
        Flag("scarf", 0.4),
    ),
    slots={
        "dough": ("bread:#c48a48", "bread:#a8682e", "chocolate:#4f3020"),
        "chip": ("chocolate:#3a2016", "paint:#c8302a", "cream:#f5eedd"),
        "cream": ("cream:#fbf6ea", "icing"),
        "scarf": ("paint:#b82a30", "paint:#2f7a4a"),
    },
    words={
        "bite": {"bite": True},
        "bitten": {"bite": True},
        "chips": {"kind": "chips"},
        "scarf": {"scarf": True, "kind": "gingerbread"},
        "stack": {"cookies": 4},
    },
    paints={"chips": "chip", "filling": "cream", "icing": "cream", "buttons": "chip"},
    height=(0.005, 0.2),
)
def cookie(v: Values) -> Draft:
    """With chips, as a sandwich with cream, or a gingerbread man; also a stack."""
    r, t = v.radius, v.thickness * v.radius
    rng = v.rng("chips")
    if v.kind == "gingerbread":
        s = 1.6 * r
        d = Draft(extent=2.5 * s)
        half = [
            (0.0, -0.2),
            (0.28, -0.95),
            (0.46, -1.08),
            (0.66, -0.94),
            (0.6, -0.6),
            (0.42, 0.0),
            (0.46, 0.2),
            (0.88, 0.12),
            (1.06, 0.32),
            (0.96, 0.54),
            (0.4, 0.56),
            (0.3, 0.62),
            (0.5, 0.86),
            (0.5, 1.14),
            (0.28, 1.38),
        ]
        outline = [*half, (0.0, 1.44), *((-x, y) for x, y in half[:0:-1])]
        th = 0.28 * s
        d.add("dough", extrude([(s * x, s * y) for x, y in outline], th, smooth=True, bevel=0.3 * th), "dough")
        z = 0.5 * th
        dots = [(0.0, 0.36 - 0.3 * i) for i in range(v.buttons)]
        d.add("eyes", sphere(0.07 * s, 0.08 * s, 0.05 * s).move(0.17 * s, 1.1 * s, z).mirrored("x"), "chip")
        d.add(
            "smile",
            sweep([(-0.2 * s, 0.9 * s, z), (0, 0.8 * s, z), (0.2 * s, 0.9 * s, z)], 0.035 * s, round_ends=True),
            "cream",
            group="icing",
        )
        d.add(
            "buttons",
            union(*(sphere(0.09 * s, 0.09 * s, 0.07 * s).move(x * s, y * s, z) for x, y in dots)),
            "chip",
            group="buttons",
        )
        waves = [
            sweep(
                [((a + (b - a) * k / 8) * s, (y0 + (y1 - y0) * k / 8 + 0.045 * (-1) ** k) * s, z) for k in range(9)],
                0.03 * s,
                round_ends=True,
            )
            for a, b, y0, y1 in (
                (0.72, 0.86, 0.48, 0.18),
                (-0.72, -0.86, 0.48, 0.18),
                (0.25, 0.56, -0.72, -0.84),
                (-0.25, -0.56, -0.72, -0.84),
            )
        ]
        d.add("icing", union(*waves), "cream", group="icing")
        if v.scarf:
            d.add(
                "scarf",
                union(
                    box(0.74 * s, 0.16 * s, 1.25 * th, 0.04 * s).move(y=0.64 * s),
                    box(0.17 * s, 0.42 * s, 0.3 * th, 0.03 * s).rotate(z=10).move(0.2 * s, 0.46 * s, 0.55 * th),
                ),
                "scarf",
            )
        d.parts[:] = [p.model_copy(update={"solid": p.solid.move(y=1.1 * s).as_solid()}) for p in d.parts]
        d.point("top", (0, 2.5 * s, 0), size=s)
        return d
    one = 2.1 * t if v.kind == "sandwich" else t
    d = Draft(extent=max(2.2 * r, v.cookies * one))
    for i in range(v.cookies):
        x, z = (0.0, 0.0) if v.cookies == 1 else (0.12 * r * math.cos(2.4 * i), 0.12 * r * math.sin(2.4 * i))
        y = 0.96 * one * i
        turn = 50 * i - 30
        last = i == v.cookies - 1
        bites = (
            [sphere(0.36 * r).move(1.05 * r, 0.5 * one, k * 0.38 * r) for k in (-0.7, 0.45)] if v.bite and last else []
        )
        name = f"_{i + 1}" if v.cookies > 1 else ""
        parts: list[tuple[str, Node, str]] = []
        if v.kind == "sandwich":
            gear = [
                (
                    (1.0 if k % 2 else 0.955) * r * math.cos(math.pi * k / v.notches),
                    (1.0 if k % 2 else 0.955) * r * math.sin(math.pi * k / v.notches),
                )
                for k in range(2 * v.notches)
            ]
            wafer = extrude(gear, 0.75 * t, bevel=0.12 * t).rotate(x=90)
            rim = union(
                torus(0.78 * r, 0.07 * t),
                *(sphere(0.13 * r, 0.12 * t, 0.06 * r).move(x=0.5 * r).rotate(y=45 * k) for k in range(8)),
                cylinder(0.2 * r, 0.16 * t, bevel=0.05 * t),
            ).move(y=0.37 * t)
            parts.append(
                (
                    "dough",
                    difference(union(wafer.move(y=0.375 * t), union(wafer, rim).move(y=1.6 * t)), *bites),
                    "dough",
                )
            )
            parts.append(
                ("filling", difference(cylinder(0.93 * r, 0.72 * t, bevel=0.2 * t).move(y=t), *bites), "cream")
            )
        else:
            base = lathe(
                [(0, 0), (0.88 * r, 0), (r, 0.22 * t), (0.97 * r, 0.55 * t), (0.75 * r, 0.9 * t), (0, t)], smooth=True
            ).roughened(0.06 * t, 0.25 * r, seed=v.seed + i, octaves=2)
            parts.append(("dough", difference(base, *bites), "dough"))
            spots = [p for p in spiral(v.chips, 0.86 * r) if not (bites and p[0] > 0.55 * r)]
            size = v.chip_size * r
            chips = [
                sphere(size * float(rng.uniform(0.8, 1.15)), 0.75 * size, size).move(
                    px, t * (1 - 0.28 * (math.hypot(px, pz) / r) ** 3), pz
                )
                for px, pz in spots
            ]
            chips += [
                sphere(0.8 * size).move(0.92 * r * math.cos(a), 0.42 * t, 0.92 * r * math.sin(a))
                for a in (1.0, 1.9, 3.0, 4.2, 5.2)
            ]
            parts.append(("chips", union(*chips), "chip"))
        for n, solid, slot in parts:
            d.add(n + name, solid.rotate(y=turn).move(x, y, z), slot, group=n)
    d.point("top", (0, v.cookies * one, 0), size=2 * r)
    d.point("grip", (0, 0.5 * t, 0), size=2 * r)
    return d
