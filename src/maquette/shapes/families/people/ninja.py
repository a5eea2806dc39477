"""Ninjas and samurai."""

from __future__ import annotations

import math

from maquette.shapes.api import box, capsule, cylinder, extrude, lathe, sphere, sweep, torus, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, family
from maquette.shapes.sub import clothes as c
from maquette.shapes.sub import face
from maquette.shapes.sub.fighter import BASE, finished, naked, sword
from maquette.shapes.sub.flesh import Flesh, add, between, flip
from maquette.shapes.sub.humanoid import Figure, Human


@family(
    "ninja",
    "people",
    nouns={
        "assassin": {"hood": True},
        "shinobi": {},
        "thief": {"hood": True, "sword": False},
        "rogue": {"hood": True},
        "kunoichi": {"sex": "female"},
    },
    parameters=(
        Real("height", 1.74, 1.5, 1.9),
        Choice("sex", ("male", "female")),
        Real("build", 0.98, 0.88, 1.15, unit=""),
        Real("arms", 30, 22, 42, unit="deg"),
        Flag("sword", 0.6),
        Flag("katana", 0.75, about="on the back"),
        Flag("hood", 0.15),
        Flag("scarf", 0.55),
        Flag("armor", 0.35),
        Flag("star", 0.4),
        Flag("wraps", 0.8),
    ),
    slots={
        "suit": ("fabric:#1f2026", "fabric:#2a2f4a", "fabric:#4a1c20", "fabric:#e8e6e2"),
        "sash": ("fabric:#b0242a", "fabric:#2a5fb0", "fabric:#e0a82a"),
        "wraps": ("fabric:#3a3d46", "fabric:#c8c0b0"),
        "blade": ("steel:#d8dce0",),
        "hilt": ("fabric:#2a1c1c",),
        "sheath": ("paint:#15151a", "paint:#5a1418"),
        "armor": ("gunmetal", "leather:#2a2220"),
        "metal": ("steel",),
    }
    | BASE,
    words={
        "sword": {"sword": True},
        "katana": {"katana": True},
        "scarf": {"scarf": True},
        "hood": {"hood": True},
        "armor": {"armor": True},
    },
    paints={
        "clothes": "suit",
        "mask": "suit",
        "sword": "blade",
        "scarf": "sash",
        "belt": "sash",
        "headband": "sash",
        "body": "suit",
    },
    height=(1.4, 2.4),
)
def ninja(v: Values) -> Draft:
    """Wrapped from head to foot, only the eyes are free; a blade on the back."""
    female = v.sex == "female"
    man = naked(
        v,
        Figure(
            height=v.height,
            build=v.build,
            arms=v.arms,
            shoulders=0.102 if female else 0.117,
            bust=0.8 if female else 0.0,
            muscle=0.85 if female else 1.05,
        ),
        face.Look(ears="none", nose=0.7, frown=1.0, eye=0.17, brow=1.1),
    )
    h, s, d, hd = man.h, man.head_size, man.d, man.head
    wrap = Flesh(0.014 * h, 48)
    face_bones = Human(v, man.fig)
    face.skull(face_bones, face.Look())
    wrap.bones = [b.model_copy(update={"ra": b.ra + 0.09 * s, "rb": b.rb + 0.09 * s}) for b in face_bones.skin.bones]
    gap = box(1.25 * s, 0.5 * s, 2 * s, 0.15 * s, 3).move(*hd(0, 0.06, 1.2))
    d.parts = [part for part in d.parts if part.name not in ("mouth", "nose")]
    d.add("mask", wrap.node(cells=30) - gap, "suit", group="head")
    c.shirt(man, "suit", 0.94, grow=0.008)
    c.trousers(man, "suit", 0.94, grow=0.009, flare=0.004)
    c.skirt(man, "suit", man.hip[1] - 0.075 * h, 0.115, top=0.3, folds=6, ripple=0.02)
    c.belt(man, "sash", None)
    d.add(
        "headband",
        wrap.node(0.05 * s, cells=30) & box(4 * s, 0.26 * s, 4 * s).rotate(x=-8).move(*hd(0, 0.5, 0)),
        "sash",
        group="head",
    )
    knot = [
        sweep(
            [hd(0, 0.46, -0.95), hd(0.15 * k, 0.2, -1.25), hd(0.35 * k, -0.35, -1.3)],
            [0.09 * s, 0.1 * s, 0.07 * s],
            round_ends=True,
        )
        for k in (-1, 1)
    ]
    d.add("knot", union(sphere(0.15 * s).move(*hd(0, 0.47, -1.0)), *knot), "sash", group="head")
    if v.hood:
        shell = lathe(
            [(1.1, -1.0), (1.12, -0.3), (1.1, 0.3), (0.85, 0.85), (0.3, 1.2), (0.02, 1.28)], smooth=True
        ).scale(s)
        d.add(
            "hood",
            (shell - sphere(0.85 * s, 1.02 * s, 0.9 * s).move(0, -0.06 * s, 0.85 * s)).move(*hd(0, 0, -0.22)),
            "suit",
            group="head",
        )
    if v.scarf:
        n = man.neck
        d.add(
            "scarf",
            union(
                torus(0.058 * h, 0.021 * h).move(*add(n, (0, 0.004 * h, 0))),
                sweep(
                    [
                        add(n, (0.01 * h, 0, -0.065 * h)),
                        add(n, (0.04 * h, -0.05 * h, -0.12 * h)),
                        add(n, (0.07 * h, -0.14 * h, -0.14 * h)),
                        add(n, (0.06 * h, -0.26 * h, -0.2 * h)),
                    ],
                    [0.02 * h, 0.026 * h, 0.03 * h, 0.018 * h],
                    round_ends=True,
                ),
            ),
            "sash",
            group="clothes",
        )
    if v.wraps:
        arms, bands = Flesh(0.01 * h, 48), []
        man.arm(arms, 0.0125 * h, 0.98)
        man.leg(arms, 0.0135 * h, 0.98)
        for t in (0.45, 0.62, 0.79, 0.93):
            bands += [
                box(0.14 * h, 0.02 * h, 0.14 * h).rotate(z=8).move(*between(man.elbow, man.wrist, t)),
                box(0.14 * h, 0.03 * h, 0.16 * h).rotate(z=-6).move(*between(man.knee, man.ankle, t)),
            ]
        d.add("wraps", arms.node() & union(*bands).mirrored(), "wraps", group="clothes")
    if v.armor:
        d.add(
            "shoulder_guards",
            sphere(0.055 * h, 0.045 * h, 0.055 * h).move(*add(man.shoulder, (0.012 * h, 0.006 * h, 0))).mirrored(),
            "armor",
            group="armor",
        )
    if v.katana:
        at = add(man.chest, (0, 0.0, -0.064 * h * v.build - 0.012 * h))
        d.add("sheath", cylinder(0.017 * h, 0.42 * h, bevel=0.005 * h).rotate(z=42).move(*at), "sheath", group="katana")
        d.add(
            "katana_hilt",
            union(capsule(0.0135 * h, 0.15 * h).move(y=0.28 * h), cylinder(0.03 * h, 0.014 * h).move(y=0.213 * h))
            .rotate(z=42)
            .move(*at),
            "hilt",
            group="katana",
        )
    if v.sword:
        sword(man, 0.46, "blade", "hilt", curved=True)
    elif v.star:
        x, y, z = flip(man.grip)
        star = extrude(
            [
                (
                    (0.055 if i % 2 == 0 else 0.016) * h * math.cos(math.pi * i / 4),
                    (0.055 if i % 2 == 0 else 0.016) * h * math.sin(math.pi * i / 4),
                )
                for i in range(8)
            ],
            0.012 * h,
        )
        d.add("throwing_star", star.rotate(y=90).move(x, y, z + 0.045 * h), "metal", group="star")
    man.hands("wraps" if v.wraps else "skin")
    man.feet("suit", boot=0.3)
    return finished(man)
