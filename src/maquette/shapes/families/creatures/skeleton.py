"""Skeletons."""

from __future__ import annotations

import math

from maquette.shapes.api import box, capsule, cylinder, sphere, sweep, torus, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Flag, Real, Values, Whole, family
from maquette.shapes.node import Node
from maquette.shapes.sub import clothes as c
from maquette.shapes.sub.flesh import Flesh, Point3, add, between, flip
from maquette.shapes.sub.humanoid import Figure, Human


@family(
    "skeleton",
    "creature",
    nouns={
        "skeleton warrior": {"sword": True, "helmet": True, "shield": True},
        "undead warrior": {"sword": True},
        "bones": {},
        "grim reaper": {"cloak": True, "scythe": True, "sword": False},
        "reaper": {"cloak": True, "scythe": True, "sword": False},
        "death": {"cloak": True, "scythe": True},
        "lich": {"cloak": True, "crown": True},
    },
    parameters=(
        Real("height", 1.75, 1.3, 2.1),
        Real("build", 1.0, 0.85, 1.2, unit=""),
        Real("head", 1.0, 0.9, 1.35, unit=""),
        Whole("ribs", 7, 5, 9),
        Flag("sword", 0.25),
        Flag("shield", 0.2),
        Flag("helmet", 0.2),
        Flag("cloak", 0.1),
        Flag("scythe", 0),
        Flag("crown", 0.05),
        Flag("glow", 0.3, about="in the eye sockets"),
    ),
    slots={
        "bone": ("bone", "bone:#d8ccb0", "bone:#f0e8d8"),
        "dark": ("paint:#120e0c",),
        "glow": ("glow:#ff4020", "glow:#40d0ff", "glow:#60ff60"),
        "metal": ("iron", "rust", "steel"),
        "wood": ("walnut",),
        "cloak": ("fabric:#1c1a20", "fabric:#2a1f2f"),
        "gold": ("gold",),
    },
    words={
        "sword": {"sword": True},
        "shield": {"shield": True},
        "helmet": {"helmet": True},
        "cloak": {"cloak": True},
        "hood": {"cloak": True},
        "scythe": {"scythe": True},
        "crown": {"crown": True},
        "glowing": {"glow": True},
    },
    paints={"body": "bone", "eyes": "glow", "bones": "bone"},
    height=(1.2, 2.7),
)
def skeleton(v: Values) -> Draft:
    """A skull, a rib cage on a spine, a pelvis, long bones with knobs."""
    man = Human(v, Figure(height=v.height, heads=6.5 / v.head, build=v.build, shoulders=0.118))
    h, s, d, hd = man.h, man.head_size, man.d, man.head
    w = v.build * h
    sk = Flesh(0.05 * s, 30)
    sk.ball(hd(0, 0.24, -0.1), 0.76 * s)
    sk.ball(hd(0, 0.18, -0.25), 0.72 * s)
    sk.chain([hd(0.42, -0.08, 0.36), hd(0.22, -0.34, 0.52)], [0.2 * s, 0.24 * s], both=True)
    sk.chain([hd(0, -0.1, 0.5), hd(0, -0.36, 0.56)], [0.2 * s, 0.24 * s])
    holes = [sphere(0.21 * s, 0.22 * s, 0.3 * s).move(*hd(x, 0.06, 0.72)) for x in (-0.29, 0.29)] + [
        cylinder(0.1 * s, 0.2 * s, 0.02 * s, sides=4).scale(1, 1, 2).move(*hd(0, -0.2, 0.84))
    ]
    d.add("skull", sk.node() - union(*holes), "bone", group="head")
    d.add(
        "eye_sockets",
        union(*(sphere(0.2 * s).move(*hd(x, 0.06, 0.46)) for x in (-0.29, 0.29))),
        "glow" if v.glow else "dark",
        group="head",
    )
    jaw = Flesh(0.05 * s, 22)
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
                box(0.13 * s, 0.34 * s, 0.1 * s, 0.03 * s)
                .rotate(y=9 * i)
                .move(*hd(0.135 * i, -0.6, 0.66 - 0.02 * abs(i) ** 1.5))
                for i in range(-2, 3)
            )
        ),
        "bone",
        group="head",
    )
    d.add("mouth", box(0.9 * s, 0.24 * s, 0.4 * s, 0.08 * s).move(*hd(0, -0.6, 0.4)), "dark", group="head")
    n = 15
    top, low = hd(0, -0.35, -0.2), (0.0, man.hip[1] + 0.03 * h, -0.02 * h)
    spine: list[Point3] = [
        add(between(low, top, i / (n - 1)), (0, 0, -0.022 * h * (1 if 4 < i < 11 else 0.3))) for i in range(n)
    ]
    d.add(
        "spine",
        union(
            sweep(spine, 0.011 * w, round_ends=True), *(sphere(0.021 * w, 0.014 * h, 0.021 * w).move(*p) for p in spine)
        ),
        "bone",
        group="torso",
    )
    ribs: list[Node] = []
    high, deep = man.shoulder[1] - 0.005 * h, man.waist[1] + 0.035 * h
    for i in range(v.ribs):
        t = i / (v.ribs - 1)
        y = high + (deep - high) * t
        x = (0.062 + 0.04 * (1 - (1.25 * t - 0.55) ** 2 * 1.6)) * w
        end = 0.018 * w if t < 0.72 else 0.5 * x
        ribs.append(
            sweep(
                [
                    (0, y + 0.02 * h, -0.045 * h),
                    (0.7 * x, y + 0.022 * h, -0.05 * h),
                    (x, y, 0.0),
                    (0.72 * x, y - 0.022 * h, 0.05 * h),
                    (end, y - 0.018 * h, 0.064 * h if t < 0.72 else 0.06 * h),
                ],
                0.0095 * h,
                round_ends=True,
                sides=6,
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
        union(
            clav, blade, sweep([man.shoulder, (0.07 * h, man.shoulder[1] - 0.03 * h, -0.06 * h)], 0.012 * h)
        ).mirrored(),
        "bone",
        group="torso",
    )
    pelvis = Flesh(0.014 * h, 24)
    pelvis.chain(
        [
            (0.012 * h, low[1], -0.02 * h),
            (0.075 * w, low[1] + 0.02 * h, 0.0),
            (man.hip[0] * 1.15, man.hip[1], 0.01 * h),
        ],
        [0.022 * h, 0.022 * h, 0.024 * h],
        both=True,
    )
    pelvis.chain(
        [(man.hip[0], man.hip[1], 0.01 * h), (0, man.hip[1] - 0.035 * h, 0.03 * h)], [0.02 * h, 0.014 * h], both=True
    )
    d.add("pelvis", pelvis.node(), "bone", group="torso")

    def long(a: Point3, b: Point3, r: float) -> Node:
        return union(
            sweep(
                [a, between(a, b, 0.12), between(a, b, 0.5), between(a, b, 0.88), b],
                [1.3 * r, 0.9 * r, 0.72 * r, 0.85 * r, 1.3 * r],
            ),
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
            [
                (x, y - 0.006 * h, z),
                (x + (0.008 * i) * h, 0.016 * h, z + 0.06 * h),
                (x + 0.015 * i * h, 0.0105 * h, z + 0.115 * h),
            ],
            [0.015 * h, 0.0095 * h, 0.0085 * h],
            round_ends=True,
            sides=6,
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
        hood = Flesh(0.06 * s, 37)
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
            hood.chain(
                [hd(0.98 * sx, 0.3, 0.5), hd(0.95 * sx, -0.6, 0.3), hd(0.8 * sx, -1.1, 0.1)],
                [0.13 * s, 0.15 * s, 0.16 * s],
            )
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
            union(capsule(0.0115 * h, 0.15 * h), box(0.12 * h, 0.018 * h, 0.024 * h, 0.006 * h).move(y=0.06 * h)).move(
                gx, gy, gz
            ),
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
        d.add(
            "helmet",
            union(cap, torus(0.87 * s, 0.07 * s).move(y=-0.22 * s)).move(*hd(0, 0.66, -0.16)),
            "metal",
            group="head",
        )
    if v.crown:
        spikes = union(
            *(
                cylinder(0.17 * s, 0.4 * s, 0.02 * s, sides=4).move(0.8 * s, 0.3 * s, 0).rotate(y=51.4 * i)
                for i in range(7)
            )
        )
        d.add(
            "crown",
            union(cylinder(0.86 * s, 0.26 * s, bevel=0.03 * s), spikes).move(*hd(0, 0.8, -0.16)),
            "gold",
            group="head",
        )
    return man.finish()
