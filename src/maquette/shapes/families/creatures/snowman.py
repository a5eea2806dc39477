"""Snowmen: two or three balls of snow, coals, a carrot, a hat, a scarf and arms of twigs."""

from __future__ import annotations

import math

from maquette.shapes.api import Point3, box, cylinder, lathe, sphere, sweep, torus, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, Whole, family
from maquette.shapes.node import Node
from maquette.shapes.sub.outlines import rod


@family(
    "snowman",
    "creature",
    nouns={"snow man": {}, "olaf": {"hat": "none", "scarf": False}, "snow sculpture": {}},
    parameters=(
        Real("height", 1.5, 1.1, 1.9, about="without its hat"),
        Whole("balls", 3, 2, 3),
        Real("belly", 0.5, 0.44, 0.58, unit="", about="width of the lowest ball, share of the height"),
        Real("nose_length", 0.17, 0.1, 0.24, unit="", about="share of the height"),
        Choice("hat", ("top hat", "bucket", "cap", "none")),
        Whole("buttons", 3, 2, 5),
        Real("smile", 0.6, 0.2, 1.0, unit=""),
        Real("arm_lift", 20, -10, 50, unit="deg"),
        Real("roughness", 0.5, 0.2, 1.0, unit="", about="of the balls"),
        Flag("scarf", 0.8),
        Flag("arms", 0.95),
        Flag("broom", 0.35),
        Flag("mound", 0.6, about="snow that it stands in"),
    ),
    slots={
        "snow": ("snow", "snow:#e8eef4"),
        "hat": ("fabric:#1e1e22", "fabric:#3a2a2a", "wool:#a83030"),
        "band": ("fabric:#b8302c", "fabric:#2f6a3c", "fabric:#3a5fa0"),
        "scarf": ("wool:#c0282c", "wool:#2f7a4a", "wool:#2a55a8", "wool:#e09a22"),
        "nose": ("paint:#e8761c",),
        "coal": ("stone:#1e1d1e",),
        "arms": ("bark", "wood:#4f3826"),
        "bucket": ("steel", "paint:#8c9aa5"),
        "straw": ("thatch",),
    },
    words={
        "hat": {"hat": "top hat"},
        "top hat": {"hat": "top hat"},
        "bucket": {"hat": "bucket"},
        "cap": {"hat": "cap"},
        "beanie": {"hat": "cap"},
        "scarf": {"scarf": True},
        "arms": {"arms": True},
        "broom": {"broom": True},
        "carrot": {},
        "buttons": {},
    },
    paints={
        "carrot": "nose",
        "eyes": "coal",
        "buttons": "coal",
        "body": "snow",
        "mouth": "coal",
        "twigs": "arms",
        "stick": "arms",
    },
    height=(1.0, 2.5),
)
def snowman(v: Values) -> Draft:
    """Faces +Z; the broom in its right hand."""
    h = v.height
    big = 1.15 if v.style == "cartoon" else 1.0
    d = Draft(extent=1.2 * h)
    shares = (
        (v.belly / 2, 0.36 * v.belly, 0.29 * v.belly * big) if v.balls == 3 else (v.belly * 0.56, 0.42 * v.belly * big)
    )
    scale = h / (2 * sum(shares) * 0.84)
    radii = [s * scale for s in shares]
    centres, y = [], 0.0
    for i, r in enumerate(radii):
        y += 0.86 * r if i == 0 else 0.78 * r
        centres.append(y)
        y += 0.84 * r
    low = 0.0
    for i, (r, c) in enumerate(zip(radii, centres, strict=True)):
        ball = sphere(r, 0.93 * r, r).roughened(0.045 * r * v.roughness, 0.55 * r, v.seed + i)
        if i == 0:
            ball = ball - box(4 * r, 2 * r, 4 * r).move(y=-c - r)
        name = "head" if i == len(radii) - 1 else f"ball_{i + 1}"
        d.add(name, ball.move(y=c), "snow", group="body")
    if v.mound:
        heap = lathe(
            [
                (0.0, 0.0),
                (1.25 * radii[0], 0.0),
                (1.1 * radii[0], 0.05 * h),
                (0.8 * radii[0], 0.09 * h),
                (0.0, 0.1 * h),
            ],
            smooth=False,
        )
        d.add(
            "mound",
            heap.scale(1, 1, 0.95).roughened(0.02 * h, 0.2 * h, v.seed + 9) - box(9, 1, 9).move(y=-0.49),
            "snow",
        )
        low = 0.0
    r, cy = radii[-1], centres[-1]

    def on(radius: float, middle: float, turn: float, lift: float, out: float = 1.0) -> Point3:
        a, e = math.radians(turn), math.radians(lift)
        return (
            out * radius * math.sin(a) * math.cos(e),
            middle + 0.93 * out * radius * math.sin(e),
            out * radius * math.cos(a) * math.cos(e),
        )

    lump = 0.115 * r * big
    d.add("eyes", sphere(lump, 1.15 * lump, 0.8 * lump).move(*on(r, cy, 22, 22)).mirrored(), "coal", group="head")
    mouth = [
        sphere(0.6 * lump).move(*on(r, cy, t, -32 + 14 * v.smile * (abs(t) / 34) ** 2))
        for t in (-34, -20, -7, 7, 20, 34)
    ]
    d.add("mouth", union(*mouth), "coal", group="head")
    n = v.nose_length * h
    carrot = lathe(
        [
            (0.0, 0.0),
            (0.15 * r, 0.0),
            (0.165 * r, 0.08 * n),
            (0.14 * r, 0.3 * n),
            (0.075 * r, 0.75 * n),
            (0.02 * r, 0.97 * n),
            (0.0, n),
        ]
    )
    d.add("nose", carrot.rotate(x=84).move(y=cy + 0.02 * r, z=0.92 * r), "nose", group="head")
    # Coals down the front of the ball below the head (and on the lowest, if there are many).
    chest = len(radii) - 2
    for i in range(v.buttons):
        row, k = (chest, i) if i < 3 or chest == 0 else (chest - 1, i - 3)
        lift = 38 - 30 * k if row == chest else 50 - 25 * k
        d.add(
            f"button_{i + 1}",
            sphere(1.05 * lump).move(*on(radii[row], centres[row], 0, lift, 0.99)),
            "coal",
            group="buttons",
        )
    body, by = radii[chest], centres[chest]
    if v.arms:
        for side, name in ((1, "left"), (-1, "right")):
            a = math.radians(v.arm_lift)
            root: Point3 = (side * 0.8 * body, by + 0.25 * body, 0.1 * body)
            reach = 0.36 * h
            elbow: Point3 = (root[0] + side * 0.55 * reach * math.cos(a), root[1] + 0.5 * reach * math.sin(a), 0.16 * h)
            tip: Point3 = (root[0] + side * reach * math.cos(a), root[1] + reach * math.sin(a) + 0.08 * h, 0.2 * h)
            twigs = [sweep([root, elbow, tip], [0.022 * h, 0.017 * h, 0.009 * h], round_ends=True)]
            for k, (dx, dy, dz) in enumerate(((0.07, 0.05, 0.05), (0.02, 0.1, 0.0), (0.08, -0.01, -0.03))):
                start = tip if k < 2 else tuple(0.25 * e + 0.75 * t for e, t in zip(elbow, tip, strict=True))
                twigs.append(
                    rod(
                        (start[0], start[1], start[2]),
                        (start[0] + side * dx * h, start[1] + dy * h, start[2] + dz * h),
                        radius=0.008 * h,
                        round_ends=True,
                    )
                )
            d.add(f"arm_{name}", union(*twigs), "arms", group="arms")
            d.limb("arm_left" if side > 0 else "arm_right", [root, elbow, tip])
            d.point(f"hand_{name}", tip, up=(0, 1, 0.1), size=0.03 * h)
            if side < 0 and v.broom:
                x, z = tip[0] + 0.01 * h, tip[2]
                top = max(tip[1] + 0.3 * h, 0.8 * h)
                d.add(
                    "broom_stick",
                    cylinder(0.013 * h, top - 0.1 * h).move(x, (top + 0.1 * h) / 2, z),
                    "arms",
                    group="broom",
                )
                brush = lathe(
                    [(0.0, 0.0), (0.085 * h, 0.0), (0.075 * h, 0.1 * h), (0.03 * h, 0.2 * h), (0.0, 0.22 * h)]
                ).scale(1, 1, 0.5)
                d.add(
                    "broom",
                    union(brush.move(x, low, z), torus(0.036 * h, 0.008 * h).scale(1, 1, 0.8).move(x, 0.18 * h, z)),
                    "straw",
                    group="broom",
                )
    if v.scarf:
        neck = (centres[-1] - 0.72 * r + centres[chest] + 0.72 * body) / 2
        wrap = union(
            torus(0.72 * r, 0.17 * r).scale(1, 0.85, 1), torus(0.76 * r, 0.13 * r).rotate(x=7).move(y=-0.09 * r)
        )
        d.add("scarf", wrap.move(y=neck), "scarf", group="scarf")
        for i, (x, lean, long) in enumerate(((0.34, 12, 1.05), (0.14, -6, 0.8))):
            tail: Node = box(0.34 * r, long * r, 0.1 * r, 0.035 * r).move(y=-0.45 * long * r)
            fringe = union(
                *(
                    box(0.05 * r, 0.18 * r, 0.07 * r, 0.015 * r).move((k - 1.5) * 0.085 * r, -0.98 * long * r)
                    for k in range(4)
                )
            )
            hang = (
                union(tail, fringe)
                .rotate(x=-24 if v.balls == 3 else -14, z=lean)
                .move(x * r, neck + 0.04 * r, 0.78 * r)
            )
            d.add(f"scarf_end_{i + 1}", hang, "scarf", group="scarf")
    top = cy + 0.9 * r
    if v.hat == "top hat":
        rows = [
            (0.0, 0.0),
            (0.98 * r, 0.0),
            (1.0 * r, 0.05 * r),
            (0.66 * r, 0.09 * r),
            (0.62 * r, 0.5 * r),
            (0.68 * r, 0.98 * r),
            (0.64 * r, 1.02 * r),
            (0.0, 1.02 * r),
        ]
        tilt = (-6, 0, 7)
        d.add("hat", lathe(rows).rotate(*tilt).move(y=top - 0.16 * r), "hat", group="hat")
        band = lathe([(0.5 * r, 0.08 * r), (0.685 * r, 0.08 * r), (0.655 * r, 0.3 * r), (0.5 * r, 0.3 * r)])
        d.add("hat_band", band.rotate(*tilt).move(y=top - 0.16 * r), "band", group="hat")
        top += 0.86 * r
    elif v.hat == "bucket":
        pail = lathe(
            [
                (0.0, 0.0),
                (0.72 * r, 0.0),
                (0.76 * r, 0.03 * r),
                (0.72 * r, 0.06 * r),
                (0.52 * r, 0.9 * r),
                (0.0, 0.9 * r),
            ]
        )
        grip = sweep(
            [
                (0.7 * r, 0.1 * r, 0),
                (0.5 * r, 0.15 * r, 0.62 * r),
                (-0.5 * r, 0.15 * r, 0.62 * r),
                (-0.7 * r, 0.1 * r, 0),
            ],
            0.03 * r,
        )
        d.add("bucket", union(pail, grip).rotate(-9, 0, -8).move(y=top - 0.2 * r), "bucket", group="hat")
        top += 0.68 * r
    elif v.hat == "cap":
        dome = lathe(
            [
                (0.0, -0.1 * r),
                (0.9 * r, -0.1 * r),
                (0.88 * r, 0.2 * r),
                (0.62 * r, 0.58 * r),
                (0.25 * r, 0.74 * r),
                (0.0, 0.76 * r),
            ]
        )
        d.add("hat", dome.move(y=top - 0.45 * r), "scarf", group="hat")
        d.add("hat_brim", torus(0.84 * r, 0.15 * r).move(y=top - 0.5 * r), "band", group="hat")
        d.add(
            "bobble", sphere(0.22 * r).roughened(0.03 * r, 0.08 * r, v.seed).move(y=top + 0.4 * r), "band", group="hat"
        )
        top += 0.58 * r
    d.point("head", (0, cy + 0.9 * r, 0), size=1.5 * r)
    d.point("top", (0, top, 0))
    d.point("back", (0, by, -body), front=(0, 0, -1), size=body)
    return d
