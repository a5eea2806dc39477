"""Knights."""

from __future__ import annotations

from maquette.shapes.api import box, cylinder, extrude, lathe, sphere, sweep, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, family
from maquette.shapes.sub import clothes as c
from maquette.shapes.sub import face
from maquette.shapes.sub.fighter import BASE, finished, naked, sword
from maquette.shapes.sub.flesh import Flesh, add
from maquette.shapes.sub.humanoid import Figure


@family(
    "knight",
    "people",
    nouns={
        "paladin": {"cape": True},
        "crusader": {"tabard": True},
        "warrior": {"visor": "open"},
        "gladiator": {"visor": "open", "plume": True},
        "guard": {},
        "black knight": {},
        "swordsman": {"sword": True},
        "viking": {"visor": "open", "horns": True},
        "barbarian": {"visor": "open", "horns": True},
        "samurai": {"horns": True, "cape": False},
        "templar": {"tabard": True},
    },
    parameters=(
        Real("height", 1.8, 1.5, 2.05),
        Real("build", 1.05, 0.92, 1.25, unit=""),
        Choice("visor", ("slit", "cross", "open")),
        Real("pauldrons", 1.0, 0.85, 1.4, unit=""),
        Flag("sword", 0.75),
        Flag("shield", 0.65),
        Flag("cape", 0.5),
        Flag("plume", 0.5),
        Flag("tabard", 0.35),
        Flag("horns", 0.05),
        Choice("shield_shape", ("heater", "round")),
    ),
    slots={
        "armor": ("steel", "iron", "steel:#b8bcc4", "gunmetal"),
        "trim": ("gold", "brass", "steel", "bronze"),
        "dark": ("paint:#0c0c0e",),
        "mail": ("gunmetal:#4a4d52",),
        "cape": ("fabric:#a01f2a", "fabric:#24468f", "fabric:#2f6a3a", "fabric:#5a2a78"),
        "plume": ("feathers:#b8242a", "feathers:#2a56b0", "feathers:#e8e4da"),
        "tabard": ("fabric:#f0ece2", "fabric:#a01f2a", "fabric:#24468f"),
        "emblem": ("fabric:#b81f24", "fabric:#e8c040"),
        "blade": ("steel:#d0d4d8",),
        "hilt": ("leather:#4a2a1a", "gold"),
        "shield": ("paint:#9c2226", "paint:#24468f", "oak", "steel"),
        "horn": ("bone",),
    }
    | BASE,
    words={
        "sword": {"sword": True},
        "shield": {"shield": True},
        "cape": {"cape": True},
        "cloak": {"cape": True},
        "plume": {"plume": True},
        "tabard": {"tabard": True},
        "visor": {"visor": "slit"},
        "horned": {"horns": True},
    },
    paints={"armour": "armor", "helmet": "armor", "helm": "armor", "sword": "blade", "cloak": "cape", "metal": "armor"},
    height=(1.4, 2.75),
)
def knight(v: Values) -> Draft:
    """Plate from head to foot, a helmet with a visor or an open face, sword and shield."""
    opened = v.visor == "open"
    man = naked(
        v,
        Figure(height=v.height, heads=6.8, build=v.build, muscle=1.05, shoulders=0.125, arms=30),
        face.Look(ears="none", jaw=1.05, brow=1.2, frown=0.5) if opened else None,
    )
    h, s, d, hd = man.h, man.head_size, man.d, man.head
    c.plates(man, pauldrons=v.pauldrons)
    if v.tabard:
        front = Flesh(0.012 * h, 48)
        man.torso(front, 0.021 * h)
        front.ball(add(man.chest, (0.042 * h, -0.005 * h, 0.045 * h * man.fig.build)), 0.065 * h, both=True)
        d.add(
            "tabard",
            union(
                front.node() & box(0.15 * h, 2 * h, 2 * h).move(y=man.hip[1] + 0.93 * h),
                box(0.16 * h, 0.26 * h, 0.02 * h, 0.006 * h)
                .rotate(x=-6)
                .move(0, man.hip[1] - 0.06 * h, 0.118 * h * v.build),
            ),
            "tabard",
            group="clothes",
        )
        chest = front.hit((0, man.chest[1], h), (0, man.chest[1], 0))
        d.add(
            "emblem",
            union(
                box(0.024 * h, 0.11 * h, 0.03 * h, 0.004 * h),
                box(0.08 * h, 0.024 * h, 0.03 * h, 0.004 * h).move(y=0.018 * h),
            ).move(chest[0], chest[1], chest[2] - 0.008 * h),
            "emblem",
            group="clothes",
        )
    rows = [(0.92, -0.95), (0.98, -0.6), (0.97, 0.15), (0.9, 0.55), (0.66, 0.92), (0.3, 1.08), (0.02, 1.13)]
    shell = lathe([(x * s, y * s) for x, y in rows], smooth=True).scale(0.96, 1, 1.06)
    at = hd(0, 0, -0.02)
    if opened:
        cut = sphere(0.66 * s, 0.85 * s, s).move(0, -0.28 * s, 0.98 * s)
        d.add("helmet", (shell - cut).move(*at), "armor", group="head")
        d.add(
            "nose_guard",
            box(0.17 * s, 0.75 * s, 0.13 * s, 0.04 * s).move(at[0], at[1] + 0.12 * s, at[2] + 1.0 * s),
            "trim",
            group="head",
        )
    else:
        d.add("helmet", shell.move(*at), "armor", group="head")
        visor = lathe(
            [(0.99 * s, -0.72 * s), (1.05 * s, -0.4 * s), (1.06 * s, 0.1 * s), (0.99 * s, 0.42 * s)], smooth=True
        ).scale(0.97, 1, 1.09) & box(4 * s, 4 * s, 2 * s).move(z=1.12 * s)
        d.add("visor", visor.move(*at), "armor", group="head")
        slit = box(1.25 * s, 0.12 * s, 0.9 * s, 0.03 * s).move(0, 0.12 * s, 0.8 * s)
        if v.visor == "cross":
            slit = union(slit, box(0.1 * s, 0.95 * s, 0.9 * s, 0.03 * s).move(0, -0.18 * s, 0.8 * s))
        holes = [
            sphere(0.05 * s).move(x * s, y * s, 1.1 * s) for x in (-0.24, -0.12, 0.12, 0.24) for y in (-0.2, -0.36)
        ]
        d.add(
            "eye_slit",
            (
                union(slit, *holes)
                & lathe(
                    [
                        (0.01, -0.8 * s),
                        (1.04 * s, -0.78 * s),
                        (1.09 * s, -0.4 * s),
                        (1.095 * s, 0.1 * s),
                        (1.04 * s, 0.5 * s),
                        (0.01, 0.52 * s),
                    ]
                ).scale(0.97, 1, 1.09)
            ).move(*at),
            "dark",
            group="head",
        )
    d.add(
        "helmet_ridge",
        sweep(
            [
                add(at, (0, 0.45, 0.98 if opened else 1.0), s),
                add(at, (0, 0.95, 0.62), s),
                add(at, (0, 1.14, 0), s),
                add(at, (0, 0.85, -0.72), s),
                add(at, (0, 0.2, -1.03), s),
            ],
            0.06 * s,
        ),
        "trim",
        group="head",
    )
    if v.plume and not v.horns:
        feathers = Flesh(0.08 * s, 41)
        feathers.chain(
            [
                add(at, (0, 1.05, 0.1), s),
                add(at, (0, 1.6, -0.15), s),
                add(at, (0, 1.55, -0.8), s),
                add(at, (0, 0.85, -1.35), s),
                add(at, (0, 0.1, -1.4), s),
            ],
            [0.12 * s, 0.24 * s, 0.28 * s, 0.22 * s, 0.07 * s],
        )
        d.add("plume", feathers.node(), "plume", group="head")
    if v.horns:
        curve = sweep(
            [
                add(at, (0.8, 0.45, 0), s),
                add(at, (1.35, 0.6, 0), s),
                add(at, (1.6, 1.0, 0.05), s),
                add(at, (1.5, 1.5, 0.1), s),
            ],
            [0.22 * s, 0.2 * s, 0.14 * s, 0.03 * s],
        )
        d.add("horns", curve.mirrored(), "horn", group="head")
    if v.cape:
        c.cape(man, length=0.66)
    if v.sword:
        sword(man, 0.52, "blade", "hilt")
    if v.shield:
        outline = [
            (-0.15, 0.17),
            (0, 0.19),
            (0.15, 0.17),
            (0.15, 0.02),
            (0.11, -0.12),
            (0, -0.25),
            (-0.11, -0.12),
            (-0.15, 0.02),
        ]
        plate = (
            extrude([(h * x, h * y) for x, y in outline], 0.022 * h, bevel=0.006 * h)
            if v.shield_shape == "heater"
            else cylinder(0.17 * h, 0.022 * h, bevel=0.006 * h).rotate(x=90)
        )
        rim = union(
            *(sphere(0.014 * h).move(h * 0.86 * x, h * 0.86 * y, 0.014 * h) for x, y in outline),
            sphere(0.04 * h, 0.04 * h, 0.026 * h).move(z=0.008 * h),
        )
        place = add(man.grip, (0.012 * h, 0.03 * h, 0.026 * h))
        d.add("shield", plate.rotate(y=32).move(*place), "shield", group="shield")
        d.add("shield_studs", rim.rotate(y=32).move(*place), "trim", group="shield")
    man.hands("armor")
    man.feet("armor", boot=0.3, name="boots", sole=None)
    return finished(man, "skin" if opened else "mail")
