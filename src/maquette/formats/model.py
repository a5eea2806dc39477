"""`Model`: all that a file says of an object's surface: several materials, colours at corners, UVs outside of the unit square.

The asset that Maquette makes is simpler (`Mesh` with one `TextureSet`): `texture.model_appearance` turns a `Model` into a field that can be
baked onto any mesh.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

from maquette.geometry.mesh import Mesh
from maquette.texture.textures import TextureSet

Color = tuple[float, float, float]


@dataclass(frozen=True, eq=False)
class Material:
    """One glTF-like material: factors, each multiplied with its texture where there is one.

    Attributes:
        textures: maps of this material, or None for factors alone. Its `base_color` need not be square.
        base_color: sRGB-encoded factor in [0, 1].
        metallic, roughness: factors in [0, 1].
        emissive: sRGB-encoded factor.
        unlit: the base colour holds the light already.
    """

    name: str = ""
    textures: TextureSet | None = None
    base_color: Color = (1.0, 1.0, 1.0)
    metallic: float = 0.0
    roughness: float = 1.0
    emissive: Color = (0.0, 0.0, 0.0)
    unlit: bool = False


@dataclass(frozen=True, eq=False)
class Model:
    """A file's object.

    Attributes:
        mesh: vertices joined across seams; its UVs may lie outside of [0, 1], where textures repeat.
        materials: empty where the file says nothing of them.
        face_material: `(m,) int32`, row of `materials` for each of `mesh.faces`, -1 for none; None: all faces have material 0.
        colors: `(m, 3, 3) float32`, sRGB-encoded colour at each corner of `mesh.faces`, multiplied with the base colour; or None.
        extras: JSON-ready facts that the file holds.
        parts: names of the file's objects, or none.
        face_part: `(m,) int32`, row of `parts` for each face, or None.
    """

    mesh: Mesh
    materials: tuple[Material, ...] = ()
    face_material: NDArray[np.int32] | None = None
    colors: NDArray[np.float32] | None = None
    extras: Mapping[str, Any] = field(default_factory=dict)
    parts: tuple[str, ...] = ()
    face_part: NDArray[np.int32] | None = None

    @property
    def plain(self) -> bool:
        """It says nothing of its surface: neither materials nor colours."""
        return not self.materials and self.colors is None

    @property
    def textures(self) -> TextureSet | None:
        """The maps, if they are all that there is to say of the surface (one textured material, no factors, no colours), else None."""
        if len(self.materials) != 1 or self.colors is not None or self.mesh.uv is None:
            return None
        only = self.materials[0]
        maps = only.textures
        if maps is None or only.base_color != (1.0, 1.0, 1.0):
            return None
        if self.face_material is not None and self.face_material.any():
            return None
        uv = self.mesh.uv
        return maps if len(uv) and uv.min() > -1e-4 and uv.max() < 1 + 1e-4 else None
