"""Palm tree: a bent ringed trunk under drooping fronds."""

from __future__ import annotations

import math

from maquette.shapes.api import box, cylinder, sphere, sweep, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Flag, Real, Values, Whole, family
from maquette.shapes.sub.foliage import frond


@family(
    "palm tree",
    "plant",
    nouns={"palm": {}, "coconut palm": {"coconuts": 4}, "coconut tree": {"coconuts": 4}, "date palm": {"bend": 0}},
    parameters=(
        Real("height", 6.0, 3.5, 8.5),
        Real("trunk", 0.17, 0.13, 0.24, about="its radius"),
        Real("bend", 22, 0, 40, unit="deg"),
        Whole("leaves", 9, 7, 13),
        Real("leaf_length", 2.4, 1.8, 3.0),
        Real("leaf_width", 0.85, 0.6, 1.1),
        Real("droop", 95, 60, 120, unit="deg"),
        Whole("rings", 12, 8, 16),
        Whole("coconuts", 3, 0, 6),
        Flag("sand", 0.35),
    ),
    slots={
        "leaf": ("leaf:#4a8f3c", "leaf:#5f9e3a", "leaf:#3b7d45"),
        "trunk": ("bark:#8a6a48", "bark:#7a5f45"),
        "coconut": ("bark:#5a3c24", "fruit:#7a9a3a"),
        "sand": ("sand",),
    },
    words={"coconuts": {"coconuts": 4}, "coconut": {"coconuts": 3}, "sand": {"sand": True}},
    paints={"leaves": "leaf", "fronds": "leaf", "coconuts": "coconut", "bark": "trunk"},
    height=(2.6, 11),
)
def palm_tree(v: Values) -> Draft:
    """A bent ringed trunk under drooping fronds."""
    h, r = v.height, v.trunk
    d = Draft(extent=1.2 * h)
    a = math.radians(v.bend)
    path = [
        (h * (1 - math.cos(a * t)) * 0.9, h * t * (0.5 + 0.5 * math.cos(a * t)), 0.0) for t in (0, 0.25, 0.5, 0.75, 1.0)
    ]
    shift = path[-1][0] / 2
    path = [(x - shift, y, z) for x, y, z in path]
    d.add("trunk", sweep(path, [1.5 * r, 1.1 * r, r, 0.88 * r, 0.8 * r]), "trunk")
    cuffs = []
    for i in range(v.rings):
        t = (i + 0.7) / v.rings * 4 * 0.97
        k = min(int(t), 3)
        (x0, y0, _), (x1, y1, _) = path[k], path[k + 1]
        at = (x0 + (t - k) * (x1 - x0), y0 + (t - k) * (y1 - y0), 0.0)
        tilt = math.degrees(math.atan2(x1 - x0, y1 - y0))
        q = r * (1.5 - 0.4 * t if t < 1 else 1.1 - 0.1 * (t - 1))
        cuffs.append(cylinder(1.02 * q, 0.3 * h / v.rings, 1.16 * q).rotate(z=-tilt).move(*at))
    d.add("rings", union(*cuffs), "trunk")
    top = path[-1]
    for i in range(v.leaves):
        rng = v.rng(f"leaf {i}")
        up = 32 + 26 * (i % 2) + float(rng.uniform(-6, 6))
        one = frond(v.leaf_length * float(rng.uniform(0.88, 1.08)), v.leaf_width, 0.035, 11, v.droop).rotate(x=up)
        d.add(
            f"leaf_{i + 1}",
            one.move(y=-0.06).rotate(y=360 * i / v.leaves + float(rng.uniform(-8, 8))).move(*top),
            "leaf",
            group="leaves",
        )
    d.add("crown", sphere(1.1 * r, 1.3 * r, 1.1 * r).move(*top), "leaf")
    for i in range(v.coconuts):
        b = 2 * math.pi * i / v.coconuts + 0.4
        d.add(
            f"coconut_{i + 1}",
            sphere(0.15, 0.17, 0.15).move(top[0] + 0.24 * math.cos(b), top[1] - 0.2, 0.24 * math.sin(b)),
            "coconut",
            group="coconuts",
        )
    if v.sand:
        d.add(
            "sand",
            (sphere(1.3, 0.32, 1.2).roughened(0.03, 0.5, octaves=2) - box(9, 2, 9).move(y=-1)).move(x=path[0][0]),
            "sand",
        )
    d.point("top", top, size=0.5)
    return d
