"""Burgers."""

from __future__ import annotations

import math

from maquette.shapes.api import box, capsule, cylinder, extrude, lathe, sphere, sweep, torus, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Flag, Real, Values, Whole, family
from maquette.shapes.node import Node
from maquette.shapes.sub.food import blobby, lobed, spiral
from maquette.shapes.sub.palettes import BUNS


def ruffle(radius: float, thickness: float, waves: int, depth: float) -> Node:
    """A leaf of lettuce: a disc whose rim waves up and down."""
    path = [
        (
            (radius * (1 + 0.05 * math.sin(2.3 * i))) * math.cos(math.tau * i / 60),
            depth * math.sin(math.tau * waves * i / 60),
            radius * math.sin(math.tau * i / 60),
        )
        for i in range(60)
    ]
    return union(cylinder(radius, thickness), sweep(path, thickness * 0.95, closed=True, smooth=False, sides=8))


@family(
    "burger",
    "food",
    nouns={
        "hamburger": {},
        "cheeseburger": {"cheese": True},
        "veggie burger": {"lettuce": True},
        "double burger": {"patties": 2},
        "big burger": {"patties": 3},
        "sandwich burger": {},
    },
    parameters=(
        Real("radius", 0.055, 0.045, 0.07),
        Real("bun_height", 0.65, 0.5, 0.8, unit="", about="share of the radius"),
        Whole("patties", 1, 1, 3),
        Real("thickness", 0.26, 0.2, 0.34, unit="", about="of a patty, share of the radius"),
        Flag("cheese", 0.8),
        Flag("lettuce", 0.85),
        Flag("tomatoes", 0.75),
        Flag("onion", 0.4),
        Flag("sauce", 0.5),
        Whole("seeds", 40, 0, 60),
        Whole("waves", 9, 7, 12),
        Flag("stick", 0.15),
    ),
    slots={
        "bun": BUNS,
        "patty": ("meat:#6a3a26", "meat:#5a3020"),
        "cheese": ("paint:#f5b92e", "paint:#f7d25a"),
        "lettuce": ("leaf:#7ab83c", "leaf:#5fa034"),
        "tomato": ("paint:#d2321f",),
        "onion": ("cream:#f0e2ee", "paint:#a84a86"),
        "sauce": ("paint:#c02a1c", "paint:#f0d080"),
        "seed": ("cream:#f5e6c0",),
        "stick": ("pine",),
        "crumb": ("cream:#f2dca8",),
    },
    words={
        "cheese": {"cheese": True},
        "lettuce": {"lettuce": True},
        "salad": {"lettuce": True},
        "tomato": {"tomatoes": True},
        "onion": {"onion": True},
        "sauce": {"sauce": True},
        "ketchup": {"sauce": True},
        "seeds": {"seeds": 50},
        "double": {"patties": 2},
    },
    paints={"buns": "bun", "meat": "patty", "seeds": "seed", "salad": "lettuce", "ketchup": "sauce"},
    height=(0.06, 0.32),
)
def burger(v: Values) -> Draft:
    """Everything between two halves of a bun."""
    r = v.radius
    d = Draft(extent=2.2 * r)
    rng = v.rng("sauce")
    y = 0.42 * v.bun_height * r
    d.add(
        "bun_bottom",
        lathe([(0, 0), (0.8 * r, 0), (0.97 * r, 0.3 * y), (0.99 * r, 0.75 * y), (0.93 * r, y), (0, y)], smooth=False),
        "bun",
        group="bun",
    )
    if v.lettuce:
        d.add("lettuce", ruffle(1.02 * r, 0.06 * r, v.waves, 0.06 * r).move(y=y + 0.05 * r), "lettuce")
        y += 0.09 * r
    for i in range(v.patties):
        t = v.thickness * r
        d.add(
            f"patty_{i + 1}",
            lobed(
                [
                    (0.9 * r, -0.02 * t),
                    (1.0 * r, 0.15 * t),
                    (1.04 * r, 0.5 * t),
                    (1.0 * r, 0.85 * t),
                    (0.9 * r, 1.02 * t),
                ],
                7 + 2 * i,
                0.014,
            )
            .rotate(y=40 * i)
            .move(y=y),
            "patty",
            group="patties",
        )
        y += 0.95 * t
        if v.cheese:
            s = 1.72 * r
            corner = [
                extrude([(-0.42 * r, 0), (0.42 * r, 0), (0, -0.4 * r)], 0.05 * r)
                .move(z=0.0)
                .rotate(x=-14)
                .move(0, 0.012 * r, 0.98 * r)
            ]
            sheet = union(
                box(s, 0.05 * r, s, 0.015 * r).rotate(y=45) & cylinder(1.06 * r, r),
                *(c.rotate(y=90 * k) for c in corner for k in range(4)),
            )
            d.add(f"cheese_{i + 1}", sheet.rotate(y=30 + 25 * i).move(y=y + 0.015 * r), "cheese", group="cheese")
            y += 0.035 * r
    under = y
    if v.tomatoes:
        d.add(
            "tomatoes",
            union(
                *(
                    cylinder(0.56 * r, 0.09 * r, bevel=0.03 * r)
                    .rotate(x=4)
                    .move(0.44 * r * math.cos(a), y + 0.05 * r, 0.44 * r * math.sin(a))
                    for a in (0.6, 2.7, 4.8)
                )
            ),
            "tomato",
        )
        y += 0.085 * r
    if v.onion:
        d.add(
            "onion",
            union(
                *(
                    torus(q * r, 0.045 * r).move(x * r, y + 0.025 * r, z * r)
                    for q, x, z in (
                        (0.5, 0.4, 0.2),
                        (0.55, -0.4, 0.15),
                        (0.5, 0.05, -0.42),
                        (0.25, 0.1, 0.1),
                        (0.45, 0.1, 0.5),
                    )
                )
            ),
            "onion",
        )
        y += 0.055 * r
    if v.sauce:
        runs = [
            capsule(0.075 * r, 0.3 * r).move(0.97 * r * math.cos(a), y - 0.06 * r, 0.97 * r * math.sin(a))
            for a in (0.7, 1.9, 3.3, 5.1)
        ]
        d.add("sauce", union(blobby(0.98 * r, 0.09 * r, rng, 0.06, 14).move(y=y + 0.03 * r), *runs), "sauce")
        y += 0.055 * r
    h = v.bun_height * r
    profile = [
        (0, 0),
        (0.93 * r, 0),
        (1.02 * r, 0.16 * h),
        (1.0 * r, 0.42 * h),
        (0.84 * r, 0.74 * h),
        (0.5 * r, 0.95 * h),
        (0, h),
    ]
    d.add("bun_top", lathe(profile, smooth=True).move(y=y - 0.004 * r), "bun", group="bun")
    if y > under:
        d.add("crumb", cylinder(0.95 * r, y - under + 0.03 * r).move(y=(y + under) / 2), "crumb")
    places = []
    for x, z in spiral(v.seeds, 0.82 * r):
        q = math.hypot(x, z) / r
        places.append((x, y + h * (1.0 - 0.2 * q**2 - 0.27 * q**5), z))
    if places:
        d.add(
            "seeds",
            union(
                *(sphere(0.035 * r, 0.03 * r, 0.055 * r).rotate(y=float(rng.uniform(0, 180))).move(*p) for p in places)
            ),
            "seed",
        )
    if v.stick:
        d.add(
            "stick",
            union(cylinder(0.02 * r + 0.0006, 1.4 * h).move(y=y + h), sphere(0.13 * r).move(y=y + 1.7 * h)),
            "stick",
        )
    d.point("top", (0, y + h, 0), size=r)
    d.point("grip", (0, 0.5 * y, 0), size=2 * r)
    return d
