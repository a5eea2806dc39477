"""Split a mesh into the parts that a person would name: a label for each face.

Separate pieces are parts. A single solid is divided where people see joints (the minima rule, Hoffman and Richards 1984): along concave
creases and where its thickness changes (Shapira et al. 2008). Regions of faces are joined pair by pair, the pair with the weakest border
between them last, until there are few enough and every border left is a good one. `part_solids` makes closed solids of the labels.
"""

from __future__ import annotations

import heapq
import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import connected_components
from scipy.spatial import cKDTree

from maquette.errors import MeshError
from maquette.geometry import topology
from maquette.geometry.clean import merge_vertices, validate
from maquette.geometry.closest import ClosestPoints
from maquette.geometry.inner_balls import thickness
from maquette.geometry.mesh import Mesh
from maquette.geometry.simplify import simplify

Doubles = NDArray[np.float64]
Longs = NDArray[np.int64]

MOST_PARTS = 12
WORK_FACES = 5000
"""Regions are found on so many triangles: simplification draws the edges along the creases and takes fine relief away."""

CREASE, EDGE = 0.35, 3.0
"""Radians of a concave and of a convex bend after which a border counts a third: joints are concave."""

THINNING = 0.45
"""Difference in the logarithm of thickness after which a border counts a third."""

JOIN = 0.3
"""Weighted length of a border over the root of the smaller region's area, above which two regions are one part."""

SMALL = 0.06
"""Share of the whole area below which a part is joined to a neighbour the sooner the smaller it is."""

SPECK = 0.003
"""Share of the whole area below which nothing is a part."""


def split_parts(mesh: Mesh, strength: int, *, given: NDArray[np.integer] | None = None) -> NDArray[np.int32]:
    """`(m,) int32` part of each triangle of `mesh`, counted from 0, the part with the largest area first; deterministic.

    Both halves of a quad are of one part, and a part is one piece unless the mesh has more pieces than `strength`: then small ones go with
    the piece next to them.

    Args:
        mesh: any triangles or quads, open or closed.
        strength: the most parts, 2 to 12. A shape without joints (a ball) gives fewer.
        given: `(m,)` labels that the file itself gives, such as objects or materials; borders between them are the best ones.

    Raises:
        MeshError: the mesh is empty or broken, or an argument is out of range.
    """
    validate(mesh, "split_parts")
    if not 2 <= strength <= MOST_PARTS:
        raise MeshError(f"split_parts: strength must be from 2 to {MOST_PARTS}.")
    if given is not None and len(given) != len(mesh.faces):
        raise MeshError("split_parts: give one label for each triangle.")
    joined = Mesh(mesh.vertices, mesh.faces)
    if not topology.is_closed(joined.faces):
        joined = merge_vertices(joined)
    work, origin = joined, given
    if len(joined.faces) > 2 * WORK_FACES:
        work = _fewer(joined)
        if given is not None and work is not joined:
            middles = work.vertices[work.faces].mean(axis=1)
            origin = np.asarray(given)[ClosestPoints(joined).locate(middles, _normals(work))[0]]
    label = _regions(work, strength, origin)
    graph = _neighbours(joined)
    if work is not joined:
        middles = joined.vertices[joined.faces].mean(axis=1)
        face, _ = ClosestPoints(work).locate(middles, _normals(joined))
        label = _smooth_borders(label[face], graph)
    label = _one_piece(label, graph, _areas(joined))
    if mesh.quads is not None:
        q = 2 * len(mesh.quads)
        label[1:q:2] = label[0:q:2]
    return _by_size(label, _areas(joined))


def _fewer(mesh: Mesh) -> Mesh:
    try:
        return simplify(mesh, WORK_FACES)
    except MeshError:
        return mesh


@dataclass(frozen=True, eq=False)
class _Graph:
    """Neighbouring faces: `a`, `b` `(e,)`, the edge's `length` and how well the border holds the two together (`weight`, 0 to 1)."""

    a: Longs
    b: Longs
    length: Doubles
    weight: Doubles


def _areas(mesh: Mesh) -> Doubles:
    return np.asarray(np.linalg.norm(mesh.face_normals().astype(np.float64), axis=1) / 2)


def _normals(mesh: Mesh) -> Doubles:
    n = mesh.face_normals().astype(np.float64)
    return np.asarray(n / np.maximum(np.linalg.norm(n, axis=1, keepdims=True), 1e-30))


