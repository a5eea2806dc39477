"""Frogs and toads."""

from __future__ import annotations

import math

from maquette.shapes.api import box, sphere, torus, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Flag, Real, Values, family
from maquette.shapes.sub import features as f
from maquette.shapes.sub.beast import HAIR_SLOTS
from maquette.shapes.sub.flesh import Flesh, Frame, add, toward
from maquette.shapes.sub.scaly import SHAPE


@family(
    "frog",
    "animal",
    nouns={"toad": {"warts": True}, "tree frog": {}, "bullfrog": {"build": 1.2}, "frog prince": {"crown": True}},
    parameters=(
        Real("height", 0.09, 0.05, 0.2),
        *SHAPE[:3],
        Real("eye_size", 1.0, 0.85, 1.25, unit=""),
        Real("mouth", 1.0, 0.85, 1.15, unit=""),
        Flag("warts", 0.35),
        Flag("belly", 0.85),
        Flag("crown", 0.06),
    ),
    slots={
        "skin": ("skin:#5fa83a", "skin:#4a8a3a", "skin:#8aa83a", "skin:#3a9a7a"),
        "belly": ("skin:#e8e4b0", "skin:#f0e8c8"),
        "spots": ("skin:#2f5a24", "skin:#7a6a2a"),
        "crown": ("gold",),
    }
    | HAIR_SLOTS
    | {"eyes": ("paint:#e0a818", "paint:#c83a2a")},
    words={"spots": {"warts": True}, "crown": {"crown": True}},
    paints={"body": "skin", "warts": "spots"},
    height=(0.035, 0.28),
)
def frog(v: Values) -> Draft:
    """Sitting: a wide mouth, eyes on top, folded hind legs, long toes."""
    h, w = v.height, v.build
    d = Draft(extent=1.5 * h)
    flesh = Flesh(0.07 * h, 64)
    flesh.chain(
        [(0.06 * h, 0.34 * h, -0.28 * h * v.length), (0.08 * h, 0.5 * h, 0.02 * h), (0.12 * h, 0.62 * h, 0.26 * h)],
        [0.26 * h * w, 0.33 * h * w, 0.27 * h * v.head],
        both=True,
    )
    hd = Frame((0, 0.64 * h, 0.26 * h), 0, 0.33 * h * v.head)
    flesh.ball((0.2 * h, 0.86 * h, 0.28 * h), 0.13 * h * v.eye_size, both=True)
    flesh.chain(
        [
            (0.26 * h, 0.3 * h, -0.3 * h),
            (0.5 * h, 0.34 * h, 0.02 * h),
            (0.42 * h, 0.1 * h, -0.24 * h),
            (0.52 * h, 0.06 * h, 0.05 * h),
        ],
        [0.17 * h, 0.13 * h, 0.09 * h, 0.06 * h],
        both=True,
    )
    flesh.chain(
        [(0.24 * h, 0.42 * h, 0.26 * h), (0.36 * h, 0.22 * h, 0.3 * h), (0.32 * h, 0.06 * h, 0.42 * h)],
        [0.11 * h, 0.08 * h, 0.06 * h],
        both=True,
    )
    for (x, z), n in (((0.52, 0.05), 0.26), ((0.32, 0.42), 0.17)):
        for a in (-0.5, 0.0, 0.5):
            end = ((x + n * math.sin(a + 0.15)) * h, 0.035 * h, (z + n * math.cos(a + 0.15)) * h)
            flesh.chain([(x * h, 0.06 * h, z * h), end], [0.05 * h, 0.028 * h], both=True)
            flesh.ball(end, 0.042 * h, both=True)
    r = 0.115 * h * v.eye_size
    for name, node, slot in zip(
        ("eyes", "iris", "pupils", "glints"),
        f.eyeball((0.215 * h, 0.885 * h, 0.35 * h), (0.35, 0.12, 1), r, 0.5),
        ("white", "eyes", "pupil", "glint"),
        strict=True,
    ):
        d.add(name if name != "eyes" else "eye_whites", node.mirrored(), slot, group="head")
    d.add(
        "mouth",
        f.mouth_line(flesh, hd, (0, -0.1, 0), half=82 * v.mouth, elevation=-8, smile=12, thick=0.055),
        "mouth",
        group="head",
    )
    if v.belly:
        d.add("belly", flesh.node(0.006 * h) & sphere(0.21 * h, 0.36 * h, 0.3 * h).move(0, 0.24 * h, 0.36 * h), "belly")
    if v.warts:
        rng = v.rng("warts")
        d.add(
            "warts",
            union(
                *(
                    sphere(float(rng.uniform(0.025, 0.045)) * h).move(
                        *flesh.out(
                            (0, 0.5 * h, -0.05 * h), toward(float(rng.uniform(70, 290)), float(rng.uniform(0, 70))), h
                        )
                    )
                    for _ in range(14)
                )
            ),
            "spots",
        )
    top = flesh.hit((0, 3 * h, 0.2 * h), (0, 0.5 * h, 0.2 * h))
    if v.crown:
        d.add(
            "crown",
            union(
                torus(0.13 * h, 0.022 * h),
                *(
                    f.spike(
                        (0.13 * h * math.sin(a), 0, 0.13 * h * math.cos(a)),
                        (0.2 * math.sin(a), 1, 0.2 * math.cos(a)),
                        0.14 * h,
                        0.04 * h,
                        4,
                        0.1,
                    )
                    for a in (0, 1.257, 2.513, 3.77, 5.027)
                ),
            ).move(*add(top, (0, 0.015 * h, 0))),
            "crown",
            group="head",
        )
    d.add("body", flesh.node() - box(9 * h, 2 * h, 9 * h).move(y=-h), "skin")
    d.point("head", top, size=0.5 * h)
    d.point("top", top)
    d.point("back", flesh.hit((0, 3 * h, -0.1 * h), (0, 0.4 * h, -0.1 * h)), size=0.5 * h)
    return d
