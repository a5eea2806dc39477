"""Self-intersections of a mesh, found by rays along its edges."""

from __future__ import annotations

import numpy as np

from maquette.geometry import topology
from maquette.geometry.mesh import Mesh
from maquette.geometry.rays import ray_scene

INSIDE = 0.01
"""Least barycentric coordinate of such a crossing."""
DEPTH = 2e-4
"""Share of the longest side by which both ends of an edge must lie beyond a triangle's plane: less is rounding."""


def crossing_edges(mesh: Mesh) -> int:
    """Number of edges that go through a triangle which does not share a corner with them (the first one along the edge counts).

    0 where embreex is not installed.
    """
    if not len(mesh.faces):
        return 0
    low, high = mesh.vertices.min(0), mesh.vertices.max(0)
    v = ((mesh.vertices - (low + high) / 2) / (high - low).max()).astype(np.float64)
    keys = topology.edge_counts(mesh.faces)[0]
    ends = np.stack([keys >> 32, keys & 0xFFFFFFFF], axis=1)
    scene = ray_scene(Mesh(v.astype(np.float32), mesh.faces))
    if scene is None:
        return 0
    bad = np.zeros(len(ends), bool)
    for a, b in ((0, 1), (1, 0)):  # from both ends: the first hit may be a neighbour's
        start, way = v[ends[:, a]], v[ends[:, b]] - v[ends[:, a]]
        offset = 1e-3
        hit = scene.first_hits((start + offset * way).astype(np.float32), way.astype(np.float32))
        rows = np.flatnonzero((hit.triangle >= 0) & (hit.distance < 1 - 2 * offset))
        face = mesh.faces[hit.triangle[rows]]
        apart = (face[:, :, None] != ends[rows][:, None, :]).all(axis=(1, 2))
        corner = v[face]
        normal = np.cross(corner[:, 1] - corner[:, 0], corner[:, 2] - corner[:, 0])
        normal /= np.maximum(np.linalg.norm(normal, axis=1, keepdims=True), 1e-18)
        d0 = np.einsum("nk,nk->n", v[ends[rows, 0]] - corner[:, 0], normal)
        d1 = np.einsum("nk,nk->n", v[ends[rows, 1]] - corner[:, 0], normal)
        # Where the edge meets the triangle's plane, well inside of it: what only touches a rim or a corner does not cross.
        inner = np.minimum(np.minimum(hit.u[rows], hit.v[rows]), 1 - hit.u[rows] - hit.v[rows]) > INSIDE
        through = inner & (d0 * d1 < 0) & (np.minimum(np.abs(d0), np.abs(d1)) > DEPTH)
        bad[rows[apart & through]] = True
    return int(bad.sum())
