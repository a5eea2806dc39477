"""Starfish."""

from __future__ import annotations

import math

from maquette.shapes.api import box, sphere, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Flag, Real, Values, Whole, family
from maquette.shapes.sub import features as f
from maquette.shapes.sub.flesh import Flesh, add
from maquette.shapes.sub.swimmer import EYES


@family(
    "starfish",
    "animal",
    nouns={"sea star": {}},
    parameters=(
        Real("width", 0.25, 0.1, 0.5),
        Whole("arms", 5, 5, 8),
        Real("thickness", 1.0, 0.8, 1.3, unit=""),
        Real("taper", 0.4, 0.28, 0.6, unit=""),
        Real("bend", 0.1, 0.0, 0.25, unit=""),
        Flag("bumps", 0.8),
        Flag("face", 0.2),
        Real("center", 1.0, 0.8, 1.2, unit=""),
    ),
    slots={
        "skin": ("skin:#e0602a", "skin:#c83a4a", "skin:#e8a83a", "skin:#7a4fa8"),
        "bumps": ("skin:#f2c890", "skin:#f0e0c8"),
    }
    | EYES,
    words={"bumps": {"bumps": True}, "face": {"face": True}},
    paints={"body": "skin", "spots": "bumps"},
    height=(0.01, 0.15),
)
def starfish(v: Values) -> Draft:
    """Arms around a middle, with rows of bumps."""
    w, d = v.width, Draft(extent=v.width)
    flesh = Flesh(0.05 * w, 58)
    r = 0.075 * w * v.thickness
    flesh.ball((0, 0.9 * r, 0), 1.1 * r * v.center)
    bumps = []
    for i in range(v.arms):
        a = 2 * math.pi * i / v.arms
        tip = a + v.bend * (1 if i % 2 else -1)
        mid, end = (
            (0.24 * w * math.sin(a), 0.8 * r, 0.24 * w * math.cos(a)),
            (0.46 * w * math.sin(tip), 0.5 * r, 0.46 * w * math.cos(tip)),
        )
        flesh.chain([(0, 0.9 * r, 0), mid, end], [1.15 * r, 0.8 * r, v.taper * r])
        if v.bumps:
            for s in (0.3, 0.6, 0.95):
                p = add(mid, add(end, mid, -1), s - 0.3)
                bumps.append(sphere((0.022 - 0.009 * s) * w).move(*flesh.hit((p[0], w, p[2]), (p[0], 0, p[2]))))
    if bumps:
        d.add("bumps", union(*bumps), "bumps")
    if v.face:
        for name, node, slot in zip(
            ("eye_whites", "eyes", "pupils", "glints"),
            f.eyeball((0.045 * w, 1.95 * r, 0.03 * w), (0, 0.8, 0.5), 0.035 * w),
            ("white", "eyes", "pupil", "glint"),
            strict=True,
        ):
            d.add(name, node.mirrored(), slot, group="head")
    d.add("body", flesh.node() & box(2 * w, 2 * w, 2 * w).move(y=w), "skin")
    d.point("top", flesh.hit((0, w, 0), (0, 0, 0)))
    d.point("head", flesh.hit((0, w, 0), (0, 0, 0)), size=0.2 * w)
    return d
