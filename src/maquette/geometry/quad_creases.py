"""Lay edges of a quad mesh on the feature curves of its source: corners on corners, shortest paths of edges on the curves.

Instant Meshes aligns its field to creases, but its vertices stop short of them by up to half an edge, which cuts corners off and
leaves ragged ridges: of a machined block's sharp edges only 71 % had a sharp quad edge within a tenth of an edge.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import coo_matrix, csr_matrix
from scipy.sparse.csgraph import dijkstra
from scipy.spatial import cKDTree

from maquette.geometry import topology
from maquette.geometry.mesh import Mesh, split_quads
from maquette.geometry.quad_features import Features, boundary_edges
from maquette.geometry.quad_surface import Surface

Doubles = NDArray[np.float64]
Quads = NDArray[np.int32]
Longs = NDArray[np.int64]
REACH = (1.1, 2.0)
"""Vertices further than this many edges from a curve are not pulled onto it, at first and where that fails."""


def edge_graph(quads: Quads, count: int) -> csr_matrix:
    """`(count, count)` sparse: which vertices share an edge."""
    keys = np.unique(topology.undirected(topology.half_edges(quads).ravel()))
    a, b = keys >> 32, keys & 0xFFFFFFFF
    return coo_matrix((np.ones(2 * len(a)), (np.r_[a, b], np.r_[b, a])), shape=(count, count)).tocsr()


def lay_edges(vertices: Doubles, quads: Quads, features: Features, edge: float) -> tuple[Doubles, Longs]:
    """Vertices `(n, 3)` moved so that paths of edges lie on the curves, and those edges `(e, 2)`.

    Curves of the rim only have their corners put in place.

    Args:
        features: of the source, in the same frame.
        edge: side of a quad, metres.
    """
    out = vertices.copy()
    tree = cKDTree(vertices)
    graph = edge_graph(quads, len(vertices))
    border = np.zeros(len(vertices), bool)
    border[boundary_edges(quads).ravel()] = True
    at = np.full(len(features.corners), -1, np.int64)
    for corners, pool in ((features.on_rim, np.flatnonzero(border)), (~features.on_rim, np.flatnonzero(~border))):
        if corners.any() and len(pool):
            claimed = _claim_corners(cKDTree(vertices[pool]), features.corners[corners], edge)
            at[corners] = np.where(claimed >= 0, pool[claimed], -1)
    # The rim is a path already: its corners are put in place, the caller projects the rest.
    rim_ends = np.unique(features.ends[features.rim])
    rim_ends = rim_ends[at[rim_ends] >= 0]
    out[at[rim_ends]] = features.corners[rim_ends]
    used = np.zeros(len(vertices), bool)
    used[at[at >= 0]] = True
    lengths = np.array([np.linalg.norm(np.diff(c, axis=0), axis=1).sum() for c in features.curves])
    lines = [_resample(curve, edge / 8) for curve in features.curves]
    nearest = np.full(len(vertices), -1, np.int64)
    if lines:
        away, spot = cKDTree(np.concatenate(lines)).query(vertices, distance_upper_bound=2 * edge)
        reached = np.isfinite(away)
        nearest[reached] = np.repeat(np.arange(len(lines)), [len(line) for line in lines])[spot[reached]]
    laid: list[Longs] = []
    left = np.argsort(-lengths, kind="stable").tolist()
    for reach in REACH:
        failed = []
        for k in left:
            start, end = at[features.ends[k]].tolist()
            if features.rim[k] or start < 0 or end < 0 or start == end or lengths[k] < 0.5 * edge:
                continue
            near = np.unique(np.concatenate(tree.query_ball_point(lines[k][::3], reach * edge)).astype(np.int64))
            near = near[(~used[near] & ~border[near]) | (near == start) | (near == end)]
            found = _lay(vertices, graph, near, nearest[near] != k, lines[k], (start, end), edge)
            if found is None:
                failed.append(k)
                continue
            path, places = found
            out[path] = places
            used[path] = True
            laid.append(np.stack([path[:-1], path[1:]], axis=1))
        left = failed
    return out, np.concatenate(laid) if laid else np.zeros((0, 2), np.int64)


def relax(
    vertices: Doubles, quads: Quads, surface: Surface, fixed: NDArray[np.bool_], moving: NDArray[np.bool_], rounds: int
) -> Doubles:
    """The `moving` vertices that are not `fixed`, spread evenly: means of their neighbours, put back on the surface."""
    rows = np.flatnonzero(moving & ~fixed)
    if not len(rows):
        return vertices
    graph = edge_graph(quads, len(vertices))[rows]
    weight = np.maximum(np.asarray(graph.sum(axis=1)).ravel(), 1)[:, None]
    v = vertices.copy()
    for _ in range(rounds):
        normals = Mesh(v.astype(np.float32), split_quads(quads)).vertex_normals()[rows].astype(np.float64)
        step = graph @ v / weight - v[rows]
        step -= normals * np.einsum("ij,ij->i", step, normals)[:, None]
        v[rows], _ = surface.query(v[rows] + 0.7 * step, normals)
    return v


def rings(quads: Quads, marked: NDArray[np.bool_], count: int) -> NDArray[np.bool_]:
    """Vertices `(n,)` within `count` rings of quads around the marked ones."""
    out = marked.copy()
    for _ in range(count):
        out[quads[out[quads].any(axis=1)]] = True
    return out


def _claim_corners(tree: cKDTree, corners: Doubles, edge: float) -> Longs:
    """The vertex of each corner, or -1: nearest pairs first, no vertex for two corners."""
    at = np.full(len(corners), -1, np.int64)
    if not len(corners):
        return at
    distance, near = tree.query(corners, k=min(8, tree.n), distance_upper_bound=1.3 * edge)
    taken: set[int] = set()
    for flat in np.argsort(distance, axis=None, kind="stable").tolist():
        corner, rank = divmod(flat, near.shape[1])
        vertex = int(near[corner, rank])
        if vertex < tree.n and at[corner] < 0 and vertex not in taken:
            at[corner] = vertex
            taken.add(vertex)
    return at


def _lay(
    vertices: Doubles,
    graph: csr_matrix,
    near: Longs,
    foreign: NDArray[np.bool_],
    line: Doubles,
    ends: tuple[int, int],
    edge: float,
) -> tuple[Longs, Doubles] | None:
    """The path of vertices `(n,)` to lay on a line and their places `(n, 3)`; None where none fits.

    `near` are the vertices it may use, sorted; `foreign` ones lie nearer to another curve, and are left to that where it can be.
    """
    start, end = np.searchsorted(near, ends).tolist()
    if max(start, end) >= len(near) or near[start] != ends[0] or near[end] != ends[1]:
        return None
    away, spot = cKDTree(line).query(vertices[near])
    path = _path(graph, vertices, near, away / edge + 0.5 * foreign, start, end)
    if path is None:
        return None
    step = np.linalg.norm(np.diff(vertices[near[path]], axis=0), axis=1)
    length = float(np.linalg.norm(np.diff(line, axis=0), axis=1).sum())
    if step.sum() > 1.6 * length + edge or away[path].mean() > 0.7 * edge:
        return None
    # Half where the vertices are, in order, and half evenly spread: ragged paths have several vertices at one place.
    here = np.maximum.accumulate(spot[path] / (len(line) - 1))
    here = np.clip((here - here[0]) / max(here[-1] - here[0], 1e-9), 0, 1)
    index = (0.5 * here + 0.5 * np.concatenate([[0.0], np.cumsum(step)]) / step.sum()) * (len(line) - 1)
    low = np.minimum(index.astype(int), len(line) - 2)
    return near[path], line[low] + (line[low + 1] - line[low]) * (index - low)[:, None]


def _path(graph: csr_matrix, vertices: Doubles, near: Longs, away: Doubles, start: int, end: int) -> Longs | None:
    """Positions in `near` along the cheapest path of edges; a step far from the curve costs more than its length."""
    local = graph[near][:, near].tocoo()
    length = np.linalg.norm(vertices[near[local.row]] - vertices[near[local.col]], axis=1)
    cost = length * (1 + 10 * ((away[local.row] + away[local.col]) / 2) ** 2)
    weighted = csr_matrix((cost, (local.row, local.col)), shape=local.shape)
    distance, before = dijkstra(weighted, indices=start, return_predecessors=True)
    if not np.isfinite(distance[end]):
        return None
    path = [end]
    while path[-1] != start:
        path.append(int(before[path[-1]]))
    return np.array(path[::-1], np.int64)


def _resample(line: Doubles, spacing: float) -> Doubles:
    """Points on a polyline at equal distances of about `spacing`, at least three."""
    along = np.concatenate([[0.0], np.cumsum(np.linalg.norm(np.diff(line, axis=0), axis=1))])
    at = np.linspace(0, along[-1], max(int(np.ceil(along[-1] / spacing)) + 1, 3))
    return np.stack([np.interp(at, along, line[:, k]) for k in range(3)], axis=1)
