"""Treasure: gems, rings, coins, crystal balls, anchors, gravestones."""

from __future__ import annotations

import math

from maquette.shapes.api import box, cylinder, extrude, hull, lathe, sphere, sweep, torus, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, Whole, family
from maquette.shapes.node import Node
from maquette.shapes.sub.arms import gem_cut, star
from maquette.shapes.sub.outlines import arch, polygon, rounded_rectangle

STONES = ("gem", "gem:#1f5fd0", "gem:#159a52", "gem:#d8eef8", "gem:#8a3fd0", "gem:#f0a020")


@family(
    "gem",
    "treasure",
    nouns={
        "diamond": {"cut": "brilliant"},
        "ruby": {"cut": "brilliant"},
        "emerald": {"cut": "step"},
        "sapphire": {"cut": "brilliant"},
        "jewel": {},
        "gemstone": {},
        "gems": {"count": 4},
        "jewels": {"count": 4},
        "rupee": {"cut": "hexagonal"},
        "topaz": {"cut": "step"},
    },
    parameters=(
        Choice("cut", ("brilliant", "step", "hexagonal", "teardrop")),
        Real("size", 0.1, 0.05, 0.2),
        Real("height", 0.85, 0.65, 1.05, unit="", about="share of the width"),
        Whole("sides", 8, 6, 12),
        Real("table", 0.56, 0.45, 0.66, unit=""),
        Real("crown", 0.34, 0.26, 0.42, unit=""),
        Whole("count", 1, 1, 4),
        Flag("setting", 0.25, about="a golden foot"),
        Real("turn", 10, 0, 45, unit="deg"),
    ),
    slots={"gem": STONES, "second": STONES, "setting": ("gold", "silver", "brass")},
    words={"setting": {"setting": True}},
    paints={"stone": "gem", "foot": "setting"},
    height=(0.03, 0.5),
    floats=True,
)
def gem(v: Values) -> Draft:
    """Stands on its point."""
    tall = {"hexagonal": 2.0, "teardrop": 1.7}.get(v.cut, 1.0) * v.height * v.size
    d = Draft(extent=max(tall, v.size * (1 if v.count == 1 else 2.0)))
    for i in range(v.count):
        w = v.size * (1 if i == 0 else 0.62 - 0.07 * i)
        r = w / 2
        h = v.height * w
        if v.cut == "brilliant":
            stone = gem_cut(r, h, v.sides, v.table, v.crown)
        elif v.cut == "step":
            levels = (
                (0.0, 0.16),
                (0.3, 0.62),
                (0.55, 0.9),
                (0.64, 1.0),
                (0.7, 1.0),
                (0.84, 0.84),
                (1.0, v.table + 0.1),
            )
            stone = hull(
                [
                    (x * k, y * h, z * k * 0.76)
                    for y, k in levels
                    for x, z in (
                        (r, 0.62 * r),
                        (r, -0.62 * r),
                        (-r, 0.62 * r),
                        (-r, -0.62 * r),
                        (0.62 * r, r),
                        (0.62 * r, -r),
                        (-0.62 * r, r),
                        (-0.62 * r, -r),
                    )
                ]
            )
        elif v.cut == "hexagonal":
            ring = polygon(0.72 * r, 6, 0)
            stone = hull([(0, 0, 0), (0, 2.0 * h, 0), *((x, y * h, z * 0.8) for y in (0.5, 1.5) for x, z in ring)])
        else:
            stone = hull(
                [
                    (0, 1.7 * h, 0),
                    *(
                        (k * r * math.cos(a), y * h, k * r * math.sin(a))
                        for y, k in ((0.0, 0.25), (0.2, 0.75), (0.5, 1.0), (0.75, 0.9), (1.2, 0.45))
                        for a in [math.tau * (j + 0.5 * (y > 0.3)) / v.sides for j in range(v.sides)]
                    ),
                ]
            )
        a = 2.1 * i
        x, z = (0.0, 0.0) if i == 0 else (0.78 * v.size * math.cos(a), 0.78 * v.size * math.sin(a))
        lift = 0.16 * w if v.setting else 0.0
        d.add(
            f"gem_{i + 1}",
            stone.rotate(y=v.turn + 31 * i).move(x, lift, z),
            "gem" if i % 2 == 0 else "second",
            group="gems",
        )
        if v.setting:
            d.add(
                f"setting_{i + 1}",
                lathe(
                    [
                        (0.42 * r, 0),
                        (0.46 * r, 0.04 * w),
                        (0.2 * r, 0.1 * w),
                        (0.22 * r, 0.17 * w),
                        (0.5 * r, 0.34 * w),
                        (0.3 * r, 0.34 * w),
                        (0.0, 0.2 * w),
                    ]
                ).move(x, 0, z),
                "setting",
                group="settings",
            )
    d.point("grip", (0, 0.4 * v.size, 0), size=v.size)
    d.point("top", (0, tall, 0), size=v.size)
    return d


