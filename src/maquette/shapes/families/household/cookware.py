"""Pots, pans and cutlery."""

from __future__ import annotations

import math

from maquette.shapes.api import box, cylinder, extrude, lathe, loft, sphere, sweep, torus, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, Whole, family
from maquette.shapes.node import Node
from maquette.shapes.sub.outlines import bar, ellipse, rod
from maquette.shapes.sub.vessels import Vessel


@family(
    "pot",
    "household",
    nouns={
        "cooking pot": {},
        "saucepan": {"handles": "one"},
        "stockpot": {"depth": 1.7},
        "stew pot": {},
        "casserole": {"depth": 0.85},
        "dutch oven": {"lid": True},
        "cauldron": {"kind": "cauldron"},
        "witch's cauldron": {"kind": "cauldron", "content": True},
    },
    parameters=(
        Choice("kind", ("pot", "cauldron")),
        Real("radius", 0.12, 0.08, 0.17),
        Real("depth", 1.15, 0.75, 1.7, unit="", about="height as a share of the radius"),
        Choice("handles", ("two", "one")),
        Flag("lid", 0.45),
        Flag("content", 0.6),
        Real("thickness", 0.005, 0.004, 0.008),
        Real("handle_length", 0.18, 0.14, 0.22),
        Whole("bands", 1, 0, 2),
        Choice("knob", ("ball", "disc", "loop")),
        Flag("bubbles", 0.5),
    ),
    slots={
        "body": ("paint:#b8342a", "steel", "copper", "paint:#2f5f78", "cast iron"),
        "handle": ("steel", "plastic:#22252a", "brass", "walnut"),
        "content": ("paint:#c8642a", "paint:#8fae3a", "slime", "glow:#60e060"),
        "band": ("steel", "copper", "brass"),
    },
    words={
        "lid": {"lid": True},
        "soup": {"content": True, "lid": False},
        "handles": {"handles": "two"},
        "handle": {"handles": "one"},
        "bubbles": {"bubbles": True, "content": True},
    },
    paints={"lid": "body", "soup": "content", "brew": "content", "handles": "handle", "knob": "handle"},
    height=(0.05, 0.75),
)
def pot(v: Values) -> Draft:
    """A cooking pot with two grips or a long handle; or a cauldron on three feet."""
    r = v.radius * (1.9 if v.kind == "cauldron" else 1.0)
    wall = v.thickness * (1.8 if v.kind == "cauldron" else 1.0)
    if v.kind == "cauldron":
        h, lift = 1.45 * r, 0.16 * r
        d = Draft(extent=2.3 * r)
        body = Vessel.of(
            [
                (0.45 * r, lift),
                (0.85 * r, lift + 0.22 * h),
                (r, lift + 0.5 * h),
                (0.85 * r, lift + 0.8 * h),
                (0.76 * r, lift + 0.88 * h),
                (0.88 * r, lift + h),
            ],
            wall,
            floor=lift + 2 * wall,
        )
        d.add("body", body.solid(), "body")
        feet = [
            sweep(
                [
                    (0.5 * r * c, lift + 0.25 * h, 0.5 * r * s),
                    (0.62 * r * c, lift, 0.62 * r * s),
                    (0.66 * r * c, 0.02, 0.66 * r * s),
                ],
                [0.13 * r, 0.1 * r, 0.075 * r],
                round_ends=False,
            )
            - body.hollow()
            for c, s in ((math.cos(a), math.sin(a)) for a in (1.57, 3.67, 5.76))
        ]
        d.add("feet", union(*feet), "body")
        d.add(
            "feet_tips",
            union(
                *(
                    sphere(0.085 * r, 0.06 * r, 0.085 * r).move(
                        0.665 * r * math.cos(a), 0.058 * r, 0.665 * r * math.sin(a)
                    )
                    for a in (1.57, 3.67, 5.76)
                )
            ),
            "body",
        )
        d.add("rim", torus(0.88 * r - 0.5 * wall, 1.1 * wall).move(y=lift + h), "body")
        for name, s in (("ring_left", 1), ("ring_right", -1)):
            y = lift + 0.72 * h
            x = body.radius(y)
            d.add(
                name,
                union(
                    torus(0.14 * r, 0.028 * r).rotate(x=90).rotate(y=90).move(s * (x + 0.055 * r), y - 0.12 * r, 0),
                    sphere(0.06 * r).move(s * x, y, 0),
                ),
                "handle",
                group="handles",
            )
        for i in range(v.bands):
            y = lift + (0.55 - 0.08 * i) * h
            d.add(f"band_{i + 1}", body.band(y, y + 0.03 * h, 0.01 * r), "body", group="bands")
        level = lift + 0.82 * h
        if v.content:
            d.add("content", body.fill(level), "content")
            if v.bubbles:
                spots = (
                    (0.2, 0.1, 0.11),
                    (-0.3, 0.25, 0.08),
                    (0.05, -0.35, 0.09),
                    (-0.15, -0.1, 0.06),
                    (0.4, -0.2, 0.06),
                    (0.3, 0.4, 0.05),
                )
                d.add(
                    "bubbles",
                    union(*(sphere(k * r).move(a * r, level + 0.2 * k * r, b * r) for a, b, k in spots)),
                    "content",
                )
        d.point("top", (0, lift + h, 0), size=1.6 * r)
        return d
    h = r * v.depth
    d = Draft(extent=2 * r + (v.handle_length if v.handles == "one" else 0.08))
    body = Vessel.of([(0.94 * r, 0), (r, 0.06 * r), (r, 0.5 * h), (r, h)], wall, floor=0.01, smooth=False)
    closed = v.lid
    d.add("body", lathe([(float(a), float(y)) for a, y in body.outer]) if closed else body.solid(), "body")
    d.add("rim", torus(r, 0.0042).move(y=h - 0.003), "band")
    for i in range(v.bands):
        d.add(f"band_{i + 1}", body.band((0.05 + 0.12 * i) * h, (0.11 + 0.12 * i) * h, 0.0018), "band", group="bands")
    y = 0.82 * h
    if v.handles == "one":
        grip = sweep(
            [
                (r - 0.5 * wall, y, 0),
                (r + 0.04, y + 0.008, 0),
                (r + 0.5 * v.handle_length, y + 0.02, 0),
                (r + v.handle_length, y + 0.022, 0),
            ],
            profile=[
                (0.011, -0.005),
                (0.011, 0.005),
                (0.006, 0.008),
                (-0.006, 0.008),
                (-0.011, 0.005),
                (-0.011, -0.005),
                (-0.006, -0.008),
                (0.006, -0.008),
            ],
        )
        d.add("handle", grip, "handle")
        d.add(
            "rivets",
            union(
                *(sphere(0.006).move(r + 0.0, y + s * 0.01, 0) for s in (1, -1)),
                box(0.02, 0.035, 0.03, 0.004).move(r + 0.002, y, 0),
            ),
            "band",
        )
        d.point("grip", (r + 0.6 * v.handle_length, y + 0.02, 0), up=(1, 0, 0), size=0.022)
    else:
        for name, s in (("handle_left", 1), ("handle_right", -1)):
            near = math.sqrt(r * r - 0.035**2) - 0.5 * wall
            d.add(
                name,
                rod(
                    (s * near, y, 0.035),
                    (s * (r + 0.028), y + 0.004, 0.03),
                    (s * (r + 0.036), y + 0.006, 0),
                    (s * (r + 0.028), y + 0.004, -0.03),
                    (s * near, y, -0.035),
                    radius=0.0065,
                ),
                "handle",
                group="handles",
            )
    top = h
    if v.lid:
        top = h + 0.16 * r
        d.add(
            "lid",
            lathe(
                [
                    (0.97 * r, h - 0.01),
                    (1.03 * r, h),
                    (1.03 * r, h + 0.006),
                    (0.8 * r, h + 0.07 * r),
                    (0.3 * r, top - 0.01 * r),
                    (0, top),
                ]
            ),
            "body",
        )
        knob: Node = {
            "ball": union(cylinder(0.006, 0.02).move(y=0.006), sphere(0.015).move(y=0.024)),
            "disc": union(cylinder(0.008, 0.02).move(y=0.006), cylinder(0.022, 0.014, bevel=0.004).move(y=0.02)),
            "loop": torus(0.018, 0.006).rotate(x=90).move(y=0.012),
        }[v.knob]
        d.add("knob", knob.move(y=top - 0.002), "handle")
        top += 0.03
    elif v.content:
        d.add("content", body.fill(0.8 * h), "content")
        if v.bubbles:
            d.add(
                "bits",
                union(
                    *(
                        sphere(0.1 * r, 0.05 * r, 0.08 * r).move(
                            0.55 * r * math.cos(a * 2.4) * (0.3 + 0.14 * a),
                            0.8 * h,
                            0.55 * r * math.sin(a * 2.4) * (0.3 + 0.14 * a),
                        )
                        for a in range(6)
                    )
                ),
                "band",
            )
    d.point("top", (0, top, 0), size=2 * r)
    return d


