"""Ferris wheels: two rims with spokes, cabins that hang between them, two trestles."""

from __future__ import annotations

import math

from maquette.shapes.api import Point3, box, cone, cylinder, extrude, lathe, sphere, torus, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, Whole, family
from maquette.shapes.node import Node
from maquette.shapes.sub.outlines import bar, rod


@family(
    "ferris wheel",
    "building",
    nouns={
        "big wheel": {},
        "observation wheel": {"cabin": "capsule"},
        "london eye": {"cabin": "capsule", "cabins": 20},
        "fairground wheel": {"cabin": "gondola"},
        "amusement park wheel": {},
    },
    parameters=(
        Choice("cabin", ("gondola", "cabin", "capsule")),
        Real("radius", 9.0, 6.0, 14.0, about="of the wheel"),
        Real("width", 0.3, 0.24, 0.36, unit="", about="of the stand, share of the radius"),
        Real("clearance", 0.2, 0.15, 0.28, unit="", about="under the wheel, share of the radius"),
        Real("spread", 0.62, 0.5, 0.75, unit="", about="of the legs, share of the radius"),
        Whole("cabins", 12, 8, 20),
        Whole("rings", 2, 1, 2),
        Flag("lights", 0.8),
        Flag("star", 0.6),
        Flag("platform", 0.9),
        Flag("booth", 0.6),
        Flag("zigzag", 0.7),
    ),
    slots={
        "wheel": ("paint:#f2efe6", "paint:#c8281e", "paint:#2a5fb0", "paint:#e8b030"),
        "stand": ("paint:#2a5fb0", "paint:#e8e4da", "paint:#a8281e", "steel"),
        "cabins": ("paint:#d8342a", "paint:#2a8a5a", "paint:#2a6ac0"),
        "others": ("paint:#f0b428", "paint:#e8742a", "paint:#7a3fa0"),
        "roofs": ("paint:#f4efe2", "paint:#f0c040"),
        "lights": ("glow:#ffd060", "glow:#60d0ff", "glow:#ff60b0"),
        "hub": ("paint:#f0b428", "gold", "paint:#d8342a"),
        "platform": ("planks", "concrete"),
        "rail": ("steel", "paint:#f2efe6"),
        "glass": ("dark glass",),
    },
    words={
        "lights": {"lights": True},
        "lit": {"lights": True},
        "star": {"star": True},
        "cabins": {},
        "gondolas": {"cabin": "gondola"},
        "capsules": {"cabin": "capsule"},
    },
    paints={"gondolas": "cabins", "frame": "stand", "legs": "stand", "spokes": "wheel", "rim": "wheel"},
    height=(12.0, 34.0),
)
def ferris_wheel(v: Values) -> Draft:
    """The wheel faces the front."""
    r = v.radius
    d = Draft(extent=2.3 * r)
    y = r * (1 + v.clearance) + 0.12 * r
    half = 0.5 * 0.8 * v.width * r
    t = 0.014 * r
    n = v.cabins
    turns = [2 * math.pi * (i + 0.5) / n for i in range(n)]

    def at(a: float, rr: float, z: float) -> Point3:
        return (rr * math.sin(a), y + rr * math.cos(a), z)

    rings = [r, 0.88 * r] if v.rings > 1 else [r]
    rims: list[Node] = [torus(q, 1.1 * t).rotate(x=90).move(0, y, s * half) for q in rings for s in (1, -1)]
    inner = 0.42 * r
    rims += [torus(inner, 0.8 * t).rotate(x=90).move(0, y, s * half) for s in (1, -1)]
    for i, a in enumerate(turns):
        b = turns[(i + 1) % n]
        for s in (1, -1):
            rims.append(rod(at(a, 0.04 * r, s * half), at(a, r, s * half), radius=0.75 * t))
            if v.zigzag:
                mid = (a + b) / 2 if b > a else (a + b) / 2 + math.pi
                low = 0.88 * r if v.rings > 1 else inner
                rims.append(rod(at(a, r, s * half), at(mid, low, s * half), radius=0.5 * t))
                rims.append(rod(at(mid, low, s * half), at(b, r, s * half), radius=0.5 * t))
        rims.append(rod(at(a, r, half), at(a, r, -half), radius=0.9 * t))
        rims.append(rod(at(a, inner, half), at(a, inner, -half), radius=0.6 * t))
    d.add("wheel", union(*rims), "wheel", group="wheel")
    wide = half + 0.16 * r
    hub = cylinder(0.075 * r, 2 * half + 0.08 * r, bevel=0.01 * r).rotate(x=90).move(0, y, 0)
    d.add("hub", hub, "hub", group="hub")
    if v.star:
        points = [
            (
                0.16 * r * (1 if k % 2 else 0.45) * math.sin(math.pi * k / 8),
                0.16 * r * (1 if k % 2 else 0.45) * math.cos(math.pi * k / 8),
            )
            for k in range(16)
        ]
        d.add(
            "star",
            extrude(list(reversed(points)), 0.03 * r, bevel=0.004 * r).move(0, y, half + 0.035 * r),
            "hub",
            group="hub",
        )
    d.add("axle", cylinder(0.035 * r, 2 * wide + 0.1 * r, bevel=0.006 * r).rotate(x=90).move(0, y, 0), "rail", group="hub")  # fmt: skip
    # Trestles.
    legs: list[Node] = []
    foot = v.spread * r
    for s in (1, -1):
        z0, z1 = s * (wide + 0.12 * r), s * wide
        legs += [bar((k * foot, 0.06 * r, z0), (k * 0.01 * r, y, z1), 0.05 * r) for k in (1, -1)]
        h = 0.42 * y
        x = foot * (1 - h / y)
        legs.append(bar((-x, h, z0 + (z1 - z0) * h / y), (x, h, z0 + (z1 - z0) * h / y), 0.03 * r))
        legs.append(box(0.12 * r, 0.14 * r, 0.09 * r, 0.01 * r).move(0, y, z1))
        legs += [box(0.14 * r, 0.1 * r, 0.14 * r, 0.01 * r).move(k * foot, 0.05 * r, z0) for k in (1, -1)]
    d.add("stand", union(*legs), "stand", group="stand")
    # Cabins hang straight down from the bars at the rim.
    c = min(0.17 * r, 0.62 * math.pi * r / n, 1.25 * half, 0.5 * (v.clearance + 0.12) * r)
    body, roof, glass = _cabin(v.cabin, c)
    for slot, picks in (("cabins", turns[::2]), ("others", turns[1::2])):
        d.add(slot, union(*(body.move(*at(a, r, 0)) for a in picks)), slot, group="cabins")
    d.add("roofs", union(*(roof.move(*at(a, r, 0)) for a in turns)), "roofs", group="cabins")
    if glass is not None:
        d.add("windows", union(*(glass.move(*at(a, r, 0)) for a in turns)), "glass", group="cabins")
    if v.lights:
        bulbs = [sphere(1.5 * t).move(*at(a + k * math.pi / n, r, half + 0.9 * t)) for a in turns for k in (0, 1)]
        bulbs += [sphere(1.3 * t).move(*at(a, q * r, half + 0.5 * t)) for a in turns for q in (0.42, 0.65)]
        d.add("lights", union(*bulbs), "lights", group="lights")
    low = 0.05 * r
    if v.platform:
        deep = 2 * (wide + 0.26 * r)
        d.add(
            "platform",
            union(
                box(2 * foot + 0.3 * r, low, deep, 0.01 * r).move(0, low / 2, 0),
                box(0.7 * r, low, 0.2 * r, 0.008 * r).move(0, 0.25 * low + 0.01 * r, deep / 2 + 0.05 * r),
            ),
            "platform",
            group="platform",
        )
        x, z = foot + 0.12 * r, deep / 2 - 0.03 * r
        fence: list[Node] = []
        for s in (1, -1):
            fence += [rod((s * 0.3 * r, low + q * r, z), (s * x, low + q * r, z), radius=0.007 * r) for q in (0.06, 0.11)]  # fmt: skip
            fence += [
                rod(
                    (s * (0.3 * r + (x - 0.3 * r) * k / 3), low - 0.01 * r, z),
                    (s * (0.3 * r + (x - 0.3 * r) * k / 3), low + 0.115 * r, z),
                    radius=0.009 * r,
                )
                for k in range(4)
            ]
        d.add("fence", union(*fence), "rail", group="platform")
        if v.booth:
            x = foot - 0.08 * r
            z -= 0.13 * r
            d.add("booth", box(0.2 * r, 0.26 * r, 0.17 * r, 0.008 * r).move(-x, low + 0.125 * r, z), "cabins", group="booth")  # fmt: skip
            d.add(
                "booth_window",
                box(0.13 * r, 0.09 * r, 0.02 * r).move(-x, low + 0.16 * r, z + 0.082 * r),
                "glass",
                group="booth",
            )
            d.add("booth_roof", cone(0.19 * r, 0.12 * r, 4).rotate(y=45).move(-x, low + 0.3 * r, z), "roofs", group="booth")  # fmt: skip
    else:
        d.add(
            "sills",
            union(
                *(box(2 * foot, 0.05 * r, 0.1 * r).move(0, 0.025 * r, s * (wide + 0.12 * r)) for s in (1, -1)),
                box(0.1 * r, 0.05 * r, 2 * wide + 0.24 * r).move(0, 0.025 * r, 0),
            ),
            "platform",
            group="stand",
        )
    d.point("top", (0, y + r, 0))
    d.point("seat", (0, y - r - c, 0), size=c)
    return d


