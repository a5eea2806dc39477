"""Goblins, orcs and trolls."""

from __future__ import annotations

from itertools import pairwise

from maquette.shapes.api import box, sphere, sweep, torus, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, family
from maquette.shapes.sub import clothes as c
from maquette.shapes.sub import face
from maquette.shapes.sub import features as f
from maquette.shapes.sub.flesh import add, between, flip
from maquette.shapes.sub.humanoid import Figure, Human


@family(
    "goblin",
    "creature",
    nouns={
        "orc": {"height": 1.95, "build": 1.45, "muscle": 1.7, "tusks": True, "nose": 1.2, "ear_length": 1.0},
        "hobgoblin": {"height": 1.7},
        "troll": {"height": 2.6, "build": 1.5, "muscle": 1.6, "nose": 2.4, "tusks": True},
        "ogre": {"height": 2.4, "build": 1.7, "muscle": 1.5},
        "gremlin": {"height": 0.8, "ear_length": 2.2},
        "uruk": {"height": 1.9, "muscle": 1.6},
    },
    parameters=(
        Real("height", 1.15, 0.75, 2.6),
        Real("build", 1.1, 0.9, 1.7, unit=""),
        Real("muscle", 1.1, 0.8, 1.7, unit=""),
        Real("nose", 1.7, 1.0, 2.5, unit=""),
        Real("ear_length", 1.6, 0.9, 2.3, unit=""),
        Flag("tusks", 0.5),
        Flag("vest", 0.6),
        Flag("shoulder_pad", 0.4),
        Flag("club", 0.5),
        Flag("earring", 0.4),
        Choice("hair", ("bald", "mohawk", "topknot")),
    ),
    slots={
        "skin": ("skin:#6f9a3c", "skin:#58803a", "skin:#8aa84a", "skin:#6a7a58"),
        "cloth": ("leather:#5a3a22", "leather:#4a3020", "canvas:#7a6442"),
        "vest": ("leather:#6a4426", "fabric:#5a2a24"),
        "tusks": ("bone",),
        "claws": ("horn:#2a2420",),
        "club": ("bark", "walnut"),
        "metal": ("iron", "rust"),
        "earring": ("gold",),
        "hair": ("fur:#1d1a1b", "fur:#6a1f1a"),
        "belt": ("leather:#2a1c14",),
        "buckle": ("iron", "brass"),
    }
    | face.FACE_SLOTS
    | {
        "eyes": ("paint:#e0b81c", "paint:#d84a1c", "paint:#c8d83a"),
        "white": ("paint:#efe6a8",),
        "lips": ("skin:#3f5a2a",),
        "brows": ("fur:#2a2a1c",),
    },
    words={
        "club": {"club": True},
        "tusks": {"tusks": True},
        "earring": {"earring": True},
        "vest": {"vest": True},
        "mohawk": {"hair": "mohawk"},
    },
    paints={"body": "skin", "clothes": "cloth", "loincloth": "cloth", "ears": "skin"},
    height=(0.7, 3.0),
)
def goblin(v: Values) -> Draft:
    """A crooked little figure with great ears and a long nose; larger and heavier ones are orcs."""
    large = max(0.0, min(1.0, (v.height - 1.1) / 0.8))
    look = face.Look(
        ears="pointed",
        ear_length=v.ear_length * 1.15,
        nose=v.nose,
        eye=0.2 - 0.05 * large,
        jaw=1.05 + 0.15 * large,
        brow=1.5,
        frown=0.9,
        smile=0.4,
        chin=1.2,
        lip=0.05,
    )
    man = Human(
        v,
        Figure(
            height=v.height,
            heads=4.2 + 2.0 * large,
            build=v.build,
            shoulders=0.125 + 0.03 * large,
            hips=0.065,
            muscle=v.muscle,
            legs=0.4 + 0.06 * large,
            stoop=0.05,
            hands=1.5 - 0.2 * large,
            feet=1.5,
            arms=32,
            belly=0.4 * (1 - large),
            reach=1.15,
        ),
    )
    h, s, d = man.h, man.head_size, man.d
    face.skull(man, look)
    man.throat(man.skin)
    man.torso(man.skin)
    man.arm(man.skin)
    man.leg(man.skin)
    face.features(man, look)
    if v.tusks:
        at = f.on_skin(man.skin, man.head, 20, -34)
        d.add(
            "tusks",
            f.horn(
                [add(at, (-0.02, -0.05, -0.1), s), add(at, (0.04, 0.08, 0.1), s), add(at, (0.07, 0.34, 0.08), s)],
                0.1 * s,
            ).mirrored(),
            "tusks",
            group="head",
        )
    c.trousers(man, "cloth", 0.3, grow=0.012, flare=0.014)
    if v.vest:
        c.shirt(man, "vest", 0.0, grow=0.014, name="vest")
        vest = d.parts.pop()
        d.add("vest", vest.solid - box(0.07 * h, h, h).move(0, man.chest[1], 0.5 * h), "vest", group="clothes")
    c.belt(man, grow=0.02, y=0.25)
    if v.shoulder_pad:
        at = add(man.shoulder, (0.01 * h, 0.015 * h, 0))
        r = 0.065 * h * v.muscle**0.5
        spikes = [
            f.spike(add(at, (0.6 * r * i, 0.75 * r, 0)), (0.5 * i, 1, 0), 0.07 * h, 0.016 * h, 7, 0.3) for i in (0, 1)
        ]
        d.add("shoulder_pad", union(sphere(r, 0.85 * r, r).move(*at), *spikes), "metal", group="clothes")
    man.hands("skin", claws="claws")
    man.feet("skin", name="feet", bare=True)
    if v.hair == "mohawk":
        pts = [
            f.on_skin(man.skin, man.head, 0, 50),
            f.on_skin(man.skin, man.head, 0, 88),
            f.on_skin(man.skin, man.head, 180, 50),
        ]
        d.add(
            "hair",
            union(
                *(
                    f.spike(
                        between(a, b, t), add(between(a, b, t), man.head(0, 0, -0.1), -1), 0.45 * s, 0.16 * s, 8, 0.3
                    )
                    for a, b in pairwise(pts)
                    for t in (0.05, 0.5, 0.95)
                )
            ),
            "hair",
            group="head",
        )
    elif v.hair == "topknot":
        d.add(
            "hair",
            union(
                sphere(0.2 * s).move(*man.head(0, 0.98, -0.2)),
                sweep(
                    [
                        man.head(0, y, z)
                        for y, z in ((0.95, -0.2), (1.28, -0.24), (1.5, -0.5), (1.4, -0.82), (1.1, -1.0))
                    ],
                    [0.12 * s, 0.14 * s, 0.14 * s, 0.1 * s, 0.04 * s],
                ),
            ),
            "hair",
            group="head",
        )
    if v.earring:
        side = man.skin.hit(man.head(4, 0, -0.12), man.head(0, 0, -0.12))
        d.add(
            "earring",
            torus(0.1 * s, 0.03 * s).rotate(x=90).move(*add(side, (0.1 * s, -0.24 * s, 0.02 * s))),
            "earring",
            group="head",
        )
    if v.club:
        x, y, z = flip(man.grip)
        d.add(
            "club",
            sweep(
                [(x, y - 0.12 * h, z), (x, y + 0.15 * h, z), (x, y + 0.42 * h, z)],
                [0.016 * h, 0.022 * h, 0.052 * h],
                round_ends=True,
            ),
            "club",
            group="club",
        )
        d.add(
            "club_spikes",
            union(
                *(
                    f.spike((x, y + (0.3 + 0.05 * (i % 3)) * h, z), (1, 0.1, 0), 0.11 * h, 0.014 * h, 6, 0)
                    .move(-x, 0, -z)
                    .rotate(y=75 * i)
                    .move(x, 0, z)
                    for i in range(6)
                )
            ),
            "metal",
            group="club",
        )
    d.add("body", man.skin.node(), "skin")
    return man.finish()
