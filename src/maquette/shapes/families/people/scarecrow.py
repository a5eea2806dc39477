"""Scarecrows: clothes full of straw on a cross of poles, a head of sacking or a pumpkin."""

from __future__ import annotations

import math

from maquette.shapes.api import box, cone, cylinder, lathe, sphere, sweep, torus, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, Whole, family
from maquette.shapes.node import Node
from maquette.shapes.sub.flesh import Flesh, Point3, add, unit
from maquette.shapes.sub.outlines import rod


@family(
    "scarecrow",
    "people",
    nouns={"straw man": {}, "pumpkin scarecrow": {"face": "pumpkin"}, "field guard": {}},
    parameters=(
        Choice("face", ("sack", "pumpkin")),
        Real("height", 1.9, 1.5, 2.3),
        Real("span", 0.8, 0.7, 0.92, unit="", about="from hand to hand, share of the height"),
        Real("build", 1.0, 0.85, 1.2, unit=""),
        Real("droop", 0.03, -0.02, 0.08, unit="", about="of the hands"),
        Real("brim", 1.0, 0.85, 1.25, unit="", about="of the hat"),
        Whole("patches", 3, 1, 5),
        Whole("buttons", 3, 2, 4),
        Flag("hat", 0.9),
        Flag("scarf", 0.6),
        Flag("trousers", 0.75),
        Flag("crow", 0.35),
        Flag("mound", 0.7),
    ),
    slots={
        "shirt": ("fabric:#a8322a", "fabric:#3a5a8a", "fabric:#5a7a3a", "fabric:#c88a2a"),
        "trousers": ("denim", "fabric:#6a4a2e", "fabric:#3f4a3a"),
        "head": ("canvas", "canvas:#c9a870"),
        "pumpkin": ("fruit:#e07a1c",),
        "straw": ("thatch:#e0bc5a", "thatch:#d0a848"),
        "hat": ("thatch:#c09a50", "fabric:#4a3828", "fabric:#2a2a2c"),
        "band": ("fabric:#a8322a", "fabric:#2a2a2c"),
        "scarf": ("fabric:#d8a02a", "fabric:#b8302a", "fabric:#2a6a5a"),
        "patches": ("fabric:#d8b04a", "fabric:#5a8ab0", "fabric:#c05a7a"),
        "dark": ("fabric:#1c1a18",),
        "pole": ("wood", "driftwood", "pine"),
        "crow": ("feathers:#1c1d22",),
        "soil": ("soil",),
    },
    words={
        "hat": {"hat": True},
        "scarf": {"scarf": True},
        "crow": {"crow": True},
        "pumpkin": {"face": "pumpkin"},
        "patches": {"patches": 4},
    },
    paints={"clothes": "shirt", "coat": "shirt", "pants": "trousers", "face": "head", "post": "pole"},
    height=(1.4, 2.8),
)
def scarecrow(v: Values) -> Draft:
    """Its arms to the sides, its face to the front."""
    h, w = v.height, v.build
    d = Draft(extent=1.05 * h)
    arm = 0.72 * h
    half = 0.5 * v.span * h
    hands = arm - v.droop * h
    d.add(
        "pole",
        union(
            cylinder(0.022 * h, 0.8 * h, 0.02 * h, sides=10).move(0, 0.4 * h, -0.01 * h),
            rod(
                (-half - 0.05 * h, hands, -0.01 * h),
                (0, arm, -0.01 * h),
                (half + 0.05 * h, hands, -0.01 * h),
                radius=0.014 * h,
            ),
        ),
        "pole",
        group="pole",
    )
    flesh = Flesh(0.03 * h, 72)
    flesh.chain([(0, 0.7 * h, 0), (0, 0.56 * h, 0.012 * h), (0, 0.46 * h, 0)], [0.085 * h * w, 0.1 * h * w, 0.07 * h * w])  # fmt: skip
    flesh.chain(
        [(0.06 * h, 0.7 * h, 0), (0.55 * half, (arm + hands) / 2 - 0.012 * h, 0), (0.86 * half, hands - 0.008 * h, 0)],
        [0.06 * h * w, 0.05 * h, 0.056 * h],
        both=True,
    )
    d.add("shirt", flesh.node(), "shirt", group="clothes")
    legs = Flesh(0.02 * h, 56)
    low = 0.16 * h
    if v.trousers:
        legs.chain(
            [(0.04 * h, 0.46 * h, 0), (0.062 * h, 0.3 * h, 0.012 * h), (0.07 * h, low, 0)],
            [0.085 * h * w, 0.06 * h, 0.066 * h],
            both=True,
        )
        d.add("trousers", legs.node(), "trousers", group="clothes")
    rng = v.rng("straw")
    straw: list[Node] = []

    def tuft(at: Point3, way: Point3, long: float, count: int, wide: float) -> None:
        for _ in range(count):
            lean = unit(
                add(
                    way,
                    (float(rng.uniform(-wide, wide)), float(rng.uniform(-wide, wide)), float(rng.uniform(-wide, wide))),
                )
            )
            end = add(at, lean, long * float(rng.uniform(0.75, 1.15)))
            straw.append(sweep([add(at, lean, -0.3 * long), end], [0.009 * h, 0.006 * h], sides=5))

    for s in (1, -1):
        tuft((s * 0.88 * half, hands - 0.008 * h, 0), (s, -0.1, 0), 0.11 * h, 14, 0.45)
        if v.trousers:
            tuft((s * 0.07 * h, low - 0.03 * h, 0), (0, -1, 0), 0.09 * h, 12, 0.35)
    if not v.trousers:
        tuft((0, 0.42 * h, 0), (0, -1, 0), 0.14 * h, 26, 0.5)
    y = 0.86 * h
    r = 0.095 * h * (1.2 if v.style == "cartoon" else 1.0)
    tuft((0, 0.755 * h, 0.02 * h), (0, -0.2, 0.5), 0.1 * h, 12, 0.9)
    if v.hat:
        for s in (1, -1):
            tuft((s * 0.8 * r, y + 0.25 * r, 0), (0.4 * s, -1, 0.1), 0.7 * r, 6, 0.3)
    else:
        tuft((0, y + 0.85 * r, 0), (0, 1, 0), 0.7 * r, 14, 0.7)
    d.add("straw", union(*straw), "straw", group="straw")
    z = 0.0
    if v.face == "pumpkin":
        rib = sphere(0.5 * r, 0.86 * r, 0.5 * r).move(0.55 * r, 0, 0)
        d.add("head", union(rib.around(9), sphere(0.8 * r)).move(0, y, 0), "pumpkin", group="head")
        z = 0.98 * r
    else:
        head = Flesh(0.02 * h, 44)
        head.chain([(0, y + 0.12 * r, 0), (0, y - 0.25 * r, 0.05 * r), (0, 0.755 * h, 0)], [r, 0.86 * r, 0.5 * r])
        d.add("head", head.node(), "head", group="head")
        z = 0.96 * r
    eyes = (
        union(box(0.34 * r, 0.09 * r, 0.14 * r), box(0.09 * r, 0.34 * r, 0.14 * r)).rotate(z=45)
        if v.face == "sack"
        else cone(0.24 * r, 0.3 * r, 3).rotate(x=90)
    )
    d.add("eyes", eyes.move(0.36 * r, y + 0.22 * r, 0.9 * z).mirrored(), "dark", group="head")
    mouth = [
        (0.55 * r * math.sin(a), y - 0.2 * r - 0.28 * r * math.cos(a), z * (0.98 - 0.2 * math.sin(a) ** 2))
        for a in (math.radians(-70 + 20 * k) for k in range(8))
    ]
    stitches = [box(0.05 * r, 0.2 * r, 0.1 * r).move(*mouth[k]) for k in range(1, 7)]
    d.add("mouth", union(sweep(mouth, 0.05 * r, round_ends=True, sides=8), *stitches), "dark", group="head")
    d.add("nose", cone(0.14 * r, 0.4 * r).rotate(x=80).move(0, y - 0.02 * r, z + 0.12 * r), "patches", group="head")
    if v.scarf:
        d.add(
            "scarf",
            union(
                torus(0.075 * h, 0.028 * h).scale(1.05, 1, 1).move(0, 0.765 * h, 0),
                box(0.06 * h, 0.17 * h, 0.025 * h, 0.008 * h).rotate(z=8).move(0.045 * h, 0.68 * h, 0.098 * h * w),
            ),
            "scarf",
            group="clothes",
        )
    else:
        d.add("collar", torus(0.055 * h, 0.016 * h).move(0, 0.765 * h, 0), "pole", group="clothes")
    d.add("belt", torus(0.092 * h * w, 0.011 * h).move(0, 0.475 * h, 0), "pole", group="clothes")
    if v.hat:
        b = 1.75 * r * v.brim
        hat = [
            (0.02 * r, 0.0),
            (0.9 * r, -0.04 * r),
            (b, -0.16 * r),
            (b, -0.07 * r),
            (0.95 * r, 0.1 * r),
            (0.8 * r, 0.6 * r),
            (0.45 * r, 1.15 * r),
            (0.02 * r, 1.25 * r),
        ]
        d.add("hat", lathe(hat).rotate(x=-6, z=5).move(0, y + 0.52 * r, -0.03 * r), "hat", group="hat")
        d.add("hat_band", torus(0.9 * r, 0.1 * r).rotate(x=-6, z=5).move(0, y + 0.72 * r, -0.03 * r), "band", group="hat")  # fmt: skip
    dots = []
    for k in range(v.buttons):
        yy = 0.53 * h + 0.055 * h * k
        at = flesh.hit((0, yy, h), (0, yy, 0))
        dots.append(cylinder(0.014 * h, 0.012 * h).rotate(x=90).move(*at))
    d.add("buttons", union(*dots), "dark", group="clothes")
    spots = ((-0.055, 0.58, 1), (0.06, 0.63, 1), (0.3, 0.715, 1), (-0.25, 0.715, 1), (0.05, 0.52, 1))[: v.patches]
    squares = [
        box(0.055 * h, 0.05 * h, 0.4 * h).rotate(z=12 * k).move(x * h, yy * h, 0.2 * h)
        for k, (x, yy, _) in enumerate(spots)
    ]
    d.add("patches", flesh.node(0.004 * h) & union(*squares), "patches", group="clothes")
    if v.trousers:
        d.add(
            "knee",
            legs.node(0.004 * h) & box(0.06 * h, 0.06 * h, 0.3 * h).rotate(z=10).move(-0.06 * h, 0.3 * h, 0.15 * h),
            "patches",
            group="clothes",
        )
    if v.crow:
        x, yy = 0.62 * half, (arm + hands) / 2 + 0.075 * h
        bird = Flesh(0.015 * h, 40)
        bird.chain([(x, yy, -0.02 * h), (x, yy + 0.025 * h, 0.03 * h)], [0.034 * h, 0.042 * h])
        bird.ball((x, yy + 0.075 * h, 0.05 * h), 0.03 * h)
        bird.chain([(x, yy, -0.03 * h), (x, yy - 0.02 * h, -0.12 * h)], [0.022 * h, 0.012 * h])
        bird.chain([(x, yy, 0), (x, yy - 0.05 * h, 0)], [0.012 * h, 0.009 * h])
        d.add("crow", bird.node(), "crow", group="crow")
        d.add("crow_beak", cone(0.013 * h, 0.05 * h).rotate(x=95).move(x, yy + 0.07 * h, 0.092 * h), "pole", group="crow")  # fmt: skip
    if v.mound:
        d.add(
            "mound",
            (
                sphere(0.16 * h, 0.07 * h, 0.16 * h).roughened(0.012 * h, 0.05 * h, v.seed)
                & box(h, h, h).move(y=0.5 * h)
            ),
            "soil",
            group="mound",
        )
    else:
        d.add("wedge", box(0.09 * h, 0.03 * h, 0.09 * h, 0.005 * h).move(0, 0.015 * h, -0.01 * h), "pole", group="pole")
    d.point("head", (0, y + r, 0), size=2 * r)
    d.point("top", (0, y + r, 0), size=2 * r)
    d.point("hand_right", (-0.95 * half, hands, 0), size=0.04 * h)
    d.point("hand_left", (0.95 * half, hands, 0), size=0.04 * h)
    return d
