"""Headphones and headsets."""

from __future__ import annotations

import math

from maquette.shapes.api import cylinder, extrude, lathe, sphere, sweep, torus, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Flag, Real, Values, Whole, family


@family(
    "headphones",
    "electronics",
    nouns=("headset", "earphones", "head phones", "gaming headset"),
    parameters=(
        Real("width", 0.18, 0.165, 0.2),
        Real("height", 0.2, 0.18, 0.22),
        Real("cup_radius", 0.044, 0.036, 0.05),
        Real("cup_depth", 0.034, 0.026, 0.042),
        Real("oval", 1.15, 1.0, 1.35, unit=""),
        Real("band", 0.022, 0.016, 0.03),
        Flag("microphone", 0.3),
        Flag("cable", 0.4),
        Flag("ears", 0.12, about="cat ears"),
        Whole("rings", 2, 1, 3),
    ),
    slots={
        "body": ("paint:#24262b", "paint:#ecebe8", "paint:#c8302c", "paint:#2f6fb0", "paint:#e8a0b8"),
        "pad": ("leather:#1d1e20", "leather:#6a4630"),
        "metal": ("aluminium", "chrome", "gold"),
        "light": ("glow:#40c8ff", "glow:#ff4aa8", "chrome"),
    },
    words={
        "microphone": {"microphone": True},
        "mic": {"microphone": True},
        "cable": {"cable": True},
        "ears": {"ears": True},
        "cat": {"ears": True},
    },
    paints={"cushions": "pad", "cups": "body", "band": "body"},
    height=(0.14, 0.32),
)
def headphones(v: Values) -> Draft:
    """A padded band over two cups; stands on the cups."""
    w, h, r, t = v.width, v.height, v.cup_radius, v.cup_depth
    d = Draft(extent=1.1 * h)
    a = w / 2
    y = r * v.oval
    top = h - 0.01
    arc = [(a * math.cos(math.pi * i / 16), y + (top - y) * math.sin(math.pi * i / 16) ** 0.85, 0.0) for i in range(17)]
    flat = [(-0.5 * v.band, -0.004), (0.5 * v.band, -0.004), (0.5 * v.band, 0.004), (-0.5 * v.band, 0.004)]
    d.add("band", sweep(arc, profile=flat), "body")
    pad = [(p[0] * 0.955, p[1] - 0.007, 0.0) for p in arc[4:13]]
    d.add("band_pad", sweep(pad, [0.006, *[0.011] * 7, 0.006], round_ends=True).scale(1, 1, 1.1), "pad")
    for s, name in ((1, "left"), (-1, "right")):
        cup = (
            lathe(
                [
                    (0, -0.5 * t),
                    (0.95 * r, -0.5 * t),
                    (r, -0.2 * t),
                    (0.98 * r, 0.15 * t),
                    (0.8 * r, 0.38 * t),
                    (0.5 * r, 0.45 * t),
                    (0, 0.46 * t),
                ]
            )
            .rotate(z=-90 * s)
            .scale(1, v.oval, 1)
        )
        d.add(f"cup_{name}", cup.move(s * a, y, 0), "body", group="cups")
        d.add(
            f"cushion_{name}",
            torus(0.74 * r, 0.26 * r).rotate(z=90).scale(0.9, v.oval, 1).move(s * (a - 0.6 * t), y, 0),
            "pad",
            group="cushions",
        )
        for k in range(v.rings):
            d.add(
                f"ring_{name}_{k + 1}",
                torus((0.72 - 0.2 * k) * r, 0.035 * r)
                .rotate(z=90)
                .scale(1, v.oval, 1)
                .move(s * (a + (0.4 + 0.05 * k) * t), y, 0),
                "light" if k == 0 else "metal",
                group="rings",
            )
        d.add(
            f"yoke_{name}",
            union(
                torus(1.1 * r, 0.09 * r, 180).rotate(x=90).rotate(y=90).scale(1, v.oval, 1).move(s * a, y, 0),
                cylinder(0.11 * r, 0.5 * r).move(s * 0.995 * a, y + 1.25 * r * v.oval, 0),
                *(cylinder(0.1 * r, 0.25 * r).rotate(x=90).move(s * a, y, k * 1.04 * r) for k in (1, -1)),
            ),
            "metal",
            group="yokes",
        )
        if v.ears:
            ear = extrude([(-0.45 * r, 0), (0.45 * r, 0), (0, 0.85 * r)], 0.3 * r, bevel=0.05 * r).rotate(z=-s * 26)
            i = 5 if s > 0 else 11
            d.add(f"ear_{name}", ear.move(arc[i][0], arc[i][1] - 0.004, 0), "light", group="ears")
    if v.microphone:
        d.add(
            "microphone",
            union(
                sweep(
                    [
                        (a + 0.3 * t, y, 0),
                        (a + 0.35 * t, y - 0.2 * r, 0.8 * r),
                        (a, y - 0.6 * r, 1.5 * r),
                        (0.5 * a, y - 0.75 * r, 1.85 * r),
                    ],
                    0.0035,
                ),
                sphere(0.009).move(0.5 * a, y - 0.75 * r, 1.85 * r),
            ),
            "metal",
        )
    if v.cable:
        d.add(
            "cable",
            sweep(
                [
                    (a, 0.06 * r, 0),
                    (a + 0.01, 0.0035, 0.02),
                    (a - 0.03, 0.0035, 0.08),
                    (a - 0.09, 0.0035, 0.1),
                    (a - 0.11, 0.0035, 0.06),
                ],
                0.0032,
                sides=8,
            ),
            "pad",
        )
    d.point("top", (0, h, 0), size=w)
    d.point("inside", (0, top - 0.018, 0), size=w - 2 * t)
    return d
