"""Harps."""

from __future__ import annotations

import itertools
import math

from maquette.shapes.api import box, cylinder, extrude, lathe, sphere, sweep, torus, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Flag, Real, Values, Whole, family
from maquette.shapes.sub.outlines import rod


@family(
    "harp",
    "music",
    nouns={"lyre": {"height": 0.75}, "concert harp": {"height": 1.8}, "celtic harp": {"height": 1.1}},
    parameters=(
        Real("height", 1.3, 0.75, 1.85),
        Real("width", 0.56, 0.48, 0.66, unit="", about="share of the height"),
        Whole("strings", 18, 12, 26),
        Real("thickness", 0.045, 0.036, 0.056, unit=""),
        Real("curve", 1.0, 0.6, 1.4, unit=""),
        Flag("scroll", 0.7),
        Flag("crown", 0.4),
        Real("soundbox", 0.13, 0.1, 0.17, unit=""),
        Whole("holes", 4, 3, 5),
    ),
    slots={
        "frame": ("gold", "mahogany", "walnut", "oak", "paint:#e8e0d0"),
        "box": ("walnut", "pine:#c89a58", "mahogany"),
        "string": ("silver", "bone:#efe6d0", "brass"),
        "trim": ("gold", "brass"),
        "hole": ("paint:#1a120c",),
    },
    words={"strings": {}, "scroll": {"scroll": True}},
    paints={"strings": "string", "pillar": "frame", "neck": "frame"},
    height=(0.7, 2.05),
)
def harp(v: Values) -> Draft:
    """Soundbox, pillar and a curved neck with strings between, seen from its side."""
    h, t = v.height, v.thickness * v.height
    w = v.width * h
    d = Draft(extent=1.05 * h)
    x0, x1 = -w / 2, w / 2
    base = 0.08 * h
    d.add(
        "base",
        union(
            box(0.5 * w, 0.06 * h, 0.3 * h, 0.012 * h).move(-0.22 * w, 0.03 * h, 0),
            box(0.4 * w, 0.05 * h, 0.22 * h, 0.012 * h).move(-0.22 * w, 0.075 * h, 0),
        ),
        "frame",
        group="base",
    )
    b = v.soundbox * h
    start, end = (x0 + 0.35 * w, base, 0.0), (x1 - 0.02 * w, 0.8 * h, 0.0)
    lean = math.degrees(math.atan2(end[0] - start[0], end[1] - start[1]))
    long = math.hypot(end[0] - start[0], end[1] - start[1])
    box_ = (
        extrude([(-b, 0), (b, 0), (0.45 * b, long), (-0.45 * b, long)], 0.9 * b, bevel=0.1 * b)
        .rotate(y=90)
        .rotate(z=-lean)
        .move(start[0] + 0.25 * b, start[1], 0)
    )
    d.add("soundbox", box_, "box")
    holes = [
        sphere(0.06 * b, 0.3 * b, 0.26 * b)
        .rotate(z=-lean)
        .move(
            start[0] + 0.25 * b + (end[0] - start[0]) * q + 0.45 * b * math.cos(math.radians(lean)),
            start[1] + (end[1] - start[1]) * q - 0.45 * b * math.sin(math.radians(lean)),
            0,
        )
        for q in [0.18 + 0.6 * k / v.holes for k in range(v.holes)]
    ]
    d.add("holes", union(*holes), "hole")
    px = x0 + 0.06 * w
    d.add(
        "pillar",
        union(
            sweep(
                [(x0 + 0.3 * w, base - 0.02 * h, 0), (px, 0.22 * h, 0), (px, 0.6 * h, 0), (px + 0.02 * w, 0.95 * h, 0)],
                [0.8 * t, 0.62 * t, 0.55 * t, 0.7 * t],
            ),
            *(torus(0.62 * t, 0.16 * t).move(px, y * h, 0) for y in (0.3, 0.82)),
        ),
        "frame",
        group="pillar",
    )
    c = 0.11 * h * v.curve
    neck = [
        (px - 0.02 * w, 0.96 * h, 0),
        (px + 0.14 * w, 0.965 * h, 0),
        (px + 0.36 * w, 0.94 * h - 0.8 * c, 0),
        (px + 0.62 * w, 0.9 * h - 0.9 * c, 0),
        (px + 0.84 * w, 0.9 * h - 0.2 * c, 0),
        (end[0], end[1] + 0.0 * h, 0),
    ]
    d.add("neck", sweep(neck, [0.75 * t, 0.7 * t, 0.62 * t, 0.62 * t, 0.7 * t, 0.55 * t]).scale(1, 1, 0.8), "frame")
    if v.scroll:
        d.add(
            "scroll",
            union(
                cylinder(1.25 * t, 0.9 * t, bevel=0.15 * t),
                cylinder(0.75 * t, 1.25 * t, bevel=0.15 * t),
                cylinder(0.3 * t, 1.5 * t, bevel=0.1 * t),
            )
            .rotate(x=90)
            .move(px - 0.2 * t, 0.965 * h, 0),
            "trim",
        )
    if v.crown:
        d.add(
            "crown",
            lathe(
                [(0, 0), (0.75 * t, 0), (0.95 * t, 0.5 * t), (0.6 * t, 0.9 * t), (0.8 * t, 1.3 * t), (0, 1.6 * t)]
            ).move(px + 0.02 * w, 0.975 * h, 0),
            "trim",
        )
    strings, pins = [], []
    for k in range(v.strings):
        q = (k + 0.7) / (v.strings + 0.4)
        x = px + 0.14 * w + (end[0] - px - 0.2 * w) * q
        u = (x - start[0]) / (end[0] - start[0])
        low = base + 0.01 * h if u < 0 else start[1] + (end[1] - start[1]) * u
        if u < 0.02:
            low = start[1] + 0.02 * h
            foot = start[0] + 0.02 * w
        else:
            foot = x
        # The height of the neck, by the control points that the spline goes through.
        for (xa, ya, _), (xb, yb, _) in itertools.pairwise(neck):
            if xa <= x <= xb:
                high = ya + (yb - ya) * (x - xa) / (xb - xa)
        if high - low < 0.06 * h:
            continue
        strings.append(rod((foot, low, 0), (x, high, 0), radius=0.0034 * h))
        pins.append(cylinder(0.006 * h, 1.6 * t).rotate(x=90).move(x, high, 0))
    d.add("strings", union(*strings), "string", group="strings")
    d.add("pins", union(*pins), "trim")
    d.point("top", (0, h, 0), size=w)
    return d
