"""Guitars, violins, harps and pianos."""

from __future__ import annotations

import itertools
import math

from maquette.shapes.api import Point2, box, cylinder, difference, extrude, lathe, sphere, sweep, torus, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, Whole, family
from maquette.shapes.node import Node
from maquette.shapes.sub.outlines import rod

ACOUSTIC = [
    (0.0, 0.0),
    (0.55, 0.02),
    (0.92, 0.2),
    (1.0, 0.42),
    (0.9, 0.68),
    (0.62, 0.94),
    (0.58, 1.12),
    (0.7, 1.35),
    (0.74, 1.6),
    (0.58, 1.86),
    (0.22, 1.97),
]
STRAT = [
    (0.0, 0.05),
    (0.5, 0.0),
    (0.85, 0.2),
    (0.95, 0.52),
    (0.8, 0.9),
    (0.7, 1.15),
    (0.82, 1.5),
    (0.8, 1.95),
    (0.62, 2.08),
    (0.5, 1.8),
    (0.3, 1.62),
]
FLYING = [(0.0, 0.75), (0.55, 0.0), (0.95, 0.08), (0.55, 1.1), (0.3, 1.75), (0.12, 1.8)]
VIOLIN = [
    (0.0, 0.0),
    (0.5, 0.03),
    (0.88, 0.2),
    (1.0, 0.5),
    (0.96, 0.78),
    (1.0, 0.98),
    (0.72, 1.06),
    (0.6, 1.3),
    (0.64, 1.52),
    (0.88, 1.66),
    (0.8, 1.8),
    (0.84, 2.1),
    (0.62, 2.5),
    (0.25, 2.62),
]


def whole(half: list[Point2], width: float, other: list[Point2] | None = None, wide: float = 1.0) -> list[Point2]:
    """A closed outline of a right half and its mirror image (or another left half), `width` across."""
    s = width / 2
    left = other or half
    return [*((s * x, s * y) for x, y in half), *((-s * x * wide, s * y) for x, y in reversed(left[1:]))]


def tuners(rows: int, high: float, step: float, out: float, size: float, both: bool) -> Node:
    """Pegs at both sides of a head, or all on one side."""
    bits = []
    for k in range(rows):
        for s in (1, -1) if both else (1,):
            bits += [
                cylinder(0.25 * size, 1.2 * size).rotate(z=90).move(s * out, high + k * step, 0),
                sphere(0.3 * size, 0.55 * size, 0.4 * size).move(s * (out + 0.8 * size), high + k * step, 0),
            ]
    return union(*bits)


