"""Angels and demons."""

from __future__ import annotations

from maquette.shapes.api import cylinder, sweep, torus, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, family
from maquette.shapes.node import Node
from maquette.shapes.sub import clothes as c
from maquette.shapes.sub import face
from maquette.shapes.sub.features import spike
from maquette.shapes.sub.flesh import add, flip
from maquette.shapes.sub.humanoid import Figure, Human
from maquette.shapes.sub.robes import BASE, COMMON, PAINTS, done, robed
from maquette.shapes.sub.wings import bat, feathered


@family(
    "angel",
    "people",
    nouns={"fallen angel": {}, "cherub": {"height": 0.9}, "valkyrie": {"sex": "female"}},
    parameters=(
        Real("height", 1.75, 0.9, 1.95),
        Choice("sex", ("female", "male")),
        *COMMON,
        Real("wingspan", 1.0, 0.8, 1.3, unit="", about="of each wing, in heights"),
        Flag("halo", 0.85),
        Real("lift", 0.45, 0.3, 0.6, unit=""),
        Flag("sandals", 0.5),
    ),
    slots={
        "robe": ("fabric:#f2eee4", "fabric:#e6dcc2", "fabric:#dfe6f0"),
        "wings": ("feathers:#f6f3ec", "feathers:#ece4d2"),
        "halo": ("glow:#ffd860",),
        "trim": ("gold",),
    }
    | BASE,
    words={"halo": {"halo": True}, "wings": {}},
    paints=PAINTS | {"wing": "wings", "feathers": "wings"},
    height=(0.85, 2.9),
)
def angel(v: Values) -> Draft:
    """A white robe, great feathered wings, a halo."""
    female = v.sex == "female"
    look = face.Look(ears=face.ears_of(v.hair), nose=0.85, eye=0.18, smile=v.smile, jaw=0.9, brow=0.8)
    man = robed(
        v,
        Figure(
            height=v.height,
            heads=6.7 if v.height > 1.4 else 4.9,
            build=0.95 * v.build,
            shoulders=0.102 if female else 0.118,
            bust=0.9 if female else 0,
            muscle=0.85 if female else 1.1,
        ),
        look,
        0.03,
        0.15,
        0.94,
        0.02,
        1.75 * v.height,
    )
    s, d = man.head_size, man.d
    face.hair(man, v.hair)
    if v.belt:
        c.belt(man, "trim", None)
    wings(man, v.wingspan, v.lift)
    if v.halo:
        ring = torus(0.62 * s, 0.07 * s)
        stalk = sweep([man.head(0, 0.5, -0.85), man.head(0, 1.0, -0.95), man.head(0, 1.42, -0.72)], 0.045 * s)
        d.add("halo", union(ring.move(*man.head(0, 1.42, -0.12)), stalk), "halo", group="head")
    return done(man)


def wings(man: Human, span: float, lift: float, slot: str = "wings", leather: bool = False) -> None:
    """A pair of wings at the back."""
    h, d = man.h, man.d
    at = add(man.chest, (0.03 * h, 0.02 * h, -0.055 * h * man.fig.build))
    nodes: tuple[Node, Node] = (
        bat(0.72 * span * h, lift=lift + 0.1)
        if leather
        else feathered(0.55 * span * h, 0.42 * h, lift=lift, feathers=7)
    )
    for name, node in zip(("wings", "wing_feathers" if not leather else "wing_membranes"), nodes, strict=True):
        d.add(name, node.rotate(y=24).move(*at).mirrored(), slot, group="wings")


