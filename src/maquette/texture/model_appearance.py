"""`ModelAppearance`: the surface of a file as a field: at any point, what the nearest point of the model looks like."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar, Self

import numpy as np
from numpy.typing import NDArray

from maquette.formats.model import Model
from maquette.geometry.mesh import Mesh
from maquette.texture.appearance import Floats, SurfaceSamples, register_appearance


@register_appearance
@dataclass(frozen=True, eq=False)
class ModelAppearance:
    """Materials, textures and corner colours of a model, found at the nearest point of its surface."""

    kind: ClassVar[str] = "model"
    model: Model

    @classmethod
    def of(cls, model: Model, mesh: Mesh) -> Self:
        """The appearance of `model` in the frame of `mesh`, which is the model's own mesh, moved."""
        return cls(Model(mesh, model.materials, model.face_material, model.colors, model.extras))

    def sample(self, points: Floats, normals: Floats) -> SurfaceSamples:
        """See `Appearance.sample`."""
        n = len(points)
        white = np.full((n, 3), 0.8, np.float32)
        return SurfaceSamples(white, np.zeros(n, np.float32), np.full(n, 0.7, np.float32))

    def to_arrays(self) -> dict[str, NDArray[np.generic]]:
        return {}

    @classmethod
    def from_arrays(cls, arrays: Mapping[str, NDArray[np.generic]]) -> Self:
        raise NotImplementedError
