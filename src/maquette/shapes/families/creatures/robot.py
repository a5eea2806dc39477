"""Robots: sleek, boxy or tracked."""

from __future__ import annotations

import math

from maquette.shapes.api import box, cylinder, extrude, lathe, sphere, sweep, torus, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, Whole, family
from maquette.shapes.sub.flesh import Point3, add, between, flip
from maquette.shapes.sub.robot_parts import hand, head, limb, shell


@family(
    "robot",
    "creature",
    nouns={
        "android": {"kind": "sleek"},
        "droid": {},
        "cyborg": {"kind": "sleek"},
        "humanoid robot": {"kind": "sleek"},
        "automaton": {"kind": "boxy"},
        "toy robot": {"kind": "boxy", "height": 0.3, "antennas": 1},
        "tin robot": {"kind": "boxy", "height": 0.3},
        "retro robot": {"kind": "boxy"},
        "service robot": {"kind": "tracked"},
        "bot": {},
        "tracked robot": {"kind": "tracked"},
        "robot soldier": {"kind": "sleek", "shoulders": 1.25},
    },
    parameters=(
        Real("height", 1.8, 0.25, 2.6),
        Choice("kind", ("sleek", "boxy", "tracked")),
        Choice("head", ("visor", "dome", "box", "lens")),
        Whole("eyes", 2, 1, 3),
        Real("shoulders", 1.0, 0.8, 1.3, unit=""),
        Real("build", 1.0, 0.82, 1.25, unit=""),
        Whole("antennas", 1, 0, 2),
        Choice("hands", ("fingers", "claws", "clamps")),
        Flag("core", 0.85, about="a light in the chest"),
        Flag("stripes", 0.8, about="lines of light"),
        Flag("backpack", 0.4),
        Flag("panels", 0.6),
    ),
    slots={
        "body": ("aluminium:#d4d8dd", "aluminium:#c9ced4", "titanium:#7f868f", "paint:#e9ecef", "paint:#d8742a"),
        "accent": ("paint:#2f3a46", "gunmetal", "paint:#e8b020", "paint:#2a5f9c"),
        "joint": ("gunmetal:#2b2f34", "rubber:#26282b"),
        "glow": ("glow:#30c0ff", "glow:#40ffd0", "glow:#ff7a20", "glow:#ff3040"),
        "face": ("dark glass", "screen"),
        "track": ("rubber:#1d1e20",),
    },
    words={
        "antenna": {"antennas": 1},
        "antennae": {"antennas": 2},
        "backpack": {"backpack": True},
        "claws": {"hands": "claws"},
        "visor": {"head": "visor"},
        "dome": {"head": "dome"},
        "tracks": {"kind": "tracked"},
        "treads": {"kind": "tracked"},
        "boxy": {"kind": "boxy"},
        "retro": {"kind": "boxy"},
        "sleek": {"kind": "sleek"},
        "futuristic": {"kind": "sleek", "stripes": True},
        "glowing": {"stripes": True, "core": True},
    },
    paints={
        "accents": "glow",
        "eyes": "glow",
        "eye": "glow",
        "lights": "glow",
        "core": "glow",
        "visor": "face",
        "joints": "joint",
        "arms": "body",
        "legs": "body",
        "metal": "body",
        "chest": "body",
        "head": "body",
    },
    height=(0.24, 3.0),
)
def robot(v: Values) -> Draft:
    """A shell for a chest, plated limbs on ball joints, a face of lights."""
    h, boxy, tracked = v.height * 0.93, v.kind == "boxy", v.kind == "tracked"
    big = 1.25 if v.style == "cartoon" else 1.0
    d = Draft(extent=1.05 * v.height)
    w, sh = v.build * h, v.shoulders
    hip_y = 0.47 * h if not tracked else 0.36 * h
    chest_y, sx = 0.72 * h, 0.15 * h * sh
    square = 7.0 if boxy else 3.0
    shoulder: Point3 = (sx + 0.03 * h, 0.775 * h, -0.005 * h)
    elbow = add(shoulder, (0.085 * h, -0.165 * h, -0.015 * h))
    wrist = add(elbow, (0.045 * h, -0.145 * h, 0.055 * h))
    # trunk
    if boxy:
        d.add("chest", box(2 * sx, 0.27 * h, 0.2 * w, 0.025 * h, 3).move(y=chest_y - 0.02 * h), "body", group="torso")
        d.add("pelvis", box(1.3 * sx, 0.09 * h, 0.16 * w, 0.015 * h).move(y=hip_y + 0.025 * h), "accent", group="torso")
        d.add("waist", cylinder(0.06 * w, 0.2 * h).move(y=hip_y + 0.1 * h), "joint", group="torso")
        front, back = 0.1 * w, -0.1 * w
    else:
        rows = [
            (0.585 * h, 0.075 * w, 0.062 * w),
            (0.66 * h, 0.8 * sx, 0.085 * w),
            (0.745 * h, 1.02 * sx, 0.1 * w),
            (0.8 * h, 0.98 * sx, 0.085 * w),
            (0.835 * h, 0.5 * sx, 0.05 * w),
        ]
        d.add("chest", shell(rows, square), "body", group="torso")
        waist = [
            (hip_y + 0.02 * h, 0.06 * w, 0.05 * w),
            (hip_y + 0.08 * h, 0.058 * w, 0.048 * w),
            (0.6 * h, 0.07 * w, 0.056 * w),
        ]
        d.add("waist", shell(waist, 2.2), "joint", group="torso")
        d.add(
            "waist_rings",
            union(
                *(
                    torus(0.057 * w, 0.009 * h).scale(1.05, 1, 0.88).move(y=hip_y + (0.06 + 0.035 * i) * h)
                    for i in range(max(2, round((0.58 * h - hip_y) / (0.06 * h))))
                )
            ),
            "accent",
            group="torso",
        )
        d.add(
            "pelvis",
            shell(
                [
                    (hip_y - 0.06 * h, 0.03 * w, 0.035 * w),
                    (hip_y - 0.02 * h, 0.075 * w, 0.06 * w),
                    (hip_y + 0.03 * h, 0.085 * w, 0.062 * w),
                    (hip_y + 0.05 * h, 0.06 * w, 0.05 * w),
                ],
                2.6,
            ),
            "body",
            group="torso",
        )
        front, back = 0.1 * w, -0.1 * w
    cy = 0.745 * h
    if v.core:
        d.add(
            "core_ring", torus(0.04 * h, 0.011 * h).rotate(x=90).move(0, cy, front - 0.004 * h), "accent", group="torso"
        )
        d.add("core", sphere(0.036 * h, 0.036 * h, 0.018 * h).move(0, cy, front), "glow", group="torso")
    if v.panels:
        for i, x in enumerate((-0.5, 0.5)):
            d.add(
                f"panel_{i + 1}",
                box(0.52 * sx, 0.05 * h, 0.03 * h, 0.008 * h).move(
                    x * 1.15 * sx, (0.675 if not boxy else 0.63) * h, 0.86 * front if not boxy else front
                ),
                "accent",
                group="torso",
            )
    if v.stripes:
        for side in (1, -1):
            line = sweep(
                [
                    (side * 0.55 * sx, 0.805 * h, 0.75 * front),
                    (side * 0.72 * sx, 0.75 * h, 0.95 * front),
                    (side * 0.6 * sx, 0.69 * h, 0.95 * front),
                ],
                0.0085 * h,
                round_ends=True,
            )
            if boxy:
                line = box(0.02 * h, 0.16 * h, 0.02 * h, 0.005 * h).move(side * 0.8 * sx, 0.7 * h, front)
            d.add(f"light_chest_{'left' if side > 0 else 'right'}", line, "glow", group="torso")
    # arms
    jr = 0.046 * h
    d.add("shoulder_joints", sphere(jr).move(*add(shoulder, (-0.012 * h, 0, 0))).mirrored(), "joint", group="arms")
    cap = box(0.105 * h * sh, 0.1 * h, 0.12 * h, 0.02 * h, 3) if boxy else sphere(0.068 * h * sh, 0.06 * h, 0.066 * h)
    d.add("shoulders", cap.move(*add(shoulder, (0.022 * h, 0.016 * h, 0))).mirrored(), "body", group="arms")
    k = 0.036 * h * (0.6 + 0.4 * v.build)
    d.add("upper_arms", limb(shoulder, elbow, 0.95 * k, 0.8 * k, boxy).mirrored(), "accent", group="arms")
    d.add("elbows", sphere(0.95 * k if not boxy else 1.3 * k).move(*elbow).mirrored(), "joint", group="arms")
    d.add("forearms", limb(elbow, wrist, 1.2 * k, 0.95 * k, boxy).mirrored(), "body", group="arms")
    if v.stripes:
        band = cylinder(1.22 * k if not boxy else 1.6 * k, 0.014 * h)
        way = add(wrist, elbow, -1)
        tilt_x, tilt_z = math.degrees(math.atan2(way[2], -way[1])), math.degrees(math.atan2(way[0], -way[1]))
        d.add(
            "light_arms",
            band.rotate(x=-tilt_x, z=tilt_z).move(*between(elbow, wrist, 0.62)).mirrored(),
            "glow",
            group="arms",
        )
    grip = add(wrist, (0.006 * h, -0.035 * h, 0.03 * h))
    d.add("wrists", sphere(0.72 * k).move(*wrist).mirrored(), "joint", group="arms")
    d.add("hands", hand(grip, wrist, h * big**0.5, v.hands).mirrored(), "accent", group="arms")
    # legs
    if tracked:
        tx, tl, tr = 0.125 * h, 0.3 * h, 0.085 * h
        d.add("hull", box(0.19 * h, 0.13 * h, 0.4 * h, 0.03 * h, 3).move(y=0.15 * h), "body", group="base")
        d.add(
            "column",
            lathe([(0.075 * h, 0), (0.07 * h, 0.05 * h), (0.045 * h, 0.1 * h), (0.045 * h, 0.24 * h)]).move(y=0.17 * h),
            "joint",
            group="base",
        )
        loop = [
            (tr * math.sin(a) + (tl / 2 if math.sin(a) >= 0 else -tl / 2), tr - tr * math.cos(a))
            for a in (math.pi * i / 8 for i in range(16))
        ]
        belt = extrude([(x, y) for x, y in loop], 0.085 * h, bevel=0.012 * h).rotate(y=-90).move(tx, 0.006 * h, 0)
        d.add("tracks", belt.mirrored(), "track", group="base")
        lugs = [
            box(0.088 * h, 0.016 * h, 0.028 * h, 0.004 * h).move(tx, y, (i - 3) * 0.052 * h)
            for i in range(7)
            for y in (0.008 * h, 2 * tr + 0.006 * h)
        ]
        d.add("treads", union(*lugs).mirrored(), "track", group="base")
        wheels = [cylinder(0.05 * h, 0.1 * h, bevel=0.01 * h).rotate(z=90).move(tx, tr, z * tl / 2) for z in (-1, 0, 1)]
        d.add("wheels", union(*wheels).mirrored(), "accent", group="base")
    else:
        hip: Point3 = (0.066 * h, hip_y - 0.015 * h, 0)
        knee: Point3 = (0.08 * h, 0.26 * h, 0.012 * h)
        ankle: Point3 = (0.09 * h, 0.06 * h, -0.01 * h)
        m = 0.052 * h * (0.5 + 0.5 * v.build)
        d.add("hip_joints", sphere(1.05 * m).move(*hip).mirrored(), "joint", group="legs")
        d.add("thighs", limb(hip, knee, 1.12 * m, 0.9 * m, boxy).mirrored(), "body", group="legs")
        d.add(
            "knees",
            union(
                sphere(0.92 * m).move(*knee), cylinder(0.62 * m, 2.1 * m, bevel=0.1 * m).rotate(z=90).move(*knee)
            ).mirrored(),
            "joint",
            group="legs",
        )
        d.add(
            "kneecaps",
            sphere(0.75 * m, 0.95 * m, 0.5 * m).move(*add(knee, (0, 0.004 * h, 0.75 * m))).mirrored(),
            "accent",
            group="legs",
        )
        d.add("shins", limb(knee, ankle, 1.15 * m, 0.8 * m, boxy).mirrored(), "body", group="legs")
        d.add("ankles", sphere(0.72 * m).move(*ankle).mirrored(), "joint", group="legs")
        foot = union(
            box(0.105 * h, 0.05 * h, 0.19 * h, 0.02 * h, 3).tapered(0.72, 0.72).move(0.094 * h, 0.025 * h, 0.025 * h),
            box(0.075 * h, 0.04 * h, 0.07 * h, 0.012 * h).move(0.094 * h, 0.05 * h, -0.015 * h),
        )
        d.add("feet", foot.mirrored(), "accent", group="legs")
        if v.stripes:
            d.add(
                "light_legs",
                sweep(
                    [
                        add(between(knee, ankle, 0.3), (0, 0, 1.02 * m)),
                        add(between(knee, ankle, 0.72), (0, 0, 0.86 * m)),
                    ],
                    0.0085 * h,
                    round_ends=True,
                ).mirrored(),
                "glow",
                group="legs",
            )
        for side in (1, -1):
            chain = [(side * p[0], p[1], p[2]) for p in (hip, knee, ankle)]
            d.limb("leg_left" if side > 0 else "leg_right", chain)
    # head
    r = 0.078 * h * big
    neck = 0.835 * h
    d.add(
        "neck",
        union(
            cylinder(0.036 * h, 0.08 * h), *(torus(0.036 * h, 0.008 * h).move(y=(i - 1) * 0.02 * h) for i in range(3))
        ).move(y=neck + 0.012 * h),
        "joint",
        group="head",
    )
    y = neck + 0.035 * h + 0.95 * r
    head(d, v, r, y)
    top = y + 1.0 * r
    for i in range(v.antennas):
        x = 0.0 if v.antennas == 1 else (0.55 if i == 0 else -0.55) * r
        rod = sweep([(x, top - 0.3 * r, -0.2 * r), (1.2 * x, top + 0.45 * r, -0.25 * r)], [0.09 * r, 0.06 * r])
        d.add(f"antenna_{i + 1}", rod, "accent", group="head")
        d.add(f"antenna_light_{i + 1}", sphere(0.13 * r).move(1.2 * x, top + 0.5 * r, -0.25 * r), "glow", group="head")
    if v.backpack:
        d.add(
            "backpack",
            box(1.1 * sx, 0.19 * h, 0.075 * h, 0.02 * h, 3).move(0, 0.73 * h, back - 0.02 * h),
            "accent",
            group="back",
        )
        d.add(
            "thrusters",
            lathe([(0.02 * h, 0), (0.034 * h, 0.0), (0.026 * h, 0.05 * h), (0.02 * h, 0.06 * h)])
            .move(0.4 * sx, 0.6 * h, back - 0.025 * h)
            .mirrored(),
            "joint",
            group="back",
        )
    d.point("head", (0, top, 0), size=1.9 * r)
    d.point("top", (0, top, 0))
    d.point("back", (0, chest_y, back), front=(0, 0, -1), size=2 * sx)
    d.point("hand_left", add(grip, (0, 0, 0)), up=(0, 1, 0.1), size=0.028 * h)
    d.point("hand_right", flip(grip), up=(0, 1, 0.1), size=0.028 * h)
    d.limb("arm_left", [shoulder, elbow, wrist])
    d.limb("arm_right", [flip(shoulder), flip(elbow), flip(wrist)])
    d.limb("spine", [(0, hip_y, 0), (0, chest_y, 0), (0, neck, 0)])
    return d
