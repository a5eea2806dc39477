"""Smartphones, tablets, and telephones with a dial."""

from __future__ import annotations

import math

from maquette.shapes.api import Point2, box, capsule, cylinder, difference, extrude, lathe, sweep, torus, union
from maquette.shapes.draft import Draft
from maquette.shapes.families.electronics._screens import SCREEN, slab
from maquette.shapes.family import Choice, Flag, Real, Values, Whole, family
from maquette.shapes.node import Node
from maquette.shapes.sub.outlines import rounded_rectangle


@family(
    "smartphone",
    "electronics",
    nouns={
        "phone": {},
        "mobile phone": {},
        "cell phone": {},
        "cellphone": {},
        "iphone": {},
        "tablet": {"kind": "tablet"},
        "ipad": {"kind": "tablet"},
        "mobile": {},
        "handy": {},
        "telephone": {"kind": "classic"},
        "old phone": {"kind": "classic"},
        "rotary phone": {"kind": "classic"},
    },
    parameters=(
        Choice("kind", ("phone", "tablet", "classic")),
        Real("height", 0.15, 0.13, 0.17),
        Real("ratio", 0.48, 0.45, 0.54, unit="", about="width over height"),
        Real("thickness", 0.009, 0.008, 0.012),
        Real("corner", 0.14, 0.06, 0.2, unit=""),
        Whole("lenses", 3, 1, 4),
        Whole("icons", 16, 8, 20),
        Real("bezel", 0.03, 0.02, 0.06, unit=""),
        Choice("notch", ("pill", "bar", "dot")),
        Flag("stand", 0.3),
    ),
    slots={
        "case": ("paint:#23252a", "paint:#b8c4d0", "gold", "paint:#3f5a8a", "paint:#c8485a"),
        "screen": SCREEN[:2] + SCREEN[3:],
        "icon": ("paint:#f6f8fa", "glow:#ffe8a0"),
        "lens": ("dark glass",),
        "dark": ("paint:#101215",),
        "metal": ("chrome", "brass"),
        "body": ("paint:#b3241f", "paint:#1d1f22", "paint:#ece4d0", "paint:#3f8a7a"),
    },
    words={"stand": {"stand": True}, "icons": {"icons": 16}, "rotary": {"kind": "classic"}},
    paints={"display": "screen", "apps": "icon", "dial": "metal"},
    height=(0.1, 0.28),
)
def smartphone(v: Values) -> Draft:
    """Upright, its screen to the front; a tablet; or a telephone with a dial."""
    if v.kind == "classic":
        s = 0.2 * v.height / 0.15
        d = Draft(extent=1.25 * s)
        side: list[Point2] = [
            (-0.42 * s, 0),
            (0.46 * s, 0),
            (0.48 * s, 0.1 * s),
            (0.2 * s, 0.45 * s),
            (0.12 * s, 0.62 * s),
            (-0.3 * s, 0.62 * s),
            (-0.4 * s, 0.4 * s),
        ]
        d.add("body", extrude([(-x, y) for x, y in side], 0.78 * s, bevel=0.04 * s, smooth=False).rotate(y=90), "body")
        tilt = math.degrees(math.atan2(0.35, 0.28))
        mid = (0.0, 0.28 * s, 0.345 * s)
        dial = union(cylinder(0.24 * s, 0.05 * s, bevel=0.01 * s), *())
        d.add(
            "dial",
            difference(
                dial,
                *(
                    cylinder(0.032 * s, 0.1 * s).move(0.17 * s * math.cos(a), 0.05 * s, 0.17 * s * math.sin(a))
                    for a in [0.5 * i + 0.2 for i in range(10)]
                ),
            )
            .rotate(x=90 - tilt + 0)
            .move(*mid),
            "metal",
        )
        d.add("dial_hub", cylinder(0.09 * s, 0.07 * s, bevel=0.01 * s).rotate(x=90 - tilt).move(*mid), "icon")
        for k, name in ((1, "cradle_left"), (-1, "cradle_right")):
            d.add(
                name,
                union(box(0.1 * s, 0.2 * s, 0.3 * s, 0.03 * s)).move(k * 0.27 * s, 0.66 * s, -0.09 * s),
                "body",
                group="cradle",
            )
        hand = sweep(
            [
                (-0.52 * s, 0.78 * s, -0.09 * s),
                (-0.3 * s, 0.88 * s, -0.09 * s),
                (0.3 * s, 0.88 * s, -0.09 * s),
                (0.52 * s, 0.78 * s, -0.09 * s),
            ],
            [0.07 * s, 0.075 * s, 0.075 * s, 0.07 * s],
        )
        cups = [
            lathe([(0.12 * s, 0), (0.14 * s, 0.06 * s), (0.1 * s, 0.15 * s), (0, 0.18 * s)]).move(
                k * 0.5 * s, 0.66 * s, -0.09 * s
            )
            for k in (1, -1)
        ]
        d.add("handset", union(hand, *cups), "body")
        cord = [
            (-0.5 * s - 0.05 * s * math.cos(1.2 * i), (0.62 - 0.025 * i) * s, 0.02 * s * math.sin(1.2 * i) - 0.09 * s)
            for i in range(22)
        ]
        d.add(
            "cord",
            sweep([(-0.52 * s, 0.7 * s, -0.09 * s), *cord, (-0.36 * s, 0.06 * s, -0.05 * s)], 0.012 * s, sides=6),
            "dark",
        )
        d.point("top", (0, 0.95 * s, 0), size=s)
        return d
    h = v.height * (1.6 if v.kind == "tablet" else 1.0)
    w = h * (0.72 if v.kind == "tablet" else v.ratio)
    t = v.thickness
    d = Draft(extent=h)
    c = v.corner * w * (0.4 if v.kind == "tablet" else 1.0)
    b = v.bezel * w + 0.002
    parts: list[tuple[str, Node, str]] = [
        ("case", slab(w, h, t, c, 0.25 * t), "case"),
        ("bezel", slab(0.975 * w, 0.987 * h, 0.002, 0.95 * c, 0).move(z=0.5 * t), "dark"),
        ("screen", slab(w - 2 * b, h - 2 * b, 0.002, 0.8 * c, 0).move(z=0.5 * t + 0.0006), "screen"),
    ]
    cell = (w - 2 * b) / 4.6
    icon = extrude(rounded_rectangle(0.66 * cell, 0.66 * cell, 0.18 * cell, 3), 0.0016)
    cells = [
        icon.move((i % 4 - 1.5) * cell * 1.04, 0.34 * h - (i // 4) * cell * 1.16, 0.5 * t + 0.0013)
        for i in range(v.icons)
    ]
    dock = [icon.move((i - 1.5) * cell * 1.04, -0.5 * h + b + 0.8 * cell, 0.5 * t + 0.0013) for i in range(4)]
    parts.append(("icons", union(*cells, *dock), "icon"))
    notch = {"pill": (0.22, 0.028, 0.014), "bar": (0.42, 0.022, 0.008), "dot": (0.05, 0.024, 0.012)}[v.notch]
    parts.append(
        (
            "notch",
            extrude(rounded_rectangle(notch[0] * w, notch[1] * h, notch[2] * h), 0.0016).move(
                0, 0.5 * h - b - 0.022 * h, 0.5 * t + 0.0014
            ),
            "dark",
        )
    )
    parts.append(
        (
            "buttons",
            union(
                box(0.0025, 0.1 * h, 0.4 * t, 0.0008).move(0.5 * w, 0.16 * h),
                box(0.0025, 0.06 * h, 0.4 * t, 0.0008).move(-0.5 * w, 0.24 * h),
                box(0.0025, 0.06 * h, 0.4 * t, 0.0008).move(-0.5 * w, 0.16 * h),
            ),
            "metal",
        )
    )
    q = 0.085 * min(w, 0.09) / 0.075 * 0.075 / 1.0
    bump = 0.5 * w if v.kind == "phone" else 0.25 * w
    parts.append(
        (
            "camera",
            slab(bump, bump, 0.3 * t, 0.25 * bump, 0.08 * t).move(0.44 * w - bump / 2, 0.46 * h - bump / 2, -0.55 * t),
            "case",
        )
    )
    spots = [(0.24, 0.24), (-0.24, -0.24), (0.24, -0.24), (-0.24, 0.24)][: v.lenses]
    parts.append(
        (
            "lenses",
            union(
                *(
                    cylinder(0.19 * bump, 0.3 * t, bevel=0.06 * t)
                    .rotate(x=90)
                    .move(0.44 * w - bump / 2 + x * bump, 0.46 * h - bump / 2 + y * bump, -0.72 * t)
                    for x, y in spots
                )
            ),
            "lens",
        )
    )
    lean = -18.0 if v.stand else 0.0
    for name, solid, slot in parts:
        d.add(name, solid.move(y=h / 2).rotate(x=lean).move(y=0.016 if v.stand else 0.0), slot)
    if v.stand:
        d.add(
            "stand",
            union(
                box(0.8 * w, 0.012, 0.5 * h, 0.003).move(0, 0.006, -0.06 * h),
                box(0.8 * w, 0.03, 0.006, 0.002).move(0, 0.014, 0.5 * t + 0.006),
                box(0.5 * w, 0.55 * h, 0.008, 0.002)
                .move(0, 0.27 * h, -0.12 * h - t)
                .rotate(x=-16)
                .move(y=0.045 * h, z=0.085 * h),
            ),
            "metal",
        )
    _ = (q, capsule, torus)
    d.point("top", (0, h, 0), size=w)
    d.point("grip", (0, 0.35 * h, 0), size=w)
    return d