def _neighbours(mesh: Mesh) -> _Graph:
    """All pairs of faces at an edge; where more than two meet, each with the next."""
    v = mesh.vertices.astype(np.float64)
    keys = topology.undirected(topology.half_edges(mesh.faces)).ravel()
    order = np.argsort(keys, kind="stable")
    same = np.flatnonzero(keys[order][1:] == keys[order][:-1])
    one, two = order[same], order[same + 1]
    a, b = one // 3, two // 3
    key = keys[one]
    length = np.linalg.norm(v[key >> 32] - v[key & 0xFFFFFFFF], axis=1)
    normal = _normals(mesh)
    middle = v[mesh.faces].mean(axis=1)
    bend = np.arccos(np.clip((normal[a] * normal[b]).sum(axis=1), -1, 1))
    concave = (normal[a] * (middle[b] - middle[a])).sum(axis=1) > 0
    weight = np.exp(-bend / np.where(concave, CREASE, EDGE))
    return _Graph(a.astype(np.int64), b.astype(np.int64), length, weight)


def _regions(mesh: Mesh, most: int, given: NDArray[np.integer] | None) -> Longs:
    """`(m,)` region of each face after joining."""
    graph = _neighbours(mesh)
    area = _areas(mesh)
    thick = _evened(np.log(thickness(mesh)), graph, area)
    strong = graph.length * graph.weight
    if given is not None:
        strong = np.where(np.asarray(given)[graph.a] == np.asarray(given)[graph.b], strong, 0.0)
    merger = _Merger(area, thick)
    for i, j, w in zip(graph.a.tolist(), graph.b.tolist(), strong.tolist(), strict=True):
        if i != j:
            merger.link(i, j, w)
    for i, j in _specks(mesh, graph, area):
        merger.link(i, j, 0.0)
    merger.join(most)
    label = merger.labels()
    if label.max() >= most:
        label = _grouped(mesh, label, area, most)
    return label


def _evened(values: Doubles, graph: _Graph, area: Doubles, rounds: int = 4) -> Doubles:
    """Values of faces averaged with their neighbours', not across creases."""
    n = len(values)
    link = csr_matrix(
        (np.r_[graph.weight, graph.weight], (np.r_[graph.a, graph.b], np.r_[graph.b, graph.a])), shape=(n, n)
    )
    total = np.asarray(link @ area) + area
    for _ in range(rounds):
        values = (np.asarray(link @ (area * values)) + area * values) / np.maximum(total, 1e-30)
    return values


class _Merger:
    """Regions of faces, joined in pairs, the pair that its border holds together best first."""

    def __init__(self, area: Doubles, thick: Doubles) -> None:
        self.whole = float(area.sum())
        floor = 1e-9 * self.whole
        self.area = np.maximum(area, floor).tolist()
        self.thick = thick.tolist()
        self.border: list[dict[int, float]] = [{} for _ in self.area]
        self.into = list(range(len(self.area)))
        self.stamp = [0] * len(self.area)
        self.heap: list[tuple[float, int, int, int, int]] = []

    def link(self, i: int, j: int, weight: float) -> None:
        self.border[i][j] = self.border[i].get(j, 0.0) + weight
        self.border[j][i] = self.border[j].get(i, 0.0) + weight

    def score(self, i: int, j: int) -> float:
        """How much the two are one part."""
        small = min(self.area[i], self.area[j])
        held = self.border[i][j] / small**0.5 * math.exp(-abs(self.thick[i] - self.thick[j]) / THINNING)
        sooner = max(1.0, SMALL * self.whole / small)
        return float(held * sooner + (1e3 if small < SPECK * self.whole else 0.0))

    def push(self, i: int, j: int) -> None:
        i, j = min(i, j), max(i, j)
        heapq.heappush(self.heap, (-self.score(i, j), i, j, self.stamp[i], self.stamp[j]))

    def join(self, most: int) -> None:
        """Until there are at most `most` regions, or nothing is left to join, and every border left is below `JOIN`."""
        for i, others in enumerate(self.border):
            for j in others:
                if i < j:
                    self.push(i, j)
        count = len(self.area)
        while self.heap:
            score, i, j, si, sj = heapq.heappop(self.heap)
            if si != self.stamp[i] or sj != self.stamp[j] or self.into[i] != i or self.into[j] != j:
                continue
            if count <= most and -score < JOIN:
                break
            self._merge(i, j)
            count -= 1

    def _merge(self, i: int, j: int) -> None:
        if len(self.border[i]) < len(self.border[j]):
            i, j = j, i
        total = self.area[i] + self.area[j]
        self.thick[i] = (self.thick[i] * self.area[i] + self.thick[j] * self.area[j]) / total
        self.area[i] = total
        self.into[j] = i
        self.stamp[i] += 1
        self.border[i].pop(j)
        for k, weight in self.border[j].items():
            if k != i:
                del self.border[k][j]
                self.border[i][k] = self.border[i].get(k, 0.0) + weight
                self.border[k][i] = self.border[i][k]
        self.border[j] = {}
        for k in self.border[i]:
            self.push(i, k)

    def labels(self) -> Longs:
        root = np.array(self.into, np.int64)
        while not np.array_equal(root, root[root]):
            root = root[root]
        return np.asarray(np.unique(root, return_inverse=True)[1].ravel(), np.int64)


