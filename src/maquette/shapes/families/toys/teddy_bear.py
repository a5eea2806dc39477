"""Teddy bears: sitting, of plush, with a bow, patches and seams."""

from __future__ import annotations

import math

from maquette.shapes.api import box, extrude, sphere, sweep, torus, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, family
from maquette.shapes.sub.flesh import Flesh, Point3, flip


@family(
    "teddy bear",
    "toy",
    nouns={
        "teddy": {},
        "stuffed bear": {},
        "plush bear": {},
        "toy bear": {},
        "bear plushie": {},
        "stuffed animal": {},
        "plush toy": {},
        "plushie": {},
    },
    parameters=(
        Real("height", 0.38, 0.24, 0.6),
        Real("head_size", 1.0, 0.88, 1.18, unit=""),
        Real("belly", 1.0, 0.88, 1.15, unit=""),
        Real("ear_size", 1.0, 0.8, 1.3, unit=""),
        Real("arm_lift", 24, -10, 60, unit="deg"),
        Real("spread", 26, 14, 40, unit="deg", about="of the legs"),
        Real("muzzle", 1.0, 0.85, 1.2, unit=""),
        Choice("eyes", ("beads", "buttons")),
        Flag("bow", 0.7),
        Flag("patch", 0.3),
        Flag("seam", 0.7),
        Flag("heart", 0.25, about="on its chest"),
    ),
    slots={
        "fur": ("fur:#a8713c", "fur:#c89a5e", "fur:#7a4e2c", "fur:#e2d3b4", "fur:#d8a0a8"),
        "muzzle": ("fur:#ead6ae", "fur:#f0e4cc"),
        "pads": ("velvet:#e4c79a", "velvet:#c99a78"),
        "nose": ("leather:#2a1c18",),
        "eyes": ("obsidian",),
        "bow": ("fabric:#c4242c", "fabric:#2c5fae", "fabric:#2f7a4a", "fabric:#e0a422"),
        "thread": ("wool:#4a2e1c",),
        "patch": ("denim", "fabric:#b8443a"),
        "heart": ("velvet:#c01c30",),
    },
    words={
        "bow": {"bow": True},
        "bow tie": {"bow": True},
        "ribbon": {"bow": True},
        "heart": {"heart": True},
        "patch": {"patch": True},
        "patches": {"patch": True},
        "button eyes": {"eyes": "buttons"},
    },
    paints={"body": "fur", "ribbon": "bow", "paws": "pads", "belly": "muzzle", "ears": "fur", "tie": "bow"},
    height=(0.2, 0.66),
)
def teddy_bear(v: Values) -> Draft:
    """Sits with its legs to the front."""
    h = v.height
    d = Draft(extent=h)
    b = 0.2 * h * v.belly
    hr = 0.205 * h * v.head_size * (1.1 if v.style == "cartoon" else 1.0)
    hy = h - 1.02 * hr - 0.02 * h
    body = Flesh(0.012 * h, 42)
    body.chain([(0, 0.95 * b, 0), (0, 0.42 * h, -0.01 * h)], [b, 0.72 * b])
    d.add("body", body.node(), "fur", group="body")
    d.add("belly", sphere(0.78 * b, 0.86 * b, 0.5 * b).move(0, 1.02 * b, 0.56 * b), "muzzle", group="body")
    head = Flesh(0.03 * h, 42)
    head.ball((0, hy, 0.01 * h), hr)
    head.ball((0.35 * hr, hy - 0.28 * hr, 0.2 * hr), 0.62 * hr, both=True)
    d.add("head", head.node(), "fur", group="head")
    ear = 0.36 * hr * v.ear_size
    at = (0.72 * hr, hy + 0.72 * hr, -0.02 * h)
    d.add("ears", sphere(ear, ear, 0.55 * ear).rotate(y=14).move(*at).mirrored(), "fur", group="ears")
    d.add(
        "ear_inner",
        sphere(0.64 * ear, 0.64 * ear, 0.34 * ear)
        .rotate(y=14)
        .move(at[0] + 0.06 * ear, at[1], at[2] + 0.36 * ear)
        .mirrored(),
        "muzzle",
        group="ears",
    )
    m = 0.46 * hr * v.muzzle
    mz = 0.82 * hr + 0.01 * h
    d.add("muzzle", sphere(1.08 * m, 0.82 * m, 0.8 * m).move(0, hy - 0.26 * hr, mz), "muzzle", group="head")
    nose_z = mz + 0.74 * m
    d.add(
        "nose",
        sphere(0.36 * m, 0.26 * m, 0.22 * m).move(0, hy - 0.26 * hr + 0.36 * m, nose_z - 0.04 * m),
        "nose",
        group="head",
    )
    ny, z = hy - 0.26 * hr, mz
    front = [(0.0, ny + 0.2 * m, z + 0.8 * m), (0.0, ny - 0.16 * m, z + 0.8 * m)]
    smile = [
        (
            s * 0.5 * m * k,
            ny - 0.16 * m - 0.26 * m * math.sin(math.pi * k * 0.7),
            z + 0.8 * m * math.sqrt(max(1 - (0.46 * k) ** 2 - (0.2 + 0.3 * k) ** 2 * 0.6, 0.1)),
        )
        for s in (1,)
        for k in (0.0, 0.35, 0.7, 1.0)
    ]
    d.add("mouth", union(sweep(front, 0.05 * m), sweep(smile, 0.05 * m).mirrored()), "thread", group="head")
    e = 0.12 * hr
    ex = (0.36 * hr, hy + 0.14 * hr, 0.9 * hr + 0.008 * h)
    if v.eyes == "beads":
        d.add("eyes", sphere(e, 1.08 * e, 0.7 * e).move(*ex).mirrored(), "eyes", group="head")
    else:
        button = union(sphere(1.2 * e, 1.2 * e, 0.45 * e), torus(1.1 * e, 0.22 * e).rotate(x=90).move(z=0.2 * e))
        d.add("eyes", button.rotate(x=-8, y=20).move(*ex).mirrored(), "eyes", group="head")
        d.add(
            "eye_thread",
            union(box(0.9 * e, 0.2 * e, 0.2 * e).rotate(z=45), box(0.9 * e, 0.2 * e, 0.2 * e).rotate(z=-45))
            .move(ex[0] + 0.1 * e, ex[1], ex[2] + 0.42 * e)
            .mirrored(),
            "muzzle",
            group="head",
        )
    # Limbs.
    shoulder: Point3 = (0.62 * b, 0.44 * h, 0.02 * h)
    a = math.radians(v.arm_lift)
    reach = 0.25 * h
    hand: Point3 = (
        shoulder[0] + 0.62 * reach,
        shoulder[1] - 0.62 * reach * math.cos(a),
        shoulder[2] + reach * (0.35 + 0.5 * math.sin(a)),
    )
    mid: Point3 = (shoulder[0] + 0.42 * reach, shoulder[1] - 0.2 * reach * math.cos(a), shoulder[2] + 0.25 * reach)
    arm = Flesh(0.008 * h, 28)
    arm.chain([shoulder, mid, hand], [0.072 * h, 0.07 * h, 0.075 * h])
    q = math.radians(v.spread)
    hip: Point3 = (0.5 * b, 0.092 * h, 0.1 * h)
    foot: Point3 = (hip[0] + 0.24 * h * math.sin(q), 0.086 * h, hip[2] + 0.24 * h * math.cos(q))
    leg = Flesh(0.01 * h, 30)
    leg.chain([hip, foot], [0.094 * h, 0.085 * h])
    leg.chain(
        [(foot[0], foot[1] + 0.02 * h, foot[2]), (foot[0] + 0.01 * h, foot[1] + 0.055 * h, foot[2] + 0.012 * h)],
        [0.084 * h, 0.074 * h],
    )
    for s, name in ((1, "left"), (-1, "right")):
        node, low = arm.node(), leg.node()
        d.add(f"arm_{name}", node if s > 0 else node.mirror(), "fur", group="arms")
        d.add(f"leg_{name}", low if s > 0 else low.mirror(), "fur", group="legs")
        d.limb(
            "arm_left" if s > 0 else "arm_right",
            [shoulder if s > 0 else flip(shoulder), mid if s > 0 else flip(mid), hand if s > 0 else flip(hand)],
        )
        d.point(f"hand_{name}", (hand[0] * s, hand[1] + 0.01 * h, hand[2] + 0.06 * h), up=(0, 1, 0.1), size=0.03 * h)
    pad = sphere(0.062 * h, 0.078 * h, 0.02 * h).rotate(y=v.spread)
    d.add(
        "pads",
        pad.move(foot[0] + 0.078 * h * math.sin(q), foot[1] + 0.026 * h, foot[2] + 0.078 * h * math.cos(q)).mirrored(),
        "pads",
        group="legs",
    )
    d.add("tail", sphere(0.05 * h).move(0, 0.1 * h, -0.94 * b), "fur", group="body")
    if v.bow:
        y, z = hy - 0.86 * hr, 0.72 * b
        loop = sphere(0.1 * h, 0.06 * h, 0.035 * h).tapered(1.0).rotate(z=14).move(0.1 * h, y, z)
        ends = (
            box(0.045 * h, 0.14 * h, 0.018 * h, 0.006 * h)
            .rotate(x=-14, z=24)
            .move(0.055 * h, y - 0.07 * h, z + 0.0 * h)
        )
        d.add(
            "bow",
            union(loop.mirrored(), ends.mirrored(), sphere(0.04 * h, 0.042 * h, 0.04 * h).move(0, y, z + 0.015 * h)),
            "bow",
            group="bow",
        )
        d.add("bow_band", torus(0.72 * b, 0.022 * h).scale(1, 1, 0.95).move(0, y, -0.01 * h), "bow", group="bow")
    if v.seam:
        d.add(
            "seam",
            sweep(
                [
                    (0, hy + 0.3 * hr, 0.965 * hr + 0.008 * h),
                    (0, hy + 0.7 * hr, 0.72 * hr + 0.008 * h),
                    (0, hy + 0.95 * hr, 0.3 * hr + 0.008 * h),
                ],
                0.006 * h,
            ),
            "thread",
            group="head",
        )
    if v.patch:
        patch = Flesh(0.012 * h, 42)
        patch.bones = list(body.bones)
        square = box(0.14 * h, 0.13 * h, 0.5 * h).rotate(z=12).move(-0.62 * b, 0.3 * h, 0.3 * h)
        d.add("patch", patch.node(0.008 * h) & square, "patch")
    if v.heart:
        line = [
            (
                0.055 * h * math.sin(u) ** 3,
                0.05
                * h
                * (0.85 * math.cos(u) - 0.33 * math.cos(2 * u) - 0.13 * math.cos(3 * u) - 0.07 * math.cos(4 * u)),
            )
            for u in (2 * math.pi * k / 32 for k in range(32))
        ][::-1]
        d.add("heart", extrude(line, 0.12 * h, bevel=0.012 * h).rotate(x=-10).move(0, 1.2 * b, 0.96 * b), "heart")
    d.point("head", (0, h - 0.02 * h, 0), size=1.7 * hr)
    d.point("top", (0, h, 0))
    d.point("back", (0, 0.3 * h, -b), front=(0, 0, -1), size=b)
    d.limb("spine", [(0, 0.1 * h, 0), (0, 0.44 * h, 0), (0, hy, 0)])
    return d
