"""Make an open surface ready to be remeshed as it is: vertices joined, faces turned alike, edges of more than two faces cut open."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import coo_matrix
from scipy.sparse.csgraph import connected_components

from maquette.geometry import topology
from maquette.geometry.clean import compact, drop_bad_faces, merge_vertices
from maquette.geometry.mesh import Mesh

Ints = NDArray[np.int32]


def open_surface(mesh: Mesh) -> Mesh:
    """Triangles with manifold edges and vertices and one sense within each part; its boundary is kept, and nothing is closed."""
    clean = drop_bad_faces(merge_vertices(Mesh(mesh.vertices, mesh.faces)))
    return _cut_apart(Mesh(clean.vertices, turned_alike(clean.faces)))


def turned_alike(faces: Ints) -> Ints:
    """Faces turned so that neighbours agree, as most of them did before; one-sided surfaces stay as they are.

    Each face stands twice in a graph, as it is and turned; an edge joins what agrees. The two halves of a part are its two senses.
    """
    m = len(faces)
    keys = topology.half_edges(faces).ravel()
    low = topology.undirected(keys)
    order = np.argsort(low, kind="stable")
    _, start, uses = np.unique(low[order], return_index=True, return_counts=True)
    one, two = order[start[uses == 2]], order[start[uses == 2] + 1]
    against = (keys[one] == keys[two]).astype(np.int64)
    a, b = one // 3, two // 3
    rows, cols = np.r_[a, a + m], np.r_[b + m * against, b + m * (1 - against)]
    graph = coo_matrix((np.ones(len(rows), np.int8), (rows, cols)), shape=(2 * m, 2 * m))
    count, label = connected_components(graph, directed=False)
    here, there = label[:m], label[m:]
    votes = np.bincount(here, minlength=count)
    turn = (votes[there] > votes[here]) | ((votes[there] == votes[here]) & (there < here))
    return np.where(turn[:, None], faces[:, ::-1], faces).astype(np.int32)


def _cut_apart(mesh: Mesh) -> Mesh:
    """A vertex for each fan of faces around it that are joined across edges of exactly two agreeing faces."""
    f = mesh.faces
    keys = topology.half_edges(f).ravel()
    _, index, uses = np.unique(topology.undirected(keys), return_inverse=True, return_counts=True)
    order = np.argsort(keys, kind="stable")
    other = order[np.searchsorted(keys[order], topology.twin(keys)).clip(0, len(keys) - 1)]
    half = np.flatnonzero((keys[other] == topology.twin(keys)) & (uses[index.ravel()] == 2))
    corners: NDArray[np.int64] = np.arange(f.size, dtype=np.int64).reshape(f.shape)
    end = np.roll(corners, -1, axis=1).ravel()
    # The corner where a half edge starts is the one where its twin ends.
    graph = coo_matrix((np.ones(len(half), np.int8), (half, end[other[half]])), shape=(f.size, f.size))
    fans, corner = connected_components(graph, directed=False)
    origin = np.empty(fans, np.int64)
    origin[corner] = f.ravel()
    rank = np.empty(fans, np.int64)
    by_origin = np.argsort(origin, kind="stable")
    rank[by_origin] = np.arange(fans)
    return Mesh(*compact(mesh.vertices[origin[by_origin]], rank[corner].reshape(f.shape)))
