"""Batteries: round cells, blocks, car batteries, power cells."""

from __future__ import annotations

from maquette.shapes.api import box, cylinder, extrude, lathe, sweep, torus, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, Whole, family


@family(
    "battery",
    "electronics",
    nouns={
        "aa battery": {"kind": "round"},
        "energy cell": {"kind": "sci-fi"},
        "power cell": {"kind": "sci-fi"},
        "car battery": {"kind": "car"},
        "9v battery": {"kind": "block"},
        "accumulator": {"kind": "car"},
    },
    parameters=(
        Choice("kind", ("round", "block", "car", "sci-fi")),
        Real("height", 0.05, 0.045, 0.065),
        Real("radius", 0.29, 0.24, 0.36, unit="", about="share of the height"),
        Real("cap", 0.3, 0.22, 0.4, unit="", about="share that the other colour covers"),
        Whole("bars", 4, 3, 5, about="of charge"),
        Whole("bands", 2, 1, 3),
        Flag("bolt", 0.7),
        Flag("handle", 0.6),
        Whole("cells", 6, 4, 6),
    ),
    slots={
        "body": ("paint:#1d1f23", "paint:#2f5fb0", "paint:#2f8a4a", "paint:#b8242a"),
        "cap": ("copper", "gold", "paint:#e8b02a", "chrome"),
        "metal": ("chrome", "steel"),
        "charge": ("glow:#5aff6a", "glow:#40c8ff", "glow:#ffb02a"),
        "mark": ("paint:#f0d23a", "paint:#f4f4f0"),
        "red": ("paint:#c8242a",),
    },
    words={"bolt": {"bolt": True}, "charge": {"bars": 4}},
    paints={"bars": "charge", "top": "cap"},
    height=(0.03, 0.3),
)
def battery(v: Values) -> Draft:
    """A round cell with a pole, a block with two clips, a car battery, a glowing power cell."""
    h = v.height
    bolt = [(0.05, 0.5), (-0.3, -0.06), (-0.04, -0.06), (-0.1, -0.5), (0.3, 0.12), (0.04, 0.12)]
    if v.kind in ("round", "sci-fi"):
        r = v.radius * h
        d = Draft(extent=h)
        if v.kind == "round":
            d.add(
                "body",
                lathe(
                    [
                        (0, 0.01 * h),
                        (0.92 * r, 0.01 * h),
                        (r, 0.03 * h),
                        (r, (1 - v.cap) * h * 0.94),
                        (0, (1 - v.cap) * h * 0.94),
                    ]
                ),
                "body",
            )
            d.add(
                "cap",
                lathe(
                    [
                        (0, 0.5 * h),
                        (1.003 * r, (1 - v.cap) * 0.93 * h),
                        (1.003 * r, 0.91 * h),
                        (0.93 * r, 0.935 * h),
                        (0, 0.935 * h),
                    ]
                ),
                "cap",
            )
            d.add(
                "pole", lathe([(0, 0.9 * h), (0.4 * r, 0.9 * h), (0.36 * r, 0.985 * h), (0.28 * r, h), (0, h)]), "metal"
            )
            d.add("bottom", cylinder(0.8 * r, 0.02 * h).move(y=0.01 * h), "metal")
        else:
            d.add(
                "body",
                lathe(
                    [
                        (0, 0),
                        (r, 0),
                        (1.1 * r, 0.05 * h),
                        (1.1 * r, 0.16 * h),
                        (0.9 * r, 0.2 * h),
                        (0.9 * r, 0.8 * h),
                        (1.1 * r, 0.84 * h),
                        (1.1 * r, 0.95 * h),
                        (0.9 * r, h),
                        (0, h),
                    ]
                ),
                "body",
            )
            d.add("charge", cylinder(0.96 * r, 0.62 * h).move(y=0.5 * h), "charge")
            d.add(
                "ribs",
                union(
                    *(
                        box(0.16 * r, 0.68 * h, 0.2 * r, 0.03 * r).move(z=0.97 * r).rotate(y=90 * k + 45)
                        for k in range(4)
                    )
                ).move(y=0.5 * h),
                "metal",
            )
            d.add("cap", torus(0.6 * r, 0.12 * r).move(y=h), "cap")
        for i in range(v.bands if v.kind == "round" else 0):
            d.add(f"band_{i + 1}", torus(0.995 * r, 0.02 * r).move(y=(0.07 + 0.035 * i) * h), "mark", group="bands")
        if v.kind == "round":
            for i in range(v.bars):
                d.add(
                    f"bar_{i + 1}",
                    box(0.5 * r, 0.035 * h, 0.1 * r, 0.01 * r).move(0, (0.14 + 0.055 * i) * h, 0.965 * r),
                    "charge",
                    group="bars",
                )
        if v.bolt:
            s = 0.85 * r
            d.add(
                "bolt",
                extrude([(s * a, s * b) for a, b in bolt], 0.16 * r).move(
                    0, (0.54 if v.kind == "round" else 0.5) * h, (0.97 if v.kind == "round" else 0.98) * r
                ),
                "mark",
            )
        d.point("top", (0, h, 0), size=2 * r)
        d.point("grip", (0, 0.5 * h, 0), size=2 * r)
        return d
    if v.kind == "block":
        w, z = 0.55 * h, 0.36 * h
        d = Draft(extent=h)
        d.add("body", box(w, 0.62 * h, z, 0.02 * h).move(y=0.3 * h), "body")
        d.add("cap", box(1.01 * w, 0.3 * h, 1.01 * z, 0.02 * h).move(y=0.74 * h), "cap")
        d.add("plus", cylinder(0.08 * h, 0.1 * h, bevel=0.01 * h).move(0.13 * h, 0.92 * h, 0), "metal", group="poles")
        d.add(
            "minus",
            lathe(
                [(0.07 * h, 0), (0.11 * h, 0.09 * h), (0.07 * h, 0.09 * h), (0.05 * h, 0.04 * h), (0, 0.04 * h)],
                sides=6,
            ).move(-0.13 * h, 0.88 * h, 0),
            "metal",
            group="poles",
        )
        for i in range(v.bars):
            d.add(
                f"bar_{i + 1}",
                box(0.06 * h, 0.1 * h, 0.02 * h).move((i - (v.bars - 1) / 2) * 0.1 * h, 0.12 * h, z / 2),
                "charge",
                group="bars",
            )
        if v.bolt:
            d.add(
                "bolt",
                extrude([(0.3 * h * a, 0.3 * h * b) for a, b in bolt], 0.02 * h).move(0, 0.38 * h, z / 2),
                "mark",
            )
        d.point("top", (0, h, 0), size=w)
        return d
    s = 3.4 * h
    w, z = 1.45 * s, 0.85 * s
    d = Draft(extent=w)
    d.add("body", box(w, 0.78 * s, z, 0.03 * s).move(y=0.39 * s), "body")
    d.add("lid", box(1.03 * w, 0.16 * s, 1.03 * z, 0.03 * s).move(y=0.84 * s), "body", group="lid")
    d.add(
        "caps",
        union(
            *(
                cylinder(0.07 * s, 0.06 * s, bevel=0.01 * s).move((i - (v.cells - 1) / 2) * 0.2 * s, 0.93 * s, 0.0)
                for i in range(v.cells)
            )
        ),
        "cap",
    )
    for k, name, slot in ((1, "plus", "red"), (-1, "minus", "metal")):
        d.add(
            name,
            union(
                cylinder(0.1 * s, 0.1 * s, top=0.085 * s).move(y=0.94 * s),
                cylinder(0.06 * s, 0.14 * s).move(y=0.97 * s),
            ).move(k * 0.55 * s, 0, 0.26 * s),
            slot,
            group="poles",
        )
    if v.handle:
        d.add(
            "handle",
            sweep(
                [
                    (-0.5 * w, 0.85 * s, -0.1 * s),
                    (-0.42 * w, 1.15 * s, -0.1 * s),
                    (0.42 * w, 1.15 * s, -0.1 * s),
                    (0.5 * w, 0.85 * s, -0.1 * s),
                ],
                0.035 * s,
            ),
            "metal",
        )
    if v.bolt:
        d.add("bolt", extrude([(0.5 * s * a, 0.5 * s * b) for a, b in bolt], 0.03 * s).move(0, 0.4 * s, z / 2), "mark")
    d.add(
        "plus_mark",
        union(box(0.16 * s, 0.045 * s, 0.02 * s), box(0.045 * s, 0.16 * s, 0.02 * s)).move(0.5 * s, 0.6 * s, z / 2),
        "red",
    )
    d.point("top", (0, s, 0), size=w)
    return d
