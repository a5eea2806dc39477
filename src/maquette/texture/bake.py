"""Bake a field of appearance and the detail of a finer surface into the textures of an unwrapped mesh.

For each texel: position and normal on the mesh, the point of the source surface above or below it (one ray, shared by all maps),
then colour and material from the appearance there, the source's normal in the mesh's tangent frame, and the colour as it looks in a
soft studio (`light_bake`). Both texture sets come out of one pass.
"""

from __future__ import annotations

import logging
import os
import threading
from collections import deque
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from maquette.errors import MeshError
from maquette.geometry.clean import validate
from maquette.geometry.mesh import Mesh
from maquette.geometry.rays import available
from maquette.geometry.render_vertices import render_vertices
from maquette.texture.appearance import Appearance, SurfaceAppearance, SurfaceSamples
from maquette.texture.fill import GutterFill
from maquette.texture.light_bake import Shadow, irradiance, lit_colors
from maquette.texture.occlusion import Occlusion
from maquette.texture.raster import rasterize, with_gutter
from maquette.texture.rest import RestPose
from maquette.texture.surface import Projection, SourceSurface, SurfacePoints, SurfaceTable, normalised, tangent_space
from maquette.texture.surroundings import Surroundings
from maquette.texture.texels import tiled_texels, whole_texels
from maquette.texture.textures import TextureSet

log = logging.getLogger(__name__)
Floats = NDArray[np.float32]
Pixels = NDArray[np.uint8]
Matrix = NDArray[np.float64]

CHUNK = 1 << 16
"""Texels of one step: its arrays fit in the processor's cache (2^16: 3.0 s where 2^18 takes 4.5), some 15 MB for each thread."""
MAX_THREADS = 4


@dataclass(frozen=True, eq=False)
class Baked:
    """The texture sets of one bake; None where not asked for."""

    pbr: TextureSet | None
    shaded: TextureSet | None


def bake(
    mesh: Mesh,
    appearance: Appearance,
    to_engine: Matrix,
    *,
    size: int,
    source: Mesh | None = None,
    maps: Literal["pbr", "shaded"] = "pbr",
    light: float = 1.0,
    relief: bool = False,
    progress: Callable[[float], None] = lambda fraction: None,
    check_cancelled: Callable[[], None] = lambda: None,
) -> TextureSet:
    """One texture set of `mesh`; arguments as in `bake_sets`."""
    out = bake_sets(
        mesh,
        appearance,
        to_engine,
        size=size,
        source=source,
        maps=maps,
        light=light,
        relief=relief,
        progress=progress,
        check_cancelled=check_cancelled,
    )
    found = out.pbr if maps == "pbr" else out.shaded
    assert found is not None
    return found


