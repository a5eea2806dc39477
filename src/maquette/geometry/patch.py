"""A patch over a hole: refine it to the size of the faces around, flip to Delaunay, and bend it on smoothly (Liepa 2003)."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix, diags
from scipy.sparse.linalg import spsolve

from maquette.geometry import topology

Doubles = NDArray[np.float64]
Longs = NDArray[np.int64]

MOST_FACES = 20_000
"""A patch is not refined beyond so many faces: its solve would take seconds."""


def refine(v: Doubles, faces: Longs, taken: Longs) -> tuple[Doubles, Longs, Longs]:
    """The disc with inner edges no longer than 1.4 of the mean edge of its rim.

    Args:
        v: all vertices `(n, 3)`.
        faces: the disc's triangles `(m, 3)`.
        taken: `(k,)` undirected keys of all edges of the mesh, which flips must not make again.

    Returns:
        vertices with new ones at the end, the disc's new triangles, and the indices of its inner vertices.
    """
    count = len(v)
    edges, uses, _ = topology.edge_counts(faces)
    rim = edges[uses == 1]
    size = float(np.linalg.norm(v[rim >> 32] - v[rim & 0xFFFFFFFF], axis=1).mean())
    faces = _flip(v, faces, taken)
    for _ in range(24):
        if len(faces) > MOST_FACES:
            break
        v, split = _split_longest(v, faces, 1.4 * size)
        if split is None:
            break
        faces = _flip(v, split, taken)
    return v, faces, np.arange(count, len(v))


def fair(v: Doubles, all_faces: Longs, patch: Longs, inner: Longs) -> Doubles:
    """Vertices with the `inner` ones moved so that the patch goes on as the surface around it bends (least squared Laplacian)."""
    if not len(inner):
        return v
    edges, _, _ = topology.edge_counts(all_faces)
    a, b = edges >> 32, edges & 0xFFFFFFFF
    weight = 1 / np.maximum(np.linalg.norm(v[a] - v[b], axis=1), 1e-12)
    n = len(v)
    graph = csr_matrix((np.r_[weight, weight], (np.r_[a, b], np.r_[b, a])), shape=(n, n))
    rows = np.unique(patch)
    graph = graph[rows]
    total = np.asarray(graph.sum(axis=1)).ravel()
    laplacian = csr_matrix(diags(1 / np.maximum(total, 1e-300)) @ graph)
    pick = csr_matrix((np.ones(len(rows)), (np.arange(len(rows)), rows)), shape=(len(rows), n))
    laplacian = csr_matrix(pick - laplacian)
    unknown = laplacian[:, inner]
    held = np.ones(n)
    held[inner] = 0
    right = -(laplacian @ (v * held[:, None]))
    solved = spsolve((unknown.T @ unknown).tocsc(), unknown.T @ right)
    out = v.copy()
    out[inner] = np.reshape(solved, (len(inner), 3))
    # Where a ragged rim makes the solution overshoot, the flat patch is the better one.
    low, high = v[rows].min(axis=0), v[rows].max(axis=0)
    slack = 0.6 * float((high - low).max())
    wild = ~np.isfinite(out[inner]).all() or (out[inner] < low - slack).any() or (out[inner] > high + slack).any()
    return v if wild else out


def _split_longest(v: Doubles, f: Longs, limit: float) -> tuple[Doubles, Longs | None]:
    """Inner edges above the limit halved, no two in one face; None for the faces if there are none."""
    low = topology.undirected(topology.half_edges(f))
    edges, inverse, uses = np.unique(low, return_inverse=True, return_counts=True)
    inverse = inverse.reshape(f.shape)
    length = np.linalg.norm(v[edges >> 32] - v[edges & 0xFFFFFFFF], axis=1)
    length = np.where((uses == 2) & (length > limit), length, 0.0)
    if not length.any():
        return v, None
    rank = np.empty(len(edges), np.int64)
    rank[np.lexsort((np.arange(len(edges)), length))] = np.arange(len(edges))
    best = rank[inverse].max(axis=1)
    agreed = np.bincount(inverse.ravel(), rank[inverse.ravel()] == np.repeat(best, 3), minlength=len(edges))
    pick = np.flatnonzero((agreed == 2) & (length > 0))
    middle = np.full(len(edges), -1)
    middle[pick] = len(v) + np.arange(len(pick))
    v = np.concatenate([v, (v[edges[pick] >> 32] + v[edges[pick] & 0xFFFFFFFF]) / 2])
    at = middle[inverse]
    whole = (at < 0).all(axis=1)
    cut, side = f[~whole], (at[~whole] >= 0).argmax(axis=1)
    rows = np.arange(len(cut))
    m = at[~whole][rows, side]
    p, q, r = (cut[rows, (side + i) % 3] for i in range(3))
    return v, np.concatenate([f[whole], np.stack([p, m, r], axis=1), np.stack([m, q, r], axis=1)])


def _flip(v: Doubles, f: Longs, taken: Longs, rounds: int = 30) -> Longs:
    """Inner edges flipped until the angles opposite to each sum to at most 180 degrees, no two flips in one face at a time."""
    f = f.copy()
    for _ in range(rounds):
        low = topology.undirected(topology.half_edges(f)).ravel()
        order = np.argsort(low, kind="stable")
        same = np.flatnonzero(low[order][1:] == low[order][:-1])
        one, two = order[same], order[same + 1]
        fa, fb = one // 3, two // 3
        a, b = f[fa, one % 3], f[fa, (one + 1) % 3]
        c, d = f[fa, (one + 2) % 3], f[fb, (two + 2) % 3]
        excess = _angle(v, a, c, b) + _angle(v, a, d, b) - np.pi
        new = np.minimum(c, d) << 32 | np.maximum(c, d)
        n0 = np.cross(v[b] - v[a], v[c] - v[a]) + np.cross(v[d] - v[a], v[b] - v[a])
        n1, n2 = np.cross(v[d] - v[a], v[c] - v[a]), np.cross(v[c] - v[b], v[d] - v[b])
        convex = (np.einsum("ij,ij->i", n0, n1) > 0) & (np.einsum("ij,ij->i", n0, n2) > 0)
        want = np.flatnonzero((excess > 1e-6) & ~np.isin(new, low) & ~np.isin(new, taken) & convex)
        if not len(want):
            break
        want = want[np.lexsort((want, -excess[want]))]
        rank = np.arange(len(want))
        first = np.full(len(f), len(want))
        np.minimum.at(first, np.r_[fa[want], fb[want]], np.r_[rank, rank])
        want = want[(first[fa[want]] == rank) & (first[fb[want]] == rank)]
        want = want[np.sort(np.unique(new[want], return_index=True)[1])]
        f[fa[want]] = np.stack([a[want], d[want], c[want]], axis=1)
        f[fb[want]] = np.stack([b[want], c[want], d[want]], axis=1)
    return f


def _angle(v: Doubles, a: Longs, at: Longs, b: Longs) -> Doubles:
    p, q = v[a] - v[at], v[b] - v[at]
    return np.asarray(np.arctan2(np.linalg.norm(np.cross(p, q), axis=1), np.einsum("ij,ij->i", p, q)))
