"""Bowls of noodle soup."""

from __future__ import annotations

import math

from maquette.shapes.api import box, cylinder, difference, sphere, sweep, torus, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, Whole, family
from maquette.shapes.sub.food import spiral
from maquette.shapes.sub.vessels import Vessel


@family(
    "ramen",
    "food",
    nouns={
        "noodle bowl": {},
        "noodles": {},
        "noodle soup": {},
        "soup": {"noodles": 0},
        "pho": {},
        "bowl of soup": {"noodles": 0},
        "bowl of ramen": {},
        "stew": {"noodles": 0},
        "curry": {"noodles": 0},
    },
    parameters=(
        Real("radius", 0.1, 0.08, 0.12),
        Real("depth", 0.75, 0.62, 0.9, unit="", about="of the bowl, share of the radius"),
        Whole("noodles", 14, 0, 18),
        Whole("eggs", 2, 0, 3),
        Whole("slices", 2, 0, 3, about="of meat"),
        Whole("onions", 12, 0, 18),
        Flag("seaweed", 0.7),
        Flag("fishcake", 0.6),
        Flag("chopsticks", 0.8),
        Choice("pattern", ("band", "plain", "double")),
    ),
    slots={
        "bowl": ("ceramic:#b3261e", "ceramic:#23262c", "ceramic:#2c4a78", "porcelain"),
        "band": ("paint:#f2ead8", "gold", "paint:#c8302a"),
        "broth": ("plastic:#b8742a", "plastic:#9a4f1e", "plastic:#d8a24a"),
        "noodle": ("plastic:#f2d890",),
        "egg": ("cream:#fbf6ea",),
        "yolk": ("plastic:#f09a22",),
        "meat": ("meat:#b5764f", "meat:#a05a44"),
        "onion": ("leaf:#6fae3f",),
        "seaweed": ("leaf:#1f3024",),
        "pink": ("paint:#e8688a",),
        "stick": ("bamboo", "paint:#7a1f1c", "walnut"),
    },
    words={
        "egg": {"eggs": 2},
        "eggs": {"eggs": 2},
        "chopsticks": {"chopsticks": True},
        "noodles": {"noodles": 14},
        "meat": {"slices": 2},
    },
    paints={"soup": "broth", "noodles": "noodle", "eggs": "egg", "chopsticks": "stick"},
    height=(0.05, 0.24),
)
def ramen(v: Values) -> Draft:
    """A bowl of broth with noodles, eggs, meat and greens."""
    r, h = v.radius, v.depth * v.radius
    d = Draft(extent=2.1 * r)
    shape = Vessel.of(
        [(0.42 * r, 0), (0.44 * r, 0.08 * h), (0.62 * r, 0.2 * h), (0.88 * r, 0.55 * h), (r, h)],
        0.045 * r,
        floor=0.14 * h,
    )
    d.add("bowl", shape.solid(), "bowl")
    if v.pattern != "plain":
        d.add("band", shape.band(0.8 * h, 0.9 * h, 0.008 * r), "band")
        if v.pattern == "double":
            d.add("band_low", shape.band(0.7 * h, 0.74 * h, 0.008 * r), "band")
    level = 0.82 * h
    d.add("broth", shape.fill(level), "broth")
    rng = v.rng("noodles")
    inner = 0.8 * r
    strands = []
    for i in range(v.noodles):
        a, q = 2.4 * i, inner * (0.2 + 0.6 * ((i * 5) % 9) / 9)
        path = []
        for k in range(10):
            b = a + 0.28 * k
            path.append(
                (
                    q * math.cos(b) * (0.9 + 0.1 * math.sin(k)),
                    level + 0.012 * r + 0.03 * r * math.sin(0.7 * k + i),
                    q * math.sin(b),
                )
            )
        strands.append(sweep(path, 0.03 * r, sides=6, round_ends=True))
    if strands:
        d.add("noodles", union(*strands, cylinder(0.78 * inner, 0.08 * r, bevel=0.02 * r).move(y=level)), "noodle")
    for i in range(v.eggs):
        a = math.radians(200 + 42 * i)
        x, z = 0.5 * r * math.cos(a), -0.5 * r * math.sin(a)
        tilt = 18.0
        half = difference(sphere(0.2 * r, 0.2 * r, 0.26 * r), box(r, r, r).move(y=0.5 * r))
        d.add(f"egg_{i + 1}", half.rotate(x=tilt).move(x, level + 0.1 * r, z), "egg", group="eggs")
        d.add(
            f"yolk_{i + 1}",
            sphere(0.11 * r, 0.03 * r, 0.12 * r).rotate(x=tilt).move(x, level + 0.1 * r, z),
            "yolk",
            group="eggs",
        )
    for i in range(v.slices):
        x, z = (0.42 - 0.16 * i) * r, (0.02 + 0.3 * i) * r
        d.add(
            f"meat_{i + 1}",
            union(cylinder(0.3 * r, 0.05 * r, bevel=0.02 * r), torus(0.2 * r, 0.015 * r).move(y=0.02 * r))
            .rotate(x=14, z=-12)
            .move(x, level + 0.075 * r, z),
            "meat",
            group="meat",
        )
    if v.onions:
        d.add(
            "onions",
            union(
                *(
                    torus(0.034 * r, 0.014 * r).move(0.02 * r + x, level + 0.07 * r, -0.1 * r + z)
                    for x, z in spiral(v.onions, 0.22 * r)
                ),
                sphere(0.26 * r, 0.07 * r, 0.26 * r).move(0.02 * r, level, -0.1 * r),
            ),
            "onion",
            group="onions",
        )
    if v.seaweed:
        d.add(
            "seaweed",
            union(
                box(0.5 * r, 0.55 * r, 0.02 * r, 0.005 * r).rotate(x=-16),
                box(0.5 * r, 0.55 * r, 0.02 * r, 0.005 * r).rotate(x=-16, y=16).move(0.12 * r, 0, 0.05 * r),
            ).move(0.15 * r, level + 0.15 * r, -0.62 * r),
            "seaweed",
        )
    if v.fishcake:
        d.add(
            "fishcake",
            cylinder(0.15 * r, 0.06 * r, bevel=0.015 * r).rotate(x=15).move(-0.12 * r, level + 0.08 * r, 0.5 * r),
            "egg",
        )
        d.add(
            "fishcake_curl",
            sweep(
                [
                    (0.085 * r * (1 - k / 16) * math.cos(0.7 * k), 0, 0.085 * r * (1 - k / 16) * math.sin(0.7 * k))
                    for k in range(13)
                ],
                0.014 * r,
                sides=6,
            )
            .move(y=0.032 * r)
            .rotate(x=15)
            .move(-0.12 * r, level + 0.08 * r, 0.5 * r),
            "pink",
        )
    if v.chopsticks:
        for k in (0, 1):
            d.add(
                f"chopstick_{k + 1}",
                sweep(
                    [(-0.25 * r, level - 0.02 * r, 0.35 * r), (1.25 * r, h + 0.1 * r + 0.07 * r, -0.35 * r)],
                    [0.026 * r, 0.042 * r],
                    sides=8,
                    smooth=False,
                ).move(0.02 * r * k, -0.012 * r, 0.14 * r * k),
                "stick",
                group="chopsticks",
            )
    _ = rng
    d.point("top", (0, h, 0), size=2 * r)
    d.point("grip", (0, 0.5 * h, 0), size=2 * r)
    return d
