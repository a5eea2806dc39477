"""The surface that quads are fitted to: closest points, sampled only as finely as the quads need."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scipy.spatial import cKDTree

from maquette.geometry.closest import closest_on_triangles
from maquette.geometry.mesh import Mesh

Doubles = NDArray[np.float64]
CHUNK = 250_000
"""Points asked for at a time: bounds the memory of two million quads."""
MOST_SAMPLES = 1_500_000


class Surface:
    """Closest points on a triangle mesh for points that lie about one quad's edge away from it or nearer.

    `closest.ClosestPoints` samples any mesh 400 thousand times, half a second that a part of 300 quads does not need; here the
    spacing of the samples is a third of the quads' edge, and the exact point is taken on the triangles of the nearest six.
    """

    def __init__(self, mesh: Mesh, edge: float) -> None:
        """Sample `mesh` for quads with sides of `edge` (metres)."""
        self._corners = mesh.vertices.astype(np.float64)[mesh.faces]
        normal = np.cross(self._corners[:, 1] - self._corners[:, 0], self._corners[:, 2] - self._corners[:, 0])
        twice = np.linalg.norm(normal, axis=1)
        self.normals = normal / np.maximum(twice, 1e-30)[:, None]
        spacing = max(edge / 3, float(np.sqrt(twice.sum() / 2 / MOST_SAMPLES)))
        points, self._owner = _samples(self._corners, spacing)
        self._tree = cKDTree(points, balanced_tree=False, compact_nodes=False)

    def query(
        self, points: NDArray[np.floating], normals: NDArray[np.floating] | None = None
    ) -> tuple[Doubles, Doubles]:
        """Closest points `(n, 3)` and the unit normals there `(n, 3)`.

        With `normals (n, 3)` of the asking surface, the far side of a thin wall is taken only where nothing near looks the same way.
        """
        p = np.asarray(points, np.float64)
        out, face = np.empty_like(p), np.empty(len(p), np.int64)
        for at in range(0, len(p), CHUNK):
            part = slice(at, at + CHUNK)
            side = None if normals is None else np.asarray(normals[part], np.float64)
            out[part], face[part], agree = self._nearest(p[part], side, 6)
            rest = np.flatnonzero(~agree)
            if side is not None and len(rest):
                again = self._nearest(p[part][rest], side[rest], 64)
                out[at + rest], face[at + rest] = again[0], again[1]
        return out, self.normals[face]

    def _nearest(
        self, p: Doubles, normals: Doubles | None, k: int
    ) -> tuple[Doubles, NDArray[np.int64], NDArray[np.bool_]]:
        _, near = self._tree.query(p, k=min(k, self._tree.n), workers=2)
        best = np.full(len(p), np.inf)
        out, face = p.copy(), np.zeros(len(p), np.int64)
        agree = np.full(len(p), normals is None)
        seen = np.full(len(p), -1, np.int64)
        for column in np.reshape(near, (len(p), -1)).T:
            tri = self._owner[column]
            rows = np.flatnonzero(tri != seen)  # neighbouring samples often lie on one triangle
            seen, tri = tri, tri[rows]
            q = closest_on_triangles(p[rows], self._corners[tri])
            d = np.einsum("ij,ij->i", q - p[rows], q - p[rows])
            same = np.ones(len(rows), bool)
            if normals is not None:
                same = np.einsum("ij,ij->i", self.normals[tri], normals[rows]) > 0
            better = (same & ~agree[rows]) | ((same == agree[rows]) & (d < best[rows]))
            take = rows[better]
            best[take], out[take], face[take] = d[better], q[better], tri[better]
            agree[rows] |= same
        return out, face, agree


def _samples(corners: Doubles, spacing: float) -> tuple[Doubles, NDArray[np.int64]]:
    """Points on the triangles at most about `spacing` apart, and the triangle of each; small ones get their centroid alone."""
    side = np.linalg.norm(corners - np.roll(corners, -1, axis=1), axis=2).max(axis=1)
    steps = np.clip(np.ceil(side / (1.5 * spacing)), 1, 512).astype(int)
    points, owner = [], []
    for k in np.unique(steps):
        pick = np.flatnonzero(steps == k)
        i, j = np.meshgrid(np.arange(k), np.arange(k), indexing="ij")
        on = i + j < k
        u, w = (i[on] + 1 / 3) / k, (j[on] + 1 / 3) / k
        weight = np.stack([1 - u - w, u, w], axis=1)
        points.append(np.einsum("sc,ncx->nsx", weight, corners[pick]).reshape(-1, 3))
        owner.append(np.repeat(pick, len(u)))
    return np.concatenate(points), np.concatenate(owner)
