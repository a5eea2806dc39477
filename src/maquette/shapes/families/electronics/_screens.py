"""What things with a screen share: rounded plates, keys, and what is seen on a screen."""

from __future__ import annotations

from maquette.shapes.api import box, extrude, union
from maquette.shapes.node import Node
from maquette.shapes.sub.outlines import rounded_rectangle

SCREEN = ("glow:#3f8fe0", "glow:#2fb8a8", "screen", "glow:#7a5ae0", "glow:#e08a3f")


def slab(x: float, y: float, z: float, radius: float, bevel: float) -> Node:
    """A plate of x by y with rounded corners that looks along Z."""
    return extrude(rounded_rectangle(x, y, radius, 5), z, bevel=bevel)


def keys(width: float, depth: float, rows: int, columns: int, height: float) -> Node:
    """A field of keys on y = 0, with a space bar in the front row."""
    a, b = width / columns, depth / rows
    cap = box(0.84 * a, height, 0.84 * b, 0.2 * height, 1)
    out: list[Node] = []
    for j in range(rows):
        z = (j - (rows - 1) / 2) * b
        for i in range(columns):
            if j == rows - 1 and columns * 0.3 < i + 0.5 < columns * 0.68:
                continue
            out.append(cap.move((i - (columns - 1) / 2) * a, height / 2, z))
    out.append(box(0.36 * width, height, 0.84 * b, 0.2 * height, 1).move(-0.01 * width, height / 2, (rows - 1) / 2 * b))
    return union(*out)


def windows(width: float, height: float, depth: float, count: int) -> Node:
    """What is seen on a screen: a bar below, some windows, and lines of text."""
    bits: list[Node] = [box(0.98 * width, 0.05 * height, depth).move(y=-0.455 * height)]
    for i in range(count):
        x, y = (-0.22 + 0.24 * i) * width, (0.14 - 0.12 * (i % 2)) * height
        bits.append(box(0.36 * width, 0.05 * height, depth * (1 + 0.2 * i)).move(x, y + 0.2 * height, 0))
        bits += [
            box((0.3 - 0.07 * (k % 2)) * width, 0.025 * height, depth).move(
                x - 0.035 * width * (k % 2), y + (0.12 - 0.07 * k) * height, 0
            )
            for k in range(4)
        ]
    return union(*bits)
