"""Wheelbarrows."""

from __future__ import annotations

import math

from maquette.shapes.api import Point3, box, hull, sweep, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, Whole, family
from maquette.shapes.node import Node
from maquette.shapes.sub.outlines import rod
from maquette.shapes.sub.sidewise import axle
from maquette.shapes.sub.wheels import rim, tyre


@family(
    "wheelbarrow",
    "tool",
    nouns={"barrow": {}, "garden cart": {}, "garden barrow": {"load": "soil"}},
    parameters=(
        Real("length", 1.35, 1.15, 1.55),
        Real("width", 0.6, 0.5, 0.72),
        Real("depth", 0.26, 0.2, 0.34, about="of the tray"),
        Real("wheel_radius", 0.19, 0.15, 0.24),
        Real("height", 0.58, 0.5, 0.66, about="of the grips"),
        Choice("load", ("none", "soil", "bricks", "hay")),
        Whole("spokes", 5, 4, 7),
        Real("tube", 0.018, 0.015, 0.023),
        Flag("braces", 0.7),
    ),
    slots={
        "tray": ("paint:#2f6f3a", "paint:#b8281e", "paint:#1f5fb0", "steel", "planks"),
        "frame": ("gunmetal", "pine", "steel", "paint:#26282c"),
        "tyre": ("rubber",),
        "rim": ("paint:#c0341f", "steel", "paint:#e0a81c"),
        "grip": ("rubber", "rubber:#c02a22"),
        "load": ("soil", "brick:#9a4a36", "thatch"),
    },
    words={
        "soil": {"load": "soil"},
        "dirt": {"load": "soil"},
        "bricks": {"load": "bricks"},
        "hay": {"load": "hay"},
        "empty": {"load": "none"},
    },
    paints={"body": "tray", "wheel": "tyre", "handles": "grip"},
    height=(0.45, 1.0),
)
def wheelbarrow(v: Values) -> Draft:
    """Its wheel goes first, toward +z."""
    n, w, q, r, t = v.length, v.width, v.depth, v.wheel_radius, v.tube
    d = Draft(extent=n)
    wz = 0.5 * n - r
    base = 0.34
    rows = [(base, 0.26 * w, -0.1 * n, 0.18 * n), (base + q, 0.5 * w, -0.2 * n, 0.42 * n)]

    def prism(out: float, low: float, high: float) -> Node:
        pts: list[Point3] = []
        for y, half, a, b in ((rows[0][0] + low, *rows[0][1:]), (rows[1][0] + high, *rows[1][1:])):
            pts += [(s * (half + out), y, z) for s in (1, -1) for z in (a - out, b + out)]
        return hull(pts)

    d.add("tray", prism(0, 0, 0) - prism(-0.018, 0.02, 0.02), "tray")
    y1, h1, a1, b1 = rows[1]
    d.add(
        "lip",
        rod((h1, y1, a1), (h1, y1, b1), (-h1, y1, b1), (-h1, y1, a1), radius=0.014, smooth=False, closed=True),
        "tray",
    )
    for name, s in (("left", 1), ("right", -1)):
        path = [
            (s * 0.06, r, wz),
            (s * 0.1, base - 0.02 - 0.04, 0.2 * n),
            (s * 0.24 * w, base - 0.012, -0.05 * n),
            (s * 0.4 * w, v.height, -0.48 * n),
        ]
        d.add(f"pole_{name}", sweep(path, t, smooth=False), "frame", group="frame")
        a, b = path[3], path[2]
        d.add(
            f"grip_{name}",
            sweep([a, tuple(a[i] + 0.22 * (b[i] - a[i]) for i in range(3))], 1.35 * t, round_ends=True),
            "grip",
            group="grips",
        )
        leg = sweep(
            [
                (s * 0.25 * w, base + 0.02, -0.06 * n),
                (s * 0.28 * w, 0.02, -0.14 * n),
                (s * 0.28 * w, 0.012, -0.2 * n),
                (s * 0.36 * w, base + 0.1, -0.25 * n),
            ],
            0.8 * t,
            smooth=False,
        )
        d.add(f"leg_{name}", leg, "frame", group="legs")
        if v.braces:
            d.add(
                f"brace_{name}",
                rod((s * 0.07, r + 0.03, wz - 0.02), (s * 0.3 * w, base + 0.75 * q, 0.32 * n), radius=0.6 * t),
                "frame",
                group="braces",
            )
    d.add("axle", axle(0.8 * t, 0.16, r, wz), "frame")
    d.add("wheel", tyre(r, 0.085, tread=0).move(0, r, wz), "tyre")
    d.add("rim", union(rim(r, 0.085, v.spokes), rim(r, 0.085, v.spokes).mirror("x")).move(0, r, wz), "rim")
    d.add(
        "cross",
        union(
            rod((-0.25 * w, base - 0.01, -0.06 * n), (0.25 * w, base - 0.01, -0.06 * n), radius=0.7 * t),
            rod((-0.28 * w, 0.15, -0.111 * n), (0.28 * w, 0.15, -0.111 * n), radius=0.6 * t),
            rod((-0.12, base - 0.045, 0.16 * n), (0.12, base - 0.045, 0.16 * n), radius=t),
        ),
        "frame",
    )
    if v.load in ("soil", "hay"):
        heap = hull(
            [
                *(
                    (0.4 * w * math.cos(k), y1 - 0.06, 0.11 * n + 0.26 * n * math.sin(k))
                    for k in [math.tau * i / 20 for i in range(20)]
                ),
                *(
                    (0.26 * w * math.cos(k), y1 + 0.1, 0.11 * n + 0.15 * n * math.sin(k))
                    for k in [math.tau * i / 14 for i in range(14)]
                ),
                (0.02, y1 + 0.15, 0.1 * n),
            ]
        )
        d.add("load", union(heap.roughened(0.02, 0.12, v.seed), prism(-0.012, 0.012, -0.03)), "load")
    elif v.load == "bricks":
        rng = v.rng("bricks")
        stack = [
            box(0.2, 0.065, 0.1, 0.005).rotate(y=float(rng.uniform(-8, 8))).move(x, base + 0.05 + 0.062 * k, 0.0 + z)
            for k in range(int(q / 0.062) + 1)
            for x in (-0.105, 0.105)
            for z in (-0.01, 0.1)
        ]
        d.add("load", union(*stack, prism(-0.012, 0.012, 0.06 - q)), "load")
    d.point("top", (0, y1, 0.1 * n), size=w)
    return d
