"""Classical columns: base, shaft and capital."""

from __future__ import annotations

import math

from maquette.shapes.api import box, cylinder, extrude, lathe, sphere, union
from maquette.shapes.node import Node


def column_parts(height: float, radius: float, flutes: int, capital: str) -> tuple[Node, Node]:
    """(shaft, base and capital) of a column from y = 0; fewer than six flutes are none."""
    flutes = flutes if flutes >= 6 else 0
    star = (
        [
            (
                (1.0 if i % 2 == 0 else 0.92) * math.cos(math.pi * i / flutes),
                (1.0 if i % 2 == 0 else 0.92) * math.sin(math.pi * i / flutes),
            )
            for i in range(2 * flutes)
        ]
        if flutes
        else []
    )
    tall = height - 1.5 * radius
    shaft = (
        extrude([(radius * x, radius * y) for x, y in star], tall, taper=0.84)
        .rotate(x=-90)
        .move(y=0.6 * radius + tall / 2)
        if flutes
        else lathe([(radius, 0.5 * radius), (0.97 * radius, 0.4 * height), (0.84 * radius, 0.6 * radius + tall)])
    )
    top = height - 0.95 * radius
    foot = union(
        box(2.7 * radius, 0.3 * radius, 2.7 * radius, 0.04 * radius).move(y=0.15 * radius),
        lathe(
            [
                (1.28 * radius, 0.25 * radius),
                (1.3 * radius, 0.42 * radius),
                (1.1 * radius, 0.5 * radius),
                (1.15 * radius, 0.62 * radius),
                (0.95 * radius, 0.7 * radius),
            ]
        ),
    )
    head = union(
        lathe(
            [
                (0.84 * radius, top - 0.05 * radius),
                (0.92 * radius, top + 0.1 * radius),
                (1.25 * radius, top + 0.6 * radius),
                (1.2 * radius, top + 0.65 * radius),
            ]
        ),
        box(2.6 * radius, 0.32 * radius, 2.6 * radius, 0.04 * radius).move(y=height - 0.16 * radius),
    )
    if capital == "scroll":
        roll = (
            cylinder(0.36 * radius, 2.3 * radius)
            .rotate(x=90)
            .move(x=1.02 * radius, y=height - 0.55 * radius)
            .mirrored()
        )
        head = union(head, roll, box(2.0 * radius, 0.3 * radius, 2.2 * radius).move(y=height - 0.42 * radius))
    elif capital == "leaf":
        curl = (
            sphere(0.22 * radius, 0.42 * radius, 0.12 * radius).rotate(x=18).move(y=top + 0.3 * radius, z=0.96 * radius)
        )
        head = union(head, curl.around(8), curl.move(y=0.14 * radius, z=0.03 * radius).around(8).rotate(y=22.5))
    return shaft, union(foot, head)
