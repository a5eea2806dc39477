"""Superheroes."""

from __future__ import annotations

import math

from maquette.shapes.api import box, cylinder, extrude, sphere, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, family
from maquette.shapes.sub import clothes as c
from maquette.shapes.sub import face
from maquette.shapes.sub.fighter import BASE, finished, naked
from maquette.shapes.sub.flesh import Flesh, between
from maquette.shapes.sub.humanoid import Figure


@family(
    "superhero",
    "people",
    nouns={
        "hero": {},
        "super hero": {},
        "superheroine": {"sex": "female"},
        "superman": {"sex": "male", "mask": False},
        "batman": {"ears": True, "mask": True},
        "villain": {},
        "supervillain": {},
        "vigilante": {"mask": True},
        "luchador": {"mask": True, "cape": False},
    },
    parameters=(
        Real("height", 1.88, 1.6, 2.1),
        Choice("sex", ("male", "female")),
        Real("build", 1.08, 0.95, 1.25, unit=""),
        Real("muscle", 1.35, 1.05, 1.6, unit=""),
        Choice("hair", ("short", "long", "ponytail", "spiky", "bob")),
        Choice("emblem", ("diamond", "star", "bolt", "circle")),
        Flag("cape", 0.85),
        Flag("mask", 0.6),
        Flag("ears", 0.0),
        Flag("trunks", 0.6),
        Flag("gloves", 0.8),
        Real("smile", 0.5, 0.1, 0.9, unit=""),
    ),
    slots={
        "suit": ("fabric:#2450b0", "fabric:#b01f2a", "fabric:#22242c", "fabric:#1f7a4a", "fabric:#5a2a90"),
        "cape": ("fabric:#c0202a", "fabric:#20242f", "fabric:#e0a020", "fabric:#2a3f9a"),
        "accent": ("fabric:#e0b020", "fabric:#c0202a", "fabric:#e8e8ec"),
        "emblem": ("paint:#f0c020", "paint:#f2f2f2", "gold"),
        "mask": ("fabric:#1f2026", "fabric:#b01f2a"),
    }
    | BASE,
    words={
        "cape": {"cape": True},
        "mask": {"mask": True},
        "gloves": {"gloves": True},
        "bolt": {"emblem": "bolt"},
        "lightning": {"emblem": "bolt"},
        "star": {"emblem": "star"},
    },
    paints={
        "clothes": "suit",
        "body": "suit",
        "costume": "suit",
        "boots": "accent",
        "gloves": "accent",
        "belt": "accent",
        "trunks": "accent",
    },
    height=(1.5, 2.3),
)
def superhero(v: Values) -> Draft:
    """A broad chest in a tight suit, a cape, boots and gloves of one colour, an emblem."""
    female = v.sex == "female"
    m = v.muscle * (0.72 if female else 1.0)
    man = naked(
        v,
        Figure(
            height=v.height,
            heads=7.2,
            build=v.build * (0.93 if female else 1.0),
            muscle=m,
            shoulders=0.108 if female else 0.14,
            bust=1.0 if female else 0.0,
            legs=0.49,
            arms=34,
        ),
        face.Look(
            ears=face.ears_of(v.hair),
            jaw=0.92 if female else 1.12,
            nose=0.85 if female else 1.0,
            smile=v.smile,
            frown=0.3,
        ),
    )
    h, s, d, hd = man.h, man.head_size, man.d, man.head
    face.hair(man, v.hair if female or v.hair in ("short", "spiky") else "short")
    suit = Flesh(0.012 * h, 51)
    man.torso(suit, 0.003 * h)
    man.arm(suit, 0.004 * h, 0.98)
    man.leg(suit, 0.004 * h, 0.98)
    d.add("suit", suit.node(), "suit", group="clothes")
    if v.trunks:
        d.add(
            "trunks",
            suit.node(0.004 * h)
            & (
                box(h, 0.1 * h, h).move(y=man.hip[1] + 0.01 * h)
                - cylinder(0.085 * h, 0.3 * h).rotate(x=90).move(0.115 * h, man.hip[1] - 0.075 * h, 0).mirrored()
            ),
            "accent",
            group="clothes",
        )
    at = between(man.hip, man.waist, 0.25)[1]
    d.add("belt", suit.node(0.008 * h) & box(h, 0.028 * h, h).move(y=at + 0.035 * h), "emblem", group="clothes")
    if v.gloves:
        keep = union(*(sphere(0.06 * h).move(*between(man.elbow, man.wrist, t)) for t in (0.55, 0.85, 1.0)))
        d.add("glove_cuffs", suit.node(0.006 * h) & keep.mirrored(), "accent", group="clothes")
    y = man.chest[1] + 0.005 * h
    front = suit.hit((0, y, h), (0, y, 0))
    k = 0.05 * h
    outlines = {
        "diamond": [(-1.1, 0.5), (-0.6, 0.9), (0.6, 0.9), (1.1, 0.5), (0, -1)],
        "star": [
            (
                (1.1 if i % 2 == 0 else 0.45) * math.sin(math.pi * i / 5),
                (1.1 if i % 2 == 0 else 0.45) * math.cos(math.pi * i / 5),
            )
            for i in range(10)
        ],
        "bolt": [(0.1, 1.2), (-0.6, -0.1), (-0.05, -0.1), (-0.35, -1.2), (0.6, 0.25), (0.05, 0.25), (0.5, 1.2)],
        "circle": [(math.cos(0.393 * i), math.sin(0.393 * i)) for i in range(16)],
    }
    badge = extrude([(k * x, k * y2) for x, y2 in outlines[v.emblem]], 0.12 * h).move(front[0], front[1], front[2])
    d.add("emblem", suit.node(0.006 * h) & badge, "emblem", group="clothes")
    if v.mask:
        band = man.skin.node(0.035 * s) & box(2.4 * s, 0.5 * s, 1.4 * s, 0.1 * s).move(*hd(0, 0.06, 0.72))
        eyes = union(*(sphere(0.2 * s, 0.15 * s, s).move(*hd(x, 0.02, 0.9)) for x in (-0.31, 0.31)))
        d.add("mask", band - eyes, "mask", group="head")
    if v.ears:
        d.add(
            "cowl_ears",
            union(cylinder(0.2 * s, 0.7 * s, 0.03 * s).rotate(z=-8).move(*hd(0.55, 1.05, 0.0))).mirrored(),
            "mask",
            group="head",
        )
    if v.cape:
        c.cape(man, length=0.7, width=0.21)
    man.hands("accent" if v.gloves else "skin")
    man.feet("accent", boot=0.75, name="boots")
    return finished(man)
