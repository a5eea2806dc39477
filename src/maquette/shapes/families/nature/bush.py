"""Bush: leafy lumps on the ground; clipped to a hedge or balls on a stem."""

from __future__ import annotations

import math

from maquette.shapes.api import box, cylinder, sphere, sweep, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, Whole, family
from maquette.shapes.sub.foliage import blob
from maquette.shapes.sub.palettes import LEAVES


@family(
    "bush",
    "plant",
    nouns={
        "shrub": {},
        "hedge": {"kind": "hedge"},
        "berry bush": {"berries": 18},
        "rose bush": {"flowers": 10},
        "topiary": {"kind": "topiary"},
        "flower bush": {"flowers": 12},
    },
    parameters=(
        Choice("kind", ("round", "hedge", "topiary")),
        Real("height", 1.0, 0.6, 1.6),
        Real("width", 1.4, 0.9, 2.0),
        Real("depth", 1.1, 0.8, 1.4),
        Whole("lumps", 6, 4, 9),
        Real("roughness", 0.22, 0.12, 0.3, unit=""),
        Whole("flowers", 0, 0, 14),
        Whole("berries", 0, 0, 20),
        Flag("stems", 0.3),
    ),
    slots={
        "leaf": LEAVES[:4],
        "stem": ("bark",),
        "flower": ("petal", "petal:#f4d03a", "petal:#f2f0ee", "petal:#b04ac0"),
        "berry": ("fruit", "fruit:#3a3f9a"),
    },
    words={"flowers": {"flowers": 10}, "berries": {"berries": 16}},
    paints={"leaves": "leaf", "flowers": "flower", "berries": "berry", "roses": "flower"},
    height=(0.5, 2.4),
)
def bush(v: Values) -> Draft:
    """Leafy lumps on the ground; clipped to a hedge or balls on a stem."""
    h, w, z, rng = v.height, v.width / 2, v.depth / 2, v.rng("lumps")
    d = Draft(extent=max(h, 2 * w))
    lumps: list[tuple[float, float, float, float, float, float]] = []
    if v.kind == "hedge":
        d.add(
            "leaves",
            box(2 * w, h, 1.2 * z, 0.2, 4)
            .move(y=h / 2)
            .roughened(min(0.3 * v.roughness * z, 0.035), 0.3, seed=v.seed % 11, octaves=2),
            "leaf",
        )
        lumps.append((0, 0.55 * h, 0, 0.9 * w, 0.4 * h, 0.62 * z))
    elif v.kind == "topiary":
        for i, (y, s) in enumerate(((0.42, 0.34), (0.78, 0.24), (1.06, 0.17))[: 2 + v.lumps % 2]):
            lumps.append((0, y * 1.3 * h, 0, s * 1.1 * h, s * 1.1 * h, s * 1.1 * h))
            d.add(
                f"leaves_{i + 1}",
                blob(*lumps[-1][3:], 0.5 * v.roughness, i + v.seed % 9, 0.3).move(0, lumps[-1][1], 0),
                "leaf",
                group="leaves",
            )
        d.add("stem", cylinder(0.04 * h + 0.02, 1.3 * h, 0.02 * h + 0.01).move(y=0.65 * h), "stem")
    else:
        lumps.append((0, 0.52 * h, 0, 0.72 * w, 0.48 * h, 0.74 * z))
        for i in range(v.lumps):
            a = 2 * math.pi * i / v.lumps + float(rng.uniform(-0.3, 0.3))
            s = float(rng.uniform(0.38, 0.48))
            lumps.append(
                (
                    0.58 * w * math.cos(a),
                    s * h * float(rng.uniform(0.85, 1.25)),
                    0.56 * z * math.sin(a),
                    s * w,
                    s * h,
                    s * z * 1.1,
                )
            )
        for i, (x, y, q, a, b, c) in enumerate(lumps):
            d.add(
                f"leaves_{i + 1}",
                blob(a, b, c, v.roughness, i + v.seed % 9, 0.4).move(x, y, q) - box(9, 4, 9).move(y=-2),
                "leaf",
                group="leaves",
            )
        if v.stems:
            d.add(
                "stems",
                union(
                    *(
                        sweep(
                            [
                                (0.1 * w * math.cos(t), 0, 0.1 * z * math.sin(t)),
                                (0.3 * w * math.cos(t), 0.5 * h, 0.3 * z * math.sin(t)),
                            ],
                            [0.03, 0.012],
                        )
                        for t in (0.4, 1.9, 3.3, 4.6, 5.6)
                    )
                ),
                "stem",
            )
    for count, name, slot, size in ((v.flowers, "flowers", "flower", 0.075), (v.berries, "berries", "berry", 0.045)):
        spots = []
        for i in range(count):
            x, y, q, a, b, c = lumps[i % len(lumps)]
            t, u = float(rng.uniform(0, 2 * math.pi)), float(rng.uniform(0.0, 0.85))
            k = math.sqrt(1 - u * u)
            at = (
                (x + a * k * math.cos(t), y + b * u, q + c * k * math.sin(t))
                if v.kind != "hedge"
                else (
                    float(rng.uniform(-0.9, 0.9)) * w,
                    float(rng.uniform(0.2, 0.9)) * h,
                    0.58 * z * (1 if i % 3 else -1),
                )
            )
            spots.append((sphere(size, 0.6 * size, size) if name == "flowers" else sphere(size)).move(*at))
        if spots:
            d.add(name, union(*spots), slot)
    d.point("top", (0, h, 0), size=w)
    return d
