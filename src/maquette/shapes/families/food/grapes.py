"""Bunches of grapes."""

from __future__ import annotations

import math

from maquette.shapes.api import extrude, lathe, sphere, sweep, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Flag, Real, Values, Whole, family
from maquette.shapes.node import Node
from maquette.shapes.sub.palettes import GREENS


@family(
    "grapes",
    "food",
    nouns={"bunch of grapes": {}, "grape": {}, "currants": {"radius": 0.006}, "blueberries": {}},
    parameters=(
        Real("radius", 0.011, 0.009, 0.014),
        Real("height", 0.17, 0.13, 0.21),
        Real("width", 0.62, 0.5, 0.72, unit="", about="share of the height"),
        Real("taper", 1.0, 0.7, 1.4, unit=""),
        Real("oval", 1.1, 0.95, 1.35, unit=""),
        Whole("leaves", 1, 0, 2),
        Real("leaf_length", 0.09, 0.07, 0.11),
        Real("stem_length", 0.05, 0.035, 0.07),
        Flag("tendril", 0.5),
    ),
    slots={
        "body": ("paint:#5a2a66", "paint:#8a2448", "paint:#9dbb48", "paint:#34305e"),
        "leaf": GREENS,
        "stem": ("bark:#6a4a2a",),
    },
    words={"leaf": {"leaves": 1}, "tendril": {"tendril": True}},
    paints={"leaves": "leaf", "berries": "body", "stalk": "stem"},
    height=(0.12, 0.32),
)
def grapes(v: Values) -> Draft:
    """A cone of berries hanging from a stalk, its tip on the ground."""
    h, r = v.height, v.radius
    d = Draft(extent=h + v.stem_length)
    rng = v.rng("berries")
    wide = 0.5 * v.width * h
    core = lathe(
        [
            (0.1 * r, 0.8 * r),
            (0.35 * wide, 0.3 * h),
            (0.62 * wide, 0.6 * h),
            (0.62 * wide, 0.8 * h),
            (0.2 * wide, 0.93 * h),
        ],
        smooth=True,
    )
    berries: list[Node] = [sphere(r, v.oval * r, r).move(y=v.oval * r)]
    y = v.oval * r + 1.35 * r
    k = 0
    while y < 0.96 * h:
        t = y / h
        ring = (
            wide
            * min(1.0, (t / 0.72) ** (0.8 * v.taper))
            * (1.0 if t < 0.75 else max(0.25, 1 - ((t - 0.75) / 0.27) ** 2))
        )
        ring = max(ring - r, 0.9 * r)
        count = max(3, int(math.tau * ring / (1.75 * r)))
        for i in range(count):
            a = math.tau * (i + 0.5 * (k % 2)) / count
            far = ring * float(rng.uniform(0.93, 1.06))
            berries.append(
                sphere(r, v.oval * r, r).move(
                    far * math.cos(a), y + float(rng.uniform(-0.25, 0.25)) * r, far * math.sin(a)
                )
            )
        y += 1.5 * r
        k += 1
    d.add("berries", union(core, *berries), "body")
    s = v.stem_length
    d.add(
        "stem",
        union(
            sweep([(0, 0.85 * h, 0), (0, h + 0.5 * s, 0), (0.25 * s, h + s, 0)], [0.4 * r, 0.3 * r, 0.34 * r], sides=8),
            sweep([(-0.5 * s, h + 0.85 * s, 0), (0.25 * s, h + s, 0), (s, h + 1.05 * s, 0)], 0.38 * r, sides=8),
        ),
        "stem",
    )
    n = v.leaf_length
    outline = [
        (0, 0),
        (0.22, -0.12),
        (0.45, 0.05),
        (0.36, 0.28),
        (0.55, 0.5),
        (0.3, 0.62),
        (0.0, 1.0),
        (-0.3, 0.62),
        (-0.55, 0.5),
        (-0.36, 0.28),
        (-0.45, 0.05),
        (-0.22, -0.12),
    ]
    for i in range(v.leaves):
        one = (
            extrude([(n * x, n * y0) for x, y0 in outline], 0.035 * n, bevel=0.01 * n)
            .bent(40, "y", "z")
            .rotate(x=62)
            .rotate(y=40 - 110 * i)
        )
        d.add(f"leaf_{i + 1}", one.move(y=h + 0.35 * s), "leaf", group="leaves")
    if v.tendril:
        curl = [
            (0.6 * s + 0.012 * math.cos(q), h + 0.98 * s - 0.0045 * q, 0.012 * math.sin(q))
            for q in [0.9 * i for i in range(14)]
        ]
        d.add("tendril", sweep([(0.2 * s, h + 0.9 * s, 0), *curl], 0.13 * r, sides=6), "leaf")
    d.point("top", (0, h + s, 0), size=wide)
    return d
