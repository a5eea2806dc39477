"""Rubber ducks."""

from __future__ import annotations

import math

from maquette.shapes.api import bone, box, cone, cylinder, organic, sphere, sweep, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, Whole, family
from maquette.shapes.sub.outlines import rod


@family(
    "rubber duck",
    "toy",
    nouns={"rubber ducky": {}, "bath duck": {}, "toy duck": {}, "rubber duckie": {}},
    parameters=(
        Real("height", 0.1, 0.08, 0.14),
        Real("fatness", 1.0, 0.88, 1.15, unit=""),
        Real("head", 0.27, 0.23, 0.32, unit="", about="radius, share of the height"),
        Real("beak", 1.0, 0.8, 1.25, unit=""),
        Real("tail", 1.0, 0.7, 1.3, unit=""),
        Choice("hat", ("none", "cap", "crown", "bow")),
        Flag("glasses", 0.1),
        Whole("curls", 1, 0, 3),
        Real("eye", 0.17, 0.13, 0.22, unit=""),
    ),
    slots={
        "body": ("paint:#f7cf2a", "paint:#f7cf2a", "paint:#f08ab0", "paint:#5ab8e0", "paint:#24262c"),
        "beak": ("paint:#f08020", "paint:#e8552a"),
        "eye": ("paint:#15161a",),
        "shine": ("paint:#ffffff",),
        "hat": ("paint:#2a4f9a", "gold", "paint:#d8281e"),
    },
    words={"crown": {"hat": "crown"}, "hat": {"hat": "cap"}, "bow": {"hat": "bow"}, "sunglasses": {"glasses": True}},
    paints={"bill": "beak", "eyes": "eye", "crown": "hat"},
    height=(0.07, 0.2),
)
def rubber_duck(v: Values) -> Draft:
    """Swims toward +z."""
    h = v.height
    f = v.fatness
    d = Draft(extent=1.1 * h)
    r = v.head * h
    hy, hz = h - r, 0.2 * h
    body = organic(
        [
            bone((0, 0.27 * h, 0.1 * h), (0, 0.27 * h, -0.14 * h), 0.29 * h * f, 0.28 * h * f),
            bone((0, 0.3 * h, -0.25 * h), (0, 0.5 * h, -0.5 * h * v.tail), 0.2 * h, 0.035 * h),
            bone((0.26 * h * f, 0.32 * h, 0.05 * h), (0.3 * h * f, 0.4 * h, -0.22 * h), 0.11 * h, 0.05 * h),
            bone((-0.26 * h * f, 0.32 * h, 0.05 * h), (-0.3 * h * f, 0.4 * h, -0.22 * h), 0.11 * h, 0.05 * h),
            bone((0, 0.4 * h, 0.13 * h), (0, hy, hz), 0.2 * h, 0.9 * r),
        ],
        blend=0.05 * h,
        cells=60,
    )
    d.add("body", body - box(h, 0.06 * h, 2 * h).move(y=-0.03 * h + 0.001 * h), "body")
    d.add("head", sphere(r, 0.97 * r, r).move(0, hy, hz), "body")
    b = v.beak
    d.add(
        "beak",
        union(
            sphere(0.42 * r, 0.12 * r, 0.42 * r * b).rotate(x=-14).move(0, hy - 0.06 * r, hz + 0.98 * r),
            sphere(0.36 * r, 0.1 * r, 0.3 * r * b).rotate(x=12).move(0, hy - 0.22 * r, hz + 0.9 * r),
        ),
        "beak",
    )
    e = v.eye * r
    d.add(
        "eyes",
        sphere(e, 1.25 * e, 0.6 * e).rotate(y=32).move(0.46 * r, hy + 0.26 * r, hz + 0.83 * r).mirrored("x"),
        "eye",
    )
    if not v.glasses:
        d.add(
            "eye_shine",
            sphere(0.36 * e).move(0.47 * r, hy + 0.26 * r + 0.62 * e, hz + 0.85 * r + 0.55 * e).mirrored("x"),
            "shine",
        )
    top = h
    if v.hat == "none":
        for i in range(v.curls):
            d.add(
                f"curl_{i + 1}",
                sweep(
                    [
                        (0, hy + 0.9 * r, hz - 0.1 * r * i),
                        (0, hy + 1.12 * r, hz + 0.05 * r - 0.14 * r * i),
                        (0, hy + 1.2 * r, hz - 0.16 * r - 0.14 * r * i),
                    ],
                    [0.09 * r, 0.07 * r, 0.03 * r],
                    round_ends=True,
                ),
                "body",
                group="curls",
            )
    elif v.hat == "cap":
        d.add(
            "hat",
            union(
                sphere(0.62 * r, 0.5 * r, 0.62 * r).move(0, hy + 0.78 * r, hz),
                cylinder(0.95 * r, 0.09 * r, bevel=0.03 * r).move(0, hy + 0.76 * r, hz),
            ),
            "hat",
        )
    elif v.hat == "crown":
        d.add(
            "hat",
            union(
                cylinder(0.5 * r, 0.3 * r, 0.56 * r).move(0, hy + 0.98 * r, hz),
                *(
                    cone(0.17 * r, 0.34 * r, 6).move(0.44 * r * math.cos(a), hy + 1.24 * r, hz + 0.44 * r * math.sin(a))
                    for a in [math.tau * i / 6 for i in range(6)]
                ),
            ),
            "hat",
        )
        top = hy + 1.4 * r
    else:
        d.add(
            "hat",
            union(cone(0.28 * r, 0.5 * r).rotate(z=90).move(0.22 * r, 0, 0).mirrored("x"), sphere(0.14 * r))
            .rotate(x=-20)
            .move(0, hy + 0.97 * r, hz),
            "hat",
        )
    if v.glasses:
        d.add(
            "glasses",
            union(
                cylinder(0.27 * r, 0.12 * r, bevel=0.03 * r)
                .rotate(x=90)
                .move(0.36 * r, hy + 0.27 * r, hz + 0.95 * r)
                .mirrored("x"),
                box(0.4 * r, 0.07 * r, 0.07 * r).move(0, hy + 0.32 * r, hz + 0.98 * r),
                rod(
                    (0.55 * r, hy + 0.3 * r, hz + 0.92 * r), (0.98 * r, hy + 0.3 * r, hz + 0.1 * r), radius=0.05 * r
                ).mirrored("x"),
            ),
            "eye",
        )
    d.point("grip", (0, 0.3 * h, 0), size=0.5 * h)
    d.point("head", (0, hy + 0.95 * r, hz), size=2 * r)
    d.point("top", (0, top, hz), size=2 * r)
    return d
