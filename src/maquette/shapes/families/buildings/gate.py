"""Gate: an arch of stones, iron wings between pillars, a torii, or a castle gate with battlements."""

from __future__ import annotations

import math

from maquette.shapes.api import box, cone, cylinder, extrude, lathe, sphere, sweep, torus, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, Whole, family
from maquette.shapes.sub.building import arched, merlons_row
from maquette.shapes.sub.palettes import MASONRY


@family(
    "gate",
    "building",
    nouns={
        "gateway": {},
        "archway": {"kind": "arch"},
        "arch": {"kind": "arch"},
        "stone arch": {"kind": "arch"},
        "triumphal arch": {"kind": "arch", "height": 5},
        "torii": {"kind": "torii"},
        "torii gate": {"kind": "torii"},
        "iron gate": {"kind": "iron"},
        "garden gate": {"kind": "iron", "height": 2.4},
        "castle gate": {"kind": "castle"},
        "portal": {"kind": "arch", "portal": True},
        "magic portal": {"kind": "arch", "portal": True},
        "gatehouse": {"kind": "castle"},
        "stargate": {"kind": "arch", "portal": True},
    },
    parameters=(
        Choice("kind", ("arch", "iron", "torii", "castle")),
        Real("width", 2.8, 2.2, 3.8, about="of the opening"),
        Real("height", 3.4, 2.4, 5.0),
        Real("depth", 0.8, 0.6, 1.2),
        Real("pillar", 0.7, 0.5, 0.9, about="width of a pillar"),
        Whole("stones", 13, 9, 17),
        Whole("bars", 6, 4, 8, about="in each wing"),
        Flag("open", 0.35),
        Flag("balls", 0.5),
        Flag("lamps", 0.4),
        Flag("portal", 0.12),
        Flag("ivy", 0.3),
    ),
    slots={
        "stone": MASONRY,
        "trim": ("sandstone:#d8c8a8", "marble", "stone:#6a665f"),
        "iron": ("cast iron", "iron"),
        "gold": ("gold", "brass"),
        "wood": ("paint:#b8321f", "paint:#a82a20"),
        "dark": ("paint:#26221f",),
        "door": ("planks", "walnut"),
        "portal": ("glow:#6a5aff", "glow:#40d0ff", "glow:#7aff9a"),
        "lamp": ("glow:#ffc35a",),
        "ivy": ("leaf",),
    },
    words={
        "portal": {"portal": True},
        "open": {"open": True},
        "lamps": {"lamps": True},
        "lanterns": {"lamps": True},
        "ivy": {"ivy": True},
    },
    paints={"pillars": "stone", "bars": "iron", "doors": "door", "posts": "stone"},
    height=(2.2, 8.0),
)
def gate(v: Values) -> Draft:
    """An arch of stones, iron wings between pillars, a torii, or a castle gate with battlements."""
    w, h, t, p, k = v.width / 2, v.height, v.depth / 2, v.pillar, v.kind
    d = Draft(extent=max(2 * w + 2 * p, h) * 1.15)
    if k == "torii":
        posts = union(*(cylinder(0.17, h, 0.14).rotate(z=s * 2.2).move(s * (w + 0.1), h / 2) for s in (1, -1)))
        d.add("posts", posts, "wood")
        lean = 1.35 * w + 0.5
        d.add(
            "lintel",
            sweep(
                [
                    (-lean, h + 0.22, 0),
                    (-0.5 * lean, h + 0.04, 0),
                    (0, h, 0),
                    (0.5 * lean, h + 0.04, 0),
                    (lean, h + 0.22, 0),
                ],
                profile=[(-0.2, -0.14), (0.2, -0.14), (0.22, 0.14), (-0.22, 0.14)],
            ),
            "wood",
        )
        d.add(
            "roof",
            sweep(
                [
                    (-1.05 * lean, h + 0.45, 0),
                    (-0.5 * lean, h + 0.24, 0),
                    (0, h + 0.19, 0),
                    (0.5 * lean, h + 0.24, 0),
                    (1.05 * lean, h + 0.45, 0),
                ],
                profile=[(-0.3, -0.07), (0.3, -0.07), (0.2, 0.1), (-0.2, 0.1)],
            ),
            "dark",
        )
        d.add(
            "tie",
            union(box(2 * w + 1.1, 0.22, 0.16, 0.02).move(y=0.78 * h), box(0.3, 0.24 * h, 0.14, 0.02).move(y=0.88 * h)),
            "wood",
        )
        d.add(
            "bases",
            union(*(lathe([(0.3, 0), (0.28, 0.2), (0.22, 0.34)]).move(x=s * (w + 0.16)) for s in (1, -1))),
            "dark",
        )
        d.add("plaque", box(0.5, 0.6, 0.2, 0.03).move(y=0.885 * h), "gold")
    elif k == "iron":
        for s, side in ((1, "left"), (-1, "right")):
            x = s * (w + p / 2)
            d.add(
                f"pillar_{side}",
                union(box(p, 0.86 * h, p, 0.03).move(y=0.43 * h), box(p + 0.16, 0.2, p + 0.16, 0.02).move(y=0.1)).move(
                    x=x
                ),
                "stone",
                group="pillars",
            )
            d.add(
                f"cap_{side}",
                union(
                    box(p + 0.2, 0.14, p + 0.2, 0.02).move(y=0.86 * h),
                    cone(0.62 * p, 0.25 * p, 4).rotate(y=45).move(y=0.86 * h + 0.06 + 0.12 * p),
                ).move(x=x),
                "trim",
                group="pillars",
            )
            if v.balls:
                d.add(f"ball_{side}", sphere(0.3 * p).move(x, 0.86 * h + 0.4 * p), "trim", group="pillars")
            bars, n = [], v.bars
            for i in range(n):
                q = w * (i + 0.5) / n
                tall = h * (0.62 + 0.2 * (i / n) ** 1.5)
                bars.append(
                    (
                        cylinder(0.022, tall, sides=8).move(y=tall / 2 + 0.08)
                        + lathe([(0.02, 0), (0.05, 0.06), (0.004, 0.16)], sides=6).move(y=tall + 0.06)
                    ).move(x=w - q)
                )
            frame = [box(w, 0.06, 0.05).move(x=w / 2, y=y * h) for y in (0.08, 0.3, 0.56)] + [
                box(0.06, 0.72 * h, 0.06).move(x=w - 0.03, y=0.36 * h + 0.08),
                box(0.06, 0.84 * h, 0.06).move(x=0.03, y=0.42 * h + 0.06),
            ]
            curls = [
                torus(0.09 * w, 0.02).rotate(x=90).move(x=w * (0.22 + 0.26 * i), y=0.43 * h + (0.1 if i % 2 else -0.06))
                for i in range(3)
            ]
            wing = union(
                *bars,
                *frame,
                *curls,
                *(box(0.02, 0.24 * h, 0.03).move(x=w * (0.22 + 0.26 * i), y=0.43 * h) for i in range(3)),
            ).move(x=-w)
            turn = -58 if v.open else 0
            leafd = (
                wing.rotate(y=-turn).move(x=w + 0.04) if s > 0 else wing.rotate(y=-turn).move(x=w + 0.04).mirror("x")
            )
            d.add(f"wing_{side}", leafd, "iron", group="wings")
        d.add("threshold", box(2 * w + 2 * p, 0.05, p, 0.01).move(y=0.025), "trim")
        if v.lamps:
            d.add(
                "lamps",
                cylinder(0.12, 0.3, 0.15, sides=6).move(x=w + p / 2, y=0.6 * h, z=p / 2 + 0.1).mirrored(),
                "lamp",
            )
            d.add(
                "lamp_hooks",
                (box(0.06, 0.06, 0.3) + cone(0.2, 0.14, 6).move(z=0.1, y=-0.02))
                .move(x=w + p / 2, y=0.6 * h + 0.2, z=p / 2)
                .mirrored(),
                "iron",
            )
    else:
        castle = k == "castle"
        spring = h - w
        if spring < 0.8:
            h = w + 0.8
            spring = 0.8
        hole = arched(2 * w, h)
        blocks = []
        m = v.stones
        for i in range(m):
            a0, a1 = math.pi * i / m + 0.012, math.pi * (i + 1) / m - 0.012
            q = (0.62 if i == m // 2 and m % 2 else 0.5) * p + w
            blocks.append(
                extrude(
                    [
                        (w * 0.985 * math.cos(a0), w * 0.985 * math.sin(a0)),
                        (q * math.cos(a0), q * math.sin(a0)),
                        (q * math.cos(a1), q * math.sin(a1)),
                        (w * 0.985 * math.cos(a1), w * 0.985 * math.sin(a1)),
                    ],
                    2 * t + 0.16,
                    bevel=0.03,
                ).move(y=spring)
            )
        d.add("voussoirs", union(*blocks), "trim")
        if castle:
            top = h + 0.9
            d.add(
                "wall",
                extrude(
                    [(-w - 1.6 * p, 0), (w + 1.6 * p, 0), (w + 1.6 * p, top), (-w - 1.6 * p, top)],
                    2 * t,
                )
                - extrude(hole, 9).move(y=-0.01),
                "stone",
            )
            d.add(
                "battlements", merlons_row(2 * w + 3.2 * p, 0.45, 0.55, 0.6 * t).move(y=top - 0.02, z=0.6 * t), "stone"
            )
            towers = union(
                *(
                    union(
                        lathe(
                            [
                                (0.95 * p, 0),
                                (0.85 * p, 0.3),
                                (0.85 * p, top + 0.4),
                                (1.05 * p, top + 0.7),
                                (1.05 * p, top + 1.1),
                            ]
                        ),
                        box(0.3 * p, 0.45, 0.3).move(x=0.87 * p, y=top + 1.28).around(7),
                    ).move(x=s * (w + 1.7 * p))
                    for s in (1, -1)
                )
            )
            d.add("towers", towers, "stone")
            d.add("band", box(2 * w + 3 * p, 0.14, 2 * t + 0.12).move(y=top - 0.3), "trim")
            if v.open:
                grating = union(
                    *(box(0.09, 0.5 * h, 0.09).move(x=w * (-0.9 + 1.8 * i / v.bars)) for i in range(v.bars + 1)),
                    *(box(2 * w, 0.08, 0.08).move(y=y * h) for y in (-0.2, -0.02, 0.16)),
                ).move(y=0.78 * h)
                d.add("portcullis", grating & extrude([(1.05 * x, y * 1.02) for x, y in hole], 9), "iron")
            else:
                d.add(
                    "doors",
                    extrude([(1.01 * x, y) for x, y in hole], 0.16) - box(0.05, 0.9 * h, 9).move(y=0.45 * h),
                    "door",
                )
                d.add(
                    "hinges",
                    union(
                        *(box(1.6 * w, 0.12, 0.26).move(y=y * h) for y in (0.22, 0.56)),
                        torus(0.12, 0.03).rotate(x=90).move(x=0.2, y=0.4 * h, z=0.1).mirrored(),
                    ),
                    "iron",
                )
        else:
            n = max(3, round(spring / 0.5))
            q = p * 0.55 + w
            piers = [
                box(p, spring / n - 0.03, 2 * t + (0.06 if i % 2 else 0.0), 0.03).move(
                    x=(w + q) / 2 + 0.18 * p, y=spring / n * (i + 0.5)
                )
                for i in range(n)
            ]
            d.add(
                "piers",
                union(
                    union(*piers).mirrored(),
                    box(p - 0.06, spring, 2 * t - 0.06).move(x=(w + q) / 2 + 0.18 * p, y=spring / 2).mirrored(),
                ),
                "stone",
            )
            d.add(
                "core",
                extrude(
                    [(1.02 * w * math.cos(math.pi * i / 16), 1.02 * w * math.sin(math.pi * i / 16)) for i in range(17)]
                    + [
                        (0.98 * q * math.cos(math.pi * i / 16), 0.98 * q * math.sin(math.pi * i / 16))
                        for i in range(16, -1, -1)
                    ],
                    2 * t,
                ).move(y=spring),
                "stone",
            )
            d.add(
                "imposts",
                box(1.2 * p, 0.16, 2 * t + 0.24, 0.03).move(x=(w + q) / 2 + 0.18 * p, y=spring).mirrored(),
                "trim",
            )
            d.add(
                "bases", box(1.3 * p, 0.3, 2 * t + 0.3, 0.04).move(x=(w + q) / 2 + 0.18 * p, y=0.15).mirrored(), "trim"
            )
            if v.portal:
                d.add(
                    "portal",
                    extrude([(1.01 * x, y) for x, y in hole], 0.12)
                    + (torus(0.55 * w, 0.1 * w) + torus(0.26 * w, 0.08 * w))
                    .rotate(x=90)
                    .scale(1, 1.2, 1)
                    .move(y=0.52 * h),
                    "portal",
                )
                d.add(
                    "runes",
                    union(
                        *(
                            box(0.12, 0.12, 2 * t + 0.22)
                            .rotate(z=45)
                            .move(
                                (w + 0.26 * p) * math.cos(math.pi * (i + 0.5) / m),
                                spring + (w + 0.26 * p) * math.sin(math.pi * (i + 0.5) / m),
                            )
                            for i in range(0, m, 2)
                        )
                    ),
                    "portal",
                )
            if v.balls:
                d.add(
                    "finial",
                    union(box(0.5, 0.3, 2 * t * 0.8).move(y=h + 0.62 * p), sphere(0.26).move(y=h + 0.62 * p + 0.34)),
                    "trim",
                )
        if v.lamps:
            x = w + (0.75 * p if not castle else 0.4 * p)
            d.add(
                "lamps",
                lathe([(0.05, 0), (0.1, 0.1), (0.005, 0.34)], smooth=True)
                .move(x=x, y=0.5 * h + 0.18, z=t + 0.2)
                .mirrored(),
                "lamp",
            )
            d.add(
                "lamp_hooks",
                union(
                    cylinder(0.05, 0.4, 0.07).rotate(x=15).move(y=0.02, z=0.16),
                    box(0.1, 0.12, 0.34).move(y=-0.06, z=0.0),
                )
                .move(x=x, y=0.5 * h, z=t)
                .mirrored(),
                "iron",
            )
        if v.ivy:
            d.add(
                "ivy",
                union(
                    *(
                        sphere(0.24, 0.2, 0.14)
                        .roughened(0.03, 0.2, seed=i, octaves=2)
                        .move(-w - 0.6 * p + 0.1 * math.sin(2 * i), 0.2 + 0.24 * i, t)
                        for i in range(int(0.75 * spring / 0.24) + 2)
                    )
                ),
                "ivy",
            )
    d.point("top", (0, h, 0), size=p)
    return d
