"""Clock faces with marks and hands."""

from __future__ import annotations

import math

from maquette.shapes.api import box, cylinder, extrude, sphere, union
from maquette.shapes.draft import Draft
from maquette.shapes.node import Node

MARKS = ("bars", "dots", "quarters")


def add_face(
    d: Draft,
    radius: float,
    at: tuple[float, float, float],
    *,
    marks: str = "bars",
    hour: float = 10.15,
    hands: str = "plain",
    seconds: bool = False,
    tilt: float = 0.0,
) -> None:
    """A face that looks along +Z, its middle at `at` on the front of what carries it.

    Slots "face", "mark", "hand"; `hour` is the time shown.
    """
    t = 0.03 * radius + 0.0006
    x, y, z = at

    def put(name: str, solid: Node, slot: str) -> None:
        d.add(name, solid.rotate(x=tilt).move(x, y, z), slot, group="face")

    put("face", cylinder(radius, 2 * t).rotate(x=90), "face")
    ticks = []
    for i in range(12):
        a = math.tau * i / 12
        big = i % 3 == 0
        if marks == "quarters" and not big:
            continue
        r = 0.84 * radius
        mx, my = r * math.sin(a), r * math.cos(a)
        if marks == "dots":
            ticks.append(
                sphere((0.065 if big else 0.045) * radius, (0.065 if big else 0.045) * radius, 0.7 * t).move(mx, my, t)
            )
        else:
            ticks.append(
                box((0.07 if big else 0.04) * radius, (0.2 if big else 0.12) * radius, 0.9 * t)
                .rotate(z=-math.degrees(a))
                .move(mx, my, t)
            )
    put("marks", union(*ticks), "mark")
    for name, long, wide, share in (("hand_hour", 0.5, 0.075, hour / 12), ("hand_minute", 0.76, 0.052, hour % 1)):
        n, w = long * radius, wide * radius
        shape = [(-0.5 * w, -0.14 * radius), (0.5 * w, -0.14 * radius), (0.35 * w, n), (-0.35 * w, n)]
        if hands == "spade":
            shape = [
                (-0.3 * w, -0.14 * radius),
                (0.3 * w, -0.14 * radius),
                (0.3 * w, 0.6 * n),
                (1.2 * w, 0.7 * n),
                (0.5 * w, 0.82 * n),
                (0, n),
                (-0.5 * w, 0.82 * n),
                (-1.2 * w, 0.7 * n),
                (-0.3 * w, 0.6 * n),
            ]
        lift = 1.25 * t if name == "hand_hour" else 1.7 * t
        put(name, extrude(shape, 0.9 * t).rotate(z=-360 * share).move(z=lift), "hand")
    if seconds:
        put(
            "hand_second",
            box(0.02 * radius + 0.0006, 0.95 * radius, 0.8 * t).move(y=0.28 * radius).rotate(z=-140).move(z=2.2 * t),
            "second",
        )
    put("pin", cylinder(0.06 * radius, 3 * t).rotate(x=90).move(z=1.5 * t), "hand")
