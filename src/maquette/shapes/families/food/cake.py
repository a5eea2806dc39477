"""Cakes, whole, cut, or a slice."""

from __future__ import annotations

import math

from maquette.shapes.api import capsule, cylinder, lathe, sphere, sweep, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, Whole, family
from maquette.shapes.node import Node
from maquette.shapes.sub.food import plate, spiral, sprinkles, swirl
from maquette.shapes.sub.lighting import add_candle
from maquette.shapes.sub.outlines import ring_of


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
