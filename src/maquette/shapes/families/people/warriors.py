"""Knights, soldiers, astronauts, pirates, ninjas, superheroes."""

from __future__ import annotations

import math

from maquette.shapes.api import box, capsule, cylinder, extrude, lathe, sphere, sweep, torus, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, family
from maquette.shapes.sub import clothes as c
from maquette.shapes.sub import face
from maquette.shapes.sub.features import on_skin
from maquette.shapes.sub.flesh import Flesh, add, between, flip
from maquette.shapes.sub.humanoid import SKIN, Figure, Human

BASE = {
    "skin": SKIN,
    "hair": face.HAIR,
    "sole": ("rubber:#15130f",),
    "belt": ("leather:#3a281c", "leather:#1f1a18"),
    "buckle": ("brass", "steel"),
} | face.FACE_SLOTS


def naked(v: Values, fig: Figure, look: face.Look | None, under: float = -0.004) -> Human:
    """A figure with its skin's bones and, with a `look`, its face."""
    man = Human(v, fig)
    face.skull(man, look or face.Look())
    man.throat(man.skin)
    man.arm(man.skin)
    man.torso(man.skin, under * man.h)
    man.leg(man.skin)
    if look:
        face.features(man, look)
    return man


def sword(man: Human, length: float, blade: str, hilt: str, curved: bool = False) -> None:
    """A sword in the right hand, point up."""
    h, d = man.h, man.d
    x, y, z = flip(man.grip)
    guard = box(0.13 * h, 0.02 * h, 0.026 * h, 0.007 * h) if not curved else torus(0.03 * h, 0.009 * h)
    d.add(
        "sword_hilt",
        union(capsule(0.0115 * h, 0.15 * h), guard.move(y=0.062 * h), sphere(0.018 * h).move(y=-0.08 * h)).move(x, y, z),
        hilt,
        group="sword",
    )
    if curved:
        edge = extrude(
            [(-0.014 * h, 0), (0.014 * h, 0), (0.026 * h, 0.45 * length * h), (0.066 * h, length * h), (0.004 * h, 0.55 * length * h)],
            0.013 * h,
            bevel=0.004 * h,
        ).rotate(y=-90)
    else:
        half = 0.024 * h
        edge = extrude(
            [(-half, 0), (half, 0), (0.8 * half, 0.86 * length * h), (0, length * h), (-0.8 * half, 0.86 * length * h)],
            0.017 * h,
            bevel=0.006 * h,
        ).rotate(y=90)
    d.add("sword_blade", edge.move(x, y + 0.055 * h, z), blade, group="sword")


def finished(man: Human, slot: str = "skin") -> Draft:
    """The skin last."""
    man.d.add("body", man.skin.node(), slot)
    return man.finish()


