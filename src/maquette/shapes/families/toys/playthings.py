"""Toys: dice, chess pieces, rubber ducks, bricks, puzzle cubes, balloons, kites, rocking horses."""

from __future__ import annotations

import math

from maquette.shapes.api import (
    Point2,
    bone,
    box,
    cone,
    cylinder,
    extrude,
    hull,
    lathe,
    organic,
    sphere,
    sweep,
    torus,
    union,
)
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, Whole, family
from maquette.shapes.node import Node
from maquette.shapes.sub.arms import bezier, star
from maquette.shapes.sub.outlines import rod
from maquette.shapes.sub.sidewise import side

BRIGHT = ("paint:#d8281e", "paint:#1f62c0", "paint:#f2c21c", "paint:#2fa04a", "paint:#e8762a")


@family(
    "die",
    "toy",
    nouns={
        "dice": {"count": 2},
        "pair of dice": {"count": 2},
        "d6": {},
        "game die": {},
        "casino dice": {"count": 2, "round": 0.1},
    },
    parameters=(
        Whole("count", 1, 1, 3),
        Real("size", 0.05, 0.03, 0.08),
        Real("round", 0.12, 0.06, 0.2, unit="", about="of the edges, share"),
        Real("pip", 0.09, 0.075, 0.11, unit="", about="radius of a pip, share"),
        Real("pip_depth", 0.5, 0.3, 0.8, unit=""),
        Real("turn", 20, 0, 80, unit="deg"),
        Real("gap", 1.5, 1.35, 1.9, unit="", about="between two, in sizes"),
        Whole("top", 6, 1, 6, about="pips on top"),
        Flag("big_one", 0.4),
    ),
    slots={
        "body": ("paint:#f4f0e6", "paint:#c8201c", "paint:#20242c", "paint:#1f62c0", "bone", "jade"),
        "pip": ("paint:#16171a", "paint:#f4f2ec", "gold"),
        "one": ("paint:#c8201c", "gold"),
    },
    words={},
    paints={"dots": "pip", "pips": "pip", "dot": "pip"},
    height=(0.025, 0.1),
    floats=True,
)
def die(v: Values) -> Draft:
    """Cubes on the ground; opposite faces add up to seven."""
    n = v.size
    d = Draft(extent=n * (1 + v.gap * (v.count - 1) * 0.8))
    h = n / 2
    spots = {
        1: [(0, 0)],
        2: [(-1, -1), (1, 1)],
        3: [(-1, -1), (0, 0), (1, 1)],
        4: [(-1, -1), (1, 1), (-1, 1), (1, -1)],
        5: [(-1, -1), (1, 1), (-1, 1), (1, -1), (0, 0)],
        6: [(-1, -1), (-1, 0), (-1, 1), (1, -1), (1, 0), (1, 1)],
    }
    turns = ((0, 0), (90, 0), (0, 90), (0, -90), (-90, 0), (180, 0))
    pip = v.pip * n
    for i in range(v.count):
        x = (i - (v.count - 1) / 2) * v.gap * n
        z = 0.35 * n * (-1) ** i if v.count > 1 else 0.0
        faces = [(v.top + i * 2 - 1) % 6 + 1]
        faces += [k for k in range(1, 7) if k not in (faces[0], 7 - faces[0])][:2]
        order = [faces[0], faces[1], faces[2], 7 - faces[2], 7 - faces[1], 7 - faces[0]]
        holes: list[Node] = []
        dots: dict[str, list[Node]] = {"pip": [], "one": []}
        for number, (rx, rz) in zip(order, turns, strict=True):
            rad = pip * (1.45 if number == 1 and v.big_one else 1.0)
            for a, b in spots[number]:
                holes.append(sphere(rad, v.pip_depth * rad, rad).move(0.26 * n * a, h, 0.26 * n * b).rotate(x=rx, z=rz))
                dots["one" if number == 1 else "pip"].append(
                    cylinder(0.93 * rad, 0.1 * n)
                    .move(0.26 * n * a, h - 0.05 * n - 0.28 * v.pip_depth * rad, 0.26 * n * b)
                    .rotate(x=rx, z=rz)
                )
        yaw = v.turn + 47 * i
        d.add(
            f"die_{i + 1}",
            (box(n, n, n, v.round * n, 3) - union(*holes)).rotate(y=yaw).move(x, h, z),
            "body",
            group="dice",
        )
        for slot, nodes in dots.items():
            d.add(f"{slot}s_{i + 1}", union(*nodes).rotate(y=yaw).move(x, h, z), slot, group="pips")
    d.point("grip", (0, h, 0), size=n)
    d.point("top", (0, n, 0), size=n)
    return d