def _cabin(kind: str, c: float) -> tuple[Node, Node, Node | None]:
    """(body, roof with hanger, windows) of a cabin whose hook is at the origin, about 2c high."""
    if kind == "capsule":
        body = sphere(1.15 * c, 0.8 * c, 0.8 * c).move(y=-0.75 * c)
        band = sphere(1.17 * c, 0.82 * c, 0.82 * c).move(y=-0.75 * c) & box(3 * c, 0.5 * c, 3 * c).move(y=-0.72 * c)
        return body, cylinder(0.12 * c, 0.5 * c).move(y=-0.12 * c), band
    if kind == "cabin":
        body = union(
            box(1.3 * c, 0.62 * c, 1.2 * c, 0.08 * c).move(y=-1.45 * c),
            *(
                box(0.1 * c, 1.2 * c, 0.1 * c).move(s * 0.58 * c, -0.95 * c, t * 0.53 * c)
                for s in (1, -1)
                for t in (1, -1)
            ),
        )
        roof = union(cone(1.05 * c, 0.42 * c, 4).rotate(y=45).move(y=-0.28 * c), cylinder(0.08 * c, 0.4 * c).move(y=-0.1 * c))  # fmt: skip
        return body, roof, box(1.16 * c, 0.7 * c, 1.06 * c).move(y=-0.85 * c)
    cup = lathe(
        [
            (0.03 * c, -1.75 * c),
            (0.5 * c, -1.7 * c),
            (0.68 * c, -1.45 * c),
            (0.74 * c, -1.05 * c),
            (0.66 * c, -1.05 * c),
            (0.58 * c, -1.4 * c),
            (0.03 * c, -1.5 * c),
        ],
        sides=16,
    )
    top = lathe(
        [(0.03 * c, -0.45 * c), (0.85 * c, -0.5 * c), (0.8 * c, -0.38 * c), (0.4 * c, -0.15 * c), (0.03 * c, 0.0)],
        sides=16,
    )
    pole = cylinder(0.06 * c, 1.6 * c).move(y=-0.75 * c)
    return cup, union(top, pole), None
