"""Flower: blooms on curved stalks with leaves."""

from __future__ import annotations

import math

from maquette.shapes.api import lathe, sphere, sweep, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, Whole, family
from maquette.shapes.sub.blooms import bloom
from maquette.shapes.sub.foliage import leaf


@family(
    "flower",
    "plant",
    nouns={
        "rose": {"kind": "rose"},
        "tulip": {"kind": "tulip"},
        "daisy": {"kind": "daisy"},
        "sunflower": {"kind": "sunflower", "height": 1.2, "blooms": 1},
        "poppy": {"kind": "poppy"},
        "bouquet": {"blooms": 5},
        "blossom": {"kind": "daisy"},
        "wildflower": {"kind": "daisy"},
    },
    parameters=(
        Choice("kind", ("daisy", "rose", "tulip", "sunflower", "poppy")),
        Real("height", 0.5, 0.32, 1.3),
        Real("size", 0.14, 0.1, 0.2, about="of a bloom"),
        Whole("blooms", 1, 1, 5),
        Whole("petals", 14, 10, 20),
        Whole("leaves", 3, 2, 5),
        Real("leaf_length", 0.17, 0.12, 0.24),
        Real("tilt", 28, 5, 55, unit="deg", about="of the bloom toward the front"),
        Flag("thorns", 0.4),
        Flag("soil", 0.5),
    ),
    slots={
        "petal": ("petal", "petal:#d8242f", "petal:#f4c52f", "petal:#f5f0ea", "petal:#8a4fc0", "petal:#f08a3a"),
        "heart": ("peel:#f2b62a", "bark:#4a2f1c"),
        "stem": ("leaf:#4f8a3a", "leaf:#3f7a3a"),
        "soil": ("soil",),
    },
    words={"thorns": {"thorns": True}, "soil": {"soil": True}},
    paints={"petals": "petal", "bloom": "petal", "center": "heart", "leaves": "stem", "stalk": "stem"},
    height=(0.28, 1.7),
)
def flower(v: Values) -> Draft:
    """Blooms on curved stalks with leaves."""
    tall = v.height * (1.3 if v.kind == "sunflower" else 1.0)
    d = Draft(extent=max(tall, 0.4))
    size, rng = v.size * tall / 0.5 * (1.35 if v.kind == "sunflower" else 1.0), v.rng("stems")
    size = min(size, 0.45 * tall)
    r = 0.016 * tall + 0.003
    for i in range(v.blooms):
        a = 2 * math.pi * i / v.blooms + 0.6
        far = 0.0 if v.blooms == 1 else (0.32 if i else 0.12) * tall
        h = tall * (1.0 if i == 0 else float(rng.uniform(0.7, 0.95)))
        end = (far * math.cos(a), h - 0.3 * size, far * math.sin(a))
        mid = (0.35 * end[0], 0.5 * h, 0.35 * end[2] - 0.03 * tall)
        d.add(
            f"stem_{i + 1}",
            sweep(
                [(0.01 * i, 0, 0), mid, end, (end[0], end[1] + 0.02 * tall, end[2] + 0.01 * tall)],
                [1.2 * r, r, 0.85 * r, 0.85 * r],
            )
            + sphere(1.5 * r, 1.3 * r, 1.5 * r).move(end[0], end[1] + 0.02 * tall, end[2] + 0.01 * tall),
            "stem",
            group="stem",
        )
        petals, heart = bloom(v.kind, size, v.petals, 0)
        tip = v.tilt if v.kind not in ("tulip", "rose") else 0.35 * v.tilt
        place = (end[0], end[1] + 0.02 * tall + 0.5 * r, end[2] + 0.01 * tall)
        d.add(f"petals_{i + 1}", petals.rotate(x=tip).move(*place), "petal", group="petals")
        d.add(f"heart_{i + 1}", heart.rotate(x=tip).move(*place), "heart", group="hearts")
    long = v.leaf_length * tall / 0.5
    for i in range(v.leaves):
        y = tall * ((0.12 + 0.1 * i) if v.blooms == 1 else (0.06 + 0.03 * i)) if v.kind != "tulip" else 0.02 * tall
        grow = long * (1.9 if v.kind == "tulip" else 1.0)
        one = leaf(grow, 0.34 * long, 0.035 * long + 0.002, 40).rotate(x=58 if v.kind != "tulip" else 16)
        d.add(
            f"leaf_{i + 1}",
            one.rotate(y=137 * i + 40).move(y=y, z=-0.035 * tall * min(1.0, 2 * y / tall)),
            "stem",
            group="leaves",
        )
    if v.thorns and v.kind == "rose":
        d.add(
            "thorns",
            union(
                *(
                    lathe([(0.7 * r, 0), (0.1 * r, 1.9 * r)])
                    .rotate(x=75)
                    .move(z=0.6 * r)
                    .rotate(y=137 * i)
                    .move(y=tall * (0.2 + 0.06 * i), z=-0.03 * tall * (0.4 + 0.1 * i))
                    for i in range(4)
                )
            ),
            "stem",
        )
    if v.soil:
        d.add(
            "soil",
            lathe([(0.16 * tall, 0.0), (0.13 * tall, 0.03 * tall), (0.05 * tall, 0.06 * tall)], smooth=True).roughened(
                0.004 * tall, 0.08 * tall, octaves=2
            ),
            "soil",
        )
    else:
        d.add("root", lathe([(2.2 * r, 0), (1.6 * r, 0.02 * tall), (0.8 * r, 0.05 * tall)]), "stem")
    d.point("top", (0, tall, 0), size=size)
    d.point("grip", (0, 0.3 * tall, -0.02 * tall), size=2 * r)
    return d
