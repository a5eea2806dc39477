"""Lighthouse: a tapering striped tower with a gallery and a lamp room."""

from __future__ import annotations

import math

from maquette.shapes.api import box, cone, cylinder, lathe, sphere, torus, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, Whole, family
from maquette.shapes.sub.building import Opening, add_openings, cone_roof, gable_roof, gable_walls
from maquette.shapes.sub.foliage import rock


@family(
    "lighthouse",
    "building",
    nouns={"light house": {}, "beacon tower": {}},
    parameters=(
        Real("height", 14, 10, 18),
        Real("radius", 2.3, 1.9, 2.8),
        Real("taper", 0.6, 0.5, 0.75, unit=""),
        Whole("stripes", 4, 2, 6),
        Whole("windows", 3, 2, 5),
        Real("lamp_height", 1.7, 1.3, 2.1),
        Whole("rails", 12, 8, 16),
        Choice("roof", ("cone", "dome")),
        Flag("rocks", 0.6),
        Flag("house", 0.4),
        Flag("beams", 0.25),
    ),
    slots={
        "wall": ("paint:#f2efe8", "plaster"),
        "stripe": ("paint:#c42f28", "paint:#24487a", "paint:#26282c"),
        "roof": ("paint:#c42f28", "paint:#24487a", "paint:#2c2f34", "copper"),
        "lamp": ("glow:#ffe9a0",),
        "metal": ("iron", "gunmetal"),
        "glass": ("dark glass", "glow:#ffcf7a"),
        "trim": ("paint:#e8e2d4",),
        "door": ("paint:#8f2f28", "paint:#24487a"),
        "rock": ("stone", "granite"),
    },
    words={
        "stripes": {"stripes": 4},
        "striped": {"stripes": 4},
        "rocks": {"rocks": True},
        "house": {"house": True},
        "beam": {"beams": True},
        "light": {},
    },
    paints={"stripes": "stripe", "light": "lamp", "windows": "glass", "walls": "wall", "tower": "wall"},
    height=(13, 26),
)
def lighthouse(v: Values) -> Draft:
    """A tapering striped tower with a gallery and a lamp room."""
    h, r0, r1 = v.height, v.radius, v.radius * v.taper
    d = Draft(extent=h + 5)
    base = 0.5

    def wide(t: float) -> float:
        return float(r1 + (r0 - r1) * (1 - t) ** 1.4)

    n = 2 * v.stripes
    for i in range(n):
        a, b = i / n, (i + 1) / n
        ring = lathe(
            [
                (wide(a), base + h * a - (0.05 if i else 0)),
                (wide((a + b) / 2), base + h * (a + b) / 2),
                (wide(b), base + h * b),
            ]
        )
        d.add(f"{'stripe' if i % 2 else 'wall'}_{i // 2 + 1}", ring, "stripe" if i % 2 else "wall", group="tower")
    d.add("base", lathe([(1.3 * r0, 0), (1.25 * r0, base), (1.08 * r0, base + 0.25)]), "trim")
    top = base + h
    d.add(
        "gallery",
        union(
            lathe([(r1, top - 0.7), (1.55 * r1, top - 0.1), (1.55 * r1, top + 0.15)]),
            *(
                cylinder(0.055, 1.02).move(x=1.45 * r1, y=top + 0.61).rotate(y=360 * i / v.rails)
                for i in range(v.rails)
            ),
            torus(1.45 * r1, 0.08).move(y=top + 1.1),
            torus(1.45 * r1, 0.06).move(y=top + 0.65),
        ),
        "metal",
    )
    lh = v.lamp_height
    d.add("lamp", cylinder(0.62 * r1, lh + 0.1).move(y=top + 0.15 + lh / 2), "lamp")
    d.add(
        "lamp_frame",
        union(
            *(box(0.12, lh + 0.2, 0.12).move(x=0.66 * r1, y=top + 0.1 + lh / 2).rotate(y=45 * i) for i in range(8)),
            torus(0.66 * r1, 0.07).move(y=top + 0.15 + lh / 2),
            cylinder(0.8 * r1, 0.25).move(y=top + 0.2),
        ),
        "metal",
    )
    y = top + 0.1 + lh
    roof = (
        cone_roof(0.85 * r1, 1.2 * r1, flare=0.1)
        if v.roof == "cone"
        else lathe([(0.95 * r1, -0.05), (0.9 * r1, 0.15 * r1), (0.6 * r1, 0.6 * r1), (0, 0.75 * r1)], smooth=True)
    )
    d.add("roof", roof.move(y=y), "roof")
    d.add(
        "spire",
        union(
            cylinder(0.05, 1.3).move(y=y + 1.5 * r1 * 0.8),
            sphere(0.16).move(y=y + (1.2 if v.roof == "cone" else 0.8) * r1),
        ),
        "metal",
    )
    openings: list[Opening] = [("door", 0, base, wide(0.08) + 0.03, 0, 1.1, 2.1)]
    for i in range(v.windows):
        t = 0.25 + 0.6 * i / v.windows
        a = 0 if i % 2 == 0 else 110
        openings.append(
            (
                "window",
                wide(t + 0.05) * math.sin(math.radians(a)),
                base + h * t,
                wide(t + 0.05) * math.cos(math.radians(a)),
                a,
                0.55,
                0.95,
            )
        )
    add_openings(d, openings, shape="arched", door_shape="arched")
    if v.rocks:
        rng = v.rng("rocks")
        for i in range(7):
            a, s = 0.9 * i + 0.45, float(rng.uniform(0.6, 1.1))
            if math.cos(a - math.pi / 2) < 0.8 and not (v.house and math.cos(a) > 0.6):
                d.add(
                    f"rock_{i + 1}",
                    (rock(rng, 1.2 * s, 0.8 * s, s, 0.02, 18).move(y=0.3 * s) - box(9, 4, 9).move(y=-2)).move(
                        1.45 * r0 * math.cos(a), 0, 1.45 * r0 * math.sin(a)
                    ),
                    "rock",
                    group="rocks",
                )
    if v.house:
        d.add("house", gable_walls(3.0, 3.4, 2.2, 1.0).move(x=r0 + 1.0, z=-0.4), "wall")
        d.add("house_roof", gable_roof(3.0, 3.4, 1.0, 0.3, 0.15).move(x=r0 + 1.0, y=2.17, z=-0.4), "roof")
        d.add("house_window", box(0.8, 0.9, 0.14).move(x=r0 + 1.2, y=1.2, z=1.3), "glass")
    if v.beams:
        d.add("beams", cone(0.9, 5.0).rotate(z=90).move(x=0.5 * r1 + 2.3, y=top + 0.2 + lh / 2).mirrored(), "lamp")
    d.point("top", (0, y + r1, 0), size=r1)
    return d
