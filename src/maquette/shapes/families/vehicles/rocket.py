"""Rocket: a bellied or straight body on fins, portholes, a nose cone and a nozzle."""

from __future__ import annotations

import itertools

from maquette.shapes.api import box, cylinder, lathe, sphere, sweep, torus, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, Whole, family
from maquette.shapes.sub.hulls import across


@family(
    "rocket",
    "vehicle",
    nouns={
        "rocket ship": {"kind": "retro"},
        "space rocket": {},
        "rocketship": {"kind": "retro"},
        "retro rocket": {"kind": "retro"},
        "moon rocket": {"kind": "retro"},
        "missile": {"kind": "modern", "windows": 0, "boosters": False},
        "launch vehicle": {"kind": "modern"},
    },
    parameters=(
        Choice("kind", ("retro", "modern")),
        Real("height", 10, 7.5, 14),
        Real("radius", 1.3, 1.0, 1.7),
        Whole("fins", 3, 3, 5),
        Real("fin_length", 1.5, 1.1, 2.1),
        Whole("windows", 2, 0, 4),
        Whole("rings", 2, 1, 4),
        Flag("boosters", 0.4),
        Flag("flame", 0.35),
        Flag("antenna", 0.6),
        Flag("ladder", 0.4),
    ),
    slots={
        "body": ("paint:#eeeeea", "paint:#c63a2d", "steel", "paint:#e8b23a"),
        "fin": ("paint:#c63a2d", "paint:#24508a", "paint:#e0862b"),
        "nose": ("paint:#c63a2d", "paint:#24508a", "paint:#e0862b"),
        "glass": ("glow:#a8e4ff", "dark glass"),
        "metal": ("steel", "brass"),
        "engine": ("gunmetal",),
        "flame": ("glow:#ffa030",),
        "booster": ("paint:#eeeeea", "paint:#d8dcdf"),
    },
    words={
        "boosters": {"boosters": True},
        "flame": {"flame": True},
        "flames": {"flame": True},
        "fire": {"flame": True},
        "ladder": {"ladder": True},
        "antenna": {"antenna": True},
    },
    paints={
        "fins": "fin",
        "wings": "fin",
        "windows": "glass",
        "porthole": "glass",
        "nose cone": "nose",
        "tip": "nose",
        "stripes": "nose",
    },
    height=(7.5, 19),
)
def rocket(v: Values) -> Draft:
    """A bellied or straight body on fins, portholes, a nose cone and a nozzle."""
    h, r = v.height, v.radius
    d = Draft(extent=1.15 * h)
    retro = v.kind == "retro"
    base = 0.16 * h if retro else 0.12 * h
    shape = (
        [(0.62, 0.0), (0.84, 0.14), (1.0, 0.4), (0.96, 0.58), (0.72, 0.78), (0.4, 0.92), (0.0, 1.0)]
        if retro
        else [(0.95, 0.0), (1.0, 0.03), (1.0, 0.5), (0.86, 0.56), (0.86, 0.78), (0.66, 0.88), (0.32, 0.965), (0.0, 1.0)]
    )
    tall = h - base

    def wide(t: float) -> float:
        for (r0, y0), (r1, y1) in itertools.pairwise(shape):
            if y0 <= t <= y1:
                return float(r * (r0 + (r1 - r0) * (t - y0) / (y1 - y0)))
        return float(0.1 * r)

    body = lathe([(r * a, base + tall * t) for a, t in shape], smooth=retro)
    cut = base + tall * (0.8 if retro else 0.78)
    d.add("body", body - box(9 * r, h, 9 * r).move(y=cut + h / 2), "body")
    d.add("nose", body & box(9 * r, h, 9 * r).move(y=cut + h / 2), "nose")
    bands = [
        lathe(
            [
                (0.5 * r, y - 0.06),
                (wide((y - base) / tall) + 0.05, y - 0.06),
                (wide((y - base) / tall) + 0.05, y + 0.06),
                (0.5 * r, y + 0.06),
            ]
        )
        for y in (cut, *(base + tall * (0.1 + 0.5 * i / max(v.rings, 2)) for i in range(v.rings)))
    ]
    d.add("rings", union(*bands), "metal")
    fl = v.fin_length
    for i in range(v.fins):
        if retro:
            fin = across(
                [
                    (0.7 * r, base + 0.34 * tall),
                    (r + 0.45 * fl, base + 0.16 * tall),
                    (r + fl, 0.3),
                    (r + fl, 0.0),
                    (r + 0.75 * fl, 0.0),
                    (r + 0.5 * fl, base * 0.7),
                    (0.5 * r, base + 0.06 * tall),
                ],
                0.22,
                0.06,
            )
        else:
            fin = across(
                [
                    (0.7 * r, base + 0.26 * tall),
                    (r + 0.55 * fl, base + 0.06 * tall),
                    (r + 0.6 * fl, 0.0),
                    (r + 0.4 * fl, 0.0),
                    (0.7 * r, base * 0.9),
                ],
                0.2,
                0.05,
            )
        d.add(f"fin_{i + 1}", fin.rotate(y=360 * i / v.fins + 180 / v.fins), "fin", group="fins")
    bell = lathe(
        [
            (0.62 * r, base * 0.35),
            (0.4 * r, base * 0.8),
            (0.34 * r, base + 0.1),
            (0.2 * r, base + 0.1),
            (0.34 * r, base * 0.7),
            (0.54 * r, base * 0.35),
            (0.62 * r, base * 0.35),
        ]
    )
    d.add("engine", union(bell, cylinder(0.42 * r, 0.3).move(y=base + 0.1)), "engine")
    if v.flame:
        d.add(
            "flame",
            lathe([(0.02, 0.0), (0.3 * r, 0.28 * base), (0.46 * r, 0.5 * base), (0.3 * r, base)], smooth=True),
            "flame",
        )
    for i in range(v.windows):
        t = 0.62 - 0.17 * i if retro else 0.68 - 0.15 * i
        size, z = 0.3 * r * (1 - 0.1 * i), wide(t)
        d.add(
            f"window_{i + 1}",
            sphere(size, size, 0.13 * r).move(y=base + t * tall, z=z * 0.985),
            "glass",
            group="windows",
        )
        d.add(
            f"window_rim_{i + 1}",
            torus(1.05 * size, 0.22 * size).rotate(x=90).move(y=base + t * tall, z=z * 0.99),
            "metal",
            group="windows",
        )
    if v.boosters:
        for s, side in ((1, "left"), (-1, "right")):
            pod = lathe(
                [
                    (0.3 * r, 0.35 * base),
                    (0.22 * r, 0.8 * base),
                    (0.38 * r, base),
                    (0.38 * r, base + 0.42 * tall),
                    (0.25 * r, base + 0.5 * tall),
                    (0.0, base + 0.56 * tall),
                ]
            )
            links = union(*(box(0.9 * r, 0.2, 0.2).move(x=-0.4 * r, y=base + t * tall) for t in (0.12, 0.38)))
            d.add(
                f"booster_{side}",
                union(pod, links).rotate(y=0 if s > 0 else 180).move(x=s * 1.45 * r),
                "booster",
                group="boosters",
            )
    if v.antenna:
        d.add(
            "antenna",
            union(cylinder(0.05, 0.14 * h, 0.035).move(y=h + 0.05 * h), sphere(0.11).move(y=h + 0.12 * h)),
            "metal",
        )
    if v.ladder:
        y1 = base + 0.5 * tall
        z = 1.02 * r + 0.1
        rails = sweep([(0.22, base * 0.3, z), (0.22, y1, z)], 0.04).mirrored()
        n = int((y1 - base * 0.3) / 0.4)
        rungs = union(
            *(
                sweep([(-0.24, base * 0.3 + 0.4 * i, z), (0.24, base * 0.3 + 0.4 * i, z)], 0.03, sides=6)
                for i in range(1, n)
            )
        )
        d.add(
            "ladder",
            union(
                rails,
                rungs,
                *(box(0.5, 0.1, 0.6 * r).move(y=base + t * tall, z=z - 0.3 * r) for t in (0.1, 0.28, 0.46)),
            ),
            "metal",
        )
    d.point("top", (0, h, 0), size=0.5 * r)
    return d
