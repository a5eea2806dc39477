"""Castles, towers, lighthouses and windmills."""

from __future__ import annotations

import math

from maquette.shapes.api import box, cone, cylinder, extrude, lathe, sphere, sweep, torus, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, Whole, family
from maquette.shapes.sub.building import Opening, add_openings, arched, cone_roof, flag, merlons_round, merlons_row

STONES = ("stone", "sandstone", "stone:#8f8a80", "granite", "brick:#8a6a58")


@family(
    "castle",
    "building",
    nouns={
        "fortress": {"roofs": False},
        "fort": {"roofs": False},
        "palace": {"roofs": True, "keep": True},
        "citadel": {"roofs": False, "keep": True},
        "fairytale castle": {"roofs": True, "tower_height": 13},
        "stronghold": {"roofs": False},
    },
    parameters=(
        Real("width", 22, 17, 28),
        Real("depth", 18, 15, 24),
        Real("height", 5.5, 4.5, 7, about="of the walls"),
        Real("tower_height", 9, 7.5, 13),
        Real("tower_radius", 2.3, 1.8, 2.9),
        Whole("towers", 4, 4, 6),
        Real("roof_height", 4, 3, 6),
        Choice("gate", ("portcullis", "door")),
        Flag("roofs", 0.6),
        Flag("keep", 0.8),
        Flag("flags", 0.7),
        Flag("bridge", 0.5),
        Flag("torches", 0.4),
    ),
    slots={
        "wall": STONES,
        "roof": ("roof tiles:#3f5f8f", "roof tiles", "tiles:#4a3f5a", "tiles:#2f6a62"),
        "trim": ("stone:#a8a294", "sandstone:#d8c8a8", "stone:#6a665f"),
        "glass": ("glow:#ffc766", "soil:#1d1a18"),
        "door": ("planks", "walnut"),
        "metal": ("iron",),
        "flag": ("fabric:#b52a2a", "fabric:#2a4a9e", "fabric:#d9a52a"),
        "torch": ("glow:#ff9a2a",),
        "ground": ("grass", "soil"),
    },
    words={
        "flags": {"flags": True},
        "flag": {"flags": True},
        "drawbridge": {"bridge": True},
        "bridge": {"bridge": True},
        "keep": {"keep": True},
        "portcullis": {"gate": "portcullis"},
        "torches": {"torches": True},
        "roofs": {"roofs": True},
        "battlements": {},
    },
    paints={"walls": "wall", "roofs": "roof", "towers": "wall", "gate": "door", "windows": "glass", "flags": "flag"},
    height=(8, 27),
)
def castle(v: Values) -> Draft:
    """Walls with battlements between round towers, a gatehouse and a keep."""
    w, z, h, r, th = v.width / 2, v.depth / 2, v.height, v.tower_radius, v.tower_height
    d = Draft(extent=2.3 * max(w, z))
    places = [(w, z), (-w, z), (w, -z), (-w, -z)] + ([(w, 0.0), (-w, 0.0)] if v.towers > 4 else [])
    d.add("ground", box(2 * w + 1, 0.3, 2 * z + 1).move(y=0.15), "ground")
    curtain = [box(2 * w, h, 1.4).move(y=h / 2, z=s * z) for s in (1, -1)] + [
        box(1.4, h, 2 * z).move(x=s * w, y=h / 2) for s in (1, -1)
    ]
    gate_hole = extrude(arched(2.6, 3.6), 9).move(z=z)
    d.add(
        "walls",
        union(*curtain, *(box(2 * w, 0.7, 1.0).move(y=0.35, z=s * (z + 0.5 * s * s)) for s in (1, -1))) - gate_hole,
        "wall",
    )
    row, side = merlons_row(2 * w - 2 * r, 0.8, 0.9, 0.4), merlons_row(2 * z - 2 * r, 0.8, 0.9, 0.4)
    d.add(
        "battlements",
        union(
            *(row.move(y=h, z=s * (z + 0.5)) for s in (1, -1)),
            *(side.rotate(y=90).move(x=s * (w + 0.5), y=h) for s in (1, -1)),
        ),
        "wall",
    )
    d.add(
        "string",
        union(
            *(box(2 * w, 0.25, 1.7).move(y=h - 0.6, z=s * z) for s in (1, -1)),
            *(box(1.7, 0.25, 2 * z).move(x=s * w, y=h - 0.6) for s in (1, -1)),
        ),
        "trim",
    )
    slits: list[tuple[float, float, float, float]] = []
    for i, (x, q) in enumerate(places):
        tall = th * (1.0 if i < 4 else 0.9) * (1.0 + 0.08 * ((i * 7 + v.seed) % 3))
        stem = lathe(
            [
                (1.14 * r, 0),
                (r, 0.9),
                (0.96 * r, tall - 1.2),
                (1.18 * r, tall - 0.7),
                (1.18 * r, tall),
                *([] if v.roofs else [(0.95 * r, tall), (0.95 * r, tall - 0.3)]),
            ]
        )
        d.add(
            f"tower_{i + 1}",
            union(stem, merlons_round(1.18 * r, 9, 0.75, 0.85, 0.35).move(y=tall)).move(x, 0, q),
            "wall",
            group="towers",
        )
        d.add(f"band_{i + 1}", cylinder(1.04 * r, 0.25).move(x, 0.55 * tall, q), "trim", group="towers")
        top = tall
        if v.roofs:
            d.add(
                f"roof_{i + 1}",
                cone_roof(1.0 * r, v.roof_height).move(x, tall - 0.02 * v.roof_height - 0.1, q),
                "roof",
                group="roofs",
            )
            top = tall + v.roof_height - 0.2
        if v.flags:
            pole, cloth = flag(2.4 if v.roofs else 3.4, 1.7, 0.14)
            low = top - (0.5 if v.roofs else 0.6)
            d.add(f"flag_pole_{i + 1}", pole.move(x, low, q), "metal", group="flags")
            d.add(f"flag_{i + 1}", cloth.move(x, low, q), "flag", group="flags")
        a = math.degrees(math.atan2(x, q))
        slits += [(x, 0.68 * tall, q, a), (x, 0.4 * tall, q, a)]
    loop = extrude(arched(0.35, 1.1), 0.3).move(z=0.985 * r)
    d.add("windows", union(*(loop.rotate(y=a).move(x, y, q) for x, y, q, a in slits)), "glass")
    gh = h + 1.8
    for s in (1, -1):
        d.add(
            f"gate_tower_{'left' if s > 0 else 'right'}",
            union(box(2.0, gh, 2.6, 0.05), box(2.3, 0.6, 2.9, 0.05).move(y=gh / 2 - 0.2)).move(
                s * 2.5, gh / 2, z + 0.4
            ),
            "wall",
            group="gate",
        )
        d.add(
            f"gate_battlements_{'left' if s > 0 else 'right'}",
            union(*(merlons_row(2.3, 0.55, 0.7, 0.3).move(z=q) for q in (1.25, -1.25))).move(
                s * 2.5, gh + 0.05, z + 0.4
            ),
            "wall",
            group="gate",
        )
    d.add("gate_bridge", box(3.2, 1.6, 2.0).move(y=h + 0.1, z=z + 0.4), "wall")
    d.add(
        "gate_arch",
        extrude([(x * 1.25, y * 1.1) for x, y in arched(2.6, 3.6)], 1.9, holes=[arched(2.6, 3.6)]).move(z=z + 0.2),
        "trim",
    )
    if v.gate == "portcullis":
        bars = union(
            *(box(0.14, 3.6, 0.14).move(x=-1.2 + 0.4 * i, y=1.8) for i in range(7)),
            *(box(2.7, 0.14, 0.14).move(y=0.5 + 0.6 * i) for i in range(5)),
        )
        d.add("gate", (bars & extrude(arched(2.66, 3.66), 9)).move(z=z + 0.9), "metal")
    else:
        d.add("gate", extrude(arched(2.62, 3.62), 0.3).move(z=z + 0.5), "door")
        d.add(
            "gate_fittings",
            union(
                *(box(2.3, 0.16, 0.44).move(y=y, z=z + 0.5) for y in (0.8, 2.3)),
                torus(0.16, 0.04).rotate(x=90).move(x=0.3, y=1.5, z=z + 0.66).mirrored(),
            ),
            "metal",
        )
    if v.bridge:
        d.add("bridge", box(2.8, 0.24, 4.4, 0.03).move(y=0.14, z=z + 3.3), "door")
        d.add(
            "chains",
            union(*(sweep([(s * 1.25, 0.2, z + 5.2), (s * 1.4, 3.9, z + 1.5)], 0.09, sides=6) for s in (1, -1))),
            "metal",
        )
    if v.keep:
        kw, kh = 0.42 * w, th * 1.15
        d.add(
            "keep",
            union(
                box(2 * kw, kh, 1.7 * kw, 0.05).move(y=kh / 2),
                box(2 * kw + 0.6, 0.7, 1.7 * kw + 0.6, 0.05).move(y=kh - 0.3),
                *(merlons_row(2 * kw + 0.6, 0.8, 0.9, 0.4).move(y=kh, z=s * (0.85 * kw + 0.1)) for s in (1, -1)),
                *(
                    merlons_row(1.7 * kw - 0.3, 0.8, 0.9, 0.4).rotate(y=90).move(y=kh, x=s * (kw + 0.1))
                    for s in (1, -1)
                ),
            ).move(z=-0.35 * z),
            "wall",
        )
        pane = extrude(arched(0.8, 1.8), 0.3)
        d.add(
            "keep_windows",
            union(
                *(pane.move(x=x * kw, y=y * kh, z=-0.35 * z + 0.85 * kw) for x in (-0.5, 0, 0.5) for y in (0.45, 0.72)),
                *(pane.rotate(y=90).move(x=s * kw, y=0.72 * kh, z=-0.35 * z) for s in (1, -1)),
            ),
            "glass",
        )
        if v.roofs:
            d.add(
                "keep_roof",
                cone(0.78 * kw, v.roof_height, 4)
                .rotate(y=45)
                .scale(1.35, 1, 1.1)
                .move(y=kh + v.roof_height / 2 - 0.05, z=-0.35 * z),
                "roof",
            )
    if v.torches:
        d.add("torches", sphere(0.16, 0.3, 0.16).move(x=2.5, y=2.9, z=z + 1.85).mirrored(), "torch")
        d.add(
            "torch_holders", cylinder(0.06, 0.7, 0.1).rotate(x=20).move(x=2.5, y=2.45, z=z + 1.76).mirrored(), "metal"
        )
    d.point("top", (0, th, 0), size=r)
    return d


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
        "wall": STONES,
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
                        .roughened(0.1, 0.3, seed=i)
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


