"""Clock: a framed face; as a house with a gable, a pendulum and cones it is a cuckoo clock."""

from __future__ import annotations

import math

from maquette.shapes.api import box, capsule, cylinder, extrude, lathe, sphere, torus, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, Whole, family
from maquette.shapes.sub.clock_face import MARKS, add_face
from maquette.shapes.sub.outlines import polygon, rounded_rectangle
from maquette.shapes.sub.palettes import CLOCK_PAINTS, CLOCK_SLOTS


@family(
    "clock",
    "household",
    nouns={
        "wall clock": {},
        "cuckoo clock": {"shape": "house", "pendulum": True},
        "kitchen clock": {"shape": "round"},
        "station clock": {"shape": "round", "marks": "bars"},
        "pendulum clock": {"pendulum": True},
    },
    parameters=(
        Real("radius", 0.15, 0.1, 0.22),
        Choice("shape", ("round", "square", "octagonal", "house", "sun")),
        Real("frame_width", 0.12, 0.07, 0.2, unit="", about="share of the radius"),
        Real("thickness", 0.04, 0.03, 0.06),
        Choice("marks", MARKS),
        Choice("hands", ("plain", "spade")),
        Real("hour", 10.15, 0, 12, unit="h", about="time shown"),
        Flag("seconds", 0.6),
        Flag("pendulum", 0.2),
        Whole("rays", 16, 12, 24),
    ),
    slots={
        "frame": ("walnut", "brass", "paint:#b8342a", "oak", "paint:#23405c", "gunmetal"),
        **CLOCK_SLOTS,
        "accent": ("gold", "brass"),
        "leaf": ("paint:#3f6f3a", "oak"),
    },
    words={
        "round": {"shape": "round"},
        "square": {"shape": "square"},
        "octagonal": {"shape": "octagonal"},
        "pendulum": {"pendulum": True},
        "sun": {"shape": "sun"},
    },
    paints=CLOCK_PAINTS | {"rim": "frame"},
    height=(0.18, 0.95),
)
def clock(v: Values) -> Draft:
    """A framed face; as a house with a gable, a pendulum and cones it is a cuckoo clock."""
    r, f, t = v.radius, v.frame_width * v.radius + 0.006, v.thickness
    drop = 1.1 * r if v.pendulum else 0.0
    out = {"round": r + f, "square": r + f, "octagonal": r + f, "house": 1.3 * r, "sun": 1.75 * r}[v.shape]
    y = out + max(0.0, drop - 0.02)
    d = Draft(extent=2 * out + drop)
    face = r
    if v.shape in ("round", "sun"):
        d.add(
            "frame",
            lathe(
                [(r + f, 0), (r + f, 0.6 * t), (r + 0.6 * f, t), (r + 0.1 * f, t), (r - 0.002, 0.72 * t), (0, 0.72 * t)]
            )
            .rotate(x=90)
            .move(y=y),
            "frame",
        )
        if v.shape == "sun":
            rays = [
                extrude(
                    [(-0.05 * r, 0.95 * r), (0.05 * r, 0.95 * r), (0.0, (1.75 if i % 2 == 0 else 1.45) * r)],
                    0.35 * t,
                    bevel=0.06 * t,
                )
                .rotate(z=-360 * i / v.rays)
                .move(y=y, z=0.4 * t)
                for i in range(v.rays)
            ]
            d.add("rays", union(*rays), "accent", group="rays")
    elif v.shape == "house":
        w = 1.15 * r
        face = 0.72 * r
        wall = [(-w, -1.25 * r), (w, -1.25 * r), (w, 0.75 * r), (0, 1.5 * r), (-w, 0.75 * r)]
        d.add("frame", extrude(wall, 2 * t, bevel=0.006).move(y=y, z=0), "frame")
        roof = [
            (-w - 0.2 * r, 0.62 * r),
            (0, 1.52 * r),
            (w + 0.2 * r, 0.62 * r),
            (w + 0.2 * r, 0.78 * r),
            (0, 1.7 * r),
            (-w - 0.2 * r, 0.78 * r),
        ]
        d.add("roof", extrude(roof, 2.6 * t, bevel=0.004).move(y=y - 0.04 * r, z=0.2 * t), "leaf")
        d.add("door", box(0.4 * r, 0.42 * r, 0.02, 0.004).move(y=y + 0.98 * r, z=t), "accent")
        d.add(
            "bird",
            union(
                sphere(0.11 * r, 0.1 * r, 0.14 * r).move(y=y + 0.95 * r, z=t + 0.1 * r),
                sphere(0.075 * r).move(y=y + 1.05 * r, z=t + 0.2 * r),
                cylinder(0.03 * r, 0.1 * r, top=0.002).rotate(x=90).move(y=y + 1.05 * r, z=t + 0.29 * r),
            ),
            "second",
        )
        d.add(
            "leaves",
            union(
                *(
                    sphere(0.24 * r, 0.1 * r, 0.02).rotate(z=k * a).move(k * x * r, y + b * r, t)
                    for k in (1, -1)
                    for a, x, b in ((40, 0.85, -0.95), (100, 1.0, -0.5), (70, 0.95, 0.35))
                )
            ),
            "leaf",
        )
        d.add("rim", torus(face, 0.05 * r).rotate(x=90).move(y=y - 0.1 * r, z=t), "accent")
    else:
        shape = (
            rounded_rectangle(2 * (r + f), 2 * (r + f), 0.12 * r, 5)
            if v.shape == "square"
            else polygon((r + f) / math.cos(math.pi / 8), 8, 22.5)
        )
        d.add(
            "frame",
            extrude(shape, t, bevel=0.2 * t).move(y=y, z=0.5 * t) - cylinder(r, t).rotate(x=90).move(y=y, z=1.22 * t),
            "frame",
        )
        d.add("rim", torus(r, 0.3 * f).rotate(x=90).move(y=y, z=t), "accent")
    z = t if v.shape == "house" else 0.72 * t
    add_face(
        d,
        face * (0.985 if v.shape == "house" else 1.008),
        (0, y - (0.1 * r if v.shape == "house" else 0), z),
        marks=v.marks,
        hour=v.hour,
        hands=v.hands,
        seconds=v.seconds,
    )
    if v.pendulum:
        low = 0.11 * r
        top = y - (1.15 if v.shape == "house" else 0.9) * r
        d.add(
            "pendulum",
            union(
                box(0.05 * r, top - low + 0.04, 0.012).move(y=(top + low) / 2 + 0.02),
                sphere(0.17 * r, 0.17 * r, 0.014).move(y=low + 0.06 * r),
            ).move(z=0.4 * t),
            "accent",
            group="pendulum",
        )
        if v.shape == "house":
            for name, s, long in (("weight_left", 1, 0.6), ("weight_right", -1, 0.3)):
                end = top - long * drop
                d.add(
                    name,
                    union(
                        cylinder(0.012 * r + 0.001, top - end + 0.05).move(y=(top + end) / 2 + 0.02),
                        capsule(0.07 * r, 0.28 * r, 0.04 * r).move(y=end),
                    ).move(s * 0.5 * r, 0, 0.3 * t),
                    "accent",
                    group="pendulum",
                )
    d.point("top", (0, y + out, 0), size=2 * r)
    return d
