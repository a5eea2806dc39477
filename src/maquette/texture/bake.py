"""Bake a field of appearance and the detail of a finer surface into the textures of an unwrapped mesh.

For each texel: position and normal on the mesh, the point of the source surface above or below it (one ray, shared by all maps),
then colour and material from the appearance there, and the source's normal in the mesh's tangent frame.
"""

from __future__ import annotations

import logging
import os
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from maquette.errors import MeshError
from maquette.geometry.clean import validate
from maquette.geometry.mesh import Mesh
from maquette.geometry.render_vertices import render_vertices
from maquette.texture.appearance import Appearance
from maquette.texture.fill import GutterFill
from maquette.texture.occlusion import Occlusion, occlusion
from maquette.texture.raster import rasterize, with_gutter
from maquette.texture.rays import available, ray_scene
from maquette.texture.surface import SourceSurface, SurfaceTable, normalised, tangent_space
from maquette.texture.textures import TextureSet

log = logging.getLogger(__name__)
Floats = NDArray[np.float32]
Pixels = NDArray[np.uint8]
Matrix = NDArray[np.float64]

CHUNK = 1 << 16
"""Texels of one step: its arrays fit in the processor's cache (2^16: 3.0 s where 2^18 takes 4.5), some 15 MB for each thread."""
MAX_THREADS = 4


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
    if not available() and (pbr or source is not None):
        log.warning("bake: embreex is not installed for this platform; no relief and no occlusion are baked")
    with ThreadPoolExecutor(min(os.cpu_count() or 1, MAX_THREADS)) as pool:
        try:
            surface = pool.submit(_source, source)
            owner = with_gutter(rasterize(mesh.uv, mesh.face_uv, size))
            check_cancelled()
            progress(0.05)
            light = _occlusion(mesh, check_cancelled) if pbr else None
            progress(0.15)
            fine = surface.result()
            table = SurfaceTable(render_vertices(mesh, tangents=pbr and fine is not None), size)
            job = _Job(table, owner.ravel(), light, fine, appearance, np.asarray(to_engine, np.float64), pbr)
            out = _run(job, size, pool, lambda f: progress(0.15 + 0.75 * f), check_cancelled)
            fill = GutterFill(owner >= 0)
            filled = list(pool.map(lambda p: None if p is None else fill(p.reshape(size, size, 3)), out))
        except BaseException:
            pool.shutdown(wait=True, cancel_futures=True)
            raise
    progress(1.0)
    base, orm, normal, emissive = filled
    assert base is not None
    return TextureSet(base, orm, normal, emissive, unlit=not pbr)


Maps = tuple[Pixels | None, Pixels | None, Pixels | None, Pixels | None]
"""Base colour, ORM, normal, emissive; each `(n, 3) uint8`."""


@dataclass(frozen=True, eq=False)
class _Job:
    """All that a chunk of texels needs; read by several threads."""

    table: SurfaceTable
    owner: NDArray[np.int32]
    light: Occlusion | None
    source: SourceSurface | None
    appearance: Appearance
    to_engine: Matrix
    pbr: bool

    def run(self, texels: NDArray[np.int64]) -> Maps:
        triangle = self.owner[texels]
        at = self.table.at(texels, triangle)
        point, detail = at.position, at.normal
        if self.source is not None:
            point, detail = self.source.project(point, detail)
        s = self.appearance.sample(*to_frame(point, detail, self.to_engine))
        base = _bytes(s.base_color)
        if not self.pbr:
            return base, None, None, None
        orm = np.empty((len(texels), 3), np.uint8)
        orm[:, 0] = 255 if self.light is None else _bytes(self.light(triangle, at.v, at.w))
        orm[:, 1] = _bytes(s.roughness)
        orm[:, 2] = _bytes(s.metallic)
        normal = None if at.tangent is None else _bytes(tangent_space(at, detail) * np.float32(0.5) + np.float32(0.5))
        return base, orm, normal, None if s.emissive is None else _bytes(s.emissive)


def _run(
    job: _Job,
    size: int,
    pool: ThreadPoolExecutor,
    progress: Callable[[float], None],
    check_cancelled: Callable[[], None],
) -> list[Pixels | None]:
    """All chunks on the pool; at most a few wait at once, so that memory stays bounded."""
    out: list[Pixels | None] = [None] * 4
    texels = np.flatnonzero(job.owner >= 0)
    chunks = [texels[i : i + CHUNK] for i in range(0, len(texels), CHUNK)]
    running: list[tuple[NDArray[np.int64], Future[Maps]]] = []
    ahead = 2 * MAX_THREADS
    done = 0
    while done < len(chunks):
        while done + len(running) < len(chunks) and len(running) < ahead:
            chunk = chunks[done + len(running)]
            running.append((chunk, pool.submit(job.run, chunk)))
        at, future = running.pop(0)
        for i, values in enumerate(future.result()):
            if values is None:
                continue
            picture = out[i]
            if picture is None:
                picture = out[i] = np.zeros((size * size, 3), np.uint8)
            picture[at] = values
        done += 1
        progress(done / len(chunks))
        check_cancelled()
    return out


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


def _source(mesh: Mesh | None) -> SourceSurface | None:
    scene = None if mesh is None else ray_scene(mesh)
    return None if mesh is None or scene is None else SourceSurface(mesh, scene)


def _occlusion(mesh: Mesh, check_cancelled: Callable[[], None]) -> Occlusion | None:
    scene = ray_scene(mesh)
    return None if scene is None else occlusion(mesh, scene, check_cancelled)


def _bytes(values: NDArray[np.floating]) -> Pixels:
    """[0, 1] to 0..255, rounded."""
    scaled = np.asarray(values, np.float32) * np.float32(255)
    scaled += np.float32(0.5)
    np.clip(scaled, 0, 255.49, out=scaled)
    return scaled.astype(np.uint8)