@family(
    "lighthouse",
    "building",
    nouns={"light house": {}, "beacon tower": {}},
    parameters=(
        Real("height", 14, 10, 18),
        Real("radius", 2.3, 1.9, 2.8),
        Real("taper", 0.6, 0.5, 0.75, unit=""),
        Whole("stripes", 4, 2, 6),
        Whole("windows", 3, 2, 5),
        Real("lamp_height", 1.7, 1.3, 2.1),
        Whole("rails", 12, 8, 16),
        Choice("roof", ("cone", "dome")),
        Flag("rocks", 0.6),
        Flag("house", 0.4),
        Flag("beams", 0.25),
    ),
    slots={
        "wall": ("paint:#f2efe8", "plaster"),
        "stripe": ("paint:#c42f28", "paint:#24487a", "paint:#26282c"),
        "roof": ("paint:#c42f28", "paint:#24487a", "paint:#2c2f34", "copper"),
        "lamp": ("glow:#ffe9a0",),
        "metal": ("iron", "gunmetal"),
        "glass": ("dark glass", "glow:#ffcf7a"),
        "trim": ("paint:#e8e2d4",),
        "door": ("paint:#8f2f28", "paint:#24487a"),
        "rock": ("stone", "granite"),
    },
    words={
        "stripes": {"stripes": 4},
        "striped": {"stripes": 4},
        "rocks": {"rocks": True},
        "house": {"house": True},
        "beam": {"beams": True},
        "light": {},
    },
    paints={"stripes": "stripe", "light": "lamp", "windows": "glass", "walls": "wall", "tower": "wall"},
    height=(13, 26),
)
def lighthouse(v: Values) -> Draft:
    """A tapering striped tower with a gallery and a lamp room."""
    h, r0, r1 = v.height, v.radius, v.radius * v.taper
    d = Draft(extent=h + 5)
    base = 0.5

    def wide(t: float) -> float:
        return r1 + (r0 - r1) * (1 - t) ** 1.4

    n = 2 * v.stripes
    for i in range(n):
        a, b = i / n, (i + 1) / n
        ring = lathe(
            [
                (wide(a), base + h * a - (0.05 if i else 0)),
                (wide((a + b) / 2), base + h * (a + b) / 2),
                (wide(b), base + h * b),
            ]
        )
        d.add(f"{'stripe' if i % 2 else 'wall'}_{i // 2 + 1}", ring, "stripe" if i % 2 else "wall", group="tower")
    d.add("base", lathe([(1.3 * r0, 0), (1.25 * r0, base), (1.08 * r0, base + 0.25)]), "trim")
    top = base + h
    d.add(
        "gallery",
        union(
            lathe([(r1, top - 0.7), (1.55 * r1, top - 0.1), (1.55 * r1, top + 0.15)]),
            *(cylinder(0.06, 1.0).move(x=1.45 * r1, y=top + 0.6).rotate(y=360 * i / v.rails) for i in range(v.rails)),
            torus(1.45 * r1, 0.08).move(y=top + 1.1),
            torus(1.45 * r1, 0.06).move(y=top + 0.65),
        ),
        "metal",
    )
    lh = v.lamp_height
    d.add("lamp", cylinder(0.62 * r1, lh + 0.1).move(y=top + 0.15 + lh / 2), "lamp")
    d.add(
        "lamp_frame",
        union(
            *(box(0.12, lh + 0.2, 0.12).move(x=0.66 * r1, y=top + 0.1 + lh / 2).rotate(y=45 * i) for i in range(8)),
            torus(0.66 * r1, 0.07).move(y=top + 0.15 + lh / 2),
            cylinder(0.8 * r1, 0.25).move(y=top + 0.2),
        ),
        "metal",
    )
    y = top + 0.1 + lh
    roof = (
        cone_roof(0.85 * r1, 1.2 * r1, flare=0.1)
        if v.roof == "cone"
        else lathe([(0.95 * r1, -0.05), (0.9 * r1, 0.15 * r1), (0.6 * r1, 0.6 * r1), (0, 0.75 * r1)], smooth=True)
    )
    d.add("roof", roof.move(y=y), "roof")
    d.add(
        "spire",
        union(
            cylinder(0.05, 1.3).move(y=y + 1.5 * r1 * 0.8),
            sphere(0.16).move(y=y + (1.2 if v.roof == "cone" else 0.8) * r1),
        ),
        "metal",
    )
    openings: list[Opening] = [("door", 0, base, wide(0.08) + 0.03, 0, 1.1, 2.1)]
    for i in range(v.windows):
        t = 0.25 + 0.6 * i / v.windows
        a = 0 if i % 2 == 0 else 110
        openings.append(
            (
                "window",
                wide(t + 0.05) * math.sin(math.radians(a)),
                base + h * t,
                wide(t + 0.05) * math.cos(math.radians(a)),
                a,
                0.55,
                0.95,
            )
        )
    add_openings(d, openings, shape="arched", door_shape="arched")
    if v.rocks:
        from maquette.shapes.sub.foliage import rock

        rng = v.rng("rocks")
        for i in range(7):
            a, s = 0.9 * i + 0.45, float(rng.uniform(0.6, 1.1))
            if math.cos(a - math.pi / 2) < 0.8 and not (v.house and math.cos(a) > 0.6):
                d.add(
                    f"rock_{i + 1}",
                    (rock(rng, 1.2 * s, 0.8 * s, s, 0.05, 18).move(y=0.3 * s) - box(9, 4, 9).move(y=-2)).move(
                        1.45 * r0 * math.cos(a), 0, 1.45 * r0 * math.sin(a)
                    ),
                    "rock",
                    group="rocks",
                )
    if v.house:
        from maquette.shapes.sub.building import gable_roof, gable_walls

        d.add("house", gable_walls(3.0, 3.4, 2.2, 1.0).move(x=r0 + 1.0, z=-0.4), "wall")
        d.add("house_roof", gable_roof(3.0, 3.4, 1.0, 0.3, 0.15).move(x=r0 + 1.0, y=2.17, z=-0.4), "roof")
        d.add("house_window", box(0.8, 0.9, 0.14).move(x=r0 + 1.2, y=1.2, z=1.3), "glass")
    if v.beams:
        d.add("beams", cone(0.9, 5.0).rotate(z=90).move(x=0.5 * r1 + 2.3, y=top + 0.2 + lh / 2).mirrored(), "lamp")
    d.point("top", (0, y + r1, 0), size=r1)
    return d


