"""Rugs, carpets and blankets: rectangular, round or a runner, with borders, medallions, stripes, checks and fringes."""

from __future__ import annotations

import math

from maquette.shapes.api import Point2, box, cylinder, extrude, lathe, sweep, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, Whole, family
from maquette.shapes.node import Node
from maquette.shapes.sub.arms import star
from maquette.shapes.sub.outlines import ellipse, rounded_rectangle, slab


@family(
    "rug",
    "furniture",
    nouns={
        "carpet": {},
        "persian rug": {"shape": "rectangle", "pattern": "persian", "fringe": True, "rolled": False},
        "persian carpet": {"shape": "rectangle", "pattern": "persian", "fringe": True, "rolled": False},
        "oriental rug": {"shape": "rectangle", "pattern": "persian", "fringe": True},
        "magic carpet": {"shape": "rectangle", "pattern": "persian", "fringe": True, "rolled": False},
        "flying carpet": {"shape": "rectangle", "pattern": "persian", "fringe": True, "rolled": False},
        "runner": {"shape": "runner"},
        "doormat": {"length": 0.8, "width": 0.5, "pattern": "border", "fringe": False},
        "mat": {"length": 1.2, "pattern": "border"},
        "blanket": {"pattern": "checks", "shape": "rectangle", "fringe": True},
        "picnic blanket": {"pattern": "checks", "shape": "rectangle"},
        "yoga mat": {
            "shape": "runner",
            "pattern": "plain",
            "rolled": True,
            "fringe": False,
            "length": 1.8,
            "width": 0.6,
        },
    },
    parameters=(
        Real("length", 2.2, 0.7, 3.2),
        Real("width", 1.5, 0.45, 2.2),
        Real("thickness", 0.022, 0.016, 0.032),
        Choice("shape", ("rectangle", "round", "oval", "runner")),
        Choice("pattern", ("persian", "border", "stripes", "checks", "plain")),
        Whole("stripes", 7, 5, 11),
        Whole("borders", 2, 1, 3),
        Whole("petals", 12, 8, 16, about="of the medallion"),
        Flag("fringe", 0.65),
        Flag("rolled", 0.12, about="its far end rolled up"),
    ),
    slots={
        "rug": ("wool:#8c2222", "wool:#23406e", "wool:#2f5a44", "wool:#7a3350"),
        "second": ("cotton:#e8d8b4", "cotton:#f0ece0", "cotton:#d8b87a"),
        "third": ("cotton:#1f2c4a", "cotton:#3a1a1c", "cotton:#c8923a"),
        "fringe": ("cotton",),
    },
    words={
        "fringe": {"fringe": True},
        "tassels": {"fringe": True},
        "stripes": {"pattern": "stripes"},
        "striped": {"pattern": "stripes"},
        "checkered": {"pattern": "checks"},
        "checks": {"pattern": "checks"},
        "round": {"shape": "round"},
        "oval": {"shape": "oval"},
        "rolled": {"rolled": True},
        "border": {"pattern": "border"},
        "persian": {"pattern": "persian"},
    },
    paints={"border": "second", "stripes": "second", "pattern": "second", "medallion": "second", "tassels": "fringe"},
    height=(0.014, 0.5),
)
def rug(v: Values) -> Draft:
    """Lies on the floor, its longer side along X."""
    w, n, t = v.length, min(v.width, 0.8 * v.length), v.thickness
    if v.shape == "runner":
        n = 0.42 * v.width if v.length > 1.2 else n
    elif v.shape == "round":
        w = n = min(v.length, 1.15 * v.width)
    d = Draft(extent=w)
    round_ = v.shape in ("round", "oval")

    def outline(inset: float) -> list[Point2]:
        return (
            ellipse(w / 2 - inset, n / 2 - inset, 64)
            if round_
            else rounded_rectangle(w - 2 * inset, n - 2 * inset, 0.012)
        )

    small = min(w, n)
    d.add("rug", slab(outline(0), t, 0.25 * t).move(y=t / 2), "rug")

    def layer(name: str, shape: Node, slot: str, level: int) -> None:
        inside = slab(outline(0.006), 4 * t)
        d.add(name, (shape & inside).move(y=t + 0.06 * t * level), slot, group="pattern")

    thin = 0.3 * t

    def band(inset: float, width: float) -> Node:
        inner = outline(inset + width)
        return extrude(outline(inset), thin, holes=[inner]).rotate(x=90)

    if v.pattern in ("persian", "border"):
        for i in range(v.borders):
            layer(
                f"border_{i + 1}",
                band((0.05 + 0.075 * i) * small, (0.045 if i == 0 else 0.018) * small),
                "second" if i % 2 == 0 else "third",
                0,
            )
    if v.pattern == "persian":
        a, b = 0.27 * w, 0.27 * n
        flower = [
            (x * a, z * b)
            for x, z in (
                (math.cos(u) * k, math.sin(u) * k)
                for u, k in (
                    (2 * math.pi * i / 96, 0.88 + 0.12 * math.cos(v.petals * 2 * math.pi * i / 96)) for i in range(96)
                )
            )
        ]
        layer("medallion", slab(flower, thin), "second", 0)
        layer("medallion_inner", slab([(0.76 * x, 0.76 * z) for x, z in flower], thin), "third", 1)
        layer("medallion_heart", slab([(x * a * 0.55, z * b * 0.55) for x, z in star(1.0, 8, 0.6)], thin), "rug", 2)
        layer("medallion_star", slab([(x * a * 0.24, z * b * 0.24) for x, z in star(1.0, 8, 0.5)], thin), "second", 3)
        for s in (1, -1):
            drop = [
                (s * (a + 0.02 * w), 0.0),
                (s * (a + 0.055 * w), 0.045 * n),
                (s * (a + 0.1 * w), 0.0),
                (s * (a + 0.055 * w), -0.045 * n),
            ]
            layer(f"pendant_{'left' if s > 0 else 'right'}", slab(drop if s > 0 else drop[::-1], thin), "third", 0)
        corner = small * (0.08 + 0.075 * v.borders)
        if not round_:
            for i, (sx, sz) in enumerate(((1, 1), (-1, 1), (1, -1), (-1, -1))):
                petal = cylinder(0.17 * small, thin) & box(0.34 * small, 1, 0.34 * small).move(
                    -sx * 0.17 * small, 0, -sz * 0.17 * small
                )
                layer(f"corner_{i + 1}", petal.move(sx * (w / 2 - corner), 0, sz * (n / 2 - corner)), "second", 0)
        ring = v.rng("buds")
        buds = []
        for _ in range(22):
            u, k = ring.uniform(0, 6.28), ring.uniform(0.66, 0.8)
            x, z = k * (w / 2) * math.cos(u), k * (n / 2) * math.sin(u)
            if abs(x) < w / 2 - 1.3 * corner and abs(z) < n / 2 - 1.3 * corner:
                buds.append(slab([(x + p, z + q) for p, q in star(0.022 * small, 6, 0.5)], thin))
        if buds:
            layer("buds", union(*buds), "third", 0)
    elif v.pattern == "stripes":
        step = w / (2 * v.stripes + 1)
        layer(
            "stripes",
            union(*(box(step, thin, 2 * n).move(x=(2 * i + 1) * step - w / 2 + step / 2) for i in range(v.stripes))),
            "second",
            0,
        )
    elif v.pattern == "checks":
        c = small / 8
        cols, rows = math.ceil(w / c), math.ceil(n / c)
        squares = [
            box(c * 1.0005, thin, c * 1.0005).move((i - (cols - 1) / 2) * c, 0, (j - (rows - 1) / 2) * c)
            for i in range(cols)
            for j in range(rows)
            if (i + j) % 2
        ]
        layer("checks", union(*squares), "second", 0)
    if v.fringe and not round_:
        count = max(8, int(n / 0.035))
        for s, name in ((1, "left"), (-1, "right")):
            strands = [
                sweep(
                    [(s * (w / 2 - 0.01), 0.45 * t, z), (s * (w / 2 + 0.05), 0.28 * t, z + 0.006 * (-1) ** i)],
                    0.28 * t,
                    sides=6,
                )
                for i, z in enumerate(((k + 0.5) / count - 0.5) * (n - 0.02) for k in range(count))
            ]
            d.add(f"fringe_{name}", union(*strands), "fringe", group="fringe")
    if v.rolled and not round_:
        r0 = 0.09
        roll = lathe([(0.02, -n / 2 + 0.003), (r0, -n / 2 + 0.003), (r0, n / 2 - 0.003), (0.02, n / 2 - 0.003)])
        rings = union(
            *(
                lathe(
                    [
                        (0.02 + 0.022 * k, -n / 2 - 0.002),
                        (0.032 + 0.022 * k, -n / 2 - 0.002),
                        (0.032 + 0.022 * k, n / 2 + 0.002),
                        (0.02 + 0.022 * k, n / 2 + 0.002),
                        (0.02 + 0.022 * k, -n / 2 - 0.002),
                    ]
                )
                for k in range(3)
            )
        )
        d.add("roll", roll.rotate(x=90).move(-w / 2 + 0.06, r0, 0), "rug")
        d.add("roll_rings", rings.rotate(x=90).move(-w / 2 + 0.06, r0, 0), "second", group="roll")
    d.point("top", (0, t, 0), size=small)
    return d
