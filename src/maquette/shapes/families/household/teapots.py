"""Teapots, kettles, jugs and watering cans: vessels with a spout."""

from __future__ import annotations

import math

from maquette.shapes.api import cylinder, difference, hull, lathe, sphere, sweep, torus, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, Whole, family
from maquette.shapes.sub.outlines import rod
from maquette.shapes.sub.vessels import Vessel


@family(
    "teapot",
    "household",
    nouns={"tea pot": {}, "coffee pot": {"shape": "tall"}, "coffeepot": {"shape": "tall"}},
    parameters=(
        Real("height", 0.13, 0.1, 0.18, about="of the body"),
        Real("radius", 0.085, 0.065, 0.1),
        Choice("shape", ("round", "tall", "squat", "faceted")),
        Choice("handle_shape", ("ear", "drop", "square")),
        Choice("knob", ("ball", "drop", "ring")),
        Real("spout_length", 0.085, 0.07, 0.11),
        Real("lid_radius", 0.5, 0.4, 0.6, unit="", about="share of the radius"),
        Real("thickness", 0.015, 0.012, 0.019, about="of the handle"),
        Flag("feet", 0.3),
        Whole("bands", 1, 0, 2),
    ),
    slots={
        "body": ("ceramic:#2f6f8a", "porcelain", "ceramic:#c8452f", "ceramic:#4f7f5a", "silver", "cast iron"),
        "trim": ("gold", "ceramic", "ceramic:#2b3f5c", "brass"),
        "lid": ("porcelain",),
    },
    words={"handle": {}, "lid": {}, "feet": {"feet": True}, "bands": {"bands": 2}},
    paints={"handle": "body", "spout": "body", "lid": "body", "knob": "trim", "rim": "trim"},
    height=(0.1, 0.32),
)
def teapot(v: Values) -> Draft:
    """A belly with a spout to its right, a handle to its left and a lid."""
    h, r = (
        v.height * (1.35 if v.shape == "tall" else 0.85 if v.shape == "squat" else 1.0),
        v.radius * (0.82 if v.shape == "tall" else 1.1 if v.shape == "squat" else 1.0),
    )
    lid, lift = v.lid_radius * r, 0.012 if v.feet else 0.0
    d = Draft(extent=2 * r + v.spout_length + 0.06)
    low = 0.62 * r
    shapes = {
        "round": [
            (low, 0),
            (low + 0.004, 0.03 * h),
            (0.93 * r, 0.25 * h),
            (r, 0.5 * h),
            (0.85 * r, 0.8 * h),
            (lid + 0.004, h),
        ],
        "squat": [
            (low, 0),
            (low + 0.004, 0.03 * h),
            (0.95 * r, 0.25 * h),
            (r, 0.42 * h),
            (0.82 * r, 0.75 * h),
            (lid + 0.004, h),
        ],
        "tall": [(0.98 * r, 0), (r, 0.05 * h), (0.96 * r, 0.35 * h), (0.78 * r, 0.75 * h), (lid + 0.004, h)],
        "faceted": [(low, 0), (0.9 * r, 0.2 * h), (r, 0.5 * h), (0.8 * r, 0.85 * h), (lid + 0.004, h)],
    }
    body = Vessel.of([(a, y + lift) for a, y in shapes[v.shape]], 0.05 * r, smooth=v.shape != "faceted")
    outside = [(float(a), float(b)) for a, b in body.outer]
    d.add("body", lathe(outside, sides=10 if v.shape == "faceted" else None), "body")
    y0, y1 = lift + 0.32 * h, lift + 0.98 * h
    a = body.radius(y0) - 0.012
    tip = a + v.spout_length
    spout = sweep(
        [
            (-a, y0, 0),
            (-a - 0.45 * v.spout_length, y0 + 0.22 * h, 0),
            (-a - 0.75 * v.spout_length, y0 + 0.75 * (y1 - y0), 0),
            (-tip, y1, 0),
        ],
        [0.25 * r + 0.004, 0.19 * r, 0.13 * r, 0.12 * r],
    )
    d.add(
        "spout",
        difference(
            spout,
            sweep([(-a - 0.72 * v.spout_length, y0 + 0.7 * (y1 - y0), 0), (-tip - 0.004, y1 + 0.006, 0)], 0.085 * r),
        ),
        "body",
    )
    d.add("handle", body.handle(lift + 0.84 * h, lift + 0.24 * h, 0.52 * r, v.thickness, v.handle_shape), "body")
    top = lift + h
    d.add(
        "lid",
        lathe(
            [
                (lid, top - 0.008),
                (lid + 0.008, top - 0.002),
                (lid + 0.006, top + 0.004),
                (0.6 * lid, top + 0.012 + 0.05 * h),
                (0.012, top + 0.016 + 0.07 * h),
                (0, top + 0.016 + 0.07 * h),
            ]
        ),
        "body",
    )
    ky = top + 0.014 + 0.07 * h
    knobs = {
        "ball": union(cylinder(0.005, 0.01).move(y=0.004), sphere(0.011).move(y=0.015)),
        "drop": lathe([(0.005, -0.003), (0.011, 0.012), (0.007, 0.022), (0.0, 0.03)], smooth=True),
        "ring": torus(0.011, 0.004).rotate(x=90).move(y=0.012),
    }
    d.add("knob", knobs[v.knob].move(y=ky), "trim")
    if v.bands:
        d.add("band_1", body.band(lift + 0.46 * h, lift + 0.52 * h, 0.0012), "trim", group="bands")
    if v.bands > 1:
        d.add("band_2", body.band(lift + 0.7 * h, lift + 0.73 * h, 0.0012), "trim", group="bands")
    if v.feet:
        d.add("feet", sphere(0.016, 0.014, 0.016).move(0.8 * low, 0.012, 0).rotate(y=45).around(4), "trim")
    else:
        d.add("foot", cylinder(low + 0.003, 0.008, bevel=0.002).move(y=0.004), "body")
    d.point("grip", (body.radius(lift + 0.55 * h) + 0.5 * r, lift + 0.55 * h, 0), size=v.thickness)
    d.point("top", (0, ky + 0.02, 0), size=2 * lid)
    return d


