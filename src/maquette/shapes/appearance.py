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
from maquette.texture.surface import normalised

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
    _table: Floats = field(init=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_surface", ModelAppearance(Model(self.mesh)))
        own = self.mesh.corner_normals
        normals = self.mesh.vertex_normals()[self.mesh.faces] if own is None else own
        object.__setattr__(self, "_corner", normals)
        first, second, third = (
            np.concatenate([self.mesh.vertices[self.mesh.faces[:, k]], normals[:, k]], axis=1) for k in range(3)
        )
        object.__setattr__(self, "_table", np.stack([first.T, (second - first).T, (third - first).T], axis=1))

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

    @property
    def has_normals(self) -> bool:
        """See `SurfaceAppearance`."""
        return True

    def sample(self, points: Floats, normals: Floats) -> SurfaceSamples:
        """See `Appearance.sample`."""
        triangle, v, w = self._surface.locate(points, normals)
        return self._evaluate(triangle, points, self._at(triangle, v, w)[1])

    def sample_at(self, triangle: Ints, v: Floats, w: Floats) -> SurfaceSamples:
        """See `SurfaceAppearance.sample_at`."""
        points, normals = self._at(triangle, v, w)
        return self._evaluate(triangle, points, normals)

    def _at(self, triangle: Ints, v: Floats, w: Floats) -> tuple[Floats, Floats]:
        """Places and smooth normals with the creases of the solid, `(n, 3)` each."""
        index = np.maximum(triangle, 0)
        out, part = np.empty((6, len(index)), np.float32), np.empty(len(index), np.float32)
        for row, (corner, along, across) in zip(out, self._table, strict=True):
            np.take(corner, index, out=row, mode="clip")
            for edge, weight in ((along, v), (across, w)):
                np.take(edge, index, out=part, mode="clip")
                part *= weight
                row += part
        return out[:3].T, normalised(out[3:].T)

    def _evaluate(self, triangle: Ints, points: Floats, normals: Floats) -> SurfaceSamples:
        triangle = np.maximum(triangle, 0)
        owner, seed = self.face_material[triangle], self.face_seed[triangle]
        here = np.flatnonzero(np.bincount(owner, minlength=len(self.materials)))
        if len(here) == 1:
            return self._whole(evaluate(self.materials[here[0]], points, normals, seed, self.extent), normals)
        n = len(points)
        base, relief = np.empty((3, n), np.float32), normals.T.copy()
        glow = np.zeros((3, n), np.float32) if self._glows else None
        metallic, roughness = np.empty(n, np.float32), np.empty(n, np.float32)
        for i in here:
            rows = np.flatnonzero(owner == i)
            s = evaluate(self.materials[i], _rows(points, rows), _rows(normals, rows), seed[rows], self.extent)
            metallic[rows], roughness[rows] = s.metallic, s.roughness
            for whole, found in ((base, s.base_color), (glow, s.emissive), (relief, s.normal)):
                if whole is not None and found is not None:
                    for k in range(3):
                        whole[k, rows] = found[:, k]
        return SurfaceSamples(base.T, metallic, roughness, None if glow is None else glow.T, relief.T)

    def _whole(self, samples: SurfaceSamples, normals: Floats) -> SurfaceSamples:
        """Of one material alone, with the light that others have, and a normal."""
        glow = np.zeros_like(samples.base_color) if self._glows and samples.emissive is None else samples.emissive
        relief = normals if samples.normal is None else samples.normal
        return SurfaceSamples(samples.base_color, samples.metallic, samples.roughness, glow, relief)

    @property
    def _glows(self) -> bool:
        return any(m.emissive for m in self.materials)

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


def _rows(array: Floats, rows: NDArray[np.int64]) -> Floats:
    """Some rows of `(n, 3)`, in Fortran order."""
    return np.stack([array[:, k].take(rows) for k in range(3)]).T
