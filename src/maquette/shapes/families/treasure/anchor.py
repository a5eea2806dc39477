"""Anchors."""

from __future__ import annotations

import math

from maquette.shapes.api import box, cylinder, extrude, sphere, sweep, torus, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Flag, Real, Values, Whole, family
from maquette.shapes.node import Node
from maquette.shapes.sub.outlines import rounded_rectangle


@family(
    "anchor",
    "treasure",
    nouns={"ship anchor": {}, "boat anchor": {}, "old anchor": {}, "admiralty anchor": {}},
    parameters=(
        Real("height", 1.3, 0.8, 1.8),
        Real("width", 0.72, 0.6, 0.85, unit="", about="share of the height"),
        Real("thickness", 0.04, 0.032, 0.052, unit="", about="share of the height"),
        Real("sag", 0.26, 0.2, 0.34, unit="", about="depth of the arms, share"),
        Flag("rope", 0.5),
        Whole("coils", 5, 3, 7),
        Real("stock", 0.5, 0.4, 0.6, unit="", about="length of the cross bar, share"),
        Flag("wooden_stock", 0.4),
        Real("fluke", 0.13, 0.1, 0.16, unit=""),
    ),
    slots={
        "iron": ("iron", "cast iron", "rust", "paint:#26435c", "steel"),
        "stock": ("wood", "oak", "driftwood"),
        "rope": ("rope",),
        "ring": ("iron", "brass", "cast iron"),
    },
    words={"rope": {"rope": True}},
    paints={"arms": "iron"},
    height=(0.7, 2.1),
)
def anchor(v: Values) -> Draft:
    """Stands on the lowest point of its arms, its face toward +z."""
    h = v.height
    d = Draft(extent=h)
    t, w, sag = v.thickness * h, v.width * h / 2, v.sag * h
    d.add(
        "shank",
        sweep([(0, t, 0), (0, 0.9 * h, 0)], profile=rounded_rectangle(2.0 * t, 1.7 * t, 0.5 * t, 2), smooth=False),
        "iron",
    )
    d.add(
        "arms",
        sweep(
            [
                (-w, sag + t, 0),
                (-0.78 * w, 0.45 * sag + t, 0),
                (0, t, 0),
                (0.78 * w, 0.45 * sag + t, 0),
                (w, sag + t, 0),
            ],
            [0.55 * t, 0.85 * t, 1.05 * t, 0.85 * t, 0.55 * t],
        ),
        "iron",
    )
    f = v.fluke * h
    fluke = extrude(
        [(0, 1.3 * f), (0.62 * f, -0.5 * f), (0.0, -0.25 * f), (-0.62 * f, -0.5 * f)], 0.4 * t + 0.01, bevel=0.1 * t
    )
    for name, s in (("left", 1), ("right", -1)):
        d.add(
            f"fluke_{name}",
            fluke.rotate(y=62 * s).rotate(z=-s * 20).move(s * 0.95 * w, sag + t - 0.1 * f, 0),
            "iron",
            group="flukes",
        )
    b = v.stock * h / 2
    bar: Node = (
        sweep([(-b, 0, 0), (0, 0, 0), (b, 0, 0)], [0.75 * t, 1.25 * t, 0.75 * t], round_ends=True)
        if v.wooden_stock
        else union(cylinder(0.7 * t, 2 * b, bevel=0.1 * t).rotate(z=90), sphere(1.15 * t).move(b).mirrored("x"))
    )
    d.add("stock", bar.move(y=0.78 * h), "stock" if v.wooden_stock else "iron")
    d.add("collar", box(2.6 * t, 3.2 * t, 2.4 * t, 0.3 * t).move(y=0.78 * h), "iron")
    k = 0.055 * h
    d.add("ring", torus(k, 0.3 * k).rotate(x=90).move(y=0.9 * h + k), "ring")
    if v.rope:
        turns = [
            (1.28 * t * math.cos(0.55 * j), (0.66 - 0.24 * j / (11.4 * v.coils)) * h, 1.25 * t * math.sin(0.55 * j))
            for j in range(int(11.4 * v.coils))
        ]
        tail = [
            (0.35 * w, 0.3 * h, 1.5 * t),
            (0.55 * w, 0.1 * h, 2.2 * t),
            (0.8 * w, 0.5 * t, 3.0 * t),
            (0.4 * w, 0.45 * t, 5.0 * t),
        ]
        d.add("rope", sweep([*turns, *tail], 0.42 * t, round_ends=True), "rope")
    d.point("grip", (0, 0.6 * h, 0), size=2 * t)
    d.point("top", (0, h, 0), size=t)
    return d
