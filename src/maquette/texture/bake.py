"""Bake a field of appearance and the detail of a finer surface into the textures of an unwrapped mesh.

For each texel: position and normal on the mesh, the point of the source surface above or below it (one ray, shared by all maps),
then colour and material from the appearance there, and the source's normal in the mesh's tangent frame.
"""

from __future__ import annotations

import logging
import os
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from maquette.errors import MeshError
from maquette.geometry.clean import extent, validate
from maquette.geometry.mesh import Mesh
from maquette.geometry.place import transform_normals
from maquette.geometry.render_vertices import RenderVertices, render_vertices
from maquette.texture.appearance import Appearance
from maquette.texture.fill import fill_gutter
from maquette.texture.occlusion import vertex_occlusion
from maquette.texture.raster import edge_functions, rasterize, to_texels, with_gutter
from maquette.texture.rays import RayScene, ray_scene
from maquette.texture.textures import TextureSet

log = logging.getLogger(__name__)
Floats = NDArray[np.float32]
Doubles = NDArray[np.float64]
Matrix = NDArray[np.float64]

CHUNK = 1 << 17
"""Texels of one step: about 30 MB of temporary arrays for each thread."""
SEARCH = 0.02
"""Farthest that the source surface may lie from the mesh, as a fraction of the longest side."""


def bake(
    mesh: Mesh,
    appearance: Appearance,
    to_engine: Matrix,
    *,
    size: int,
    source: Mesh | None = None,
    maps: Literal["pbr", "shaded"] = "pbr",
    progress: Callable[[float], None] = lambda fraction: None,
    check_cancelled: Callable[[], None] = lambda: None,
) -> TextureSet:
    """Textures of `mesh`; deterministic whatever the number of threads.

    Args:
        mesh: unwrapped (`unwrap`), in the frame of the asset.
        appearance: sampled in the engine's frame.
        to_engine: affine `(4, 4) float64` from the asset's frame to the engine's: the inverse of what `place` returned.
        size: texels per side.
        source: the finer surface in the asset's frame (`place.transform`), whose relief goes into the normal map; None
            makes no normal map and samples the appearance on the mesh itself.
        maps: "pbr" gives base colour, occlusion-roughness-metallic and normals; "shaded" the base colour alone, unlit.
        progress: told the share that is done, in [0, 1].
        check_cancelled: raises to stop; asked at least every 0.3 s or so.

    Raises:
        MeshError: the mesh has no UVs.
    """
    validate(mesh, "bake")
    if mesh.uv is None or mesh.face_uv is None:
        raise MeshError("bake: the mesh has no UVs. Unwrap it first.")
    pbr = maps == "pbr"
    scene = ray_scene(source) if source is not None else None
    if source is not None and scene is None:
        log.warning("bake: embreex is not installed for this platform; no relief is baked")
    owner = with_gutter(rasterize(mesh.uv, mesh.face_uv, size))
    covered = owner >= 0
    texels = np.flatnonzero(covered.ravel())
    check_cancelled()
    progress(0.1)
    light = _occlusion(mesh, check_cancelled) if pbr else None
    progress(0.2)
    job = _Job(
        render_vertices(mesh, tangents=pbr and scene is not None),
        edge_functions(to_texels(mesh.uv, size)[mesh.face_uv]),
        owner.ravel(),
        size,
        light,
        mesh.faces,
        source,
        scene,
        appearance,
        np.asarray(to_engine, np.float64),
    )
    base = np.zeros((size * size, 3), np.uint8)
    orm = np.zeros((size * size, 3), np.uint8) if pbr else None
    normal = np.zeros((size * size, 3), np.uint8) if pbr and scene is not None else None
    emissive = np.zeros((size * size, 3), np.uint8)
    glows = False
    chunks = [texels[i : i + CHUNK] for i in range(0, len(texels), CHUNK)]
    with ThreadPoolExecutor(min(os.cpu_count() or 1, 4)) as pool:
        futures = [pool.submit(job.run, at, pbr) for at in chunks]
        try:
            for i, (at, future) in enumerate(zip(chunks, futures, strict=True)):
                result = future.result()
                futures[i] = None  # type: ignore[call-overload]
                base[at] = result.base_color
                if orm is not None and result.orm is not None:
                    orm[at] = result.orm
                if normal is not None and result.normal is not None:
                    normal[at] = result.normal
                if result.emissive is not None:
                    emissive[at] = result.emissive
                    glows = True
                progress(0.2 + 0.7 * (i + 1) / len(chunks))
                check_cancelled()
        except BaseException:
            pool.shutdown(cancel_futures=True)
            raise

        def fill(pixels: NDArray[np.uint8] | None) -> NDArray[np.uint8] | None:
            return None if pixels is None else fill_gutter(pixels.reshape(size, size, 3), covered)

        filled = list(pool.map(fill, [base, orm, normal, emissive if glows else None]))
    progress(1.0)
    assert filled[0] is not None
    return TextureSet(filled[0], filled[1], filled[2], filled[3] if pbr else None, unlit=not pbr)


@dataclass(frozen=True, eq=False)
class _Chunk:
    base_color: NDArray[np.uint8]
    orm: NDArray[np.uint8] | None
    normal: NDArray[np.uint8] | None
    emissive: NDArray[np.uint8] | None