@family(
    "knight", "people",
    nouns={"paladin": {"cape": True}, "crusader": {"tabard": True}, "warrior": {"visor": "open"}, "gladiator": {"visor": "open", "plume": True}, "guard": {}, "black knight": {}, "swordsman": {"sword": True}, "viking": {"visor": "open", "horns": True}, "barbarian": {"visor": "open", "horns": True}, "samurai": {"horns": True, "cape": False}, "templar": {"tabard": True}},
    parameters=(Real("height", 1.8, 1.5, 2.05), Real("build", 1.05, 0.92, 1.25, unit=""), Choice("visor", ("slit", "cross", "open")), Real("pauldrons", 1.0, 0.85, 1.4, unit=""), Flag("sword", 0.75), Flag("shield", 0.65), Flag("cape", 0.5), Flag("plume", 0.5), Flag("tabard", 0.35), Flag("horns", 0.05), Choice("shield_shape", ("heater", "round"))),
    slots={"armor": ("steel", "iron", "steel:#b8bcc4", "gunmetal"), "trim": ("gold", "brass", "steel", "bronze"), "dark": ("paint:#0c0c0e",), "mail": ("gunmetal:#4a4d52",), "cape": ("fabric:#a01f2a", "fabric:#24468f", "fabric:#2f6a3a", "fabric:#5a2a78"), "plume": ("feathers:#b8242a", "feathers:#2a56b0", "feathers:#e8e4da"), "tabard": ("fabric:#f0ece2", "fabric:#a01f2a", "fabric:#24468f"), "emblem": ("fabric:#b81f24", "fabric:#e8c040"), "blade": ("steel:#d0d4d8",), "hilt": ("leather:#4a2a1a", "gold"), "shield": ("paint:#9c2226", "paint:#24468f", "oak", "steel"), "horn": ("bone",)} | BASE,
    words={"sword": {"sword": True}, "shield": {"shield": True}, "cape": {"cape": True}, "cloak": {"cape": True}, "plume": {"plume": True}, "tabard": {"tabard": True}, "visor": {"visor": "slit"}, "horned": {"horns": True}}, paints={"armour": "armor", "helmet": "armor", "helm": "armor", "sword": "blade", "cloak": "cape", "metal": "armor"}, height=(1.4, 2.75),
)  # fmt: skip
def knight(v: Values) -> Draft:
    """Plate from head to foot, a helmet with a visor or an open face, sword and shield."""
    opened = v.visor == "open"
    man = naked(
        v,
        Figure(height=v.height, heads=6.8, build=v.build, muscle=1.05, shoulders=0.125, arms=30),
        face.Look(ears="none", jaw=1.05, brow=1.2, frown=0.5) if opened else None,
    )
    h, s, d, hd = man.h, man.head_size, man.d, man.head
    c.plates(man, pauldrons=v.pauldrons)
    if v.tabard:
        front = Flesh(0.012 * h, 56)
        man.torso(front, 0.021 * h)
        front.ball(add(man.chest, (0.042 * h, -0.005 * h, 0.045 * h * man.fig.build)), 0.065 * h, both=True)
        d.add(
            "tabard",
            union(
                front.node() & box(0.15 * h, 2 * h, 2 * h).move(y=man.hip[1] + 0.93 * h),
                box(0.16 * h, 0.26 * h, 0.02 * h, 0.006 * h).rotate(x=-6).move(0, man.hip[1] - 0.06 * h, 0.118 * h * v.build),
            ),
            "tabard",
            group="clothes",
        )
        chest = front.hit((0, man.chest[1], h), (0, man.chest[1], 0))
        d.add(
            "emblem",
            union(box(0.024 * h, 0.11 * h, 0.03 * h, 0.004 * h), box(0.08 * h, 0.024 * h, 0.03 * h, 0.004 * h).move(y=0.018 * h)).move(
                chest[0], chest[1], chest[2] - 0.008 * h
            ),
            "emblem",
            group="clothes",
        )
    rows = [(0.92, -0.95), (0.98, -0.6), (0.97, 0.15), (0.9, 0.55), (0.66, 0.92), (0.3, 1.08), (0.02, 1.13)]
    shell = lathe([(x * s, y * s) for x, y in rows], smooth=True).scale(0.96, 1, 1.06)
    at = hd(0, 0, -0.02)
    if opened:
        cut = sphere(0.66 * s, 0.85 * s, s).move(0, -0.28 * s, 0.98 * s)
        d.add("helmet", (shell - cut).move(*at), "armor", group="head")
        d.add(
            "nose_guard", box(0.17 * s, 0.75 * s, 0.13 * s, 0.04 * s).move(at[0], at[1] + 0.12 * s, at[2] + 1.0 * s), "trim", group="head"
        )
    else:
        d.add("helmet", shell.move(*at), "armor", group="head")
        visor = lathe([(0.99 * s, -0.72 * s), (1.05 * s, -0.4 * s), (1.06 * s, 0.1 * s), (0.99 * s, 0.42 * s)], smooth=True).scale(
            0.97, 1, 1.09
        ) & box(4 * s, 4 * s, 2 * s).move(z=1.12 * s)
        d.add("visor", visor.move(*at), "armor", group="head")
        slit = box(1.25 * s, 0.12 * s, 0.9 * s, 0.03 * s).move(0, 0.12 * s, 0.8 * s)
        if v.visor == "cross":
            slit = union(slit, box(0.1 * s, 0.95 * s, 0.9 * s, 0.03 * s).move(0, -0.18 * s, 0.8 * s))
        holes = [sphere(0.05 * s).move(x * s, y * s, 1.1 * s) for x in (-0.24, -0.12, 0.12, 0.24) for y in (-0.2, -0.36)]
        d.add(
            "eye_slit",
            (
                union(slit, *holes)
                & lathe(
                    [
                        (0.01, -0.8 * s),
                        (1.04 * s, -0.78 * s),
                        (1.09 * s, -0.4 * s),
                        (1.095 * s, 0.1 * s),
                        (1.04 * s, 0.5 * s),
                        (0.01, 0.52 * s),
                    ]
                ).scale(0.97, 1, 1.09)
            ).move(*at),
            "dark",
            group="head",
        )
    d.add(
        "helmet_ridge",
        sweep(
            [
                add(at, (0, 0.45, 0.98 if opened else 1.0), s),
                add(at, (0, 0.95, 0.62), s),
                add(at, (0, 1.14, 0), s),
                add(at, (0, 0.85, -0.72), s),
                add(at, (0, 0.2, -1.03), s),
            ],
            0.06 * s,
        ),
        "trim",
        group="head",
    )
    if v.plume and not v.horns:
        feathers = Flesh(0.08 * s, 48)
        feathers.chain(
            [
                add(at, (0, 1.05, 0.1), s),
                add(at, (0, 1.6, -0.15), s),
                add(at, (0, 1.55, -0.8), s),
                add(at, (0, 0.85, -1.35), s),
                add(at, (0, 0.1, -1.4), s),
            ],
            [0.12 * s, 0.24 * s, 0.28 * s, 0.22 * s, 0.07 * s],
        )
        d.add("plume", feathers.node(), "plume", group="head")
    if v.horns:
        curve = sweep(
            [add(at, (0.8, 0.45, 0), s), add(at, (1.35, 0.6, 0), s), add(at, (1.6, 1.0, 0.05), s), add(at, (1.5, 1.5, 0.1), s)],
            [0.22 * s, 0.2 * s, 0.14 * s, 0.03 * s],
        )
        d.add("horns", curve.mirrored(), "horn", group="head")
    if v.cape:
        c.cape(man, length=0.66)
    if v.sword:
        sword(man, 0.52, "blade", "hilt")
    if v.shield:
        outline = [(-0.15, 0.17), (0, 0.19), (0.15, 0.17), (0.15, 0.02), (0.11, -0.12), (0, -0.25), (-0.11, -0.12), (-0.15, 0.02)]
        plate = (
            extrude([(h * x, h * y) for x, y in outline], 0.022 * h, bevel=0.006 * h)
            if v.shield_shape == "heater"
            else cylinder(0.17 * h, 0.022 * h, bevel=0.006 * h).rotate(x=90)
        )
        rim = union(
            *(sphere(0.014 * h).move(h * 0.86 * x, h * 0.86 * y, 0.014 * h) for x, y in outline),
            sphere(0.04 * h, 0.04 * h, 0.026 * h).move(z=0.008 * h),
        )
        place = add(man.grip, (0.012 * h, 0.03 * h, 0.026 * h))
        d.add("shield", plate.rotate(y=32).move(*place), "shield", group="shield")
        d.add("shield_studs", rim.rotate(y=32).move(*place), "trim", group="shield")
    man.hands("armor")
    man.feet("armor", boot=0.3, name="boots", sole=None)
    return finished(man, "skin" if opened else "mail")


