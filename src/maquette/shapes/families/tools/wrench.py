"""Wrenches."""

from __future__ import annotations

from maquette.shapes.api import Point2, box, cylinder, extrude, torus, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, Whole, family
from maquette.shapes.sub.arms import bezier
from maquette.shapes.sub.outlines import ellipse, polygon


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
