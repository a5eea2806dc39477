"""Churches, temples, pagodas, pyramids and ruins."""

from __future__ import annotations

import math

from maquette.shapes.api import box, cone, cylinder, extrude, hull, lathe, sphere, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, Whole, family
from maquette.shapes.node import Node
from maquette.shapes.sub.building import Opening, add_openings, gable_roof, gable_walls

STONES = ("stone", "sandstone", "marble", "stone:#8f8a80")


def column_parts(height: float, radius: float, flutes: int, capital: str) -> tuple[Node, Node]:
    """(shaft, base and capital) of a column from y = 0."""
    star = (
        [
            (
                (1.0 if i % 2 == 0 else 0.92) * math.cos(math.pi * i / flutes),
                (1.0 if i % 2 == 0 else 0.92) * math.sin(math.pi * i / flutes),
            )
            for i in range(2 * flutes)
        ]
        if flutes
        else []
    )
    tall = height - 1.5 * radius
    shaft = (
        extrude([(radius * x, radius * y) for x, y in star], tall, taper=0.84)
        .rotate(x=-90)
        .move(y=0.6 * radius + tall / 2)
        if flutes
        else lathe([(radius, 0.5 * radius), (0.97 * radius, 0.4 * height), (0.84 * radius, 0.6 * radius + tall)])
    )
    top = height - 0.95 * radius
    foot = union(
        box(2.7 * radius, 0.3 * radius, 2.7 * radius, 0.04 * radius).move(y=0.15 * radius),
        lathe(
            [
                (1.28 * radius, 0.25 * radius),
                (1.3 * radius, 0.42 * radius),
                (1.1 * radius, 0.5 * radius),
                (1.15 * radius, 0.62 * radius),
                (0.95 * radius, 0.7 * radius),
            ]
        ),
    )
    head = union(
        lathe(
            [
                (0.84 * radius, top - 0.05 * radius),
                (0.92 * radius, top + 0.1 * radius),
                (1.25 * radius, top + 0.6 * radius),
                (1.2 * radius, top + 0.65 * radius),
            ]
        ),
        box(2.6 * radius, 0.32 * radius, 2.6 * radius, 0.04 * radius).move(y=height - 0.16 * radius),
    )
    if capital == "scroll":
        roll = (
            cylinder(0.36 * radius, 2.3 * radius)
            .rotate(x=90)
            .move(x=1.02 * radius, y=height - 0.55 * radius)
            .mirrored()
        )
        head = union(head, roll, box(2.0 * radius, 0.3 * radius, 2.2 * radius).move(y=height - 0.42 * radius))
    elif capital == "leaf":
        curl = (
            sphere(0.22 * radius, 0.42 * radius, 0.12 * radius).rotate(x=18).move(y=top + 0.3 * radius, z=0.96 * radius)
        )
        head = union(head, curl.around(8), curl.move(y=0.14 * radius, z=0.03 * radius).around(8).rotate(y=22.5))
    return shaft, union(foot, head)


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


