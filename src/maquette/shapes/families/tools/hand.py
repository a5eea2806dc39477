"""Tools of the hand: wrenches, screwdrivers, saws, pliers, scissors, drills."""

from __future__ import annotations

import math

from maquette.shapes.api import Point2, box, cone, cylinder, difference, extrude, lathe, sphere, sweep, torus, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, Whole, family
from maquette.shapes.sub.arms import bezier, ribbed
from maquette.shapes.sub.outlines import ellipse, polygon, rounded_rectangle
from maquette.shapes.sub.sidewise import axle, side, tube


@family(
    "wrench",
    "tool",
    nouns={
        "spanner": {},
        "adjustable wrench": {"kind": "adjustable"},
        "monkey wrench": {"kind": "adjustable"},
        "combination wrench": {"kind": "combination"},
        "open wrench": {"kind": "open"},
        "pipe wrench": {"kind": "adjustable", "length": 0.32},
    },
    parameters=(
        Choice("kind", ("combination", "open", "adjustable")),
        Real("length", 0.22, 0.15, 0.34),
        Real("width", 0.09, 0.075, 0.12, unit="", about="of the shank, share of the length"),
        Real("head_width", 0.26, 0.22, 0.32, unit="", about="share of the length"),
        Real("thickness", 0.045, 0.035, 0.06, unit="", about="share of the length"),
        Real("angle", 12, 0, 20, unit="deg", about="of the jaw"),
        Whole("sides", 6, 6, 12, about="of the ring's hole"),
        Flag("grip", 0.35),
        Flag("hole", 0.5, about="to hang it up"),
    ),
    slots={
        "metal": ("chrome", "steel", "gunmetal", "iron"),
        "grip": ("rubber:#c02a22", "rubber", "rubber:#1f5fb0", "rubber:#d8a020"),
        "jaw": ("steel", "chrome", "gunmetal"),
    },
    words={"grip": {"grip": True}, "adjustable": {"kind": "adjustable"}},
    paints={"handle": "grip", "head": "metal"},
    height=(0.12, 0.4),
)
def wrench(v: Values) -> Draft:
    """Stands on its lower end, its jaws up."""
    n = v.length
    d = Draft(extent=n)
    w, t, k = v.width * n, v.thickness * n, v.head_width * n / 2
    y = n - 0.9 * k
    low = 0.8 * k if v.kind != "adjustable" else 0.5 * w
    shank = box(w, y - low, 0.7 * t, 0.15 * t).move(y=(y + low) / 2) - box(0.5 * w, 0.5 * (y - low), t).move(
        0, (y + low) / 2, 0.68 * t
    ).mirrored("z")

    def jaw(at: float, turn: float) -> None:
        gap = 0.42 * k
        head = extrude(ellipse(k, 0.95 * k, 32), t, bevel=0.12 * t) - extrude(
            [
                (-gap, 0.05 * k),
                (-0.5 * gap, -0.42 * k),
                (0.5 * gap, -0.42 * k),
                (gap, 0.05 * k),
                (gap, 2 * k),
                (-gap, 2 * k),
            ],
            2 * t,
        )
        d.add(
            f"jaw_{len(d.parts)}",
            head.rotate(z=turn).move(y=at),
            "jaw" if v.kind == "adjustable" else "metal",
            group="jaws",
        )

    if v.kind == "adjustable":
        fixed: list[Point2] = [
            *bezier((-0.55 * w, -1.2 * k), (-0.6 * k, -0.9 * k), (-1.0 * k, -0.3 * k), (-0.95 * k, 0.2 * k)),
            (-0.75 * k, 1.0 * k),
            (-0.35 * k, 1.0 * k),
            (-0.32 * k, 0.05 * k),
            (0.75 * k, 0.05 * k),
            (0.8 * k, -0.3 * k),
            *bezier((0.7 * k, -0.55 * k), (0.5 * k, -0.9 * k), (0.55 * w, -1.2 * k)),
        ]
        d.add("head", extrude(fixed, t, bevel=0.1 * t).rotate(z=-v.angle).move(y=y - 0.05 * k), "metal")
        mobile: list[Point2] = [
            (0.2 * k, -0.1 * k),
            (0.75 * k, -0.1 * k),
            (0.8 * k, 0.3 * k),
            (0.5 * k, 1.0 * k),
            (0.2 * k, 1.0 * k),
        ]
        d.add("jaw", extrude(mobile, 0.75 * t, bevel=0.08 * t).rotate(z=-v.angle).move(y=y - 0.05 * k), "jaw")
        d.add(
            "screw",
            union(cylinder(0.17 * k, 0.42 * k), torus(0.17 * k, 0.035 * k).repeat(4, y=0.1 * k).move(y=-0.15 * k))
            .rotate(z=90 - v.angle)
            .move(0.12 * k, y - 0.45 * k, 0.42 * t),
            "jaw",
        )
        foot = extrude(
            [*ellipse(0.62 * w, 0.62 * w, 24)],
            0.75 * t,
            holes=[ellipse(0.3 * w, 0.3 * w, 18)] if v.hole else [],
            bevel=0.1 * t,
        ).move(y=0.62 * w)
        d.add(
            "shank",
            union(shank, foot)
            - (
                cylinder(0.3 * w, 3 * t).rotate(x=90).move(y=0.62 * w)
                if v.hole
                else box(0.3 * w, 0.2 * w, 0.3 * t).move(y=0.62 * w, z=0.4 * t)
            ),
            "metal",
        )
    else:
        jaw(y, -v.angle)
        if v.kind == "combination":
            ring = extrude(ellipse(0.82 * k, 0.82 * k, 36), 1.15 * t, bevel=0.2 * t) - extrude(
                polygon(0.52 * k, v.sides), 3 * t
            )
            d.add("ring", ring.move(y=0.82 * k), "metal")
            shank = shank - cylinder(0.55 * k, 3 * t).rotate(x=90).move(y=0.82 * k)
        else:
            jaw(0.88 * k, 180 - v.angle)
        d.add("shank", shank, "metal")
    if v.grip:
        d.add(
            "grip",
            box(1.2 * w, 0.42 * n, 1.1 * t, 0.3 * t).move(y=0.42 * n)
            - union(
                *(
                    box(2 * w, 0.008 * n, 0.2 * t).move(0, (0.26 + 0.04 * i) * n, s * 0.6 * t)
                    for i in range(9)
                    for s in (1, -1)
                )
            ),
            "grip",
        )
    d.point("grip", (0, 0.4 * n, 0), front=(1, 0, 0), size=w)
    d.point("top", (0, n, 0), size=2 * k)
    return d


