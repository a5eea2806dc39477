"""Scooter: a step-through motor scooter, or a board on two small wheels."""

from __future__ import annotations

from maquette.shapes.api import bone as b
from maquette.shapes.api import box, cylinder, organic, sphere, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, Whole, family
from maquette.shapes.sub.cycles import fender, tube
from maquette.shapes.sub.hulls import across
from maquette.shapes.sub.wheels import add_wheel


@family(
    "scooter",
    "vehicle",
    nouns={
        "moped": {"kind": "motor"},
        "vespa": {"kind": "motor"},
        "motor scooter": {"kind": "motor"},
        "kick scooter": {"kind": "kick"},
        "e-scooter": {"kind": "kick", "lamp": True},
        "electric scooter": {"kind": "kick", "lamp": True},
    },
    parameters=(
        Choice("kind", ("motor", "kick")),
        Real("length", 1.0, 0.92, 1.1, unit="", about="a factor"),
        Real("height", 1.0, 0.92, 1.08, unit="", about="a factor"),
        Real("wheel_radius", 0.21, 0.19, 0.25),
        Real("width", 0.36, 0.32, 0.42),
        Whole("spokes", 5, 3, 8),
        Flag("lamp", 0.7),
        Flag("box", 0.3),
        Flag("mirrors", 0.6),
        Flag("windshield", 0.25),
    ),
    slots={
        "body": (
            "car paint:#7fb8a8",
            "car paint:#c8362c",
            "car paint:#e9d9a8",
            "car paint:#4a7fb5",
            "car paint:#e08a4a",
        ),
        "tyre": ("rubber",),
        "rim": ("chrome", "aluminium"),
        "bright": ("chrome",),
        "seat": ("leather", "leather:#2a2320"),
        "trim": ("plastic:#26282c",),
        "glass": ("glass",),
        "headlight": ("glow:#fff6d8",),
        "taillight": ("glow:#d81818",),
    },
    words={
        "lamp": {"lamp": True},
        "box": {"box": True, "kind": "motor"},
        "mirrors": {"mirrors": True},
        "windshield": {"windshield": True},
    },
    paints={
        "wheels": "rim",
        "tyres": "tyre",
        "tires": "tyre",
        "handlebar": "bright",
        "headlight": "headlight",
        "box": "seat",
    },
    height=(0.8, 1.6),
)
def scooter(v: Values) -> Draft:
    """A step-through motor scooter, or a board on two small wheels."""
    k, f = v.length, v.height
    if v.kind == "kick":
        r, half, top = 0.48 * v.wheel_radius, 0.42 * k, 1.0 * f
        d = Draft(extent=top)
        for name, z in (("front", half), ("rear", -half)):
            add_wheel(d, f"wheel_{name}", (0, r, z), r, 0.04, spokes=v.spokes)
        d.add(
            "deck",
            union(
                box(0.14, 0.035, 1.25 * half, 0.012).move(y=r + 0.005, z=-0.12 * k),
                box(0.025, 0.03, 0.3).move(x=0.045, y=r, z=-half + 0.1).mirrored(),
            ),
            "body",
        )
        d.add("grip_tape", box(0.11, 0.012, 1.1 * half, 0.003).move(y=r + 0.024, z=-0.12 * k), "trim")
        d.add(
            "neck",
            union(
                tube((0, r + 0.0, 0.14 * k), (0, r + 0.05, half - 0.2), (0, 0.3, half - 0.045), r=0.022),
                tube((0.035, r, half), (0.035, r + 0.13, half - 0.02), r=0.013).mirrored(),
                box(0.1, 0.03, 0.06).move(y=r + 0.13, z=half - 0.02),
                cylinder(0.012, 0.09).rotate(z=90).move(y=r, z=half),
                cylinder(0.012, 0.11).rotate(z=90).move(y=r, z=-half),
            ),
            "bright",
        )
        d.add("column", tube((0, r + 0.12, half - 0.02), (0, top - 0.02, half - 0.16), r=0.02), "body")
        d.add(
            "handlebar",
            union(
                tube((-0.22, top - 0.02, half - 0.17), (0.22, top - 0.02, half - 0.17), r=0.014),
                cylinder(0.02, 0.07).rotate(z=90).move(y=top - 0.02, z=half - 0.17),
            ),
            "bright",
        )
        d.add(
            "grips", tube((0.13, top - 0.02, half - 0.17), (0.245, top - 0.02, half - 0.17), r=0.02).mirrored(), "trim"
        )
        d.add(
            "fender",
            fender(r, 0.05).rotate(x=-20).move(y=r, z=-half)
            + box(0.045, 0.8 * r, 0.04).move(y=1.4 * r, z=-half + 0.95 * r),
            "trim",
        )
        if v.lamp:
            d.add("lamp", sphere(0.035, 0.035, 0.03).move(y=top - 0.12, z=half - 0.12), "headlight")
        d.point("top", (0, r + 0.04, 0), size=0.14)
        return d
    r, half, w, s = v.wheel_radius, 0.64 * k, v.width / 2, 0.76 * f
    d = Draft(extent=2 * half + 2 * r)
    for name, z in (("front", half), ("rear", -half)):
        add_wheel(d, f"wheel_{name}", (0, r, z), r, 0.11, spokes=v.spokes)
    hy, hz = 1.0 * f, half - 0.24
    d.add("floor", box(1.9 * w, 0.07, 0.52, 0.03).move(y=0.27, z=0.13), "body")
    d.add("mat", box(1.5 * w, 0.03, 0.36, 0.01).move(y=0.305, z=0.14), "trim")
    rear = organic(
        [
            b((0, 0.42, -0.2), (0, 0.5, -half + 0.05), 0.19, 0.17),
            b((w - 0.06, 0.4, -0.32), (w - 0.07, 0.42, -half - 0.02), 0.14, 0.11),
            b((-w + 0.06, 0.4, -0.32), (-w + 0.07, 0.42, -half - 0.02), 0.14, 0.11),
        ],
        0.08,
        cells=60,
    ) - cylinder(1.18 * r, 0.17).rotate(z=90).move(y=r, z=-half)
    d.add("body", rear, "body")
    shield = across([(0.36, 0.26), (0.42, 0.26), (hz + 0.05, hy - 0.12), (hz - 0.02, hy - 0.1)], 2.1 * w, 0.02).tapered(
        0.55, 1
    )
    d.add(
        "leg_shield",
        union(
            shield.scale(1.15, 1, 1),
            organic([b((0, 0.4, half - 0.22), (0, hy - 0.14, hz + 0.02), 0.1, 0.08)], 0.02, cells=32),
        ),
        "body",
    )
    d.add(
        "fender_front",
        organic([b((0, r + 0.16, half - 0.1), (0, r + 0.13, half + 0.12), 0.13, 0.1)], 0.02, cells=36)
        - cylinder(1.08 * r, 0.16).rotate(z=90).move(y=r, z=half),
        "body",
    )
    d.add(
        "fork",
        union(
            tube((0.075, r, half), (0.06, r + 0.3, half - 0.13), r=0.02).mirrored(),
            cylinder(0.02, 0.17).rotate(z=90).move(y=r, z=half),
            cylinder(0.03, 0.2).rotate(z=90).move(y=r, z=-half),
            box(0.05, 0.18, 0.42).move(x=-0.085, y=r + 0.07, z=-half + 0.19),
            tube((0, hy - 0.16, hz), (0, hy, hz - 0.02), r=0.04),
        ),
        "bright",
    )
    d.add(
        "handlebar_cover",
        organic(
            [
                b((0.1, hy + 0.02, hz - 0.02), (-0.1, hy + 0.02, hz - 0.02), 0.055),
                b((0, hy + 0.03, hz), (0, hy + 0.03, hz + 0.05), 0.085, 0.08),
            ],
            0.04,
            cells=36,
        ),
        "body",
    )
    d.add(
        "handlebar",
        tube((0, hy + 0.02, hz - 0.02), (0.2, hy + 0.04, hz - 0.03), (0.32, hy + 0.04, hz - 0.07), r=0.015).mirrored(),
        "bright",
    )
    d.add("grips", tube((0.22, hy + 0.04, hz - 0.037), (0.335, hy + 0.04, hz - 0.075), r=0.024).mirrored(), "trim")
    d.add(
        "seat",
        organic(
            [
                b((0, s - 0.03, -0.12), (0, s + 0.01, -half + 0.1), 0.1, 0.12),
                b((0, s - 0.03, -0.3), (0, s, -half), 0.12, 0.1),
            ],
            0.06,
            cells=40,
        ).scale(1.1, 1, 1),
        "seat",
    )
    d.add("seat_base", box(1.2 * w, 0.24, 0.5, 0.05).move(y=s - 0.15, z=-0.38), "body")
    d.add("headlight", sphere(0.07, 0.07, 0.05).move(y=hy + 0.04, z=hz + 0.11), "headlight")
    d.add("taillight", box(0.13, 0.07, 0.08, 0.02).move(y=0.58, z=-half - 0.12), "taillight")
    d.add("trim_strip", box(0.03, 0.03, 0.5, 0.01).move(x=0.95 * w, y=0.24, z=0.13).mirrored(), "bright")
    if v.mirrors:
        d.add(
            "mirrors",
            union(
                tube((0.15, hy + 0.03, hz - 0.03), (0.24, hy + 0.22, hz - 0.02), r=0.01),
                sphere(0.06, 0.06, 0.02).move(0.25, hy + 0.25, hz - 0.02),
            ).mirrored(),
            "bright",
        )
    if v.box:
        d.add("rack", box(0.16, 0.03, 0.3).move(y=s - 0.04, z=-half - 0.12), "bright")
        d.add("box", box(0.34, 0.28, 0.3, 0.05).move(y=s + 0.11, z=-half - 0.16), "seat")
    if v.windshield:
        d.add("windshield", box(0.4, 0.42, 0.015, 0.005).rotate(x=-18).move(y=hy + 0.26, z=hz + 0.02), "glass")
    d.point("seat", (0, s + 0.1, -0.3), size=0.3)
    d.point("top", (0, s + 0.1, -0.3), size=0.3)
    return d
