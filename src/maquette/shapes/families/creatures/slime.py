"""Slimes."""

from __future__ import annotations

import math

from maquette.shapes.api import box, sphere, sweep, union
from maquette.shapes.draft import Draft
from maquette.shapes.families.creatures.monster import eye_row
from maquette.shapes.family import Choice, Flag, Real, Values, Whole, family
from maquette.shapes.sub import features as f
from maquette.shapes.sub.flesh import Flesh, Frame, add, toward


@family(
    "slime",
    "creature",
    nouns={"blob": {}, "jelly monster": {}, "ooze": {}, "goo": {}, "slime monster": {}},
    parameters=(
        Real("height", 0.6, 0.3, 1.2),
        Real("width", 1.25, 1.0, 1.6, unit=""),
        Whole("eyes", 2, 1, 4),
        Whole("drips", 7, 4, 11),
        Whole("bubbles", 4, 0, 8),
        Real("smile", 1.0, 0.6, 1.4, unit=""),
        Choice("top", ("round", "drop", "crown")),
        Flag("cheeks", 0.5),
        Flag("bones", 0.15),
    ),
    slots={
        "slime": ("slime", "slime:#40a8d8", "slime:#d858a0", "slime:#e0a030", "slime:#8a60d0"),
        "bubbles": ("slime:#b8f080", "ice"),
        "mouth": ("paint:#1c2a1c",),
        "cheeks": ("paint:#e87a90",),
        "bone": ("bone",),
        "crown": ("gold",),
    }
    | f.EYE_SLOTS,
    words={"crown": {"top": "crown"}, "bubbles": {"bubbles": 5}},
    paints={"body": "slime"},
    height=(0.25, 1.7),
)
def slime(v: Values) -> Draft:
    """A wobbling heap with a face, drips at its foot, bubbles on its skin."""
    h, d = v.height, Draft(extent=v.height * max(1.15, v.width))
    r = 0.5 * h * v.width
    flesh = Flesh(0.1 * h, 58)
    tall = {"round": 0.5, "drop": 0.45, "crown": 0.5}[v.top]
    flesh.chain(
        [(0, 0.33 * h, 0), (0, tall * h + 0.03 * h, 0)],
        [0.86 * r if r < 0.4 * h else 0.33 * h, 0.42 * h if v.top != "drop" else 0.36 * h],
    )
    for i in range(8):
        a = 2 * math.pi * i / 8
        flesh.ball((0.5 * r * math.cos(a), 0.3 * h, 0.5 * r * math.sin(a)), 0.29 * h)
    if v.top == "drop":
        flesh.chain([(0, 0.72 * h, 0), (0, 0.9 * h, 0), (0.06 * h, 1.0 * h, 0.02 * h)], [0.2 * h, 0.09 * h, 0.03 * h])
    rng = v.rng("drips")
    for i in range(v.drips):
        a = 2 * math.pi * (i + float(rng.uniform(-0.25, 0.25))) / v.drips
        k = float(rng.uniform(0.9, 1.08)) * r
        flesh.chain(
            [(0.6 * r * math.sin(a), 0.16 * h, 0.6 * r * math.cos(a)), (k * math.sin(a), 0.075 * h, k * math.cos(a))],
            [0.16 * h, float(rng.uniform(0.06, 0.085)) * h],
        )
    head = Frame((0, 0.5 * h, 0), 0, 0.42 * h)
    rows: dict[int, int] = {1: 1, 2: 2, 3: 3, 4: 4}
    eye_row(d, flesh, head, rows[v.eyes], 0.115 * h, 14)
    line = f.mouth_line(flesh, head, (0, -0.1, 0), half=24 * v.smile, elevation=-16, smile=12 * v.smile, thick=0.07)
    d.add("mouth", line, "mouth", group="head")
    if v.cheeks:
        d.add(
            "cheeks",
            sphere(0.06 * h, 0.04 * h, 0.03 * h).rotate(y=40).move(*f.on_skin(flesh, head, 42, -12)).mirrored(),
            "cheeks",
            group="head",
        )
    bubbles = [
        sphere(float(rng.uniform(0.03, 0.06)) * h).move(
            *flesh.out((0, 0.4 * h, 0), toward(float(rng.uniform(60, 300)), float(rng.uniform(0, 60))), 3 * h)
        )
        for _ in range(v.bubbles)
    ]
    if bubbles:
        d.add("bubbles", union(*bubbles), "bubbles")
    if v.bones:
        on = flesh.out((0, 0.45 * h, 0), toward(100, 40), 3 * h)
        shaft = sweep([add(on, (-0.1 * h, -0.06 * h, 0)), add(on, (0.12 * h, 0.1 * h, 0))], 0.025 * h)
        d.add(
            "bone",
            union(
                shaft,
                *(
                    sphere(0.038 * h).move(*add(on, (0.12 * h + x * h, 0.1 * h + y * h, 0)))
                    for x, y in ((0.02, -0.015), (-0.015, 0.02))
                ),
            ),
            "bone",
        )
    top = flesh.hit((0, 3 * h, 0), (0, 0.3 * h, 0))
    if v.top == "crown":
        from maquette.shapes.api import cylinder

        k = 0.2 * h
        spikes = [
            cylinder(0.09 * h, 0.13 * h, 0.008 * h, sides=4).move(0.88 * k, 0.1 * h, 0).rotate(y=72 * i)
            for i in range(5)
        ]
        d.add(
            "crown",
            union(cylinder(k, 0.1 * h, bevel=0.015 * h), *spikes).move(*add(top, (0, 0.015 * h, 0))),
            "crown",
            group="head",
        )
    under = flesh.node() - box(6 * h, h, 6 * h).move(y=-0.5 * h)
    d.add("body", under, "slime")
    d.point("head", top, size=0.5 * h)
    d.point("top", top)
    return d
