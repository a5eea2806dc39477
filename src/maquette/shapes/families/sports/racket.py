"""Rackets and table tennis paddles."""

from __future__ import annotations

import math

from maquette.shapes.api import Point2, Point3, box, cylinder, extrude, sphere, sweep, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, Whole, family
from maquette.shapes.sub.arms import ribbed
from maquette.shapes.sub.outlines import rod, rounded_rectangle


@family(
    "racket",
    "sport",
    nouns={
        "tennis racket": {"kind": "tennis"},
        "badminton racket": {"kind": "badminton"},
        "table tennis paddle": {"kind": "paddle"},
        "ping pong paddle": {"kind": "paddle"},
        "squash racket": {"kind": "badminton"},
        "table tennis bat": {"kind": "paddle"},
        "racquet": {},
        "tennis racquet": {"kind": "tennis"},
    },
    parameters=(
        Choice("kind", ("tennis", "badminton", "paddle")),
        Real("length", 1.0, 0.9, 1.1, unit="", about="times the usual"),
        Real("head_width", 1.0, 0.9, 1.12, unit=""),
        Real("head_length", 1.0, 0.92, 1.1, unit=""),
        Real("frame", 1.0, 0.85, 1.2, unit="", about="thickness of the frame"),
        Whole("strings", 13, 9, 16),
        Real("grip_length", 0.28, 0.24, 0.34, unit="", about="share of the length"),
        Whole("wraps", 10, 7, 14),
        Flag("stripe", 0.6),
    ),
    slots={
        "frame": ("paint:#c8201c", "paint:#1f5fb0", "paint:#20242c", "paint:#2fa050", "paint:#f2c21c"),
        "strings": ("fabric:#f0ece0", "fabric:#e8e060"),
        "grip": ("leather:#20222a", "leather:#f0ece0", "leather:#8a5a30"),
        "trim": ("paint:#f0ece0", "silver", "paint:#f2c21c"),
        "back": ("rubber:#20222a",),
    },
    words={"strings": {}},
    paints={"handle": "grip", "head": "frame"},
    height=(0.2, 0.8),
)
def racket(v: Values) -> Draft:
    """Stands on its handle, its face toward +z."""
    n = v.length * {"tennis": 0.69, "badminton": 0.67, "paddle": 0.26}[v.kind]
    a = v.head_width * {"tennis": 0.125, "badminton": 0.1, "paddle": 0.075}[v.kind]
    b = v.head_length * {"tennis": 0.165, "badminton": 0.135, "paddle": 0.08}[v.kind]
    t = v.frame * {"tennis": 0.011, "badminton": 0.0075, "paddle": 0.008}[v.kind]
    d = Draft(extent=n)
    y = n - b - t
    g = v.grip_length * n if v.kind != "paddle" else 0.1
    if v.kind == "paddle":
        shape: list[Point2] = [
            (a * math.cos(k), y + b * math.sin(k)) for k in [math.radians(-50 + 280 * i / 40) for i in range(41)]
        ]
        d.add("frame", extrude([*shape, (-0.017, g * 0.75), (0.017, g * 0.75)], 0.008, bevel=0.001), "trim")
        face = [(x * 0.99, yy) for x, yy in shape if yy > y - 0.8 * b]
        for name, s, slot in (("front", 1, "frame"), ("back", -1, "back")):
            d.add(f"rubber_{name}", extrude(face, 0.006, bevel=0.001).move(z=s * 0.005), slot, group="rubber")
        d.add("grip", box(0.034, g, 0.024, 0.008).move(y=g / 2), "grip")
        if v.stripe:
            d.add("band", box(0.036, 0.012, 0.026, 0.004).move(y=0.3 * g), "frame")
    else:
        loop: list[Point3] = [(a * math.cos(k), y + b * math.sin(k), 0) for k in [math.tau * i / 40 for i in range(40)]]
        d.add("frame", sweep(loop, profile=rounded_rectangle(1.4 * t, 2.0 * t, 0.6 * t, 3), closed=True), "frame")
        if v.kind == "tennis":
            throat = [
                rod(
                    (s * 0.62 * a, y - 0.8 * b, 0),
                    (s * 0.3 * a, y - 1.25 * b, 0),
                    (s * 0.07 * a, y - 1.6 * b, 0),
                    (0, g, 0),
                    radius=0.9 * t,
                )
                for s in (1, -1)
            ]
            d.add("throat", union(*throat, sphere(0.0165).move(y=g + 0.004)), "frame")
        else:
            d.add(
                "throat",
                union(
                    rod((0, g - 0.02, 0), (0, y - b + t, 0), radius=0.65 * t), sphere(1.5 * t).move(y=y - b - 0.3 * t)
                ),
                "trim",
            )
        k = v.strings
        th = 0.0032 if v.kind == "tennis" else 0.0028
        xs = [(-1 + 2 * (i + 1) / (k + 1)) for i in range(k)]
        ups = [box(th, 2 * b * math.sqrt(1 - x * x), th).move(x * a, y, 0) for x in xs]
        m = round(k * b / a)
        acr = [
            box(2 * a * math.sqrt(1 - s * s), th, th).move(0, y + s * b, 0)
            for s in [(-1 + 2 * (i + 1) / (m + 1)) for i in range(m)]
        ]
        d.add("strings", union(*ups, *acr), "strings")
        d.add(
            "grip", ribbed(g, 0.017 if v.kind == "tennis" else 0.0135, v.wraps, 0.06, 0.03).scale(1.05, 1, 0.9), "grip"
        )
        d.add("butt", cylinder(0.02 if v.kind == "tennis" else 0.016, 0.014, bevel=0.004).move(y=0.007), "trim")
        if v.stripe:
            d.add(
                "stripe",
                union(
                    *(
                        sweep(
                            [
                                (1.02 * a * math.cos(q), y + 1.01 * b * math.sin(q), 0)
                                for q in [s + 0.08 * i for i in range(5)]
                            ],
                            profile=rounded_rectangle(1.2 * t, 2.1 * t, 0.5 * t, 2),
                        )
                        for s in (0.6, math.pi - 0.92)
                    )
                ),
                "trim",
            )
    d.point("grip", (0, 0.5 * g, 0), front=(1, 0, 0), size=0.034)
    d.point("top", (0, n, 0), size=a)
    return d