@family(
    "soldier", "people",
    nouns={"trooper": {}, "marine": {}, "commando": {}, "army man": {}, "space marine": {"armor": True, "visor": True}, "cop": {"camouflage": False}, "police officer": {"camouflage": False}, "firefighter": {"camouflage": False}, "mercenary": {}},
    parameters=(Real("height", 1.8, 1.6, 1.95), Real("build", 1.08, 0.95, 1.25, unit=""), Choice("beard", ("none", "moustache", "full")), Flag("camouflage", 0.6), Flag("vest", 0.85), Flag("rifle", 0.7), Flag("backpack", 0.6), Flag("goggles", 0.4), Flag("armor", 0.15), Flag("visor", 0.1), Real("sleeves", 0.94, 0.3, 0.95, unit="")),
    slots={"uniform": ("fabric:#5a6240", "fabric:#8a7a58", "fabric:#3f4a3a", "fabric:#4a5058"), "spots": ("fabric:#3a4028", "fabric:#6a5a3a"), "vest": ("fabric:#3a3f2f", "fabric:#6a5f48", "fabric:#26282b"), "helmet": ("paint:#4a5236", "paint:#6a6048", "paint:#2f3236"), "boots": ("leather:#241f1a", "leather:#5a4630"), "metal": ("gunmetal",), "wood": ("walnut",), "goggles": ("dark glass",), "pack": ("fabric:#4a4f38", "canvas:#7a6f50")} | BASE,
    words={"rifle": {"rifle": True}, "gun": {"rifle": True}, "backpack": {"backpack": True}, "camouflage": {"camouflage": True}, "camo": {"camouflage": True}, "goggles": {"goggles": True}, "vest": {"vest": True}}, paints={"clothes": "uniform", "gun": "metal", "backpack": "pack", "shoes": "boots"}, height=(1.5, 2.1),
)  # fmt: skip
def soldier(v: Values) -> Draft:
    """Helmet with straps, pouches on a vest, boots, a rifle."""
    man = naked(
        v,
        Figure(height=v.height, build=v.build, muscle=1.1, shoulders=0.124),
        face.Look(frown=0.6, smile=0.1, jaw=1.08, ears="round", brow=1.1),
    )
    h, s, d, hd = man.h, man.head_size, man.d, man.head
    face.beard(man, v.beard)
    uniform = Flesh(0.012 * h, 60)
    man.torso(uniform, 0.007 * h)
    man.arm(uniform, 0.007 * h, v.sleeves, 0.003 * h)
    man.leg(uniform, 0.008 * h, 0.86, 0.01 * h)
    d.add("uniform", uniform.node(), "uniform", group="clothes")
    if v.camouflage:
        rng = v.rng("camouflage")
        places = [
            between(a, b, float(rng.uniform(0.1, 0.9)))
            for a, b in (
                (man.shoulder, man.elbow),
                (man.elbow, man.wrist),
                (man.hip, man.knee),
                (man.hip, man.knee),
                (man.knee, man.ankle),
                (man.knee, man.ankle),
            )
            for _ in range(4)
        ]
        balls = [
            sphere(0.034 * h, float(rng.uniform(0.016, 0.03)) * h, 0.034 * h).move(
                (1 if i % 2 else -1) * p[0] + float(rng.uniform(-0.05, 0.05)) * h, p[1], p[2] + float(rng.choice([-1, 1])) * 0.045 * h
            )
            for i, p in enumerate(places)
        ]
        d.add("camouflage", uniform.node(0.0035 * h) & union(*balls), "spots", group="clothes")
    front, w = man.chest[2] + 0.085 * h * v.build, v.build
    if v.vest or v.armor:
        vest = Flesh(0.012 * h, 52)
        man.torso(vest, 0.02 * h)
        keep = box(2 * man.shoulder[0] * 0.86, 0.9 * (man.shoulder[1] - man.hip[1]), h, 0.02 * h).move(
            y=0.52 * (man.shoulder[1] + man.hip[1]) + 0.012 * h
        )
        d.add("vest", vest.node() & keep, "vest", group="clothes")
        pouches = [
            box(0.052 * h, 0.06 * h, 0.035 * h, 0.008 * h).move((i - 1) * 0.062 * h, man.waist[1] + 0.03 * h, front + 0.006 * h)
            for i in range(3)
        ]
        d.add(
            "pouches",
            union(*pouches, box(0.06 * h, 0.05 * h, 0.03 * h, 0.008 * h).move(0.05 * h, man.chest[1] + 0.01 * h, front + 0.018 * h)),
            "pack",
            group="clothes",
        )
    c.belt(man, grow=0.024 if v.vest else 0.014, y=0.2)
    bowl = lathe(
        [(0.93 * s, -0.1 * s), (1.02 * s, -0.06 * s), (1.0 * s, 0.2 * s), (0.8 * s, 0.62 * s), (0.4 * s, 0.86 * s), (0.02 * s, 0.93 * s)],
        smooth=True,
    ).scale(0.98, 1, 1.1)
    sides = sphere(0.25 * s, 0.45 * s, 0.5 * s).move(0.82 * s, -0.15 * s, -0.15 * s).mirrored()
    at = hd(0, 0.3, -0.12)
    d.add("helmet", union(bowl, sides).move(*at), "helmet", group="head")
    strap = sweep([hd(0.84, 0.1, 0.05), hd(0.72, -0.55, 0.28), hd(0, -0.98, 0.5), hd(-0.72, -0.55, 0.28), hd(-0.84, 0.1, 0.05)], 0.045 * s)
    d.add("strap", strap, "vest", group="head")
    if v.goggles or v.visor:
        g = box(1.25 * s, 0.42 * s, 0.35 * s, 0.14 * s, 3)
        d.add(
            "goggles",
            (g.move(0, 0.2 * s, 0.95 * s) if not v.visor else sphere(0.85 * s, 0.42 * s, 0.4 * s).move(0, -0.2 * s, 0.72 * s)).move(*at),
            "goggles",
            group="head",
        )
    if v.armor:
        d.add(
            "shoulder_plates",
            sphere(0.06 * h, 0.055 * h, 0.062 * h).move(*add(man.shoulder, (0.012 * h, 0.008 * h, 0))).mirrored(),
            "helmet",
            group="armor",
        )
        d.add(
            "knee_pads", sphere(0.042 * h, 0.05 * h, 0.03 * h).move(*add(man.knee, (0, 0, 0.035 * h))).mirrored(), "helmet", group="armor"
        )
    if v.backpack:
        pack = union(
            box(0.19 * h, 0.22 * h, 0.1 * h, 0.025 * h, 3), cylinder(0.035 * h, 0.21 * h, bevel=0.008 * h).rotate(z=90).move(y=0.135 * h)
        )
        d.add("backpack", pack.move(0, man.chest[1] - 0.02 * h, man.chest[2] - 0.062 * h * w - 0.035 * h), "pack", group="backpack")
    if v.rifle:
        x, y, z = flip(man.grip)
        gun = union(
            box(0.026 * h, 0.05 * h, 0.2 * h, 0.006 * h).move(0, 0.045 * h, 0.06 * h),
            cylinder(0.009 * h, 0.24 * h).rotate(x=90).move(0, 0.052 * h, 0.26 * h),
            box(0.02 * h, 0.1 * h, 0.034 * h, 0.005 * h).rotate(x=-14).move(0, -0.02 * h, 0.1 * h),
            box(0.018 * h, 0.026 * h, 0.08 * h, 0.005 * h).move(0, 0.082 * h, 0.05 * h),
            capsule(0.0125 * h, 0.08 * h).rotate(x=14),
        )
        d.add("rifle", gun.move(x, y, z), "metal", group="rifle")
        d.add(
            "rifle_stock",
            union(
                box(0.024 * h, 0.06 * h, 0.14 * h, 0.01 * h).move(0, 0.028 * h, -0.09 * h),
                box(0.032 * h, 0.034 * h, 0.1 * h, 0.01 * h).move(0, 0.046 * h, 0.2 * h),
            ).move(x, y, z),
            "wood",
            group="rifle",
        )
    man.hands("skin")
    man.feet("boots", boot=0.4, name="boots")
    return finished(man)


