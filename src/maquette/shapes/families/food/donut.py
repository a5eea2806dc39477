"""Donuts."""

from __future__ import annotations

import math

from maquette.shapes.api import Point2, difference, extrude, sphere, sweep, torus
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, Whole, family
from maquette.shapes.node import Node
from maquette.shapes.sub.food import sprinkles


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
