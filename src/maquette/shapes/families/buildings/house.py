"""House: walls on a plinth under a roof; its door looks to the front, its gables to the sides."""

from __future__ import annotations

from maquette.shapes.api import box, cylinder, hull, sphere, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, Whole, family
from maquette.shapes.sub.building import Opening, add_openings, chimney, gable_roof, gable_walls, hip_roof
from maquette.shapes.sub.palettes import PANES


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
        "glass": PANES,
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
                    .roughened(0.06, 0.3, seed=i, octaves=2)
                    .move(x=s * (0.2 + 0.13 * i) * w, y=0.3, z=z / 2 + 0.42)
                    for i in (0, 2)
                    for s in (1, -1)
                )
            ),
            "bush",
        )
    d.point("top", (0, base + h + rise, 0), size=w)
    return d