def _specks(mesh: Mesh, graph: _Graph, area: Doubles) -> list[tuple[int, int]]:
    """A face of each piece that is too small for a part, and the face of a larger one that is nearest to it."""
    piece = _pieces(graph, np.ones(len(graph.a), bool), len(area))
    small = np.bincount(piece, area) < SPECK * area.sum()
    if small.all() or not small.any():
        return []
    middles = mesh.vertices.astype(np.float64)[mesh.faces].mean(axis=1)
    large = np.flatnonzero(~small[piece])
    tiny, first = np.unique(np.where(small[piece], piece, -1), return_index=True)
    faces = first[tiny >= 0]
    _, at = cKDTree(middles[large]).query(middles[faces])
    return [(int(i), int(j)) for i, j in zip(faces, large[at], strict=True)]


def _pieces(graph: _Graph, links: NDArray[np.bool_], n: int) -> Longs:
    """`(n,)` piece of each face where neighbours count as joined if `links`."""
    link = csr_matrix((np.ones(int(links.sum()), np.int8), (graph.a[links], graph.b[links])), shape=(n, n))
    return np.asarray(connected_components(link, directed=False)[1], np.int64)


def _grouped(mesh: Mesh, label: Longs, area: Doubles, most: int) -> Longs:
    """Regions that touch no others put together until there are `most`: the smallest goes with what is nearest to it."""
    middles = mesh.vertices[mesh.faces].mean(axis=1).astype(np.float64)
    corners = mesh.vertices.astype(np.float64)[mesh.faces]
    size = np.bincount(label, area)
    label = label.copy()
    while len(alive := np.flatnonzero(size)) > most:
        smallest = alive[size[alive].argmin()]
        own = label == smallest
        tree = cKDTree(np.concatenate([corners[~own].reshape(-1, 3), middles[~own]]))
        owner = np.concatenate([np.repeat(label[~own], 3), label[~own]])
        distance, at = tree.query(np.concatenate([corners[own].reshape(-1, 3), middles[own]]))
        near = owner[at[distance <= distance.min() + 1e-3 * np.ptp(corners)]]
        target = np.bincount(near).argmax()
        size[target] += size[smallest]
        size[smallest] = 0
        label[own] = target
    return np.asarray(np.unique(label, return_inverse=True)[1].ravel(), np.int64)


def _smooth_borders(label: Longs, graph: _Graph, rounds: int = 10, steps: int = 12) -> Longs:
    """Borders drawn short and along creases: labels are spread over neighbours, and each face takes the one that it has most of.

    Threshold dynamics (Merriman, Bence and Osher 1994) on the faces: the border moves by its curvature and is held by concave edges.
    """
    n, count = len(label), int(label.max()) + 1
    # The bends of single edges are noise on a fine mesh: only the sum of many may hold a border.
    strong = graph.length * np.maximum(graph.weight, 1e-3) ** 0.3
    link = csr_matrix((np.r_[strong, strong], (np.r_[graph.a, graph.b], np.r_[graph.b, graph.a])), shape=(n, n))
    total = np.maximum(np.asarray(link.sum(axis=1)).ravel(), 1e-30)[:, None]
    for _ in range(rounds):
        share = np.zeros((n, count))
        share[np.arange(n), label] = 1.0
        for _ in range(steps):
            share = 0.5 * share + 0.5 * np.asarray(link @ share) / total
        moved = share.argmax(axis=1)
        if np.array_equal(moved, label):
            break
        label = moved
    return label


def _one_piece(label: Longs, graph: _Graph, area: Doubles) -> Longs:
    """Islands that a part has inside of others go to the part around them."""
    inside = label[graph.a] == label[graph.b]
    piece = _pieces(graph, inside, len(label))
    size = np.bincount(piece, area)
    first = np.zeros(len(size), np.int64)
    first[piece] = label
    main = np.zeros(int(label.max()) + 1, np.int64)
    order = np.argsort(size, kind="stable")
    main[first[order]] = order  # the largest piece of each label comes last
    label = label.copy()
    cross = ~inside
    pairs = np.stack([piece[graph.a[cross]], piece[graph.b[cross]]], axis=1)
    for island in order:
        if island == main[first[island]]:
            continue
        touching = pairs[(pairs == island).any(axis=1)]
        if len(touching):
            other = touching[touching != island]
            weights = np.bincount(other, minlength=len(size))
            target = int(weights.argmax())
            first[island] = first[target]
            label[piece == island] = first[target]
    return label


def _by_size(label: Longs, area: Doubles) -> NDArray[np.int32]:
    _, label = np.unique(label, return_inverse=True)
    size = np.bincount(label.ravel(), area)
    order = np.argsort(-size, kind="stable")
    rank = np.empty(len(order), np.int32)
    rank[order] = np.arange(len(order))
    return rank[label.ravel()]
