"""Faces without area in a closed mesh are given some, by moving one corner of each a hair's breadth: no edge and no face is lost."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from maquette.geometry.clean import degenerate_faces, extent
from maquette.geometry.mesh import Mesh

STEPS = (1e-6, 4e-6, 2e-5, 1e-4, 4e-4)
"""Ways that a corner moves, as shares of the extent, until its face has area: the first is 1 µm on a metre."""

Doubles = NDArray[np.float64]


def opened_slivers(mesh: Mesh) -> Mesh:
    """The mesh with no degenerate face, or with as few as the steps leave; the same faces, the same vertices in number and order.

    A cap (a corner on the opposite edge) is opened by moving that corner off the edge, a needle (two corners in one place) by moving one of
    them along its other edges. Dropping such faces instead would leave a closed mesh open, and merging their corners may join sheets.
    """
    size = extent(mesh.vertices)
    vertices = mesh.vertices
    for step in STEPS:
        bad = np.flatnonzero(degenerate_faces(mesh.with_vertices(vertices)))
        if not len(bad):
            break
        vertices = _moved(vertices.astype(np.float64), mesh.faces, bad, step * size)
    return mesh if vertices is mesh.vertices else mesh.with_vertices(vertices)


def _moved(v: Doubles, faces: NDArray[np.int32], bad: NDArray[np.int64], step: float) -> NDArray[np.float32]:
    corner = v[faces[bad]]
    side = np.linalg.norm(np.roll(corner, -1, axis=1) - np.roll(corner, -2, axis=1), axis=2)  # opposite to each corner
    tip = side.argmax(axis=1)
    rows = np.arange(len(bad))
    vertex = faces[bad, tip]
    edge = np.roll(corner, -1, axis=1)[rows, tip] - np.roll(corner, -2, axis=1)[rows, tip]
    edge /= np.maximum(np.linalg.norm(edge, axis=1, keepdims=True), 1e-30)
    way = _towards_neighbours(v, faces, vertex)
    way -= np.einsum("nx,nx->n", way, edge)[:, None] * edge
    length = np.linalg.norm(way, axis=1, keepdims=True)
    aside = np.cross(edge, np.eye(3)[np.abs(edge).argmin(axis=1)])  # where its neighbours lie on the line as well
    way = np.where(length > 1e-3 * step, way / np.maximum(length, 1e-30), aside)
    _, first = np.unique(vertex, return_index=True)
    v[vertex[first]] += step * way[first]
    return v.astype(np.float32)


def _towards_neighbours(v: Doubles, faces: NDArray[np.int32], vertex: NDArray[np.int32]) -> Doubles:
    """From each vertex to the mean of those that share an edge with it, `(n, 3)`."""
    slot = np.full(len(v), -1, np.int64)
    slot[vertex] = np.arange(len(vertex))
    pairs = np.concatenate([faces[:, [0, 1]], faces[:, [1, 2]], faces[:, [2, 0]]])
    pairs = pairs[slot[pairs[:, 0]] >= 0]
    at = slot[pairs[:, 0]]
    count = np.maximum(np.bincount(at, minlength=len(vertex)), 1)[:, None]
    total = np.stack([np.bincount(at, v[pairs[:, 1], k], minlength=len(vertex)) for k in range(3)], axis=1)
    out = total / count - v[vertex]
    return np.asarray(out[slot[vertex]])
