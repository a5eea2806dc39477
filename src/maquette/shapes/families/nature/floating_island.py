"""Floating island: a grassy cap on a rock that tapers downward; it stands on its tip."""

from __future__ import annotations

import math

from maquette.shapes.api import box, cylinder, hull, lathe, sweep, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Flag, Real, Values, Whole, family
from maquette.shapes.sub.foliage import blob, branching, rock, trunk


@family(
    "floating island",
    "nature",
    nouns={
        "sky island": {},
        "island": {},
        "flying island": {},
        "desert island": {"sand": True, "trees": 1},
        "tropical island": {"sand": True},
    },
    parameters=(
        Real("radius", 4.0, 3.0, 5.5),
        Real("depth", 1.1, 0.8, 1.5, unit="", about="of the rock below, relative"),
        Real("height", 0.3, 0.15, 0.5, unit="", about="of the hill"),
        Whole("trees", 3, 1, 5),
        Whole("rocks", 4, 2, 7),
        Whole("spikes", 5, 3, 8, about="of rock below"),
        Real("roughness", 0.1, 0.06, 0.14, unit=""),
        Flag("waterfall", 0.4),
        Flag("house", 0.3),
        Flag("crystals", 0.4),
        Flag("sand", 0.1),
    ),
    slots={
        "grass": ("grass", "grass:#6f9c3a", "moss"),
        "rock": ("stone:#7d6f62", "stone", "granite"),
        "soil": ("soil",),
        "leaf": ("leaf", "leaf:#d98aa8", "leaf:#c98a2b"),
        "trunk": ("bark",),
        "water": ("water",),
        "crystal": ("crystal", "glow:#5ad8ff"),
        "wall": ("plaster", "planks"),
        "roof": ("roof tiles", "thatch"),
        "sand": ("sand",),
        "door": ("walnut",),
    },
    words={
        "waterfall": {"waterfall": True},
        "house": {"house": True},
        "crystals": {"crystals": True},
        "trees": {"trees": 4},
        "tree": {"trees": 1},
        "sand": {"sand": True},
        "water": {"waterfall": True},
    },
    paints={"trees": "leaf", "leaves": "leaf", "waterfall": "water", "crystals": "crystal", "stone": "rock"},
    height=(4.5, 16),
)
def floating_island(v: Values) -> Draft:
    """A grassy cap on a rock that tapers downward; it stands on its tip."""
    r, rng = v.radius, v.rng("island")
    deep = v.depth * r * 1.15
    y = deep + 0.25 * r
    d = Draft(extent=max(2 * r, y + 0.8 * r))
    seed = v.seed % 37
    d.add(
        "rock",
        lathe(
            [
                (0.06 * r, -0.18 * r),
                (0.22 * r, 0.25 * deep),
                (0.42 * r, 0.55 * deep),
                (0.78 * r, 0.85 * deep),
                (0.95 * r, y - 0.1 * r),
                (0.9 * r, y),
            ],
            sides=14,
        ).roughened(0.75 * v.roughness * r, 0.5 * r, seed=seed, octaves=2)
        - box(99, 20, 99).move(y=-10),
        "rock",
    )
    for i in range(v.spikes):
        a, q = 2.4 * i + 0.6, r * (0.52 + 0.3 * ((i * 0.382) % 1))
        tall = deep * float(rng.uniform(0.4, 0.65)) * (1.1 - q / r)
        d.add(
            f"spike_{i + 1}",
            lathe([(0.02 * r, 0.0), (0.12 * r, 0.5 * tall), (0.24 * r, tall)], sides=9)
            .roughened(0.015 * r, 0.25 * r, seed=i, octaves=2)
            .move(q * math.cos(a), deep * (0.7 + 0.83 * (q / r - 0.42)) - tall, q * math.sin(a)),
            "rock",
            group="rock",
        )
    cap = lathe(
        [
            (0.86 * r, -0.16 * r),
            (1.0 * r, -0.1 * r),
            (1.02 * r, 0.0),
            (0.8 * r, 0.06 * r),
            (0.3 * r, 0.08 * r + 0.3 * v.height * r),
            (0, 0.08 * r + 0.34 * v.height * r),
        ],
        smooth=True,
    ).roughened(0.05 * r, 0.3 * r, seed=seed + 1)
    d.add("grass", cap.move(y=y), "sand" if v.sand else "grass")
    for i in range(v.trees):
        a, q = 2.4 * i + 1.0, 0.55 * r * (1 if i else 0.3)
        s = r * float(rng.uniform(0.32, 0.45))
        at = (q * math.cos(a), y + 0.06 * r + 0.2 * v.height * r * (1 - q / r), q * math.sin(a))
        bones, _ = branching(v.rng(f"tree {i}"), 0.8 * s, 0.09 * s, 3, spread=0.4)
        d.add(f"trunk_{i + 1}", trunk(bones, 0.05 * s, 40).move(*at), "trunk", group="trees")
        d.add(
            f"leaves_{i + 1}",
            union(
                blob(0.46 * s, 0.38 * s, 0.46 * s, 0.2, i, 0.6).move(y=0.95 * s),
                blob(0.34 * s, 0.28 * s, 0.34 * s, 0.2, i + 3, 0.6).move(x=0.3 * s, y=0.76 * s, z=0.12 * s),
            ).move(*at),
            "leaf",
            group="trees",
        )
    for i in range(v.rocks):
        a, q, s = 2.1 * i, 0.78 * r, r * float(rng.uniform(0.06, 0.12))
        d.add(
            f"stone_{i + 1}",
            rock(rng, 1.2 * s, s, s, 0.04, 16).move(q * math.cos(a), y + 0.09 * r, q * math.sin(a)),
            "rock",
            group="stones",
        )
    if v.waterfall:
        d.add(
            "waterfall",
            sweep(
                [
                    (0.1 * r, y + 0.12 * r, 0.5 * r),
                    (0.1 * r, y + 0.06 * r, 0.85 * r),
                    (0.1 * r, y - 0.02 * r, 1.03 * r),
                    (0.1 * r, y - 0.25 * r, 1.07 * r),
                    (0.1 * r, y - 0.8 * r, 1.08 * r),
                ],
                profile=[(-0.17 * r, -0.03 * r), (0.17 * r, -0.03 * r), (0.17 * r, 0.03 * r), (-0.17 * r, 0.03 * r)],
            ),
            "water",
        )
        d.add("pond", cylinder(0.26 * r, 0.24 * r).move(0.1 * r, y + 0.01 * r, 0.45 * r), "water")
    if v.house:
        s, at = 0.34 * r, (-0.35 * r, y + 0.02 * r, 0.25 * r)
        d.add(
            "house",
            hull(
                [
                    (x * s, yy * s, z * s)
                    for z in (-0.6, 0.6)
                    for x, yy in ((-0.5, -0.1), (0.5, -0.1), (0.5, 0.7), (0, 1.25), (-0.5, 0.7))
                ]
            ).move(*at),
            "wall",
        )
        d.add(
            "roof",
            union(
                *(
                    box(0.95 * s, 0.1 * s, 1.5 * s, 0.01).rotate(z=-48 * q).move(x=q * 0.3 * s, y=0.98 * s)
                    for q in (1, -1)
                )
            ).move(*at),
            "roof",
        )
        d.add("door", box(0.26 * s, 0.5 * s, 0.06 * s, 0.01).move(at[0], at[1] + 0.28 * s, at[2] + 0.61 * s), "door")
    if v.crystals:
        d.add(
            "crystals",
            union(
                *(
                    lathe([(0.05 * r, 0), (0.07 * r, 0.3 * r), (0.005, 0.42 * r)], sides=6)
                    .rotate(z=150 + 12 * i)
                    .rotate(y=90 * i)
                    .move(
                        0.62 * r * math.cos(-math.radians(90 * i) + 0.3),
                        y - 0.28 * r,
                        0.62 * r * math.sin(-math.radians(90 * i) + 0.3),
                    )
                    for i in range(4)
                )
            ),
            "crystal",
        )
    d.point("top", (0, y + 0.1 * r, 0), size=r)
    return d
