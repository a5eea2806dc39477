"""`ProgramAppearance`: the materials of a program as a field over the surface of its fused solid."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import ClassVar, Self

import numpy as np
from numpy.typing import NDArray

from maquette.formats.model import Model
from maquette.geometry.mesh import Mesh
from maquette.shapes.compile import Compiled
from maquette.shapes.material import Material
from maquette.shapes.patterns import evaluate
from maquette.texture.appearance import Floats, SurfaceSamples, register_appearance
from maquette.texture.model_appearance import ModelAppearance

Ints = NDArray[np.int32]


@register_appearance
@dataclass(frozen=True, eq=False)
class ProgramAppearance:
    """A `SurfaceAppearance` of materials that vary by pattern.

    Attributes:
        mesh: the fused solid.
        face_material: `(m,) int32`, index in `materials`.
        face_seed: `(m,) int32`, number of the part: patterns of two parts differ.
        materials: in order.
        extent: longest side, metres; patterns without a scale follow it.
    """

    kind: ClassVar[str] = "program"
    mesh: Mesh
    face_material: Ints
    face_seed: Ints
    materials: tuple[Material, ...]
    extent: float
    _surface: ModelAppearance = field(init=False, repr=False)
    _corner: Floats = field(init=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_surface", ModelAppearance(Model(self.mesh)))
        own = self.mesh.corner_normals
        object.__setattr__(self, "_corner", self.mesh.vertex_normals()[self.mesh.faces] if own is None else own)

    @classmethod
    def of(cls, compiled: Compiled) -> Self:
        """The appearance of a compiled program, in its frame."""
        names = list(compiled.program.materials)
        of_part = np.array([names.index(p.part.material) for p in compiled.parts], np.int32)
        owner = compiled.face_part
        materials = tuple(compiled.program.materials.values())
        return cls(compiled.fused, of_part[owner], owner, materials, compiled.program.extent)

    @property
    def triangles(self) -> Ints:
        """See `SurfaceAppearance`."""
        return self.mesh.faces

    def sample(self, points: Floats, normals: Floats) -> SurfaceSamples:
        """See `Appearance.sample`."""
        triangle, v, w = self._surface.locate(points, normals)
        return self._evaluate(triangle, points, self._normals(triangle, v, w))

    def sample_at(self, triangle: Ints, v: Floats, w: Floats) -> SurfaceSamples:
        """See `SurfaceAppearance.sample_at`."""
        corners = self.mesh.vertices[self.mesh.faces[np.maximum(triangle, 0)]]
        points = (
            corners[:, 0] + v[:, None] * (corners[:, 1] - corners[:, 0]) + w[:, None] * (corners[:, 2] - corners[:, 0])
        )
        return self._evaluate(triangle, points.astype(np.float32), self._normals(triangle, v, w))

    def _normals(self, triangle: Ints, v: Floats, w: Floats) -> Floats:
        """Smooth normals with the creases of the solid, `(n, 3)`."""
        corner = self._corner[np.maximum(triangle, 0)]
        n = corner[:, 0] * (1 - v - w)[:, None] + corner[:, 1] * v[:, None] + corner[:, 2] * w[:, None]
        n /= np.maximum(np.sqrt(np.einsum("nk,nk->n", n, n)), 1e-12)[:, None]
        return np.asarray(n, np.float32)

    def _evaluate(self, triangle: Ints, points: Floats, normals: Floats) -> SurfaceSamples:
        n = len(points)
        triangle = np.maximum(triangle, 0)
        base, metallic, roughness = np.ones((n, 3), np.float32), np.zeros(n, np.float32), np.ones(n, np.float32)
        glow = np.zeros((n, 3), np.float32) if any(m.emissive for m in self.materials) else None
        relief = normals.copy() if any(m.relief and m.pattern != "plain" for m in self.materials) else None
        owner, seed = self.face_material[triangle], self.face_seed[triangle]
        for i, material in enumerate(self.materials):
            rows = np.flatnonzero(owner == i)
            if not len(rows):
                continue
            s = evaluate(material, points[rows], normals[rows], seed[rows], self.extent)
            base[rows], metallic[rows], roughness[rows] = s.base_color, s.metallic, s.roughness
            if glow is not None and s.emissive is not None:
                glow[rows] = s.emissive
            if relief is not None and s.normal is not None:
                relief[rows] = s.normal
        return SurfaceSamples(base, metallic, roughness, glow, relief)

    def to_arrays(self) -> dict[str, NDArray[np.generic]]:
        return {
            "vertices": self.mesh.vertices,
            "faces": self.mesh.faces,
            "corner_normals": self._corner,
            "face_material": self.face_material,
            "face_seed": self.face_seed,
            "materials": np.array(json.dumps([m.model_dump() for m in self.materials])),
            "extent": np.array(self.extent),
        }

    @classmethod
    def from_arrays(cls, arrays: Mapping[str, NDArray[np.generic]]) -> Self:
        materials = tuple(Material(**m) for m in json.loads(str(arrays["materials"])))
        return cls(
            Mesh(
                np.asarray(arrays["vertices"], np.float32),
                np.asarray(arrays["faces"], np.int32),
                corner_normals=np.asarray(arrays["corner_normals"], np.float32),
            ),
            np.asarray(arrays["face_material"], np.int32),
            np.asarray(arrays["face_seed"], np.int32),
            materials,
            float(arrays["extent"]),
        )
