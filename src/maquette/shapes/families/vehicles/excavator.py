"""Excavators: tracks, a cab that turns, boom, arm and bucket on rams."""

from __future__ import annotations

import math

from maquette.shapes.api import Point3, box, cylinder, extrude, hull, sweep, torus, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, Whole, family
from maquette.shapes.node import Node
from maquette.shapes.sub.hulls import across, frustum
from maquette.shapes.sub.sidewise import axle, side, tube


@family(
    "excavator",
    "vehicle",
    nouns={
        "digger": {},
        "backhoe": {},
        "mini excavator": {"size": 0.6},
        "power shovel": {},
        "steam shovel": {},
        "demolition excavator": {"tool": "breaker"},
    },
    parameters=(
        Real("size", 1.0, 0.6, 1.25, unit="", about="of the whole machine"),
        Real("boom", 3.3, 2.8, 3.8, about="length of the boom"),
        Real("arm", 2.3, 1.9, 2.7, about="length of the arm"),
        Real("lift", 50, 36, 62, unit="deg", about="of the boom"),
        Real("reach", -62, -82, -46, unit="deg", about="of the arm, from level"),
        Real("swing", 0, -28, 28, unit="deg", about="how far the cab is turned"),
        Whole("rollers", 5, 4, 7),
        Whole("teeth", 5, 3, 6),
        Choice("tool", ("bucket", "breaker", "grapple")),
        Flag("blade", 0.35, about="a dozer's blade in front"),
        Flag("beacon", 0.6),
        Flag("exhaust", 0.85),
        Flag("stripes", 0.6),
    ),
    slots={
        "body": ("paint:#e8a81c", "paint:#f0b81e", "paint:#d96a1a", "paint:#c8372a"),
        "track": ("rubber", "cast iron"),
        "trim": ("gunmetal", "paint:#2a2c30"),
        "steel": ("steel", "iron"),
        "glass": ("dark glass",),
        "ram": ("chrome",),
        "light": ("glow:#ffefb8",),
        "beacon": ("glow:#ff8a1c",),
    },
    words={
        "bucket": {"tool": "bucket"},
        "blade": {"blade": True},
        "claw": {"tool": "grapple"},
        "beacon": {"beacon": True},
        "stripes": {"stripes": True},
    },
    paints={
        "cab": "body",
        "boom": "body",
        "arm": "body",
        "tracks": "track",
        "bucket": "steel",
        "window": "glass",
        "windows": "glass",
    },
    height=(1.5, 7.0),
)
def excavator(v: Values) -> Draft:
    """The arm digs in front, to +Z."""
    k = v.size
    d = Draft(extent=6.5 * k)
    r, long, x = 0.42 * k, 3.2 * k, 0.95 * k
    loop = [
        ((long / 2 - r) * s + r * math.cos(a), r + r * math.sin(a))
        for s, a0 in ((1, -90), (-1, 90))
        for a in (math.radians(a0 + 22.5 * i) for i in range(9))
    ]
    belt = side(loop, 0.5 * k, 0.03 * k).move(x=x)
    d.add("tracks", belt.mirrored(), "track", group="tracks")
    lugs = []
    for i in range(14):
        z = (i - 6.5) * (long - 2 * r) / 13
        lugs += [box(0.54 * k, 0.06 * k, 0.09 * k, 0.01 * k).move(x, y, z) for y in (0.018 * k, 2 * r)]
    for s in (1, -1):
        lugs += [
            box(0.54 * k, 0.09 * k, 0.06 * k, 0.01 * k)
            .rotate(x=-s * a)
            .move(x, r + r * math.sin(math.radians(a)), s * (long / 2 - r + r * math.cos(math.radians(a))))
            for a in (-55, -20, 15, 50)
        ]
    d.add("track_pads", union(*lugs).mirrored(), "track", group="tracks")
    wheels = [
        cylinder(0.17 * k, 0.56 * k, bevel=0.02 * k)
        .rotate(z=90)
        .move(x, 0.22 * k, (i - (v.rollers - 1) / 2) * 2.1 * k / (v.rollers - 1))
        for i in range(v.rollers)
    ]
    wheels += [cylinder(0.3 * k, 0.57 * k, bevel=0.03 * k).rotate(z=90).move(x, r, s * (long / 2 - r)) for s in (1, -1)]
    d.add("rollers", union(*wheels).mirrored(), "trim", group="tracks")
    d.add(
        "undercarriage",
        union(box(1.7 * k, 0.3 * k, 1.3 * k, 0.04 * k).move(y=0.52 * k), cylinder(0.6 * k, 0.4 * k).move(y=0.72 * k)),
        "trim",
    )
    if v.blade:
        plate = side([(1.98, 0.06), (2.04, 0.06), (1.95, 0.34), (2.0, 0.66), (1.92, 0.66), (1.87, 0.34)], 2.3).scale(k)
        arms = box(0.14 * k, 0.16 * k, 1.3 * k, 0.02 * k).move(0.4 * k, 0.36 * k, 1.35 * k).mirrored()
        d.add("blade", union(plate, arms), "body", group="blade")

    def up(name: str, node: Node, slot: str, group: str) -> None:
        """On the turning platform."""
        d.add(name, node.rotate(y=v.swing), slot, group=group)

    deck = 0.86 * k
    up("platform", box(2.1 * k, 0.2 * k, 2.7 * k, 0.05 * k).move(y=deck + 0.08 * k, z=-0.35 * k), "trim", "body")
    hood = union(
        frustum(deck + 0.15 * k, (-1.78 * k, -0.5 * k), 1.05 * k, deck + 1.0 * k, (-1.66 * k, -0.55 * k), 0.98 * k),
        box(0.85 * k, 0.55 * k, 1.6 * k, 0.06 * k).move(-0.58 * k, deck + 0.42 * k, -0.1 * k),
    )
    up("body", hood, "body", "body")
    weight = frustum(deck + 0.02 * k, (-1.98 * k, -1.55 * k), 1.02 * k, deck + 0.72 * k, (-1.9 * k, -1.5 * k), 0.98 * k)
    up("counterweight", weight, "trim", "body")
    up(
        "vents",
        union(
            *(
                box(0.04 * k, 0.05 * k, 0.6 * k).move(s * 1.02 * k, deck + (0.5 + 0.11 * i) * k, -1.08 * k)
                for i in range(4)
                for s in (1, -1)
            )
        ),
        "trim",
        "body",
    )
    if v.stripes:
        bars = [
            extrude([(a, 0), (a + 0.14 * k, 0), (a + 0.3 * k, 0.3 * k), (a + 0.16 * k, 0.3 * k)], 0.03 * k).move(
                0, deck + 0.2 * k, -1.96 * k
            )
            for a in (-0.85 * k + 0.36 * k * i for i in range(5))
        ]
        up("stripes", union(*bars), "body", "body")
    cab = [(-0.55, 0.1), (0.95, 0.1), (1.0, 0.75), (0.72, 1.72), (-0.45, 1.72), (-0.55, 1.6)]
    cx = 0.56 * k
    up("cab", across([(z * k, deck + y * k) for z, y in cab], 0.92 * k, 0.05 * k).move(x=cx), "body", "cab")
    front = across(
        [
            (0.985 * k, deck + 0.8 * k),
            (1.0 * k, deck + 0.72 * k),
            (1.035 * k, deck + 0.76 * k),
            (0.765 * k, deck + 1.64 * k),
            (0.72 * k, deck + 1.62 * k),
        ],
        0.76 * k,
    )
    pane = across(
        [(z * k, deck + y * k) for z, y in ((-0.38, 0.85), (0.82, 0.85), (0.63, 1.58), (-0.38, 1.58))], 0.955 * k
    )
    up("windows", union(front, pane).move(x=cx), "glass", "cab")
    rails = union(*(box(0.97 * k, 0.8 * k, 0.06 * k).move(cx, deck + 1.2 * k, z * k) for z in (0.12,)))
    up("cab_post", rails, "body", "cab")
    up("cab_roof", box(0.98 * k, 0.08 * k, 1.25 * k, 0.03 * k).move(cx, deck + 1.74 * k, 0.12 * k), "trim", "cab")
    up(
        "cab_lights",
        union(
            *(tube(0.07 * k, -0.06 * k, 0.06 * k).move(cx + s * 0.3 * k, deck + 1.82 * k, 0.68 * k) for s in (1, -1))
        ),
        "light",
        "cab",
    )
    if v.beacon:
        up(
            "beacon",
            cylinder(0.09 * k, 0.18 * k, 0.07 * k, bevel=0.02 * k).move(cx, deck + 1.85 * k, -0.2 * k),
            "beacon",
            "cab",
        )
    if v.exhaust:
        up(
            "exhaust",
            sweep(
                [
                    (-0.6 * k, deck + 0.9 * k, -1.2 * k),
                    (-0.6 * k, deck + 1.45 * k, -1.2 * k),
                    (-0.6 * k, deck + 1.55 * k, -1.3 * k),
                ],
                0.06 * k,
            ),
            "trim",
            "body",
        )
    # Boom, arm and tool in the plane x = bx.
    bx, bz, by = -0.12 * k, 0.75 * k, deck + 0.4 * k
    a, b = math.radians(v.lift), math.radians(v.reach)
    m = v.boom * k
    elbow = (bz + 0.55 * m * math.cos(a + 0.35), by + 0.55 * m * math.sin(a + 0.35))
    head = (elbow[0] + 0.55 * m * math.cos(a - 0.5), elbow[1] + 0.55 * m * math.sin(a - 0.5))
    n = v.arm * k
    wrist = (head[0] + n * math.cos(b), head[1] + n * math.sin(b))
    lowest = 0.75 * k
    if wrist[1] < lowest:
        wrist = (head[0] + math.sqrt(max(n * n - (head[1] - lowest) ** 2, 0.05)) * 0.9, lowest)

    def beam(p: tuple[float, float], q: tuple[float, float], wp: float, wq: float, wide: float) -> Node:
        angle = math.atan2(q[1] - p[1], q[0] - p[0])
        nx, ny = -math.sin(angle), math.cos(angle)
        line = [
            (p[0] - nx * wp, p[1] - ny * wp),
            (q[0] - nx * wq, q[1] - ny * wq),
            (q[0] + nx * wq, q[1] + ny * wq),
            (p[0] + nx * wp, p[1] + ny * wp),
        ]
        return side(line, wide, 0.01 * k).move(x=bx)

    def pin(p: tuple[float, float], radius: float, wide: float) -> Node:
        return axle(radius, wide, p[1], p[0]).move(x=bx)

    up(
        "boom",
        union(
            beam((bz, by), elbow, 0.16 * k, 0.27 * k, 0.34 * k),
            beam(elbow, head, 0.27 * k, 0.14 * k, 0.34 * k),
            pin(elbow, 0.27 * k, 0.34 * k),
            pin(head, 0.17 * k, 0.36 * k),
        ),
        "body",
        "arm",
    )
    back = (head[0] - 0.3 * k * math.cos(b), head[1] - 0.3 * k * math.sin(b))
    up(
        "arm",
        union(beam(back, head, 0.12 * k, 0.22 * k, 0.26 * k), beam(head, wrist, 0.22 * k, 0.1 * k, 0.26 * k)),
        "body",
        "arm",
    )
    pins = [pin((bz, by), 0.13 * k, 0.5 * k), pin(head, 0.08 * k, 0.46 * k), pin(wrist, 0.07 * k, 0.5 * k)]
    up(
        "foot",
        union(*pins, box(0.6 * k, 0.5 * k, 0.5 * k, 0.04 * k).move(bx, deck + 0.3 * k, bz - 0.1 * k)),
        "trim",
        "arm",
    )

    def ram(name: str, p: tuple[float, float], q: tuple[float, float], xs: tuple[float, ...]) -> None:
        mid = (0.45 * p[0] + 0.55 * q[0], 0.45 * p[1] + 0.55 * q[1])
        for part, slot, s, e, rad in (("ram", "trim", p, mid, 0.08), ("rod", "ram", mid, q, 0.045)):
            cs = [sweep([(bx + o * k, s[1], s[0]), (bx + o * k, e[1], e[0])], rad * k) for o in xs]
            up(f"{name}_{part}", union(*cs), slot, "rams")

    near = (0.5 * (bz + elbow[0]) + 0.06 * k, 0.5 * (by + elbow[1]))
    ram(
        "lift",
        (bz + 0.1 * k, deck + 0.16 * k),
        (near[0] + 0.15 * (elbow[0] - bz), near[1] + 0.15 * (elbow[1] - by)),
        (0.22, -0.22),
    )
    ram("arm", (0.5 * (elbow[0] + head[0]) - 0.16 * k, 0.5 * (elbow[1] + head[1]) + 0.26 * k), back, (0.0,))
    toward = (0.75 * wrist[0] + 0.25 * head[0], 0.75 * wrist[1] + 0.25 * head[1])
    out = (math.cos(b + math.pi / 2) * 0.22 * k, math.sin(b + math.pi / 2) * 0.22 * k)
    ram(
        "tool",
        (0.3 * wrist[0] + 0.7 * head[0] + out[0], 0.3 * wrist[1] + 0.7 * head[1] + out[1]),
        (toward[0] + 1.2 * out[0], toward[1] + 1.2 * out[1]),
        (0.0,),
    )
    link = [
        beam((toward[0] + 1.2 * out[0], toward[1] + 1.2 * out[1]), toward, 0.05 * k, 0.06 * k, 0.32 * k),
        beam(
            (toward[0] + 1.2 * out[0], toward[1] + 1.2 * out[1]),
            (wrist[0] + 0.3 * out[0] + 0.12 * k, wrist[1] - 0.16 * k),
            0.05 * k,
            0.05 * k,
            0.2 * k,
        ),
    ]
    up("link", union(*link), "trim", "arm")
    z, y = wrist
    at: Point3 = (bx, y, z)
    if v.tool == "bucket":
        line = [
            (0.18, 0.1),
            (0.22, -0.16),
            (0.1, -0.5),
            (-0.18, -0.66),
            (-0.5, -0.6),
            (-0.68, -0.42),
            (-0.62, -0.4),
            (-0.46, -0.5),
            (-0.2, -0.56),
            (0.04, -0.42),
            (0.12, -0.14),
            (0.02, 0.1),
        ]
        shell = side([(p * k, q * k) for p, q in line], 0.8 * k)
        cheek = side(
            [
                (p * k, q * k)
                for p, q in (
                    (0.2, 0.06),
                    (0.2, -0.16),
                    (0.09, -0.48),
                    (-0.18, -0.63),
                    (-0.5, -0.58),
                    (-0.64, -0.42),
                    (-0.1, 0.0),
                )
            ],
            0.05 * k,
        )
        teeth = [
            hull(
                [
                    (p * k + o, q * k, r2 * k)
                    for p, q, r2 in (
                        (-0.045, -0.61, -0.48),
                        (0.045, -0.61, -0.48),
                        (-0.045, -0.52, -0.5),
                        (0.045, -0.52, -0.5),
                        (-0.02, -0.36, -0.82),
                        (0.02, -0.36, -0.82),
                    )
                ]
            )
            for o in ((i - (v.teeth - 1) / 2) * 0.68 * k / max(v.teeth - 1, 1) for i in range(v.teeth))
        ]
        up(
            "bucket",
            union(
                shell,
                cheek.move(x=0.4 * k),
                cheek.move(x=-0.4 * k),
                box(0.3 * k, 0.3 * k, 0.24 * k, 0.02 * k).move(z=0.08 * k),
            ).move(*at),
            "steel",
            "bucket",
        )
        up("teeth", union(*teeth).move(*at), "trim", "bucket")
    elif v.tool == "breaker":
        hammer = union(
            box(0.34 * k, 0.5 * k, 0.3 * k, 0.03 * k).move(y=-0.2 * k),
            cylinder(0.07 * k, 0.25 * k).move(y=-0.52 * k),
            cylinder(0.002 * k, 0.14 * k, 0.07 * k).move(y=-0.67 * k),
        )
        up("breaker", hammer.move(*at), "steel", "bucket")
    else:
        jaw = sweep(
            [(0, -0.12 * k, 0), (0.3 * k, -0.26 * k, 0), (0.34 * k, -0.46 * k, 0), (0.1 * k, -0.68 * k, 0)],
            [0.07 * k, 0.075 * k, 0.06 * k, 0.02 * k],
        )
        up(
            "grapple",
            union(
                jaw.around(4), cylinder(0.16 * k, 0.3 * k).move(y=-0.06 * k), torus(0.15 * k, 0.04 * k).move(y=-0.2 * k)
            )
            .rotate(y=45)
            .move(*at),
            "steel",
            "bucket",
        )
    d.point("top", (cx, deck + 1.78 * k, 0.1 * k), size=0.8 * k)
    d.point("seat", (cx, deck + 0.7 * k, 0), size=0.5 * k)
    return d
