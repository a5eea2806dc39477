"""Flowers and potted plants, cactuses, ferns, bamboo, grass and mushrooms."""

from __future__ import annotations

import itertools
import math

from maquette.shapes.api import box, capsule, cylinder, lathe, sphere, sweep, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, Whole, family
from maquette.shapes.node import Node
from maquette.shapes.sub.foliage import frond, leaf, rock


def bloom(kind: str, size: float, petals: int, rng_turn: float) -> tuple[Node, Node]:
    """(petals, heart) about the origin, facing +Y; `size` is the diameter."""
    r = size / 2
    if kind == "tulip":
        outer = leaf(1.7 * r, 1.15 * r, 0.16 * r, -42).rotate(x=16).move(z=0.34 * r)
        cup = union(
            outer.around(3),
            outer.scale(0.94, 1.04, 0.94).around(3).rotate(y=60),
            sphere(0.5 * r, 0.35 * r, 0.5 * r).move(y=0.18 * r),
        )
        return cup, capsule(0.12 * r, 0.9 * r).move(y=0.6 * r)
    if kind == "rose":
        rings = [(0.98, 62, 5, 0.95, 0.0), (0.82, 42, 5, 1.0, 0.12), (0.64, 24, 4, 0.95, 0.2), (0.46, 8, 3, 0.85, 0.28)]
        whorls = [
            leaf(r * 1.15 * f, 1.05 * r * f + 0.2 * r, 0.13 * r, -35)
            .rotate(x=tilt)
            .move(y=up * r, z=0.1 * r)
            .around(n)
            .rotate(y=31 * i)
            for i, (f, tilt, n, _, up) in enumerate(rings)
        ]
        return union(*whorls, sphere(0.45 * r, 0.5 * r, 0.45 * r).move(y=0.4 * r)), lathe(
            [(0.2 * r, 0.7 * r), (0.22 * r, 0.95 * r), (0.08 * r, 0.98 * r)]
        )
    long = 0.72 * r if kind == "sunflower" else 0.84 * r
    wide = (
        {"daisy": 2.5, "sunflower": 2.6, "poppy": 5.0}.get(kind, 3.2) * r / petals * (1.0 if kind != "poppy" else 0.9)
    )
    n = petals if kind != "poppy" else max(4, petals // 3)
    wide = wide if kind != "poppy" else 1.5 * r
    one = (
        leaf(long, wide, 0.09 * r, 18 if kind != "poppy" else -30)
        .rotate(x=78 if kind != "poppy" else 52)
        .move(z=0.26 * r if kind != "poppy" else 0.1 * r)
    )
    rows = (
        union(one.around(n), one.scale(0.92, 1, 0.92).move(y=0.06 * r).around(n).rotate(y=180 / n))
        if kind == "sunflower"
        else one.around(n)
    )
    heart = (
        sphere(0.48 * r, 0.2 * r, 0.48 * r)
        if kind == "sunflower"
        else sphere(0.32 * r, 0.22 * r, 0.32 * r).move(y=0.04 * r)
    )
    return union(rows, sphere(0.3 * r, 0.08 * r, 0.3 * r)), heart


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
                0.008 * tall, 0.05 * tall
            ),
            "soil",
        )
    else:
        d.add("root", lathe([(2.2 * r, 0), (1.6 * r, 0.02 * tall), (0.8 * r, 0.05 * tall)]), "stem")
    d.point("top", (0, tall, 0), size=size)
    d.point("grip", (0, 0.3 * tall, -0.02 * tall), size=2 * r)
    return d


