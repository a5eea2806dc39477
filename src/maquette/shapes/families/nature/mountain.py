"""Mountain: rough peaks with snow, or a crater with lava."""

from __future__ import annotations

import math

from maquette.shapes.api import bone, box, cone, cylinder, hull, lathe, organic, sweep, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, Whole, family


@family(
    "mountain",
    "nature",
    nouns={
        "hill": {"height": 22, "snow": False},
        "peak": {},
        "volcano": {"kind": "volcano"},
        "mountains": {"peaks": 4},
        "snowy mountain": {"snow": True},
        "erupting volcano": {"kind": "volcano", "smoke": True},
    },
    parameters=(
        Choice("kind", ("mountain", "volcano")),
        Real("height", 40, 20, 60),
        Real("width", 1.5, 1.15, 2.0, unit="", about="relative to the height"),
        Whole("peaks", 3, 1, 5),
        Real("roughness", 0.09, 0.05, 0.13, unit=""),
        Real("snow_line", 0.66, 0.5, 0.8, unit=""),
        Whole("streams", 4, 3, 6, about="of lava"),
        Flag("snow", 0.7),
        Flag("trees", 0.5),
        Flag("smoke", 0.5),
        Flag("base", 0.6),
    ),
    slots={
        "rock": ("stone:#77706a", "granite", "stone:#6a6f78", "stone:#7a6552"),
        "snow": ("snow",),
        "grass": ("grass", "moss"),
        "tree": ("leaf:#2f6b3c",),
        "lava": ("glow:#ff5a14", "glow:#ff7a1e"),
        "smoke": ("cloud:#8a8a8c", "cloud:#b5b3b0"),
    },
    words={
        "snow": {"snow": True},
        "snowy": {"snow": True},
        "trees": {"trees": True},
        "lava": {"kind": "volcano"},
        "smoke": {"smoke": True, "kind": "volcano"},
        "crater": {"kind": "volcano"},
    },
    paints={"stone": "rock", "smoke": "smoke", "top": "snow"},
    height=(18, 95),
)
def mountain(v: Values) -> Draft:
    """Rough peaks with snow, or a crater with lava."""
    h, half, rng = v.height, v.width * v.height / 2, v.rng("peaks")
    d = Draft(extent=max(h, 2.2 * half))
    ground = box(999, 200, 999).move(y=-100)
    seed = v.seed % 53
    if v.kind == "volcano":
        body = lathe(
            [
                (half, -0.05 * h),
                (0.72 * half, 0.16 * h),
                (0.42 * half, 0.5 * h),
                (0.26 * half, 0.88 * h),
                (0.2 * half, 0.95 * h),
                (0.15 * half, 0.9 * h),
                (0.1 * half, 0.78 * h),
                (0, 0.76 * h),
            ],
            smooth=True,
        ).roughened(0.5 * v.roughness * h, 0.28 * h, seed=seed)
        d.add("rock", body - ground, "rock")
        d.add("crater", cylinder(0.17 * half, 0.3 * h).move(y=0.7 * h), "lava")
        for i in range(v.streams):
            a = 2 * math.pi * i / v.streams + float(rng.uniform(-0.3, 0.3))
            down = float(rng.uniform(0.3, 0.6)) * h
            path = []
            for j, (q, y) in enumerate(((0.19, 0.91), (0.29, 0.81), (0.34, 0.66), (0.44, 0.47), (0.6, 0.28))):
                if y * h > down or j < 3:
                    b = a + 0.12 * math.sin(2.2 * j + i)
                    path.append((q * half * math.cos(b), y * h, q * half * math.sin(b)))
            d.add(
                f"lava_{i + 1}",
                sweep(path, [0.04 * h, *([0.045 * h] * (len(path) - 2)), 0.03 * h], round_ends=True),
                "lava",
                group="lava",
            )
        if v.smoke:
            puffs = [
                bone(
                    (0.05 * h * math.sin(2 * i), (0.8 + 0.14 * i) * h, 0.04 * h * math.cos(3 * i)),
                    (0.03 * h * i * math.sin(1.3 * i), (0.9 + 0.14 * i) * h, 0.0),
                    (0.09 + 0.03 * i) * h,
                )
                for i in range(4)
            ]
            d.add("smoke", organic(puffs, 0.05 * h, cells=44).roughened(0.02 * h, 0.12 * h, seed=2), "smoke")
    else:
        for i in range(v.peaks):
            tall = h * (1.0 if i == 0 else float(rng.uniform(0.45, 0.75)))
            a, far = 2.2 * i + 0.4, 0.0 if i == 0 else 0.5 * half
            wide = half * (0.95 if i == 0 else 0.62)
            x, z = far * math.cos(a), 0.7 * far * math.sin(a)
            n = 11
            foot = [
                (
                    wide * float(rng.uniform(0.82, 1.1)) * math.cos(2 * math.pi * j / n),
                    -0.28 * h,
                    wide * float(rng.uniform(0.82, 1.1)) * math.sin(2 * math.pi * j / n),
                )
                for j in range(n)
            ]
            ridge = [
                (
                    0.46 * wide * float(rng.uniform(0.6, 1.1)) * math.cos(1.3 * j + i),
                    tall * 0.46,
                    0.46 * wide * float(rng.uniform(0.6, 1.1)) * math.sin(1.3 * j + i),
                )
                for j in range(5)
            ]
            peak = hull([*foot, *ridge, (0.03 * wide, tall, 0.0), (-0.05 * wide, 0.97 * tall, 0.03 * wide)]).roughened(
                0.85 * v.roughness * tall, 0.3 * tall, seed=seed + i, octaves=3
            )
            d.add(f"peak_{i + 1}", (peak - ground).move(x, 0, z), "rock", group="peaks")
            if v.snow and tall > 0.6 * h:
                line = lathe(
                    [(0, tall * v.snow_line), (wide, tall * v.snow_line), (wide, 2 * tall), (0, 2 * tall)]
                ).roughened(0.07 * tall, 0.13 * tall, seed=seed + i)
                d.add(
                    f"snow_{i + 1}",
                    (peak.move(y=-tall * 0.5).scale(1.03, 1.01, 1.03).move(y=tall * 0.5) & line).move(x, 0.004 * h, z),
                    "snow",
                    group="snow",
                )
    if v.base:
        d.add(
            "grass",
            lathe([(1.12 * half, -0.1 * h), (1.1 * half, 0.035 * h), (0.8 * half, 0.07 * h), (0, 0.09 * h)]).roughened(
                0.016 * h, 0.25 * h, seed=1, octaves=2
            )
            - ground,
            "grass",
        )
    if v.trees and v.base:
        firs = []
        for i in range(16):
            a, q = 2 * math.pi * i / 16 + float(rng.uniform(-0.15, 0.15)), half * float(rng.uniform(0.94, 1.05))
            s = h * float(rng.uniform(0.05, 0.085))
            firs.append(
                union(cone(0.42 * s, 1.2 * s).move(y=0.8 * s), cone(0.32 * s, 0.8 * s).move(y=1.3 * s)).move(
                    q * math.cos(a), 0.01 * h, q * math.sin(a)
                )
            )
        d.add("trees", union(*firs), "tree")
    d.point("top", (0, h, 0), size=0.1 * h)
    return d
