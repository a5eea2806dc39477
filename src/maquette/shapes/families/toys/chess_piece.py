"""Chess pieces."""

from __future__ import annotations

import math

from maquette.shapes.api import Point2, box, cone, cylinder, lathe, sphere, torus, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, Whole, family
from maquette.shapes.sub.arms import bezier
from maquette.shapes.sub.sidewise import side


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