@family(
    "guitar",
    "music",
    nouns={
        "acoustic guitar": {"kind": "acoustic"},
        "electric guitar": {"kind": "electric"},
        "rock guitar": {"kind": "flying"},
        "bass guitar": {"kind": "electric", "strings": 4},
        "bass": {"kind": "electric", "strings": 4},
        "ukulele": {"kind": "acoustic", "length": 0.6, "strings": 4},
        "folk guitar": {"kind": "acoustic"},
        "banjo": {"kind": "banjo"},
        "classical guitar": {"kind": "acoustic"},
    },
    parameters=(
        Choice("kind", ("acoustic", "electric", "flying", "banjo")),
        Real("length", 1.0, 0.6, 1.15),
        Real("width", 0.37, 0.34, 0.41, unit="", about="of the body, share of the length"),
        Real("thickness", 0.1, 0.085, 0.12, unit=""),
        Whole("strings", 6, 4, 6),
        Whole("frets", 14, 10, 18),
        Whole("pickups", 2, 1, 3),
        Whole("knobs", 3, 2, 4),
        Flag("pickguard", 0.7),
        Flag("strap", 0.3),
        Flag("stand", 0.35),
    ),
    slots={
        "body": (
            "oak",
            "pine:#d8a860",
            "mahogany",
            "car paint:#b81e26",
            "car paint:#1f4f9a",
            "paint:#1b1c20",
            "paint:#e8c23a",
        ),
        "side": ("mahogany", "walnut"),
        "neck": ("walnut", "mahogany"),
        "board": ("walnut:#2f2018", "paint:#241a14"),
        "metal": ("chrome", "gold"),
        "string": ("silver", "brass"),
        "dark": ("paint:#141416",),
        "guard": ("paint:#f2eee2", "paint:#1d1d20", "paint:#6a2a1c"),
        "strap": ("leather:#5a3a24", "fabric:#a8242c"),
        "skin": ("cream:#f4ecd8",),
    },
    words={
        "strap": {"strap": True},
        "stand": {"stand": True},
        "acoustic": {"kind": "acoustic"},
        "electric": {"kind": "electric"},
        "strings": {},
    },
    paints={"strings": "string", "fretboard": "board", "pickguard": "guard", "pegs": "metal"},
    height=(0.5, 1.3),
)
def guitar(v: Values) -> Draft:
    """Upright, its strings to the front."""
    n = v.length
    w = v.width * n * (0.9 if v.kind in ("electric", "banjo") else 1.0)
    s = w / 2
    hollow = v.kind in ("acoustic", "banjo")
    t = (v.thickness if hollow else 0.045) * n
    d = Draft(extent=n)
    lift = 0.0 if not v.stand else 0.09 * n
    f = t / 2
    if v.kind == "banjo":
        top = 2 * s * 0.86
        d.add("side", cylinder(0.86 * s, t, bevel=0.006 * n).rotate(x=90).move(y=0.86 * s + lift), "side")
        d.add(
            "body",
            difference(cylinder(0.9 * s, 0.35 * t, bevel=0.004 * n), cylinder(0.78 * s, t))
            .rotate(x=90)
            .move(0, 0.86 * s + lift, 0.35 * t),
            "metal",
            group="rim",
        )
        d.add("skin", cylinder(0.8 * s, 0.1 * t).rotate(x=90).move(0, 0.86 * s + lift, 0.47 * t), "skin")
        d.add(
            "lugs",
            union(
                *(box(0.03 * s, 0.06 * s, 0.8 * t, 0.005 * s).move(y=0.91 * s).rotate(z=30 * k) for k in range(12))
            ).move(0, 0.86 * s + lift, 0),
            "metal",
        )
    else:
        half = {"acoustic": ACOUSTIC, "electric": STRAT, "flying": FLYING}[v.kind]
        left = [(x, y * (1.0 if y < 1.3 else 0.9)) for x, y in STRAT] if v.kind == "electric" else None
        outline = whole(half, w, left)
        top = {"acoustic": 1.95, "electric": 1.6, "flying": 1.75}[v.kind] * s
        if hollow:
            d.add("side", extrude(outline, 0.96 * t, smooth=True, bevel=0.004 * n).move(y=lift), "side")
            d.add(
                "body",
                extrude([(0.985 * x, 0.985 * y + 0.012 * s) for x, y in outline], 0.06 * t, smooth=True).move(
                    0, lift, 0.47 * t
                ),
                "body",
                group="top",
            )
            d.add(
                "binding",
                sweep(
                    [(0.99 * x, lift + 0.99 * y + 0.01 * s, 0.48 * t) for x, y in outline],
                    0.006 * n,
                    closed=True,
                    sides=6,
                ),
                "skin",
            )
        else:
            d.add("body", extrude(outline, t, smooth=v.kind == "electric", bevel=0.22 * t).move(y=lift), "body")
    bridge = 0.62 * s + lift if v.kind != "flying" else 0.85 * s + lift
    if v.kind == "acoustic":
        hole = 1.22 * s + lift
        d.add("hole", cylinder(0.27 * s, 0.012 * n).rotate(x=90).move(0, hole, f - 0.003 * n), "dark")
        d.add(
            "rosette",
            union(torus(0.29 * s, 0.018 * s).rotate(x=90), torus(0.335 * s, 0.01 * s).rotate(x=90)).move(0, hole, f),
            "board",
        )
        d.add(
            "bridge",
            union(box(0.62 * s, 0.12 * s, 0.014 * n, 0.004 * n), box(0.4 * s, 0.03 * s, 0.02 * n)).move(0, bridge, f),
            "board",
        )
    elif not hollow:
        for k in range(v.pickups):
            y = bridge + (0.2 + 0.27 * k) * s
            d.add(
                f"pickup_{k + 1}",
                box(0.36 * s, 0.12 * s, 0.03 * n, 0.004 * n).move(0, y, f - 0.004 * n),
                "dark",
                group="pickups",
            )
        d.add(
            "bridge",
            union(
                box(0.4 * s, 0.14 * s, 0.02 * n, 0.003 * n),
                cylinder(0.008 * n, 0.2 * s).rotate(x=60).move(0.14 * s, -0.02 * s, 0.02 * n),
            ).move(0, bridge, f),
            "metal",
        )
        for k in range(v.knobs):
            d.add(
                f"knob_{k + 1}",
                cylinder(0.055 * s, 0.03 * n, bevel=0.003 * n)
                .rotate(x=90)
                .move(
                    (0.36 + 0.1 * k) * s if v.kind == "electric" else (0.38 + 0.05 * k) * s,
                    lift + (0.52 - 0.13 * k) * s,
                    f,
                ),
                "metal",
                group="knobs",
            )
    else:
        d.add("bridge", box(0.3 * s, 0.07 * s, 0.02 * n, 0.003 * n).move(0, bridge, f), "board")
    if v.pickguard and v.kind in ("acoustic", "electric"):
        shape: list[Point2] = (
            [(0.2, 0.62), (0.5, 0.62), (0.62, 0.9), (0.34, 1.18), (0.22, 1.0)]
            if v.kind == "acoustic"
            else [
                (-0.22, 0.5),
                (0.3, 0.36),
                (0.66, 0.3),
                (0.62, 0.7),
                (0.5, 1.05),
                (0.56, 1.4),
                (0.2, 1.52),
                (-0.25, 1.45),
                (-0.45, 1.1),
            ]
        )
        d.add(
            "pickguard",
            extrude([(s * x, s * y) for x, y in shape], 0.006 * n, smooth=True).move(0, lift, f + 0.001 * n),
            "guard",
        )
    end = n + lift
    head = 0.17 * n
    nut = end - head
    nw = 0.052 * n
    d.add(
        "neck",
        union(
            sweep(
                [(0, top - 0.12 * s + lift, f - 0.004 * n), (0, nut + 0.01 * n, f - 0.004 * n)], [0.5 * nw, 0.42 * nw]
            ).scale(1, 1, 1),
            box(1.4 * nw, 0.2 * s, 0.7 * t, 0.01 * n).move(0, top - 0.06 * s + lift, 0.0),
        ),
        "neck",
    )
    low = (1.5 if v.kind == "acoustic" else 1.2 if v.kind == "banjo" else 1.45) * s + lift
    zf = f + 0.008 * n
    d.add(
        "fretboard",
        extrude(
            [(-0.54 * nw, low), (0.54 * nw, low), (0.43 * nw, nut), (-0.43 * nw, nut)], 0.016 * n, bevel=0.003 * n
        ).move(z=zf),
        "board",
    )
    long = nut - bridge
    frets = [
        box(0.96 * nw, 0.004 * n, 0.006 * n).move(0, y, zf + 0.008 * n)
        for y in (bridge + long * 0.944**k for k in range(1, v.frets + 1))
        if y > low + 0.01 * n
    ]
    dots = [
        sphere(0.007 * n, 0.007 * n, 0.003 * n).move(0, y, zf + 0.008 * n)
        for y in (bridge + long * 0.944 ** (k - 0.5) for k in (3, 5, 7, 9))
        if y > low
    ]
    d.add("frets", union(*frets, *dots), "string", group="frets")
    if v.kind == "electric":
        plate: list[Point2] = [
            (-0.42 * nw, 0),
            (0.42 * nw, 0),
            (0.85 * nw, 0.2 * head),
            (0.6 * nw, 0.85 * head),
            (0.0, 1.0 * head),
            (-0.6 * nw, 0.95 * head),
            (-0.75 * nw, 0.2 * head),
        ]
    else:
        plate = [
            (-0.42 * nw, 0),
            (0.42 * nw, 0),
            (0.72 * nw, 0.18 * head),
            (0.68 * nw, 0.95 * head),
            (0.0, head),
            (-0.68 * nw, 0.95 * head),
            (-0.72 * nw, 0.18 * head),
        ]
    d.add(
        "head", extrude(plate, 0.02 * n, bevel=0.004 * n).rotate(x=-7).move(0, nut - 0.005 * n, f - 0.001 * n), "neck"
    )
    rows = v.strings // 2
    d.add(
        "pegs",
        tuners(rows, nut + 0.3 * head, 0.52 * head / max(rows - 1, 1), 0.66 * nw, 0.022 * n, True).move(
            z=f - 0.012 * n
        ),
        "metal",
    )
    zs = zf + 0.0175 * n
    strings = []
    for k in range(v.strings):
        q = (k - (v.strings - 1) / 2) / v.strings
        strings.append(
            sweep(
                [
                    (0.8 * nw * q, bridge - 0.02 * s, f + 0.004 * n),
                    (0.8 * nw * q, bridge + 0.02 * s, zs),
                    (0.7 * nw * q, nut, zs - 0.002 * n),
                    (0.9 * nw * q, nut + (0.3 + 0.5 * abs(q)) * head, f + 0.001 * n),
                ],
                0.0027 * n,
                smooth=False,
                sides=5,
            )
        )
    d.add("strings", union(*strings), "string", group="strings")
    d.add("nut", box(0.86 * nw, 0.008 * n, 0.026 * n).move(0, nut, zf), "skin")
    if v.strap:
        d.add(
            "strap",
            sweep(
                [
                    (0, lift + 0.02 * s, -0.2 * t),
                    (-0.7 * s, lift + 0.35 * s, -f - 0.03 * n),
                    (-0.95 * s, lift + 1.2 * s, -f - 0.05 * n),
                    (-0.5 * s, lift + 2.2 * s, -f - 0.04 * n),
                    (0, nut + 0.2 * head, -0.01 * n),
                ],
                profile=[
                    (-0.02 * n, -0.003 * n),
                    (0.02 * n, -0.003 * n),
                    (0.02 * n, 0.003 * n),
                    (-0.02 * n, 0.003 * n),
                ],
            ),
            "strap",
        )
    if v.stand:
        y = lift + 0.04 * s
        tripod = [
            rod((0, 0.32 * n, -f - 0.05 * n), (x, 0.008 * n, z), radius=0.009 * n)
            for x, z in ((0.24 * n, 0.1 * n), (-0.24 * n, 0.1 * n), (0, -0.3 * n))
        ]
        arms = [
            rod(
                (0, y - 0.05 * n, -f - 0.03 * n),
                (k * 0.4 * s, y - 0.012 * n, -f),
                (k * 0.4 * s, y - 0.012 * n, f + 0.02 * n),
                (k * 0.4 * s, y + 0.03 * n, f + 0.03 * n),
                radius=0.01 * n,
            )
            for k in (1, -1)
        ]
        d.add(
            "stand",
            union(
                *tripod,
                *arms,
                rod((0, y - 0.06 * n, -f - 0.035 * n), (0, 0.6 * n, -f - 0.03 * n), radius=0.009 * n),
                rod((0, 0.6 * n, -f - 0.03 * n), (0, 0.6 * n, 0), radius=0.009 * n)
                if v.kind != "acoustic"
                else sphere(0.012 * n).move(0, 0.6 * n, -f - 0.03 * n),
            ),
            "dark",
        )
    d.point("top", (0, end, 0), size=nw)
    d.point("grip", (0, nut - 0.1 * n, 0), size=nw)
    return d


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


