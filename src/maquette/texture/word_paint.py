"""`WordPaint`: a mesh painted with the looks that a prompt names, each with a little of the variation that its material has.

Several looks go to separate parts: the largest part gets the first look, the next ones the others in turn. A mesh without enough parts that
count is divided by height: the first look has the larger, lower share.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar, Self, get_args

import numpy as np
from numpy.typing import NDArray

from maquette.formats.model import Model
from maquette.geometry.clean import extent
from maquette.geometry.mesh import Mesh
from maquette.geometry.topology import vertex_components
from maquette.texture.appearance import Floats, SurfaceSamples, register_appearance
from maquette.texture.model_appearance import ModelAppearance
from maquette.texture.noise import fractal_noise, value_noise
from maquette.texture.words import Look, Pattern, Words

Ints = NDArray[np.int32]
PATTERNS: tuple[Pattern, ...] = get_args(Pattern)
FIRST_SHARE = 0.62
"""Share of the height that the first of several looks has on a mesh that is divided by height."""
LEAST_PART = 0.02
"""Share of the surface that a part must have to count."""
PLAIN = Look((0.72, 0.72, 0.72), 0.0, 0.65, "smooth", ())


@register_appearance
@dataclass(frozen=True, eq=False)
class WordPaint:
    """Looks on parts or bands of a mesh.

    Attributes:
        mesh: in its own frame.
        part: `(m,) int32`, part of each face.
        looks: `(k, 6) float32`: sRGB colour, metallic, roughness, index in `PATTERNS`.
        bands: `(k - 1,) float32`, heights that divide the looks; empty where parts do.
        frame: `(5,) float32`: longest side, middle of the box (x, y, z), axis of the grain.
        seed: of the variation.
    """

    kind: ClassVar[str] = "word_paint"
    mesh: Mesh
    part: Ints
    looks: Floats
    bands: Floats
    frame: Floats
    seed: int

    def __post_init__(self) -> None:
        object.__setattr__(self, "_surface", ModelAppearance(Model(Mesh(self.mesh.vertices, self.mesh.faces))))

    @property
    def triangles(self) -> Ints:
        """See `SurfaceAppearance`."""
        return self.mesh.faces

    def sample(self, points: Floats, normals: Floats) -> SurfaceSamples:
        """See `Appearance.sample`."""
        surface: ModelAppearance = self._surface  # type: ignore[attr-defined]
        if len(self.bands) or not self.part.any():
            return self._painted(points, np.zeros(len(points), np.int32))
        triangle, _, _ = surface.locate(points, normals)
        return self._painted(points, self.part[triangle])

    def sample_at(self, triangle: Ints, v: Floats, w: Floats) -> SurfaceSamples:
        """See `SurfaceAppearance.sample_at`."""
        corner = self.mesh.vertices[self.mesh.faces[np.maximum(triangle, 0)]]
        points = corner[:, 0] * (1 - v - w)[:, None] + corner[:, 1] * v[:, None] + corner[:, 2] * w[:, None]
        return self._painted(points, self.part[np.maximum(triangle, 0)])

    def _painted(self, points: Floats, part: Ints) -> SurfaceSamples:
        index = part % len(self.looks)
        size = float(self.frame[0])
        unit = ((points - self.frame[1:4]) / np.float32(size)).astype(np.float32)
        if len(self.bands):
            wave = 0.006 * size * (value_noise(unit * np.float32(9), self.seed) - 0.5)
            index = np.searchsorted(self.bands, points[:, 1] + wave).astype(np.int32)
        look = self.looks[index]
        base, metallic, roughness = look[:, :3].copy(), look[:, 3].copy(), look[:, 4].copy()
        for code in np.unique(look[:, 5]):
            rows = np.flatnonzero(look[:, 5] == code)
            shade, rough = pattern(PATTERNS[int(code)], unit[rows], int(self.frame[4]), self.seed)
            base[rows] *= shade[:, None]
            roughness[rows] += rough
        return SurfaceSamples(np.clip(base, 0, 1), metallic, np.clip(roughness, 0.04, 1))

    def to_arrays(self) -> dict[str, NDArray[np.generic]]:
        return {
            "vertices": self.mesh.vertices,
            "faces": self.mesh.faces,
            "part": self.part,
            "looks": self.looks,
            "bands": self.bands,
            "frame": self.frame,
            "seed": np.array(self.seed, np.int64),
        }

    @classmethod
    def from_arrays(cls, arrays: Mapping[str, NDArray[np.generic]]) -> Self:
        mesh = Mesh(np.asarray(arrays["vertices"], np.float32), np.asarray(arrays["faces"], np.int32))
        looks, bands, frame = (np.asarray(arrays[k], np.float32) for k in ("looks", "bands", "frame"))
        return cls(
            mesh, np.asarray(arrays["part"], np.int32), looks, bands, frame, int(np.asarray(arrays["seed"], np.int64))
        )


def pattern(name: Pattern, unit: Floats, axis: int, seed: int) -> tuple[Floats, Floats]:
    """Factor of the sRGB colour and addition to the roughness, both `(n,)`, at points in units of the object's longest side."""
    if name == "wood":
        q = unit.copy()
        q[:, axis] *= np.float32(0.1)
        warp = fractal_noise(q * np.float32(6), seed) - np.float32(0.5)
        across = [k for k in range(3) if k != axis]
        radius = np.hypot(q[:, across[0]] + 0.37, q[:, across[1]] * 1.2 + 0.21) + np.float32(0.08) * warp
        ring = (radius * np.float32(26)) % 1
        fine = value_noise(np.asarray(unit * np.where(np.arange(3) == axis, 12, 160), np.float32), seed + 1)
        shade = 1.08 - 0.26 * ring * ring - 0.14 * fine
        return shade.astype(np.float32), (0.12 * (fine - 0.5)).astype(np.float32)
    if name == "stone":
        coarse = fractal_noise(unit * np.float32(7), seed) - np.float32(0.5)
        fine = value_noise(unit * np.float32(120), seed + 1) - np.float32(0.5)
        return (1 + 0.32 * coarse + 0.14 * fine).astype(np.float32), (0.2 * coarse).astype(np.float32)
    if name == "cloth":
        weave = 2 * value_noise(unit * np.float32(170), seed + 2) - 1
        broad = fractal_noise(unit * np.float32(10), seed) - np.float32(0.5)
        return (1 + 0.05 * weave + 0.1 * broad).astype(np.float32), np.zeros(len(unit), np.float32)
    if name == "leather":
        grain = fractal_noise(unit * np.float32(55), seed) - np.float32(0.5)
        broad = fractal_noise(unit * np.float32(5), seed + 1) - np.float32(0.5)
        return (1 + 0.22 * grain + 0.14 * broad).astype(np.float32), (-0.25 * grain).astype(np.float32)
    if name == "metal":
        smear = fractal_noise(unit * np.float32(9), seed) - np.float32(0.5)
        return (1 + 0.05 * smear).astype(np.float32), (0.16 * smear).astype(np.float32)
    if name == "rough":
        dust = fractal_noise(unit * np.float32(24), seed) - np.float32(0.5)
        return (1 + 0.14 * dust).astype(np.float32), (0.08 * dust).astype(np.float32)
    broad = fractal_noise(unit * np.float32(4), seed) - np.float32(0.5)
    return (1 + 0.03 * broad).astype(np.float32), (0.05 * broad).astype(np.float32)


