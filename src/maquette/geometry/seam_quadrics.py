"""Quadrics over position and UV together: what a collapse costs a textured surface (Garland and Heckbert 1998).

Every corner of the texture layout ("wedge": a vertex on one side of its seams) is a point (x, y, z, s u, s v) in five dimensions. The
quadric of a wedge sums the squared distances to the planes of its triangles there, so a texture that would slide counts like a surface
that would move. Borders of charts get planes of their own, which keeps seams and open edges in place.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

from maquette.geometry import topology

Doubles = NDArray[np.float64]
Longs = NDArray[np.int64]

UV_WEIGHT = 0.5
"""A texture that slides by a millimetre counts like a surface that moves by half of one."""

BORDER_WEIGHT = 2.0
"""Of the planes at borders of charts and of the surface, per squared length of the edge."""


def wedge_points(vertices: Doubles, vertex: Longs, uv: Doubles, faces: Longs, corners: Longs) -> Doubles:
    """`(k, 6)` homogeneous points (x, y, z, s u, s v, 1) of the wedges; s makes UVs as long as the surface, times `UV_WEIGHT`.

    Args:
        vertices: `(n, 3)`.
        vertex: `(k,)` vertex of each wedge.
        uv: `(k, 2)`.
        faces: `(m, 3)` vertices, `corners (m, 3)` wedges.
    """
    a, b, c = (vertices[faces[:, i]] for i in range(3))
    area = np.linalg.norm(np.cross(b - a, c - a), axis=1).sum()
    p, q, r = (uv[corners[:, i]] for i in range(3))
    e, f = q - p, r - p
    flat = np.abs(e[:, 0] * f[:, 1] - e[:, 1] * f[:, 0]).sum()
    scale = UV_WEIGHT * np.sqrt(area / flat) if flat > 0 else 0.0
    return np.concatenate([vertices[vertex], scale * uv, np.ones((len(uv), 1))], axis=1)


def wedge_quadrics(points: Doubles, corners: Longs) -> Doubles:
    """`(k, 6, 6)` quadric of each wedge: `x Q x` is the area-weighted squared distance from the planes of its triangles."""
    m = len(corners)
    x = points[corners][:, :, :5]
    e1 = _unit(x[:, 1] - x[:, 0])
    side = x[:, 2] - x[:, 0]
    height = side - e1 * np.einsum("ij,ij->i", side, e1)[:, None]
    twice = np.linalg.norm(x[:, 1] - x[:, 0], axis=1) * np.linalg.norm(height, axis=1)
    e2 = _unit(height)
    a = np.eye(5) - np.einsum("ni,nj->nij", e1, e1) - np.einsum("ni,nj->nij", e2, e2)
    off = np.concatenate([a, -np.einsum("nij,nj->ni", a, x[:, 0])[:, :, None]], axis=2)
    face = np.einsum("nki,nkj->nij", off, off) * (twice / 6)[:, None, None]
    rows, record = corners.ravel(), np.repeat(np.arange(m), 3)
    data = face.reshape(m, 36)
    # Edges of one triangle only in the plane of the texture: borders of charts.
    keys = topology.undirected(topology.half_edges(corners)).ravel()
    _, inverse, uses = np.unique(keys, return_inverse=True, return_counts=True)
    at = np.flatnonzero(uses[inverse.ravel()] == 1)
    f, i = at // 3, at % 3
    p, q, r = x[f, i], x[f, (i + 1) % 3], x[f, (i + 2) % 3]
    along = _unit(q - p)
    inward = _unit((r - p) - along * np.einsum("ij,ij->i", r - p, along)[:, None])
    plane = np.concatenate([inward, -np.einsum("ij,ij->i", inward, p)[:, None]], axis=1)
    weight = BORDER_WEIGHT * ((q - p) ** 2).sum(axis=1)
    border = (np.einsum("ni,nj->nij", plane, plane) * weight[:, None, None]).reshape(-1, 36)
    rows = np.r_[rows, corners[f, i], corners[f, (i + 1) % 3]]
    record = np.r_[record, m + np.tile(np.arange(len(at)), 2)]
    gather = csr_matrix((np.ones(len(rows)), (rows, record)), shape=(len(points), m + len(at)))
    return np.asarray(gather @ np.concatenate([data, border])).reshape(-1, 6, 6)


def cost(quadrics: Doubles, points: Doubles) -> Doubles:
    """`(n,)` value of each quadric `(n, 6, 6)` at its homogeneous point `(n, 6)`."""
    return np.asarray(np.einsum("ni,ni->n", np.einsum("nij,nj->ni", quadrics, points), points)).clip(0)


def _unit(vectors: Doubles) -> Doubles:
    return np.asarray(vectors / np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-300))
