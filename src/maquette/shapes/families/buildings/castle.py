"""Castle: walls with battlements between round towers, a gatehouse and a keep."""

from __future__ import annotations

import math

from maquette.shapes.api import box, cone, cylinder, extrude, lathe, sphere, sweep, torus, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, Whole, family
from maquette.shapes.sub.building import arched, cone_roof, flag, merlons_round, merlons_row
from maquette.shapes.sub.palettes import CASTLE_STONES


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
        "wall": CASTLE_STONES,
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
            *(box(0.14, 3.9, 0.14).move(x=-1.2 + 0.4 * i, y=1.95) for i in range(7)),
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