@family(
    "astronaut", "people", nouns={"spaceman": {}, "cosmonaut": {}, "space explorer": {}, "diver": {"pack": True}, "spacesuit": {}},
    parameters=(Real("height", 1.8, 1.5, 2.0), Real("build", 1.25, 1.1, 1.4, unit=""), Real("helmet", 1.0, 0.9, 1.2, unit=""), Choice("visor", ("gold", "clear", "dark")), Flag("pack", 0.95), Flag("stripes", 0.8), Flag("flag", 0.5), Flag("antenna", 0.3), Flag("tubes", 0.8), Real("muscle", 1.1, 0.95, 1.25, unit="")),
    slots={"suit": ("fabric:#eceef0", "fabric:#e8e4da", "fabric:#d8742a", "fabric:#c8ccd2"), "helmet": ("plastic:#f2f3f5", "plastic:#e4e4e4"), "visor": ("gold:#e8b040", "dark glass", "dark glass:#2a3f5a"), "accent": ("fabric:#c8402a", "fabric:#2a5fb0", "fabric:#e0902a"), "gear": ("plastic:#b8bcc2", "plastic:#8f959c"), "boots": ("rubber:#6a6e74", "rubber:#3a3d42"), "glow": ("glow:#40c8ff", "glow:#ff4030"), "gloves": ("rubber:#c8ccd0", "rubber:#5a5f66"), "patch": ("fabric:#24468f", "fabric:#b01f2a"), "sole": ("rubber",)},
    words={"backpack": {"pack": True}, "antenna": {"antenna": True}, "stripes": {"stripes": True}, "flag": {"flag": True}}, paints={"spacesuit": "suit", "body": "suit", "stripes": "accent", "backpack": "gear", "clothes": "suit"}, height=(1.4, 2.3),
)  # fmt: skip
def astronaut(v: Values) -> Draft:
    """A thick suit with joints, a globe of a helmet with a mirrored visor, a life-support pack."""
    man = naked(
        v,
        Figure(height=v.height * 0.96, heads=6.0, build=v.build, muscle=v.muscle, shoulders=0.128, hands=1.35, feet=1.35, arms=34),
        None,
        0.01,
    )
    h, s, d, hd = man.h, man.head_size, man.d, man.head
    suit = man.skin
    man.arm(suit, 0.016 * h)
    man.leg(suit, 0.016 * h)
    rings = [
        (man.elbow, man.wrist, 0.95, 0.047),
        (man.shoulder, man.elbow, 0.62, 0.06),
        (man.knee, man.ankle, 0.8, 0.056),
        (man.hip, man.knee, 0.55, 0.082),
    ]
    r = 1.28 * s * v.helmet
    at = hd(0, 0.04, 0.02)
    d.add("helmet", sphere(r, r, r).move(*at), "helmet", group="head")
    d.add("visor", sphere(0.86 * r, 0.72 * r, 0.6 * r).move(at[0], at[1] + 0.05 * r, at[2] + 0.5 * r), "visor", group="head")
    d.add(
        "visor_rim",
        torus(0.83 * r, 0.06 * r).scale(1, 1, 0.85).rotate(x=90).move(at[0], at[1] + 0.05 * r, at[2] + 0.56 * r),
        "gear",
        group="head",
    )
    d.add("neck_ring", torus(0.88 * s, 0.16 * s).move(0, at[1] - 0.92 * r, at[2]), "gear", group="head")
    d.add(
        "ear_caps",
        cylinder(0.28 * s, 0.2 * s, 0.22 * s, bevel=0.04 * s).rotate(z=-90).move(0.98 * r, at[1], at[2]).mirrored(),
        "gear",
        group="head",
    )
    if v.antenna:
        d.add(
            "antenna",
            union(
                sweep([(0.98 * r, at[1], at[2]), (1.05 * r, at[1] + 1.3 * r, at[2])], 0.03 * s),
                sphere(0.08 * s).move(1.05 * r, at[1] + 1.3 * r, at[2]),
            ),
            "gear",
            group="head",
        )
    if v.stripes:
        region = union(*(box(0.16 * h, 0.16 * h, 0.028 * h).rotate(x=90).move(*between(a, b, t)) for a, b, t, _ in rings))
        d.add("stripes", suit.node(0.006 * h) & region.mirrored(), "accent", group="suit")
    w = man.fig.build
    front = suit.hit((0, man.chest[1] - 0.03 * h, h), (0, man.chest[1] - 0.03 * h, 0))
    d.add("chest_unit", box(0.15 * h, 0.1 * h, 0.06 * h, 0.014 * h, 3).move(*front), "gear", group="suit")
    d.add(
        "lights",
        union(*(sphere(0.012 * h).move((i - 1) * 0.04 * h, front[1] + 0.02 * h, front[2] + 0.03 * h) for i in range(3))),
        "glow",
        group="suit",
    )
    if v.flag:
        side = suit.out(between(man.shoulder, man.elbow, 0.35), (1, 0.3, 0.3), h)
        d.add(
            "flag", box(0.02 * h, 0.034 * h, 0.05 * h, 0.005 * h).rotate(z=-20).move(*add(side, (-0.006 * h, 0, 0))), "patch", group="suit"
        )
    if v.pack:
        d.add(
            "pack",
            union(box(0.26 * h, 0.3 * h, 0.12 * h, 0.03 * h, 3), box(0.2 * h, 0.06 * h, 0.14 * h, 0.02 * h).move(y=-0.12 * h)).move(
                0, man.chest[1] + 0.0 * h, -0.085 * h * w - 0.06 * h
            ),
            "gear",
            group="pack",
        )
    if v.tubes:
        tube = sweep(
            [
                (0.05 * h, front[1], front[2] + 0.01 * h),
                (0.115 * h, front[1] - 0.05 * h, front[2] + 0.01 * h),
                (0.18 * h, front[1] - 0.03 * h, 0.0),
                (0.1 * h, man.chest[1] - 0.04 * h, -0.1 * h * w),
            ],
            0.013 * h,
        )
        d.add("tubes", tube.mirrored() if v.build > 1.2 else tube, "accent", group="suit")
    c.belt(man, "gear", "glow", grow=0.02, y=0.25)
    man.hands("gloves")
    man.feet("boots", boot=0.45, name="boots")
    return finished(man, "suit")


