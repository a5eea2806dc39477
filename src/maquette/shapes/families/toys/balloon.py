"""Balloons: round ones, hearts, stars."""

from __future__ import annotations

import math

from maquette.shapes.api import cone, cylinder, extrude, hull, lathe, sphere, sweep, torus, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, Whole, family
from maquette.shapes.node import Node
from maquette.shapes.sub.arms import star
from maquette.shapes.sub.outlines import rod


@family(
    "balloon",
    "toy",
    nouns={
        "balloons": {"count": 5},
        "party balloon": {},
        "heart balloon": {"kind": "heart"},
        "bunch of balloons": {"count": 6},
        "star balloon": {"kind": "star"},
        "birthday balloon": {},
    },
    parameters=(
        Choice("kind", ("round", "heart", "star")),
        Whole("count", 1, 1, 6),
        Real("radius", 0.15, 0.12, 0.2),
        Real("length", 1.2, 1.05, 1.35, unit="", about="height, times the width"),
        Real("string", 0.7, 0.5, 1.0),
        Real("wave", 0.03, 0.0, 0.06, about="of the string"),
        Flag("weight", 0.7, about="a weight that holds it"),
        Flag("dots", 0.25),
        Real("spread", 1.0, 0.85, 1.2, unit=""),
    ),
    slots={
        "balloon": ("paint:#e0281e", "paint:#1f72d8", "paint:#f2b81c", "paint:#e0508a", "paint:#8a4fc8"),
        "second": ("paint:#f2b81c", "paint:#2fb06a"),
        "third": ("paint:#1f9ad8", "paint:#e0508a"),
        "string": ("fabric:#f0ece4", "fabric:#d8d0c0"),
        "weight": ("paint:#c8a030", "paint:#d8d8dc"),
        "dots": ("paint:#f8f6f0",),
    },
    words={"dots": {"dots": True}, "heart": {"kind": "heart"}, "star": {"kind": "star"}},
    height=(0.6, 2.2),
)
def balloon(v: Values) -> Draft:
    """On a string that ends in a weight on the ground."""
    r, n = v.radius, v.string
    h = 2 * r * v.length
    d = Draft(extent=n + h + (1.3 * r if v.count > 1 else 0))
    foot = 0.03
    for i in range(v.count):
        a = 2.4 * i
        out = 0.0 if v.count == 1 else (0.55 if i % 2 else 1.0) * r * v.spread * (0.0 if i == 0 else 1.15)
        x, z = out * math.cos(a), out * math.sin(a)
        y = n + foot + (0.0 if v.count == 1 else (0.9 if i == 0 else 0.32 * (i % 3)) * r)
        slot = ("balloon", "second", "third")[i % 3]
        if v.kind == "round":
            body = lathe(
                [
                    (0.0, 0.0),
                    (0.1 * r, 0.01 * h),
                    (0.55 * r, 0.2 * h),
                    (0.95 * r, 0.5 * h),
                    (r, 0.64 * h),
                    (0.86 * r, 0.85 * h),
                    (0.45 * r, 0.975 * h),
                    (0.0, h),
                ],
                smooth=True,
            )
        else:
            pts = (
                [
                    (
                        1.08 * r * 16 * math.sin(t) ** 3 / 16,
                        1.1 * r * (13 * math.cos(t) - 5 * math.cos(2 * t) - 2 * math.cos(3 * t) - math.cos(4 * t)) / 16,
                    )
                    for t in [math.tau * j / 36 for j in range(36)]
                ]
                if v.kind == "heart"
                else star(1.15 * r, 5, 0.55)
            )
            low = min(p[1] for p in pts)
            layers = [
                extrude(pts, 0.12 * r).scale(f, f, 1).move(z=s * q * r)
                for f, q in ((1.0, 0.0), (0.95, 0.1), (0.85, 0.2), (0.68, 0.28))
                for s in (1, -1)
            ]
            puffed: Node = (
                union(*layers)
                if v.kind == "heart"
                else hull([*((px, py, 0.0) for px, py in pts[::2]), (0, 0, 0.4 * r), (0, 0, -0.4 * r)])
                & extrude(pts, 2 * r)
            )
            body = puffed.move(y=-low).rotate(y=20 * i)
            if v.kind == "star":
                body = body.move(y=-0.19 * r)
        d.add(f"balloon_{i + 1}", body.move(x, y, z), slot, group="balloons")
        d.add(
            f"knot_{i + 1}",
            cone(0.15 * r, 0.24 * r).move(x, y - 0.1 * r, z) + cylinder(0.06 * r, 0.2 * r).move(x, y + 0.04 * r, z),
            slot,
            group="knots",
        )
        w = v.wave
        d.add(
            f"string_{i + 1}",
            sweep(
                [
                    (x, y, z),
                    (0.75 * x + w, y - 0.3 * n, 0.75 * z),
                    (0.35 * x - w, 0.4 * n, 0.35 * z + 0.4 * w),
                    (0, foot, 0),
                ],
                0.006,
            ),
            "string",
            group="strings",
        )
        if v.dots and v.kind == "round":
            dots = [
                sphere(0.1 * r).move(
                    0.94 * r * math.cos(2.4 * j) * (0.93 if j % 2 else 0.985),
                    (0.42 + 0.035 * j) * h,
                    0.94 * r * math.sin(2.4 * j) * (0.93 if j % 2 else 0.985),
                )
                for j in range(9)
            ]
            d.add(f"dots_{i + 1}", union(*dots).move(x, y, z), "dots", group="dots")
    if v.weight:
        d.add("weight", lathe([(0.05, 0.0), (0.06, 0.005), (0.055, 0.035), (0.03, 0.05), (0.0, 0.052)]), "weight")
    else:
        d.add(
            "ring",
            torus(0.03, 0.01).move(y=0.01)
            + rod((-0.03, 0.012, 0), (0, foot + 0.004, 0), (0.03, 0.012, 0), radius=0.007),
            "weight",
        )
    d.point("grip", (0, 0.3 * n, 0), size=0.01)
    d.point("top", (0, n + h, 0), size=r)
    return d
