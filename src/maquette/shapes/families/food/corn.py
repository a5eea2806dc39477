"""Corn on the cob."""

from __future__ import annotations

import math

from maquette.shapes.api import box, lathe, sphere, sweep, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Flag, Real, Values, Whole, family
from maquette.shapes.node import Node
from maquette.shapes.sub.foliage import leaf


@family(
    "corn",
    "food",
    nouns={
        "corn cob": {},
        "corn on the cob": {"husks": 0, "butter": True},
        "maize": {},
        "sweetcorn": {},
        "ear of corn": {},
    },
    parameters=(
        Real("length", 0.2, 0.16, 0.25),
        Real("radius", 0.026, 0.021, 0.032),
        Whole("rows", 14, 12, 16, about="around"),
        Whole("kernels", 22, 18, 26, about="along"),
        Real("taper", 0.55, 0.4, 0.7, unit=""),
        Whole("husks", 4, 0, 6),
        Real("husk_length", 0.75, 0.5, 0.95, unit=""),
        Real("husk_spread", 22, 14, 34, unit="deg"),
        Flag("silk", 0.5),
        Flag("butter", 0.2),
        Flag("lying", 0.3),
    ),
    slots={
        "body": ("paint:#f0c02c", "paint:#f4cf4a", "paint:#e0a020"),
        "cob": ("cream:#e8dca0",),
        "husk": ("leaf:#7aa84a", "leaf:#98b45a"),
        "silk": ("thatch:#c9a860",),
        "butter": ("cheese:#f7dc7a",),
    },
    words={
        "butter": {"butter": True},
        "husks": {"husks": 4, "lying": False},
        "husk": {"husks": 4, "lying": False},
        "silk": {"silk": True},
        "leaves": {"husks": 4, "lying": False},
    },
    paints={"kernels": "body", "leaves": "husk", "husks": "husk"},
    height=(0.05, 0.35),
)
def corn(v: Values) -> Draft:
    """Kernels in rows around a cob, husks drawn back."""
    n, r = v.length, v.radius
    d = Draft(extent=1.2 * n)

    def at(t: float) -> float:
        return float(r * (1 - (1 - v.taper) * t**2.2) * (0.82 + 0.18 * min(1.0, 6 * t)))

    base = 0.14 * n
    parts: list[tuple[str, Node, str]] = [
        (
            "cob",
            union(
                lathe([(0.93 * at(i / 10), base + n * 0.86 * i / 10) for i in range(11)]),
                sphere(0.93 * at(1), 0.9 * at(1), 0.93 * at(1)).move(y=base + 0.86 * n),
                lathe([(0.4 * r, 0.0), (0.42 * r, 0.05 * n), (0.8 * r, base + 0.01 * n)]),
            ),
            "cob",
        )
    ]
    step = 0.86 * n / v.kernels
    rings = []
    for j in range(v.kernels):
        t = (j + 0.5) / v.kernels
        q = at(t)
        rings.append(
            box(0.94 * math.tau * q / v.rows, 0.95 * step, 0.4 * q, 0.36 * step, 1)
            .move(0, base + 0.86 * n * t, 0.94 * q)
            .around(v.rows)
        )
    rings.append(sphere(0.18 * r).move(0, base + 0.86 * n + 0.36 * r, 0.26 * r).around(6))
    parts.append(("kernels", union(*rings), "body"))
    m = v.husk_length * n
    if v.husks and not v.lying:
        blade = leaf(m, 1.5 * r, 0.22 * r, -20).rotate(x=v.husk_spread + 8).move(z=0.35 * r)
        parts.append(
            (
                "husks",
                union(blade.around(v.husks), sphere(0.78 * r, 0.1 * n, 0.78 * r).move(y=0.03 * n)).move(y=0.06 * n),
                "husk",
            )
        )
    if v.silk:
        strands = [
            sweep(
                [
                    (0, n - 0.02 * n, 0),
                    (0.1 * r * math.cos(i), 1.06 * n, 0.1 * r * math.sin(i)),
                    (0.7 * r * math.cos(i), 1.13 * n, 0.7 * r * math.sin(i)),
                ],
                0.05 * r,
                sides=5,
            )
            for i in range(8)
        ]
        parts.append(("silk", union(*strands), "silk"))
    if v.butter:
        parts.append(
            (
                "butter",
                union(
                    box(0.9 * r, 0.75 * r, 0.45 * r, 0.1 * r).rotate(y=30, z=8).move(0, 0.62 * n, 1.02 * at(0.55)),
                    sphere(0.55 * r, 0.8 * r, 0.2 * r).move(0, 0.55 * n, 0.95 * at(0.5)),
                ),
                "butter",
            )
        )
    for name, solid, slot in parts:
        if v.lying:
            solid = solid.rotate(z=90).rotate(y=28).move(0.45 * n, 0.98 * r, -0.2 * n)
        d.add(name, solid, slot)
    d.point("top", (0, 2 * r if v.lying else n, 0), size=r)
    d.point("grip", (0, 0.1 * n, 0), size=r)
    return d
