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
from maquette.texture.appearance import Appearance, SurfaceAppearance
from maquette.texture.bake_job import BakeJob
from maquette.texture.fill import GutterFill
from maquette.texture.raster import rasterize, with_gutter
from maquette.texture.rest import RestPose
from maquette.texture.surface import SurfaceTable
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
            job = BakeJob(table, owner.ravel(), sky, key, fine, still, appearance, same, frame, pbr, shaded, light)
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


def _run(
    job: BakeJob,
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
