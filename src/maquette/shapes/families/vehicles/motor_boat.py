"""Motor boat: a planing hull with a cockpit, or one with a cabin and a mast."""

from __future__ import annotations

from maquette.shapes.api import box, cylinder, sphere, sweep, torus, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, Whole, family
from maquette.shapes.sub.boats import boat_hull, rail
from maquette.shapes.sub.hulls import frustum


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