@family(
    "chess piece",
    "toy",
    nouns={
        "pawn": {"piece": "pawn"},
        "rook": {"piece": "rook"},
        "chess knight": {"piece": "knight"},
        "bishop": {"piece": "bishop"},
        "chess queen": {"piece": "queen"},
        "chess king": {"piece": "king"},
        "chess pawn": {"piece": "pawn"},
        "chess rook": {"piece": "rook"},
        "chessman": {},
    },
    parameters=(
        Choice("piece", ("king", "queen", "bishop", "knight", "rook", "pawn")),
        Real("height", 0.095, 0.08, 0.12, about="of a king"),
        Real("base", 0.2, 0.18, 0.23, unit="", about="radius of the foot, share of the height of a king"),
        Real("waist", 0.42, 0.34, 0.52, unit="", about="share of the foot"),
        Whole("rings", 2, 1, 3),
        Whole("points", 8, 6, 10, about="of a crown"),
        Flag("felt", 0.6),
        Real("collar", 0.66, 0.58, 0.78, unit=""),
        Flag("gilded", 0.2),
    ),
    slots={
        "body": ("birch", "walnut", "marble", "obsidian", "paint:#f0e8d4", "paint:#22242a"),
        "felt": ("velvet:#2f5f3a", "velvet:#7a1f1c"),
        "trim": ("gold", "brass"),
    },
    words={"gold": {"gilded": True}},
    paints={},
    height=(0.04, 0.13),
)
def chess_piece(v: Values) -> Draft:
    """Turned but for the knight's head, which looks toward +z."""
    k = v.height
    h = k * {"king": 1.0, "queen": 0.9, "bishop": 0.78, "knight": 0.7, "rook": 0.6, "pawn": 0.52}[v.piece]
    r = v.base * k * {"king": 1.0, "queen": 0.96, "bishop": 0.86, "knight": 0.9, "rook": 0.88, "pawn": 0.76}[v.piece]
    d = Draft(extent=h)
    neck = h * {"king": 0.66, "queen": 0.68, "bishop": 0.58, "knight": 0.2, "rook": 0.6, "pawn": 0.58}[v.piece]
    w = v.waist * r * (1.25 if v.piece == "rook" else 1.0)
    low = 0.06 * k
    foot: list[Point2] = [
        (0.96 * r, 0.0),
        (r, 0.012 * k),
        (r, 0.045 * k),
        (0.9 * r, low),
        (0.82 * r, 1.25 * low),
        (0.86 * r, 1.5 * low),
        (0.72 * r, 2.0 * low),
    ]
    if v.piece == "knight":
        d.add("base", lathe([*foot, (0.7 * r, neck), (0.0, neck)]), "body")
        q = h - neck
        head: list[Point2] = [
            *bezier((-0.62 * r, 0.0), (-0.75 * r, 0.45 * q), (-0.55 * r, 0.8 * q), (-0.1 * r, 0.93 * q)),
            (0.02 * r, q),
            (0.12 * r, 0.9 * q),
            *bezier((0.3 * r, 0.85 * q), (0.6 * r, 0.7 * q), (0.95 * r, 0.52 * q)),
            (0.92 * r, 0.4 * q),
            (0.74 * r, 0.36 * q),
            *bezier((0.5 * r, 0.5 * q), (0.2 * r, 0.52 * q), (0.3 * r, 0.3 * q), (0.62 * r, 0.0)),
        ]
        d.add("head", side(head, 0.72 * r, 0.14 * r).move(y=neck - 0.02 * k), "body")
        mane = [
            side(
                [
                    (-0.7 * r + 0.03 * r * i, (0.1 + 0.13 * i) * q),
                    (-0.4 * r + 0.06 * r * i, (0.1 + 0.13 * i) * q),
                    (-0.4 * r + 0.06 * r * i, (0.2 + 0.13 * i) * q),
                    (-0.76 * r + 0.1 * r * i, (0.19 + 0.13 * i) * q),
                ],
                0.3 * r,
                0.03 * r,
            )
            for i in range(6)
        ]
        d.add("mane", union(*mane).move(y=neck), "trim" if v.gilded else "body")
        d.add(
            "eyes",
            sphere(0.07 * r).move(0.35 * r, neck + 0.72 * q, 0.3 * r).mirrored("x"),
            "trim" if v.gilded else "body",
        )
        d.add("ears", cone(0.1 * r, 0.22 * q, 5).move(0.16 * r, neck + 0.95 * q, 0.0).mirrored("x"), "body")
    else:
        stem = [
            *bezier(
                (0.7 * r, 2.0 * low),
                (0.9 * w, 0.45 * neck),
                (0.9 * w, 0.6 * neck),
                (w if v.piece == "rook" else 0.8 * w, 0.94 * neck),
                steps=12,
            )
        ]
        c = v.collar * r
        rings: list[Point2] = []
        for i in range(v.rings if v.piece != "rook" else 1):
            y = neck + (0.028 * i - 0.02) * k
            rings += [
                (c * (1 - 0.18 * i) * 0.75, y),
                (c * (1 - 0.18 * i), y + 0.008 * k),
                (c * (1 - 0.18 * i), y + 0.016 * k),
                (c * (1 - 0.18 * i) * 0.75, y + 0.024 * k),
            ]
        y = rings[-1][1]
        profile = [*foot, *stem, *rings]
        top: list[Point2]
        if v.piece == "pawn":
            b = (h - y) / 1.85
            top = [
                (0.55 * b, y + 0.02 * b),
                *(
                    (b * math.cos(a), h - b + b * math.sin(a))
                    for a in [math.radians(-50 + 140 * i / 12) for i in range(12)]
                ),
                (0.0, h),
            ]
        elif v.piece == "bishop":
            q = h - y
            top = [
                (0.3 * r, y),
                *bezier(
                    (0.34 * r, y + 0.02 * q),
                    (0.85 * r, y + 0.35 * q),
                    (0.2 * r, y + 0.78 * q),
                    (0.08 * r, y + 0.82 * q),
                ),
                (0.15 * r, y + 0.88 * q),
                (0.13 * r, y + 0.96 * q),
                (0.0, h),
            ]
        elif v.piece == "rook":
            top = [
                (0.62 * r, y + 0.02 * k),
                (0.8 * r, y + 0.04 * k),
                (0.82 * r, h),
                (0.52 * r, h),
                (0.5 * r, h - 0.05 * k),
                (0.0, h - 0.05 * k),
            ]
        elif v.piece == "queen":
            q = h - y
            top = [
                (0.34 * r, y),
                (0.4 * r, y + 0.3 * q),
                (0.7 * r, y + 0.78 * q),
                (0.55 * r, y + 0.8 * q),
                (0.3 * r, y + 0.72 * q),
                (0.16 * r, y + 0.86 * q),
                (0.0, y + 0.88 * q),
            ]
        else:
            q = h - y
            top = [
                (0.36 * r, y),
                (0.42 * r, y + 0.2 * q),
                (0.64 * r, y + 0.55 * q),
                (0.6 * r, y + 0.6 * q),
                (0.2 * r, y + 0.68 * q),
                (0.0, y + 0.7 * q),
            ]
        body = lathe([*profile, *top])
        if v.piece == "rook":
            body = body - box(2 * r, 0.06 * k, 0.26 * r).move(y=h - 0.006 * k).around(3, "y", 180 * 2 / 3 * 1.5)
        elif v.piece == "bishop":
            body = body - box(0.8 * r, 0.012 * k, 2 * r).rotate(z=50).move(0.42 * r, y + 0.55 * (h - y), 0)
        d.add("body", body, "body")
        if v.piece == "queen":
            q = h - y
            d.add(
                "crown",
                union(
                    *(
                        sphere(0.12 * r).move(0.64 * r * math.cos(a), y + 0.8 * q, 0.64 * r * math.sin(a))
                        for a in [math.tau * i / v.points for i in range(v.points)]
                    ),
                    sphere(0.19 * r).move(y=h - 0.19 * r),
                ),
                "trim" if v.gilded else "body",
            )
        elif v.piece == "king":
            q = h - y
            t = 0.15 * r
            d.add(
                "cross",
                union(
                    box(1.3 * t, 0.38 * q, t, 0.15 * t).move(y=h - 0.19 * q),
                    box(0.62 * r, 1.25 * t, t, 0.15 * t).move(y=h - 0.17 * q),
                ),
                "trim" if v.gilded else "body",
            )
    if v.gilded:
        d.add("band", torus(0.99 * r, 0.035 * r).move(y=0.03 * k), "trim")
    if v.felt:
        d.add("felt", cylinder(0.97 * r, 0.012 * k).move(y=0.003 * k), "felt")
    d.point("grip", (0, 0.6 * h, 0), size=2 * w)
    d.point("top", (0, h, 0), size=r)
    return d


