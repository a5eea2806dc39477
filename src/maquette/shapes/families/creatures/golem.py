"""Golems."""

from __future__ import annotations

import math

from maquette.shapes.api import box, hull, sphere, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Flag, Real, Values, Whole, family
from maquette.shapes.node import Node
from maquette.shapes.sub import features as f
from maquette.shapes.sub.flesh import Point3


@family(
    "golem",
    "creature",
    nouns={
        "stone golem": {},
        "rock monster": {},
        "elemental": {},
        "earth elemental": {},
        "rock giant": {"height": 3.6},
        "giant": {"height": 3.6},
        "lava golem": {},
    },
    parameters=(
        Real("height", 2.4, 1.2, 4.0),
        Real("shoulders", 1.0, 0.8, 1.25, unit=""),
        Real("build", 1.0, 0.8, 1.2, unit=""),
        Real("arms", 1.0, 0.85, 1.2, unit=""),
        Real("rough", 1.0, 0.5, 1.5, unit=""),
        Flag("moss", 0.5),
        Flag("crystals", 0.4),
        Flag("runes", 0.7),
        Flag("core", 0.6),
        Whole("eyes", 2, 1, 2),
    ),
    slots={
        "stone": ("stone", "granite", "sandstone", "stone:#5f6468", "lava"),
        "glow": ("glow:#40d8ff", "glow:#ff7a20", "glow:#80ff60", "glow:#c060ff"),
        "moss": ("moss",),
        "crystals": ("crystal", "crystal:#40b8d8"),
    },
    words={
        "moss": {"moss": True},
        "mossy": {"moss": True},
        "crystals": {"crystals": True},
        "runes": {"runes": True},
        "glowing": {"runes": True, "core": True},
    },
    paints={"body": "stone", "eyes": "glow", "runes": "glow", "core": "glow"},
    height=(1.1, 4.6),
)
def golem(v: Values) -> Draft:
    """Boulders for limbs, a small head between great shoulders, runes that shine."""
    h, d, rng = v.height, Draft(extent=1.1 * v.height), v.rng("stones")
    w = v.build

    def boulder(at: Point3, x: float, y: float, z: float) -> Node:
        points = []
        for i in range(22):
            t = 1 - 2 * (i + 0.5) / 22
            a = 2.399963 * i + float(rng.uniform(-0.2, 0.2))
            s = math.sqrt(1 - t * t)
            k = float(rng.uniform(0.86, 1.08))
            points.append(
                (at[0] + x * h * k * s * math.cos(a), at[1] + y * h * k * t, at[2] + z * h * k * s * math.sin(a))
            )
        return hull(points)

    sx = 0.235 * h * v.shoulders
    parts: list[tuple[str, Point3, float, float, float]] = [
        ("chest", (0, 0.68 * h, 0), 0.24 * w * v.shoulders, 0.185, 0.185 * w),
        ("belly", (0, 0.48 * h, 0.01 * h), 0.165 * w, 0.13, 0.14 * w),
        ("head", (0, 0.865 * h, 0.085 * h), 0.095, 0.1, 0.1),
        ("brow", (0, 0.915 * h, 0.125 * h), 0.1, 0.042, 0.075),
    ]
    for name, at, x, y, z in parts:
        d.add(name, boulder(at, x, y, z), "stone", group="torso" if name in ("chest", "belly") else "head")
    hand: Point3 = (sx + 0.145 * h, 0.235 * h, 0.075 * h)
    for side, s in (("left", 1), ("right", -1)):
        pieces: list[tuple[str, Point3, float, float, float]] = [
            ("shoulder", (s * sx, 0.755 * h, 0), 0.125, 0.115, 0.125),
            ("upper_arm", (s * (sx + 0.07 * h), 0.59 * h, 0.0), 0.085, 0.135, 0.09),
            ("forearm", (s * (sx + 0.125 * h), 0.385 * h, 0.05 * h), 0.1 * v.arms, 0.14, 0.105 * v.arms),
            ("fist", (s * hand[0], hand[1], hand[2]), 0.1 * v.arms, 0.09, 0.11 * v.arms),
            ("thigh", (s * 0.125 * h, 0.33 * h, 0), 0.1 * w, 0.13, 0.105 * w),
            ("shin", (s * 0.14 * h, 0.17 * h, 0.0), 0.09 * w, 0.12, 0.095 * w),
            ("foot", (s * 0.145 * h, 0.058 * h, 0.045 * h), 0.1 * w, 0.066, 0.14),
        ]
        for name, at, x, y, z in pieces:
            node = boulder(at, x, y, z)
            if name == "foot":
                node = node - box(h, 0.2 * h, h).move(at[0], -0.1 * h, at[2])
            d.add(
                f"{name}_{side}",
                node,
                "stone",
                group=f"{'arm' if name in ('shoulder', 'upper_arm', 'forearm', 'fist') else 'leg'}_{side}",
            )
        d.limb(
            "arm_left" if s > 0 else "arm_right",
            [(s * sx, 0.74 * h, 0), (s * (sx + 0.1 * h), 0.5 * h, 0.02 * h), (s * hand[0], 0.27 * h, hand[2])],
        )
        d.limb(
            "leg_left" if s > 0 else "leg_right",
            [(s * 0.12 * h, 0.42 * h, 0), (s * 0.135 * h, 0.24 * h, 0), (s * 0.145 * h, 0.07 * h, 0)],
        )
        d.point(f"hand_{side}", (s * hand[0], hand[1], hand[2] + 0.04 * h), up=(0, 1, 0.3), size=0.07 * h)
    y, z = 0.88 * h, 0.176 * h
    if v.eyes == 2:
        d.add("eyes", sphere(0.023 * h, 0.015 * h, 0.026 * h).move(0.042 * h, y, z).mirrored(), "glow", group="head")
    else:
        d.add("eyes", sphere(0.034 * h, 0.026 * h, 0.03 * h).move(0, y, z + 0.004 * h), "glow", group="head")
    if v.core:
        d.add("core", sphere(0.055 * h, 0.075 * h, 0.05 * h).move(0, 0.68 * h, 0.172 * h * w), "glow", group="torso")
    if v.runes:
        bars = [
            box(0.014 * h, 0.09 * h, 0.05 * h, 0.004 * h)
            .rotate(z=12 * (-1) ** i)
            .move(
                sx + 0.125 * h + 0.03 * h * (i - 1),
                0.39 * h,
                0.05 * h + (0.1 * v.arms - 0.006 - 0.012 * abs(i - 1)) * h,
            )
            for i in range(3)
        ]
        d.add("runes", union(*bars).mirrored(), "glow", group="arms")
    if v.moss:
        d.add(
            "moss",
            union(
                boulder((sx - 0.01 * h, 0.825 * h, 0), 0.105, 0.05, 0.1),
                boulder((-sx, 0.83 * h, -0.01 * h), 0.09, 0.045, 0.1),
                boulder((0.04 * h, 0.815 * h, -0.09 * h), 0.14, 0.05, 0.08),
            ),
            "moss",
        )
    if v.crystals:
        spikes = [
            f.spike((x * sx, 0.8 * h, -0.06 * h), (x * 0.9, 1, -0.5), k * h, 0.04 * h, 6, 0.3)
            for x, k in ((-0.9, 0.24), (-0.55, 0.3), (0.5, 0.26), (0.85, 0.32), (0.05, 0.2))
        ]
        d.add("crystals", union(*spikes), "crystals", group="back")
    d.point("head", (0, 0.955 * h, 0.09 * h), size=0.2 * h)
    d.point("top", (0, 0.955 * h, 0.09 * h))
    d.point("back", (0, 0.7 * h, -0.18 * h), front=(0, 0, -1), size=0.3 * h)
    return d
