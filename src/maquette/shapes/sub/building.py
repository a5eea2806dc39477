"""Roofs, windows, doors, battlements and other pieces that buildings share."""

from __future__ import annotations

import math
from collections.abc import Sequence

from maquette.shapes.api import box, cylinder, extrude, hull, lathe, sphere, union
from maquette.shapes.draft import Draft
from maquette.shapes.node import Node

Opening = tuple[str, float, float, float, float, float, float]
"""(kind, x, y, z of its foot's middle on the wall, degrees that it faces about Y, width, height)."""


def arched(width: float, height: float, pointed: bool = False) -> list[tuple[float, float]]:
    """Outline of an arched opening, its foot at y = 0."""
    r = width / 2
    rise = r * (1.35 if pointed else 1.0)
    n = 8
    curve = [
        (
            r * math.cos(math.pi * i / n),
            height - rise + rise * (math.sin(math.pi * i / n) ** (0.75 if pointed else 1.0)),
        )
        for i in range(n + 1)
    ]
    return [(r, 0.0), *curve, (-r, 0.0)]


def window(width: float, height: float, shape: str = "square", sill: bool = True) -> tuple[Node, Node]:
    """(frame, pane) facing +Z, foot at y = 0, the wall's face at z = 0."""
    t = 0.09 * min(width, height) + 0.02
    if shape == "round":
        frame = (cylinder(width / 2 + t, 2 * t) - cylinder(width / 2, 9)).rotate(x=90).move(y=height / 2)
        pane = cylinder(width / 2 + 0.3 * t, t).rotate(x=90).move(y=height / 2)
        bars = union(box(width, 0.5 * t, t), box(0.5 * t, width, t)).move(y=height / 2, z=0.4 * t)
        return union(frame, bars), pane
    outer = [(-width / 2 - t, -t), (width / 2 + t, -t), (width / 2 + t, height + t), (-width / 2 - t, height + t)]
    inner = [(-width / 2, 0.0), (width / 2, 0.0), (width / 2, height), (-width / 2, height)]
    if shape in ("arched", "pointed"):
        inner = arched(width, height, shape == "pointed")
        outer = [(x * (1 + 2 * t / width), y * (1 + t / height) if y > 0 else -t) for x, y in inner]
    deep = 2 * t + 0.28 * min(width, height)
    frame = extrude(outer, deep, holes=[inner]).move(z=t - deep / 2)
    pane = extrude([(1.04 * x, y) for x, y in inner], t + 0.2 * width).move(z=-0.1 * width)
    bars = union(
        box(0.5 * t, 0.98 * height, t).move(y=height / 2), box(0.98 * width, 0.5 * t, t).move(y=0.52 * height)
    ).move(z=0.4 * t)
    ledge = [box(width + 5 * t, t, 3.4 * t).move(y=-1.2 * t, z=0.7 * t)] if sill else []
    return union(frame, bars, *ledge), pane


def door(width: float, height: float, shape: str = "square") -> tuple[Node, Node, Node]:
    """(frame, leaf, knob) facing +Z, foot at y = 0, the wall's face at z = 0."""
    t = 0.09 * width + 0.02
    inner = (
        [(width / 2, 0.0), (width / 2, height), (-width / 2, height), (-width / 2, 0.0)]
        if shape == "square"
        else arched(width, height, shape == "pointed")
    )
    outer = [(x * (1 + 2 * t / width), y * (1 + t / height) if y > 0 else 0.0) for x, y in inner]
    frame = extrude(outer, 2.2 * t + 0.25 * width).move(z=-0.125 * width)
    leaf = extrude([(0.99 * x, y * 0.99) for x, y in inner], t).move(z=0.75 * t)
    planks = (
        box(0.012 + 0.02 * width, 0.72 * height, 0.4 * t)
        .move(x=-0.25 * width, y=0.42 * height, z=1.25 * t)
        .repeat(3, x=0.25 * width)
    )
    knob = union(
        sphere(0.05 * width).move(x=0.36 * width, y=0.46 * height, z=1.5 * t),
        *(box(0.6 * width, 0.06 * width, 0.5 * t).move(x=-0.14 * width, y=y * height, z=1.3 * t) for y in (0.2, 0.7)),
    )
    return frame, union(leaf, planks), knob


