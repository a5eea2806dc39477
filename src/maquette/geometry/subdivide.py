"""Subdivide triangles without changing the shape, to any face count: the longest edges are halved first (Rivara 1984)."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from maquette.geometry import topology
from maquette.geometry.mesh import Mesh


def subdivide(mesh: Mesh, target_faces: int) -> Mesh:
    """Triangles of the same surface, at least `target_faces` and at most one more than needed.

    Each step halves the longest edges, no two in one triangle, so a closed mesh gains two faces an edge and stays closed.

    Args:
        mesh: quads and UVs are not kept.
        target_faces: faces wanted; a mesh that already has as many is returned as triangles.
    """
    v, f = mesh.vertices.astype(np.float64), mesh.faces.astype(np.int64)
    while len(f) < target_faces:
        v, f = _split(v, f, target_faces - len(f))
    return Mesh(v.astype(np.float32), f.astype(np.int32))


def _split(v: NDArray[np.float64], f: NDArray[np.int64], missing: int) -> tuple[NDArray[np.float64], NDArray[np.int64]]:
    keys = topology.half_edges(f)
    edges, inverse = np.unique(topology.undirected(keys), return_inverse=True)
    inverse = inverse.reshape(f.shape)
    a, b = edges >> 32, edges & 0xFFFFFFFF
    length = np.linalg.norm(v[a] - v[b], axis=1)
    # Rank makes ties deterministic; an edge is split if it is the longest one of all its triangles.
    rank = np.empty(len(edges), np.int64)
    rank[np.lexsort((np.arange(len(edges)), length))] = np.arange(len(edges))
    best = rank[inverse].max(axis=1)
    chosen = np.ones(len(edges), bool)
    np.logical_and.at(chosen, inverse.ravel(), rank[inverse.ravel()] == np.repeat(best, 3))
    chosen &= length >= 0.5 * length.max()
    gain = np.bincount(inverse.ravel(), minlength=len(edges))
    pick = np.flatnonzero(chosen)
    pick = pick[np.argsort(-rank[pick])]
    enough = np.searchsorted(np.cumsum(gain[pick]), missing) + 1
    pick = pick[:enough]
    middle = np.full(len(edges), -1)
    middle[pick] = len(v) + np.arange(len(pick))
    v = np.concatenate([v, (v[a[pick]] + v[b[pick]]) / 2])
    at = middle[inverse]  # (m, 3), at most one new vertex a triangle
    whole = (at < 0).all(axis=1)
    cut = f[~whole]
    side = (at[~whole] >= 0).argmax(axis=1)
    rows = np.arange(len(cut))
    m = at[~whole][rows, side]
    p, q, r = (cut[rows, (side + i) % 3] for i in range(3))
    halves = np.concatenate([np.stack([p, m, r], axis=1), np.stack([m, q, r], axis=1)])
    return v, np.concatenate([f[whole], halves])