@family(
    "rubber duck",
    "toy",
    nouns={"rubber ducky": {}, "bath duck": {}, "toy duck": {}, "rubber duckie": {}},
    parameters=(
        Real("height", 0.1, 0.08, 0.14),
        Real("fatness", 1.0, 0.88, 1.15, unit=""),
        Real("head", 0.27, 0.23, 0.32, unit="", about="radius, share of the height"),
        Real("beak", 1.0, 0.8, 1.25, unit=""),
        Real("tail", 1.0, 0.7, 1.3, unit=""),
        Choice("hat", ("none", "cap", "crown", "bow")),
        Flag("glasses", 0.1),
        Whole("curls", 1, 0, 3),
        Real("eye", 0.17, 0.13, 0.22, unit=""),
    ),
    slots={
        "body": ("paint:#f7cf2a", "paint:#f7cf2a", "paint:#f08ab0", "paint:#5ab8e0", "paint:#24262c"),
        "beak": ("paint:#f08020", "paint:#e8552a"),
        "eye": ("paint:#15161a",),
        "shine": ("paint:#ffffff",),
        "hat": ("paint:#2a4f9a", "gold", "paint:#d8281e"),
    },
    words={"crown": {"hat": "crown"}, "hat": {"hat": "cap"}, "bow": {"hat": "bow"}, "sunglasses": {"glasses": True}},
    paints={"bill": "beak", "eyes": "eye", "crown": "hat"},
    height=(0.07, 0.2),
)
def rubber_duck(v: Values) -> Draft:
    """Swims toward +z."""
    h = v.height
    f = v.fatness
    d = Draft(extent=1.1 * h)
    r = v.head * h
    hy, hz = h - r, 0.2 * h
    body = organic(
        [
            bone((0, 0.27 * h, 0.1 * h), (0, 0.27 * h, -0.14 * h), 0.29 * h * f, 0.28 * h * f),
            bone((0, 0.3 * h, -0.25 * h), (0, 0.5 * h, -0.5 * h * v.tail), 0.2 * h, 0.035 * h),
            bone((0.26 * h * f, 0.32 * h, 0.05 * h), (0.3 * h * f, 0.4 * h, -0.22 * h), 0.11 * h, 0.05 * h),
            bone((-0.26 * h * f, 0.32 * h, 0.05 * h), (-0.3 * h * f, 0.4 * h, -0.22 * h), 0.11 * h, 0.05 * h),
            bone((0, 0.4 * h, 0.13 * h), (0, hy, hz), 0.2 * h, 0.9 * r),
        ],
        blend=0.05 * h,
        cells=60,
    )
    d.add("body", body - box(h, 0.06 * h, 2 * h).move(y=-0.03 * h + 0.001 * h), "body")
    d.add("head", sphere(r, 0.97 * r, r).move(0, hy, hz), "body")
    b = v.beak
    d.add(
        "beak",
        union(
            sphere(0.42 * r, 0.12 * r, 0.42 * r * b).rotate(x=-14).move(0, hy - 0.06 * r, hz + 0.98 * r),
            sphere(0.36 * r, 0.1 * r, 0.3 * r * b).rotate(x=12).move(0, hy - 0.22 * r, hz + 0.9 * r),
        ),
        "beak",
    )
    e = v.eye * r
    d.add(
        "eyes",
        sphere(e, 1.25 * e, 0.6 * e).rotate(y=32).move(0.46 * r, hy + 0.26 * r, hz + 0.83 * r).mirrored("x"),
        "eye",
    )
    if not v.glasses:
        d.add(
            "eye_shine",
            sphere(0.36 * e).move(0.47 * r, hy + 0.26 * r + 0.62 * e, hz + 0.85 * r + 0.55 * e).mirrored("x"),
            "shine",
        )
    top = h
    if v.hat == "none":
        for i in range(v.curls):
            d.add(
                f"curl_{i + 1}",
                sweep(
                    [
                        (0, hy + 0.9 * r, hz - 0.1 * r * i),
                        (0, hy + 1.12 * r, hz + 0.05 * r - 0.14 * r * i),
                        (0, hy + 1.2 * r, hz - 0.16 * r - 0.14 * r * i),
                    ],
                    [0.09 * r, 0.07 * r, 0.03 * r],
                    round_ends=True,
                ),
                "body",
                group="curls",
            )
    elif v.hat == "cap":
        d.add(
            "hat",
            union(
                sphere(0.62 * r, 0.5 * r, 0.62 * r).move(0, hy + 0.78 * r, hz),
                cylinder(0.95 * r, 0.09 * r, bevel=0.03 * r).move(0, hy + 0.76 * r, hz),
            ),
            "hat",
        )
    elif v.hat == "crown":
        d.add(
            "hat",
            union(
                cylinder(0.5 * r, 0.3 * r, 0.56 * r).move(0, hy + 0.98 * r, hz),
                *(
                    cone(0.17 * r, 0.34 * r, 6).move(0.44 * r * math.cos(a), hy + 1.24 * r, hz + 0.44 * r * math.sin(a))
                    for a in [math.tau * i / 6 for i in range(6)]
                ),
            ),
            "hat",
        )
        top = hy + 1.4 * r
    else:
        d.add(
            "hat",
            union(cone(0.28 * r, 0.5 * r).rotate(z=90).move(0.22 * r, 0, 0).mirrored("x"), sphere(0.14 * r))
            .rotate(x=-20)
            .move(0, hy + 0.97 * r, hz),
            "hat",
        )
    if v.glasses:
        d.add(
            "glasses",
            union(
                cylinder(0.27 * r, 0.12 * r, bevel=0.03 * r)
                .rotate(x=90)
                .move(0.36 * r, hy + 0.27 * r, hz + 0.95 * r)
                .mirrored("x"),
                box(0.4 * r, 0.07 * r, 0.07 * r).move(0, hy + 0.32 * r, hz + 0.98 * r),
                rod(
                    (0.55 * r, hy + 0.3 * r, hz + 0.92 * r), (0.98 * r, hy + 0.3 * r, hz + 0.1 * r), radius=0.05 * r
                ).mirrored("x"),
            ),
            "eye",
        )
    d.point("grip", (0, 0.3 * h, 0), size=0.5 * h)
    d.point("head", (0, hy + 0.95 * r, hz), size=2 * r)
    d.point("top", (0, top, hz), size=2 * r)
    return d


