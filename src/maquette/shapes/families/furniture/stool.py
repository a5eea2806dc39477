"""Stools."""

from __future__ import annotations

import math

from maquette.shapes.api import box, cylinder, sweep, torus, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, Whole, family


@family(
    "stool",
    "furniture",
    nouns={
        "footstool": {"height": 0.32},
        "bar stool": {"height": 0.75, "footrest": True},
        "milking stool": {"height": 0.3, "legs": 3, "seat": "round"},
    },
    parameters=(
        Real("height", 0.45, 0.28, 0.8, about="to the top of the seat"),
        Real("width", 0.36, 0.28, 0.48),
        Real("thickness", 0.035, 0.02, 0.06),
        Whole("legs", 4, 3, 6),
        Real("splay", 8, 0, 16, unit="deg", about="how far the legs lean out"),
        Real("leg_radius", 0.017, 0.012, 0.028),
        Choice("seat", ("round", "square")),
        Flag("footrest", 0.6),
        Flag("cushion", 0.3),
    ),
    slots={
        "frame": ("oak", "walnut", "birch", "paint:#3a5f4f", "steel"),
        "seat": ("oak", "walnut", "birch"),
        "cushion": ("fabric:#a63d2f", "leather", "velvet"),
    },
    words={
        "cushion": {"cushion": True},
        "footrest": {"footrest": True},
        "ring": {"footrest": True},
        "round": {"seat": "round"},
        "square": {"seat": "square"},
    },
    paints={"leg": "frame", "legs": "frame"},
    height=(0.25, 0.9),
)
def stool(v: Values) -> Draft:
    """Legs lean out from under the seat to the floor."""
    d = Draft(extent=max(v.height, v.width))
    top, half = v.height, v.width / 2
    seat = (
        cylinder(half, v.thickness, bevel=0.3 * v.thickness)
        if v.seat == "round"
        else box(v.width, v.thickness, v.width, 0.3 * v.thickness)
    )
    d.add("seat", seat.move(y=top - v.thickness / 2), "seat")
    inner, under = 0.62 * half, top - 0.6 * v.thickness
    outer = inner + under * math.tan(math.radians(v.splay))
    start = math.pi / v.legs
    places = [
        (math.cos(start + 2 * math.pi * i / v.legs), math.sin(start + 2 * math.pi * i / v.legs)) for i in range(v.legs)
    ]
    for i, (x, z) in enumerate(places):
        leg = sweep([(outer * x, 0, outer * z), (inner * x, under, inner * z)], [0.8 * v.leg_radius, v.leg_radius])
        d.add(f"leg_{i + 1}", leg, "frame", group="legs")
    if v.footrest:
        r = inner + (outer - inner) * 0.68
        ring = (
            torus(r, 0.55 * v.leg_radius)
            if v.seat == "round"
            else union(
                *(
                    sweep([(r * x0, 0, r * z0), (r * x1, 0, r * z1)], 0.6 * v.leg_radius)
                    for (x0, z0), (x1, z1) in zip(places, places[1:] + places[:1], strict=True)
                )
            )
        )
        d.add("footrest", ring.move(y=0.32 * under), "frame")
    if v.cushion:
        soft = (
            cylinder(0.95 * half, 0.05, bevel=0.02)
            if v.seat == "round"
            else box(0.94 * v.width, 0.05, 0.94 * v.width, 0.02, 3)
        )
        d.add("cushion", soft.move(y=top + 0.022), "cushion")
    d.point("top", (0, top + (0.045 if v.cushion else 0), 0), size=v.width)
    return d