@family(
    "screwdriver",
    "tool",
    nouns={
        "flathead screwdriver": {"tip": "flat"},
        "phillips screwdriver": {"tip": "cross"},
        "sonic screwdriver": {"glow": True},
        "chisel": {"tip": "chisel"},
        "wood chisel": {"tip": "chisel"},
        "awl": {"tip": "awl"},
    },
    parameters=(
        Choice("tip", ("flat", "cross", "chisel", "awl")),
        Real("length", 0.22, 0.14, 0.3),
        Real("handle_length", 0.42, 0.35, 0.5, unit="", about="share of the length"),
        Real("handle_radius", 0.075, 0.06, 0.09, unit="", about="share of the length"),
        Real("shaft_radius", 0.017, 0.014, 0.023, unit="", about="share of the length"),
        Whole("flutes", 6, 4, 10),
        Flag("collar", 0.8),
        Flag("cap", 0.6),
        Flag("glow", 0.08),
    ),
    slots={
        "handle": ("plastic:#c02a22", "plastic:#e0a81c", "plastic:#1f5fb0", "oak", "plastic:#2c8a4a"),
        "shaft": ("chrome", "steel"),
        "trim": ("rubber", "plastic:#e8e8ea", "brass"),
        "glow": ("glow:#40d0ff", "glow:#60ff80"),
    },
    words={"flat": {"tip": "flat"}, "cross": {"tip": "cross"}},
    paints={"grip": "handle", "tip": "shaft", "blade": "shaft"},
    height=(0.12, 0.34),
)
def screwdriver(v: Values) -> Draft:
    """Stands on its handle, its tip up."""
    n = v.length
    d = Draft(extent=n)
    h, r, s = v.handle_length * n, v.handle_radius * n, v.shaft_radius * n
    body = lathe(
        [
            (0.72 * r, 0),
            (0.95 * r, 0.05 * h),
            (r, 0.2 * h),
            (0.92 * r, 0.55 * h),
            (0.62 * r, 0.76 * h),
            (0.6 * r, 0.83 * h),
            (0.85 * r, 0.93 * h),
            (0.6 * r, h),
        ]
    )
    flute = cylinder(0.24 * r, 0.5 * h, bevel=0.2 * r).move(1.1 * r, 0.37 * h, 0)
    d.add("handle", body - flute.around(v.flutes), "handle")
    if v.cap:
        d.add(
            "cap",
            lathe(
                [(0.55 * r, -0.0), (0.7 * r, 0.005 * n), (0.99 * r, 0.05 * h), (1.02 * r, 0.09 * h), (0.8 * r, 0.1 * h)]
            ),
            "trim",
        )
    if v.collar:
        d.add("collar", cylinder(1.9 * s, 0.06 * n, 1.5 * s, bevel=0.1 * s).move(y=h + 0.02 * n), "trim")
    end = n - (0.09 if v.tip != "chisel" else 0.22) * n
    d.add("shaft", cylinder(s, end - h + 0.04 * n, sides=None).move(y=(end + h) / 2), "shaft")
    t: list[Point2]
    if v.tip == "flat":
        t = [
            (-0.9 * s, 0),
            (0.9 * s, 0),
            (1.5 * s, 0.055 * n),
            (1.35 * s, 0.09 * n),
            (-1.35 * s, 0.09 * n),
            (-1.5 * s, 0.055 * n),
        ]
        d.add(
            "tip",
            extrude(t, 0.9 * s, bevel=0.1 * s).move(y=end - 0.002)
            + cylinder(s, 0.03 * n, 0.6 * s).move(y=end + 0.02 * n),
            "shaft",
        )
    elif v.tip == "cross":
        t = [
            (-s, -0.02 * n),
            (s, -0.02 * n),
            (s, 0.03 * n),
            (0.25 * s, 0.09 * n),
            (-0.25 * s, 0.09 * n),
            (-s, 0.03 * n),
        ]
        d.add("tip", union(extrude(t, 0.5 * s), extrude(t, 0.5 * s).rotate(y=90)).move(y=end), "shaft")
    elif v.tip == "chisel":
        d.add(
            "tip",
            side(
                [(-0.9 * s, 0), (0.9 * s, 0), (0.9 * s, 0.13 * n), (-0.7 * s, 0.22 * n), (-0.9 * s, 0.22 * n)],
                5 * s,
                0.2 * s,
            ).move(y=end - 0.002),
            "shaft",
        )
    else:
        d.add("tip", cone(s, 0.1 * n).move(y=end + 0.045 * n), "shaft")
    if v.glow:
        d.add(
            "glow",
            union(torus(0.86 * r, 0.1 * r).move(y=0.6 * h), torus(1.2 * s, 0.7 * s).move(y=end - 0.02 * n)),
            "glow",
        )
    d.point("grip", (0, 0.45 * h, 0), size=2 * r)
    d.point("top", (0, n, 0), size=2 * s)
    return d