@family(
    "toy brick",
    "toy",
    nouns={
        "building brick": {},
        "lego brick": {},
        "lego": {},
        "building block": {},
        "toy block": {"letter": True},
        "alphabet block": {"letter": True},
        "brick toy": {},
        "toy bricks": {"layers": 3},
        "block": {},
    },
    parameters=(
        Whole("studs", 4, 2, 6, about="along its length"),
        Whole("rows", 2, 1, 3),
        Whole("layers", 1, 1, 4),
        Real("size", 0.032, 0.02, 0.05, about="from stud to stud"),
        Real("stud", 0.3, 0.27, 0.34, unit="", about="radius of a stud, share"),
        Real("bevel", 0.03, 0.015, 0.05, unit=""),
        Flag("letter", 0.15, about="a wooden block with letters"),
        Real("turn", 12, -30, 30, unit="deg"),
        Flag("offset", 0.6),
    ),
    slots={"brick": BRIGHT, "second": BRIGHT, "third": BRIGHT, "wood": ("birch", "pine")},
    words={"letter": {"letter": True}},
    paints={"block": "brick", "studs": "brick"},
    height=(0.02, 0.3),
)
def toy_brick(v: Values) -> Draft:
    """Stands on the ground; layers are staggered."""
    s = v.size
    if v.letter:
        n = 1.6 * s
        d = Draft(extent=n)
        d.add("block", box(n, n, n, 0.05 * n).move(y=n / 2), "wood")
        frame = extrude(
            [(-0.42 * n, -0.42 * n), (0.42 * n, -0.42 * n), (0.42 * n, 0.42 * n), (-0.42 * n, 0.42 * n)],
            1.03 * n,
            holes=[[(-0.34 * n, -0.34 * n), (0.34 * n, -0.34 * n), (0.34 * n, 0.34 * n), (-0.34 * n, 0.34 * n)]],
        )
        d.add("frame_front", frame.move(y=n / 2), "brick")
        d.add("frame_side", frame.rotate(y=90).move(y=n / 2), "second")
        d.add(
            "frame_top",
            frame.rotate(x=90).scale(1, 1.0, 1).move(y=n / 2) & box(2 * n, n, 2 * n).move(y=0.55 * n),
            "third",
        )
        a = extrude(
            [
                (-0.24 * n, -0.26 * n),
                (-0.12 * n, -0.26 * n),
                (-0.07 * n, -0.1 * n),
                (0.07 * n, -0.1 * n),
                (0.12 * n, -0.26 * n),
                (0.24 * n, -0.26 * n),
                (0.06 * n, 0.28 * n),
                (-0.06 * n, 0.28 * n),
            ],
            1.04 * n,
            holes=[[(-0.04 * n, 0.0), (0.04 * n, 0.0), (0.0, 0.13 * n)]],
        )
        d.add("letter", a.move(y=n / 2), "second")
        d.add("star", extrude(star(0.28 * n, 5), 1.04 * n).rotate(y=90).move(y=n / 2), "third")
        d.point("grip", (0, n / 2, 0), size=n)
        d.point("top", (0, n, 0), size=n)
        return d
    h = 1.18 * s
    a, b = v.studs * s, v.rows * s
    d = Draft(extent=max(a * 1.3, v.layers * h))
    for i in range(v.layers):
        slot = ("brick", "second", "third")[i % 3]
        shift = (s if i % 2 else 0.0) if v.offset else 0.0
        stud = cylinder(v.stud * s, 0.22 * s, bevel=0.03 * s).move(y=h + 0.08 * s)
        studs = [
            stud.move((x - (v.studs - 1) / 2) * s, 0, (z - (v.rows - 1) / 2) * s)
            for x in range(v.studs)
            for z in range(v.rows)
        ]
        body = box(a - 0.01 * s, h, b - 0.01 * s, v.bevel * s).move(y=h / 2)
        if i == 0:
            body = body - box(a - 0.3 * s, 0.85 * h, b - 0.3 * s).move(y=0.4 * h)
        grow = 1 - 0.004 * i
        d.add(
            f"brick_{i + 1}",
            union(body, *studs).scale(grow, 1, grow).move(shift, i * (h - 0.004 * s), 0),
            slot,
            group="bricks",
        )
    d.point("grip", (0, h / 2, 0), size=b)
    d.point("top", (0, v.layers * h, 0), size=a)
    return d


