"""Cups, mugs and goblets."""

from __future__ import annotations

import math

from maquette.shapes.api import box, extrude, lathe, sphere, sweep, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, Whole, family
from maquette.shapes.sub.outlines import ring_of
from maquette.shapes.sub.vessels import Vessel

CHINA = ("ceramic:#c8452f", "porcelain", "ceramic:#2f6f8a", "ceramic:#e0a13a", "ceramic:#4f7f5a", "ceramic:#3b3f55")


@family(
    "cup",
    "household",
    nouns={
        "mug": {"shape": "straight", "saucer": False, "handle": True},
        "coffee mug": {"shape": "straight", "saucer": False, "handle": True},
        "coffee cup": {"drink": True},
        "teacup": {"shape": "bowl", "saucer": True, "handle": True, "height": 0.065},
        "tea cup": {"shape": "bowl", "saucer": True, "handle": True, "height": 0.065},
        "espresso cup": {"height": 0.06, "saucer": True},
        "beer mug": {"shape": "barrel", "handle": True, "height": 0.14, "saucer": False},
        "tankard": {"shape": "tapered", "handle": True, "height": 0.15, "bands": 2, "saucer": False},
        "tumbler": {"handle": False, "saucer": False},
        "beaker": {"handle": False, "saucer": False},
    },
    parameters=(
        Real("height", 0.095, 0.06, 0.15),
        Real("radius", 0.041, 0.034, 0.052),
        Choice("shape", ("straight", "bowl", "tapered", "barrel", "flared")),
        Real("thickness", 0.004, 0.0032, 0.006),
        Flag("handle", 0.85),
        Choice("handle_shape", ("ear", "square", "drop")),
        Real("handle_size", 0.55, 0.45, 0.65, unit="", about="share of the height"),
        Flag("saucer", 0.3),
        Flag("drink", 0.65),
        Whole("bands", 0, 0, 2),
        Flag("spoon", 0.15),
    ),
    slots={
        "body": CHINA,
        "drink": ("chocolate:#3a2113", "paint:#6b3a1c", "cream:#c9a27a"),
        "band": ("gold", "ceramic", "ceramic:#2c4f74"),
        "saucer": ("porcelain", "ceramic"),
        "spoon": ("silver",),
    },
    words={
        "handle": {"handle": True},
        "saucer": {"saucer": True},
        "coffee": {"drink": True},
        "tea": {"drink": True},
        "spoon": {"spoon": True, "saucer": True},
        "empty": {"drink": False},
        "stripes": {"bands": 2},
        "bands": {"bands": 2},
    },
    paints={"handle": "body", "coffee": "drink", "tea": "drink", "rim": "band", "stripes": "band", "stripe": "band"},
    height=(0.05, 0.19),
)
def cup(v: Values) -> Draft:
    """A turned wall with a handle at its own left, perhaps on a saucer."""
    h, r, lift = v.height, v.radius, 0.012 if v.saucer else 0.0
    r = min(r, 0.62 * h + 0.01)
    d = Draft(extent=max(h, 2 * r + 0.03) if not v.saucer else 0.16)
    shapes = {
        "straight": [(0.92 * r, 0), (r, 0.07 * h), (r, 0.5 * h), (r, h)],
        "bowl": [(0.5 * r, 0), (0.55 * r, 0.06 * h), (0.88 * r, 0.3 * h), (1.08 * r, 0.7 * h), (1.14 * r, h)],
        "tapered": [(1.02 * r, 0), (1.08 * r, 0.06 * h), (0.95 * r, 0.5 * h), (0.86 * r, h)],
        "barrel": [(0.82 * r, 0), (0.92 * r, 0.1 * h), (1.05 * r, 0.45 * h), (0.98 * r, 0.8 * h), (0.93 * r, h)],
        "flared": [(0.7 * r, 0), (0.76 * r, 0.06 * h), (0.82 * r, 0.5 * h), (0.95 * r, 0.85 * h), (1.1 * r, h)],
    }
    body = Vessel.of([(a, y + lift) for a, y in shapes[v.shape]], v.thickness, floor=lift + 0.006)
    d.add("body", body.solid(), "body")
    mid = lift + 0.52 * h
    if v.handle:
        gap = 0.5 * v.handle_size * h
        out = 0.26 * min(h, 0.11) + 0.006
        d.add(
            "handle", body.handle(mid + gap, mid - gap, out, 0.0085 + 0.02 * v.thickness, v.handle_shape, 1.5), "body"
        )
        d.point("grip", (body.radius(mid) + out, mid, 0), size=0.02)
    else:
        d.point("grip", (0, mid, 0), size=2 * r)
    if v.drink:
        d.add("drink", body.fill(lift + 0.86 * h), "drink")
    for i in range(v.bands):
        y = lift + (0.84, 0.16)[i] * h
        d.add(f"band_{i + 1}", body.band(y, y + 0.05 * h, 0.0008), "band", group="bands")
    if v.saucer:
        s = 0.076
        d.add(
            "saucer",
            lathe(
                [
                    (0.034, 0),
                    (0.036, 0.004),
                    (0.06, 0.008),
                    (s, 0.017),
                    (s - 0.001, 0.0195),
                    (0.058, 0.0125),
                    (0.036, 0.0105),
                    (0, 0.0125),
                ]
            ),
            "saucer",
        )
        if v.spoon:
            spoon = union(
                sphere(0.011, 0.003, 0.016).move(z=0.045),
                sweep([(0, 0.0, 0.032), (0, 0.002, 0.0), (0, 0.004, -0.05)], [0.002, 0.0018, 0.003]),
            )
            d.add("spoon", spoon.rotate(y=62).move(-0.035, 0.0155, 0.048), "spoon")
    d.point("top", (0, lift + h, 0), size=2 * r)
    return d


