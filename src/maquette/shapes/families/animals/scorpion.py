"""Scorpions: a low body of plates, pincers, eight legs, a raised tail with a sting."""

from __future__ import annotations

import itertools
import math

from maquette.shapes.api import sphere, sweep, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Flag, Real, Values, Whole, family
from maquette.shapes.node import Node
from maquette.shapes.sub import features as f
from maquette.shapes.sub.flesh import Flesh, Point3, add


@family(
    "scorpion",
    "animal",
    nouns={
        "emperor scorpion": {"pincer": 1.35},
        "giant scorpion": {"length": 1.5},
        "desert scorpion": {"pincer": 0.85},
        "scorpio": {},
    },
    parameters=(
        Real("length", 0.22, 0.12, 1.5, about="of body and pincers"),
        Real("build", 1.0, 0.85, 1.2, unit=""),
        Real("pincer", 1.0, 0.8, 1.4, unit="", about="size of the claws"),
        Real("leg_length", 1.0, 0.85, 1.15, unit=""),
        Real("tail_length", 1.0, 0.85, 1.2, unit=""),
        Real("curl", 1.0, 0.8, 1.15, unit="", about="of the tail"),
        Whole("plates", 6, 5, 7),
        Whole("segments", 5, 4, 6, about="of the tail"),
        Whole("eyes", 4, 2, 6),
        Flag("open", 0.6, about="open claws"),
        Flag("ridges", 0.6),
    ),
    slots={
        "body": ("chitin:#2a211d", "chitin:#8a5a24", "chitin:#5a2a1a", "chitin:#1d2228", "chitin:#b8843a"),
        "legs": ("chitin:#4a3424", "chitin:#a87838", "chitin:#2a1d18"),
        "claws": ("chitin:#3a1f18", "chitin:#6a2f1c", "chitin:#1a1715"),
        "sting": ("horn:#2a1510", "obsidian"),
        "eyes": ("obsidian", "glow:#ff5a20"),
    },
    words={"tail": {}, "pincers": {}, "sting": {}, "legs": {}},
    paints={"pincers": "claws", "stinger": "sting", "tail": "body", "shell": "body", "plates": "body"},
    height=(0.05, 1.2),
)
def scorpion(v: Values) -> Draft:
    """The claws to the front, the tail bent over the back."""
    n, w = v.length, v.build
    d = Draft(extent=1.05 * n)
    y = 0.1 * n
    flesh = Flesh(0.012 * n, 62)
    flesh.chain([(0, y + 0.01 * n, 0.02 * n), (0, y, 0.15 * n)], [0.088 * n * w, 0.062 * n * w])
    body: list[Node] = []
    back = -0.3 * n
    for i in range(v.plates):
        t = i / (v.plates - 1)
        z = -0.03 * n + (back + 0.05 * n) * t
        r = n * w * (0.098 + 0.022 * math.sin(math.pi * min(t * 1.25, 1)) - 0.03 * t)
        body.append(sphere(r, 0.62 * r, 0.24 * n / v.plates).rotate(x=8).move(0, y + 0.012 * n, z))
        if v.ridges:
            body.append(sphere(0.012 * n, 0.01 * n, 0.16 * n / v.plates).move(0, y + 0.012 * n + 0.6 * r, z))
    # Tail: beads along an arc over the back.
    k, m = v.tail_length, v.segments
    joints: list[Point3] = [(0, y + 0.01 * n, back + 0.02 * n)]
    angle = 165.0
    step = 0.5 * n * k / m
    for _ in range(m):
        a = math.radians(angle)
        joints.append(add(joints[-1], (0, math.sin(a), math.cos(a)), step))
        angle -= 152 * v.curl / m
    for i, (p, q) in enumerate(itertools.pairwise(joints)):
        r = n * w * (0.05 - 0.003 * i)
        body.append(
            sweep(
                [p, ((p[0] + q[0]) / 2, (p[1] + q[1]) / 2, (p[2] + q[2]) / 2), q],
                [0.72 * r, r, 0.78 * r],
                round_ends=True,
                sides=14,
            )
        )
    a = math.radians(angle)
    way: Point3 = (0, math.sin(a), math.cos(a))
    bulb = add(joints[-1], way, 0.05 * n)
    body.append(sphere(0.05 * n * w, 0.052 * n * w, 0.06 * n).move(*bulb))
    d.add("tail", union(*body), "body", group="body")
    tip = add(bulb, (0, math.sin(a - 0.5), math.cos(a - 0.5)), 0.1 * n)
    end = add(tip, (0, math.sin(a - 1.5), math.cos(a - 1.5)), 0.05 * n)
    d.add("sting", sweep([bulb, tip, end], [0.03 * n, 0.018 * n, 0.004 * n], sides=10), "sting", group="tail")
    # Arms and claws.
    s = v.pincer
    arm: list[Point3] = [(0.05 * n, y, 0.13 * n), (0.17 * n, y + 0.03 * n, 0.2 * n), (0.2 * n, y + 0.02 * n, 0.31 * n)]
    claw = Flesh(0.012 * n, 44)
    claw.chain(arm, [0.026 * n, 0.03 * n, 0.024 * n])
    palm = add(arm[-1], (-0.01, 0, 0.075), n)
    claw.chain([add(arm[-1], (0, 0, 0.01), n), palm], [0.03 * n * s, 0.052 * n * s])
    gap = 0.028 * n if v.open else 0.012 * n
    long = 0.15 * n * s
    for side, reach in ((1, 1.0), (-1, 0.88)):
        claw.chain(
            [
                add(palm, (side * 0.022 * s, 0, 0.02), n),
                add(palm, (side * 0.052 * s, 0, 0.085 * s), n),
                add(palm, (side * gap / n, 0, reach * long / n + 0.02), n),
            ],
            [0.03 * n * s, 0.022 * n * s, 0.006 * n],
        )
    d.add("claws", claw.node().mirrored(), "claws", group="claws")
    chelicerae = sweep(
        [(0.025 * n, y - 0.01 * n, 0.19 * n), (0.03 * n, y - 0.02 * n, 0.235 * n)],
        [0.022 * n, 0.012 * n],
        round_ends=True,
    )
    d.add("jaws", chelicerae.mirrored(), "claws", group="head")
    legs = []
    for i in range(4):
        out = math.radians(32 - 30 * i)
        reach = (0.26 + 0.03 * i) * n * v.leg_length
        ex, ez = math.cos(out) * reach, math.sin(out) * reach
        z = (0.11 - 0.045 * i) * n
        legs.append(
            sweep(
                [
                    (0.04 * n, y - 0.01 * n, z),
                    (0.06 * n + 0.3 * ex, y + 0.075 * n, z + 0.3 * ez),
                    (0.06 * n + 0.62 * ex, y + 0.05 * n, z + 0.62 * ez),
                    (0.06 * n + 0.86 * ex, 0.035 * n, z + 0.88 * ez),
                    (0.06 * n + ex, 0.007 * n, z + ez),
                ],
                [0.02 * n, 0.021 * n, 0.017 * n, 0.013 * n, 0.008 * n],
                smooth=False,
                round_ends=True,
                sides=10,
            )
        )
    d.add("legs", union(*legs).mirrored(), "legs", group="legs")
    spots: list[tuple[float, float]] = [(0.018, 0.09), (0.045, 0.155), (0.055, 0.135)][: (v.eyes + 1) // 2]
    nodes = []
    for x, z in spots:
        at = flesh.hit((x * n, n, z * n), (x * n, 0, z * n))
        nodes.append(sphere(0.014 * n if x < 0.02 else 0.01 * n).move(*at))
    d.add("eyes", union(*nodes).mirrored(), "eyes", group="head")
    d.add("head", flesh.node(), "body", group="body")
    if v.ridges:
        d.add("crest", f.spike((0, y + 0.06 * n, 0.03 * n), (0, 0.5, 1), 0.03 * n, 0.012 * n, 6, 0.5), "body", group="body")  # fmt: skip
    d.point("top", flesh.hit((0, n, 0.05 * n), (0, 0, 0.05 * n)), size=0.15 * n)
    d.point("head", flesh.hit((0, n, 0.12 * n), (0, 0, 0.12 * n)), size=0.12 * n)
    d.point("back", (0, y + 0.07 * n, -0.12 * n), size=0.2 * n)
    return d