@family(
    "puzzle cube",
    "toy",
    nouns={"rubik's cube": {}, "rubiks cube": {}, "magic cube": {}, "rubik cube": {}},
    parameters=(
        Whole("cells", 3, 2, 4),
        Real("size", 0.057, 0.04, 0.08),
        Real("sticker", 0.84, 0.76, 0.9, unit="", about="share of a cell"),
        Real("bevel", 0.08, 0.04, 0.12, unit=""),
        Flag("solved", 0.35),
        Real("twist", 0, 0, 1, unit="deg", about="of the top layer"),
        Real("gap", 0.03, 0.02, 0.05, unit=""),
        Real("raised", 0.02, 0.012, 0.03, unit=""),
        Real("corner", 0.2, 0.08, 0.35, unit=""),
    ),
    slots={
        "body": ("paint:#17181b", "paint:#f0f0ee"),
        "white": ("paint:#f6f6f2",),
        "red": ("paint:#c01f2a",),
        "blue": ("paint:#1f4fb8",),
        "orange": ("paint:#f0701c",),
        "green": ("paint:#1f9a4a",),
        "yellow": ("paint:#f6d022",),
    },
    words={"solved": {"solved": True}, "scrambled": {"solved": False}},
    paints={"stickers": "white"},
    height=(0.035, 0.1),
)
def puzzle_cube(v: Values) -> Draft:
    """A cube of cells whose top layer may be turned."""
    n, k = v.size, v.cells
    c = n / k
    d = Draft(extent=n)
    colors = ("white", "red", "blue", "orange", "green", "yellow")
    rng = v.rng("stickers")
    turns = ((0, 0, 0), (90, 0, 0), (0, 0, -90), (-90, 0, 0), (0, 0, 90), (180, 0, 0))
    mid = (k - 1) / 2
    core = box(0.9 * n, 0.9 * n, 0.9 * n)
    cells: dict[bool, list[Node]] = {False: [], True: []}
    bits: dict[str, list[Node]] = {x: [] for x in colors}

    def turned(node: Node, level: float) -> Node:
        return node.rotate(y=v.twist) if level > mid - 0.5 and not v.solved else node

    for x in range(k):
        for y in range(k):
            for z in range(k):
                if 0 < x < k - 1 and 0 < y < k - 1 and 0 < z < k - 1:
                    continue
                cell = box(c * (1 - v.gap), c * (1 - v.gap), c * (1 - v.gap), v.bevel * c, 1).move(
                    (x - mid) * c, (y - mid) * c, (z - mid) * c
                )
                cells[y == k - 1].append(cell)
    for face, t in enumerate(turns):
        for a in range(k):
            for b in range(k):
                color = colors[face] if v.solved else colors[int(rng.integers(6))]
                tile = (
                    box(v.sticker * c, 2 * v.raised * c, v.sticker * c, v.corner * 0.05 * c, 1)
                    .move((a - mid) * c, n / 2 - 0.5 * v.gap * c, (b - mid) * c)
                    .rotate(*t)
                )
                # Where the tile ends up decides whether it turns with the top layer.
                level = {0: mid, 1: mid - b, 2: mid - a, 3: b - mid, 4: a - mid, 5: -mid}[face]
                bits[color].append(turned(tile, level))
    d.add("body", union(core, *cells[False]).move(y=n / 2), "body")
    d.add("top_layer", union(*(turned(x, mid) for x in cells[True])).move(y=n / 2), "body")
    for color, nodes in bits.items():
        if nodes:
            d.add(f"stickers_{color}", union(*nodes).move(y=n / 2), color, group="stickers")
    d.point("grip", (0, n / 2, 0), size=n)
    d.point("top", (0, n, 0), size=n)
    return d


