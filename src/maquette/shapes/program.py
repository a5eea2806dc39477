"""`Program`: named parts with materials, that together are one object."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Field

from maquette.shapes._link import MODULES
from maquette.shapes.material import Material
from maquette.shapes.node import Length, Record, Vec3
from maquette.shapes.solids import Solid

Name = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]{0,63}$")]
LimbKind = Literal[
    "arm_left",
    "arm_right",
    "leg_left",
    "leg_right",
    "wing_left",
    "wing_right",
    "tail",
    "neck",
    "spine",
    "head",
    "finger",
]
MAX_PARTS = 400


class Point(Record):
    """A place where something else can be put: on a head, in a hand, on top.

    Attributes:
        at: metres.
        up: direction that the other thing's +Y takes.
        front: direction that the other thing's +Z takes.
        size: how large a thing fits there, metres: the diameter of a head, the thickness of a grip.
    """

    at: Vec3
    up: Vec3 = (0.0, 1.0, 0.0)
    front: Vec3 = (0.0, 0.0, 1.0)
    size: Length | None = None


class Attach(Record):
    """Moves and turns a part so that its own point `own` meets the point `at` of part `to`."""

    to: Name
    at: Name
    own: Name


class Part(Record):
    """One named piece with one material. `group` gathers pieces that people see as one ("left arm" of hand, forearm, upper arm).

    Attributes:
        name: unique in the program; plain words joined by "_": "seat", "leg_1", "wheel_front_left".
        points: named places on it, in its own frame before it is attached.
        limb: the limb of the skeleton that it moves with.
    """

    name: Name
    solid: Solid
    material: Name
    group: Name | None = None
    points: dict[Name, Point] = Field(default_factory=dict)
    attach: Attach | None = None
    limb: Name | None = None


class Limb(Record):
    """A bone chain of the skeleton, from the joint at the body outward, metres."""

    kind: LimbKind
    joints: Annotated[tuple[Vec3, ...], Field(min_length=2, max_length=8)]


class Origin(Record):
    """What made the program: the family with its values, so that it can be changed and made anew."""

    family: str
    values: dict[str, Any] = Field(default_factory=dict)
    style: str | None = None
    seed: int = 0


class Program(Record):
    """One object.

    Attributes:
        maquette_shapes: version of the language.
        name: what it is.
        parts: in order; a later part may attach itself to an earlier one.
        materials: by name.
        points: named places where other things can be put on the whole.
        limbs: skeleton hints.
        extent: longest side in metres, about; curves are cut into as many pieces as that size needs.
        facets: at most so many sides of a full circle, for a low-poly look; None for smooth.
        floats: its parts need not touch.
        origin: see `Origin`.
    """

    maquette_shapes: Literal[1] = 1
    name: Annotated[str, Field(min_length=1, max_length=200)]
    parts: Annotated[tuple[Part, ...], Field(min_length=1, max_length=MAX_PARTS)]
    materials: dict[Name, Material]
    points: dict[Name, Point] = Field(default_factory=dict)
    limbs: tuple[Limb, ...] = ()
    extent: Length = 1.0
    facets: Annotated[int, Field(ge=3, le=64)] | None = None
    floats: bool = False
    origin: Origin | None = None

    def to_json(self) -> dict[str, Any]:
        """JSON-ready, without what has its usual value."""
        return {"maquette_shapes": 1} | self.model_dump(mode="json", exclude_defaults=True)


Part.model_rebuild(_types_namespace=MODULES)
Program.model_rebuild(_types_namespace=MODULES)