@family(
    "pan",
    "household",
    nouns={
        "frying pan": {},
        "skillet": {"shape": "straight"},
        "wok": {"shape": "wok"},
        "fry pan": {},
        "griddle": {"shape": "straight", "depth": 0.2},
    },
    parameters=(
        Real("radius", 0.13, 0.1, 0.17),
        Real("depth", 0.34, 0.2, 0.45, unit="", about="height as a share of the radius"),
        Choice("shape", ("sloped", "straight", "wok")),
        Real("thickness", 0.0045, 0.0036, 0.007),
        Real("handle_length", 0.2, 0.15, 0.25),
        Real("handle_rise", 0.035, 0.01, 0.06),
        Choice("content", ("none", "egg", "pancake")),
        Flag("helper", 0.25, about="a small handle across"),
        Flag("hole", 0.7),
        Flag("spouts", 0.35),
    ),
    slots={
        "body": ("cast iron", "copper", "steel", "gunmetal"),
        "handle": ("walnut", "cast iron", "plastic:#1f2226", "steel"),
        "white": ("icing:#f6f3ea",),
        "yolk": ("paint:#f0a818",),
        "pancake": ("bread", "bread:#c98a3a"),
        "rivet": ("steel", "brass"),
    },
    words={
        "egg": {"content": "egg"},
        "eggs": {"content": "egg"},
        "pancake": {"content": "pancake"},
        "empty": {"content": "none"},
    },
    paints={"handle": "handle"},
    height=(0.02, 0.18),
)
def pan(v: Values) -> Draft:
    """A flat pan with a long handle to its own left."""
    r = v.radius
    h = r * v.depth * (1.3 if v.shape == "wok" else 1.0)
    d = Draft(extent=2 * r + v.handle_length)
    shapes = {
        "sloped": [(0.76 * r, 0), (0.82 * r, 0.08 * h), (0.93 * r, 0.55 * h), (1.0 * r, h)],
        "straight": [(0.92 * r, 0), (0.95 * r, 0.08 * h), (0.97 * r, 0.6 * h), (r, h)],
        "wok": [(0.35 * r, 0), (0.6 * r, 0.15 * h), (0.86 * r, 0.55 * h), (r, h)],
    }
    body = Vessel.of(shapes[v.shape], v.thickness)
    d.add("body", body.solid(), "body")
    y = 0.72 * h
    start, end = body.radius(y) - 0.3 * v.thickness, r + v.handle_length
    flat = [
        (0.013, -0.004),
        (0.013, 0.003),
        (0.007, 0.006),
        (-0.007, 0.006),
        (-0.013, 0.003),
        (-0.013, -0.004),
        (-0.006, -0.006),
        (0.006, -0.006),
    ]
    grip = sweep(
        [
            (start, y, 0),
            (start + 0.03, y + 0.15 * v.handle_rise, 0),
            (0.5 * (start + end), y + 0.85 * v.handle_rise, 0),
            (end, y + v.handle_rise, 0),
        ],
        profile=flat,
    )
    if v.hole:
        grip = grip - cylinder(0.006, 0.1).move(end - 0.016, y + v.handle_rise, 0)
    d.add("handle", grip, "handle")
    d.add(
        "rivets",
        union(
            bar((start - 0.001, y + 0.002, 0), (start + 0.045, y + 0.004 + 0.25 * v.handle_rise, 0), 0.034, 0.017),
            *(sphere(0.005).move(start + 0.035, y + 0.013 + 0.2 * v.handle_rise, s * 0.009) for s in (1, -1)),
        ),
        "rivet",
    )
    if v.helper:
        d.add(
            "helper",
            rod(
                (-start, y, 0.03),
                (-start - 0.03, y + 0.006, 0.02),
                (-start - 0.03, y + 0.006, -0.02),
                (-start, y, -0.03),
                radius=0.006,
            ),
            "body",
        )
    if v.spouts and v.shape == "straight":
        d.add(
            "spouts",
            union(
                *(
                    sphere(0.02, 0.012, 0.02).move(0, h - 0.008, s * (r + 0.004))
                    - sphere(0.013, 0.014, 0.02).move(0, h + 0.002, s * (r + 0.003))
                    - body.hollow()
                    for s in (1, -1)
                )
            ),
            "body",
        )
    low = v.thickness
    if v.content == "egg":
        n = 2 if r > 0.125 else 1
        if v.shape == "wok":
            low = 0.1 * h
        for i in range(n):
            x = (i - (n - 1) / 2) * 0.62 * r
            shape = [
                (
                    (0.4 + 0.05 * math.sin(3 * a + i) + 0.03 * math.cos(5 * a)) * r * math.cos(a),
                    (0.42 + 0.04 * math.sin(2 * a)) * r * math.sin(a),
                )
                for a in [2 * math.pi * k / 24 for k in range(24)]
            ]
            d.add(
                f"egg_{i + 1}",
                extrude([(a * 0.8, b * 0.8) for a, b in shape], 0.008, bevel=0.003, smooth=True)
                .rotate(x=90)
                .move(x, low + 0.003, 0.1 * r * i),
                "white",
                group="eggs",
            )
            d.add(
                f"yolk_{i + 1}",
                sphere(0.135 * r, 0.085 * r, 0.135 * r).move(x, low + 0.006, 0.1 * r * i),
                "yolk",
                group="eggs",
            )
    elif v.content == "pancake":
        rr = 0.66 * r if v.shape != "wok" else 0.5 * r
        d.add(
            "pancake",
            cylinder(rr, 0.014 + (0.12 * h if v.shape == "wok" else 0), bevel=0.005).move(y=low + 0.006),
            "pancake",
        )
    d.point("grip", (0.4 * start + 0.6 * end, y + v.handle_rise, 0), up=(1, 0, 0), size=0.024)
    d.point("top", (0, h, 0), size=2 * r)
    return d


