"""Rowing boats, motor boats and submarines."""

from __future__ import annotations

from maquette.shapes.api import box, cylinder, lathe, sphere, sweep, torus, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, Whole, family
from maquette.shapes.sub.boats import boat_hull, rail
from maquette.shapes.sub.hulls import across, along_z, frustum, oval, wing


@family(
    "rowing boat",
    "vehicle",
    nouns={
        "rowboat": {},
        "row boat": {},
        "boat": {},
        "dinghy": {"length": 2.8},
        "canoe": {"kind": "canoe"},
        "kayak": {"kind": "canoe", "width": 0.95},
        "wooden boat": {},
        "gondola": {"kind": "canoe", "sheer": 0.6},
        "lifeboat": {},
    },
    parameters=(
        Choice("kind", ("dinghy", "canoe")),
        Real("length", 3.6, 2.8, 4.6),
        Real("width", 1.4, 1.1, 1.6),
        Real("height", 0.55, 0.45, 0.7),
        Real("thickness", 0.05, 0.04, 0.07),
        Real("sheer", 0.3, 0.12, 0.6, unit=""),
        Whole("benches", 3, 2, 4),
        Whole("oars", 2, 0, 2),
        Flag("rails", 0.8),
        Flag("ropes", 0.5),
        Flag("lantern", 0.2),
    ),
    slots={
        "hull": ("planks", "oak", "paint:#b5402f", "paint:#2f6a8f", "paint:#e6dfcc", "paint:#3d7a5a"),
        "rail": ("walnut", "oak", "mahogany"),
        "bench": ("oak", "wood", "pine"),
        "oar": ("pine", "oak"),
        "metal": ("brass", "iron"),
        "rope": ("rope",),
        "lantern": ("glow:#ffc766",),
    },
    words={"oars": {"oars": 2}, "paddles": {"oars": 2}, "rope": {"ropes": True}, "lantern": {"lantern": True}},
    paints={"seats": "bench", "benches": "bench", "oars": "oar", "paddle": "oar", "body": "hull"},
    height=(0.4, 1.8),
)
def rowing_boat(v: Values) -> Draft:
    """An open hull with thwarts and oars."""
    canoe = v.kind == "canoe"
    length, beam, depth = v.length * (1.2 if canoe else 1), v.width * (0.72 if canoe else 1), v.height
    d = Draft(extent=length)
    transom = 0.06 if canoe else 0.62
    sheer = v.sheer * (1.4 if canoe else 1)
    d.add(
        "hull",
        boat_hull(length, beam, depth, sheer=sheer, transom=transom, wall=v.thickness, rise=0.3 if canoe else 0.0),
        "hull",
    )
    if v.rails or not canoe:
        d.add("rail", rail(length, beam, depth, 0.035, sheer=sheer, transom=transom), "rail")
    d.add("keel", box(0.06, 0.14, 0.62 * length, 0.02).move(y=0.05, z=-0.02 * length), "rail")
    for i in range(v.benches):
        z = (-0.3 + 0.52 * i / (v.benches - 1)) * length
        wide = beam * (0.92 if abs(z) < 0.25 * length else 0.8 if not canoe else 0.68)
        d.add(
            f"bench_{i + 1}", box(wide - 0.02, 0.045, 0.24, 0.015).move(y=0.68 * depth, z=z), "bench", group="benches"
        )
    ribs = box(beam * 0.45, 0.06, 0.05).move(y=0.13 * depth + v.thickness)
    d.add(
        "ribs",
        union(
            ribs.move(z=-0.16 * length),
            ribs.move(z=0.02 * length),
            ribs.move(z=0.17 * length),
            box(0.36 * beam, 0.06, 0.45 * length).move(y=0.09 * depth + v.thickness),
        ),
        "bench",
    )
    for i in range(v.oars):
        s = 1 if i == 0 else -1
        shaft = sweep([(0, 0, -0.36 * length), (0, 0, 0.24 * length)], 0.022)
        blade = box(0.15, 0.03, 0.42, 0.014).move(z=-0.34 * length)
        d.add(
            f"oar_{i + 1}",
            union(shaft, blade).rotate(x=0, y=s * 3).move(s * 0.22 * beam, 0.68 * depth + 0.035, -0.02 * length),
            "oar",
            group="oars",
        )
    if not canoe:
        lock = union(cylinder(0.02, 0.2).move(y=0.02), torus(0.05, 0.018).rotate(x=90).move(y=0.15))
        d.add("rowlocks", lock.move(0.49 * beam, depth, -0.02 * length).mirrored(), "metal")
    if v.ropes:
        coil = union(*(torus(0.13 - 0.012 * i, 0.022).move(y=0.035 * i, x=0.008 * (i % 2)) for i in range(3)))
        d.add("rope", coil.move(y=0.07 * depth + v.thickness + 0.04, z=0.1 * length), "rope")
    if v.lantern:
        z = 0.485 * length
        d.add(
            "lantern_post",
            sweep(
                [(0, 0.5 * depth, z), (0, depth * (1 + sheer) + 0.4, z), (0, depth * (1 + sheer) + 0.45, z - 0.12)],
                0.02,
            ),
            "metal",
        )
        d.add("lantern", sphere(0.08, 0.1, 0.08).move(y=depth * (1 + sheer) + 0.37, z=z - 0.14), "lantern")
    d.point("top", (0, 0.7 * depth, 0), size=0.6 * beam)
    d.point("seat", (0, 0.7 * depth, -0.05 * length), size=0.5)
    return d