@dataclass(frozen=True, eq=False)
class _Job:
    """All that a chunk of texels needs; read by several threads."""

    vertices: RenderVertices
    edges: Doubles
    owner: NDArray[np.int32]
    size: int
    light: Floats | None
    faces: NDArray[np.int32]
    source: Mesh | None
    scene: RayScene | None
    appearance: Appearance
    to_engine: Matrix

    def run(self, texels: NDArray[np.int64], pbr: bool) -> _Chunk:
        tri = self.owner[texels]
        y, x = np.divmod(texels, self.size)
        e = self.edges[tri]
        weight = (e[..., 0] * x[:, None] + e[..., 1] * y[:, None] + e[..., 2]).astype(np.float32)  # (n, 3)
        corner = self.vertices.faces[tri]
        point = _mix(self.vertices.positions, corner, weight)
        smooth = _normalised(_mix(self.vertices.normals, corner, weight))
        detail = smooth
        if self.scene is not None and self.source is not None:
            point, detail = self._project(point, smooth)
        m = self.to_engine
        there = (point.astype(np.float64) @ m[:3, :3].T + m[:3, 3]).astype(np.float32)
        s = self.appearance.sample(there, transform_normals(detail, m))
        base = _bytes(s.base_color)
        if not pbr:
            return _Chunk(base, None, None, None)
        if self.light is None:
            light = np.ones(len(texels), np.float32)
        else:
            light = np.einsum("nk,nk->n", weight, self.light[self.faces[tri]])
        orm = _bytes(np.stack([light, s.roughness, s.metallic], axis=1))
        emissive = None if s.emissive is None else _bytes(s.emissive)
        normal = None
        if self.vertices.tangents is not None:
            normal = self._tangent_space(corner, weight, smooth, detail)
        return _Chunk(base, orm, normal, emissive)

    def _project(self, point: Floats, normal: Floats) -> tuple[Floats, Floats]:
        """The source's point and normal on the line through each point along its normal; the point itself where there is none."""
        assert self.scene is not None and self.source is not None
        reach = np.float32(SEARCH * extent(self.source.vertices))
        source_normals = self.source_normals
        best, out_normal = point.copy(), normal.copy()
        gap = np.full(len(point), reach, np.float32)
        # Short rays from above find the nearest sheet; only those that miss look farther, outward and inward.
        todo = np.arange(len(point))
        for start, direction, limit in ((0.2, -1.0, 0.4), (0.0, 1.0, 1.0), (0.0, -1.0, 1.0)):
            d = normal[todo] * np.float32(direction)
            hit = self.scene.first_hits(point[todo] - d * (reach * np.float32(start)), d)
            t = hit.distance - reach * np.float32(start)
            ok = (hit.triangle >= 0) & (hit.distance <= limit * reach)
            tri = self.source.faces[np.where(ok, hit.triangle, 0)]
            w = np.stack([1 - hit.u - hit.v, hit.u, hit.v], axis=1)
            n = _normalised(_mix(source_normals, tri, w))
            ok &= (np.einsum("nk,nk->n", n, normal[todo]) > 0.2) & (np.abs(t) < gap[todo])
            at = todo[ok]
            best[at] = point[at] + d[ok] * t[ok, None]
            out_normal[at] = n[ok]
            gap[at] = np.abs(t[ok])
            if start:
                todo = todo[~ok]
            if not len(todo):
                break
        return best, out_normal

    @property
    def source_normals(self) -> Floats:
        assert self.source is not None
        cached = self.__dict__.get("_source_normals")
        if cached is None:
            cached = self.source.vertex_normals()
            self.__dict__["_source_normals"] = cached
        return cached

    def _tangent_space(self, corner: NDArray[np.int32], weight: Floats, smooth: Floats, detail: Floats) -> NDArray[np.uint8]:
        """Colours of `detail` in the frame that viewers build: interpolated tangent, bitangent and normal, each made unit."""
        assert self.vertices.tangents is not None
        t4 = self.vertices.tangents
        b = np.cross(self.vertices.normals, t4[:, :3]) * t4[:, 3:]
        t = _normalised(_mix(np.ascontiguousarray(t4[:, :3]), corner, weight))
        b = _normalised(_mix(b, corner, weight))
        # Solve x t + y b + z n = detail by Cramer's rule.
        bn, nt, tb = np.cross(b, smooth), np.cross(smooth, t), np.cross(t, b)
        det = np.einsum("nk,nk->n", t, bn)
        det = np.where(np.abs(det) > 1e-6, det, 1)
        local = np.stack([np.einsum("nk,nk->n", c, detail) / det for c in (bn, nt, tb)], axis=1)
        return _bytes(_normalised(local) * np.float32(0.5) + np.float32(0.5))


def _occlusion(mesh: Mesh, check_cancelled: Callable[[], None]) -> Floats | None:
    scene = ray_scene(mesh)
    if scene is None:
        log.warning("bake: embreex is not installed for this platform; occlusion is left out")
        return None
    return vertex_occlusion(mesh, scene, check_cancelled)


def _mix(values: Floats, corner: NDArray[np.int32], weight: Floats) -> Floats:
    """`(n, c)` values of the corners `(n, 3)` weighted by barycentrics `(n, 3)`."""
    out = values[corner[:, 0]] * weight[:, :1]
    out += values[corner[:, 1]] * weight[:, 1:2]
    out += values[corner[:, 2]] * weight[:, 2:]
    return out


def _normalised(vectors: Floats) -> Floats:
    length = np.sqrt(np.einsum("nk,nk->n", vectors, vectors))
    return np.asarray(vectors / np.maximum(length, 1e-20)[:, None], np.float32)


def _bytes(values: NDArray[np.floating]) -> NDArray[np.uint8]:
    """[0, 1] to 0..255, rounded."""
    return np.asarray(np.clip(values, 0, 1) * np.float32(255) + np.float32(0.5), np.uint8)
