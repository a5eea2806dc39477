"""Light bulbs."""

from __future__ import annotations

import math

from maquette.shapes.api import Point2, cylinder, lathe, sphere, sweep, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, Whole, family


@family(
    "light bulb",
    "electronics",
    nouns={"lightbulb": {}, "bulb": {}, "edison bulb": {"filament": True}, "idea": {}, "led bulb": {"filament": False}},
    parameters=(
        Choice("shape", ("pear", "globe", "candle", "tube", "spiral")),
        Real("radius", 0.03, 0.024, 0.045),
        Real("height", 1.0, 0.9, 1.2, unit=""),
        Real("base_radius", 0.45, 0.4, 0.5, unit="", about="share of the radius"),
        Whole("threads", 4, 3, 5),
        Flag("filament", 0.5),
        Flag("lit", 0.7),
        Real("neck", 1.0, 0.8, 1.2, unit=""),
    ),
    slots={
        "bulb": ("glow:#ffe9a8", "glow:#fff4d8", "glow:#ffd070"),
        "glass": ("slime:#f2ecd8", "glass"),
        "base": ("brass", "aluminium", "copper"),
        "tip": ("paint:#1a1a1c",),
        "filament": ("glow:#ff8a2a",),
    },
    words={
        "filament": {"filament": True},
        "round": {"shape": "globe"},
        "spiral": {"shape": "spiral"},
        "lit": {"lit": True},
        "unlit": {"lit": False},
    },
    paints={"socket": "base", "screw": "base"},
    height=(0.06, 0.24),
)
def light_bulb(v: Values) -> Draft:
    """A glass on a screw base that it stands on."""
    r = v.radius
    b = v.base_radius * r
    d = Draft(extent=3.6 * r)
    base = 0.95 * r
    d.add("tip", lathe([(0, 0), (0.35 * b, 0), (0.75 * b, 0.16 * r), (0, 0.2 * r)]), "tip")
    profile: list[Point2] = [(0, 0.13 * r), (0.8 * b, 0.13 * r)]
    for k in range(v.threads):
        y0 = 0.18 * r + (base - 0.28 * r) * k / v.threads
        y1 = 0.18 * r + (base - 0.28 * r) * (k + 0.5) / v.threads
        profile += [(0.92 * b, y0), (1.04 * b, y1)]
    profile += [(0.95 * b, base - 0.08 * r), (1.06 * b, base), (0, base)]
    d.add("base", lathe(profile), "base")
    n = v.height * v.neck * r
    if v.shape == "spiral":
        d.add(
            "collar",
            lathe(
                [
                    (1.05 * b, base - 0.02 * r),
                    (1.35 * b, base + 0.2 * r),
                    (1.35 * b, base + 0.5 * r),
                    (0, base + 0.55 * r),
                ]
            ),
            "tip",
            group="collar",
        )
        turns = 3
        helix = [
            (
                (0.62 * r) * math.cos(math.tau * turns * k / 36),
                base + (0.45 + 1.9 * k / 36) * r,
                0.62 * r * math.sin(math.tau * turns * k / 36),
            )
            for k in range(37)
        ]
        top = base + 2.55 * r
        d.add(
            "bulb",
            union(
                sweep([*helix, (0.1 * r, base + 2.5 * r, 0)], 0.17 * r, sides=12),
                cylinder(0.17 * r, 2.1 * r).move(y=base + 1.4 * r),
                sphere(0.2 * r).move(0.05 * r, base + 2.45 * r, 0),
            ),
            "bulb" if v.lit else "glass",
        )
        d.point("top", (0, top, 0), size=r)
        return d
    shapes: dict[str, list[Point2]] = {
        "pear": [
            (b, -0.06 * r),
            (1.02 * b, 0.25 * n),
            (0.72 * r, 0.85 * n),
            (r, 1.6 * n),
            (0.86 * r, 2.2 * n),
            (0.45 * r, 2.52 * n),
            (0, 2.6 * n),
        ],
        "globe": [
            (b, -0.06 * r),
            (0.75 * r, 0.3 * n),
            (1.2 * r, 0.95 * n),
            (1.25 * r, 1.4 * n),
            (0.95 * r, 2.1 * n),
            (0.45 * r, 2.42 * n),
            (0, 2.48 * n),
        ],
        "candle": [
            (b, -0.06 * r),
            (0.62 * r, 0.35 * n),
            (0.72 * r, 0.9 * n),
            (0.5 * r, 1.7 * n),
            (0.16 * r, 2.4 * n),
            (0, 2.65 * n),
        ],
        "tube": [
            (b, -0.06 * r),
            (0.62 * r, 0.2 * n),
            (0.62 * r, 1.2 * n),
            (0.62 * r, 2.3 * n),
            (0.4 * r, 2.6 * n),
            (0, 2.7 * n),
        ],
    }
    d.add("bulb", lathe(shapes[v.shape], smooth=True).move(y=base), "bulb" if v.lit else "glass")
    wide = {"pear": 0.98, "globe": 1.2, "candle": 0.62, "tube": 0.6}[v.shape] * r
    if v.filament:
        loop = sweep(
            [
                (-0.5 * wide, base + 1.2 * n, wide * 0.86),
                (-0.25 * wide, base + 1.55 * n, wide * 0.95),
                (0, base + 1.25 * n, wide),
                (0.25 * wide, base + 1.55 * n, wide * 0.95),
                (0.5 * wide, base + 1.2 * n, wide * 0.86),
            ],
            0.06 * r,
            round_ends=True,
        )
        d.add("filament", loop.mirrored("z"), "filament")
    d.point("top", (0, base + 2.55 * n, 0), size=2 * r)
    d.point("grip", (0, 0.5 * base, 0), size=2 * b)
    return d
