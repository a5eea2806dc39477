"""Anvils."""

from __future__ import annotations

import math

from maquette.shapes.api import Point3, box, cylinder, hull, lathe, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Flag, Real, Values, Whole, family
from maquette.shapes.sub.outlines import rod


@family(
    "anvil",
    "tool",
    nouns={"blacksmith anvil": {"stump": True}, "smith's anvil": {"stump": True}, "forge anvil": {}},
    parameters=(
        Real("length", 0.62, 0.5, 0.8),
        Real("height", 0.28, 0.22, 0.34),
        Real("width", 0.13, 0.1, 0.17),
        Real("horn", 0.36, 0.28, 0.44, unit="", about="length of the horn, share"),
        Real("waist", 0.55, 0.45, 0.7, unit="", about="width of the waist, share"),
        Flag("stump", 0.5, about="stands on a tree stump"),
        Real("stump_height", 0.42, 0.3, 0.55),
        Whole("bands", 2, 0, 3),
        Flag("hammer", 0.35),
    ),
    slots={
        "iron": ("cast iron", "iron", "gunmetal", "steel"),
        "face": ("steel", "iron", "metal"),
        "stump": ("oak", "wood", "driftwood"),
        "bark": ("bark",),
        "band": ("iron", "rust"),
    },
    words={"stump": {"stump": True}, "hammer": {"hammer": True}},
    paints={"horn": "iron", "top": "face", "block": "stump"},
    height=(0.2, 1.0),
)
def anvil(v: Values) -> Draft:
    """Its horn points to +x."""
    n, h, w = v.length, v.height, v.width
    d = Draft(extent=max(n, h + (v.stump_height if v.stump else 0)))
    base = v.stump_height - 0.004 if v.stump else 0.0
    a = -0.42 * n
    b = a + (1 - v.horn) * n

    def oblong(x: float, z: float, y: float, at: float = 0.0) -> list[Point3]:
        return [(at + s * x / 2, y, k * z / 2) for s in (1, -1) for k in (1, -1)]

    c = (a + b) / 2
    foot = hull(
        [
            *oblong(0.62 * n, 1.7 * w, 0, c),
            *oblong(0.62 * n, 1.7 * w, 0.1 * h, c),
            *oblong(0.48 * n, 1.25 * w, 0.24 * h, c),
        ]
    )
    waist = hull(
        [
            *oblong(0.46 * n, 1.1 * w, 0.2 * h, c),
            *oblong(0.3 * n, v.waist * 1.1 * w, 0.42 * h, c),
            *oblong(0.3 * n, v.waist * 1.1 * w, 0.5 * h, c),
            *oblong(0.5 * n, w, 0.7 * h, c),
        ]
    )
    notch = union(foot, waist) - cylinder(0.2 * h, 4 * w).rotate(x=90).move(c, -0.1 * h, 0)
    body = union(
        notch,
        hull([*oblong(b - a, w, 0.66 * h, c), *oblong(b - a, w, 0.96 * h, c), *oblong(0.55 * n, 0.9 * w, 0.6 * h, c)]),
    )
    horn = hull(
        [
            *(
                (b - 0.02 * n, 0.79 * h + 0.15 * h * math.sin(k), 0.46 * w * math.cos(k))
                for k in [math.tau * i / 18 for i in range(18)]
            ),
            *(
                (b + 0.62 * v.horn * n, 0.82 * h + 0.1 * h * math.sin(k), 0.28 * w * math.cos(k))
                for k in [math.tau * i / 14 for i in range(14)]
            ),
            *(
                (b + v.horn * n, 0.9 * h + 0.015 * h * math.sin(k), 0.04 * w * math.cos(k))
                for k in [math.tau * i / 8 for i in range(8)]
            ),
        ]
    )
    d.add("body", body.move(y=base), "iron")
    d.add("horn", horn.move(y=base), "iron")
    step = box(0.09 * n, 0.2 * h, 0.9 * w, 0.004).move(b + 0.03 * n, 0.8 * h, 0)
    d.add("step", step.move(y=base), "iron")
    face = box(b - a - 0.01 * n, 0.08 * h, 1.03 * w, 0.004).move(c - 0.004 * n, 0.965 * h, 0) - union(
        box(0.028, 0.2 * h, 0.028).move(a + 0.07 * n, h, 0), cylinder(0.01, 0.2 * h).move(a + 0.14 * n, h, 0.2 * w)
    )
    d.add("face", face.move(y=base), "face")
    if v.stump:
        r = 0.42 * n
        s = v.stump_height
        d.add(
            "stump",
            lathe([(0.0, 0), (1.12 * r, 0), (r, 0.25 * s), (0.97 * r, s), (0.0, s)]).roughened(0.006, 0.12, v.seed),
            "stump",
        )
        d.add(
            "bark",
            lathe(
                [(0.8 * r, 0.0), (1.16 * r, 0.0), (1.05 * r, 0.25 * s), (1.02 * r, 0.94 * s), (0.8 * r, 0.95 * s)]
            ).roughened(0.012, 0.08, v.seed + 1),
            "bark",
        )
        for i in range(v.bands):
            y = (0.3 + 0.27 * i) * s
            d.add(
                f"band_{i + 1}",
                lathe([(0.8 * r, y - 0.025), (1.085 * r, y - 0.025), (1.075 * r, y + 0.025), (0.8 * r, y + 0.025)]),
                "band",
                group="bands",
            )
    if v.hammer:
        y = base + h
        d.add("hammer_head", box(0.11, 0.045, 0.045, 0.008).rotate(y=35).move(c, y + 0.019, 0), "face", group="hammer")
        d.add(
            "hammer_handle",
            rod((c, y + 0.02, 0), (c - 0.16, y + 0.028, 0.22), radius=0.012, round_ends=True),
            "stump",
            group="hammer",
        )
    d.point("top", (c, base + h, 0), size=w)
    return d
