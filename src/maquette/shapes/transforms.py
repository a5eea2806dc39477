"""Rigid moves, scales, mirror images and arrays of a solid."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from maquette.shapes.node import Axis, Node, Number, Vec3
from maquette.shapes.solids import Solid

Count = Annotated[int, Field(ge=1, le=500)]


class Move(Node):
    """Shifted by metres."""

    op: Literal["move"] = "move"
    by: Vec3
    of: Solid


class Rotate(Node):
    """Turned about the origin by degrees about X, then Y, then Z."""

    op: Literal["rotate"] = "rotate"
    degrees: Vec3
    of: Solid


class Scale(Node):
    """Scaled about the origin; factors are positive."""

    op: Literal["scale"] = "scale"
    by: tuple[
        Annotated[float, Field(gt=0, le=1e4)],
        Annotated[float, Field(gt=0, le=1e4)],
        Annotated[float, Field(gt=0, le=1e4)],
    ]
    of: Solid


class Mirror(Node):
    """Mirrored in the plane through the origin across `axis`; `both` keeps the original too."""

    op: Literal["mirror"] = "mirror"
    axis: Axis = "x"
    both: bool = True
    of: Solid


class Repeat(Node):
    """`count` copies in a row, each `step` further."""

    op: Literal["repeat"] = "repeat"
    count: Count
    step: Vec3
    of: Solid


class Around(Node):
    """`count` copies about `axis`, spread over `degrees`."""

    op: Literal["around"] = "around"
    count: Count
    axis: Axis = "y"
    degrees: Number = 360.0
    of: Solid


class Scatter(Node):
    """`count` copies of `of`, their +Y along the normals, on the surface of `on`, which is part of the result unless `alone`.

    `spread` in [0, 1] varies their sizes; only places whose normal's y is at least `up` are taken; `gap` is the least distance between two.
    """

    op: Literal["scatter"] = "scatter"
    of: Solid
    on: Solid
    count: Count
    seed: int = 0
    spread: Annotated[float, Field(ge=0, le=1)] = 0.3
    up: Annotated[float, Field(ge=-1, le=1)] = -1.0
    gap: Annotated[float, Field(ge=0, le=1e4)] = 0.0
    alone: bool = False