@family(
    "temple",
    "building",
    nouns={
        "greek temple": {},
        "roman temple": {},
        "parthenon": {"columns": 8},
        "shrine": {"columns": 4, "length": 8},
        "ancient temple": {"ruined": True},
        "mausoleum": {"columns": 4},
        "ruin": {"ruined": True},
        "ruins": {"ruined": True},
        "ancient ruins": {"ruined": True},
        "temple ruins": {"ruined": True},
    },
    parameters=(
        Real("width", 10, 8, 13),
        Real("length", 14, 8, 18),
        Real("height", 5, 4, 6.5, about="of the columns"),
        Real("radius", 0.42, 0.34, 0.55),
        Whole("columns", 6, 4, 8, about="in the front"),
        Whole("steps", 3, 2, 5),
        Real("roof_height", 0.28, 0.2, 0.36, unit=""),
        Whole("flutes", 12, 0, 16),
        Choice("capital", ("plain", "scroll", "leaf")),
        Flag("ruined", 0.25),
        Flag("statues", 0.4),
        Flag("fire", 0.3),
    ),
    slots={
        "stone": ("marble", "sandstone", "stone:#cfc8b8", "stone"),
        "roof": ("tiles:#a8573c", "marble", "sandstone"),
        "trim": ("marble:#d8d2c4", "gold", "paint:#a83a2f"),
        "inner": ("sandstone:#bfa882", "stone"),
        "door": ("bronze", "walnut"),
        "fire": ("glow:#ff9a2a",),
        "moss": ("moss",),
    },
    words={
        "ruined": {"ruined": True},
        "broken": {"ruined": True},
        "columns": {},
        "statues": {"statues": True},
        "fire": {"fire": True},
    },
    paints={"columns": "stone", "pillars": "stone", "walls": "inner", "steps": "stone"},
    height=(5, 13),
)
def temple(v: Values) -> Draft:
    """Columns on steps about a cella, under a gable; ruins lose the roof and some columns."""
    w, n, h, r = v.width, v.length, v.height, v.radius
    d = Draft(extent=max(w, n) * 1.1)
    rng = v.rng("ruin")
    base = 0.32 * v.steps
    for i in range(v.steps):
        grow = 0.5 * (v.steps - i)
        d.add(
            f"step_{i + 1}", box(w + 2 * grow, 0.34, n + 2 * grow, 0.03).move(y=0.32 * i + 0.17), "stone", group="steps"
        )
    nx, nz = v.columns, max(3, round(v.columns * n / w))
    dx, dz = (w - 2.6 * r) / (nx - 1), (n - 2.6 * r) / (nz - 1)
    places = [(-w / 2 + 1.3 * r + i * dx, s * (n / 2 - 1.3 * r)) for s in (1, -1) for i in range(nx)] + [
        (s * (w / 2 - 1.3 * r), -n / 2 + 1.3 * r + i * dz) for s in (1, -1) for i in range(1, nz - 1)
    ]
    shaft, caps = column_parts(h, r, v.flutes, v.capital)
    shafts, ends = [], []
    for i, (x, z) in enumerate(places):
        lost = v.ruined and i >= 3 and rng.random() < 0.6
        if lost:
            cut = h * float(rng.uniform(0.15, 0.7))
            blade = box(9, 9, 9).rotate(z=float(rng.uniform(-20, 20))).move(y=4.5 + cut)
            shafts.append((shaft - blade).move(x, base, z))
            ends.append((caps - box(9, 2 * h, 9).move(y=h + r)).move(x, base, z))
        else:
            shafts.append(shaft.move(x, base, z))
            ends.append(caps.move(x, base, z))
    d.add("columns", union(*shafts), "stone")
    d.add("capitals", union(*ends), "stone")
    top = base + h
    if not v.ruined:
        d.add("cella", box(w - 5 * r - 1.0, h + 0.1, 0.72 * n).move(y=base + h / 2 - 0.02), "inner")
        d.add(
            "door",
            union(box(1.8, 0.68 * h, 0.2).move(y=0.34 * h), box(0.1, 0.66 * h, 0.3).move(y=0.34 * h)).move(
                y=base - 0.01, z=0.36 * n + 0.02
            ),
            "door",
        )
        d.add(
            "door_frame",
            extrude([(-1.2, 0), (1.2, 0), (1.1, 0.76 * h), (-1.1, 0.76 * h)], 0.24).move(
                y=base - 0.01, z=0.36 * n - 0.02
            ),
            "trim",
        )
        d.add("architrave", box(w, 0.55, n, 0.03).move(y=top + 0.25), "stone")
        d.add(
            "frieze",
            union(
                box(w - 0.1, 0.5, n - 0.1).move(y=top + 0.72),
                *(
                    box(0.3, 0.44, 0.2).move(
                        x=-w / 2 + 0.5 + i * (w - 1) / (2 * nx - 2), y=top + 0.72, z=s * (n / 2 - 0.06)
                    )
                    for i in range(2 * nx - 1)
                    for s in (1, -1)
                ),
            ),
            "trim",
        )
        rise = v.roof_height * w
        d.add("pediment", gable_walls(w, n - 0.3, 0.3, rise).move(y=top + 0.9), "stone")
        d.add("roof", gable_roof(w, n, rise, 0.4, 0.24).move(y=top + 1.16), "roof")
        d.add(
            "tympanum",
            extrude([(-0.36 * w, 0), (0.36 * w, 0), (0, 0.74 * rise)], 0.3).move(y=top + 1.22, z=n / 2 - 0.13),
            "trim",
        )
        if v.statues:
            d.add(
                "statues",
                union(
                    *(
                        union(
                            lathe([(0.3, 0), (0.16, 0.25), (0.3, 0.7), (0.08, 0.95)], smooth=True),
                            sphere(0.17).move(y=1.05),
                        ).move(x, top + 1.12 + y, n / 2 - 0.1)
                        for x, y in ((-w / 2, 0.1), (0, rise + 0.15), (w / 2, 0.1))
                    )
                ),
                "trim",
            )
    else:
        k = min(3, nx)
        d.add(
            "architrave",
            box((k - 1) * dx + 2.6 * r, 0.55, 2.4 * r, 0.03).move(
                x=-w / 2 + 1.3 * r + (k - 1) * dx / 2, y=top + 0.25, z=n / 2 - 1.3 * r
            ),
            "stone",
        )
        d.add(
            "wall",
            (
                box(0.5 * w, 0.6 * h, 0.7).move(y=base + 0.3 * h, z=-0.15 * n)
                - box(w, h, 3).rotate(z=22).move(x=0.2 * w, y=base + 0.95 * h, z=-0.15 * n)
            ),
            "inner",
        )
        blocks = [
            box(*(float(q) for q in rng.uniform(0.5, 1.1, 3)), 0.05)
            .rotate(*(float(q) for q in rng.uniform(-20, 20, 3)))
            .move(float(rng.uniform(-0.35, 0.35)) * w, base + 0.22, float(rng.uniform(-0.3, 0.4)) * n)
            for _ in range(6)
        ]
        drum = cylinder(0.95 * r, 1.6 * r).rotate(z=90).move(0.2 * w, base + 0.9 * r, 0.3 * n)
        d.add("rubble", union(drum, *blocks), "stone")
        d.add(
            "moss",
            union(
                *(
                    sphere(0.7, 0.16, 0.6)
                    .roughened(0.05, 0.25, seed=i)
                    .move(float(rng.uniform(-0.4, 0.4)) * w, base, float(rng.uniform(-0.4, 0.4)) * n)
                    for i in range(4)
                )
            ),
            "moss",
        )
    if v.fire:
        bowl = lathe([(0.22, 0), (0.14, 0.5), (0.5, 0.8), (0.42, 0.85), (0, 0.7)])
        d.add("bowls", bowl.move(x=0.36 * w, y=base - 0.02 - 0.32, z=n / 2 + 0.25).mirrored(), "door")
        d.add(
            "fire",
            lathe([(0.2, 0), (0.34, 0.2), (0.16, 0.6), (0.01, 0.95)], smooth=True)
            .move(x=0.36 * w, y=base + 0.28, z=n / 2 + 0.25)
            .mirrored(),
            "fire",
        )
    d.point("top", (0, top, 0), size=w)
    return d


