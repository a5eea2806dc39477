"""Bows, crossbows and shields."""

from __future__ import annotations

import math

from maquette.shapes.api import (
    Point2,
    Point3,
    box,
    cone,
    cylinder,
    extrude,
    intersection,
    lathe,
    sphere,
    sweep,
    torus,
    union,
)
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, Whole, family
from maquette.shapes.node import Node
from maquette.shapes.sub.arms import bezier, ribbed, star
from maquette.shapes.sub.outlines import ellipse, rod, rounded_rectangle


def arrow(length: float, thick: float, head: str = "broad") -> tuple[Node, Node, Node]:
    """Shaft, head and feathers of an arrow along +X from x = 0."""
    shaft = cylinder(thick, length).rotate(z=-90).move(x=length / 2)
    k = 5 * thick
    tip = extrude(
        [(0, -0.5 * k), (0.4 * k, -0.42 * k), (2.0 * k, 0), (0.4 * k, 0.42 * k), (0, 0.5 * k)]
        if head == "broad"
        else [(0, -0.3 * k), (1.8 * k, 0), (0, 0.3 * k)],
        1.3 * thick,
        bevel=0.25 * thick,
    ).move(x=length - 0.3 * k)
    vane = (
        extrude(
            [(0, 0), (1.2 * k, 0), (3.4 * k, 0), (2.9 * k, 0.75 * k), (0.5 * k, 0.95 * k), (-0.3 * k, 0.9 * k)],
            0.8 * thick,
        )
        .around(3, "x")
        .move(x=0.8 * k)
    )
    return shaft, tip, vane


