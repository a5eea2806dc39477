"""`BakeJob`: the colour, material and relief of a chunk of texels."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from maquette.texture.appearance import Appearance, SurfaceAppearance, SurfaceSamples
from maquette.texture.light_bake import Shadow, irradiance, lit_colors
from maquette.texture.occlusion import Occlusion
from maquette.texture.rest import RestPose
from maquette.texture.surface import Projection, SourceSurface, SurfacePoints, SurfaceTable, normalised, tangent_space

Floats = NDArray[np.float32]
Pixels = NDArray[np.uint8]
Matrix = NDArray[np.float64]

Maps = tuple[Pixels | None, Pixels | None, Pixels | None, Pixels | None, Pixels | None]
"""Base colour, ORM, normal, emissive, shaded colour; each `(n, 3) uint8`."""


@dataclass(frozen=True, eq=False)
class BakeJob:
    """All that a chunk of texels needs; several threads read it, and each takes texels of its own out of `owner` that show no surface."""

    table: SurfaceTable
    owner: NDArray[np.int32]
    sky: Occlusion | None
    key: Shadow | None
    source: SourceSurface | None
    rest: RestPose | None
    appearance: Appearance
    on_source: bool
    to_engine: Matrix
    pbr: bool
    shaded: bool
    light: float

    def run(self, texels: NDArray[np.int64]) -> Maps:
        triangle = self.owner[texels]
        at = self.table.at(texels, triangle)
        s, detail = self._sample(texels, at)
        base = _bytes(s.base_color)
        emissive = None if s.emissive is None else _bytes(s.emissive)
        normal = None if at.tangent is None else _bytes(tangent_space(at, detail) * np.float32(0.5) + np.float32(0.5))
        open_ = None if self.sky is None else self.sky(triangle, at.v, at.w)
        colour = self._lit(base, emissive, detail, triangle, at.v, at.w, open_) if self.shaded else None
        if not self.pbr:
            return None, None, normal, None, colour
        orm = np.empty((len(texels), 3), np.uint8)
        orm[:, 0] = 255 if open_ is None else _bytes(open_)
        orm[:, 1] = _bytes(s.roughness)
        orm[:, 2] = _bytes(s.metallic)
        return base, orm, normal, emissive, colour

    def _sample(self, texels: NDArray[np.int64], at: SurfacePoints) -> tuple[SurfaceSamples, Floats]:
        """The field at points of the mesh, and the detail's unit normals in the asset's frame."""
        point, detail = at.position, at.normal
        if self.source is None and self.rest is not None:
            none = np.full(len(point), -1, np.int32)
            nothing = np.zeros(len(point), np.float32)
            return self.appearance.sample(*self.rest.unposed(Projection(point, detail, none, nothing, nothing))), detail
        if self.source is None:
            s = self.appearance.sample(*to_frame(point, detail, self.to_engine))
        elif (
            self.on_source
            and self.rest is None
            and isinstance(self.appearance, SurfaceAppearance)
            and self.appearance.has_normals
        ):
            triangle, u, v = self.source.locate(point, detail)
            s = self._with_lost(self.appearance.sample_at(triangle, u, v), texels, triangle, at, point, detail)
        else:
            found = self.source.project(point, detail)
            point, detail = found.point, found.normal
            if self.rest is not None:
                # The field's own fine normals would have to turn with each limb; the source's relief stays.
                return self.appearance.sample(*self.rest.unposed(found)), detail
            if self.on_source:
                assert isinstance(self.appearance, SurfaceAppearance)
                s = self.appearance.sample_at(found.triangle, found.u, found.v)
                s = self._with_lost(s, texels, found.triangle, at, point, detail)
            else:
                s = self.appearance.sample(*to_frame(point, detail, self.to_engine))
        if s.normal is not None:
            # Normals go by the inverse transpose, so those of the engine's frame come back by the transpose.
            turn = self.to_engine[:3, :3]
            same = np.allclose(turn, turn[0, 0] * np.eye(3), atol=1e-6 * abs(turn[0, 0])) and turn[0, 0] > 0
            detail = s.normal if same else normalised(s.normal @ turn.astype(np.float32))
        return s, detail

    def _with_lost(
        self,
        samples: SurfaceSamples,
        texels: NDArray[np.int64],
        triangle: NDArray[np.int32],
        at: SurfacePoints,
        point: Floats,
        detail: Floats,
    ) -> SurfaceSamples:
        """The samples, with those of texels that found no `triangle` of the source by the nearest point."""
        lost = self._left_to_the_fill(texels, np.flatnonzero(triangle < 0), at)
        if not len(lost):
            return samples
        return _with_rows(samples, lost, self.appearance.sample(*to_frame(point[lost], detail[lost], self.to_engine)))

    def _left_to_the_fill(
        self, texels: NDArray[np.int64], missed: NDArray[np.int64], at: SurfacePoints
    ) -> NDArray[np.int64]:
        """Of the rows that `missed` the source those that must be searched for. The fill continues the chart over the others: beside a
        sharp edge, where the plane of a triangle leads away from the solid, and where most of a triangle is found.
        """
        if not len(missed):
            return missed
        triangle = self.owner[texels]
        lost_of, of = (np.bincount(triangle[rows], minlength=int(triangle.max()) + 1) for rows in (missed, slice(None)))
        v, w = at.v[missed], at.w[missed]
        left = (v < 0) | (w < 0) | (v + w > 1) | (2 * lost_of < of)[triangle[missed]]
        self.owner[texels[missed[left]]] = -1
        return missed[~left]

    def _lit(
        self,
        base: Pixels,
        emissive: Pixels | None,
        detail: Floats,
        triangle: NDArray[np.int32],
        v: Floats,
        w: Floats,
        open_: Floats | None,
    ) -> Pixels:
        one = np.ones(len(base), np.float32)
        seen = one if self.key is None else self.key.visible(triangle, v, w)
        light = irradiance(detail, one if open_ is None else open_, seen) if self.light > 0 else one
        return lit_colors(base, light, self.light, emissive)


def _with_rows(samples: SurfaceSamples, rows: NDArray[np.int64], other: SurfaceSamples) -> SurfaceSamples:
    """`samples` with some rows replaced, in place where it can be."""
    for name in ("base_color", "metallic", "roughness", "emissive", "normal"):
        ours, theirs = getattr(samples, name), getattr(other, name)
        if ours is not None and theirs is not None:
            ours[rows] = theirs
    return samples


def to_frame(points: Floats, normals: Floats, matrix: Matrix) -> tuple[Floats, Floats]:
    """Points and unit normals `(n, 3)` under an affine matrix, in float32, one axis at a time (BLAS would start threads)."""
    m = matrix.astype(np.float32)
    inverse = np.linalg.inv(matrix[:3, :3]).astype(np.float32)
    p, n = np.empty_like(points), np.empty_like(normals)
    for k in range(3):
        p[:, k] = m[k, 3]
        n[:, k] = 0
        for j in range(3):
            if m[k, j]:
                p[:, k] += points[:, j] * m[k, j]
            if inverse[j, k]:
                n[:, k] += normals[:, j] * inverse[j, k]
    return p, normalised(n)


def _bytes(values: NDArray[np.floating]) -> Pixels:
    """[0, 1] to 0..255, rounded."""
    scaled = np.asarray(values, np.float32) * np.float32(255)
    scaled += np.float32(0.5)
    np.clip(scaled, 0, 255.49, out=scaled)
    return scaled.astype(np.uint8).astype(np.uint8, order="C", copy=False)
