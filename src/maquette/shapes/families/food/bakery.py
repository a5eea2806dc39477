"""Bread, cakes, cupcakes, donuts, cookies, pies, pancakes."""

from __future__ import annotations

import math

from maquette.shapes.api import Point2, box, capsule, cylinder, difference, extrude, lathe, sphere, sweep, torus, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, Whole, family
from maquette.shapes.node import Node
from maquette.shapes.sub.food import blobby, plate, spiral, sprinkles, swirl
from maquette.shapes.sub.lighting import add_candle
from maquette.shapes.sub.outlines import ring_of

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


@family(
    "cake",
    "food",
    nouns={
        "birthday cake": {"candles": 6, "kind": "whole"},
        "wedding cake": {"tiers": 4, "candles": 0, "kind": "whole"},
        "layer cake": {"layers": 4},
        "slice of cake": {"kind": "slice"},
        "cake slice": {"kind": "slice"},
        "piece of cake": {"kind": "slice"},
        "torte": {},
        "gateau": {},
        "cheesecake": {"tiers": 1, "layers": 1, "candles": 0},
        "chocolate cake": {},
    },
    parameters=(
        Choice("kind", ("whole", "slice", "cut")),
        Real("radius", 0.12, 0.09, 0.16),
        Real("tier_height", 0.085, 0.065, 0.11),
        Whole("tiers", 1, 1, 4),
        Whole("layers", 3, 1, 4),
        Whole("candles", 3, 0, 8),
        Choice("topping", ("rosettes", "cherries", "sprinkles", "strawberries")),
        Whole("drips", 12, 0, 18),
        Flag("piping", 0.7),
        Flag("plate", 0.8),
        Flag("lit", 0.85),
    ),
    slots={
        "icing": ("icing", "cream", "chocolate", "icing:#a8dcd0", "icing:#f4d27a", "icing:#b9a2e0"),
        "sponge": ("bread:#d9a85c", "bread:#6a3f26", "bread:#b5463f"),
        "cream": ("cream", "icing:#f8c8d8"),
        "drip": ("chocolate", "icing:#e8517f", "cream:#ffffff"),
        "topping": ("fruit:#c8202a",),
        "sprinkle": ("paint:#3fb0d0", "paint:#e8486a", "paint:#f0c02c"),
        "wax": ("wax:#f6e27a", "wax:#8fc8f0", "wax:#f2a0b8"),
        "wick": ("paint:#2a2420",),
        "flame": ("glow:#ffb040",),
        "plate": ("porcelain", "ceramic:#cfe0e6", "glass"),
    },
    words={
        "candles": {"candles": 5},
        "slice": {"kind": "slice"},
        "plate": {"plate": True},
        "cherries": {"topping": "cherries"},
        "cherry": {"topping": "cherries"},
        "sprinkles": {"topping": "sprinkles"},
        "strawberries": {"topping": "strawberries"},
        "drips": {"drips": 14},
        "lit": {"lit": True},
    },
    paints={
        "frosting": "icing",
        "candles": "wax",
        "candle": "wax",
        "cherries": "topping",
        "strawberries": "topping",
        "sprinkles": "sprinkle",
        "layers": "sponge",
    },
    height=(0.05, 0.75),
)
def cake(v: Values) -> Draft:
    """Tiers of icing with piping and candles; cut open it shows its layers."""
    r, h = v.radius, v.tier_height
    tiers = v.tiers if v.kind == "whole" else 1
    d = Draft(extent=max(2.5 * r if v.kind != "slice" else 1.6 * r, h * tiers + 0.08))
    rng = v.rng("top")
    y = 0.0
    if v.plate:
        d.add("plate", plate(0.82 * r if v.kind == "slice" else 1.3 * r, 0.016), "plate")
        y = 0.009
    span = {"whole": 360.0, "slice": 42.0, "cut": 305.0}[v.kind]
    turn = {"whole": 0.0, "slice": 34.0, "cut": -25.0}[v.kind]
    slide = 0.6 * r if v.kind == "slice" else 0.0
    middle = math.radians(turn + span / 2)
    away = (-slide * math.cos(middle), 0.0, slide * math.sin(middle))

    def sector(node_radius: float, height: float, bevel: float = 0.0) -> Node:
        if v.kind == "whole":
            return cylinder(node_radius, height, bevel=bevel).move(y=height / 2)
        profile = (
            [(0, 0), (node_radius, 0), (node_radius, height - bevel), (node_radius - bevel, height), (0, height)]
            if bevel
            else [(0, 0), (node_radius, 0), (node_radius, height), (0, height)]
        )
        return lathe(profile, degrees=span).rotate(y=turn)

    def put(name: str, solid: Node, slot: str, group: str | None = None) -> None:
        d.add(name, solid.move(*away), slot, group=group)

    base = y
    top_r = r
    for i in range(tiers):
        top_r = r * (1 - 0.26 * i)
        name = f"tier_{i + 1}" if tiers > 1 else "icing"
        if v.kind == "whole":
            put(name, sector(top_r, h, 0.012).move(y=y - 0.002), "icing", "tiers")
        else:
            # The cut faces show sponge and cream; the icing is a shell around them.
            shell = sector(top_r, h, 0.01)
            put(name, shell.move(y=y), "icing", "tiers")
            wide = 0.93 * top_r
            grow = 1.2
            each = 0.9 * h / v.layers
            a0 = span + 2 * grow
            for k in range(v.layers):
                layer = lathe([(0.0, 0.0), (wide, 0.0), (wide, each * 0.76), (0, each * 0.76)], degrees=a0).rotate(
                    y=turn - grow
                )
                put(f"layer_{k + 1}", _out(layer, span, turn, 0.0014).move(y=y + 0.004 + each * k), "sponge", "layers")
                if k < v.layers - 1:
                    cream = lathe(
                        [(0.0, 0.0), (wide, 0.0), (wide, each * 0.3), (0, each * 0.3)], degrees=a0 + 0.6
                    ).rotate(y=turn - grow - 0.3)
                    put(
                        f"cream_{k + 1}",
                        _out(cream, span, turn, 0.0018).move(y=y + 0.004 + each * (k + 0.73)),
                        "cream",
                        "cream",
                    )
        y += h
        inside = [
            (a, f) for a, f in ((math.radians(turn + 360 * k / 24 + 4), k) for k in range(24)) if f * 15 + 8 < span
        ]
        if v.piping:
            dots = [
                sphere(0.075 * top_r, 0.065 * top_r, 0.075 * top_r).move(
                    0.93 * top_r * math.cos(a), y + 0.015 * top_r, -0.93 * top_r * math.sin(a)
                )
                for a, _ in inside
            ]
            if v.kind != "slice":
                dots += [
                    sphere(0.085 * top_r, 0.08 * top_r, 0.085 * top_r).move(
                        0.99 * top_r * math.cos(a), y - h + 0.05 * top_r, -0.99 * top_r * math.sin(a)
                    )
                    for a, _ in inside
                ]
            put(f"piping_{i + 1}", union(*dots), "cream", "piping")
        if v.drips and i == tiers - 1:
            runs: list[Node] = []
            for k in range(v.drips):
                t = (k + 0.5) / v.drips
                a = math.radians(turn + (span - 8) * t + 4) if v.kind != "whole" else math.tau * t
                long = h * float(rng.uniform(0.25, 0.62))
                runs.append(
                    capsule(0.055 * top_r + 0.002, long).move(
                        0.985 * top_r * math.cos(a), y - 0.5 * long + 0.003, -0.985 * top_r * math.sin(a)
                    )
                )
            put("glaze", union(sector(1.012 * top_r, 0.007, 0.003).move(y=y - 0.004), *runs), "drip", "glaze")
    lift = y + (0.003 if v.drips else 0.0)
    ring = 0.66 * top_r
    if v.kind == "slice":
        a = math.radians(turn + span / 2)
        places = [(0.72 * r * math.cos(a), -0.72 * r * math.sin(a))]
    elif v.kind == "cut":
        places = [
            (
                ring * math.cos(math.radians(turn + 20 + 265 * k / 6)),
                -ring * math.sin(math.radians(turn + 20 + 265 * k / 6)),
            )
            for k in range(7)
        ]
    else:
        places = ring_of(8, ring, 22)
    size = 0.15 * top_r if v.kind != "slice" else 0.13 * r
    if v.topping == "sprinkles":
        bits = [
            (x, lift + 0.001, z) for x, z in spiral(50, 0.85 * top_r) if v.kind == "whole" or _inside(x, z, turn, span)
        ]
        put("sprinkles", sprinkles(rng, bits, 0.1 * r), "sprinkle", "sprinkles")
    else:
        for k, (x, z) in enumerate(places):
            put(
                f"rosette_{k + 1}",
                swirl(size, 1.1 * size, 2.0, 0.16, 0.07).move(x, lift - 0.004, z),
                "cream",
                "rosettes",
            )
            if v.topping == "cherries":
                put(
                    f"cherry_{k + 1}",
                    union(
                        sphere(0.55 * size).move(x, lift + 1.25 * size, z),
                        sweep(
                            [
                                (x, lift + 1.7 * size, z),
                                (x + 0.2 * size, lift + 2.3 * size, z),
                                (x + 0.6 * size, lift + 2.8 * size, z),
                            ],
                            0.07 * size,
                            sides=6,
                        ),
                    ),
                    "topping",
                    "cherries",
                )
            elif v.topping == "strawberries":
                put(
                    f"strawberry_{k + 1}",
                    lathe(
                        [
                            (0.0, 1.6 * size),
                            (0.35 * size, 1.35 * size),
                            (0.62 * size, 0.75 * size),
                            (0.5 * size, 0.45 * size),
                        ][::-1],
                        smooth=True,
                    ).move(x, lift, z),
                    "topping",
                    "strawberries",
                )
    if v.kind == "whole":
        for k, (x, z) in enumerate(ring_of(v.candles, 0.36 * top_r if v.candles > 1 else 0.0, 15)):
            add_candle(d, f"candle_{k + 1}", (x, lift - 0.003, z), 0.0045 + 0.012 * top_r, 0.055, lit=v.lit, drips=2)
    d.point("top", (0, lift, 0), size=2 * top_r)
    d.point("front", (0, base + 0.5 * h, r), size=h)
    return d


