"""Stacks of pancakes."""

from __future__ import annotations

import math

from maquette.shapes.api import box, capsule, cylinder, difference, lathe, sphere, sweep, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Flag, Real, Values, Whole, family
from maquette.shapes.sub.food import blobby, plate


@family(
    "pancakes",
    "food",
    nouns={
        "pancake stack": {},
        "stack of pancakes": {},
        "pancake": {"pancakes": 1},
        "waffle": {"waffles": True, "pancakes": 1},
        "waffles": {"waffles": True},
        "flapjacks": {},
        "crepe": {"thickness": 0.006},
    },
    parameters=(
        Whole("pancakes", 4, 1, 7),
        Real("radius", 0.075, 0.06, 0.09),
        Real("thickness", 0.014, 0.01, 0.018),
        Real("shift", 0.08, 0.03, 0.14, unit="", about="how untidy the stack is"),
        Flag("waffles", 0.2),
        Flag("butter", 0.8),
        Flag("syrup", 0.8),
        Whole("berries", 3, 0, 8),
        Whole("drips", 5, 3, 8),
        Flag("plate", 0.9),
    ),
    slots={
        "batter": ("bread:#d99a4a", "bread:#cf8a3a"),
        "edge": ("bread:#ecc98a",),
        "butter": ("cheese:#f9e08a",),
        "syrup": ("paint:#8a3f10", "paint:#5a2a12", "paint:#a81e30"),
        "berry": ("paint:#c81e2c", "paint:#35407f"),
        "plate": ("porcelain", "ceramic:#a8cfd8", "ceramic:#e8d8b8"),
    },
    words={
        "butter": {"butter": True},
        "syrup": {"syrup": True},
        "honey": {"syrup": True},
        "berries": {"berries": 6},
        "plate": {"plate": True},
    },
    paints={"berries": "berry"},
    height=(0.01, 0.2),
)
def pancakes(v: Values) -> Draft:
    """A stack on a plate with butter and syrup."""
    r, t = v.radius, v.thickness
    d = Draft(extent=2.7 * r if v.plate else 2 * r)
    rng = v.rng("stack")
    y = 0.0
    if v.plate:
        d.add("plate", plate(1.35 * r, 0.018), "plate")
        y = 0.0102
    x = z = 0.0
    for i in range(v.pancakes):
        x, z = (float(q) * v.shift * r for q in rng.uniform(-1, 1, 2))
        if v.waffles:
            cells = [
                box(0.2 * r, 0.6 * t, 0.2 * r).move(0.27 * r * a, 1.0 * t, 0.27 * r * b)
                for a in range(-3, 4)
                for b in range(-3, 4)
                if math.hypot(a, b) < 3.2
            ]
            one = difference(cylinder(r, t, bevel=0.25 * t).move(y=t / 2), *(cells if i == v.pancakes - 1 else []))
            d.add(f"waffle_{i + 1}", one.rotate(y=37 * i).move(x, y, z), "batter", group="pancakes")
        else:
            d.add(
                f"edge_{i + 1}",
                lathe(
                    [(0, 0.05 * t), (0.9 * r, 0.08 * t), (r, 0.5 * t), (0.9 * r, 0.92 * t), (0, 0.9 * t)], smooth=True
                ).move(x, y, z),
                "edge",
                group="pancakes",
            )
            d.add(
                f"pancake_{i + 1}",
                union(
                    cylinder(0.945 * r, 0.24 * t, bevel=0.1 * t).move(y=0.9 * t),
                    cylinder(0.945 * r, 0.24 * t, bevel=0.1 * t).move(y=0.12 * t),
                ).move(x, y, z),
                "batter",
                group="pancakes",
            )
        y += 0.96 * t
    if v.syrup:
        runs = []
        for i in range(v.drips):
            a = math.tau * (i + 0.3 * float(rng.random())) / v.drips
            long = min(float(rng.uniform(1.2, 3.2)) * t, 0.8 * v.pancakes * t)
            runs.append(
                capsule(0.06 * r, long + 0.12 * r).move(
                    0.98 * r * math.cos(a) + x, y - 0.5 * long + 0.01 * r, 0.98 * r * math.sin(a) + z
                )
            )
            runs.append(
                sweep(
                    [
                        (0.45 * r * math.cos(a) + x, y + 0.02 * t, 0.45 * r * math.sin(a) + z),
                        (0.97 * r * math.cos(a) + x, y + 0.05 * t, 0.97 * r * math.sin(a) + z),
                    ],
                    [0.11 * r, 0.07 * r],
                    round_ends=True,
                ).scale(1, 1, 1)
            )
        pool = (
            blobby(0.5 * r, 2 * t, rng, 0.15).move(x, y - 0.75 * t, z)
            if v.waffles
            else blobby(0.62 * r, 0.8 * t, rng, 0.15).move(x, y - 0.15 * t, z)
        )
        d.add("syrup", pool if v.waffles else union(pool, *runs), "syrup")
        y += 0.2 * t
    if v.butter:
        d.add("butter", box(0.4 * r, 0.2 * r, 0.4 * r, 0.05 * r).rotate(y=25).move(x, y + 0.04 * r, z), "butter")
    for i in range(v.berries):
        a = 0.9 + math.tau * i / v.berries
        d.add(
            f"berry_{i + 1}",
            sphere(0.1 * r).move(x + 0.52 * r * math.cos(a), y + 0.07 * r, z + 0.52 * r * math.sin(a)),
            "berry",
            group="berries",
        )
    d.point("top", (0, y + 0.1 * r, 0), size=r)
    return d
