"""Rockets, spaceships, flying saucers, hover bikes and hot air balloons."""

from __future__ import annotations

import itertools
import math

from maquette.shapes.api import bone as b
from maquette.shapes.api import box, capsule, cylinder, lathe, organic, sphere, sweep, torus, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, Whole, family
from maquette.shapes.sub.hulls import across, along_z, frustum, oval, wing


@family(
    "rocket",
    "vehicle",
    nouns={
        "rocket ship": {"kind": "retro"},
        "space rocket": {},
        "rocketship": {"kind": "retro"},
        "retro rocket": {"kind": "retro"},
        "moon rocket": {"kind": "retro"},
        "missile": {"kind": "modern", "windows": 0, "boosters": False},
        "launch vehicle": {"kind": "modern"},
    },
    parameters=(
        Choice("kind", ("retro", "modern")),
        Real("height", 10, 7.5, 14),
        Real("radius", 1.3, 1.0, 1.7),
        Whole("fins", 3, 3, 5),
        Real("fin_length", 1.5, 1.1, 2.1),
        Whole("windows", 2, 0, 4),
        Whole("rings", 2, 1, 4),
        Flag("boosters", 0.4),
        Flag("flame", 0.35),
        Flag("antenna", 0.6),
        Flag("ladder", 0.4),
    ),
    slots={
        "body": ("paint:#eeeeea", "paint:#c63a2d", "steel", "paint:#e8b23a"),
        "fin": ("paint:#c63a2d", "paint:#24508a", "paint:#e0862b"),
        "nose": ("paint:#c63a2d", "paint:#24508a", "paint:#e0862b"),
        "glass": ("glow:#a8e4ff", "dark glass"),
        "metal": ("steel", "brass"),
        "engine": ("gunmetal",),
        "flame": ("glow:#ffa030",),
        "booster": ("paint:#eeeeea", "paint:#d8dcdf"),
    },
    words={
        "boosters": {"boosters": True},
        "flame": {"flame": True},
        "flames": {"flame": True},
        "fire": {"flame": True},
        "ladder": {"ladder": True},
        "antenna": {"antenna": True},
    },
    paints={
        "fins": "fin",
        "wings": "fin",
        "windows": "glass",
        "porthole": "glass",
        "nose cone": "nose",
        "tip": "nose",
        "stripes": "nose",
    },
    height=(7.5, 19),
)
def rocket(v: Values) -> Draft:
    """A bellied or straight body on fins, portholes, a nose cone and a nozzle."""
    h, r = v.height, v.radius
    d = Draft(extent=1.15 * h)
    retro = v.kind == "retro"
    base = 0.16 * h if retro else 0.12 * h
    shape = (
        [(0.62, 0.0), (0.84, 0.14), (1.0, 0.4), (0.96, 0.58), (0.72, 0.78), (0.4, 0.92), (0.0, 1.0)]
        if retro
        else [(0.95, 0.0), (1.0, 0.03), (1.0, 0.5), (0.86, 0.56), (0.86, 0.78), (0.66, 0.88), (0.32, 0.965), (0.0, 1.0)]
    )
    tall = h - base

    def wide(t: float) -> float:
        for (r0, y0), (r1, y1) in itertools.pairwise(shape):
            if y0 <= t <= y1:
                return r * (r0 + (r1 - r0) * (t - y0) / (y1 - y0))
        return 0.1 * r

    body = lathe([(r * a, base + tall * t) for a, t in shape], smooth=retro)
    cut = base + tall * (0.8 if retro else 0.78)
    d.add("body", body - box(9 * r, h, 9 * r).move(y=cut + h / 2), "body")
    d.add("nose", body & box(9 * r, h, 9 * r).move(y=cut + h / 2), "nose")
    bands = [
        lathe(
            [
                (0.5 * r, y - 0.06),
                (wide((y - base) / tall) + 0.05, y - 0.06),
                (wide((y - base) / tall) + 0.05, y + 0.06),
                (0.5 * r, y + 0.06),
            ]
        )
        for y in (cut, *(base + tall * (0.1 + 0.5 * i / max(v.rings, 2)) for i in range(v.rings)))
    ]
    d.add("rings", union(*bands), "metal")
    fl = v.fin_length
    for i in range(v.fins):
        if retro:
            fin = across(
                [
                    (0.7 * r, base + 0.34 * tall),
                    (r + 0.45 * fl, base + 0.16 * tall),
                    (r + fl, 0.3),
                    (r + fl, 0.0),
                    (r + 0.75 * fl, 0.0),
                    (r + 0.5 * fl, base * 0.7),
                    (0.5 * r, base + 0.06 * tall),
                ],
                0.22,
                0.06,
            )
        else:
            fin = across(
                [
                    (0.7 * r, base + 0.26 * tall),
                    (r + 0.55 * fl, base + 0.06 * tall),
                    (r + 0.6 * fl, 0.0),
                    (r + 0.4 * fl, 0.0),
                    (0.7 * r, base * 0.9),
                ],
                0.2,
                0.05,
            )
        d.add(f"fin_{i + 1}", fin.rotate(y=360 * i / v.fins + 180 / v.fins), "fin", group="fins")
    bell = lathe(
        [
            (0.62 * r, base * 0.35),
            (0.4 * r, base * 0.8),
            (0.34 * r, base + 0.1),
            (0.2 * r, base + 0.1),
            (0.34 * r, base * 0.7),
            (0.54 * r, base * 0.35),
            (0.62 * r, base * 0.35),
        ]
    )
    d.add("engine", union(bell, cylinder(0.42 * r, 0.3).move(y=base + 0.1)), "engine")
    if v.flame:
        d.add(
            "flame",
            lathe([(0.02, 0.0), (0.3 * r, 0.28 * base), (0.46 * r, 0.5 * base), (0.3 * r, base)], smooth=True),
            "flame",
        )
    for i in range(v.windows):
        t = 0.62 - 0.17 * i if retro else 0.68 - 0.15 * i
        size, z = 0.3 * r * (1 - 0.1 * i), wide(t)
        d.add(
            f"window_{i + 1}",
            sphere(size, size, 0.13 * r).move(y=base + t * tall, z=z * 0.985),
            "glass",
            group="windows",
        )
        d.add(
            f"window_rim_{i + 1}",
            torus(1.05 * size, 0.22 * size).rotate(x=90).move(y=base + t * tall, z=z * 0.99),
            "metal",
            group="windows",
        )
    if v.boosters:
        for s, side in ((1, "left"), (-1, "right")):
            pod = lathe(
                [
                    (0.3 * r, 0.35 * base),
                    (0.22 * r, 0.8 * base),
                    (0.38 * r, base),
                    (0.38 * r, base + 0.42 * tall),
                    (0.25 * r, base + 0.5 * tall),
                    (0.0, base + 0.56 * tall),
                ]
            )
            links = union(*(box(0.9 * r, 0.2, 0.2).move(x=-0.4 * r, y=base + t * tall) for t in (0.12, 0.38)))
            d.add(
                f"booster_{side}",
                union(pod, links).rotate(y=0 if s > 0 else 180).move(x=s * 1.45 * r),
                "booster",
                group="boosters",
            )
    if v.antenna:
        d.add(
            "antenna",
            union(cylinder(0.05, 0.14 * h, 0.035).move(y=h + 0.05 * h), sphere(0.11).move(y=h + 0.12 * h)),
            "metal",
        )
    if v.ladder:
        y1 = base + 0.5 * tall
        z = 1.02 * r + 0.1
        rails = sweep([(0.22, base * 0.3, z), (0.22, y1, z)], 0.04).mirrored()
        n = int((y1 - base * 0.3) / 0.4)
        rungs = union(
            *(
                sweep([(-0.24, base * 0.3 + 0.4 * i, z), (0.24, base * 0.3 + 0.4 * i, z)], 0.03, sides=6)
                for i in range(1, n)
            )
        )
        d.add(
            "ladder",
            union(
                rails,
                rungs,
                *(box(0.5, 0.1, 0.6 * r).move(y=base + t * tall, z=z - 0.3 * r) for t in (0.1, 0.28, 0.46)),
            ),
            "metal",
        )
    d.point("top", (0, h, 0), size=0.5 * r)
    return d


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