def _out(layer: Node, span: float, turn: float, by: float) -> Node:
    """A sector pushed out along the middle of the gap, so that both cut faces lie proud."""
    a = math.radians(turn + span / 2)
    return layer.move(-by * math.cos(a), 0, by * math.sin(a))


def _inside(x: float, z: float, turn: float, span: float) -> bool:
    a = (math.degrees(math.atan2(-z, x)) - turn) % 360
    return 8 < a < span - 8 and math.hypot(x, z) > 0.02


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


@family(
    "donut",
    "food",
    nouns=("doughnut", "bagel", "cruller"),
    parameters=(
        Real("radius", 0.05, 0.04, 0.06, about="to the outside"),
        Real("hole", 0.32, 0.22, 0.42, unit="", about="share of the radius"),
        Real("height", 0.95, 0.8, 1.1, unit="", about="of the ring, share of its thickness"),
        Choice("kind", ("glazed", "striped", "filled", "plain")),
        Whole("sprinkles", 40, 0, 70),
        Whole("waves", 9, 6, 13),
        Real("icing_depth", 0.16, 0.08, 0.24, unit=""),
        Flag("bite", 0.25),
        Flag("standing", 0.15),
    ),
    slots={
        "icing": ("icing", "chocolate", "cream:#ffffff", "icing:#8fd4e8", "icing:#b9a2e0", "icing:#f4c84a"),
        "dough": ("bread:#c98a42", "bread:#b5743a"),
        "crumb": ("cream:#eecf98",),
        "sprinkle": ("paint:#ffffff", "paint:#f0c02c", "paint:#3fb0d0", "paint:#e8486a"),
        "stripe": ("chocolate", "cream:#ffffff", "icing:#e8517f"),
    },
    words={
        "sprinkles": {"sprinkles": 60},
        "bite": {"bite": True},
        "bitten": {"bite": True},
        "glazed": {"kind": "glazed"},
        "plain": {"kind": "plain"},
        "standing": {"standing": True},
    },
    paints={"glaze": "icing", "frosting": "icing", "sprinkles": "sprinkle", "stripes": "stripe"},
    height=(0.02, 0.14),
)
def donut(v: Values) -> Draft:
    """A ring of dough with wavy icing and sprinkles."""
    r = v.radius
    inner = v.hole * r
    t = (r - inner) / 2
    mid = inner + t
    d = Draft(extent=2 * r)
    rng = v.rng("sprinkles")
    ring = torus(mid, t).scale(1, v.height, 1)
    places3 = [(1.02 * r + 0.12 * r * abs(k), 0.0, 0.42 * k * r) for k in (-0.8, 0.1, 0.85)] if v.bite else []
    cuts = [sphere(0.35 * r).move(*p) for p in places3]
    turn = -35.0
    parts: list[tuple[str, Node, str]] = [("dough", difference(ring, *cuts), "dough")]
    if v.bite:
        parts.append(
            (
                "crumb",
                difference(torus(mid, 0.93 * t).scale(1, v.height, 1), *(sphere(0.335 * r).move(*p) for p in places3)),
                "crumb",
            )
        )
    if v.kind != "plain":
        # The icing is the upper shell of a slightly larger ring, its lower rim wavy.
        low = v.icing_depth * t
        out: list[Point2] = []
        back: list[Point2] = []
        for i in range(72):
            a = math.tau * i / 72
            w = math.sin(v.waves * a) + 0.5 * math.sin((v.waves + 4) * a + 1)
            out.append(((mid + t * (0.93 + 0.06 * w)) * math.cos(a), (mid + t * (0.93 + 0.06 * w)) * math.sin(a)))
            q = mid - t * (0.9 + 0.06 * math.sin((v.waves - 1) * a))
            back.append((q * math.cos(a), q * math.sin(a)))
        collar = extrude(out, 2 * t, holes=[back]).rotate(x=90).move(y=low * 0.4 + t)
        icing = torus(mid, 1.055 * t).scale(1, v.height, 1) & collar
        parts.append(("icing", difference(icing, *cuts), "icing"))
        if v.kind == "striped":
            full = []
            for i in range(96):
                a, k = math.tau * i / 96, 0.75 * math.asin(math.sin(math.tau * i / 8)) / 1.571
                full.append(
                    (
                        (mid + k * t) * math.cos(a),
                        1.06 * v.height * t * math.sqrt(1 - k * k),
                        (mid + k * t) * math.sin(a),
                    )
                )
            parts.append(
                ("stripes", difference(sweep(full, 0.075 * t, closed=True, smooth=False, sides=6), *cuts), "stripe")
            )
    places = []
    for i in range(v.sprinkles):
        a, k = 2.39996 * i, 0.7 * math.sin(1.7 * i)
        if v.bite and abs((a + math.pi) % math.tau - math.pi) < 0.75:
            continue
        q = mid + k * t
        places.append((q * math.cos(a), v.height * 1.05 * t * math.sqrt(1 - k * k), q * math.sin(a)))
    if places and v.kind in ("glazed", "filled"):
        parts.append(("sprinkles", sprinkles(rng, places, 0.3 * t), "sprinkle"))
    for name, solid, slot in parts:
        solid = solid.rotate(y=turn)
        d.add(name, solid.rotate(x=82).move(y=r) if v.standing else solid.move(y=v.height * t), slot)
    d.point("top", (0, 2 * (r if v.standing else t), 0), size=r)
    d.point("grip", (0, t, 0), size=2 * r)
    return d