@family(
    "motor boat",
    "vehicle",
    nouns={
        "motorboat": {},
        "speedboat": {"kind": "speed"},
        "speed boat": {"kind": "speed"},
        "yacht": {"kind": "yacht"},
        "powerboat": {"kind": "speed"},
        "fishing boat": {"kind": "fishing"},
        "tugboat": {"kind": "fishing"},
        "trawler": {"kind": "fishing"},
        "ship": {"kind": "yacht"},
        "cruise ship": {"kind": "yacht"},
        "ferry": {"kind": "yacht"},
    },
    parameters=(
        Choice("kind", ("speed", "yacht", "fishing")),
        Real("length", 7.0, 6.0, 9.0),
        Real("width", 2.4, 2.1, 2.9),
        Real("height", 1.2, 1.0, 1.5, about="of the hull"),
        Whole("windows", 4, 3, 6),
        Whole("decks", 2, 1, 3),
        Flag("railing", 0.7),
        Flag("antenna", 0.6),
        Flag("stripes", 0.6),
        Flag("lifebuoys", 0.5),
    ),
    slots={
        "hull": ("paint:#f2f2ee", "paint:#c2362c", "paint:#1f4a80", "paint:#2a7f86", "paint:#20262c"),
        "deck": ("pine", "oak", "paint:#e8e2d2"),
        "cabin": ("paint:#f4f4f0", "paint:#e8e4da"),
        "glass": ("dark glass",),
        "stripe": ("paint:#c2362c", "paint:#20364f", "gold"),
        "metal": ("chrome", "steel"),
        "seat": ("leather:#d8cbb4", "leather"),
        "motor": ("plastic:#26282c",),
        "buoy": ("paint:#e0522c",),
        "lamp": ("glow:#fff2cf",),
    },
    words={
        "railing": {"railing": True},
        "rails": {"railing": True},
        "antenna": {"antenna": True},
        "stripe": {"stripes": True},
        "stripes": {"stripes": True},
        "lifebuoy": {"lifebuoys": True},
    },
    paints={"body": "hull", "windows": "glass", "motor": "motor", "engine": "motor", "roof": "cabin"},
    height=(1.5, 7.5),
)
def motor_boat(v: Values) -> Draft:
    """A planing hull with a cockpit, or one with a cabin and a mast."""
    k = v.kind
    big = {"speed": 0.85, "yacht": 1.7, "fishing": 1.1}[k]
    length, beam, depth = (
        v.length * big,
        v.width * (1.0 if k != "yacht" else 1.55),
        v.height * (0.9 if k == "speed" else 1.6 if k == "yacht" else 1.25),
    )
    d = Draft(extent=length)
    sheer = 0.35 if k == "fishing" else 0.2
    solid = boat_hull(length, beam, depth, sheer=sheer, transom=0.86)
    pit = box(0.68 * beam, depth, 0.4 * length, 0.12).move(y=depth * 1.02, z=-0.26 * length)
    d.add("hull", solid - pit, "hull")
    d.add(
        "deck",
        box(0.66 * beam, 0.06, 0.4 * length).move(y=0.53 * depth, z=-0.26 * length)
        + (
            boat_hull(0.94 * length, 0.86 * beam, 0.2 * depth, sheer=sheer * 3.5, transom=0.86).move(
                y=0.84 * depth, z=0.005 * length
            )
            - box(0.7 * beam, 2 * depth, 0.41 * length).move(y=1.55 * depth, z=-0.26 * length)
        ),
        "deck",
    )
    d.add(
        "rail",
        rail(length, beam, depth, 0.012 * length, sheer=sheer, transom=0.86),
        "metal" if k != "fishing" else "deck",
    )
    if v.stripes:
        d.add(
            "stripe",
            (solid.scale(1.012, 1, 1.001) & box(9, 0.12 * depth, 40).move(y=0.74 * depth)) - box(0.3 * beam, 9, 40),
            "stripe",
        )
    base = depth * 1.0
    if k == "speed":
        z = 0.0
        d.add(
            "windshield",
            frustum(base, (z - 0.1, z + 0.5), 0.42 * beam, base + 0.5, (z - 0.4, z + 0.02), 0.36 * beam)
            - frustum(base - 0.1, (z - 1, z + 0.44), 0.4 * beam, base + 0.6, (z - 1, z - 0.1), 0.34 * beam),
            "glass",
        )
        seat = union(box(0.5, 0.2, 0.5, 0.07), box(0.5, 0.6, 0.14, 0.06).rotate(x=-8).move(y=0.3, z=-0.22))
        d.add(
            "seats",
            union(
                seat.move(x=0.2 * beam, z=-0.14 * length).mirrored(),
                box(0.62 * beam, 0.34, 0.5, 0.08).move(z=-0.38 * length),
            ).move(y=0.53 * depth + 0.12),
            "seat",
        )
        d.add("dashboard", box(0.7 * beam, 0.34, 0.3, 0.06).move(y=base + 0.08, z=z - 0.05), "cabin")
        d.add(
            "steering_wheel",
            torus(0.15, 0.02).rotate(x=60).move(0.2 * beam, base + 0.1, z - 0.26)
            + cylinder(0.02, 0.24).rotate(x=65).move(0.2 * beam, base + 0.07, z - 0.18)
            + box(0.28, 0.03, 0.03).move(0.2 * beam, base + 0.1, z - 0.26),
            "metal",
        )
    else:
        decks = v.decks if k == "yacht" else 1
        z0, z1, w, y = -0.3 * length if k == "yacht" else -0.06 * length, 0.22 * length, 0.37 * beam, 0.9 * depth
        for i in range(decks):
            tall = 0.19 * beam * 2.1 if k == "yacht" else 1.75
            lean = 0.35 * tall
            house = frustum(y, (z0, z1), w, y + tall, (z0 + 0.1, z1 - lean), 0.93 * w)
            d.add(f"cabin_{i + 1}", house, "cabin", group="cabin")
            low, high = y + 0.48 * tall, y + 0.84 * tall
            skin = frustum(y, (z0, z1), w, y + tall, (z0 + 0.1, z1 - lean), 0.93 * w, grow=0.025)
            run = z1 - 0.6 * lean - z0 - 0.3
            side = union(
                *(
                    box(9, high - low, run / v.windows - 0.14, 0.05).move(
                        y=(low + high) / 2, z=z0 + 0.25 + run * (j + 0.5) / v.windows
                    )
                    for j in range(v.windows)
                )
            )
            front = (
                box(1.7 * w / 2 - 0.08, high - low, 3, 0.05)
                .move(x=0.425 * w, y=(low + high) / 2, z=z1 + 0.9)
                .mirrored()
            )
            d.add(f"windows_{i + 1}", skin & union(side - box(1.2 * w, 9, 40), front), "glass", group="windows")
            d.add(
                f"roof_{i + 1}",
                box(2.08 * w, 0.09, z1 - lean - z0 + 0.55, 0.04).move(y=y + tall + 0.02, z=(z0 + z1 - lean) / 2 + 0.05),
                "hull" if k == "fishing" else "cabin",
            )
            y, z0, z1, w = y + tall, z0 + 0.1 * length, z1 - 1.5 * lean, 0.84 * w
        top = y
        d.add("lamps", sphere(0.12).move(x=0.7 * w, y=top + 0.14, z=(z0 + z1) / 2 + 0.1).mirrored(), "lamp")
        mast = cylinder(0.05, 1.6, 0.03).move(y=top + 0.7, z=(z0 + z1) / 2 - 0.1)
        d.add(
            "mast",
            union(
                mast,
                box(1.0, 0.05, 0.06).move(y=top + 1.0, z=(z0 + z1) / 2 - 0.1),
                box(0.7, 0.07, 0.12, 0.03).rotate(y=20).move(y=top + 0.62, z=(z0 + z1) / 2 - 0.04),
            ),
            "metal",
        )
        if k == "fishing":
            z = -0.33 * length
            d.add(
                "crane",
                union(
                    cylinder(0.08, 2.2).move(y=0.5 * depth + 1.1, z=z),
                    sweep([(0, 0.5 * depth + 2.1, z), (0, 0.5 * depth + 2.5, z - 0.32 * length)], 0.055),
                    sweep([(0, 0.5 * depth + 2.45, z - 0.3 * length), (0, 0.5 * depth + 1.9, z - 0.3 * length)], 0.03),
                    box(0.8, 0.5, 0.7, 0.05).move(x=0.3, y=0.5 * depth + 0.25, z=z + 0.5),
                ),
                "metal",
            )
        if v.lifebuoys:
            yb = 0.9 * depth + 0.45
            d.add(
                "lifebuoys",
                torus(0.24, 0.075).rotate(z=90).move(x=0.365 * beam, y=yb, z=0.02 * length).mirrored(),
                "buoy",
            )
    if v.railing:
        pts = [
            (0.42 * beam, depth * 1.08, 0.16 * length),
            (0.26 * beam, depth * (1 + 0.75 * sheer), 0.385 * length),
            (0.09 * beam, depth * (1 + 1.1 * sheer), 0.47 * length),
        ]
        up, r = 0.06 * length if k == "yacht" else 0.45, 0.0042 * length
        posts = [sweep([(x, y - 0.1 * depth, z), (x, y + up, z)], r, sides=6).mirrored() for x, y, z in pts]
        top_rail = sweep(
            [
                (pts[0][0], pts[0][1] + up, pts[0][2]),
                (0.385 * beam, depth * 1.12 + up, 0.27 * length),
                (pts[1][0], pts[1][1] + up, pts[1][2]),
                (pts[2][0], pts[2][1] + up, pts[2][2]),
                (0, depth * (1 + 1.2 * sheer) + up, 0.485 * length),
            ],
            r * 1.2,
            sides=6,
        ).mirrored()
        d.add("railing", union(*posts, top_rail), "metal")
    if v.antenna and k != "speed":
        d.add(
            "antenna",
            sweep([(0, top, z0 + 0.1), (0, top + 1.6, z0 - 0.3)], [0.03, 0.02]).move(x=0.6 * w).mirrored(),
            "metal",
        )
    if k != "yacht":
        m = union(
            box(0.42, 0.5, 0.5, 0.13).move(y=0.35),
            box(0.2, 0.9, 0.26, 0.05).move(y=-0.2),
            cylinder(0.11, 0.34, 0.05, bevel=0.02).rotate(x=-90).move(y=-0.52, z=-0.12),
            box(0.36, 0.07, 0.03).rotate(z=35).move(y=-0.52, z=-0.27)
            + box(0.07, 0.36, 0.03).rotate(z=35).move(y=-0.52, z=-0.27),
            box(0.2, 0.2, 0.5).move(y=0.05, z=0.25),
        )
        d.add("motor", m.move(y=0.75 * depth, z=-0.5 * length - 0.2), "motor")
    d.point("top", (0, depth, 0.3 * length), size=0.4 * beam)
    d.point("seat", (0.2 * beam, 0.53 * depth + 0.25, -0.14 * length))
    return d


