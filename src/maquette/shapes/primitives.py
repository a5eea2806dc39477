"""Primitive solids. All are centred on the origin unless they say otherwise."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from maquette.shapes.node import Length, Node, Number, Polygon, Record, Size, Vec2, Vec3

Sides = Annotated[int, Field(ge=3, le=256)]
Share = Annotated[float, Field(ge=0, le=1, allow_inf_nan=False)]


class Box(Node):
    """A box of `size` (x, y, z); `bevel`: its edges rounded by this radius in `steps` (1 is a chamfer)."""

    op: Literal["box"] = "box"
    size: tuple[Length, Length, Length]
    bevel: Size = 0.0
    steps: Annotated[int, Field(ge=1, le=8)] = 2


class Sphere(Node):
    """An ellipsoid with the half axes `radii` (x, y, z)."""

    op: Literal["sphere"] = "sphere"
    radii: tuple[Length, Length, Length]


class Cylinder(Node):
    """Along Y; `top`: radius of the upper end (0 makes a cone); `sides`: a prism with so many; `bevel` rounds both rims."""

    op: Literal["cylinder"] = "cylinder"
    radius: Size
    height: Length
    top: Size | None = None
    sides: Sides | None = None
    bevel: Size = 0.0


class Capsule(Node):
    """Along Y, `height` with both caps; `top` is the radius of its upper cap."""

    op: Literal["capsule"] = "capsule"
    radius: Length
    height: Length
    top: Length | None = None


class Torus(Node):
    """A ring about Y: `radius` to the middle of the tube, `tube` its own; less than 360 `degrees` leave an arc that begins at +X."""

    op: Literal["torus"] = "torus"
    radius: Length
    tube: Length
    degrees: Annotated[float, Field(gt=0, le=360)] = 360.0


class Lathe(Node):
    """A `profile` of (radius, height) points, from low to high, turned about Y; ends off the axis are closed by flat discs.

    `smooth` lays a spline through the points. `degrees` less than 360 leaves a slice.
    """

    op: Literal["lathe"] = "lathe"
    profile: Annotated[tuple[Vec2, ...], Field(min_length=2, max_length=500)]
    smooth: bool = False
    degrees: Annotated[float, Field(gt=0, le=360)] = 360.0
    sides: Sides | None = None


class Extrude(Node):
    """A `profile` in the XY plane, extruded along Z by `depth`, centred; `holes` are cut out; `bevel` chamfers both rims.

    `twist` degrees and `taper` (scale of the +Z end) change the section on the way; `smooth` lays a closed spline through the points.
    """

    op: Literal["extrude"] = "extrude"
    profile: Polygon
    depth: Length
    holes: Annotated[tuple[Polygon, ...], Field(max_length=200)] = ()
    smooth: bool = False
    bevel: Size = 0.0
    twist: Number = 0.0
    taper: Annotated[float, Field(ge=0, le=100)] = 1.0


class Sweep(Node):
    """A section along a `path`: round with `radius` (one, or one for each point of the path), or a `profile` (x to the side, y up).

    `smooth` lays a spline through the path; `closed` joins its ends; `twist` degrees turn the section on the way; open ends of round
    sections are domes where `round_ends`.
    """

    op: Literal["sweep"] = "sweep"
    path: Annotated[tuple[Vec3, ...], Field(min_length=2, max_length=500)]
    radius: tuple[Size, ...] | None = None
    profile: Polygon | None = None
    smooth: bool = True
    closed: bool = False
    twist: Number = 0.0
    round_ends: bool = False
    sides: Sides | None = None


class Section(Record):
    """One section of a loft: `profile` in the XZ plane (x, z), at `at`."""

    profile: Polygon
    at: Vec3


class Loft(Node):
    """A skin over two or more closed sections from low to high; `smooth` lays splines along it and around it."""

    op: Literal["loft"] = "loft"
    sections: Annotated[tuple[Section, ...], Field(min_length=2, max_length=100)]
    smooth: bool = True


class HeightField(Node):
    """Ground of `size` (x, z), `base` metres thick, its underside at y = 0, with hills by noise or by `heights`.

    Noise has `amplitude` and features of size `detail`; `heights` are rows (along z) of columns (along x), metres.
    """

    op: Literal["height_field"] = "height_field"
    size: tuple[Length, Length]
    base: Length = 0.05
    amplitude: Size = 0.1
    detail: Length = 0.5
    seed: int = 0
    heights: tuple[tuple[Size, ...], ...] | None = None
    cells: Annotated[int, Field(ge=2, le=256)] = 48


class Text(Node):
    """Letters in the XY plane, centred, `height` metres tall, `depth` thick, facing +Z."""

    op: Literal["text"] = "text"
    text: Annotated[str, Field(min_length=1, max_length=60)]
    height: Length
    depth: Length


class Hull(Node):
    """The convex hull of points: gems, rocks, roofs, wedges."""

    op: Literal["hull"] = "hull"
    points: Annotated[tuple[Vec3, ...], Field(min_length=4, max_length=2000)]


class Bone(Record):
    """A round cone from `a` with radius `ra` to `b` with radius `rb`; `a` = `b` is a ball."""

    a: Vec3
    b: Vec3
    ra: Length
    rb: Length


class Organic(Node):
    """Bones melted into one smooth body.

    `blend` is the radius of the fillets; `minus` bones are hollowed out; `cells` the grid along the longest side.
    """

    op: Literal["organic"] = "organic"
    bones: Annotated[tuple[Bone, ...], Field(min_length=1, max_length=200)]
    minus: Annotated[tuple[Bone, ...], Field(max_length=100)] = ()
    blend: Size = 0.03
    cells: Annotated[int, Field(ge=16, le=160)] = 72
