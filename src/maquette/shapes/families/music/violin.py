"""Violins and their kin."""

from __future__ import annotations

import math

from maquette.shapes.api import box, cylinder, extrude, sphere, sweep, union
from maquette.shapes.draft import Draft
from maquette.shapes.families.music._bodies import VIOLIN, whole
from maquette.shapes.family import Flag, Real, Values, Whole, family
from maquette.shapes.sub.outlines import rod


@family(
    "violin",
    "music",
    nouns={
        "fiddle": {},
        "viola": {"length": 0.68},
        "cello": {"length": 1.25, "spike": True},
        "double bass": {"length": 1.8, "spike": True},
        "contrabass": {"length": 1.8, "spike": True},
    },
    parameters=(
        Real("length", 0.6, 0.52, 1.8),
        Real("width", 0.35, 0.32, 0.39, unit="", about="share of the length"),
        Real("thickness", 0.065, 0.055, 0.08, unit=""),
        Real("arch", 0.03, 0.02, 0.045, unit=""),
        Flag("bow", 0.75),
        Flag("chin_rest", 0.7),
        Flag("spike", 0.15),
        Whole("strings", 4, 4, 5),
        Real("scroll", 1.0, 0.8, 1.2, unit=""),
    ),
    slots={
        "body": ("mahogany:#8a4420", "wood:#a8602c", "walnut:#6a3a1e", "mahogany:#9a5a26"),
        "board": ("paint:#1a1614",),
        "string": ("silver", "gold"),
        "peg": ("paint:#241a14", "mahogany"),
        "bow": ("mahogany", "walnut"),
        "hair": ("bone:#efe6d0",),
        "hole": ("paint:#120d0a",),
    },
    words={"bow": {"bow": True}, "strings": {}},
    paints={"strings": "string", "pegs": "peg"},
    height=(0.45, 2.1),
)
def violin(v: Values) -> Draft:
    """Upright with its strings to the front, the bow leaning beside it."""
    n = v.length if v.length < 0.9 or v.spike else 0.6 + 0.1 * (v.length - 0.9)
    w = v.width * n
    s, t = w / 2, v.thickness * n
    lift = 0.1 * n if v.spike else 0.0
    d = Draft(extent=n * 1.1)
    outline = whole(VIOLIN, w)
    f = t / 2
    d.add(
        "body",
        union(
            extrude([(0.965 * x, 0.98 * y + 0.02 * s) for x, y in outline], t, smooth=True).move(y=lift),
            extrude(outline, 0.12 * t, smooth=True, bevel=0.03 * t).move(0, lift, 0.46 * t),
            extrude(outline, 0.12 * t, smooth=True, bevel=0.03 * t).move(0, lift, -0.46 * t),
        ),
        "body",
    )
    bulge = [
        union(
            sphere(0.72 * s, 0.7 * s, v.arch * n).move(0, lift + 0.75 * s, k * f),
            sphere(0.52 * s, 0.9 * s, v.arch * n).move(0, lift + 1.75 * s, k * f),
        )
        for k in (1, -1)
    ]
    d.add("belly", bulge[0], "body", group="body")
    d.add("back", bulge[1], "body", group="body")
    z = f + v.arch * n
    for k, name in ((1, "left"), (-1, "right")):
        curve = [
            (k * (0.36 + 0.1 * math.sin(q)) * s, lift + (1.1 + 0.28 * q) * s, f + v.arch * n * (0.8 - 0.12 * abs(q)))
            for q in (-1.4, -0.9, -0.3, 0.3, 0.9, 1.4)
        ]
        d.add(
            f"hole_{name}",
            union(
                sweep(curve, [0.03 * s, 0.035 * s, 0.045 * s, 0.045 * s, 0.035 * s, 0.03 * s], sides=8),
                sphere(0.06 * s, 0.06 * s, 0.05 * s).move(*curve[0]),
                sphere(0.055 * s, 0.055 * s, 0.05 * s).move(*curve[-1]),
            ),
            "hole",
            group="holes",
        )
    top = 2.6 * s + lift
    nut = n * 0.86 + lift
    nw = 0.045 * n
    zb = z + 0.02 * n
    d.add(
        "neck",
        sweep(
            [(0, top - 0.15 * s, f), (0, top + 0.1 * s, f + 0.006 * n), (0, nut, f + 0.004 * n)],
            [0.75 * nw, 0.48 * nw, 0.42 * nw],
        ),
        "body",
        group="neck",
    )
    d.add(
        "fingerboard",
        sweep(
            [(0, lift + 1.5 * s, zb), (0, nut, f + 0.016 * n)],
            profile=[
                (-0.55 * nw, -0.2 * nw),
                (0.55 * nw, -0.2 * nw),
                (0.45 * nw, 0.2 * nw),
                (0, 0.3 * nw),
                (-0.45 * nw, 0.2 * nw),
            ],
            smooth=False,
        ),
        "board",
    )
    d.add(
        "fingerboard_root",
        box(0.9 * nw, 0.3 * s, 0.04 * n).move(0, top - 0.2 * s, f + 0.012 * n),
        "board",
        group="fingerboard",
    )
    d.add(
        "tailpiece",
        union(
            extrude(
                [(-0.1 * s, 0.04 * s), (0.1 * s, 0.04 * s), (0.2 * s, 0.62 * s), (-0.2 * s, 0.62 * s)],
                0.014 * n,
                bevel=0.003 * n,
            )
            .rotate(x=5)
            .move(0, lift, z - 0.012 * n),
            box(0.08 * s, 0.14 * s, z + 0.012 * n, 0.01 * s).move(0, lift + 0.08 * s, z / 2),
        ),
        "board",
    )
    by = lift + 1.08 * s
    d.add(
        "bridge",
        extrude([(-0.26 * s, 0), (0.26 * s, 0), (0.2 * s, 0.035 * n), (-0.2 * s, 0.035 * n)], 0.01 * n, bevel=0.002 * n)
        .rotate(x=90)
        .move(0, by, z - 0.006 * n),
        "hair",
    )
    head = n + lift - nut
    d.add(
        "pegbox",
        sweep(
            [(0, nut - 0.02 * n, f), (0, nut + 0.5 * head, f - 0.01 * n), (0, nut + 0.78 * head, f - 0.014 * n)],
            [0.45 * nw, 0.42 * nw, 0.32 * nw],
        ),
        "body",
        group="neck",
    )
    q = 0.2 * head * v.scroll
    d.add(
        "scroll",
        union(
            cylinder(q, 0.62 * nw, bevel=0.1 * nw),
            cylinder(0.6 * q, 0.95 * nw, bevel=0.1 * nw),
            cylinder(0.28 * q, 1.2 * nw),
        )
        .rotate(z=90)
        .move(0, nut + 0.8 * head, f - 0.004 * n),
        "body",
        group="neck",
    )
    d.add(
        "pegs",
        union(
            *(
                union(
                    cylinder(0.11 * nw, 2.2 * nw).rotate(z=90),
                    sphere(0.3 * nw, 0.22 * nw, 0.4 * nw).move(x=(1 if k % 2 else -1) * 1.2 * nw),
                ).move(0, nut + (0.12 + 0.14 * k) * head, f - 0.004 * n)
                for k in range(4)
            )
        ),
        "peg",
    )
    bars = []
    for k in range(v.strings):
        e = (k - (v.strings - 1) / 2) / (v.strings - 1)
        bars.append(
            sweep(
                [
                    (0.24 * s * e, lift + 0.58 * s, z + 0.002 * n),
                    (0.3 * s * e, by, z + 0.031 * n),
                    (0.6 * nw * e, nut, f + 0.024 * n),
                    (0.3 * nw * e, nut + 0.3 * head, f + 0.001 * n),
                ],
                0.0032 * n,
                smooth=False,
                sides=5,
            )
        )
    d.add("strings", union(*bars), "string", group="strings")
    if v.chin_rest and not v.spike:
        d.add(
            "chin_rest",
            union(
                sphere(0.34 * s, 0.26 * s, 0.03 * n).move(-0.5 * s, lift + 0.28 * s, f + 0.025 * n),
                box(0.1 * s, 0.1 * s, 1.3 * t).move(-0.4 * s, lift + 0.08 * s, 0.15 * t),
            ),
            "board",
        )
    if v.spike:
        d.add("spike", cylinder(0.004 * n, 0.16 * n, top=0.009 * n).move(y=0.08 * n), "string")
    if v.bow:
        b = 1.05 * n + lift
        x = 1.02 * s
        d.add(
            "bow",
            union(
                sweep(
                    [(x + 0.16 * s, 0.006 * n, 0), (x + 0.02 * s, 0.5 * b, 0), (x - 0.02 * s, b, 0)],
                    [0.009 * n, 0.0075 * n, 0.006 * n],
                ),
                box(0.08 * s, 0.06 * n, 0.018 * n, 0.003 * n).move(x + 0.2 * s, 0.06 * n, 0),
                box(0.09 * s, 0.03 * n, 0.012 * n).move(x + 0.01 * s, 0.985 * b, 0),
            ),
            "bow",
            group="bow",
        )
        d.add(
            "bow_hair",
            box(0.006 * n, 0.93 * b, 0.012 * n)
            .rotate(z=math.degrees(math.atan2(0.19 * s, 0.93 * b)))
            .move(x + 0.13 * s, 0.52 * b, 0),
            "hair",
            group="bow",
        )
        d.add(
            "bow_rest", rod((0.9 * s, lift + 0.55 * s, 0), (x + 0.16 * s, lift + 0.55 * s, 0), radius=0.006 * n), "peg"
        )
    d.point("top", (0, n + lift, 0), size=nw)
    d.point("grip", (0, nut - 0.1 * n, 0), size=nw)
    return d