@family(
    "demon",
    "people",
    nouns={"devil": {}, "imp": {"height": 0.95}, "succubus": {}, "satan": {}, "hellspawn": {}},
    parameters=(
        Real("height", 1.95, 0.85, 2.4),
        Real("build", 1.15, 0.9, 1.4, unit=""),
        Real("muscle", 1.35, 1.0, 1.7, unit=""),
        Real("wingspan", 1.0, 0.7, 1.3, unit=""),
        Real("horn_length", 1.2, 0.7, 1.9, unit=""),
        Choice("horns", ("devil", "ram", "goat", "cow")),
        Flag("wings", 0.75),
        Flag("tail", 0.85),
        Flag("pitchfork", 0.3),
        Flag("spikes", 0.4),
    ),
    slots={
        "skin": ("skin:#a8261f", "skin:#7a1c1c", "skin:#4a2430", "hide:#5a2420"),
        "horn": ("horn:#2a2220", "horn:#d8c9a8"),
        "wings": ("leather:#3a1416", "leather:#5a1f1a"),
        "cloth": ("leather:#2a1a16", "fabric:#2a2226"),
        "claws": ("horn:#1c1817",),
        "eyes": ("glow:#ffb020", "glow:#ff4020"),
        "trim": ("iron", "gold"),
    }
    | {k: x for k, x in face.FACE_SLOTS.items() if k != "eyes"}
    | {"lips": ("skin:#5a1414",), "white": ("paint:#1a0e0c",), "brows": ("skin:#6a1616",)},
    words={
        "wings": {"wings": True},
        "tail": {"tail": True},
        "pitchfork": {"pitchfork": True},
        "trident": {"pitchfork": True},
        "horns": {},
        "spikes": {"spikes": True},
    },
    paints={"wing": "wings", "body": "skin", "pitchfork": "trim"},
    height=(0.8, 3.6),
)
def demon(v: Values) -> Draft:
    """Muscle, horns, leather wings, a tail with a point."""
    from maquette.shapes.sub.features import horns

    look = face.Look(
        ears="pointed", ear_length=0.9, nose=1.2, eye=0.17, jaw=1.12, brow=1.7, frown=1.3, smile=0.9, chin=1.2
    )
    man = Human(
        v,
        Figure(
            height=v.height, heads=6.4, build=v.build, shoulders=0.14, muscle=v.muscle, arms=32, hands=1.3, feet=1.3
        ),
        extent=1.25 * v.height,
    )
    h, d = man.h, man.d
    face.skull(man, look)
    man.throat(man.skin)
    man.torso(man.skin)
    man.arm(man.skin)
    man.leg(man.skin)
    face.features(man, look)
    horns(d, man.head, v.horns, (0.45, 0.72, 0.12), v.horn_length, 0.24, "horn")
    c.trousers(man, "cloth", 0.34, grow=0.008, flare=0.006)
    c.belt(man, "trim", "trim", grow=0.014, y=0.3)
    man.hands("skin", claws="claws")
    man.feet("skin", name="feet", bare=True)
    if v.wings:
        wings(man, v.wingspan, 0.5, leather=True)
    if v.tail:
        root = (0.0, man.hip[1] + 0.02 * h, -0.06 * h)
        path = [
            root,
            add(root, (0, -0.12 * h, -0.12 * h)),
            add(root, (0.06 * h, -0.27 * h, -0.2 * h)),
            add(root, (0.16 * h, -0.22 * h, -0.28 * h)),
            add(root, (0.2 * h, -0.06 * h, -0.26 * h)),
        ]
        d.add(
            "tail",
            union(
                sweep(path, [0.028 * h, 0.02 * h, 0.015 * h, 0.013 * h, 0.011 * h]),
                cylinder(0.04 * h, 0.09 * h, 0.002 * h, sides=4)
                .scale(1, 1, 0.45)
                .move(*add(path[-1], (0, 0.03 * h, 0))),
            ),
            "skin",
            group="tail",
        )
    if v.spikes:
        points = [
            spike(
                add(man.shoulder, (0.012 * h * (i - 1), 0.03 * h * man.fig.muscle**0.5, 0.02 * h * (1 - i))),
                (0.5 * (i - 0.4), 1, -0.1),
                0.075 * h,
                0.016 * h,
                7,
                0.4,
            )
            for i in range(3)
        ]
        d.add("spikes", union(*points).mirrored(), "horn")
    if v.pitchfork:
        x, y, z = flip(man.grip)
        tines = union(
            *(
                sweep(
                    [(0, 0.62 * h, 0), (0.05 * h * i, 0.64 * h, 0), (0.052 * h * i, 0.78 * h, 0)],
                    [0.009 * h, 0.009 * h, 0.004 * h],
                    smooth=False,
                )
                for i in (-1, 1)
            ),
            cylinder(0.009 * h, 0.2 * h, 0.004 * h).move(y=0.7 * h),
        )
        d.add(
            "pitchfork", union(cylinder(0.01 * h, h).move(y=0.13 * h), tines).move(x, y, z), "trim", group="pitchfork"
        )
    return done(man)
