"""Soldiers."""

from __future__ import annotations

from maquette.shapes.api import box, capsule, cylinder, lathe, sphere, sweep, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, family
from maquette.shapes.sub import clothes as c
from maquette.shapes.sub import face
from maquette.shapes.sub.fighter import BASE, finished, naked
from maquette.shapes.sub.flesh import Flesh, add, between, flip
from maquette.shapes.sub.humanoid import Figure


@family(
    "soldier",
    "people",
    nouns={
        "trooper": {},
        "marine": {},
        "commando": {},
        "army man": {},
        "space marine": {"armor": True, "visor": True},
        "cop": {"camouflage": False},
        "police officer": {"camouflage": False},
        "firefighter": {"camouflage": False},
        "mercenary": {},
    },
    parameters=(
        Real("height", 1.8, 1.6, 1.95),
        Real("build", 1.08, 0.95, 1.25, unit=""),
        Choice("beard", ("none", "moustache", "full")),
        Flag("camouflage", 0.6),
        Flag("vest", 0.85),
        Flag("rifle", 0.7),
        Flag("backpack", 0.6),
        Flag("goggles", 0.4),
        Flag("armor", 0.15),
        Flag("visor", 0.1),
        Real("sleeves", 0.94, 0.3, 0.95, unit=""),
    ),
    slots={
        "uniform": ("fabric:#5a6240", "fabric:#8a7a58", "fabric:#3f4a3a", "fabric:#4a5058"),
        "spots": ("fabric:#3a4028", "fabric:#6a5a3a"),
        "vest": ("fabric:#3a3f2f", "fabric:#6a5f48", "fabric:#26282b"),
        "helmet": ("paint:#4a5236", "paint:#6a6048", "paint:#2f3236"),
        "boots": ("leather:#241f1a", "leather:#5a4630"),
        "metal": ("gunmetal",),
        "wood": ("walnut",),
        "goggles": ("dark glass",),
        "pack": ("fabric:#4a4f38", "canvas:#7a6f50"),
    }
    | BASE,
    words={
        "rifle": {"rifle": True},
        "gun": {"rifle": True},
        "backpack": {"backpack": True},
        "camouflage": {"camouflage": True},
        "camo": {"camouflage": True},
        "goggles": {"goggles": True},
        "vest": {"vest": True},
    },
    paints={"clothes": "uniform", "gun": "metal", "backpack": "pack", "shoes": "boots"},
    height=(1.5, 2.1),
)
def soldier(v: Values) -> Draft:
    """Helmet with straps, pouches on a vest, boots, a rifle."""
    man = naked(
        v,
        Figure(height=v.height, build=v.build, muscle=1.1, shoulders=0.124),
        face.Look(frown=0.6, smile=0.1, jaw=1.08, ears="round", brow=1.1),
    )
    h, s, d, hd = man.h, man.head_size, man.d, man.head
    face.beard(man, v.beard)
    uniform = Flesh(0.012 * h, 48)
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
                (1 if i % 2 else -1) * p[0] + float(rng.uniform(-0.05, 0.05)) * h,
                p[1],
                p[2] + float(rng.choice([-1, 1])) * 0.045 * h,
            )
            for i, p in enumerate(places)
        ]
        d.add("camouflage", uniform.node(0.0035 * h) & union(*balls), "spots", group="clothes")
    front, w = man.chest[2] + 0.085 * h * v.build, v.build
    if v.vest or v.armor:
        vest = Flesh(0.012 * h, 44)
        man.torso(vest, 0.02 * h)
        keep = box(2 * man.shoulder[0] * 0.86, 0.9 * (man.shoulder[1] - man.hip[1]), h, 0.02 * h).move(
            y=0.52 * (man.shoulder[1] + man.hip[1]) + 0.012 * h
        )
        d.add("vest", vest.node() & keep, "vest", group="clothes")
        pouches = [
            box(0.052 * h, 0.06 * h, 0.035 * h, 0.008 * h).move(
                (i - 1) * 0.062 * h, man.waist[1] + 0.03 * h, front + 0.006 * h
            )
            for i in range(3)
        ]
        d.add(
            "pouches",
            union(
                *pouches,
                box(0.06 * h, 0.05 * h, 0.03 * h, 0.008 * h).move(0.05 * h, man.chest[1] + 0.01 * h, front + 0.018 * h),
            ),
            "pack",
            group="clothes",
        )
    c.belt(man, grow=0.024 if v.vest else 0.014, y=0.2)
    bowl = lathe(
        [
            (0.93 * s, -0.1 * s),
            (1.02 * s, -0.06 * s),
            (1.0 * s, 0.2 * s),
            (0.8 * s, 0.62 * s),
            (0.4 * s, 0.86 * s),
            (0.02 * s, 0.93 * s),
        ],
        smooth=True,
    ).scale(0.98, 1, 1.1)
    sides = sphere(0.25 * s, 0.45 * s, 0.5 * s).move(0.82 * s, -0.15 * s, -0.15 * s).mirrored()
    at = hd(0, 0.3, -0.12)
    d.add("helmet", union(bowl, sides).move(*at), "helmet", group="head")
    strap = sweep(
        [hd(0.84, 0.1, 0.05), hd(0.72, -0.55, 0.28), hd(0, -0.98, 0.5), hd(-0.72, -0.55, 0.28), hd(-0.84, 0.1, 0.05)],
        0.045 * s,
    )
    d.add("strap", strap, "vest", group="head")
    if v.goggles or v.visor:
        g = box(1.25 * s, 0.42 * s, 0.35 * s, 0.14 * s, 3)
        d.add(
            "goggles",
            (
                g.move(0, 0.2 * s, 0.95 * s)
                if not v.visor
                else sphere(0.85 * s, 0.42 * s, 0.4 * s).move(0, -0.2 * s, 0.72 * s)
            ).move(*at),
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
            "knee_pads",
            sphere(0.042 * h, 0.05 * h, 0.03 * h).move(*add(man.knee, (0, 0, 0.035 * h))).mirrored(),
            "helmet",
            group="armor",
        )
    if v.backpack:
        pack = union(
            box(0.19 * h, 0.22 * h, 0.1 * h, 0.025 * h, 3),
            cylinder(0.035 * h, 0.21 * h, bevel=0.008 * h).rotate(z=90).move(y=0.135 * h),
        )
        d.add(
            "backpack",
            pack.move(0, man.chest[1] - 0.02 * h, man.chest[2] - 0.062 * h * w - 0.035 * h),
            "pack",
            group="backpack",
        )
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
