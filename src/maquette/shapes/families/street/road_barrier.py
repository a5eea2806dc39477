"""Road barrier: striped planks on two legs."""

from __future__ import annotations

import math

from maquette.shapes.api import box, extrude, sphere, torus, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, Whole, family


@family(
    "road barrier",
    "street",
    nouns={"traffic barrier": {}, "barricade": {}, "roadblock": {}, "construction barrier": {"light": True}},
    parameters=(
        Real("width", 1.8, 1.2, 2.4),
        Real("height", 1.05, 0.85, 1.25),
        Whole("planks", 2, 1, 3),
        Real("plank_height", 0.18, 0.14, 0.24),
        Whole("stripes", 7, 5, 9),
        Real("depth", 0.55, 0.4, 0.7),
        Choice("leg", ("post", "trestle")),
        Flag("light", 0.5),
        Flag("sandbag", 0.3),
        Flag("mirrored", 0.5),
    ),
    slots={
        "plank": ("plastic:#f4f4f0",),
        "stripe": ("plastic:#f06414", "plastic:#d8251c", "plastic:#f0c81e", "plastic:#1f2225"),
        "leg": ("gunmetal", "steel", "wood", "plastic:#f06414"),
        "light": ("glow:#ffb020", "glow:#ff4020"),
        "metal": ("gunmetal",),
        "bag": ("canvas", "fabric:#a5855a"),
    },
    words={"light": {"light": True}, "lights": {"light": True}, "sandbags": {"sandbag": True}},
    paints={"stripes": "stripe", "planks": "plank", "boards": "plank", "legs": "leg", "lights": "light"},
    height=(0.8, 1.6),
)
def road_barrier(v: Values) -> Draft:
    """Striped planks on two legs."""
    w, h, b = v.width, v.height, v.plank_height
    d = Draft(extent=w)
    for name, s in (("leg_left", 1), ("leg_right", -1)):
        if v.leg == "post":
            leg = union(box(0.05, h, 0.05, 0.006).move(y=h / 2), box(0.07, 0.05, v.depth, 0.01).move(y=0.025))
        else:
            lean = math.degrees(math.atan2(0.5 * v.depth - 0.03, h))
            one = box(0.05, h / math.cos(math.radians(lean)), 0.045, 0.006)
            leg = union(
                *(one.rotate(x=k * lean).move(y=h / 2, z=-k * 0.25 * v.depth + 0.015 * k) for k in (1, -1)),
                box(0.04, 0.05, 0.6 * v.depth).move(y=0.3 * h),
            ) & box(1, 2 * h, 2).move(y=h)
        d.add(name, leg.move(s * 0.4 * w), "leg", group="legs")
    z = 0.035
    for i in range(v.planks):
        y = h - b / 2 - 0.02 - i * 0.3 * h
        zz = z + (0.0 if v.leg == "post" else (h - y) / h * (0.5 * v.depth - 0.03))
        d.add(f"plank_{i + 1}", box(w, b, 0.035, 0.006).move(0, y, zz), "plank", group="planks")
        step, k0 = w / v.stripes, 0.28 * w / v.stripes
        lean_x = b if not v.mirrored else -b
        slant = [
            extrude(
                [
                    (-k0 - lean_x / 2, -b / 2),
                    (k0 - lean_x / 2, -b / 2),
                    (k0 + lean_x / 2, b / 2),
                    (-k0 + lean_x / 2, b / 2),
                ],
                0.043,
            ).move((k - (v.stripes - 1) / 2) * step, y, zz)
            for k in range(v.stripes)
        ]
        d.add(f"stripes_{i + 1}", union(*slant) & box(w - 0.012, b - 0.012, 3).move(0, y, 0), "stripe", group="planks")
    if v.light:
        d.add(
            "lights",
            union(*(sphere(0.07, 0.07, 0.045).move(s * 0.4 * w, h + 0.1, 0) for s in (1, -1))),
            "light",
            group="lights",
        )
        d.add(
            "light_mounts",
            union(
                *(
                    union(
                        torus(0.068, 0.014).rotate(x=90).move(s * 0.4 * w, h + 0.1, 0),
                        box(0.06, 0.1, 0.05, 0.008).move(s * 0.4 * w, h + 0.005, 0),
                    )
                    for s in (1, -1)
                )
            ),
            "metal",
            group="lights",
        )
    if v.sandbag:
        d.add(
            "sandbags",
            union(
                *(
                    sphere(0.15, 0.07, 0.22 * v.depth).move(s * 0.4 * w, 0.06, k * 0.2 * v.depth)
                    for s in (1, -1)
                    for k in (1, -1)
                )
            )
            & box(9, 1, 9).move(y=0.5),
            "bag",
            group="sandbags",
        )
    d.point("top", (0, h, 0), size=0.1)
    return d