@family(
    "cookie",
    "food",
    nouns={
        "biscuit": {},
        "chocolate chip cookie": {"kind": "chips"},
        "gingerbread man": {"kind": "gingerbread"},
        "gingerbread": {"kind": "gingerbread"},
        "sandwich cookie": {"kind": "sandwich"},
        "cookies": {"cookies": 3},
        "cracker": {"chips": 5},
    },
    parameters=(
        Choice("kind", ("chips", "sandwich", "gingerbread")),
        Real("radius", 0.04, 0.03, 0.055),
        Real("thickness", 0.26, 0.2, 0.34, unit="", about="share of the radius"),
        Whole("cookies", 1, 1, 5),
        Whole("chips", 14, 8, 20),
        Whole("notches", 24, 18, 32),
        Real("chip_size", 0.13, 0.1, 0.17, unit=""),
        Flag("bite", 0.3),
        Whole("buttons", 3, 2, 4),
        Flag("scarf", 0.4),
    ),
    slots={
        "dough": ("bread:#c48a48", "bread:#a8682e", "chocolate:#4f3020"),
        "chip": ("chocolate:#3a2016", "paint:#c8302a", "cream:#f5eedd"),
        "cream": ("cream:#fbf6ea", "icing"),
        "scarf": ("paint:#b82a30", "paint:#2f7a4a"),
    },
    words={
        "bite": {"bite": True},
        "bitten": {"bite": True},
        "chips": {"kind": "chips"},
        "scarf": {"scarf": True, "kind": "gingerbread"},
        "stack": {"cookies": 4},
    },
    paints={"chips": "chip", "filling": "cream", "icing": "cream", "buttons": "chip"},
    height=(0.005, 0.2),
)
def cookie(v: Values) -> Draft:
    """With chips, as a sandwich with cream, or a gingerbread man; also a stack."""
    r, t = v.radius, v.thickness * v.radius
    rng = v.rng("chips")
    if v.kind == "gingerbread":
        s = 1.6 * r
        d = Draft(extent=2.5 * s)
        half = [
            (0.0, -0.2),
            (0.28, -0.95),
            (0.46, -1.08),
            (0.66, -0.94),
            (0.6, -0.6),
            (0.42, 0.0),
            (0.46, 0.2),
            (0.88, 0.12),
            (1.06, 0.32),
            (0.96, 0.54),
            (0.4, 0.56),
            (0.3, 0.62),
            (0.5, 0.86),
            (0.5, 1.14),
            (0.28, 1.38),
        ]
        outline = [*half, (0.0, 1.44), *((-x, y) for x, y in half[:0:-1])]
        th = 0.28 * s
        d.add("dough", extrude([(s * x, s * y) for x, y in outline], th, smooth=True, bevel=0.3 * th), "dough")
        z = 0.5 * th
        dots = [(0.0, 0.36 - 0.3 * i) for i in range(v.buttons)]
        d.add("eyes", sphere(0.07 * s, 0.08 * s, 0.05 * s).move(0.17 * s, 1.1 * s, z).mirrored("x"), "chip")
        d.add(
            "smile",
            sweep([(-0.2 * s, 0.9 * s, z), (0, 0.8 * s, z), (0.2 * s, 0.9 * s, z)], 0.035 * s, round_ends=True),
            "cream",
            group="icing",
        )
        d.add(
            "buttons",
            union(*(sphere(0.09 * s, 0.09 * s, 0.07 * s).move(x * s, y * s, z) for x, y in dots)),
            "chip",
            group="buttons",
        )
        waves = [
            sweep(
                [((a + (b - a) * k / 8) * s, (y0 + (y1 - y0) * k / 8 + 0.045 * (-1) ** k) * s, z) for k in range(9)],
                0.03 * s,
                round_ends=True,
            )
            for a, b, y0, y1 in (
                (0.72, 0.86, 0.48, 0.18),
                (-0.72, -0.86, 0.48, 0.18),
                (0.25, 0.56, -0.72, -0.84),
                (-0.25, -0.56, -0.72, -0.84),
            )
        ]
        d.add("icing", union(*waves), "cream", group="icing")
        if v.scarf:
            d.add(
                "scarf",
                union(
                    box(0.74 * s, 0.16 * s, 1.25 * th, 0.04 * s).move(y=0.64 * s),
                    box(0.17 * s, 0.42 * s, 0.3 * th, 0.03 * s).rotate(z=10).move(0.2 * s, 0.46 * s, 0.55 * th),
                ),
                "scarf",
            )
        d.parts[:] = [p.model_copy(update={"solid": p.solid.move(y=1.1 * s).as_solid()}) for p in d.parts]
        d.point("top", (0, 2.5 * s, 0), size=s)
        return d
    one = 2.1 * t if v.kind == "sandwich" else t
    d = Draft(extent=max(2.2 * r, v.cookies * one))
    for i in range(v.cookies):
        x, z = (0.0, 0.0) if v.cookies == 1 else (0.12 * r * math.cos(2.4 * i), 0.12 * r * math.sin(2.4 * i))
        y = 0.96 * one * i
        turn = 50 * i - 30
        last = i == v.cookies - 1
        bites = (
            [sphere(0.36 * r).move(1.05 * r, 0.5 * one, k * 0.38 * r) for k in (-0.7, 0.45)] if v.bite and last else []
        )
        name = f"_{i + 1}" if v.cookies > 1 else ""
        parts: list[tuple[str, Node, str]] = []
        if v.kind == "sandwich":
            gear = [
                (
                    (1.0 if k % 2 else 0.955) * r * math.cos(math.pi * k / v.notches),
                    (1.0 if k % 2 else 0.955) * r * math.sin(math.pi * k / v.notches),
                )
                for k in range(2 * v.notches)
            ]
            wafer = extrude(gear, 0.75 * t, bevel=0.12 * t).rotate(x=90)
            rim = union(
                torus(0.78 * r, 0.07 * t),
                *(sphere(0.13 * r, 0.12 * t, 0.06 * r).move(x=0.5 * r).rotate(y=45 * k) for k in range(8)),
                cylinder(0.2 * r, 0.16 * t, bevel=0.05 * t),
            ).move(y=0.37 * t)
            parts.append(
                (
                    "dough",
                    difference(union(wafer.move(y=0.375 * t), union(wafer, rim).move(y=1.6 * t)), *bites),
                    "dough",
                )
            )
            parts.append(
                ("filling", difference(cylinder(0.93 * r, 0.72 * t, bevel=0.2 * t).move(y=t), *bites), "cream")
            )
        else:
            base = lathe(
                [(0, 0), (0.88 * r, 0), (r, 0.22 * t), (0.97 * r, 0.55 * t), (0.75 * r, 0.9 * t), (0, t)], smooth=True
            ).roughened(0.06 * t, 0.25 * r, seed=v.seed + i, octaves=2)
            parts.append(("dough", difference(base, *bites), "dough"))
            spots = [p for p in spiral(v.chips, 0.86 * r) if not (bites and p[0] > 0.55 * r)]
            size = v.chip_size * r
            chips = [
                sphere(size * float(rng.uniform(0.8, 1.15)), 0.75 * size, size).move(
                    px, t * (1 - 0.28 * (math.hypot(px, pz) / r) ** 3), pz
                )
                for px, pz in spots
            ]
            chips += [
                sphere(0.8 * size).move(0.92 * r * math.cos(a), 0.42 * t, 0.92 * r * math.sin(a))
                for a in (1.0, 1.9, 3.0, 4.2, 5.2)
            ]
            parts.append(("chips", union(*chips), "chip"))
        for n, solid, slot in parts:
            d.add(n + name, solid.rotate(y=turn).move(x, y, z), slot, group=n)
    d.point("top", (0, v.cookies * one, 0), size=2 * r)
    d.point("grip", (0, 0.5 * t, 0), size=2 * r)
    return d


