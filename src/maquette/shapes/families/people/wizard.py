"""Wizards and witches."""

from __future__ import annotations

from maquette.shapes.api import cylinder, lathe, sweep, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, family
from maquette.shapes.sub import clothes as c
from maquette.shapes.sub import face
from maquette.shapes.sub.humanoid import Figure
from maquette.shapes.sub.robes import BASE, COMMON, PAINTS, done, robed, staff


@family(
    "wizard",
    "people",
    nouns={
        "mage": {},
        "sorcerer": {},
        "warlock": {"beard": "goatee"},
        "witch": {"sex": "female", "hat": True},
        "sorceress": {"sex": "female"},
        "druid": {"hat": False},
        "merlin": {"beard": "long"},
        "gandalf": {"beard": "long"},
        "magician": {},
        "enchantress": {"sex": "female"},
    },
    parameters=(
        Real("height", 1.78, 1.5, 1.95),
        Choice("sex", ("male", "female")),
        *COMMON,
        Choice("beard", ("long", "full", "goatee", "none")),
        Flag("hat", 0.85),
        Flag("staff", 0.75),
        Flag("cape", 0.25),
        Choice("staff_top", ("orb", "crystal")),
        Real("hat_height", 1.0, 0.7, 1.4, unit=""),
    ),
    slots={
        "robe": ("fabric:#3a3f8f", "fabric:#5a2f86", "fabric:#2a2730", "fabric:#7a2430", "fabric:#2f5a4a"),
        "trim": ("gold", "fabric:#d8b04a"),
        "hat": ("fabric:#33387f", "fabric:#2a2430", "fabric:#4f2a78"),
        "staff": ("walnut", "bark:#6a4a30"),
        "magic": ("glow:#40c8ff", "glow:#b060ff", "glow:#50f090"),
        "cape": ("fabric:#2a2440",),
    }
    | BASE
    | {"hair": ("fur:#e8e4de", "fur:#b9b4ac", "fur:#5a4030", "fur:#1f1b1d")},
    words={
        "staff": {"staff": True},
        "hat": {"hat": True},
        "beard": {"beard": "long"},
        "cape": {"cape": True},
        "cloak": {"cape": True},
    },
    paints=PAINTS | {"orb": "magic", "cloak": "cape", "gem": "magic", "crystal": "magic"},
    height=(1.4, 2.9),
)
def wizard(v: Values) -> Draft:
    """A long robe, a pointed hat, a beard and a staff that shines."""
    female = v.sex == "female"
    style = "long" if v.hair in ("short", "bob") else v.hair
    look = face.Look(
        ears=face.ears_of(style) if not v.hat else "none",
        nose=1.35 if not female else 1.0,
        eye=0.16,
        smile=v.smile,
        jaw=0.92 if female else 1.0,
        brow=1.3 if not female else 0.8,
    )
    man = robed(
        v,
        Figure(
            height=v.height,
            build=v.build * (0.94 if female else 1.0),
            shoulders=0.104 if female else 0.115,
            bust=0.9 if female else 0,
            muscle=0.85,
        ),
        look,
        0.02,
        0.16,
    )
    face.hair(man, style)
    if not female:
        face.beard(man, v.beard)
    s, d = man.head_size, man.d
    if v.belt:
        c.belt(man, "trim", "buckle")
    if v.hat:
        k = v.hat_height
        brim = lathe([(1.55 * s, -0.03 * s), (1.58 * s, 0.03 * s), (0.92 * s, 0.09 * s), (0.5 * s, 0.5 * s)])
        cone = sweep(
            [
                (0, 0, 0),
                (0, 0.6 * s * k, -0.03 * s),
                (0, 1.25 * s * k, -0.16 * s),
                (0.06 * s, 1.8 * s * k, -0.5 * s),
                (0.02 * s, 2.0 * s * k, -0.85 * s),
            ],
            [0.9 * s, 0.68 * s, 0.4 * s, 0.2 * s, 0.06 * s],
            round_ends=True,
        )
        d.add("hat", union(brim, cone).rotate(x=-10).move(*man.head(0, 0.5, -0.14)), "hat", group="head")
        d.add(
            "hat_band",
            cylinder(0.91 * s, 0.2 * s, 0.86 * s).move(y=0.14 * s).rotate(x=-10).move(*man.head(0, 0.5, -0.14)),
            "trim",
            group="head",
        )
    if v.staff:
        staff(man, v.staff_top)
    if v.cape:
        c.cape(man)
    return done(man)
