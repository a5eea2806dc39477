"""Electric fans for a table or the floor."""

from __future__ import annotations

import math

from maquette.shapes.api import box, cylinder, lathe, sphere, sweep, torus, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, Whole, family
from maquette.shapes.node import Node
from maquette.shapes.sub.palettes import DARK


@family(
    "fan",
    "electronics",
    nouns={
        "desk fan": {"kind": "table"},
        "table fan": {"kind": "table"},
        "floor fan": {"kind": "floor"},
        "electric fan": {},
        "ventilator": {},
        "standing fan": {"kind": "floor"},
    },
    parameters=(
        Choice("kind", ("table", "floor")),
        Real("radius", 0.16, 0.12, 0.22),
        Real("stand_height", 1.0, 0.85, 1.15),
        Whole("blades", 4, 3, 5),
        Whole("wires", 24, 16, 30),
        Real("tilt", 8, 0, 18, unit="deg"),
        Real("blade_twist", 26, 18, 36, unit="deg"),
        Whole("buttons", 4, 3, 5),
        Flag("badge", 0.8),
    ),
    slots={
        "body": ("paint:#e8e6e0", "paint:#2f8a86", "paint:#26282d", "paint:#c8402f", "paint:#e8c88a"),
        "cage": ("chrome", "paint:#e8e6e0", "brass"),
        "blade": ("paint:#8ac0d0", "paint:#f0ece0", "brass", "paint:#3a3d42"),
        "button": ("paint:#f5f0e4", "paint:#c8302a", "chrome"),
        "dark": DARK,
    },
    words={"blades": {}, "buttons": {}},
    paints={"blades": "blade", "grille": "cage", "stand": "body", "base": "body", "buttons": "button"},
    height=(0.25, 1.6),
)
def fan(v: Values) -> Draft:
    """Blades in a wire cage before a motor, on a stand."""
    r = v.radius
    high = v.stand_height if v.kind == "floor" else 0.32 * r + 1.25 * r
    d = Draft(extent=high + 1.1 * r)
    foot = 0.24 if v.kind == "floor" else 0.72 * r
    d.add(
        "base",
        lathe(
            [
                (0, 0),
                (foot, 0),
                (foot, 0.1 * foot),
                (0.8 * foot, 0.2 * foot),
                (0.2 * foot, 0.28 * foot),
                (0, 0.28 * foot),
            ]
        ),
        "body",
    )
    d.add(
        "pole",
        union(
            cylinder(0.075 * r, high - 0.1 * foot, top=0.06 * r).move(y=(high + 0.1 * foot) / 2),
            sphere(0.14 * r).move(y=high),
        ),
        "cage" if v.kind == "floor" else "body",
    )
    d.add(
        "buttons",
        union(
            *(
                box(0.1 * foot, 0.08 * foot, 0.16 * foot, 0.02 * foot).move(
                    (k - (v.buttons - 1) / 2) * 0.16 * foot, 0.2 * foot, 0.66 * foot
                )
                for k in range(v.buttons)
            )
        ),
        "button",
        group="buttons",
    )
    parts: list[tuple[str, Node, str]] = []
    parts.append(
        (
            "motor",
            union(
                lathe([(0.16 * r, -0.5 * r), (0.24 * r, -0.42 * r), (0.26 * r, -0.1 * r), (0.2 * r, 0.0), (0, 0.0)]),
                cylinder(0.04 * r, 0.3 * r).move(y=0.1 * r),
            ).rotate(x=90),
            "body",
        )
    )
    blade = sphere(0.27 * r, 0.4 * r, 0.02 * r).rotate(y=v.blade_twist).move(y=0.48 * r)
    parts.append(
        (
            "blades",
            union(
                *(blade.rotate(z=360 * k / v.blades) for k in range(v.blades)),
                lathe([(0.16 * r, -0.1 * r), (0.15 * r, 0.06 * r), (0, 0.12 * r)]).rotate(x=90),
            ).move(z=0.14 * r),
            "blade",
        )
    )
    wires: list[Node] = []
    t = 0.013 * r + 0.0006
    for k in range(v.wires):
        a = math.tau * k / v.wires
        c, s = math.cos(a), math.sin(a)
        wires.append(
            sweep(
                [
                    (0.2 * r * c, 0.2 * r * s, 0.32 * r),
                    (0.75 * r * c, 0.75 * r * s, 0.29 * r),
                    (r * c, r * s, 0.13 * r),
                ],
                t,
                sides=6,
            )
        )
        wires.append(
            sweep(
                [
                    (0.2 * r * c, 0.2 * r * s, -0.06 * r),
                    (0.75 * r * c, 0.75 * r * s, -0.04 * r),
                    (r * c, r * s, 0.12 * r),
                ],
                t,
                sides=6,
            )
        )
    rings = [
        torus(q * r, k * t).rotate(x=90).move(z=z * r)
        for q, z, k in ((1.0, 0.125, 2.2), (0.62, 0.3, 1.2), (0.21, 0.32, 1.4))
    ]
    parts.append(("cage", union(*wires, *rings), "cage"))
    if v.badge:
        parts.append(("badge", cylinder(0.22 * r, 0.05 * r, bevel=0.015 * r).rotate(x=90).move(z=0.32 * r), "body"))
    for name, solid, slot in parts:
        d.add(name, solid.rotate(x=-v.tilt).move(y=high, z=0.08 * r), slot)
    d.point("top", (0, high + r, 0), size=r)
    return d
