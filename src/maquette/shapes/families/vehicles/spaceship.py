"""Spaceship: a tapered hull with a cockpit, wings, glowing engines and guns, on short legs."""

from __future__ import annotations

from maquette.shapes.api import box, cylinder, lathe, sphere, sweep, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, Whole, family
from maquette.shapes.sub.hulls import along_z, frustum, oval, wing


@family(
    "spaceship",
    "vehicle",
    nouns={
        "space ship": {},
        "starship": {"kind": "cruiser"},
        "spacecraft": {},
        "starfighter": {"kind": "fighter"},
        "space fighter": {"kind": "fighter"},
        "space shuttle": {"kind": "shuttle"},
        "shuttle": {"kind": "shuttle"},
        "cruiser ship": {"kind": "cruiser"},
        "fighter": {"kind": "fighter"},
        "battle cruiser": {"kind": "cruiser"},
    },
    parameters=(
        Choice("kind", ("fighter", "shuttle", "cruiser")),
        Real("length", 9, 7.5, 12),
        Real("width", 1.6, 1.3, 2.0),
        Real("wingspan", 5, 4, 6.5),
        Real("sweep", 0.5, -0.3, 0.8, unit=""),
        Real("dihedral", 0.0, -0.25, 0.3, unit="", about="rise of the wing tips"),
        Whole("engines", 2, 2, 4),
        Whole("guns", 2, 0, 4),
        Flag("tails", 0.6),
        Flag("wings_doubled", 0.2),
        Flag("stripes", 0.7),
    ),
    slots={
        "hull": ("panels", "paint:#d9dde0", "paint:#4c5a68", "paint:#8a939b"),
        "wing": ("panels:#7d8891", "paint:#b43b2e", "paint:#2d5d93", "paint:#59636e"),
        "stripe": ("paint:#c8442f", "paint:#e0a02c", "paint:#2f6fb0"),
        "glass": ("dark glass", "glow:#7fd8ff"),
        "engine": ("gunmetal",),
        "glow": ("glow:#40c8ff", "glow:#ff8a3a", "glow:#7affc0"),
        "gun": ("gunmetal", "steel"),
    },
    words={
        "guns": {"guns": 2},
        "cannons": {"guns": 4},
        "lasers": {"guns": 2},
        "stripes": {"stripes": True},
        "fins": {"tails": True},
        "fighter": {"kind": "fighter"},
    },
    paints={
        "body": "hull",
        "wings": "wing",
        "cockpit": "glass",
        "engines": "engine",
        "thrusters": "glow",
        "lights": "glow",
        "accents": "glow",
    },
    height=(1.4, 7),
)
def spaceship(v: Values) -> Draft:
    """A tapered hull with a cockpit, wings, glowing engines and guns, on short legs."""
    k, half, w = (
        v.kind,
        v.length / 2 * {"fighter": 1.0, "shuttle": 1.1, "cruiser": 1.8}[v.kind],
        v.width / 2 * {"fighter": 1.0, "shuttle": 1.7, "cruiser": 1.7}[v.kind],
    )
    h = w * {"fighter": 0.72, "shuttle": 0.85, "cruiser": 0.75}[k]
    span = v.wingspan * {"fighter": 0.9, "shuttle": 0.85, "cruiser": 0.9}[k]
    d = Draft(extent=max(2 * half, 2 * span))
    y = h + 0.75 + max(0.0, -v.dihedral) * span * 0.6
    p = 3.2
    nose = {"fighter": (0.34, 0.1), "shuttle": (0.72, 0.4), "cruiser": (0.62, 0.3)}[k]
    rings = [
        (oval(0.8 * w, 0.75 * h, y, p), -half),
        (oval(0.95 * w, 0.95 * h, y, p), -0.8 * half),
        (oval(w, h, y, p), -0.2 * half),
        (oval((0.5 + 0.5 * nose[0]) * w, 0.82 * h, y - 0.06 * h, p), 0.35 * half),
        (oval(nose[0] * w, 0.5 * h, y - 0.2 * h, 2.6), 0.78 * half),
        (oval(nose[1] * w, 0.2 * h, y - 0.3 * h, 2.2), half),
    ]
    hull = along_z(rings)
    d.add("hull", hull, "hull")
    cz = {"fighter": 0.22, "shuttle": 0.62, "cruiser": -0.3}[k] * half
    if k == "fighter":
        d.add("cockpit", sphere(0.5 * w, 0.62 * h, 0.28 * half).move(y=y + 0.62 * h, z=cz), "glass")
        d.add(
            "spine",
            along_z(
                [
                    (oval(0.25 * w, 0.2 * h, y + 0.95 * h), -0.9 * half),
                    (oval(0.42 * w, 0.42 * h, y + 0.85 * h), -0.02 * half),
                ],
                False,
            ),
            "wing",
        )
    elif k == "shuttle":
        skin = hull.move(y=-y).scale(1.02, 1.03, 1.0).move(y=y)
        d.add(
            "cockpit",
            (skin & box(0.9 * w, 0.5 * h, 0.28 * half, 0.05).move(y=y + 0.62 * h, z=0.55 * half)) - box(0.08, 9, 30),
            "glass",
        )
        d.add(
            "windows",
            union(
                *(
                    sphere(0.14 * w, 0.13 * h + 0.05, 0.13 * h + 0.05).move(
                        x=0.91 * w, y=y + 0.3 * h, z=(-0.5 + 0.16 * i) * half
                    )
                    for i in range(5)
                )
            ).mirrored(),
            "glow",
        )
    else:
        d.add(
            "bridge",
            union(
                frustum(
                    y + 0.8 * h,
                    (-0.75 * half, -0.1 * half),
                    0.6 * w,
                    y + 1.5 * h,
                    (-0.7 * half, -0.28 * half),
                    0.45 * w,
                ),
                frustum(
                    y + 1.4 * h,
                    (-0.64 * half, -0.4 * half),
                    0.2 * w,
                    y + 2.2 * h,
                    (-0.6 * half, -0.42 * half),
                    0.16 * w,
                ),
                box(1.3 * w, 0.3 * h, 0.16 * half, 0.08).move(y=y + 2.2 * h, z=-0.52 * half),
            ),
            "hull",
        )
        d.add(
            "cockpit",
            box(1.1 * w, 0.12 * h, 0.166 * half, 0.02).move(y=y + 2.22 * h, z=-0.516 * half)
            + box(0.62 * w, 0.14 * h, 0.12, 0.02).move(y=y + 1.25 * h, z=-0.205 * half),
            "glass",
        )
        d.add(
            "windows",
            union(
                *(
                    box(0.3 * w, 0.09 * h, 0.09 * half, 0.01).move(
                        x=w * 0.87, y=y + 0.25 * h, z=(-0.65 + 0.15 * i) * half
                    )
                    for i in range(6)
                )
            ).mirrored(),
            "glow",
        )
    wl = wing(
        span - 0.5 * w,
        0.75 * half if k != "cruiser" else 0.55 * half,
        0.26 * half,
        0.3 * h,
        v.sweep * 0.7 * half,
        v.dihedral * span,
    )
    wz = -0.45 * half
    places = [(y - 0.1 * h, 1.0)] if not v.wings_doubled else [(y + 0.3 * h, 1.0), (y - 0.35 * h, 0.9)]
    for j, (wy, size) in enumerate(places):
        both = wl.rotate(z=0 if len(places) == 1 else (14 if j == 0 else -6)).scale(size).move(0.5 * w, wy, wz)
        d.add(f"wings_{j + 1}" if j else "wings", both.mirrored(), "wing")
    for i in range(v.engines):
        x, ey = (
            ((-0.42, 0.0), (0.42, 0.0), (-0.95, 0.1), (0.95, 0.1))[i]
            if v.engines != 3
            else ((-0.62, -0.1), (0.62, -0.1), (0, 0.35))[i]
        )
        r = 0.3 * h + 0.14 * w
        pod = lathe(
            [(0.8 * r, -1.1 * r), (r, -0.3 * r), (0.92 * r, 1.6 * r), (0.5 * r, 2.6 * r), (0.1, 3.2 * r)]
        ) - cylinder(0.68 * r, 0.8 * r).move(y=-1.1 * r)
        at = (x * w, y + ey * h, -half + 0.2 * r)
        d.add(f"engine_{i + 1}", pod.rotate(x=90).move(*at), "engine", group="engines")
        d.add(
            f"thruster_{i + 1}",
            sphere(0.6 * r, 0.6 * r, 0.3 * r).move(at[0], at[1], at[2] - 0.68 * r),
            "glow",
            group="engines",
        )
    if v.tails:
        d.add(
            "tails",
            wing(1.3 * h + 0.3, 0.42 * half, 0.2 * half, 0.14, 0.24 * half)
            .rotate(z=70)
            .move(x=0.6 * w, y=y + 0.5 * h, z=-0.68 * half)
            .mirrored(),
            "wing",
        )
    gun = union(
        cylinder(0.07, 0.36 * half).rotate(x=90).move(z=0.18 * half),
        cylinder(0.12, 0.3 * half, bevel=0.03).rotate(x=90),
        cylinder(0.095, 0.12).rotate(x=90).move(z=0.35 * half),
    )
    if v.guns:
        t = 0.96 if k == "fighter" else 0.6
        lift = 0.0 if len(places) == 1 else 0.24 * t * (span - 0.5 * w)
        spots = [
            (
                0.5 * w + t * (span - 0.5 * w) * (1 if len(places) == 1 else 0.97),
                places[0][0] + v.dihedral * span * t + lift,
                wz - v.sweep * 0.7 * half * t + 0.08 * half,
            )
        ] + ([(nose[0] * w * 0.75, y - 0.42 * h, 0.7 * half)] if v.guns > 2 else [])
        d.add("guns", union(*(gun.move(*s) for s in spots)).mirrored(), "gun")
    if v.stripes:
        skin = hull.move(y=-y).scale(1.015, 1.015, 1.0).move(y=y)
        d.add(
            "stripes",
            skin
            & union(
                box(0.3 * w, 9, 0.55 * half).move(x=0.3 * w, z=0.6 * half).mirrored(),
                box(9, 9, 0.05 * half).move(z=-0.1 * half),
            ),
            "stripe",
        )
    leg = sweep([(0.4 * w, y - 0.6 * h, 0), (0.6 * w, 0.1, 0)], 0.09) + box(0.5, 0.1, 0.6, 0.03).move(x=0.6 * w, y=0.05)
    d.add("landing_gear", union(leg.move(z=-0.55 * half), leg.move(z=0.3 * half)).mirrored(), "engine")
    d.add("lights", sphere(0.24).move(x=0.93 * w, y=y + 0.3 * h, z=-0.78 * half).mirrored(), "glow")
    d.point("top", (0, y + h, -0.2 * half), size=w)
    d.point("seat", (0, y + 0.2 * h, cz))
    return d
