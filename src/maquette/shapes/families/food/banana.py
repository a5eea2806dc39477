"""Bananas."""

from __future__ import annotations

from maquette.shapes.api import cylinder, sphere, sweep, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Flag, Real, Values, Whole, family


@family(
    "banana",
    "food",
    nouns={
        "bananas": {"bananas": 4},
        "bunch of bananas": {"bananas": 5},
        "plantain": {},
        "peeled banana": {"peeled": True, "bananas": 1},
        "banana peel": {"peeled": True, "bananas": 1},
    },
    parameters=(
        Real("length", 0.2, 0.15, 0.24),
        Real("thickness", 0.17, 0.14, 0.2, unit="", about="share of the length"),
        Real("curve", 1.0, 0.7, 1.3, unit=""),
        Whole("bananas", 1, 1, 5),
        Real("fan", 13, 10, 17, unit="deg"),
        Whole("edges", 6, 5, 7),
        Flag("peeled", 0.2),
        Real("stem_length", 0.12, 0.08, 0.18, unit="", about="share of the length"),
        Flag("sticker", 0.4),
    ),
    slots={
        "body": ("paint:#efc52c", "paint:#e8b822", "paint:#d9cf3a"),
        "tip": ("bark:#4a3420",),
        "flesh": ("cream:#f5ecc4",),
        "label": ("paint:#2a5fb0", "paint:#c8302a"),
    },
    words={"peeled": {"peeled": True, "bananas": 1}, "sticker": {"sticker": True}, "bunch": {"bananas": 5}},
    paints={"peel": "body", "skin": "body"},
    height=(0.04, 0.3),
)
def banana(v: Values) -> Draft:
    """Lies on its back; bunches hang together at the stalk; a peeled one stands."""
    n, t = v.length, 0.5 * v.thickness * v.length
    d = Draft(extent=n * (1.2 if v.bananas < 2 else 1.3))
    c = 0.2 * n * v.curve
    if v.peeled and v.bananas == 1:
        path = [(0, 0, 0), (0.02 * n, 0.3 * n, 0), (0.0, 0.65 * n, 0), (-0.3 * c, n, 0)]
        d.add("body", sweep([(-0.02 * n, 0, 0), *path[1:3]], [0.25 * t, 0.95 * t, 0.98 * t], sides=v.edges), "body")
        d.add(
            "flesh", sweep([(0.02 * n, 0.25 * n, 0), *path[2:]], [0.8 * t, 0.86 * t, 0.4 * t], round_ends=True), "flesh"
        )
        flap = sweep(
            [(0, 0.62 * n, 0.75 * t), (0, 0.7 * n, 1.6 * t), (0, 0.6 * n, 3.2 * t), (0, 0.42 * n, 3.9 * t)],
            profile=[(-0.7 * t, -0.1 * t), (0.7 * t, -0.1 * t), (0.6 * t, 0.12 * t), (-0.6 * t, 0.12 * t)],
        )
        for i in range(4):
            d.add(f"peel_{i + 1}", flap.rotate(y=90 * i + 45), "body", group="peel")
        d.add("tip", sphere(0.36 * t, 0.3 * t, 0.36 * t).move(-0.02 * n, 0.006 * n, 0), "tip")
        d.point("top", (-0.3 * c, n, 0), size=t)
        d.point("grip", (0, 0.3 * n, 0), size=2 * t)
        return d
    long = 0.5 * n
    s = v.stem_length * n
    k = v.bananas
    for i in range(k):
        tilt = (i - (k - 1) / 2) * v.fan
        body = sweep(
            [
                (-long, c, 0),
                (-0.8 * long, 0.62 * c, 0),
                (-0.3 * long, 0.08 * c, 0),
                (0.3 * long, 0.08 * c, 0),
                (0.78 * long, 0.6 * c, 0),
                (long, c, 0),
            ],
            [0.36 * t, 0.86 * t, t, t, 0.78 * t, 0.34 * t],
            sides=v.edges,
        )
        stalk = sweep(
            [(0.94 * long, 0.88 * c, 0), (long + 0.55 * s, c + 0.45 * s, 0), (long + 0.75 * s, c + s, 0)],
            [0.4 * t, 0.3 * t, 0.36 * t],
            sides=v.edges,
        )
        end = union(sphere(0.4 * t, 0.36 * t, 0.36 * t).move(-1.01 * long, 1.06 * c, 0))
        pivot = long + 0.6 * s
        place = 0.98 * t
        for name, solid, slot in ((f"banana_{i + 1}", union(body, stalk), "body"), (f"tip_{i + 1}", end, "tip")):
            d.add(
                name,
                solid.move(x=-pivot).rotate(y=tilt).move(x=pivot, y=place - 0.04 * c + 0.06 * t),
                slot,
                group="bananas" if k > 1 else None,
            )
    top = c + s + 0.98 * t
    d.add(
        "crown",
        union(
            cylinder(0.45 * t, 0.35 * t, top=0.38 * t),
            *([cylinder(0.62 * t, 0.9 * t, bevel=0.2 * t).move(y=-0.5 * t)] if k > 1 else []),
        ).move(long + 0.75 * s - (0.08 * s if k > 1 else 0), top, 0),
        "tip",
    )
    if v.sticker:
        d.add(
            "label",
            sphere(0.5 * t, 0.36 * t, 0.1 * t).move(0, 1.05 * t, 0).rotate(y=(k - 1) / 2 * 0).move(0, 0, 0.97 * t)
            if k == 1
            else sphere(0.5 * t, 0.1 * t, 0.36 * t).move(0, 2.04 * t, 0),
            "label",
        )
    d.point("top", (0, 2 * t, 0), size=t)
    d.point("grip", (0, t, 0), size=2 * t)
    return d