@family(
    "pie",
    "food",
    nouns={
        "apple pie": {"kind": "lattice"},
        "cherry pie": {"kind": "lattice"},
        "pumpkin pie": {"kind": "cream"},
        "tart": {"kind": "fruit"},
        "meat pie": {"kind": "closed"},
        "slice of pie": {"cut": True},
        "quiche": {"kind": "cream"},
    },
    parameters=(
        Choice("kind", ("lattice", "closed", "cream", "fruit")),
        Real("radius", 0.13, 0.1, 0.16),
        Real("height", 0.05, 0.04, 0.065),
        Real("flare", 1.25, 1.12, 1.4, unit=""),
        Whole("strips", 5, 4, 7),
        Whole("crimps", 30, 22, 40),
        Flag("cut", 0.25, about="a piece is missing"),
        Flag("tin", 0.6),
        Whole("slits", 5, 4, 8),
    ),
    slots={
        "crust": ("bread:#d09a50", "bread:#c08540", "bread:#dcae64"),
        "filling": ("plastic:#a01c28", "plastic:#d9932e", "plastic:#c8641e", "plastic:#4a2456"),
        "cream": ("cream",),
        "fruit": ("paint:#c8202a", "paint:#3f4a9a"),
        "tin": ("aluminium", "ceramic:#c8d8dc", "ceramic:#b8402f"),
    },
    words={"lattice": {"kind": "lattice"}, "slice": {"cut": True}, "tin": {"tin": True}},
    paints={"dish": "tin", "pan": "tin", "strips": "crust"},
    height=(0.035, 0.12),
)
def pie(v: Values) -> Draft:
    """A crimped crust in a dish, with a lattice, a lid or cream on the filling."""
    r, h = v.radius, v.height
    low = r / v.flare
    d = Draft(extent=2.1 * r)
    gap = [lathe([(0, -h), (2 * r, -h), (2 * r, 3 * h), (0, 3 * h)], degrees=52).rotate(y=-116)] if v.cut else []
    if v.tin:
        d.add(
            "tin",
            lathe(
                [
                    (0, 0),
                    (low, 0),
                    (1.01 * r, 0.86 * h),
                    (1.1 * r, 0.88 * h),
                    (1.1 * r, 0.93 * h),
                    (0.98 * r, 0.92 * h),
                    (0.97 * low, 0.06 * h),
                    (0, 0.06 * h),
                ]
            ),
            "tin",
        )
    lift = 0.03 * h
    d.add(
        "crust",
        difference(
            lathe([(0, lift), (0.98 * low, lift), (0.99 * r, 0.9 * h), (0.88 * r, 0.9 * h), (0, 0.5 * h)]), *gap
        ),
        "crust",
    )
    d.add(
        "filling",
        difference(
            lathe([(0, 0.2 * h), (0.85 * low, 0.2 * h), (0.92 * r, 0.86 * h), (0.6 * r, 0.94 * h), (0, 0.97 * h)]),
            *(g.scale(1.0).rotate(y=0).move(z=0.003) for g in gap),
        ),
        "filling",
    )
    bumps = sphere(math.pi * r / v.crimps * 1.15, 0.11 * h, 0.085 * r).rotate(y=28).move(z=0.96 * r).around(v.crimps)
    d.add(
        "rim",
        difference(union(torus(0.95 * r, 0.07 * r).scale(1, 0.8, 1), bumps.move(y=0.05 * r)).move(y=0.92 * h), *gap),
        "crust",
        group="crust",
    )
    if v.kind == "lattice":
        w = 0.62 * 2 * r / v.strips / 1.55
        strips: list[Node] = []
        for i in range(v.strips):
            x = (i - (v.strips - 1) / 2) * 1.75 * r / v.strips
            long = 2 * math.sqrt(max(0.04 * r * r, (0.94 * r) ** 2 - x * x))
            for k, turn in ((0.0, 0), (0.004, 90)):
                strips.append(box(w, 0.14 * h, long, 0.05 * h).move(x, 1.0 * h + k, 0).rotate(y=turn + 35))
        d.add("lattice", difference(union(*strips), *gap), "crust", group="crust")
    elif v.kind == "closed":
        slit = sphere(0.035 * r, 0.2 * h, 0.16 * r).move(0, 1.24 * h, 0.4 * r).around(v.slits)
        lid = lathe([(0.0, 0.88 * h), (0.93 * r, 0.9 * h), (0.8 * r, 1.12 * h), (0.4 * r, 1.25 * h), (0, 1.28 * h)])
        d.add("lid", difference(lid, slit, *gap), "crust", group="crust")
    elif v.kind == "cream":
        dots = [swirl(0.16 * r, 0.2 * r, 2.0, 0.16, 0.07).move(x, 0.9 * h, z) for x, z in ring_of(9, 0.68 * r)]
        d.add(
            "cream",
            difference(union(*dots, swirl(0.28 * r, 0.32 * r, 2.4, 0.16, 0.07).move(y=0.92 * h)), *gap),
            "cream",
        )
    else:
        fruits = [sphere(0.11 * r, 0.09 * r, 0.11 * r).move(x, 0.97 * h, z) for x, z in spiral(34, 0.8 * r)]
        d.add("fruit", difference(union(*fruits), *gap), "fruit")
    d.point("top", (0, 1.2 * h, 0), size=2 * r)
    return d


