"""Rock: one boulder or a heap, half sunk in the ground."""

from __future__ import annotations

import math

from maquette.shapes.api import box, cylinder, lathe, sphere, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, Whole, family
from maquette.shapes.node import Node
from maquette.shapes.sub.foliage import blob, rock


@family(
    "rock",
    "nature",
    nouns={
        "boulder": {"height": 1.3},
        "stone": {},
        "rocks": {"count": 4},
        "stones": {"count": 5},
        "rock formation": {"count": 5, "height": 1.8},
        "cliff": {"height": 2.4, "kind": "angular"},
        "pebble": {"height": 0.35, "kind": "round"},
        "standing stone": {"kind": "menhir"},
        "menhir": {"kind": "menhir"},
    },
    parameters=(
        Choice("kind", ("angular", "round", "menhir")),
        Real("height", 0.9, 0.4, 1.9),
        Real("width", 1.25, 0.9, 1.6, unit="", about="relative to the height"),
        Real("depth", 1.1, 0.8, 1.4, unit=""),
        Whole("count", 1, 1, 5),
        Whole("corners", 20, 12, 34),
        Real("roughness", 0.06, 0.02, 0.1, unit=""),
        Real("jagged", 0.25, 0.05, 0.4, unit=""),
        Flag("moss", 0.4),
        Flag("grass", 0.3),
        Flag("cracks", 0.3),
    ),
    slots={
        "rock": ("stone", "granite", "sandstone", "stone:#7d7468", "stone:#6f7a80"),
        "moss": ("moss",),
        "grass": ("grass",),
        "crack": ("stone:#3a3835",),
    },
    words={
        "moss": {"moss": True},
        "mossy": {"moss": True},
        "grass": {"grass": True},
        "cracks": {"cracks": True},
        "cracked": {"cracks": True},
    },
    paints={"stone": "rock"},
    height=(0.3, 2.9),
)
def rock_family(v: Values) -> Draft:
    """One boulder or a heap, half sunk in the ground."""
    rng, h = v.rng("corners"), v.height
    d = Draft(extent=h * max(1.3, v.width) * (1.0 if v.count == 1 else 1.5))
    ground = box(99, 20, 99).move(y=-10)
    shape = {"angular": (1.0, 0.62, 0.30), "round": (1.0, 0.66, 0.0), "menhir": (0.42, 1.0, 0.15)}[v.kind]
    solids: list[Node] = []
    for i in range(v.count):
        s = h * (1.0 if i == 0 else float(rng.uniform(0.35, 0.65)))
        a, far = 1.9 * i + 0.8, 0.0 if i == 0 else 0.44 * h * v.width * (1.0 if v.kind != "menhir" else 0.7)
        rx, ry, rz = 0.5 * s * v.width * shape[0], 0.9 * s * shape[1], 0.5 * s * v.depth * shape[0]
        if v.kind == "round":
            one = sphere(rx, ry, rz).roughened(0.16 * min(rx, rz), 0.9 * min(rx, rz), seed=v.seed * 7 % 91 + i)
        else:
            one = rock(rng, rx, ry, rz, v.roughness, v.corners, v.jagged)
        up = s * (0.1 if v.kind != "menhir" else 0.12) + 0.3 * ry
        solids.append(
            (one.rotate(y=float(rng.uniform(0, 360))).move(y=up) - ground).move(far * math.cos(a), 0, far * math.sin(a))
        )
        d.add(f"rock_{i + 1}", solids[-1], "rock", group="rocks")
    if v.cracks:
        q = 0.5 * h * v.width * shape[0]
        line = union(
            *(
                box(0.035 * h, 0.5 * h, 3 * q).rotate(z=t).move(x=x * q, y=y * h)
                for x, y, t in ((0.1, 0.3, 18), (0.28, 0.62, -30), (-0.2, 0.5, 42))
            )
        )
        d.add("cracks", solids[0].scale(1.006, 1.004, 1.006) & line, "crack")
    if v.moss:
        grown = solids[0].scale(1.02, 1.02, 1.02).move(y=0.012 * h)
        patch = blob(0.55 * h * v.width * shape[0], 0.35 * h, 0.5 * h * shape[0], 0.3, v.seed % 13).move(
            x=0.08 * h, y=h * (0.9 * shape[1] * 1.25 + 0.05)
        )
        d.add("moss", grown & patch, "moss")
    if v.grass:
        blades = []
        for i in range(14):
            a = 2.4 * i
            q = 0.52 * h * v.width * shape[0] * float(rng.uniform(0.95, 1.15))
            blades.append(
                lathe([(0.018 * h, -0.01), (0.012 * h, 0.12 * h), (0.002 * h, 0.24 * h)], sides=5)
                .rotate(x=float(rng.uniform(-20, 20)), z=float(rng.uniform(-20, 20)))
                .move(q * math.cos(a), 0, q * math.sin(a) * v.depth / v.width)
            )
        d.add(
            "grass",
            union(
                *blades,
                cylinder(0.6 * h * v.width * shape[0], 0.04 * h)
                .scale(1.05, 1, 1.05 * v.depth / v.width)
                .move(y=0.02 * h),
            ),
            "grass",
        )
    d.point("top", (0, 0.8 * h, 0), size=0.4 * h)
    return d
