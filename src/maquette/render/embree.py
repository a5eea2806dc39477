"""Visibility by embree rays (package embreex)."""

from __future__ import annotations

from typing import ClassVar

import numpy as np
from embreex.mesh_construction import TriangleMesh
from embreex.rtcore_scene import EmbreeScene
from numpy.typing import NDArray

from maquette.geometry.mesh import Mesh
from maquette.render.camera import Camera
from maquette.render.gbuffer import Bools, Floats, GBuffer
from maquette.render.parallel import map_chunks


class EmbreeTracer:
    """`Tracer` by ray casting. Robust mode, so that no ray slips through between two triangles."""

    name: ClassVar[str] = "embree"
    directions: ClassVar[int] = 192

    def __init__(self, mesh: Mesh) -> None:
        # Embree's robust mode is exact relative to the coordinates' size, so the mesh is centred and brought to unit size.
        low, high = mesh.bounds.astype(np.float64)
        self._centre = (low + high) / 2
        self._scale = 1.0 / (float((high - low).max()) or 1.0)
        self._scene = EmbreeScene(robust=True)
        vertices = np.ascontiguousarray((mesh.vertices - self._centre) * self._scale, np.float32)
        TriangleMesh(self._scene, vertices, np.ascontiguousarray(mesh.faces))

    def _local(self, points: Floats) -> Floats:
        return np.ascontiguousarray((points - self._centre) * self._scale, np.float32)

    def primary(
        self, camera: Camera, offset: tuple[float, float] = (0.0, 0.0), pixels: NDArray[np.intp] | None = None
    ) -> GBuffer:
        """See `Tracer.primary`."""
        width, height = camera.size
        count = width * height if pixels is None else len(pixels)

        def work(part: slice) -> tuple[NDArray[np.int32], Floats, Floats]:
            flat = np.arange(part.start, part.stop) if pixels is None else pixels[part]
            x = (flat % width + 0.5 + offset[0]).astype(np.float32)
            y = (flat // width + 0.5 + offset[1]).astype(np.float32)
            origins, directions = camera.rays(x, y)
            result = self._scene.run(self._local(origins), directions, query="INTERSECT", output=True)
            hit = result["primID"] >= 0
            depth = np.where(hit, result["tfar"] / self._scale, np.inf).astype(np.float32)
            return result["primID"], np.stack([result["u"], result["v"]], axis=1), depth

        parts = map_chunks(work, count)
        face, bary, depth = (np.concatenate([p[k] for p in parts]) for k in range(3))
        return GBuffer(face.astype(np.int32), bary.astype(np.float32), depth.astype(np.float32))

    def occluded(self, points: Floats, table: Floats, choice: NDArray[np.integer]) -> Bools:
        """See `Tracer.occluded`."""
        table = np.ascontiguousarray(table, np.float32)

        def work(part: slice) -> Bools:
            if part.start == part.stop:
                return np.zeros(0, np.bool_)
            directions = np.ascontiguousarray(table[choice[part]])
            return np.asarray(self._scene.run(self._local(points[part]), directions, query="OCCLUDED") >= 0)

        return np.concatenate(map_chunks(work, len(points)))
