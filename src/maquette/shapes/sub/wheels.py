"""Wheels that turn about X: with tyres and rims, of wood with spokes, and of wire."""

from __future__ import annotations

import math

from maquette.shapes.api import box, cylinder, lathe, sweep, torus, union
from maquette.shapes.draft import Draft
from maquette.shapes.node import Node


def tyre(radius: float, width: float, inner: float = 0.62, tread: int = 0) -> Node:
    """A tyre about X; `inner` is the share of the radius that its hole takes, `tread` a number of lugs."""
    r, h = radius, width / 2
    ring = lathe(
        [
            (inner * r, -0.9 * h),
            (0.9 * r, -h),
            (0.985 * r, -0.72 * h),
            (r, -0.3 * h),
            (r, 0.3 * h),
            (0.985 * r, 0.72 * h),
            (0.9 * r, h),
            (inner * r, 0.9 * h),
            (inner * r, -0.9 * h),
        ]
    ).rotate(z=90)
    if not tread:
        return ring
    lug = box(width * 0.98, 0.14 * r, 0.5 * math.pi * r / tread).move(y=0.98 * r).around(tread, "x")
    return union(ring, lug)


def rim(radius: float, width: float, spokes: int = 5) -> Node:
    """A rim about X with its face toward +X, for the hole of a tyre (`radius` is the tyre's)."""
    r = 0.64 * radius
    dish = cylinder(r, 0.45 * width).rotate(z=90).move(x=-0.1 * width)
    ring = torus(0.85 * r, 0.1 * r).rotate(z=90).move(x=0.33 * width)
    bar = box(0.16 * width, 0.95 * r, 0.22 * r, 0.02 * r).move(x=0.24 * width, y=0.46 * r).around(spokes, "x")
    hub = cylinder(0.25 * r, 0.3 * width, bevel=0.03 * r).rotate(z=90).move(x=0.22 * width)
    return union(dish, ring, bar, hub)


def add_wheel(
    d: Draft,
    name: str,
    at: tuple[float, float, float],
    radius: float,
    width: float,
    *,
    spokes: int = 5,
    tread: int = 0,
    slots: tuple[str, str] = ("tyre", "rim"),
) -> None:
    """Tyre and rim as two parts; the face of the rim looks away from the middle."""
    face = rim(radius, width, spokes)
    d.add(name, tyre(radius, width, tread=tread).move(*at), slots[0], group="wheels")
    d.add(f"{name}_rim", (face if at[0] >= 0 else face.mirror("x")).move(*at), slots[1], group="wheels")


def wooden_wheel(radius: float, width: float, spokes: int = 8) -> Node:
    """A cart wheel about X."""
    r, h = radius, width / 2
    felloe = lathe([(0.84 * r, -h), (r, -h), (r, h), (0.84 * r, h), (0.84 * r, -h)]).rotate(z=90)
    spoke = cylinder(0.3 * width, 0.88 * r, 0.24 * width, sides=8).move(y=0.46 * r).around(spokes, "x")
    hub = lathe(
        [(0.12 * r, -1.1 * width), (0.17 * r, -0.5 * width), (0.17 * r, 0.5 * width), (0.12 * r, 1.1 * width)]
    ).rotate(z=90)
    return union(felloe, spoke, hub)


def iron_band(radius: float, width: float) -> Node:
    """The iron tyre of a cart wheel."""
    h = 0.54 * width
    return lathe(
        [(0.97 * radius, -h), (1.02 * radius, -h), (1.02 * radius, h), (0.97 * radius, h), (0.97 * radius, -h)]
    ).rotate(z=90)


def wire_wheel(radius: float, spokes: int, wire: float, hub_width: float) -> Node:
    """Rim, spokes and hub of a bicycle wheel about X, without its tyre."""
    hoop = torus(0.9 * radius, 0.035 * radius).rotate(z=90)
    hub = cylinder(0.07 * radius, hub_width, bevel=0.01 * radius).rotate(z=90)
    wires = []
    for i in range(spokes):
        a, side = 2 * math.pi * i / spokes, 0.3 * hub_width * (1 if i % 2 else -1)
        wires.append(sweep([(side, 0, 0), (0, 0.9 * radius * math.cos(a), 0.9 * radius * math.sin(a))], wire, sides=6))
    return union(hoop, hub, *wires)
