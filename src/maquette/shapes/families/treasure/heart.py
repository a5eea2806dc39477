"""Hearts: the symbol, with banners, arrows and wings, and the organ with its vessels."""

from __future__ import annotations

import math

from maquette.shapes.api import Point2, box, cone, cylinder, extrude, sweep, torus, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, Whole, family
from maquette.shapes.node import Node
from maquette.shapes.sub.flesh import Flesh, Point3
from maquette.shapes.sub.hulls import along_z
from maquette.shapes.sub.wings import feathered


@family(
    "heart",
    "treasure",
    nouns={
        "love heart": {"kind": "puffed"},
        "heart symbol": {"kind": "flat"},
        "heart shape": {"kind": "flat"},
        "valentine heart": {"kind": "puffed"},
        "human heart": {"kind": "anatomical"},
        "anatomical heart": {"kind": "anatomical"},
        "real heart": {"kind": "anatomical"},
        "pixel heart": {"kind": "pixel"},
        "winged heart": {"kind": "puffed", "wings": True},
        "broken heart": {"kind": "flat", "crack": True},
        "mechanical heart": {"kind": "anatomical"},
    },
    parameters=(
        Choice("kind", ("puffed", "flat", "pixel", "anatomical")),
        Real("height", 0.3, 0.1, 0.6),
        Real("width", 1.06, 0.95, 1.2, unit="", about="in heights"),
        Real("depth", 0.42, 0.3, 0.55, unit="", about="in heights"),
        Real("point", 1.0, 0.85, 1.15, unit="", about="how pointed below"),
        Real("tilt", 0.0, -8.0, 8.0, unit="deg"),
        Whole("vessels", 5, 3, 6, about="of the organ"),
        Flag("base", 0.35),
        Flag("arrow", 0.15),
        Flag("wings", 0.12),
        Flag("crack", 0.05),
        Flag("shine", 0.4),
    ),
    slots={
        "heart": ("paint:#d81e2c", "paint:#e8305a", "gem", "paint:#b0142a", "velvet:#a8182c"),
        "flesh": ("skin:#9a2a28", "skin:#b03a34", "skin:#7f2226"),
        "artery": ("skin:#c8322c", "skin:#b82a2a"),
        "vein": ("skin:#3a4f8f", "skin:#4a5a9a"),
        "fat": ("skin:#e0b070", "skin:#d8a868"),
        "shine": ("paint:#ffd8dc",),
        "base": ("marble", "walnut", "gold"),
        "arrow": ("gold", "wood"),
        "wings": ("feathers:#f4f0e8", "gold"),
    },
    words={
        "arrow": {"arrow": True},
        "wings": {"wings": True},
        "winged": {"wings": True},
        "cracked": {"crack": True},
        "broken": {"crack": True},
        "stand": {"base": True},
        "anatomical": {"kind": "anatomical"},
        "human": {"kind": "anatomical"},
    },
    paints={
        "body": "heart",
        "arteries": "artery",
        "veins": "vein",
        "stand": "base",
        "pedestal": "base",
        "feathers": "wings",
    },
    height=(0.09, 0.8),
)
def heart(v: Values) -> Draft:
    """Its face to the front."""
    h = v.height
    low = 0.1 * h if v.base else 0.0
    d = Draft(extent=1.3 * h)
    if v.base:
        d.add(
            "base",
            union(
                cylinder(0.36 * h, 0.07 * h, bevel=0.015 * h).move(0, 0.035 * h, 0),
                cylinder(0.22 * h, 0.09 * h, 0.16 * h, bevel=0.01 * h).move(0, 0.1 * h, 0),
            ),
            "base",
            group="base",
        )
    if v.kind == "anatomical":
        _organ(d, v, h, low)
        d.point("top", (0, low + h, 0), size=0.3 * h)
        return d
    w = v.width * h
    deep = v.depth * h
    middle = low + 0.52 * h
    if v.kind == "pixel":
        rows = ("..##..##..", ".########.", "##########", "##########", ".########.", "..######..", "...####...", "....##....")  # fmt: skip
        p = h / len(rows)
        blocks = []
        for k, row in enumerate(rows):
            y = low + (len(rows) - k - 0.5) * p
            blocks += [box((b - a) * p, p * 1.002, 0.5 * deep).move(((a + b) / 2 - 5) * p, y, 0) for a, b in _runs(row)]
        d.add("heart", union(*blocks), "heart", group="heart")
        if v.shine:
            d.add(
                "shine",
                union(
                    box(p, p, 0.52 * deep).move(-3 * p + 0.5 * p, low + 5.5 * p, 0),
                    box(p, p, 0.52 * deep).move(-1.5 * p, low + 6.5 * p, 0),
                ),
                "shine",
            )
        face = 0.25 * deep
    elif v.kind == "flat":
        body = extrude(_outline(w, h, v.point), 0.55 * deep, bevel=0.12 * deep).rotate(z=v.tilt).move(0, middle, 0)
        if v.crack:
            zig: list[Point2] = [
                (-0.03, 0.5),
                (0.05, 0.24),
                (-0.07, 0.12),
                (0.06, -0.06),
                (-0.03, -0.2),
                (-0.0, -0.24),
                (0.035, -0.2),
                (0.11, -0.05),
                (-0.01, 0.13),
                (0.1, 0.25),
                (0.04, 0.5),
            ]
            body = body - extrude([(x * h, y * h) for x, y in zig], deep).move(0, middle, 0)
        d.add("heart", body, "heart", group="heart")
        if v.shine:
            glint = sweep(
                [
                    (-0.34 * w, middle + 0.06 * h, 0.27 * deep),
                    (-0.33 * w, middle + 0.2 * h, 0.27 * deep),
                    (-0.22 * w, middle + 0.29 * h, 0.27 * deep),
                ],
                0.02 * h,
                round_ends=True,
            )
            d.add("shine", glint, "shine")
        face = 0.27 * deep
    else:
        pillow = _pillow(_outline(w, h, v.point), deep).rotate(z=v.tilt).move(0, middle, 0)
        d.add("heart", pillow, "heart", group="heart")
        if v.shine:
            over = _pillow(_outline(w, h, v.point), 1.04 * deep).rotate(z=v.tilt).move(0, middle, 0)
            spot = (
                cylinder(0.05 * h, h)
                .rotate(x=90)
                .scale(1, 1.7, 1)
                .rotate(z=-38)
                .move(-0.24 * w, middle + 0.2 * h, 0.5 * h)
            )
            d.add("shine", over & spot, "shine")
        face = 0.45 * deep
    if v.arrow:
        shaft = [(-0.72 * w, middle + 0.22 * h, -0.1 * h - face * 0.3), (0.72 * w, middle - 0.12 * h, 0.1 * h + face * 0.3)]  # fmt: skip
        way = math.degrees(math.atan2(-0.34 * h, 1.44 * w))
        parts = [sweep(shaft, 0.022 * h, sides=10), cone(0.08 * h, 0.16 * h, 4).rotate(z=way - 90).move(*shaft[1])]
        parts += [
            box(0.2 * h, 0.1 * h, 0.018 * h)
            .rotate(x=r, z=way)
            .move(shaft[0][0] + 0.07 * h, shaft[0][1] - 0.015 * h, shaft[0][2])
            for r in (0, 90)
        ]
        d.add("arrow", union(*parts), "arrow", group="arrow")
    if v.wings:
        arm, feathers = feathered(0.85 * h, 0.4 * h, feathers=7)
        both = union(arm, feathers).rotate(y=14).move(0.3 * w, middle + 0.08 * h, -0.1 * h)
        d.add("wings", both.mirrored(), "wings", group="wings")
    d.point("top", (0, low + h, 0), size=0.3 * h)
    return d


