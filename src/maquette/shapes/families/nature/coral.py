"""Corals on a rock: branches, fans, tubes and brains."""

from __future__ import annotations

import math

from maquette.shapes.api import Point3, box, sphere, sweep, torus, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, Whole, family
from maquette.shapes.node import Node
from maquette.shapes.sub.flesh import Flesh, add, unit


@family(
    "coral",
    "nature",
    nouns={
        "sea coral": {},
        "coral reef": {"others": True, "branches": 9},
        "branch coral": {"kind": "branches"},
        "sea fan": {"kind": "fan"},
        "brain coral": {"kind": "brain"},
        "tube coral": {"kind": "tubes"},
        "sea sponge": {"kind": "tubes"},
        "staghorn coral": {"kind": "branches"},
    },
    parameters=(
        Choice("kind", ("branches", "fan", "tubes", "brain")),
        Real("height", 0.3, 0.15, 0.8),
        Real("width", 1.0, 0.8, 1.25, unit="", about="share of the height"),
        Real("thickness", 1.0, 0.8, 1.25, unit="", about="of the branches"),
        Real("spread", 1.0, 0.8, 1.2, unit=""),
        Whole("branches", 7, 5, 9),
        Whole("forks", 2, 1, 3),
        Flag("rock", 0.95),
        Flag("others", 0.6, about="smaller corals beside it"),
        Flag("bumps", 0.5),
        Flag("starfish", 0.3),
    ),
    slots={
        "coral": ("clay:#e8503a", "clay:#f07a8a", "clay:#e8a030", "clay:#a84aa0", "clay:#e8dcc4"),
        "tips": ("clay:#f8c0b0", "clay:#f8e8c8", "clay:#f4a8d0"),
        "second": ("clay:#7a5ac0", "clay:#e8c040", "clay:#3a9aa0", "clay:#d8428a"),
        "rock": ("stone", "sandstone", "stone:#5f6a70"),
        "starfish": ("clay:#e8702a", "clay:#c83a2a"),
        "dark": ("clay:#5a2a3a",),
    },
    words={
        "starfish": {"starfish": True},
        "rock": {"rock": True},
        "branches": {"kind": "branches"},
        "fan": {"kind": "fan"},
        "tubes": {"kind": "tubes"},
    },
    paints={"body": "coral", "stone": "rock", "base": "rock"},
    height=(0.12, 1.0),
)
def coral(v: Values) -> Draft:
    """The main one in the middle, smaller ones at its foot."""
    h = v.height
    rng = v.rng("growth")
    d = Draft(extent=1.2 * h)
    base = 0.1 * h
    wide = 0.42 * h * v.width
    if v.rock:
        rock = sphere(wide, 0.16 * h, 0.82 * wide).roughened(0.05 * h, 0.22 * h, v.seed).move(0, 0.07 * h, 0)
        d.add("rock", rock & box(4 * h, h, 4 * h).move(y=0.5 * h), "rock", group="rock")  # fmt: skip
    else:
        d.add("foot", sphere(0.3 * h, 0.1 * h, 0.26 * h).move(0, 0.06 * h, 0), "coral", group="coral")
    tips: list[Node] = []
    if v.kind in ("branches", "fan"):
        flat = 0.16 if v.kind == "fan" else 1.0
        r0 = 0.046 * h * v.thickness * (0.75 if v.kind == "fan" else 1.0)
        flesh = Flesh(0.02 * h, 62)

        def grow(at: Point3, way: Point3, length: float, r: float, left: int) -> None:
            bend = (float(rng.uniform(-0.25, 0.25)), 0.15, flat * float(rng.uniform(-0.25, 0.25)))
            mid = add(at, way, 0.5 * length)
            end = add(mid, unit(add(way, bend)), 0.5 * length)
            flesh.chain([at, mid, end], [r, 0.86 * r, 0.72 * r])
            if not left:
                tips.append(sphere(0.86 * r).move(*end))
                return
            for s in (1, -1):
                turn = float(rng.uniform(0.35, 0.75)) * s
                side = float(rng.uniform(-0.5, 0.5)) * flat
                grow(
                    end,
                    unit((way[0] + turn * (abs(way[1]) + 0.2), way[1] + 0.25, way[2] + side)),
                    0.78 * length,
                    0.78 * r,
                    left - 1,
                )

        first = 0.84 * h / (1 + 0.78 + 0.61 * (v.forks > 1) + 0.47 * (v.forks > 2))
        count = v.branches if v.kind == "branches" else max(3, v.branches - 3)
        for i in range(count):
            if v.kind == "fan":
                lean = (i / (count - 1) - 0.5) * 1.9 * v.spread
                way = unit((lean, 1.0, float(rng.uniform(-0.06, 0.06))))
            else:
                a = 2 * math.pi * (i + float(rng.uniform(-0.2, 0.2))) / count
                lean = (0.0 if i == 0 else 0.75) * v.spread
                way = unit((lean * math.cos(a), 1.0, lean * math.sin(a)))
            grow(
                (0.06 * h * way[0], base, 0.06 * h * way[2]),
                way,
                first,
                r0,
                min(v.forks, 2) if v.kind == "branches" else v.forks,
            )
        flesh.chain([(0, base - 0.03 * h, 0), (0, base + 0.06 * h, 0)], [0.12 * h, 0.06 * h])
        d.add("coral", flesh.node(), "coral", group="coral")
        d.add("tips", union(*tips), "tips", group="coral")
    elif v.kind == "tubes":
        tubes: list[Node] = []
        holes: list[Node] = []
        for i in range(v.branches + 2):
            a = 2.4 * i
            rr = 0.075 * h * math.sqrt(i)
            tall = h * (0.85 - 0.06 * i) * float(rng.uniform(0.85, 1.1)) * (1.0 if i else 1.08)
            r = 0.085 * h * v.thickness * float(rng.uniform(0.85, 1.15))
            foot = (rr * math.cos(a), 0.05 * h, rr * math.sin(a))
            top = (foot[0] * (1 + 0.6 * v.spread), max(tall, 0.32 * h), foot[2] * (1 + 0.6 * v.spread))
            way = unit(add(top, foot, -1))
            tubes.append(sweep([foot, add(foot, add(top, foot, -1), 0.5), top], [0.72 * r, 0.86 * r, r], sides=16))
            holes.append(sweep([add(top, way, -0.5 * r), add(top, way, 0.006 * h)], 0.62 * r, sides=14))
            tilt = (math.degrees(math.atan2(way[2], way[1])), -math.degrees(math.atan2(way[0], way[1])))
            tips.append(torus(0.86 * r, 0.2 * r).rotate(x=tilt[0], z=tilt[1]).move(*top))
        d.add("coral", union(*tubes), "coral", group="coral")
        d.add("rims", union(*tips), "tips", group="coral")
        d.add("mouths", union(*holes), "dark", group="coral")
    else:
        r = 0.46 * h
        y = base + 0.28 * h
        d.add("coral", sphere(r * v.width, 0.72 * r * 1.1, 0.94 * r).move(0, y, 0), "coral", group="coral")
        folds: list[Node] = []
        for i in range(6 + v.branches):
            a0 = float(rng.uniform(0, 6.28))
            e0 = math.asin(0.06 + 0.9 * (i + 0.5) / (6 + v.branches))
            path = []
            for k in range(9):
                a = a0 + 0.17 * k / max(0.35, math.cos(e0))
                e = e0 + 0.13 * math.sin(1.5 * k + i)
                path.append(
                    (
                        r * v.width * math.cos(e) * math.cos(a),
                        y + 0.792 * r * math.sin(e),
                        0.94 * r * math.cos(e) * math.sin(a),
                    )
                )
            folds.append(sweep(path, 0.026 * h * v.thickness, round_ends=True, sides=8))
        d.add("folds", union(*folds), "tips", group="coral")
    if v.others:
        more: list[Node] = []
        for i in range(3):
            a = float(rng.uniform(0, 2)) + 2.1 * i
            x, z = 0.72 * wide * math.cos(a), 0.62 * wide * math.sin(a)
            for k in range(4):
                b = 1.6 * k + i
                more.append(
                    sweep(
                        [
                            (x, 0.08 * h, z),
                            (x + 0.05 * h * math.cos(b), 0.2 * h, z + 0.05 * h * math.sin(b)),
                            (x + 0.07 * h * math.cos(b), (0.26 + 0.02 * k) * h, z + 0.07 * h * math.sin(b)),
                        ],
                        [0.03 * h, 0.026 * h, 0.02 * h],
                        round_ends=True,
                        sides=8,
                    )
                )
        d.add("others", union(*more), "second", group="others")
    if v.bumps:
        dots = [
            sphere(0.022 * h)
            .scale(1, 0.7, 1)
            .move(0.85 * wide * math.cos(0.9 * i), 0.11 * h, 0.7 * wide * math.sin(0.9 * i))
            for i in range(7)
        ]
        d.add("bumps", union(*dots), "second", group="others")  # fmt: skip
    if v.starfish:
        arm = sweep(
            [(0, 0, 0), (0, 0.004 * h, 0.08 * h), (0, -0.006 * h, 0.13 * h)],
            [0.034 * h, 0.026 * h, 0.01 * h],
            round_ends=True,
            sides=8,
        )
        d.add(
            "starfish",
            arm.around(5).scale(1, 0.7, 1).rotate(x=38).move(0.1 * h, 0.16 * h, 0.72 * wide),
            "starfish",
            group="starfish",
        )
    d.point("top", (0, h, 0), size=0.2 * h)
    return d
