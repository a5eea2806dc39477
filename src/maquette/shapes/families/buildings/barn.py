"""Barn: big doors with white crosses under a broken roof."""

from __future__ import annotations

from maquette.shapes.api import box, cylinder, extrude, sphere, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Flag, Real, Values, Whole, family
from maquette.shapes.sub.building import Opening, add_openings, hip_roof


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
    d.add("plinth", box(w + 0.3, 0.3, z + 0.3).move(y=0.17), "stone")
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