def _runs(row: str) -> list[tuple[int, int]]:
    """(from, to) of the runs of # in a row."""
    out, start = [], None
    for i, c in enumerate(row + "."):
        if c == "#" and start is None:
            start = i
        elif c != "#" and start is not None:
            out.append((start, i))
            start = None
    return out


def _outline(w: float, h: float, point: float) -> list[Point2]:
    """The well-known curve 16 sin^3 t, 13 cos t - 5 cos 2t - 2 cos 3t - cos 4t, scaled to its box and centred."""
    raw = []
    for i in range(64):
        t = 2 * math.pi * (i + 0.5) / 64
        raw.append((16 * math.sin(t) ** 3, 13 * math.cos(t) - 5 * math.cos(2 * t) - 2 * math.cos(3 * t) - math.cos(4 * t)))  # fmt: skip
    low, high = min(y for _, y in raw), max(y for _, y in raw)
    out = []
    for x, y in raw:
        s = (y - low) / (high - low)
        out.append((x / 32 * w * (1 - 0.25 * (point - 1) * (1 - s)), (s - 0.52) * h))
    return out[::-1]


def _pillow(outline: list[Point2], deep: float) -> Node:
    """Rings of the outline, smaller to the front and to the back."""
    rings = []
    for k in range(-6, 7):
        a = math.radians(13.5 * k)
        share = math.cos(a) ** 0.62
        rings.append(([(x * share, y * share) for x, y in outline], 0.5 * deep * math.sin(a)))
    return along_z(rings)


