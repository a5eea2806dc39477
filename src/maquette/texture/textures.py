"""`TextureSet`: the pictures of one glTF metallic-roughness material."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Pixels = NDArray[np.uint8]


@dataclass(frozen=True, eq=False)
class TextureSet:
    """Square textures, row 0 at the top of the picture (v = 1 of `Mesh.uv`).

    Attributes:
        base_color: `(s, s, 3) uint8`, sRGB.
        orm: `(s, s, 3) uint8`, linear: red = ambient occlusion, green = roughness, blue = metallic; None for an unlit material.
        normal: `(s, s, 3) uint8`, linear tangent-space normals (MikkTSpace, +Y up), or None.
        emissive: `(s, s, 3) uint8`, sRGB, or None.
        unlit: the base colour already holds the light ("Shaded"); viewers must not light it again.
    """

    base_color: Pixels
    orm: Pixels | None = None
    normal: Pixels | None = None
    emissive: Pixels | None = None
    unlit: bool = False
