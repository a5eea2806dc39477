"""Bridge: across from left to right: arches of stone, planks on trestles, a rope bridge or a suspension bridge."""

from __future__ import annotations

import math

from maquette.shapes.api import box, cone, cylinder, extrude, sphere, sweep, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, Whole, family
from maquette.shapes.sub.foliage import rock
from maquette.shapes.sub.palettes import MASONRY


@family(
    "bridge",
    "building",
    nouns={
        "stone bridge": {"kind": "stone"},
        "wooden bridge": {"kind": "wooden"},
        "rope bridge": {"kind": "rope"},
        "suspension bridge": {"kind": "suspension"},
        "footbridge": {"kind": "wooden", "length": 6},
        "drawbridge": {"kind": "wooden"},
        "garden bridge": {"kind": "wooden", "rise": 0.2},
    },
    parameters=(
        Choice("kind", ("stone", "wooden", "rope", "suspension")),
        Real("length", 9, 6, 13),
        Real("width", 2.4, 1.8, 3.2),
        Real("height", 2.2, 1.6, 3.0),
        Real("rise", 0.12, 0.03, 0.2, unit=""),
        Whole("arches", 2, 1, 3),
        Whole("posts", 6, 4, 9),
        Real("rail_height", 0.9, 0.75, 1.1),
        Flag("lanterns", 0.5),
        Flag("rocks", 0.6),
        Flag("ivy", 0.3),
    ),
    slots={
        "stone": MASONRY,
        "deck": ("planks", "oak", "stone"),
        "rail": ("oak", "walnut", "paint:#a8322a"),
        "rope": ("rope",),
        "steel": ("paint:#b5402f", "steel", "paint:#4f6f8a"),
        "lantern": ("glow:#ffc35a",),
        "metal": ("iron",),
        "ivy": ("leaf", "moss"),
        "rock": ("stone", "granite"),
    },
    words={
        "lanterns": {"lanterns": True},
        "railing": {},
        "arches": {"kind": "stone"},
        "rope": {"kind": "rope"},
        "ivy": {"ivy": True},
    },
    paints={"planks": "deck", "railing": "rail", "ropes": "rope", "towers": "steel"},
    height=(1.6, 11),
)
def bridge(v: Values) -> Draft:
    """Across from left to right: arches of stone, planks on trestles, a rope bridge or a suspension bridge."""
    n, w, h, rise = v.length / 2, v.width / 2, v.height, v.rise * v.length
    k = v.kind
    if k == "suspension":
        n, w, h = 1.6 * n, 1.2 * w, 1.3 * h
    d = Draft(extent=2.2 * n)
    sag = -0.09 * n if k == "rope" else rise * (0.4 if k == "suspension" else 1)

    def y_at(x: float) -> float:
        return float(h + sag * (1 - (x / n) ** 2))

    xs = [n * (-1 + 2 * i / 16) for i in range(17)]
    if k == "stone":
        deck = [(x, y_at(x)) for x in xs]
        body = extrude([*deck, (n, 0.0), (-n, 0.0)], 2 * w)
        span = 2 * n * 0.86 / v.arches
        for i in range(v.arches):
            x = -0.86 * n + span * (i + 0.5)
            a, tall = 0.41 * span, min(0.8 * h, y_at(x) - 0.45)
            hole = extrude(
                [(a * math.cos(math.pi * j / 14), tall * math.sin(math.pi * j / 14)) for j in range(15)]
                + [(-a, -1.0), (a, -1.0)],
                4 * w,
            )
            body = body - hole.move(x=x)
            ring = [
                (q * a * math.cos(math.pi * j / 14), (tall + (q - 1) * a) * math.sin(math.pi * j / 14))
                for q, js in ((1.0, range(15)), (1.16, range(14, -1, -1)))
                for j in js
            ]
            d.add(f"arch_{i + 1}", extrude(ring, 2 * w + 0.16).move(x=x), "rock", group="arches")
        d.add("body", body, "stone")
        wall = (
            extrude([*deck, *((x, y + 0.75 * v.rail_height) for x, y in deck[::-1])], 0.28)
            .move(z=w - 0.14)
            .mirrored("z")
        )
        cap = (
            sweep(
                [(x, y_at(x) + 0.75 * v.rail_height, 0) for x in xs],
                profile=[(-0.2, -0.06), (0.2, -0.06), (0.2, 0.06), (-0.2, 0.06)],
            )
            .move(z=w - 0.14)
            .mirrored("z")
        )
        d.add("parapets", union(wall, cap), "stone")
        d.add(
            "pillars",
            union(
                *(
                    box(0.5, v.rail_height + 0.3, 0.5, 0.03).move(s * (n - 0.25), h + v.rail_height / 2, q * (w - 0.14))
                    for s in (1, -1)
                    for q in (1, -1)
                )
            ),
            "rock",
        )
        d.add(
            "deck",
            extrude(
                [*((x * 0.995, y - 0.1) for x, y in deck), *((x * 0.995, y + 0.06) for x, y in deck[::-1])], 2 * w - 0.5
            ),
            "deck",
        )
    else:
        m = int(2 * n / 0.34)
        boards = []
        for i in range(m):
            x = n * (-1 + (2 * i + 1) / m)
            slope = math.degrees(math.atan2(-2 * sag * x / n / n, 1))
            boards.append(box(0.29, 0.08, 2 * w, 0.012).rotate(z=slope).move(x, y_at(x), 0))
        beam = (
            sweep(
                [(x, y_at(x) - 0.09, 0) for x in xs],
                profile=[(-0.07, -0.07), (0.07, -0.07), (0.07, 0.07), (-0.07, 0.07)],
            )
            .move(z=0.75 * w)
            .mirrored("z")
        )
        d.add("deck", union(*boards), "deck")
        d.add("beams", beam, "rope" if k == "rope" else "rail" if k == "wooden" else "steel")
        zr = w - 0.08
        if k == "suspension":
            for s, side in ((1, "left"), (-1, "right")):
                x, tall = s * 0.55 * n, h + 0.42 * n
                tower = union(
                    *(box(0.4, tall, 0.4, 0.03).move(x, tall / 2, q * w) for q in (1, -1)),
                    *(box(0.34, 0.34, 2 * w).move(x, y) for y in (tall - 0.3, h - 0.3, h + 0.55 * (tall - h))),
                )
                d.add(f"tower_{side}", tower, "steel", group="towers")
                d.add(f"pier_{side}", box(1.2, 0.6 * h, 2 * w + 1.2, 0.08).move(x, 0.3 * h), "stone", group="piers")
            tall, e = h + 0.42 * n, w - 0.02  # just within the edge of the deck
            mid = [
                (0.55 * n * t, y_at(0) + 0.4 + (tall - y_at(0) - 0.5) * t * t, e)
                for t in (-1, -0.75, -0.5, -0.25, 0, 0.25, 0.5, 0.75, 1)
            ]
            ends = [sweep([(s * 0.55 * n, tall - 0.1, e), (s * 0.98 * n, y_at(n) + 0.1, e)], 0.09) for s in (1, -1)]
            hang = [sweep([(x, y_at(x) - 0.05, e), (x, y, e)], 0.045, sides=6) for x, y, _ in mid[1:-1]] + [
                sweep(
                    [
                        (s * n * (0.55 + 0.43 * t), y_at(n * 0.75) - 0.1, e),
                        (s * n * (0.55 + 0.43 * t), tall - 0.1 - (tall - h) * t, e),
                    ],
                    0.045,
                    sides=6,
                )
                for s in (1, -1)
                for t in (0.3, 0.6)
            ]
            d.add(
                "cables",
                union(
                    sweep(mid, 0.09), *ends, *hang, sweep([(x, y_at(x) - 0.06, w - 0.05) for x in xs], 0.09)
                ).mirrored("z"),
                "metal",
            )
            d.add("ends", box(0.9, h + 0.1, 2 * w + 0.6, 0.06).move(x=n, y=h / 2).mirrored(), "stone")
        else:
            px = [n * (-0.97 + 1.94 * i / (v.posts - 1)) for i in range(v.posts)]
            posts = (
                union(
                    *(
                        box(0.12, v.rail_height + 0.25, 0.12, 0.015).move(x, y_at(x) + v.rail_height / 2 - 0.1, q * zr)
                        for x in px
                        for q in (1, -1)
                    )
                )
                if k == "wooden"
                else union(
                    *(
                        sweep(
                            [(x, y_at(x) - 0.05, q * zr), (x, y_at(x) + v.rail_height + 0.02, q * zr)], 0.026, sides=6
                        )
                        for x in px
                        for q in (1, -1)
                    )
                )
            )
            d.add("posts", posts, "rail" if k == "wooden" else "rope")
            rails = union(
                *(
                    sweep(
                        [(x, y_at(x) + t * v.rail_height, 0) for x in xs], 0.05 if k == "wooden" else 0.035, sides=8
                    ).move(z=q * zr)
                    for t in (0.5, 1.0)
                    for q in (1, -1)
                )
            )
            d.add("rails", rails, "rail" if k == "wooden" else "rope")
            if k == "wooden":
                legs = [0.86 * n, 0.3 * n]
                d.add(
                    "trestles",
                    union(
                        *(
                            box(0.2, y_at(x) - 0.0, 0.2).rotate(x=q * 5).move(s * x, (y_at(x) - 0.06) / 2, q * 0.8 * w)
                            for x in legs
                            for s in (1, -1)
                            for q in (1, -1)
                        ),
                        *(box(0.14, 0.14, 2 * w).move(s * x, 0.55 * h) for x in legs for s in (1, -1)),
                    ),
                    "rail",
                )
            else:
                d.add(
                    "ends",
                    union(
                        *(
                            cylinder(0.12, h + 1.4).move(s * (n + 0.05), (h + 1.4) / 2, q * zr)
                            for s in (1, -1)
                            for q in (1, -1)
                        )
                    ),
                    "rail",
                )
                d.add(
                    "cliffs",
                    union(
                        *(
                            (
                                rock(v.rng(f"cliff {s}"), 1.1, 0.62 * h, w + 0.8, 0.0, 30, 0.15).move(
                                    s * (n + 0.9), 0.45 * h
                                )
                                & box(99, h - 0.02, 99).move(y=h / 2)
                            )
                            for s in (1, -1)
                        )
                    ),
                    "rock",
                )
    if v.lanterns:
        spots = [
            (s * (n - 0.25 if k == "stone" else 0.97 * n), q * (w - (0.14 if k == "stone" else 0.08)))
            for s in (1, -1)
            for q in (1, -1)
        ]
        y = h + v.rail_height + (0.28 if k == "stone" else 0.1)
        if k in ("stone", "wooden"):
            d.add(
                "lanterns",
                union(*(cylinder(0.11, 0.26, 0.13, sides=6).move(x, y + 0.26, q) for x, q in spots)),
                "lantern",
            )
            d.add(
                "lantern_posts",
                union(
                    *(
                        union(
                            cylinder(0.05, 0.4).move(y=0.0),
                            cylinder(0.14, 0.05).move(y=0.13),
                            cone(0.2, 0.16, 6).move(y=0.46),
                        ).move(x, y, q)
                        for x, q in spots
                    )
                ),
                "metal",
            )
    if v.rocks and k == "stone":
        rng = v.rng("rocks")
        d.add(
            "rocks",
            union(
                *(
                    (rock(rng, 0.5, 0.4, 0.45, 0.04, 18).move(y=0.12) - box(9, 4, 9).move(y=-2)).move(
                        s * 0.95 * n, 0, q * (w + 0.1)
                    )
                    for s in (1, -1)
                    for q in (1, -1)
                )
            ),
            "rock",
        )
    if v.ivy and k == "stone":
        d.add(
            "ivy",
            union(
                *(
                    sphere(0.4, 0.35, 0.14)
                    .roughened(0.05, 0.3, seed=i, octaves=2)
                    .move(0.86 * n - 0.2 * i, 0.5 + 0.38 * i, w + 0.02)
                    for i in range(4)
                )
            ),
            "ivy",
        )
    d.point("top", (0, y_at(0), 0), size=w)
    return d
