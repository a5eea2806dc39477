"""`RestPose`: a posed source surface keeps its colours: each of its points is asked for where it was before the pose."""

from __future__ import annotations

import numpy as np

from maquette.geometry.closest import ClosestPoints
from maquette.geometry.mesh import Floats, Mesh
from maquette.texture.surface import Projection, normalised


class RestPose:
    """Takes points of a posed source back to the unposed one, triangle by triangle.

    Args:
        source: the posed surface, in the asset's frame.
        rest: the same faces before they were posed, in the engine's frame.
    """

    def __init__(self, source: Mesh, rest: Mesh) -> None:
        self._source, self._rest = source, rest
        self._normals = rest.vertex_normals()
        self._closest: ClosestPoints | None = None

    def unposed(self, found: Projection) -> tuple[Floats, Floats]:
        """Points and unit normals `(n, 3)` in the engine's frame. Points far from the source go by its nearest triangle."""
        triangle = found.triangle.copy()
        weights = np.stack([1 - found.u - found.v, found.u, found.v], axis=1)
        lost = np.flatnonzero(triangle < 0)
        if len(lost):
            if self._closest is None:
                self._closest = ClosestPoints(self._source)
            triangle[lost], weights[lost] = self._closest.locate(found.point[lost], found.normal[lost])
        corner = self._rest.faces[triangle]
        points = np.einsum("nc,ncx->nx", weights, self._rest.vertices[corner], dtype=np.float32)
        normals = np.einsum("nc,ncx->nx", weights, self._normals[corner], dtype=np.float32)
        return points, normalised(normals)