@family(
    "pagoda",
    "building",
    nouns={
        "japanese temple": {"floors": 2},
        "chinese temple": {"floors": 2},
        "chinese tower": {},
        "dojo": {"floors": 1},
        "asian temple": {"floors": 3},
        "tea house": {"floors": 1},
        "gazebo": {"floors": 1, "sides": "six"},
    },
    parameters=(
        Real("width", 6, 5, 7.5),
        Real("height", 2.3, 2.0, 2.8, about="of a floor"),
        Whole("floors", 3, 1, 5),
        Real("shrink", 0.82, 0.74, 0.88, unit=""),
        Real("overhang", 1.0, 0.7, 1.3),
        Real("curve", 0.45, 0.25, 0.7, about="how far the corners rise"),
        Choice("sides", ("four", "six", "eight")),
        Flag("lanterns", 0.6),
        Flag("railing", 0.7),
        Flag("steps", 0.9),
        Flag("spire", 0.85),
    ),
    slots={
        "wall": ("paint:#a8322a", "plaster", "paint:#d9c8a0", "walnut"),
        "roof": ("roof tiles:#3f5a52", "roof tiles:#4a4e58", "roof tiles", "roof tiles:#2f4a6a"),
        "trim": ("paint:#8f241f", "gold", "walnut"),
        "post": ("paint:#b5302a", "walnut", "mahogany"),
        "stone": ("stone", "granite"),
        "glass": ("paper", "glow:#ffd890"),
        "gold": ("gold",),
        "lantern": ("glow:#ff5a3a", "glow:#ffb04a"),
        "door": ("walnut",),
    },
    words={
        "lanterns": {"lanterns": True},
        "railing": {"railing": True},
        "spire": {"spire": True},
        "steps": {"steps": True},
    },
    paints={
        "walls": "wall",
        "roofs": "roof",
        "pillars": "post",
        "columns": "post",
        "windows": "glass",
        "lanterns": "lantern",
    },
    height=(4, 24),
)
def pagoda(v: Values) -> Draft:
    """Floors that shrink, each under a curved roof with risen corners."""
    n = {"four": 4, "six": 6, "eight": 8}[v.sides]
    d = Draft(extent=max(v.width * 1.5, v.floors * (v.height + 1.0) + 2))
    turn = 0.0 if n == 6 else 180 / n
    base = 0.6
    d.add(
        "base",
        union(
            cylinder(0.85 * v.width, 0.35, sides=n).rotate(y=turn).move(y=0.17),
            cylinder(0.76 * v.width, 0.4, sides=n).rotate(y=turn).move(y=0.42),
        ),
        "stone",
    )
    y, apothem = base, math.cos(math.pi / n)
    for f in range(v.floors):
        k = v.shrink**f
        r, h = v.width / 2 * k / apothem * 0.92, v.height * (1.0 if f == 0 else 0.8)
        d.add(f"walls_{f + 1}", cylinder(r, h + 0.2, sides=n).rotate(y=turn).move(y=y + h / 2), "wall", group="walls")
        posts = cylinder(0.14, h + 0.1).move(x=r, y=y + h / 2).rotate(y=turn).around(n)
        d.add(
            f"posts_{f + 1}",
            union(
                posts,
                cylinder(1.04 * r, 0.18, sides=n).rotate(y=turn).move(y=y + h - 0.1),
                cylinder(1.04 * r, 0.16, sides=n).rotate(y=turn).move(y=y + 0.08),
            ),
            "post",
            group="posts",
        )
        face = r * apothem
        pane = box(0.8 * r * math.sin(math.pi / n), 0.5 * h, 0.14).move(x=0.0, y=y + 0.52 * h, z=face)
        side = 0.42 * r * math.sin(math.pi / n)
        grid = union(
            box(0.07, 0.5 * h, 0.2).move(x=-side * 0.5).repeat(3, x=side * 0.5),
            box(0.85 * r * math.sin(math.pi / n), 0.07, 0.2).move(y=-0.25 * h).repeat(3, y=0.25 * h),
        ).move(y=y + 0.52 * h, z=face)
        start = 1 if f == 0 else 0
        step = 360 / n
        d.add(f"windows_{f + 1}", union(*(pane.rotate(y=step * i) for i in range(start, n))), "glass", group="windows")
        d.add(f"lattice_{f + 1}", union(*(grid.rotate(y=step * i) for i in range(start, n))), "trim", group="windows")
        if f == 0:
            d.add(
                "door",
                union(
                    box(1.5, 0.8 * h, 0.16).move(y=y + 0.4 * h, z=face),
                    box(0.1, 0.8 * h, 0.24).move(y=y + 0.4 * h, z=face),
                ),
                "door",
            )
            d.add("door_frame", box(1.8, 0.86 * h, 0.12).move(y=y + 0.43 * h, z=face), "trim")
        rr, rise = r + v.overhang * (0.7 + 0.3 * k), 0.5 * v.height
        last = f == v.floors - 1
        inner = 0.06 if last else r * v.shrink * 1.04
        tall = rise * (1.8 if last else 1.0)
        skirt = lathe(
            [
                (0.75 * r, y + h - 0.05),
                (rr * 0.98, y + h - 0.12),
                (rr, y + h),
                (0.72 * rr, y + h + 0.26 * tall),
                (inner + 0.1 * (rr - inner), y + h + 0.8 * tall),
                (inner, y + h + tall),
            ],
            sides=n,
        ).rotate(y=turn)
        tips = hull(
            [
                (rr * 0.78, y + h + 0.06, 0.16),
                (rr * 0.78, y + h + 0.06, -0.16),
                (rr * 0.8, y + h + 0.3, 0.0),
                (rr * 1.03, y + h + v.curve, 0.05),
                (rr * 1.03, y + h + v.curve, -0.05),
                (rr * 1.0, y + h + v.curve - 0.2, 0.0),
                (rr * 0.97, y + h - 0.1, 0.08),
                (rr * 0.97, y + h - 0.1, -0.08),
            ]
        )
        d.add(f"roof_{f + 1}", union(skirt, tips.rotate(y=turn).around(n)), "roof", group="roofs")
        if v.lanterns:
            lamp = union(sphere(0.17, 0.2, 0.17).move(y=-0.4), cylinder(0.03, 0.5).move(y=-0.1))
            d.add(
                f"lanterns_{f + 1}",
                lamp.move(x=0.94 * rr, y=y + h).rotate(y=turn).around(n),
                "lantern",
                group="lanterns",
            )
        y += h + (rise if not last else tall) - 0.12
        if v.railing and not last:
            q = r * v.shrink * 1.22
            rail = cylinder(0.05, 2 * q * math.sin(math.pi / n) + 0.05).rotate(z=90).move(z=q * apothem)
            d.add(
                f"railing_{f + 1}",
                union(
                    *(rail.move(y=y + t).rotate(y=step * i) for i in range(n) for t in (0.12, 0.42)),
                    cylinder(0.06, 0.75).move(x=q, y=y + 0.15).rotate(y=turn).around(n),
                    cylinder(q, 0.1, sides=n).rotate(y=turn).move(y=y),
                ),
                "trim",
                group="railing",
            )
    if v.spire:
        d.add(
            "spire",
            lathe(
                [
                    (0.3, y - 0.3),
                    (0.32, y),
                    (0.12, y + 0.15),
                    (0.28, y + 0.4),
                    (0.1, y + 0.55),
                    (0.2, y + 0.75),
                    (0.06, y + 0.9),
                    (0.12, y + 1.1),
                    (0.01, y + 1.7),
                ]
            ),
            "gold",
        )
    if v.steps:
        d.add(
            "steps",
            union(
                *(
                    box(2.2, 0.2 * (3 - i), 0.4).move(y=0.1 * (3 - i), z=0.76 * v.width * apothem + 0.3 + 0.36 * i)
                    for i in range(3)
                )
            ),
            "stone",
        )
    d.point("top", (0, y, 0), size=1.0)
    return d


