"""Candle: wax alone, on a dish with a ring to hold it, on a stick, or on branches."""

from __future__ import annotations

from maquette.shapes.api import cylinder, lathe, sweep, torus, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, Whole, family
from maquette.shapes.sub.lighting import add_candle
from maquette.shapes.sub.outlines import ring_of
from maquette.shapes.sub.palettes import FLAME, WICK


@family(
    "candle",
    "household",
    nouns={
        "candlestick": {"holder": "stick"},
        "candle holder": {"holder": "stick"},
        "candles": {"candles": 3, "holder": "none"},
        "candelabra": {"holder": "branches", "candles": 5},
        "candelabrum": {"holder": "branches", "candles": 5},
        "chamberstick": {"holder": "dish"},
        "menorah": {"holder": "branches", "candles": 7},
    },
    parameters=(
        Choice("holder", ("dish", "stick", "none", "branches")),
        Whole("candles", 1, 1, 7),
        Real("height", 0.14, 0.07, 0.24, about="of the wax"),
        Real("radius", 0.014, 0.01, 0.03, about="of the wax"),
        Real("holder_height", 0.2, 0.13, 0.32),
        Whole("drips", 5, 0, 9),
        Flag("lit", 0.85),
        Flag("handle", 0.7),
        Flag("knop", 0.6),
        Real("spread", 0.16, 0.11, 0.22, about="of branches"),
    ),
    slots={
        "wax": ("wax", "wax:#b8342a", "wax:#f2ece0", "wax:#4a6f5a", "wax:#5a3a6a"),
        "holder": ("brass", "iron", "silver", "copper"),
        "flame": FLAME,
        "wick": WICK,
    },
    words={
        "lit": {"lit": True},
        "burning": {"lit": True},
        "flame": {"lit": True},
        "holder": {"holder": "stick"},
        "handle": {"holder": "dish", "handle": True},
        "unlit": {"lit": False},
    },
    paints={"flames": "flame", "fire": "flame", "stick": "holder"},
    height=(0.05, 0.75),
)
def candle(v: Values) -> Draft:
    """Wax alone, on a dish with a ring to hold it, on a stick, or on branches."""
    r, h = v.radius, v.height
    if v.holder == "none" or (v.holder == "dish" and v.candles > 1):
        r = 1.7 * r
        d = Draft(extent=max(h + 0.05, 4 * r))
        n = v.candles
        d.add(
            "plate",
            lathe(
                [
                    (0.0, 0.0),
                    ((2.4 if n == 1 else 2.1 + 0.9 * n**0.5) * r, 0),
                    ((2.5 if n == 1 else 2.2 + 0.9 * n**0.5) * r, 0.006),
                    ((2.3 if n == 1 else 2.0 + 0.9 * n**0.5) * r, 0.008),
                    (0, 0.007),
                ]
            ),
            "holder",
        )
        places = [(0.0, 0.0)] if n == 1 else ring_of(n, 1.25 * r * max(1.0, n / 3.2), 90)
        for i, (x, z) in enumerate(places):
            add_candle(
                d,
                f"candle_{i + 1}" if n > 1 else "candle",
                (x, 0.005, z),
                r * (1 - 0.12 * (i % 2)),
                h * (1 - 0.22 * (i % 3)),
                lit=v.lit,
                drips=v.drips,
            )
        d.point("top", (0, h, 0), size=2 * r)
        return d
    d = Draft(extent=h + v.holder_height)
    if v.holder == "dish":
        b = 0.06
        d = Draft(extent=max(h + 0.08, 2 * b + 0.04))
        d.add(
            "dish",
            lathe(
                [
                    (0.7 * b, 0),
                    (0.75 * b, 0.002),
                    (b, 0.016),
                    (0.98 * b, 0.019),
                    (0.7 * b, 0.007),
                    (1.3 * r, 0.008),
                    (1.25 * r, 0.03),
                    (0, 0.03),
                ]
            ),
            "holder",
            group="holder",
        )
        if v.handle:
            d.add(
                "handle",
                torus(0.018, 0.0042).scale(1, 1.4, 1).rotate(x=90).move(b + 0.012, 0.02, 0),
                "holder",
                group="holder",
            )
            d.point("grip", (b + 0.02, 0.02, 0), size=0.01)
        add_candle(d, "candle", (0, 0.026, 0), r, h, lit=v.lit, drips=v.drips)
        d.point("top", (0, h + 0.03, 0), size=2 * r)
        return d
    s = v.holder_height
    stem = [(0.055, 0), (0.056, 0.008), (0.045, 0.018), (0.014, 0.035), (0.009, 0.25 * s), (0.008, 0.8 * s), (0.014, s)]
    d.add("stick", lathe(stem), "holder", group="holder")
    if v.knop:
        d.add(
            "knops",
            union(
                *(
                    lathe([(0.008, -0.02), (0.019, -0.006), (0.019, 0.006), (0.008, 0.02)], smooth=True).move(y=k * s)
                    for k in ((0.35, 0.72) if s > 0.18 else (0.5,))
                )
            ),
            "holder",
            group="holder",
        )
    d.point("grip", (0, 0.55 * s, 0), size=0.02)
    cup = lathe(
        [
            (0.008, -0.012),
            (1.3 * r + 0.008, 0.0),
            (1.3 * r + 0.009, 0.004),
            (1.2 * r, 0.006),
            (1.15 * r, 0.022),
            (0, 0.022),
        ]
    )
    places3 = [(0.0, s, 0.0)]
    if v.holder == "branches":
        n = max(v.candles, 2)
        middle = n % 2 == 1
        places3 = [(0.0, s + 0.05, 0.0)] if middle else []
        if middle:
            d.add("stem_top", cylinder(0.009, 0.06).move(y=s + 0.025), "holder", group="holder")
        else:
            d.add(
                "finial",
                lathe([(0.012, s - 0.01), (0.02, s + 0.012), (0.012, s + 0.03), (0.002, s + 0.06)]),
                "holder",
                group="holder",
            )
        for k in range(n // 2):
            reach = v.spread * (k + 1) / (n // 2)
            low = 0.78 * s - 0.09 * s * k
            for side in (1, -1):
                x = side * reach
                path = [(0, low, 0), (0.55 * x, low - 0.09 * s, 0), (0.97 * x, low + 0.06 * s, 0), (x, s - 0.01, 0)]
                d.add(
                    f"branch_{'left' if side > 0 else 'right'}_{k + 1}",
                    sweep(path, min(0.0065, 0.1 * reach)),
                    "holder",
                    group="branches",
                )
                places3.append((x, s, 0.0))
    for i, (x, y, z) in enumerate(places3):
        end = f"_{i + 1}" if len(places3) > 1 else ""
        d.add("cup" + end, cup.move(x, y, z), "holder", group="holder")
        add_candle(d, "candle" + end, (x, y + 0.012, z), r, h, lit=v.lit, drips=v.drips)
    d.point("top", (0, s + h, 0), size=2 * r)
    return d
