"""Saxophones: curved ones with a bell, and straight sopranos, with keys, rods and guards."""

from __future__ import annotations

import math

from maquette.shapes.api import box, cylinder, lathe, sphere, sweep, torus, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, Whole, family
from maquette.shapes.node import Node


@family(
    "saxophone",
    "music",
    nouns={
        "sax": {},
        "alto saxophone": {"kind": "alto"},
        "tenor saxophone": {"kind": "tenor"},
        "soprano saxophone": {"kind": "soprano"},
    },
    parameters=(
        Choice("kind", ("alto", "tenor", "soprano")),
        Real("height", 0.66, 0.58, 0.76),
        Real("bell", 0.062, 0.052, 0.074, about="radius of the bell"),
        Real("bore", 0.03, 0.026, 0.035, about="radius of the bow"),
        Real("bow", 0.075, 0.066, 0.086, about="distance of the bell's tube from the body"),
        Whole("keys", 9, 6, 12),
        Real("key_size", 0.016, 0.013, 0.019),
        Flag("guards", 0.85),
        Flag("pearls", 0.8, about="on the keys"),
        Flag("engraving", 0.5),
        Flag("stand", 0.55),
    ),
    slots={
        "body": ("brass", "gold", "gold:#e0b04a", "silver"),
        "keys": ("brass", "silver", "gold"),
        "pearls": ("porcelain", "porcelain:#e8dcc8"),
        "mouthpiece": ("plastic:#18181a",),
        "reed": ("bamboo",),
        "cork": ("cork",),
        "engraving": ("bronze",),
        "stand": ("gunmetal",),
    },
    words={"stand": {"stand": True}, "keys": {}, "pearls": {"pearls": True}, "engraved": {"engraving": True}},
    paints={"bell": "body", "horn": "body", "buttons": "pearls", "metal": "body"},
    height=(0.5, 1.05),
)
def saxophone(v: Values) -> Draft:
    """Stands upright, the bell to the front."""
    k = 1.22 if v.kind == "tenor" else 1.0
    h, r, g = v.height * k, v.bore * k, v.bow * k
    d = Draft(extent=h)
    straight = v.kind == "soprano"
    low = 0.05 if v.stand or straight else 0.0
    top = low + h
    if straight:
        body = lathe(
            [
                (0.0, low - 0.045),
                (v.bell * 0.8, low - 0.045),
                (v.bell * 0.82, low - 0.03),
                (0.6 * v.bell, low + 0.03),
                (0.024, low + 0.1),
                (0.012, top - 0.12),
                (0.009, top - 0.1),
                (0.0, top - 0.1),
            ]
        )
        d.add("body", body, "body", group="body")
    else:
        y0 = low + r + g / 2
        arc = [
            (0.0, y0 - g / 2 * math.sin(a), g / 2 - g / 2 * math.cos(a)) for a in (math.pi * i / 6 for i in range(7))
        ]
        path = [
            (0.0, top - 0.14 * k, 0.0),
            (0.0, low + 0.5 * h, 0.0),
            *arc,
            (0.0, low + 0.3 * h, g),
            (0.0, low + 0.44 * h, 1.05 * g),
        ]
        radii = [0.42 * r, 0.66 * r, *[0.85 * r + 0.25 * r * i / 6 for i in range(7)], 1.22 * r, 1.5 * r]
        d.add("body", sweep(path, radii), "body", group="body")
        bell = lathe(
            [
                (1.1 * r, -0.1),
                (1.3 * r, -0.03),
                (1.5 * r, 0.02),
                (0.72 * v.bell * k, 0.07),
                (0.98 * v.bell * k, 0.095),
                (v.bell * k, 0.1),
                (0.97 * v.bell * k, 0.102),
                (0.7 * v.bell * k, 0.082),
                (1.3 * r, 0.035),
                (0.9 * r, -0.03),
                (0.0, -0.04),
            ]
        )
        d.add("bell", bell.rotate(x=14).move(0, low + 0.42 * h, 1.06 * g), "body", group="body")
        rim = torus(v.bell * k, 0.0035).move(y=0.1).rotate(x=14).move(0, low + 0.42 * h, 1.06 * g)
        d.add("bell_rim", rim, "body", group="body")
        rings = union(
            torus(1.06 * r, 0.004).move(y=low + 0.12 * h + r),
            torus(1.14 * r, 0.004).move(0, low + 0.12 * h + r, g),
            torus(0.6 * r, 0.004).move(y=top - 0.15 * k),
        )
        brace = union(torus(0.018 * k, 0.004).rotate(z=90), box(0.008, 0.006, g).move(z=0)).move(
            0, low + 0.33 * h, g / 2
        )
        d.add("rings", union(rings, brace), "keys", group="body")
        if v.engraving:
            marks = union(
                *(
                    torus(0.012 + 0.006 * i, 0.0012).rotate(x=90).move(0, low + 0.34 * h + 0.012 * i, g + 1.23 * r)
                    for i in range(3)
                )
            )
            d.add("engraving", marks, "engraving")
    # Neck, cork, mouthpiece.
    y = top - (0.13 * k if not straight else 0.11)
    if straight:
        neck = [(0.0, y, 0.0), (0.0, y + 0.03, 0.0), (0.0, y + 0.055, -0.01), (0.0, y + 0.08, -0.03)]
    else:
        neck = [
            (0.0, y, 0.0),
            (0.0, y + 0.06 * k, 0.0),
            (0.0, y + 0.115 * k, -0.03 * k),
            (0.0, y + 0.125 * k, -0.09 * k),
            (0.0, y + 0.095 * k, -0.145 * k),
        ]
    d.add(
        "neck",
        sweep(neck, [0.011 * k, 0.0105 * k, 0.0095 * k, *([0.009 * k, 0.008 * k] if not straight else [0.008])]),
        "body",
        group="neck",
    )
    d.add(
        "collar",
        union(
            cylinder(0.0155 * k, 0.03 * k, bevel=0.002).move(y=y + 0.008 * k),
            cylinder(0.004, 0.03).rotate(x=90).move(0, y + 0.008 * k, -0.022 * k),
            sphere(0.007).move(0, y + 0.008 * k, -0.038 * k),
        ),
        "keys",
        group="neck",
    )
    end, before = neck[-1], neck[-2]
    turn = math.degrees(math.atan2(before[1] - end[1], before[2] - end[2]))
    d.add("cork", cylinder(0.0105 * k, 0.03).rotate(x=90).rotate(x=-turn).move(0, end[1], end[2]), "cork", group="neck")
    beak = lathe([(0.0, 0.0), (0.0135 * k, 0.0), (0.0135 * k, 0.045 * k), (0.011 * k, 0.085 * k), (0.0, 0.085 * k)])
    wedge = beak - box(0.1, 0.1 * k, 0.03).rotate(x=17).move(0, 0.085 * k, 0.021 * k)

    def put(node: Node) -> Node:
        return node.rotate(x=-90).rotate(x=-turn).move(0, end[1], end[2])

    d.add("mouthpiece", put(wedge), "mouthpiece", group="neck")
    d.add("reed", put(box(0.013 * k, 0.06 * k, 0.003).move(0, 0.05 * k, -0.0125 * k)), "reed", group="neck")
    d.add(
        "ligature",
        put(
            union(
                *(torus(0.0135 * k, 0.0022).move(y=q * k) for q in (0.025, 0.036)),
                box(0.006, 0.02 * k, 0.008).move(0, 0.03 * k, -0.0145 * k),
            )
        ),
        "keys",
        group="neck",
    )
    # Keys up the front of the body, and large ones on the bow and the bell.
    size = v.key_size * k
    start, stop = low + 0.2 * h, top - 0.2 * k
    cups, pearls, pins = [], [], []
    for i in range(v.keys):
        t = i / max(v.keys - 1, 1)
        yy = start + (stop - start) * t
        width = (0.024 - 0.012 * t) if straight else (0.72 - 0.27 * t) * r
        s = size * (1.0 - 0.3 * t)
        x = 0.25 * width * (1 if i % 2 else -1)
        front = width + 0.002
        z = -front if not straight else front
        side = -1 if not straight else 1
        cup = cylinder(s, 0.009, bevel=0.002).rotate(x=90).move(x, yy, z + side * 0.004)
        cups.append(cup)
        pins.append(box(0.006, 0.008, width + 0.01).move(x, yy, z / 2))
        if v.pearls and i % 3 != 2:
            pearls.append(sphere(0.5 * s, 0.5 * s, 0.005).move(x, yy, z + side * 0.0085))
    d.add("keys", union(*cups, *pins), "keys", group="keys")
    if pearls:
        d.add("pearls", union(*pearls), "pearls", group="keys")
    rx = (0.02 if straight else 0.62 * r) + 0.006
    rods = [cylinder(0.0028, stop - start).move(s * rx, (start + stop) / 2, 0.0) for s in (1, -1)]
    posts = [
        cylinder(0.0035, rx + 0.006).rotate(z=90).move(s * rx / 2, yy, 0.0)
        for s in (1, -1)
        for yy in (start + 0.01, (start + stop) / 2, stop - 0.01)
    ]
    touch = [
        box(0.012, 0.034 * k, 0.006, 0.002).move(s * (rx + 0.006), start + (stop - start) * q, 0.004)
        for s, q in ((1, 0.35), (1, 0.6), (-1, 0.2), (-1, 0.75), (1, 0.9))
    ]
    d.add("rods", union(*rods, *posts, *touch), "keys", group="keys")
    if not straight:
        big = []
        for q, yy in ((1.0, low + 0.16 * h), (1.0, low + 0.3 * h)):
            at = (0.95 * r * q + 0.012, yy + 0.02, g)
            big.append(cylinder(0.024 * k, 0.012, bevel=0.003).rotate(z=90).move(*at))
            big.append(cylinder(0.01, 0.05).rotate(z=90).move(at[0] - 0.02, at[1], at[2]))
            if v.guards:
                big.append(
                    union(
                        torus(0.027 * k, 0.0025).rotate(z=90).move(at[0] + 0.012, at[1], at[2]),
                        *(
                            cylinder(0.002, 0.03).rotate(z=90).move(at[0], at[1] + e * 0.027 * k, at[2])
                            for e in (1, -1)
                        ),
                    )
                )
        d.add("bell_keys", union(*big), "keys", group="keys")
    if v.stand:
        zc = 0.0 if straight else g / 2
        legs = union(
            *(
                sweep([(0, 0.06, zc), (0.17 * math.cos(a), 0.012, zc + 0.17 * math.sin(a))], 0.008)
                for a in (math.pi / 2, math.pi * 7 / 6, math.pi * 11 / 6)
            ),
            *(
                sphere(0.012).move(0.17 * math.cos(a), 0.012, zc + 0.17 * math.sin(a))
                for a in (math.pi / 2, math.pi * 7 / 6, math.pi * 11 / 6)
            ),
        )
        hold = union(cylinder(0.012, 0.06).move(0, 0.05, zc), box(0.06, 0.02, g + 0.07, 0.006).move(0, low + 0.006, zc))
        d.add("stand", union(legs, hold), "stand")
    d.point("top", (0, top, 0), size=0.05)
    d.point("grip", (0, low + 0.5 * h, 0), size=r)
    return d