@family(
    "pyramid",
    "building",
    nouns={
        "egyptian pyramid": {"kind": "smooth"},
        "mayan pyramid": {"kind": "stepped", "temple": True},
        "aztec temple": {"kind": "stepped", "temple": True},
        "aztec pyramid": {"kind": "stepped", "temple": True},
        "ziggurat": {"kind": "stepped", "steps": 4},
        "step pyramid": {"kind": "stepped"},
    },
    parameters=(
        Choice("kind", ("smooth", "stepped")),
        Real("width", 24, 18, 32),
        Real("height", 0.62, 0.48, 0.75, unit="", about="relative to the width"),
        Whole("steps", 7, 4, 10),
        Real("entrance", 0.14, 0.1, 0.18, unit=""),
        Real("stairs_width", 0.16, 0.12, 0.22, unit=""),
        Flag("temple", 0.6),
        Flag("cap", 0.6),
        Flag("columns", 0.5),
        Flag("torches", 0.4),
        Flag("dunes", 0.4),
    ),
    slots={
        "stone": ("sandstone", "stone", "sandstone:#b89a6a", "stone:#8f8a7a"),
        "trim": ("sandstone:#d9bd8a", "stone:#a8a294"),
        "cap": ("gold", "sandstone:#e8d0a0"),
        "dark": ("soil:#1d1814",),
        "torch": ("glow:#ff9a2a",),
        "sand": ("sand", "grass"),
    },
    words={
        "temple": {"temple": True},
        "torches": {"torches": True},
        "entrance": {},
        "steps": {"kind": "stepped"},
        "stairs": {"kind": "stepped"},
    },
    paints={"tip": "cap", "bricks": "stone"},
    height=(7, 32),
)
def pyramid(v: Values) -> Draft:
    """Courses of stone to a golden tip, or terraces with stairs to a temple."""
    w, h = v.width, v.width * v.height
    d = Draft(extent=1.1 * max(w, h))
    e = v.entrance * w
    if v.kind == "smooth":
        n = 3 * v.steps
        cut = 0.88 if v.cap else 1.0
        courses = []
        for i in range(n):
            a, b = i / n * cut, (i + 1) / n * cut
            q = w * (1 - (a + b) / 2) / 2 * 1.0 + 0.12 * w / n
            courses.append(box(2 * q, h * (b - a) + 0.04, 2 * q).move(y=h * (a + b) / 2))
        d.add(
            "stone",
            union(
                *courses,
                hull(
                    [(s * 0.49 * w, 0, t * 0.49 * w) for s in (1, -1) for t in (1, -1)]
                    + [(0.0, h * (cut if cut < 1 else 0.99), 0.0)]
                ),
            ),
            "stone",
        )
        if v.cap:
            q = 0.13 * w / 2
            d.add("cap", hull([(s * q, 0.87 * h, t * q) for s in (1, -1) for t in (1, -1)] + [(0.0, h, 0.0)]), "cap")
        else:
            q = 0.05 * w / 2
            d.add(
                "cap",
                hull([(s * q, 0.95 * h, t * q) for s in (1, -1) for t in (1, -1)] + [(0.0, 1.005 * h, 0.0)]),
                "trim",
            )
        z = 0.5 * w - 0.2 * e
        d.add(
            "entrance",
            union(
                box(1.8 * e, 1.2 * e, 1.6 * e).move(y=0.6 * e, z=z - 0.3 * e),
                box(2.1 * e, 0.22 * e, 1.8 * e).move(y=1.22 * e, z=z - 0.3 * e),
            ),
            "trim",
        )
        d.add(
            "doorway",
            extrude([(-0.4 * e, 0), (0.4 * e, 0), (0.32 * e, 0.9 * e), (-0.32 * e, 0.9 * e)], 0.1 * e).move(
                z=z + 0.52 * e
            ),
            "dark",
        )
        d.add(
            "stairs",
            union(
                *(
                    box(1.2 * e, 0.05 * e * (4 - i), 0.25 * e).move(y=0.025 * e * (4 - i), z=z + 0.6 * e + 0.24 * e * i)
                    for i in range(4)
                )
            ),
            "trim",
        )
        front = z + 0.8 * e
        if v.columns:
            shaft, caps = column_parts(1.1 * e, 0.12 * e, 0, "plain")
            d.add("columns", union(shaft, caps).move(x=0.75 * e, z=z + 0.62 * e).mirrored(), "trim")
    else:
        n = v.steps
        q0, q1 = w / 2, 0.17 * w
        for i in range(n):
            q = q0 + (q1 - q0) * i / max(n - 1, 1)
            tall = h / n * 0.8
            d.add(
                f"terrace_{i + 1}",
                union(
                    hull(
                        [
                            (s * (q + a), y, t * (q + a))
                            for s in (1, -1)
                            for t in (1, -1)
                            for a, y in ((0.0, tall * i), (-0.12 * tall, tall * (i + 1)))
                        ]
                    ),
                    box(2 * q + 0.1, 0.16 * tall, 2 * q + 0.1).move(y=tall * (i + 0.94)),
                ),
                "stone",
                group="terraces",
            )
        top = 0.8 * h
        sw = v.stairs_width * w
        m = 4 * n
        run, z1 = q0 - q1 + 0.05 * w, q1
        flight = union(
            *(
                box(sw, top * (i + 1) / m, run / m + 0.02).move(
                    y=top * (i + 1) / m / 2, z=z1 + run * (1 - (i + 0.5) / m)
                )
                for i in range(m)
            )
        )
        d.add("stairs", flight, "trim")
        d.add(
            "stairs_sides",
            hull(
                [
                    (x, y, z)
                    for x in (sw / 2, sw / 2 + 0.04 * w)
                    for y, z in ((0, z1), (0, z1 + run), (0.05 * h, z1 + run), (top + 0.02 * h, z1))
                ]
            ).mirrored(),
            "trim",
        )
        front = z1 + run
        if v.temple:
            s = 0.22 * w
            d.add(
                "temple",
                union(
                    box(s, 0.2 * h, 0.8 * s).move(y=top + 0.1 * h),
                    box(1.12 * s, 0.04 * h, 0.92 * s).move(y=top + 0.2 * h),
                    box(0.6 * s, 0.07 * h, 0.16 * s).move(y=top + 0.245 * h),
                ).move(z=-0.02 * w),
                "stone",
            )
            d.add("doorway", box(0.3 * s, 0.14 * h, 0.1).move(y=top + 0.07 * h, z=0.4 * s - 0.02 * w + 0.02), "dark")
        if v.cap:
            d.add("altar", box(0.05 * w, 0.03 * h, 0.04 * w, 0.004 * w).move(y=top + 0.01 * h, z=0.14 * w), "cap")
        if v.columns:
            shaft, caps = column_parts(0.12 * h, 0.012 * w, 0, "plain")
            d.add(
                "columns",
                union(
                    *(
                        union(shaft, caps).move(x * 0.145 * w, top - 0.02 * h, q * 0.145 * w)
                        for x in (1, -1)
                        for q in (1, -1)
                    )
                ),
                "trim",
            )
    if v.torches:
        d.add(
            "torch_stands",
            lathe([(0.03 * w, 0), (0.018 * w, 0.01 * w), (0.012 * w, 0.05 * w), (0.03 * w, 0.07 * w)])
            .move(x=0.17 * w, z=front + 0.01 * w)
            .mirrored(),
            "trim",
        )
        d.add(
            "torches",
            lathe([(0.015 * w, 0), (0.022 * w, 0.015 * w), (0.001 * w, 0.06 * w)], smooth=True)
            .move(x=0.17 * w, y=0.067 * w, z=front + 0.01 * w)
            .mirrored(),
            "torch",
        )
    d.add(
        "ground",
        (
            lathe([(0.8 * w, 0), (0.78 * w, 0.012 * w), (0, 0.02 * w)]).roughened(0.006 * w, 0.15 * w)
            if v.dunes
            else box(1.12 * w, 0.02 * w, 1.12 * w + 0.1 * w).move(y=0.01 * w, z=0.03 * w)
        )
        - box(999, 99, 999).move(y=-49.5),
        "sand",
    )
    d.extent = (1.6 if v.dunes else 1.15) * w
    d.point("top", (0, h, 0), size=0.2 * w)
    return d