def _handle(v: Values, low: float, high: float) -> Node:
    """A cutlery handle from `low` to `high`, flat towards +Z, waisted where it ends."""
    w, t, n = v.width, v.thickness, high - low
    shares = {"plain": (0.9, 1.0, 0.8, 0.42), "fiddle": (0.95, 1.15, 0.55, 0.42), "straight": (0.8, 0.8, 0.7, 0.5)}[
        v.handle
    ]
    stops = (0.0, 0.12, 0.6, 1.0)
    sections = [
        (ellipse(0.5 * w * s, 0.5 * t * (1.3 if i < 2 else 1.1), 20), (0.0, low + n * k, 0.0))
        for i, (s, k) in enumerate(zip(shares, stops, strict=True))
    ]
    return union(loft(sections), sphere(0.45 * w * shares[0], 0.25 * w, 0.64 * t).move(y=low + 0.1 * w))


CUTLERY = (
    Real("length", 0.2, 0.15, 0.26),
    Real("width", 0.017, 0.013, 0.022, about="of the handle"),
    Real("thickness", 0.0045, 0.0036, 0.007),
    Choice("handle", ("plain", "fiddle", "straight")),
    Real("head", 0.36, 0.3, 0.42, unit="", about="share of the length"),
    Real("head_width", 0.027, 0.022, 0.036),
    Flag("collar", 0.4),
    Flag("two_tone", 0.3, about="the handle of another material"),
)
METALS: dict[str, tuple[str, ...]] = {
    "metal": ("silver", "steel", "gold", "chrome"),
    "handle": ("walnut", "plastic:#b8342a", "bone", "plastic:#22252a"),
}
HANDLES = {"handle": {"two_tone": True}}


