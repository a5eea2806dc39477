"""`Draft`: collects the parts of one object while a family's function runs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from maquette.shapes.node import Node
from maquette.shapes.program import Limb, LimbKind, Origin, Part, Point, Program
from maquette.shapes.substances import substance

Point3 = tuple[float, float, float]


class Draft:
    """Parts with slots instead of materials.

    Args:
        extent: the object's longest side in metres, about.
        facets: most sides of a circle, for what has flat sides by nature.
    """

    def __init__(self, extent: float, facets: int | None = None) -> None:
        self.extent = extent
        self.facets = facets
        self.parts: list[Part] = []
        self.points: dict[str, Point] = {}
        self.limbs: list[Limb] = []

    def add(self, name: str, solid: Node, slot: str, *, group: str | None = None, limb: str | None = None) -> None:
        """One part: `name` is unique ("wheel_1"), `slot` the role of its material."""
        self.parts.append(Part(name=name, solid=solid.as_solid(), material=slot, group=group, limb=limb))

    def point(
        self, name: str, at: Point3, up: Point3 = (0, 1, 0), front: Point3 = (0, 0, 1), size: float | None = None
    ) -> None:
        """A place where other things can be put: "top", "head" (hats, crowns), "hand_right", "hand_left" (what is held: up is the direction
        that a held stick points in), "back", "seat", "front"; `size`: how large a thing fits (width of a head, thickness of a grip).
        """
        self.points[name] = Point(at=at, up=up, front=front, size=size)

    def limb(self, kind: LimbKind, joints: Sequence[Point3]) -> None:
        """A bone chain from the body outward; arms and legs let T and A poses work."""
        self.limbs.append(Limb(kind=kind, joints=tuple(joints)))

    def program(self, name: str, substances: Mapping[str, str], origin: Origin, floats: bool) -> Program:
        """All of it, with a material for every slot."""
        used = {p.material for p in self.parts}
        return Program(
            name=name,
            parts=tuple(self.parts),
            materials={s: substance(w) for s, w in substances.items() if s in used},
            points=self.points,
            limbs=tuple(self.limbs),
            extent=self.extent,
            facets=self.facets,
            floats=floats,
            origin=origin,
        )
