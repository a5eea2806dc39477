"""Bowling pins."""

from __future__ import annotations

from maquette.shapes.api import cylinder, lathe, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Flag, Real, Values, Whole, family


@family(
    "bowling pin",
    "sport",
    nouns={"skittle": {"stripes": 2}, "ninepin": {}, "bowling pins": {"count": 10}, "pin": {}},
    parameters=(
        Real("height", 0.38, 0.32, 0.44),
        Real("belly", 0.158, 0.14, 0.18, unit="", about="radius, share of the height"),
        Real("neck", 0.062, 0.055, 0.075, unit=""),
        Real("head", 0.088, 0.08, 0.1, unit=""),
        Whole("stripes", 2, 1, 3),
        Whole("count", 1, 1, 10),
        Flag("crown", 0.35),
        Flag("base", 0.7),
        Real("stripe", 0.018, 0.014, 0.026, unit="", about="height of a stripe, share"),
    ),
    slots={
        "pin": ("paint:#f2efe6", "birch", "paint:#e8e2d0"),
        "stripe": ("paint:#c8201c", "paint:#1f4fa8", "gold", "paint:#20242c"),
        "base": ("rubber", "paint:#c8201c", "gunmetal"),
    },
    words={"stripes": {"stripes": 2}},
    height=(0.3, 0.46),
    floats=True,
)
def bowling_pin(v: Values) -> Draft:
    """One, or a rack of ten with its head pin toward +z."""
    h = v.height
    d = Draft(extent=h if v.count < 3 else 2.4 * h)
    b, n, k = v.belly * h, v.neck * h, v.head * h
    shape = [
        (0.5 * b, 0.0),
        (0.62 * b, 0.02 * h),
        (0.86 * b, 0.15 * h),
        (b, 0.32 * h),
        (0.9 * b, 0.45 * h),
        (1.15 * n, 0.62 * h),
        (n, 0.69 * h),
        (0.85 * k, 0.8 * h),
        (k, 0.88 * h),
        (0.8 * k, 0.96 * h),
        (0.0, h),
    ]
    spots = [(x - 0.5 * row, -row) for row in range(4) for x in range(row + 1)][: v.count]
    step = 0.62 * h
    mid = sum(z for _, z in spots) / len(spots)
    for i, (x, z) in enumerate(spots):
        at = (x * step, 0.0, (z - mid) * 0.87 * step)
        d.add(f"pin_{i + 1}", lathe(shape, smooth=True).move(*at), "pin", group="pins")
        rings = [
            lathe(
                [
                    (0.5 * n, y - v.stripe * h / 2),
                    (1.05 * n + 0.002, y - v.stripe * h / 2),
                    (1.05 * n + 0.002, y + v.stripe * h / 2),
                    (0.5 * n, y + v.stripe * h / 2),
                ]
            )
            for y in [(0.665 + 0.035 * j) * h for j in range(v.stripes)]
        ]
        d.add(f"stripes_{i + 1}", union(*rings).move(*at), "stripe", group="stripes")
        if v.base:
            d.add(
                f"base_{i + 1}",
                cylinder(0.63 * b, 0.02 * h, bevel=0.004 * h).move(at[0], 0.01 * h, at[2]),
                "base",
                group="bases",
            )
        if v.crown:
            d.add(
                f"crown_{i + 1}",
                cylinder(0.45 * b, 0.04 * h, sides=5).rotate(x=90).move(at[0], 0.36 * h, at[2] + 0.96 * b),
                "stripe",
                group="crowns",
            )
    d.point("grip", (0, 0.68 * h, 0), size=2 * n)
    d.point("top", (0, h, 0), size=2 * k)
    return d
