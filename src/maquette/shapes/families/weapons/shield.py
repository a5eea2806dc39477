"""Shields."""

from __future__ import annotations

import math

from maquette.shapes.api import Point2, cone, extrude, intersection, lathe, sphere, sweep, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, Whole, family
from maquette.shapes.node import Node
from maquette.shapes.sub.arms import bezier, star
from maquette.shapes.sub.outlines import ellipse, rounded_rectangle


@family(
    "shield",
    "weapon",
    nouns={
        "round shield": {"shape": "round"},
        "kite shield": {"shape": "kite"},
        "tower shield": {"shape": "tower"},
        "knight shield": {"shape": "heater"},
        "viking shield": {"shape": "round", "emblem": "planks"},
        "buckler": {"shape": "round", "height": 0.45},
        "roman shield": {"shape": "tower", "emblem": "wings"},
        "scutum": {"shape": "tower", "emblem": "wings"},
        "heater shield": {"shape": "heater"},
        "spartan shield": {"shape": "round", "emblem": "chevron"},
        "hoplite shield": {"shape": "round", "emblem": "chevron"},
    },
    parameters=(
        Choice("shape", ("heater", "round", "kite", "tower")),
        Choice("emblem", ("cross", "chevron", "star", "stripes", "quarters", "wings", "planks", "none")),
        Real("height", 0.8, 0.45, 1.15),
        Real("width", 0.82, 0.7, 0.92, unit="", about="share of the height"),
        Real("thickness", 0.022, 0.018, 0.03),
        Real("curve", 0.9, 0.7, 1.4, unit="", about="radius of its curve, times the height"),
        Real("rim", 0.028, 0.02, 0.04, about="width of the rim"),
        Flag("boss", 0.55, about="a dome in the middle"),
        Whole("rivets", 12, 8, 20),
        Flag("spike", 0.15),
    ),
    slots={
        "face": ("paint:#a8221e", "paint:#1f4486", "paint:#e0d8c4", "paint:#22382c", "planks", "steel"),
        "emblem": ("paint:#e8b93a", "gold", "paint:#f0ece0", "paint:#20242c"),
        "rim": ("steel", "iron", "gold", "brass", "gunmetal"),
        "strap": ("leather",),
    },
    words={
        "cross": {"emblem": "cross"},
        "star": {"emblem": "star"},
        "stripes": {"emblem": "stripes"},
        "boss": {"boss": True},
        "round": {"shape": "round"},
        "spiked": {"spike": True, "boss": True},
        "plain": {"emblem": "none"},
    },
    paints={"boss": "rim", "trim": "rim", "cross": "emblem", "star": "emblem", "border": "rim"},
    height=(0.4, 1.25),
)
def shield(v: Values) -> Draft:
    """Stands on its lower edge, its face toward +z."""
    h = v.height
    w = h if v.shape == "round" else v.width * h * {"heater": 1.0, "kite": 0.68, "tower": 0.72}[v.shape]
    d = Draft(extent=h)
    t, big = v.thickness, v.curve * h
    y = h / 2

    def outline(grow: float) -> list[Point2]:
        a, b = w / 2 + grow, h / 2 + grow
        if v.shape == "round":
            return ellipse(b, b, 56)
        if v.shape == "tower":
            return rounded_rectangle(2 * a, 2 * b, 0.16 * w, 5)
        if v.shape == "kite":
            right = [
                *bezier((0, -b), (0.75 * a, -0.45 * b), (1.05 * a, 0.1 * b), (a, 0.42 * b)),
                *bezier((a, 0.42 * b), (0.95 * a, b), (0.2 * a, b), (0, b))[1:-1],
            ]
        else:
            right = [
                *bezier((0, -b), (0.6 * a, -0.75 * b), (a, -0.3 * b), (a, 0.2 * b)),
                (a, 0.82 * b),
                *bezier((a, 0.86 * b), (0.5 * a, 0.8 * b), (0, b), steps=6)[:-1],
            ]
        return [*right, (0, b), *[(-x, yy) for x, yy in reversed(right[1:])]] if right[0][0] == 0 else right

    def skin(shape: list[Point2], low: float, high: float, holes: list[list[Point2]] | None = None) -> Node:
        # A slab between two spheres (round) or two upright cylinders, cut out by an outline.
        if v.shape == "round":
            curved: Node = lathe(
                [
                    (x, math.sqrt((big + k) ** 2 - x * x) - big)
                    for k, xs in (
                        (low, [0.62 * h * i / 16 for i in range(17)]),
                        (high, [0.62 * h * (16 - i) / 16 for i in range(17)]),
                    )
                    for x in xs
                ]
            ).rotate(x=90)
        else:
            curved = (
                extrude(
                    [
                        ((big + k) * math.sin(a), (big + k) * math.cos(a) - big)
                        for k, turn in ((low, range(17)), (high, range(16, -1, -1)))
                        for a in [math.radians(-52 + 6.5 * i) for i in turn]
                    ],
                    1.2 * h,
                )
                .rotate(x=-90)
                .mirror("z")
            )
        return intersection(extrude(shape, 2 * big, holes=holes or ()), curved)

    d.add("face", skin(outline(-0.3 * v.rim), -t, 0).move(y=y), "face")
    d.add("rim", skin(outline(0), -1.3 * t, 0.45 * t, [outline(-v.rim)]).move(y=y), "rim")
    a, b = w / 2 - 0.6 * v.rim, h / 2 - 0.6 * v.rim
    inside = outline(-0.6 * v.rim)
    bits: list[list[Point2]] = []
    mid = 0.12 * h if v.shape in ("kite", "heater") else 0.0
    if v.emblem == "cross":
        bits = [
            [(-0.09 * w, -b), (0.09 * w, -b), (0.09 * w, b), (-0.09 * w, b)],
            [(-a, mid - 0.09 * w), (a, mid - 0.09 * w), (a, mid + 0.09 * w), (-a, mid + 0.09 * w)],
        ]
    elif v.emblem == "chevron":
        bits = [[(-a, -0.3 * b), (0, 0.3 * b), (a, -0.3 * b), (a, -0.62 * b), (0, 0.0), (-a, -0.62 * b)]]
    elif v.emblem == "star":
        bits = [[(x, yy + mid) for x, yy in star(0.34 * w, 5 if v.shape != "round" else 8, 0.4)]]
    elif v.emblem == "stripes":
        bits = [
            [(x - 0.075 * w, -b), (x + 0.075 * w, -b), (x + 0.075 * w, b), (x - 0.075 * w, b)]
            for x in (-0.3 * w, 0, 0.3 * w)
        ]
    elif v.emblem == "quarters":
        bits = [[(0, mid), (a, mid), (a, b), (0, b)], [(-a, -b), (0, -b), (0, mid), (-a, mid)]]
    elif v.emblem == "wings":
        for s in (1, -1):
            for k in range(3):
                y0 = 0.12 - 0.1 * k
                feather = [
                    *bezier((0.03, y0), (0.2, y0 + 0.02), (0.33 - 0.05 * k, y0 + 0.18 - 0.03 * k)),
                    *bezier((0.36 - 0.06 * k, y0 + 0.08 - 0.03 * k), (0.24, y0 - 0.07), (0.03, y0 - 0.06)),
                ]
                bits.append([(s * x * w, yy * h + mid) for x, yy in feather])
        bits.append(
            [
                (x * w, yy * h + mid)
                for x, yy in (
                    (-0.03, 0.16),
                    (0.03, 0.16),
                    (0.03, -0.1),
                    (0.12, -0.26),
                    (0, -0.2),
                    (-0.12, -0.26),
                    (-0.03, -0.1),
                )
            ]
        )
    elif v.emblem == "planks":
        bits = [
            [(x - 0.006 * w, -b), (x + 0.006 * w, -b), (x + 0.006 * w, b), (x - 0.006 * w, b)]
            for x in [w * (-0.375 + 0.125 * i) for i in range(7)]
        ]
    for i, bit in enumerate(bits):
        area = sum(p[0] * q[1] - p[1] * q[0] for p, q in zip(bit, bit[1:] + bit[:1], strict=True))
        d.add(
            f"emblem_{i + 1}",
            intersection(skin(bit if area > 0 else bit[::-1], -0.5 * t, 0.3 * t), extrude(inside, 2 * big)).move(y=y),
            "emblem" if v.emblem != "planks" else "rim",
            group="emblem",
        )

    if v.boss or v.emblem == "planks":
        k = 0.13 * w if v.shape != "round" else 0.15 * w
        d.add(
            "boss",
            lathe(
                [
                    (k * 1.35, -0.8 * t),
                    (1.35 * k, 0.25 * t),
                    (1.05 * k, 0.4 * t),
                    (0.9 * k, 0.35 * k),
                    (0.55 * k, 0.62 * k),
                    (0.0, 0.7 * k),
                ]
            )
            .rotate(x=90)
            .move(y=y + mid),
            "rim",
        )
        if v.spike:
            d.add("spike", cone(0.4 * k, 1.3 * k).rotate(x=90).move(y=y + mid, z=1.1 * k), "rim")
    ring = outline(-0.5 * v.rim)
    step = len(ring) / v.rivets
    studs = []
    for i in range(v.rivets):
        x, yy = ring[int(i * step) % len(ring)]
        z = math.sqrt(big**2 - (x * x + yy * yy if v.shape == "round" else x * x)) - big
        studs.append(sphere(0.3 * v.rim).move(x, yy + y, z + 0.45 * t))
    d.add("rivets", union(*studs), "rim")
    for i, s in enumerate((1, -1)):
        x = 0.17 * w * s
        z = math.sqrt(big * big - x * x) - big - t
        d.add(
            f"strap_{i + 1}",
            sweep(
                [
                    (x, y + mid - 0.1 * h, z + 0.3 * t),
                    (x, y + mid - 0.06 * h, z - 0.035),
                    (x, y + mid + 0.06 * h, z - 0.035),
                    (x, y + mid + 0.1 * h, z + 0.3 * t),
                ],
                profile=rounded_rectangle(0.04, 0.012, 0.003, 1),
            ),
            "strap",
            group="straps",
        )
    d.point("grip", (0, y + mid, -t - 0.03), size=0.03)
    d.point("top", (0, h, 0), size=w)
    return d
