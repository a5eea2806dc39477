"""`Solid`: the union of all nodes, told apart by `op`. Import this first: the nodes refer to one another."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Union

from pydantic import Discriminator

if TYPE_CHECKING:
    from maquette.shapes import booleans, deformations, primitives, transforms

Solid = Annotated[
    Union[
        "primitives.Box",
        "primitives.Sphere",
        "primitives.Cylinder",
        "primitives.Capsule",
        "primitives.Torus",
        "primitives.Lathe",
        "primitives.Extrude",
        "primitives.Sweep",
        "primitives.Loft",
        "primitives.HeightField",
        "primitives.Text",
        "primitives.Hull",
        "primitives.Organic",
        "transforms.Move",
        "transforms.Rotate",
        "transforms.Scale",
        "transforms.Mirror",
        "transforms.Repeat",
        "transforms.Around",
        "transforms.Scatter",
        "booleans.Union",
        "booleans.Difference",
        "booleans.Intersection",
        "booleans.SoftUnion",
        "booleans.SoftDifference",
        "deformations.Bend",
        "deformations.Twist",
        "deformations.Taper",
        "deformations.Roughen",
        "deformations.Lattice",
        "deformations.Subdivide",
    ],
    Discriminator("op"),
]
