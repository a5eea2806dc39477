"""`Material`: what a part is made of, as a program says it."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from maquette.shapes.node import Length, Record

PatternKind = Literal[
    "plain", "noise", "wood", "planks", "bark", "brick", "tiles", "stone", "marble", "concrete", "metal", "brushed", "panels",
    "rust", "fabric", "knit", "leather", "leaf", "grass", "fur", "scales", "feathers", "skin", "spots", "stripes", "checker",
    "gradient", "ice", "crystal", "plastic",
]  # fmt: skip
Share = Annotated[float, Field(ge=0, le=1, allow_inf_nan=False)]
Color = Annotated[str, Field(pattern=r"^#[0-9a-fA-F]{6}$")]


class Material(Record):
    """Colours are sRGB, "#rrggbb".

    Attributes:
        color: base colour.
        second: the other colour of the pattern; None takes a darker shade of `color`.
        metallic, roughness: as in glTF.
        emissive: colour of its light, or None.
        pattern: how colour, roughness and relief vary over the surface, procedurally, in metres.
        scale: size of the pattern's features in metres, or None for one that fits the object.
        contrast: strength of the pattern.
        wear: scratches, chips and dirt on what sticks out and in crevices.
        relief: strength of the pattern's relief in the normal map.
    """

    color: Color = "#b0b0b0"
    second: Color | None = None
    metallic: Share = 0.0
    roughness: Share = 0.6
    emissive: Color | None = None
    pattern: PatternKind = "plain"
    scale: Length | None = None
    contrast: Share = 0.5
    wear: Share = 0.0
    relief: Share = 0.5