def _organ(d: Draft, v: Values, h: float, low: float) -> None:
    """Ventricles, atria, aorta, pulmonary trunk and the great veins."""
    flesh = Flesh(0.05 * h, 72)
    flesh.chain(
        [(-0.03 * h, low + 0.44 * h, 0), (0.04 * h, low + 0.24 * h, 0.04 * h), (0.1 * h, low + 0.085 * h, 0.05 * h)],
        [0.25 * h, 0.2 * h, 0.085 * h],
    )
    flesh.chain([(-0.12 * h, low + 0.42 * h, 0.06 * h), (0.0, low + 0.2 * h, 0.09 * h)], [0.17 * h, 0.1 * h])
    flesh.chain([(-0.2 * h, low + 0.56 * h, 0.0), (-0.16 * h, low + 0.66 * h, 0.03 * h)], [0.13 * h, 0.09 * h])
    flesh.chain([(0.17 * h, low + 0.58 * h, -0.03 * h), (0.12 * h, low + 0.65 * h, 0.04 * h)], [0.12 * h, 0.08 * h])
    d.add("heart", flesh.node(), "flesh", group="heart")
    arch: list[Point3] = [
        (-0.04 * h, low + 0.55 * h, 0.02 * h),
        (-0.07 * h, low + 0.74 * h, 0.02 * h),
        (-0.01 * h, low + 0.87 * h, -0.02 * h),
        (0.11 * h, low + 0.84 * h, -0.08 * h),
        (0.14 * h, low + 0.66 * h, -0.13 * h),
        (0.13 * h, low + 0.5 * h, -0.14 * h),
    ]
    tubes = [sweep(arch, [0.085 * h, 0.08 * h, 0.075 * h, 0.07 * h, 0.06 * h, 0.055 * h])]
    for x, z, top in ((-0.05, 0.0, 0.985), (0.02, -0.03, 1.0), (0.085, -0.06, 0.975))[: max(1, v.vessels - 2)]:
        tubes.append(sweep([(x * h, low + 0.84 * h, z * h), (1.25 * x * h, low + top * h, z * h)], 0.03 * h))
    d.add("aorta", union(*tubes), "artery", group="vessels")
    trunk = [
        sweep(
            [
                (0.03 * h, low + 0.5 * h, 0.14 * h),
                (0.05 * h, low + 0.64 * h, 0.12 * h),
                (0.09 * h, low + 0.72 * h, 0.02 * h),
            ],
            0.07 * h,
        )
    ]
    trunk += [
        sweep([(0.08 * h, low + 0.7 * h, 0.03 * h), (s * 0.34 * h, low + 0.71 * h, -0.04 * h)], [0.055 * h, 0.045 * h])
        for s in (1, -1)
    ]
    cava = [
        sweep(
            [
                (-0.2 * h, low + 0.6 * h, -0.02 * h),
                (-0.19 * h, low + 0.8 * h, -0.02 * h),
                (-0.18 * h, low + 0.95 * h, -0.03 * h),
            ],
            0.055 * h,
        )
    ]
    if v.vessels > 3:
        cava.append(sweep([(-0.2 * h, low + 0.5 * h, -0.06 * h), (-0.2 * h, low + 0.2 * h, -0.08 * h)], 0.055 * h))
    d.add("veins", union(*trunk, *cava), "vein", group="vessels")
    lines = []
    for path in (
        ((0.02, 0.5), (0.05, 0.36), (0.09, 0.22), (0.1, 0.12)),
        ((0.05, 0.38), (-0.03, 0.3), (-0.06, 0.2)),
        ((0.06, 0.34), (0.14, 0.28), (0.18, 0.2)),
        ((-0.05, 0.5), (-0.14, 0.42), (-0.2, 0.34)),
    ):
        points = [flesh.hit((x * h, low + y * h, h), (x * h, low + y * h, 0)) for x, y in path]
        lines.append(sweep(points, [0.016 * h] * (len(points) - 1) + [0.006 * h], round_ends=True, sides=8))
    d.add("coronary", union(*lines[:2], lines[2]), "artery", group="vessels")
    d.add("coronary_vein", lines[3], "vein", group="vessels")
    d.add(
        "fat",
        union(torus(0.12 * h, 0.03 * h).scale(1.3, 1, 0.9).rotate(z=-14).move(-0.02 * h, low + 0.6 * h, 0.02 * h)),
        "fat",
        group="heart",
    )
