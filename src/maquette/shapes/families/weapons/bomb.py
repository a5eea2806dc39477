"""Bombs: round ones, grenades, dynamite, sea mines, aerial bombs."""

from __future__ import annotations

import math

import numpy as np

from maquette.shapes.api import box, cone, cylinder, lathe, sphere, sweep, torus, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, Whole, family
from maquette.shapes.sub.arms import bezier
from maquette.shapes.sub.outlines import ring_of, rod, rounded_rectangle
from maquette.shapes.sub.sidewise import axle, side


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
