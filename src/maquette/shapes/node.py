"""`Node`: what every solid of the language has in common, with the operations that read as a sentence: `box(1, 1, 1).move(y=0.5)`.

Metres; Y up; the front of an object looks along +Z; its own left is +X. Angles in degrees, counter-clockwise seen from the tip of the axis.
"""

from __future__ import annotations

from math import fmod
from typing import TYPE_CHECKING, Annotated, Any, Literal, cast

from pydantic import BaseModel, ConfigDict, Field, SerializerFunctionWrapHandler, model_serializer

if TYPE_CHECKING:
    from maquette.shapes.solids import Solid

Axis = Literal["x", "y", "z"]
Number = Annotated[float, Field(allow_inf_nan=False, ge=-1e4, le=1e4)]
Length = Annotated[float, Field(allow_inf_nan=False, gt=0, le=1e4)]
Size = Annotated[float, Field(allow_inf_nan=False, ge=0, le=1e4)]
Vec2 = tuple[Number, Number]
Vec3 = tuple[Number, Number, Number]
Polygon = Annotated[tuple[Vec2, ...], Field(min_length=3, max_length=2000)]


class Record(BaseModel):
    """Frozen, strict about names; what every piece of a program is made of."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Node(Record):
    """A solid. Subclasses have an `op` that names them in JSON."""

    def as_solid(self) -> Solid:
        """The same, as the union that fields are typed with."""
        return cast("Solid", self)

    def move(self, x: float = 0, y: float = 0, z: float = 0) -> Node:
        """Shifted, metres."""
        from maquette.shapes import transforms as t

        return t.Move(by=(x, y, z), of=self.as_solid())

    def rotate(self, x: float = 0, y: float = 0, z: float = 0) -> Node:
        """Turned about the origin, degrees, about X first, then Y, then Z."""
        from maquette.shapes import transforms as t

        return t.Rotate(degrees=(fmod(x, 360), fmod(y, 360), fmod(z, 360)), of=self.as_solid())

    def scale(self, x: float, y: float | None = None, z: float | None = None) -> Node:
        """Scaled about the origin; one number scales all three."""
        from maquette.shapes import transforms as t

        return t.Scale(by=(x, x if y is None else y, x if z is None else z), of=self.as_solid())

    def mirror(self, axis: Axis = "x") -> Node:
        """The mirror image alone."""
        from maquette.shapes import transforms as t

        return t.Mirror(axis=axis, both=False, of=self.as_solid())

    def mirrored(self, axis: Axis = "x") -> Node:
        """Itself and its mirror image: pairs of legs, wings, wheels."""
        from maquette.shapes import transforms as t

        return t.Mirror(axis=axis, both=True, of=self.as_solid())

    def repeat(self, count: int, x: float = 0, y: float = 0, z: float = 0) -> Node:
        """A row of copies, each a step further; the first stays."""
        from maquette.shapes import transforms as t

        return t.Repeat(count=count, step=(x, y, z), of=self.as_solid())

    def around(self, count: int, axis: Axis = "y", degrees: float = 360) -> Node:
        """Copies turned about an axis through the origin, spread over `degrees` (a full circle repeats no end)."""
        from maquette.shapes import transforms as t

        return t.Around(count=count, axis=axis, degrees=degrees, of=self.as_solid())

    def bent(self, degrees: float, axis: Axis = "y", toward: Axis = "z") -> Node:
        """Bent as a whole by `degrees` along `axis` toward another one; its lower end stays."""
        from maquette.shapes import deformations as d

        return d.Bend(degrees=degrees, axis=axis, toward=toward, of=self.as_solid())

    def twisted(self, degrees: float, axis: Axis = "y") -> Node:
        """Twisted by `degrees` from its lower to its upper end."""
        from maquette.shapes import deformations as d

        return d.Twist(degrees=degrees, axis=axis, of=self.as_solid())

    def tapered(self, x: float, z: float | None = None, axis: Axis = "y") -> Node:
        """Its upper end scaled by (x, z) across the axis, its lower end as it is."""
        from maquette.shapes import deformations as d

        return d.Taper(by=(x, x if z is None else z), axis=axis, of=self.as_solid())

    def roughened(self, amplitude: float, size: float, seed: int = 0, octaves: int = 3) -> Node:
        """Its surface moved in and out by noise of `size` metres, at most `amplitude` metres: rock, bark, damage."""
        from maquette.shapes import deformations as d

        return d.Roughen(amplitude=amplitude, size=size, seed=seed, octaves=octaves, of=self.as_solid())

    def rounded(self, rounds: int = 1) -> Node:
        """Subdivided and smoothed `rounds` times: hard solids become soft ones."""
        from maquette.shapes import deformations as d

        return d.Subdivide(rounds=rounds, of=self.as_solid())

    def soft_union(self, *others: Node, radius: float) -> Node:
        """Joined with a fillet of about `radius` metres."""
        from maquette.shapes import booleans as b

        return b.SoftUnion(radius=radius, of=tuple(o.as_solid() for o in (self, *others)))

    def __add__(self, other: Node) -> Node:
        from maquette.shapes import booleans as b

        first = self.of if isinstance(self, b.Union) and len(self.of) < 900 else (self.as_solid(),)
        return b.Union(of=(*first, other.as_solid()))

    def __sub__(self, other: Node) -> Node:
        from maquette.shapes import booleans as b

        return b.Difference(of=self.as_solid(), minus=(other.as_solid(),))

    def __and__(self, other: Node) -> Node:
        from maquette.shapes import booleans as b

        return b.Intersection(of=(self.as_solid(), other.as_solid()))

    @model_serializer(mode="wrap")
    def _with_op(self, handler: SerializerFunctionWrapHandler) -> dict[str, Any]:
        # Whoever leaves out what has its usual value must still be told the kind.
        fields: dict[str, Any] = handler(self)
        return {"op": self.op} | fields  # type: ignore[attr-defined]