def _start(v: Values) -> tuple[Draft, float]:
    d = Draft(extent=v.length)
    neck = v.length * (1 - v.head)
    d.add("handle", _handle(v, 0.0 + 0.15 * v.width, neck), "handle" if v.two_tone else "metal")
    if v.collar:
        d.add("collar", sphere(0.36 * v.width, 0.25 * v.width, 0.95 * v.thickness).move(y=neck - 0.02), "metal")
    d.point("grip", (0, 0.4 * neck, 0), size=v.width)
    d.point("top", (0, v.length, 0), size=v.head_width)
    return d, neck


@family(
    "fork",
    "household",
    nouns=("dinner fork", "salad fork", "table fork"),
    parameters=(*CUTLERY, Whole("tines", 4, 2, 4)),
    slots=METALS,
    words=HANDLES,
    paints={"tines": "metal"},
    height=(0.13, 0.28),
)
def fork(v: Values) -> Draft:
    """Stands upright on the end of its handle, its hollow side to the front."""
    d, neck = _start(v)
    n, w, t = v.length - neck, v.head_width, v.thickness
    root = neck + 0.42 * n
    palm = [
        (0.2 * v.width, neck - 0.01),
        (0.3 * w, neck + 0.12 * n),
        (0.5 * w, neck + 0.28 * n),
        (0.5 * w, root + 0.01),
        (-0.5 * w, root + 0.01),
        (-0.5 * w, neck + 0.28 * n),
        (-0.3 * w, neck + 0.12 * n),
        (-0.2 * v.width, neck - 0.01),
    ]
    each = w / (2 * v.tines - 1)
    parts = [extrude(palm, 0.8 * t, bevel=0.2 * t)]
    for i in range(v.tines):
        x = (2 * i - v.tines + 1) * each
        parts.append(
            extrude(
                [
                    (x - 0.55 * each, root),
                    (x + 0.55 * each, root),
                    (x + 0.5 * each, v.length - 0.012),
                    (x, v.length),
                    (x - 0.5 * each, v.length - 0.012),
                ],
                0.8 * t,
                bevel=0.15 * t,
            )
        )
    d.add("head", union(*parts).move(y=-neck).bent(-26, "y", "z").move(y=neck), "metal")
    return d


