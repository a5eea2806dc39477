"""Motorcycle: tank, engine and seat on a frame, fork and exhausts."""

from __future__ import annotations

from maquette.shapes.api import bone as b
from maquette.shapes.api import box, cylinder, lathe, organic, sphere, sweep, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, Whole, family
from maquette.shapes.sub.cycles import fender, tube
from maquette.shapes.sub.hulls import across
from maquette.shapes.sub.wheels import add_wheel


@family(
    "motorcycle",
    "vehicle",
    nouns={
        "motorbike": {},
        "chopper": {"kind": "chopper"},
        "sport bike": {"kind": "sport"},
        "racing motorcycle": {"kind": "sport"},
        "dirt bike": {"kind": "cross"},
        "motocross bike": {"kind": "cross"},
        "cruiser": {"kind": "chopper"},
    },
    parameters=(
        Choice("kind", ("road", "chopper", "sport", "cross")),
        Real("length", 1.45, 1.35, 1.6, about="between the axles"),
        Real("wheel_radius", 0.32, 0.29, 0.36),
        Real("width", 0.15, 0.12, 0.2, about="of the tyres"),
        Real("height", 0.8, 0.72, 0.88, about="of the seat"),
        Whole("spokes", 6, 3, 12),
        Whole("exhausts", 2, 1, 2),
        Flag("bags", 0.3),
        Flag("windshield", 0.4),
        Flag("mirrors", 0.7),
    ),
    slots={
        "body": (
            "car paint:#b8201c",
            "car paint:#1e4fa0",
            "car paint:#e28a18",
            "car paint:#1d1f23",
            "car paint:#2c7a48",
        ),
        "tyre": ("rubber",),
        "rim": ("aluminium", "chrome", "gunmetal"),
        "engine": ("aluminium", "gunmetal"),
        "bright": ("chrome",),
        "seat": ("leather:#231f1d", "leather"),
        "trim": ("plastic:#202226",),
        "glass": ("dark glass",),
        "headlight": ("glow:#fff6d8",),
        "taillight": ("glow:#d81818",),
    },
    words={
        "bags": {"bags": True},
        "saddlebags": {"bags": True},
        "windshield": {"windshield": True},
        "windscreen": {"windshield": True},
        "mirrors": {"mirrors": True},
    },
    paints={
        "tank": "body",
        "wheels": "rim",
        "tyres": "tyre",
        "tires": "tyre",
        "exhaust": "bright",
        "exhausts": "bright",
        "lamp": "headlight",
        "handlebar": "bright",
        "bags": "seat",
        "fenders": "body",
    },
    height=(0.85, 1.6),
)
def motorcycle(v: Values) -> Draft:
    """Tank, engine and seat on a frame, fork and exhausts."""
    r, half, k, s = (
        v.wheel_radius * (1.08 if v.kind == "cross" else 1),
        v.length / 2 * (1.15 if v.kind == "chopper" else 1),
        v.kind,
        v.height - (0.12 if v.kind == "chopper" else 0),
    )
    d = Draft(extent=2 * half + 2 * r)
    for name, z in (("front", half), ("rear", -half)):
        wide = v.width * (0.72 if name == "front" else 1.1)
        add_wheel(d, f"wheel_{name}", (0, r, z), r, wide, spokes=v.spokes, tread=24 if k == "cross" else 0)
    hy, hz = s + 0.17, half - {"road": 0.3, "chopper": 0.52, "sport": 0.26, "cross": 0.3}[k]
    x = 0.5 * v.width + 0.045
    fork = union(
        tube((x, r, half), (x, hy, hz), r=0.028).mirrored(),
        tube((-x, hy, hz), (x, hy, hz), r=0.035),
        tube(
            (-x, 0.5 * (hy + r) + 0.18, 0.5 * (half + hz) - 0.08),
            (x, 0.5 * (hy + r) + 0.18, 0.5 * (half + hz) - 0.08),
            r=0.03,
        ),
        cylinder(0.03, 2 * x).rotate(z=90).move(y=r, z=half),
        tube((0, hy + 0.03, hz), (0, hy - 0.16, hz + 0.02), r=0.05),
        box(0.05, 0.06, 0.24).move(y=hy - 0.03, z=hz + 0.1),
    )
    d.add("fork", fork, "bright")
    swing = union(
        tube((x + 0.03, r, -half), (0.1, 0.36, -0.1), r=0.03).mirrored(),
        cylinder(0.03, 2 * x + 0.1).rotate(z=90).move(y=r, z=-half),
    )
    shocks = tube((x + 0.03, r + 0.05, -half + 0.08), (0.1, s - 0.1, -0.42), r=0.03).mirrored()
    cradle = union(
        tube(
            (0, hy - 0.06, hz - 0.02),
            (0.09, 0.55, 0.34),
            (0.1, 0.25, 0.26),
            (0.1, 0.25, -0.2),
            (0.09, s - 0.1, -0.3),
            smooth=True,
            r=0.024,
        ).mirrored(),
        tube((0, hy - 0.06, hz - 0.02), (0, s - 0.04, -0.45), r=0.04),
    )
    d.add("frame", union(swing, shocks, cradle), "trim")
    fins = union(
        *(box(0.26 - 0.02 * (i % 2), 0.022, 0.2).move(y=i * 0.034) for i in range(7)), box(0.2, 0.24, 0.15).move(y=0.1)
    )
    engine = union(
        box(0.3, 0.26, 0.42, 0.06).move(y=0.36, z=0.02),
        cylinder(0.12, 0.36, bevel=0.03).rotate(z=90).move(y=0.36, z=-0.06),
        fins.rotate(x=18).move(y=0.5, z=0.12),
    )
    d.add("engine", engine, "engine")
    tank = organic(
        [
            b((0, s + 0.04, 0.32), (0, s + 0.02, -0.05), 0.15, 0.1),
            b((0.06, s + 0.0, 0.26), (0.03, s - 0.02, 0.0), 0.11, 0.09),
            b((-0.06, s + 0.0, 0.26), (-0.03, s - 0.02, 0.0), 0.11, 0.09),
        ],
        0.06,
        cells=48,
    )
    d.add("tank", tank, "body")
    back = -half + (0.25 if k != "sport" else 0.15)
    seat = organic(
        [
            b((0, s - 0.04, -0.08), (0, s - 0.02, -0.4), 0.1, 0.12),
            b((0, s + 0.03, -0.4), (0, s + (0.12 if k == "sport" else 0.06), back + 0.05), 0.1, 0.09),
        ],
        0.08,
        cells=44,
    ).scale(1.15, 1, 1)
    d.add("seat", seat, "seat")
    tail = union(
        box(0.2, 0.1, 0.4, 0.05).rotate(x=8 if k == "sport" else -4).move(y=s - 0.05, z=back + 0.12),
        fender(r, v.width * 1.1).rotate(x=-40).move(y=r, z=-half),
        box(0.04, 0.24, 0.06).move(y=min(2 * r + 0.1, s - 0.1), z=-half + 0.12),
    )
    d.add("fender_rear", tail, "body")
    d.add(
        "fender_front",
        union(
            fender(r, v.width * 0.8).rotate(x=20).move(y=r, z=half),
            box(2 * x, 0.05, 0.08).move(y=2 * r - 0.0, z=half - 0.09),
        ),
        "body",
    )
    d.add(
        "taillight",
        box(0.12, 0.06, 0.06, 0.015).move(y=s - 0.02 + (0.05 if k == "sport" else 0), z=back - 0.07),
        "taillight",
    )
    lamp = (
        lathe([(0.05, -0.11), (0.1, -0.02), (0.11, 0.03), (0.0, 0.06)], smooth=True)
        .rotate(x=90)
        .move(y=hy - 0.03, z=hz + (0.32 if k == "sport" or v.windshield else 0.15))
    )
    d.add("headlight", lamp, "headlight")
    up, far, push = {
        "road": (0.16, 0.36, -0.14),
        "chopper": (0.36, 0.38, -0.24),
        "sport": (0.04, 0.32, -0.1),
        "cross": (0.18, 0.42, -0.06),
    }[k]
    bar = sweep(
        [(0, hy, hz), (0.1, hy + 0.02, hz), (0.17, hy + up, hz - 0.02), (far, hy + up, hz + push)], 0.018, sides=10
    )
    d.add("handlebar", bar.mirrored(), "bright")
    e, g = (far, hy + up, hz + push), 0.13
    q = ((far - 0.17) ** 2 + (push + 0.02) ** 2) ** 0.5
    d.add(
        "grips", tube(e, (e[0] - g * (far - 0.17) / q, e[1], e[2] - g * (push + 0.02) / q), r=0.027).mirrored(), "trim"
    )
    if v.mirrors:
        m = union(
            tube((far - 0.1, hy + up, hz + 0.55 * push), (far - 0.02, hy + up + 0.17, hz + 0.6 * push), r=0.011),
            sphere(0.075, 0.05, 0.022).move(far, hy + up + 0.2, hz + 0.6 * push),
        )
        d.add("mirrors", m.mirrored(), "bright")
    for i in range(v.exhausts):
        side = 1 if i else -1
        high = 0.3 if k == "cross" else 0.0
        pipe = sweep(
            [
                (side * 0.06, 0.55, 0.24),
                (side * 0.13, 0.42, 0.36),
                (side * 0.17, 0.24 + 0.5 * high, 0.2),
                (side * 0.19, 0.24 + high, -0.25),
                (side * 0.2, 0.27 + high, -half + 0.25),
            ],
            0.034,
        )
        d.add(
            f"exhaust_{i + 1}",
            union(
                pipe, cylinder(0.06, 0.5, 0.045, bevel=0.015).rotate(x=88).move(side * 0.2, 0.28 + high, -half + 0.12)
            ),
            "bright",
            group="exhausts",
        )
    if k == "sport" or v.windshield:
        glass = across([(0, 0), (0.02, 0.02), (-0.12, 0.32), (-0.15, 0.32)], 0.3).tapered(0.6, 1)
        d.add("windshield", glass.move(y=hy + 0.04, z=hz + 0.13), "glass")
        d.add(
            "fairing",
            organic(
                [b((0, hy - 0.02, hz + 0.1), (0, hy - 0.16, hz + 0.06), 0.15, 0.13)]
                + (
                    [b((t * 0.13, hy - 0.12, hz + 0.02), (t * 0.14, 0.42, 0.25), 0.07, 0.05) for t in (1, -1)]
                    if k == "sport"
                    else []
                ),
                0.05,
                cells=48,
            ),
            "body",
        )
    if v.bags and k != "cross":
        d.add(
            "bags",
            box(0.14, 0.28, 0.42, 0.05).move(x=0.2 + 0.3 * v.width, y=s - 0.2, z=-half + 0.05).mirrored()
            + box(0.4 + 0.5 * v.width, 0.05, 0.1, 0.01).move(y=s - 0.08, z=-half + 0.15),
            "seat",
        )
    d.add("pegs", cylinder(0.018, 0.56, bevel=0.005).rotate(z=90).move(y=0.3, z=-0.18), "trim")
    d.point("seat", (0, s + 0.08, -0.25), size=0.3)
    d.point("top", (0, s + 0.08, -0.25), size=0.3)
    return d