def bake_sets(
    mesh: Mesh,
    appearance: Appearance,
    to_engine: Matrix,
    *,
    size: int,
    source: Mesh | None = None,
    rest: Mesh | None = None,
    maps: Literal["pbr", "shaded", "all"] = "pbr",
    light: float = 1.0,
    relief: bool = False,
    around: Surroundings | None = None,
    progress: Callable[[float], None] = lambda fraction: None,
    check_cancelled: Callable[[], None] = lambda: None,
) -> Baked:
    """Textures of `mesh`; deterministic whatever the number of threads.

    Args:
        mesh: unwrapped (`unwrap`), in the frame of the asset.
        appearance: sampled in the engine's frame. A `SurfaceAppearance` of the `source` itself is told which triangle was hit.
        to_engine: affine `(4, 4) float64` from the asset's frame to the engine's: the inverse of what `place` returned.
        size: texels per side.
        source: the finer surface in the asset's frame (`place.transform`), whose relief goes into the normal map; None
            makes no normal map and samples the appearance on the mesh itself.
        rest: where `source` was posed: its faces at their places before, in the engine's frame, where the appearance is asked.
        maps: "pbr" gives base colour, occlusion-roughness-metallic, normals, and emission where there is any; "shaded" an unlit colour
            that holds light and emission; "all" both.
        light: strength of the light in the shaded colour; 0 leaves the base colour as it is.
        relief: the shaded set has the normal map too.
        around: of this mesh and this source, begun earlier (`surroundings`); None makes them here.
        progress: told the share that is done, in [0, 1].
        check_cancelled: raises to stop; asked at least every 0.3 s or so.

    Raises:
        MeshError: the mesh has no UVs.
    """
    validate(mesh, "bake")
    if mesh.uv is None or mesh.face_uv is None:
        raise MeshError("bake: the mesh has no UVs. Unwrap it first.")
    pbr, shaded = maps != "shaded", maps != "pbr"
    if not available() and (pbr or source is not None):
        log.warning("bake: embreex is not installed for this platform; no relief and no occlusion are baked")
    with ExitStack() as held:
        if around is None:
            around = held.enter_context(surroundings(mesh, source, maps, light))
        pool = held.enter_context(ThreadPoolExecutor(min(os.cpu_count() or 1, MAX_THREADS)))
        try:
            owner = with_gutter(rasterize(mesh.uv, mesh.face_uv, size))
            check_cancelled()
            progress(0.05)
            sky, key = around.light(check_cancelled)
            progress(0.15)
            fine = around.source()
            table = SurfaceTable(render_vertices(mesh, tangents=(pbr or relief) and fine is not None), size)
            same = fine is not None and _lives_on(appearance, fine.mesh)
            frame = np.asarray(to_engine, np.float64)
            still = None if rest is None or source is None else RestPose(source, rest)
            job = _Job(table, owner.ravel(), sky, key, fine, still, appearance, same, frame, pbr, shaded, light)
            out = _run(job, size, pool, lambda f: progress(0.15 + 0.75 * f), check_cancelled)
            fill = GutterFill(owner >= 0)
            del owner, job
            filled = list(pool.map(lambda p: None if p is None else fill.in_place(p.reshape(size, size, 3)), out))
        except BaseException:
            pool.shutdown(wait=True, cancel_futures=True)
            raise
    progress(1.0)
    base, orm, normal, emissive, colour = filled
    material = painted = None
    if pbr:
        assert base is not None
        material = TextureSet(base, orm, normal, emissive)
    if shaded:
        assert colour is not None
        painted = TextureSet(colour, None, normal if relief else None, unlit=True)
    return Baked(material, painted)


def surroundings(mesh: Mesh, source: Mesh | None, maps: Literal["pbr", "shaded", "all"], light: float) -> Surroundings:
    """What `bake_sets` needs of the shapes, with its arguments; to be begun before the mesh has UVs, as a context."""
    lit = maps != "pbr" and light > 0
    return Surroundings(mesh, source, sky=maps != "shaded" or lit, key=lit)


def _lives_on(appearance: Appearance, mesh: Mesh) -> bool:
    """The field's own triangles are those of `mesh`."""
    return isinstance(appearance, SurfaceAppearance) and np.array_equal(appearance.triangles, mesh.faces)


Maps = tuple[Pixels | None, Pixels | None, Pixels | None, Pixels | None, Pixels | None]
"""Base colour, ORM, normal, emissive, shaded colour; each `(n, 3) uint8`."""


@dataclass(frozen=True, eq=False)
class _Job:
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


def _run(
    job: _Job,
    size: int,
    pool: ThreadPoolExecutor,
    progress: Callable[[float], None],
    check_cancelled: Callable[[], None],
) -> list[Pixels | None]:
    """All chunks on the pool; at most a few wait at once, so that memory stays bounded."""
    out: list[Pixels | None] = [None] * 5
    first = threading.Lock()

    def work(at: NDArray[np.int64]) -> int:
        for i, values in enumerate(job.run(at)):
            if values is None:
                continue
            with first:
                picture = out[i]
                if picture is None:
                    picture = out[i] = np.zeros((size * size, 3), np.uint8)
            whole_texels(picture)[at] = whole_texels(values)  # no two chunks share a texel
        return len(at)

    total = max(int((job.owner >= 0).sum()), 1)
    chunks = tiled_texels(job.owner.reshape(size, size), CHUNK)
    running: deque[Future[int]] = deque()
    done = 0
    while True:
        while len(running) < 2 * MAX_THREADS and (chunk := next(chunks, None)) is not None:
            running.append(pool.submit(work, chunk))
        if not running:
            break
        done += running.popleft().result()
        progress(done / total)
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


def _bytes(values: NDArray[np.floating]) -> Pixels:
    """[0, 1] to 0..255, rounded."""
    scaled = np.asarray(values, np.float32) * np.float32(255)
    scaled += np.float32(0.5)
    np.clip(scaled, 0, 255.49, out=scaled)
    return scaled.astype(np.uint8).astype(np.uint8, order="C", copy=False)
