"""Elephants and mammoths."""

from __future__ import annotations

import math

from maquette.shapes.api import box, extrude, sphere, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, family
from maquette.shapes.node import Node
from maquette.shapes.sub import features as f
from maquette.shapes.sub.beast import HAIR_SLOTS, Beast
from maquette.shapes.sub.flesh import Flesh, Point3, add, toward
from maquette.shapes.sub.quadruped import Build, Muzzle, arc


@family(
    "elephant",
    "animal",
    nouns={
        "african elephant": {"ears": 1.2},
        "indian elephant": {"ears": 0.75},
        "baby elephant": {"height": 1.1, "tusks": False},
        "mammoth": {"hair": True, "tusk_length": 1.8, "ears": 0.6, "tusks": True},
        "woolly mammoth": {"hair": True, "tusk_length": 1.8, "ears": 0.6, "tusks": True},
    },
    parameters=(
        Real("height", 2.7, 1.0, 3.3, about="of the withers"),
        Real("length", 1.12, 1.05, 1.22, unit=""),
        Real("build", 1.0, 0.88, 1.12, unit=""),
        Real("ears", 1.0, 0.6, 1.25, unit=""),
        Real("tusk_length", 0.9, 0.4, 1.8, unit=""),
        Choice("trunk", ("down", "curled", "raised")),
        Flag("tusks", 0.8),
        Flag("hair", 0.04),
        Flag("blanket", 0.15),
    ),
    slots={
        "skin": ("hide:#8b8580", "hide:#7a7672", "hide:#9a918a"),
        "ear": ("hide:#b09a92", "hide:#a58c86"),
        "tusks": ("bone", "porcelain:#f0e8d6"),
        "nails": ("horn:#d8cdbb",),
        "hair": ("fur:#5a3a24",),
        "blanket": ("fabric:#a82838", "fabric:#5a2a8a"),
        "trim": ("gold",),
    }
    | HAIR_SLOTS,
    words={
        "tusks": {"tusks": True},
        "blanket": {"blanket": True},
        "raised": {"trunk": "raised"},
        "woolly": {"hair": True},
        "fur": {"hair": True},
    },
    paints={"trunk": "skin", "body": "skin", "toenails": "nails"},
    height=(1.0, 4.3),
)
def elephant(v: Values) -> Draft:
    """Columns for legs, fans for ears, a trunk between tusks."""
    h, w = v.height, v.build
    b = Build(
        height=h,
        length=h * v.length,
        chest=0.27 * h * w,
        belly=0.29 * h * w,
        rump=0.26 * h * w,
        sag=0.02 * h,
        leg=0.105 * h * w,
        shin=0.085 * h,
        foot=0.1 * h,
        stance=0.17 * h * w,
        knees=0.25,
        wide=1.1,
        rear=0.95,
        paw=0.15,
    )
    m = Muzzle(reach=1.35, drop=0.5, root=0.72, tip=0.42, cheeks=0.5, chin=0.28)
    a = Beast(v, b, m, 0.17 * h, (0.26 * h, 38, 0.2 * h * w, 0.17 * h), pitch=16, extent=1.7 * h, slot="skin")
    hd, s = a.head, a.head.size
    a.flesh.ball(hd(0.3, 0.62, -0.05), 0.55 * s, both=True)
    root = hd(0, -0.55, 1.0)
    shapes: dict[str, list[tuple[float, float]]] = {
        "down": [(0.12, -0.25), (0.16, -0.6), (0.14, -0.95), (0.16, -1.28), (0.26, -1.45)],
        "curled": [(0.14, -0.25), (0.2, -0.62), (0.28, -0.98), (0.52, -1.16), (0.72, -0.95), (0.62, -0.76)],
        "raised": [(0.3, -0.16), (0.62, -0.02), (0.86, 0.3), (0.92, 0.68), (1.06, 0.95)],
    }
    line: list[Point3] = [root, *(add(root, (0, 0.34 * h * y, 0.34 * h * z)) for z, y in shapes[v.trunk])]
    n = len(line)
    a.flesh.chain(line, [0.43 * s * (1 - 0.62 * i / (n - 1)) for i in range(n)])
    joints = a.tail(arc(-40, -88, 0.36 * h, 4), [0.022 * h, 0.018 * h, 0.014 * h, 0.012 * h], drop=-0.1)
    d = a.d
    d.add("tail_tuft", sphere(0.022 * h, 0.05 * h, 0.022 * h).move(*joints[-1]), "hair")
    e = 0.34 * h * v.ears
    fan = [
        (0, -0.35),
        (-0.08, 0.1),
        (0.05, 0.5),
        (0.4, 0.72),
        (0.78, 0.62),
        (0.98, 0.25),
        (0.86, -0.2),
        (0.62, -0.6),
        (0.35, -0.95),
        (0.16, -0.75),
    ]
    flap = extrude([(e * x, e * y) for x, y in fan], 0.05 * e, smooth=True, bevel=0.012 * e)
    inner = extrude([(e * (0.4 + 0.8 * (x - 0.4)), e * (0.8 * y)) for x, y in fan], 0.05 * e, smooth=True).move(
        z=0.014 * e
    )
    at = hd(0.8, 0.15, -0.25)
    for name, node, slot in (("ears", flap, "skin"), ("ear_insides", inner, "ear")):
        d.add(name, node.rotate(y=44).move(*at).mirrored(), slot, group="head")
    if v.tusks:
        k = 0.4 * h * v.tusk_length
        at = hd(0.42, -0.85, 0.95)
        tusk = f.horn(
            [
                add(at, (-0.05 * k, 0.12 * k, -0.1 * k)),
                add(at, (0.08 * k, -0.3 * k, 0.3 * k)),
                add(at, (0.12 * k, -0.36 * k, 0.72 * k)),
                add(at, (0.05 * k, -0.18 * k, 1.05 * k)),
            ],
            0.15 * s,
            0.3,
        )
        d.add("tusks", tusk.mirrored(), "tusks", group="head")
    a.eyes(0.13, 58, 12, out=0.6, forward=0.3, white=None)
    if v.hair:
        coat = Flesh(0.05 * h, 56)
        for i in range(9):
            z = (0.45 - i * 0.1) * b.length
            on = a.flesh.out((0, b.front[1], 0.85 * z), toward(90, 0), 2 * h)
            coat.chain(
                [
                    add(on, (-0.3 * b.chest, 0.5 * b.chest, 0)),
                    add(on, (0, 0, 0)),
                    add(on, (0.0, -(0.75 + 0.2 * (i % 2)) * b.chest, 0)),
                ],
                [0.35 * b.chest, 0.3 * b.chest, 0.07 * b.chest],
                both=True,
            )
        coat.chain([hd(0, 1.1, 0.2), hd(0, 1.05, -0.6)], [0.45 * s, 0.4 * s])
        d.add("hair", coat.node(), "hair")
    if v.blanket:
        region = box(3 * h, 1.25 * b.chest, 0.5 * b.length).move(0, b.front[1] + 0.6 * b.chest, -0.03 * b.length)
        rim = region & box(3 * h, 0.16 * b.chest, 3 * h).move(0, b.front[1] + 0.05 * b.chest, 0)
        a.marking("blanket", region, "blanket")
        a.marking("blanket_trim", rim, "trim")
    nails: list[Node] = []
    for p in (a.stand.fore[-1], a.stand.hind[-1]):
        for k in (-40, 0, 40):
            x, z = math.sin(math.radians(k)), math.cos(math.radians(k))
            nails.append(
                sphere(0.026 * h, 0.032 * h, 0.02 * h).move(
                    p[0] + 0.088 * h * x, 0.035 * h, p[2] + 0.015 * h + 0.092 * h * z
                )
            )
    d.add("toenails", union(*nails).mirrored(), "nails", group="legs")
    a.skin("skin", "skin")
    return d
