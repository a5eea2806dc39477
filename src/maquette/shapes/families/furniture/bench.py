"""Benches: of parks, gardens and halls."""

from __future__ import annotations

import math

from maquette.shapes.api import box, sweep, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, Whole, family
from maquette.shapes.node import Node
from maquette.shapes.sub.cushions import cushion
from maquette.shapes.sub.outlines import bar


@family(
    "bench",
    "furniture",
    nouns={
        "park bench": {"kind": "iron", "backrest": True},
        "garden bench": {"kind": "wooden", "backrest": True},
        "stone bench": {"kind": "stone", "backrest": False},
        "pew": {"kind": "solid", "backrest": True},
        "church pew": {"kind": "solid", "backrest": True},
        "bus bench": {"kind": "iron", "backrest": True},
        "trestle bench": {"kind": "wooden", "backrest": False},
    },
    parameters=(
        Choice("kind", ("iron", "wooden", "solid", "stone")),
        Real("width", 1.5, 1.1, 2.1),
        Real("depth", 0.42, 0.36, 0.52),
        Real("seat_height", 0.45, 0.41, 0.48),
        Real("back_height", 0.42, 0.34, 0.5),
        Real("thickness", 0.035, 0.026, 0.05),
        Whole("slats", 5, 3, 8),
        Flag("backrest", 0.75),
        Flag("armrests", 0.65),
        Flag("cushion", 0.12),
        Real("rake", 14, 8, 20, unit="deg"),
    ),
    slots={
        "wood": ("oak", "wood", "driftwood", "paint:#2f5d46", "walnut"),
        "frame": ("cast iron", "paint:#23382f", "gunmetal"),
        "stone": ("stone", "granite", "sandstone", "concrete"),
        "cushion": ("fabric:#a63d2f", "fabric:#3f5f8a", "canvas"),
    },
    words={
        "backrest": {"backrest": True},
        "back": {"backrest": True},
        "backless": {"backrest": False},
        "armrests": {"armrests": True},
        "cushion": {"cushion": True},
        "slats": {"kind": "iron"},
        "stone": {"kind": "stone"},
    },
    paints={"legs": "frame", "slats": "wood", "seat": "wood", "armrests": "frame"},
    height=(0.38, 1.05),
)
def bench(v: Values) -> Draft:
    """Iron sides with boards, a joiner's bench, a pew of planks, or stone on blocks."""
    w, z, s, t = v.width, v.depth, v.seat_height, v.thickness
    d = Draft(extent=w)
    lean = math.tan(math.radians(v.rake))
    rear, top = -z / 2 + 0.02, s + v.back_height
    if v.kind == "stone":
        for name, side in (("leg_left", 1), ("leg_right", -1)):
            block = union(
                box(0.16, s, 0.8 * z, 0.02),
                box(0.22, 0.08, 0.92 * z, 0.02).move(y=-s / 2 + 0.04),
                box(0.2, 0.06, 0.88 * z, 0.02).move(y=s / 2 - 0.09),
            )
            d.add(name, block.move(side * 0.33 * w, s / 2 - 0.02), "stone", group="legs")
        d.add("seat", box(w, 0.09, z, 0.025, 3).move(y=s - 0.045), "stone")
        if v.backrest:
            d.add(
                "back",
                box(0.96 * w, v.back_height + 0.02, 0.08, 0.03, 3)
                .rotate(x=-6)
                .move(y=s + v.back_height / 2 - 0.01, z=rear + 0.02),
                "stone",
            )
    elif v.kind == "solid":
        for name, side in (("side_left", 1), ("side_right", -1)):
            x = side * (w / 2 - t / 2)
            shape: list[Node] = [
                box(t, s + (0.17 if v.armrests else 0.02), z + 0.02, 0.25 * t).move(
                    x, (s + (0.17 if v.armrests else 0.02)) / 2
                )
            ]
            if v.backrest:
                shape.append(box(t, top, 0.11, 0.25 * t).move(x, top / 2, rear + 0.02))
            d.add(name, union(*shape), "wood", group="sides")
        d.add("seat", box(w - t, t, z, 0.2 * t).move(y=s - t / 2), "wood")
        d.add("front_board", box(w - t, 0.09, 0.6 * t).move(y=s - t - 0.03, z=z / 2 - 0.05), "wood")
        if v.backrest:
            d.add(
                "back",
                box(w - t, v.back_height + 0.05, 0.7 * t)
                .rotate(x=-5)
                .move(y=s + v.back_height / 2 - 0.04, z=rear + 0.01),
                "wood",
            )
            d.add("back_rail", box(w - 0.5 * t, 0.06, 0.08, 0.015).move(y=top - 0.01, z=rear - 0.01), "wood")
    else:
        iron = v.kind == "iron"
        slot = "frame" if iron else "wood"
        places = [(1, "left"), (-1, "right")] + ([(0, "middle")] if w > 1.7 else [])
        for side, name in places:
            x = side * (w / 2 - (0.12 if iron else 0.06))
            d.add(
                f"frame_{name}",
                (_iron_side if iron else _wood_side)(v, z, s, top, lean, rear, side != 0).move(x),
                slot,
                group="frame",
            )
        step = z / v.slats
        boards = union(
            *(
                box(w, 0.8 * t, 0.84 * step, 0.2 * t).move(y=s - 0.2 * t, z=-z / 2 + (i + 0.5) * step + 0.01)
                for i in range(v.slats)
            )
        )
        d.add("seat", boards, "wood")
        if v.backrest:
            rows = max(2, round(v.slats * 0.6))
            up = 0.78 * v.back_height / rows
            for i in range(rows):
                y = s + 0.22 * v.back_height + (i + 0.5) * up
                d.add(
                    f"back_{i + 1}",
                    box(w, 0.84 * up, 0.8 * t, 0.2 * t).rotate(x=-v.rake).move(y=y, z=rear - (y - s) * lean + 0.5 * t),
                    "wood",
                    group="back",
                )
    if v.cushion:
        d.add("cushion", cushion(0.92 * w, 0.06, 0.85 * z, 0.05).move(y=s + 0.034, z=0.03), "cushion")
    d.point("seat", (0, s + (0.05 if v.cushion else 0.01), 0), size=w)
    d.point("top", (0, s + (0.05 if v.cushion else 0.01), 0.02), size=w)
    return d


