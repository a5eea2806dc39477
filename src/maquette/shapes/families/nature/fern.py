"""Fern: fronds, blades or reeds from one root."""

from __future__ import annotations

import math

from maquette.shapes.api import box, capsule, lathe, sphere, sweep, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, Whole, family
from maquette.shapes.sub.foliage import frond, leaf, rock


@family(
    "fern",
    "plant",
    nouns={
        "ferns": {},
        "grass": {"kind": "grass"},
        "grass tuft": {"kind": "grass"},
        "tuft of grass": {"kind": "grass"},
        "reeds": {"kind": "reeds"},
        "cattail": {"kind": "reeds"},
        "bulrush": {"kind": "reeds"},
        "wheat": {"kind": "wheat"},
        "seaweed": {"kind": "grass", "bend": 20},
    },
    parameters=(
        Choice("kind", ("fern", "grass", "reeds", "wheat")),
        Real("height", 0.6, 0.35, 1.1),
        Whole("leaves", 14, 10, 22),
        Real("width", 0.28, 0.2, 0.38, unit="", about="of a leaf, relative"),
        Real("bend", 70, 30, 100, unit="deg"),
        Real("spread", 0.22, 0.12, 0.35, unit=""),
        Whole("heads", 5, 3, 8),
        Flag("soil", 0.5),
        Flag("stones", 0.25),
    ),
    slots={
        "leaf": ("leaf:#4d8f3d", "grass", "leaf:#6f9c3a", "leaf:#3d7d48"),
        "head": ("bark:#6b4428", "thatch"),
        "soil": ("soil", "moss"),
        "stone": ("stone",),
    },
    words={"soil": {"soil": True}, "stones": {"stones": True}},
    paints={"leaves": "leaf", "blades": "leaf", "fronds": "leaf"},
    height=(0.18, 1.6),
)
def fern(v: Values) -> Draft:
    """Fronds, blades or reeds from one root."""
    h, n = v.height, v.leaves
    d = Draft(extent=1.6 * h)
    for i in range(n):
        rng = v.rng(f"leaf {i}")
        t, turn = i / n, 137.5 * i + float(rng.uniform(-15, 15))
        size = h * float(rng.uniform(0.75, 1.15))
        if v.kind == "fern":
            one = frond(1.15 * size, 1.1 * v.width * h, 0.014 * h + 0.003, 10, v.bend).rotate(x=10 + 40 * t)
        else:
            one = leaf(
                size * (1 - 0.25 * t),
                0.16 * v.width * h + 0.012,
                0.016 * h + 0.004,
                0.7 * v.bend * (0.3 + t) * (0.5 if v.kind != "grass" else 1),
            ).rotate(x=3 + 18 * t)
        place = one.rotate(y=turn).move(
            0.5 * v.spread * h * t * math.sin(math.radians(turn)),
            -0.02 * h,
            0.5 * v.spread * h * t * math.cos(math.radians(turn)),
        )
        d.add(f"leaf_{i + 1}", place - box(9, 4, 9).move(y=-2), "leaf", group="leaves")
    if v.kind in ("reeds", "wheat"):
        for i in range(v.heads):
            rng = v.rng(f"head {i}")
            a, far, tall = 2.4 * i, 0.16 * h * math.sqrt((i + 0.3) / v.heads), h * float(rng.uniform(1.0, 1.3))
            end = (far * math.cos(a) * 2, tall, far * math.sin(a) * 2)
            d.add(
                f"stalk_{i + 1}",
                sweep(
                    [(0.4 * end[0], 0, 0.4 * end[2]), (0.7 * end[0], 0.6 * tall, 0.7 * end[2]), end], 0.008 * h + 0.003
                ),
                "leaf",
                group="stalks",
            )
            ear = (
                capsule(0.035 * h, 0.26 * h)
                if v.kind == "reeds"
                else union(
                    *(
                        sphere(0.03 * h, 0.05 * h, 0.022 * h).move(
                            x=0.014 * h * (1 if j % 2 else -1), y=(j - 3) * 0.036 * h
                        )
                        for j in range(7)
                    )
                )
            )
            d.add(f"head_{i + 1}", ear.move(end[0] * 0.98, tall - 0.1 * h, end[2] * 0.98), "head", group="heads")
    w = (0.24 + 0.8 * v.spread) * h
    d.add(
        "soil",
        lathe(
            [
                (w, 0),
                (0.85 * w, 0.03 * h),
                (0.5 * w, 0.06 * h if v.soil else 0.045 * h),
                (0, 0.07 * h if v.soil else 0.05 * h),
            ],
            smooth=True,
        ),
        "soil",
    )
    if v.stones:
        rng = v.rng("stones")
        d.add(
            "stones",
            union(
                *(
                    rock(rng, 0.12 * h, 0.09 * h, 0.11 * h, 0.0, 15).move(
                        0.8 * w * math.cos(2.2 * i), 0.03 * h, 0.8 * w * math.sin(2.2 * i)
                    )
                    for i in range(3)
                )
            )
            - box(9, 2, 9).move(y=-1),
            "stone",
        )
    d.point("top", (0, h, 0), size=0.3 * h)
    return d
