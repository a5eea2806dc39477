"""Kings and queens."""

from __future__ import annotations

import math

from maquette.shapes.api import cylinder, lathe, sphere, sweep, torus, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, family
from maquette.shapes.sub import clothes as c
from maquette.shapes.sub import face
from maquette.shapes.sub.flesh import add, flip
from maquette.shapes.sub.humanoid import Figure
from maquette.shapes.sub.robes import BASE, COMMON, PAINTS, done, robed


@family(
    "king",
    "people",
    nouns={
        "emperor": {"sex": "male"},
        "queen": {"sex": "female"},
        "prince": {"sex": "male", "beard": "none", "cape": True},
        "princess": {"sex": "female", "cape": False},
        "monarch": {},
        "noble": {},
        "lord": {"sex": "male"},
    },
    parameters=(
        Real("height", 1.74, 1.45, 1.92),
        Choice("sex", ("male", "female")),
        *COMMON,
        Choice("beard", ("full", "goatee", "none", "long")),
        Flag("crown", 0.95),
        Flag("cape", 0.75),
        Flag("sceptre", 0.45),
        Real("points", 6, 5, 9, unit="", about="of the crown"),
    ),
    slots={
        "robe": ("velvet:#7a1f3a", "velvet:#2f3f8f", "fabric:#c46aa0", "fabric:#d8a0c0", "velvet:#4a2a6a"),
        "trim": ("gold",),
        "crown": ("gold", "gold", "silver"),
        "gem": ("gem", "gem:#1f5fd0", "gem:#1fa05a"),
        "cape": ("velvet:#a01c2a", "velvet:#3a2a7a"),
        "fur": ("wool:#f4f0e8",),
    }
    | BASE,
    words={
        "crown": {"crown": True},
        "cape": {"cape": True},
        "cloak": {"cape": True},
        "sceptre": {"sceptre": True},
        "scepter": {"sceptre": True},
        "beard": {"beard": "full"},
    },
    paints=PAINTS | {"jewel": "gem", "cloak": "cape"},
    height=(1.4, 2.2),
)
def king(v: Values) -> Draft:
    """A gown or robe with a gold hem, a jewelled crown, a cape with an ermine collar."""
    female = v.sex == "female"
    style = (
        v.hair
        if female and v.hair != "short"
        else ("bob" if v.hair == "long" and not female else ("long" if female else "short"))
    )
    look = face.Look(
        ears=face.ears_of(style),
        nose=0.85 if female else 1.1,
        eye=0.18 if female else 0.165,
        smile=v.smile,
        jaw=0.9 if female else 1.02,
        brow=0.8 if female else 1.1,
    )
    man = robed(
        v,
        Figure(
            height=v.height * (0.95 if female else 1.0),
            build=v.build * (0.92 if female else 1.05),
            shoulders=0.1 if female else 0.122,
            bust=1.0 if female else 0,
            muscle=0.82 if female else 1.0,
        ),
        look,
        0.02,
        0.24 if female else 0.155,
        0.4 if female else 0.94,
        0.012,
    )
    face.hair(man, style)
    if not female:
        face.beard(man, v.beard)
    h, s, d = man.h, man.head_size, man.d
    r = 0.235 * h if female else 0.152 * h
    ring = torus(r, 0.016 * h).scale(1.02, 1, 0.95).move(y=0.03 * h)
    d.add("hem", ring, "trim", group="clothes")
    if v.belt:
        c.belt(man, "trim", "gem")
    if v.crown:
        n, base = round(v.points), 0.82 * s
        band = lathe([(0.8 * base, 0), (base, 0), (1.06 * base, 0.3 * s), (0.86 * base, 0.3 * s)], smooth=False)
        tips = [
            cylinder(0.2 * s, 0.42 * s, 0.02 * s, sides=4)
            .scale(1, 1, 0.5)
            .rotate(y=90)
            .rotate(x=0)
            .move(0.96 * base, 0.45 * s, 0)
            .rotate(y=360 * i / n)
            for i in range(n)
        ]
        balls = [
            sphere(0.075 * s).move(
                0.96 * base * math.cos(2 * math.pi * i / n), 0.68 * s, 0.96 * base * math.sin(2 * math.pi * i / n)
            )
            for i in range(n)
        ]
        gems = [
            sphere(0.085 * s).move(
                1.02 * base * math.cos(2 * math.pi * (i + 0.5) / n),
                0.15 * s,
                1.02 * base * math.sin(2 * math.pi * (i + 0.5) / n),
            )
            for i in range(n)
        ]
        place = man.head(0, 0.52, -0.14)
        d.add("crown", union(band, *tips, *balls).move(*place), "crown", group="head")
        d.add("jewels", union(*gems).move(*place), "gem", group="head")
    if v.cape:
        c.cape(man, length=0.76, collar=False)
        n = man.neck
        fur = sweep(
            [
                add(n, (0, -0.0 * h, -0.085 * h)),
                add(n, (0.1 * h, -0.025 * h, -0.05 * h)),
                add(n, (0.095 * h, -0.04 * h, 0.035 * h)),
                add(n, (0.03 * h, -0.1 * h, 0.085 * h)),
                add(n, (-0.03 * h, -0.1 * h, 0.085 * h)),
                add(n, (-0.095 * h, -0.04 * h, 0.035 * h)),
                add(n, (-0.1 * h, -0.025 * h, -0.05 * h)),
            ],
            0.027 * h,
            closed=True,
        )
        d.add("fur_collar", fur, "fur", group="clothes")
    if v.sceptre:
        x, y, z = flip(man.grip)
        d.add(
            "sceptre",
            union(
                cylinder(0.011 * h, 0.32 * h),
                sphere(0.017 * h).move(y=-0.16 * h),
                torus(0.0165 * h, 0.008 * h).move(y=0.14 * h),
            ).move(x, y + 0.05 * h, z),
            "crown",
            group="sceptre",
        )
        d.add("sceptre_gem", sphere(0.027 * h).move(x, y + 0.225 * h, z), "gem", group="sceptre")
    return done(man)
