"""Smoothing that keeps the volume: Taubin's lambda/mu filter (1995) with cotangent weights."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix, diags

from maquette.errors import MeshError
from maquette.geometry import topology
from maquette.geometry.clean import validate
from maquette.geometry.mesh import Mesh

LAMBDA, MU = 0.5, -0.526
"""Inward and outward step; 1/LAMBDA + 1/MU = 0.1 is the pass band: waves longer than about ten edges stay."""
LARGEST_WEIGHT = 20.0
"""Cotangents are kept in [1/20, 20]: a sliver's must not outweigh a vertex's other neighbours, nor be negative (folds)."""


def smooth(mesh: Mesh, rounds: int, *, crease_degrees: float | None = None) -> Mesh:
    """The same polygons and UVs with noise smoothed away.

    Boundaries, and edges of more than two faces, stay where they are. Each closed part keeps its volume exactly: what the filter changed
    (below 1 % as a rule) is scaled back about the part's centre.

    Args:
        mesh: triangles and quads.
        rounds: 0 or more; each is a step in and a step out.
        crease_degrees: edges whose faces meet at more than this stay too; None smooths them.

    Raises:
        MeshError: the mesh is empty or broken, or `rounds` is negative.
    """
    validate(mesh, "smooth")
    if rounds < 0:
        raise MeshError("smooth: rounds must be 0 or more.")
    if rounds == 0:
        return mesh
    v = mesh.vertices.astype(np.float64)
    average = _averages(v, mesh.faces)
    free = ~_fixed(mesh, crease_degrees)
    free &= np.diff(average.indptr) > 0
    average = average[np.flatnonzero(free)]
    for _ in range(rounds):
        for step in (LAMBDA, MU):
            v[free] += step * (average @ v - v[free])
    return mesh.with_vertices(_with_volume(mesh, v))


def _averages(v: NDArray[np.float64], faces: NDArray[np.int32]) -> csr_matrix:
    """`(n, n)` each vertex's mean of its neighbours, weighted by the cotangents of the angles opposite to their edges."""
    rows, columns, weights = [], [], []
    for i in range(3):
        a, b, c = faces[:, (i + 1) % 3], faces[:, (i + 2) % 3], faces[:, i]
        p, q = v[a] - v[c], v[b] - v[c]
        area = np.linalg.norm(np.cross(p, q), axis=1)
        cotangent = np.einsum("ij,ij->i", p, q) / np.maximum(area, 1e-300)
        cotangent = np.clip(cotangent, 1 / LARGEST_WEIGHT, LARGEST_WEIGHT)
        rows += [a, b]
        columns += [b, a]
        weights += [cotangent, cotangent]
    shape = (len(v), len(v))
    matrix = csr_matrix((np.concatenate(weights), (np.concatenate(rows), np.concatenate(columns))), shape=shape)
    total = np.asarray(matrix.sum(axis=1)).ravel()
    return csr_matrix(diags(1 / np.maximum(total, 1e-300)) @ matrix)


def _fixed(mesh: Mesh, crease_degrees: float | None) -> NDArray[np.bool_]:
    """`(n,)` True for vertices on boundaries, on edges of more than two faces and on creases."""
    edges, uses, _ = topology.edge_counts(mesh.faces)
    fixed = np.zeros(len(mesh.vertices), bool)
    hold = uses != 2
    if crease_degrees is not None and crease_degrees >= 0:
        low = topology.undirected(topology.half_edges(mesh.faces)).ravel()
        order = np.argsort(low, kind="stable")
        start = np.searchsorted(low[order], edges)
        one, two = order[start] // 3, order[np.minimum(start + 1, len(order) - 1)] // 3
        normal = mesh.face_normals().astype(np.float64)
        normal /= np.maximum(np.linalg.norm(normal, axis=1, keepdims=True), 1e-300)
        hold |= np.einsum("ij,ij->i", normal[one], normal[two]) < np.cos(np.radians(crease_degrees))
    fixed[edges[hold] >> 32] = True
    fixed[edges[hold] & 0xFFFFFFFF] = True
    return fixed


def _with_volume(mesh: Mesh, v: NDArray[np.float64]) -> NDArray[np.float64]:
    """Positions scaled so that each closed part has the volume that it had."""
    if not topology.is_closed(mesh.faces):
        return v
    count, label = topology.vertex_components(mesh.faces, len(v))
    part = label[mesh.faces[:, 0]]
    size = np.maximum(np.bincount(label, minlength=count), 1)
    centre = np.stack([np.bincount(label, v[:, k], minlength=count) for k in range(3)], axis=1) / size[:, None]

    def volumes(points: NDArray[np.float64]) -> NDArray[np.float64]:
        a, b, c = (points[mesh.faces[:, i]] - centre[part] for i in range(3))
        return np.asarray(np.bincount(part, np.einsum("ij,ij->i", a, np.cross(b, c)), minlength=count), np.float64)

    before, after = volumes(mesh.vertices.astype(np.float64)), volumes(v)
    ratio = np.where(np.abs(after) > 1e-30, before / np.where(after == 0, 1, after), 1.0)
    scale = np.where((ratio > 0.5) & (ratio < 2), np.cbrt(np.abs(ratio)), 1.0)
    return centre[label] + (v - centre[label]) * scale[label][:, None]
