"""Broom: stands on its bristles."""

from __future__ import annotations

import math

from maquette.shapes.api import box, cylinder, extrude, lathe, sweep, torus, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, Whole, family


@family(
    "broom",
    "household",
    nouns={
        "broomstick": {"kind": "twig"},
        "witch's broom": {"kind": "twig", "crooked": 0.05},
        "besom": {"kind": "twig"},
        "sweeping brush": {"kind": "push"},
        "mop": {"kind": "mop"},
        "push broom": {"kind": "push"},
    },
    parameters=(
        Choice("kind", ("twig", "flat", "push", "mop")),
        Real("length", 1.35, 1.1, 1.55),
        Real("radius", 0.014, 0.011, 0.019),
        Real("head_length", 0.3, 0.22, 0.42),
        Real("head_width", 0.3, 0.22, 0.42),
        Whole("bindings", 3, 1, 4),
        Real("crooked", 0.0, 0.0, 0.05, about="how crooked the stick is"),
        Real("flare", 1.0, 0.7, 1.4, unit=""),
        Flag("loop", 0.4),
    ),
    slots={
        "stick": ("wood", "oak", "pine", "paint:#2f5f8a", "driftwood"),
        "bristles": ("thatch", "wicker", "thatch:#c9a050", "fabric:#d8d4c8"),
        "binding": ("rope", "fabric:#b0302a", "leather"),
    },
    words={"bristles": {}, "crooked": {"crooked": 0.05}},
    paints={"handle": "stick", "head": "bristles", "twigs": "bristles", "string": "binding", "straw": "bristles"},
    height=(1.0, 1.65),
)
def broom(v: Values) -> Draft:
    """Stands on its bristles."""
    n, r = v.length, v.radius
    h = v.head_length * (1.25 if v.kind in ("twig", "flat") else 1.0)
    d = Draft(extent=n)
    c = v.crooked
    d.add(
        "stick",
        sweep(
            [
                (0, 0.5 * h, 0),
                (0.4 * c, 0.4 * n, -0.3 * c),
                (-0.6 * c, 0.65 * n, 0.3 * c),
                (0.3 * c, 0.85 * n, 0),
                (0, n, 0),
            ],
            [r, 1.05 * r, r, 1.05 * r, 0.9 * r],
            round_ends=True,
        ),
        "stick",
    )
    if v.kind == "twig":
        w = 0.14 * v.flare
        rng = v.rng("twigs")
        twigs = []
        for i in range(26):
            a = 2.4 * i
            k = math.sqrt((i + 0.5) / 26)
            x, z = k * w * math.cos(a), k * w * math.sin(a)
            twigs.append(
                sweep(
                    [
                        (0.28 * x, h * 1.0, 0.28 * z),
                        (0.95 * x, 0.45 * h, 0.95 * z),
                        (x, float(rng.uniform(0, 0.08)) * h * (1 if i else 0), z),
                    ],
                    [0.009, 0.012, 0.006],
                )
            )
        core = lathe(
            [(0.5 * w, 0.12 * h), (0.92 * w, 0.35 * h), (0.6 * w, 0.75 * h), (1.9 * r, 1.0 * h), (1.3 * r, 1.08 * h)],
            smooth=True,
        )
        d.add("bristles", union(core, *twigs), "bristles")
        for i in range(v.bindings):
            y = (0.98 - 0.1 * i) * h
            d.add(
                f"binding_{i + 1}",
                cylinder(
                    1.9 * r + (0.6 * w - 1.9 * r) * min(1.0, (h - y) / (0.25 * h)) + 0.015, 0.024, bevel=0.008
                ).move(y=y),
                "binding",
                group="bindings",
            )
    elif v.kind == "flat":
        w, t = 0.5 * v.head_width, 0.03
        shape = [
            (-w * v.flare, 0.0),
            (w * v.flare, 0.0),
            (0.62 * w, 0.62 * h),
            (1.8 * r, 0.95 * h),
            (1.3 * r, 1.1 * h),
            (-1.3 * r, 1.1 * h),
            (-1.8 * r, 0.95 * h),
            (-0.62 * w, 0.62 * h),
        ]
        body = extrude(shape, 2 * t, bevel=0.012) - union(
            *(
                box(0.004, 0.5 * h, 0.016).rotate(z=-8 * i).move(i * 0.2 * w * v.flare, 0.2 * h, s * t)
                for i in range(-4, 5)
                for s in (1, -1)
            )
        )
        d.add("bristles", body, "bristles")
        for i in range(v.bindings):
            y = (0.62 - 0.08 * i) * h
            half = 0.62 * w + (0.62 * h - y) / (0.62 * h) * (w * v.flare - 0.62 * w)
            d.add(
                f"binding_{i + 1}",
                box(2 * half + 0.008, 0.012, 2 * t + 0.008, 0.003).move(y=y),
                "binding",
                group="bindings",
            )
        d.add("ferrule", cylinder(1.6 * r, 0.06, top=1.3 * r).move(y=1.1 * h), "binding")
    elif v.kind == "push":
        w = v.head_width * 1.35
        d.add(
            "head",
            union(
                box(w, 0.045, 0.07, 0.012).move(y=0.1), cylinder(1.7 * r, 0.5 * h, top=1.2 * r).move(y=0.1 + 0.25 * h)
            ),
            "stick",
        )
        tufts = [
            cylinder(0.016, 0.1, top=0.011).move((i - 6) * w / 13.6, 0.05, z) for i in range(13) for z in (-0.02, 0.02)
        ]
        d.add("bristles", union(*tufts, box(w - 0.03, 0.05, 0.05, 0.006).move(y=0.065)), "bristles")
    else:
        d.add(
            "ferrule",
            union(cylinder(0.03, 0.08, top=1.3 * r).move(y=1.02 * h), torus(0.03, 0.008).move(y=0.98 * h)),
            "binding",
        )
        strands = []
        for i in range(16):
            a = 2.4 * i
            k = math.sqrt((i + 0.6) / 16) * 0.13 * v.flare
            x, z = k * math.cos(a), k * math.sin(a)
            strands.append(
                sweep(
                    [
                        (0.15 * x, 0.99 * h, 0.15 * z),
                        (0.85 * x, 0.7 * h, 0.85 * z),
                        (1.05 * x, 0.3 * h, 1.05 * z),
                        (1.15 * x, 0.0, 1.15 * z),
                    ],
                    [0.012, 0.02, 0.024, 0.02],
                )
            )
        d.add("bristles", union(*strands), "bristles")
    if v.loop:
        d.add("loop", torus(0.022, 0.005).rotate(x=90).move(0, n + 0.014, 0), "binding")
    d.point("grip", (0, 0.72 * n, 0), size=2 * r)
    d.point("top", (0, n, 0), size=2 * r)
    return d
