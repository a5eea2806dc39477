"""Rocking horses."""

from __future__ import annotations

import math

from maquette.shapes.api import Point2, bone, cone, cylinder, organic, sphere, sweep, torus, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Flag, Real, Values, Whole, family
from maquette.shapes.sub.sidewise import side


@family(
    "rocking horse",
    "toy",
    nouns={"wooden horse": {}, "hobby horse": {}, "toy horse": {}},
    parameters=(
        Real("height", 0.75, 0.6, 0.95),
        Real("length", 0.85, 0.7, 1.0),
        Real("width", 0.24, 0.2, 0.3),
        Real("rock", 0.1, 0.06, 0.16, unit="", about="rise of the runners, share of the length"),
        Real("neck", 1.0, 0.85, 1.15, unit=""),
        Whole("bars", 3, 2, 4, about="between the runners"),
        Flag("saddle", 0.85),
        Flag("handle", 0.7),
        Whole("mane", 7, 5, 9, about="tufts of the mane"),
        Flag("spots", 0.3),
    ),
    slots={
        "horse": ("birch", "oak", "paint:#f0e8d8", "paint:#a8683a", "paint:#8fb8d0"),
        "runner": ("paint:#b8281e", "walnut", "paint:#2a5f9a", "oak"),
        "mane": ("wool:#5a3a24", "wool:#e0c070", "wool:#2c2a28", "wool:#f0e8d8"),
        "saddle": ("leather:#a8281e", "leather", "leather:#2a4f8a"),
        "trim": ("gold", "brass"),
        "eye": ("paint:#16171a",),
    },
    words={"saddle": {"saddle": True}, "spotted": {"spots": True}},
    paints={"body": "horse", "rockers": "runner", "tail": "mane"},
    height=(0.5, 1.1),
)
def rocking_horse(v: Values) -> Draft:
    """Looks toward +z."""
    h, n, w = v.height, v.length, v.width
    d = Draft(extent=max(h, n))
    y = 0.52 * h
    r = 0.3 * w + 0.03
    body = organic(
        [
            bone((0, y, 0.2 * n), (0, y, -0.22 * n), r, 0.95 * r),
            bone((0, y + 0.3 * r, 0.22 * n), (0, 0.82 * h, 0.33 * n * v.neck), 0.72 * r, 0.5 * r),
            bone((0, 0.84 * h, 0.33 * n * v.neck), (0, 0.74 * h, 0.33 * n * v.neck + 0.17 * n), 0.52 * r, 0.34 * r),
        ],
        blend=0.05 * h,
        cells=64,
    )
    d.add("body", body, "horse")
    nz = 0.33 * n * v.neck
    rise = v.rock * n
    for name, s in (("left", 1), ("right", -1)):
        x = s * 0.42 * w
        arc: list[Point2] = [(0.56 * n * t, rise * t * t) for t in [-1 + i / 8 for i in range(17)]]
        run = [*arc, *((z, yy + 0.055) for z, yy in reversed(arc))]
        d.add(f"runner_{name}", side(run, 0.035, 0.006).move(x), "runner", group="runners")
        for part, z in (("front", 0.18 * n), ("back", -0.2 * n)):
            zz = z * 1.75
            leg = sweep(
                [
                    (s * 0.25 * w, y - 0.2 * r, z),
                    (s * 0.36 * w, 0.55 * y, z * 1.35),
                    (x, rise * (zz / (0.56 * n)) ** 2 + 0.03, zz),
                ],
                [0.42 * r, 0.28 * r, 0.2 * r],
            )
            d.add(f"leg_{part}_{name}", leg, "horse", group="legs")
            d.add(
                f"hoof_{part}_{name}",
                cylinder(0.3 * r, 0.05, 0.24 * r).move(x, rise * (zz / (0.56 * n)) ** 2 + 0.07, zz),
                "eye",
                group="hooves",
            )
        ear = cone(0.17 * r, 0.5 * r).rotate(z=-14 * s).move(s * 0.28 * r, 0.84 * h + 0.62 * r, nz)
        d.add(f"ear_{name}", ear, "horse", group="ears")
        d.add(f"eye_{name}", sphere(0.13 * r).move(s * 0.5 * r, 0.83 * h, nz + 0.24 * r), "eye", group="eyes")
        d.add(
            f"nostril_{name}",
            sphere(0.06 * r).move(s * 0.2 * r, 0.75 * h, nz + 0.17 * n + 0.26 * r),
            "eye",
            group="nostrils",
        )
    for i in range(v.bars):
        z = (-0.4 + 0.8 * i / (v.bars - 1)) * n
        d.add(
            f"bar_{i + 1}",
            cylinder(0.016, 0.86 * w).rotate(z=90).move(0, rise * (z / (0.56 * n)) ** 2 + 0.03, z),
            "runner",
            group="bars",
        )
    tufts = [
        sphere(0.16 * r, 0.3 * r, 0.3 * r).move(
            0, 0.84 * h + 0.42 * r - (0.84 * h - y - 0.2 * r) * t, nz - 0.42 * r - 0.09 * n * t
        )
        for t in [i / (v.mane - 1) for i in range(v.mane)]
    ]
    d.add(
        "mane", union(*tufts, sphere(0.17 * r, 0.2 * r, 0.32 * r).move(0, 0.84 * h + 0.48 * r, nz + 0.16 * r)), "mane"
    )
    d.add(
        "tail",
        sweep(
            [
                (0, y + 0.4 * r, -0.26 * n),
                (0, y + 0.35 * r, -0.4 * n),
                (0, 0.6 * y, -0.46 * n),
                (0, 0.36 * y, -0.44 * n),
            ],
            [0.22 * r, 0.34 * r, 0.3 * r, 0.06 * r],
            round_ends=True,
        ),
        "mane",
    )
    if v.saddle:
        d.add(
            "saddle",
            union(
                sphere(0.95 * r, 0.3 * r, 0.17 * n).move(0, y + 0.86 * r, -0.03 * n),
                sphere(0.6 * r, 0.42 * r, 0.045 * n).move(0, y + 1.05 * r, -0.16 * n),
            ),
            "saddle",
        )
        d.add("girth", torus(1.01 * r, 0.06 * r).scale(1, 1.8, 1).rotate(x=90).move(0, y, -0.02 * n), "saddle")
    if v.handle:
        d.add("handle", cylinder(0.017, 2.6 * r, bevel=0.004).rotate(z=90).move(0, 0.74 * h, nz - 0.02 * n), "runner")
    d.add("bridle", union(torus(0.42 * r, 0.05 * r).rotate(x=58).move(0, 0.77 * h, nz + 0.115 * n)), "trim")
    if v.spots:
        d.add(
            "spots",
            union(
                *(
                    sphere(0.2 * r).move(s * 0.88 * r, y + 0.2 * r * math.sin(3 * i), (0.16 - 0.11 * i) * n)
                    for i in range(4)
                    for s in (1, -1)
                )
            ),
            "mane",
        )
    d.point("seat", (0, y + 1.1 * r, -0.03 * n), size=w)
    d.point("top", (0, y + 1.1 * r, 0), size=w)
    return d
