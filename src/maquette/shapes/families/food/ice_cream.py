"""Ice cream on a cone, in a cup, or on a stick."""

from __future__ import annotations

import math

from maquette.shapes.api import box, capsule, cylinder, difference, extrude, lathe, sphere, sweep, torus, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, Whole, family
from maquette.shapes.node import Node
from maquette.shapes.sub.food import sprinkles, swirl
from maquette.shapes.sub.outlines import rounded_rectangle

FLAVOURS = ("icing", "cream:#f6e8c4", "chocolate:#5f3a26", "icing:#a5d8b0", "icing:#f2b26a", "icing:#b9a2e0")


def scoop(radius: float, seed: int) -> Node:
    """A ball of ice with a torn skirt, its middle at the origin."""
    skirt = [
        sphere(0.24 * radius, 0.16 * radius, 0.24 * radius).move(
            0.86 * radius * math.cos(a),
            -0.42 * radius + 0.06 * radius * math.sin(3 * a + seed),
            0.86 * radius * math.sin(a),
        )
        for a in [math.tau * i / 12 for i in range(12)]
    ]
    return union(sphere(radius), cylinder(0.8 * radius, 0.55 * radius).move(y=-0.5 * radius), *skirt)


@family(
    "ice cream",
    "food",
    nouns={
        "ice cream cone": {"kind": "cone"},
        "soft serve": {"kind": "soft"},
        "popsicle": {"kind": "popsicle"},
        "ice lolly": {"kind": "popsicle"},
        "ice pop": {"kind": "popsicle"},
        "sundae": {"kind": "cup", "scoops": 3},
        "gelato": {"kind": "cup"},
        "icecream": {},
        "sorbet": {"kind": "cup"},
    },
    parameters=(
        Choice("kind", ("cone", "soft", "popsicle", "cup")),
        Real("radius", 0.033, 0.027, 0.04, about="of a scoop"),
        Real("cone_length", 3.4, 2.8, 4.2, unit="", about="in radii"),
        Whole("scoops", 2, 1, 3),
        Real("turns", 3.0, 2.4, 3.6, unit=""),
        Flag("wafer", 0.4),
        Flag("cherry", 0.4),
        Flag("sauce", 0.5),
        Whole("sprinkles", 20, 0, 34),
        Flag("bite", 0.25),
    ),
    slots={
        "ice": FLAVOURS,
        "ice_2": ("chocolate:#5f3a26", "icing", "icing:#f2b26a"),
        "ice_3": ("cream:#f6e8c4", "icing:#a5d8b0", "icing:#b9a2e0"),
        "cone": ("bread:#d9a050", "bread:#c88a3a"),
        "sauce": ("chocolate:#3f2216", "paint:#c81e3c", "paint:#b8701e"),
        "cherry": ("paint:#c3152a",),
        "sprinkle": ("paint:#f0c02c", "paint:#3fb0d0", "paint:#e8486a", "paint:#ffffff"),
        "cup": ("glass", "paper:#e8486a", "paper:#f4ead0"),
        "stick": ("birch",),
    },
    words={
        "cone": {"kind": "cone"},
        "waffle": {"kind": "cone"},
        "scoops": {"kind": "cone", "scoops": 3},
        "cherry": {"cherry": True},
        "sprinkles": {"sprinkles": 30},
        "sauce": {"sauce": True},
        "wafer": {"wafer": True},
        "stick": {"kind": "popsicle"},
        "bite": {"bite": True},
    },
    paints={"scoop": "ice", "scoops": "ice", "sprinkles": "sprinkle", "waffle": "cone"},
    height=(0.08, 0.36),
)
def ice_cream(v: Values) -> Draft:
    """Scoops or a swirl on a waffle cone, in a cup, or on a stick."""
    r = v.radius
    rng = v.rng("sprinkles")
    if v.kind == "popsicle":
        w, h, t = 1.7 * r, 3.4 * r, 0.75 * r
        d = Draft(extent=h + 1.2 * r)
        low = 1.3 * r
        outline = [
            (-w / 2, 0),
            (w / 2, 0),
            *((w / 2 * math.cos(a), h - w / 2 + w / 2 * math.sin(a)) for a in [math.pi * i / 12 for i in range(13)]),
        ]
        cuts = (
            [sphere(0.32 * r).move(x * r, low + y * r, 0) for x, y in ((0.9, 3.25), (0.62, 3.5), (0.95, 2.85))]
            if v.bite
            else []
        )
        grooves = [
            capsule(0.11 * r, 2.3 * r).move(k * 0.26 * w, low + 0.48 * h, s * (t / 2 + 0.03 * r))
            for k in (-1, 0, 1)
            for s in (1, -1)
        ]
        body = difference(extrude(outline, t, bevel=0.16 * r).move(y=low), *grooves, *cuts)
        d.add("ice", body & box(9 * r, 0.55 * h, 9 * r).move(y=low + 0.275 * h), "ice")
        d.add(
            "ice_top",
            body & box(9 * r, 0.6 * h, 9 * r).move(y=low + 0.845 * h),
            "ice_2" if v.scoops > 1 else "ice",
            group="ice",
        )
        d.add(
            "stick",
            extrude(rounded_rectangle(0.4 * r, 2.1 * r, 0.2 * r), 0.16 * r, bevel=0.03 * r).move(y=1.05 * r),
            "stick",
        )
        if v.sauce:
            sauce = union(
                extrude([(1.05 * x, y) for x, y in outline], 1.08 * t, bevel=0.17 * r).move(y=low + 0.03 * r)
                & box(9 * r, 0.34 * h, 9 * r).move(y=low + 0.88 * h),
                *(
                    capsule(0.14 * r, 0.6 * r).move(
                        (k - 1.5) * 0.27 * w, low + (0.72 - 0.03 * (k % 2)) * h, s * 0.46 * t
                    )
                    for k in range(4)
                    for s in (1, -1)
                ),
            )
            d.add("sauce", difference(sauce, *cuts), "sauce")
        d.point("top", (0, low + h, 0), size=w)
        d.point("grip", (0, 0.6 * r, 0), size=0.4 * r)
        return d
    if v.kind == "cup":
        base, wide = 1.5 * r, 1.7 * r
        d = Draft(extent=base + 3 * r)
        d.add(
            "cup",
            lathe(
                [
                    (0, 0),
                    (0.75 * wide, 0),
                    (0.75 * wide, 0.08 * r),
                    (0.2 * wide, 0.3 * r),
                    (0.2 * wide, 0.5 * r),
                    (0.6 * wide, 0.7 * r),
                    (0.9 * wide, 1.05 * r),
                    (wide, 1.55 * r),
                    (0.93 * wide, 1.55 * r),
                    (0.82 * wide, 1.2 * r),
                    (0, 1.0 * r),
                ]
            ),
            "cup",
        )
        spots = (
            [(0.0, 0.05, 0.0)]
            if v.scoops == 1
            else [(0.62, 0, 0.2), (-0.62, 0, 0.2)]
            if v.scoops == 2
            else [(0.62, 0, 0.3), (-0.62, 0, 0.3), (0, 0.15, -0.55)]
        )
        tops = [(x * r, base + (0.35 + y) * r, z * r) for x, y, z in spots]
        summit = (0.0, max(p[1] for p in tops) + (0.75 if v.scoops > 1 else 0.95) * r, 0.0)
    else:
        n = v.cone_length * r
        wide = 0.95 * r
        d = Draft(extent=n + (1.2 + 1.35 * v.scoops) * r)
        cone = lathe([(0.05 * r, 0), (0.09 * r, 0.0), (wide, n), (0, n)])
        lines: list[Node] = []
        for k in (1, -1):
            for i in range(6):
                path = []
                for j in range(12):
                    t = 0.03 + 0.94 * j / 11
                    a = math.tau * i / 6 + k * 2.2 * t
                    q = 0.09 * r + (wide - 0.09 * r) * t
                    path.append((q * math.cos(a), n * t, q * math.sin(a)))
                lines.append(sweep(path, 0.035 * r, sides=5))
        d.add("cone", union(cone, torus(wide, 0.09 * r).move(y=n - 0.05 * r), *lines), "cone")
        tops = (
            [(0.06 * r * (-1) ** i, n + 0.42 * r + 1.3 * r * i, 0.0) for i in range(v.scoops)]
            if v.kind == "cone"
            else []
        )
        summit = (tops[-1][0], tops[-1][1] + 0.95 * r, 0.0) if tops else (0.0, n + 2.55 * r, 0.0)
    if v.kind == "soft":
        d.add(
            "scoop_1",
            union(swirl(1.25 * r, 2.6 * r, v.turns, 0.2, 0.03), cylinder(0.92 * r, 0.4 * r)).move(y=n - 0.03 * r),
            "ice",
            group="scoops",
        )
    for i, p in enumerate(tops):
        d.add(f"scoop_{i + 1}", scoop(r, v.seed + i).move(*p), ("ice", "ice_2", "ice_3")[i], group="scoops")
    if v.sauce and tops:
        x, y, z = tops[-1] if v.kind == "cone" or v.scoops == 1 else tops[0]
        runs = [
            sweep(
                [
                    (x, y + 1.02 * r, z),
                    (x + 0.75 * r * math.cos(a), y + 0.72 * r, z + 0.75 * r * math.sin(a)),
                    (x + (1.0 + 0.02 * i) * r * math.cos(a), y + (0.15 + 0.12 * (i % 3)) * r, z + r * math.sin(a)),
                ],
                [0.22 * r, 0.17 * r, 0.13 * r],
                round_ends=True,
            )
            for i, a in enumerate([math.tau * k / 7 for k in range(7)])
        ]
        d.add(
            "sauce",
            union(lathe([(0.55 * r, 0.82 * r), (0.5 * r, 0.9 * r), (0, 1.06 * r)]).move(x, y, z), *runs),
            "sauce",
        )
    places = []
    for i in range(v.sprinkles if tops else 0):
        u = 0.15 + 0.72 * (i + 0.5) / v.sprinkles
        q, a = math.sqrt(1 - u * u), 2.4 * i
        x, y, z = tops[-1]
        places.append((x + 1.02 * q * r * math.cos(a), y + 1.02 * u * r, z + 1.02 * q * r * math.sin(a)))
    if places:
        d.add("sprinkles", sprinkles(rng, places, 0.26 * r), "sprinkle")
    if v.wafer:
        x, y, z = tops[-1] if tops else (0.0, n + 1.2 * r, 0.0)
        d.add(
            "wafer",
            union(cylinder(0.17 * r, 2.0 * r), torus(0.17 * r, 0.03 * r).repeat(5, y=0.2 * r).move(y=0.1 * r))
            .rotate(z=-32, x=-14)
            .move(x + 0.62 * r, y + 0.9 * r, z - 0.2 * r),
            "cone",
        )
    if v.cherry:
        x, y, z = tops[-1] if tops and v.kind != "cup" else (summit[0], summit[1] - 0.95 * r, summit[2])
        if v.kind == "cup" and v.scoops > 1:
            x, y, z = tops[-1]
        up = y + (1.0) * r
        d.add(
            "cherry",
            union(
                sphere(0.28 * r).move(x, up + 0.16 * r, z),
                sweep(
                    [(x, up + 0.3 * r, z), (x + 0.1 * r, up + 0.65 * r, z), (x + 0.4 * r, up + 0.9 * r, z)],
                    0.04 * r,
                    sides=6,
                ),
            ),
            "cherry",
        )
    d.point("top", summit, size=r)
    d.point("grip", (0, 1.2 * r, 0), size=r)
    return d
