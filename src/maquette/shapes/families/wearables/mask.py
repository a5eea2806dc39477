"""Masks."""

from __future__ import annotations

import math

from maquette.shapes.api import box, cone, cylinder, sphere, sweep, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Flag, Real, Values, family
from maquette.shapes.node import Node


@family(
    "mask",
    "wearable",
    nouns={
        "face mask": {},
        "carnival mask": {"feathers": True, "half": True},
        "venetian mask": {"feathers": True, "half": True},
        "tribal mask": {"horns": True},
        "demon mask": {"horns": True, "teeth": True},
        "oni mask": {"horns": True, "teeth": True},
        "hockey mask": {"holes": True},
        "theatre mask": {},
    },
    parameters=(
        Real("height", 0.24, 0.17, 0.3),
        Real("width", 0.75, 0.65, 0.9, unit=""),
        Flag("half", 0.25),
        Flag("horns", 0.3),
        Flag("feathers", 0.25),
        Flag("teeth", 0.35),
        Flag("holes", 0.15),
        Flag("stripes", 0.6),
        Real("smile", 0.5, -0.8, 1.0, unit=""),
        Real("nose", 1.0, 0.5, 2.0, unit=""),
    ),
    slots={
        "face": ("porcelain", "paint:#b8242a", "wood", "gold", "paint:#2a2a34"),
        "paint": ("paint:#1f5f9a", "paint:#c8242a", "gold", "paint:#e0a82a"),
        "dark": ("paint:#0f0c0c",),
        "horn": ("bone", "horn:#2a2220"),
        "feathers": ("feathers:#7a2fa0", "feathers:#1f8f7a", "feathers:#c8303a"),
        "teeth": ("bone",),
    },
    words={
        "horns": {"horns": True},
        "feathers": {"feathers": True},
        "teeth": {"teeth": True},
        "smiling": {"smile": 0.9},
        "sad": {"smile": -0.8},
    },
    paints={"stripes": "paint"},
    height=(0.06, 0.5),
)
def mask(v: Values) -> Draft:
    """A curved shell with holes for eyes, upright on its chin."""
    h = v.height
    w, t = 0.5 * h * v.width, 0.05 * h
    d = Draft(extent=1.2 * h)
    zz = 0.3 * h
    shell = (sphere(w, 0.5 * h, zz) - sphere(w - t, 0.5 * h - t, zz - t)) & box(2, 2, 1).move(z=0.5 + 0.0)
    low = 0.5 * h
    if v.half:
        shell = shell & box(2, 0.42 * h, 2).move(y=0.12 * h)
        low = 0.1 * h
    eyes = sphere(0.2 * w * 1.3, 0.055 * h, h).rotate(z=8).move(0.42 * w, 0.1 * h, 0.1).mirrored()
    cuts: list[Node] = [eyes]
    if not v.half:
        s = v.smile
        cuts.append(
            sweep(
                [
                    (-0.42 * w, (-0.24 + 0.06 * s) * h, 0),
                    (0, (-0.24 - 0.05 * s) * h, 0),
                    (0.42 * w, (-0.24 + 0.06 * s) * h, 0),
                ],
                0.03 * h,
            ).move(z=0.2 * h)
            if not v.teeth
            else box(0.8 * w, 0.08 * h, 0.6 * h, 0.01).move(0, -0.25 * h, 0.3 * h)
        )
    if v.holes:
        cuts += [
            cylinder(0.012 * h, 2).rotate(x=90).move(x * 0.2 * w, y * h, 1)
            for x in (-2, 0, 2)
            for y in (0.28, 0.34, -0.12)
        ]
    d.add("face", (shell - union(*cuts)).move(y=low), "face")
    bump = sphere(0.13 * w + 0.008 * h, 0.13 * h, 0.09 * h * v.nose).move(
        0, (0.0 if not v.half else 0.02) * h + low, zz - 0.01 * h
    )
    d.add("nose", bump, "face")

    def at(x: float, y: float) -> tuple[float, float, float]:
        return (x, y + low, zz * math.sqrt(max(0.02, 1 - (x / w) ** 2 - (y / (0.5 * h)) ** 2)))

    brow = sweep(
        [at(0.14 * w, 0.17 * h), at(0.45 * w, 0.24 * h), at(0.78 * w, 0.2 * h)],
        [0.024 * h, 0.026 * h, 0.014 * h],
        round_ends=True,
    )
    d.add("brows", brow.mirrored(), "paint" if v.stripes else "face")
    if v.stripes and not v.half:
        d.add(
            "stripes",
            union(
                *(
                    sweep(
                        [at(0.32 * w, (-0.04 - 0.06 * i) * h), at((0.66 - 0.03 * i) * w, (-0.06 - 0.06 * i) * h)],
                        0.012 * h,
                        round_ends=True,
                    )
                    for i in range(2)
                )
            ).mirrored(),
            "paint",
        )
    if v.teeth and not v.half:
        d.add(
            "teeth",
            union(
                *(
                    cone(0.022 * h, 0.09 * h)
                    .rotate(x=180 if i % 2 else 0)
                    .move(
                        0.16 * w * (i - 2),
                        low + (-0.24 if i % 2 else -0.26) * h + (0.02 if i % 2 else -0.02) * h,
                        at(0.16 * w * (i - 2), -0.25 * h)[2] - 0.02 * h,
                    )
                    for i in range(5)
                )
            ),
            "teeth",
        )
    if v.horns:
        x, y, z = at(0.55 * w, 0.36 * h)
        d.add(
            "horns",
            sweep(
                [
                    (x - 0.02 * h, y - 0.04 * h, z - 0.03 * h),
                    (x + 0.06 * h, y + 0.08 * h, z),
                    (x + 0.06 * h, y + 0.2 * h, z + 0.05 * h),
                ],
                [0.045 * h, 0.036 * h, 0.006 * h],
            ).mirrored(),
            "horn",
        )
    elif v.feathers:
        nodes = [
            sphere(0.03 * h, 0.17 * h, 0.012 * h)
            .move(y=0.14 * h)
            .rotate(z=-16 * i)
            .move(*at(0.13 * w * i, 0.27 * h if v.half else 0.38 * h))
            for i in range(-4, 5)
        ]
        d.add("feathers", union(*nodes).move(z=-0.03 * h), "feathers")
    d.point("top", (0, low + 0.5 * h, 0))
    d.point("inside", (0, low + 0.1 * h, 0), size=2 * w)
    return d
