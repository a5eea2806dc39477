"""Octopuses and jellyfish."""

from __future__ import annotations

import math

from maquette.shapes.api import lathe, sphere, sweep, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Flag, Real, Values, Whole, family
from maquette.shapes.node import Node
from maquette.shapes.sub import features as f
from maquette.shapes.sub.flesh import Flesh, Frame, Point3, add, toward
from maquette.shapes.sub.swimmer import EYES, finish


@family(
    "octopus",
    "animal",
    nouns={
        "squid": {"mantle": 1.7},
        "cuttlefish": {"mantle": 1.4},
        "giant squid": {"mantle": 1.7, "width": 3.0},
        "cthulhu": {},
    },
    parameters=(
        Real("width", 0.9, 0.3, 3.0, about="across its arms"),
        Whole("arms", 8, 6, 10),
        Real("mantle", 1.0, 0.85, 1.7, unit=""),
        Real("head", 1.0, 0.85, 1.2, unit=""),
        Real("curl", 1.0, 0.4, 1.5, unit=""),
        Real("thickness", 1.0, 0.8, 1.2, unit=""),
        Flag("suckers", 0.8),
        Flag("spots", 0.5),
        Real("eye_size", 1.0, 0.8, 1.3, unit=""),
    ),
    slots={
        "skin": ("skin:#c8503a", "skin:#8a4fa0", "skin:#d87a4a", "skin:#4a7ab8", "skin:#c8607a"),
        "suckers": ("skin:#f0c8b8", "skin:#e8d0d8"),
        "spots": ("skin:#8a2a20", "skin:#5a2a6a"),
    }
    | EYES
    | {"eyes": ("paint:#e8b83a", "paint:#3a2a20")},
    words={"suckers": {"suckers": True}, "spots": {"spots": True}, "tentacles": {"arms": 8}},
    paints={"body": "skin", "tentacles": "skin"},
    height=(0.12, 2.2),
)
def octopus(v: Values) -> Draft:
    """A bag of a head on curling arms with suckers."""
    w = v.width
    d = Draft(extent=1.05 * w)
    flesh = Flesh(0.035 * w, 70)
    r = 0.15 * w * v.head
    flesh.chain(
        [(0, 0.17 * w, 0), (0, 0.17 * w + 0.2 * w * v.mantle, -0.09 * w * v.mantle)],
        [0.8 * r, 1.1 * r if v.mantle < 1.3 else 0.75 * r],
    )
    flesh.ball((0, 0.13 * w, 0), 0.85 * r)
    rng = v.rng("arms")
    suckers: list[Node] = []
    for i in range(v.arms):
        a = 2 * math.pi * (i + 0.5) / v.arms
        side = float(rng.choice([-1, 1])) * v.curl * float(rng.uniform(0.6, 1.1))
        k = float(rng.uniform(0.88, 1.0))
        path: list[Point3] = []
        for s in (0.0, 0.25, 0.5, 0.75, 0.92, 1.0):
            angle = a + side * 0.75 * s**1.8
            reach = (0.07 + 0.41 * k * s - 0.05 * s * s * abs(side)) * w
            y = (0.1 * (1 - s) ** 2 + 0.03 + (0.05 * (s - 0.6) if s > 0.6 else 0) * (1 + (i % 3))) * w
            path.append((reach * math.sin(angle), y, reach * math.cos(angle)))
        radii = [0.06 * w, 0.046 * w, 0.035 * w, 0.025 * w, 0.018 * w, 0.014 * w]
        flesh.chain(path, [q * v.thickness for q in radii])
        if v.suckers:
            for j in range(1, 4):
                for t in (0.1, 0.6):
                    p = add(path[j], add(path[j + 1], path[j], -1), t)
                    out = (math.cos(a) * side, 0.15, -math.sin(a) * side)
                    n = math.hypot(*out)
                    q = radii[j] * v.thickness
                    suckers.append(sphere(0.42 * q).move(*add(p, (out[0] / n, out[1] / n, out[2] / n), 0.92 * q)))
    if suckers:
        d.add("suckers", union(*suckers), "suckers", group="arms")
    hd = Frame((0, 0.2 * w, 0), 0, r)
    f.eyes(
        d,
        flesh,
        hd,
        0.27 * r * v.eye_size * (1.3 if v.style == "cartoon" else 1),
        40,
        14,
        forward=0.5,
        out=0.7,
        lids="skin",
    )
    d.add(
        "mouth",
        f.mouth_line(flesh, hd, (0, -0.2, 0), half=28, elevation=-6, smile=10, thick=0.05, points=5),
        "mouth",
        group="head",
    )
    if v.spots:
        top = (0.0, 0.17 * w + 0.17 * w * v.mantle, -0.07 * w * v.mantle)
        balls = [
            sphere(float(rng.uniform(0.15, 0.28)) * r).move(
                *flesh.out(top, toward(float(rng.uniform(-180, 180)), float(rng.uniform(0, 80))), w)
            )
            for _ in range(11)
        ]
        d.add("spots", flesh.node(0.004 * w) & union(*balls), "spots")
    return finish(d, flesh, "skin", 0.2 * w, -0.05 * w)