@family(
    "saw",
    "tool",
    nouns={
        "hand saw": {"kind": "hand"},
        "handsaw": {"kind": "hand"},
        "hacksaw": {"kind": "hack"},
        "bow saw": {"kind": "bow"},
        "wood saw": {"kind": "hand"},
        "circular saw blade": {"kind": "disc"},
        "saw blade": {"kind": "disc"},
        "buzzsaw": {"kind": "disc"},
    },
    parameters=(
        Choice("kind", ("hand", "hack", "bow", "disc")),
        Real("length", 0.55, 0.4, 0.7),
        Real("height", 0.13, 0.1, 0.16, about="of the blade at the handle"),
        Real("taper", 0.4, 0.25, 0.6, unit="", about="height at the tip, share"),
        Real("thickness", 0.006, 0.005, 0.008),
        Whole("teeth", 26, 16, 40),
        Whole("screws", 3, 2, 4),
        Real("handle_size", 1.0, 0.9, 1.2, unit=""),
        Flag("two_tone", 0.4),
    ),
    slots={
        "handle": ("wood", "oak", "plastic:#c02a22", "plastic:#e0a81c", "walnut"),
        "blade": ("steel", "chrome", "metal"),
        "screw": ("brass", "gunmetal"),
        "frame": ("paint:#c0392b", "gunmetal", "paint:#1f5fb0"),
    },
    words={"teeth": {}},
    paints={"grip": "handle"},
    height=(0.12, 0.75),
)
def saw(v: Values) -> Draft:
    """On edge, teeth down, seen from its flat side; its handle toward +x."""
    n = v.length
    d = Draft(extent=n)
    t, h = v.thickness, v.height
    if v.kind == "disc":
        r = 0.42 * n
        pts = []
        for i in range(v.teeth):
            a, b = math.tau * i / v.teeth, math.tau * (i + 0.75) / v.teeth
            pts += [(0.9 * r * math.cos(a), 0.9 * r * math.sin(a)), (r * math.cos(b), r * math.sin(b))]
        holes = [
            [(x + 0.55 * r * math.cos(a), y + 0.55 * r * math.sin(a)) for x, y in ellipse(0.09 * r, 0.09 * r, 16)]
            for a in [math.tau * i / 6 for i in range(6)]
        ] + [ellipse(0.1 * r, 0.1 * r, 20)]
        d = Draft(extent=2 * r)
        d.add("blade", extrude(pts, 1.8 * t, holes=holes).move(y=0.99 * r), "blade")
        d.add(
            "hub",
            difference(cylinder(0.25 * r, 3.2 * t, bevel=0.4 * t), cylinder(0.1 * r, 0.2))
            .rotate(x=90)
            .move(y=0.99 * r),
            "screw",
        )
        if v.two_tone:
            d.add("label", (torus(0.36 * r, 0.03 * r) & cylinder(r, 2.6 * t)).rotate(x=90).move(y=0.99 * r), "handle")
        d.point("grip", (0, 0.99 * r, 0), size=0.05)
        d.point("top", (0, 2 * r, 0), size=r)
        return d
    q = 0.12 * v.handle_size
    a, b = -n / 2, n / 2 - q
    step = (b - a) / v.teeth
    tooth = 0.6 * step if v.kind == "hand" else 0.5 * step
    edge = [p for i in range(v.teeth) for p in ((a + step * i, tooth), (a + step * (i + 0.75), 0.0))] + [(b, tooth)]
    if v.kind == "hand":
        low = 0.0
        d.add("blade", extrude([*edge, (b + 0.3 * q, tooth), (b + 0.3 * q, h), (a, v.taper * h)], t), "blade")
        y = 0.5 * h
        shape = [
            *bezier((-0.35 * q, -0.45 * h), (0.0, -0.62 * h), (0.35 * q, -0.5 * h), (0.75 * q, -0.62 * h)),
            *bezier((1.05 * q, -0.6 * h), (1.1 * q, -0.2 * h), (0.75 * q, 0.1 * h), (1.15 * q, 0.55 * h)),
            *bezier((0.9 * q, 0.72 * h), (0.4 * q, 0.55 * h), (-0.2 * q, 0.62 * h)),
            (-0.35 * q, 0.4 * h),
            (-0.1 * q, 0.15 * h),
            (-0.4 * q, 0.0),
        ]
        low = min(p[1] for p in shape)
        hole = [(0.48 * q + x, 0.0 + yy) for x, yy in rounded_rectangle(0.3 * q, 0.62 * h, 0.13 * q)]
        d.add("handle", extrude(shape, 0.026, holes=[hole], bevel=0.006).move(b, max(y, -low), 0), "handle")
        for i in range(v.screws):
            d.add(
                f"screw_{i + 1}",
                cylinder(0.009, 0.032, bevel=0.002)
                .rotate(x=90)
                .move(b + 0.05 * q, max(y, -low) + (0.36 - 0.3 * i) * h if i < 3 else max(y, -low) + 0.5 * h, 0),
                "screw",
                group="screws",
            )
        top = max(h, max(y, -low) + 0.65 * h)
    else:
        big = h * (1.2 if v.kind == "bow" else 0.9)
        d.add(
            "blade",
            extrude(
                [*edge, (b + 0.02, tooth), (b + 0.02, tooth + 0.022), (a - 0.005, tooth + 0.022), (a - 0.005, tooth)], t
            ),
            "blade",
        )
        y = tooth + 0.012
        arch: list[tuple[float, float, float]] = [
            (a, y, 0),
            (a, y + 0.7 * big, 0),
            (a + 0.25 * big, y + big, 0),
            (b - 0.25 * big, y + big, 0),
            (b, y + 0.75 * big, 0),
            (b, y, 0),
        ]
        if v.kind == "bow":
            arch = [
                (a, y, 0),
                (a + 0.02, y + 0.45 * big, 0),
                (a + 0.3 * n, y + big, 0),
                (b - 0.2 * n, y + big, 0),
                (b - 0.01, y + 0.6 * big, 0),
                (b, y, 0),
            ]
        d.add("frame", sweep(arch, 0.011), "frame")
        d.add(
            "pins",
            union(
                *(cylinder(0.011, 0.036, bevel=0.002).rotate(x=90).move(x, y, 0) for x in (a, b)),
                cone(0.014, 0.03, 6).rotate(z=90).move(a - 0.022, y),
            ),
            "screw",
        )
        lo = y - 0.02
        if v.kind == "hack":
            g = [(0.0, 0.5 * big), (0.03, 0.55 * big), (0.06, 0.2 * big), (0.085, -0.08), (0.045, -0.085), (0.0, 0.0)]
            shift = max(0.0, 0.085 - y)
            d.parts = [p.model_copy(update={"solid": p.solid.move(y=shift).as_solid()}) for p in d.parts]
            d.add("handle", extrude(g, 0.03, bevel=0.008).move(b, y + shift, 0), "handle")
            for i in range(v.screws):
                d.add(
                    f"screw_{i + 1}",
                    cylinder(0.006, 0.034).rotate(x=90).move(b + 0.03 + 0.01 * i, y + shift + 0.3 * big - 0.04 * i, 0),
                    "screw",
                    group="screws",
                )
        else:
            d.add(
                "handle",
                sweep(
                    [(b - 0.001, y + 0.2 * big, 0), (b - 0.03, y + 0.75 * big, 0), (b - 0.14 * n, y + 0.98 * big, 0)],
                    0.0155,
                ),
                "handle",
            )
        top = lo + big + 0.04
    d.point("grip", (b + 0.05, 0.5 * top, 0), front=(-1, 0, 0), size=0.03)
    d.point("top", (0, top, 0), size=0.05)
    return d


