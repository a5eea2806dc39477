"""Dumbbells, kettlebells and barbells."""

from __future__ import annotations

import math

from maquette.shapes.api import cylinder, lathe, sweep, torus, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, Whole, family
from maquette.shapes.sub.arms import ribbed


@family(
    "dumbbell",
    "sport",
    nouns={
        "kettlebell": {"kind": "kettlebell"},
        "barbell": {"kind": "barbell"},
        "weights": {"kind": "dumbbell"},
        "weight": {"kind": "dumbbell"},
        "gym weights": {"kind": "barbell"},
        "hand weight": {"kind": "dumbbell"},
    },
    parameters=(
        Choice("kind", ("dumbbell", "kettlebell", "barbell")),
        Choice("head", ("hex", "plates", "round")),
        Real("length", 0.32, 0.26, 0.4),
        Real("radius", 0.07, 0.055, 0.09, about="of a head"),
        Real("bar", 0.015, 0.013, 0.018),
        Whole("plates", 3, 2, 4),
        Whole("rings", 10, 6, 14, about="of the grip"),
        Real("thickness", 0.024, 0.018, 0.032, about="of a plate"),
        Flag("band", 0.6),
    ),
    slots={
        "head": ("cast iron", "rubber", "paint:#c02a22", "paint:#2a62b8", "paint:#e0a81c", "gunmetal"),
        "bar": ("chrome", "steel"),
        "trim": ("chrome", "paint:#e8e8e8", "paint:#e0a81c", "brass"),
    },
    words={"hex": {"head": "hex"}, "round": {"head": "round"}, "plates": {"head": "plates"}},
    paints={"handle": "bar", "grip": "bar", "weights": "head"},
    height=(0.09, 0.5),
)
def dumbbell(v: Values) -> Draft:
    """Lies on the ground along x."""
    r, b = v.radius, v.bar
    if v.kind == "kettlebell":
        k = 1.35 * r
        d = Draft(extent=3.1 * k)
        d.add(
            "body",
            lathe(
                [
                    (0.62 * k, 0),
                    (0.72 * k, 0.02 * k),
                    (0.95 * k, 0.5 * k),
                    (k, 0.95 * k),
                    (0.88 * k, 1.45 * k),
                    (0.55 * k, 1.8 * k),
                    (0.0, 1.9 * k),
                ],
                smooth=False,
            ),
            "head",
        )
        d.add(
            "handle",
            sweep(
                [
                    (-0.62 * k, 1.5 * k, 0),
                    (-0.78 * k, 2.2 * k, 0),
                    (-0.5 * k, 2.75 * k, 0),
                    (0, 2.85 * k, 0),
                    (0.5 * k, 2.75 * k, 0),
                    (0.78 * k, 2.2 * k, 0),
                    (0.62 * k, 1.5 * k, 0),
                ],
                [0.24 * k, 0.2 * k, 0.18 * k, 0.18 * k, 0.18 * k, 0.2 * k, 0.24 * k],
            ),
            "head",
        )
        if v.band:
            d.add("band", torus(1.0 * k, 0.05 * k).scale(1, 1.6, 1).move(y=0.93 * k), "trim")
        d.add("badge", cylinder(0.36 * k, 0.1 * k, bevel=0.02 * k).rotate(x=90 - 4).move(0, 0.95 * k, 0.98 * k), "trim")
        d.point("grip", (0, 2.8 * k, 0), up=(1, 0, 0), size=0.36 * k)
        d.point("top", (0, 3 * k, 0), size=k)
        return d
    n = v.length if v.kind == "dumbbell" else 1.5
    big = r if v.kind == "dumbbell" else 2.5 * r
    d = Draft(extent=n)
    hold = (0.13 if v.kind == "dumbbell" else 1.0) / 2
    y = big * (math.cos(math.pi / 6) if v.head == "hex" and v.kind == "dumbbell" else 1.0)
    d.add(
        "bar",
        cylinder(b, n if v.head == "plates" or v.kind == "barbell" else 2 * hold + 0.06, bevel=0.003)
        .rotate(z=90)
        .move(y=y),
        "bar",
    )
    d.add(
        "grip",
        ribbed(1.7 * hold, 1.25 * b, v.rings, 0.08, 0.08).rotate(z=90).move(0.85 * hold, y)
        if v.kind == "dumbbell"
        else union(*(ribbed(0.22, 1.12 * b, v.rings, 0.06, 0.0).rotate(z=90).move(x, y) for x in (0.38, -0.16))),
        "bar",
    )
    for name, s in (("left", 1), ("right", -1)):
        if v.kind == "dumbbell" and v.head != "plates":
            w = (n / 2 - hold) * 1.0
            if v.head == "hex":
                head = union(
                    cylinder(big, 0.7 * w, sides=6, bevel=0.1 * big).rotate(y=30),
                    cylinder(0.72 * big, w, sides=6, bevel=0.05 * big).rotate(y=30),
                ).rotate(z=90)
            else:
                head = cylinder(big, w, bevel=0.22 * w).rotate(z=90)
            d.add(f"head_{name}", head.move(s * (hold + w / 2), y), "head", group="heads")
            if v.band:
                d.add(
                    f"cap_{name}",
                    cylinder(0.45 * big, 0.02, bevel=0.004).rotate(z=90).move(s * (n / 2 - 0.002), y),
                    "trim",
                    group="caps",
                )
        else:
            x = hold
            d.add(
                f"collar_{name}",
                cylinder(1.8 * b, 0.014, bevel=0.003).rotate(z=90).move(s * (x + 0.002), y),
                "trim",
                group="collars",
            )
            for i in range(v.plates):
                rad = big * (1 - 0.16 * i)
                t = v.thickness * (1.0 if v.kind == "dumbbell" else 1.6)
                plate = cylinder(rad, t, bevel=0.2 * t)
                if i == v.plates - 1:
                    plate = plate - lathe(
                        [
                            (0.45 * rad, 0.3 * t),
                            (0.8 * rad, 0.3 * t),
                            (0.84 * rad, t),
                            (0.42 * rad, t),
                            (0.45 * rad, 0.3 * t),
                        ]
                    )
                plate = plate.rotate(z=-90 * s)
                d.add(
                    f"plate_{name}_{i + 1}",
                    plate.move(s * (x + 0.006 + t * (0.5 + 0.88 * i)), y),
                    "head",
                    group="plates",
                )
            end = x + 0.006 + v.thickness * (1.0 if v.kind == "dumbbell" else 1.6) * (0.95 * v.plates)
            d.add(
                f"nut_{name}",
                union(
                    cylinder(2.0 * b, 0.022, sides=6, bevel=0.002).rotate(z=90),
                    cylinder(1.5 * b, 0.04, bevel=0.002).rotate(z=90),
                ).move(s * (end + 0.006), y),
                "trim",
                group="nuts",
            )
    d.point("grip", (0, y, 0), up=(1, 0, 0), size=2 * b)
    d.point("top", (0, y + b, 0), size=2 * b)
    return d