@family(
    "pirate", "people", nouns={"pirate captain": {"hat": "tricorne", "coat": True}, "buccaneer": {}, "corsair": {}, "sailor": {"hat": "bandana", "coat": False, "eyepatch": False}, "captain": {"hat": "tricorne", "coat": True, "eyepatch": False}, "cowboy": {"hat": "wide", "eyepatch": False, "coat": False, "sword": False}, "cowgirl": {"hat": "wide", "sex": "female", "eyepatch": False, "coat": False, "sword": False}, "musketeer": {"hat": "wide", "coat": True, "eyepatch": False}},
    parameters=(Real("height", 1.78, 1.5, 1.95), Choice("sex", ("male", "female")), Real("build", 1.05, 0.9, 1.25, unit=""), Choice("hat", ("tricorne", "bandana", "wide")), Choice("beard", ("full", "goatee", "moustache", "long", "none")), Flag("eyepatch", 0.6), Flag("coat", 0.6), Flag("sword", 0.65), Flag("sash", 0.6), Flag("hook", 0.15), Real("smile", 0.6, 0.1, 1.0, unit="")),
    slots={"coat": ("fabric:#7a1f24", "fabric:#24305a", "fabric:#2a2a2e", "leather:#5a3820"), "shirt": ("fabric:#ece6d8", "fabric:#c8b898"), "trousers": ("fabric:#3a322a", "fabric:#26304a", "fabric:#5a4a3a"), "hat": ("fabric:#1f1c1e", "leather:#4a2c1a"), "trim": ("gold", "brass"), "sash": ("fabric:#b8282a", "fabric:#2a6a8a"), "patch": ("leather:#161314",), "boots": ("leather:#2a1c14", "leather:#4a3020"), "blade": ("steel:#d0d4d8",), "hilt": ("brass", "gold"), "skull": ("paint:#f2eee4",)} | BASE,
    words={"hat": {"hat": "tricorne"}, "bandana": {"hat": "bandana"}, "eyepatch": {"eyepatch": True}, "patch": {"eyepatch": True}, "hook": {"hook": True}, "sword": {"sword": True}, "cutlass": {"sword": True}, "coat": {"coat": True}, "beard": {"beard": "full"}, "sash": {"sash": True}}, paints={"jacket": "coat", "clothes": "coat", "pants": "trousers", "sword": "blade", "beard": "hair"}, height=(1.4, 2.35),
)  # fmt: skip
def pirate(v: Values) -> Draft:
    """A cocked hat, a long coat with gold, boots, an eyepatch, a cutlass."""
    female = v.sex == "female"
    man = naked(
        v,
        Figure(
            height=v.height,
            build=v.build * (0.92 if female else 1),
            shoulders=0.104 if female else 0.12,
            bust=1.0 if female else 0.0,
            muscle=0.85 if female else 1.0,
        ),
        face.Look(ears="none", smile=v.smile, nose=0.9 if female else 1.2, jaw=0.9 if female else 1.05, frown=0.3),
    )
    h, s, d, hd = man.h, man.head_size, man.d, man.head
    face.hair(man, "long" if female else "bob")
    if not female:
        face.beard(man, v.beard)
    c.shirt(man, "shirt", 0.92, flare=0.014)
    c.trousers(man, until=0.75)
    if v.coat:
        c.shirt(man, "coat", 0.86, grow=0.014, flare=0.018, name="coat")
        coat = d.parts.pop()
        gap = box(0.085 * h, 2 * h, h).move(0, man.waist[1], 0.5 * h)
        d.add("coat", coat.solid - gap, "coat", group="clothes")
        c.skirt(man, "coat", 0.27 * h, 0.155, name="coat_tails", top=0.1)
        tails = d.parts.pop()
        wedge = extrude([(-0.03 * h, 0.3 * h), (0.03 * h, 0.3 * h), (0.13 * h, -0.45 * h), (-0.13 * h, -0.45 * h)], h).move(
            0, man.hip[1] + 0.0 * h, 0.5 * h
        )
        d.add("coat_tails", tails.solid - wedge, "coat", group="clothes")
        man.girdle = None
        buttons = [
            sphere(0.011 * h).move(
                0.056 * h,
                man.waist[1] + i * 0.042 * h,
                man.skin.hit((0.056 * h, man.waist[1] + i * 0.042 * h, h), (0.056 * h, man.waist[1] + i * 0.042 * h, 0))[2] + 0.016 * h,
            )
            for i in range(4)
        ]
        d.add("buttons", union(*buttons).mirrored(), "trim", group="clothes")
    if v.sash:
        c.belt(man, "sash", "trim", grow=0.022, y=0.35)
    else:
        c.belt(man, grow=0.022, y=0.35)
    at = hd(0, 0.4, -0.14)
    if v.hat == "bandana":
        cap = sphere(0.92 * s, 0.75 * s, 0.95 * s) & box(4 * s, 2 * s, 4 * s).move(y=1.0 * s)
        d.add(
            "hat",
            union(
                cap,
                torus(0.93 * s, 0.08 * s),
                sphere(0.16 * s).move(0, 0.0, -1.0 * s),
                sphere(0.1 * s, 0.35 * s, 0.07 * s).rotate(x=25).move(0.1 * s, -0.3 * s, -1.1 * s),
            ).move(*at),
            "sash",
            group="head",
        )
    else:
        tri = v.hat == "tricorne"
        crown = lathe([(0.9 * s, 0), (0.92 * s, 0.1 * s), (0.84 * s, 0.42 * s), (0.5 * s, 0.66 * s), (0.02 * s, 0.72 * s)], smooth=True)
        d.add("hat", crown.move(*at), "hat", group="head")
        points = []
        for i in range(24):
            a = 2 * math.pi * i / 24
            k = 0.5 - 0.5 * math.cos(3 * a) if tri else (1 - math.cos(2 * a)) / 2
            r = (1.55 - 0.5 * k) * s if tri else 1.7 * s
            up = (0.1 + 0.55 * k) * s if tri else (0.05 + 0.32 * k) * s
            points.append(add(at, (r * math.sin(a), up, r * math.cos(a))))
        brim = Flesh(0.04 * s, 64)
        inner = [
            add(at, (0.85 * s * math.sin(2 * math.pi * i / 24), 0.06 * s, 0.85 * s * math.cos(2 * math.pi * i / 24))) for i in range(24)
        ]
        for a, b in zip(inner, points, strict=True):
            brim.chain([a, b], [0.09 * s, 0.07 * s])
        d.add("hat_brim", brim.node(), "hat", group="head")
        d.add("hat_trim", sweep(points, 0.075 * s, closed=True), "trim", group="head")
        if tri:
            on = add(at, (0, 0.36 * s, 0.86 * s))
            bones = [
                sweep(
                    [add(on, (-0.26 * s * k, -0.2 * s, 0.02 * s)), add(on, (0.26 * s * k, 0.02 * s, 0.02 * s))], 0.05 * s, round_ends=True
                )
                for k in (1, -1)
            ]
            d.add("emblem", union(sphere(0.17 * s, 0.18 * s, 0.14 * s).move(*on), *bones), "skull", group="head")
    if v.eyepatch:
        on = on_skin(man.skin, hd, 25, 1)
        d.add(
            "eyepatch",
            union(
                sphere(0.27 * s, 0.25 * s, 0.12 * s).rotate(y=25).move(*add(on, (0.02 * s, 0, 0.13 * s))),
                sweep(
                    [hd(0.9, 0.3, -0.1), add(on, (0.0, 0.1 * s, 0.12 * s)), hd(0.0, 0.3, 0.82), hd(-0.5, 0.46, 0.62), hd(-0.86, 0.5, 0.1)],
                    0.05 * s,
                ),
            ),
            "patch",
            group="head",
        )
    if v.sword:
        sword(man, 0.44, "blade", "hilt", curved=True)
    man.hands("skin")
    if v.hook:
        x, y, z = man.grip
        hook = sweep(
            [
                (x, y + 0.03 * h, z - 0.03 * h),
                (x, y - 0.04 * h, z),
                (x, y - 0.08 * h, z + 0.03 * h),
                (x, y - 0.05 * h, z + 0.07 * h),
                (x, y - 0.015 * h, z + 0.06 * h),
            ],
            [0.03 * h, 0.014 * h, 0.013 * h, 0.011 * h, 0.004 * h],
        )
        d.parts = [p for p in d.parts if p.name != "hand_left"]
        d.add("hook", hook, "blade", group="hands")
    man.feet("boots", boot=0.72, name="boots")
    return finished(man)


