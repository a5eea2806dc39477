"""Sushi on a board."""

from __future__ import annotations

import math

from maquette.shapes.api import box, cylinder, extrude, sphere, sweep, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, Whole, family
from maquette.shapes.sub.food import spiral


@family(
    "sushi",
    "food",
    nouns={
        "nigiri": {"kind": "nigiri"},
        "maki": {"kind": "maki"},
        "sushi roll": {"kind": "maki"},
        "onigiri": {"kind": "onigiri"},
        "rice ball": {"kind": "onigiri"},
        "sushi platter": {"pieces": 4},
    },
    parameters=(
        Choice("kind", ("nigiri", "maki", "mixed", "onigiri")),
        Whole("pieces", 3, 1, 4),
        Real("size", 0.055, 0.045, 0.065),
        Real("height", 0.5, 0.42, 0.6, unit="", about="share of the size"),
        Whole("stripes", 5, 3, 6),
        Flag("roe", 0.4),
        Flag("belt", 0.4),
        Flag("board", 0.85),
        Flag("chopsticks", 0.4),
        Flag("wasabi", 0.5),
    ),
    slots={
        "fish": ("plastic:#f08a5a", "plastic:#d8504a", "plastic:#f2b08a"),
        "rice": ("snow:#f4f1e6",),
        "stripe": ("cream:#ffe2cc",),
        "seaweed": ("leaf:#1f3024",),
        "filling": ("plastic:#7ab04a", "plastic:#f0b83a"),
        "roe": ("paint:#f0641e",),
        "board": ("walnut", "bamboo", "paint:#1d1b1e"),
        "wasabi": ("plastic:#9ac05a",),
        "stick": ("paint:#8a1f1c", "bamboo"),
    },
    words={"chopsticks": {"chopsticks": True}, "wasabi": {"wasabi": True, "board": True}, "board": {"board": True}},
    paints={"salmon": "fish", "tuna": "fish", "plate": "board", "chopsticks": "stick"},
    height=(0.02, 0.1),
)
def sushi(v: Values) -> Draft:
    """Pieces in a row on a little board."""
    s = v.size
    rng = v.rng("rice")
    count = v.pieces
    step = 0.86 * s
    wide = count * step + 0.5 * s
    d = Draft(extent=max(wide, 1.9 * s) if v.board else max(count * step, s))
    y = 0.0
    if v.board or count > 1:
        feet = union(
            *(box(0.12 * s, 0.2 * s, 1.3 * s, 0.03 * s).move(k * (wide / 2 - 0.25 * s), 0.1 * s, 0) for k in (1, -1))
        )
        d.add("board", union(box(wide, 0.12 * s, 1.8 * s, 0.04 * s).move(y=0.24 * s), feet), "board")
        y = 0.295 * s
    for i in range(count):
        x = (i - (count - 1) / 2) * step
        kind = v.kind if v.kind != "mixed" else ("nigiri", "maki")[i % 2]
        h = v.height * s
        n = f"_{i + 1}"
        if kind == "nigiri":
            rice = box(0.56 * s, 0.85 * h, 1.05 * s, 0.22 * s, 3)
            d.add("rice" + n, rice.move(x, y + 0.42 * h, 0), "rice", group="rice")
            fish = box(0.6 * s, 0.2 * s, 1.22 * s, 0.085 * s, 3)
            lines = [
                box(0.66 * s, 0.19 * s, 0.025 * s, 0.005 * s)
                .rotate(y=28)
                .move(z=(k - (v.stripes - 1) / 2) * 1.0 * s / v.stripes)
                for k in range(v.stripes)
            ]
            top = y + 0.88 * h
            d.add("fish" + n, fish.bent(0.1, "z", "y").move(x, top, 0), "fish", group="fish")
            d.add(
                "stripes" + n,
                (union(*lines) & box(0.61 * s, 0.206 * s, 1.2 * s, 0.088 * s, 3)).move(x, top, 0),
                "stripe",
                group="stripes",
            )
            if v.belt:
                d.add(
                    "belt" + n,
                    box(0.63 * s, 0.88 * h + 0.12 * s, 0.2 * s, 0.02 * s).move(x, y + 0.5 * (0.88 * h + 0.11 * s), 0),
                    "seaweed",
                    group="seaweed",
                )
        elif kind == "maki":
            r, tall = 0.37 * s, 1.15 * h
            d.add(
                "seaweed" + n,
                cylinder(r, tall, bevel=0.02 * s).move(x, y + tall / 2 - 0.003, 0),
                "seaweed",
                group="seaweed",
            )
            d.add(
                "rice" + n,
                cylinder(0.9 * r, tall + 0.02 * s, bevel=0.02 * s).move(x, y + tall / 2 + 0.01 * s - 0.003, 0),
                "rice",
                group="rice",
            )
            if v.roe:
                d.add(
                    "roe" + n,
                    union(
                        *(sphere(0.075 * s).move(x + a, y + tall + 0.03 * s, b) for a, b in spiral(22, 0.8 * r)),
                        cylinder(0.82 * r, 0.07 * s).move(x, y + tall + 0.02 * s, 0),
                    ),
                    "roe",
                    group="roe",
                )
            else:
                d.add(
                    "fish" + n,
                    box(0.45 * r, 0.1 * s, 0.5 * r, 0.02 * s).move(x - 0.2 * r, y + tall, 0.1 * r),
                    "fish",
                    group="fish",
                )
                d.add(
                    "filling" + n,
                    box(0.35 * r, 0.1 * s, 0.4 * r, 0.02 * s).rotate(y=20).move(x + 0.25 * r, y + tall, -0.15 * r),
                    "filling",
                    group="filling",
                )
        else:
            tri = [(0.0, 0.95 * s), (-0.42 * s, 0.12 * s), (0.42 * s, 0.12 * s)]
            soft = [
                (p[0] + 0.11 * s * math.cos(a), p[1] + 0.11 * s * math.sin(a))
                for p, a0 in zip(tri, (30, 150, 270), strict=True)
                for a in [math.radians(a0 + 24 * k) for k in range(6)]
            ]
            ball = extrude(soft, 0.42 * s, bevel=0.12 * s).roughened(0.012 * s, 0.05 * s, seed=i, octaves=1)
            d.add("rice" + n, ball.rotate(y=25).move(x, y - 0.012 * s, 0), "rice", group="rice")
            d.add(
                "seaweed" + n,
                box(0.36 * s, 0.42 * s, 0.47 * s, 0.02 * s).rotate(y=25).move(x, y + 0.205 * s, 0),
                "seaweed",
                group="seaweed",
            )
    if v.wasabi and (v.board or count > 1):
        d.add(
            "wasabi",
            sphere(0.14 * s, 0.1 * s, 0.13 * s)
            .roughened(0.02 * s, 0.08 * s)
            .move(-wide / 2 + 0.2 * s, y + 0.05 * s, 0.7 * s),
            "wasabi",
        )
    if v.chopsticks and (v.board or count > 1):
        for k, name in ((0, "chopstick_1"), (1, "chopstick_2")):
            d.add(
                name,
                sweep(
                    [(-0.5 * wide, y + 0.03 * s, 0), (0.6 * wide, y + 0.03 * s, 0)],
                    [0.026 * s + 0.0003, 0.045 * s],
                    sides=8,
                )
                .rotate(y=4 * k)
                .move(z=0.78 * s),
                "stick",
                group="chopsticks",
            )
    _ = rng
    d.point("top", (0, y + s, 0), size=s)
    return d
