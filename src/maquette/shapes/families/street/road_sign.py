"""Road sign: a plate with a rim and a sign of its own, on a post."""

from __future__ import annotations

import math

from maquette.shapes.api import box, cylinder, extrude, lathe, sphere, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Real, Values, Whole, family
from maquette.shapes.node import Node
from maquette.shapes.sub.outlines import polygon, rounded_rectangle


@family(
    "road sign",
    "street",
    nouns={
        "traffic sign": {},
        "stop sign": {"shape": "octagon"},
        "warning sign": {"shape": "triangle"},
        "yield sign": {"shape": "yield"},
        "speed limit sign": {"shape": "round"},
        "street sign": {"shape": "names"},
        "no entry sign": {"shape": "round", "symbol": "bar"},
        "parking sign": {"shape": "square"},
        "one way sign": {"shape": "square", "symbol": "arrow"},
    },
    parameters=(
        Choice("shape", ("octagon", "triangle", "round", "diamond", "square", "yield", "names")),
        Real("height", 2.3, 1.8, 2.8),
        Real("size", 0.62, 0.5, 0.8),
        Choice("symbol", ("bar", "arrow", "mark", "cross")),
        Real("rim", 0.1, 0.07, 0.14, unit="", about="share of the size"),
        Real("radius", 0.032, 0.026, 0.042, about="of the post"),
        Choice("foot", ("plate", "block", "none")),
        Whole("bolts", 2, 2, 4),
        Real("tilt", 0.0, 0.0, 6, unit="deg"),
    ),
    slots={
        "sign": ("paint:#24569a", "paint:#2b7a4a", "paint:#1f6f8a"),
        "red": ("paint:#c0232a",),
        "yellow": ("paint:#e8b81c",),
        "rim": ("paint:#f4f2ec",),
        "symbol": ("paint:#f4f2ec",),
        "post": ("steel", "gunmetal", "aluminium"),
        "back": ("aluminium",),
        "foot": ("concrete", "gunmetal", "granite"),
    },
    words={
        "octagonal": {"shape": "octagon"},
        "triangular": {"shape": "triangle"},
        "round": {"shape": "round"},
        "arrow": {"symbol": "arrow"},
    },
    paints={"pole": "post", "board": "sign", "plate": "sign", "border": "rim"},
    height=(1.5, 3.2),
)
def road_sign(v: Values) -> Draft:
    """A plate with a rim and a sign of its own, on a post."""
    h, s, p = v.height, v.size, v.radius
    d = Draft(extent=h)
    if v.foot == "block":
        d.add("foot", lathe([(0.24, 0), (0.24, 0.04), (0.14, 0.14), (0.05, 0.16), (0, 0.16)]), "foot")
    elif v.foot == "plate":
        d.add("foot", union(box(0.34, 0.03, 0.34, 0.008).move(y=0.015), cylinder(2 * p, 0.1).move(y=0.05)), "foot")
    d.add("post", cylinder(p, h - 0.02, bevel=0.006).move(y=(h - 0.02) / 2), "post")
    t = 0.022
    z = p + t / 2 - 0.004
    if v.shape == "names":
        for i, (y, turn) in enumerate(((h - 0.02, 0.0), (h - 0.24, 90.0))):
            d.add(f"sign_{i + 1}", box(1.5 * s, 0.19, t, 0.006).rotate(y=turn).move(y=y), "sign", group="signs")
            d.add(
                f"rim_{i + 1}",
                (box(1.5 * s - 0.02, 0.17, t + 0.004, 0.003) - box(1.5 * s - 0.05, 0.14, 1)).rotate(y=turn).move(y=y),
                "rim",
                group="signs",
            )
            d.add(
                f"letters_{i + 1}",
                union(
                    *(
                        box(0.05 if k % 3 else 0.03, 0.075, t + 0.004, 0.002).move((k - 3.5) * 0.14 * s, 0, 0)
                        for k in range(8)
                    )
                )
                .rotate(y=turn)
                .move(y=y),
                "symbol",
                group="signs",
            )
        d.add("cap", sphere(1.6 * p).move(y=h + 0.1), "post")
        d.add("cap_stem", cylinder(0.7 * p, 0.2).move(y=h + 0.04), "post")
        d.point("top", (0, h + 0.1, 0), size=0.1)
        return d
    outline = {
        "octagon": polygon(s / 2 / math.cos(math.pi / 8), 8, 22.5),
        "triangle": [
            (0.5 * s * x, 0.5 * s * y)
            for x, y in ((-1.05, -0.72), (-0.98, -0.82), (0.98, -0.82), (1.05, -0.72), (0.07, 0.98), (-0.07, 0.98))
        ],
        "round": polygon(s / 2, 48),
        "diamond": [
            (0.6 * s * x, 0.6 * s * y)
            for x, y in (
                (0.06, -0.97),
                (0.97, -0.06),
                (0.97, 0.06),
                (0.06, 0.97),
                (-0.06, 0.97),
                (-0.97, 0.06),
                (-0.97, -0.06),
                (-0.06, -0.97),
            )
        ],
        "square": rounded_rectangle(0.9 * s, 0.9 * s, 0.06 * s, 4),
        "yield": [
            (0.5 * s * x, 0.5 * s * y)
            for x, y in ((0.07, -0.98), (1.05, 0.72), (0.98, 0.82), (-0.98, 0.82), (-1.05, 0.72), (-0.07, -0.98))
        ],
    }[v.shape]
    y = h - 0.52 * s
    k = 1 - 1.7 * v.rim
    slot = {"octagon": "red", "yield": "red", "round": "red", "diamond": "yellow", "triangle": "yellow"}.get(
        v.shape, "sign"
    )
    parts: list[tuple[str, Node, str]] = [
        ("rim", extrude(outline, t, bevel=0.003), "rim"),
        ("sign", extrude([(a * k, b * k) for a, b in outline], t).move(z=0.004), slot),
        ("back", extrude([(a * 0.97, b * 0.97) for a, b in outline], t).move(z=-0.004), "back"),
    ]
    u = 0.3 * s
    lower = {"triangle": -0.12, "yield": 0.12}.get(v.shape, 0.0) * s
    symbols: dict[str, Node] = {
        "bar": box(1.9 * u, 0.34 * u, t),
        "arrow": extrude(
            [
                (-0.14 * u, -0.8 * u),
                (0.14 * u, -0.8 * u),
                (0.14 * u, 0.15 * u),
                (0.5 * u, 0.15 * u),
                (0, 0.9 * u),
                (-0.5 * u, 0.15 * u),
                (-0.14 * u, 0.15 * u),
            ],
            t,
        ),
        "mark": union(
            extrude([(-0.1 * u, -0.3 * u), (0.1 * u, -0.3 * u), (0.17 * u, 0.8 * u), (-0.17 * u, 0.8 * u)], t),
            cylinder(0.16 * u, t).rotate(x=90).move(y=-0.62 * u),
        ),
        "cross": union(*(box(1.5 * u, 0.26 * u, t).rotate(z=a) for a in (45, -45))),
    }
    shrink = 0.72 if v.shape in ("triangle", "yield") else 1.0
    symbol = _stop(0.26 * s, t) if v.shape == "octagon" else symbols[v.symbol].scale(shrink, shrink, 1)
    parts.append(("symbol", symbol.move(y=lower, z=0.008), "symbol"))
    for name, solid, slot in parts:
        d.add(name, solid.rotate(z=v.tilt).move(0, y, z), slot, group="sign")
    d.add("clamps", union(*(box(0.11, 0.03, 2.4 * p, 0.004).move(0, y + q * 0.24 * s, 0.006) for q in (1, -1))), "post")
    d.add(
        "bolts",
        union(
            *(
                sphere(0.012, 0.012, 0.006).move(0, y + (i / (v.bolts - 1) - 0.5) * 0.5 * s, z + 0.5 * t + 0.008)
                for i in range(v.bolts)
            )
        ),
        "post",
    )
    d.point("top", (0, h, 0), size=0.1)
    return d


def _stop(height: float, depth: float) -> Node:
    """The word STOP in bars."""
    n, w, s = height, 0.5 * height, 0.17 * height
    at = {
        "a": (0, n / 2, w, s),
        "g": (0, 0, w, s),
        "d": (0, -n / 2, w, s),
        "f": (-w / 2, n / 4, s, n / 2),
        "b": (w / 2, n / 4, s, n / 2),
        "e": (-w / 2, -n / 4, s, n / 2),
        "c": (w / 2, -n / 4, s, n / 2),
        "m": (0, 0, s, n),
    }
    bars = [(i, at[c]) for i, letter in enumerate(("afgcd", "am", "abcdef", "abgef")) for c in letter]
    return union(
        *(
            box(bw + (s if bw > bh else 0), bh + (s if bh > bw else 0), depth).move((i - 1.5) * 0.92 * n + x, y, 0)
            for i, (x, y, bw, bh) in bars
        )
    )
