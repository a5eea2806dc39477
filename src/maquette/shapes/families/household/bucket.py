"""Bucket: an open cone with a bow; of tin, of staves or of plastic."""

from __future__ import annotations

import math

from maquette.shapes.api import cylinder, difference, sphere, sweep, torus, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, Whole, family
from maquette.shapes.sub.outlines import ring_of
from maquette.shapes.sub.vessels import Vessel


@family(
    "bucket",
    "household",
    nouns={
        "pail": {},
        "wooden bucket": {"kind": "staves"},
        "milk pail": {"kind": "metal"},
        "bucket of water": {"content": "water"},
        "bucket of paint": {"content": "paint"},
        "sand bucket": {"kind": "plastic", "content": "sand"},
    },
    parameters=(
        Choice("kind", ("metal", "staves", "plastic")),
        Real("height", 0.28, 0.2, 0.36),
        Real("radius", 0.15, 0.11, 0.18, about="at the rim"),
        Real("taper", 0.76, 0.66, 0.92, unit="", about="radius of the ground, share of the rim"),
        Whole("staves", 14, 10, 18),
        Whole("hoops", 2, 1, 3),
        Choice("content", ("none", "water", "paint", "sand")),
        Choice("handle", ("up", "down")),
        Real("fill", 0.8, 0.5, 0.92, unit=""),
        Flag("grip", 0.6),
    ),
    slots={
        "body": ("steel", "oak", "plastic:#2f6fb0", "plastic:#c0322a", "wood", "metal"),
        "hoop": ("iron", "steel", "brass"),
        "handle": ("iron", "steel"),
        "grip": ("wood", "plastic:#22252a"),
        "water": ("water",),
        "paint": ("paint:#d8452f", "paint:#3f8fb0", "paint:#e8c030"),
        "sand": ("sand",),
    },
    words={
        "water": {"content": "water"},
        "paint": {"content": "paint"},
        "sand": {"content": "sand"},
        "empty": {"content": "none"},
        "handle": {"handle": "up"},
        "wooden": {"kind": "staves"},
    },
    paints={"rim": "hoop", "hoops": "hoop", "bands": "hoop"},
    height=(0.18, 0.75),
)
def bucket(v: Values) -> Draft:
    """An open cone with a bow; of tin, of staves or of plastic."""
    h, r, low = v.height, v.radius, v.taper * v.radius
    d = Draft(extent=h + (r if v.handle == "up" else 0))
    wall = 0.014 if v.kind == "staves" else 0.005
    body = Vessel.of([(low, 0), (low + 0.5 * (r - low), h / 2), (r, h)], wall, floor=0.03, smooth=False)
    solid = body.solid()
    if v.kind == "staves":
        grooves = [
            sweep(
                [(x * (low + 0.002), -0.01, z * (low + 0.002)), (x * (r + 0.002), h + 0.01, z * (r + 0.002))],
                0.0042,
                sides=6,
            )
            for x, z in ring_of(v.staves, 1.0, 8)
        ]
        solid = difference(solid, *grooves)
    d.add("body", solid, "body")
    for i in range(v.hoops):
        y = (0.78 - 0.55 * i / max(v.hoops - 1, 1)) * h if v.hoops > 1 else 0.6 * h
        if v.kind == "plastic":
            d.add(f"hoop_{i + 1}", torus(body.radius(y), 0.004).move(y=y), "body", group="hoops")
        else:
            d.add(
                f"hoop_{i + 1}",
                body.band(y - 0.045 * h, y + 0.045 * h, 0.003)
                if v.kind == "staves"
                else torus(body.radius(y), 0.0045).move(y=y),
                "hoop" if v.kind == "staves" else "body",
                group="hoops",
            )
    d.add(
        "rim",
        torus(r, 0.007).move(y=h - 0.002) if v.kind != "staves" else body.band(0.93 * h, 0.985 * h, 0.003),
        "body" if v.kind != "staves" else "hoop",
    )
    d.add("foot", torus(low + 0.001, 0.006).move(y=0.006), "body" if v.kind != "staves" else "hoop")
    if v.content != "none":
        level = (0.1 + 0.85 * v.fill) * h
        d.add("content", body.fill(level), v.content)
        if v.content == "sand":
            d.add(
                "heap",
                sphere(0.85 * (body.radius(level) - wall), 0.2 * h, 0.85 * (body.radius(level) - wall)).move(
                    y=level - 0.01 * h
                ),
                "sand",
            )
    y, x = 0.92 * h, body.radius(0.92 * h)
    d.add(
        "lugs",
        union(
            *(
                union(
                    sphere(0.016, 0.022, 0.016).move(s * x, y, 0),
                    cylinder(0.011, 0.024, bevel=0.003).rotate(z=90).move(s * (x + 0.006), y, 0),
                )
                for s in (1, -1)
            )
        ),
        "handle",
        group="handle",
    )
    lean = 0 if v.handle == "up" else 118
    reach = x + 0.014
    arc = [(reach * math.cos(a), 1.02 * reach * math.sin(a), 0.0) for a in [math.pi * i / 12 for i in range(13)]]
    d.add("handle", sweep(arc, 0.0045).rotate(x=lean).move(y=y), "handle", group="handle")
    if v.grip:
        d.add(
            "grip",
            sweep([(0.045, 1.005 * reach, 0), (0, 1.02 * reach, 0), (-0.045, 1.005 * reach, 0)], 0.012, round_ends=True)
            .rotate(x=lean)
            .move(y=y),
            "grip",
            group="handle",
        )
    d.point(
        "grip",
        (0, y + (1.02 * reach if lean == 0 else -0.4 * reach), 0 if lean == 0 else reach),
        up=(1, 0, 0),
        size=0.02,
    )
    d.point("top", (0, h, 0), size=2 * r)
    return d
