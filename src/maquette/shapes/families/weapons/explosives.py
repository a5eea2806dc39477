"""Cannons and bombs."""

from __future__ import annotations

import math

import numpy as np

from maquette.shapes.api import box, cone, cylinder, lathe, sphere, sweep, torus, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, Whole, family
from maquette.shapes.sub.arms import bezier
from maquette.shapes.sub.outlines import ring_of, rod, rounded_rectangle
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


@family(
    "bomb",
    "weapon",
    nouns={
        "grenade": {"kind": "grenade"},
        "hand grenade": {"kind": "grenade"},
        "dynamite": {"kind": "dynamite"},
        "tnt": {"kind": "dynamite"},
        "time bomb": {"kind": "dynamite", "clock": True},
        "sea mine": {"kind": "mine"},
        "naval mine": {"kind": "mine"},
        "mine": {"kind": "mine"},
        "cartoon bomb": {"kind": "round"},
        "cherry bomb": {"kind": "round"},
        "missile": {"kind": "aerial"},
        "torpedo": {"kind": "aerial"},
        "explosive": {"kind": "dynamite"},
        "nuke": {"kind": "aerial"},
        "warhead": {"kind": "aerial"},
    },
    parameters=(
        Choice("kind", ("round", "grenade", "dynamite", "mine", "aerial")),
        Real("radius", 0.12, 0.09, 0.16),
        Whole("sticks", 3, 3, 7),
        Whole("spikes", 18, 12, 26),
        Real("fuse_length", 1.0, 0.7, 1.4, unit=""),
        Flag("spark", 0.65),
        Flag("clock", 0.4),
        Whole("fins", 4, 3, 5),
        Flag("skull", 0.3),
        Flag("stripe", 0.6),
        Real("length", 1.0, 0.85, 1.25, unit=""),
    ),
    slots={
        "body": ("paint:#1e2025", "cast iron", "paint:#4a5a34", "paint:#a8281e", "gunmetal"),
        "metal": ("brass", "steel", "iron"),
        "fuse": ("rope", "rope:#8a7a58"),
        "spark": ("glow:#ffb020", "glow:#ff7020"),
        "trim": ("paint:#e8c020", "paint:#d83020", "paint:#f0ece0"),
        "screen": ("glow:#ff3020", "glow:#40ff60"),
    },
    words={
        "fuse": {},
        "lit": {"spark": True},
        "spark": {"spark": True},
        "timer": {"clock": True, "kind": "dynamite"},
        "skull": {"skull": True},
    },
    paints={"fins": "metal", "spikes": "metal", "stripes": "trim", "band": "trim"},
    height=(0.1, 1.4),
)
def bomb(v: Values) -> Draft:
    """Stands on the ground."""
    r = v.radius
    d = Draft(extent=2.8 * r)

    def fuse(y: float, k: float) -> None:
        n = 0.7 * r * v.fuse_length
        d.add(
            "fuse",
            sweep(
                [
                    (0, y - 0.05, 0),
                    (0, y + 0.35 * n, 0),
                    (0.22 * n, y + 0.72 * n, 0),
                    (0.62 * n, y + 0.72 * n, 0),
                    (0.8 * n, y + 0.95 * n, 0),
                ],
                k,
                round_ends=True,
            ),
            "fuse",
        )
        if v.spark:
            s = 1.3 * k
            spikes = union(
                *(
                    cone(0.55 * s, 2.6 * s, 5).move(y=2.0 * s).rotate(*t)
                    for t in (
                        (0, 0, 0),
                        (70, 0, 0),
                        (-70, 0, 0),
                        (0, 0, 70),
                        (0, 0, -70),
                        (50, 45, 0),
                        (-50, 45, 0),
                        (0, 45, 50),
                    )
                )
            )
            d.add("spark", (sphere(1.5 * s) + spikes).move(0.8 * n, y + 0.98 * n, 0), "spark")

    if v.kind == "round":
        d.add("body", sphere(r).move(y=r) - box(2 * r, 0.1 * r, 2 * r).move(y=-0.02 * r), "body")
        d.add(
            "neck",
            lathe(
                [
                    (0.3 * r, 1.85 * r),
                    (0.36 * r, 1.93 * r),
                    (0.36 * r, 2.16 * r),
                    (0.28 * r, 2.18 * r),
                    (0.2 * r, 2.1 * r),
                ]
            ),
            "metal",
        )
        if v.stripe:
            d.add("band", torus(0.995 * r, 0.035 * r).move(y=r), "trim")
        if v.skull:
            face = union(
                sphere(0.3 * r, 0.27 * r, 0.12 * r).move(y=0.06 * r),
                box(0.28 * r, 0.2 * r, 0.16 * r, 0.04 * r).move(y=-0.2 * r),
            ) - union(
                *(sphere(0.085 * r, 0.09 * r, 0.2 * r).move(s * 0.12 * r, 0.03 * r, 0.06 * r) for s in (1, -1)),
                *(box(0.02 * r, 0.12 * r, 0.3 * r).move(k * 0.08 * r, -0.26 * r, 0.1 * r) for k in (-1, 0, 1)),
            )
            d.add("skull", face.move(z=0.97 * r).rotate(x=-18).move(y=r), "trim")
        fuse(2.12 * r, 0.075 * r)
        top = 2.2 * r
    elif v.kind == "grenade":
        q = 0.55 * r
        shape = bezier((0.45, 0.0), (1.0, 0.1), (1.12, 1.1), (0.95, 1.9), (0.42, 2.4), steps=16)
        body = lathe([(x * q, y * q) for x, y in shape])

        def wide(y: float, q: float = q) -> float:
            return q * float(np.interp(y, [p[1] for p in shape], [p[0] for p in shape]))

        cuts = [torus(wide(0.35 + 0.42 * k), 0.075 * q).move(y=(0.35 + 0.42 * k) * q) for k in range(4)]
        ribs = [
            rod(*((math.cos(a) * x * q, y * q, math.sin(a) * x * q) for x, y in shape[1:15:2]), radius=0.075 * q)
            for a in [math.tau * i / 8 for i in range(8)]
        ]
        d.add("body", body - union(*cuts, *ribs), "body")
        d.add(
            "neck",
            union(
                cylinder(0.42 * q, 0.4 * q, bevel=0.03 * q).move(y=2.5 * q),
                box(0.5 * q, 0.3 * q, 0.7 * q, 0.05 * q).move(0, 2.8 * q, 0.05 * q),
            ),
            "metal",
        )
        d.add(
            "lever",
            sweep(
                [
                    (0, 2.95 * q, 0.3 * q),
                    (0, 2.98 * q, -0.3 * q),
                    (0, 2.7 * q, -0.75 * q),
                    (0, 2.0 * q, -1.02 * q),
                    (0, 1.1 * q, -1.14 * q),
                ],
                profile=rounded_rectangle(0.3 * q, 0.08 * q, 0.02 * q, 1),
            ),
            "trim" if v.stripe else "metal",
        )
        d.add(
            "pin",
            union(
                torus(0.36 * q, 0.05 * q).rotate(x=90).move(0.66 * q, 2.75 * q, 0.1 * q),
                axle(0.05 * q, 0.9 * q, 2.8 * q, 0.1 * q),
            ),
            "metal",
        )
        top = 3 * q
    elif v.kind == "dynamite":
        k, n = 0.26 * r, 1.9 * r * v.length
        spots = [(0.0, 0.0), *ring_of(6, 1.96 * k)][: v.sticks] if v.sticks != 3 else ring_of(3, 1.13 * k, 90)
        for i, (x, z) in enumerate(spots):
            d.add(
                f"stick_{i + 1}",
                cylinder(k, n, bevel=0.12 * k).move(x, n / 2, z) + cylinder(0.5 * k, 0.1 * k).move(x, n + 0.02 * k, z),
                "body",
                group="sticks",
            )
        out = max(math.hypot(x, z) for x, z in spots) + k
        for i, y in enumerate((0.28 * n, 0.72 * n)):
            band = lathe(
                [
                    (0.5 * k, y - 0.06 * n),
                    (0.97 * out, y - 0.06 * n),
                    (0.97 * out, y + 0.06 * n),
                    (0.5 * k, y + 0.06 * n),
                ]
            )
            d.add(
                f"strap_{i + 1}",
                band + cylinder(out - 0.9 * k, 0.5 * n).move(y=0.5 * n) if i == 0 else band,
                "trim",
                group="straps",
            )
        if v.clock:
            d.add("timer", box(1.2 * r, 0.62 * r, 0.3 * r, 0.03 * r).move(0, 0.5 * n, 0.9 * out), "metal")
            d.add(
                "display", box(0.8 * r, 0.3 * r, 0.06 * r, 0.01 * r).move(0, 0.55 * n, 0.9 * out + 0.14 * r), "screen"
            )
            d.add(
                "buttons",
                union(
                    *(
                        cylinder(0.05 * r, 0.08 * r).rotate(x=90).move(x * r, 0.5 * n - 0.2 * r, 0.9 * out + 0.15 * r)
                        for x in (-0.3, 0, 0.3)
                    )
                ),
                "trim",
            )
            for s, slot in ((1, "screen"), (-1, "fuse")):
                d.add(
                    f"wire_{'a' if s > 0 else 'b'}",
                    sweep(
                        [
                            (s * 0.4 * r, 0.5 * n + 0.25 * r, 0.9 * out),
                            (s * 0.5 * r, n * 0.9, 0.7 * out),
                            (s * 0.2 * r, n + 0.35 * r, 0.3 * out),
                            (spots[0][0], n - 0.02 * r, spots[0][1]),
                        ],
                        0.04 * r,
                    ),
                    slot,
                    group="wires",
                )
        else:
            fuse(n, 0.07 * r)
        top = n
    elif v.kind == "mine":
        y = 1.28 * r
        d.add("body", sphere(r).move(y=y), "body")
        d.add(
            "band",
            lathe(
                [(0.9 * r, y - 0.07 * r), (1.04 * r, y - 0.06 * r), (1.04 * r, y + 0.06 * r), (0.9 * r, y + 0.07 * r)]
            ),
            "trim" if v.stripe else "metal",
        )
        for i in range(v.spikes):
            c = 1 - 2 * (i + 0.5) / v.spikes
            lean = math.degrees(math.acos(c))
            d.add(
                f"spike_{i + 1}",
                union(
                    cylinder(0.12 * r, 0.12 * r, 0.1 * r).move(y=1.02 * r),
                    cylinder(0.06 * r, 0.22 * r, 0.05 * r).move(y=1.14 * r),
                    sphere(0.06 * r).move(y=1.25 * r),
                )
                .rotate(z=-lean)
                .rotate(y=137.5 * i)
                .move(y=y),
                "metal",
                group="spikes",
            )
        d.add("ring", torus(0.14 * r, 0.045 * r).rotate(x=90).move(y=y + 1.1 * r), "metal")
        d.add("foot", lathe([(0.4 * r, 0), (0.45 * r, 0.04 * r), (0.25 * r, 0.4 * r)]), "metal")
        top = y + r
    else:
        n = 6.0 * r * v.length
        q = 0.75 * r
        d = Draft(extent=n)
        y0 = 0.34 * n
        tail = lathe(
            [
                (0.45 * q, 0.05 * n),
                (0.5 * q, 0.1 * n),
                (q, y0),
                (1.02 * q, 0.6 * n),
                (0.85 * q, 0.82 * n),
                (0.45 * q, 0.95 * n),
                (0, n),
            ],
            smooth=True,
        )
        d.add("body", tail, "body")
        fin = [(0.35 * q, 0.0), (1.35 * q, 0.0), (1.35 * q, 0.14 * n), (0.6 * q, 0.3 * n), (0.35 * q, 0.3 * n)]
        d.add(
            "fins",
            union(
                side(fin, 0.09 * q, 0.015 * q).around(v.fins),
                lathe(
                    [
                        (1.2 * q, 0.012 * n),
                        (1.28 * q, 0.012 * n),
                        (1.28 * q, 0.1 * n),
                        (1.2 * q, 0.1 * n),
                        (1.2 * q, 0.012 * n),
                    ]
                ),
            ),
            "metal",
        )
        d.add(
            "nose",
            lathe(
                [
                    (0.7 * q, 0.885 * n),
                    (0.62 * q, 0.925 * n),
                    (0.28 * q, 0.985 * n),
                    (0.1 * q, 1.01 * n),
                    (0, 1.015 * n),
                ]
            ),
            "trim",
        )
        if v.stripe:
            d.add(
                "stripe",
                lathe([(0.9 * q, 0.68 * n), (1.03 * q, 0.68 * n), (1.0 * q, 0.73 * n), (0.8 * q, 0.73 * n)]),
                "trim",
            )
        top = n
    d.point("grip", (0, 0.5 * top, 0), size=r)
    d.point("top", (0, top, 0), size=r)
    return d