@family(
    "column",
    "building",
    nouns={
        "pillar": {},
        "greek column": {"flutes": 14},
        "ionic column": {"capital": "scroll"},
        "doric column": {"capital": "plain"},
        "corinthian column": {"capital": "leaf"},
        "pedestal": {"height": 1.2, "radius": 0.34, "broken": False},
        "plinth": {"height": 1.0, "radius": 0.36, "broken": False},
        "obelisk": {"kind": "obelisk"},
        "broken column": {"broken": True},
        "ruined column": {"broken": True},
    },
    parameters=(
        Choice("kind", ("round", "round", "obelisk")),
        Real("height", 3.2, 1.0, 4.5),
        Real("radius", 0.28, 0.22, 0.38),
        Whole("flutes", 14, 0, 18),
        Choice("capital", ("plain", "scroll", "leaf")),
        Whole("steps", 2, 1, 3),
        Flag("broken", 0.25),
        Flag("moss", 0.3),
        Flag("band", 0.4),
        Flag("ball", 0.2),
        Flag("ivy", 0.25),
    ),
    slots={
        "stone": ("marble", "sandstone", "stone", "granite"),
        "trim": ("marble:#d8d2c4", "gold", "sandstone:#d8c8a8"),
        "moss": ("moss",),
        "ivy": ("leaf",),
        "ball": ("gold", "marble", "crystal"),
    },
    words={
        "broken": {"broken": True},
        "cracked": {"broken": True},
        "moss": {"moss": True},
        "ivy": {"ivy": True},
        "ball": {"ball": True},
    },
    paints={"shaft": "stone", "base": "trim", "capital": "trim"},
    height=(0.6, 5.8),
)
def column(v: Values) -> Draft:
    """A column with base and capital, whole or broken; or an obelisk."""
    h, r = v.height, v.radius * min(1.0, max(v.height / 2.4, 0.75))
    base = 0.14 * v.steps
    d = Draft(extent=max(h + base, 1.0))
    d.add(
        "steps",
        union(
            *(
                box(2 * (1.5 * r + 0.14 * (v.steps - i)), 0.15, 2 * (1.5 * r + 0.14 * (v.steps - i)), 0.02).move(
                    y=0.14 * i + 0.075
                )
                for i in range(v.steps)
            )
        ),
        "trim",
    )
    if v.kind == "obelisk":
        body = hull(
            [(s * q * r, y, t * q * r) for s in (1, -1) for t in (1, -1) for q, y in ((1.1, 0.0), (0.72, 0.9 * h))]
            + [(0.0, h, 0.0)]
        )
        d.add("stone", body.move(y=base - 0.02), "stone")
        d.add("base", box(2.7 * r, 0.3, 2.7 * r, 0.03).move(y=base + 0.13), "trim")
    else:
        shaft, caps = column_parts(h, r, v.flutes, v.capital)
        if v.broken:
            cut = 0.66 * h
            blade = hull(
                [
                    (x, y, z)
                    for x, z in ((2, 2), (2, -2), (-2, 2), (-2, -2))
                    for y in (cut + 0.35 * x * r + 0.2 * z * r, 9)
                ]
            ).roughened(0.05 * r, 0.5 * r)
            d.add("stone", (shaft - blade).move(y=base - 0.02), "stone")
            d.add("base", (caps - box(9, 9, 9).move(y=4.5 + 0.4 * h)).move(y=base - 0.02), "trim")
            d.add(
                "rubble",
                union(
                    *(
                        box(0.5 * r, 0.4 * r, 0.6 * r, 0.05 * r)
                        .rotate(20 * i, 50 * i, 15)
                        .move(
                            1.75 * r * math.cos(1.2 * i + 0.4), base - 0.0 + 0.12 * r, 1.3 * r * math.sin(1.2 * i + 0.4)
                        )
                        for i in range(3)
                    )
                ),
                "stone",
            )
        else:
            d.add("stone", shaft.move(y=base - 0.02), "stone")
            d.add("capital", caps.move(y=base - 0.02), "trim")
    if v.band:
        y = 0.3 * h
        q = 0.95 * r if v.kind == "round" else 0.0
        d.add(
            "band",
            (
                cylinder(q + 0.045, 0.12)
                if q
                else box(2.06 * r * (1.1 - 0.42 * y / h), 0.1, 2.06 * r * (1.1 - 0.42 * y / h))
            ).move(y=base + y),
            "trim",
        )
    if v.ball and not v.broken:
        d.add(
            "ball",
            sphere(0.9 * r if v.kind == "round" else 0.3 * r).move(
                y=base + h + (0.8 * r if v.kind == "round" else 0.1 * r)
            ),
            "ball",
        )
    if v.moss:
        d.add(
            "moss",
            union(
                *(
                    sphere(0.7 * r, 0.16 * r, 0.6 * r).roughened(0.06 * r, 0.3 * r, seed=i).move(x, base, z)
                    for i, (x, z) in enumerate(((1.2 * r, 0.9 * r), (-1.3 * r, 0.4 * r)))
                )
            ),
            "moss",
        )
    if v.ivy:
        d.add(
            "ivy",
            union(
                *(
                    sphere(0.4 * r, 0.42 * r, 0.2 * r)
                    .roughened(0.08 * r, 0.3 * r, seed=i)
                    .move(y=base + 0.25 * r + 0.5 * r * i, z=(0.95 - 0.02 * i) * r)
                    .rotate(y=30 + 25 * i)
                    for i in range(5)
                )
            ),
            "ivy",
        )
    d.point("top", (0, base + h, 0), size=2 * r)
    return d
