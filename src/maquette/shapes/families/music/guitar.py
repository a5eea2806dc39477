"""Guitars: acoustic, electric, banjos."""

from __future__ import annotations

from maquette.shapes.api import Point2, box, cylinder, difference, extrude, sphere, sweep, torus, union
from maquette.shapes.draft import Draft
from maquette.shapes.families.music._bodies import ACOUSTIC, FLYING, STRAT, whole
from maquette.shapes.family import Choice, Flag, Real, Values, Whole, family
from maquette.shapes.node import Node
from maquette.shapes.sub.outlines import rod


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
