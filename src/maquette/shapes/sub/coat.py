"""Regions that cut markings out of a coat: stripes over the back, rings around legs."""

from __future__ import annotations

from maquette.shapes.api import box, extrude, union
from maquette.shapes.node import Node
from maquette.shapes.sub.flesh import Frame
from maquette.shapes.sub.quadruped import Build


def stripes(
    b: Build,
    head: Frame,
    count: int,
    thick: float,
    *,
    depth: float = 1.15,
    legs: int = 3,
    on_head: int = 3,
    split: bool = False,
) -> Node:
    """Wedges that hang from the back, rings on the legs and bars on the forehead; `thick`: half a stripe's width in heights."""
    nodes: list[Node] = []
    w = thick * b.height
    top, low = 1.3 * b.height, b.front[1] + b.chest * (0.9 - depth * 1.6)
    start, end = -0.46 * b.length, 0.46 * b.length + 0.3 * (b.height - b.front[1])
    for i in range(count):
        z = start + (end - start) * i / max(count - 1, 1)
        lean = w * (1.4 if i % 2 else -0.6)
        floor = low + (0.35 * b.chest if i % 2 else 0)
        bend = [
            (z - w, top),
            (z - 0.9 * w + 0.3 * lean, 0.5 * (b.height + floor)),
            (z + lean, floor),
            (z + 0.8 * w + 0.3 * lean, 0.5 * (b.height + floor)),
            (z + w, top),
        ]
        nodes.append(extrude(bend, 6 * b.chest * b.wide).rotate(y=-90))
    for i in range(legs):
        y = b.front[1] * (0.2 + 0.42 * (i + 0.5) / max(legs, 1))
        nodes.append(box(4 * b.chest, 1.5 * w, 1.3 * b.length).rotate(x=4 if i % 2 else -4).move(y=y))
    for i in range(on_head):
        node = box(0.9 * head.size, 3 * head.size, 0.16 * head.size)
        nodes.append(head.place(node, 0, 1.9, 0.42 - 0.42 * i))
    return union(*nodes)
