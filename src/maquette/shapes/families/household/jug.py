"""Jugs and watering cans."""

from __future__ import annotations

import math

from maquette.shapes.api import difference, hull, lathe, sweep, torus, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, Whole, family
from maquette.shapes.sub.vessels import Vessel


@family(
    "jug",
    "household",
    nouns={
        "pitcher": {},
        "water jug": {},
        "ewer": {"shape": "belly", "neck": 0.6},
        "milk jug": {"height": 0.16},
        "watering can": {"kind": "can"},
        "carafe": {"handles": False},
    },
    parameters=(
        Choice("kind", ("jug", "can")),
        Real("height", 0.24, 0.15, 0.32),
        Real("radius", 0.075, 0.055, 0.095),
        Choice("shape", ("belly", "straight", "low")),
        Real("neck", 0.66, 0.55, 0.85, unit="", about="width of the neck"),
        Flag("handles", 0.95),
        Choice("handle_shape", ("ear", "drop", "square")),
        Real("thickness", 0.017, 0.013, 0.022),
        Whole("bands", 1, 0, 2),
        Flag("water", 0.5),
        Flag("foot", 0.5),
    ),
    slots={
        "body": ("ceramic:#2f6f8a", "clay", "ceramic", "copper", "paint:#3f7a5a", "steel"),
        "band": ("ceramic", "brass", "ceramic:#2b3f5c"),
        "water": ("water", "cream"),
    },
    words={"handle": {"handles": True}, "water": {"water": True}, "milk": {"water": True}},
    paints={"handle": "body", "spout": "body", "rose": "band", "milk": "water"},
    height=(0.12, 0.4),
)
def jug(v: Values) -> Draft:
    """A jug with a lip, or a watering can with a long spout and a rose."""
    h, r, n = v.height, v.radius, v.neck * v.radius
    d = Draft(extent=max(h, 2 * r + 0.08))
    if v.kind == "can":
        tall = 0.62 * h
        d = Draft(extent=2 * r + 0.3)
        body = Vessel.of([(1.15 * r, 0), (1.15 * r, 0.04 * tall), (1.08 * r, tall)], 0.005, smooth=False)
        d.add("body", body.solid(), "body")
        d.add("water", body.fill(0.8 * tall), "water")
        d.add(
            "cover",
            lathe([(1.075 * r, 0), (1.07 * r, 0.01), (0.5 * r, 0.05 * tall), (0, 0.06 * tall)], degrees=180)
            .rotate(y=90)
            .move(y=tall - 0.004),
            "body",
        )
        tip = (-1.15 * r - 0.16, 1.18 * tall, 0.0)
        d.add(
            "spout",
            sweep([(-1.08 * r, 0.22 * tall, 0), (-1.15 * r - 0.06, 0.5 * tall, 0), tip], [0.024, 0.017, 0.013]),
            "body",
        )
        d.add(
            "rose",
            lathe([(0.012, -0.02), (0.03, 0.02), (0.028, 0.026), (0, 0.03)]).rotate(z=52).move(tip[0], tip[1], 0),
            "band",
        )
        d.add(
            "handle",
            union(
                sweep(
                    [
                        (1.05 * r, 0.2 * tall, 0),
                        (1.6 * r, 0.5 * tall, 0),
                        (1.35 * r, 1.15 * tall, 0),
                        (0.5 * r, 1.45 * tall, 0),
                        (-0.55 * r, 1.3 * tall, 0),
                        (-1.03 * r, 0.97 * tall, 0),
                    ],
                    v.thickness / 2,
                )
            ),
            "body",
        )
        d.add("band", body.band(0.75 * tall, 0.82 * tall, 0.002), "band")
        d.point("grip", (1.3 * r, 1.2 * tall, 0), size=v.thickness)
        d.point("top", (0, tall, 0), size=2 * r)
        return d
    shapes = {
        "belly": [
            (0.62 * r, 0),
            (0.68 * r, 0.03 * h),
            (r, 0.35 * h),
            (0.85 * r, 0.6 * h),
            (n, 0.78 * h),
            (n * 1.12, h),
        ],
        "straight": [(0.95 * r, 0), (r, 0.05 * h), (0.92 * r, 0.5 * h), (0.82 * r, 0.85 * h), (0.88 * r, h)],
        "low": [
            (0.85 * r, 0),
            (0.92 * r, 0.04 * h),
            (1.08 * r, 0.25 * h),
            (0.85 * r, 0.52 * h),
            (n, 0.75 * h),
            (1.15 * n, h),
        ],
    }
    body = Vessel.of(shapes[v.shape], 0.0055)
    rim = body.radius(h)
    outer = [
        (rim * math.cos(a), y, rim * math.sin(a))
        for a in (2.45, 2.8, math.pi, -2.8, -2.45)
        for y in (h, h - 0.45 * rim)
    ]
    lip = hull([*outer, *((-rim - 0.022, h + y, z) for y in (0.012, 0.006) for z in (0.007, -0.007))])
    scoop = hull(
        [
            *(
                (0.94 * rim * math.cos(a), y, 0.94 * rim * math.sin(a))
                for a in (2.6, 2.9, math.pi, -2.9, -2.6)
                for y in (h + 0.04, h - 0.2 * rim)
            ),
            (-rim - 0.03, h + 0.018, 0.005),
            (-rim - 0.03, h + 0.018, -0.005),
            (-rim - 0.03, h + 0.05, 0),
        ]
    )
    d.add("body", difference(union(body.solid(), lip), scoop, body.hollow()), "body")
    if v.handles:
        d.add("handle", body.handle(0.9 * h, 0.36 * h, 0.55 * r, v.thickness, v.handle_shape, 1.2), "body")
    for i in range(v.bands):
        y = (0.3, 0.7)[i] * h
        d.add(f"band_{i + 1}", body.band(y, y + 0.035 * h, 0.0016), "band", group="bands")
    if v.water:
        d.add("water", body.fill(0.72 * h), "water")
    if v.foot:
        d.add("foot", torus(body.radius(0.004), 0.006).move(y=0.006), "band" if v.bands else "body")
    d.point("grip", (body.radius(0.6 * h) + 0.5 * r, 0.6 * h, 0), size=v.thickness)
    d.point("top", (0, h, 0), size=2 * rim)
    return d