@family(
    "ring",
    "treasure",
    nouns={
        "gold ring": {},
        "diamond ring": {"stone": True},
        "wedding ring": {"stone": False},
        "engagement ring": {"stone": True},
        "magic ring": {"runes": True},
        "signet ring": {"signet": True},
        "one ring": {"stone": False, "runes": True},
    },
    parameters=(
        Real("radius", 0.0105, 0.009, 0.0125),
        Real("width", 0.0045, 0.003, 0.008),
        Real("thickness", 0.0022, 0.0017, 0.003),
        Flag("stone", 0.75),
        Real("stone_size", 0.0095, 0.006, 0.013),
        Whole("prongs", 6, 4, 8),
        Whole("side_stones", 2, 0, 6),
        Flag("signet", 0.12),
        Flag("runes", 0.25),
        Flag("twisted", 0.25),
    ),
    slots={
        "band": ("gold", "silver", "metal:#e0b0a0", "copper"),
        "stone": STONES,
        "side": ("gem:#e8f4fa", "gem:#1f5fd0"),
        "runes": ("glow:#ff8020", "glow:#40d0ff"),
    },
    words={"stone": {"stone": True}, "gem": {"stone": True}, "runes": {"runes": True}},
    paints={"gem": "stone", "diamond": "stone", "metal": "band", "jewel": "stone"},
    height=(0.015, 0.05),
)
def ring(v: Values) -> Draft:
    """Stands upright; one looks through it along z."""
    r, t, w = v.radius, v.thickness, v.width
    d = Draft(extent=2.5 * r)
    y = r + t
    if v.twisted:
        coils = [
            [
                (
                    (r + 0.45 * t * math.cos(6 * a + s)) * math.cos(a),
                    y + (r + 0.45 * t * math.cos(6 * a + s)) * math.sin(a),
                    0.6 * t * math.sin(6 * a + s),
                )
                for a in [math.tau * i / 60 for i in range(60)]
            ]
            for s in (0, math.pi)
        ]
        d.add(
            "band",
            union(*(sweep(c, 0.62 * t, closed=True) for c in coils), torus(r, 0.62 * t).rotate(x=90).move(y=y)),
            "band",
        )
    else:
        d.add(
            "band",
            lathe(
                [
                    (r, -w / 2),
                    (r + 0.8 * t, -w / 2),
                    (r + t, -0.25 * w),
                    (r + t, 0.25 * w),
                    (r + 0.8 * t, w / 2),
                    (r, w / 2),
                    (r - 0.15 * t, 0.0),
                    (r, -w / 2),
                ]
            )
            .rotate(x=90)
            .move(y=y),
            "band",
        )
    top = y + r + t
    s = v.stone_size
    if v.signet and not v.stone:
        d.add(
            "plate",
            extrude(rounded_rectangle(1.5 * w + 0.004, 1.5 * w + 0.002, 0.003), 0.0022, bevel=0.0005)
            .rotate(x=90)
            .move(y=top),
            "band",
        )
        d.add(
            "seal",
            extrude(star(0.6 * w + 0.001, 5), 0.001).rotate(x=90).move(y=top + 0.0012),
            "runes" if v.runes else "band",
        )
    elif v.stone:
        h = 0.75 * s
        d.add(
            "seat",
            lathe(
                [
                    (0.25 * s, top - 0.8 * t),
                    (0.28 * s, top),
                    (0.46 * s, top + 0.42 * h),
                    (0.4 * s, top + 0.42 * h),
                    (0.0, top + 0.05 * h),
                ]
            ),
            "band",
        )
        d.add("stone", gem_cut(s / 2, h, 10).move(y=top - 0.02 * h), "stone")
        prong = sweep(
            [
                (0.28 * s, top, 0),
                (0.5 * s, top + 0.5 * h, 0),
                (0.51 * s, top + 0.74 * h, 0),
                (0.4 * s, top + 0.86 * h, 0),
            ],
            0.05 * s,
            round_ends=True,
        )
        d.add("prongs", prong.around(v.prongs), "band")
        for i in range(v.side_stones):
            a = math.radians(90 + (34 + 17 * (i // 2)) * (1 if i % 2 == 0 else -1))
            q = (0.24 - 0.03 * (i // 2)) * s
            rad = r + t
            d.add(
                f"side_stone_{i + 1}",
                sphere(q, 0.8 * q, q).move(rad * math.cos(a), y + rad * math.sin(a), 0),
                "side",
                group="side_stones",
            )
    if v.runes and not v.twisted:
        marks = [
            box(0.0012, 0.3 * t, 0.42 * w).rotate(y=(-25, 30, 0)[i % 3]).move(0, r + t, 0).rotate(z=360 * i / 24)
            for i in range(24)
            if not (v.stone and (i < 4 or i > 20))
        ]
        d.add("runes", union(*marks).move(y=y), "runes")
    d.point("grip", (0, y, 0), size=2 * r)
    d.point("top", (0, top, 0), size=w)
    return d


@family(
    "coin",
    "treasure",
    nouns={
        "gold coin": {"count": 1},
        "coins": {"count": 14},
        "pile of coins": {"count": 26, "pile": True},
        "gold coins": {"count": 14},
        "stack of coins": {"count": 10, "pile": False},
        "pile of gold": {"count": 30, "pile": True},
        "doubloon": {"count": 1},
        "medallion": {"count": 1},
        "token": {"count": 1},
    },
    parameters=(
        Whole("count", 1, 1, 30),
        Flag("pile", 0.5),
        Real("radius", 0.019, 0.014, 0.03),
        Real("thickness", 0.2, 0.15, 0.28, unit="", about="share of the radius"),
        Choice("emblem", ("star", "crown", "square hole", "skull")),
        Real("rim", 0.14, 0.1, 0.2, unit="", about="share of the radius"),
        Whole("dots", 24, 16, 32),
        Whole("points", 5, 4, 8, about="of the star"),
        Flag("gems", 0.2),
    ),
    slots={"coin": ("gold", "silver", "copper", "brass"), "emblem": ("gold", "brass", "bronze"), "gem": STONES},
    words={
        "pile": {"pile": True, "count": 24},
        "stack": {"pile": False, "count": 10},
        "star": {"emblem": "star"},
        "skull": {"emblem": "skull"},
    },
    paints={"coins": "coin", "gems": "gem"},
    height=(0.004, 0.3),
    floats=True,
)
def coin(v: Values) -> Draft:
    """One stands on its edge; several lie in a stack or heap."""
    r = v.radius
    t = v.thickness * r
    d = Draft(extent=2 * r if v.count == 1 else max(2 * r, v.count * t * 0.97) if not v.pile else 6.5 * r)
    inner = (1 - v.rim) * r
    body: Node = lathe(
        [
            (0.0, -0.36 * t),
            (inner, -0.36 * t),
            (0.97 * inner + 0.03 * r, -t / 2),
            (0.97 * r, -t / 2),
            (r, -0.4 * t),
            (r, 0.4 * t),
            (0.97 * r, t / 2),
            (0.97 * inner + 0.03 * r, t / 2),
            (inner, 0.36 * t),
            (0.0, 0.36 * t),
        ]
    )
    q = 0.55 * inner
    if v.emblem == "star":
        mark: Node = extrude(star(1.2 * q, v.points, 0.45), 0.95 * t)
    elif v.emblem == "crown":
        mark = extrude(
            [
                (-0.8 * q, -0.5 * q),
                (0.8 * q, -0.5 * q),
                (q, 0.6 * q),
                (0.45 * q, 0.05 * q),
                (0, 0.85 * q),
                (-0.45 * q, 0.05 * q),
                (-q, 0.6 * q),
            ],
            0.95 * t,
        )
    elif v.emblem == "skull":
        mark = union(
            cylinder(0.75 * q, 0.95 * t).rotate(x=90).move(y=0.15 * q),
            box(0.75 * q, 0.6 * q, 0.95 * t).move(y=-0.5 * q),
        ) - union(
            *(cylinder(0.2 * q, 2 * t).rotate(x=90).move(s * 0.3 * q, 0.1 * q) for s in (1, -1)),
            box(0.1 * q, 0.3 * q, 2 * t).move(y=-0.7 * q),
        )
    else:
        body = body - box(0.6 * q, 4 * t, 0.6 * q)
        mark = extrude(
            rounded_rectangle(1.1 * q, 1.1 * q, 0.05 * q),
            0.95 * t,
            holes=[rounded_rectangle(0.7 * q, 0.7 * q, 0.03 * q)],
        )
    mark = mark.rotate(x=-90)
    if v.count == 1:
        beads = union(
            *(
                sphere(0.03 * r)
                .scale(1, 0.8, 1)
                .move(0.88 * inner * math.cos(a), s * 0.37 * t, 0.88 * inner * math.sin(a))
                for a in [math.tau * i / v.dots for i in range(v.dots)]
                for s in (1, -1)
            )
        )
        for name, node, slot in (("coin", body, "coin"), ("emblem", mark, "emblem"), ("beads", beads, "emblem")):
            d.add(name, node.rotate(x=90).move(y=r), slot)
        d.point("grip", (0, r, 0), size=2 * r)
        d.point("top", (0, 2 * r, 0), size=r)
        return d
    rng = v.rng("heap")
    high = 0.0
    for i in range(v.count):
        if v.pile:
            a, k = 2.39996 * i, math.sqrt((i + 0.3) / v.count)
            x, z = 2.3 * r * k * math.cos(a), 2.3 * r * k * math.sin(a)
            y = t / 2 + 0.14 * r + (1 - k) * 1.5 * r
            node = body.rotate(x=float(rng.uniform(-16, 16)) * (0.3 + k), z=float(rng.uniform(-16, 16)) * (0.3 + k))
        else:
            x, z, y = float(rng.normal(0, 0.06)) * r, float(rng.normal(0, 0.06)) * r, t / 2 + 0.97 * t * i
            node = body.rotate(y=float(rng.uniform(0, 90)))
        high = max(high, y + t)
        d.add(f"coin_{i + 1}", node.move(x, y, z), "coin", group="coins")
        if (not v.pile and i == v.count - 1) or (v.pile and i == 0):
            d.add(
                "emblem",
                mark.move(x, y, z) if not v.pile else mark.scale(0.9, 1.2, 0.9).move(x, y + 0.02 * r, z),
                "emblem",
            )
    if v.pile:
        d.add("heap", lathe([(2.6 * r, 0.0), (2.4 * r, 0.12 * r), (0.9 * r, 1.25 * r), (0.0, 1.6 * r)]), "coin")
        if v.gems:
            for i in range(4):
                a = 1.7 * i + 0.4
                d.add(
                    f"gem_{i + 1}",
                    gem_cut(0.42 * r, 0.6 * r)
                    .rotate(x=30, y=50 * i)
                    .move(1.4 * r * math.cos(a), 0.75 * r, 1.4 * r * math.sin(a)),
                    "gem",
                    group="gems",
                )
    d.point("grip", (0, high / 2, 0), size=2 * r)
    d.point("top", (0, high, 0), size=r)
    return d


@family(
    "crystal ball",
    "treasure",
    nouns={"magic orb": {}, "orb": {}, "fortune teller ball": {}, "palantir": {}, "magic sphere": {}, "snow globe": {}},
    parameters=(
        Real("radius", 0.09, 0.07, 0.13),
        Choice("foot", ("claws", "turned", "tripod")),
        Real("foot_height", 0.8, 0.6, 1.1, unit="", about="share of the radius"),
        Whole("claws", 4, 3, 6),
        Whole("stars", 5, 0, 8),
        Flag("ring", 0.5),
        Flag("jewels", 0.4),
        Whole("steps", 2, 1, 3),
        Real("spread", 0.85, 0.7, 1.0, unit="", about="of the foot, share of the radius"),
    ),
    slots={
        "ball": ("glow:#8a5cff", "glow:#3aa8e8", "crystal", "glow:#48c878", "glass"),
        "foot": ("gold", "bronze", "walnut", "brass", "gunmetal"),
        "star": ("glow:#ffffff", "glow:#fff0a0"),
        "jewel": ("gem", "gem:#1f5fd0", "gem:#159a52"),
    },
    words={"claws": {"foot": "claws"}, "stars": {"stars": 6}},
    paints={"orb": "ball", "stand": "foot", "base": "foot", "glass": "ball"},
    height=(0.15, 0.45),
)
def crystal_ball(v: Values) -> Draft:
    """A ball on a foot."""
    r = v.radius
    h, w = v.foot_height * r, v.spread * r
    d = Draft(extent=2 * r + h)
    y = h + 0.86 * r
    d.add("ball", sphere(r).move(y=y), "ball")
    steps = [
        p
        for i in range(v.steps)
        for p in ((w * (1.12 - 0.16 * i), 0.1 * h * i), (w * (1.12 - 0.16 * i), 0.1 * h * (i + 0.8)))
    ]
    k = 0.1 * h * v.steps
    if v.foot == "turned":
        d.add(
            "foot",
            lathe(
                [
                    *steps,
                    (0.45 * w, k + 0.1 * h),
                    (0.32 * w, 0.55 * h),
                    (0.5 * w, 0.66 * h),
                    (0.4 * w, 0.74 * h),
                    (0.78 * r, 1.2 * h),
                    (0.72 * r, 1.25 * h),
                    (0.0, h),
                ]
            ),
            "foot",
        )
    elif v.foot == "claws":
        d.add(
            "foot",
            lathe(
                [
                    *steps,
                    (0.5 * w, k + 0.12 * h),
                    (0.4 * w, 0.6 * h),
                    (0.55 * w, 0.9 * h),
                    (0.45 * w, 1.05 * h),
                    (0.0, 1.05 * h),
                ]
            ),
            "foot",
        )
        claw = sweep(
            [
                (0.35 * w, 0.75 * h, 0),
                (0.85 * r, h + 0.1 * r, 0),
                (1.08 * r, h + 0.62 * r, 0),
                (0.98 * r, h + 1.05 * r, 0),
            ],
            [0.13 * r, 0.1 * r, 0.08 * r, 0.02 * r],
        )
        d.add("claws", claw.around(v.claws), "foot")
    else:
        leg = sweep(
            [(1.1 * w, 0.06 * r, 0), (0.55 * w, 0.35 * h, 0), (0.75 * r, h + 0.1 * r, 0), (0.92 * r, h + 0.5 * r, 0)],
            [0.09 * r, 0.07 * r, 0.08 * r, 0.07 * r],
            round_ends=True,
        )
        ball = sphere(0.12 * r).move(1.12 * w, 0.12 * r, 0)
        d.add(
            "foot",
            union(
                leg.around(3),
                ball.around(3),
                torus(0.58 * w, 0.05 * r).move(y=0.4 * h),
                torus(0.9 * r, 0.06 * r).move(y=h + 0.45 * r),
            ),
            "foot",
        )
    if v.ring:
        rad = math.sqrt(max(0.1, 1 - 0.4**2)) * r
        d.add("ring", torus(rad + 0.01 * r, 0.065 * r).move(y=y - 0.4 * r), "foot")
        if v.jewels:
            d.add(
                "jewels",
                union(
                    *(
                        sphere(0.085 * r).move(
                            (rad + 0.06 * r) * math.cos(a), y - 0.4 * r, (rad + 0.06 * r) * math.sin(a)
                        )
                        for a in [math.tau * i / 10 for i in range(10)]
                    )
                ),
                "jewel",
            )
    for i in range(v.stars):
        a, b = 1.3 + 2.4 * i, 0.25 + 0.14 * i
        spark = (
            extrude(star(0.13 * r, 4, 0.3), 0.12 * r)
            .move(z=0.98 * r)
            .rotate(x=-math.degrees(b) + 20, y=math.degrees(a) - 60)
        )
        d.add(f"star_{i + 1}", spark.move(y=y), "star", group="stars")
    d.point("grip", (0, 0.5 * h, 0), size=w)
    d.point("top", (0, y + r, 0), size=r)
    return d


@family(
    "anchor",
    "treasure",
    nouns={"ship anchor": {}, "boat anchor": {}, "old anchor": {}, "admiralty anchor": {}},
    parameters=(
        Real("height", 1.3, 0.8, 1.8),
        Real("width", 0.72, 0.6, 0.85, unit="", about="share of the height"),
        Real("thickness", 0.04, 0.032, 0.052, unit="", about="share of the height"),
        Real("sag", 0.26, 0.2, 0.34, unit="", about="depth of the arms, share"),
        Flag("rope", 0.5),
        Whole("coils", 5, 3, 7),
        Real("stock", 0.5, 0.4, 0.6, unit="", about="length of the cross bar, share"),
        Flag("wooden_stock", 0.4),
        Real("fluke", 0.13, 0.1, 0.16, unit=""),
    ),
    slots={
        "iron": ("iron", "cast iron", "rust", "paint:#26435c", "steel"),
        "stock": ("wood", "oak", "driftwood"),
        "rope": ("rope",),
        "ring": ("iron", "brass", "cast iron"),
    },
    words={"rope": {"rope": True}},
    paints={"arms": "iron"},
    height=(0.7, 2.1),
)
def anchor(v: Values) -> Draft:
    """Stands on the lowest point of its arms, its face toward +z."""
    h = v.height
    d = Draft(extent=h)
    t, w, sag = v.thickness * h, v.width * h / 2, v.sag * h
    d.add(
        "shank",
        sweep([(0, t, 0), (0, 0.9 * h, 0)], profile=rounded_rectangle(2.0 * t, 1.7 * t, 0.5 * t, 2), smooth=False),
        "iron",
    )
    d.add(
        "arms",
        sweep(
            [
                (-w, sag + t, 0),
                (-0.78 * w, 0.45 * sag + t, 0),
                (0, t, 0),
                (0.78 * w, 0.45 * sag + t, 0),
                (w, sag + t, 0),
            ],
            [0.55 * t, 0.85 * t, 1.05 * t, 0.85 * t, 0.55 * t],
        ),
        "iron",
    )
    f = v.fluke * h
    fluke = extrude(
        [(0, 1.3 * f), (0.62 * f, -0.5 * f), (0.0, -0.25 * f), (-0.62 * f, -0.5 * f)], 0.4 * t + 0.01, bevel=0.1 * t
    )
    for name, s in (("left", 1), ("right", -1)):
        d.add(
            f"fluke_{name}",
            fluke.rotate(y=62 * s).rotate(z=-s * 20).move(s * 0.95 * w, sag + t - 0.1 * f, 0),
            "iron",
            group="flukes",
        )
    b = v.stock * h / 2
    bar: Node = (
        sweep([(-b, 0, 0), (0, 0, 0), (b, 0, 0)], [0.75 * t, 1.25 * t, 0.75 * t], round_ends=True)
        if v.wooden_stock
        else union(cylinder(0.7 * t, 2 * b, bevel=0.1 * t).rotate(z=90), sphere(1.15 * t).move(b).mirrored("x"))
    )
    d.add("stock", bar.move(y=0.78 * h), "stock" if v.wooden_stock else "iron")
    d.add("collar", box(2.6 * t, 3.2 * t, 2.4 * t, 0.3 * t).move(y=0.78 * h), "iron")
    k = 0.055 * h
    d.add("ring", torus(k, 0.3 * k).rotate(x=90).move(y=0.9 * h + k), "ring")
    if v.rope:
        turns = [
            (1.28 * t * math.cos(0.55 * j), (0.66 - 0.24 * j / (11.4 * v.coils)) * h, 1.25 * t * math.sin(0.55 * j))
            for j in range(int(11.4 * v.coils))
        ]
        tail = [
            (0.35 * w, 0.3 * h, 1.5 * t),
            (0.55 * w, 0.1 * h, 2.2 * t),
            (0.8 * w, 0.5 * t, 3.0 * t),
            (0.4 * w, 0.45 * t, 5.0 * t),
        ]
        d.add("rope", sweep([*turns, *tail], 0.42 * t, round_ends=True), "rope")
    d.point("grip", (0, 0.6 * h, 0), size=2 * t)
    d.point("top", (0, h, 0), size=t)
    return d


@family(
    "gravestone",
    "treasure",
    nouns={
        "tombstone": {},
        "grave": {"mound": True},
        "headstone": {},
        "grave marker": {"kind": "cross"},
        "stone cross": {"kind": "cross"},
        "celtic cross": {"kind": "celtic"},
    },
    parameters=(
        Choice("kind", ("arched", "cross", "celtic", "square", "pointed")),
        Real("height", 0.95, 0.7, 1.3),
        Real("width", 0.6, 0.5, 0.72),
        Real("thickness", 0.13, 0.1, 0.18),
        Real("lean", 3, -6, 8, unit="deg"),
        Flag("mound", 0.6),
        Flag("base", 0.7),
        Choice("carving", ("cross", "lines", "skull")),
        Real("weathering", 0.004, 0.001, 0.009),
        Flag("moss", 0.5),
    ),
    slots={
        "stone": ("stone", "granite", "concrete", "marble", "sandstone"),
        "carving": ("paint:#4a4a4c", "paint:#5c584e"),
        "ground": ("soil", "grass", "moss"),
        "moss": ("moss", "grass:#4f7a34"),
    },
    words={"mossy": {"moss": True}, "cross": {"kind": "cross"}, "mound": {"mound": True}},
    paints={"soil": "ground"},
    height=(0.6, 1.6),
)
def gravestone(v: Values) -> Draft:
    """Its face toward +z, the mound before it."""
    h, w, t = v.height, v.width, v.thickness
    d = Draft(extent=1.7 if v.mound else h)
    y = 0.14 if v.base else 0.0

    def put(node: Node) -> Node:
        return node.rotate(z=0.5 * v.lean).rotate(x=-0.6 * v.lean).move(y=y - 0.02) & box(4, 4, 4).move(y=2)

    n = h - y
    slab: Node
    if v.kind in ("cross", "celtic"):
        k = 0.3 * w
        slab = union(box(k, n, t, 0.015).move(y=n / 2), box(w, k, t * 0.98, 0.015).move(y=0.7 * n))
        if v.kind == "celtic":
            slab = union(slab, (cylinder(0.42 * w, 0.7 * t) - cylinder(0.3 * w, t)).rotate(x=90).move(y=0.7 * n))
    elif v.kind == "arched":
        slab = extrude(arch(w, n), t, bevel=0.012)
    elif v.kind == "square":
        slab = extrude(
            [
                (-w / 2, 0),
                (w / 2, 0),
                (w / 2, 0.86 * n),
                (0.36 * w, 0.86 * n),
                (0.36 * w, n),
                (-0.36 * w, n),
                (-0.36 * w, 0.86 * n),
                (-w / 2, 0.86 * n),
            ],
            t,
            bevel=0.012,
        )
    else:
        slab = extrude([(-w / 2, 0), (w / 2, 0), (w / 2, 0.72 * n), (0.0, n), (-w / 2, 0.72 * n)], t, bevel=0.012)
    d.add("stone", put(slab.roughened(v.weathering, 0.1, v.seed)), "stone")
    z = t / 2
    marks: list[Node] = []
    if v.kind in ("cross", "celtic"):
        marks = [cylinder(0.09 * w, 0.03).rotate(x=90).move(0, 0.7 * n, z)]
    else:
        lines = [
            box(w * (0.56, 0.44, 0.5)[i], 0.03 * n, 0.022, 0.003).move(0, (0.42 - 0.085 * i) * n, z) for i in range(3)
        ]
        if v.carving == "skull":
            marks = [
                union(
                    cylinder(0.14 * w, 0.03).rotate(x=90).move(0, 0.68 * n, z),
                    box(0.15 * w, 0.12 * w, 0.03).move(0, 0.68 * n - 0.14 * w, z),
                )
                - union(*(cylinder(0.038 * w, 0.2).rotate(x=90).move(s * 0.055 * w, 0.675 * n, z) for s in (1, -1))),
                *lines,
            ]
        elif v.carving == "cross":
            marks = [
                union(box(0.07 * w, 0.3 * n, 0.03, 0.003), box(0.25 * w, 0.07 * w, 0.028, 0.003).move(y=0.05 * n)).move(
                    0, 0.66 * n, z
                ),
                *lines,
            ]
        else:
            marks = [
                *lines,
                box(0.6 * w, 0.06 * n, 0.025, 0.003).move(0, 0.62 * n, z),
                box(0.4 * w, 0.03 * n, 0.022, 0.003).move(0, 0.53 * n, z),
            ]
    d.add("carving", put(union(*marks)), "carving")
    if v.base:
        d.add(
            "base",
            union(
                box(w + 0.16, 0.1, t + 0.16, 0.015).move(y=0.05), box(w + 0.06, 0.09, t + 0.07, 0.012).move(y=0.11)
            ).roughened(0.6 * v.weathering, 0.1, v.seed + 2),
            "stone",
        )
    if v.mound:
        d.add(
            "mound",
            (
                sphere(0.42 * w + 0.1, 0.17, 0.72).roughened(0.02, 0.14, v.seed + 1).move(z=0.66)
                & box(4, 1, 4).move(y=0.5)
            ),
            "ground",
        )
        if not v.base:
            d.add("foot", box(w * 0.8, 0.08, 0.5, 0.02).move(y=0.03, z=0.15) & box(4, 1, 4).move(y=0.5), "ground")
    elif not v.base:
        d.add(
            "foot", (sphere(0.7 * w, 0.08, 0.3).roughened(0.012, 0.1, v.seed + 1) & box(4, 1, 4).move(y=0.5)), "ground"
        )
    if v.moss and v.base:
        patches = [
            sphere(0.07 * w, 0.035, 0.55 * t).move(s * 0.3 * w, 0.02 + y if i else y + 0.01, 0.35 * t)
            for i, s in enumerate((1, -1, 0.4))
        ]
        d.add("moss", union(*patches).roughened(0.006, 0.04, v.seed + 3) & box(4, 4, 4).move(y=2), "moss")
    d.point("top", (0, h, 0), size=w)
    return d