def _iron_side(v: Values, z: float, s: float, top: float, lean: float, rear: float, outer: bool) -> Node:
    """A cast frame: curled feet, a rail below the seat, an upright for the back, an armrest that rolls over."""
    r, y = 0.5 * v.thickness, s - 0.9 * v.thickness
    flat = [(1.1 * r, 0.6 * r), (-1.1 * r, 0.6 * r), (-1.1 * r, -0.6 * r), (1.1 * r, -0.6 * r)]
    parts = [
        sweep(
            [(0, 0.0, z / 2 + 0.03), (0, 0.05, z / 2 - 0.01), (0, 0.5 * s, z / 2 - 0.07), (0, y + 0.01, z / 2 - 0.02)],
            profile=flat,
        ),
        sweep(
            [(0, 0.0, rear - 0.06), (0, 0.05, rear - 0.02), (0, 0.5 * s, rear + 0.07), (0, y + 0.01, rear + 0.01)],
            profile=flat,
        ),
        box(1.8 * r, 2 * r, z + 0.02, 0.3 * r).move(y=y),
        sweep([(0, 0.3 * s, z / 2 - 0.055), (0, 0.42 * s, 0), (0, 0.3 * s, rear + 0.04)], 0.7 * r),
    ]
    if v.backrest:
        parts.append(bar((0, y, rear), (0, top, rear - (top - y) * lean), 1.8 * r, 1.6 * r))
    if v.armrests and outer:
        high, start = s + 0.2, rear - (0.2 + 0.9 * v.thickness) * lean if v.backrest else rear
        arm = [
            (0, high, start),
            (0, high + 0.015, 0),
            (0, high, z / 2 - 0.04),
            (0, high - 0.05, z / 2 + 0.02),
            (0, high - 0.12, z / 2),
            (0, y, z / 2 - 0.04),
        ]
        parts.append(
            sweep(arm, profile=[(1.3 * r, 0.5 * r), (-1.3 * r, 0.5 * r), (-1.3 * r, -0.5 * r), (1.3 * r, -0.5 * r)])
        )
        if not v.backrest:
            parts.append(bar((0, y, rear), (0, high, rear), 1.6 * r))
    return union(*parts)


def _wood_side(v: Values, z: float, s: float, top: float, lean: float, rear: float, outer: bool) -> Node:
    """Square posts, a rail, and a straight armrest."""
    t = 1.5 * v.thickness
    y = s - 0.5 * v.thickness - 0.5 * t
    parts = [
        box(t, s - 0.01, t, 0.1 * t, 1).move(y=(s - 0.01) / 2, z=z / 2 - 0.5 * t),
        box(t, s - 0.01, t, 0.1 * t, 1).move(y=(s - 0.01) / 2, z=rear),
        box(0.7 * t, t, z, 0.1 * t, 1).move(y=y),
    ]
    if v.backrest:
        parts.append(bar((0, y, rear), (0, top, rear - (top - y) * lean), 0.9 * t, 0.9 * t))
    if v.armrests and outer:
        high = s + 0.2
        parts += [
            box(1.5 * t, 0.5 * t, z + 0.07, 0.12 * t).move(y=high, z=0.01 if not v.backrest else -0.01),
            box(0.9 * t, 0.22, 0.9 * t).move(y=s + 0.1, z=z / 2 - 0.5 * t),
        ]
        if not v.backrest:
            parts.append(box(0.9 * t, 0.22, 0.9 * t).move(y=s + 0.1, z=rear))
    return union(*parts)
