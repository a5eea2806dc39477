"""Boots and shoes."""

from __future__ import annotations

import math

from maquette.shapes.api import box, cylinder, sweep, torus, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Flag, Real, Values, family
from maquette.shapes.node import Node
from maquette.shapes.sub.flesh import Flesh


@family(
    "boots",
    "wearable",
    nouns={
        "boot": {"pair": False},
        "shoes": {"shaft": 0.05},
        "shoe": {"shaft": 0.05, "pair": False},
        "sneakers": {"shaft": 0.05, "laces": True},
        "sneaker": {"shaft": 0.05, "laces": True, "pair": False},
        "rain boots": {"laces": False, "shaft": 0.26},
        "cowboy boots": {"shaft": 0.28, "heel": 0.04, "laces": False},
        "slippers": {"shaft": 0.04, "laces": False},
        "hiking boots": {"laces": True},
        "high heels": {"heel": 0.06, "shaft": 0.04},
    },
    parameters=(
        Real("length", 0.29, 0.2, 0.33),
        Real("shaft", 0.18, 0.04, 0.3, about="height"),
        Real("width", 1.0, 0.88, 1.15, unit=""),
        Real("sole", 0.018, 0.01, 0.03),
        Real("heel", 0.015, 0.004, 0.06),
        Flag("laces", 0.6),
        Flag("buckle", 0.3),
        Flag("cuff", 0.5),
        Flag("pair", 1.0),
        Flag("stripe", 0.25),
    ),
    slots={
        "leather": ("leather", "leather:#2a211c", "leather:#8a5a30", "rubber:#e0b020", "fabric:#c8303a"),
        "sole": ("rubber", "rubber:#e8e4da", "rubber:#6a4a2c"),
        "laces": ("fabric:#e8e0d0", "fabric:#2a2420"),
        "metal": ("brass", "steel"),
        "cuff": ("wool:#e8dcc8", "leather:#4a2f1e"),
        "stripe": ("paint:#f4f2ec", "paint:#2a5fb0"),
    },
    words={"laces": {"laces": True}, "buckle": {"buckle": True}, "cuff": {"cuff": True}, "heels": {"heel": 0.05}},
    paints={"body": "leather"},
    height=(0.06, 0.6),
)
def boots(v: Values) -> Draft:
    """A foot on a sole with a heel, a shaft, laces or buckles."""
    n, w, s = v.length, v.width, v.sole + v.heel
    d = Draft(extent=max(n, v.shaft + 0.12))
    r = 0.16 * n * w
    f = Flesh(0.03 * n, 51)
    y = s + 0.95 * r
    f.chain(
        [
            (0, y + 0.1 * r, -0.32 * n),
            (0, y + 0.05 * r, 0.0),
            (0, s * 0.5 + 0.85 * r, 0.24 * n),
            (0, s * 0.5 + 0.72 * r, 0.38 * n),
        ],
        [r, 1.02 * r, 0.98 * r, 0.72 * r],
    )
    top = y + 0.12 + v.shaft if v.shaft > 0.1 else y + 0.055 + v.shaft
    f.chain([(0, y, -0.28 * n), (0, top, -0.27 * n)], [1.05 * r, 1.1 * r * (1 + 0.5 * max(0, v.shaft - 0.1))])
    rr = 1.1 * r * (1 + 0.5 * max(0, v.shaft - 0.1))
    body = (f.node() & box(1, top - s * 0.4, 1).move(y=s * 0.4 + (top - s * 0.4) / 2)) - cylinder(
        0.78 * rr, top - y
    ).move(0, top - (top - y) / 2 + 0.03, -0.27 * n)
    nodes: dict[str, tuple[Node, str]] = {"shaft": (body, "leather")}
    sole = Flesh(0.02 * n, 40)
    sole.chain(
        [(0, 0.5 * s, -0.33 * n), (0, 0.5 * s, 0.0), (0, 0.5 * s, 0.25 * n), (0, 0.5 * s, 0.38 * n)],
        [1.08 * r, 0.95 * r, 1.08 * r, 0.84 * r],
    )
    heel = sole.node() & box(1, v.sole, 1).move(y=s - 0.5 * v.sole).rotate(x=math.degrees(math.atan2(v.heel, 0.55 * n)))
    tread = sole.node() & box(1, s, 0.3 * n).move(0, 0.5 * s, -0.36 * n)
    fore = sole.node() & box(1, v.sole + 0.3 * v.heel, 0.5 * n).move(0, 0.5 * (v.sole + 0.3 * v.heel), 0.24 * n)
    nodes["sole"] = (union(heel, tread, fore), "sole")
    if v.cuff and v.shaft > 0.1:
        nodes["cuff"] = (torus(0.98 * rr, 0.02 if v.shaft > 0.1 else 0.012).move(0, top - 0.008, -0.27 * n), "cuff")
    if v.laces:
        rows = []
        for i in range(4):
            t = i / 3
            p = f.hit(
                (0, y + (0.3 + 1.1 * t) * r + 0.4 * n, 0.5 * n), (0, y - 0.2 * r + t * 0.6 * r, (0.1 - 0.32 * t) * n)
            )
            rows.append(
                sweep(
                    [
                        (-0.5 * r, p[1] - 0.12 * r, p[2] - 0.05 * r),
                        (0, p[1] + 0.01 * n, p[2] + 0.01 * n),
                        (0.5 * r, p[1] - 0.12 * r, p[2] - 0.05 * r),
                    ],
                    0.014 * n,
                    round_ends=True,
                )
            )
        nodes["laces"] = (union(*rows), "laces")
    elif v.buckle:
        band = f.node(0.008) & box(1, 0.022, 1).move(y=y + 1.2 * r)
        on = f.hit((1, y + 1.2 * r, -0.25 * n), (0, y + 1.2 * r, -0.25 * n))
        nodes["strap"] = (band, "cuff")
        nodes["buckle"] = (box(0.014, 0.034, 0.034, 0.004).move(on[0] + 0.004, on[1], on[2]), "metal")
    if v.stripe:
        nodes["stripe"] = (f.node(0.003) & box(1, 0.02, 0.3 * n).rotate(x=-28).move(0, y + 0.1 * r, 0.02 * n), "stripe")
    for name, (node, slot) in nodes.items():
        if v.pair:
            x = 1.09 * r
            d.add(f"{name}", union(node.move(x=x), node.mirror().move(x=-x)), slot)
        else:
            d.add(name, node, slot)
    d.point("top", (0, top, -0.27 * n))
    return d
