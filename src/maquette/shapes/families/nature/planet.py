"""Planet: a globe with land, craters or bands; perhaps a ring and a moon; or a lump of rock."""

from __future__ import annotations

import math

from maquette.shapes.api import box, lathe, sphere, torus, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, Whole, family
from maquette.shapes.sub.foliage import blob


@family(
    "planet",
    "nature",
    nouns={
        "asteroid": {"kind": "asteroid"},
        "meteor": {"kind": "asteroid", "flame": True},
        "meteorite": {"kind": "asteroid"},
        "moon": {"kind": "moon"},
        "earth": {"kind": "earth"},
        "globe": {"kind": "earth"},
        "saturn": {"kind": "gas", "ring": True},
        "world": {"kind": "earth"},
        "comet": {"kind": "asteroid", "flame": True},
        "gas giant": {"kind": "gas"},
    },
    parameters=(
        Choice("kind", ("earth", "moon", "gas", "asteroid")),
        Real("radius", 1.0, 0.7, 1.5),
        Real("roughness", 0.12, 0.05, 0.2, unit=""),
        Whole("craters", 9, 5, 14),
        Whole("continents", 7, 5, 10),
        Whole("bands", 5, 3, 7),
        Real("tilt", 18, 0, 30, unit="deg"),
        Real("ring_width", 0.5, 0.3, 0.7, unit=""),
        Flag("ring", 0.35),
        Flag("clouds", 0.5),
        Flag("moons", 0.3),
        Flag("flame", 0.1),
    ),
    slots={
        "surface": ("water:#2f6fb0", "stone", "sandstone", "stone:#9a6a50", "stone:#7a86a0"),
        "land": ("grass", "moss", "sand"),
        "cloud": ("cloud",),
        "band": ("sandstone:#d9a86a", "stone:#c98a5a", "stone:#e0c8a0"),
        "ring": ("sandstone", "stone:#b8a88a"),
        "ice": ("snow",),
        "moon": ("stone",),
        "flame": ("glow:#ff8a2a",),
    },
    words={
        "ring": {"ring": True},
        "rings": {"ring": True},
        "clouds": {"clouds": True},
        "moon": {"moons": True},
        "craters": {"kind": "moon"},
    },
    paints={"water": "surface", "ocean": "surface", "continents": "land", "rings": "ring"},
    height=(1.0, 5.5),
    floats=True,
)
def planet(v: Values) -> Draft:
    """A globe with land, craters or bands; perhaps a ring and a moon; or a lump of rock."""
    r, rng, k = v.radius, v.rng("planet"), v.kind
    d = Draft(extent=2.2 * r * (1.9 if v.ring and k != "asteroid" else 1.0))
    y = 1.01 * r if k != "asteroid" else 0.62 * r
    seed = v.seed % 41
    dirs = [
        (
            math.sqrt(max(0.0, 1 - u * u)) * math.cos(2.4 * i + seed),
            u,
            math.sqrt(max(0.0, 1 - u * u)) * math.sin(2.4 * i + seed),
        )
        for i in range(14)
        for u in [1 - 2 * (i + 0.5) / 14]
    ]
    holes = [
        sphere(q).move(c[0] * r * 1.12, c[1] * r * 1.12, c[2] * r * 1.12)
        for c in [dirs[(5 * i + 3) % 14] for i in range(v.craters)]
        for q in [r * float(rng.uniform(0.18, 0.4))]
    ]
    if k == "asteroid":
        body = sphere(1.15 * r, 0.8 * r, 0.9 * r).roughened(2.2 * v.roughness * r, 0.9 * r, seed=seed)
        for hole in holes[:8]:
            body = body - hole.scale(1.1, 0.8, 0.9)
        d.add("surface", body.move(y=y) - box(99, 20, 99).move(y=-10), "surface")
        if v.flame:
            d.add(
                "flame",
                lathe([(0.02, -2.6 * r), (0.35 * r, -1.6 * r), (0.8 * r, -0.5 * r), (0.95 * r, 0.1 * r)], smooth=True)
                .roughened(0.06 * r, 0.3 * r)
                .rotate(x=-60)
                .rotate(x=180)
                .move(y=y)
                - box(99, 20, 99).move(y=-10),
                "flame",
            )
        d.point("top", (0, y + 0.8 * r, 0), size=r)
        d.extent = 4.0 * r if v.flame else 2.3 * r
        return d
    body = sphere(r).roughened(0.1 * v.roughness * r, 0.3 * r, seed=seed) if k == "moon" else sphere(r)
    if k == "moon":
        rims = [torus(0.26 * r, 0.035 * r).move(y=0.97 * r).rotate(z=40 * i, x=70 * i) for i in range(4)]
        for hole in holes:
            body = body - hole
        body = union(body, *rims)
    d.add("surface", body.rotate(z=v.tilt).move(y=y), "surface")
    if k == "earth":
        for i in range(v.continents):
            c = dirs[(4 * i + 2) % 14]
            lump = sphere(
                r * float(rng.uniform(0.34, 0.58)),
                r * float(rng.uniform(0.25, 0.45)),
                r * float(rng.uniform(0.34, 0.5)),
            ).roughened(0.1 * r, 0.28 * r, seed=seed + i)
            d.add(
                f"land_{i + 1}",
                (lump.move(0.9 * r * c[0], 0.9 * r * c[1], 0.9 * r * c[2]) & sphere(1.03 * r))
                .rotate(z=v.tilt)
                .move(y=y),
                "land",
                group="land",
            )
        d.add(
            "ice_caps",
            ((box(9, 0.3 * r, 9).move(y=0.98 * r) & sphere(1.035 * r)).mirrored("y")).rotate(z=v.tilt).move(y=y),
            "ice",
        )
    if k == "gas":
        bands = [
            (sphere(1.012 * r) & box(9, r * (0.07 + 0.05 * (i % 3)), 9).move(y=r * (-0.75 + 1.5 * (i + 0.5) / v.bands)))
            for i in range(v.bands)
        ]
        d.add("bands", union(*bands).rotate(z=v.tilt).move(y=y), "band")
    if v.clouds and k == "earth":
        puffs = [
            (blob(0.38 * r, 0.12 * r, 0.2 * r, 0.12, i, 0.7).rotate(y=60 * i)).move(
                1.0 * r * c[0], 1.0 * r * c[1], 1.0 * r * c[2]
            )
            & sphere(1.09 * r)
            for i, c in enumerate(dirs[j] for j in (3, 6, 8, 10, 5))
        ]
        d.add("clouds", union(*puffs).rotate(z=v.tilt).move(y=y), "cloud")
    if v.ring:
        w = v.ring_width * r
        rings = union(
            *(
                lathe(
                    [
                        (a * r, -0.018 * r),
                        (b * r, -0.018 * r),
                        (b * r, 0.018 * r),
                        (a * r, 0.018 * r),
                        (a * r, -0.018 * r),
                    ]
                )
                for a, b in ((1.3, 1.3 + 0.55 * w / r), (1.3 + 0.65 * w / r, 1.3 + w / r))
            )
        )
        d.add("ring", rings.rotate(z=v.tilt).move(y=y), "ring")
    if v.moons:
        d.add("moon", sphere(0.2 * r).roughened(0.012 * r, 0.1 * r).move(1.15 * r, y + 0.75 * r, 0.6 * r), "moon")
    d.point("top", (0, y + r, 0), size=r)
    return d
