"""Houses, cottages, cabins and barns."""

from __future__ import annotations

from maquette.shapes.api import box, cylinder, extrude, hull, sphere, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, Whole, family
from maquette.shapes.node import Node
from maquette.shapes.sub.building import Opening, add_openings, chimney, gable_roof, gable_walls, hip_roof

NIGHT = ("glow:#ffcf7a", "dark glass", "glass", "dark glass")


@family(
    "house",
    "building",
    nouns={
        "home": {},
        "cottage": {"roof": "thatched", "floors": 1},
        "thatched cottage": {"roof": "thatched", "floors": 1},
        "villa": {"roof": "hip", "floors": 2},
        "mansion": {"roof": "hip", "floors": 2, "width": 13},
        "farmhouse": {"floors": 2},
        "suburban house": {"garage": True},
        "medieval house": {"timber": True},
        "half-timbered house": {"timber": True},
        "tavern": {"timber": True, "sign": True},
        "inn": {"timber": True, "sign": True},
        "building": {},
        "bungalow": {"floors": 1, "roof": "hip"},
    },
    parameters=(
        Real("width", 7.5, 6, 13),
        Real("depth", 6.5, 5.5, 9),
        Real("height", 2.8, 2.5, 3.2, about="of a floor"),
        Whole("floors", 1, 1, 3),
        Real("roof_height", 0.5, 0.38, 0.7, unit="", about="relative to half of the width"),
        Choice("roof", ("gable", "hip", "thatched")),
        Whole("windows", 2, 1, 4, about="in a row of the front"),
        Choice("panes", ("square", "arched")),
        Flag("chimney", 0.75),
        Flag("porch", 0.5),
        Flag("shutters", 0.45),
        Flag("timber", 0.25),
        Flag("garage", 0.15),
        Flag("bushes", 0.4),
        Flag("dormer", 0.3),
        Flag("sign", 0.05),
    ),
    slots={
        "wall": ("plaster", "brick", "paint:#e6d3a8", "paint:#a9c0c9", "stone", "paint:#d98f6a"),
        "roof": ("roof tiles", "tiles:#5a4a48", "tiles:#7a3b2e", "planks:#5a5f66"),
        "thatch": ("thatch",),
        "trim": ("paint:#f2efe6", "oak", "walnut"),
        "glass": NIGHT,
        "door": ("paint:#8f2f28", "oak", "paint:#2f5a4a", "paint:#2a4a78"),
        "shutter": ("paint:#3f6a58", "paint:#5a3a2a", "paint:#2f567f"),
        "stone": ("stone",),
        "metal": ("brass", "iron"),
        "chimney": ("brick", "stone"),
        "timber": ("walnut",),
        "bush": ("leaf",),
    },
    words={
        "chimney": {"chimney": True},
        "porch": {"porch": True},
        "shutters": {"shutters": True},
        "garage": {"garage": True},
        "bushes": {"bushes": True},
        "thatched": {"roof": "thatched"},
        "timber": {"timber": True},
        "sign": {"sign": True},
        "dormer": {"dormer": True},
    },
    paints={
        "walls": "wall",
        "windows": "glass",
        "window frames": "trim",
        "shutters": "shutter",
        "beams": "timber",
        "thatch": "thatch",
    },
    height=(3.8, 15),
)
def house(v: Values) -> Draft:
    """Walls on a plinth under a roof; its door looks to the front, its gables to the sides."""
    w, z, base = v.width, v.depth, 0.3
    h = v.height * v.floors
    d = Draft(extent=max(w, z, h + 3) * 1.1)
    rise = v.roof_height * z
    d.add("plinth", box(w + 0.3, base + 0.1, z + 0.3, 0.04).move(y=base / 2 + 0.05 - 0.05), "stone")
    thatched = v.roof == "thatched"
    thick, over = (0.42, 0.6) if thatched else (0.18, 0.45)
    if v.roof == "hip":
        d.add("walls", box(w, h + 0.1, z).move(y=base + h / 2), "wall")
        d.add(
            "roof",
            union(
                hip_roof(z, w, rise, over, 0.45).rotate(y=90),
                box(w + 2 * over + 0.1, 0.2, z + 2 * over + 0.1, 0.03).move(y=-0.05),
            ).move(y=base + h),
            "roof",
        )
    else:
        d.add("walls", gable_walls(z, w, h, rise).rotate(y=90).move(y=base), "wall")
        d.add(
            "roof",
            gable_roof(z, w, rise, over, thick).rotate(y=90).move(y=base + h - 0.04),
            "thatch" if thatched else "roof",
        )
        ridge = (
            cylinder(0.16 if not thatched else 0.32, w + 2 * over + 0.04, sides=8)
            .rotate(z=90)
            .move(y=base + h + rise + thick * (1.15 if not thatched else 1.0))
        )
        d.add("ridge", ridge, "thatch" if thatched else "roof")
    openings: list[Opening] = []
    n = v.windows + 1 if v.windows % 2 == 0 else v.windows + 2
    n = min(n, int(w / 1.5))
    n -= 1 - n % 2
    step = w / n
    ww, wh = min(1.0, 0.55 * step), 1.2
    for f in range(v.floors):
        y = base + v.height * f + 0.95
        for i in range(n):
            if not (f == 0 and i == n // 2):
                openings.append(("window", (i - n // 2) * step, y, z / 2, 0, ww, wh))
            if i % 2 == 0:
                openings.append(("window", (i - n // 2) * step, y, -z / 2, 180, ww, wh))
        for s in (1, -1):
            if not (v.garage and s > 0 and f == 0):
                openings += [("window", s * w / 2, y, 0.0 if v.depth < 7 else 1.4, s * 90, ww, wh)]
    openings.append(("door", 0, base, z / 2, 0, 1.0, 2.1))
    add_openings(
        d, openings, shape=v.panes, door_shape="arched" if v.panes == "arched" else "square", shutters=v.shutters
    )
    d.add(
        "steps",
        union(
            box(1.9, base * 0.95, 0.7).move(y=base * 0.475, z=z / 2 + 0.4),
            box(2.7, base * 0.5, 1.8).move(y=base * 0.25, z=z / 2 + 0.8),
        ),
        "stone",
    )
    if v.porch:
        posts = box(0.15, 2.4, 0.15, 0.02).move(x=1.05, y=base + 1.1, z=z / 2 + 1.0).mirrored()
        d.add(
            "porch",
            union(
                posts,
                box(2.6, 0.14, 1.3).move(y=base + 2.36, z=z / 2 + 0.58),
                box(2.4, base, 1.2).move(y=base / 2, z=z / 2 + 0.55),
            ),
            "trim",
        )
        d.add(
            "porch_roof",
            hull(
                [
                    (x, y, q)
                    for x, y in ((-1.45, base + 2.4), (1.45, base + 2.4), (0, base + 3.0))
                    for q in (z / 2 - 0.1, z / 2 + 1.35)
                ]
            ),
            "thatch" if thatched else "roof",
        )
    if v.chimney:
        at = (0.28 * w, base + h + 0.1 * rise, -0.12 * z)
        d.add("chimney", chimney(0.7, rise * 1.05 + 0.5).move(*at), "chimney")
    if v.timber:
        beams = [
            box(w + 0.06, 0.16, 0.14).move(y=base + y, z=s * z / 2)
            for s in (1, -1)
            for y in [0.1, *(v.height * (f + 1) - 0.08 for f in range(v.floors))]
        ]
        beams += [
            box(0.16, h, 0.14).move(x=(i - n / 2) * step, y=base + h / 2, z=s * z / 2)
            for s in (1, -1)
            for i in range(n + 1)
            if 0 < i < n
        ]
        beams += [box(0.18, h, 0.18).move(x=a * w / 2, y=base + h / 2, z=s * z / 2) for a in (1, -1) for s in (1, -1)]
        beams += [box(0.14, 0.16, z).move(x=s * w / 2, y=base + y) for s in (1, -1) for y in (0.1, h - 0.08)]
        d.add("timber", union(*beams), "timber")
    if v.garage:
        gw, gx = 3.2, w / 2 + 1.55
        d.add("garage", box(gw, 2.6, 0.75 * z).move(x=gx, y=1.3 + 0.05), "wall")
        d.add("garage_roof", box(gw + 0.4, 0.2, 0.75 * z + 0.4, 0.03).move(x=gx, y=2.68), "roof")
        d.add(
            "garage_door",
            union(box(2.5, 2.05, 0.12).move(y=1.03), box(2.4, 0.07, 0.2).move(y=0.35).repeat(4, y=0.45)).move(
                x=gx, z=0.375 * z + 0.02
            ),
            "trim",
        )
    if v.dormer and not thatched:
        y = base + h + 0.08 * rise
        depth = 0.62 * z / 2
        d.add("dormer", gable_walls(1.5, depth, 1.1, 0.55).move(y=y, z=z / 2 - depth / 2 - 0.45), "wall")
        d.add(
            "dormer_roof", gable_roof(1.5, depth, 0.55, 0.18, 0.12).move(y=y + 1.09, z=z / 2 - depth / 2 - 0.45), "roof"
        )
        d.add("dormer_window", box(0.8, 0.75, 0.12).move(y=y + 0.68, z=z / 2 - 0.42), "glass")
        d.add("dormer_frame", box(1.0, 0.95, 0.08).move(y=y + 0.68, z=z / 2 - 0.43), "trim")
    if v.sign:
        d.add(
            "sign",
            union(
                box(0.08, 0.1, 1.3).move(x=1.6, y=base + 2.5, z=z / 2 + 0.5),
                box(0.1, 0.7, 0.9, 0.03).move(x=1.6, y=base + 2.05, z=z / 2 + 0.65),
            ),
            "timber",
        )
    if v.bushes:
        d.add(
            "bushes",
            union(
                *(
                    sphere(0.5, 0.42, 0.42)
                    .roughened(0.09, 0.25, seed=i)
                    .move(x=s * (0.2 + 0.13 * i) * w, y=0.3, z=z / 2 + 0.42)
                    for i in (0, 2)
                    for s in (1, -1)
                )
            ),
            "bush",
        )
    d.point("top", (0, base + h + rise, 0), size=w)
    return d


@family(
    "cabin",
    "building",
    nouns={
        "log cabin": {},
        "wooden cabin": {},
        "hut": {"kind": "hut"},
        "straw hut": {"kind": "hut"},
        "shack": {"kind": "shack"},
        "shed": {"kind": "shack"},
        "wooden hut": {"kind": "shack"},
        "tribal hut": {"kind": "hut"},
        "witch hut": {"kind": "shack", "stilts": True},
        "beach hut": {"kind": "hut", "stilts": True},
        "treehouse": {"kind": "shack", "stilts": True},
        "outhouse": {"kind": "shack", "width": 3.4},
    },
    parameters=(
        Choice("kind", ("log", "hut", "shack")),
        Real("width", 5.5, 3.4, 7.0),
        Real("depth", 4.5, 3.6, 5.5),
        Real("height", 2.4, 2.1, 2.8),
        Real("roof_height", 0.42, 0.3, 0.6, unit=""),
        Whole("logs", 9, 7, 12),
        Whole("windows", 2, 1, 2),
        Flag("chimney", 0.6),
        Flag("porch", 0.5),
        Flag("stilts", 0.2),
        Flag("lantern", 0.5),
        Flag("barrel", 0.4),
    ),
    slots={
        "wall": ("bark:#8a6238", "oak", "planks", "driftwood"),
        "roof": ("planks:#5a4636", "thatch", "moss", "roof tiles"),
        "trim": ("walnut", "oak"),
        "glass": NIGHT,
        "door": ("planks", "walnut"),
        "metal": ("iron",),
        "chimney": ("stone",),
        "stone": ("stone",),
        "lantern": ("glow:#ffc35a",),
        "thatch": ("thatch",),
        "barrel": ("oak",),
    },
    words={
        "chimney": {"chimney": True},
        "porch": {"porch": True},
        "stilts": {"stilts": True},
        "lantern": {"lantern": True},
        "barrel": {"barrel": True},
    },
    paints={"walls": "wall", "windows": "glass", "logs": "wall", "thatch": "thatch"},
    height=(2.9, 8.0),
)
def cabin(v: Values) -> Draft:
    """Walls of logs or boards, or a round hut of straw."""
    w, z, h = v.width, v.depth, v.height
    lift = 1.1 if v.stilts else 0.14
    d = Draft(extent=max(w, h + 2 + lift) * 1.2)
    if v.stilts:
        d.add(
            "stilts",
            union(
                *(
                    cylinder(0.13, lift + 0.1, 0.11).move(x * w / 2.3, lift / 2, q * z / 2.3)
                    for x in (1, 0, -1)
                    for q in (1, -1)
                ),
                box(w + 0.5, 0.14, z + 0.5).move(y=lift - 0.02),
                *(box(0.8, 0.08, 0.3).move(y=(i + 0.6) * lift / 4, z=z / 2 + 1.0 - 0.22 * i) for i in range(4)),
                *(box(0.08, 0.12, 1.5).rotate(x=50).move(x=s * 0.4, y=lift / 2, z=z / 2 + 0.62) for s in (1, -1)),
            ),
            "trim",
        )
    else:
        d.add(
            "plinth",
            box(w + 0.2, 0.34, z + 0.2, 0.05).move(y=0.12)
            if v.kind != "hut"
            else cylinder(0.54 * min(w, z) + 0.1, 0.2).move(y=0.1),
            "stone",
        )
    front = z / 2
    if v.kind == "hut":
        r = 0.52 * min(w, z)
        front = r + 0.05
        staves = union(
            cylinder(r, h),
            *(cylinder(0.07, h * 0.98).move(x=r).rotate(y=360 * i / 22) for i in range(22)),
            *(cylinder(1.03 * r, 0.09).move(y=t * h) for t in (-0.3, 0.28)),
        )
        d.add("walls", staves.move(y=lift + h / 2), "wall")
        layers = [
            lathe_cone(
                r * (1.25 - 0.4 * i), r * (0.75 - 0.4 * i if i < 2 else 0.02), 0.5 * r * (1 + v.roof_height)
            ).move(y=lift + h + 0.05 + i * 0.36 * r * (1 + v.roof_height))
            for i in range(3)
        ]
        d.add("roof", union(*layers).roughened(0.03, 0.25, seed=1), "thatch")
        rise = 0.97 * r * (1 + v.roof_height) - 0.2
    else:
        rise = v.roof_height * w
        if v.kind == "log":
            n, q = v.logs, h / v.logs / 2
            d.add("core", gable_walls(w - 0.1, z - 0.1, h, rise - 0.04).move(y=lift), "wall")
            along = cylinder(1.08 * q, w + 0.7, sides=10).rotate(z=90)
            side = cylinder(1.08 * q, z + 0.7, sides=10).rotate(x=90)
            d.add(
                "logs",
                union(
                    *(along.move(y=lift + q * (2 * i + 1), z=s * (z / 2 - q)) for i in range(n) for s in (1, -1)),
                    *(side.move(y=lift + q * (2 * i + 2), x=s * (w / 2 - q)) for i in range(n - 1) for s in (1, -1)),
                ),
                "wall",
            )
        else:
            d.add("core", gable_walls(w, z, h, rise).move(y=lift), "wall")
            m = int(w / 0.42)
            rng = v.rng("boards")
            boards = [
                box(0.36, h * float(rng.uniform(0.93, 1.0)), 0.08)
                .rotate(z=float(rng.uniform(-1, 1)))
                .move(x=(i - (m - 1) / 2) * w / m, y=lift + h / 2, z=s * (z / 2))
                for i in range(m)
                for s in (1, -1)
            ]
            d.add("boards", union(*boards), "trim" if v.seed % 3 == 0 else "wall")
        d.add(
            "roof",
            union(
                gable_roof(w, z, rise, 0.5, 0.16),
                *(
                    box(0.1, 0.1, z + 1.06).rotate(z=0).move(x=s * t * (w / 2 + 0.4), y=rise * (1 - t) + 0.16 - 0.3 * t)
                    for s in (1, -1)
                    for t in (0.33, 0.66, 0.98)
                ),
            ).move(y=lift + h - 0.03),
            "roof",
        )
    d.add(
        "roof_top",
        cylinder(0.12, 0.7).move(y=lift + h + rise + 0.05)
        if v.kind == "hut"
        else cylinder(0.15, z + 1.1, sides=8).rotate(x=90).move(y=lift + h + rise + 0.16),
        "trim",
    )
    face = front + (0.02 if v.kind != "hut" else 0.03)
    openings: list[Opening] = [("door", 0.0 if v.kind == "hut" else -0.18 * w, lift + 0.02, face, 0, 0.9, 1.9)]
    if v.kind != "hut":
        openings.append(("window", 0.24 * w, lift + 0.85, face, 0, 0.8, 0.8))
        openings += [("window", s * (w / 2 + 0.02), lift + 0.85, 0.0, 90 * s, 0.8, 0.8) for s in (1, -1)[: v.windows]]
    else:
        openings += [("window", front * 0.97 * s, lift + 0.9, 0.0, 90 * s, 0.6, 0.7) for s in (1, -1)[: v.windows]]
    add_openings(d, openings, door_shape="arched" if v.kind == "hut" else "square")
    if v.porch and v.kind != "hut" and not v.stilts:
        d.add(
            "porch",
            union(
                box(w, 0.16, 1.5).move(y=0.2, z=z / 2 + 0.7),
                *(cylinder(0.09, h + 0.1).move(s * (w / 2 - 0.15), lift + h / 2, z / 2 + 1.3) for s in (1, -1)),
                box(w - 0.3, 0.1, 0.1).move(y=lift + 0.75, z=z / 2 + 1.3)
                - box(1.1, 1, 1).move(x=-0.18 * w, y=lift + 0.7, z=z / 2 + 1.3),
            ),
            "trim",
        )
        d.add(
            "porch_roof",
            hull(
                [
                    (x, y, q)
                    for x in (-w / 2 - 0.2, w / 2 + 0.2)
                    for y, q in (
                        (lift + h + 0.3, z / 2 - 0.2),
                        (lift + h + 0.42, z / 2 - 0.2),
                        (lift + h - 0.06, z / 2 + 1.55),
                        (lift + h + 0.06, z / 2 + 1.55),
                    )
                ]
            ),
            "roof",
        )
    if v.chimney and v.kind != "hut":
        d.add("chimney", chimney(0.7, h + rise + lift + 0.3).move(x=w / 2 + 0.2, z=-0.2 * z), "chimney")
    if v.lantern:
        x = 0.0 if v.kind == "hut" else -0.18 * w
        d.add("lantern", cylinder(0.09, 0.2, 0.07).move(x + 0.72, lift + 1.75, face + 0.16), "lantern")
        d.add(
            "lantern_hook",
            union(
                box(0.04, 0.04, 0.36).move(x + 0.72, lift + 1.9, face + 0.04),
                cylinder(0.11, 0.05, 0.03).move(x + 0.72, lift + 1.86, face + 0.16),
            ),
            "metal",
        )
    if v.barrel and not v.stilts:
        d.add(
            "barrel",
            cylinder(0.3, 0.85, bevel=0.05).move(
                w / 2 - 0.4 if v.kind != "hut" else front * 0.86, 0.42, front + 0.4 if v.kind != "hut" else front * 0.72
            ),
            "barrel",
        )
    d.point("top", (0, lift + h + rise, 0), size=w)
    return d


def lathe_cone(low: float, high: float, rise: float) -> Node:
    """A layer of thatch."""
    return cylinder(low, rise, max(high, 0.04))


@family(
    "barn",
    "building",
    nouns={
        "farm barn": {},
        "red barn": {},
        "stable": {"silo": False},
        "warehouse": {"silo": False, "gambrel": False},
        "granary": {"silo": True},
        "silo": {"silo": True},
    },
    parameters=(
        Real("width", 9, 7.5, 11),
        Real("depth", 11, 9, 15),
        Real("height", 3.6, 3.0, 4.4),
        Real("roof_height", 3.4, 2.6, 4.2),
        Whole("windows", 3, 2, 5, about="on each side"),
        Real("overhang", 0.5, 0.3, 0.8),
        Real("door_width", 3.0, 2.4, 3.6),
        Flag("gambrel", 0.75, about="a broken roof"),
        Flag("silo", 0.4),
        Flag("cupola", 0.5),
        Flag("hay", 0.4),
        Flag("open_door", 0.3),
    ),
    slots={
        "wall": ("planks:#a3302a", "planks:#8f2b26", "planks", "planks:#4f6f5a"),
        "roof": ("planks:#4a4e55", "roof tiles", "planks:#5f5048"),
        "trim": ("paint:#f0ece0",),
        "glass": ("dark glass", "glow:#ffcf7a"),
        "door": ("planks:#8a2a25", "planks:#6a4a30"),
        "stone": ("stone",),
        "metal": ("steel", "iron"),
        "silo": ("concrete", "steel", "brick"),
        "hay": ("thatch:#d8b652",),
        "dark": ("soil:#241c17",),
    },
    words={"silo": {"silo": True}, "cupola": {"cupola": True}, "hay": {"hay": True}, "weather vane": {"cupola": True}},
    paints={"walls": "wall", "windows": "glass", "doors": "door"},
    height=(5.5, 14),
)
def barn(v: Values) -> Draft:
    """Big doors with white crosses under a broken roof."""
    w, z, h, rise = v.width, v.depth, v.height, v.roof_height
    d = Draft(extent=max(z, w * 1.4, h + rise) * 1.1)
    a = 0.62 if v.gambrel else 0.5
    shoulder = (w / 2 * 0.66, h + rise * a) if v.gambrel else (w / 4, h + rise * 0.5)
    side = [
        (w / 2, 0.0),
        (w / 2, h),
        shoulder,
        (0.0, h + rise),
        (-shoulder[0], shoulder[1]),
        (-w / 2, h),
        (-w / 2, 0.0),
    ]
    d.add("plinth", box(w + 0.3, 0.3, z + 0.3).move(y=0.15), "stone")
    d.add("walls", extrude(side, z).move(y=0.1), "wall")
    o, t = v.overhang, 0.2
    edge = [(w / 2 + o, h - o * (shoulder[1] - h) / max(w / 2 - shoulder[0], 0.3) * 0.5), shoulder, (0.0, h + rise)]
    outline = [*edge, *((-x, y) for x, y in edge[-2::-1])]
    top = [(x * 1.03, y + t * 1.3) for x, y in outline[::-1]]
    d.add("roof", extrude([*outline, *top], z + 2 * o).move(y=0.1), "roof")
    dw, dh = v.door_width, min(h - 0.3, 3.1)
    d.add("opening", box(dw + 0.1, dh, 0.2).move(y=dh / 2 + 0.1, z=z / 2), "dark")
    leaf = box(dw / 2 - 0.03, dh, 0.12)
    cross = union(
        *(box(0.18, (dh**2 + (dw / 2) ** 2) ** 0.5 * 0.9, 0.1).rotate(z=s * 24) for s in (1, -1)),
        box(dw / 2 - 0.03, 0.18, 0.1).move(y=dh / 2 - 0.09),
        box(dw / 2 - 0.03, 0.18, 0.1).move(y=-dh / 2 + 0.09),
        box(0.18, dh, 0.1).move(x=dw / 4 - 0.1).mirrored(),
    ) & box(dw / 2 - 0.03, dh, 1)
    for s, name in ((1, "left"), (-1, "right")):
        x = s * (dw / 4 + (dw / 2 if v.open_door else 0))
        d.add(f"door_{name}", leaf.move(x, dh / 2 + 0.1, z / 2 + 0.055), "door", group="doors")
        d.add(f"door_cross_{name}", cross.move(x, dh / 2 + 0.1, z / 2 + 0.12), "trim", group="doors")
    d.add("rail", box(2.1 * dw, 0.16, 0.34).move(y=dh + 0.2, z=z / 2 + 0.06), "metal")
    y = h + 0.3 * rise
    d.add("hatch", box(1.3, 1.3, 0.14).move(y=y + 0.65, z=z / 2 + 0.02), "door")
    d.add(
        "hatch_frame",
        union(
            box(1.5, 0.14, 0.2).move(y=y),
            box(1.5, 0.14, 0.2).move(y=y + 1.3),
            box(0.14, 1.4, 0.2).move(x=0.7, y=y + 0.65).mirrored(),
            box(0.14, 1.8, 0.16).rotate(z=45).move(y=y + 0.65),
            box(0.3, 0.3, 1.2).move(y=h + 0.85 * rise, z=0.4),
        ).move(z=z / 2),
        "trim",
    )
    corner = box(0.24, h, 0.24).move(x=w / 2, y=h / 2 + 0.1, z=z / 2).mirrored().mirrored("z")
    d.add("trim", union(corner, box(w + 0.04, 0.2, z + 0.08).move(y=h + 0.05)), "trim")
    places: list[Opening] = [
        ("window", s * w / 2, 1.4, (i - (v.windows - 1) / 2) * z / v.windows, 90 * s, 0.9, 0.9)
        for s in (1, -1)
        for i in range(v.windows)
        if not (v.silo and s > 0 and abs((i - (v.windows - 1) / 2) * z / v.windows + 0.2 * z) < 2.1)
    ]
    add_openings(d, places)
    ridge = h + rise + 0.3
    if v.cupola:
        d.add("cupola", box(1.3, 1.5, 1.3).move(y=ridge + 0.3), "trim")
        d.add("cupola_roof", hip_roof(1.3, 1.3, 0.9, 0.25, 0.0).move(y=ridge + 1.1), "roof")
        d.add(
            "vane",
            union(
                cylinder(0.06, 1.2).move(y=ridge + 2.4),
                box(0.07, 0.1, 1.0).move(y=ridge + 2.6),
                box(0.07, 0.4, 0.3).move(y=ridge + 2.6, z=-0.4),
            ),
            "metal",
        )
    if v.silo:
        sr, sh = 1.7, h + rise * 0.9
        d.add(
            "silo",
            union(
                cylinder(sr, sh).move(y=sh / 2),
                *(cylinder(1.03 * sr, 0.14).move(y=sh * t) for t in (0.2, 0.4, 0.6, 0.8)),
            ).move(x=w / 2 + sr - 0.1, z=-0.2 * z),
            "silo",
        )
        d.add(
            "silo_roof",
            (sphere(1.05 * sr, 0.8 * sr, 1.05 * sr) - box(9, 9, 9).move(y=-4.5)).move(
                w / 2 + sr - 0.1, sh - 0.05, -0.2 * z
            ),
            "roof",
        )
    if v.hay:
        bale = box(1.1, 0.7, 0.8, 0.06)
        d.add(
            "hay",
            union(
                bale.move(w / 2 - 1.0, 0.34, z / 2 + 0.3),
                bale.move(w / 2 - 2.05, 0.34, z / 2 + 0.3),
                bale.rotate(y=10).move(w / 2 - 1.5, 1.0, z / 2 + 0.32),
            ),
            "hay",
        )
    d.point("top", (0, ridge, 0), size=w)
    return d