@family(
    "harp",
    "music",
    nouns={"lyre": {"height": 0.75}, "concert harp": {"height": 1.8}, "celtic harp": {"height": 1.1}},
    parameters=(
        Real("height", 1.3, 0.75, 1.85),
        Real("width", 0.56, 0.48, 0.66, unit="", about="share of the height"),
        Whole("strings", 18, 12, 26),
        Real("thickness", 0.045, 0.036, 0.056, unit=""),
        Real("curve", 1.0, 0.6, 1.4, unit=""),
        Flag("scroll", 0.7),
        Flag("crown", 0.4),
        Real("soundbox", 0.13, 0.1, 0.17, unit=""),
        Whole("holes", 4, 3, 5),
    ),
    slots={
        "frame": ("gold", "mahogany", "walnut", "oak", "paint:#e8e0d0"),
        "box": ("walnut", "pine:#c89a58", "mahogany"),
        "string": ("silver", "bone:#efe6d0", "brass"),
        "trim": ("gold", "brass"),
        "hole": ("paint:#1a120c",),
    },
    words={"strings": {}, "scroll": {"scroll": True}},
    paints={"strings": "string", "pillar": "frame", "neck": "frame"},
    height=(0.7, 2.05),
)
def harp(v: Values) -> Draft:
    """Soundbox, pillar and a curved neck with strings between, seen from its side."""
    h, t = v.height, v.thickness * v.height
    w = v.width * h
    d = Draft(extent=1.05 * h)
    x0, x1 = -w / 2, w / 2
    base = 0.08 * h
    d.add(
        "base",
        union(
            box(0.5 * w, 0.06 * h, 0.3 * h, 0.012 * h).move(-0.22 * w, 0.03 * h, 0),
            box(0.4 * w, 0.05 * h, 0.22 * h, 0.012 * h).move(-0.22 * w, 0.075 * h, 0),
        ),
        "frame",
        group="base",
    )
    b = v.soundbox * h
    start, end = (x0 + 0.35 * w, base, 0.0), (x1 - 0.02 * w, 0.8 * h, 0.0)
    lean = math.degrees(math.atan2(end[0] - start[0], end[1] - start[1]))
    long = math.hypot(end[0] - start[0], end[1] - start[1])
    box_ = (
        extrude([(-b, 0), (b, 0), (0.45 * b, long), (-0.45 * b, long)], 0.9 * b, bevel=0.1 * b)
        .rotate(y=90)
        .rotate(z=-lean)
        .move(start[0] + 0.25 * b, start[1], 0)
    )
    d.add("soundbox", box_, "box")
    holes = [
        sphere(0.06 * b, 0.3 * b, 0.26 * b)
        .rotate(z=-lean)
        .move(
            start[0] + 0.25 * b + (end[0] - start[0]) * q + 0.45 * b * math.cos(math.radians(lean)),
            start[1] + (end[1] - start[1]) * q - 0.45 * b * math.sin(math.radians(lean)),
            0,
        )
        for q in [0.18 + 0.6 * k / v.holes for k in range(v.holes)]
    ]
    d.add("holes", union(*holes), "hole")
    px = x0 + 0.06 * w
    d.add(
        "pillar",
        union(
            sweep(
                [(x0 + 0.3 * w, base - 0.02 * h, 0), (px, 0.22 * h, 0), (px, 0.6 * h, 0), (px + 0.02 * w, 0.95 * h, 0)],
                [0.8 * t, 0.62 * t, 0.55 * t, 0.7 * t],
            ),
            *(torus(0.62 * t, 0.16 * t).move(px, y * h, 0) for y in (0.3, 0.82)),
        ),
        "frame",
        group="pillar",
    )
    c = 0.11 * h * v.curve
    neck = [
        (px - 0.02 * w, 0.96 * h, 0),
        (px + 0.14 * w, 0.965 * h, 0),
        (px + 0.36 * w, 0.94 * h - 0.8 * c, 0),
        (px + 0.62 * w, 0.9 * h - 0.9 * c, 0),
        (px + 0.84 * w, 0.9 * h - 0.2 * c, 0),
        (end[0], end[1] + 0.0 * h, 0),
    ]
    d.add("neck", sweep(neck, [0.75 * t, 0.7 * t, 0.62 * t, 0.62 * t, 0.7 * t, 0.55 * t]).scale(1, 1, 0.8), "frame")
    if v.scroll:
        d.add(
            "scroll",
            union(
                cylinder(1.25 * t, 0.9 * t, bevel=0.15 * t),
                cylinder(0.75 * t, 1.25 * t, bevel=0.15 * t),
                cylinder(0.3 * t, 1.5 * t, bevel=0.1 * t),
            )
            .rotate(x=90)
            .move(px - 0.2 * t, 0.965 * h, 0),
            "trim",
        )
    if v.crown:
        d.add(
            "crown",
            lathe(
                [(0, 0), (0.75 * t, 0), (0.95 * t, 0.5 * t), (0.6 * t, 0.9 * t), (0.8 * t, 1.3 * t), (0, 1.6 * t)]
            ).move(px + 0.02 * w, 0.975 * h, 0),
            "trim",
        )
    strings, pins = [], []
    for k in range(v.strings):
        q = (k + 0.7) / (v.strings + 0.4)
        x = px + 0.14 * w + (end[0] - px - 0.2 * w) * q
        u = (x - start[0]) / (end[0] - start[0])
        low = base + 0.01 * h if u < 0 else start[1] + (end[1] - start[1]) * u
        if u < 0.02:
            low = start[1] + 0.02 * h
            foot = start[0] + 0.02 * w
        else:
            foot = x
        # The height of the neck, by the control points that the spline goes through.
        for (xa, ya, _), (xb, yb, _) in itertools.pairwise(neck):
            if xa <= x <= xb:
                high = ya + (yb - ya) * (x - xa) / (xb - xa)
        if high - low < 0.06 * h:
            continue
        strings.append(rod((foot, low, 0), (x, high, 0), radius=0.0034 * h))
        pins.append(cylinder(0.006 * h, 1.6 * t).rotate(x=90).move(x, high, 0))
    d.add("strings", union(*strings), "string", group="strings")
    d.add("pins", union(*pins), "trim")
    d.point("top", (0, h, 0), size=w)
    return d