@family(
    "submarine",
    "vehicle",
    nouns={
        "sub": {},
        "u-boat": {"kind": "navy"},
        "yellow submarine": {"kind": "round"},
        "submersible": {"kind": "round", "length": 6},
        "nautilus": {"kind": "round", "spikes": True},
    },
    parameters=(
        Choice("kind", ("round", "navy")),
        Real("length", 9, 6, 12),
        Real("radius", 1.3, 1.1, 1.6),
        Real("height", 1.3, 1.0, 1.7, about="of the tower"),
        Whole("windows", 4, 2, 6, about="portholes on each side"),
        Whole("blades", 4, 3, 6),
        Flag("periscope", 0.8),
        Flag("railing", 0.5),
        Flag("lamps", 0.6),
        Flag("stripes", 0.5),
        Flag("spikes", 0.15),
    ),
    slots={
        "hull": ("paint:#e8b62c", "paint:#4a545c", "paint:#2f6a72", "paint:#b5402f", "bronze"),
        "trim": ("paint:#b23c2c", "gunmetal", "brass"),
        "glass": ("glow:#9fe0ff", "dark glass", "glass"),
        "metal": ("brass", "steel"),
        "lamp": ("glow:#fff2cf",),
    },
    words={"periscope": {"periscope": True}, "lamps": {"lamps": True}, "stripe": {"stripes": True}, "portholes": {}},
    paints={
        "body": "hull",
        "portholes": "glass",
        "windows": "glass",
        "propeller": "metal",
        "periscope": "metal",
        "tower": "hull",
        "fins": "trim",
    },
    height=(2.5, 6.5),
)
def submarine(v: Values) -> Draft:
    """A cigar with a tower, planes, rudder and screw, lying on two skids."""
    navy = v.kind == "navy"
    r, half = v.radius * (0.8 if navy else 1.0), v.length * (0.62 if navy else 0.5)
    d = Draft(extent=2 * half)
    y = r + 0.25
    shape = [
        (0.16, -1.0),
        (0.3, -0.94),
        (0.66, -0.75),
        (0.93, -0.45),
        (1.0, -0.1),
        (1.0, 0.35),
        (0.93, 0.65),
        (0.72, 0.86),
        (0.42, 0.96),
        (0.0, 1.0),
    ]
    body = lathe([(r * a, half * b) for a, b in shape], smooth=True).rotate(x=90)
    d.add("hull", body.move(y=y), "hull")
    d.add(
        "skids",
        union(
            sweep(
                [
                    (0.5 * r, 0.12, -0.5 * half),
                    (0.5 * r, 0.08, 0),
                    (0.5 * r, 0.1, 0.45 * half),
                    (0.5 * r, 0.3, 0.56 * half),
                ],
                0.1,
            ),
            box(0.12, 0.5 * r, 0.3).move(x=0.5 * r, y=0.28 * r, z=-0.3 * half).repeat(2, z=0.6 * half),
        ).mirrored(),
        "trim",
    )
    top, ty = v.height, y + 0.9 * r
    tw = 0.42 * r
    tower = (
        along_z([(oval(tw, 0.5 * top, ty + 0.5 * top, 8), z * half) for z in (-0.12, 0.12)], False)
        if navy
        else lathe([(0.68 * r, 0), (0.62 * r, 0.3 * top), (0.6 * r, 0.85 * top), (0.5 * r, top), (0, top + 0.02)])
        .scale(0.85, 1, 1.3)
        .move(y=ty, z=0.08 * half)
    )
    tower = (
        across(
            [(-0.16 * half, 0), (-0.13 * half, top), (0.11 * half, top), (0.14 * half, 0.85 * top), (0.16 * half, 0)],
            2 * tw,
            0.12,
        ).move(y=ty)
        if navy
        else tower
    )
    d.add("tower", tower, "hull")
    d.add(
        "tower_rim",
        cylinder(0.56 * r, 0.1, bevel=0.03).scale(0.85, 1, 1.3).move(y=ty + top, z=0.08 * half)
        if not navy
        else box(1.7 * tw, 0.08, 0.2 * half, 0.03).move(y=ty + top, z=-0.02 * half),
        "trim",
    )
    plane = wing(1.5 * r, 0.22 * half, 0.13 * half, 0.12 * r, 0.06 * half)
    tail = wing(1.6 * r, 0.26 * half, 0.15 * half, 0.14 * r, 0.12 * half).move(y=y, z=-0.8 * half)
    fin = wing(1.45 * r, 0.26 * half, 0.15 * half, 0.14 * r, 0.1 * half).rotate(z=90).move(y=y, z=-0.8 * half)
    low = wing(1.1 * r, 0.24 * half, 0.15 * half, 0.14 * r, 0.08 * half).rotate(z=-90).move(y=y, z=-0.8 * half)
    d.add(
        "fins",
        union(
            tail.mirrored(),
            fin,
            low,
            plane.move(
                x=0.3 * tw if navy else 0.4 * r, y=ty + 0.5 * top if navy else y, z=0.0 if navy else 0.5 * half
            ).mirrored(),
        ),
        "trim",
    )
    blade = sphere(0.13 * r, 0.42 * r, 0.035 * r).rotate(y=35).move(y=0.42 * r).around(v.blades, "z")
    d.add(
        "propeller",
        union(blade, lathe([(0.12 * r, -0.3 * r), (0.15 * r, 0), (0, 0.25 * r)]).rotate(x=-90).rotate(z=0)).move(
            y=y, z=-half - 0.05
        ),
        "metal",
    )
    n = v.windows
    pr = 0.2 * r if not navy else 0.12 * r
    for s, side in ((1, "left"), (-1, "right")):
        places = [(s * r * 0.985, y + 0.14 * r, half * (-0.2 + 0.72 * i / max(n - 1, 1) - 0.08)) for i in range(n)]
        shrink = [1.0 if z < 0.4 * half else 0.96 for _, _, z in places]
        d.add(
            f"portholes_{side}",
            union(*(sphere(0.12 * r, pr, pr).move(x * q, py, z) for (x, py, z), q in zip(places, shrink, strict=True))),
            "glass",
            group="portholes",
        )
        d.add(
            f"porthole_rims_{side}",
            union(
                *(
                    cylinder(1.3 * pr, 0.2 * r, bevel=0.03 * r).rotate(z=90).move(x * q, py, z)
                    for (x, py, z), q in zip(places, shrink, strict=True)
                )
            ),
            "metal",
            group="portholes",
        )
    if not navy:
        d.add("bow_window", sphere(0.5 * r, 0.5 * r, 0.2 * r).move(y=y + 0.1 * r, z=0.95 * half), "glass")
        d.add("bow_rim", torus(0.5 * r, 0.09 * r).rotate(x=90).move(y=y + 0.1 * r, z=0.93 * half), "metal")
    if v.periscope:
        px = 0.12 * r
        d.add(
            "periscope",
            sweep(
                [
                    (px, ty + 0.5 * top, 0),
                    (px, ty + top + 1.1, 0),
                    (px, ty + top + 1.22, 0.05),
                    (px, ty + top + 1.22, 0.32),
                ],
                0.075,
                smooth=False,
            )
            + cylinder(0.1, 0.1).rotate(x=90).move(px, ty + top + 1.22, 0.32),
            "metal",
        )
    if v.railing:
        zs = [-0.6, -0.45, -0.3] if not navy else [0.3, 0.45, 0.6]
        posts = union(*(cylinder(0.03, 0.75).move(0.25 * r, y + 0.86 * r + 0.25, z * half) for z in zs))
        d.add(
            "railing",
            union(
                posts,
                sweep(
                    [(0.25 * r, y + 0.86 * r + 0.6, zs[0] * half), (0.25 * r, y + 0.86 * r + 0.6, zs[-1] * half)], 0.032
                ),
            ).mirrored(),
            "metal",
        )
    if v.lamps:
        d.add(
            "lamps", sphere(0.17 * r, 0.17 * r, 0.14 * r).move(0.62 * r, y - 0.32 * r, 0.83 * half).mirrored(), "lamp"
        )
        d.add(
            "lamp_cups",
            cylinder(0.18 * r, 0.4 * r, bevel=0.03 * r)
            .rotate(x=90)
            .move(0.62 * r, y - 0.32 * r, 0.74 * half)
            .mirrored(),
            "metal",
        )
    if v.stripes:
        d.add(
            "stripes",
            union(
                *(
                    lathe([(1.015 * r, -0.05 * half), (1.015 * r, 0.05 * half)]).rotate(x=90).move(y=y, z=z * half)
                    for z in (-0.06, 0.28)
                )
            ),
            "trim",
        )
    if v.spikes:
        d.add(
            "ram",
            lathe([(0.3 * r, 0.85 * half), (0.16 * r, half), (0.02 * r, 1.3 * half)]).rotate(x=90).move(y=y),
            "metal",
        )
    d.point("top", (0, ty + top, 0.08 * half), size=r)
    return d
