"""Cheese: wedges, wheels, blocks."""

from __future__ import annotations

import math

from maquette.shapes.api import box, cylinder, difference, extrude, sphere
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, Whole, family
from maquette.shapes.node import Node


@family(
    "cheese",
    "food",
    nouns={
        "cheese wedge": {"kind": "wedge"},
        "wedge of cheese": {"kind": "wedge"},
        "cheese wheel": {"kind": "wheel"},
        "swiss cheese": {"kind": "wedge", "holes": 14},
        "piece of cheese": {"kind": "wedge"},
        "gouda": {"kind": "wheel"},
    },
    parameters=(
        Choice("kind", ("wedge", "wheel", "block")),
        Real("radius", 0.12, 0.09, 0.16),
        Real("height", 0.5, 0.38, 0.65, unit="", about="share of the radius"),
        Real("angle", 48, 36, 64, unit="deg"),
        Whole("holes", 10, 0, 16),
        Real("hole_size", 0.11, 0.08, 0.15, unit="", about="share of the radius"),
        Real("rind", 0.05, 0.035, 0.07, unit=""),
        Flag("label", 0.4),
        Flag("board", 0.4),
        Flag("knife", 0.0),
    ),
    slots={
        "cheese": ("cheese", "cheese:#f5d060", "cheese:#eeb030", "cheese:#f2e2b0"),
        "rind": ("wax:#e8a02a", "wax:#c8322a", "wax:#d9b878"),
        "label": ("paper", "paint:#c8302a"),
        "board": ("oak", "walnut", "slime:#3a3d40"),
    },
    words={"holes": {"holes": 12}, "wedge": {"kind": "wedge"}, "wheel": {"kind": "wheel"}, "board": {"board": True}},
    paints={"wax": "rind"},
    height=(0.03, 0.15),
)
def cheese(v: Values) -> Draft:
    """A wedge with holes, a wheel with a piece missing, a block."""
    r = v.radius
    h = v.height * r
    rng = v.rng("holes")
    d = Draft(extent=2 * r if v.kind == "wheel" else 1.15 * r)
    y = 0.0
    shift = 0.0
    if v.kind == "block":
        outline = [(-0.3 * r, -0.55 * r), (0.3 * r, -0.55 * r), (0.3 * r, 0.55 * r), (-0.3 * r, 0.55 * r)]
        span = 0.0
    else:
        span = v.angle if v.kind == "wedge" else 360 - v.angle
        a0 = math.radians(90 - span / 2) if v.kind == "wedge" else math.radians(v.angle / 2 - 60)
        outline = [
            (0.0, 0.0),
            *(
                (r * math.cos(a0 + math.radians(span) * k / 32), r * math.sin(a0 + math.radians(span) * k / 32))
                for k in range(33)
            ),
        ]
        shift = 0.55 * r if v.kind == "wedge" else 0.0
    if v.board:
        b = 0.07 * r
        d.add(
            "board",
            (cylinder(1.15 * r, b, bevel=0.2 * b) if v.kind == "wheel" else box(1.3 * r, b, 1.4 * r, 0.2 * b)).move(
                y=b / 2
            ),
            "board",
        )
        d.extent = 2.3 * r if v.kind == "wheel" else 1.4 * r
        y = b - 0.02 * h
    body = extrude(outline, h).rotate(x=-90)
    cuts: list[Node] = []
    for _ in range(v.holes):
        s = v.hole_size * r * float(rng.uniform(0.5, 1.15))
        k = float(rng.uniform(0.2, 0.85))
        if v.kind == "block":
            side = int(rng.integers(2))
            cuts.append(
                sphere(s).move(
                    0.32 * r if side else float(rng.uniform(-0.2, 0.2)) * r,
                    (float(rng.uniform(-0.38, 0.4))) * h,
                    float(rng.uniform(-0.45, 0.45)) * r if side else 0.57 * r,
                )
            )
            continue
        edge = (a0, a0 + math.radians(span))[int(rng.integers(2))]
        top = float(rng.random()) < 0.25
        if top:
            mid = a0 + math.radians(span) * float(rng.uniform(0.25, 0.75))
            cuts.append(sphere(s).move(k * r * math.cos(mid), 0.53 * h, -k * r * math.sin(mid)))
        else:
            cuts.append(
                sphere(s).move(k * r * math.cos(edge), float(rng.uniform(-0.34, 0.36)) * h, -k * r * math.sin(edge))
            )
    turn = 115.0 if v.kind == "wedge" else 0.0
    place = (0.0, h / 2 + y, 0.0)

    def put(name: str, solid: Node, slot: str) -> None:
        d.add(name, solid.move(z=shift).rotate(y=turn).move(*place), slot)

    put("cheese", difference(body, *cuts), "cheese")
    t = v.rind * r
    if v.kind != "block":
        arc = [(a0 + math.radians(span) * (0.004 + 0.992 * k / 32)) for k in range(33)]
        ring = [((r + 0.3 * t) * math.cos(a), (r + 0.3 * t) * math.sin(a)) for a in arc] + [
            ((r - 0.7 * t) * math.cos(a), (r - 0.7 * t) * math.sin(a)) for a in reversed(arc)
        ]
        put("rind", difference(extrude(ring, 0.995 * h, bevel=0.25 * t).rotate(x=-90), *cuts), "rind")
    else:
        put("rind", box(0.62 * r, 0.94 * h, 0.05 * r, 0.01 * r).move(z=-0.55 * r), "rind")
    if v.label and v.kind == "wheel":
        put(
            "label",
            cylinder(0.5 * r, 0.03 * h, bevel=0.005 * r).move(y=0.505 * h) & box(3 * r, h, 3 * r).move(y=0.4 * h)
            if v.angle < 1
            else cylinder(0.2 * r, 0.03 * h).move(-0.4 * r, 0.505 * h, 0.35 * r),
            "label",
        )
    d.point("top", (0, h + y, 0), size=r)
    return d
