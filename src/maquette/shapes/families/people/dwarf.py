"""Dwarves and gnomes."""

from __future__ import annotations

from maquette.shapes.api import box, cylinder, lathe, sphere, sweep, torus, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, family
from maquette.shapes.sub import clothes as c
from maquette.shapes.sub import face
from maquette.shapes.sub.flesh import add, flip
from maquette.shapes.sub.humanoid import Figure, Human
from maquette.shapes.sub.robes import BASE, COMMON, PAINTS, done


@family(
    "dwarf",
    "people",
    nouns={
        "gnome": {"hat": True, "axe": False, "height": 0.9},
        "garden gnome": {"hat": True, "axe": False, "height": 0.6},
        "leprechaun": {"axe": False},
        "miner": {},
        "halfling": {"beard": "none", "axe": False},
        "hobbit": {"beard": "none", "axe": False},
    },
    parameters=(
        Real("height", 1.25, 0.5, 1.45),
        *COMMON,
        Choice("beard", ("long", "full", "none", "long")),
        Flag("helmet", 0.5),
        Flag("horns", 0.5),
        Flag("hat", 0.0),
        Flag("axe", 0.45),
        Flag("cape", 0.25),
    ),
    slots={
        "robe": ("leather:#6a4226", "fabric:#7a2f2a", "fabric:#3a4f6a", "fabric:#4a5a38"),
        "trousers": ("fabric:#4a3c2e", "leather:#3a2a20"),
        "helmet": ("iron", "steel", "bronze"),
        "horn": ("bone", "horn"),
        "hat": ("fabric:#b8282a", "fabric:#2f5fa0", "fabric:#2f7a3a"),
        "cape": ("fabric:#5a2a22",),
        "blade": ("steel",),
        "shaft": ("oak", "walnut"),
    }
    | BASE
    | {"hair": ("fur:#b5561f", "fur:#5a3a22", "fur:#c9a04a", "fur:#d8d4cc", "fur:#2a2020")},
    words={
        "axe": {"axe": True},
        "helmet": {"helmet": True},
        "horned": {"helmet": True, "horns": True},
        "hat": {"hat": True},
        "beard": {"beard": "long"},
        "cape": {"cape": True},
    },
    paints=PAINTS | {"tunic": "robe", "axe": "blade"},
    height=(0.45, 2.0),
)
def dwarf(v: Values) -> Draft:
    """Short, broad and bearded."""
    look = face.Look(
        ears=face.ears_of(v.hair) if v.beard == "none" and not (v.hat or v.helmet) else "none",
        nose=1.7,
        eye=0.16,
        smile=v.smile,
        jaw=1.1,
        brow=1.6,
        frown=0.2,
    )
    man = Human(
        v,
        Figure(
            height=v.height,
            heads=4.1,
            build=1.5 * v.build,
            shoulders=0.165,
            hips=0.08,
            muscle=1.55,
            legs=0.37,
            hands=1.5,
            feet=1.5,
            belly=0.7,
            reach=1.15,
        ),
    )
    h, s, d = man.h, man.head_size, man.d
    face.skull(man, look)
    man.throat(man.skin)
    man.arm(man.skin)
    man.torso(man.skin, -0.004 * h)
    man.leg(man.skin)
    c.tunic(man, "robe", 0.19 * h, 0.27, 0.44, 0.012)
    c.trousers(man, until=0.9)
    c.belt(man, grow=0.02, y=0.3)
    face.hair(man, v.hair)
    face.beard(man, v.beard)
    face.features(man, look)
    man.hands("skin")
    man.feet("shoes", boot=0.55)
    if v.hat:
        cone = sweep(
            [(0, 0, 0), (0, 0.7 * s, -0.02 * s), (0, 1.4 * s, -0.16 * s), (0.04 * s, 1.9 * s, -0.4 * s)],
            [0.92 * s, 0.68 * s, 0.34 * s, 0.1 * s],
            round_ends=True,
        )
        d.add("hat", cone.move(*man.head(0, 0.42, -0.14)), "hat", group="head")
    elif v.helmet:
        bowl = lathe(
            [(0.95 * s, 0), (0.98 * s, 0.12 * s), (0.92 * s, 0.45 * s), (0.6 * s, 0.8 * s), (0.02 * s, 0.95 * s)],
            smooth=True,
        )
        ridge = box(0.12 * s, 0.95 * s, 1.9 * s, 0.04 * s).move(y=0.4 * s) & sphere(1.02 * s, 1.02 * s, 1.03 * s)
        d.add(
            "helmet",
            union(bowl, ridge, torus(0.96 * s, 0.09 * s).move(y=0.05 * s)).move(*man.head(0, 0.3, -0.14)),
            "helmet",
            group="head",
        )
        if v.horns:
            at = man.head(0.85, 0.55, -0.14)
            curve = sweep(
                [
                    add(at, (-0.15, -0.05, 0), s),
                    add(at, (0.3, 0.05, 0), s),
                    add(at, (0.52, 0.4, 0.02), s),
                    add(at, (0.46, 0.85, 0.06), s),
                ],
                [0.2 * s, 0.18 * s, 0.13 * s, 0.03 * s],
            )
            d.add("horns", curve.mirrored(), "horn", group="head")
    if v.axe:
        x, y, z = flip(man.grip)
        d.add("axe_shaft", cylinder(0.014 * h, 0.62 * h).move(x, y + 0.1 * h, z), "shaft", group="axe")
        blade = (
            cylinder(0.13 * h, 0.03 * h).rotate(x=90)
            - box(0.3 * h, 0.3 * h, h).move(0, 0.2 * h, 0)
            - box(0.3 * h, 0.3 * h, h).move(0, -0.2 * h, 0)
        )
        d.add("axe_blade", blade.tapered(1.0).rotate(y=90).move(x, y + 0.34 * h, z), "blade", group="axe")
    if v.cape:
        c.cape(man, length=0.5, width=0.26)
    return done(man)
