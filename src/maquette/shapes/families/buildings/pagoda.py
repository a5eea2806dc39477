"""Pagoda: floors that shrink, each under a curved roof with risen corners."""

from __future__ import annotations

import math

from maquette.shapes.api import box, cylinder, hull, lathe, sphere, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, Whole, family


@family(
    "pagoda",
    "building",
    nouns={
        "japanese temple": {"floors": 2},
        "chinese temple": {"floors": 2},
        "chinese tower": {},
        "dojo": {"floors": 1},
        "asian temple": {"floors": 3},
        "tea house": {"floors": 1},
        "gazebo": {"floors": 1, "sides": "six"},
    },
    parameters=(
        Real("width", 6, 5, 7.5),
        Real("height", 2.3, 2.0, 2.8, about="of a floor"),
        Whole("floors", 3, 1, 5),
        Real("shrink", 0.82, 0.74, 0.88, unit=""),
        Real("overhang", 1.0, 0.7, 1.3),
        Real("curve", 0.45, 0.25, 0.7, about="how far the corners rise"),
        Choice("sides", ("four", "six", "eight")),
        Flag("lanterns", 0.6),
        Flag("railing", 0.7),
        Flag("steps", 0.9),
        Flag("spire", 0.85),
    ),
    slots={
        "wall": ("paint:#a8322a", "plaster", "paint:#d9c8a0", "walnut"),
        "roof": ("roof tiles:#3f5a52", "roof tiles:#4a4e58", "roof tiles", "roof tiles:#2f4a6a"),
        "trim": ("paint:#8f241f", "gold", "walnut"),
        "post": ("paint:#b5302a", "walnut", "mahogany"),
        "stone": ("stone", "granite"),
        "glass": ("paper", "glow:#ffd890"),
        "gold": ("gold",),
        "lantern": ("glow:#ff5a3a", "glow:#ffb04a"),
        "door": ("walnut",),
    },
    words={
        "lanterns": {"lanterns": True},
        "railing": {"railing": True},
        "spire": {"spire": True},
        "steps": {"steps": True},
    },
    paints={
        "walls": "wall",
        "roofs": "roof",
        "pillars": "post",
        "columns": "post",
        "windows": "glass",
        "lanterns": "lantern",
    },
    height=(4, 24),
)
def pagoda(v: Values) -> Draft:
    """Floors that shrink, each under a curved roof with risen corners."""
    n = {"four": 4, "six": 6, "eight": 8}[v.sides]
    d = Draft(extent=max(v.width * 1.5, v.floors * (v.height + 1.0) + 2))
    turn = 0.0 if n == 6 else 180 / n
    base = 0.6
    d.add(
        "base",
        union(
            cylinder(0.85 * v.width, 0.35, sides=n).rotate(y=turn).move(y=0.17),
            cylinder(0.76 * v.width, 0.4, sides=n).rotate(y=turn).move(y=0.42),
        ),
        "stone",
    )
    y, apothem = base, math.cos(math.pi / n)
    for f in range(v.floors):
        k = v.shrink**f
        r, h = v.width / 2 * k / apothem * 0.92, v.height * (1.0 if f == 0 else 0.8)
        d.add(f"walls_{f + 1}", cylinder(r, h + 0.2, sides=n).rotate(y=turn).move(y=y + h / 2), "wall", group="walls")
        posts = cylinder(0.14, h + 0.1).move(x=r, y=y + h / 2).rotate(y=turn).around(n)
        d.add(
            f"posts_{f + 1}",
            union(
                posts,
                cylinder(1.04 * r, 0.18, sides=n).rotate(y=turn).move(y=y + h - 0.1),
                cylinder(1.04 * r, 0.16, sides=n).rotate(y=turn).move(y=y + 0.08),
            ),
            "post",
            group="posts",
        )
        face = r * apothem
        pane = box(0.8 * r * math.sin(math.pi / n), 0.5 * h, 0.14).move(x=0.0, y=y + 0.52 * h, z=face)
        side = 0.42 * r * math.sin(math.pi / n)
        grid = union(
            box(0.07, 0.5 * h, 0.2).move(x=-side * 0.5).repeat(3, x=side * 0.5),
            box(0.85 * r * math.sin(math.pi / n), 0.07, 0.2).move(y=-0.25 * h).repeat(3, y=0.25 * h),
        ).move(y=y + 0.52 * h, z=face)
        start = 1 if f == 0 else 0
        step = 360 / n
        d.add(f"windows_{f + 1}", union(*(pane.rotate(y=step * i) for i in range(start, n))), "glass", group="windows")
        d.add(f"lattice_{f + 1}", union(*(grid.rotate(y=step * i) for i in range(start, n))), "trim", group="windows")
        if f == 0:
            d.add(
                "door",
                union(
                    box(1.5, 0.8 * h, 0.16).move(y=y + 0.4 * h, z=face),
                    box(0.1, 0.8 * h, 0.24).move(y=y + 0.4 * h, z=face),
                ),
                "door",
            )
            d.add("door_frame", box(1.8, 0.86 * h, 0.12).move(y=y + 0.43 * h, z=face), "trim")
        rr, rise = r + v.overhang * (0.7 + 0.3 * k), 0.5 * v.height
        last = f == v.floors - 1
        inner = 0.06 if last else r * v.shrink * 1.04
        tall = rise * (1.8 if last else 1.0)
        skirt = lathe(
            [
                (0.75 * r, y + h - 0.05),
                (rr * 0.98, y + h - 0.12),
                (rr, y + h),
                (0.72 * rr, y + h + 0.26 * tall),
                (inner + 0.1 * (rr - inner), y + h + 0.8 * tall),
                (inner, y + h + tall),
            ],
            sides=n,
        ).rotate(y=turn)
        tips = hull(
            [
                (rr * 0.78, y + h + 0.06, 0.16),
                (rr * 0.78, y + h + 0.06, -0.16),
                (rr * 0.8, y + h + 0.3, 0.0),
                (rr * 1.03, y + h + v.curve, 0.05),
                (rr * 1.03, y + h + v.curve, -0.05),
                (rr * 1.0, y + h + v.curve - 0.2, 0.0),
                (rr * 0.97, y + h - 0.1, 0.08),
                (rr * 0.97, y + h - 0.1, -0.08),
            ]
        )
        d.add(f"roof_{f + 1}", union(skirt, tips.rotate(y=turn).around(n)), "roof", group="roofs")
        if v.lanterns:
            lamp = union(sphere(0.17, 0.2, 0.17).move(y=-0.4), cylinder(0.03, 0.5).move(y=-0.1))
            d.add(
                f"lanterns_{f + 1}",
                lamp.move(x=0.94 * rr, y=y + h).rotate(y=turn).around(n),
                "lantern",
                group="lanterns",
            )
        y += h + (rise if not last else tall) - 0.12
        if v.railing and not last:
            q = r * v.shrink * 1.22
            rail = box(2 * q * math.sin(math.pi / n) - 0.04, 0.09, 0.07).move(z=q * apothem)
            d.add(
                f"railing_{f + 1}",
                union(
                    *(rail.move(y=y + t).rotate(y=step * i) for i in range(n) for t in (0.12, 0.42)),
                    cylinder(0.065, 0.75).rotate(y=5).move(x=q, y=y + 0.15).rotate(y=turn).around(n),
                    cylinder(q, 0.1, sides=n).rotate(y=turn).move(y=y),
                ),
                "trim",
                group="railing",
            )
    if v.spire:
        d.add(
            "spire",
            lathe(
                [
                    (0.3, y - 0.3),
                    (0.32, y),
                    (0.12, y + 0.15),
                    (0.28, y + 0.4),
                    (0.1, y + 0.55),
                    (0.2, y + 0.75),
                    (0.06, y + 0.9),
                    (0.12, y + 1.1),
                    (0.01, y + 1.7),
                ]
            ),
            "gold",
        )
    if v.steps:
        d.add(
            "steps",
            union(
                *(
                    box(2.2, 0.2 * (3 - i), 0.4).move(y=0.1 * (3 - i), z=0.76 * v.width * apothem + 0.3 + 0.36 * i)
                    for i in range(3)
                )
            ),
            "stone",
        )
    d.point("top", (0, y, 0), size=1.0)
    return d