@family(
    "potted plant",
    "plant",
    nouns={
        "houseplant": {},
        "house plant": {},
        "plant": {},
        "plant pot": {},
        "flower pot": {"kind": "flowers"},
        "flowerpot": {"kind": "flowers"},
        "succulent": {"kind": "succulent"},
        "snake plant": {"kind": "swords"},
        "monstera": {"kind": "leaves"},
        "indoor plant": {},
    },
    parameters=(
        Choice("kind", ("leaves", "swords", "fern", "succulent", "flowers")),
        Real("height", 0.55, 0.3, 0.9, about="of the plant"),
        Real("pot_height", 0.26, 0.18, 0.34),
        Real("pot_radius", 0.16, 0.12, 0.2),
        Real("pot_taper", 0.75, 0.6, 1.05, unit=""),
        Choice("pot", ("round", "square", "bowl")),
        Whole("leaves", 12, 8, 18),
        Real("leaf_width", 0.36, 0.24, 0.5, unit=""),
        Flag("saucer", 0.6),
        Flag("band", 0.5),
    ),
    slots={
        "pot": ("clay", "ceramic", "paint:#3f6f8f", "paint:#d9a441", "concrete", "ceramic:#8a3b32"),
        "leaf": ("leaf", "leaf:#3b8048", "leaf:#6aa043", "leaf:#4f8f6a"),
        "soil": ("soil",),
        "flower": ("petal", "petal:#f4c52f", "petal:#f5f0ea"),
        "heart": ("peel:#f2b62a",),
        "band": ("paint:#f2ead8", "gold", "paint:#2f4858"),
    },
    words={"saucer": {"saucer": True}, "flowers": {"kind": "flowers"}, "band": {"band": True}},
    paints={"leaves": "leaf", "plant": "leaf", "flowers": "flower", "vase": "pot"},
    height=(0.28, 1.4),
)
def potted_plant(v: Values) -> Draft:
    """A pot with earth and a plant."""
    ph, r = v.pot_height, v.pot_radius
    h = v.height * (0.5 if v.kind == "succulent" else 1.0)
    d = Draft(extent=ph + h)
    lift = 0.025 if v.saucer else 0.0
    if v.pot == "square":
        pot = box(2 * r * v.pot_taper, ph, 2 * r * v.pot_taper, 0.015).tapered(1 / v.pot_taper).move(y=ph / 2) - box(
            1.7 * r, ph, 1.7 * r
        ).move(y=1.35 * ph)
    elif v.pot == "bowl":
        pot = lathe(
            [
                (0.55 * r, 0),
                (1.05 * r, 0.25 * ph),
                (1.15 * r, 0.6 * ph),
                (0.95 * r, ph),
                (0.85 * r, ph),
                (0.85 * r, 0.7 * ph),
                (0.0, 0.65 * ph),
            ],
            smooth=False,
        )
    else:
        pot = lathe(
            [
                (v.pot_taper * r, 0),
                (0.96 * r, 0.78 * ph),
                (1.1 * r, 0.78 * ph),
                (1.12 * r, ph),
                (0.97 * r, ph),
                (0.93 * r, 0.75 * ph),
                (0.0, 0.7 * ph),
            ]
        )
    d.add("pot", pot.move(y=lift), "pot")
    top = lift + 0.88 * ph
    d.add(
        "soil",
        (cylinder(0.98 * r, 0.3 * ph) if v.pot != "square" else box(1.74 * r, 0.3 * ph, 1.74 * r)).move(
            y=top - 0.15 * ph
        ),
        "soil",
    )
    if v.saucer:
        d.add(
            "saucer",
            lathe(
                [
                    (0.9 * r * v.pot_taper + 0.02, 0),
                    (v.pot_taper * r + 0.06, 0.035),
                    (v.pot_taper * r + 0.045, 0.035),
                    (v.pot_taper * r, 0.028),
                    (0, 0.028),
                ]
            ),
            "pot",
        )
    if v.band and v.pot != "square":
        y = 0.42 * ph
        q = v.pot_taper * r + (0.96 - v.pot_taper) * r * 0.54 if v.pot == "round" else 1.12 * r
        d.add("band", cylinder(q + 0.008, 0.14 * ph, q + 0.01).move(y=lift + y), "band")
    n = v.leaves
    for i in range(n):
        rng = v.rng(f"leaf {i}")
        turn, t = 137.5 * i, i / n
        if v.kind == "swords":
            one = (
                leaf(h * float(rng.uniform(0.6, 1.02)), 0.28 * v.leaf_width * h * 0.75, 0.018 * h + 0.004, 8)
                .rotate(x=4 + 10 * t)
                .move(z=0.5 * r * math.sqrt(t))
            )
        elif v.kind == "fern":
            one = (
                frond(0.95 * h * float(rng.uniform(0.8, 1.1)), 0.26 * h, 0.012, 9, 75)
                .rotate(x=12 + 38 * t)
                .move(z=0.15 * r)
            )
        elif v.kind == "succulent":
            one = (
                leaf(0.75 * h * (0.8 + 0.2 * t), v.leaf_width * h * 0.85, 0.15 * h, -22)
                .rotate(x=12 + 62 * t)
                .move(z=0.1 * r)
            )
        else:
            stalk = 0.55 * h * float(rng.uniform(0.6, 1.1)) * (1.15 - 0.4 * t)
            lean = 6 + 42 * t
            blade = leaf(0.52 * h, v.leaf_width * h * 0.9, 0.02 * h + 0.003, 62).rotate(x=26)
            one = union(capsule(0.011 * h + 0.004, stalk + 0.08 * h).move(y=stalk / 2), blade.move(y=stalk)).rotate(
                x=lean
            )
        d.add(f"leaf_{i + 1}", one.rotate(y=turn).move(y=top - 0.02), "leaf", group="leaves")
    if v.kind == "succulent":
        d.add("heart_leaf", sphere(0.16 * h, 0.3 * h, 0.16 * h).move(y=top + 0.2 * h), "leaf")
    if v.kind == "flowers":
        for i in range(5):
            rng = v.rng(f"bloom {i}")
            petals, heart = bloom("daisy", 0.3 * h, 11, 0)
            a, y = 2.4 * i, h * float(rng.uniform(0.75, 1.0))
            far = 0.0 if i == 0 else 0.3 * h
            at = (far * math.cos(a), top + y, far * math.sin(a))
            d.add(
                f"stalk_{i + 1}",
                sweep([(0, top - 0.02, 0), (0.3 * at[0], top + 0.5 * y, 0.3 * at[2]), at], 0.012 * h + 0.003),
                "leaf",
                group="stalks",
            )
            d.add(f"petals_{i + 1}", petals.rotate(x=18).move(*at), "flower", group="flowers")
            d.add(f"heart_{i + 1}", heart.rotate(x=18).move(*at), "heart", group="flowers")
    d.point("top", (0, top + h, 0), size=r)
    return d


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
            y, q, far = base + h * (v.arm_height + 0.13 * (i % 2)), 0.66 * r, 2.1 * r
            c, s, up = math.cos(a), math.sin(a), h * float(rng.uniform(0.2, 0.34))
            d.add(
                f"arm_{i + 1}",
                rod(
                    [
                        (0.4 * r * c, y, 0.4 * r * s),
                        (0.75 * far * c, y + 0.02, 0.75 * far * s),
                        (far * c, y + 0.5 * r, far * s),
                        (far * c, y + 0.5 * r + up, far * s),
                    ],
                    q,
                ),
                "body",
                group="arms",
            )
            spots += [(far * c, y + 0.5 * r + up * t, far * s, q) for t in (0.3, 0.6, 0.9)]
            tips.append((far * c, y + 0.5 * r + up + 0.75 * q, far * s))
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