@family(
    "bow",
    "weapon",
    nouns={
        "longbow": {"kind": "longbow"},
        "recurve bow": {"kind": "recurve"},
        "bow and arrow": {"arrow": True},
        "compound bow": {"kind": "compound"},
        "hunting bow": {},
        "elven bow": {"kind": "recurve", "wings": True},
        "archery bow": {},
    },
    parameters=(
        Choice("kind", ("recurve", "longbow", "compound")),
        Real("height", 1.35, 1.1, 1.7),
        Real("depth", 0.25, 0.18, 0.32, unit="", about="of the arc, share of the height"),
        Real("thickness", 0.02, 0.016, 0.026),
        Flag("arrow", 0.7),
        Flag("wings", 0.3),
        Flag("jewel", 0.25),
        Whole("bands", 4, 2, 6),
        Real("grip_length", 0.15, 0.12, 0.19),
    ),
    slots={
        "bow": ("walnut", "oak", "mahogany", "paint:#22382c", "gold"),
        "grip": ("leather", "leather:#7a1f1c", "leather:#2a2220"),
        "string": ("rope:#d8cfb8", "fabric:#e8e2d2"),
        "trim": ("gold", "brass", "silver"),
        "jewel": ("gem", "gem:#1c9a5a", "glow:#40c8ff"),
        "shaft": ("birch", "pine"),
        "point": ("steel", "iron"),
        "feather": ("feathers", "feathers:#c0322a", "feathers:#2a5fa8"),
    },
    words={"arrow": {"arrow": True}, "arrows": {"arrow": True}, "winged": {"wings": True}, "jewel": {"jewel": True}},
    paints={"handle": "grip", "feathers": "feather", "arrow": "shaft", "limbs": "bow"},
    height=(1.0, 1.8),
)
def bow(v: Values) -> Draft:
    """Stands on its lower tip; the arrow points to +x."""
    h, t = v.height, v.thickness
    q = v.depth * h
    d = Draft(extent=h)
    half = h / 2
    cam_y = half - 0.064
    if v.kind == "recurve":
        limb: list[Point3] = [
            (q, 0, 0),
            (1.0 * q, 0.1 * half, 0),
            (0.85 * q, 0.4 * half, 0),
            (0.4 * q, 0.72 * half, 0),
            (0.06 * q, 0.9 * half, 0),
            (0.2 * q, half - 0.01, 0),
        ]
        nock = (0.06 * q, 0.9 * half)
    elif v.kind == "longbow":
        limb = [
            (q, 0, 0),
            (0.98 * q, 0.1 * half, 0),
            (0.84 * q, 0.4 * half, 0),
            (0.45 * q, 0.75 * half, 0),
            (0.0, half - 0.01, 0),
        ]
        nock = (0.02 * q, 0.975 * half)
    else:
        limb = [
            (q, 0, 0),
            (1.1 * q, 0.2 * half, 0),
            (1.02 * q, 0.42 * half, 0),
            (0.65 * q, 0.7 * half, 0),
            (0.2 * q, cam_y, 0),
        ]
        nock = (0.2 * q - 0.045, cam_y)
    radii = [1.15 * t, 1.1 * t, *[0.95 * t] * (len(limb) - 4), 0.7 * t, 0.5 * t]
    d.add("limbs", sweep(limb, radii, round_ends=True).scale(1, 1, 0.9).mirrored("y").move(y=half), "bow")
    if v.kind == "compound":
        cam = cylinder(0.05, 0.018, bevel=0.004).rotate(x=90) - cylinder(0.016, 0.06).rotate(x=90).move(y=0.026)
        cams = union(cam, torus(0.048, 0.006).rotate(x=90), box(0.02, 0.09, 0.012)).move(0.2 * q, cam_y + 0.01)
        d.add("cams", cams.mirrored("y").move(y=half), "trim")
        d.add(
            "cables",
            rod((0.2 * q + 0.03, cam_y - 0.02, 0.012), (0.2 * q + 0.01, 0.02 - cam_y, 0.012), radius=0.0045).move(
                y=half
            ),
            "string",
        )
    draw = 0.0
    d.add(
        "string",
        rod((nock[0], nock[1], 0), (nock[0] - draw, 0, 0), (nock[0], -nock[1], 0), radius=0.0055, smooth=False).move(
            y=half
        ),
        "string",
    )
    d.add("grip", ribbed(v.grip_length, 1.45 * t, 8, 0.08).move(q, half - v.grip_length / 2), "grip")
    for s in (1, -1):
        d.add(
            f"cap_{'upper' if s > 0 else 'lower'}",
            cylinder(1.5 * t, 0.025, bevel=0.004).move(q, half + s * v.grip_length / 2),
            "trim",
            group="caps",
        )
    for i in range(v.bands):
        f = (0.42, 0.5)[i // 2 % 2] if i < 4 else 0.58
        s = 1 if i % 2 == 0 else -1
        k = 0.84 if v.kind != "compound" else 0.99
        x = {0.42: k, 0.5: k - 0.09, 0.58: k - 0.19}[f] * q
        d.add(
            f"band_{i + 1}",
            torus(1.0 * t, 0.28 * t).rotate(z=s * (22 if v.kind != "compound" else 15)).move(x, half + s * f * half),
            "trim",
            group="bands",
        )
    if v.wings and v.kind != "compound":
        wing = extrude(
            [
                (-0.5 * t, 0.1 * half),
                (1.2 * t, 0.13 * half),
                (2.6 * t, 0.4 * half),
                (0.6 * t, 0.3 * half),
                (-0.2 * q, 0.42 * half),
                (-0.1 * q, 0.28 * half),
            ],
            0.9 * t,
            bevel=0.2 * t,
        )
        d.add("wings", wing.mirrored("y").move(q, half), "trim")
    if v.jewel:
        d.add("jewel", sphere(0.7 * t, 0.7 * t, 1.75 * t).move(q, half + 0.5 * v.grip_length + 0.012), "jewel")
    if v.arrow:
        shaft, tip, vane = arrow(q + 0.32, 0.006)
        y, x = half + 0.62 * v.grip_length, nock[0] - 0.012
        d.add("arrow", shaft.move(x, y), "shaft")
        d.add("arrow_head", tip.move(x, y), "point")
        d.add("arrow_feathers", vane.move(x, y), "feather")
    d.point("grip", (q, half, 0), front=(1, 0, 0), size=2.5 * t)
    d.point("top", (0, h, 0), size=t)
    return d


@family(
    "crossbow",
    "weapon",
    nouns={"hunting crossbow": {}, "arbalest": {"width": 0.85}, "hand crossbow": {"length": 0.5, "width": 0.45}},
    parameters=(
        Real("length", 0.8, 0.5, 0.95),
        Real("width", 0.7, 0.45, 0.9, about="of the bow"),
        Real("depth", 0.14, 0.1, 0.2, unit="", about="of the arc, share of the width"),
        Real("height", 0.07, 0.055, 0.09, about="of the stock"),
        Flag("bolt", 0.85),
        Flag("stirrup", 0.7),
        Flag("sight", 0.3),
        Whole("bands", 2, 1, 4),
        Flag("crank", 0.4),
    ),
    slots={
        "stock": ("walnut", "oak", "mahogany", "paint:#2c2a28"),
        "bow": ("gunmetal", "steel", "walnut", "iron"),
        "string": ("rope:#d8cfb8",),
        "metal": ("iron", "brass", "steel"),
        "bolt": ("birch",),
        "feather": ("feathers:#c0322a", "feathers"),
    },
    words={"bolt": {"bolt": True}, "scope": {"sight": True}, "arrow": {"bolt": True}},
    paints={"limbs": "bow", "arrow": "bolt", "handle": "stock"},
    height=(0.1, 0.5),
)
def crossbow(v: Values) -> Draft:
    """Shoots toward +z; lies level."""
    n, w, h = v.length, v.width, v.height
    d = Draft(extent=max(n, w))
    y = 0.17 + 0.5 * h
    side: list[Point2] = [
        (0.5 * n, 0.35 * h),
        (-0.1 * n, 0.45 * h),
        *bezier((-0.14 * n, 0.5 * h), (-0.3 * n, 0.5 * h), (-0.5 * n, 0.35 * h)),
        *bezier((-0.5 * n, -1.1 * h), (-0.36 * n, -0.55 * h), (-0.2 * n, -0.75 * h)),
        (-0.06 * n, -0.6 * h),
        (0.1 * n, -0.5 * h),
        (0.44 * n, -0.45 * h),
        (0.5 * n, -0.2 * h),
    ]
    d.add("stock", extrude(side, 0.8 * h, bevel=0.08 * h).rotate(y=-90).move(y=y), "stock")
    grip = sweep(
        [(0, y - 0.4 * h, -0.17 * n), (0, y - 1.2 * h, -0.2 * n), (0, 0.01, -0.24 * n)],
        [0.36 * h, 0.3 * h, 0.38 * h],
        round_ends=False,
    )
    d.add("grip", grip.scale(0.8, 1, 1), "stock")
    dep = v.depth * w
    z = 0.42 * n
    limb: list[Point3] = [
        (-w / 2, y, z - dep),
        (-0.3 * w, y, z - 0.35 * dep),
        (0, y, z),
        (0.3 * w, y, z - 0.35 * dep),
        (w / 2, y, z - dep),
    ]
    d.add(
        "bow",
        sweep(limb, [0.16 * h, 0.24 * h, 0.32 * h, 0.24 * h, 0.16 * h])
        .move(y=-y)
        .scale(1, 1.5, 1)
        .move(y=y + 0.08 * h),
        "bow",
    )
    d.add("limb_tips", sphere(0.26 * h).move(w / 2, y + 0.08 * h, z - dep).mirrored("x"), "metal")
    nut = -0.04 * n
    d.add(
        "string",
        rod(
            (-w / 2, y + 0.1 * h, z - dep),
            (0, y + 0.56 * h, nut),
            (w / 2, y + 0.1 * h, z - dep),
            radius=0.0055,
            smooth=False,
        ),
        "string",
    )
    d.add("nut", cylinder(0.3 * h, 0.35 * h, bevel=0.03 * h).rotate(z=90).move(0, y + 0.36 * h, nut), "metal")
    d.add("binding", box(0.95 * h, 1.0 * h, 0.9 * h, 0.1 * h).move(0, y + 0.02 * h, z - 0.02 * n), "metal")
    for i in range(v.bands):
        d.add(
            f"band_{i + 1}",
            box(0.86 * h, 1.0 * h, 0.022, 0.004).move(0, y - 0.02 * h, (0.26 - 0.09 * i) * n),
            "metal",
            group="bands",
        )
    d.add(
        "trigger",
        union(
            sweep([(0, y - 0.5 * h, -0.07 * n), (0, y - 1.0 * h, -0.06 * n), (0, y - 1.2 * h, -0.04 * n)], 0.008),
            sweep(
                [
                    (0, y - 0.45 * h, 0.0),
                    (0, y - 1.45 * h, -0.01 * n),
                    (0, y - 1.55 * h, -0.12 * n),
                    (0, y - 1.1 * h, -0.19 * n),
                ],
                0.006,
            ),
        ),
        "metal",
    )
    if v.stirrup:
        s = sweep(
            [
                (-0.045, 0, 0.47 * n),
                (-0.055, 0, 0.5 * n + 0.05),
                (0, 0, 0.5 * n + 0.09),
                (0.055, 0, 0.5 * n + 0.05),
                (0.045, 0, 0.47 * n),
            ],
            0.008,
        )
        d.add("stirrup", union(s, box(0.11, 0.018, 0.02, 0.004).move(z=0.465 * n)).move(y=y), "metal")
    if v.bolt:
        shaft, tip, vane = arrow(0.5 * n + 0.06, 0.007, "narrow")
        at = (0.0, y + 0.36 * h + 0.008, nut + 0.006)
        d.add("bolt", shaft.rotate(y=-90).move(*at), "bolt")
        d.add("bolt_head", tip.rotate(y=-90).move(*at), "metal")
        d.add("bolt_feathers", vane.rotate(x=60).rotate(y=-90).move(*at), "feather")
    if v.sight:
        d.add(
            "sight",
            union(
                cylinder(0.024, 0.16, bevel=0.004).rotate(x=90).move(0, y + 0.95 * h, -0.17 * n),
                box(0.012, 0.6 * h, 0.03).move(0, y + 0.6 * h, -0.2 * n),
                box(0.012, 0.6 * h, 0.03).move(0, y + 0.6 * h, -0.14 * n),
            ),
            "metal",
        )
    if v.crank:
        c = union(
            cylinder(0.035, 0.02, bevel=0.004).rotate(z=90),
            sweep([(0.0, 0, 0), (0.025, 0, 0), (0.028, 0.06, 0), (0.06, 0.065, 0)], 0.007, smooth=False),
        ).move(0.42 * h, y - 0.05 * h, -0.1 * n)
        d.add("crank", c, "metal")
    d.point("grip", (0, y - 1.3 * h, -0.2 * n), size=0.6 * h)
    d.point("top", (0, y + 0.5 * h, 0), size=h)
    return d


@family(
    "shield",
    "weapon",
    nouns={
        "round shield": {"shape": "round"},
        "kite shield": {"shape": "kite"},
        "tower shield": {"shape": "tower"},
        "knight shield": {"shape": "heater"},
        "viking shield": {"shape": "round", "emblem": "planks"},
        "buckler": {"shape": "round", "height": 0.45},
        "roman shield": {"shape": "tower", "emblem": "wings"},
        "scutum": {"shape": "tower", "emblem": "wings"},
        "heater shield": {"shape": "heater"},
        "spartan shield": {"shape": "round", "emblem": "chevron"},
        "hoplite shield": {"shape": "round", "emblem": "chevron"},
    },
    parameters=(
        Choice("shape", ("heater", "round", "kite", "tower")),
        Choice("emblem", ("cross", "chevron", "star", "stripes", "quarters", "wings", "planks", "none")),
        Real("height", 0.8, 0.45, 1.15),
        Real("width", 0.82, 0.7, 0.92, unit="", about="share of the height"),
        Real("thickness", 0.022, 0.018, 0.03),
        Real("curve", 0.9, 0.7, 1.4, unit="", about="radius of its curve, times the height"),
        Real("rim", 0.028, 0.02, 0.04, about="width of the rim"),
        Flag("boss", 0.55, about="a dome in the middle"),
        Whole("rivets", 12, 8, 20),
        Flag("spike", 0.15),
    ),
    slots={
        "face": ("paint:#a8221e", "paint:#1f4486", "paint:#e0d8c4", "paint:#22382c", "planks", "steel"),
        "emblem": ("paint:#e8b93a", "gold", "paint:#f0ece0", "paint:#20242c"),
        "rim": ("steel", "iron", "gold", "brass", "gunmetal"),
        "strap": ("leather",),
    },
    words={
        "cross": {"emblem": "cross"},
        "star": {"emblem": "star"},
        "stripes": {"emblem": "stripes"},
        "boss": {"boss": True},
        "round": {"shape": "round"},
        "spiked": {"spike": True, "boss": True},
        "plain": {"emblem": "none"},
    },
    paints={"boss": "rim", "trim": "rim", "cross": "emblem", "star": "emblem", "border": "rim"},
    height=(0.4, 1.25),
)
def shield(v: Values) -> Draft:
    """Stands on its lower edge, its face toward +z."""
    h = v.height
    w = h if v.shape == "round" else v.width * h * {"heater": 1.0, "kite": 0.68, "tower": 0.72}[v.shape]
    d = Draft(extent=h)
    t, big = v.thickness, v.curve * h
    y = h / 2

    def outline(grow: float) -> list[Point2]:
        a, b = w / 2 + grow, h / 2 + grow
        if v.shape == "round":
            return ellipse(b, b, 56)
        if v.shape == "tower":
            return rounded_rectangle(2 * a, 2 * b, 0.16 * w, 5)
        if v.shape == "kite":
            right = [
                *bezier((0, -b), (0.75 * a, -0.45 * b), (1.05 * a, 0.1 * b), (a, 0.42 * b)),
                *bezier((a, 0.42 * b), (0.95 * a, b), (0.2 * a, b), (0, b))[1:-1],
            ]
        else:
            right = [
                *bezier((0, -b), (0.6 * a, -0.75 * b), (a, -0.3 * b), (a, 0.2 * b)),
                (a, 0.82 * b),
                *bezier((a, 0.86 * b), (0.5 * a, 0.8 * b), (0, b), steps=6)[:-1],
            ]
        return [*right, (0, b), *[(-x, yy) for x, yy in reversed(right[1:])]] if right[0][0] == 0 else right

    def skin(shape: list[Point2], low: float, high: float, holes: list[list[Point2]] | None = None) -> Node:
        # A slab between two spheres (round) or two upright cylinders, cut out by an outline.
        if v.shape == "round":
            curved: Node = lathe(
                [
                    (x, math.sqrt((big + k) ** 2 - x * x) - big)
                    for k, xs in (
                        (low, [0.62 * h * i / 16 for i in range(17)]),
                        (high, [0.62 * h * (16 - i) / 16 for i in range(17)]),
                    )
                    for x in xs
                ]
            ).rotate(x=90)
        else:
            curved = (
                extrude(
                    [
                        ((big + k) * math.sin(a), (big + k) * math.cos(a) - big)
                        for k, turn in ((low, range(17)), (high, range(16, -1, -1)))
                        for a in [math.radians(-52 + 6.5 * i) for i in turn]
                    ],
                    1.2 * h,
                )
                .rotate(x=-90)
                .mirror("z")
            )
        return intersection(extrude(shape, 2 * big, holes=holes or ()), curved)

    d.add("face", skin(outline(-0.3 * v.rim), -t, 0).move(y=y), "face")
    d.add("rim", skin(outline(0), -1.3 * t, 0.45 * t, [outline(-v.rim)]).move(y=y), "rim")
    a, b = w / 2 - 0.6 * v.rim, h / 2 - 0.6 * v.rim
    inside = outline(-0.6 * v.rim)
    bits: list[list[Point2]] = []
    mid = 0.12 * h if v.shape in ("kite", "heater") else 0.0
    if v.emblem == "cross":
        bits = [
            [(-0.09 * w, -b), (0.09 * w, -b), (0.09 * w, b), (-0.09 * w, b)],
            [(-a, mid - 0.09 * w), (a, mid - 0.09 * w), (a, mid + 0.09 * w), (-a, mid + 0.09 * w)],
        ]
    elif v.emblem == "chevron":
        bits = [[(-a, -0.3 * b), (0, 0.3 * b), (a, -0.3 * b), (a, -0.62 * b), (0, 0.0), (-a, -0.62 * b)]]
    elif v.emblem == "star":
        bits = [[(x, yy + mid) for x, yy in star(0.34 * w, 5 if v.shape != "round" else 8, 0.4)]]
    elif v.emblem == "stripes":
        bits = [
            [(x - 0.075 * w, -b), (x + 0.075 * w, -b), (x + 0.075 * w, b), (x - 0.075 * w, b)]
            for x in (-0.3 * w, 0, 0.3 * w)
        ]
    elif v.emblem == "quarters":
        bits = [[(0, mid), (a, mid), (a, b), (0, b)], [(-a, -b), (0, -b), (0, mid), (-a, mid)]]
    elif v.emblem == "wings":
        for s in (1, -1):
            for k in range(3):
                y0 = 0.12 - 0.1 * k
                feather = [
                    *bezier((0.03, y0), (0.2, y0 + 0.02), (0.33 - 0.05 * k, y0 + 0.18 - 0.03 * k)),
                    *bezier((0.36 - 0.06 * k, y0 + 0.08 - 0.03 * k), (0.24, y0 - 0.07), (0.03, y0 - 0.06)),
                ]
                bits.append([(s * x * w, yy * h + mid) for x, yy in feather])
        bits.append(
            [
                (x * w, yy * h + mid)
                for x, yy in (
                    (-0.03, 0.16),
                    (0.03, 0.16),
                    (0.03, -0.1),
                    (0.12, -0.26),
                    (0, -0.2),
                    (-0.12, -0.26),
                    (-0.03, -0.1),
                )
            ]
        )
    elif v.emblem == "planks":
        bits = [
            [(x - 0.006 * w, -b), (x + 0.006 * w, -b), (x + 0.006 * w, b), (x - 0.006 * w, b)]
            for x in [w * (-0.375 + 0.125 * i) for i in range(7)]
        ]
    for i, bit in enumerate(bits):
        area = sum(p[0] * q[1] - p[1] * q[0] for p, q in zip(bit, bit[1:] + bit[:1], strict=True))
        d.add(
            f"emblem_{i + 1}",
            intersection(skin(bit if area > 0 else bit[::-1], -0.5 * t, 0.3 * t), extrude(inside, 2 * big)).move(y=y),
            "emblem" if v.emblem != "planks" else "rim",
            group="emblem",
        )

    if v.boss or v.emblem == "planks":
        k = 0.13 * w if v.shape != "round" else 0.15 * w
        d.add(
            "boss",
            lathe(
                [
                    (k * 1.35, -0.8 * t),
                    (1.35 * k, 0.25 * t),
                    (1.05 * k, 0.4 * t),
                    (0.9 * k, 0.35 * k),
                    (0.55 * k, 0.62 * k),
                    (0.0, 0.7 * k),
                ]
            )
            .rotate(x=90)
            .move(y=y + mid),
            "rim",
        )
        if v.spike:
            d.add("spike", cone(0.4 * k, 1.3 * k).rotate(x=90).move(y=y + mid, z=1.1 * k), "rim")
    ring = outline(-0.5 * v.rim)
    step = len(ring) / v.rivets
    studs = []
    for i in range(v.rivets):
        x, yy = ring[int(i * step) % len(ring)]
        z = math.sqrt(big**2 - (x * x + yy * yy if v.shape == "round" else x * x)) - big
        studs.append(sphere(0.3 * v.rim).move(x, yy + y, z + 0.45 * t))
    d.add("rivets", union(*studs), "rim")
    for i, s in enumerate((1, -1)):
        x = 0.17 * w * s
        z = math.sqrt(big * big - x * x) - big - t
        d.add(
            f"strap_{i + 1}",
            sweep(
                [
                    (x, y + mid - 0.1 * h, z + 0.3 * t),
                    (x, y + mid - 0.06 * h, z - 0.035),
                    (x, y + mid + 0.06 * h, z - 0.035),
                    (x, y + mid + 0.1 * h, z + 0.3 * t),
                ],
                profile=rounded_rectangle(0.04, 0.012, 0.003, 1),
            ),
            "strap",
            group="straps",
        )
    d.point("grip", (0, y + mid, -t - 0.03), size=0.03)
    d.point("top", (0, h, 0), size=w)
    return d