@family(
    "goblet",
    "household",
    nouns={
        "wine glass": {"shape": "tulip"},
        "chalice": {"gems": 6, "knop": True},
        "grail": {"gems": 6, "knop": True, "shape": "cup"},
        "champagne glass": {"shape": "flute", "gems": 0},
        "cocktail glass": {"shape": "cone", "gems": 0},
        "martini glass": {"shape": "cone", "gems": 0},
    },
    parameters=(
        Real("height", 0.18, 0.14, 0.24),
        Real("radius", 0.042, 0.034, 0.055),
        Choice("shape", ("cup", "tulip", "flute", "cone", "bell")),
        Real("bowl", 0.48, 0.4, 0.58, unit="", about="share of the height"),
        Real("stem_radius", 0.0065, 0.005, 0.01),
        Real("foot_radius", 0.036, 0.03, 0.045),
        Flag("knop", 0.6, about="a knot on the stem"),
        Whole("gems", 0, 0, 8),
        Flag("drink", 0.7),
    ),
    slots={
        "body": ("gold", "silver", "glass", "bronze", "walnut"),
        "gem": ("gem", "gem:#1f5fd0", "gem:#18a05a"),
        "drink": ("paint:#5c0f22", "paint:#8a1a2c", "paint:#c9a63a"),
        "trim": ("gold", "silver", "brass"),
    },
    words={"gems": {"gems": 6}, "jewels": {"gems": 6}, "wine": {"drink": True}, "empty": {"drink": False}},
    paints={"wine": "drink", "jewels": "gem", "gems": "gem", "stem": "body", "foot": "body", "rim": "trim"},
    height=(0.12, 0.26),
)
def goblet(v: Values) -> Draft:
    """Foot, stem and bowl turned in one."""
    h, r, s, f = v.height, v.radius, v.stem_radius, v.foot_radius
    if v.shape == "flute":
        r = 0.72 * r
    low, b = h * (1 - v.bowl), h * v.bowl
    d = Draft(extent=h)
    bowls = {
        "cup": [(s, 0), (0.7 * r, 0.12 * b), (r, 0.45 * b), (1.02 * r, b)],
        "tulip": [(s, 0), (0.72 * r, 0.16 * b), (1.08 * r, 0.45 * b), (0.98 * r, 0.75 * b), (0.84 * r, b)],
        "flute": [(s, 0), (0.55 * r, 0.14 * b), (0.95 * r, 0.5 * b), (r, b)],
        "cone": [(s, 0), (0.5 * r, 0.35 * b), (1.25 * r, b)],
        "bell": [(s, 0), (0.75 * r, 0.08 * b), (0.86 * r, 0.45 * b), (1.15 * r, b)],
    }
    wall = max(0.0026, 0.013 * h)
    cup_ = Vessel.of([(a, low + y) for a, y in bowls[v.shape]], wall, floor=low + 0.1 * b, smooth=v.shape != "cone")
    d.add("bowl", cup_.solid(), "body")
    stem = [
        (f, 0),
        (f, 0.004),
        (0.8 * f, 0.008),
        (2.2 * s, 0.018),
        (1.1 * s, 0.035),
        (0.9 * s, 0.7 * low),
        (1.0 * s, low + 0.004),
        (0.9 * s, low + 0.05 * b),
    ]
    d.add("stem", lathe(stem), "body")
    mid = 0.018 + 0.5 * (low - 0.018)
    if v.knop:
        d.add(
            "knop",
            lathe(
                [
                    (0.9 * s, mid - 2.2 * s),
                    (2.4 * s, mid - 0.6 * s),
                    (2.4 * s, mid + 0.6 * s),
                    (0.9 * s, mid + 2.2 * s),
                ],
                smooth=True,
            ),
            "trim",
        )
    if v.gems:
        y = low + 0.5 * b
        rr = cup_.radius(y)
        for i, (x, z) in enumerate(ring_of(v.gems, rr + 0.0002, 90)):
            d.add(f"gem_{i + 1}", sphere(0.085 * r + 0.0015).move(x, y, z), "gem", group="gems")
        d.add("band", cup_.band(y - 0.16 * r, y + 0.16 * r, 0.0012), "trim")
    if v.drink:
        d.add("drink", cup_.fill(low + 0.8 * b), "drink")
    d.point("grip", (0, mid, 0), size=3 * s)
    d.point("top", (0, h, 0), size=2 * r)
    return d


