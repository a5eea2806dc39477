"""Pan: a flat pan with a long handle to its own left."""

from __future__ import annotations

import math

from maquette.shapes.api import cylinder, extrude, sphere, sweep, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, family
from maquette.shapes.sub.outlines import bar, rod
from maquette.shapes.sub.vessels import Vessel


@family(
    "pan",
    "household",
    nouns={
        "frying pan": {},
        "skillet": {"shape": "straight"},
        "wok": {"shape": "wok"},
        "fry pan": {},
        "griddle": {"shape": "straight", "depth": 0.2},
    },
    parameters=(
        Real("radius", 0.13, 0.1, 0.17),
        Real("depth", 0.34, 0.2, 0.45, unit="", about="height as a share of the radius"),
        Choice("shape", ("sloped", "straight", "wok")),
        Real("thickness", 0.0045, 0.0036, 0.007),
        Real("handle_length", 0.2, 0.15, 0.25),
        Real("handle_rise", 0.035, 0.01, 0.06),
        Choice("content", ("none", "egg", "pancake")),
        Flag("helper", 0.25, about="a small handle across"),
        Flag("hole", 0.7),
        Flag("spouts", 0.35),
    ),
    slots={
        "body": ("cast iron", "copper", "steel", "gunmetal"),
        "handle": ("walnut", "cast iron", "plastic:#1f2226", "steel"),
        "white": ("icing:#f6f3ea",),
        "yolk": ("paint:#f0a818",),
        "pancake": ("bread", "bread:#c98a3a"),
        "rivet": ("steel", "brass"),
    },
    words={
        "egg": {"content": "egg"},
        "eggs": {"content": "egg"},
        "pancake": {"content": "pancake"},
        "empty": {"content": "none"},
    },
    paints={"handle": "handle"},
    height=(0.02, 0.18),
)
def pan(v: Values) -> Draft:
    """A flat pan with a long handle to its own left."""
    r = v.radius
    h = r * v.depth * (1.3 if v.shape == "wok" else 1.0)
    d = Draft(extent=2 * r + v.handle_length)
    shapes = {
        "sloped": [(0.76 * r, 0), (0.82 * r, 0.08 * h), (0.93 * r, 0.55 * h), (1.0 * r, h)],
        "straight": [(0.92 * r, 0), (0.95 * r, 0.08 * h), (0.97 * r, 0.6 * h), (r, h)],
        "wok": [(0.35 * r, 0), (0.6 * r, 0.15 * h), (0.86 * r, 0.55 * h), (r, h)],
    }
    body = Vessel.of(shapes[v.shape], v.thickness)
    d.add("body", body.solid(), "body")
    y = 0.72 * h
    start, end = body.radius(y) - 0.3 * v.thickness, r + v.handle_length
    flat = [
        (0.013, -0.004),
        (0.013, 0.003),
        (0.007, 0.006),
        (-0.007, 0.006),
        (-0.013, 0.003),
        (-0.013, -0.004),
        (-0.006, -0.006),
        (0.006, -0.006),
    ]
    grip = sweep(
        [
            (start, y, 0),
            (start + 0.03, y + 0.15 * v.handle_rise, 0),
            (0.5 * (start + end), y + 0.85 * v.handle_rise, 0),
            (end, y + v.handle_rise, 0),
        ],
        profile=flat,
    )
    if v.hole:
        grip = grip - cylinder(0.006, 0.1).move(end - 0.016, y + v.handle_rise, 0)
    d.add("handle", grip, "handle")
    d.add(
        "rivets",
        union(
            bar((start - 0.001, y + 0.002, 0), (start + 0.045, y + 0.004 + 0.25 * v.handle_rise, 0), 0.034, 0.017),
            *(sphere(0.005).move(start + 0.035, y + 0.013 + 0.2 * v.handle_rise, s * 0.009) for s in (1, -1)),
        ),
        "rivet",
    )
    if v.helper:
        d.add(
            "helper",
            rod(
                (-start, y, 0.03),
                (-start - 0.03, y + 0.006, 0.02),
                (-start - 0.03, y + 0.006, -0.02),
                (-start, y, -0.03),
                radius=0.006,
            ),
            "body",
        )
    if v.spouts and v.shape == "straight":
        d.add(
            "spouts",
            union(
                *(
                    sphere(0.02, 0.012, 0.02).move(0, h - 0.008, s * (r + 0.004))
                    - sphere(0.013, 0.014, 0.02).move(0, h + 0.002, s * (r + 0.003))
                    - body.hollow()
                    for s in (1, -1)
                )
            ),
            "body",
        )
    low = v.thickness
    if v.content == "egg":
        n = 2 if r > 0.125 else 1
        if v.shape == "wok":
            low = 0.1 * h
        for i in range(n):
            x = (i - (n - 1) / 2) * 0.62 * r
            shape = [
                (
                    (0.4 + 0.05 * math.sin(3 * a + i) + 0.03 * math.cos(5 * a)) * r * math.cos(a),
                    (0.42 + 0.04 * math.sin(2 * a)) * r * math.sin(a),
                )
                for a in [2 * math.pi * k / 24 for k in range(24)]
            ]
            d.add(
                f"egg_{i + 1}",
                extrude([(a * 0.8, b * 0.8) for a, b in shape], 0.008, bevel=0.003, smooth=True)
                .rotate(x=90)
                .move(x, low + 0.003, 0.1 * r * i),
                "white",
                group="eggs",
            )
            d.add(
                f"yolk_{i + 1}",
                sphere(0.135 * r, 0.085 * r, 0.135 * r).move(x, low + 0.006, 0.1 * r * i),
                "yolk",
                group="eggs",
            )
    elif v.content == "pancake":
        rr = 0.66 * r if v.shape != "wok" else 0.5 * r
        d.add(
            "pancake",
            cylinder(rr, 0.014 + (0.12 * h if v.shape == "wok" else 0), bevel=0.005).move(y=low + 0.006),
            "pancake",
        )
    d.point("grip", (0.4 * start + 0.6 * end, y + v.handle_rise, 0), up=(1, 0, 0), size=0.024)
    d.point("top", (0, h, 0), size=2 * r)
    return d