def keyboard(width: float, depth: float, octaves: int) -> tuple[Node, Node]:
    """(white, black) keys on y = 0, their fronts toward +Z at z = depth / 2."""
    count = 7 * octaves + 1
    a = width / count
    white = union(
        *(box(0.94 * a, 0.14 * depth, depth, 0.03 * a, 1).move((i - (count - 1) / 2) * a, 0, 0) for i in range(count))
    )
    black = union(
        *(
            box(0.55 * a, 0.16 * depth, 0.62 * depth, 0.06 * a, 1).move(
                (i + 0.5 - (count - 1) / 2) * a, 0.09 * depth, -0.19 * depth
            )
            for i in range(count - 1)
            if i % 7 in (0, 1, 3, 4, 5)
        )
    )
    return white, black


@family(
    "piano",
    "music",
    nouns={
        "grand piano": {"kind": "grand"},
        "upright piano": {"kind": "upright"},
        "concert piano": {"kind": "grand"},
        "synthesizer": {"kind": "keyboard"},
        "synth": {"kind": "keyboard"},
        "electric piano": {"kind": "keyboard"},
        "organ": {"kind": "upright"},
        "pianoforte": {},
    },
    parameters=(
        Choice("kind", ("upright", "grand", "keyboard")),
        Real("width", 1.48, 1.3, 1.58),
        Real("height", 1.2, 1.08, 1.32),
        Real("length", 1.7, 1.45, 2.0, about="of a grand"),
        Whole("octaves", 6, 4, 7),
        Whole("pedals", 3, 2, 3),
        Flag("stool", 0.6),
        Real("lid_angle", 38, 28, 48, unit="deg"),
        Flag("sheet", 0.7),
        Flag("candles", 0.15),
    ),
    slots={
        "case": ("paint:#15151a", "mahogany", "walnut", "paint:#f0ede6", "paint:#7a1f26"),
        "key": ("bone:#f4efe2",),
        "black": ("paint:#141416",),
        "metal": ("gold", "brass"),
        "inside": ("gold", "brass:#d8b060"),
        "seat": ("leather:#23201f", "velvet"),
        "paper": ("paper",),
        "felt": ("fabric:#8a1f2c",),
    },
    words={"stool": {"stool": True}, "bench": {"stool": True}, "sheet": {"sheet": True}, "keys": {}},
    paints={"keys": "key", "pedals": "metal", "lid": "case", "bench": "seat"},
    height=(0.75, 2.3),
)
def piano(v: Values) -> Draft:
    """Upright, grand with an open lid, or a stage keyboard; the player sits in front."""
    w = v.width * (0.85 if v.kind == "keyboard" else 1.0)
    ky = 0.7
    white, black = keyboard(0.9 * w, 0.15, v.octaves)
    if v.kind == "keyboard":
        d = Draft(extent=w)
        d.add(
            "case",
            union(box(w, 0.08, 0.32, 0.015).move(0, ky, 0), box(w, 0.05, 0.14, 0.012).move(0, ky + 0.04, -0.09)),
            "case",
        )
        zk = 0.08
        high = ky + 0.045
        d.add("panel", box(0.3 * w, 0.01, 0.08).move(0, ky + 0.066, -0.09), "black")
        d.add(
            "knobs",
            union(
                *(
                    cylinder(0.014, 0.03).move(s * (0.22 + 0.06 * k) * w, ky + 0.075, -0.09)
                    for s in (1, -1)
                    for k in range(4)
                )
            ),
            "metal",
        )
        cross = [
            rod((s * 0.34 * w, 0.015, z), (-s * 0.34 * w, ky - 0.03, z), radius=0.016) for s in (1, -1) for z in (0.0,)
        ]
        d.add(
            "stand",
            union(
                *cross,
                *(rod((s * 0.34 * w, 0.016, -0.2), (s * 0.34 * w, 0.016, 0.2), radius=0.016) for s in (1, -1)),
                *(
                    rod((s * 0.34 * w, ky - 0.035, -0.13), (s * 0.34 * w, ky - 0.035, 0.13), radius=0.016)
                    for s in (1, -1)
                ),
            ),
            "black",
        )
        top = ky + 0.1
    elif v.kind == "upright":
        h, z = v.height, 0.34
        d = Draft(extent=w + 0.1)
        d.add(
            "case",
            union(
                box(w, h - 0.06, z, 0.012).move(0, (h - 0.06) / 2 + 0.04, -0.2),
                box(w + 0.05, 0.04, z + 0.05, 0.012).move(0, h - 0.02, -0.2),
                *(box(0.07, h * 0.62, 0.34, 0.015).move(s * (w / 2 - 0.02), h * 0.31, 0.02) for s in (1, -1)),
            ),
            "case",
        )
        d.add(
            "shelf",
            union(
                box(w, 0.06, 0.34, 0.012).move(0, ky - 0.07, 0.08),
                box(0.94 * w, 0.03, 0.03).move(0, ky + 0.0, 0.235),
                *(box(0.05 * w, 0.12, 0.33, 0.02).move(s * 0.475 * w, ky - 0.01, 0.08) for s in (1, -1)),
            ),
            "case",
            group="case",
        )
        d.add(
            "panels",
            union(
                *(box(0.4 * w, 0.26, 0.02, 0.008).move(s * 0.24 * w, ky + 0.28, -0.028) for s in (1, -1)),
                box(0.86 * w, 0.36, 0.02, 0.008).move(0, 0.36, -0.028),
            ),
            "case",
            group="case",
        )
        d.add(
            "legs",
            union(
                *(
                    lathe(
                        [
                            (0, 0),
                            (0.04, 0),
                            (0.04, 0.04),
                            (0.025, 0.08),
                            (0.04, 0.3),
                            (0.028, 0.5),
                            (0.045, 0.62),
                            (0, 0.64),
                        ]
                    ).move(s * 0.46 * w, 0, 0.2)
                    for s in (1, -1)
                )
            ),
            "case",
            group="legs",
        )
        d.add("felt", box(0.9 * w, 0.015, 0.02).move(0, ky + 0.03, -0.02), "felt")
        d.add("rest", box(0.6 * w, 0.03, 0.06, 0.008).move(0, ky + 0.17, -0.01), "case", group="case")
        zk, high = 0.11, ky - 0.032
        if v.sheet:
            d.add(
                "sheet",
                union(
                    box(0.2, 0.27, 0.012).rotate(y=8).move(-0.1, 0, 0),
                    box(0.2, 0.27, 0.012).rotate(y=-8).move(0.1, 0, 0),
                )
                .rotate(x=-6)
                .move(0, ky + 0.3, 0.005),
                "paper",
            )
        if v.candles:
            for s, name in ((1, "left"), (-1, "right")):
                d.add(
                    f"candle_{name}",
                    union(
                        sweep(
                            [
                                (s * 0.42 * w, ky + 0.3, -0.03),
                                (s * 0.42 * w, ky + 0.28, 0.06),
                                (s * 0.42 * w, ky + 0.36, 0.08),
                            ],
                            0.009,
                        ),
                        lathe([(0, 0), (0.03, 0.01), (0.012, 0.015), (0.012, 0.12), (0, 0.12)]).move(
                            s * 0.42 * w, ky + 0.35, 0.08
                        ),
                    ),
                    "metal",
                    group="candles",
                )
        top = h
    else:
        n = v.length
        d = Draft(extent=max(w, n) * 1.1)
        half = w / 2
        back = -n + 0.3
        outline: list[Point2] = [
            (-half, 0.3),
            (half, 0.3),
            (half, -0.35),
            (0.82 * half, -0.7),
            (0.3 * half, 0.55 * back - 0.12),
            (0.12 * half, 0.85 * back),
            (-0.15 * half, back),
            (-0.6 * half, back),
            (-half, 0.8 * back),
        ]
        flat = [(x, -z) for x, z in outline]
        y0, deep = 0.62, 0.28
        rim: list[Point2] = [(x, y) for x, y in flat if y >= -0.06]
        body = extrude(flat, 0.1, bevel=0.012).rotate(x=-90).move(y=y0 + 0.05)
        inner = [(0.955 * x, 0.97 * y + 0.012) for x, y in flat]
        wall = (
            difference(extrude(flat, deep, bevel=0.01), extrude(inner, 2 * deep), box(4, 0.66, 2).move(0, -0.3, 0))
            .rotate(x=-90)
            .move(y=y0 + deep / 2 + 0.02)
        )
        d.add(
            "case",
            union(
                body,
                wall,
                box(w, 0.12, 0.2, 0.01).move(0, y0 + 0.17, -0.08),
                *(box(0.05 * w, 0.16, 0.5, 0.02).move(s * 0.475 * w, y0 + 0.14, 0.06) for s in (1, -1)),
            ),
            "case",
        )
        _ = rim
        d.add(
            "frame",
            union(
                extrude([(0.93 * x, 0.94 * y + 0.02) for x, y in flat if True], 0.02).rotate(x=-90).move(y=y0 + 0.16)
                - box(4, 1, 0.8).move(0, y0, 0.2),
                box(0.9 * w, 0.02, 0.1).move(0, y0 + 0.17, -0.22),
            ),
            "inside",
        )
        d.add(
            "strings",
            union(
                *(
                    rod(
                        (x * half, y0 + 0.175, -0.22),
                        (x * half * 0.75 - 0.12 * half, y0 + 0.175, (back + 0.2) * q),
                        radius=0.006,
                    )
                    for x, q in (
                        (-0.8, 0.78),
                        (-0.6, 0.95),
                        (-0.4, 0.97),
                        (-0.2, 0.95),
                        (0.0, 0.86),
                        (0.2, 0.68),
                        (0.4, 0.5),
                    )
                )
            ),
            "metal",
        )
        lid = extrude(flat, 0.03, bevel=0.008).rotate(x=-90) - box(5, 1, 0.6).move(0, 0, 0.2)
        hinge_y = y0 + deep + 0.03
        d.add("lid", lid.move(x=half).rotate(z=v.lid_angle).move(x=-half, y=hinge_y - 0.005), "case")
        d.add("front_lid", box(0.96 * w, 0.025, 0.16, 0.006).rotate(x=-70).move(0, y0 + 0.28, 0.0), "case", group="lid")
        reach = 1.25 * half
        d.add(
            "prop",
            rod(
                (0.78 * half, y0 + 0.1, -0.45),
                (
                    -half + reach * math.cos(math.radians(v.lid_angle)) + 0.0,
                    hinge_y + reach * math.sin(math.radians(v.lid_angle)),
                    -0.45,
                ),
                radius=0.012,
            ),
            "case",
            group="lid",
        )
        for k, (x, z) in enumerate(((-0.84 * half, 0.1), (0.84 * half, 0.1), (-0.35 * half, 0.82 * back))):
            d.add(
                f"leg_{k + 1}",
                union(
                    lathe([(0.035, 0.05), (0.05, 0.12), (0.075, 0.45), (0.1, y0 - 0.06), (0.1, y0 + 0.03)]),
                    cylinder(0.02, 0.06).move(y=0.05),
                    sphere(0.03).move(y=0.03),
                ).move(x, 0, z),
                "case",
                group="legs",
            )
        d.add(
            "lyre",
            union(
                *(rod((s * 0.07, y0 + 0.02, -0.05), (s * 0.05, 0.1, -0.05), radius=0.014) for s in (1, -1)),
                box(0.26, 0.05, 0.1, 0.01).move(0, 0.1, -0.04),
            ),
            "case",
            group="legs",
        )
        zk, high = 0.2, y0 + 0.106
        if v.sheet:
            d.add("sheet", union(box(0.5, 0.25, 0.02, 0.005).rotate(x=-18).move(0, y0 + 0.33, -0.12)), "case")
            d.add(
                "paper",
                union(box(0.19, 0.24, 0.012).move(-0.1), box(0.19, 0.24, 0.012).move(0.1))
                .rotate(x=-18)
                .move(0, y0 + 0.345, -0.105),
                "paper",
            )
        top = hinge_y
        for p in range(v.pedals):
            d.add(
                f"pedal_{p + 1}",
                box(0.035, 0.016, 0.14, 0.005).move((p - (v.pedals - 1) / 2) * 0.08, 0.09, 0.03),
                "metal",
                group="pedals",
            )
    if v.kind == "upright":
        for p in range(v.pedals):
            d.add(
                f"pedal_{p + 1}",
                box(0.04, 0.02, 0.12, 0.006).move((p - (v.pedals - 1) / 2) * 0.1, 0.09, 0.01),
                "metal",
                group="pedals",
            )
    d.add("keys", white.move(0, high, zk), "key", group="keys")
    d.add("black_keys", black.move(0, high + 0.004, zk), "black", group="keys")
    if v.stool and v.kind != "keyboard":
        zs = 0.62
        d.add("bench", box(0.62, 0.09, 0.34, 0.03).move(0, 0.46, zs), "seat", group="bench")
        d.add(
            "bench_legs",
            union(
                *(
                    sweep([(a * 0.27, 0, zs + q * 0.13), (a * 0.26, 0.43, zs + q * 0.13)], [0.018, 0.026])
                    for a in (1, -1)
                    for q in (1, -1)
                ),
                box(0.58, 0.05, 0.3, 0.008).move(0, 0.41, zs),
                box(0.03, 0.02, zs + 0.1).move(0, 0.01, (zs - 0.1) / 2),
                box(0.54, 0.02, 0.03).move(0, 0.01, zs),
                *(box(0.03, 0.02, 0.3).move(a * 0.27, 0.01, zs) for a in (1, -1)),
                box(0.03, 0.12, 0.05).move(0, 0.06, -0.06),
            ),
            "case",
            group="bench",
        )
    d.point("top", (0, top, -0.2), size=w)
    d.point("seat", (0, 0.5, 0.62), size=0.6)
    return d
