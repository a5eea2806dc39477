"""Solids made of solids."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from maquette.shapes.node import Length, Node
from maquette.shapes.solids import Solid

Many = Annotated[tuple[Solid, ...], Field(min_length=1, max_length=1000)]


class Union(Node):
    """All of them, joined."""

    op: Literal["union"] = "union"
    of: Many


class Difference(Node):
    """`of` without any of `minus`."""

    op: Literal["difference"] = "difference"
    of: Solid
    minus: Many


class Intersection(Node):
    """What all of them share."""

    op: Literal["intersection"] = "intersection"
    of: Many


class SoftUnion(Node):
    """All of them, joined with fillets of about `radius` metres."""

    op: Literal["soft_union"] = "soft_union"
    radius: Length
    of: Many


class SoftDifference(Node):
    """`of` without `minus`, the new edges rounded by about `radius` metres."""

    op: Literal["soft_difference"] = "soft_difference"
    radius: Length
    of: Solid
    minus: Many
