"""Carrots and other roots."""

from __future__ import annotations

import math

from maquette.shapes.api import lathe, sphere, sweep, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Flag, Real, Values, Whole, family
from maquette.shapes.node import Node
from maquette.shapes.sub.palettes import GREENS


@family(
    "carrot",
    "food",
    nouns={"carrots": {}, "parsnip": {}, "radish": {"length": 0.12, "taper": 0.05}, "beet": {"length": 0.12}},
    parameters=(
        Real("length", 0.18, 0.12, 0.23),
        Real("radius", 0.023, 0.019, 0.029),
        Real("taper", 0.16, 0.05, 0.3, unit="", about="tip, share of the top"),
        Whole("rings", 9, 5, 14),
        Real("bend", 8, -15, 20, unit="deg"),
        Whole("leaves", 7, 4, 9),
        Real("leaf_length", 0.55, 0.35, 0.8, unit="", about="share of the length"),
        Real("leaf_spread", 22, 12, 34, unit="deg"),
        Flag("lying", 0.55),
        Flag("root", 0.6),
    ),
    slots={
        "body": ("plastic:#e8761f", "plastic:#f08a2c", "plastic:#d9661a", "plastic:#8a3a6a"),
        "line": ("paint:#b85412", "paint:#a8480f"),
        "leaf": GREENS,
    },
    words={"lying": {"lying": True}, "standing": {"lying": False}},
    paints={"leaves": "leaf", "greens": "leaf", "top": "leaf"},
    height=(0.03, 0.42),
)
def carrot(v: Values) -> Draft:
    """A root with rings and feathery greens."""
    n, r = v.length, v.radius
    d = Draft(extent=n * (1 + v.leaf_length))

    def at(t: float) -> float:
        return float(
            r * (v.taper + (1 - v.taper) * t**0.75) * (1.0 if t < 0.93 else 1 - 0.35 * ((t - 0.93) / 0.07) ** 2)
        )

    points = [(at(i / 14), n * (0.02 + 0.98 * i / 14)) for i in range(15)]
    body = lathe([(0.0, 0.0), *points, (0.0, 0.985 * n)], smooth=True)
    rng = v.rng("rings")
    lines = []
    for i in range(v.rings):
        t = 0.12 + 0.78 * (i + 0.5) / v.rings
        q = at(t)
        lines.append(
            sphere(0.55 * q, 0.012 * n * 0.6, 0.12 * q)
            .move(0, n * (0.02 + 0.98 * t), 0.96 * q)
            .rotate(y=float(rng.uniform(0, 360)))
        )
    parts: list[tuple[str, Node, str]] = [("body", body.bent(v.bend, "y", "x"), "body")]
    # The bend of a solid is measured over its own length: a speck at each end gives the rings that of the root.
    specks = [sphere(0.0006).move(y=0.0006), sphere(0.0006).move(y=0.98 * n)]
    parts.append(("rings", union(*lines, *specks).bent(v.bend, "y", "x"), "line"))
    if v.root:
        parts.append(
            (
                "root",
                sweep(
                    [(0, 0.02 * n, 0), (0.0, -0.05 * n, 0), (0.02 * n, -0.12 * n, 0)],
                    [0.7 * v.taper * r + 0.0012, 0.0012, 0.001],
                    sides=6,
                ),
                "body",
            )
        )
    a = math.radians(v.bend)
    tx, ty = (n * (1 - math.cos(a)) / a, n * math.sin(a) / a) if abs(a) > 1e-3 else (0.0, n)
    greens = []
    m = v.leaf_length * n
    for i in range(v.leaves):
        tilt = v.leaf_spread * (0.35 + 0.65 * ((i * 3) % v.leaves) / v.leaves)
        stalk: list[Node] = [
            sweep(
                [(0, -0.05 * m, 0), (0, 0.5 * m, 0.02 * m), (0, m, 0.12 * m)],
                [0.024 * m + 0.0008, 0.018 * m + 0.0006, 0.01 * m + 0.0005],
                sides=6,
            )
        ]
        for k in range(5):
            y = m * (0.4 + 0.13 * k)
            z = 0.12 * m * (y / m) ** 2
            stalk.append(sphere(0.16 * m * (1.1 - 0.12 * k), 0.05 * m, 0.035 * m).move(y=y, z=z))
        stalk.append(sphere(0.06 * m, 0.09 * m, 0.04 * m).move(y=m, z=0.12 * m))
        greens.append(union(*stalk).rotate(x=tilt).rotate(y=360 * i / v.leaves))
    parts.append(
        (
            "leaves",
            union(sphere(0.35 * r, 0.25 * r, 0.35 * r), *greens).rotate(z=-v.bend).move(tx, ty - 0.03 * n, 0),
            "leaf",
        )
    )
    low = 0.12 * n if v.root else 0.0
    for name, solid, slot in parts:
        solid = (
            solid.rotate(z=90)
            .scale(1, 0.5 if name == "leaves" else 1, 1)
            .rotate(y=35)
            .move(0.35 * n, 0.84 * r, -0.3 * n)
            if v.lying
            else solid.move(y=low)
        )
        d.add(name, solid, slot)
    d.point("top", (0, 2 * r if v.lying else n + low, 0), size=r)
    return d
