"""Cactus: a ribbed column with arms, a ribbed ball, or pads."""

from __future__ import annotations

import math

from maquette.shapes.api import box, cylinder, lathe, sphere, sweep, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, Whole, family
from maquette.shapes.node import Node
from maquette.shapes.sub.blooms import bloom
from maquette.shapes.sub.foliage import rock


@family(
    "cactus",
    "plant",
    nouns={
        "saguaro": {"kind": "column"},
        "cacti": {},
        "barrel cactus": {"kind": "ball"},
        "prickly pear": {"kind": "pads"},
        "potted cactus": {"pot": True},
    },
    parameters=(
        Choice("kind", ("column", "ball", "pads")),
        Real("height", 1.6, 0.8, 2.6),
        Real("radius", 0.2, 0.15, 0.28),
        Whole("ribs", 12, 8, 16),
        Whole("arms", 2, 1, 4),
        Real("arm_height", 0.42, 0.3, 0.55, unit=""),
        Whole("flowers", 2, 0, 5),
        Flag("spines", 0.85),
        Flag("pot", 0.2),
        Flag("stones", 0.4),
    ),
    slots={
        "body": ("leaf:#4f8a48", "leaf:#3f7a52", "leaf:#6b9a4a"),
        "spine": ("bone",),
        "flower": ("petal", "petal:#f4c52f", "petal:#f2f0ee"),
        "pot": ("clay", "ceramic"),
        "soil": ("sand",),
        "stone": ("sandstone", "stone"),
    },
    words={
        "arms": {"kind": "column"},
        "flowers": {"flowers": 3},
        "flower": {"flowers": 1},
        "spines": {"spines": True},
        "pot": {"pot": True},
        "thorns": {"spines": True},
    },
    paints={"cactus": "body", "flowers": "flower", "spikes": "spine", "needles": "spine"},
    height=(0.3, 3.2),
)
def cactus(v: Values) -> Draft:
    """A ribbed column with arms, a ribbed ball, or pads."""
    rng = v.rng("arms")
    base = 0.32 if v.pot else 0.0
    r, n = v.radius, v.ribs
    h = v.height * (0.8 if v.kind == "pads" else 1.0)
    d = Draft(extent=max(h + base, 0.6))

    def rod(path: list[tuple[float, float, float]], q: float) -> Node:
        star = [
            (
                (1.0 if i % 2 == 0 else 0.84) * q * math.cos(math.pi * i / n),
                (1.0 if i % 2 == 0 else 0.84) * q * math.sin(math.pi * i / n),
            )
            for i in range(2 * n)
        ]
        return sweep(path, profile=star) + sphere(0.93 * q, 0.8 * q, 0.93 * q).move(*path[-1])

    spots: list[tuple[float, float, float, float]] = []
    tips: list[tuple[float, float, float]] = []
    if v.kind == "column":
        d.add("body", rod([(0, base - 0.02, 0), (0, base + 0.5 * h, 0), (0, base + h - 0.8 * r, 0)], r), "body")
        spots += [(0, base + h * t, 0, r) for t in (0.15, 0.28, 0.41, 0.54, 0.67, 0.8)]
        tips.append((0, base + h, 0))
        for i in range(v.arms):
            a = 2 * math.pi * i / v.arms + 0.25
            y, q, far = base + h * (v.arm_height + 0.13 * (i % 2)) - 0.2 * r, 0.62 * r, 2.5 * r
            c, s, up = math.cos(a), math.sin(a), max(h * float(rng.uniform(0.2, 0.34)), 0.8 * r)
            d.add(
                f"arm_{i + 1}",
                rod(
                    [
                        (0.4 * r * c, y, 0.4 * r * s),
                        (1.2 * r * c, y + 0.02, 1.2 * r * s),
                        (2.12 * r * c, y + 0.4 * r, 2.12 * r * s),
                        (far * c, y + 1.3 * r, far * s),
                        (far * c, y + 0.9 * r + up, far * s),
                    ],
                    q,
                ),
                "body",
                group="arms",
            )
            spots += [(far * c, y + 0.9 * r + up * t, far * s, q) for t in (0.3, 0.6, 0.9)]
            tips.append((far * c, y + 0.9 * r + up + 0.75 * q, far * s))
    elif v.kind == "ball":
        q = 0.3 * h
        lobe = sphere(0.36 * q, q, 0.3 * q).move(x=0.68 * q)
        d.add(
            "body",
            union(lobe.around(n), sphere(0.92 * q, 0.96 * q, 0.92 * q)).scale(1, 0.95, 1).move(y=base + 0.88 * q)
            - box(9, 4, 9).move(y=-2 + base),
            "body",
        )
        spots += [(0, base + 0.88 * q + q * t, 0, q * 1.04 * math.sqrt(1 - t * t)) for t in (-0.4, 0.0, 0.4, 0.7)]
        tips += [(0.2 * q * math.cos(2.1 * i), base + 1.82 * q, 0.2 * q * math.sin(2.1 * i)) for i in range(5)]
    else:

        def pad(x: float, y: float, tilt: float, size: float, turn: float, depth: int) -> None:
            t = math.radians(tilt)
            top = (x - 2 * size * math.sin(t), y + 1.9 * size * math.cos(t))
            d.add(
                f"pad_{len(d.parts) + 1}",
                sphere(0.72 * size, size, 0.2 * size).move(y=0.95 * size).rotate(y=turn).rotate(z=tilt).move(x, y, 0),
                "body",
                group="pads",
            )
            tips.append((top[0], top[1], 0.0))
            if depth:
                for s in (-1, 1):
                    pad(
                        top[0] - 0.22 * size * s * math.cos(t),
                        top[1] - 0.6 * size,
                        tilt + s * float(rng.uniform(22, 42)),
                        size * float(rng.uniform(0.66, 0.8)),
                        turn + 18 * s,
                        depth - 1,
                    )

        pad(0, base + 0.012 * h, 0, 0.24 * h, 10, 2)
    if v.spines and spots:
        k = []
        for j, (x, y, z, q) in enumerate(spots):
            one = lathe([(0.016, 0), (0.013, 0.2 * q), (0.004, 0.09 + 0.22 * q)]).rotate(z=-84).move(x=0.76 * q)
            k.append(one.around(max(6, n // 2)).rotate(y=(j % 2) * 180 / n).move(x, y, z))
        d.add("spines", union(*k), "spine")
    for i in range(min(v.flowers, len(tips))):
        petals, _ = bloom("daisy", 0.24, 8, 0)
        d.add(
            f"flower_{i + 1}",
            union(petals, cylinder(0.035, 0.09)).move(tips[i][0], tips[i][1] + 0.015, tips[i][2]),
            "flower",
            group="flowers",
        )
    if v.pot:
        d.add(
            "pot",
            lathe(
                [
                    (0.75 * r + 0.05, 0),
                    (1.2 * r + 0.06, 0.3),
                    (1.35 * r + 0.06, 0.3),
                    (1.35 * r + 0.06, 0.4),
                    (1.15 * r + 0.04, 0.4),
                    (1.1 * r + 0.03, 0.3),
                    (0, 0.28),
                ]
            ),
            "pot",
        )
        d.add("soil", cylinder(1.16 * r + 0.045, 0.1).move(y=0.3), "soil")
    elif v.stones:
        d.add(
            "stones",
            union(
                *(
                    rock(rng, 0.16, 0.11, 0.14, 0.0, 16).move(
                        1.2 * r * math.cos(2.0 * i + 1), 0.05, 1.2 * r * math.sin(2.0 * i + 1)
                    )
                    for i in range(3)
                )
            )
            - box(9, 2, 9).move(y=-1),
            "stone",
        )
    d.point("top", tips[0], size=r)
    return d
