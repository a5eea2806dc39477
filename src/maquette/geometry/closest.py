"""Closest points on a triangle surface: a k-d tree over samples finds candidates, then the exact point is taken (Ericson 2005, 5.1.5)."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scipy.spatial import cKDTree

from maquette.geometry.mesh import Mesh

Doubles = NDArray[np.float64]
MAX_SAMPLES = 400_000


class ClosestPoints:
    """Answers closest-point queries on one mesh. Exact unless a triangle is far longer than the sample spacing.

    Args:
        mesh: any triangles.
        candidates: samples looked at for each point.
        samples: about so many are spread over the surface, one a triangle at the least.
    """

    def __init__(self, mesh: Mesh, candidates: int = 6, samples: int = MAX_SAMPLES) -> None:
        v = mesh.vertices.astype(np.float64)
        self._corners = v[mesh.faces]  # (m, 3, 3)
        points, owner = _samples(self._corners, samples)
        self._owner = owner
        self._tree = cKDTree(points, balanced_tree=False, compact_nodes=False)
        self._k = candidates

    def query(
        self,
        points: NDArray[np.floating],
        normals: NDArray[np.floating] | None = None,
        *,
        candidates: int | None = None,
    ) -> tuple[Doubles, Doubles]:
        """Closest surface points `(n, 3)` and their face normals `(n, 3)`.

        Args:
            points: `(n, 3)`.
            normals: `(n, 3)`; given, only faces that look the same way (within 90°) count, where there are any near, so that the
                other side of a thin wall is never taken.
            candidates: look at so many samples this time.
        """
        out, face, _ = self._search(np.asarray(points, np.float64), normals, candidates or self._k)
        return out, self._normals(face)

    def _search(
        self, p: Doubles, normals: NDArray[np.floating] | None, k: int
    ) -> tuple[Doubles, NDArray[np.int64], NDArray[np.bool_]]:
        out, face, agree = self._nearest(p, normals, k)
        if normals is not None and not agree.all():
            # A thin wall hides its far side behind the samples of the near one: look at more of them.
            rest = np.flatnonzero(~agree)
            out[rest], face[rest], _ = self._nearest(p[rest], np.asarray(normals)[rest], 16 * k)
        return out, face, agree

    def locate(
        self, points: NDArray[np.floating], normals: NDArray[np.floating] | None = None
    ) -> tuple[NDArray[np.int64], Doubles]:
        """The triangle `(n,)` that is closest to each point, and the barycentric coordinates `(n, 3)` of the closest point there."""
        p = np.asarray(points, np.float64)
        closest, face, _ = self._search(p, normals, self._k)
        return face, barycentric(closest, self._corners[face])

    def nearest(
        self, points: NDArray[np.floating], normals: NDArray[np.floating] | None = None
    ) -> tuple[Doubles, NDArray[np.int64]]:
        """Closest surface points `(n, 3)` and the triangle `(n,)` of each; arguments as in `query`."""
        closest, face, _ = self._search(np.asarray(points, np.float64), normals, self._k)
        return closest, face

    def _normals(self, face: NDArray[np.int64]) -> Doubles:
        """Unit normals of triangles; of a few, so that a query of a dense mesh need not know them all."""
        a, b, c = (self._corners[face, i] for i in range(3))
        normal = np.cross(b - a, c - a)
        return np.asarray(normal / np.maximum(_lengths(normal), 1e-30)[:, None])

    def _nearest(
        self, p: Doubles, normals: NDArray[np.floating] | None, k: int
    ) -> tuple[Doubles, NDArray[np.int64], NDArray[np.bool_]]:
        """Closest points, their triangles, and whether the triangle looks the same way."""
        _, near = self._tree.query(p, k=min(k, self._tree.n), workers=2)
        best = np.full(len(p), np.inf)
        out, face = p.copy(), np.zeros(len(p), np.int64)
        agree = np.zeros(len(p), bool)
        for column in np.reshape(near, (len(p), -1)).T:
            tri = self._owner[column]
            q = closest_on_triangles(p, self._corners[tri])
            d = _lengths(q - p)
            same = np.ones(len(p), bool)
            if normals is not None:
                same = np.einsum("ij,ij->i", self._normals(tri), normals) > 0
            better = (same & ~agree) | ((same == agree) & (d < best))
            best[better], out[better], face[better] = d[better], q[better], tri[better]
            agree |= same
        return out, face, agree


def closest_on_triangles(p: Doubles, corners: Doubles) -> Doubles:
    """`(n, 3)` closest point of each triangle `(n, 3, 3)` to its point `(n, 3)`."""
    a, b, c = corners[:, 0], corners[:, 1], corners[:, 2]

    def dot(x: Doubles, y: Doubles) -> Doubles:
        return np.asarray(np.einsum("ij,ij->i", x, y))

    ab, ac, ap = b - a, c - a, p - a
    d00, d01, d11 = dot(ab, ab), dot(ab, ac), dot(ac, ac)
    d20, d21 = dot(ap, ab), dot(ap, ac)
    det = np.maximum(d00 * d11 - d01 * d01, 1e-300)
    v, w = (d11 * d20 - d01 * d21) / det, (d00 * d21 - d01 * d20) / det
    inside = (v >= 0) & (w >= 0) & (v + w <= 1)
    best = a + ab * v[:, None] + ac * w[:, None]
    out = np.flatnonzero(~inside)
    if len(out):
        po = p[out]
        dist = np.full(len(out), np.inf)
        for s, e in ((a[out], b[out]), (b[out], c[out]), (c[out], a[out])):
            d = e - s
            t = np.clip(dot(po - s, d) / np.maximum(dot(d, d), 1e-300), 0, 1)
            q = s + d * t[:, None]
            far = dot(po - q, po - q)
            closer = far < dist
            dist[closer] = far[closer]
            best[out[closer]] = q[closer]
    return best


def barycentric(p: Doubles, corners: Doubles) -> Doubles:
    """`(n, 3)` weights of the corners `(n, 3, 3)` at points `(n, 3)` of them; one without area gives its nearest corner."""
    a, b, c = corners[:, 0], corners[:, 1], corners[:, 2]
    normal = np.cross(b - a, c - a)
    square = np.einsum("ij,ij->i", normal, normal)
    flat = square < 1e-60
    over = np.where(flat, 1.0, square)
    v = np.einsum("ij,ij->i", np.cross(p - a, c - a), normal) / over
    w = np.einsum("ij,ij->i", np.cross(b - a, p - a), normal) / over
    out = np.clip(np.stack([1 - v - w, v, w], axis=1), 0, 1)
    if flat.any():
        nearest = np.linalg.norm(corners[flat] - p[flat][:, None], axis=2).argmin(axis=1)
        out[flat] = np.eye(3)[nearest]
    return np.asarray(out / out.sum(axis=1, keepdims=True))


def _lengths(vectors: Doubles) -> Doubles:
    return np.asarray(np.sqrt(np.einsum("ij,ij->i", vectors, vectors)))


def _samples(corners: Doubles, most: int) -> tuple[Doubles, NDArray[np.int64]]:
    """Points on the triangles, spread evenly, and the triangle of each. Small triangles get their centroid alone."""
    m = len(corners)
    a, b, c = (corners[:, i] for i in range(3))
    ab, bc, ca = b - a, c - b, a - c
    twice_area = float(_lengths(np.cross(ab, ca)).sum())
    side = np.maximum(np.maximum(_lengths(ab), _lengths(bc)), _lengths(ca))
    spare = max(most - m, most // 2)
    spacing = np.sqrt(max(twice_area, 1e-300) / spare)
    steps = np.clip(np.ceil(side / (2 * spacing)), 1, 256).astype(int)
    if steps.max() == 1:
        return (a + b + c) / 3, np.arange(m)
    while (steps * (steps + 1) // 2).sum() > 3 * most and steps.max() > 1:
        steps = np.maximum(steps // 2, 1)
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
