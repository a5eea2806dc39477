"""Bicycles, motorcycles and scooters: everything on two wheels in a row."""

from __future__ import annotations

from maquette.shapes.api import bone as b
from maquette.shapes.api import box, cylinder, lathe, organic, sphere, sweep, torus, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, Whole, family
from maquette.shapes.node import Node
from maquette.shapes.sub.hulls import across
from maquette.shapes.sub.wheels import add_wheel, wire_wheel

Point = tuple[float, float, float]
METALS = ("paint:#c8362c", "paint:#2468b0", "paint:#2f8f6a", "paint:#f0a326", "paint:#1f2328", "paint:#d8e0e4")


def tube(*points: Point, r: float = 0.016, smooth: bool = False) -> Node:
    """A round tube through points."""
    return sweep(list(points), r, smooth=smooth, sides=10)


@family(
    "bicycle",
    "vehicle",
    nouns={
        "bike": {},
        "pushbike": {},
        "mountain bike": {"bars": "flat", "tyres": 0.03, "basket": False},
        "racing bike": {"bars": "drop", "basket": False, "fenders": False},
        "road bike": {"bars": "drop", "basket": False, "fenders": False},
        "city bike": {"bars": "high", "basket": True, "fenders": True},
        "bmx": {"bars": "high", "wheel_radius": 0.27, "fenders": False},
        "cycle": {},
    },
    parameters=(
        Real("wheel_radius", 0.34, 0.27, 0.37),
        Real("length", 1.02, 0.95, 1.12, about="between the axles"),
        Real("height", 0.88, 0.78, 0.98, about="of the saddle"),
        Real("tyres", 0.02, 0.014, 0.032, about="radius of the tyres' section"),
        Whole("spokes", 16, 12, 24),
        Choice("bars", ("flat", "drop", "high")),
        Flag("basket", 0.35),
        Flag("fenders", 0.5),
        Flag("lamp", 0.5),
        Flag("rack", 0.35),
        Flag("low_frame", 0.3),
    ),
    slots={
        "frame": METALS,
        "tyre": ("rubber",),
        "wheel": ("chrome", "aluminium"),
        "saddle": ("leather", "leather:#26221f"),
        "grip": ("rubber", "leather"),
        "metal": ("chrome", "gunmetal"),
        "basket": ("wicker",),
        "lamp": ("glow:#fff4c8",),
    },
    words={
        "basket": {"basket": True},
        "fenders": {"fenders": True},
        "mudguards": {"fenders": True},
        "lamp": {"lamp": True},
        "rack": {"rack": True},
    },
    paints={
        "seat": "saddle",
        "wheels": "wheel",
        "tyres": "tyre",
        "tires": "tyre",
        "handlebar": "metal",
        "handlebars": "metal",
        "grips": "grip",
        "spokes": "wheel",
    },
    height=(0.8, 1.25),
)
def bicycle(v: Values) -> Draft:
    """A diamond frame of tubes between two wire wheels."""
    r, half = v.wheel_radius, v.length / 2
    d = Draft(extent=v.length + 2 * r)
    rear, front = (0.0, r, -half), (0.0, r, half)
    crank, saddle_top = (0.0, 0.82 * r, -0.08 * v.length), v.height
    seat_top = (0.0, saddle_top - 0.1, -0.27 * v.length)
    joint = (0.0, saddle_top - 0.18, -0.245 * v.length)
    head_low, head_high = (0.0, r + 0.33, half - 0.16), (0.0, max(saddle_top - 0.08, r + 0.47), half - 0.22)
    low_joint = (0.0, 0.55 * joint[1] + 0.45 * crank[1], 0.55 * joint[2] + 0.45 * crank[2])
    top = tube(
        low_joint if v.low_frame else joint, head_low if v.low_frame else (0, head_high[1] - 0.04, head_high[2] + 0.01)
    )
    stays = [tube((s * 0.05, r, -half), (s * 0.02, y, z), r=0.011) for s in (-1, 1) for _, y, z in (joint, crank)]
    fork = [
        tube((s * 0.05, r, half), (s * 0.05, r + 0.32, half - 0.15), (0, r + 0.35, half - 0.165), r=0.013)
        for s in (-1, 1)
    ]
    frame = [
        top,
        tube(crank, seat_top),
        tube(crank, head_low, r=0.02),
        tube((0, head_low[1] - 0.03, head_low[2] + 0.02), head_high, r=0.022),
        *stays,
        *fork,
    ]
    d.add("frame", union(*frame), "frame")
    for name, at in (("front", front), ("rear", rear)):
        d.add(f"wheel_{name}", wire_wheel(r, v.spokes, 0.005, 0.11).move(*at), "wheel", group="wheels")
        d.add(f"tyre_{name}", torus(r - v.tyres, v.tyres).rotate(z=90).move(*at), "tyre", group="wheels")
    gear = cylinder(0.09, 0.012).rotate(z=90).move(x=0.045) + cylinder(0.022, 0.15).rotate(z=90)
    arms = union(*(box(0.018, 0.17, 0.028, 0.005).move(x=s * 0.075, y=-s * 0.08) for s in (1, -1))).rotate(x=50)
    chain = tube((0.045, r + 0.035, -half), (0.045, crank[1] + 0.085, crank[2]), r=0.007) + tube(
        (0.045, r - 0.035, -half), (0.045, crank[1] - 0.085, crank[2]), r=0.007
    )
    d.add(
        "crank",
        union((gear + arms).move(*crank), chain, cylinder(0.042, 0.014).rotate(z=90).move(0.045, r, -half)),
        "metal",
    )
    pedal = box(0.1, 0.022, 0.08, 0.006)
    d.add("pedals", union(*(pedal.move(x=s * 0.12, y=-s * 0.103, z=-s * 0.123) for s in (1, -1))).move(*crank), "grip")
    d.add("saddle_post", tube(seat_top, (0, saddle_top - 0.02, seat_top[2] - 0.025), r=0.013), "metal")
    saddle = organic(
        [b((0.045, 0, -0.08), (-0.045, 0, -0.08), 0.045), b((0, 0, -0.06), (0, 0.005, 0.12), 0.05, 0.022)],
        0.04,
        cells=40,
    ).scale(1, 0.6, 1)
    d.add("saddle", saddle.move(y=saddle_top, z=seat_top[2] - 0.02), "saddle")
    y, z = head_high[1], head_high[2]
    rise = {"flat": 0.05, "drop": 0.05, "high": 0.14}[v.bars]
    d.add("stem", tube((0, y - 0.02, z), (0, y + 0.05, z - 0.01), (0, y + rise, z + 0.05), r=0.014), "metal")
    if v.bars == "drop":
        right: list[Point] = [
            (0, y + rise, z + 0.05),
            (0.19, y + rise, z + 0.05),
            (0.21, y + rise, z + 0.13),
            (0.21, y + rise - 0.07, z + 0.16),
            (0.21, y + rise - 0.12, z + 0.09),
            (0.21, y + rise - 0.12, z + 0.02),
        ]
        grip = tube(right[4], right[5], r=0.017)
    else:
        out = 0.26 if v.bars == "high" else 0.3
        up = 0.07 if v.bars == "high" else 0.0
        right = [
            (0, y + rise, z + 0.05),
            (0.08, y + rise, z + 0.06),
            (0.16, y + rise + up, z + 0.04),
            (out, y + rise + up, z - 0.06),
        ]
        grip = tube(right[3], (out + 0.03 - 0.12, y + rise + up, z - 0.06 + 0.085), r=0.017)
    d.add("handlebar", tube(*right, r=0.012, smooth=True).mirrored(), "metal")
    d.add("grips", grip.mirrored(), "grip")
    if v.fenders:
        for name, at, turn in (("front", front, 60), ("rear", rear, 75)):
            arc = torus(r + 0.022, 0.02, 140).scale(1, 1.5, 1).rotate(z=90).rotate(x=-turn + 70)
            bar = tube((0.045, 0, 0), (0.03, (r + 0.02) * 0.7, -(r + 0.02) * 0.72), r=0.006)
            d.add(f"fender_{name}", union(arc, bar).move(*at), "frame")
    if v.lamp:
        d.add(
            "lamp",
            lathe([(0.0, -0.05), (0.03, -0.03), (0.04, 0.03), (0.0, 0.05)], smooth=True)
            .rotate(x=90)
            .move(y=head_low[1] + 0.05, z=head_low[2] + 0.035),
            "lamp",
        )
    if v.basket:
        w = 0.32
        shell = box(w, 0.22, 0.24, 0.02).tapered(1.15) - box(w - 0.03, 0.3, 0.21, 0.02).tapered(1.15).move(y=0.06)
        d.add(
            "basket",
            union(shell.move(y=y - 0.06, z=z + 0.28), box(0.04, 0.03, 0.2).move(y=y - 0.02, z=z + 0.1)),
            "basket",
        )
    if v.rack:
        z0 = -half - 0.16
        rails = union(
            tube((0.06, 0, 0), (0.06, 0, 0.36), r=0.009).mirrored(),
            *(tube((-0.06, 0, q), (0.06, 0, q), r=0.008) for q in (0.01, 0.12, 0.24)),
        )
        legs = tube((0.06, 2 * r + 0.07, -half), (0.05, r, -half), r=0.008).mirrored()
        d.add(
            "rack",
            union(
                rails.move(y=2 * r + 0.07, z=z0),
                legs,
                tube(
                    (0.0, 2 * r + 0.07, z0 + 0.24),
                    (0, 2 * r + 0.09, -0.22 * v.length + (2 * r + 0.1 - saddle_top) * 0.0),
                    r=0.009,
                ),
            ),
            "metal",
        )
    d.point("seat", (0, saddle_top + 0.02, seat_top[2] - 0.02), size=0.2)
    d.point("top", (0, saddle_top + 0.02, seat_top[2] - 0.02), size=0.2)
    return d


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
        _fender(r, v.width * 1.1).rotate(x=-40).move(y=r, z=-half),
        box(0.04, 0.24, 0.06).move(y=min(2 * r + 0.1, s - 0.1), z=-half + 0.12),
    )
    d.add("fender_rear", tail, "body")
    d.add(
        "fender_front",
        union(
            _fender(r, v.width * 0.8).rotate(x=20).move(y=r, z=half),
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


def _fender(r: float, width: float) -> Node:
    ring = lathe(
        [
            (1.06 * r, -0.6 * width),
            (1.12 * r, -0.35 * width),
            (1.12 * r, 0.35 * width),
            (1.06 * r, 0.6 * width),
            (1.03 * r, 0.55 * width),
            (1.06 * r, 0),
            (1.03 * r, -0.55 * width),
            (1.06 * r, -0.6 * width),
        ]
    ).rotate(z=90)
    return ring - box(9, 9, 9).move(y=-4.5 + 0.35 * r)


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
            _fender(r, 0.05).rotate(x=-20).move(y=r, z=-half)
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
