"""Camels and dromedaries."""

from __future__ import annotations

from maquette.shapes.api import box, sphere
from maquette.shapes.draft import Draft
from maquette.shapes.family import Flag, Real, Values, Whole, family
from maquette.shapes.sub import features as f
from maquette.shapes.sub.beast import HAIR_SLOTS, Beast
from maquette.shapes.sub.flesh import Flesh, add, between
from maquette.shapes.sub.quadruped import Build, Muzzle, arc


@family(
    "camel",
    "animal",
    nouns={
        "dromedary": {"humps": 1},
        "bactrian camel": {"humps": 2},
        "llama": {"humps": 0, "height": 1.15},
        "alpaca": {"humps": 0, "height": 0.95},
    },
    parameters=(
        Real("height", 1.75, 0.9, 2.0, about="of the withers"),
        Whole("humps", 1, 0, 2),
        Real("hump_height", 1.0, 0.7, 1.35, unit=""),
        Real("neck", 1.0, 0.85, 1.15, unit=""),
        Real("length", 0.88, 0.8, 0.98, unit=""),
        Real("build", 1.0, 0.88, 1.15, unit=""),
        Flag("saddle", 0.35),
        Flag("beard", 0.5),
        Flag("hair", 0.5, about="thick hair on crown and throat"),
    ),
    slots={
        "fur": ("fur:#c99f66", "fur:#b58950", "fur:#dcc090", "fur:#a0763f"),
        "hair": ("fur:#8f6536", "fur:#7a5630"),
        "ear": ("fur:#9a7248",),
        "saddle": ("fabric:#b03030", "fabric:#2a5a8a", "fabric:#7a3a8a"),
        "trim": ("gold", "fabric:#e8c050"),
        "toes": ("horn:#6a543c",),
    }
    | HAIR_SLOTS,
    words={"saddle": {"saddle": True}, "hump": {"humps": 1}, "beard": {"beard": True}},
    paints={"coat": "fur", "blanket": "saddle"},
    height=(1.2, 3.2),
)
def camel(v: Values) -> Draft:
    """Long legs, one or two humps, a neck in an S."""
    h, w = v.height, v.build
    b = Build(
        height=h,
        length=h * v.length,
        chest=0.175 * h * w,
        belly=0.165 * h * w,
        rump=0.15 * h * w,
        leg=0.058 * h * w,
        shin=0.034 * h,
        foot=0.05 * h,
        stance=0.105 * h * w,
        knees=0.5,
        paw=0.5,
    )
    m = Muzzle(reach=2.35, drop=0.5, root=0.7, tip=0.46, wide=0.06, cheeks=0.4, chin=0.26)
    a = Beast(v, b, m, 0.085 * h, (0.5 * h * v.neck, 50, 0.11 * h * w, 0.065 * h), pitch=6, extent=1.6 * h, curve=-0.26)
    d, hd = a.d, a.head
    top = b.height
    for z in {0: [], 1: [-0.08], 2: [0.16, -0.24]}[v.humps]:
        k = (0.15 if v.humps == 1 else 0.115) * h * v.hump_height
        a.flesh.chain(
            [(0, top - 0.08 * h, z * b.length), (0, top + 0.75 * k, (z - 0.02) * b.length)], [1.1 * k, 0.45 * k]
        )
    joints = a.tail(arc(-45, -88, 0.3 * h, 4), [0.018 * h, 0.015 * h, 0.013 * h, 0.012 * h])
    d.add("tail_tuft", sphere(0.022 * h, 0.05 * h, 0.022 * h).move(*joints[-1]), "hair")
    f.ears(
        d,
        hd,
        "leaf",
        (0.55, 0.7, -0.3),
        (0.8 if v.humps else 1.5) * hd.size,
        0.5 * hd.size,
        lean=25 if v.humps else 8,
        inner="ear",
    )
    a.eyes(0.2, 58, 24, out=0.55, forward=0.3, white=None, lids="fur")
    a.nostrils(26, 16, 0.13)
    a.mouth(half=105, elevation=-30, smile=14, back=0.5)
    if v.hair:
        tuft = Flesh(0.012 * h, 41)
        tuft.chain([hd(0, 0.85, 0.1), hd(0, 0.95, -0.6)], [0.42 * hd.size, 0.4 * hd.size])
        d.add("crest", tuft.node(), "hair", group="head")
    if v.beard:
        throat = Flesh(0.015 * h, 48)
        for s in (0.35, 0.55, 0.75, 0.95):
            p = a.flesh.hit(add(between(a.root, a.end, s), (0, -0.25 * h, 0.3 * h)), between(a.root, a.end, s))
            throat.chain([add(p, (0, 0.02 * h, -0.02 * h)), add(p, (0, -0.06 * h, 0.0))], [0.04 * h, 0.016 * h])
        d.add("beard", throat.node(), "hair")
    if v.saddle:
        a.marking(
            "saddle",
            box(2 * h, 0.55 * b.chest + 0.4 * h, 0.44 * b.length).move(
                0, b.front[1] + 0.25 * b.chest + 0.2 * h, -0.06 * b.length
            ),
            "saddle",
        )
        a.marking(
            "saddle_trim",
            box(2 * h, 0.16 * b.chest, 0.44 * b.length).move(0, b.front[1] + 0.06 * b.chest, -0.06 * b.length),
            "trim",
        )
    a.skin("fur", "toes")
    return d
