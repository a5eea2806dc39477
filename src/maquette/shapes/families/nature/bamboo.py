"""Bamboo: jointed canes with tufts of narrow leaves."""

from __future__ import annotations

import math

from maquette.shapes.api import box, lathe, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Flag, Real, Values, Whole, family
from maquette.shapes.sub.foliage import leaf, rock


@family(
    "bamboo",
    "plant",
    nouns={"bamboo plant": {}, "bamboo grove": {"canes": 7}, "sugar cane": {"radius": 0.03}},
    parameters=(
        Real("height", 3.0, 2.0, 4.5),
        Real("radius", 0.045, 0.03, 0.07),
        Whole("canes", 4, 1, 7),
        Whole("joints", 7, 5, 10),
        Real("lean", 5, 0, 12, unit="deg"),
        Real("spread", 0.3, 0.2, 0.5),
        Whole("leaves", 6, 4, 8, about="on each cane"),
        Real("leaf_length", 0.34, 0.24, 0.45),
        Flag("soil", 0.6),
        Flag("stones", 0.3),
    ),
    slots={
        "cane": ("leaf:#7fa34a", "bamboo", "leaf:#5d8f45"),
        "leaf": ("leaf:#5a9a40", "leaf:#468a3d"),
        "soil": ("soil", "moss"),
        "stone": ("stone",),
    },
    words={"soil": {"soil": True}, "stones": {"stones": True}},
    paints={"leaves": "leaf", "stem": "cane", "stems": "cane", "stalks": "cane"},
    height=(1.4, 5.5),
)
def bamboo(v: Values) -> Draft:
    """Jointed canes with tufts of narrow leaves."""
    d = Draft(extent=v.height)
    n = v.joints
    for k in range(v.canes):
        rng = v.rng(f"cane {k}")
        h = v.height * (1.0 if k == 0 else float(rng.uniform(0.55, 0.95)))
        r = v.radius * (1.0 if k == 0 else float(rng.uniform(0.7, 1.0)))
        a, far = 2.4 * k, v.spread * math.sqrt(k / max(v.canes, 2))
        profile: list[tuple[float, float]] = []
        for j in range(n):
            y0, y1, q = h * j / n, h * (j + 1) / n, r * (1 - 0.45 * j / n)
            profile += [(1.16 * q, y0), (0.97 * q, y0 + 0.04 * (y1 - y0)), (0.95 * q, y1 - 0.06 * (y1 - y0))]
        cane = lathe([*profile, (0.55 * r, h)])
        leaves = []
        for i in range(v.leaves):
            y = h * (0.45 + 0.54 * i / v.leaves)
            long = v.leaf_length * float(rng.uniform(0.75, 1.15))
            tuft = (
                leaf(long, 0.17 * long, 0.016, 40).rotate(x=58),
                leaf(0.8 * long, 0.15 * long, 0.016, 40).rotate(x=72).rotate(y=38),
            )
            leaves.append(union(*tuft[: 2 if i % 2 or v.canes * v.leaves < 40 else 1]).rotate(y=140 * i).move(y=y))
        lean = v.lean * (0.4 if k == 0 else 1.0)
        turn = math.degrees(a)
        d.add(
            f"cane_{k + 1}",
            cane.rotate(z=-lean).rotate(y=-turn).move(far * math.cos(a), -0.01, far * math.sin(a)),
            "cane",
            group="canes",
        )
        d.add(
            f"leaves_{k + 1}",
            union(*leaves).rotate(z=-lean).rotate(y=-turn).move(far * math.cos(a), -0.01, far * math.sin(a)),
            "leaf",
            group="leaves",
        )
    w = v.spread + 0.18
    d.add(
        "soil",
        lathe(
            [(w, 0), (0.85 * w, 0.05), (0.5 * w, 0.08 if v.soil else 0.06), (0, 0.1 if v.soil else 0.07)], smooth=True
        ),
        "soil",
    )
    if v.stones:
        rng = v.rng("stones")
        d.add(
            "stones",
            union(
                *(
                    rock(rng, 0.13, 0.1, 0.12, 0.0, 15).move(
                        0.85 * w * math.cos(1.9 * i + 1), 0.03, 0.85 * w * math.sin(1.9 * i + 1)
                    )
                    for i in range(4)
                )
            )
            - box(9, 2, 9).move(y=-1),
            "stone",
        )
    d.point("top", (0, v.height, 0), size=0.1)
    return d