@family(
    "spoon",
    "household",
    nouns={
        "teaspoon": {"length": 0.15},
        "soup spoon": {"head_width": 0.036},
        "tablespoon": {},
        "ladle": {"length": 0.26, "head_width": 0.036},
        "wooden spoon": {},
    },
    parameters=(*CUTLERY, Real("hollow", 0.6, 0.4, 0.9, unit="", about="how deep")),
    slots=METALS,
    words=HANDLES,
    paints={"bowl": "metal"},
    height=(0.12, 0.28),
)
def spoon(v: Values) -> Draft:
    """Stands upright on the end of its handle, its hollow side to the front."""
    d, neck = _start(v)
    n = 0.72 * (v.length - neck)
    w, deep = 0.72 * v.head_width, 0.011 * v.hollow + 0.004
    y = v.length - 0.5 * n
    egg = (
        sphere(w, 0.5 * n, deep)
        - sphere(0.92 * w, 0.46 * n, 0.8 * deep).move(z=0.28 * deep)
        - box(4 * w, 2 * n, 2 * deep).move(z=deep + 0.2 * deep)
    )
    d.add("bowl", egg.move(y=y), "metal")
    d.add(
        "neck",
        sweep(
            [(0, neck - 0.015, 0), (0, y - 0.45 * n, -0.15 * deep), (0, y - 0.3 * n, -0.7 * deep)],
            [0.22 * v.width, 0.24 * v.width, 0.14 * v.width],
        ),
        "metal",
    )
    return d


