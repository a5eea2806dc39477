"""Goblins and orcs, zombies, skeletons, aliens: upright creatures with bodies of their own."""

from __future__ import annotations

import math

from maquette.shapes.api import box, capsule, cylinder, sphere, sweep, torus, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, Whole, family
from maquette.shapes.node import Node
from maquette.shapes.sub import clothes as c
from maquette.shapes.sub import face
from maquette.shapes.sub import features as f
from maquette.shapes.sub.flesh import Flesh, Point3, add, between, flip
from maquette.shapes.sub.humanoid import Figure, Human


@family(
    "goblin", "creature",
    nouns={"orc": {"height": 1.95, "build": 1.45, "muscle": 1.7, "tusks": True, "nose": 1.2, "ear_length": 1.0}, "hobgoblin": {"height": 1.7}, "troll": {"height": 2.6, "build": 1.5, "muscle": 1.6, "nose": 2.4, "tusks": True}, "ogre": {"height": 2.4, "build": 1.7, "muscle": 1.5}, "gremlin": {"height": 0.8, "ear_length": 2.2}, "uruk": {"height": 1.9, "muscle": 1.6}},
    parameters=(
        Real("height", 1.15, 0.75, 2.6), Real("build", 1.1, 0.9, 1.7, unit=""), Real("muscle", 1.1, 0.8, 1.7, unit=""), Real("nose", 1.7, 1.0, 2.5, unit=""), Real("ear_length", 1.6, 0.9, 2.3, unit=""), Flag("tusks", 0.5), Flag("vest", 0.6), Flag("shoulder_pad", 0.4), Flag("club", 0.5), Flag("earring", 0.4), Choice("hair", ("bald", "mohawk", "topknot")),
    ),
    slots={"skin": ("skin:#6f9a3c", "skin:#58803a", "skin:#8aa84a", "skin:#6a7a58"), "cloth": ("leather:#5a3a22", "leather:#4a3020", "canvas:#7a6442"), "vest": ("leather:#6a4426", "fabric:#5a2a24"), "tusks": ("bone",), "claws": ("horn:#2a2420",), "club": ("bark", "walnut"), "metal": ("iron", "rust"), "earring": ("gold",), "hair": ("fur:#1d1a1b", "fur:#6a1f1a"), "belt": ("leather:#2a1c14",), "buckle": ("iron", "brass")} | face.FACE_SLOTS | {"eyes": ("paint:#e0b81c", "paint:#d84a1c", "paint:#c8d83a"), "white": ("paint:#efe6a8",), "lips": ("skin:#3f5a2a",), "brows": ("fur:#2a2a1c",)},
    words={"club": {"club": True}, "tusks": {"tusks": True}, "earring": {"earring": True}, "vest": {"vest": True}, "mohawk": {"hair": "mohawk"}}, paints={"body": "skin", "clothes": "cloth", "loincloth": "cloth", "ears": "skin"}, height=(0.7, 3.0),
)  # fmt: skip
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
            f.horn([add(at, (-0.02, -0.05, -0.1), s), add(at, (0.04, 0.08, 0.1), s), add(at, (0.07, 0.34, 0.08), s)], 0.1 * s).mirrored(),
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
        spikes = [f.spike(add(at, (0.6 * r * i, 0.75 * r, 0)), (0.5 * i, 1, 0), 0.07 * h, 0.016 * h, 7, 0.3) for i in (0, 1)]
        d.add("shoulder_pad", union(sphere(r, 0.85 * r, r).move(*at), *spikes), "metal", group="clothes")
    man.hands("skin", claws="claws")
    man.feet("skin", name="feet", bare=True)
    if v.hair == "mohawk":
        pts = [f.on_skin(man.skin, man.head, 0, 50), f.on_skin(man.skin, man.head, 0, 88), f.on_skin(man.skin, man.head, 180, 50)]
        d.add(
            "hair",
            union(
                *(
                    f.spike(between(a, b, t), add(between(a, b, t), man.head(0, 0, -0.1), -1), 0.45 * s, 0.16 * s, 8, 0.3)
                    for a, b in zip(pts, pts[1:], strict=False)
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
                sweep([man.head(0, 0.95, -0.2), man.head(0, 1.5, -0.35), man.head(0, 1.3, -0.85)], [0.13 * s, 0.16 * s, 0.04 * s]),
            ),
            "hair",
            group="head",
        )
    if v.earring:
        side = man.skin.hit(man.head(4, 0, -0.12), man.head(0, 0, -0.12))
        d.add("earring", torus(0.1 * s, 0.03 * s).rotate(x=90).move(*add(side, (0.1 * s, -0.24 * s, 0.02 * s))), "earring", group="head")
    if v.club:
        x, y, z = flip(man.grip)
        d.add(
            "club",
            sweep([(x, y - 0.12 * h, z), (x, y + 0.15 * h, z), (x, y + 0.42 * h, z)], [0.016 * h, 0.022 * h, 0.052 * h], round_ends=True),
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


@family(
    "zombie", "creature", nouns={"undead": {}, "ghoul": {"hair": "bald"}, "walking dead": {}, "mummy": {"bandages": True, "hair": "bald"}, "frankenstein": {"bolts": True, "hair": "short", "build": 1.25}, "frankenstein monster": {"bolts": True, "build": 1.25}},
    parameters=(Real("height", 1.75, 1.4, 2.0), Real("build", 0.95, 0.85, 1.25, unit=""), Choice("hair", ("short", "bald", "spiky", "long")), Real("stoop", 0.03, 0.0, 0.06, unit=""), Real("arms", 30, 20, 45, unit="deg"), Real("sleeves", 0.35, 0.15, 0.85, unit=""), Flag("torn", 0.8), Flag("wounds", 0.7), Flag("bandages", 0.05), Flag("bolts", 0.06)),
    slots={"skin": ("skin:#8aa06a", "skin:#7a9078", "skin:#a3a888"), "shirt": ("fabric:#6a5f52", "fabric:#4a5a5f", "fabric:#7a3a34"), "trousers": ("fabric:#3a3a3f", "denim:#3f4a58"), "wounds": ("meat:#7a1c1c",), "bandages": ("canvas:#d8cba8", "canvas"), "hair": ("fur:#2a2622", "fur:#5a5248"), "shoes": ("leather:#2a221c",), "sole": ("rubber",), "metal": ("iron",)} | face.FACE_SLOTS | {"white": ("porcelain:#f0efd0",), "eyes": ("paint:#c8d060", "paint:#d04030"), "lips": ("paint:#2a1a1a",), "brows": ("fur:#2a2622",)},
    words={"bandages": {"bandages": True}, "torn": {"torn": True}, "wounds": {"wounds": True}, "bolts": {"bolts": True}}, paints={"clothes": "shirt", "body": "skin", "pants": "trousers"}, height=(1.3, 2.2),
)  # fmt: skip
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
        d.add("wounds", man.skin.node(0.003 * h) & union(*(sphere(r * h, 1.5 * r * h, r * h).move(*p) for p, r in balls)), "wounds")
    if v.bolts:
        d.add(
            "bolts",
            cylinder(0.012 * h, 0.09 * h, bevel=0.004 * h).rotate(z=90).move(0.045 * h, man.neck[1] + 0.012 * h, man.neck[2]).mirrored(),
            "metal",
            group="head",
        )
    man.hands("skin")
    man.feet("shoes") if not v.bandages else man.feet("bandages", sole=None)
    d.add("body", man.skin.node(), "skin")
    del s
    return man.finish()


@family(
    "skeleton", "creature", nouns={"skeleton warrior": {"sword": True, "helmet": True, "shield": True}, "undead warrior": {"sword": True}, "bones": {}, "grim reaper": {"cloak": True, "scythe": True, "sword": False}, "reaper": {"cloak": True, "scythe": True, "sword": False}, "death": {"cloak": True, "scythe": True}, "lich": {"cloak": True, "crown": True}},
    parameters=(Real("height", 1.75, 1.3, 2.1), Real("build", 1.0, 0.85, 1.2, unit=""), Real("head", 1.0, 0.9, 1.35, unit=""), Whole("ribs", 7, 5, 9), Flag("sword", 0.25), Flag("shield", 0.2), Flag("helmet", 0.2), Flag("cloak", 0.1), Flag("scythe", 0), Flag("crown", 0.05), Flag("glow", 0.3, about="in the eye sockets")),
    slots={"bone": ("bone", "bone:#d8ccb0", "bone:#f0e8d8"), "dark": ("paint:#120e0c",), "glow": ("glow:#ff4020", "glow:#40d0ff", "glow:#60ff60"), "metal": ("iron", "rust", "steel"), "wood": ("walnut",), "cloak": ("fabric:#1c1a20", "fabric:#2a1f2f"), "gold": ("gold",)},
    words={"sword": {"sword": True}, "shield": {"shield": True}, "helmet": {"helmet": True}, "cloak": {"cloak": True}, "hood": {"cloak": True}, "scythe": {"scythe": True}, "crown": {"crown": True}, "glowing": {"glow": True}}, paints={"body": "bone", "eyes": "glow", "bones": "bone"}, height=(1.2, 2.7),
)  # fmt: skip
def skeleton(v: Values) -> Draft:
    """A skull, a rib cage on a spine, a pelvis, long bones with knobs."""
    man = Human(v, Figure(height=v.height, heads=6.5 / v.head, build=v.build, shoulders=0.118))
    h, s, d, hd = man.h, man.head_size, man.d, man.head
    w = v.build * h
    sk = Flesh(0.05 * s, 48)
    sk.ball(hd(0, 0.24, -0.1), 0.76 * s)
    sk.ball(hd(0, 0.18, -0.25), 0.72 * s)
    sk.chain([hd(0.42, -0.08, 0.36), hd(0.22, -0.34, 0.52)], [0.2 * s, 0.24 * s], both=True)
    sk.chain([hd(0, -0.1, 0.5), hd(0, -0.36, 0.56)], [0.2 * s, 0.24 * s])
    holes = [sphere(0.21 * s, 0.22 * s, 0.3 * s).move(*hd(x, 0.06, 0.72)) for x in (-0.29, 0.29)] + [
        cylinder(0.1 * s, 0.2 * s, 0.02 * s, sides=4).scale(1, 1, 2).move(*hd(0, -0.2, 0.84))
    ]
    d.add("skull", sk.node() - union(*holes), "bone", group="head")
    d.add(
        "eye_sockets", union(*(sphere(0.2 * s).move(*hd(x, 0.06, 0.46)) for x in (-0.29, 0.29))), "glow" if v.glow else "dark", group="head"
    )
    jaw = Flesh(0.05 * s, 36)
    jaw.chain(
        [hd(0.52, -0.12, 0.02), hd(0.5, -0.55, 0.12), hd(0.18, -0.82, 0.5), hd(0, -0.84, 0.54)],
        [0.11 * s, 0.13 * s, 0.14 * s, 0.14 * s],
        both=True,
    )
    d.add("jaw", jaw.node(), "bone", group="head")
    d.add(
        "teeth",
        union(
            *(
                box(0.13 * s, 0.34 * s, 0.1 * s, 0.03 * s).rotate(y=9 * i).move(*hd(0.135 * i, -0.6, 0.66 - 0.02 * abs(i) ** 1.5))
                for i in range(-2, 3)
            )
        ),
        "bone",
        group="head",
    )
    d.add("mouth", box(0.9 * s, 0.24 * s, 0.4 * s, 0.08 * s).move(*hd(0, -0.6, 0.4)), "dark", group="head")
    n = 15
    top, low = hd(0, -0.35, -0.2), (0.0, man.hip[1] + 0.03 * h, -0.02 * h)
    spine: list[Point3] = [add(between(low, top, i / (n - 1)), (0, 0, -0.022 * h * (1 if 4 < i < 11 else 0.3))) for i in range(n)]
    d.add(
        "spine",
        union(sweep(spine, 0.011 * w, round_ends=True), *(sphere(0.021 * w, 0.014 * h, 0.021 * w).move(*p) for p in spine)),
        "bone",
        group="torso",
    )
    ribs: list[Node] = []
    high, deep = man.shoulder[1] - 0.005 * h, man.waist[1] + 0.035 * h
    for i in range(v.ribs):
        t = i / (v.ribs - 1)
        y = high + (deep - high) * t
        x = (0.062 + 0.04 * (1 - (1.25 * t - 0.55) ** 2 * 1.6)) * w
        end = 0.018 * w if t < 0.72 else 0.045 * w
        ribs.append(
            sweep(
                [
                    (0, y + 0.02 * h, -0.045 * h),
                    (0.7 * x, y + 0.022 * h, -0.05 * h),
                    (x, y, 0.0),
                    (0.72 * x, y - 0.022 * h, 0.05 * h),
                    (end, y - 0.018 * h, 0.064 * h if t < 0.72 else 0.052 * h),
                ],
                0.0095 * h,
                round_ends=True,
            )
        )
    d.add("ribs", union(*ribs).mirrored(), "bone", group="torso")
    d.add(
        "breastbone",
        sweep(
            [(0, high - 0.0 * h, 0.058 * h), (0, between((0, high, 0), (0, deep, 0), 0.68)[1], 0.068 * h)],
            [0.019 * w, 0.013 * w],
            round_ends=True,
        ),
        "bone",
        group="torso",
    )
    clav = sweep(
        [(0.008 * h, high + 0.008 * h, 0.056 * h), (0.5 * man.shoulder[0], high + 0.02 * h, 0.035 * h), man.shoulder],
        0.0115 * h,
        round_ends=True,
    )
    blade = sphere(0.04 * w, 0.06 * h, 0.012 * h).rotate(z=15).move(0.068 * h, man.shoulder[1] - 0.05 * h, -0.06 * h)
    d.add(
        "collar_bones",
        union(clav, blade, sweep([man.shoulder, (0.07 * h, man.shoulder[1] - 0.03 * h, -0.06 * h)], 0.012 * h)).mirrored(),
        "bone",
        group="torso",
    )
    pelvis = Flesh(0.014 * h, 36)
    pelvis.chain(
        [(0.012 * h, low[1], -0.02 * h), (0.075 * w, low[1] + 0.02 * h, 0.0), (man.hip[0] * 1.15, man.hip[1], 0.01 * h)],
        [0.022 * h, 0.022 * h, 0.024 * h],
        both=True,
    )
    pelvis.chain([(man.hip[0], man.hip[1], 0.01 * h), (0, man.hip[1] - 0.035 * h, 0.03 * h)], [0.02 * h, 0.014 * h], both=True)
    d.add("pelvis", pelvis.node(), "bone", group="torso")

    def long(a: Point3, b: Point3, r: float) -> Node:
        return union(
            sweep([a, between(a, b, 0.12), between(a, b, 0.5), between(a, b, 0.88), b], [1.3 * r, 0.9 * r, 0.72 * r, 0.85 * r, 1.3 * r]),
            sphere(1.7 * r).move(*a),
            sphere(1.65 * r).move(*b),
        )

    side = (0.012 * h, 0.0, -0.004 * h)
    d.add(
        "arms",
        union(
            long(man.shoulder, man.elbow, 0.0135 * h),
            long(man.elbow, man.wrist, 0.0095 * h),
            sweep([add(man.elbow, side), add(man.wrist, side)], 0.0075 * h),
        ).mirrored(),
        "bone",
        group="arms",
    )
    d.add(
        "legs",
        union(
            long(man.hip, man.knee, 0.0165 * h),
            long(man.knee, man.ankle, 0.0125 * h),
            sweep([add(man.knee, side, 1.3), add(man.ankle, side, 1.1)], 0.008 * h),
            sphere(0.02 * h, 0.022 * h, 0.012 * h).move(*add(man.knee, (0, 0, 0.018 * h))),
        ).mirrored(),
        "bone",
        group="legs",
    )
    x, y, z = man.ankle
    toes = [
        sweep(
            [(x, y - 0.006 * h, z), (x + (0.008 * i) * h, 0.016 * h, z + 0.06 * h), (x + 0.015 * i * h, 0.0105 * h, z + 0.115 * h)],
            [0.015 * h, 0.0095 * h, 0.0085 * h],
            round_ends=True,
        )
        for i in (-1, 0, 1)
    ]
    d.add(
        "feet",
        union(
            *toes,
            sphere(0.021 * h, 0.02 * h, 0.026 * h).move(x, 0.021 * h, z - 0.022 * h),
            sweep([(x, y, z), (x, 0.02 * h, z - 0.02 * h)], 0.014 * h),
        ).mirrored(),
        "bone",
        group="legs",
    )
    man.hands("bone")
    if v.cloak:
        c.cape(man, "cloak", length=0.7, width=0.17)
        hood = Flesh(0.06 * s, 44)
        for k in range(9):
            a = (k / 8) * 2.6 - 1.3

            hood.chain(
                [
                    hd(1.0 * math.sin(a), 0.12 + 0.98 * math.cos(a), 0.55),
                    hd(1.05 * math.sin(a), 0.06 + 1.0 * math.cos(a), -0.3),
                    hd(0.6 * math.sin(a), 0.1 + 0.6 * math.cos(a), -0.95),
                ],
                [0.13 * s, 0.15 * s, 0.22 * s],
            )
        for sx in (1, -1):
            hood.chain([hd(0.98 * sx, 0.3, 0.5), hd(0.95 * sx, -0.6, 0.3), hd(0.8 * sx, -1.1, 0.1)], [0.13 * s, 0.15 * s, 0.16 * s])
            hood.chain([hd(0.9 * sx, 0.2, -0.4), hd(0.9 * sx, -1.0, -0.4)], [0.2 * s, 0.22 * s])
        hood.chain([hd(0, 0.3, -0.9), hd(0, -1.1, -0.8)], [0.3 * s, 0.3 * s])
        d.add("hood", hood.node(), "cloak", group="head")
    gx, gy, gz = flip(man.grip)
    if v.scythe:
        pole = sweep([(gx, 0.0, gz), (gx, gy, gz), (gx, 1.08 * h, gz)], 0.0115 * h)
        d.add("scythe_pole", pole, "wood", group="scythe")
        edge = sweep(
            [
                (gx - 0.01 * h, 1.06 * h, gz),
                (gx + 0.02 * h, 1.1 * h, gz + 0.14 * h),
                (gx + 0.02 * h, 1.05 * h, gz + 0.32 * h),
                (gx + 0.02 * h, 0.93 * h, gz + 0.46 * h),
            ],
            [0.035 * h, 0.036 * h, 0.028 * h, 0.006 * h],
        ).scale(1, 1, 1)
        d.add("scythe_blade", edge, "metal", group="scythe")
    elif v.sword:
        d.add(
            "sword_hilt",
            union(capsule(0.0115 * h, 0.15 * h), box(0.12 * h, 0.018 * h, 0.024 * h, 0.006 * h).move(y=0.06 * h)).move(gx, gy, gz),
            "wood",
            group="sword",
        )
        d.add(
            "sword_blade",
            cylinder(0.03 * h, 0.5 * h, 0.008 * h, sides=4).rotate(y=45).scale(1.0, 1, 0.42).move(gx, gy + 0.3 * h, gz),
            "metal",
            group="sword",
        )
    if v.shield:
        at = add(man.grip, (0.045 * h, 0.03 * h, 0.02 * h))
        d.add("shield", cylinder(0.16 * h, 0.026 * h, bevel=0.008 * h).rotate(z=90).move(*at), "wood", group="shield")
        d.add(
            "shield_boss",
            union(torus(0.155 * h, 0.012 * h).rotate(z=90), sphere(0.03 * h, 0.045 * h, 0.045 * h)).move(*at),
            "metal",
            group="shield",
        )
    if v.helmet and not v.cloak:
        cap = cylinder(0.86 * s, 0.5 * s, 0.8 * s).move(y=0.0) + sphere(0.8 * s, 0.45 * s, 0.8 * s).move(y=0.24 * s)
        d.add("helmet", union(cap, torus(0.87 * s, 0.07 * s).move(y=-0.22 * s)).move(*hd(0, 0.66, -0.16)), "metal", group="head")
    if v.crown:
        spikes = union(*(cylinder(0.17 * s, 0.4 * s, 0.02 * s, sides=4).move(0.8 * s, 0.3 * s, 0).rotate(y=51.4 * i) for i in range(7)))
        d.add("crown", union(cylinder(0.86 * s, 0.26 * s, bevel=0.03 * s), spikes).move(*hd(0, 0.8, -0.16)), "gold", group="head")
    return man.finish()


@family(
    "alien", "creature", nouns={"grey alien": {"head": 1.3}, "martian": {"antennas": 2}, "extraterrestrial": {}, "green alien": {"antennas": 2}, "little green man": {"antennas": 2, "height": 1.0}, "et": {}},
    parameters=(Real("height", 1.3, 0.8, 1.9), Real("head", 1.15, 0.9, 1.4, unit=""), Real("build", 0.8, 0.68, 1.05, unit=""), Whole("eyes", 2, 1, 3), Real("eye_size", 1.0, 0.8, 1.3, unit=""), Whole("antennas", 0, 0, 2), Flag("suit", 0.5), Flag("collar", 0.4), Flag("spots", 0.4), Flag("belt", 0.4)),
    slots={"skin": ("skin:#8fae8a", "skin:#9aa0a8", "skin:#7fc05a", "skin:#8a7ac0", "skin:#5fb8b0"), "suit": ("fabric:#3a4a6a", "paint:#c8ccd4", "fabric:#5a2f6a"), "eyes": ("obsidian", "paint:#0d1018"), "glint": ("porcelain:#ffffff",), "mouth": ("paint:#2a2a2a",), "trim": ("glow:#40ffd0", "gold", "glow:#c060ff"), "spots": ("skin:#4f6a4a", "skin:#5a4a8a"), "belt": ("gunmetal",), "buckle": ("glow:#40c8ff",), "shoes": ("rubber:#2a2c34",), "sole": ("rubber",)},
    words={"antenna": {"antennas": 1}, "antennae": {"antennas": 2}, "suit": {"suit": True}, "spots": {"spots": True}}, paints={"body": "skin", "head": "skin", "clothes": "suit"}, height=(0.75, 2.4),
)  # fmt: skip
def alien(v: Values) -> Draft:
    """A huge brow over slanted black eyes, a thin neck, long fingers."""
    man = Human(
        v,
        Figure(
            height=v.height,
            heads=4.3 / v.head,
            build=v.build,
            shoulders=0.09,
            hips=0.045,
            muscle=0.6,
            legs=0.42,
            hands=1.35,
            feet=1.2,
            reach=1.2,
        ),
    )
    h, s, d, hd = man.h, man.head_size, man.d, man.head
    sk = man.skin
    sk.ball(hd(0, 0.3, -0.1), 0.82 * s)
    sk.ball(hd(0.2, 0.38, -0.2), 0.76 * s, both=True)
    sk.chain([hd(0.1, 0.1, 0.12), hd(0, -0.6, 0.3), hd(0, -0.84, 0.36)], [0.66 * s, 0.3 * s, 0.16 * s])
    man.throat(sk)
    man.torso(sk, -0.002 * h)
    man.arm(sk)
    man.leg(sk)
    big = 0.3 * s * v.eye_size * (1.2 if v.style == "cartoon" else 1.0)
    nodes: list[Node] = []
    glints: list[Node] = []
    places = {
        1: ((0.0, 12.0, 0.0),),
        2: ((32.0, 2.0, 24.0), (-32.0, 2.0, -24.0)),
        3: ((36.0, -2.0, 24.0), (-36.0, -2.0, -24.0), (0.0, 38.0, 0.0)),
    }[v.eyes]
    for az, el, tilt in places:
        at = f.on_skin(sk, hd, az, el)
        r = big * (1.25 if v.eyes == 1 else 0.85 if el > 30 else 1.0)
        nodes.append(sphere(r, 0.68 * r if v.eyes > 1 else r, 0.4 * r).rotate(z=tilt).rotate(x=-el * 0.5).rotate(y=az).move(*at))
        glints.append(sphere(0.14 * r).move(*add(at, (0.15 * r, 0.25 * r, 0.36 * r))))
    d.add("eyes", union(*nodes), "eyes", group="head")
    d.add("glints", union(*glints), "glint", group="head")
    d.add("nostrils", sphere(0.035 * s).move(*f.on_skin(sk, hd, 6, -25)).mirrored(), "mouth", group="head")
    d.add("mouth", f.mouth_line(sk, hd, (0, -0.5, 0.1), half=30, elevation=-12, smile=6, thick=0.035, points=5), "mouth", group="head")
    for i in range(v.antennas):
        k = 0.0 if v.antennas == 1 else (0.4 if i else -0.4)
        root = hd(k, 1.0, -0.1)
        rod = sweep([root, hd(1.2 * k, 1.5, 0.0), hd(1.6 * k, 1.85, 0.15)], [0.06 * s, 0.05 * s, 0.04 * s])
        d.add(f"antenna_{i + 1}", union(rod, sphere(0.12 * s).move(*hd(1.6 * k, 1.88, 0.16))), "skin", group="head")
    if v.spots:
        rng = v.rng("spots")
        balls = [
            sphere(float(rng.uniform(0.1, 0.2)) * s).move(*f.on_skin(sk, hd, float(rng.uniform(90, 270)), float(rng.uniform(10, 80))))
            for _ in range(12)
        ]
        d.add("spots", sk.node(0.004 * h) & union(*balls), "spots", group="head")
    if v.suit:
        c.shirt(man, "suit", 0.92)
        c.trousers(man, "suit", 0.95)
        man.feet("shoes", boot=0.35)
    else:
        man.feet("skin", name="feet", bare=True)
    if v.belt:
        c.belt(man)
    if v.collar:
        d.add("collar", torus(0.05 * h, 0.014 * h).move(*add(man.neck, (0, 0.0, 0))), "trim", group="clothes")
    man.hands("skin")
    d.add("body", sk.node(), "skin")
    return man.finish()
