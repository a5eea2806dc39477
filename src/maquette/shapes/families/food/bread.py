"""Bread: loaves, baguettes, croissants, toast."""

from __future__ import annotations

import math

from maquette.shapes.api import box, difference, extrude, lathe, sphere, sweep, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, Whole, family
from maquette.shapes.sub.food import blobby, spiral, sprinkles

CRUST = ("bread", "bread:#b9783a", "bread:#a8642c", "bread:#c99a52")


@family(
    "bread",
    "food",
    nouns={
        "loaf": {"kind": "loaf"},
        "loaf of bread": {"kind": "loaf"},
        "baguette": {"kind": "baguette"},
        "croissant": {"kind": "croissant"},
        "toast": {"kind": "toast"},
        "slice of bread": {"kind": "toast"},
        "bread roll": {"kind": "round", "length": 0.2},
        "bun": {"kind": "round", "length": 0.2},
        "french bread": {"kind": "baguette"},
        "sandwich bread": {"kind": "loaf"},
        "sourdough": {"kind": "round"},
    },
    parameters=(
        Choice("kind", ("loaf", "baguette", "croissant", "round", "toast")),
        Real("length", 0.28, 0.2, 0.36),
        Real("width", 0.42, 0.36, 0.5, unit="", about="share of the length"),
        Real("height", 0.9, 0.75, 1.1, unit="", about="share of the width"),
        Whole("cuts", 4, 3, 6),
        Whole("slices", 2, 0, 4),
        Whole("turns", 7, 5, 9, about="of a croissant"),
        Real("curve", 1.0, 0.7, 1.3, unit=""),
        Flag("butter", 0.4),
        Flag("seeds", 0.3),
    ),
    slots={
        "crust": CRUST,
        "crumb": ("cream:#f0dcae", "cream:#ead2a0"),
        "cut": ("bread:#e2b878", "bread:#d9ac68"),
        "butter": ("cheese:#f7dc7a",),
        "seed": ("paint:#f0e2b8", "paint:#2a2420"),
    },
    words={
        "butter": {"butter": True, "kind": "toast"},
        "seeds": {"seeds": True},
        "sliced": {"kind": "loaf", "slices": 3},
        "slices": {"kind": "loaf", "slices": 3},
    },
    paints={"seeds": "seed"},
    height=(0.02, 0.4),
)
def bread(v: Values) -> Draft:
    """A tin loaf with slices, a long stick, a crescent, a round loaf, a slice of toast."""
    n = v.length * (1.9 if v.kind == "baguette" else 0.55 if v.kind in ("croissant", "toast") else 1.0)
    d = Draft(extent=n)
    rng = v.rng("crust")
    if v.kind in ("loaf", "toast"):
        w = (0.85 if v.kind == "toast" else v.width) * n
        h = (0.95 if v.kind == "toast" else v.height) * w
        side = [
            (-0.44, 0.0),
            (0.44, 0.0),
            (0.46, 0.56),
            (0.53, 0.68),
            (0.5, 0.86),
            (0.34, 0.97),
            (0.0, 1.0),
            (-0.34, 0.97),
            (-0.5, 0.86),
            (-0.53, 0.68),
            (-0.46, 0.56),
        ]
        outline = [(w * x, h * y) for x, y in side]
        inner = [(0.92 * w * x, h * (0.03 + 0.93 * y)) for x, y in side]
        if v.kind == "toast":
            t = 0.13 * w
            for name, solid, slot in (
                ("crust", extrude(outline, t, bevel=0.15 * t), "crust"),
                ("crumb", extrude(inner, 1.06 * t, bevel=0.1 * t), "crumb"),
            ):
                d.add(name, solid, slot)
            if v.butter:
                d.add(
                    "butter",
                    union(
                        box(0.3 * w, 0.28 * w, 0.2 * t, 0.06 * t).rotate(z=12),
                        blobby(0.24 * w, 0.1 * t, rng, 0.2).rotate(x=90),
                    ).move(0, 0.55 * h, 0.62 * t),
                    "butter",
                )
            d.point("top", (0, h, 0), size=t)
            return d
        t = 0.075 * n
        shift = 0.5 * v.slices * (t + 0.02 * n)
        body = 0.8 * n
        d.add("loaf", extrude(outline, body, bevel=0.05 * w).rotate(y=90).move(x=-shift * 0.5), "crust")
        d.add(
            "cut_face",
            extrude(inner, 0.03 * n, bevel=0.006 * n).rotate(y=90).move(x=0.5 * body - shift * 0.5 - 0.009 * n),
            "crumb",
            group="crumb",
        )
        for i in range(v.slices):
            x = 0.5 * body - shift * 0.5 + (i + 0.45) * 0.95 * t
            lean = -(4.0 + 7 * i)
            for name, solid, slot in (
                ("slice", extrude(outline, t, bevel=0.1 * t), "crust"),
                ("crumb", extrude(inner, 1.05 * t, bevel=0.1 * t), "crumb"),
            ):
                d.add(
                    f"{name}_{i + 1}",
                    solid.rotate(y=90).rotate(z=lean).move(x=x, y=0.5 * t * math.sin(math.radians(-lean))),
                    slot,
                    group="slices",
                )
        if v.seeds:
            bits = [
                (x * n * 0.36 - shift * 0.5, h * 0.992 - 0.05 * h * (z * 3.2) ** 2 * 0.8, 0.9 * z * w)
                for x, z in ((float(rng.uniform(-1, 1)), float(rng.uniform(-0.33, 0.33))) for _ in range(60))
            ]
            d.add("seeds", sprinkles(rng, bits, 0.018 * n), "seed")
        d.point("top", (0, h, 0), size=w)
        return d
    if v.kind == "croissant":
        lobes, grooves = [], []
        for i in range(2 * v.turns + 1):
            t = i / v.turns - 1
            a, far = t * 1.5 * v.curve, 0.34 * n
            r = 0.2 * n * (1 - 0.74 * abs(t) ** 1.3)
            place = (far * math.sin(a), 0.95 * r + 0.004 * n, far * math.cos(a) - 0.5 * far)
            if i % 2:
                grooves.append(
                    sphere(0.3 * far * 1.5 * v.curve * 2 / v.turns, 0.88 * r, 0.88 * r)
                    .rotate(y=math.degrees(a))
                    .move(*place)
                )
            else:
                lobes.append(
                    sphere(0.72 * far * 1.5 * v.curve / v.turns + 0.02 * n, r, r).rotate(y=math.degrees(a)).move(*place)
                )
        d.add("crust", union(*lobes), "crust")
        d.add("layers", union(*grooves), "cut")
        d.point("top", (0, 0.39 * n, 0.2 * n), size=0.2 * n)
        return d
    if v.kind == "baguette":
        r = 0.078 * n
        h = 0.8 * v.height * 2 * r
        stick = sweep(
            [(-0.5 * n, 0, 0), (-0.4 * n, 0, 0), (0, 0, 0), (0.4 * n, 0, 0), (0.5 * n, 0, 0)],
            [0.3 * r, 0.85 * r, r, 0.85 * r, 0.3 * r],
            round_ends=True,
        )
        body = difference(stick.move(y=0.75 * r), box(2 * n, r, 4 * r).move(y=-0.5 * r)).scale(1, h / (1.75 * r), 1.12)
        gashes = [
            sphere(0.072 * n, 0.16 * r, 0.34 * r)
            .rotate(y=24)
            .move((i - (v.cuts - 1) / 2) * 0.78 * n / v.cuts, 0.95 * h, 0.12 * r)
            for i in range(v.cuts)
        ]
    else:
        r = 0.46 * n
        h = 0.95 * v.height * r
        body = lathe(
            [(0, 0), (0.86 * r, 0), (r, 0.3 * h), (0.9 * r, 0.66 * h), (0.5 * r, 0.95 * h), (0, h)], smooth=True
        ) & box(3 * n, 3 * n, 3 * n).move(y=1.5 * n)
        gashes = [
            sphere((0.62 - 0.16 * abs(i - (v.cuts - 1) / 2)) * r, 0.06 * r, 0.05 * r).move(
                0,
                h - 0.012 * r - 0.5 * h * ((i - (v.cuts - 1) / 2) * 0.28) ** 2 * 1.2,
                (i - (v.cuts - 1) / 2) * 0.26 * r,
            )
            for i in range(v.cuts)
        ]
    d.add("crust", body, "crust")
    d.add("cuts", union(*gashes), "cut", group="cuts")
    if v.seeds:
        k = 0.2 * r if v.kind == "round" else 0.12 * n
        places = [
            (
                x * (3.4 if v.kind == "baguette" else 3.0),
                h * (0.93 if v.kind == "round" else 0.985),
                z * (0.14 if v.kind == "baguette" else 1.0),
            )
            for x, z in spiral(40, k)
        ]
        if v.kind == "round":
            places = [(x / 3, h * (0.985 - 0.25 * (math.hypot(x / 3, z) / r) ** 2), z) for x, _, z in places]
        d.add("seeds", sprinkles(rng, places, 0.022 * n), "seed")
    d.point("top", (0, h, 0), size=r)
    d.point("grip", (0, 0.5 * h, 0), size=2 * r)
    return d