@family(
    "kitchen knife",
    "household",
    nouns={
        "table knife": {"kind": "table"},
        "butter knife": {"kind": "table"},
        "chef's knife": {"kind": "chef"},
        "chef knife": {"kind": "chef"},
        "bread knife": {"kind": "bread"},
        "cleaver": {"kind": "cleaver"},
        "knife": {},
        "steak knife": {"kind": "chef", "length": 0.22},
    },
    parameters=(
        Choice("kind", ("chef", "table", "bread", "cleaver")),
        Real("length", 0.28, 0.2, 0.34),
        Real("width", 0.024, 0.019, 0.03, about="of the handle"),
        Real("thickness", 0.014, 0.011, 0.018, about="of the handle"),
        Real("blade", 0.6, 0.52, 0.66, unit="", about="share of the length"),
        Real("blade_width", 0.042, 0.032, 0.052),
        Whole("rivets", 3, 0, 4),
        Flag("bolster", 0.7),
        Flag("hole", 0.3),
    ),
    slots={
        "blade": ("steel", "chrome", "silver"),
        "handle": ("walnut", "plastic:#1f2226", "oak", "plastic:#8f2a24"),
        "rivet": ("brass", "steel"),
    },
    words={"handle": {}, "rivets": {"rivets": 3}},
    paints={"grip": "handle", "rivets": "rivet"},
    height=(0.18, 0.36),
)
def kitchen_knife(v: Values) -> Draft:
    """Stands on the end of its handle, its flat side to the front, its edge to its own left."""
    h, b, w = v.length, v.length * (1 - v.blade), v.blade_width
    d = Draft(extent=h)
    t = max(0.0028, 0.012 * h)
    n = h - b
    back = -0.4 * v.width
    shapes = {
        "chef": [
            (back, b - 0.01),
            (w - 0.01, b + 0.002),
            (w - 0.008, b + 0.2 * n),
            (0.7 * w, b + 0.6 * n),
            (0.3 * w, b + 0.88 * n),
            (back + 0.2 * w, h),
            (back, b + 0.9 * n),
        ],
        "table": [
            (back * 0.8, b - 0.01),
            (0.3 * w, b - 0.005),
            (0.42 * w, b + 0.3 * n),
            (0.45 * w, b + 0.75 * n),
            (0.25 * w, b + 0.96 * n),
            (0.0, h),
            (back * 0.8, b + 0.85 * n),
        ],
        "cleaver": [
            (back, b - 0.01),
            (back, h - 0.01),
            (back + 0.01, h),
            (1.5 * w, h),
            (1.55 * w, h - 0.02),
            (1.5 * w, b + 0.02),
            (w, b + 0.006),
        ],
        "bread": [
            (back, b - 0.01),
            (0.55 * w, b),
            *((0.55 * w + (0.004 if i % 2 else 0.0), b + 0.05 * n + 0.8 * n * i / 18) for i in range(19)),
            (0.3 * w, h - 0.01),
            (back + 0.006, h),
            (back, h - 0.02),
        ],
    }
    d.add("blade", extrude(shapes[v.kind], t, bevel=0.35 * t), "blade")
    shape = [
        (0.5, 0.0),
        (0.55, 0.06),
        (0.46, 0.35),
        (0.52, 0.7),
        (0.44, 1.0),
        (-0.44, 1.0),
        (-0.44, 0.5),
        (-0.46, 0.08),
        (-0.36, 0.0),
    ]
    grip = extrude([(v.width * x, b * y) for x, y in shape], v.thickness, bevel=0.28 * v.thickness, smooth=False)
    if v.hole:
        grip = grip - cylinder(0.2 * v.width, 0.1).rotate(x=90).move(0, 0.09 * b, 0)
    d.add("handle", grip, "handle")
    if v.rivets:
        d.add(
            "rivets",
            union(
                *(
                    cylinder(0.0042, v.thickness + 0.0025, bevel=0.001)
                    .rotate(x=90)
                    .move(0, b * (0.25 + 0.6 * i / max(v.rivets - 1, 1)), 0)
                    for i in range(v.rivets)
                )
            ),
            "rivet",
        )
    if v.bolster:
        d.add(
            "bolster",
            box(0.98 * v.width, 0.018, 1.06 * v.thickness, 0.004).move(0, b - 0.002, 0),
            "rivet" if v.kind == "cleaver" else "blade",
        )
    d.point("grip", (0, 0.5 * b, 0), size=v.width)
    d.point("top", (0, h, 0), size=w)
    return d
