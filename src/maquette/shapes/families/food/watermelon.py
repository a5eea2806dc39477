"""Watermelons, whole or cut."""

from __future__ import annotations

import math

from maquette.shapes.api import box, cylinder, difference, extrude, sphere, sweep, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, Whole, family


@family(
    "watermelon",
    "food",
    nouns={
        "water melon": {},
        "melon": {},
        "watermelon slice": {"cut": "slice"},
        "slice of watermelon": {"cut": "slice"},
        "half a watermelon": {"cut": "half"},
        "cantaloupe": {"stripes": 8, "length": 1.0},
    },
    parameters=(
        Choice("cut", ("slice", "whole", "half", "wedge")),
        Real("radius", 0.13, 0.1, 0.16),
        Real("length", 1.15, 1.0, 1.4, unit="", about="share of the width"),
        Whole("stripes", 10, 8, 12),
        Real("stripe_width", 0.5, 0.35, 0.62, unit=""),
        Real("rind", 0.09, 0.07, 0.12, unit="", about="share of the radius"),
        Real("thickness", 0.2, 0.15, 0.28, unit="", about="of a slice, share of the radius"),
        Whole("seeds", 14, 8, 22),
        Flag("bite", 0.3),
        Flag("stem", 0.7),
    ),
    slots={
        "rind": ("paint:#3a8a3a", "paint:#4f9a42", "paint:#2f7a38"),
        "stripe": ("paint:#1d4f26", "paint:#16401f"),
        "white": ("cream:#e4efc4",),
        "flesh": ("plastic:#e0384a", "plastic:#e84a50", "plastic:#f0b03a"),
        "seed": ("paint:#1c1310",),
        "stem": ("bark:#6a5a34",),
    },
    words={
        "slice": {"cut": "slice"},
        "whole": {"cut": "whole"},
        "half": {"cut": "half"},
        "bite": {"bite": True, "cut": "slice"},
        "seeds": {},
    },
    paints={"stripes": "stripe", "skin": "rind", "seeds": "seed"},
    height=(0.08, 0.36),
)
def watermelon(v: Values) -> Draft:
    """Whole with stripes, or cut so that the flesh shows."""
    r = v.radius
    rng = v.rng("seeds")
    seed = sphere(0.026 * r, 0.045 * r, 0.016 * r)
    if v.cut in ("whole", "half"):
        half = r * v.length
        d = Draft(extent=2 * half)
        ball = sphere(half, r, r)
        keep = box(3 * half, 3 * r, 3 * r).move(x=-1.5 * half) if v.cut == "half" else None
        star = []
        for i in range(v.stripes):
            for k, far in ((-0.5, 0.02 * r), (-0.42 * v.stripe_width, 1.5 * r), (0.42 * v.stripe_width, 1.5 * r)):
                a = math.tau * (i + k) / v.stripes
                star.append((far * math.cos(a), far * math.sin(a)))
        stripe = extrude(star, 3 * half).rotate(y=90) & sphere(1.004 * half, 1.006 * r, 1.006 * r)
        turn = -38.0 if v.cut == "whole" else -58.0
        for name, solid, slot in (("rind", ball, "rind"), ("stripes", stripe, "stripe")):
            d.add(name, (solid if keep is None else solid & keep).rotate(y=turn).move(y=r), slot)
        if v.cut == "half":
            d.add(
                "white",
                cylinder(0.985 * r * (1 - 0.2 * v.rind), 0.06 * r).rotate(z=90).rotate(y=turn).move(y=r),
                "white",
            )
            d.add(
                "flesh",
                cylinder((1 - v.rind) * 0.97 * r, 0.09 * r, bevel=0.02 * r).rotate(z=90).rotate(y=turn).move(y=r),
                "flesh",
            )
            bits = [
                seed.rotate(y=90).move(0.05 * r, 0.62 * r * (0.85 + 0.2 * (i % 2)), 0).rotate(x=360 * i / v.seeds)
                for i in range(v.seeds)
            ]
            d.add("seeds", union(*bits).rotate(y=turn).move(y=r), "seed", group="seeds")
        if v.stem and v.cut == "whole":
            d.add(
                "stem",
                sweep(
                    [(0.97 * half, 0, 0), (1.08 * half, 0.06 * r, 0), (1.14 * half, 0.2 * r, 0.05 * r)],
                    [0.05 * r, 0.04 * r, 0.05 * r],
                )
                .rotate(y=turn)
                .move(y=r),
                "stem",
            )
        d.point("top", (0, 2 * r, 0), size=r)
        return d
    t = v.thickness * r
    n, q = 26, 1 - v.rind
    span = math.pi if v.cut == "slice" else math.pi / 3
    base = math.pi * 1.5 - span / 2

    def sector(radius: float, cut: float = 0.0) -> list[tuple[float, float]]:
        arc = [(radius * math.cos(base + span * i / n), radius * math.sin(base + span * i / n)) for i in range(n + 1)]
        return arc if v.cut == "slice" else [*arc, (0.0, -cut)]

    top = r
    d = Draft(extent=2 * r if v.cut == "slice" else 1.1 * r)
    bite = [sphere(0.2 * r).move(x, 0.0, 0.02 * r) for x in (0.16 * r, 0.42 * r)] if v.bite and v.cut == "slice" else []
    bigger = [sphere(0.203 * r).move(x, 0.0, 0.02 * r) for x in (0.16 * r, 0.42 * r)] if bite else []
    deep = t if v.cut == "slice" else 2.2 * t
    d.add("rind", difference(extrude(sector(r), deep, bevel=0.03 * r), *bigger).move(y=top), "rind")
    d.add(
        "white",
        difference(extrude([(x, y + 0.004 * r) for x, y in sector(0.5 * (1 + q) * r)], 1.03 * deep), *bigger).move(
            y=top
        ),
        "white",
    )
    d.add(
        "flesh",
        difference(extrude([(x, y + 0.01 * r) for x, y in sector(q * r)], 1.07 * deep, bevel=0.02 * r), *bite).move(
            y=top
        ),
        "flesh",
    )
    bits = []
    for i in range(v.seeds):
        a = base + span * (0.1 + 0.8 * (i + 0.5) / v.seeds)
        far = r * (0.5 if i % 2 else 0.72) * float(rng.uniform(0.92, 1.06))
        if bite and far * math.sin(a) > -0.3 * r and 0 < far * math.cos(a) < 0.65 * r:
            continue
        for s in (1, -1):
            bits.append(
                seed.rotate(z=math.degrees(a) - 90).move(far * math.cos(a), far * math.sin(a), s * 0.535 * deep)
            )
    d.add("seeds", union(*bits).move(y=top), "seed", group="seeds")
    d.point("top", (0, top, 0), size=r)
    d.point("grip", (0, 0.2 * r, 0), size=deep)
    return d
