"""Zombies."""

from __future__ import annotations

from maquette.shapes.api import box, cylinder, sphere, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, family
from maquette.shapes.node import Node
from maquette.shapes.sub import clothes as c
from maquette.shapes.sub import face
from maquette.shapes.sub.flesh import add, between, flip
from maquette.shapes.sub.humanoid import Figure, Human


@family(
    "zombie",
    "creature",
    nouns={
        "undead": {},
        "ghoul": {"hair": "bald"},
        "walking dead": {},
        "mummy": {"bandages": True, "hair": "bald"},
        "frankenstein": {"bolts": True, "hair": "short", "build": 1.25},
        "frankenstein monster": {"bolts": True, "build": 1.25},
    },
    parameters=(
        Real("height", 1.75, 1.4, 2.0),
        Real("build", 0.95, 0.85, 1.25, unit=""),
        Choice("hair", ("short", "bald", "spiky", "long")),
        Real("stoop", 0.03, 0.0, 0.06, unit=""),
        Real("arms", 30, 20, 45, unit="deg"),
        Real("sleeves", 0.35, 0.15, 0.85, unit=""),
        Flag("torn", 0.8),
        Flag("wounds", 0.7),
        Flag("bandages", 0.05),
        Flag("bolts", 0.06),
    ),
    slots={
        "skin": ("skin:#8aa06a", "skin:#7a9078", "skin:#a3a888"),
        "shirt": ("fabric:#6a5f52", "fabric:#4a5a5f", "fabric:#7a3a34"),
        "trousers": ("fabric:#3a3a3f", "denim:#3f4a58"),
        "wounds": ("meat:#7a1c1c",),
        "bandages": ("canvas:#d8cba8", "canvas"),
        "hair": ("fur:#2a2622", "fur:#5a5248"),
        "shoes": ("leather:#2a221c",),
        "sole": ("rubber",),
        "metal": ("iron",),
    }
    | face.FACE_SLOTS
    | {
        "white": ("porcelain:#f0efd0",),
        "eyes": ("paint:#c8d060", "paint:#d04030"),
        "lips": ("paint:#2a1a1a",),
        "brows": ("fur:#2a2622",),
    },
    words={
        "bandages": {"bandages": True},
        "torn": {"torn": True},
        "wounds": {"wounds": True},
        "bolts": {"bolts": True},
    },
    paints={"clothes": "shirt", "body": "skin", "pants": "trousers"},
    height=(1.3, 2.2),
)
def zombie(v: Values) -> Draft:
    """Green skin, sunken eyes, torn clothes, arms that reach."""
    look = face.Look(nose=0.75, eye=0.2, jaw=0.95, brow=1.3, frown=-0.5, smile=-0.5, lip=0.075)
    man = Human(v, Figure(height=v.height, build=v.build, stoop=v.stoop, arms=v.arms, muscle=0.9, hands=1.15))
    h, s, d = man.h, man.head_size, man.d
    face.skull(man, look)
    man.throat(man.skin)
    man.torso(man.skin, -0.004 * h)
    man.arm(man.skin)
    man.leg(man.skin)
    face.hair(man, v.hair)
    face.features(man, look if face.ears_of(v.hair) == "round" else face.Look(**look.__dict__ | {"ears": "none"}))
    if v.bandages:
        rings: list[Node] = []
        for i in range(16):
            y = (0.08 + 0.055 * i) * h
            rings.append(box(2 * h, 0.03 * h, 2 * h).rotate(x=9 * (-1) ** i, z=12 * (-1) ** (i // 2)).move(y=y))
        d.add("bandages", man.skin.node(0.009 * h) & union(*rings), "bandages", group="clothes")
    else:
        c.shirt(man, sleeves=v.sleeves, hem=0.03)
        c.trousers(man, until=0.82 if v.torn else 0.96, flare=0.012)
        if v.torn:
            rng = v.rng("tears")
            holes = [
                sphere(float(rng.uniform(0.022, 0.04)) * h, float(rng.uniform(0.03, 0.07)) * h, 0.1 * h).move(
                    float(rng.uniform(-0.11, 0.11)) * h, man.waist[1] + float(rng.uniform(-0.05, 0.17)) * h, 0.1 * h
                )
                for _ in range(4)
            ]
            hem = [
                cylinder(0.035 * h, 0.09 * h, 0.001 * h, sides=5).move(
                    float(rng.uniform(-0.12, 0.12)) * h, man.hip[1], float(rng.uniform(-0.08, 0.08)) * h
                )
                for _ in range(9)
            ]
            part = next(i for i, p in enumerate(d.parts) if p.name == "shirt")
            old = d.parts.pop(part)
            d.add("shirt", old.solid - union(*holes, *hem), "shirt", group="clothes")
    if v.wounds and not v.bandages:
        rng = v.rng("wounds")
        balls = [
            (man.skin.hit(add(p, (0, 0, h)), p), r)
            for p, r in (
                (between(man.elbow, man.wrist, 0.4), 0.02),
                (flip(between(man.shoulder, man.elbow, 0.85)), 0.022),
                (man.head(0.42, -0.1, 0.3), 0.018),
                ((0.04 * h * float(rng.uniform(-1, 1)), man.chest[1], 0.0), 0.035),
            )
        ]
        d.add(
            "wounds",
            man.skin.node(0.003 * h) & union(*(sphere(r * h, 1.5 * r * h, r * h).move(*p) for p, r in balls)),
            "wounds",
        )
    if v.bolts:
        d.add(
            "bolts",
            cylinder(0.012 * h, 0.09 * h, bevel=0.004 * h)
            .rotate(z=90)
            .move(0.045 * h, man.neck[1] + 0.012 * h, man.neck[2])
            .mirrored(),
            "metal",
            group="head",
        )
    man.hands("skin")
    man.feet("shoes") if not v.bandages else man.feet("bandages", sole=None)
    d.add("body", man.skin.node(), "skin")
    del s
    return man.finish()
