"""Key: stands on its tip, its bow up, the bit to its own left."""

from __future__ import annotations

import math

from maquette.shapes.api import Point3, box, cylinder, difference, extrude, lathe, sphere, sweep, torus, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, Whole, family
from maquette.shapes.node import Node
from maquette.shapes.sub.outlines import ellipse


@family(
    "key",
    "household",
    nouns={
        "old key": {},
        "skeleton key": {"bow": "trefoil"},
        "golden key": {},
        "house key": {"modern": True},
        "door key": {},
        "magic key": {"gem": True},
        "treasure key": {"bow": "crown"},
    },
    parameters=(
        Choice("bow", ("ring", "trefoil", "heart", "oval", "crown")),
        Real("length", 0.11, 0.07, 0.16),
        Real("bow_size", 0.3, 0.24, 0.38, unit="", about="width of the bow, share of the length"),
        Real("thickness", 0.055, 0.045, 0.075, unit="", about="of the shaft, share of the length"),
        Whole("teeth", 3, 2, 5),
        Real("bit_length", 0.2, 0.14, 0.26, unit="", about="share of the length"),
        Real("bit_width", 0.17, 0.12, 0.22, unit="", about="share of the length"),
        Whole("collars", 2, 0, 3),
        Flag("gem", 0.2),
        Flag("modern", 0.06),
        Flag("hollow", 0.4),
    ),
    slots={"metal": ("gold", "iron", "brass", "bronze", "silver"), "gem": ("gem", "gem:#1f5fd0", "glow:#60d0ff")},
    words={"gem": {"gem": True}, "teeth": {"teeth": 4}, "heart": {"bow": "heart"}},
    paints={"bow": "metal", "head": "metal"},
    height=(0.05, 0.18),
)
def key(v: Values) -> Draft:
    """Stands on its tip, its bow up, the bit to its own left."""
    n = v.length
    d = Draft(extent=n)
    w, t = v.bow_size * n, 0.5 * v.thickness * n
    if v.modern:
        r = 0.5 * w
        d.add(
            "bow",
            extrude(
                ellipse(r, 0.85 * r, 40),
                0.028 * n,
                holes=[[(x, y + 0.4 * r) for x, y in ellipse(0.22 * r, 0.22 * r, 20)]],
                bevel=0.006 * n,
            ).move(y=n - 0.85 * r),
            "metal",
        )
        blade = 0.16 * n
        top = n - 1.5 * r
        edge = [
            (blade / 2, top * (1 - (i + 0.5) / 8) + (0.02 * n if i % 2 else 0))
            if i % 2 == 0
            else (blade / 2 - 0.035 * n * (1 + i % 3) / 2, top * (1 - (i + 0.5) / 8))
            for i in range(8)
        ]
        d.add(
            "blade",
            extrude(
                [
                    (-blade / 2, 0.03 * n),
                    (-0.02 * n, 0.0),
                    *reversed(edge),
                    (blade / 2, top + 0.02 * n),
                    (-blade / 2, top + 0.02 * n),
                ],
                0.024 * n,
            )
            - box(0.02 * n, 0.9 * top, 0.02 * n).move(-0.03 * n, 0.5 * top, 0.016 * n),
            "metal",
        )
        d.point("grip", (0, n - r, 0), size=w)
        d.point("top", (0, n, 0), size=w)
        return d
    r = 0.5 * w
    high = n - 2 * r * {"ring": 1.0, "trefoil": 0.95, "heart": 0.9, "oval": 0.8, "crown": 0.9}[v.bow]
    q = 0.8 * t
    mid = (high + n) / 2
    if v.bow in ("ring", "oval"):
        bow: Node = torus(r - q, q).scale(1, 1, (n - high) / (2 * r)).rotate(x=90).move(y=mid)
    elif v.bow == "trefoil":
        k = 0.27 * w
        bow = union(
            *(
                torus(k - 0.7 * q, 0.85 * q).rotate(x=90).move(x, y, 0)
                for x, y in ((0, n - k), (0.23 * w, high + 1.0 * k), (-0.23 * w, high + 1.0 * k))
            ),
            sphere(1.2 * q).move(y=high + 1.1 * k),
        )
    elif v.bow == "heart":
        pts: list[Point3] = []
        for i in range(20):
            a = math.tau * i / 20
            x = 16 * math.sin(a) ** 3 / 17
            y = (13 * math.cos(a) - 5 * math.cos(2 * a) - 2 * math.cos(3 * a) - math.cos(4 * a)) / 17
            pts.append((x * (r - q), mid + y * 0.55 * (n - high), 0))
        bow = sweep(pts, q, closed=True)
    else:
        bow = union(
            torus(0.75 * r, q).rotate(x=90).move(y=high + 0.75 * r),
            *(
                sphere(0.2 * r).move(0.8 * r * math.sin(a), high + 0.75 * r + 0.95 * r * math.cos(a), 0)
                for a in (-0.9, -0.45, 0, 0.45, 0.9)
            ),
        )
    d.add("bow", bow, "metal")
    shaft = cylinder(t, high + 0.02 * n, bevel=0.2 * t).move(y=(high + 0.02 * n) / 2)
    if v.hollow:
        shaft = shaft - cylinder(0.5 * t, 0.3 * n).move(y=0)
    d.add("shaft", shaft, "metal")
    for i in range(v.collars):
        y = high - (0.04 + 0.07 * i) * n
        d.add(
            f"collar_{i + 1}",
            lathe([(t, y - 0.02 * n), (1.6 * t, y - 0.008 * n), (1.6 * t, y + 0.008 * n), (t, y + 0.02 * n)]),
            "metal",
            group="collars",
        )
    b, bw = v.bit_length * n, v.bit_width * n
    low = 0.035 * n
    bit = box(bw + t, b, 1.1 * t, 0.15 * t, 1).move((bw + t) / 2, low + b / 2)
    cuts = [
        box(0.45 * bw if i % 2 else 0.62 * bw, 0.42 * b / v.teeth, 3 * t).move(t + bw, low + b * (i + 0.5) / v.teeth)
        for i in range(v.teeth)
    ]
    d.add("bit", difference(bit, *cuts), "metal")
    if v.gem:
        if v.bow in ("ring", "oval", "heart", "crown"):
            gy = mid if v.bow != "crown" else high + 0.75 * r
            d.add("gem", sphere(0.34 * r, 0.34 * r, 0.9 * t).move(y=gy), "gem")
            d.add("setting", box(2 * r - 2 * q if v.bow != "heart" else 1.2 * r, 0.7 * q, 0.7 * q).move(y=gy), "metal")
        else:
            d.add("gem", sphere(1.3 * q + 0.05 * r, 1.3 * q + 0.05 * r, 1.7 * q).move(y=high + 0.27 * w * 1.1), "gem")
    d.point("grip", (0, mid, 0), size=2 * q)
    d.point("top", (0, n, 0), size=w)
    return d
