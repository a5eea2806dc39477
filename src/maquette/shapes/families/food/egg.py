"""Eggs: plain, painted, in a cup, cracked, fried, or of a dragon."""

from __future__ import annotations

import math

from maquette.shapes.api import box, cylinder, difference, extrude, lathe, sphere, sweep, torus, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, Whole, family
from maquette.shapes.sub.food import blobby


@family(
    "egg",
    "food",
    nouns={
        "easter egg": {"kind": "painted"},
        "boiled egg": {"kind": "cup"},
        "fried egg": {"kind": "fried"},
        "dragon egg": {"kind": "scaled"},
        "cracked egg": {"kind": "cracked"},
        "eggs": {},
        "eggcup": {"kind": "cup"},
    },
    parameters=(
        Choice("kind", ("plain", "painted", "cup", "cracked", "fried", "scaled")),
        Real("size", 0.058, 0.05, 0.075, about="height of a hen's egg"),
        Real("width", 0.76, 0.7, 0.84, unit="", about="share of the height"),
        Real("point", 0.12, 0.06, 0.18, unit=""),
        Whole("bands", 3, 2, 4),
        Whole("dots", 10, 7, 13),
        Whole("zigzags", 8, 6, 11),
        Flag("nest", 0.2),
        Whole("yolks", 1, 1, 2),
    ),
    slots={
        "shell": ("bone:#e8c8a4", "bone:#f2ece0", "bone:#b9805a", "paint:#8ac6d8", "paint:#e89ab8", "paint:#5a8f4a"),
        "paint": ("paint:#f2c43a", "paint:#7a4ab0", "paint:#e8536a", "paint:#ffffff"),
        "white": ("cream:#fdfaf2",),
        "yolk": ("paint:#f5a81e",),
        "cup": ("ceramic:#3f7fa8", "birch", "porcelain", "ceramic:#d84a3a"),
        "nest": ("thatch", "wicker"),
    },
    words={
        "painted": {"kind": "painted"},
        "cracked": {"kind": "cracked"},
        "cup": {"kind": "cup"},
        "nest": {"nest": True},
        "fried": {"kind": "fried"},
        "dots": {"kind": "painted"},
        "scales": {"kind": "scaled"},
    },
    paints={"dots": "paint", "pattern": "paint", "scales": "shell"},
    height=(0.008, 0.5),
)
def egg(v: Values) -> Draft:
    """Standing, painted, in a cup, cracked over its yolk, fried, or scaled like a dragon's."""
    h = v.size * (5 if v.kind == "scaled" else 1)
    r = 0.5 * v.width * h
    rng = v.rng("egg")
    if v.kind == "fried":
        r *= 2.6
        d = Draft(extent=2.2 * r)
        white = union(
            blobby(r, 0.07 * r, rng, 0.14, 11).move(y=0.035 * r), sphere(0.72 * r, 0.06 * r, 0.72 * r).move(y=0.06 * r)
        )
        d.add("white", white, "white")
        for i in range(v.yolks):
            x = 0.0 if v.yolks == 1 else (0.36 * r if i else -0.34 * r)
            d.add(
                f"yolk_{i + 1}",
                lathe(
                    [(0.32 * r, 0.06 * r), (0.31 * r, 0.16 * r), (0.22 * r, 0.27 * r), (0, 0.32 * r)], smooth=True
                ).move(x, 0, 0.05 * r),
                "yolk",
                group="yolks",
            )
        d.point("top", (0, 0.3 * r, 0), size=r)
        return d
    d = Draft(extent=1.1 * h if not v.nest else 1.5 * h)

    def radius(t: float) -> float:
        u = 2 * t - 1
        return float(r * math.sqrt(max(0.0, 1 - u * u)) * (1 - v.point * u))

    profile = [
        (radius(0.5 - 0.5 * math.cos(math.pi * i / 20)), h * (0.5 - 0.5 * math.cos(math.pi * i / 20)))
        for i in range(21)
    ]
    body = lathe(profile)
    y = 0.0
    if v.kind == "cup":
        y = 0.42 * h
        c = 1.02 * radius(0.42)
        d.add(
            "cup",
            lathe(
                [
                    (0, 0),
                    (0.8 * c, 0),
                    (0.8 * c, 0.05 * h),
                    (0.3 * c, 0.15 * h),
                    (0.26 * c, 0.3 * h),
                    (0.55 * c, 0.42 * h),
                    (1.04 * c, 0.66 * h),
                    (1.12 * c, 0.86 * h),
                    (1.02 * c, 0.87 * h),
                    (0.9 * c, 0.7 * h),
                    (0, 0.5 * h),
                ]
            ),
            "cup",
        )
        d.extent = 1.5 * h
    if v.nest:
        straws = [
            torus(0.82 * r + 0.24 * r * float(rng.random()), 0.1 * r)
            .rotate(x=float(rng.uniform(-9, 9)), z=float(rng.uniform(-9, 9)))
            .move(
                float(rng.uniform(-0.1, 0.1)) * r,
                (0.24 + 0.4 * float(rng.random())) * r,
                float(rng.uniform(-0.1, 0.1)) * r,
            )
            for _ in range(9)
        ]
        if v.kind != "cup":
            d.add("nest", union(*straws, cylinder(0.9 * r, 0.3 * r, bevel=0.06 * r).move(y=0.15 * r)), "nest")
            y = 0.22 * r
    if v.kind == "cracked":
        teeth = [
            extrude([(-0.32 * r, 0), (0.32 * r, 0), (0, -0.2 * h)], 3 * r)
            .rotate(y=180 * i / v.zigzags)
            .move(y=0.56 * h)
            for i in range(v.zigzags)
        ]
        inner = lathe([(0.93 * a, h * 0.035 + 0.93 * b) for a, b in profile])
        cut = union(box(4 * r, h, 4 * r).move(y=1.05 * h), *teeth)
        d.add("shell", difference(body, cut, inner).move(y=y), "shell")
        d.add(
            "white",
            (
                lathe([(0.95 * a, h * 0.025 + 0.95 * b) for a, b in profile])
                & box(4 * r, 0.32 * h, 4 * r).move(y=0.16 * h)
            ).move(y=y),
            "white",
        )
        d.add("yolk", sphere(0.55 * r, 0.4 * r, 0.55 * r).move(y=0.34 * h + y), "yolk")
        d.point("top", (0, 0.55 * h + y, 0), size=r)
        return d
    d.add("shell", body.move(y=y), "shell")
    if v.kind == "painted":
        for i in range(v.bands):
            t = 0.22 + 0.56 * i / (v.bands - 1)
            q = radius(t)
            if i % 2 == 0:
                n = 4 * v.zigzags
                path = [
                    (
                        1.0 * radius(t + 0.03 * math.sin(math.pi * k / 2)) * math.cos(math.tau * k / n),
                        h * (t + 0.03 * math.sin(math.pi * k / 2)),
                        1.0 * radius(t + 0.03 * math.sin(math.pi * k / 2)) * math.sin(math.tau * k / n),
                    )
                    for k in range(n)
                ]
                d.add(
                    f"zigzag_{i + 1}",
                    sweep(path, 0.016 * h, closed=True, smooth=False, sides=6).move(y=y),
                    "paint",
                    group="pattern",
                )
            else:
                lean = math.degrees(math.atan2(radius(t - 0.02) - radius(t + 0.02), 0.04 * h))
                d.add(
                    f"dots_{i + 1}",
                    sphere(0.06 * h, 0.06 * h, 0.02 * h).rotate(x=-lean).move(z=q).around(v.dots).move(y=h * t + y),
                    "paint",
                    group="pattern",
                )
    elif v.kind == "scaled":
        scales = []
        for j in range(8):
            t = 0.1 + 0.8 * j / 7
            q = radius(t)
            n = max(6, round(math.tau * q / (0.17 * h)))
            lean = math.degrees(math.atan2(radius(t - 0.02) - radius(t + 0.02), 0.04 * h))
            scales.append(
                sphere(0.1 * h, 0.11 * h, 0.03 * h)
                .rotate(x=-lean - 14)
                .move(z=0.985 * q)
                .around(n)
                .rotate(y=180 / n * (j % 2))
                .move(y=h * t + y)
            )
        d.add("scales", union(*scales), "shell", group="scales")
    d.point("top", (0, y + h, 0), size=r)
    d.point("grip", (0, y + 0.4 * h, 0), size=2 * r)
    return d
