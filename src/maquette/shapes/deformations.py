"""Deformations of a solid. The surface is refined first, so that it can follow."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from maquette.shapes.node import Axis, Length, Node, Number, Size, Vec3
from maquette.shapes.solids import Solid

Factor = Annotated[float, Field(ge=0, le=100, allow_inf_nan=False)]


class Bend(Node):
    """Bent into an arc of `degrees` along `axis`, toward `toward`; its lower end stays where it is."""

    op: Literal["bend"] = "bend"
    degrees: Annotated[float, Field(ge=-360, le=360, allow_inf_nan=False)]
    axis: Axis = "y"
    toward: Axis = "z"
    of: Solid


class Twist(Node):
    """Twisted about `axis` through the origin, by `degrees` from the lower to the upper end."""

    op: Literal["twist"] = "twist"
    degrees: Number
    axis: Axis = "y"
    of: Solid


class Taper(Node):
    """The upper end along `axis` scaled by `by` across it, about the origin; the lower end as it is."""

    op: Literal["taper"] = "taper"
    by: tuple[Factor, Factor]
    axis: Axis = "y"
    of: Solid


class Roughen(Node):
    """Moved along its normals by fractal noise of feature size `size`, at most `amplitude`."""

    op: Literal["roughen"] = "roughen"
    amplitude: Size
    size: Length
    seed: int = 0
    octaves: Annotated[int, Field(ge=1, le=6)] = 3
    of: Solid


class Lattice(Node):
    """Free-form deformation (Sederberg and Parry 1986) by a lattice of `counts` (x, y, z) points over the bounding box.

    `offsets` says how far points move: ((i, j, k), (dx, dy, dz)).
    """

    op: Literal["lattice"] = "lattice"
    counts: tuple[
        Annotated[int, Field(ge=2, le=8)], Annotated[int, Field(ge=2, le=8)], Annotated[int, Field(ge=2, le=8)]
    ]
    offsets: Annotated[tuple[tuple[tuple[int, int, int], Vec3], ...], Field(max_length=512)]
    of: Solid


class Subdivide(Node):
    """Every triangle becomes four, and the surface is smoothed, `rounds` times; edges sharper than `keep` degrees stay sharp."""

    op: Literal["subdivide"] = "subdivide"
    rounds: Annotated[int, Field(ge=1, le=4)] = 1
    keep: Annotated[float, Field(ge=0, le=180)] = 180.0
    of: Solid
