"""Rings for a finger."""

from __future__ import annotations

import math

from maquette.shapes.api import box, extrude, lathe, sphere, sweep, torus, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Flag, Real, Values, Whole, family
from maquette.shapes.sub.arms import gem_cut, star
from maquette.shapes.sub.outlines import rounded_rectangle
from maquette.shapes.sub.palettes import GEMSTONES


@family(
    "ring",
    "treasure",
    nouns={
        "gold ring": {},
        "diamond ring": {"stone": True},
        "wedding ring": {"stone": False},
        "engagement ring": {"stone": True},
        "magic ring": {"runes": True},
        "signet ring": {"signet": True},
        "one ring": {"stone": False, "runes": True},
    },
    parameters=(
        Real("radius", 0.0105, 0.009, 0.0125),
        Real("width", 0.0045, 0.003, 0.008),
        Real("thickness", 0.0022, 0.0017, 0.003),
        Flag("stone", 0.75),
        Real("stone_size", 0.0095, 0.006, 0.013),
        Whole("prongs", 6, 4, 8),
        Whole("side_stones", 2, 0, 6),
        Flag("signet", 0.12),
        Flag("runes", 0.25),
        Flag("twisted", 0.25),
    ),
    slots={
        "band": ("gold", "silver", "metal:#e0b0a0", "copper"),
        "stone": GEMSTONES,
        "side": ("gem:#e8f4fa", "gem:#1f5fd0"),
        "runes": ("glow:#ff8020", "glow:#40d0ff"),
    },
    words={"stone": {"stone": True}, "gem": {"stone": True}, "runes": {"runes": True}},
    paints={"gem": "stone", "diamond": "stone", "metal": "band", "jewel": "stone"},
    height=(0.015, 0.05),
)
def ring(v: Values) -> Draft:
    """Stands upright; one looks through it along z."""
    r, t, w = v.radius, v.thickness, v.width
    d = Draft(extent=2.5 * r)
    y = r + t
    if v.twisted:
        coils = [
            [
                (
                    (r + 0.45 * t * math.cos(6 * a + s)) * math.cos(a),
                    y + (r + 0.45 * t * math.cos(6 * a + s)) * math.sin(a),
                    0.6 * t * math.sin(6 * a + s),
                )
                for a in [math.tau * i / 60 for i in range(60)]
            ]
            for s in (0, math.pi)
        ]
        d.add(
            "band",
            union(*(sweep(c, 0.62 * t, closed=True) for c in coils), torus(r, 0.62 * t).rotate(x=90).move(y=y)),
            "band",
        )
    else:
        d.add(
            "band",
            lathe(
                [
                    (r, -w / 2),
                    (r + 0.8 * t, -w / 2),
                    (r + t, -0.25 * w),
                    (r + t, 0.25 * w),
                    (r + 0.8 * t, w / 2),
                    (r, w / 2),
                    (r - 0.15 * t, 0.0),
                    (r, -w / 2),
                ]
            )
            .rotate(x=90)
            .move(y=y),
            "band",
        )
    top = y + r + t
    s = v.stone_size
    if v.signet and not v.stone:
        d.add(
            "plate",
            extrude(rounded_rectangle(1.5 * w + 0.004, 1.5 * w + 0.002, 0.003), 0.0022, bevel=0.0005)
            .rotate(x=90)
            .move(y=top),
            "band",
        )
        d.add(
            "seal",
            extrude(star(0.6 * w + 0.001, 5), 0.001).rotate(x=90).move(y=top + 0.0012),
            "runes" if v.runes else "band",
        )
    elif v.stone:
        h = 0.75 * s
        d.add(
            "seat",
            lathe(
                [
                    (0.25 * s, top - 0.8 * t),
                    (0.28 * s, top),
                    (0.46 * s, top + 0.42 * h),
                    (0.4 * s, top + 0.42 * h),
                    (0.0, top + 0.05 * h),
                ]
            ),
            "band",
        )
        d.add("stone", gem_cut(s / 2, h, 10).move(y=top - 0.02 * h), "stone")
        prong = sweep(
            [
                (0.28 * s, top, 0),
                (0.5 * s, top + 0.5 * h, 0),
                (0.51 * s, top + 0.74 * h, 0),
                (0.4 * s, top + 0.86 * h, 0),
            ],
            0.05 * s,
            round_ends=True,
        )
        d.add("prongs", prong.around(v.prongs), "band")
        for i in range(v.side_stones):
            a = math.radians(90 + (34 + 17 * (i // 2)) * (1 if i % 2 == 0 else -1))
            q = (0.24 - 0.03 * (i // 2)) * s
            rad = r + t
            d.add(
                f"side_stone_{i + 1}",
                sphere(q, 0.8 * q, q).move(rad * math.cos(a), y + rad * math.sin(a), 0),
                "side",
                group="side_stones",
            )
    if v.runes and not v.twisted:
        marks = [
            box(0.0012, 0.3 * t, 0.42 * w).rotate(y=(-25, 30, 0)[i % 3]).move(0, r + t, 0).rotate(z=360 * i / 24)
            for i in range(24)
            if not (v.stone and (i < 4 or i > 20))
        ]
        d.add("runes", union(*marks).move(y=y), "runes")
    d.point("grip", (0, y, 0), size=2 * r)
    d.point("top", (0, top, 0), size=w)
    return d
