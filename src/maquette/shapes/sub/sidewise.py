"""What is drawn from the side: outlines in (z, y), and bars and screws that lie along Z or X."""

from __future__ import annotations

from collections.abc import Sequence

from maquette.shapes.api import Point2, cylinder, extrude, lathe
from maquette.shapes.node import Node


def side(
    outline: Sequence[Point2],
    thickness: float,
    bevel: float = 0.0,
    holes: Sequence[Sequence[Point2]] = (),
    smooth: bool = False,
) -> Node:
    """An outline of (z, y) points, `thickness` wide about x = 0: the profile of a gun, a chair, a hull."""
    return extrude(outline, thickness, bevel=bevel, holes=holes, smooth=smooth).rotate(y=-90)


def tube(
    radius: float,
    start: float,
    end: float,
    y: float = 0.0,
    x: float = 0.0,
    bevel: float = 0.0,
    top: float | None = None,
    sides: int | None = None,
) -> Node:
    """A cylinder along Z from `start` to `end`."""
    return cylinder(radius, end - start, top, sides, bevel).rotate(x=90).move(x, y, (start + end) / 2)


def muzzle(profile: Sequence[Point2], y: float = 0.0, x: float = 0.0) -> Node:
    """(radius, z) points turned about a line along Z."""
    return lathe(list(profile)).rotate(x=90).move(x, y)


def axle(radius: float, width: float, y: float = 0.0, z: float = 0.0, bevel: float = 0.0) -> Node:
    """A cylinder along X."""
    return cylinder(radius, width, bevel=bevel).rotate(z=90).move(0, y, z)