@family(
    "flying saucer",
    "vehicle",
    nouns={
        "ufo": {},
        "alien ship": {},
        "alien spaceship": {},
        "saucer": {},
        "mothership": {"radius": 5.5, "lights": 20},
    },
    parameters=(
        Real("radius", 3.2, 2.6, 5.5),
        Real("height", 1.2, 0.9, 1.7, about="of the disc"),
        Real("dome", 0.42, 0.32, 0.55, unit="", about="radius of the dome, share"),
        Real("dome_height", 0.9, 0.6, 1.2, unit=""),
        Whole("lights", 12, 6, 20),
        Whole("legs", 3, 3, 5),
        Whole("ribs", 8, 0, 16),
        Whole("antennas", 1, 0, 3),
        Flag("beam", 0.2),
        Flag("ring", 0.6),
        Flag("ramp", 0.3),
    ),
    slots={
        "hull": ("steel", "panels", "paint:#7f8f9c", "titanium", "paint:#5a7a6a"),
        "dome": ("glow:#7fe8c8", "glass", "glow:#9ad0ff", "dark glass"),
        "trim": ("gunmetal", "chrome", "copper"),
        "light": ("glow:#ffd23a", "glow:#5affc0", "glow:#ff5a4a", "glow:#5ab8ff"),
        "leg": ("gunmetal", "steel"),
        "beam": ("glow:#b8ffd8",),
    },
    words={"beam": {"beam": True}, "dome": {}, "ramp": {"ramp": True}, "antenna": {"antennas": 1}},
    paints={"body": "hull", "lights": "light", "cockpit": "dome", "legs": "leg"},
    height=(2.0, 8.0),
)
def flying_saucer(v: Values) -> Draft:
    """A lens with a dome and a ring of lights, on thin legs."""
    r, t = v.radius, v.height
    d = Draft(extent=2 * r)
    y = 0.55 * t + 1.1 + (0.9 if v.beam else 0)
    disc = lathe(
        [
            (0.0, -0.5 * t),
            (0.38 * r, -0.46 * t),
            (0.62 * r, -0.26 * t),
            (0.96 * r, -0.04 * t),
            (r, 0.03 * t),
            (0.95 * r, 0.1 * t),
            (0.66 * r, 0.28 * t),
            (0.45 * r, 0.46 * t),
            (0.0, 0.48 * t),
        ]
    )
    d.add("hull", disc.move(y=y), "hull")
    dr = v.dome * r
    d.add(
        "dome",
        sphere(dr, dr * v.dome_height, dr).move(y=y + 0.4 * t) - box(9 * r, 4, 9 * r).move(y=y - 2 + 0.1 * t),
        "dome",
    )
    d.add("dome_rim", torus(1.02 * dr, 0.07 * dr).move(y=y + 0.45 * t), "trim")
    lamp = sphere(0.075 * r, 0.06 * r, 0.075 * r).move(x=0.8 * r, y=y + 0.2 * t)
    d.add("lights", lamp.around(v.lights), "light")
    under = sphere(0.06 * r, 0.05 * r, 0.06 * r).move(x=0.5 * r, y=y - 0.38 * t)
    d.add("lights_below", under.around(max(6, v.lights // 2)), "light")
    d.add("reactor", lathe([(0.14 * r, -0.68 * t), (0.26 * r, -0.6 * t), (0.3 * r, -0.4 * t)]).move(y=y), "trim")
    if not v.beam:
        d.add("reactor_glow", sphere(0.15 * r, 0.1 * t, 0.15 * r).move(y=y - 0.66 * t), "light")
    if v.ring:
        d.add("ring", torus(0.99 * r, 0.05 * r).move(y=y + 0.03 * t), "trim")
    if v.ribs:
        d.add(
            "ribs",
            sweep(
                [(0.46 * r, y + 0.46 * t, 0), (0.66 * r, y + 0.29 * t, 0), (0.94 * r, y + 0.11 * t, 0)],
                0.022 * r,
                smooth=False,
            )
            .around(v.ribs)
            .rotate(y=180 / v.lights),
            "trim",
        )
    foot = union(
        sweep([(0.45 * r, y - 0.36 * t, 0), (0.68 * r, 0.12, 0)], 0.032 * r),
        lathe([(0.11 * r, 0), (0.11 * r, 0.05), (0.05 * r, 0.16)]).move(x=0.68 * r),
    )
    d.add("legs", foot.around(v.legs).rotate(y=-90 if v.legs % 2 else 45), "leg")
    if v.beam:
        d.add("beam", lathe([(0.42 * r, 0.0), (0.16 * r, y - 0.62 * t)]), "beam")
    top = y + 0.4 * t + dr * v.dome_height
    for i in range(v.antennas):
        lean = (i - (v.antennas - 1) / 2) * 0.5 * dr
        d.add(
            f"antenna_{i + 1}",
            union(
                sweep([(0.4 * lean, top - 0.25 * dr, 0), (1.2 * lean, top + 0.5, 0)], 0.016 * r),
                sphere(0.035 * r).move(1.2 * lean, top + 0.52, 0),
            ),
            "trim",
            group="antennas",
        )
    if v.ramp:
        d.add(
            "ramp",
            across([(0.35 * r, y - 0.42 * t), (0.98 * r, 0.0), (1.0 * r, 0.06), (0.42 * r, y - 0.34 * t)], 0.36 * r),
            "trim",
        )
    d.point("top", (0, top, 0), size=dr)
    d.point("seat", (0, y + 0.4 * t, 0))
    return d


@family(
    "hover bike",
    "vehicle",
    nouns={
        "hoverbike": {},
        "sci-fi bike": {},
        "speeder": {},
        "speeder bike": {},
        "hovercraft": {"kind": "craft"},
        "landspeeder": {"kind": "craft"},
        "hover car": {"kind": "craft"},
        "flying car": {"kind": "craft"},
        "jet bike": {},
    },
    parameters=(
        Choice("kind", ("bike", "craft")),
        Real("length", 2.8, 2.4, 3.4),
        Real("width", 0.5, 0.42, 0.6),
        Real("height", 0.42, 0.3, 0.55, about="above the ground"),
        Real("seat_height", 0.45, 0.38, 0.55),
        Whole("engines", 2, 1, 3),
        Whole("pads", 4, 2, 6),
        Flag("fins", 0.7),
        Flag("guns", 0.4),
        Flag("windshield", 0.6),
        Flag("bags", 0.3),
    ),
    slots={
        "body": ("car paint:#c8402c", "car paint:#2a6aa8", "car paint:#e0902a", "panels", "car paint:#2c3036"),
        "trim": ("gunmetal", "titanium"),
        "seat": ("leather:#241f1d", "leather"),
        "glow": ("glow:#3fd0ff", "glow:#ff7a3a", "glow:#8affb0"),
        "glass": ("dark glass",),
        "metal": ("steel", "chrome"),
    },
    words={"fins": {"fins": True}, "guns": {"guns": True}, "windshield": {"windshield": True}, "bags": {"bags": True}},
    paints={"engines": "trim", "lights": "glow", "accents": "glow", "pads": "glow"},
    height=(0.8, 2.2),
)
def hover_bike(v: Values) -> Draft:
    """A long body on glowing pads that rest on the ground, a saddle, steering vanes and jets."""
    craft = v.kind == "craft"
    half, w = v.length / 2 * (1.3 if craft else 1.0), v.width / 2 * (2.6 if craft else 1.0)
    d = Draft(extent=2 * half)
    y, s = v.height + 0.2, v.seat_height
    rings = [
        (oval(0.7 * w, 0.22, y + 0.08, 2.6), -half),
        (oval(w, 0.3 if not craft else 0.34, y + 0.06, 2.6), -0.6 * half),
        (oval(0.8 * w if not craft else w, 0.22 if not craft else 0.34, y, 2.6), -0.05 * half),
        (oval(0.85 * w, 0.28, y + 0.06, 2.6), 0.4 * half),
        (oval(0.5 * w, 0.16, y, 2.3), 0.8 * half),
        (oval(0.12 * w, 0.05, y - 0.04), half),
    ]
    hull = along_z(rings)
    if craft:
        hull = hull - box(1.5 * w, 0.5, 0.62 * half, 0.08).move(y=y + 0.36, z=-0.12 * half)
    d.add("body", hull, "body")
    n = v.pads // 2
    for i in range(n):
        z = half * (-0.62 + 1.1 * i / max(n - 1, 1)) if n > 1 else 0.0
        pad = lathe([(0.2, 0.12), (0.24, 0.2), (0.16, v.height), (0.1, v.height + 0.12)])
        d.add(
            f"pads_{i + 1}",
            union(pad.move(x=0.72 * w), box(w, 0.1, 0.16).move(x=0.5 * w, y=v.height + 0.06)).move(z=z).mirrored(),
            "trim",
            group="pads",
        )
        d.add(
            f"pad_glow_{i + 1}",
            cylinder(0.2, 0.16, 0.17).move(x=0.72 * w, y=0.08, z=z).mirrored(),
            "glow",
            group="pads",
        )
    if n == 1:
        d.add("pads_rear", box(0.2, y, 0.3, 0.04).move(y=y / 2, z=-0.7 * half), "trim")
    top = y + s * 0.55
    if craft:
        chair = union(box(0.5 * w, 0.14, 0.5, 0.05), box(0.5 * w, 0.55, 0.14, 0.06).rotate(x=-10).move(y=0.28, z=-0.22))
        d.add("seats", chair.move(x=0.4 * w, y=y + 0.15, z=-0.16 * half).mirrored(), "seat")
    else:
        d.add(
            "seat",
            organic(
                [
                    b((0, top - 0.08, 0.02), (0, top - 0.04, -0.3), 0.13, 0.15),
                    b((0, top - 0.06, -0.3), (0, top + 0.04, -0.56), 0.13, 0.1),
                ],
                0.06,
                cells=40,
            ),
            "seat",
        )
        d.add("seat_base", box(0.9 * w, 0.36, 0.66, 0.06).move(y=y + 0.2, z=-0.25), "trim")
        d.add("tank", organic([b((0, y + 0.28, 0.5), (0, y + 0.26, 0.16), 0.17, 0.13)], 0.02, cells=32), "body")
    hz, hy = (0.42, y + 0.62) if not craft else (0.16 * half, y + 0.42)
    d.add(
        "handlebar",
        sweep([(0, y + 0.2, hz + 0.16), (0, hy - 0.04, hz), (0, hy, hz)], 0.04)
        + sweep([(-0.34, hy + 0.03, hz - 0.12), (0, hy, hz), (0.34, hy + 0.03, hz - 0.12)], 0.022)
        if not craft
        else union(
            torus(0.17, 0.022).rotate(x=65).move(0.4 * w, hy, hz - 0.1),
            cylinder(0.025, 0.4).rotate(x=65).move(0.4 * w, hy - 0.08, hz + 0.06),
            box(1.5 * w, 0.22, 0.2, 0.05).move(y=y + 0.24, z=hz + 0.14),
            box(0.32, 0.025, 0.03).move(0.4 * w, hy, hz - 0.1),
        ),
        "metal",
    )
    if not craft:
        d.add(
            "vanes",
            union(
                box(0.05, 0.34, 0.3, 0.015).move(x=0.3, y=y - 0.02, z=half + 0.02),
                sweep([(0.1, y + 0.05, 0.45 * half), (0.28, y, half)], 0.035),
            ).mirrored()
            + box(0.6, 0.04, 0.1).move(y=y, z=half),
            "metal",
        )
    for i in range(v.engines):
        x = (i - (v.engines - 1) / 2) * (0.95 * w if v.engines > 1 else 0)
        r = 0.15 if not craft else 0.22
        d.add(
            f"engine_{i + 1}",
            lathe([(0.8 * r, -2.0 * r), (r, -r), (r, 1.5 * r), (0.4 * r, 3 * r)])
            .rotate(x=90)
            .move(x, y + 0.12, -half + 0.05),
            "trim",
            group="engines",
        )
        d.add(
            f"jet_{i + 1}",
            sphere(0.68 * r, 0.68 * r, 0.4 * r).move(x, y + 0.12, -half + 0.05 - 1.9 * r),
            "glow",
            group="engines",
        )
    if v.fins:
        d.add(
            "fins",
            wing(0.55, 0.6, 0.3, 0.07, 0.3).rotate(z=55).move(x=0.5 * w, y=y + 0.2, z=-0.75 * half).mirrored(),
            "body",
        )
    if v.guns:
        d.add(
            "guns",
            (
                cylinder(0.045, 0.9).rotate(x=90).move(x=0.9 * w + 0.06, y=y - 0.06, z=0.45 * half)
                + box(0.2, 0.14, 0.3, 0.03).move(x=0.85 * w, y=y - 0.04, z=0.28 * half)
            ).mirrored(),
            "metal",
        )
    if v.windshield:
        d.add(
            "windshield",
            across([(0, 0), (-0.03, 0.0), (-0.24, 0.34), (-0.2, 0.34)], 0.34 if not craft else 1.5 * w)
            .tapered(0.8, 1)
            .move(y=y + 0.26, z=0.36 * half if craft else 0.66),
            "glass",
        )
    if v.bags and not craft:
        d.add("bags", box(0.14, 0.26, 0.4, 0.04).move(x=w + 0.03, y=y + 0.1, z=-0.5 * half).mirrored(), "seat")
    d.add("headlight", sphere(0.2 * w + 0.02, 0.07, 0.15).move(y=y + 0.14, z=0.78 * half), "glow")
    d.point("seat", (0, top + 0.08, -0.2), size=0.3)
    d.point("top", (0, top + 0.08, -0.2), size=0.3)
    return d


@family(
    "hot air balloon",
    "vehicle",
    nouns={
        "balloon ride": {},
        "air balloon": {},
        "airship": {"kind": "airship"},
        "zeppelin": {"kind": "airship"},
        "blimp": {"kind": "airship"},
    },
    parameters=(
        Choice("kind", ("round", "drop", "airship")),
        Real("radius", 4.0, 3.2, 5.0),
        Real("height", 1.15, 1.0, 1.3, unit="", about="of the envelope, relative"),
        Real("basket_width", 1.5, 1.2, 1.9),
        Real("basket_height", 1.1, 0.9, 1.3),
        Whole("gores", 12, 8, 16, about="strips of cloth"),
        Whole("ropes", 8, 6, 12),
        Whole("bands", 1, 0, 2),
        Flag("flame", 0.8),
        Flag("sandbags", 0.6),
        Flag("flag", 0.4),
    ),
    slots={
        "envelope": ("fabric:#c8362c", "fabric:#2c6fb5", "fabric:#e0902a", "fabric:#6b4a9e", "fabric:#2f8f6a"),
        "gore": ("fabric:#f0d060", "fabric:#f2eee2", "fabric:#f0b43a"),
        "band": ("fabric:#f2eee2", "fabric:#20406a"),
        "basket": ("wicker",),
        "rope": ("rope",),
        "burner": ("steel",),
        "flame": ("glow:#ffb040",),
        "bag": ("canvas",),
        "metal": ("gunmetal",),
    },
    words={
        "basket": {},
        "flame": {"flame": True},
        "sandbags": {"sandbags": True},
        "flag": {"flag": True},
        "striped": {"gores": 12},
        "stripes": {"gores": 12},
    },
    paints={"balloon": "envelope", "stripes": "gore", "ropes": "rope", "gondola": "basket", "flag": "band"},
    height=(7, 19),
)
def hot_air_balloon(v: Values) -> Draft:
    """A striped envelope over a basket on ropes; or a cigar with a gondola."""
    r, bw, bh = v.radius, v.basket_width / 2, v.basket_height
    if v.kind == "airship":
        d = Draft(extent=4.6 * r)
        half, y = 2.3 * r, bh + 0.9 * r
        shape = [
            (0.0, -1.0),
            (0.3, -0.93),
            (0.68, -0.6),
            (0.94, -0.15),
            (0.96, 0.3),
            (0.78, 0.7),
            (0.42, 0.94),
            (0.0, 1.0),
        ]
        body = lathe([(0.85 * r * a, half * t) for a, t in shape], smooth=True).rotate(x=90)
        strips = union(
            *(
                box(2 * math.pi * 0.78 * r / v.gores, 4 * r, 9 * r).rotate(z=360 * i / v.gores)
                for i in range(0, v.gores, 2)
            )
        )
        d.add("envelope", body.move(y=y), "envelope")
        d.add("stripes", (body.scale(1.012, 1.012, 1) & strips).move(y=y), "gore")
        fin = wing(0.75 * r, 0.9 * r, 0.5 * r, 0.12 * r, 0.25 * r)
        d.add(
            "fins", union(*(fin.move(x=0.25 * r).rotate(z=90 * i) for i in range(4))).move(y=y, z=-0.8 * half), "gore"
        )
        car = along_z(
            [
                (oval(0.4 * bw, 0.35 * bh, 0.55 * bh, 3), -1.6 * bw),
                (oval(bw, 0.5 * bh, 0.5 * bh, 4), -1.2 * bw),
                (oval(bw, 0.5 * bh, 0.5 * bh, 4), 1.3 * bw),
                (oval(0.5 * bw, 0.3 * bh, 0.6 * bh, 3), 2.0 * bw),
            ]
        )
        d.add("gondola", car, "basket")
        d.add(
            "windows",
            (car.scale(1.03, 1, 1) & box(9, 0.3 * bh, 0.5 * bw, 0.04).move(y=0.68 * bh, z=-bw).repeat(4, z=0.68 * bw))
            - box(bw, 9, 9),
            "metal",
        )
        d.add(
            "struts",
            union(
                *(sweep([(0.7 * bw, 0.8 * bh, z * bw), (0.7 * bw, y - 0.7 * r, z * bw)], 0.1) for z in (-1.0, 1.1))
            ).mirrored()
            + box(0.4, y - 0.8 * r - 0.3 * bh, 2.4 * bw).move(y=(y - 0.8 * r + bh) / 2),
            "metal",
        )
        d.add(
            "engines",
            union(
                capsule(0.25, 1.1).rotate(x=90),
                box(0.06, 1.3, 0.12).move(z=-0.55),
                box(1.3, 0.06, 0.12).move(z=-0.55),
                box(0.8, 0.12, 0.2).move(x=-0.4),
            )
            .move(x=bw + 0.65, y=0.6 * bh + 0.2, z=-0.6 * bw)
            .mirrored(),
            "metal",
        )
        d.point("top", (0, y + 0.8 * r, 0), size=r)
        return d
    tall = 2 * r * v.height
    base = bh + 1.5 + 0.25 * r
    d = Draft(extent=base + tall)
    mouth = 0.3 * r
    if v.kind == "drop":
        shape = [
            (mouth, 0.0),
            (0.45 * r, 0.14),
            (0.75 * r, 0.36),
            (0.97 * r, 0.6),
            (0.95 * r, 0.78),
            (0.68 * r, 0.93),
            (0.3 * r, 0.99),
            (0.0, 1.0),
        ]
    else:
        shape = [
            (mouth, 0.0),
            (0.6 * r, 0.13),
            (0.9 * r, 0.32),
            (1.0 * r, 0.54),
            (0.9 * r, 0.76),
            (0.62 * r, 0.92),
            (0.3 * r, 0.985),
            (0.0, 1.0),
        ]
    skin = lathe([(a, base + t * tall) for a, t in shape], smooth=True) - cylinder(0.85 * mouth, 0.7 * r).move(y=base)
    d.add("envelope", skin, "envelope")
    wedge = math.pi / v.gores
    strips = union(
        *(
            frustum(0, (0, 1.4 * r), 0.05, 1, (0, 1.4 * r), 0.05)
            .scale(1, base + tall + 1, 1)
            .rotate(y=360 * i / v.gores)
            if False
            else across(
                [(0, 0), (1.5 * r, 0), (1.5 * r, base + tall + 1), (0, base + tall + 1)], 1.05 * r * wedge
            ).rotate(y=720 * i / v.gores)
            for i in range(v.gores // 2)
        )
    )
    grown = skin.move(y=-base - tall / 2).scale(1.012).move(y=base + tall / 2)
    d.add("gores", (grown & strips), "gore")
    if v.bands:
        more = skin.move(y=-base - tall / 2).scale(1.02, 1.0, 1.02).move(y=base + tall / 2)
        d.add(
            "bands",
            more & union(*(box(9 * r, 0.12 * r, 9 * r).move(y=base + t * tall) for t in (0.5, 0.62)[: v.bands])),
            "band",
        )
    d.add("mouth_ring", torus(1.0 * mouth, 0.07).move(y=base + 0.03), "band")
    basket = box(2 * bw, bh, 2 * bw, 0.1) - box(2 * bw - 0.2, bh, 2 * bw - 0.2, 0.06).move(y=0.14)
    d.add("basket", basket.move(y=bh / 2), "basket")
    edge = union(
        *(
            capsule(0.09, 2 * bw).rotate(z=90).move(y=y, z=s * (bw - 0.04))
            + capsule(0.09, 2 * bw).rotate(x=90).move(x=s * (bw - 0.04), y=y)
            for s in (1, -1)
            for y in (bh, 0.12)
        )
    )
    d.add("basket_edge", edge, "bag" if v.gores % 2 else "basket")
    frame = bh + 0.95
    posts = union(
        *(
            sweep([(x * (bw - 0.1), bh - 0.1, z * (bw - 0.1)), (x * 0.42, frame, z * 0.42)], 0.05)
            for x in (1, -1)
            for z in (1, -1)
        )
    )
    d.add(
        "burner",
        union(
            posts,
            box(0.95, 0.08, 0.95, 0.02).move(y=frame),
            cylinder(0.16, 0.5).move(y=frame + 0.15),
            cylinder(0.24, 0.16, 0.3).move(y=frame + 0.4),
        ),
        "burner",
    )
    if v.flame:
        d.add(
            "flame",
            lathe([(0.1, 0), (0.2, 0.25), (0.14, 0.7), (0.01, 1.15)], smooth=True).move(y=frame + 0.42),
            "flame",
        )
    lines = []
    for i in range(v.ropes):
        a = 2 * math.pi * (i + 0.5) / v.ropes
        c, s = math.cos(a), math.sin(a)
        k = 0.47 / max(abs(c), abs(s))
        lines.append(sweep([(k * c, frame, k * s), (1.02 * mouth * c, base + 0.01, 1.02 * mouth * s)], 0.04, sides=6))
    d.add("ropes", union(*lines), "rope")
    if v.sandbags:
        bag = sphere(0.17, 0.26, 0.17) + cylinder(0.05, 0.5).move(y=0.3)
        d.add("sandbags", union(*(bag.move(x=bw + 0.07, y=0.6 * bh, z=z * bw) for z in (-0.5, 0.5))).around(4), "bag")
    if v.flag:
        d.add(
            "flag",
            union(
                cylinder(0.06, 1.4).move(y=base + tall + 0.5),
                across([(0, 0), (-1.3, 0.25), (0, 0.55)], 0.1).move(y=base + tall + 0.6),
            ),
            "band",
        )
    d.point("top", (0, base + tall, 0), size=r)
    d.point("seat", (0, 0.2, 0), size=bw)
    return d
