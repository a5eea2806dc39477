"""Bars of chocolate."""

from __future__ import annotations

from maquette.shapes.api import box, difference, extrude, sphere, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Flag, Real, Values, Whole, family
from maquette.shapes.sub.outlines import rounded_rectangle


@family(
    "chocolate bar",
    "food",
    nouns={"chocolate": {}, "bar of chocolate": {}, "candy bar": {"wrapped": 0.5}},
    parameters=(
        Real("width", 0.08, 0.06, 0.1),
        Whole("rows", 6, 4, 8),
        Whole("columns", 3, 2, 4),
        Real("thickness", 0.011, 0.009, 0.015),
        Real("wrapped", 0.5, 0.3, 0.65, unit="", about="share that is still wrapped"),
        Flag("bite", 0.5),
        Flag("foil", 0.8),
        Flag("nuts", 0.3),
        Real("lean", 12, 0, 20, unit="deg"),
    ),
    slots={
        "chocolate": ("chocolate", "chocolate:#6a4026", "cream:#f0e2c0"),
        "paper": ("paper:#8a1f2c", "paper:#2c4a8a", "paper:#d9a23a", "paper:#3f6a4a"),
        "foil": ("silver", "gold"),
        "label": ("gold", "paper"),
        "nut": ("bread:#d9a862",),
    },
    words={"bite": {"bite": True}, "nuts": {"nuts": True}, "foil": {"foil": True}},
    paints={"wrapper": "paper"},
    height=(0.06, 0.24),
)
def chocolate_bar(v: Values) -> Draft:
    """Standing, its upper half unwrapped from foil and paper."""
    w, t = v.width, v.thickness
    cell = w / v.columns
    h = min(v.rows * cell * 0.8, 0.2)
    tall = h / v.rows
    d = Draft(extent=h)
    base = box(w, h, 0.65 * t, 0.1 * t).move(y=h / 2)
    blocks = extrude(rounded_rectangle(0.9 * cell, 0.88 * tall, 0.06 * cell), 0.6 * t, bevel=0.28 * t)
    rows = [
        blocks.move((i - (v.columns - 1) / 2) * cell, (j + 0.5) * tall, 0.42 * t)
        for i in range(v.columns)
        for j in range(v.rows)
    ]
    cuts = (
        [sphere(0.2 * w).move(x * w, y * h, 0) for x, y in ((0.52, 1.0), (0.36, 1.04), (0.55, 0.86))] if v.bite else []
    )
    d.add("chocolate", difference(union(base, *rows), *cuts), "chocolate")
    high = v.wrapped * h
    d.add("paper", box(1.05 * w, high, 1.7 * t, 0.25 * t).move(0, high / 2, 0.1 * t), "paper")
    d.add(
        "label",
        extrude(rounded_rectangle(0.7 * w, 0.4 * high, 0.1 * w), 0.12 * t).move(0, 0.5 * high, 0.1 * t + 0.87 * t),
        "label",
    )
    if v.foil:
        zig = [(-0.515 * w, -0.12 * h), (0.515 * w, -0.12 * h)]
        zig += [(0.515 * w - 1.03 * w * i / 11, 0.06 * h + (0.045 * h if i % 2 else 0.0)) for i in range(12)]
        d.add("foil", extrude(zig, 1.62 * t, bevel=0.1 * t).move(0, high, 0.1 * t), "foil")
    if v.nuts:
        spots = [(((i * 7) % 5 / 4 - 0.5) * 0.8 * w, high + (h - high) * (0.25 + 0.12 * i)) for i in range(5)]
        d.add(
            "nuts",
            union(
                *(
                    sphere(0.35 * t, 0.5 * t, 0.3 * t).rotate(z=40 * i).move(x, y, 0.72 * t)
                    for i, (x, y) in enumerate(spots)
                )
            ),
            "nut",
        )
    d.add("foot", box(1.02 * w, 0.02 * h, 2.2 * t, 0.004 * h).move(0, 0.01 * h, 0.1 * t), "paper")
    d.point("top", (0, h, 0), size=w)
    d.point("grip", (0, 0.3 * h, 0), size=w)
    _ = v.lean
    return d
