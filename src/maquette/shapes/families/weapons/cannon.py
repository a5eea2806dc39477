"""Cannons."""

from __future__ import annotations

import math

from maquette.shapes.api import box, cone, lathe, sphere, sweep, torus, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, Whole, family
from maquette.shapes.sub.sidewise import axle, side
from maquette.shapes.sub.wheels import iron_band, wooden_wheel


@family(
    "cannon",
    "weapon",
    nouns={
        "pirate cannon": {"carriage": "ship"},
        "ship cannon": {"carriage": "ship"},
        "field gun": {"carriage": "field"},
        "mortar": {"carriage": "mortar"},
        "artillery": {"carriage": "field"},
        "naval cannon": {"carriage": "ship"},
        "bombard": {"carriage": "mortar"},
        "howitzer": {"carriage": "field"},
    },
    parameters=(
        Choice("carriage", ("field", "ship", "mortar")),
        Real("length", 1.6, 1.2, 2.0, about="of the barrel"),
        Real("radius", 0.11, 0.085, 0.14, unit="", about="of the breech, share of the length"),
        Real("wheel_radius", 0.5, 0.4, 0.65),
        Real("elevation", 8, 0, 22, unit="deg"),
        Whole("rings", 4, 2, 6),
        Whole("spokes", 10, 8, 14),
        Flag("balls", 0.6, about="a pile of cannonballs"),
        Flag("fuse", 0.5),
        Flag("flared", 0.6),
    ),
    slots={
        "barrel": ("cast iron", "bronze", "gunmetal", "iron", "brass"),
        "carriage": ("wood", "oak", "walnut", "paint:#6b1f1a"),
        "metal": ("iron", "cast iron"),
        "trim": ("brass", "bronze", "gold"),
        "ball": ("cast iron", "iron"),
        "fuse": ("rope",),
    },
    words={"cannonballs": {"balls": True}, "balls": {"balls": True}, "fuse": {"fuse": True}},
    paints={"wheel": "carriage", "wheels": "carriage", "cannonballs": "ball"},
    height=(0.5, 1.9),
)
def cannon(v: Values) -> Draft:
    """Aims at +z."""
    short = v.carriage == "mortar"
    n = v.length * (0.55 if short else 1.0)
    r = v.radius * v.length * (1.35 if short else 1.0)
    d = Draft(extent=1.5 * v.length if v.carriage == "field" else 1.2 * n)
    tilt = v.elevation + (40 if short else 0)
    y = (
        v.wheel_radius + 0.75 * r
        if v.carriage == "field"
        else (
            2.1 * r + 0.25 * v.wheel_radius
            if v.carriage == "ship"
            else max(1.6 * r, 0.64 * n * math.sin(math.radians(tilt)))
        )
    )
    a, b = -0.4 * n, 0.6 * n
    lip = 0.95 * r if v.flared else 0.78 * r
    pts = [
        (0, a - 0.12 * n),
        (0.2 * r, a - 0.115 * n),
        (0.28 * r, a - 0.085 * n),
        (0.14 * r, a - 0.05 * n),
        (0.5 * r, a - 0.03 * n),
        (r, a),
        (1.03 * r, a + 0.05 * n),
        (0.96 * r, a + 0.2 * n),
        (0.8 * r, a + 0.55 * n),
        (0.68 * r, b - 0.1 * n),
        (lip, b - 0.02 * n),
        (lip, b),
        (0.46 * r, b),
        (0.44 * r, b - 0.25 * n),
        (0, b - 0.25 * n),
    ]
    aim = (-tilt, 0, 0)
    d.add("barrel", lathe(pts).rotate(x=90).rotate(*aim).move(y=y), "barrel")
    for i in range(v.rings):
        t = i / max(1, v.rings - 1)
        z = a + (0.06 + 0.78 * t) * n
        rad = r * (1.02 - 0.33 * t)
        d.add(
            f"ring_{i + 1}",
            lathe(
                [
                    (0.8 * rad, -0.018 * n),
                    (1.02 * rad, -0.018 * n),
                    (1.07 * rad, -0.011 * n),
                    (1.07 * rad, 0.011 * n),
                    (1.02 * rad, 0.018 * n),
                    (0.8 * rad, 0.018 * n),
                    (0.8 * rad, -0.018 * n),
                ]
            )
            .rotate(x=90)
            .move(z=z)
            .rotate(*aim)
            .move(y=y),
            "trim",
            group="rings",
        )
    d.add("trunnions", axle(0.28 * r, 3.0 * r, bevel=0.01).move(y=y), "barrel")
    if v.fuse:
        d.add(
            "fuse",
            sweep(
                [
                    (0, 0.85 * r, a + 0.06 * n),
                    (0, 1.35 * r, a + 0.05 * n),
                    (0.04, 1.75 * r, a - 0.0 * n),
                    (0.02, 2.05 * r, a - 0.02 * n),
                ],
                0.016,
                round_ends=True,
            )
            .rotate(*aim)
            .move(y=y),
            "fuse",
        )
    x = 1.25 * r
    wide = 0.3 * r
    if v.carriage == "field":
        w, wx = v.wheel_radius, 1.25 * r + 0.22
        tail = -1.0 * v.length
        cheek = side(
            [
                (0.3 * n, y - 0.9 * r),
                (0.32 * n, y - 0.2 * r),
                (0.12 * n, y + 0.1 * r),
                (-0.25 * n, y - 0.45 * r),
                (tail, 0.13),
                (tail - 0.1, 0.02),
                (tail + 0.02, 0.0),
                (-0.2 * n, y - 1.35 * r),
                (0.1 * n, y - 1.3 * r),
            ],
            wide,
            0.012,
        )
        d.add(
            "carriage",
            union(
                cheek.move(x),
                cheek.move(-x),
                *(axle(0.05, 2 * x, yy, z) for z, yy in ((-0.5 * n, y * 0.58), (tail + 0.03, 0.075))),
                box(2 * x, 0.06, 0.2 * n, 0.01).move(0, y - 1.12 * r, -0.12 * n),
            ),
            "carriage",
        )
        d.add("axle", axle(0.055, 2 * wx + 0.2, w), "metal")
        for i, s in enumerate((1, -1)):
            d.add(f"wheel_{i + 1}", wooden_wheel(w, 0.09, v.spokes).move(s * wx, w), "carriage", group="wheels")
            d.add(f"tyre_{i + 1}", iron_band(w, 0.09).move(s * wx, w * 1.0), "metal", group="wheels")
        d.add("straps", union(*(axle(0.36 * r, wide + 0.03, y, 0.0, 0.006).move(s * x) for s in (1, -1))), "metal")
    elif v.carriage == "ship":
        k = 0.25 * v.wheel_radius + 0.05
        base = 1.1 * k
        steps = [
            (0.35 * n, base),
            (0.35 * n, y - 0.15 * r),
            (0.15 * n, y + 0.15 * r),
            (-0.1 * n, y + 0.1 * r),
            (-0.1 * n, y - 0.25 * r),
            (-0.26 * n, y - 0.25 * r),
            (-0.26 * n, y - 0.65 * r),
            (-0.42 * n, y - 0.65 * r),
            (-0.42 * n, base),
        ]
        d.add(
            "carriage",
            union(
                *(side(steps, wide, 0.012).move(s * x) for s in (1, -1)),
                box(2 * x, 0.08, 0.7 * n, 0.01).move(0, base + 0.05, -0.03 * n),
                box(1.2 * r, 0.35 * r, 0.2 * n, 0.02).move(0, y - 1.15 * r, -0.3 * n),
                box(0.9 * r, y - 1.2 * r - base, 0.16 * n).move(0, (y - 1.2 * r + base) / 2, -0.3 * n),
            ),
            "carriage",
        )
        for i, (s, z) in enumerate((s, z) for s in (1, -1) for z in (0.24 * n, -0.32 * n)):
            d.add(
                f"wheel_{i + 1}",
                axle(k, 0.09, k, z, 0.01).move(s * (x + 0.5 * wide + 0.05)),
                "carriage",
                group="wheels",
            )
        d.add(
            "axles",
            union(
                *(axle(0.3 * k, 2 * (x + 0.5 * wide) + 0.24, k, z) for z in (0.24 * n, -0.32 * n)),
                *(box(wide + 0.02, 0.04, 0.28 * r, 0.006).move(s * x, y + 0.24 * r, 0.02 * n) for s in (1, -1)),
            ),
            "metal",
        )
        d.add(
            "rings",
            union(
                *(
                    torus(0.05, 0.012).rotate(z=90).move(s * (x + 0.5 * wide + 0.01), y - 0.5 * r, -0.05 * n)
                    for s in (1, -1)
                )
            ),
            "metal",
        )
    else:
        d.add(
            "carriage",
            union(
                box(2 * x + wide, 0.5 * r, 2.6 * r, 0.03).move(y=0.25 * r),
                *(
                    side(
                        [(1.0 * r, 0.4 * r), (0.5 * r, y + 0.1 * r), (-0.5 * r, y + 0.1 * r), (-1.1 * r, 0.4 * r)],
                        wide,
                        0.015,
                    ).move(s * x)
                    for s in (1, -1)
                ),
                box(1.2 * r, 0.5 * r, 0.6 * r, 0.03).move(0, 0.6 * r, 0.7 * r),
            ),
            "carriage",
        )
        d.add(
            "straps",
            union(
                *(box(wide + 0.02, 0.3 * r, 0.9 * r, 0.01).move(s * x, y, 0) for s in (1, -1)),
                *(
                    box(2 * x + wide + 0.03, 0.12 * r, 0.2 * r, 0.005).move(0, 0.25 * r, z)
                    for z in (-1.24 * r, 1.24 * r)
                ),
            ),
            "metal",
        )
    if v.balls:
        q = 0.42 * r
        z0 = 0.2 * n if v.carriage != "field" else -0.55 * n
        side_x = x + (0.55 if v.carriage == "field" else 0.5 * wide + 0.16) + 2.2 * q
        spots = (
            [(i - 1, j - 1, 0) for i in range(3) for j in range(3)]
            + [(i - 0.5, j - 0.5, 1) for i in range(2) for j in range(2)]
            + [(0, 0, 2)]
        )
        d.add(
            "balls",
            union(
                *(
                    sphere(q).move(side_x + 1.92 * q * i, 0.02 + q * 0.98 + 1.36 * q * k, z0 + 1.92 * q * j)
                    for i, j, k in spots
                ),
                cone(2.1 * q, 3.3 * q, 4).rotate(y=45).move(side_x, 0.02 + 1.65 * q, z0),
            ),
            "ball",
        )
        d.add(
            "tray",
            box(6.4 * q, 0.03, 6.4 * q, 0.008).move(side_x, 0.015, z0)
            + box(side_x, 0.028, 0.06).move(side_x / 2, 0.014, z0),
            "carriage",
        )
        if v.carriage == "field":
            d.add("tray_post", box(0.08, y * 0.6, 0.06).move(x, y * 0.3, z0), "carriage")
    d.point("top", (0, y + r, 0), size=2 * r)
    return d
