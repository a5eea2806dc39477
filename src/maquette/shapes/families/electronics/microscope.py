"""Microscopes: a foot, a bent arm, a stage, a turret of lenses and one or two eyepieces."""

from __future__ import annotations

import math

from maquette.shapes.api import box, cylinder, lathe, sphere, sweep, torus, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, Whole, family
from maquette.shapes.sub.outlines import rounded_rectangle, slab
from maquette.shapes.sub.sidewise import axle


@family(
    "microscope",
    "electronics",
    nouns={
        "light microscope": {},
        "laboratory microscope": {},
        "antique microscope": {"foot": "horseshoe", "light": "mirror", "eyepieces": 1},
        "brass microscope": {"foot": "horseshoe", "light": "mirror", "eyepieces": 1},
        "stereo microscope": {"eyepieces": 2},
    },
    parameters=(
        Real("height", 0.38, 0.3, 0.46),
        Real("width", 0.17, 0.14, 0.2, about="of the foot"),
        Real("depth", 0.22, 0.18, 0.26, about="of the foot"),
        Real("tilt", 38, 25, 52, unit="deg", about="of the eyepiece from upright"),
        Real("tube_radius", 0.021, 0.017, 0.026),
        Whole("lenses", 3, 2, 4, about="on the turret"),
        Whole("eyepieces", 1, 1, 2),
        Choice("foot", ("plate", "horseshoe")),
        Choice("light", ("lamp", "mirror")),
        Flag("slide", 0.8),
        Flag("clips", 0.8),
    ),
    slots={
        "body": ("paint:#e8e8e4", "gunmetal", "paint:#27323f", "brass"),
        "trim": ("gunmetal", "steel", "brass"),
        "lens": ("steel", "brass", "chrome"),
        "stage": ("gunmetal", "paint:#222427"),
        "light": ("glow:#fff0c0",),
        "mirror": ("mirror",),
        "slide": ("glass:#a8d4e4",),
        "specimen": ("paint:#c2407a", "paint:#3f8f4a"),
    },
    words={
        "mirror": {"light": "mirror"},
        "lamp": {"light": "lamp"},
        "slide": {"slide": True},
        "binocular": {"eyepieces": 2},
        "clips": {"clips": True},
    },
    paints={
        "arm": "body",
        "base": "body",
        "foot": "body",
        "tube": "body",
        "knobs": "trim",
        "eyepiece": "trim",
        "objectives": "lens",
    },
    height=(0.27, 0.58),
)
def microscope(v: Values) -> Draft:
    """The arm at the back, its user sits behind it; the stage looks to the front."""
    h, w, n, r = v.height, v.width, v.depth, v.tube_radius
    d = Draft(extent=h * 1.1)
    if v.foot == "plate":
        base = slab(rounded_rectangle(w, n, 0.035), 0.034, 0.008).move(y=0.017)
        d.add("foot", union(base, box(0.5 * w, 0.05, 0.42 * n, 0.012, 3).move(y=0.045, z=-0.26 * n)), "body")
    else:
        arc = [
            (0.42 * w * math.cos(a), 0.016, 0.5 * n * math.sin(a) - 0.0)
            for a in (math.radians(x) for x in range(-235, 56, 29))
        ]
        shoe = sweep([(x, y, -z) for x, y, z in arc], profile=rounded_rectangle(0.045, 0.032, 0.008))
        d.add(
            "foot",
            union(
                shoe,
                box(0.06, 0.07, 0.07, 0.012).move(y=0.035, z=-0.4 * n),
                box(0.05, 0.03, 0.6 * n, 0.008).move(y=0.016, z=-0.2 * n),
            ),
            "body",
        )
    back = -0.36 * n
    top, reach = 0.66 * h, 0.04
    path = [
        (0.0, 0.03, back + 0.01),
        (0.0, 0.2 * h, back - 0.012),
        (0.0, 0.45 * h, back - 0.02),
        (0.0, 0.63 * h, back + 0.005),
        (0.0, top, reach - 0.02),
        (0.0, top, reach + 0.01),
    ]
    d.add("arm", sweep(path, profile=rounded_rectangle(0.036, 0.05, 0.01)), "body")
    sy, sz = 0.34 * h, reach - 0.005
    plate = box(0.78 * w, 0.016, 0.13, 0.004) - cylinder(0.014, 0.1).move(z=0.0)
    carrier = box(0.05, 0.035, sz - back + 0.03, 0.006).move(y=-0.014, z=(back - sz) / 2 - 0.02)
    d.add("stage", union(plate, carrier - cylinder(0.013, 0.2)).move(y=sy, z=sz), "stage")
    up = sy + 0.008
    if v.slide:
        d.add("slide", box(0.078, 0.004, 0.028).move(y=up + 0.001, z=sz), "slide")
        d.add("specimen", cylinder(0.008, 0.005).move(y=up + 0.002, z=sz), "specimen")
    if v.clips:
        clip = sweep(
            [(0.05, up - 0.004, sz - 0.045), (0.05, up + 0.008, sz - 0.03), (0.03, up + 0.004, sz)],
            0.003,
            round_ends=True,
        )
        d.add("clips", union(clip, cylinder(0.006, 0.012).move(0.05, up + 0.002, sz - 0.045)).mirrored(), "lens")
    # The head: turret below, tube above.
    d.add(
        "head",
        union(cylinder(0.032, 0.05, bevel=0.008).move(y=top), cylinder(0.026, 0.03).move(y=top + 0.03)).move(z=reach),
        "body",
    )
    turret = top - 0.024
    d.add(
        "turret",
        lathe([(0.012, -0.018), (0.033, -0.006), (0.036, 0.004), (0.03, 0.012)]).rotate(x=-10).move(y=turret, z=reach),
        "trim",
    )
    gap = turret - up
    for i in range(v.lenses):
        size = gap * (0.86 - 0.17 * i) - 0.008
        one = lathe(
            [
                (0.004, -size),
                (0.008, -0.86 * size),
                (0.0095, -0.6 * size),
                (0.0125, -0.58 * size),
                (0.0125, -0.1 * size),
                (0.009, 0.01),
            ]
        )
        node = (
            one
            if i == 0
            else one.move(y=-0.004)
            .rotate(x=-34)
            .rotate(y=360 * i / v.lenses - 180 * (v.lenses == 2) + (90 if v.lenses == 2 else 0))
        )
        d.add(f"lens_{i + 1}", node.move(y=turret - 0.004, z=reach + (0 if i else -0.006)), "lens", group="lenses")
    long = (h - top - 0.045) / math.cos(math.radians(v.tilt)) + 0.01
    neck = sphere(0.03).move(y=top + 0.045, z=reach)
    d.add(
        "prism",
        union(
            neck,
            box(0.05 if v.eyepieces == 1 else 0.075, 0.04, 0.045, 0.01)
            .rotate(x=-v.tilt)
            .move(y=top + 0.055, z=reach - 0.008),
        ),
        "body",
    )
    for i in range(v.eyepieces):
        x = 0.0 if v.eyepieces == 1 else (0.03 if i == 0 else -0.03)
        pipe = cylinder(r * (1 if v.eyepieces == 1 else 0.85), long).move(y=long / 2)
        cup = lathe(
            [
                (0.9 * r, 0),
                (1.15 * r, 0.004),
                (1.15 * r, 0.02),
                (0.95 * r, 0.032),
                (0.6 * r, 0.032),
                (0.55 * r, 0.02),
                (0.0, 0.02),
            ]
        )
        d.add(f"tube_{i + 1}", pipe.rotate(x=-v.tilt).move(x, top + 0.045, reach), "body", group="tube")
        d.add(
            f"eyepiece_{i + 1}",
            cup.scale(1, 1.3, 1).move(y=long - 0.012).rotate(x=-v.tilt).move(x, top + 0.045, reach),
            "trim",
            group="eyepiece",
        )
        ring = torus(r * 1.02, 0.0035).move(y=0.45 * long).rotate(x=-v.tilt).move(x, top + 0.045, reach)
        d.add(f"tube_ring_{i + 1}", ring, "trim", group="tube")
    for k, y in enumerate((0.16 * h, 0.27 * h)):
        size = 0.026 if k == 0 else 0.018
        rod = union(
            axle(0.008, 0.11, y, back - 0.012),
            *(axle(size, 0.02, y, back - 0.012, 0.004).move(x=s * 0.045) for s in (1, -1)),
        )
        d.add(f"knobs_{k + 1}", rod, "trim", group="knobs")
    if v.light == "lamp":
        d.add(
            "lamp",
            union(cylinder(0.034, 0.05, 0.026, bevel=0.005).move(y=0.05), cylinder(0.04, 0.02).move(y=0.034)).move(
                z=sz
            ),
            "trim",
        )
        d.add("light", cylinder(0.021, 0.008).move(y=0.076, z=sz), "light")
        if v.foot == "horseshoe":
            d.add("lamp_arm", box(0.04, 0.024, 0.2, 0.006).move(y=0.036, z=sz - 0.09), "trim")
    else:
        fork = union(
            torus(0.034, 0.005, degrees=180).rotate(x=90),
            cylinder(0.006, 0.06).move(y=-0.058),
            cylinder(0.011, 0.03).move(y=-0.072),
        )
        d.add(
            "fork",
            union(fork.rotate(x=0).move(y=0.115, z=sz), box(0.024, 0.02, 0.2, 0.005).move(y=0.036, z=sz - 0.08)),
            "trim",
        )
        disc = union(cylinder(0.031, 0.008, bevel=0.002), axle(0.004, 0.07)).rotate(x=35)
        d.add("mirror", disc.move(y=0.115, z=sz), "mirror")
    d.point("top", (0, h, reach), size=0.05)
    return d
