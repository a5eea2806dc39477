"""Visibility by embree rays (package embreex)."""

from __future__ import annotations

from itertools import product
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
        self._shape = (high - low) * self._scale
        self._scene = EmbreeScene(robust=True)
        vertices = np.ascontiguousarray((mesh.vertices - self._centre) * self._scale, np.float32)
        TriangleMesh(self._scene, vertices, np.ascontiguousarray(mesh.faces))

    def _local(self, points: Floats) -> Floats:
        return np.ascontiguousarray((points - self._centre) * self._scale, np.float32)

    def _window(self, camera: Camera) -> tuple[slice, slice]:
        """Rows and columns of the picture that hold the mesh's box; all, where the camera stands too near to tell."""
        width, height = camera.size
        half = 0.5 / self._scale * self._shape
        corners = self._centre + half * np.array(list(product((-1, 1), repeat=3)))
        x, y, depth = camera.project(corners)
        if camera.perspective and depth.min() < 1e-3 * depth.max():
            return slice(0, height), slice(0, width)
        x0, x1 = (int(np.clip(v, 0, width)) for v in (np.floor(x.min()) - 1, np.ceil(x.max()) + 1))
        y0, y1 = (int(np.clip(v, 0, height)) for v in (np.floor(y.min()) - 1, np.ceil(y.max()) + 1))
        return slice(y0, y1), slice(x0, x1)

    def primary(
        self, camera: Camera, offset: tuple[float, float] = (0.0, 0.0), pixels: NDArray[np.intp] | None = None
    ) -> GBuffer:
        """See `Tracer.primary`."""
        width, height = camera.size
        if pixels is None:
            rows, columns = self._window(camera)
            box = (np.arange(height)[rows, None] * width + np.arange(width)[columns]).ravel()
            inner = self.primary(camera, offset, box)
            face = np.full(width * height, -1, np.int32)
            bary, depth = np.zeros((width * height, 2), np.float32), np.full(width * height, np.inf, np.float32)
            face[box], bary[box], depth[box] = inner.face, inner.bary, inner.depth
            return GBuffer(face, bary, depth)

        def work(part: slice) -> tuple[NDArray[np.int32], Floats, Floats]:
            flat = pixels[part]
            x = (flat % width + 0.5 + offset[0]).astype(np.float32)
            y = (flat // width + 0.5 + offset[1]).astype(np.float32)
            origins, directions = camera.rays(x, y)
            result = self._scene.run(self._local(origins), directions, query="INTERSECT", output=True)
            hit = result["primID"] >= 0
            # What is missed is as far as float32 goes.
            depth = np.full(len(hit), np.inf, np.float32)
            np.divide(result["tfar"], np.float32(self._scale), out=depth, where=hit)
            return result["primID"], np.stack([result["u"], result["v"]], axis=1), depth

        parts = map_chunks(work, len(pixels))
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
