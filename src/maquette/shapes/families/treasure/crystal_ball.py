"""Crystal balls and snow globes."""

from __future__ import annotations

import math

from maquette.shapes.api import extrude, lathe, sphere, sweep, torus, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, Whole, family
from maquette.shapes.sub.arms import star


@family(
    "crystal ball",
    "treasure",
    nouns={"magic orb": {}, "orb": {}, "fortune teller ball": {}, "palantir": {}, "magic sphere": {}, "snow globe": {}},
    parameters=(
        Real("radius", 0.09, 0.07, 0.13),
        Choice("foot", ("claws", "turned", "tripod")),
        Real("foot_height", 0.8, 0.6, 1.1, unit="", about="share of the radius"),
        Whole("claws", 4, 3, 6),
        Whole("stars", 5, 0, 8),
        Flag("ring", 0.5),
        Flag("jewels", 0.4),
        Whole("steps", 2, 1, 3),
        Real("spread", 0.85, 0.7, 1.0, unit="", about="of the foot, share of the radius"),
    ),
    slots={
        "ball": ("glow:#8a5cff", "glow:#3aa8e8", "crystal", "glow:#48c878", "glass"),
        "foot": ("gold", "bronze", "walnut", "brass", "gunmetal"),
        "star": ("glow:#ffffff", "glow:#fff0a0"),
        "jewel": ("gem", "gem:#1f5fd0", "gem:#159a52"),
    },
    words={"claws": {"foot": "claws"}, "stars": {"stars": 6}},
    paints={"orb": "ball", "stand": "foot", "base": "foot", "glass": "ball"},
    height=(0.15, 0.45),
)
def crystal_ball(v: Values) -> Draft:
    """A ball on a foot."""
    r = v.radius
    h, w = v.foot_height * r, v.spread * r
    d = Draft(extent=2 * r + h)
    y = h + 0.86 * r
    d.add("ball", sphere(r).move(y=y), "ball")
    steps = [
        p
        for i in range(v.steps)
        for p in ((w * (1.12 - 0.16 * i), 0.1 * h * i), (w * (1.12 - 0.16 * i), 0.1 * h * (i + 0.8)))
    ]
    k = 0.1 * h * v.steps
    if v.foot == "turned":
        d.add(
            "foot",
            lathe(
                [
                    *steps,
                    (0.45 * w, k + 0.1 * h),
                    (0.32 * w, 0.55 * h),
                    (0.5 * w, 0.66 * h),
                    (0.4 * w, 0.74 * h),
                    (0.78 * r, 1.2 * h),
                    (0.72 * r, 1.25 * h),
                    (0.0, h),
                ]
            ),
            "foot",
        )
    elif v.foot == "claws":
        d.add(
            "foot",
            lathe(
                [
                    *steps,
                    (0.5 * w, k + 0.12 * h),
                    (0.4 * w, 0.6 * h),
                    (0.55 * w, 0.9 * h),
                    (0.45 * w, 1.05 * h),
                    (0.0, 1.05 * h),
                ]
            ),
            "foot",
        )
        claw = sweep(
            [
                (0.35 * w, 0.75 * h, 0),
                (0.85 * r, h + 0.1 * r, 0),
                (1.08 * r, h + 0.62 * r, 0),
                (0.98 * r, h + 1.05 * r, 0),
            ],
            [0.13 * r, 0.1 * r, 0.08 * r, 0.02 * r],
        )
        d.add("claws", claw.around(v.claws), "foot")
    else:
        leg = sweep(
            [(1.1 * w, 0.06 * r, 0), (0.55 * w, 0.35 * h, 0), (0.75 * r, h + 0.1 * r, 0), (0.92 * r, h + 0.5 * r, 0)],
            [0.09 * r, 0.07 * r, 0.08 * r, 0.07 * r],
            round_ends=True,
        )
        ball = sphere(0.12 * r).move(1.12 * w, 0.12 * r, 0)
        d.add(
            "foot",
            union(
                leg.around(3),
                ball.around(3),
                torus(0.58 * w, 0.05 * r).move(y=0.4 * h),
                torus(0.9 * r, 0.06 * r).move(y=h + 0.45 * r),
            ),
            "foot",
        )
    if v.ring:
        rad = math.sqrt(max(0.1, 1 - 0.4**2)) * r
        d.add("ring", torus(rad + 0.01 * r, 0.065 * r).move(y=y - 0.4 * r), "foot")
        if v.jewels:
            d.add(
                "jewels",
                union(
                    *(
                        sphere(0.085 * r).move(
                            (rad + 0.06 * r) * math.cos(a), y - 0.4 * r, (rad + 0.06 * r) * math.sin(a)
                        )
                        for a in [math.tau * i / 10 for i in range(10)]
                    )
                ),
                "jewel",
            )
    for i in range(v.stars):
        a, b = 1.3 + 2.4 * i, 0.25 + 0.14 * i
        spark = (
            extrude(star(0.13 * r, 4, 0.3), 0.12 * r)
            .move(z=0.98 * r)
            .rotate(x=-math.degrees(b) + 20, y=math.degrees(a) - 60)
        )
        d.add(f"star_{i + 1}", spark.move(y=y), "star", group="stars")
    d.point("grip", (0, 0.5 * h, 0), size=w)
    d.point("top", (0, y + r, 0), size=r)
    return d
