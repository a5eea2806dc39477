"""Bird cages: a tray, bars that meet in a dome, a perch, and perhaps a bird."""

from __future__ import annotations

import math

from maquette.shapes.api import box, cylinder, lathe, sphere, sweep, torus, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, Whole, family
from maquette.shapes.sub.flesh import Flesh
from maquette.shapes.sub.outlines import rod


@family(
    "birdcage",
    "household",
    nouns={
        "bird cage": {},
        "canary cage": {"bird": True},
        "parrot cage": {"bird": True, "height": 0.75},
        "golden cage": {},
        "cage": {"bird": False},
    },
    parameters=(
        Choice("kind", ("dome", "bell", "pagoda")),
        Real("height", 0.55, 0.4, 0.8),
        Real("width", 0.58, 0.48, 0.7, unit="", about="share of the height"),
        Real("dome", 0.36, 0.26, 0.45, unit="", about="height of the roof, share of the whole"),
        Whole("bars", 24, 18, 30),
        Whole("rings", 2, 1, 3),
        Flag("bird", 0.6),
        Flag("swing", 0.6),
        Flag("door", 0.9),
        Flag("feet", 0.8),
        Flag("finial", 0.7),
        Flag("cups", 0.6),
    ),
    slots={
        "bars": ("brass", "gold", "paint:#efece4", "iron", "copper"),
        "tray": ("brass", "paint:#efece4", "walnut", "paint:#3a5a4a"),
        "perch": ("wood", "pine"),
        "bird": ("feathers:#f0c020", "feathers:#3a8a4a", "feathers:#3a6ab0", "feathers:#d8442a"),
        "beak": ("horn:#e08a2a", "horn:#3a342e"),
        "eyes": ("obsidian",),
        "cups": ("porcelain", "plastic:#d8442a"),
        "seed": ("sand",),
    },
    words={
        "bird": {"bird": True},
        "canary": {"bird": True},
        "perch": {"swing": True},
        "swing": {"swing": True},
        "door": {"door": True},
        "empty": {"bird": False},
    },
    paints={"cage": "bars", "base": "tray", "canary": "bird", "parrot": "bird"},
    height=(0.4, 1.0),
)
def birdcage(v: Values) -> Draft:
    """The door to the front."""
    h = v.height
    r = 0.5 * v.width * h
    t = 0.0085 * h
    d = Draft(extent=1.1 * h)
    foot = 0.03 * h if v.feet else 0.0
    floor = foot + 0.06 * h
    tray = lathe(
        [
            (0.02 * r, foot),
            (0.96 * r, foot),
            (1.06 * r, foot + 0.012 * h),
            (1.06 * r, floor),
            (1.02 * r, floor + 0.008 * h),
            (0.95 * r, floor),
            (0.93 * r, foot + 0.035 * h),
            (0.02 * r, foot + 0.035 * h),
        ]
    )
    d.add("tray", tray, "tray", group="tray")
    d.add("sand", cylinder(0.95 * r, 0.012 * h).move(0, foot + 0.039 * h, 0), "seed", group="tray")
    if v.feet:
        d.add("feet", sphere(0.032 * h).scale(1, 0.8, 1).move(0.8 * r, 0.0256 * h, 0).around(4), "tray", group="feet")
    eave, top = h * (1 - v.dome), h
    rise = top - eave
    a0 = math.pi / 2
    lines: dict[str, list[tuple[float, float]]] = {
        "dome": [
            (r * math.cos(a0 * s), eave + rise * math.sin(a0 * s)) for s in (0.0, 0.2, 0.4, 0.6, 0.75, 0.88, 0.97)
        ],
        "bell": [
            (r, eave),
            (0.97 * r, eave + 0.2 * rise),
            (0.82 * r, eave + 0.45 * rise),
            (0.5 * r, eave + 0.68 * rise),
            (0.25 * r, eave + 0.82 * rise),
            (0.12 * r, eave + 0.93 * rise),
            (0.04 * r, top),
        ],
        "pagoda": [
            (r, eave),
            (1.08 * r, eave + 0.06 * rise),
            (1.07 * r, eave + 0.12 * rise),
            (0.72 * r, eave + 0.33 * rise),
            (0.4 * r, eave + 0.62 * rise),
            (0.18 * r, eave + 0.88 * rise),
            (0.05 * r, top),
        ],
    }
    line = lines[v.kind]
    bar = sweep(
        [(r, floor - 0.01 * h, 0), (r, (floor + eave) / 2, 0), *((x, y, 0) for x, y in line)],
        t * 0.75,
        sides=6,
        smooth=v.kind != "pagoda",
    )
    rings = [torus(r, t).move(y=floor + (eave - floor) * k / v.rings) for k in range(1, v.rings + 1)]
    rings.append(torus(r, 1.2 * t).move(y=floor + 0.012 * h))
    x, y = line[-3]
    rings.append(torus(x, 0.9 * t).move(y=y))
    crown = [
        lathe(
            [
                (0.004 * h, top - 0.03 * h),
                (0.05 * h, top - 0.02 * h),
                (0.045 * h, top + 0.005 * h),
                (0.004 * h, top + 0.02 * h),
            ]
        )
    ]
    if v.finial:
        crown.append(sphere(0.022 * h).move(0, top + 0.03 * h, 0))
    hang = top + (0.075 if v.finial else 0.045) * h
    crown.append(torus(0.035 * h, t).rotate(x=90).move(0, hang, 0))
    d.add("bars", union(bar.around(v.bars), *rings, *crown), "bars", group="bars")
    mid = floor + 0.45 * (eave - floor)
    if v.door:
        half, low, high = 0.36 * r, floor + 0.06 * h, floor + 0.06 * h + 0.55 * (eave - floor)
        z = math.sqrt(r * r - half * half) + 0.3 * t
        bow = [
            (-half, low, z),
            (-half, high - 0.05 * h, z),
            (-0.5 * half, high, r + 0.5 * t),
            (0.5 * half, high, r + 0.5 * t),
            (half, high - 0.05 * h, z),
            (half, low, z),
            (0.4 * half, low, r + 0.5 * t),
            (-0.4 * half, low, r + 0.5 * t),
        ]
        door = [sweep(bow, 1.3 * t, closed=True, smooth=False, sides=8)]
        door.append(box(0.05 * h, 0.02 * h, 0.025 * h, 0.004 * h).move(half, (low + high) / 2, z))
        door.append(sphere(0.014 * h).move(half - 0.015 * h, (low + high) / 2, z + 0.018 * h))
        d.add("door", union(*door), "bars", group="door")
    perch_y = mid
    if v.swing:
        perch_y = floor + 0.36 * (eave - floor)
        ropes = [rod((s * 0.42 * r, perch_y, 0), (0, top - 0.012 * h, 0), radius=0.6 * t) for s in (1, -1)]
        d.add("swing", union(*ropes), "bars", group="swing")
        d.add("perch", cylinder(1.6 * t, 1.0 * r, bevel=0.3 * t).rotate(z=90).move(0, perch_y, 0), "perch", group="swing")  # fmt: skip
    else:
        d.add("perch", cylinder(1.6 * t, 2 * r).rotate(z=90).move(0, perch_y, 0), "perch", group="perch")
    if v.bird:
        k, y0 = 0.55 * r, perch_y + 0.3 * r
        flesh = Flesh(0.12 * k, 44)
        flesh.chain([(0, y0 - 0.05 * k, -0.25 * k), (0, y0 + 0.1 * k, 0.05 * k)], [0.3 * k, 0.42 * k])
        flesh.ball((0, y0 + 0.6 * k, 0.2 * k), 0.3 * k)
        flesh.chain([(0, y0 - 0.1 * k, -0.4 * k), (0, y0 - 0.7 * k, -0.85 * k)], [0.16 * k, 0.1 * k])
        flesh.chain([(0.32 * k, y0 + 0.15 * k, 0.05 * k), (0.24 * k, y0 - 0.35 * k, -0.6 * k)], [0.2 * k, 0.06 * k], both=True)  # fmt: skip
        flesh.chain([(0.15 * k, y0 - 0.2 * k, 0), (0.15 * k, perch_y + t, 0)], [0.08 * k, 0.06 * k], both=True)
        d.add("bird", flesh.node(), "bird", group="bird")
        d.add(
            "beak",
            cylinder(0.1 * k, 0.26 * k, 0.01 * k, 10).rotate(x=100).move(0, y0 + 0.56 * k, 0.56 * k),
            "beak",
            group="bird",
        )
        d.add("eyes", sphere(0.06 * k).move(0.2 * k, y0 + 0.68 * k, 0.4 * k).mirrored(), "eyes", group="bird")
        d.add(
            "toes",
            box(0.16 * k, 0.1 * k, 0.26 * k, 0.03 * k).move(0.15 * k, perch_y + 1.2 * t, 0.04 * k).mirrored(),
            "beak",
            group="bird",
        )
    if v.cups:
        cup = lathe(
            [
                (0.01 * h, 0),
                (0.04 * h, 0),
                (0.055 * h, 0.05 * h),
                (0.048 * h, 0.05 * h),
                (0.036 * h, 0.012 * h),
                (0.01 * h, 0.012 * h),
            ]
        )
        d.add("cups", cup.move(r - 0.05 * h, floor + 0.03 * h, 0).mirrored(), "cups", group="cups")
    d.point("top", (0, top, 0), size=0.1 * h)
    d.point("grip", (0, hang + 0.035 * h, 0), size=0.02 * h)
    return d
