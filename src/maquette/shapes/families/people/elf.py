"""Elves and fairies."""

from __future__ import annotations

import math

from maquette.shapes.api import cylinder, lathe, sphere, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, family
from maquette.shapes.sub import clothes as c
from maquette.shapes.sub import face
from maquette.shapes.sub.flesh import add
from maquette.shapes.sub.humanoid import Figure, Human
from maquette.shapes.sub.robes import BASE, COMMON, PAINTS, done


@family(
    "elf",
    "people",
    nouns={
        "wood elf": {},
        "archer": {"quiver": True},
        "ranger": {"quiver": True, "hood": True},
        "fairy": {"wings": True, "height": 1.2, "sex": "female", "quiver": False},
        "pixie": {"wings": True, "height": 1.2, "quiver": False},
        "dark elf": {},
        "christmas elf": {"height": 1.2},
    },
    parameters=(
        Real("height", 1.8, 1.15, 1.95),
        Choice("sex", ("female", "male")),
        *COMMON,
        Real("ear_length", 1.0, 0.75, 1.5, unit=""),
        Flag("cape", 0.4),
        Flag("quiver", 0.4),
        Flag("hood", 0),
        Flag("wings", 0),
    ),
    slots={
        "robe": ("fabric:#3f6b3a", "fabric:#5a7a4a", "fabric:#2f5a5f", "fabric:#7a5a3a"),
        "trousers": ("leather:#5a4630", "fabric:#3a3a30"),
        "cape": ("fabric:#2f4a2c", "fabric:#4a3a5a"),
        "quiver": ("leather",),
        "arrows": ("feathers:#c23a2f", "feathers:#efe8d8"),
        "wings": ("glass:#bfe6f2", "ice"),
    }
    | BASE
    | {
        "skin": ("skin:#f0d0b8", "skin:#e0b090", "skin:#8a7aa0"),
        "hair": ("fur:#e8d9a0", "fur:#f0ece4", "fur:#8a4a24", "fur:#2a2026"),
        "eyes": ("paint:#3fa05a", "paint:#3a8fc0", "paint:#8a5ac0"),
    },
    words={
        "wings": {"wings": True},
        "quiver": {"quiver": True},
        "arrows": {"quiver": True},
        "hood": {"hood": True},
        "cape": {"cape": True},
        "cloak": {"cape": True},
    },
    paints=PAINTS | {"tunic": "robe", "cloak": "cape", "hood": "cape"},
    height=(1.1, 2.2),
)
def elf(v: Values) -> Draft:
    """Slender, with pointed ears, a tunic and boots."""
    female = v.sex == "female"
    look = face.Look(
        ears="pointed", ear_length=v.ear_length, nose=0.8, eye=0.19, smile=v.smile, jaw=0.85, brow=0.75, frown=0.15
    )
    man = Human(
        v,
        Figure(
            height=v.height,
            heads=6.9 if v.height > 1.4 else 5.2,
            build=0.88 * v.build,
            shoulders=0.1 if female else 0.108,
            bust=0.8 if female else 0,
            muscle=0.78,
            legs=0.49,
        ),
    )
    h, d = man.h, man.d
    face.skull(man, look)
    man.throat(man.skin)
    man.arm(man.skin)
    man.torso(man.skin, -0.004 * h)
    man.leg(man.skin)
    c.tunic(man, "robe", 0.33 * h, 0.12, 0.9, 0.006)
    c.trousers(man, until=0.9)
    if v.belt:
        c.belt(man)
    face.hair(man, "long" if v.hair == "short" else v.hair)
    face.features(man, look)
    man.hands("skin")
    man.feet("shoes", boot=0.6)
    if v.cape:
        c.cape(man, length=0.6, width=0.16)
    if v.hood:
        hood = lathe(
            [(0.98, -1.0), (1.0, -0.3), (0.98, 0.3), (0.75, 0.8), (0.3, 1.12), (0.02, 1.25)], smooth=True
        ).scale(man.head_size)
        d.add(
            "hood",
            (
                hood
                - sphere(0.8 * man.head_size, 1.0 * man.head_size, 0.9 * man.head_size).move(
                    0, -0.1 * man.head_size, 0.75 * man.head_size
                )
            ).move(*man.head(0, 0.02, -0.2)),
            "cape",
            group="head",
        )
    if v.quiver and not v.wings:
        at = add(man.chest, (-0.02 * h, -0.02 * h, -0.105 * h))
        tube = cylinder(0.034 * h, 0.26 * h, 0.04 * h, bevel=0.006 * h).rotate(z=-22)
        d.add("quiver", tube.move(*at), "quiver", group="quiver")
        shafts = union(
            *(
                union(cylinder(0.005 * h, 0.12 * h), sphere(0.008 * h, 0.024 * h, 0.008 * h).move(y=0.05 * h)).move(
                    0.018 * h * math.cos(2.1 * i), 0.16 * h, 0.018 * h * math.sin(2.1 * i)
                )
                for i in range(4)
            )
        )
        d.add("arrows", shafts.rotate(z=-22).move(*at), "arrows", group="quiver")
    if v.wings:
        fairy_wings(man, "wings")
    return done(man)


def fairy_wings(man: Human, slot: str) -> None:
    """Four thin rounded wings at the back."""
    from maquette.shapes.sub.wings import plate

    h = man.h
    upper = plate(
        [(0, 0), (0.12, 0.22), (0.38, 0.5), (0.62, 0.55), (0.66, 0.36), (0.5, 0.12), (0.2, -0.04)], 0.62 * h, 0.012 * h
    )
    lower = plate(
        [(0, 0), (0.2, 0.04), (0.45, -0.04), (0.52, -0.26), (0.38, -0.46), (0.24, -0.38), (0.1, -0.16)],
        0.6 * h,
        0.012 * h,
    )
    at = add(man.chest, (0.0, 0.0, -0.062 * h * man.fig.build))
    man.d.add("wings", union(upper, lower).rotate(y=28).move(*at).mirrored(), slot, group="wings")
