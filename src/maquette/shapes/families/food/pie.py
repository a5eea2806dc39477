"""Pies and tarts."""

from __future__ import annotations

import math

from maquette.shapes.api import box, difference, lathe, sphere, torus, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, Whole, family
from maquette.shapes.node import Node
from maquette.shapes.sub.food import spiral, swirl
from maquette.shapes.sub.outlines import ring_of


@family(
    "pie",
    "food",
    nouns={
        "apple pie": {"kind": "lattice"},
        "cherry pie": {"kind": "lattice"},
        "pumpkin pie": {"kind": "cream"},
        "tart": {"kind": "fruit"},
        "meat pie": {"kind": "closed"},
        "slice of pie": {"cut": True},
        "quiche": {"kind": "cream"},
    },
    parameters=(
        Choice("kind", ("lattice", "closed", "cream", "fruit")),
        Real("radius", 0.13, 0.1, 0.16),
        Real("height", 0.05, 0.04, 0.065),
        Real("flare", 1.25, 1.12, 1.4, unit=""),
        Whole("strips", 5, 4, 7),
        Whole("crimps", 30, 22, 40),
        Flag("cut", 0.25, about="a piece is missing"),
        Flag("tin", 0.6),
        Whole("slits", 5, 4, 8),
    ),
    slots={
        "crust": ("bread:#d09a50", "bread:#c08540", "bread:#dcae64"),
        "filling": ("plastic:#a01c28", "plastic:#d9932e", "plastic:#c8641e", "plastic:#4a2456"),
        "cream": ("cream",),
        "fruit": ("paint:#c8202a", "paint:#3f4a9a"),
        "tin": ("aluminium", "ceramic:#c8d8dc", "ceramic:#b8402f"),
    },
    words={"lattice": {"kind": "lattice"}, "slice": {"cut": True}, "tin": {"tin": True}},
    paints={"dish": "tin", "pan": "tin", "strips": "crust"},
    height=(0.035, 0.12),
)
def pie(v: Values) -> Draft:
    """A crimped crust in a dish, with a lattice, a lid or cream on the filling."""
    r, h = v.radius, v.height
    low = r / v.flare
    d = Draft(extent=2.1 * r)
    gap = [lathe([(0, -h), (2 * r, -h), (2 * r, 3 * h), (0, 3 * h)], degrees=52).rotate(y=-116)] if v.cut else []
    if v.tin:
        d.add(
            "tin",
            lathe(
                [
                    (0, 0),
                    (low, 0),
                    (1.01 * r, 0.86 * h),
                    (1.1 * r, 0.88 * h),
                    (1.1 * r, 0.93 * h),
                    (0.98 * r, 0.92 * h),
                    (0.97 * low, 0.06 * h),
                    (0, 0.06 * h),
                ]
            ),
            "tin",
        )
    lift = 0.03 * h
    d.add(
        "crust",
        difference(
            lathe([(0, lift), (0.98 * low, lift), (0.99 * r, 0.9 * h), (0.88 * r, 0.9 * h), (0, 0.5 * h)]), *gap
        ),
        "crust",
    )
    d.add(
        "filling",
        difference(
            lathe([(0, 0.2 * h), (0.85 * low, 0.2 * h), (0.92 * r, 0.86 * h), (0.6 * r, 0.94 * h), (0, 0.97 * h)]),
            *(g.scale(1.0).rotate(y=0).move(z=0.003) for g in gap),
        ),
        "filling",
    )
    bumps = sphere(math.pi * r / v.crimps * 1.15, 0.11 * h, 0.085 * r).rotate(y=28).move(z=0.96 * r).around(v.crimps)
    d.add(
        "rim",
        difference(union(torus(0.95 * r, 0.07 * r).scale(1, 0.8, 1), bumps.move(y=0.05 * r)).move(y=0.92 * h), *gap),
        "crust",
        group="crust",
    )
    if v.kind == "lattice":
        w = 0.62 * 2 * r / v.strips / 1.55
        strips: list[Node] = []
        for i in range(v.strips):
            x = (i - (v.strips - 1) / 2) * 1.75 * r / v.strips
            long = 2 * math.sqrt(max(0.04 * r * r, (0.94 * r) ** 2 - x * x))
            for k, turn in ((0.0, 0), (0.004, 90)):
                strips.append(box(w, 0.14 * h, long, 0.05 * h).move(x, 1.0 * h + k, 0).rotate(y=turn + 35))
        d.add("lattice", difference(union(*strips), *gap), "crust", group="crust")
    elif v.kind == "closed":
        slit = sphere(0.035 * r, 0.2 * h, 0.16 * r).move(0, 1.24 * h, 0.4 * r).around(v.slits)
        lid = lathe([(0.0, 0.88 * h), (0.93 * r, 0.9 * h), (0.8 * r, 1.12 * h), (0.4 * r, 1.25 * h), (0, 1.28 * h)])
        d.add("lid", difference(lid, slit, *gap), "crust", group="crust")
    elif v.kind == "cream":
        dots = [swirl(0.16 * r, 0.2 * r, 2.0, 0.16, 0.07).move(x, 0.9 * h, z) for x, z in ring_of(9, 0.68 * r)]
        d.add(
            "cream",
            difference(union(*dots, swirl(0.28 * r, 0.32 * r, 2.4, 0.16, 0.07).move(y=0.92 * h)), *gap),
            "cream",
        )
    else:
        fruits = [sphere(0.11 * r, 0.09 * r, 0.11 * r).move(x, 0.97 * h, z) for x, z in spiral(34, 0.8 * r)]
        d.add("fruit", difference(union(*fruits), *gap), "fruit")
    d.point("top", (0, 1.2 * h, 0), size=2 * r)
    return d
