"""Cloud: puffs melted together with a flat underside."""

from __future__ import annotations

import math

from maquette.shapes.api import bone, box, capsule, extrude, lathe, organic, sphere, torus, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Flag, Real, Values, Whole, family


@family(
    "cloud",
    "nature",
    nouns={
        "clouds": {},
        "rain cloud": {"rain": True},
        "storm cloud": {"lightning": True},
        "thundercloud": {"lightning": True},
        "thunder cloud": {"lightning": True},
    },
    parameters=(
        Real("width", 2.4, 1.8, 3.4),
        Real("height", 1.0, 0.7, 1.4),
        Real("depth", 1.1, 0.8, 1.5),
        Whole("puffs", 7, 5, 10),
        Real("flatness", 0.35, 0.15, 0.5, unit=""),
        Real("blend", 0.12, 0.05, 0.2),
        Whole("drops", 9, 6, 14),
        Flag("rain", 0.25),
        Flag("lightning", 0.2),
        Flag("rainbow", 0.15),
        Flag("sun", 0.15),
    ),
    slots={
        "cloud": ("cloud", "cloud:#dfe7f0", "cloud:#b9c2cc"),
        "rain": ("water",),
        "bolt": ("glow:#ffd83a",),
        "sun": ("glow:#ffc83a",),
        "red": ("paint:#e0402f",),
        "yellow": ("paint:#f2c52e",),
        "blue": ("paint:#3a78d0",),
    },
    words={
        "rain": {"rain": True},
        "lightning": {"lightning": True},
        "bolt": {"lightning": True},
        "rainbow": {"rainbow": True},
        "sun": {"sun": True},
    },
    paints={"lightning": "bolt", "drops": "rain"},
    height=(0.6, 3.4),
    floats=True,
)
def cloud(v: Values) -> Draft:
    """Puffs melted together with a flat underside."""
    w, h, rng = v.width / 2, v.height, v.rng("puffs")
    below = 0.9 if v.rain or v.lightning else 0.0
    d = Draft(extent=2 * w)
    bones = []
    for i in range(v.puffs):
        t = -1 + 2 * (i + 0.5) / v.puffs
        s = (0.5 - 0.3 * t * t) * h * float(rng.uniform(0.8, 1.1))
        z = 0.25 * v.depth * float(rng.uniform(-1, 1))
        bones.append(
            bone(
                (0.82 * w * t, 0.42 * h + 0.25 * h * (1 - t * t) * float(rng.uniform(0.2, 1)), z),
                (0.82 * w * t + 0.05, 0.42 * h, -z),
                s,
            )
        )
    body = organic(bones, v.blend, cells=72)
    d.add(
        "cloud",
        (body - box(99, 20, 99).move(y=-10 + v.flatness * 0.4 * h)).move(y=below - v.flatness * 0.4 * h),
        "cloud",
    )
    if v.rain:
        drop = lathe([(0.02, -0.1), (0.05, -0.04), (0.045, 0.02), (0.005, 0.16)], smooth=True)
        d.add(
            "rain",
            union(
                *(
                    drop.move(
                        -0.75 * w + 1.5 * w * (i + 0.5) / v.drops,
                        0.1 + 0.5 * ((i * 0.618) % 1),
                        0.3 * v.depth * math.sin(2.4 * i),
                    )
                    for i in range(v.drops)
                )
            ),
            "rain",
        )
    if v.lightning:
        pts = [(0.12, 0.5), (-0.2, -0.02), (0.0, 0.0), (-0.14, -0.5), (0.24, 0.12), (0.05, 0.1), (0.3, 0.5)]
        d.add(
            "bolt", extrude([(x * 1.1, y * 1.1) for x, y in pts], 0.1, bevel=0.02).move(y=below - 0.35, z=0.1), "bolt"
        )
    if v.sun:
        d.add(
            "sun",
            union(
                sphere(0.42 * h), *(capsule(0.05 * h, 0.3 * h).move(y=0.62 * h).rotate(z=30 * i) for i in range(12))
            ).move(0.5 * w, below + 0.75 * h, -0.3 * v.depth),
            "sun",
        )
    if v.rainbow:
        for i, name in enumerate(("red", "yellow", "blue")):
            d.add(
                f"rainbow_{name}",
                torus((1.1 - 0.12 * i) * w, 0.06 * w, 180).rotate(x=90).move(x=0.3 * w, y=below + 0.15 * h, z=-0.05),
                name,
                group="rainbow",
            )
    d.point("top", (0, below + 0.8 * h, 0), size=w)
    return d
