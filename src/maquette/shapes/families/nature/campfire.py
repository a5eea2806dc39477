"""Campfire: logs leaning together in a ring of stones, with flames."""

from __future__ import annotations

import math

from maquette.shapes.api import box, cylinder, lathe, sphere, sweep, torus, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Flag, Real, Values, Whole, family
from maquette.shapes.sub.foliage import rock


@family(
    "campfire",
    "nature",
    nouns={
        "bonfire": {"height": 1.3},
        "fire": {"pot": False},
        "fire pit": {},
        "camp fire": {},
        "fireplace pit": {},
        "flame": {"logs": 4},
    },
    parameters=(
        Real("radius", 0.45, 0.35, 0.6),
        Real("height", 0.7, 0.45, 1.2, about="of the flames"),
        Whole("stones", 10, 8, 14),
        Whole("logs", 6, 4, 9),
        Real("log_radius", 0.05, 0.04, 0.07),
        Whole("flames", 5, 3, 7),
        Real("lean", 50, 38, 62, unit="deg"),
        Flag("pot", 0.3),
        Flag("embers", 0.7),
        Flag("lit", 0.92),
    ),
    slots={
        "flame": ("glow:#ff8a1e", "glow:#ff6a1a"),
        "core": ("glow:#ffd84a",),
        "stone": ("stone", "granite"),
        "log": ("bark", "bark:#5a4030"),
        "wood": ("pine",),
        "ash": ("soil:#2f2a27",),
        "ember": ("glow:#ff4a12",),
        "pot": ("cast iron",),
    },
    words={
        "pot": {"pot": True},
        "cauldron": {"pot": True},
        "flames": {"lit": True},
        "unlit": {"lit": False},
        "embers": {"embers": True},
    },
    paints={"fire": "flame", "flames": "flame", "stones": "stone", "logs": "log"},
    height=(0.35, 1.7),
)
def campfire(v: Values) -> Draft:
    """Logs leaning together in a ring of stones, with flames."""
    r, rng = v.radius, v.rng("stones")
    d = Draft(extent=max(2.4 * r, v.height))
    ground = box(9, 4, 9).move(y=-2)
    d.add("ash", (sphere(1.02 * r, 0.09, 1.02 * r).roughened(0.012, 0.1)) - ground, "ash")
    s = math.pi * r / v.stones * 1.18
    for i in range(v.stones):
        a = 2 * math.pi * i / v.stones
        d.add(
            f"stone_{i + 1}",
            (rock(rng, s, 0.8 * s, 0.85 * s, 0.0, 24, 0.15).rotate(y=-math.degrees(a)).move(y=0.3 * s) - ground).move(
                r * math.cos(a), 0, r * math.sin(a)
            ),
            "stone",
            group="stones",
        )
    long = 1.35 * r
    for i in range(v.logs):
        a = 360 * i / v.logs
        one = cylinder(v.log_radius, long, bevel=0.01)
        lean = v.lean + float(rng.uniform(-4, 4))
        up = 0.5 * long * math.cos(math.radians(lean)) + v.log_radius
        out = 0.5 * long * math.sin(math.radians(lean)) - 0.1 * r
        d.add(
            f"log_{i + 1}",
            one.rotate(z=lean).rotate(y=a).move(out * math.cos(math.radians(-a)), up, out * math.sin(math.radians(-a))),
            "log",
            group="logs",
        )
    if v.lit:
        for i in range(v.flames):
            a, far = 2.4 * i, 0.0 if i == 0 else 0.34 * r
            h = v.height * (1.0 if i == 0 else float(rng.uniform(0.45, 0.75)))
            w = 0.26 * r + 0.06 * h
            tongue = (
                lathe([(1.05 * w, 0), (0.95 * w, 0.2 * h), (0.5 * w, 0.6 * h), (0.02 * w, h)], smooth=True)
                .twisted(60)
                .bent(14, "y", "x")
            )
            d.add(
                f"flame_{i + 1}",
                tongue.rotate(y=100 * i).move(far * math.cos(a), 0.02, far * math.sin(a)),
                "core" if i % 3 == 1 else "flame",
                group="flames",
            )
    if v.embers:
        d.add(
            "embers",
            union(
                *(
                    sphere(0.035 + 0.02 * (i % 2)).move(
                        0.55 * r * math.cos(2.4 * i), 0.085, 0.55 * r * math.sin(2.4 * i)
                    )
                    for i in range(8)
                )
            ),
            "ember",
        )
    if v.pot:
        top = v.height + 0.42
        legs = union(
            *(
                sweep(
                    [
                        (1.25 * r * math.cos(a), 0, 1.25 * r * math.sin(a)),
                        (-0.06 * math.cos(a), top + 0.06, -0.06 * math.sin(a)),
                    ],
                    0.024,
                )
                for a in (0.5, 2.6, 4.7)
            )
        )
        d.add("tripod", legs, "log")
        y = 0.62 * v.height
        d.add(
            "pot",
            lathe(
                [
                    (0.0, 0),
                    (0.55 * r, 0.05),
                    (0.66 * r, 0.22),
                    (0.52 * r, 0.4),
                    (0.58 * r, 0.44),
                    (0.5 * r, 0.44),
                    (0.46 * r, 0.38),
                    (0, 0.34),
                ]
            ).move(y=y)
            + torus(0.5 * r, 0.014).rotate(x=90).move(y=y + 0.4)
            + cylinder(0.013, top - y - 0.4 - 0.5 * r + 0.1).move(y=(top + y + 0.4 + 0.5 * r) / 2),
            "pot",
        )
    d.point("top", (0, v.height, 0), size=r)
    return d
