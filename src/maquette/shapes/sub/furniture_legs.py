"""Legs and feet of furniture."""

from __future__ import annotations

import math

from maquette.shapes.api import box, cylinder, lathe, sphere, sweep, union
from maquette.shapes.draft import Draft
from maquette.shapes.node import Node

LEGS = ("tapered", "square", "turned", "round")
CORNERS = (("front_left", 1, 1), ("front_right", -1, 1), ("back_left", 1, -1), ("back_right", -1, -1))
"""The furniture's own left is +X, its front +Z."""


def leg(kind: str, height: float, radius: float) -> Node:
    """One upright leg from y = 0 to `height`: "tapered", "square", "turned", "round", "cabriole" or "bun"."""
    h, r = height, radius
    if kind == "square":
        return box(1.9 * r, h, 1.9 * r, 0.18 * r, 1).tapered(1.0).move(y=h / 2)
    if kind == "round":
        return union(
            cylinder(r, h, bevel=0.15 * r).move(y=h / 2), cylinder(1.15 * r, 0.06 * h, bevel=0.1 * r).move(y=0.03 * h)
        )
    if kind == "turned":
        b = min(0.22 * h, 5 * r)
        profile = [
            (0.55 * r, 0),
            (0.8 * r, 0.02 * h),
            (0.85 * r, 0.05 * h),
            (0.5 * r, 0.09 * h),
            (0.55 * r, 0.13 * h),
            (0.95 * r, 0.4 * h),
            (1.05 * r, 0.52 * h),
            (0.75 * r, 0.62 * h),
            (0.7 * r, 0.65 * h),
            (1.05 * r, 0.68 * h),
            (1.05 * r, 0.71 * h),
            (0.7 * r, 0.73 * h),
            (0.75 * r, h - b),
        ]
        return union(lathe(profile), box(2 * r, b + 0.01 * h, 2 * r, 0.15 * r, 1).move(y=h - b / 2))
    if kind == "bun":
        return union(sphere(r, 0.45 * h, r).move(y=0.45 * h), cylinder(0.6 * r, 0.5 * h).move(y=0.75 * h))
    if kind == "cabriole":
        points = [
            (0.9 * r, 0.03 * h, 0),
            (0.2 * r, 0.12 * h, 0),
            (-0.3 * r, 0.35 * h, 0),
            (0.6 * r, 0.72 * h, 0),
            (0, h, 0),
        ]
        return union(
            sweep(points, [0.6 * r, 0.5 * r, 0.6 * r, 1.1 * r, 1.2 * r]),
            sphere(0.9 * r, 0.04 * h, 0.9 * r).move(0.9 * r, 0.04 * h),
        )
    return cylinder(0.55 * r, h, top=r, bevel=0.15 * r).move(y=h / 2)


def splayed(kind: str, height: float, radius: float, out_x: float, out_z: float) -> Node:
    """A leg whose top is at the origin's axis and whose foot stands out by (out_x, out_z); `kind` as in `leg`."""
    if abs(out_x) + abs(out_z) < 1e-4:
        return leg(kind, height, radius)
    if kind in ("square", "turned"):
        lean = leg(kind, height, radius)
        return (
            lean.move(y=-height)
            .rotate(x=-math.degrees(math.atan2(out_z, height)), z=math.degrees(math.atan2(out_x, height)))
            .move(y=height)
        )
    return sweep([(out_x, 0, out_z), (0, height, 0)], [0.6 * radius if kind == "tapered" else radius, radius])


def corner_legs(
    d: Draft, kind: str, height: float, radius: float, x: float, z: float, slot: str, splay: float = 0.0
) -> None:
    """Adds four legs "leg_front_left" … at (±x, ±z), their feet further out by `splay` metres."""
    for name, sx, sz in CORNERS:
        if kind == "cabriole":
            foot = leg(kind, height, radius).rotate(y=-math.degrees(math.atan2(sz, sx)))
        else:
            foot = splayed(kind, height, radius, sx * splay, sz * splay)
        d.add(f"leg_{name}", foot.move(sx * x, 0, sz * z), slot, group="legs")