@family(
    "balloon",
    "toy",
    nouns={
        "balloons": {"count": 5},
        "party balloon": {},
        "heart balloon": {"kind": "heart"},
        "bunch of balloons": {"count": 6},
        "star balloon": {"kind": "star"},
        "birthday balloon": {},
    },
    parameters=(
        Choice("kind", ("round", "heart", "star")),
        Whole("count", 1, 1, 6),
        Real("radius", 0.15, 0.12, 0.2),
        Real("length", 1.2, 1.05, 1.35, unit="", about="height, times the width"),
        Real("string", 0.7, 0.5, 1.0),
        Real("wave", 0.03, 0.0, 0.06, about="of the string"),
        Flag("weight", 0.7, about="a weight that holds it"),
        Flag("dots", 0.25),
        Real("spread", 1.0, 0.85, 1.2, unit=""),
    ),
    slots={
        "balloon": ("paint:#e0281e", "paint:#1f72d8", "paint:#f2b81c", "paint:#e0508a", "paint:#8a4fc8"),
        "second": ("paint:#f2b81c", "paint:#2fb06a"),
        "third": ("paint:#1f9ad8", "paint:#e0508a"),
        "string": ("fabric:#f0ece4", "fabric:#d8d0c0"),
        "weight": ("paint:#c8a030", "paint:#d8d8dc"),
        "dots": ("paint:#f8f6f0",),
    },
    words={"dots": {"dots": True}, "heart": {"kind": "heart"}, "star": {"kind": "star"}},
    height=(0.6, 2.2),
)
def balloon(v: Values) -> Draft:
    """On a string that ends in a weight on the ground."""
    r, n = v.radius, v.string
    h = 2 * r * v.length
    d = Draft(extent=n + h + (1.3 * r if v.count > 1 else 0))
    foot = 0.03
    for i in range(v.count):
        a = 2.4 * i
        out = 0.0 if v.count == 1 else (0.55 if i % 2 else 1.0) * r * v.spread * (0.0 if i == 0 else 1.15)
        x, z = out * math.cos(a), out * math.sin(a)
        y = n + foot + (0.0 if v.count == 1 else (0.9 if i == 0 else 0.32 * (i % 3)) * r)
        slot = ("balloon", "second", "third")[i % 3]
        if v.kind == "round":
            body = lathe(
                [
                    (0.0, 0.0),
                    (0.1 * r, 0.01 * h),
                    (0.55 * r, 0.2 * h),
                    (0.95 * r, 0.5 * h),
                    (r, 0.64 * h),
                    (0.86 * r, 0.85 * h),
                    (0.45 * r, 0.975 * h),
                    (0.0, h),
                ],
                smooth=True,
            )
        else:
            pts = (
                [
                    (
                        1.08 * r * 16 * math.sin(t) ** 3 / 16,
                        1.1 * r * (13 * math.cos(t) - 5 * math.cos(2 * t) - 2 * math.cos(3 * t) - math.cos(4 * t)) / 16,
                    )
                    for t in [math.tau * j / 36 for j in range(36)]
                ]
                if v.kind == "heart"
                else star(1.15 * r, 5, 0.55)
            )
            low = min(p[1] for p in pts)
            layers = [
                extrude(pts, 0.12 * r).scale(f, f, 1).move(z=s * q * r)
                for f, q in ((1.0, 0.0), (0.95, 0.1), (0.85, 0.2), (0.68, 0.28))
                for s in (1, -1)
            ]
            puffed: Node = (
                union(*layers)
                if v.kind == "heart"
                else hull([*((px, py, 0.0) for px, py in pts[::2]), (0, 0, 0.4 * r), (0, 0, -0.4 * r)])
                & extrude(pts, 2 * r)
            )
            body = puffed.move(y=-low).rotate(y=20 * i)
            if v.kind == "star":
                body = body.move(y=-0.19 * r)
        d.add(f"balloon_{i + 1}", body.move(x, y, z), slot, group="balloons")
        d.add(
            f"knot_{i + 1}",
            cone(0.15 * r, 0.24 * r).move(x, y - 0.1 * r, z) + cylinder(0.06 * r, 0.2 * r).move(x, y + 0.04 * r, z),
            slot,
            group="knots",
        )
        w = v.wave
        d.add(
            f"string_{i + 1}",
            sweep(
                [
                    (x, y, z),
                    (0.75 * x + w, y - 0.3 * n, 0.75 * z),
                    (0.35 * x - w, 0.4 * n, 0.35 * z + 0.4 * w),
                    (0, foot, 0),
                ],
                0.006,
            ),
            "string",
            group="strings",
        )
        if v.dots and v.kind == "round":
            dots = [
                sphere(0.1 * r).move(
                    0.94 * r * math.cos(2.4 * j) * (0.93 if j % 2 else 0.985),
                    (0.42 + 0.035 * j) * h,
                    0.94 * r * math.sin(2.4 * j) * (0.93 if j % 2 else 0.985),
                )
                for j in range(9)
            ]
            d.add(f"dots_{i + 1}", union(*dots).move(x, y, z), "dots", group="dots")
    if v.weight:
        d.add("weight", lathe([(0.05, 0.0), (0.06, 0.005), (0.055, 0.035), (0.03, 0.05), (0.0, 0.052)]), "weight")
    else:
        d.add(
            "ring",
            torus(0.03, 0.01).move(y=0.01)
            + rod((-0.03, 0.012, 0), (0, foot + 0.004, 0), (0.03, 0.012, 0), radius=0.007),
            "weight",
        )
    d.point("grip", (0, 0.3 * n, 0), size=0.01)
    d.point("top", (0, n + h, 0), size=r)
    return d