def add_openings(
    d: Draft,
    openings: Sequence[Opening],
    *,
    shape: str = "square",
    door_shape: str = "square",
    sill: bool = True,
    shutters: bool = False,
) -> None:
    """Windows and doors as parts of the slots trim, glass, door, metal (and shutter)."""
    n = {"window": 0, "door": 0}
    for kind, x, y, z, turn, w, h in openings:
        n[kind] += 1
        if kind == "window":
            frame, pane = window(w, h, shape, sill)
            d.add(f"window_frame_{n[kind]}", frame.rotate(y=turn).move(x, y, z), "trim", group="windows")
            d.add(f"window_{n[kind]}", pane.rotate(y=turn).move(x, y, z), "glass", group="windows")
            if shutters:
                flap = box(0.5 * w, h, 0.1, 0.02).move(x=0.82 * w + 0.035, y=h / 2, z=0.04).mirrored()
                d.add(f"shutters_{n[kind]}", flap.rotate(y=turn).move(x, y, z), "shutter", group="shutters")
        else:
            frame, leaf, knob = door(w, h, door_shape)
            for name, solid, slot in (
                ("door_frame", frame, "trim"),
                ("door", leaf, "door"),
                ("door_fittings", knob, "metal"),
            ):
                d.add(
                    f"{name}_{n[kind]}" if n[kind] > 1 else name, solid.rotate(y=turn).move(x, y, z), slot, group="door"
                )


def gable_walls(width: float, depth: float, height: float, rise: float) -> Node:
    """Walls with two gables toward ±Z, from y = 0."""
    return extrude(
        [(-width / 2, 0), (width / 2, 0), (width / 2, height), (0, height + rise), (-width / 2, height)], depth
    )


def gable_roof(width: float, depth: float, rise: float, over: float, thickness: float, sag: float = 0.0) -> Node:
    """Two slopes over a width in X, ridge along Z, eaves' underside at y = 0 over the wall's edge."""
    slope = rise / (width / 2)
    x = width / 2 + over
    up = thickness * math.hypot(1, slope)
    under = [(x, -over * slope), (0.5 * x, 0.5 * (rise - over * slope) - sag), (0.0, rise)]
    points = [*under, *((-a, b) for a, b in under[-2::-1])]
    top = [(a, b + up) for a, b in points[::-1]]
    return extrude([*points, *top], depth + 2 * over, bevel=0.15 * thickness)


def hip_roof(width: float, depth: float, rise: float, over: float, ridge: float = 0.4) -> Node:
    """Four slopes; `ridge` is the share of the depth that the ridge takes (0 is a pyramid)."""
    x, z, q = width / 2 + over, depth / 2 + over, depth * ridge / 2
    base = [(s * x, y, t * z) for s in (-1, 1) for t in (-1, 1) for y in (-0.12 * rise, 0.0)]
    return hull(
        [*base, (-0.01 * x, rise, q), (0.01 * x, rise, q), (0.01 * x, rise, -q - 0.001), (-0.01 * x, rise, -q - 0.001)]
    )


def cone_roof(radius: float, rise: float, sides: int | None = None, flare: float = 0.1) -> Node:
    """A witch's hat, its eaves at y = 0."""
    return lathe(
        [
            (0.8 * radius, -0.03 * rise),
            (radius * (1 + flare), -0.05 * rise),
            (0.78 * radius, 0.2 * rise),
            (0.3 * radius, 0.68 * rise),
            (0.02 * radius, rise),
        ],
        sides=sides,
    )


def merlons_round(radius: float, count: int, width: float, height: float, depth: float) -> Node:
    """Battlements on a round tower, from y = 0."""
    return (
        box(depth, height, width, 0.06 * width).move(x=radius - depth / 2, y=height / 2 - 0.02 * height).around(count)
    )


def merlons_row(length: float, width: float, height: float, depth: float) -> Node:
    """Battlements along X, centred, from y = 0."""
    n = max(2, round(length / (1.9 * width)))
    step = (length - width) / (n - 1)
    return (
        box(width, height, depth, 0.06 * width)
        .move(x=-(length - width) / 2, y=height / 2 - 0.02 * height)
        .repeat(n, x=step)
    )


def chimney(width: float, height: float) -> Node:
    """A stack with a rim and a pot, from y = 0."""
    return union(
        box(width, height, width, 0.03 * width).move(y=height / 2),
        box(1.25 * width, 0.22 * width, 1.25 * width, 0.03 * width).move(y=height - 0.1 * width),
        lathe([(0.3 * width, 0), (0.24 * width, 0.5 * width)]).move(y=height - 0.02),
    )


def flag(height: float, length: float, thickness: float) -> tuple[Node, Node]:
    """(pole, cloth) of a pennant from y = 0."""
    cloth = extrude([(0, 0), (length, 0.32 * length), (0, 0.64 * length)], thickness).move(y=height - 0.68 * length)
    return cylinder(thickness * 0.7, height).move(y=height / 2) + sphere(1.3 * thickness).move(y=height), cloth
