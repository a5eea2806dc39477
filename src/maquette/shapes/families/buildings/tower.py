"""Tower: a round tower with battlements or a tall hat; or a platform on wooden legs."""

from __future__ import annotations

import math

from maquette.shapes.api import box, cylinder, lathe, sphere, sweep, torus, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, Whole, family
from maquette.shapes.sub.building import Opening, add_openings, cone_roof, flag, merlons_round
from maquette.shapes.sub.palettes import CASTLE_STONES


@family(
    "tower",
    "building",
    nouns={
        "watchtower": {"kind": "wooden"},
        "guard tower": {"kind": "wooden"},
        "wizard tower": {"kind": "wizard"},
        "mage tower": {"kind": "wizard"},
        "castle tower": {"kind": "stone"},
        "stone tower": {"kind": "stone"},
        "bell tower": {"kind": "stone", "roof": True},
        "clock tower": {"kind": "stone", "clock": True, "roof": True},
        "turret tower": {"kind": "stone"},
    },
    parameters=(
        Choice("kind", ("stone", "wizard", "wooden")),
        Real("height", 11, 8, 15),
        Real("radius", 2.0, 1.6, 2.6),
        Real("roof_height", 3.8, 2.8, 5.2),
        Real("bend", 5, 0, 10, unit="deg"),
        Whole("floors", 3, 2, 4),
        Whole("windows", 4, 3, 6),
        Flag("roof", 0.6),
        Flag("balcony", 0.5),
        Flag("flag", 0.5),
        Flag("clock", 0.1),
        Flag("ivy", 0.4),
        Flag("orb", 0.5),
    ),
    slots={
        "wall": CASTLE_STONES,
        "roof": ("roof tiles:#4a3f8f", "roof tiles", "tiles:#2f6a62", "thatch"),
        "trim": ("stone:#6a665f", "oak", "sandstone:#d8c8a8"),
        "glass": ("glow:#ffc766", "glow:#8ad0ff", "soil:#1d1a18"),
        "door": ("planks", "walnut"),
        "metal": ("iron", "gold"),
        "flag": ("fabric:#b52a2a", "fabric:#2a4a9e"),
        "wood": ("oak", "planks"),
        "ivy": ("leaf",),
        "orb": ("glow:#7ab8ff", "glow:#b06aff"),
        "clock": ("paint:#f4efe0",),
    },
    words={
        "flag": {"flag": True},
        "balcony": {"balcony": True},
        "ivy": {"ivy": True},
        "clock": {"clock": True},
        "orb": {"orb": True, "kind": "wizard"},
        "roof": {"roof": True},
    },
    paints={"walls": "wall", "windows": "glass", "vines": "ivy", "ladder": "wood"},
    height=(7, 24),
)
def tower(v: Values) -> Draft:
    """A round tower with battlements or a tall hat; or a platform on wooden legs."""
    h, r = v.height, v.radius
    d = Draft(extent=h + (v.roof_height if v.roof else 1))
    if v.kind == "wooden":
        h *= 0.75
        legs = union(
            *(
                sweep([(x * 1.25 * r, 0, q * 1.25 * r), (x * 0.85 * r, h, q * 0.85 * r)], 0.16, sides=8)
                for x in (1, -1)
                for q in (1, -1)
            )
        )
        braces = []
        for i in range(v.floors):
            y0, y1 = h * i / v.floors * 0.9 + 0.3, h * (i + 1) / v.floors * 0.9
            a, b = r * (1.25 - 0.4 * y0 / h), r * (1.25 - 0.4 * y1 / h)
            braces += [sweep([(-a, y0, a), (b, y1, b)], 0.09, sides=6).rotate(y=90 * k) for k in range(4)] + [
                sweep([(a, y0, a), (-b, y1, b)], 0.09, sides=6).rotate(y=90 * k) for k in range(4)
            ]
        d.add("legs", union(legs, *braces), "wood")
        d.add(
            "platform",
            union(
                box(2.6 * r, 0.24, 2.6 * r).move(y=h),
                *(box(0.2, 0.2, 2.9 * r).move(x=x * 0.8 * r, y=h - 0.2) for x in (1, -1)),
            ),
            "wood",
        )
        wall = box(2.5 * r, 0.9, 0.14).move(y=h + 0.5, z=1.22 * r)
        d.add(
            "railing",
            union(*(wall.rotate(y=90 * k) for k in range(4))) - box(0.9, 1.6, 1).move(y=h + 0.7, z=1.22 * r),
            "trim",
        )
        d.add(
            "posts",
            union(*(box(0.2, 2.5, 0.2).move(x * 1.18 * r, h + 1.2, q * 1.18 * r) for x in (1, -1) for q in (1, -1))),
            "wood",
        )
        from maquette.shapes.sub.building import hip_roof

        d.add("roof", hip_roof(2.6 * r, 2.6 * r, 0.5 * v.roof_height, 0.4, 0.0).move(y=h + 2.45), "roof")
        rungs = [
            cylinder(0.05, 0.7).rotate(z=90).move(y=0.3 + 0.4 * i, z=1.3 * r + 0.35 - 0.35 * i * 0.4 / h)
            for i in range(int(h / 0.4))
        ]
        d.add(
            "ladder",
            union(
                *rungs, *(sweep([(s * 0.34, 0, 1.3 * r + 0.35), (s * 0.34, h + 0.8, 1.28 * r)], 0.06) for s in (1, -1))
            ),
            "wood",
        )
        top = h + 2.4 + 0.5 * v.roof_height
    else:
        wiz = v.kind == "wizard"
        shape = [(1.18 * r, 0), (r, 1.0), ((0.78 if wiz else 0.94) * r, 0.78 * h), (1.2 * r, 0.86 * h), (1.2 * r, h)]
        d.add(
            "walls",
            union(lathe(shape), *([] if v.roof or wiz else [merlons_round(1.2 * r, 9, 0.7, 0.8, 0.35).move(y=h)])),
            "wall",
        )
        d.add(
            "bands",
            union(
                *(
                    cylinder(r * (1.02 - (0.2 if wiz else 0.04) * t) + 0.09, 0.24).move(y=t * 0.78 * h)
                    for t in [(i + 1) / v.floors for i in range(v.floors)]
                ),
                cylinder(1.24 * r, 0.26).move(y=h - 0.1),
            ),
            "trim",
        )
        openings: list[Opening] = [("door", 0, 0.02, 1.02 * r, 0, 1.1, 2.1)]
        for i in range(v.windows):
            t = (i + 1.0) / (v.windows + 0.6)
            a, q = 70.0 * i + 20, r * (1.0 - (0.22 if wiz else 0.06) * t)
            y = 0.2 * h + 0.58 * h * t - 0.4
            openings.append(("window", q * math.sin(math.radians(a)), y, q * math.cos(math.radians(a)), a, 0.6, 1.1))
        openings += [
            (
                "window",
                1.19 * r * math.sin(math.radians(a)),
                0.885 * h,
                1.19 * r * math.cos(math.radians(a)),
                a,
                0.55,
                0.07 * h,
            )
            for a in (0, 90, 180, 270)
        ]
        add_openings(d, openings, shape="arched", door_shape="arched", sill=False)
        top = h
        if v.roof or wiz:
            roof = cone_roof(1.25 * r, v.roof_height * (1.4 if wiz else 1.0), flare=0.12)
            d.add("roof", (roof.bent(2.5 * v.bend, "y", "x") if wiz else roof).move(y=h - 0.02), "roof")
            top = h + v.roof_height * (1.4 if wiz else 1.0)
        if v.balcony:
            d.add(
                "balcony",
                union(
                    lathe([(0.8 * r, 0.55 * h - 0.5), (1.5 * r, 0.55 * h), (1.5 * r, 0.55 * h + 0.15)]),
                    *(cylinder(0.07, 0.9).move(x=1.43 * r, y=0.55 * h + 0.5).rotate(y=30 * i) for i in range(12)),
                    torus(1.43 * r, 0.09).move(y=0.55 * h + 0.95),
                ),
                "trim",
            )
        if v.clock:
            d.add("clock", cylinder(0.62 * r, 0.3).rotate(x=90).move(y=0.7 * h, z=0.96 * r), "clock")
            d.add(
                "clock_hands",
                union(
                    torus(0.62 * r, 0.07).rotate(x=90),
                    box(0.1, 0.45 * r, 0.1).move(y=0.2 * r),
                    box(0.3 * r, 0.1, 0.1).move(x=0.14 * r),
                ).move(y=0.7 * h, z=0.96 * r + 0.16),
                "metal",
            )
        if v.ivy:
            d.add(
                "ivy",
                union(
                    *(
                        sphere(0.5, 0.6, 0.2)
                        .roughened(0.06, 0.36, seed=i, octaves=2)
                        .move(z=1.02 * r - 0.015 * i)
                        .rotate(y=60 + 14 * math.sin(2 * i))
                        .move(y=0.5 + 0.62 * i)
                        for i in range(6)
                    )
                ),
                "ivy",
            )
        if wiz and v.orb:
            lean = math.radians(2.5 * v.bend)
            d.add(
                "orb",
                sphere(0.4).move(
                    x=v.roof_height * 1.4 * math.sin(lean / 2), y=top - v.roof_height * 0.35 * lean**2 + 0.15
                ),
                "orb",
            )
    if v.flag and v.kind != "wizard":
        pole, cloth = flag(2.4, 1.6, 0.12)
        d.add("flag_pole", pole.move(y=top - 0.6), "metal")
        d.add("flag", cloth.move(y=top - 0.6), "flag")
    d.point("top", (0, top, 0), size=r)
    return d