@family(
    "pliers",
    "tool",
    nouns={
        "scissors": {"kind": "scissors"},
        "shears": {"kind": "scissors", "length": 0.26},
        "tongs": {"kind": "tongs"},
        "pair of scissors": {"kind": "scissors"},
        "pincers": {"kind": "tongs"},
        "cutters": {"kind": "pliers"},
        "wire cutters": {"kind": "pliers", "jaw_length": 0.24},
        "needle nose pliers": {"jaw_length": 0.42},
    },
    parameters=(
        Choice("kind", ("pliers", "scissors", "tongs")),
        Real("length", 0.2, 0.15, 0.28),
        Real("jaw_length", 0.32, 0.24, 0.42, unit="", about="share of the length"),
        Real("opening", 9, 4, 15, unit="deg"),
        Real("thickness", 0.07, 0.055, 0.09, unit="", about="share of the length"),
        Real("width", 0.1, 0.085, 0.13, unit="", about="at the pivot, share of the length"),
        Real("spread", 0.15, 0.11, 0.19, unit="", about="of the handles, share of the length"),
        Whole("teeth", 7, 4, 10),
        Flag("ridges", 0.5),
    ),
    slots={
        "handle": ("plastic:#c02a22", "plastic:#1f5fb0", "plastic:#e0a81c", "plastic:#26282c", "plastic:#2c8a4a"),
        "metal": ("steel", "chrome", "gunmetal"),
        "pivot": ("gunmetal", "brass", "chrome"),
    },
    words={"open": {"opening": 15}, "closed": {"opening": 4}},
    paints={"grip": "handle", "handles": "handle", "blades": "metal", "jaws": "metal"},
    height=(0.12, 0.36),
)
def pliers(v: Values) -> Draft:
    """Stands on its handles, its jaws up."""
    n = v.length
    d = Draft(extent=n)
    j = v.jaw_length * n * (1.45 if v.kind == "scissors" else 1.0)
    t, w, sp = v.thickness * n, v.width * n, v.spread * n * (1.0 if v.kind != "scissors" else 1.3)
    y = n - j
    for s in (1, -1):
        z = 0.24 * t * s
        name = "right" if s > 0 else "left"
        blade: list[Point2]
        if v.kind == "scissors":
            blade = [
                (-0.4 * w, -0.35 * w),
                (0.4 * w, -0.35 * w),
                (0.45 * w, 0.2 * j),
                (0.3 * w, 0.6 * j),
                (0.05 * w, j),
                (-0.12 * w, j),
                (-0.22 * w, 0.5 * j),
            ]
            metal = extrude(blade, 0.46 * t, bevel=0.08 * t)
        else:
            blade = [
                (0.03 * w, 0.3 * w),
                *(
                    p
                    for k in range(v.teeth)
                    for p in (
                        (0.0, 0.35 * w + (j - 0.4 * w) * k / v.teeth),
                        (0.05 * w, 0.35 * w + (j - 0.4 * w) * (k + 0.5) / v.teeth),
                    )
                ),
                (0.0, j),
                (0.2 * w, j),
                *bezier((0.3 * w, 0.8 * j), (0.55 * w, 0.4 * j), (0.55 * w, 0.0), (0.3 * w, -0.5 * w)),
                (-0.3 * w, -0.5 * w),
                (-0.45 * w, 0.1 * w),
            ]
            if v.kind == "tongs":
                blade = [
                    (-0.4 * w, -0.4 * w),
                    (0.4 * w, -0.4 * w),
                    *bezier((0.5 * w, 0.1 * w), (1.2 * w, 0.3 * j), (0.9 * w, 0.9 * j), (0.02 * w, j)),
                    *bezier((0.02 * w, 0.9 * j), (0.7 * w, 0.75 * j), (0.55 * w, 0.35 * j), (-0.4 * w, 0.3 * w)),
                ]
            metal = union(
                extrude(blade, 0.5 * t, bevel=0.06 * t), cylinder(0.55 * w, 0.5 * t, bevel=0.06 * t).rotate(x=90)
            )
        turn = -s * v.opening
        if s < 0:
            metal = metal.mirror("x")
        d.add(f"jaw_{name}", metal.rotate(z=turn).move(0, y, z), "metal", group="jaws")
        if v.kind == "scissors":
            ring = sp * 0.62
            d.add(
                f"arm_{name}",
                sweep(
                    [
                        (0, y, z),
                        (-s * 0.3 * w, y - 0.5 * w, z),
                        (-s * 0.9 * ring, 1.9 * ring, 0.3 * z),
                        (-s * 0.95 * ring, 1.3 * ring, 0),
                    ],
                    [0.22 * w, 0.22 * w, 0.24 * w, 0.2 * w],
                ).scale(1, 1, 0.8),
                "handle",
                group="handles",
            )
            d.add(
                f"handle_{name}",
                torus(0.68 * ring, 0.2 * ring)
                .rotate(x=90)
                .scale(0.95, 1.12, 1)
                .move(-s * 0.98 * ring, 0.985 * ring, 0),
                "handle",
                group="handles",
            )
        else:
            path = [
                (0.0, y, z),
                (-s * 0.25 * w, y - 0.55 * w, z),
                (-s * sp * 0.8, 0.62 * y, 0.5 * z),
                (-s * sp, 0.35 * y, 0),
                (-s * sp * 0.82, 0.004, 0),
            ]
            d.add(f"arm_{name}", sweep(path[:4], [0.24 * t, 0.3 * t, 0.26 * t, 0.25 * t]), "metal", group="arms")
            grip = sweep(
                [(-s * sp * 0.7, 0.67 * y, 0.5 * z), *path[3:]], [0.34 * t, 0.46 * t, 0.42 * t], round_ends=False
            )
            d.add(
                f"handle_{name}",
                grip if v.kind == "pliers" else sweep([path[3], path[4]], [0.3 * t, 0.36 * t]),
                "handle",
                group="handles",
            )
            if v.ridges and v.kind == "pliers":
                d.add(
                    f"ridge_{name}",
                    union(
                        *(
                            sphere(0.36 * t, 0.1 * t, 0.5 * t).move(
                                -s * sp * (0.93 - 0.004 * k), (0.2 + 0.07 * k) * y, 0
                            )
                            for k in range(4)
                        )
                    ),
                    "pivot",
                    group="ridges",
                )
    d.add("pivot", cylinder(0.26 * w, 1.12 * t, bevel=0.05 * t).rotate(x=90).move(y=y), "pivot")
    d.point("grip", (0, 0.3 * y, 0), front=(1, 0, 0), size=2 * sp)
    d.point("top", (0, n, 0), size=w)
    return d


