"""Tree: a trunk with roots and branches that carry leafy lumps."""

from __future__ import annotations

import math

from maquette.shapes.api import sphere, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, Whole, family
from maquette.shapes.sub.foliage import blob, branching, trunk
from maquette.shapes.sub.palettes import LEAVES


@family(
    "tree",
    "plant",
    nouns={
        "oak": {"crown": "wide"},
        "oak tree": {"crown": "wide"},
        "apple tree": {"fruits": 14, "crown": "round"},
        "fruit tree": {"fruits": 14},
        "orange tree": {"fruits": 14},
        "cherry tree": {"blossom": True},
        "cherry blossom": {"blossom": True},
        "birch": {"crown": "tall"},
        "poplar": {"crown": "tall"},
        "maple": {"crown": "round"},
        "bonsai": {"height": 3.0, "crown": "wide", "lean": 0.25},
        "willow": {"crown": "wide"},
        "elm": {},
        "broadleaf tree": {},
        "deciduous tree": {},
    },
    parameters=(
        Real("height", 6.0, 3.0, 9.0),
        Real("width", 0.62, 0.45, 0.85, unit="", about="of the crown, relative to the height"),
        Real("trunk", 0.05, 0.035, 0.075, unit="", about="its thickness, relative to the height"),
        Whole("branches", 5, 3, 8),
        Choice("crown", ("round", "wide", "tall")),
        Real("lean", 0.0, -0.12, 0.25, unit=""),
        Real("roughness", 0.2, 0.1, 0.28, unit=""),
        Whole("fruits", 0, 0, 16),
        Flag("blossom", 0.12),
        Flag("hole", 0.2),
    ),
    slots={
        "leaf": LEAVES,
        "trunk": ("bark", "bark:#6d5238", "bark:#8a7a66"),
        "fruit": ("fruit", "fruit:#f0902a", "fruit:#e8c22e"),
        "blossom": ("petal:#f3b6cf", "petal:#fbe9ef"),
        "hole": ("bark:#231a14",),
    },
    words={
        "fruit": {"fruits": 12},
        "fruits": {"fruits": 12},
        "apples": {"fruits": 12},
        "blossoms": {"blossom": True},
        "flowers": {"blossom": True},
        "hole": {"hole": True},
    },
    paints={
        "leaves": "leaf",
        "foliage": "leaf",
        "crown": "leaf",
        "bark": "trunk",
        "apples": "fruit",
        "branches": "trunk",
        "flowers": "blossom",
    },
    height=(2.8, 11.5),
)
def tree(v: Values) -> Draft:
    """A trunk with roots and branches that carry leafy lumps."""
    h = v.height
    d = Draft(extent=1.15 * h)
    rng = v.rng("crown")
    r = v.trunk * h
    stem = h * {"round": 0.62, "wide": 0.55, "tall": 0.75}[v.crown]
    bones, ends = branching(
        rng,
        stem,
        r,
        v.branches,
        start=0.5,
        spread=0.42 * (1.25 if v.crown == "wide" else 0.6 if v.crown == "tall" else 1.0),
        lean=v.lean,
    )
    d.add("trunk", trunk(bones, 0.6 * r, 84), "trunk")
    half = v.width * h / 2 * {"round": 1.0, "wide": 1.2, "tall": 0.66}[v.crown]
    top = ends[0]
    slot = "blossom" if v.blossom else "leaf"
    tall = h - stem * 0.72
    lumps = [(top[0], h - 0.5 * tall, top[2], 0.78 * half, 0.5 * tall, 0.78 * half)]
    for x, y, z in ends[1:]:
        s = float(rng.uniform(0.48, 0.64)) * half
        q = min(1.0, (half - 0.6 * s) / max(math.hypot(x - top[0], z - top[2]), 0.1))
        lumps.append(
            (
                top[0] + (x - top[0]) * max(q, 0.4),
                max(y, 0.42 * h) + 0.2 * s,
                top[2] + (z - top[2]) * max(q, 0.4),
                s,
                0.8 * s,
                s,
            )
        )
    if v.crown == "tall":
        lumps.append((top[0], 0.55 * h, top[2], 0.85 * half, 0.25 * h, 0.85 * half))
    parts = [blob(a, b, c, v.roughness, i + v.seed % 7).move(x, y, z) for i, (x, y, z, a, b, c) in enumerate(lumps)]
    for i, part in enumerate(parts):
        d.add(f"leaves_{i + 1}", part, slot, group="leaves")
    if v.fruits:
        spots = []
        for i in range(max(v.fruits, 5)):
            x, y, z, a, b, c = lumps[i % len(lumps)]
            t, u = float(rng.uniform(0, 2 * math.pi)), float(rng.uniform(-0.6, 0.5))
            k = math.sqrt(1 - u * u) * 1.02
            spots.append(sphere(0.016 * h + 0.03).move(x + a * k * math.cos(t), y + b * u, z + c * k * math.sin(t)))
        d.add("fruits", union(*spots), "fruit")
    if v.hole:
        d.add("hole", sphere(0.42 * r, 0.62 * r, 0.4 * r).move(y=0.24 * stem, z=0.8 * r), "hole")
    d.point("top", (top[0], h, top[2]), size=half)
    return d