@family(
    "windmill",
    "building",
    nouns={
        "mill": {},
        "dutch windmill": {"kind": "round"},
        "wind mill": {},
        "wind turbine": {"kind": "turbine"},
        "turbine": {"kind": "turbine"},
    },
    parameters=(
        Choice("kind", ("round", "eight", "turbine")),
        Real("height", 9, 7.5, 12),
        Real("radius", 2.9, 2.3, 3.4),
        Real("taper", 0.62, 0.5, 0.75, unit=""),
        Real("sail_length", 5.0, 4.2, 6.2),
        Real("sail_width", 1.3, 1.0, 1.6),
        Whole("blades", 4, 3, 6),
        Real("turn", 25, 0, 80, unit="deg"),
        Whole("windows", 3, 2, 5),
        Flag("gallery", 0.5),
        Flag("cloth", 0.6),
        Flag("fence", 0.25),
    ),
    slots={
        "wall": ("plaster", "brick", "stone", "planks"),
        "roof": ("thatch", "roof tiles", "planks:#5a4636"),
        "trim": ("oak", "paint:#f0ece0"),
        "sail": ("walnut", "oak"),
        "cloth": ("canvas", "cotton", "fabric:#b8453a"),
        "glass": ("dark glass", "glow:#ffcf7a"),
        "door": ("paint:#2f5a4a", "oak", "paint:#8f2f28"),
        "metal": ("iron",),
        "stone": ("stone",),
        "white": ("paint:#eef0f0",),
    },
    words={"gallery": {"gallery": True}, "balcony": {"gallery": True}, "cloth": {"cloth": True}, "sails": {}},
    paints={"sails": "cloth", "blades": "cloth", "walls": "wall", "windows": "glass", "tower": "wall"},
    height=(10, 21),
)
def windmill(v: Values) -> Draft:
    """A tapering tower with a cap that carries lattice sails; or a slender turbine."""
    h, r0 = v.height, v.radius
    r1 = r0 * v.taper
    d = Draft(extent=h + v.sail_length + 1)
    if v.kind == "turbine":
        tall = h * 1.35
        d.add("tower", lathe([(0.5, 0), (0.42, 0.2 * tall), (0.26, tall)]), "white")
        d.add("base", cylinder(0.9, 0.4, bevel=0.08).move(y=0.2), "stone")
        d.add("nacelle", box(0.8, 0.8, 2.2, 0.25, 3).move(y=tall + 0.2, z=0.1), "white")
        blade = sphere(0.36, 0.52 * v.sail_length, 0.07).rotate(y=18).move(y=0.5 * v.sail_length) + cylinder(
            0.14, 1.2
        ).move(y=0.4)
        d.add("blades", blade.around(3, "z").rotate(z=v.turn).move(y=tall + 0.2, z=1.35), "white")
        d.add(
            "hub",
            lathe([(0.36, -0.25), (0.36, 0.1), (0.02, 0.6)], smooth=True).rotate(x=90).move(y=tall + 0.2, z=1.35),
            "metal",
        )
        d.point("top", (0, tall + 0.6, 0), size=0.6)
        return d
    sides = 8 if v.kind == "eight" else None
    d.add("base", lathe([(1.08 * r0, 0), (1.08 * r0, 0.5), (r0, 0.55)], sides=sides), "stone")
    d.add("walls", lathe([(r0, 0.3), (0.5 * (r0 + r1) * 0.96, 0.5 * h), (r1, h)], sides=sides).rotate(y=22.5), "wall")
    d.add(
        "cap",
        lathe(
            [
                (1.16 * r1, h - 0.2),
                (1.2 * r1, h),
                (1.05 * r1, h + 0.5 * r1),
                (0.6 * r1, h + 1.05 * r1),
                (0, h + 1.2 * r1),
            ],
            smooth=True,
        ),
        "roof",
    )
    d.add("ring", cylinder(1.2 * r1, 0.25).move(y=h - 0.2), "trim")
    y, z = h + 0.42 * r1, 1.3 * r1 + 0.55
    d.add(
        "axle",
        union(
            cylinder(0.24, z + 0.2).rotate(x=90).move(y=y, z=z / 2),
            cylinder(0.42, 0.5, bevel=0.06).rotate(x=90).move(y=y, z=z),
        ),
        "sail",
    )
    k, w = v.sail_length, v.sail_width
    arm = box(0.2, k, 0.16).move(y=k / 2)
    rows = 7
    bars = [box(w, 0.09, 0.09).move(x=w / 2 - 0.06, y=0.24 * k + 0.74 * k * i / (rows - 1)) for i in range(rows)]
    edge = [box(0.1, 0.78 * k, 0.09).move(x=x * w, y=0.61 * k) for x in (0.5, 0.97)]
    frame = union(arm, *bars, *edge)
    d.add("sails", frame.around(v.blades, "z").rotate(z=v.turn).move(y=y, z=z + 0.1), "sail")
    if v.cloth:
        sheet = box(0.86 * w, 0.72 * k, 0.06).move(x=0.53 * w, y=0.61 * k, z=-0.03)
        d.add("cloth", sheet.around(v.blades, "z").rotate(z=v.turn).move(y=y, z=z + 0.1), "cloth")

    def wide(t: float) -> float:
        return (
            r0 + (0.48 * (r0 + r1) - r0) * 2 * t
            if t < 0.5
            else 0.48 * (r0 + r1) + (r1 - 0.48 * (r0 + r1)) * (2 * t - 1)
        ) * (0.94 if sides else 1.0)

    openings: list[Opening] = [("door", 0, 0.3, wide(0.1) + 0.05, 0, 1.1, 2.1)]
    for i in range(v.windows):
        t, a = 0.3 + 0.5 * i / v.windows, (0, 90, 180, 270, 45)[i]
        openings.append(
            (
                "window",
                wide(t + 0.04) * math.sin(math.radians(a)),
                h * t,
                wide(t + 0.04) * math.cos(math.radians(a)),
                a,
                0.7,
                0.9,
            )
        )
    add_openings(d, openings)
    if v.gallery:
        q, gy = wide(0.36) + 0.9, 0.34 * h
        d.add(
            "gallery",
            union(
                cylinder(q, 0.16).move(y=gy),
                *(cylinder(0.06, 0.95).move(x=q - 0.1, y=gy + 0.5).rotate(y=360 * i / 16) for i in range(16)),
                torus(q - 0.1, 0.07).move(y=gy + 1.0),
                *(sweep([(wide(0.2), gy - 1.0, 0), (q - 0.15, gy, 0)], 0.08).rotate(y=45 * i + 22) for i in range(8)),
            ),
            "trim",
        )
    if v.fence:
        q = r0 + 1.2
        d.add(
            "fence",
            union(
                *(box(0.14, 1.0, 0.14).move(x=q, y=0.5).rotate(y=24 * i) for i in range(15) if abs(24 * i - 270) > 30),
                torus(q, 0.06, 300).rotate(y=-60 + 0).move(y=0.7),
            )
            + cylinder(q + 0.2, 0.12).move(y=0.06),
            "trim",
        )
    d.point("top", (0, h + 1.2 * r1, 0), size=r1)
    return d
