"""Teapots."""

from __future__ import annotations

from maquette.shapes.api import cylinder, difference, lathe, sphere, sweep, torus, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, Whole, family
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
