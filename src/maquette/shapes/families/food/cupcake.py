"""Cupcakes and muffins."""

from __future__ import annotations

import math

from maquette.shapes.api import extrude, lathe, sphere, sweep, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, Whole, family
from maquette.shapes.sub.food import spiral, sprinkles, swirl
from maquette.shapes.sub.lighting import add_candle


@family(
    "cupcake",
    "food",
    nouns={
        "muffin": {"top": "muffin"},
        "fairy cake": {},
        "blueberry muffin": {"top": "muffin"},
        "chocolate muffin": {"top": "muffin"},
    },
    parameters=(
        Real("radius", 0.035, 0.028, 0.042),
        Real("height", 0.045, 0.036, 0.055, about="of the case"),
        Choice("top", ("swirl", "star", "dome", "muffin")),
        Real("turns", 3.0, 2.2, 3.8, unit=""),
        Real("top_height", 1.15, 0.9, 1.5, unit="", about="share of the width"),
        Whole("pleats", 24, 18, 30),
        Real("flare", 1.3, 1.15, 1.45, unit=""),
        Flag("cherry", 0.5),
        Whole("sprinkles", 26, 0, 40),
        Flag("candle", 0.15),
    ),
    slots={
        "icing": ("icing", "cream", "chocolate", "icing:#8fd4e8", "icing:#b9a2e0", "icing:#9fd8a0"),
        "case": ("paper:#d84a6a", "paper:#3f9ab0", "paper:#f0e6d0", "paper:#6a4a8a", "paper:#e8a83a"),
        "sponge": ("bread:#d9a050", "bread:#5f3a24"),
        "cherry": ("paint:#c3152a",),
        "sprinkle": ("paint:#f0c02c", "paint:#3fb0d0", "paint:#ffffff", "paint:#e8486a"),
        "wax": ("wax:#8fc8f0", "wax:#f6e27a"),
        "wick": ("paint:#2a2420",),
        "flame": ("glow:#ffb040",),
    },
    words={
        "cherry": {"cherry": True},
        "sprinkles": {"sprinkles": 30},
        "candle": {"candle": True},
        "swirl": {"top": "swirl"},
    },
    paints={"frosting": "icing", "wrapper": "case", "paper": "case", "sprinkles": "sprinkle", "cake": "sponge"},
    height=(0.05, 0.19),
)
def cupcake(v: Values) -> Draft:
    """A pleated paper case, a dome of sponge, a swirl of icing."""
    r, h = v.radius, v.height
    d = Draft(
        extent=max(
            2.3 * r,
            h
            + (0.8 * r if v.top == "muffin" else 0.6 * r * v.top_height if v.top == "dome" else 1.2 * r * v.top_height),
        )
    )
    low = r / v.flare
    star = []
    for i in range(2 * v.pleats):
        q = low * (1.0 if i % 2 else 0.93)
        star.append((q * math.cos(math.pi * i / v.pleats), q * math.sin(math.pi * i / v.pleats)))
    d.add("case", extrude(star, h, taper=v.flare).rotate(x=-90).move(y=h / 2), "case")
    d.add(
        "sponge",
        lathe(
            [
                (0.8 * r, 0.6 * h),
                (0.95 * r, h - 0.001),
                (1.04 * r, h + 0.06 * r),
                (0.9 * r, h + 0.3 * r),
                (0, h + 0.36 * r),
            ],
            smooth=True,
        ),
        "sponge",
    )
    t = 1.1 * r * v.top_height
    rng = v.rng("sprinkles")
    if v.top == "muffin":
        t = 0.75 * r
        d.add(
            "top",
            lathe(
                [
                    (0.9 * r, h - 0.02 * r),
                    (1.2 * r, h + 0.1 * r),
                    (1.22 * r, h + 0.25 * r),
                    (0.95 * r, h + 0.55 * r),
                    (0.4 * r, h + 0.72 * r),
                    (0, h + 0.75 * r),
                ],
                smooth=True,
            ).roughened(0.05 * r, 0.35 * r, seed=v.seed, octaves=2),
            "sponge",
        )
        chips = [(x, h + 0.74 * r - 0.3 * (math.hypot(x, z) / r) ** 2 * r * 1.15, z) for x, z in spiral(14, 0.95 * r)]
        d.add("chips", union(*(sphere(0.1 * r, 0.08 * r, 0.1 * r).move(*p) for p in chips)), "icing", group="chips")
        d.point("top", (0, h + t, 0), size=2 * r)
        return d
    if v.top == "dome":
        t = 0.55 * t
        d.add(
            "icing",
            lathe(
                [
                    (0.96 * r, h + 0.02 * r),
                    (1.06 * r, h + 0.1 * r),
                    (0.98 * r, h + 0.45 * t),
                    (0.6 * r, h + 0.85 * t),
                    (0, h + t),
                ],
                smooth=True,
            ),
            "icing",
        )
    else:
        d.add(
            "icing",
            swirl(1.02 * r, t, v.turns, 0.13 if v.top == "swirl" else 0.06, 0.09 if v.top == "star" else 0.0).move(
                y=h + 0.08 * r
            ),
            "icing",
        )
        t += 0.08 * r
    places = []
    for i in range(v.sprinkles):
        u = 0.1 + 0.62 * (i + 0.5) / max(v.sprinkles, 1)
        q = (1.02 * math.sqrt(1 - u * u) if v.top == "dome" else (1 - u) ** 0.75 * 0.9 + 0.05) * r
        a = 2.4 * i
        places.append((q * math.cos(a), h + u * t, q * math.sin(a)))
    if places:
        d.add("sprinkles", sprinkles(rng, places, 0.2 * r), "sprinkle", group="sprinkles")
    if v.candle:
        add_candle(d, "candle", (0, h + 0.9 * t, 0), 0.07 * r + 0.001, 0.035)
    elif v.cherry:
        y = h + t + 0.1 * r
        d.add(
            "cherry",
            union(
                sphere(0.27 * r).move(y=y),
                sweep(
                    [(0, y + 0.2 * r, 0), (0.1 * r, y + 0.5 * r, 0), (0.35 * r, y + 0.75 * r, 0)], 0.035 * r, sides=6
                ),
            ),
            "cherry",
        )
    d.point("top", (0, h + t, 0), size=r)
    d.point("grip", (0, 0.5 * h, 0), size=2 * r)
    return d