@family(
    "pancakes",
    "food",
    nouns={
        "pancake stack": {},
        "stack of pancakes": {},
        "pancake": {"pancakes": 1},
        "waffle": {"waffles": True, "pancakes": 1},
        "waffles": {"waffles": True},
        "flapjacks": {},
        "crepe": {"thickness": 0.006},
    },
    parameters=(
        Whole("pancakes", 4, 1, 7),
        Real("radius", 0.075, 0.06, 0.09),
        Real("thickness", 0.014, 0.01, 0.018),
        Real("shift", 0.08, 0.03, 0.14, unit="", about="how untidy the stack is"),
        Flag("waffles", 0.2),
        Flag("butter", 0.8),
        Flag("syrup", 0.8),
        Whole("berries", 3, 0, 8),
        Whole("drips", 5, 3, 8),
        Flag("plate", 0.9),
    ),
    slots={
        "batter": ("bread:#d99a4a", "bread:#cf8a3a"),
        "edge": ("bread:#ecc98a",),
        "butter": ("cheese:#f9e08a",),
        "syrup": ("paint:#8a3f10", "paint:#5a2a12", "paint:#a81e30"),
        "berry": ("paint:#c81e2c", "paint:#35407f"),
        "plate": ("porcelain", "ceramic:#a8cfd8", "ceramic:#e8d8b8"),
    },
    words={
        "butter": {"butter": True},
        "syrup": {"syrup": True},
        "honey": {"syrup": True},
        "berries": {"berries": 6},
        "plate": {"plate": True},
    },
    paints={"berries": "berry"},
    height=(0.01, 0.2),
)
def pancakes(v: Values) -> Draft:
    """A stack on a plate with butter and syrup."""
    r, t = v.radius, v.thickness
    d = Draft(extent=2.7 * r if v.plate else 2 * r)
    rng = v.rng("stack")
    y = 0.0
    if v.plate:
        d.add("plate", plate(1.35 * r, 0.018), "plate")
        y = 0.0102
    x = z = 0.0
    for i in range(v.pancakes):
        x, z = (float(q) * v.shift * r for q in rng.uniform(-1, 1, 2))
        if v.waffles:
            cells = [
                box(0.2 * r, 0.6 * t, 0.2 * r).move(0.27 * r * a, 1.0 * t, 0.27 * r * b)
                for a in range(-3, 4)
                for b in range(-3, 4)
                if math.hypot(a, b) < 3.2
            ]
            one = difference(cylinder(r, t, bevel=0.25 * t).move(y=t / 2), *(cells if i == v.pancakes - 1 else []))
            d.add(f"waffle_{i + 1}", one.rotate(y=37 * i).move(x, y, z), "batter", group="pancakes")
        else:
            d.add(
                f"edge_{i + 1}",
                lathe(
                    [(0, 0.05 * t), (0.9 * r, 0.08 * t), (r, 0.5 * t), (0.9 * r, 0.92 * t), (0, 0.9 * t)], smooth=True
                ).move(x, y, z),
                "edge",
                group="pancakes",
            )
            d.add(
                f"pancake_{i + 1}",
                union(
                    cylinder(0.945 * r, 0.24 * t, bevel=0.1 * t).move(y=0.9 * t),
                    cylinder(0.945 * r, 0.24 * t, bevel=0.1 * t).move(y=0.12 * t),
                ).move(x, y, z),
                "batter",
                group="pancakes",
            )
        y += 0.96 * t
    if v.syrup:
        runs = []
        for i in range(v.drips):
            a = math.tau * (i + 0.3 * float(rng.random())) / v.drips
            long = min(float(rng.uniform(1.2, 3.2)) * t, 0.8 * v.pancakes * t)
            runs.append(
                capsule(0.06 * r, long + 0.12 * r).move(
                    0.98 * r * math.cos(a) + x, y - 0.5 * long + 0.01 * r, 0.98 * r * math.sin(a) + z
                )
            )
            runs.append(
                sweep(
                    [
                        (0.45 * r * math.cos(a) + x, y + 0.02 * t, 0.45 * r * math.sin(a) + z),
                        (0.97 * r * math.cos(a) + x, y + 0.05 * t, 0.97 * r * math.sin(a) + z),
                    ],
                    [0.11 * r, 0.07 * r],
                    round_ends=True,
                ).scale(1, 1, 1)
            )
        pool = (
            blobby(0.5 * r, 2 * t, rng, 0.15).move(x, y - 0.75 * t, z)
            if v.waffles
            else blobby(0.62 * r, 0.8 * t, rng, 0.15).move(x, y - 0.15 * t, z)
        )
        d.add("syrup", pool if v.waffles else union(pool, *runs), "syrup")
        y += 0.2 * t
    if v.butter:
        d.add("butter", box(0.4 * r, 0.2 * r, 0.4 * r, 0.05 * r).rotate(y=25).move(x, y + 0.04 * r, z), "butter")
    for i in range(v.berries):
        a = 0.9 + math.tau * i / v.berries
        d.add(
            f"berry_{i + 1}",
            sphere(0.1 * r).move(x + 0.52 * r * math.cos(a), y + 0.07 * r, z + 0.52 * r * math.sin(a)),
            "berry",
            group="berries",
        )
    d.point("top", (0, y + 0.1 * r, 0), size=r)
    return d
