"""Sailing ships: sloops to galleons."""

from __future__ import annotations

from maquette.shapes.api import box, cylinder, extrude, lathe, sphere, sweep, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, Whole, family
from maquette.shapes.sub.boats import boat_hull, rail, sail
from maquette.shapes.sub.hulls import across, along_z, frustum, oval


@family(
    "sailing ship",
    "vehicle",
    nouns={
        "sailboat": {"masts": 1, "rig": "triangular", "castle": False},
        "sailing boat": {"masts": 1, "rig": "triangular", "castle": False},
        "pirate ship": {"flag": "pirate", "cannons": 4, "castle": True, "rig": "square"},
        "galleon": {"castle": True, "cannons": 5, "rig": "square", "masts": 3},
        "viking ship": {"masts": 1, "rig": "square", "castle": False, "cannons": 0, "shields": True},
        "longship": {"masts": 1, "rig": "square", "castle": False, "cannons": 0, "shields": True},
        "frigate": {"masts": 3, "rig": "square"},
        "caravel": {"masts": 2},
        "tall ship": {"masts": 3, "rig": "square"},
        "schooner": {"masts": 2, "rig": "triangular"},
    },
    parameters=(
        Real("length", 22, 17, 28),
        Real("width", 6, 5, 7.2),
        Real("height", 15, 12, 18, about="of the main mast above the deck"),
        Real("depth", 3.6, 3.0, 4.4),
        Whole("masts", 3, 1, 3),
        Whole("sails", 2, 1, 3, about="on each mast"),
        Whole("cannons", 4, 0, 6, about="on each side"),
        Choice("rig", ("square", "triangular")),
        Choice("flag", ("none", "plain", "pirate")),
        Flag("castle", 0.75, about="raised decks at the stern and the bow"),
        Flag("crows_nest", 0.6),
        Flag("lanterns", 0.6),
        Flag("shields", 0.05),
    ),
    slots={
        "hull": ("planks", "walnut", "oak", "mahogany"),
        "deck": ("oak", "pine"),
        "trim": ("gold", "paint:#8f2b23", "paint:#20406a", "walnut"),
        "mast": ("walnut", "oak"),
        "sail": ("canvas", "cotton", "fabric:#b23a2e", "fabric:#26262a"),
        "cannon": ("cast iron",),
        "glass": ("glow:#ffc766", "dark glass"),
        "flag": ("fabric:#1b1b1e", "fabric:#b23a2e", "fabric:#20406a"),
        "bone": ("bone",),
        "lantern": ("glow:#ffc766",),
        "shield": ("paint:#b23a2e", "paint:#d9a52a"),
    },
    words={
        "cannon": {"cannons": 4},
        "cannons": {"cannons": 4},
        "flag": {"flag": "plain"},
        "lanterns": {"lanterns": True},
        "crow's nest": {"crows_nest": True},
        "shields": {"shields": True},
        "skull": {"flag": "pirate"},
    },
    paints={"sails": "sail", "masts": "mast", "windows": "glass", "cannons": "cannon", "lantern": "lantern"},
    height=(11, 32),
)
def sailing_ship(v: Values) -> Draft:
    """A hull with castles fore and aft, masts with yards and bellied sails."""
    length, w, depth = (
        v.length * (1.0 if v.masts > 1 else 0.75),
        v.width / 2 * (1.0 if v.masts > 1 else 0.8),
        v.depth * (1.0 if v.masts > 1 else 0.8),
    )
    d = Draft(extent=max(length * 1.15, v.height + depth + 1))
    sheer = 0.45 if v.shields else 0.28
    transom = 0.1 if v.shields else 0.72
    solid = boat_hull(length, 2 * w, depth, sheer=sheer, transom=transom)
    well = boat_hull(0.92 * length, 1.84 * w, 0.5 * depth, sheer=2 * sheer, transom=transom, rise=0).move(y=0.8 * depth)
    d.add("hull", solid - well, "hull")
    d.add(
        "deck",
        boat_hull(0.95 * length, 1.9 * w, 0.22 * depth, sheer=sheer, transom=transom).move(y=0.62 * depth),
        "deck",
    )
    wales = [rail(length, 2 * w, depth, 0.16, sheer=sheer, transom=transom)]
    d.add(
        "rails",
        union(*wales, (solid.scale(1.03, 1, 1.004) & box(20, 0.14, 60).move(y=0.62 * depth)) - box(0.6 * w, 9, 60)),
        "trim",
    )
    d.add(
        "keel",
        union(
            box(0.3, 0.5, 0.7 * length).move(y=0.12, z=-0.05 * length),
            box(0.22, 0.8 * depth, 0.1 * length).move(y=0.5 * depth, z=-0.5 * length),
        ),
        "hull",
    )
    floor = 0.82 * depth
    if v.castle:
        z0, z1 = -0.52 * length, -0.24 * length
        top = depth * 1.9
        d.add(
            "stern_castle",
            frustum(0.6 * depth, (z0 + 0.4, z1), 0.74 * w, top, (z0 - 0.5, z1), 0.7 * w)
            - box(1.2 * w, 1.2, z1 - z0 - 0.5).move(y=top + 0.1, z=(z0 + z1) / 2 - 0.2),
            "hull",
        )
        d.add(
            "stern_trim",
            union(
                frustum(top - 0.1, (z0 - 0.65, z1 + 0.06), 0.74 * w, top + 0.1, (z0 - 0.7, z1 + 0.06), 0.74 * w)
                - box(1.24 * w, 3, z1 - z0 - 0.1).move(y=top, z=(z0 + z1) / 2 - 0.2),
                frustum(1.15 * depth, (z0 + 0.0, z1), 0.76 * w, 1.15 * depth + 0.2, (z0 - 0.1, z1 + 0.05), 0.76 * w)
                - box(1.3 * w, 3, z1 - z0 - 0.4).move(y=depth, z=(z0 + z1) / 2),
            ),
            "trim",
        )
        panes = box(0.3 * w, 0.38 * depth, 0.3, 0.05)
        d.add(
            "stern_windows",
            union(
                *(panes.move(x=(i - 1) * 0.42 * w, y=1.44 * depth, z=z0 - 0.18) for i in range(3)),
                *(
                    box(0.2, 0.3 * depth, 0.7, 0.05).move(x=0.735 * w, y=1.45 * depth, z=z0 + 1.2 + 1.5 * i).mirrored()
                    for i in range(2)
                ),
            ),
            "glass",
        )
        d.add(
            "fore_castle",
            frustum(
                0.75 * depth,
                (0.3 * length, 0.44 * length),
                0.5 * w,
                1.5 * depth,
                (0.28 * length, 0.45 * length),
                0.42 * w,
            ),
            "hull",
        )
        if v.lanterns:
            lamp = lathe([(0.12, 0), (0.3, 0.15), (0.34, 0.6), (0.1, 0.75)]).move(y=top + 0.75, z=z0 - 0.35)
            d.add("lanterns", lamp.move(x=0.6 * w).mirrored(), "lantern")
            d.add(
                "lantern_posts",
                union(
                    cylinder(0.09, 1.3).move(y=top + 0.2, z=z0 - 0.35),
                    cylinder(0.32, 0.3, 0.05).move(y=top + 1.58, z=z0 - 0.35),
                )
                .move(x=0.6 * w)
                .mirrored(),
                "trim",
            )
    bow = depth * (1 + 1.3 * sheer)
    if v.shields:
        d.add(
            "figurehead",
            sweep(
                [
                    (0, 0.8 * depth, 0.47 * length),
                    (0, bow + 0.5, 0.51 * length),
                    (0, bow + 1.6, 0.53 * length),
                    (0, bow + 1.9, 0.58 * length),
                ],
                [0.45, 0.35, 0.28, 0.16],
            )
            + sweep(
                [(0, 0.8 * depth, -0.48 * length), (0, bow + 0.4, -0.52 * length), (0, bow + 1.4, -0.5 * length)],
                [0.4, 0.3, 0.16],
            ),
            "trim",
        )
        d.add(
            "shields",
            union(
                *(
                    sphere(0.18, 0.75, 0.75)
                    .move(
                        x=(1.0 - 0.4 * abs(i / 7 - 0.42) ** 1.6) * w, y=depth * 0.98, z=(-0.3 + 0.09 * i) * length * 0.8
                    )
                    .mirrored()
                    for i in range(7)
                )
            ),
            "shield",
        )
    else:
        d.add(
            "bowsprit",
            sweep([(0, 0.85 * depth, 0.34 * length), (0, bow + 0.16 * length * 0.6, 0.66 * length)], [0.26, 0.13]),
            "mast",
        )
    places = {1: [0.04], 2: [0.18, -0.14], 3: [0.27, 0.02, -0.3]}[v.masts]
    for i, t in enumerate(places):
        tall = v.height * (1.0 if abs(t) < 0.1 or v.masts == 1 else 0.86 if t > 0 else 0.72)
        z, base = t * length, floor - 0.3
        d.add(
            f"mast_{i + 1}",
            cylinder(0.32, tall, 0.14).move(y=base + tall / 2, z=z) + sphere(0.2).move(y=base + tall, z=z),
            "mast",
            group="masts",
        )
        foot = base + (0.24 if t > -0.2 or not v.castle else 0.42) * tall
        if v.rig == "square":
            step = (base + tall * 0.95 - foot) / v.sails
            for j in range(v.sails):
                wide, y = 2.3 * w * (1 - 0.16 * j) * (1.0 if t > -0.2 else 0.8), foot + step * j
                d.add(
                    f"sail_{i + 1}_{j + 1}",
                    sail(wide, 0.86 * step, 0.14, 44, 1.12).move(y=y, z=z + 0.3),
                    "sail",
                    group="sails",
                )
                d.add(
                    f"yard_{i + 1}_{j + 1}",
                    sweep([(-0.56 * wide, 0, 0), (0, 0, 0), (0.56 * wide, 0, 0)], [0.1, 0.18, 0.1]).move(
                        y=y + 0.84 * step, z=z + 0.34
                    )
                    + box(0.2, 0.2, 0.5).move(y=y + 0.84 * step, z=z + 0.15),
                    "mast",
                    group="yards",
                )
        else:
            aft = (0.2 if v.masts > 1 else 0.36) * length
            flat = extrude([(-0.25, 0), (-aft, 0.05 * tall), (-0.3, 0.66 * tall)], 0.14, bevel=0.03).rotate(y=-90)
            d.add(f"sail_{i + 1}", flat.bent(10, "z", "x").move(y=foot - 0.08 * tall, z=z + 0.1), "sail", group="sails")
            d.add(
                f"boom_{i + 1}",
                sweep([(0, foot - 0.08 * tall, z), (0, foot - 0.03 * tall, z - aft)], 0.13)
                + sweep([(0, foot + 0.56 * tall, z + 0.2), (0, foot - 0.02 * tall, z - aft * 0.98)], 0.07),
                "mast",
                group="masts",
            )
            if i == 0 and not v.shields:
                jib = extrude(
                    [(0.3, 0.05 * tall), (0.4 * length - 0.5 * z, 0.0), (0.3, 0.5 * tall)], 0.12, bevel=0.03
                ).rotate(y=-90)
                d.add(
                    "jib",
                    (
                        jib.move(y=bow + 0.3, z=z)
                        + sweep([(0, bow + 0.5 * tall + 0.3, z), (0, bow + 0.3, z + 0.4 * length - 0.5 * z)], 0.08)
                    ),
                    "sail",
                    group="sails",
                )
        if v.crows_nest and (abs(t) < 0.1 or (v.masts == 2 and t > 0)):
            y = base + 0.93 * tall
            d.add(
                "crows_nest", lathe([(0.5, 0), (0.8, 0.9), (0.72, 0.9), (0.45, 0.12), (0, 0.12)]).move(y=y, z=z), "hull"
            )
        if v.flag != "none" and i == len(places) // 2:
            y = base + tall
            cloth = box(0.12, 1.2, 2.0).move(z=0.99).bent(22, "z", "x").rotate(y=180)
            d.add("flag", cloth.move(y=y + 0.75, z=z), "flag")
            d.add("flag_pole", cylinder(0.09, 1.6).move(y=y + 0.6, z=z), "mast")
            if v.flag == "pirate":
                d.add(
                    "skull",
                    (sphere(0.16, 0.3, 0.3).move(y=0.1) + box(0.26, 0.22, 0.3, 0.05).move(y=-0.22)).move(
                        x=-0.1, y=y + 0.75, z=z - 1.0
                    ),
                    "bone",
                )
    shrouds = [
        sweep([(s * 0.97 * w, floor, t * length + o), (0, floor + 0.62 * v.height * 0.86, t * length)], 0.07, sides=6)
        for t in places
        if abs(t) < 0.28
        for s in (1, -1)
        for o in (-0.7, 0.7)
    ]
    if not v.shields:
        d.add("shrouds", union(*shrouds), "mast")
    for s, side in ((1, "left"), (-1, "right")):
        if v.cannons:
            z = [(-0.2 + 0.42 * i / max(v.cannons - 1, 1)) * length for i in range(v.cannons)]
            gun = lathe([(0.24, -0.8), (0.22, 0), (0.17, 0.7), (0.24, 0.75), (0.24, 0.9)]).rotate(z=-90 * s)
            wide = [1.0 - 0.5 * max(0.0, abs(q / length) - 0.05) for q in z]
            d.add(
                f"cannons_{side}",
                union(*(gun.move(s * 0.93 * w * k, 0.74 * depth, q) for q, k in zip(z, wide, strict=True))),
                "cannon",
                group="cannons",
            )
    d.add(
        "wheel",
        union(
            *(box(0.09, 1.2, 0.09).rotate(z=45 * i) for i in range(4)),
            along_z([(oval(0.42, 0.42), -0.08), (oval(0.42, 0.42), 0.08)], False),
        ).move(y=floor + 1.0 + (0.9 * depth if v.castle else 0), z=-0.3 * length)
        + box(0.3, 1.2, 0.3).move(y=floor + 0.5 + (0.9 * depth if v.castle else 0), z=-0.3 * length - 0.1),
        "trim",
    )
    d.add(
        "hatch",
        across([(-0.7, 0), (-0.7, 0.3), (0.7, 0.3), (0.7, 0)], 1.8, 0.06).move(y=floor + 0.12, z=-0.1 * length),
        "deck",
    )
    d.point("top", (0, floor, -0.1 * length), size=w)
    return d