@family(
    "trophy",
    "household",
    nouns={"cup trophy": {}, "award": {}, "prize cup": {}},
    parameters=(
        Real("height", 0.36, 0.24, 0.5),
        Real("radius", 0.085, 0.06, 0.12),
        Choice("shape", ("bell", "cup", "tulip")),
        Flag("handles", 0.85),
        Flag("star", 0.4),
        Flag("lid", 0.3),
        Real("base_height", 0.07, 0.04, 0.1),
        Choice("base", ("square", "round", "stepped")),
        Flag("plaque", 0.8),
    ),
    slots={
        "body": ("gold", "silver", "bronze"),
        "base": ("walnut", "obsidian", "marble", "mahogany"),
        "plaque": ("gold", "silver"),
        "star": ("gold", "silver"),
    },
    words={"handles": {"handles": True}, "star": {"star": True}, "lid": {"lid": True}},
    paints={"cup": "body", "pedestal": "base"},
    height=(0.2, 0.7),
)
def trophy(v: Values) -> Draft:
    """A cup with two handles on a base with a plaque."""
    h, r, b = v.height, v.radius, v.base_height
    d = Draft(extent=h)
    wide = 0.8 * r
    if v.base == "round":
        d.add(
            "base", lathe([(1.1 * wide, 0), (1.1 * wide, 0.15 * b), (wide, 0.25 * b), (0.9 * wide, b), (0, b)]), "base"
        )
    else:
        d.add(
            "base",
            box(1.9 * wide, b, 1.9 * wide, 0.004).move(y=b / 2)
            if v.base == "square"
            else union(
                box(2.1 * wide, 0.4 * b, 2.1 * wide, 0.004).move(y=0.2 * b),
                box(1.7 * wide, 0.7 * b, 1.7 * wide, 0.004).move(y=0.65 * b),
            ),
            "base",
        )
    if v.plaque:
        face = {"square": 0.95 * wide, "round": 0.93 * wide, "stepped": 0.85 * wide}[v.base]
        d.add("plaque", box(0.9 * wide, 0.42 * b, 0.008, 0.001).move(y=0.62 * b, z=face), "plaque")
    stem, bowl = 0.22 * (h - b), 0.78 * (h - b)
    y0 = b + stem
    shapes = {
        "bell": [(0.16 * r, 0), (0.62 * r, 0.12 * bowl), (0.8 * r, 0.45 * bowl), (r, 0.85 * bowl), (1.12 * r, bowl)],
        "cup": [(0.16 * r, 0), (0.8 * r, 0.16 * bowl), (r, 0.55 * bowl), (r, bowl)],
        "tulip": [
            (0.16 * r, 0),
            (0.75 * r, 0.15 * bowl),
            (1.05 * r, 0.5 * bowl),
            (0.9 * r, 0.8 * bowl),
            (1.02 * r, bowl),
        ],
    }
    cup_ = Vessel.of([(a, y0 + y) for a, y in shapes[v.shape]], 0.05 * r, floor=y0 + 0.1 * bowl)
    # Below a lid there would be a room that nobody sees.
    d.add("bowl", lathe([(float(a), float(y)) for a, y in cup_.outer]) if v.lid else cup_.solid(), "body")
    d.add(
        "stem",
        lathe(
            [
                (0.6 * r, b - 0.003),
                (0.55 * r, b + 0.1 * stem),
                (0.2 * r, b + 0.35 * stem),
                (0.14 * r, b + 0.5 * stem),
                (0.3 * r, b + 0.65 * stem),
                (0.14 * r, b + 0.8 * stem),
                (0.4 * r, y0 + 0.07 * bowl),
            ]
        ),
        "body",
    )
    d.add("band", cup_.band(y0 + 0.9 * bowl, y0 + 0.97 * bowl, 0.02 * r), "body")
    if v.handles:
        handle = cup_.handle(y0 + 0.85 * bowl, y0 + 0.25 * bowl, 0.42 * r, 0.14 * r, "drop")
        d.add("handle_left", handle, "body", group="handles")
        d.add("handle_right", handle.mirror("x"), "body", group="handles")
    if v.star:
        points = [
            (
                (0.34 if i % 2 == 0 else 0.15) * r * math.sin(math.pi * i / 5),
                (0.34 if i % 2 == 0 else 0.15) * r * math.cos(math.pi * i / 5),
            )
            for i in range(10)
        ]
        y = y0 + 0.6 * bowl
        d.add("star", extrude(points, 0.14 * r, bevel=0.03 * r).move(y=y, z=cup_.radius(y) - 0.01 * r), "star")
    if v.lid:
        d.add(
            "lid",
            lathe(
                [
                    (0.5 * r, h - 0.03 * r),
                    (cup_.radius(h) + 0.02 * r, h + 0.01 * r),
                    (0.8 * r, h + 0.12 * r),
                    (0.3 * r, h + 0.3 * r),
                    (0.12 * r, h + 0.36 * r),
                    (0.1 * r, h + 0.42 * r),
                    (0, h + 0.44 * r),
                ]
            ),
            "body",
        )
        d.add("finial", sphere(0.13 * r).move(y=h + 0.5 * r), "body")
    d.point("grip", (0, b + 0.5 * stem, 0), size=0.3 * r)
    d.point("top", (0, h + (0.6 * r if v.lid else 0), 0), size=2 * r)
    return d