def paint_from_words(mesh: Mesh, words: Words, seed: int) -> WordPaint:
    """Paint `mesh` with the looks of a prompt; without any it gets a plain grey."""
    looks = words.looks or (PLAIN,)
    table = np.array([[*k.color, k.metallic, k.roughness, PATTERNS.index(k.pattern)] for k in looks], np.float32)
    _, label = vertex_components(mesh.faces, len(mesh.vertices))
    _, part = np.unique(label[mesh.faces[:, 0]], return_inverse=True)
    area = np.bincount(part, np.linalg.norm(mesh.face_normals(), axis=1))
    order = np.argsort(-area, kind="stable")
    rank = np.empty(len(order), np.int32)
    rank[order] = np.arange(len(order))
    bands = np.zeros(0, np.float32)
    low, high = mesh.bounds
    if len(looks) > 1 and (area > LEAST_PART * area.sum()).sum() < len(looks):
        rest = (1 - FIRST_SHARE) / (len(looks) - 1)
        share = FIRST_SHARE + rest * np.arange(len(looks) - 1)
        bands = (low[1] + share * (high[1] - low[1])).astype(np.float32)
    axis = int(np.argmax(high - low))
    frame = np.array([extent(mesh.vertices), *(low + high) / 2, axis], np.float32)
    return WordPaint(mesh, rank[part].astype(np.int32), table, bands, frame, seed)
