"""Feature curves of a triangle mesh: chains of its sharp edges, cut at their corners."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray
from scipy.spatial import cKDTree

from maquette.geometry import topology
from maquette.geometry.mesh import Mesh

Doubles = NDArray[np.float64]
CORNER = 45.0
"""A curve that turns by more than this many degrees has a corner there."""


@dataclass(frozen=True, eq=False)
class Features:
    """Corners and the curves between them.

    Attributes:
        corners: `(c, 3) float64`.
        ends: `(k, 2)` corner at the start and at the end of each curve.
        curves: k polylines `(n, 3) float64`, the corners included.
        rim: `(k,)` True for curves of the boundary.
        on_rim: `(c,)` True for corners that lie on the boundary.
        coherent: share of the length that lies in curves of more than four quads (the rest is noise).
    """

    corners: Doubles
    ends: NDArray[np.int64]
    curves: list[Doubles]
    rim: NDArray[np.bool_]
    on_rim: NDArray[np.bool_]
    coherent: float


def sharp_edges(mesh: Mesh, degrees: float) -> NDArray[np.int64]:
    """`(e, 2)` edges whose two faces' normals are more than `degrees` apart. Edges of one face are none."""
    keys = topology.half_edges(mesh.faces).ravel()
    order = np.argsort(keys)
    other = order[np.searchsorted(keys, topology.twin(keys), sorter=order).clip(0, len(keys) - 1)]
    half = np.flatnonzero((keys[other] == topology.twin(keys)) & (keys < topology.twin(keys)))
    normal = mesh.face_normals().astype(np.float64)
    length = np.linalg.norm(normal, axis=1)
    normal /= np.maximum(length, 1e-30)[:, None]
    a, b = half // 3, other[half] // 3
    sharp = np.einsum("ij,ij->i", normal[a], normal[b]) < np.cos(np.radians(degrees))
    key = np.sort(keys[half[sharp]])
    return np.stack([key >> 32, key & 0xFFFFFFFF], axis=1)


def boundary_edges(faces: NDArray[np.integer]) -> NDArray[np.int64]:
    """`(e, 2)` edges of one polygon alone, of polygons `(m, k)`."""
    keys, uses, _ = topology.edge_counts(faces)
    free = keys[uses == 1]
    return np.stack([free >> 32, free & 0xFFFFFFFF], axis=1)


def join(rim: Features, inner: Features, scale: float) -> Features:
    """Curves of a boundary and of the creases that may end on it: corners within half a `scale` (metres) of the rim's are the same."""
    line = np.concatenate(rim.curves) if rim.curves else np.zeros((0, 3))
    to = np.arange(len(inner.corners)) + len(rim.corners)
    ends = np.zeros(len(inner.corners), bool)
    if len(line) and len(to):
        ends = cKDTree(line).query(inner.corners)[0] < 0.1 * scale
        if len(rim.corners):
            away, near = cKDTree(rim.corners).query(inner.corners)
            to = np.where(ends & (away < 0.5 * scale), near, to)
    return Features(
        np.concatenate([rim.corners, inner.corners]),
        np.concatenate([rim.ends, to[inner.ends].reshape(-1, 2)]),
        rim.curves + inner.curves,
        np.concatenate([rim.rim, inner.rim]),
        np.concatenate([rim.on_rim, ends]),
        inner.coherent,
    )


def trace(points: Doubles, edges: NDArray[np.int64], scale: float, rim: bool = False) -> Features:
    """Curves of the edges `(e, 2)` between points `(n, 3)`; what is wigglier than a tenth of `scale` (metres) makes no corner.

    Loose ends shorter than two scales are noise and left out.
    """
    around: dict[int, list[int]] = {}
    for i, (a, b) in enumerate(edges.tolist()):
        around.setdefault(a, []).append(i)
        around.setdefault(b, []).append(i)
    free = np.ones(len(edges), bool)
    chains: list[list[int]] = []

    def walk(start: int, edge: int) -> None:
        path, at = [start], start
        while True:
            free[edge] = False
            a, b = int(edges[edge, 0]), int(edges[edge, 1])
            at = b if at == a else a
            path.append(at)
            ahead = [e for e in around[at] if free[e]]
            if len(around[at]) != 2 or not ahead:
                break
            edge = ahead[0]
        chains.append(path)

    for node in sorted(n for n, e in around.items() if len(e) != 2):
        for edge in around[node]:
            if free[edge]:
                walk(node, edge)
    for edge in range(len(edges)):
        if free[edge]:
            walk(int(edges[edge, 0]), edge)

    corner: dict[int, int] = {}
    ends: list[tuple[int, int]] = []
    curves: list[Doubles] = []
    total = long = 0.0
    for path in chains:
        line = points[path]
        length = float(np.linalg.norm(np.diff(line, axis=0), axis=1).sum())
        total += length
        loose = min(len(around[path[0]]), len(around[path[-1]])) == 1
        if loose and length < 2 * scale:
            continue
        long += length * (length > 4 * scale)
        cuts = _corners(line, path[0] == path[-1] and len(around[path[0]]) == 2, 0.1 * scale)
        for s, e in pairwise(cuts):
            pair = tuple(corner.setdefault(path[k], len(corner)) for k in (s, e))
            ends.append((pair[0], pair[1]))
            curves.append(line[s : e + 1])
    places = np.zeros((len(corner), 3))
    for vertex, index in corner.items():
        places[index] = points[vertex]
    coherent = long / total if total else 0.0
    pairs = np.array(ends, np.int64).reshape(-1, 2)
    return Features(places, pairs, curves, np.full(len(curves), rim), np.full(len(corner), rim), coherent)


def _corners(line: Doubles, loop: bool, tolerance: float) -> list[int]:
    """Indices at which a polyline is cut: its ends and its corners; a loop without corners in three."""
    kept = _reduce(line, tolerance)
    step = np.diff(line[kept], axis=0)
    step /= np.maximum(np.linalg.norm(step, axis=1, keepdims=True), 1e-30)
    turn = np.einsum("ij,ij->i", step[:-1], step[1:]) < np.cos(np.radians(CORNER))
    cuts = [0, *[kept[i + 1] for i in np.flatnonzero(turn)], len(line) - 1]
    if loop and len(cuts) < 4:
        along = np.concatenate([[0.0], np.cumsum(np.linalg.norm(np.diff(line, axis=0), axis=1))])
        thirds = [int(np.abs(along - along[-1] * k / 3).argmin()) for k in (1, 2)]
        cuts = sorted({*cuts, *thirds})
    return cuts


def _reduce(line: Doubles, tolerance: float) -> list[int]:
    """Indices of the points that a polyline needs to stay within `tolerance` (Douglas and Peucker 1973)."""
    keep = {0, len(line) - 1}
    stack = [(0, len(line) - 1)]
    while stack:
        s, e = stack.pop()
        if e - s < 2:
            continue
        d = line[e] - line[s]
        t = np.clip((line[s + 1 : e] - line[s]) @ d / max(d @ d, 1e-300), 0, 1)
        away = np.linalg.norm(line[s + 1 : e] - line[s] - t[:, None] * d, axis=1)
        if away.max() > tolerance:
            middle = s + 1 + int(away.argmax())
            keep.add(middle)
            stack += [(s, middle), (middle, e)]
    return sorted(keep)