@family(
    "ninja", "people", nouns={"assassin": {"hood": True}, "shinobi": {}, "thief": {"hood": True, "sword": False}, "rogue": {"hood": True}, "kunoichi": {"sex": "female"}},
    parameters=(Real("height", 1.74, 1.5, 1.9), Choice("sex", ("male", "female")), Real("build", 0.98, 0.88, 1.15, unit=""), Real("arms", 30, 22, 42, unit="deg"), Flag("sword", 0.6), Flag("katana", 0.75, about="on the back"), Flag("hood", 0.15), Flag("scarf", 0.55), Flag("armor", 0.35), Flag("star", 0.4), Flag("wraps", 0.8)),
    slots={"suit": ("fabric:#1f2026", "fabric:#2a2f4a", "fabric:#4a1c20", "fabric:#e8e6e2"), "sash": ("fabric:#b0242a", "fabric:#2a5fb0", "fabric:#e0a82a"), "wraps": ("fabric:#3a3d46", "fabric:#c8c0b0"), "blade": ("steel:#d8dce0",), "hilt": ("fabric:#2a1c1c",), "sheath": ("paint:#15151a", "paint:#5a1418"), "armor": ("gunmetal", "leather:#2a2220"), "metal": ("steel",)} | BASE,
    words={"sword": {"sword": True}, "katana": {"katana": True}, "scarf": {"scarf": True}, "hood": {"hood": True}, "armor": {"armor": True}}, paints={"clothes": "suit", "mask": "suit", "sword": "blade", "scarf": "sash", "belt": "sash", "headband": "sash", "body": "suit"}, height=(1.4, 2.4),
)  # fmt: skip
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
    wrap = Flesh(0.014 * h, 60)
    face_bones = Human(v, man.fig)
    face.skull(face_bones, face.Look())
    wrap.bones = [b.model_copy(update={"ra": b.ra + 0.09 * s, "rb": b.rb + 0.09 * s}) for b in face_bones.skin.bones]
    gap = box(1.25 * s, 0.5 * s, 2 * s, 0.15 * s, 3).move(*hd(0, 0.06, 1.2))
    d.parts = [part for part in d.parts if part.name not in ("mouth", "nose")]
    d.add("mask", wrap.node(cells=40) - gap, "suit", group="head")
    c.shirt(man, "suit", 0.94, grow=0.008)
    c.trousers(man, "suit", 0.94, grow=0.009, flare=0.004)
    c.skirt(man, "suit", man.hip[1] - 0.075 * h, 0.115, top=0.3, folds=6, ripple=0.02)
    c.belt(man, "sash", None)
    d.add("headband", wrap.node(0.05 * s, cells=40) & box(4 * s, 0.26 * s, 4 * s).rotate(x=-8).move(*hd(0, 0.5, 0)), "sash", group="head")
    knot = [
        sweep([hd(0, 0.46, -0.95), hd(0.15 * k, 0.2, -1.25), hd(0.35 * k, -0.35, -1.3)], [0.09 * s, 0.1 * s, 0.07 * s], round_ends=True)
        for k in (-1, 1)
    ]
    d.add("knot", union(sphere(0.15 * s).move(*hd(0, 0.47, -1.0)), *knot), "sash", group="head")
    if v.hood:
        shell = lathe([(1.1, -1.0), (1.12, -0.3), (1.1, 0.3), (0.85, 0.85), (0.3, 1.2), (0.02, 1.28)], smooth=True).scale(s)
        d.add(
            "hood", (shell - sphere(0.85 * s, 1.02 * s, 0.9 * s).move(0, -0.06 * s, 0.85 * s)).move(*hd(0, 0, -0.22)), "suit", group="head"
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
        arms, bands = Flesh(0.01 * h, 60), []
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
            union(capsule(0.0135 * h, 0.15 * h).move(y=0.28 * h), cylinder(0.03 * h, 0.014 * h).move(y=0.213 * h)).rotate(z=42).move(*at),
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


@family(
    "superhero", "people", nouns={"hero": {}, "super hero": {}, "superheroine": {"sex": "female"}, "superman": {"sex": "male", "mask": False}, "batman": {"ears": True, "mask": True}, "villain": {}, "supervillain": {}, "vigilante": {"mask": True}, "luchador": {"mask": True, "cape": False}},
    parameters=(Real("height", 1.88, 1.6, 2.1), Choice("sex", ("male", "female")), Real("build", 1.08, 0.95, 1.25, unit=""), Real("muscle", 1.35, 1.05, 1.6, unit=""), Choice("hair", ("short", "long", "ponytail", "spiky", "bob")), Choice("emblem", ("diamond", "star", "bolt", "circle")), Flag("cape", 0.85), Flag("mask", 0.6), Flag("ears", 0.0), Flag("trunks", 0.6), Flag("gloves", 0.8), Real("smile", 0.5, 0.1, 0.9, unit="")),
    slots={"suit": ("fabric:#2450b0", "fabric:#b01f2a", "fabric:#22242c", "fabric:#1f7a4a", "fabric:#5a2a90"), "cape": ("fabric:#c0202a", "fabric:#20242f", "fabric:#e0a020", "fabric:#2a3f9a"), "accent": ("fabric:#e0b020", "fabric:#c0202a", "fabric:#e8e8ec"), "emblem": ("paint:#f0c020", "paint:#f2f2f2", "gold"), "mask": ("fabric:#1f2026", "fabric:#b01f2a")} | BASE,
    words={"cape": {"cape": True}, "mask": {"mask": True}, "gloves": {"gloves": True}, "bolt": {"emblem": "bolt"}, "lightning": {"emblem": "bolt"}, "star": {"emblem": "star"}}, paints={"clothes": "suit", "body": "suit", "costume": "suit", "boots": "accent", "gloves": "accent", "belt": "accent", "trunks": "accent"}, height=(1.5, 2.3),
)  # fmt: skip
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
        face.Look(ears=face.ears_of(v.hair), jaw=0.92 if female else 1.12, nose=0.85 if female else 1.0, smile=v.smile, frown=0.3),
    )
    h, s, d, hd = man.h, man.head_size, man.d, man.head
    face.hair(man, v.hair if female or v.hair in ("short", "spiky") else "short")
    suit = Flesh(0.012 * h, 64)
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
        "diamond": [(-1.1, 0.5), (-0.6, 0.9), (0.6, 0.9), (1.1, 0.5), (0, -1)], "star": [((1.1 if i % 2 == 0 else 0.45) * math.sin(math.pi * i / 5), (1.1 if i % 2 == 0 else 0.45) * math.cos(math.pi * i / 5)) for i in range(10)],
        "bolt": [(0.1, 1.2), (-0.6, -0.1), (-0.05, -0.1), (-0.35, -1.2), (0.6, 0.25), (0.05, 0.25), (0.5, 1.2)], "circle": [(math.cos(0.393 * i), math.sin(0.393 * i)) for i in range(16)],
    }  # fmt: skip
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
