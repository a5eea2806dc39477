"""Pliers, scissors and tongs."""

from __future__ import annotations

from maquette.shapes.api import Point2, cylinder, extrude, sphere, sweep, torus, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, Whole, family
from maquette.shapes.sub.arms import bezier


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