@family(
    "kettle",
    "household",
    nouns={"tea kettle": {}, "electric kettle": {"kind": "electric"}, "whistling kettle": {"kind": "stove"}},
    parameters=(
        Choice("kind", ("stove", "electric", "camp")),
        Real("height", 0.17, 0.14, 0.22),
        Real("radius", 0.1, 0.08, 0.12),
        Real("shoulder", 0.6, 0.4, 0.75, unit="", about="where the belly turns in"),
        Real("handle_height", 0.1, 0.08, 0.13),
        Real("thickness", 0.018, 0.013, 0.022),
        Choice("knob", ("ball", "disc")),
        Real("spout_length", 0.07, 0.055, 0.09),
        Flag("window", 0.5),
    ),
    slots={
        "body": ("paint:#b8342a", "steel", "copper", "paint:#2f6f78", "paint:#e9e3d2"),
        "grip": ("walnut", "plastic:#22252a"),
        "metal": ("chrome", "brass", "steel"),
        "window": ("dark glass", "glow:#3aa0ff"),
    },
    words={"window": {"window": True}, "electric": {"kind": "electric"}},
    paints={"handle": "grip", "spout": "body", "knob": "grip", "lid": "body"},
    height=(0.13, 0.4),
)
def kettle(v: Values) -> Draft:
    """Of the stove with a bow over it, or electric with a handle behind and a base."""
    h, r = v.height, v.radius
    d = Draft(extent=max(h + v.handle_height, 2 * r + 0.05))
    if v.kind == "electric":
        r, h, lift = 0.8 * r, h * 1.12, 0.022
        body = Vessel.of(
            [(r, lift), (1.01 * r, lift + 0.1 * h), (0.94 * r, lift + 0.55 * h), (0.76 * r, lift + h)], 0.006
        )
        d.add("base", lathe([(1.12 * r, 0), (1.14 * r, 0.006), (1.1 * r, 0.02), (0.9 * r, 0.025), (0, 0.025)]), "grip")
        d.add("body", lathe([(float(a), float(b)) for a, b in body.outer]), "body")
        d.add(
            "handle",
            sweep(
                [
                    (0.7 * r, lift + 0.97 * h, 0),
                    (1.2 * r, lift + 1.0 * h, 0),
                    (1.55 * r, lift + 0.86 * h, 0),
                    (1.5 * r, lift + 0.35 * h, 0),
                    (1.32 * r, lift + 0.22 * h, 0),
                    (0.95 * r, lift + 0.2 * h, 0),
                ],
                profile=[
                    (0.75 * v.thickness, -0.3 * v.thickness),
                    (0.75 * v.thickness, 0.3 * v.thickness),
                    (0.4 * v.thickness, 0.5 * v.thickness),
                    (-0.4 * v.thickness, 0.5 * v.thickness),
                    (-0.75 * v.thickness, 0.3 * v.thickness),
                    (-0.75 * v.thickness, -0.3 * v.thickness),
                ],
            ),
            "grip",
        )
        d.add(
            "lid",
            lathe(
                [
                    (0.76 * r, lift + h - 0.006),
                    (0.76 * r, lift + h + 0.004),
                    (0.4 * r, lift + h + 0.018),
                    (0, lift + h + 0.02),
                ]
            ),
            "grip",
        )
        d.add("knob", sphere(0.014, 0.008, 0.014).move(y=lift + h + 0.022), "metal")
        d.add(
            "spout",
            sweep(
                [(-0.72 * r, lift + 0.78 * h, 0), (-0.95 * r, lift + 0.93 * h, 0), (-1.12 * r, lift + 1.01 * h, 0)],
                [0.26 * r, 0.2 * r, 0.13 * r],
            ),
            "body",
        )
        d.add("ring", body.band(lift + 0.06 * h, lift + 0.1 * h, 0.0012), "metal")
        if v.window:
            d.add(
                "window",
                sweep([(0, lift + 0.2 * h, 0.985 * r), (0, lift + 0.72 * h, 0.862 * r)], 0.009, round_ends=True),
                "window",
            )
        d.add("switch", cylinder(0.008, 0.03).rotate(z=90).move(1.15 * r, lift + 0.16 * h, 0), "metal")
        d.point("top", (0, lift + h + 0.03, 0), size=r)
        d.point("grip", (1.55 * r, lift + 0.6 * h, 0), size=v.thickness)
        return d
    s = v.shoulder * h
    lid = 0.42 * r
    profile = [
        (0.95 * r, 0),
        (r, 0.06 * h),
        (r if v.kind == "camp" else 1.02 * r, s),
        (0.78 * r, s + 0.5 * (h - s)),
        (lid, h),
    ]
    body = Vessel.of(profile, 0.006)
    d.add("body", lathe([(float(a), float(b)) for a, b in body.outer]), "body")
    d.add("lid", lathe([(lid + 0.004, h - 0.008), (lid + 0.006, h), (0.5 * lid, h + 0.014), (0, h + 0.018)]), "body")
    d.add(
        "knob",
        union(
            cylinder(0.005, 0.02).move(y=h + 0.02),
            sphere(0.014).move(y=h + 0.035)
            if v.knob == "ball"
            else cylinder(0.018, 0.014, bevel=0.004).move(y=h + 0.032),
        ),
        "grip",
    )
    a, y0 = body.radius(0.5 * h) - 0.012, 0.5 * h
    d.add(
        "spout",
        difference(
            sweep(
                [(-a, y0, 0), (-a - 0.5 * v.spout_length, y0 + 0.2 * h, 0), (-a - v.spout_length, y0 + 0.45 * h, 0)],
                [0.24 * r, 0.17 * r, 0.14 * r],
            ),
            sweep(
                [(-a - 0.75 * v.spout_length, y0 + 0.33 * h, 0), (-a - 1.05 * v.spout_length, y0 + 0.474 * h, 0)],
                0.1 * r,
            ),
        ),
        "body",
    )
    y, top, x = s + 0.45 * (h - s), h + v.handle_height, 0.86 * r
    d.add(
        "bow",
        sweep(
            [
                (x, y, 0),
                (1.02 * r, y + 0.35 * (top - y), 0),
                (0.78 * r, top - 0.02, 0),
                (0, top, 0),
                (-0.78 * r, top - 0.02, 0),
                (-1.02 * r, y + 0.35 * (top - y), 0),
                (-x, y, 0),
            ],
            0.0058,
        ),
        "metal",
        group="handle",
    )
    d.add(
        "handle",
        rod(
            (-0.55 * r, top - 0.012, 0),
            (0, top + 0.0, 0),
            (0.55 * r, top - 0.012, 0),
            radius=v.thickness / 2 + 0.002,
            round_ends=True,
        ),
        "grip",
        group="handle",
    )
    d.add("lugs", union(*(sphere(0.013).move(k * body.radius(y), y, 0) for k in (1, -1))), "metal", group="handle")
    d.add("ring", body.band(0.03 * h, 0.08 * h, 0.0018), "metal")
    d.point("grip", (0, top, 0), up=(1, 0, 0), size=v.thickness)
    d.point("top", (0, h + 0.05, 0), size=2 * lid)
    return d


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
