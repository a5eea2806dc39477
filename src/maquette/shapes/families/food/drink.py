"""Drinks in glasses, mugs and cans."""

from __future__ import annotations

import math

from maquette.shapes.api import box, capsule, cylinder, difference, extrude, lathe, sphere, sweep, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, Whole, family
from maquette.shapes.sub.foliage import leaf
from maquette.shapes.sub.food import segments, spiral, swirl
from maquette.shapes.sub.outlines import rounded_rectangle


@family(
    "drink",
    "food",
    nouns={
        "cocktail": {"kind": "cocktail"},
        "martini": {"kind": "cocktail", "garnish": "olive"},
        "lemonade": {"kind": "tall"},
        "juice": {"kind": "tall"},
        "milkshake": {"kind": "shake"},
        "soda": {"kind": "can"},
        "soda can": {"kind": "can"},
        "can": {"kind": "can"},
        "beer": {"kind": "beer"},
        "glass of water": {"kind": "tall"},
        "smoothie": {"kind": "shake"},
        "cola": {"kind": "can"},
        "drink can": {"kind": "can"},
        "soft drink": {"kind": "can"},
        "iced tea": {"kind": "tall"},
    },
    parameters=(
        Choice("kind", ("tall", "cocktail", "shake", "can", "beer")),
        Real("height", 0.15, 0.12, 0.18),
        Real("radius", 0.24, 0.2, 0.29, unit="", about="share of the height"),
        Real("fill", 0.82, 0.65, 0.92, unit=""),
        Choice("garnish", ("slice", "cherry", "olive", "umbrella", "none")),
        Flag("straw", 0.7),
        Whole("cubes", 3, 0, 4, about="of ice"),
        Flag("mint", 0.4),
        Whole("bubbles", 0, 0, 8),
    ),
    slots={
        "drink": ("slime:#f2a01e", "slime:#e8486a", "slime:#3fb0c8", "slime:#9ac84a", "slime:#d8642a"),
        "glass": ("glass",),
        "straw": ("paper:#e8304a", "paper:#3f9ab8", "paper:#f2c43a"),
        "fruit": ("plastic:#f5c83a", "plastic:#8ac03a", "plastic:#f08a2a"),
        "pulp": ("plastic:#f8ea9a",),
        "cherry": ("paint:#c3152a",),
        "olive": ("paint:#7a8a32",),
        "ice": ("ice",),
        "mint": ("leaf:#4faa4a",),
        "cream": ("cream",),
        "can": ("car paint:#c8202c", "car paint:#1f4fa8", "car paint:#2f8a4a", "car paint:#e8a01e"),
        "metal": ("aluminium",),
        "umbrella": ("paper:#e8486a", "paper:#8a4ac0"),
        "beer": ("slime:#e0a01e", "slime:#a85a1a"),
    },
    words={
        "straw": {"straw": True},
        "ice": {"cubes": 4, "kind": "tall"},
        "umbrella": {"garnish": "umbrella"},
        "lemon": {"garnish": "slice"},
        "cherry": {"garnish": "cherry"},
        "mint": {"mint": True},
        "olive": {"garnish": "olive"},
    },
    paints={"liquid": "drink", "lemon": "fruit", "foam": "cream"},
    height=(0.1, 0.3),
)
def drink(v: Values) -> Draft:
    """A filled glass with ice, straw and garnish, a can, a beer mug. Glass is drawn solid: where the drink is, the wall has its colour."""
    h = v.height
    r = v.radius * h
    d = Draft(extent=1.35 * h)
    if v.kind == "can":
        r = 0.26 * h
        d.extent = h
        d.add(
            "can",
            lathe(
                [
                    (0, 0.02 * h),
                    (0.74 * r, 0.02 * h),
                    (0.8 * r, 0),
                    (0.84 * r, 0.01 * h),
                    (r, 0.08 * h),
                    (r, 0.88 * h),
                    (0.86 * r, 0.955 * h),
                    (0, 0.955 * h),
                ]
            ),
            "can",
        )
        d.add(
            "rim",
            lathe(
                [
                    (0.8 * r, 0.94 * h),
                    (0.88 * r, 0.95 * h),
                    (0.88 * r, 0.985 * h),
                    (0.82 * r, 0.985 * h),
                    (0.8 * r, 0.962 * h),
                    (0, 0.962 * h),
                ]
            ),
            "metal",
        )
        d.add(
            "tab",
            union(
                extrude(
                    rounded_rectangle(0.36 * r, 0.6 * r, 0.17 * r),
                    0.03 * r,
                    holes=[
                        [(-0.09 * r, -0.2 * r), (0.09 * r, -0.2 * r), (0.09 * r, -0.05 * r), (-0.09 * r, -0.05 * r)]
                    ],
                ).rotate(x=-90),
                cylinder(0.08 * r, 0.1 * r),
            ).move(0, 0.975 * h, 0),
            "metal",
        )
        wave = [
            (1.0 * r * math.cos(a), h * (0.5 + 0.09 * math.sin(2 * a)), 1.0 * r * math.sin(a))
            for a in [math.tau * i / 48 for i in range(48)]
        ]
        d.add(
            "stripe",
            sweep(
                wave,
                profile=[(-0.02 * r, -0.2 * r), (0.02 * r, -0.2 * r), (0.02 * r, 0.2 * r), (-0.02 * r, 0.2 * r)],
                closed=True,
                smooth=False,
            ),
            "metal",
        )
        if v.straw:
            d.add(
                "straw",
                sweep(
                    [(0.3 * r, 0.9 * h, 0), (0.4 * r, 1.12 * h, 0), (0.42 * r, 1.2 * h, 0), (0.9 * r, 1.3 * h, 0)],
                    0.1 * r,
                ),
                "straw",
            )
        d.point("top", (0, h, 0), size=r)
        d.point("grip", (0, 0.5 * h, 0), size=2 * r)
        return d
    t = 0.05 * r
    slot = "beer" if v.kind == "beer" else "drink"
    if v.kind == "cocktail":
        low, rim = 0.5 * h, 1.65 * r
        d.add(
            "foot",
            lathe(
                [
                    (0, 0),
                    (1.05 * r, 0),
                    (1.05 * r, 0.015 * h),
                    (0.15 * r, 0.05 * h),
                    (0.1 * r, 0.1 * h),
                    (0.1 * r, low - 0.03 * h),
                    (0.2 * r, low + 0.02 * h),
                    (0, low + 0.05 * h),
                ]
            ),
            "glass",
        )
        top_y = h
        level = low + (h - low) * v.fill
        edge = rim * v.fill
        d.add("drink", lathe([(0, low - 0.01 * h), (0.12 * r, low), (edge, level), (0, level)]), slot)
        d.add(
            "glass",
            difference(
                lathe(
                    [
                        (0.5 * edge, level - 0.01 * h),
                        (edge + 0.02 * r, level - 0.002 * h),
                        (rim, h),
                        (rim - t, h),
                        (edge - t, level - 0.004 * h),
                    ]
                ),
                cylinder(edge - 1.2 * t, 0.04 * h).move(y=level - 0.03 * h),
            ),
            "glass",
        )
    else:
        bottom = 0.8 * r if v.kind != "shake" else 0.62 * r
        top_y = h if v.kind != "shake" else 1.05 * h

        def at(y: float) -> float:
            k = y / top_y
            return float(bottom + (r - bottom) * (k if v.kind != "shake" else k**2.2 * 1.3))

        level = top_y * v.fill
        floor = 0.08 * h
        d.add(
            "foot",
            lathe([(0, 0), (at(0), 0), (at(floor) + 0.0005, floor), (0, floor)])
            if v.kind != "shake"
            else lathe(
                [(0, 0), (0.95 * r, 0), (0.95 * r, 0.02 * h), (0.3 * r, 0.06 * h), (at(floor), floor), (0, floor)]
            ),
            "glass",
        )
        d.add(
            "drink",
            lathe(
                [
                    (0, floor - 0.002),
                    *((at(floor + (level - floor) * i / 8), floor + (level - floor) * i / 8) for i in range(9)),
                    (0, level),
                ]
            ),
            slot,
        )
        if v.kind != "beer":
            d.add(
                "glass",
                lathe(
                    [
                        (at(level) - t, level - 0.02 * h),
                        (at(level) + 0.0004, level - 0.004),
                        (at(top_y), top_y),
                        (at(top_y) - t, top_y),
                        (at(level) - t, level - 0.004),
                    ]
                )
                - cylinder(at(level) - t, 0.1 * h).move(y=level - 0.02 * h + 0.04 * h),
                "glass",
            )
    if v.kind == "beer":
        mug_r = 1.0 * r
        d.add(
            "ribs",
            capsule(0.14 * r, 0.72 * level).move(0.95 * r, 0.46 * level, 0).around(10).rotate(y=18),
            "beer",
            group="ribs",
        )
        puffs = [sphere(0.34 * r, 0.24 * r, 0.34 * r).move(x, level + 0.1 * r, z) for x, z in spiral(12, 0.85 * r)]
        d.add(
            "foam",
            union(
                cylinder(1.02 * r, 0.2 * r, bevel=0.06 * r).move(y=level),
                *puffs,
                capsule(0.13 * r, 0.6 * r).move(0.5 * r, level - 0.2 * r, 0.86 * r),
            ),
            "cream",
        )
        d.add(
            "handle",
            sweep(
                [
                    (0.85 * mug_r, 0.78 * level, 0),
                    (1.5 * r, 0.82 * level, 0),
                    (1.75 * r, 0.5 * level, 0),
                    (1.5 * r, 0.2 * level, 0),
                    (0.8 * r, 0.2 * level, 0),
                ],
                0.13 * r,
            ),
            "glass",
        )
        d.point("top", (0, level + 0.3 * r, 0), size=r)
        d.point("grip", (1.7 * r, 0.5 * level, 0), size=0.26 * r)
        return d
    rng = v.rng("ice")
    if v.kind == "tall":
        for i in range(v.cubes):
            a = 2.1 * i + 0.5
            s = 0.52 * r
            d.add(
                f"ice_{i + 1}",
                box(s, s, s, 0.12 * s)
                .rotate(x=float(rng.uniform(0, 50)), y=float(rng.uniform(0, 90)))
                .move(0.42 * r * math.cos(a), level + 0.04 * r, 0.42 * r * math.sin(a)),
                "ice",
                group="ice",
            )
    if v.kind == "shake":
        d.add("cream", swirl(0.95 * r, 1.3 * r, 2.6, 0.18, 0.05).move(y=top_y - 0.12 * h), "cream")
        d.add(
            "cream_base",
            cylinder(at(level) - 0.4 * t, top_y - level, top=at(top_y) - 0.5 * t).move(y=(top_y + level) / 2 - 0.004),
            "cream",
            group="cream",
        )
        if v.garnish != "none":
            d.add("cherry", sphere(0.25 * r).move(y=top_y - 0.12 * h + 1.42 * r), "cherry")
    if v.straw:
        slope = 0.34 if v.kind != "cocktail" else 0.75
        x0, y0 = -0.15 * r, level - 0.06 * h
        d.add(
            "straw",
            sweep(
                [
                    (x0, y0, -0.2 * r),
                    (x0 + slope * 0.28 * h, y0 + 0.3 * h, -0.25 * r),
                    (x0 + slope * 0.31 * h + 0.02 * h, y0 + 0.34 * h, -0.25 * r),
                    (x0 + 0.26 * h + slope * 0.1 * h, y0 + 0.39 * h, -0.25 * r),
                ],
                0.075 * r,
            ),
            "straw",
        )
    rim_r = 1.65 * r if v.kind == "cocktail" else r
    if v.garnish == "slice" and v.kind != "shake":
        s = 0.62 * r
        ring = union(difference(cylinder(s, 0.16 * r, bevel=0.03 * r), cylinder(0.86 * s, r)).rotate(x=90))
        place = (-0.97 * rim_r * 0.8, top_y + 0.15 * s, 0.97 * rim_r * 0.6)
        for name, solid, sl in (
            ("slice", ring, "fruit"),
            ("slice_pulp", cylinder(0.88 * s, 0.12 * r).rotate(x=90), "pulp"),
            ("slice_segments", segments(0.8 * s, 8, 0.15 * r), "fruit"),
        ):
            d.add(name, solid.rotate(y=35).move(*place), sl, group="garnish")
    elif v.garnish in ("cherry", "olive") and v.kind != "shake":
        item = "cherry" if v.garnish == "cherry" else "olive"
        pick = ((-0.7 * rim_r, level - 0.02 * h, 0.1 * r), (0.95 * rim_r, top_y + 0.12 * h, 0.25 * r))
        d.add("pick", sweep(list(pick), 0.035 * r, sides=6), "straw", group="garnish")
        spots = [tuple(a + (b - a) * k for a, b in zip(*pick, strict=True)) for k in (0.35, 0.6)]
        d.add(item, union(*(sphere(0.2 * r, 0.24 * r, 0.2 * r).move(*p) for p in spots)), item, group="garnish")
    elif v.garnish == "umbrella" and v.kind != "shake":
        d.add(
            "umbrella_stick",
            cylinder(0.03 * r, 0.5 * h).rotate(z=24).move(-0.55 * rim_r, level + 0.18 * h, 0.2 * r),
            "straw",
            group="garnish",
        )
        canopy = lathe([(0.0, 0.0), (0.85 * r, -0.32 * r), (0.85 * r, -0.26 * r), (0, 0.08 * r)], sides=10)
        d.add(
            "umbrella",
            union(canopy, sphere(0.06 * r).move(y=0.06 * r))
            .rotate(z=24)
            .move(-0.55 * rim_r - 0.1 * h, level + 0.4 * h, 0.2 * r),
            "umbrella",
            group="garnish",
        )
    if v.mint and v.kind != "shake":
        d.add(
            "mint",
            union(
                sphere(0.12 * r),
                cylinder(0.05 * r, 0.1 * h).move(y=-0.04 * h),
                *(leaf(0.6 * r, 0.34 * r, 0.08 * r, 30).rotate(x=48).rotate(y=72 * i) for i in range(4)),
            ).move(0.25 * r, level + 0.04 * h, 0.42 * r),
            "mint",
        )
    d.point("top", (0, top_y, 0), size=2 * r)
    d.point("grip", (0, 0.3 * h, 0), size=2 * r)
    return d
