"""Shovels, rakes and garden forks."""

from __future__ import annotations

import math

from maquette.shapes.api import Point2, box, cylinder, extrude, lathe, sphere, sweep, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, Whole, family
from maquette.shapes.node import Node
from maquette.shapes.sub.arms import bezier
from maquette.shapes.sub.outlines import bar, rod


@family(
    "shovel",
    "tool",
    nouns={
        "spade": {"blade": "square"},
        "garden spade": {"blade": "square"},
        "snow shovel": {"blade": "wide"},
        "trowel": {"length": 0.35, "handle": "plain"},
        "rake": {"blade": "rake"},
        "garden rake": {"blade": "rake"},
        "garden fork": {"blade": "fork"},
        "coal shovel": {"blade": "wide"},
    },
    parameters=(
        Choice("blade", ("pointed", "square", "wide", "fork", "rake")),
        Choice("handle", ("plain", "d-grip", "tee")),
        Real("length", 1.15, 0.35, 1.5),
        Real("blade_length", 0.27, 0.22, 0.34, unit="", about="share of the length"),
        Real("blade_width", 0.75, 0.6, 0.95, unit="", about="share of its length"),
        Real("radius", 0.017, 0.014, 0.021),
        Real("dish", 0.12, 0.06, 0.2, unit="", about="how deep the blade is, share of its width"),
        Whole("tines", 4, 3, 5),
        Flag("treads", 0.6),
        Flag("rivets", 0.6),
    ),
    slots={
        "blade": ("steel", "iron", "paint:#2c4a34", "paint:#a8281e", "gunmetal"),
        "shaft": ("wood", "oak", "birch", "pine"),
        "handle": ("wood", "plastic:#26282c", "plastic:#c02a22"),
        "trim": ("gunmetal", "steel"),
    },
    words={"pointed": {"blade": "pointed"}, "square": {"blade": "square"}},
    paints={"stick": "shaft", "grip": "handle", "head": "blade"},
    height=(0.3, 1.65),
)
def shovel(v: Values) -> Draft:
    """Stands on its blade."""
    n = v.length
    r = v.radius * (0.55 + 0.45 * min(1.0, n / 1.1))
    d = Draft(extent=n)
    h = v.blade_length * n
    w = v.blade_width * h * (1.5 if v.blade == "wide" else 1.0)
    t = max(0.009, 0.01 * n)
    a = w / 2
    if v.blade in ("pointed", "square", "wide"):
        shape: list[Point2]
        if v.blade == "pointed":
            shape = [
                *bezier((0, 0), (0.7 * a, 0.12 * h), (1.05 * a, 0.45 * h), (a, 0.9 * h)),
                *bezier((0.95 * a, 1.0 * h), (0.5 * a, 1.0 * h), (0, 1.06 * h)),
            ]
            shape += [(-x, y) for x, y in reversed(shape[1:-1])]
        else:
            shape = [
                (-0.92 * a, 0),
                (0.92 * a, 0),
                (a, 0.9 * h),
                (0.8 * a, 0.98 * h),
                (-0.8 * a, 0.98 * h),
                (-a, 0.9 * h),
            ]
        q = v.dish * w
        big = (a * a + q * q) / (2 * q)
        arc = [math.asin(min(0.98, 1.1 * a / big)) * (i / 10 - 1) for i in range(21)]
        shell = (
            extrude(
                [
                    *((big * math.sin(k), big * math.cos(k) - big) for k in arc),
                    *(((big - t) * math.sin(k), (big - t) * math.cos(k) - big) for k in reversed(arc)),
                ],
                3 * h,
            )
            .rotate(x=90)
            .move(y=h)
        )
        d.add("blade", (extrude(shape, 4 * w) & shell).mirror("z"), "blade")
        if v.treads and v.blade != "wide":
            d.add(
                "treads",
                box(0.62 * a, 0.02 * n, 0.035, 0.004).move(0.62 * a, 0.965 * h, q * 0.42).mirrored("x"),
                "blade",
            )
        low = 0.55 * h
    elif v.blade == "fork":
        k = v.tines
        tine: list[Node] = [
            sweep(
                [
                    ((2 * i / (k - 1) - 1) * a, (1.0 - 0.08 * (2 * i / (k - 1) - 1) ** 2) * h, 0),
                    ((2 * i / (k - 1) - 1) * a, 0.5 * h, 0.03 * n),
                    ((2 * i / (k - 1) - 1) * a, 0, 0.015 * n),
                ],
                [0.011, 0.01, 0.004],
            )
            for i in range(k)
        ]
        d.add(
            "blade",
            union(*tine, rod((-a, 0.92 * h, 0), (0, 1.0 * h, 0), (a, 0.92 * h, 0), radius=0.012, round_ends=True)),
            "blade",
        )
        low = 0.93 * h
    else:
        count = 2 * v.tines + 4
        wide = 0.36 * min(1.0, n / 1.1)
        drop = 0.07 * min(1.0, n / 1.1)
        tines = [
            sweep(
                [
                    ((2 * i / (count - 1) - 1) * wide / 2, drop, 0.0),
                    ((2 * i / (count - 1) - 1) * wide / 2, 0.8 * drop, 0.04),
                    ((2 * i / (count - 1) - 1) * wide / 2, 0, 0.055),
                ],
                [0.007, 0.007, 0.004],
            )
            for i in range(count)
        ]
        d.add(
            "blade", union(*tines, bar((-wide / 2 - 0.01, drop, 0), (wide / 2 + 0.01, drop, 0), 0.024, 0.02)), "blade"
        )
        low = drop
        h = 0.5 * h
    d.add("shaft", sweep([(0, max(low, 0.75 * h), 0), (0, n - 0.08 * n, 0)], r), "shaft")
    d.add(
        "socket",
        lathe([(0.5 * r, low), (1.5 * r, low + 0.15 * h), (1.35 * r, h + 0.16 * n), (0.9 * r, h + 0.17 * n)]),
        "blade",
    )
    if v.rivets:
        d.add("rivets", union(*(sphere(0.35 * r).move(0, h + k * n, 1.36 * r) for k in (0.08, 0.13))), "trim")
    if v.handle == "d-grip":
        k = min(0.055, 0.06 * n)
        d.add(
            "handle",
            union(
                rod(
                    (0, n - 2.6 * k, 0), (0.7 * k, n - 1.8 * k, 0), (k, n - 0.3 * k, 0), radius=0.6 * r, round_ends=True
                ).mirrored("x"),
                cylinder(0.75 * r, 2.2 * k, bevel=0.1 * r).rotate(z=90).move(y=n - 0.3 * k),
                sphere(1.25 * r).move(y=n - 2.6 * k),
            ),
            "handle",
        )
    elif v.handle == "tee":
        d.add(
            "handle",
            union(
                sweep([(-0.06, 0, 0), (0, 0, 0), (0.06, 0, 0)], [0.95 * r, 1.1 * r, 0.95 * r], round_ends=True).move(
                    y=n - 1.1 * r
                ),
                cylinder(1.3 * r, 0.1 * n, bevel=0.2 * r).move(y=n - 0.055 * n),
            ),
            "handle",
        )
    else:
        d.add(
            "handle",
            lathe(
                [
                    (0.9 * r, n - 0.16 * n),
                    (1.2 * r, n - 0.14 * n),
                    (1.15 * r, n - 0.04 * n),
                    (1.3 * r, n - 0.015 * n),
                    (0.7 * r, n),
                ]
            ),
            "handle",
        )
    d.point("grip", (0, 0.75 * n, 0), size=2 * r)
    d.point("top", (0, n, 0), size=2 * r)
    return d
