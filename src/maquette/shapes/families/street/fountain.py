"""Fountain: a basin on the ground, bowls on a turned column, water that falls from one to the other."""

from __future__ import annotations

from maquette.shapes.api import Point3, cylinder, difference, lathe, sphere, sweep, torus, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, Whole, family
from maquette.shapes.sub.outlines import ring_of
from maquette.shapes.sub.vessels import Vessel

STONES = ("stone", "sandstone", "granite", "marble")


@family(
    "fountain",
    "street",
    nouns={
        "water fountain": {},
        "garden fountain": {"tiers": 1},
        "town fountain": {"tiers": 2},
        "tiered fountain": {"tiers": 3},
        "drinking fountain": {"tiers": 1, "radius": 0.8},
        "bird bath": {"tiers": 1, "jets": 0, "radius": 0.7},
    },
    parameters=(
        Whole("tiers", 2, 1, 3),
        Real("radius", 1.4, 0.7, 2.0),
        Real("height", 2.1, 1.4, 2.8),
        Choice("basin", ("round", "octagonal", "lobed")),
        Real("rim", 0.16, 0.12, 0.24),
        Real("wall_height", 0.45, 0.35, 0.6),
        Whole("jets", 4, 0, 8),
        Flag("steps", 0.5),
        Choice("top", ("pineapple", "ball", "urn", "spout")),
        Flag("water", 0.95),
        Flag("coins", 0.2),
    ),
    slots={
        "stone": STONES,
        "water": ("water", "water:#4f9ac8"),
        "jet": ("water:#cfeaf5", "water:#b8e0f0"),
        "accent": ("bronze", "stone", "marble", "sandstone"),
        "coin": ("gold", "copper"),
    },
    words={
        "water": {"water": True},
        "jets": {"jets": 6},
        "steps": {"steps": True},
        "dry": {"water": False, "jets": 0},
        "coins": {"coins": True},
    },
    paints={"basin": "stone", "statue": "accent", "jets": "jet"},
    height=(1.1, 3.4),
)
def fountain(v: Values) -> Draft:
    """A basin on the ground, bowls on a turned column, water that falls from one to the other."""
    r, h, wall = v.radius, v.height, v.wall_height
    d = Draft(extent=max(h, 2 * r))
    sides = 8 if v.basin == "octagonal" else None
    lift = 0.0
    if v.steps:
        lift = 0.14
        d.add("step", lathe([(1.22 * r, 0), (1.22 * r, 0.13), (1.2 * r, 0.15), (0, 0.15)], sides=sides), "stone")
    top = lift + wall
    level = top - 0.1 if v.water else lift + 0.1
    outer = [
        (1.02 * r, lift),
        (1.02 * r, lift + 0.08),
        (0.97 * r, lift + 0.12),
        (0.96 * r, top - 0.1),
        (1.03 * r, top - 0.06),
        (1.03 * r, top),
        (r - v.rim, top),
        (r - v.rim, level - 0.03),
        (0, level - 0.03),
    ]
    basin = lathe(outer, sides=sides)
    if v.basin == "lobed":
        lobes = [
            lathe(
                [
                    (0.4 * r, lift),
                    (0.4 * r, top),
                    (0.4 * r - v.rim, top),
                    (0.4 * r - v.rim, level - 0.03),
                    (0, level - 0.03),
                ]
            ).move(x, 0, z)
            for x, z in ring_of(6, 0.8 * r)
        ]
        room = union(
            cylinder(r - v.rim, 1).move(y=level - 0.03 + 0.5),
            *(cylinder(0.4 * r - v.rim, 1).move(x, level - 0.03 + 0.5, z) for x, z in ring_of(6, 0.8 * r)),
        )
        basin = difference(union(basin, *lobes), room)
    d.add("basin", basin, "stone", group="basin")
    if v.water:
        pool = cylinder(r - 0.6 * v.rim, 0.08, sides=sides).move(y=level - 0.03)
        if v.basin == "lobed":
            pool = union(
                pool, *(cylinder(0.4 * r - 0.6 * v.rim, 0.08).move(x, level - 0.03, z) for x, z in ring_of(6, 0.8 * r))
            )
        d.add("pool", pool, "water", group="water")
    if v.coins:
        d.add(
            "coins",
            union(
                *(
                    cylinder(0.035, 0.05, bevel=0.003).move(
                        x * (0.5 + 0.1 * (i % 4)), level - 0.002, z * (0.5 + 0.1 * (i % 3))
                    )
                    for i, (x, z) in enumerate(ring_of(11, 0.85 * r, 7))
                )
            ),
            "coin",
        )
    n = v.tiers
    base_y = level - 0.04
    heights = [base_y + (h - 0.25 - base_y) * (i + 1) / n for i in range(n)]
    below, thick = base_y, 0.2 * min(r, 1.2)
    for i, y in enumerate(heights):
        bowl_r = r * (0.62 - 0.17 * i) if n > 1 else 0.55 * r
        tall = y - below
        column = [
            (1.25 * thick, below - 0.02),
            (1.25 * thick, below + 0.08 * tall),
            (0.7 * thick, below + 0.2 * tall),
            (0.85 * thick, below + 0.45 * tall),
            (0.55 * thick, below + 0.7 * tall),
            (0.9 * thick, y - 0.1),
        ]
        d.add(f"column_{i + 1}", lathe(column), "stone", group="column")
        bowl = Vessel.of(
            [(0.7 * thick, y - 0.16), (0.55 * bowl_r, y - 0.13), (0.92 * bowl_r, y - 0.03), (bowl_r, y + 0.04)],
            0.05,
            floor=y - 0.08,
        )
        d.add(
            f"bowl_{i + 1}", union(bowl.solid(), torus(bowl_r - 0.01, 0.028).move(y=y + 0.035)), "stone", group="bowls"
        )
        if v.water:
            d.add(f"water_{i + 1}", bowl.fill(y + 0.01), "water", group="water")
            target = level if i == 0 else heights[i - 1]
            reach = bowl_r + 0.17
            for k, (x, z) in enumerate(ring_of(v.jets, 1.0, 20 + 25 * i)):
                path: list[Point3] = [
                    (x * (bowl_r - 0.12), y + 0.01, z * (bowl_r - 0.12)),
                    (x * bowl_r, y + 0.07, z * bowl_r),
                    (x * (bowl_r + 0.1), y - 0.01, z * (bowl_r + 0.1)),
                    (x * reach, y - 0.4 * (y - target), z * reach),
                    (x * (reach + 0.03), target - 0.01, z * (reach + 0.03)),
                ]
                d.add(
                    f"jet_{i + 1}_{k + 1}",
                    union(
                        sweep(path, [0.02, 0.022, 0.024, 0.028, 0.032]),
                        sphere(0.07, 0.025, 0.07).move(x * (reach + 0.03), target, z * (reach + 0.03)),
                    ),
                    "jet",
                    group="jets",
                )
        below, thick = y - 0.09, 0.72 * thick
    y = heights[-1]
    t = thick / 0.72 * 0.5
    crown = {
        "pineapple": union(
            lathe(
                [
                    (0.8 * t, y - 0.1),
                    (0.5 * t, y + 0.05),
                    (1.1 * t, y + 0.1),
                    (1.2 * t, y + 0.18),
                    (0.7 * t, y + 0.28),
                    (0.1 * t, y + 0.36),
                ],
                smooth=True,
            )
        ),
        "ball": union(cylinder(0.55 * t, 0.24).move(y=y), sphere(1.2 * t).move(y=y + 0.12 + t)),
        "urn": lathe(
            [
                (0.8 * t, y - 0.1),
                (0.4 * t, y + 0.06),
                (1.2 * t, y + 0.16),
                (1.0 * t, y + 0.22),
                (1.3 * t, y + 0.27),
                (0, y + 0.25),
            ]
        ),
        "spout": lathe(
            [(0.9 * t, y - 0.1), (0.6 * t, y + 0.1), (0.9 * t, y + 0.14), (0.3 * t, y + 0.22), (0, y + 0.22)]
        ),
    }[v.top]
    d.add("top", crown, "accent")
    if v.water and v.top == "spout" and v.jets:
        d.add(
            "plume",
            lathe(
                [
                    (0.25 * t, y + 0.2),
                    (0.35 * t, y + 0.32),
                    (0.6 * t, y + 0.42),
                    (0.35 * t, y + 0.5),
                    (0.05 * t, y + 0.53),
                ],
                smooth=True,
            ),
            "jet",
            group="jets",
        )
    d.point("top", (0, y + 0.3, 0), size=0.3)
    return d