@family(
    "mushroom",
    "plant",
    nouns={
        "toadstool": {"spots": 9, "kind": "cone"},
        "fly agaric": {"spots": 12},
        "mushrooms": {"count": 4},
        "fungus": {},
        "glowing mushroom": {"glow": True},
        "magic mushroom": {"glow": True},
        "giant mushroom": {"height": 0.5},
    },
    parameters=(
        Choice("kind", ("dome", "cone", "flat")),
        Real("height", 0.16, 0.1, 0.5),
        Real("cap_width", 0.95, 0.7, 1.3, unit="", about="relative to the height"),
        Real("cap_height", 0.42, 0.3, 0.58, unit=""),
        Real("stem", 0.13, 0.09, 0.19, unit="", about="its radius"),
        Real("bend", 10, 0, 26, unit="deg"),
        Whole("count", 1, 1, 5),
        Whole("spots", 9, 0, 14),
        Flag("ring", 0.6),
        Flag("glow", 0.12),
        Flag("moss", 0.4),
    ),
    slots={
        "cap": ("paint:#c42a22", "paint:#c9853f", "paint:#7a4a9e", "paint:#8a5a38", "paint:#d9b26a"),
        "stem": ("bone", "paint:#efe6d2"),
        "gills": ("paint:#ead9bc", "paint:#c9a98a"),
        "spot": ("paint:#f7f2e6",),
        "glow": ("glow:#5affc8", "glow:#8ab8ff"),
        "moss": ("moss",),
    },
    words={
        "spots": {"spots": 10},
        "dots": {"spots": 10},
        "ring": {"ring": True},
        "moss": {"moss": True},
        "glowing": {"glow": True},
        "spotted": {"spots": 10},
    },
    paints={"dots": "spot", "spots": "spot", "stalk": "stem"},
    height=(0.09, 0.75),
)
def mushroom(v: Values) -> Draft:
    """A cap with gills and spots on a bent stem; others beside it."""
    d = Draft(extent=v.height * (1.3 if v.count == 1 else 1.8))
    rng = v.rng("spots")
    for k in range(v.count):
        h = v.height * (1.0 if k == 0 else float(rng.uniform(0.4, 0.75)))
        a, far = 2.0 * k + 0.5, 0.0 if k == 0 else v.height * float(rng.uniform(0.4, 0.55))
        x0, z0 = far * math.cos(a), far * math.sin(a)
        r, R, ch = v.stem * h, v.cap_width * h / 2, v.cap_height * h
        lean = math.radians(v.bend) * (1 if k % 2 == 0 else -1)
        stem_top = h - 0.62 * ch
        at = (x0 + 0.35 * stem_top * math.sin(lean), stem_top, z0)
        d.add(
            f"stem_{k + 1}",
            sweep(
                [
                    (x0, 0, z0),
                    (x0 + 0.04 * h * lean, 0.25 * stem_top, z0),
                    (x0 + 0.22 * stem_top * math.sin(lean), 0.65 * stem_top, z0),
                    (at[0], stem_top + 0.3 * ch, z0),
                ],
                [1.35 * r, 1.1 * r, 0.9 * r, 0.85 * r],
            ),
            "stem",
            group="stems",
        )
        top = {
            "dome": [(R, 0.0), (1.0 * R, 0.12 * ch), (0.8 * R, 0.62 * ch), (0.4 * R, 0.92 * ch), (0, ch)],
            "cone": [(R, 0.0), (0.98 * R, 0.1 * ch), (0.6 * R, 0.6 * ch), (0.25 * R, 1.05 * ch), (0, 1.2 * ch)],
            "flat": [(R, 0.15 * ch), (1.02 * R, 0.3 * ch), (0.75 * R, 0.52 * ch), (0.3 * R, 0.6 * ch), (0, 0.62 * ch)],
        }[v.kind]
        cap = lathe([(0.2 * R, 0.08 * ch), (0.8 * R, 0.0), *top], smooth=True)
        tilt = -6 * (1 if k % 2 == 0 else -1) * v.bend / 10
        d.add(f"cap_{k + 1}", cap.rotate(z=tilt).move(*at), "glow" if v.glow else "cap", group="caps")
        d.add(
            f"gills_{k + 1}",
            union(
                lathe([(0.7 * r, -0.16 * ch), (0.86 * R, 0.02 * ch), (0.4 * R, 0.2 * ch)]),
                *(
                    box(0.04 * R, 0.2 * ch, 0.62 * R).move(y=0.0, z=0.46 * R).rotate(y=30 * i)
                    for i in range(12)
                    if h > 0.6 * v.height
                ),
            )
            .rotate(z=tilt)
            .move(*at),
            "gills",
            group="gills",
        )
        if v.ring:
            d.add(
                f"ring_{k + 1}",
                lathe([(0.7 * r, 0.05 * h), (1.7 * r, -0.02 * h), (1.55 * r, -0.035 * h), (0.7 * r, 0.0)]).move(
                    x0 + 0.24 * stem_top * math.sin(lean), 0.72 * stem_top, z0
                ),
                "stem",
                group="stems",
            )
        spots = []
        for i in range(v.spots if k == 0 else v.spots // 2):
            t, b = (0.0, 0.0) if i == 0 else (0.42 + 0.42 * ((i * 0.382) % 1.0), 2.4 * i)
            y = next(
                y0 + (y1 - y0) * (q0 - t * R) / max(q0 - q1, 1e-9)
                for (q0, y0), (q1, y1) in itertools.pairwise(top)
                if q1 <= t * R <= q0
            )
            s = R * float(rng.uniform(0.09, 0.15))
            spots.append(
                sphere(s, 0.55 * s, s)
                .rotate(x=40 * t)
                .rotate(y=90 - math.degrees(b))
                .move(t * R * math.cos(b), y + 0.02 * ch, t * R * math.sin(b))
            )
        if spots:
            d.add(f"spots_{k + 1}", union(*spots).rotate(z=tilt).move(*at), "spot", group="spots")
    if v.moss or v.count > 1:
        w = v.height * (0.45 if v.count == 1 else 0.8)
        d.add(
            "moss",
            (sphere(w, 0.12 * v.height, w).roughened(0.02 * v.height, 0.15 * v.height, seed=3))
            - box(9, 2, 9).move(y=-1),
            "moss",
        )
    d.point("top", (0, v.height, 0), size=v.cap_width * v.height)
    return d


@family(
    "fern",
    "plant",
    nouns={
        "ferns": {},
        "grass": {"kind": "grass"},
        "grass tuft": {"kind": "grass"},
        "tuft of grass": {"kind": "grass"},
        "reeds": {"kind": "reeds"},
        "cattail": {"kind": "reeds"},
        "bulrush": {"kind": "reeds"},
        "wheat": {"kind": "wheat"},
        "seaweed": {"kind": "grass", "bend": 20},
    },
    parameters=(
        Choice("kind", ("fern", "grass", "reeds", "wheat")),
        Real("height", 0.6, 0.35, 1.1),
        Whole("leaves", 14, 10, 22),
        Real("width", 0.28, 0.2, 0.38, unit="", about="of a leaf, relative"),
        Real("bend", 70, 30, 100, unit="deg"),
        Real("spread", 0.22, 0.12, 0.35, unit=""),
        Whole("heads", 5, 3, 8),
        Flag("soil", 0.5),
        Flag("stones", 0.25),
    ),
    slots={
        "leaf": ("leaf:#4d8f3d", "grass", "leaf:#6f9c3a", "leaf:#3d7d48"),
        "head": ("bark:#6b4428", "thatch"),
        "soil": ("soil", "moss"),
        "stone": ("stone",),
    },
    words={"soil": {"soil": True}, "stones": {"stones": True}},
    paints={"leaves": "leaf", "blades": "leaf", "fronds": "leaf"},
    height=(0.18, 1.6),
)
def fern(v: Values) -> Draft:
    """Fronds, blades or reeds from one root."""
    h, n = v.height, v.leaves
    d = Draft(extent=1.6 * h)
    for i in range(n):
        rng = v.rng(f"leaf {i}")
        t, turn = i / n, 137.5 * i + float(rng.uniform(-15, 15))
        size = h * float(rng.uniform(0.75, 1.15))
        if v.kind == "fern":
            one = frond(1.15 * size, 1.1 * v.width * h, 0.014 * h + 0.003, 10, v.bend).rotate(x=10 + 40 * t)
        else:
            one = leaf(
                size * (1 - 0.25 * t),
                0.16 * v.width * h + 0.012,
                0.016 * h + 0.004,
                0.7 * v.bend * (0.3 + t) * (0.5 if v.kind != "grass" else 1),
            ).rotate(x=3 + 18 * t)
        place = one.rotate(y=turn).move(
            0.5 * v.spread * h * t * math.sin(math.radians(turn)),
            -0.02 * h,
            0.5 * v.spread * h * t * math.cos(math.radians(turn)),
        )
        d.add(f"leaf_{i + 1}", place - box(9, 4, 9).move(y=-2), "leaf", group="leaves")
    if v.kind in ("reeds", "wheat"):
        for i in range(v.heads):
            rng = v.rng(f"head {i}")
            a, far, tall = 2.4 * i, 0.16 * h * math.sqrt((i + 0.3) / v.heads), h * float(rng.uniform(1.0, 1.3))
            end = (far * math.cos(a) * 2, tall, far * math.sin(a) * 2)
            d.add(
                f"stalk_{i + 1}",
                sweep(
                    [(0.4 * end[0], 0, 0.4 * end[2]), (0.7 * end[0], 0.6 * tall, 0.7 * end[2]), end], 0.008 * h + 0.003
                ),
                "leaf",
                group="stalks",
            )
            ear = (
                capsule(0.035 * h, 0.26 * h)
                if v.kind == "reeds"
                else union(
                    *(
                        sphere(0.03 * h, 0.05 * h, 0.022 * h).move(
                            x=0.014 * h * (1 if j % 2 else -1), y=(j - 3) * 0.036 * h
                        )
                        for j in range(7)
                    )
                )
            )
            d.add(f"head_{i + 1}", ear.move(end[0] * 0.98, tall - 0.1 * h, end[2] * 0.98), "head", group="heads")
    w = (0.24 + 0.8 * v.spread) * h
    d.add(
        "soil",
        lathe(
            [
                (w, 0),
                (0.85 * w, 0.03 * h),
                (0.5 * w, 0.06 * h if v.soil else 0.045 * h),
                (0, 0.07 * h if v.soil else 0.05 * h),
            ],
            smooth=True,
        ),
        "soil",
    )
    if v.stones:
        rng = v.rng("stones")
        d.add(
            "stones",
            union(
                *(
                    rock(rng, 0.12 * h, 0.09 * h, 0.11 * h, 0.0, 15).move(
                        0.8 * w * math.cos(2.2 * i), 0.03 * h, 0.8 * w * math.sin(2.2 * i)
                    )
                    for i in range(3)
                )
            )
            - box(9, 2, 9).move(y=-1),
            "stone",
        )
    d.point("top", (0, h, 0), size=0.3 * h)
    return d


@family(
    "bamboo",
    "plant",
    nouns={"bamboo plant": {}, "bamboo grove": {"canes": 7}, "sugar cane": {"radius": 0.03}},
    parameters=(
        Real("height", 3.0, 2.0, 4.5),
        Real("radius", 0.045, 0.03, 0.07),
        Whole("canes", 4, 1, 7),
        Whole("joints", 7, 5, 10),
        Real("lean", 5, 0, 12, unit="deg"),
        Real("spread", 0.3, 0.2, 0.5),
        Whole("leaves", 6, 4, 8, about="on each cane"),
        Real("leaf_length", 0.34, 0.24, 0.45),
        Flag("soil", 0.6),
        Flag("stones", 0.3),
    ),
    slots={
        "cane": ("leaf:#7fa34a", "bamboo", "leaf:#5d8f45"),
        "leaf": ("leaf:#5a9a40", "leaf:#468a3d"),
        "soil": ("soil", "moss"),
        "stone": ("stone",),
    },
    words={"soil": {"soil": True}, "stones": {"stones": True}},
    paints={"leaves": "leaf", "stem": "cane", "stems": "cane", "stalks": "cane"},
    height=(1.4, 5.5),
)
def bamboo(v: Values) -> Draft:
    """Jointed canes with tufts of narrow leaves."""
    d = Draft(extent=v.height)
    n = v.joints
    for k in range(v.canes):
        rng = v.rng(f"cane {k}")
        h = v.height * (1.0 if k == 0 else float(rng.uniform(0.55, 0.95)))
        r = v.radius * (1.0 if k == 0 else float(rng.uniform(0.7, 1.0)))
        a, far = 2.4 * k, v.spread * math.sqrt(k / max(v.canes, 2))
        profile: list[tuple[float, float]] = []
        for j in range(n):
            y0, y1, q = h * j / n, h * (j + 1) / n, r * (1 - 0.45 * j / n)
            profile += [(1.16 * q, y0), (0.97 * q, y0 + 0.04 * (y1 - y0)), (0.95 * q, y1 - 0.06 * (y1 - y0))]
        cane = lathe([*profile, (0.55 * r, h)])
        leaves = []
        for i in range(v.leaves):
            y = h * (0.45 + 0.54 * i / v.leaves)
            long = v.leaf_length * float(rng.uniform(0.75, 1.15))
            leaves.append(
                union(
                    leaf(long, 0.17 * long, 0.016, 40).rotate(x=58),
                    leaf(0.8 * long, 0.15 * long, 0.016, 40).rotate(x=72).rotate(y=38),
                )
                .rotate(y=140 * i)
                .move(y=y)
            )
        lean = v.lean * (0.4 if k == 0 else 1.0)
        turn = math.degrees(a)
        d.add(
            f"cane_{k + 1}",
            cane.rotate(z=-lean).rotate(y=-turn).move(far * math.cos(a), -0.01, far * math.sin(a)),
            "cane",
            group="canes",
        )
        d.add(
            f"leaves_{k + 1}",
            union(*leaves).rotate(z=-lean).rotate(y=-turn).move(far * math.cos(a), -0.01, far * math.sin(a)),
            "leaf",
            group="leaves",
        )
    w = v.spread + 0.18
    d.add(
        "soil",
        lathe(
            [(w, 0), (0.85 * w, 0.05), (0.5 * w, 0.08 if v.soil else 0.06), (0, 0.1 if v.soil else 0.07)], smooth=True
        ),
        "soil",
    )
    if v.stones:
        rng = v.rng("stones")
        d.add(
            "stones",
            union(
                *(
                    rock(rng, 0.13, 0.1, 0.12, 0.0, 15).move(
                        0.85 * w * math.cos(1.9 * i + 1), 0.03, 0.85 * w * math.sin(1.9 * i + 1)
                    )
                    for i in range(4)
                )
            )
            - box(9, 2, 9).move(y=-1),
            "stone",
        )
    d.point("top", (0, v.height, 0), size=0.1)
    return d