@family(
    "drill",
    "tool",
    nouns={
        "power drill": {},
        "cordless drill": {"battery": True},
        "electric drill": {"battery": False},
        "hand drill": {},
        "impact driver": {"length": 0.2},
    },
    parameters=(
        Real("length", 0.21, 0.18, 0.26, about="of the body"),
        Real("height", 0.22, 0.19, 0.25),
        Real("radius", 0.034, 0.029, 0.04),
        Real("bit_length", 0.09, 0.06, 0.13),
        Flag("battery", 0.8),
        Whole("vents", 5, 3, 7),
        Flag("side_handle", 0.25),
        Flag("lamp", 0.6),
        Real("rake", 0.02, 0.01, 0.035, about="how far the handle leans"),
    ),
    slots={
        "body": ("plastic:#e0b01c", "plastic:#1f8a8a", "plastic:#c02a22", "plastic:#e07a1c", "plastic:#2c8a4a"),
        "dark": ("rubber", "plastic:#26282c"),
        "metal": ("chrome", "steel"),
        "lamp": ("glow:#fff4c0",),
        "bit": ("gunmetal", "brass"),
    },
    words={"battery": {"battery": True}, "cord": {"battery": False}},
    paints={"handle": "dark", "grip": "dark", "chuck": "metal"},
    height=(0.17, 0.3),
)
def drill(v: Values) -> Draft:
    """Stands on its battery, drills toward +z."""
    n, h, r = v.length, v.height, v.radius
    d = Draft(extent=n + v.bit_length)
    y = h - r
    b = -0.45 * n
    f = b + 0.7 * n
    d.add(
        "body",
        lathe([(0.0, b), (0.7 * r, b + 0.004), (r, b + 0.03), (r, f - 0.02), (0.8 * r, f), (0.0, f)])
        .rotate(x=90)
        .scale(0.9, 1, 1)
        .move(y=y),
        "body",
    )
    d.add(
        "rear",
        lathe(
            [(0.0, b - 0.006), (0.74 * r, b - 0.004), (1.02 * r, b + 0.024), (1.04 * r, b + 0.04), (0.9 * r, b + 0.045)]
        )
        .rotate(x=90)
        .scale(0.92, 1, 1)
        .move(y=y)
        - union(
            *(box(3 * r, 0.005, 0.03).move(0, y + (i - v.vents / 2 + 0.5) * 0.012, b + 0.03) for i in range(v.vents))
        )
        + tube(0.8 * r, b + 0.01, b + 0.04, y),
        "dark",
    )
    d.add(
        "chuck",
        lathe(
            [
                (0.75 * r, f - 0.01),
                (0.78 * r, f + 0.012),
                (0.62 * r, f + 0.016),
                (0.64 * r, f + 0.04),
                (0.3 * r, f + 0.06),
                (0.0, f + 0.06),
            ]
        )
        .rotate(x=90)
        .move(y=y)
        - union(*(box(0.006, 2 * r, 0.018).rotate(z=30 * i).move(0, y, f + 0.03) for i in range(6)))
        + tube(0.5 * r, f, f + 0.045, y),
        "metal",
    )
    m = f + 0.05
    coil = [(0.0026 * math.cos(0.9 * i), y + 0.0026 * math.sin(0.9 * i), m + v.bit_length * i / 40) for i in range(41)]
    coil2 = [(-x, 2 * y - yy, z) for x, yy, z in coil]
    d.add(
        "bit",
        union(
            sweep(coil, [0.0032] * 38 + [0.0028, 0.002, 0.001]),
            sweep(coil2, [0.0032] * 38 + [0.0028, 0.002, 0.001]),
            tube(0.0035, m - 0.01, m + 0.025, y),
            tube(0.0018, m, m + 0.97 * v.bit_length, y),
        ),
        "bit",
    )
    low = 0.05 if v.battery else 0.0
    gz, k = b + 0.3 * n, v.rake
    d.add(
        "handle",
        side(
            [
                (gz - 0.026, y - 0.3 * r),
                (gz + 0.034, y - 0.3 * r),
                (gz + 0.022, y - 1.4 * r),
                (gz + 0.022 - k, low),
                (gz - 0.028 - k, low),
                (gz - 0.024, y - 1.5 * r),
            ],
            1.1 * r,
            0.009,
        ),
        "dark",
    )
    d.add(
        "collar",
        side(
            [(gz - 0.03, y - 0.5 * r), (gz + 0.05, y - 0.5 * r), (gz + 0.036, y - 1.15 * r), (gz - 0.026, y - 1.2 * r)],
            1.25 * r,
            0.006,
        ),
        "body",
    )
    d.add("trigger", box(0.013, 0.026, 0.016, 0.004).rotate(x=8).move(0, y - 1.55 * r, gz + 0.028), "body")
    d.add("switch", axle(0.006, 1.35 * r, y - 0.85 * r, gz + 0.02, 0.002), "dark")
    if v.battery:
        d.add("foot", box(2.0 * r, 0.022, 0.1, 0.006).move(0, low - 0.004, gz - 0.6 * k), "body")
        d.add("battery", box(1.9 * r, 0.044, 0.105, 0.008).move(0, 0.022, gz + 0.006 - 0.6 * k), "dark")
        d.add("label", box(1.94 * r, 0.014, 0.05, 0.002).move(0, 0.022, gz - 0.6 * k), "body")
    else:
        d.add("foot", box(1.5 * r, 0.02, 0.065, 0.006).move(0, 0.01, gz - k), "dark")
        d.add(
            "cord",
            sweep(
                [(0, 0.012, gz - k - 0.02), (0, 0.01, gz - 0.09), (0.03, 0.009, gz - 0.13), (0.09, 0.009, gz - 0.12)],
                0.0062,
                round_ends=True,
            ),
            "dark",
        )
    if v.side_handle:
        d.add(
            "side_handle",
            union(
                ribbed(0.1, 0.014, 7).rotate(z=90).move(-0.7 * r, y, f - 0.01),
                torus(0.92 * r, 0.006).rotate(x=90).move(0, y, f - 0.014),
            ),
            "dark",
        )
    if v.lamp:
        d.add("lamp", sphere(0.006).move(0, y - 1.05 * r, gz + 0.044), "lamp")
    d.point("grip", (0, 0.55 * y, gz - 0.3 * k), size=0.045)
    d.point("top", (0, h, 0), size=r)
    return d
