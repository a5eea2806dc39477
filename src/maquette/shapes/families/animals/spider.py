"""Spiders and scorpions."""

from __future__ import annotations

import math

from maquette.shapes.api import sphere, sweep, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Flag, Real, Values, Whole, family
from maquette.shapes.sub import features as f
from maquette.shapes.sub.flesh import Flesh, Frame, Point3, toward


@family(
    "spider",
    "animal",
    nouns={
        "tarantula": {"hairs": True, "build": 1.2},
        "black widow": {"mark": True},
        "arachnid": {},
        "scorpion": {"tail": True},
        "giant spider": {"width": 2.0},
    },
    parameters=(
        Real("width", 0.3, 0.05, 2.0),
        Real("build", 1.0, 0.85, 1.25, unit=""),
        Real("leg_length", 1.0, 0.85, 1.2, unit=""),
        Real("knee", 0.5, 0.35, 0.65, unit=""),
        Whole("eyes", 6, 2, 8),
        Flag("fangs", 0.9),
        Flag("mark", 0.5),
        Flag("hairs", 0.35),
        Flag("tail", 0.0),
    ),
    slots={
        "body": ("fur:#2a2220", "fur:#5a3f28", "chitin:#18161a", "fur:#4a2f4a"),
        "legs": ("fur:#241e1c", "fur:#4a3424", "chitin:#1a1618"),
        "mark": ("paint:#c8201c", "paint:#e0a828"),
        "eyes": ("glow:#ff3020", "obsidian"),
        "fangs": ("horn:#3a1f18", "bone"),
        "hairs": ("fur:#6a5040",),
    },
    words={"fangs": {"fangs": True}, "hairy": {"hairs": True}, "tail": {"tail": True}},
    paints={"abdomen": "body", "spots": "mark"},
    height=(0.015, 1.2),
)
def spider(v: Values) -> Draft:
    """Two-part body on eight bent legs, many eyes, fangs."""
    n = v.width
    d = Draft(extent=1.05 * n)
    y = 0.17 * n
    flesh = Flesh(0.03 * n, 61)
    flesh.ball((0, y, 0.08 * n), 0.095 * n)
    flesh.chain([(0, y, 0.08 * n), (0, y + 0.01 * n, -0.06 * n)], [0.06 * n, 0.04 * n])
    if v.tail:
        line: list[Point3] = [
            (0, y, -0.1 * n),
            (0, y, -0.28 * n),
            (0, y + 0.14 * n, -0.4 * n),
            (0, y + 0.3 * n, -0.36 * n),
            (0, y + 0.36 * n, -0.22 * n),
        ]
        flesh.chain(line, [0.09 * n, 0.07 * n, 0.05 * n, 0.045 * n, 0.04 * n])
        d.add("sting", f.spike(line[-1], (0, -0.4, 1), 0.14 * n, 0.035 * n, 8, 0.2), "fangs")
        pincer = union(
            sweep(
                [(0.05 * n, y, 0.12 * n), (0.16 * n, y + 0.03 * n, 0.26 * n), (0.12 * n, y + 0.02 * n, 0.36 * n)],
                [0.025 * n, 0.028 * n, 0.04 * n],
                round_ends=True,
            ),
            *(f.spike((0.12 * n, y + 0.02 * n, 0.37 * n), (s, 0, 1), 0.13 * n, 0.026 * n, 8, 0.2) for s in (-0.4, 0.4)),
        )
        d.add("pincers", pincer.mirrored(), "legs", group="arms")
    else:
        flesh.chain(
            [(0, y + 0.05 * n, -0.14 * n), (0, y + 0.06 * n, -0.24 * n)], [0.13 * n * v.build, 0.145 * n * v.build]
        )
    hd = Frame((0, y, 0.08 * n), 0, 0.095 * n)
    nodes = [
        sphere((0.026 if i < 2 else 0.017) * n).move(*f.on_skin(flesh, hd, az, el))
        for i, (az, el) in enumerate(
            ((16, 22), (-16, 22), (38, 30), (-38, 30), (14, 46), (-14, 46), (54, 14), (-54, 14))[: v.eyes + v.eyes % 2]
        )
    ]
    d.add("eyes", union(*nodes), "eyes", group="head")
    if v.fangs:
        d.add(
            "fangs",
            sweep(
                [hd(0.3, -0.3, 0.8), hd(0.34, -0.55, 1.25), hd(0.2, -1.15, 1.2)], [0.03 * n, 0.026 * n, 0.006 * n]
            ).mirrored(),
            "fangs",
            group="head",
        )
    legs = []
    for i in range(4):
        out = math.radians(52 - 35 * i)
        reach = 0.45 * n * v.leg_length
        ex, ez = math.cos(out) * reach, math.sin(out) * reach
        legs.append(
            sweep(
                [
                    (0.05 * n, y, 0.07 * n),
                    (0.38 * ex, y + v.knee * 0.5 * reach, 0.06 * n + 0.4 * ez),
                    (0.62 * ex, y + v.knee * 0.45 * reach, 0.06 * n + 0.64 * ez),
                    (0.9 * ex, 0.09 * n, 0.06 * n + 0.9 * ez),
                    (ex, 0.012 * n, 0.06 * n + ez),
                ],
                [0.024 * n, 0.024 * n, 0.021 * n, 0.016 * n, 0.01 * n],
                smooth=False,
                round_ends=True,
            )
        )
    d.add("legs", union(*legs).mirrored(), "legs", group="legs")
    if v.mark and not v.tail:
        d.add(
            "mark",
            flesh.node(0.005 * n)
            & union(
                sphere(0.045 * n, 0.2 * n, 0.05 * n).move(0, y + 0.2 * n, -0.17 * n),
                sphere(0.045 * n, 0.2 * n, 0.05 * n).move(0, y + 0.2 * n, -0.27 * n),
            ),
            "mark",
        )
    if v.hairs and not v.tail:
        rng = v.rng("hairs")
        hair = []
        for _ in range(36):
            way = toward(float(rng.uniform(60, 300)), float(rng.uniform(-20, 85)))
            hair.append(f.spike(flesh.out((0, y + 0.05 * n, -0.2 * n), way, n), way, 0.07 * n, 0.011 * n, 5, 0.3))
        d.add("hairs", union(*hair), "hairs")
    d.add("body", flesh.node(), "body")
    d.point("head", flesh.hit((0, n, 0.08 * n), (0, 0, 0.08 * n)), size=0.18 * n)
    d.point("top", flesh.hit((0, n, -0.2 * n), (0, 0, -0.2 * n)))
    d.point("back", flesh.hit((0, n, -0.1 * n), (0, 0, -0.1 * n)), size=0.2 * n)
    return d
