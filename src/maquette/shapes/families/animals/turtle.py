"""Turtles and tortoises."""

from __future__ import annotations

import math

from maquette.shapes.api import box, sphere, torus, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Flag, Real, Values, family
from maquette.shapes.sub import features as f
from maquette.shapes.sub.beast import HAIR_SLOTS
from maquette.shapes.sub.flesh import Flesh, Frame
from maquette.shapes.sub.scaly import SHAPE


@family(
    "turtle",
    "animal",
    nouns={"tortoise": {"flippers": False}, "sea turtle": {"flippers": True}},
    parameters=(
        Real("height", 0.22, 0.08, 0.9),
        *SHAPE,
        Real("dome", 1.0, 0.75, 1.3, unit=""),
        Flag("flippers", 0.25),
        Flag("plates", 0.9),
        Flag("rim", 0.85),
    ),
    slots={
        "shell": ("scales:#6a5a30", "scales:#4a6a3a", "scales:#7a4a2a"),
        "plates": ("scales:#8a7a40", "scales:#3a4a28", "scales:#a8703a"),
        "skin": ("scales:#7a9a4a", "scales:#8a9a6a", "scales:#5a8a6a"),
        "claws": ("horn:#3a3428",),
    }
    | HAIR_SLOTS,
    words={"flippers": {"flippers": True}},
    paints={"body": "skin", "head": "skin", "legs": "skin"},
    height=(0.06, 1.1),
)
def turtle(v: Values) -> Draft:
    """A domed shell with plates, a wrinkled neck, stubby legs or flippers."""
    h, w = v.height, v.build
    d = Draft(extent=2.4 * h)
    x, z, y = 0.8 * h * w, 0.95 * h * v.length, 0.34 * h
    top = 0.62 * h * v.dome
    d.add("shell", sphere(x, top, z).move(y=y) & box(9 * h, 2 * h, 9 * h).move(y=y + h), "shell")
    d.add("underside", sphere(0.94 * x, 0.2 * h, 0.94 * z).move(y=y), "plates")
    if v.rim:
        d.add("rim", torus(1.0, 0.06).scale(0.985 * x, h, 0.985 * z).move(y=y + 0.02 * h), "plates")
    if v.plates:
        nodes = []
        for r, n, s in ((0.0, 1, 0.3), (0.5, 6, 0.25), (0.82, 10, 0.2)):
            for i in range(n):
                a = 2 * math.pi * i / n
                px, pz = r * math.sin(a), r * math.cos(a)
                py = math.sqrt(1 - r * r)
                nodes.append(
                    sphere(s * x, 0.06 * h, s * z)
                    .rotate(x=math.degrees(math.asin(pz)) * 0.8, z=-math.degrees(math.asin(px)) * 0.8)
                    .move(0.985 * px * x, y + 0.955 * py * top, 0.985 * pz * z)
                )
        d.add("plates", union(*nodes), "plates")
    flesh = Flesh(0.05 * h, 61)
    hd = Frame((0, 0.62 * h, z + 0.28 * h), 6, 0.2 * h * v.head)
    flesh.chain([(0, 0.4 * h, 0.7 * z), (0, 0.46 * h, z + 0.02 * h), hd(0, -0.2, -0.2)], [0.2 * h, 0.14 * h, 0.13 * h])
    flesh.ball(hd(0, 0, 0), hd.size)
    flesh.chain([hd(0, -0.15, 0.3), hd(0, -0.22, 0.75)], [0.7 * hd.size, 0.5 * hd.size])
    flesh.chain([(0, 0.36 * h, -0.8 * z), (0, 0.24 * h, -z - 0.2 * h * v.tail_length)], [0.12 * h, 0.03 * h])
    if v.flippers:
        flesh.chain(
            [(0.6 * x, 0.34 * h, 0.6 * z), (1.35 * x, 0.2 * h, 0.5 * z), (1.9 * x, 0.08 * h, 0.05 * z)],
            [0.13 * h, 0.11 * h, 0.05 * h],
            both=True,
        )
        flesh.chain([(0.6 * x, 0.3 * h, -0.6 * z), (1.1 * x, 0.08 * h, -1.05 * z)], [0.12 * h, 0.07 * h], both=True)
    else:
        for s in (0.62, -0.62):
            flesh.chain(
                [(0.55 * x, 0.36 * h, s * z), (0.86 * x, 0.22 * h, 1.12 * s * z), (0.9 * x, 0.1 * h, 1.16 * s * z)],
                [0.15 * h, 0.14 * h, 0.12 * h],
                both=True,
            )
        d.add(
            "claws",
            union(*(f.claws((0.9 * x, 0, 1.16 * s * z), 0.12 * h) for s in (0.62, -0.62))).mirrored(),
            "claws",
            group="legs",
        )
    f.eyes(
        d, flesh, hd, 0.23 * hd.size * (1.4 if v.style == "cartoon" else 1), 50, 22, forward=0.4, out=0.5, white=None
    )
    d.add(
        "mouth",
        f.mouth_line(flesh, hd, (0, -0.22, 0.5), half=95, elevation=-16, smile=12, back=0.4, thick=0.06),
        "mouth",
        group="head",
    )
    d.add("body", flesh.node() - box(9 * h, 2 * h, 9 * h).move(y=-h), "skin")
    d.point("head", flesh.hit(hd(0, 5, 0), hd(0, 0, 0)), size=2 * hd.size)
    for name in ("back", "seat", "top"):
        d.point(name, (0, y + top, 0), size=x)
    return d
