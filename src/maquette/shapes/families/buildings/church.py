"""Church: a nave with pointed windows behind one or two steeples with crosses."""

from __future__ import annotations

from maquette.shapes.api import box, cone, cylinder, hull, sphere, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Flag, Real, Values, Whole, family
from maquette.shapes.sub.building import Opening, add_openings, gable_roof, gable_walls


@family(
    "church",
    "building",
    nouns={
        "chapel": {"length": 10, "transept": False},
        "cathedral": {"length": 20, "spires": 2},
        "abbey": {"length": 18},
    },
    parameters=(
        Real("length", 14, 10, 20),
        Real("width", 7, 6, 8.5),
        Real("height", 5, 4.2, 6.5),
        Real("roof_height", 3.6, 2.8, 4.8),
        Real("tower_height", 12, 9, 15),
        Real("spire_height", 6, 4, 9),
        Whole("windows", 4, 3, 6, about="on each side"),
        Whole("spires", 1, 1, 2),
        Flag("transept", 0.5),
        Flag("clock", 0.5),
        Flag("rose_window", 0.8),
        Flag("buttresses", 0.6),
    ),
    slots={
        "wall": ("plaster", "stone", "brick", "sandstone"),
        "roof": ("roof tiles", "tiles:#4a4e58", "tiles:#3f5a52"),
        "trim": ("sandstone:#d8c8a8", "paint:#f0ece0", "stone:#6a665f"),
        "glass": ("glow:#ffd27a", "glow:#6aa8ff", "dark glass"),
        "door": ("walnut", "planks"),
        "metal": ("iron", "gold"),
        "clock": ("paint:#f4efe0",),
        "stone": ("stone",),
    },
    words={
        "clock": {"clock": True},
        "rose window": {"rose_window": True},
        "buttresses": {"buttresses": True},
        "spire": {"spires": 1},
        "steeple": {"spires": 1},
        "cross": {},
    },
    paints={"walls": "wall", "windows": "glass", "spire": "roof", "cross": "metal"},
    height=(13, 28),
)
def church(v: Values) -> Draft:
    """A nave with pointed windows behind one or two steeples with crosses."""
    w, n, h, rise, th = v.width, v.length, v.height, v.roof_height, v.tower_height
    d = Draft(extent=max(n * 1.2, th + v.spire_height))
    d.add("plinth", box(w + 0.6, 0.5, n + 0.6, 0.05).move(y=0.25), "stone")
    d.add("nave", gable_walls(w, n, h, rise).move(y=0.3), "wall")
    d.add("roof", gable_roof(w, n, rise, 0.35, 0.2).move(y=h + 0.26), "roof")
    if v.transept:
        d.add("transept", gable_walls(0.75 * w, 1.7 * w, h, rise * 0.8).rotate(y=90).move(y=0.2, z=-0.2 * n), "wall")
        d.add(
            "transept_roof",
            gable_roof(0.75 * w, 1.7 * w, rise * 0.8, 0.3, 0.18).rotate(y=90).move(y=h + 0.18, z=-0.2 * n),
            "roof",
        )
    tw, tz = 0.52 * w if v.spires == 1 else 0.42 * w, n / 2 + 0.2 * w
    spots = [0.0] if v.spires == 1 else [0.5 * w, -0.5 * w]
    for i, x in enumerate(spots):
        d.add(
            f"tower_{i + 1}",
            union(
                box(tw, th, tw, 0.04).move(y=th / 2),
                *(
                    box(0.14 * tw, 0.94 * th, 0.14 * tw).move(a * tw / 2, 0.47 * th, b * tw / 2)
                    for a in (1, -1)
                    for b in (1, -1)
                ),
            ).move(x=x, z=tz),
            "wall",
            group="tower",
        )
        d.add(
            f"cornice_{i + 1}",
            union(*(box(tw + 0.4, 0.3, tw + 0.4, 0.04).move(x, y, tz) for y in (0.62 * th, th - 0.1))),
            "trim",
            group="tower",
        )
        d.add(
            f"spire_{i + 1}",
            cone(0.78 * tw, v.spire_height, 4).rotate(y=45).move(x, th + v.spire_height / 2, tz),
            "roof",
            group="spires",
        )
        y = th + v.spire_height
        d.add(
            f"cross_{i + 1}",
            union(
                box(0.16, 1.7, 0.16, 0.02).move(y=0.6),
                box(0.9, 0.16, 0.16, 0.02).move(y=0.85),
                sphere(0.22).move(y=-0.1),
            ).move(x, y - 0.1, tz),
            "metal",
            group="cross",
        )
    front = tz + tw / 2 if v.spires == 1 else n / 2
    openings: list[Opening] = [("door", 0, 0.3, front, 0, 1.7, 3.0)]
    for s in (1, -1):
        for i in range(v.windows):
            z = n * (-0.42 + 0.84 * (i + 0.5) / v.windows)
            if not (v.transept and abs(z + 0.2 * n) < 0.5 * w):
                openings.append(("window", s * w / 2, 1.5, z, 90 * s, 0.9, 0.55 * h))
        if v.transept:
            openings.append(("window", s * 0.85 * w, 1.6, -0.2 * n, 90 * s, 1.2, 0.6 * h))
    for x in spots:
        openings += [
            ("window", x + a * tw / 2, 0.7 * th, tz + b * tw / 2, t, 0.9, 2.0)
            for a, b, t in ((0, 1, 0), (1, 0, 90), (-1, 0, -90), (0, -1, 180))
        ]
    add_openings(d, openings, shape="pointed", door_shape="pointed")
    d.add(
        "steps",
        union(box(3.0, 0.28, 1.4).move(y=0.14, z=front + 0.6), box(3.6, 0.14, 2.0).move(y=0.07, z=front + 0.8)),
        "stone",
    )
    if v.rose_window:
        y, r = (0.45 * th, 0.28 * tw) if v.spires == 1 else (h + 0.6, 0.9)
        d.add("rose_window", cylinder(r, 0.3).rotate(x=90).move(y=y, z=front - 0.04), "glass")
        d.add(
            "rose_frame",
            union(
                (cylinder(1.2 * r, 0.5) - cylinder(0.98 * r, 3)).rotate(x=90),
                *(box(0.08, 2 * r, 0.4).rotate(z=45 * i) for i in range(4)),
                cylinder(0.25 * r, 0.42).rotate(x=90),
            ).move(y=y, z=front - 0.04),
            "trim",
        )
    if v.clock:
        for x in spots:
            i = spots.index(x) + 1
            d.add(
                f"clock_{i}",
                cylinder(0.3 * tw, 0.3).rotate(x=90).move(x, 0.6 * th - 0.1 * tw, tz + tw / 2 + 0.02),
                "clock",
                group="clock",
            )
            d.add(
                f"clock_hands_{i}",
                union(box(0.1, 0.24 * tw, 0.1).move(y=0.1 * tw), box(0.18 * tw, 0.1, 0.1).move(x=0.08 * tw)).move(
                    x, 0.6 * th - 0.1 * tw, tz + tw / 2 + 0.18
                ),
                "metal",
                group="clock",
            )
    if v.buttresses:
        d.add(
            "buttresses",
            union(
                *(
                    hull(
                        [
                            (w / 2 + a, y, z + q)
                            for a, y in ((-0.1, 0), (0.9, 0), (0.9, 0.4 * h), (0.3, 0.8 * h), (-0.1, 0.85 * h))
                            for q in (-0.3, 0.3)
                        ]
                    )
                    for z in (n * (-0.42 + 0.84 * i / v.windows) for i in range(v.windows + 1))
                    if not (v.transept and abs(z + 0.2 * n) < 0.5 * w)
                )
            ).mirrored(),
            "trim",
        )
    d.point("top", (0, th + v.spire_height, tz), size=1.0)
    return d
