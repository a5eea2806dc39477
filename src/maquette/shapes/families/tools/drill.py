"""Power drills."""

from __future__ import annotations

import math

from maquette.shapes.api import box, lathe, sphere, sweep, torus, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Flag, Real, Values, Whole, family
from maquette.shapes.sub.arms import ribbed
from maquette.shapes.sub.sidewise import axle, side, tube


@family(
    "drill",
    "tool",
    nouns={
        "power drill": {},
        "cordless drill": {"battery": True},
        "electric drill": {"battery": False},
        "hand drill": {},
        "impact driver": {"length": 0.2},
    },
    parameters=(
        Real("length", 0.21, 0.18, 0.26, about="of the body"),
        Real("height", 0.22, 0.19, 0.25),
        Real("radius", 0.034, 0.029, 0.04),
        Real("bit_length", 0.09, 0.06, 0.13),
        Flag("battery", 0.8),
        Whole("vents", 5, 3, 7),
        Flag("side_handle", 0.25),
        Flag("lamp", 0.6),
        Real("rake", 0.02, 0.01, 0.035, about="how far the handle leans"),
    ),
    slots={
        "body": ("plastic:#e0b01c", "plastic:#1f8a8a", "plastic:#c02a22", "plastic:#e07a1c", "plastic:#2c8a4a"),
        "dark": ("rubber", "plastic:#26282c"),
        "metal": ("chrome", "steel"),
        "lamp": ("glow:#fff4c0",),
        "bit": ("gunmetal", "brass"),
    },
    words={"battery": {"battery": True}, "cord": {"battery": False}},
    paints={"handle": "dark", "grip": "dark", "chuck": "metal"},
    height=(0.17, 0.3),
)
def drill(v: Values) -> Draft:
    """Stands on its battery, drills toward +z."""
    n, h, r = v.length, v.height, v.radius
    d = Draft(extent=n + v.bit_length)
    y = h - r
    b = -0.45 * n
    f = b + 0.7 * n
    d.add(
        "body",
        lathe([(0.0, b), (0.7 * r, b + 0.004), (r, b + 0.03), (r, f - 0.02), (0.8 * r, f), (0.0, f)])
        .rotate(x=90)
        .scale(0.9, 1, 1)
        .move(y=y),
        "body",
    )
    d.add(
        "rear",
        lathe(
            [(0.0, b - 0.006), (0.74 * r, b - 0.004), (1.02 * r, b + 0.024), (1.04 * r, b + 0.04), (0.9 * r, b + 0.045)]
        )
        .rotate(x=90)
        .scale(0.92, 1, 1)
        .move(y=y)
        - union(
            *(box(3 * r, 0.005, 0.03).move(0, y + (i - v.vents / 2 + 0.5) * 0.012, b + 0.03) for i in range(v.vents))
        )
        + tube(0.8 * r, b + 0.01, b + 0.04, y),
        "dark",
    )
    d.add(
        "chuck",
        lathe(
            [
                (0.75 * r, f - 0.01),
                (0.78 * r, f + 0.012),
                (0.62 * r, f + 0.016),
                (0.64 * r, f + 0.04),
                (0.3 * r, f + 0.06),
                (0.0, f + 0.06),
            ]
        )
        .rotate(x=90)
        .move(y=y)
        - union(*(box(0.006, 2 * r, 0.018).rotate(z=30 * i).move(0, y, f + 0.03) for i in range(6)))
        + tube(0.5 * r, f, f + 0.045, y),
        "metal",
    )
    m = f + 0.05
    coil = [(0.0026 * math.cos(0.9 * i), y + 0.0026 * math.sin(0.9 * i), m + v.bit_length * i / 40) for i in range(41)]
    coil2 = [(-x, 2 * y - yy, z) for x, yy, z in coil]
    d.add(
        "bit",
        union(
            sweep(coil, [0.0032] * 38 + [0.0028, 0.002, 0.001]),
            sweep(coil2, [0.0032] * 38 + [0.0028, 0.002, 0.001]),
            tube(0.0035, m - 0.01, m + 0.025, y),
            tube(0.0018, m, m + 0.97 * v.bit_length, y),
        ),
        "bit",
    )
    low = 0.05 if v.battery else 0.0
    gz, k = b + 0.3 * n, v.rake
    d.add(
        "handle",
        side(
            [
                (gz - 0.026, y - 0.3 * r),
                (gz + 0.034, y - 0.3 * r),
                (gz + 0.022, y - 1.4 * r),
                (gz + 0.022 - k, low),
                (gz - 0.028 - k, low),
                (gz - 0.024, y - 1.5 * r),
            ],
            1.1 * r,
            0.009,
        ),
        "dark",
    )
    d.add(
        "collar",
        side(
            [(gz - 0.03, y - 0.5 * r), (gz + 0.05, y - 0.5 * r), (gz + 0.036, y - 1.15 * r), (gz - 0.026, y - 1.2 * r)],
            1.25 * r,
            0.006,
        ),
        "body",
    )
    d.add("trigger", box(0.013, 0.026, 0.016, 0.004).rotate(x=8).move(0, y - 1.55 * r, gz + 0.028), "body")
    d.add("switch", axle(0.006, 1.35 * r, y - 0.85 * r, gz + 0.02, 0.002), "dark")
    if v.battery:
        d.add("foot", box(2.0 * r, 0.022, 0.1, 0.006).move(0, low - 0.004, gz - 0.6 * k), "body")
        d.add("battery", box(1.9 * r, 0.044, 0.105, 0.008).move(0, 0.022, gz + 0.006 - 0.6 * k), "dark")
        d.add("label", box(1.94 * r, 0.014, 0.05, 0.002).move(0, 0.022, gz - 0.6 * k), "body")
    else:
        d.add("foot", box(1.5 * r, 0.02, 0.065, 0.006).move(0, 0.01, gz - k), "dark")
        d.add(
            "cord",
            sweep(
                [(0, 0.012, gz - k - 0.02), (0, 0.01, gz - 0.09), (0.03, 0.009, gz - 0.13), (0.09, 0.009, gz - 0.12)],
                0.0062,
                round_ends=True,
            ),
            "dark",
        )
    if v.side_handle:
        d.add(
            "side_handle",
            union(
                ribbed(0.1, 0.014, 7).rotate(z=90).move(-0.7 * r, y, f - 0.01),
                torus(0.92 * r, 0.006).rotate(x=90).move(0, y, f - 0.014),
            ),
            "dark",
        )
    if v.lamp:
        d.add("lamp", sphere(0.006).move(0, y - 1.05 * r, gz + 0.044), "lamp")
    d.point("grip", (0, 0.55 * y, gz - 0.3 * k), size=0.045)
    d.point("top", (0, h, 0), size=r)
    return d