@family(
    "jellyfish",
    "animal",
    nouns={"jelly fish": {}, "medusa": {}},
    parameters=(
        Real("height", 0.5, 0.15, 1.2),
        Real("width", 0.5, 0.42, 0.62, unit=""),
        Whole("tentacles", 9, 6, 14),
        Real("dome", 1.0, 0.8, 1.2, unit=""),
        Real("wave", 1.0, 0.4, 1.6, unit=""),
        Whole("arms", 4, 3, 5),
        Flag("spots", 0.6),
        Flag("glowing", 0.4),
    ),
    slots={
        "bell": ("slime:#e88ac0", "slime:#7ab0f0", "slime:#b88af0", "slime:#f0b080"),
        "tentacles": ("slime:#f0b8dc", "slime:#a8d0f8", "slime:#d0b8f8"),
        "spots": ("glow:#ffd0f0", "glow:#80e0ff", "paint:#f8f0f8"),
    },
    words={"glowing": {"glowing": True}, "spots": {"spots": True}},
    paints={"body": "bell", "dome": "bell"},
    height=(0.12, 1.5),
)
def jellyfish(v: Values) -> Draft:
    """A bell with frilled arms and long thin tentacles."""
    h = v.height
    d, r = Draft(extent=h), 0.5 * v.width * h
    top, k = 0.97 * h, 0.36 * h * v.dome
    bell = lathe(
        [
            (0.35 * r, top - k),
            (0.86 * r, top - 0.97 * k),
            (1.0 * r, top - 0.9 * k),
            (0.96 * r, top - 0.62 * k),
            (0.75 * r, top - 0.25 * k),
            (0.4 * r, top - 0.05 * k),
            (0.01 * r, top),
        ],
        smooth=True,
    )
    d.add("bell", bell, "bell")
    rim = union(
        *(
            sphere(0.14 * r).move(
                0.93 * r * math.cos(2 * math.pi * i / 16), top - 0.94 * k, 0.93 * r * math.sin(2 * math.pi * i / 16)
            )
            for i in range(16)
        )
    )
    d.add("rim", rim, "tentacles")
    lines = []
    for i in range(v.tentacles):
        a = 2 * math.pi * i / v.tentacles
        c, s = math.cos(a), math.sin(a)
        q = 0.012 * h * v.wave
        path = [
            (
                (0.86 * r) * c + q * (-1) ** j * s * j * 0.8,
                (top - 0.9 * k) * (1 - j / 6) + 0.012 * h * (j / 6) + (0.06 * h if i % 2 else 0) * j / 6,
                0.86 * r * s - q * (-1) ** j * c * j * 0.8,
            )
            for j in range(7)
        ]
        lines.append(sweep(path, [0.012 * h] * 4 + [0.01 * h, 0.009 * h, 0.006 * h], round_ends=True, sides=6))
    d.add("tentacles", union(*lines), "tentacles")
    arms = []
    for i in range(v.arms):
        a = 2 * math.pi * (i + 0.3) / v.arms
        c, s = math.cos(a), math.sin(a)
        arms.append(
            sweep(
                [
                    (0.1 * r * c, top - 0.8 * k, 0.1 * r * s),
                    (0.34 * r * c, 0.45 * h, 0.34 * r * s),
                    (0.2 * r * c - 0.1 * r * s, 0.28 * h, 0.2 * r * s + 0.1 * r * c),
                    (0.36 * r * c, 0.16 * h, 0.36 * r * s),
                ],
                [0.05 * h, 0.036 * h, 0.028 * h, 0.008 * h],
                round_ends=True,
            )
        )
    d.add("arms", union(*arms), "bell")
    if v.spots or v.glowing:
        d.add(
            "spots",
            union(
                *(
                    sphere(0.09 * r, 0.05 * r, 0.09 * r).move(
                        0.72 * r * math.cos(0.785 * i), top - 0.28 * k, 0.72 * r * math.sin(0.785 * i)
                    )
                    for i in range(8)
                )
            ),
            "spots",
        )
    d.point("top", (0, top, 0))
    d.point("head", (0, top, 0), size=r)
    return d
