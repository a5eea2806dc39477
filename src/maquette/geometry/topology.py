"""Combinatorial facts of an indexed triangle mesh: edges, components, fans, Euler number. Nothing here looks at distances."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import coo_matrix
from scipy.sparse.csgraph import connected_components

Ints = NDArray[np.int32]
Longs = NDArray[np.int64]


def half_edges(faces: NDArray[np.integer]) -> Longs:
    """`(m, k) int64` keys `from << 32 | to` of the directed edges of polygons `(m, k)`; edge i leaves corner i."""
    f = np.asarray(faces, np.int64)
    return f << 32 | np.roll(f, -1, axis=1)


def twin(keys: Longs) -> Longs:
    """The same edges seen from the other side."""
    return (keys & 0xFFFFFFFF) << 32 | keys >> 32


def undirected(keys: Longs) -> Longs:
    """Keys that are equal for both directions of an edge."""
    return np.minimum(keys, twin(keys))


def edge_counts(faces: NDArray[np.integer]) -> tuple[Longs, Longs, Longs]:
    """`(e,)` undirected edge keys, sorted; how often each is used; and the sum of directions (+1 up, -1 down)."""
    keys = half_edges(faces).ravel()
    low = undirected(keys)
    order = np.argsort(low, kind="stable")
    first = np.flatnonzero(np.r_[True, np.diff(low[order]) != 0]) if len(low) else np.zeros(0, np.int64)
    sign = np.where(keys == low, 1, -1)[order]
    uses = np.diff(np.r_[first, len(low)])
    balance = np.add.reduceat(sign, first) if len(first) else np.zeros(0, np.int64)
    return low[order][first], uses.astype(np.int64), balance.astype(np.int64)


def copied_faces(faces: NDArray[np.integer]) -> NDArray[np.bool_]:
    """`(m,)` True for each triangle over the same three vertices as an earlier one, in any order."""
    f = np.sort(np.asarray(faces, np.int64), axis=1)
    order = np.lexsort((f[:, 2], f[:, 0] << 32 | f[:, 1]))
    again = np.zeros(len(f), bool)
    again[order[1:]] = (f[order[1:]] == f[order[:-1]]).all(axis=1)
    return again


def is_closed(faces: NDArray[np.integer]) -> bool:
    """True if every directed edge occurs once and has its twin: watertight, edge-manifold and consistently turned."""
    f = np.asarray(faces, np.int64)
    if not f.size or f.size % 2:
        return False
    # One number an edge, even one way and odd the other: after one sort each pair must stand side by side. Columns, not rows: faster.
    corners = np.ascontiguousarray(f.T)
    keys = np.empty(f.size, np.int64)
    for i, out in enumerate(keys.reshape(corners.shape)):
        a, b = corners[i], corners[(i + 1) % len(corners)]
        np.left_shift(np.minimum(a, b), 32, out=out)
        out |= np.maximum(a, b) << 1
        out |= a > b
    keys.sort()
    even = keys[::2]
    return bool((keys[1::2] == (even | 1)).all() and not (even & 1).any() and (even[1:] != even[:-1]).all())


def vertex_components(faces: NDArray[np.integer], count: int) -> tuple[int, Ints]:
    """Number of parts joined by edges and the label of each of `count` vertices; unused vertices are parts of their own."""
    f = np.asarray(faces, np.int32)
    rows = np.concatenate([f[:, i] for i in range(f.shape[1] - 1)]) if f.size else np.zeros(0, np.int32)
    cols = np.concatenate([f[:, i + 1] for i in range(f.shape[1] - 1)]) if f.size else np.zeros(0, np.int32)
    graph = coo_matrix((np.ones(len(rows), np.int8), (rows, cols)), shape=(count, count))
    n, labels = connected_components(graph, directed=False)
    return int(n), labels.astype(np.int32)


def corner_fans(faces: NDArray[np.integer]) -> tuple[int, Ints]:
    """Number of fans and the fan of each corner `(m, 3)`: corners of one vertex that are joined across shared edges.

    A mesh whose edges are manifold has manifold vertices if and only if it has as many fans as used vertices.
    """
    f = np.asarray(faces, np.int64)
    m, k = f.shape
    keys = half_edges(f)
    low = undirected(keys).ravel()
    corner = np.arange(m * k).reshape(m, k)
    start, end = corner.ravel(), np.roll(corner, -1, axis=1).ravel()
    rising = keys.ravel() == low
    at_low, at_high = np.where(rising, start, end), np.where(rising, end, start)
    order = np.argsort(low, kind="stable")
    same = np.flatnonzero(low[order][1:] == low[order][:-1])
    a, b = order[same], order[same + 1]
    rows, cols = np.r_[at_low[a], at_high[a]], np.r_[at_low[b], at_high[b]]
    graph = coo_matrix((np.ones(len(rows), np.int8), (rows, cols)), shape=(m * k, m * k))
    n, labels = connected_components(graph, directed=False)
    return int(n), labels.reshape(m, k).astype(np.int32)


def is_manifold(faces: NDArray[np.integer]) -> bool:
    """True if every edge has at most two faces and every vertex one fan."""
    if not len(faces):
        return False
    _, uses, _ = edge_counts(faces)
    if uses.max() > 2:
        return False
    return corner_fans(faces)[0] == len(np.unique(faces))


def euler_number(faces: NDArray[np.integer]) -> int:
    """V - E + F over the used vertices: 2 for a ball, 0 for a torus, summed over the parts."""
    return len(np.unique(faces)) - len(edge_counts(faces)[0]) + len(faces)


def signed_volume(vertices: NDArray[np.floating], faces: NDArray[np.integer]) -> float:
    """Volume in cubed units, by the divergence theorem; positive if a closed mesh faces outward."""
    if not len(faces):
        return 0.0
    v = np.asarray(vertices, np.float64)
    v = v - v.mean(axis=0)
    a, b, c = v[faces[:, 0]], v[faces[:, 1]], v[faces[:, 2]]
    return float(np.einsum("ij,ij->i", a, np.cross(b, c)).sum() / 6)