@family(
    "rocking horse",
    "toy",
    nouns={"wooden horse": {}, "hobby horse": {}, "toy horse": {}},
    parameters=(
        Real("height", 0.75, 0.6, 0.95),
        Real("length", 0.85, 0.7, 1.0),
        Real("width", 0.24, 0.2, 0.3),
        Real("rock", 0.1, 0.06, 0.16, unit="", about="rise of the runners, share of the length"),
        Real("neck", 1.0, 0.85, 1.15, unit=""),
        Whole("bars", 3, 2, 4, about="between the runners"),
        Flag("saddle", 0.85),
        Flag("handle", 0.7),
        Whole("mane", 7, 5, 9, about="tufts of the mane"),
        Flag("spots", 0.3),
    ),
    slots={
        "horse": ("birch", "oak", "paint:#f0e8d8", "paint:#a8683a", "paint:#8fb8d0"),
        "runner": ("paint:#b8281e", "walnut", "paint:#2a5f9a", "oak"),
        "mane": ("wool:#5a3a24", "wool:#e0c070", "wool:#2c2a28", "wool:#f0e8d8"),
        "saddle": ("leather:#a8281e", "leather", "leather:#2a4f8a"),
        "trim": ("gold", "brass"),
        "eye": ("paint:#16171a",),
    },
    words={"saddle": {"saddle": True}, "spotted": {"spots": True}},
    paints={"body": "horse", "rockers": "runner", "tail": "mane"},
    height=(0.5, 1.1),
)
def rocking_horse(v: Values) -> Draft:
    """Looks toward +z."""
    h, n, w = v.height, v.length, v.width
    d = Draft(extent=max(h, n))
    y = 0.52 * h
    r = 0.3 * w + 0.03
    body = organic(
        [
            bone((0, y, 0.2 * n), (0, y, -0.22 * n), r, 0.95 * r),
            bone((0, y + 0.3 * r, 0.22 * n), (0, 0.82 * h, 0.33 * n * v.neck), 0.72 * r, 0.5 * r),
            bone((0, 0.84 * h, 0.33 * n * v.neck), (0, 0.74 * h, 0.33 * n * v.neck + 0.17 * n), 0.52 * r, 0.34 * r),
        ],
        blend=0.05 * h,
        cells=64,
    )
    d.add("body", body, "horse")
    nz = 0.33 * n * v.neck
    rise = v.rock * n
    for name, s in (("left", 1), ("right", -1)):
        x = s * 0.42 * w
        arc: list[Point2] = [(0.56 * n * t, rise * t * t) for t in [-1 + i / 8 for i in range(17)]]
        run = [*arc, *((z, yy + 0.055) for z, yy in reversed(arc))]
        d.add(f"runner_{name}", side(run, 0.035, 0.006).move(x), "runner", group="runners")
        for part, z in (("front", 0.18 * n), ("back", -0.2 * n)):
            zz = z * 1.75
            leg = sweep(
                [
                    (s * 0.25 * w, y - 0.2 * r, z),
                    (s * 0.36 * w, 0.55 * y, z * 1.35),
                    (x, rise * (zz / (0.56 * n)) ** 2 + 0.03, zz),
                ],
                [0.42 * r, 0.28 * r, 0.2 * r],
            )
            d.add(f"leg_{part}_{name}", leg, "horse", group="legs")
            d.add(
                f"hoof_{part}_{name}",
                cylinder(0.3 * r, 0.05, 0.24 * r).move(x, rise * (zz / (0.56 * n)) ** 2 + 0.07, zz),
                "eye",
                group="hooves",
            )
        ear = cone(0.17 * r, 0.5 * r).rotate(z=-14 * s).move(s * 0.28 * r, 0.84 * h + 0.62 * r, nz)
        d.add(f"ear_{name}", ear, "horse", group="ears")
        d.add(f"eye_{name}", sphere(0.13 * r).move(s * 0.5 * r, 0.83 * h, nz + 0.24 * r), "eye", group="eyes")
        d.add(
            f"nostril_{name}",
            sphere(0.06 * r).move(s * 0.2 * r, 0.75 * h, nz + 0.17 * n + 0.26 * r),
            "eye",
            group="nostrils",
        )
    for i in range(v.bars):
        z = (-0.4 + 0.8 * i / (v.bars - 1)) * n
        d.add(
            f"bar_{i + 1}",
            cylinder(0.016, 0.86 * w).rotate(z=90).move(0, rise * (z / (0.56 * n)) ** 2 + 0.03, z),
            "runner",
            group="bars",
        )
    tufts = [
        sphere(0.16 * r, 0.3 * r, 0.3 * r).move(
            0, 0.84 * h + 0.42 * r - (0.84 * h - y - 0.2 * r) * t, nz - 0.42 * r - 0.09 * n * t
        )
        for t in [i / (v.mane - 1) for i in range(v.mane)]
    ]
    d.add(
        "mane", union(*tufts, sphere(0.17 * r, 0.2 * r, 0.32 * r).move(0, 0.84 * h + 0.48 * r, nz + 0.16 * r)), "mane"
    )
    d.add(
        "tail",
        sweep(
            [
                (0, y + 0.4 * r, -0.26 * n),
                (0, y + 0.35 * r, -0.4 * n),
                (0, 0.6 * y, -0.46 * n),
                (0, 0.36 * y, -0.44 * n),
            ],
            [0.22 * r, 0.34 * r, 0.3 * r, 0.06 * r],
            round_ends=True,
        ),
        "mane",
    )
    if v.saddle:
        d.add(
            "saddle",
            union(
                sphere(0.95 * r, 0.3 * r, 0.17 * n).move(0, y + 0.86 * r, -0.03 * n),
                sphere(0.6 * r, 0.42 * r, 0.045 * n).move(0, y + 1.05 * r, -0.16 * n),
            ),
            "saddle",
        )
        d.add("girth", torus(1.01 * r, 0.06 * r).scale(1, 1.8, 1).rotate(x=90).move(0, y, -0.02 * n), "saddle")
    if v.handle:
        d.add("handle", cylinder(0.017, 2.6 * r, bevel=0.004).rotate(z=90).move(0, 0.74 * h, nz - 0.02 * n), "runner")
    d.add("bridle", union(torus(0.42 * r, 0.05 * r).rotate(x=58).move(0, 0.77 * h, nz + 0.115 * n)), "trim")
    if v.spots:
        d.add(
            "spots",
            union(
                *(
                    sphere(0.2 * r).move(s * 0.88 * r, y + 0.2 * r * math.sin(3 * i), (0.16 - 0.11 * i) * n)
                    for i in range(4)
                    for s in (1, -1)
                )
            ),
            "mane",
        )
    d.point("seat", (0, y + 1.1 * r, -0.03 * n), size=w)
    d.point("top", (0, y + 1.1 * r, 0), size=w)
    return d
