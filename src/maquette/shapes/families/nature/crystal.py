"""Crystal: pointed prisms that grow from one root."""

from __future__ import annotations

import math

from maquette.shapes.api import box, lathe, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Flag, Real, Values, Whole, family
from maquette.shapes.sub.foliage import rock


@family(
    "crystal",
    "nature",
    nouns={
        "crystals": {},
        "crystal cluster": {},
        "gem cluster": {},
        "amethyst": {},
        "quartz": {},
        "mana crystal": {"glow": True},
        "magic crystal": {"glow": True},
        "geode": {"rock": True},
        "ice crystals": {},
    },
    parameters=(
        Real("height", 0.6, 0.35, 1.2),
        Real("radius", 0.09, 0.06, 0.13),
        Whole("crystals", 8, 4, 13),
        Whole("sides", 6, 5, 8),
        Real("spread", 38, 20, 60, unit="deg"),
        Real("tip", 0.3, 0.18, 0.45, unit="", about="share of the point"),
        Real("variety", 0.45, 0.2, 0.65, unit="", about="how unequal they are"),
        Flag("rock", 0.7),
        Flag("glow", 0.25),
        Flag("shards", 0.4),
    ),
    slots={
        "crystal": ("crystal", "crystal:#3fa8e0", "crystal:#e0507a", "crystal:#4fc08a", "crystal:#e8b43a"),
        "rock": ("stone", "granite", "obsidian"),
        "glow": ("glow:#8a6bff", "glow:#40c8ff", "glow:#5affb0"),
    },
    words={"rock": {"rock": True}, "base": {"rock": True}, "glowing": {"glow": True}, "shards": {"shards": True}},
    paints={"crystals": "crystal", "stone": "rock", "base": "rock", "light": "glow"},
    height=(0.28, 1.5),
)
def crystal(v: Values) -> Draft:
    """Pointed prisms that grow from one root."""
    h, r, rng = v.height, v.radius * v.height / 0.6, v.rng("crystals")
    d = Draft(extent=1.1 * h)
    for i in range(v.crystals):
        t = i / v.crystals
        tall = h * (1 - v.variety * (t + 0.4 * float(rng.random()) if i else 0))
        q = r * (1.0 if i == 0 else float(rng.uniform(0.5, 0.9)))
        tip = v.tip * tall
        one = lathe([(0.75 * q, -0.1 * h), (q, tall - tip), (0.03 * q, tall)], sides=v.sides).rotate(
            y=float(rng.uniform(0, 60))
        )
        lean = 0.0 if i == 0 else v.spread * (0.35 + 0.65 * t)
        a = 137.5 * i
        d.add(
            f"crystal_{i + 1}",
            one.rotate(z=-lean)
            .rotate(y=a)
            .move(
                0.9 * r * math.sqrt(t) * math.cos(-math.radians(a)),
                0.02 * h,
                0.9 * r * math.sqrt(t) * math.sin(-math.radians(a)),
            )
            - box(9, 4, 9).move(y=-2),
            "glow" if v.glow and i % 3 == 0 else "crystal",
            group="crystals",
        )
    w = 2.2 * r + 0.06 * h
    if v.rock:
        for i in range(4):
            a = 1.6 * i + 0.3
            k = 0.0 if i == 0 else 0.75 * w
            s = w * (1.05 if i == 0 else float(rng.uniform(0.45, 0.65)))
            d.add(
                f"rock_{i + 1}",
                (rock(rng, s, 0.4 * s, s, 0.04, 20).move(y=0.08 * s) - box(9, 4, 9).move(y=-2)).move(
                    k * math.cos(a), 0, k * math.sin(a)
                ),
                "rock",
                group="rock",
            )
    else:
        d.add("root", lathe([(0.9 * w, 0), (0.5 * w, 0.08 * h), (0.1 * w, 0.16 * h)], sides=v.sides), "crystal")
    if v.shards:
        bits = [
            (
                lathe([(0.2 * r, -0.05), (0.34 * r, 0.22 * h), (0.01, 0.32 * h)], sides=v.sides)
                .rotate(z=-52)
                .rotate(y=75 * i + 20)
                .move(
                    0.5 * w * math.cos(-math.radians(75 * i + 20)), 0.01, 0.5 * w * math.sin(-math.radians(75 * i + 20))
                )
            )
            for i in range(5)
        ]
        d.add("shards", union(*bits) - box(9, 4, 9).move(y=-2), "crystal")
    d.point("top", (0, h, 0), size=r)
    return d
