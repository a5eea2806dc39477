"""How thick a shape is below each of its faces: the ball that touches the face from inside and fits (Ma, Bae and Choi 2012)."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scipy.spatial import cKDTree

from maquette.geometry.clean import extent
from maquette.geometry.closest import _samples
from maquette.geometry.mesh import Mesh

Doubles = NDArray[np.float64]
SAMPLES = 40_000
_ROUNDS = 12
_SLACK = 0.04
"""Share of the radius by which samples may lie in the ball: facets and samples are coarse."""
_GRAZING = 0.35
"""Cosine under which the ball is stopped by the face's own neighbours rather than by what is across from it."""


def thickness(mesh: Mesh) -> Doubles:
    """`(m,)` diameter in metres, at least a thousandth of the extent; where nothing lies across (an open sheet), the extent.

    Balls shrink until no sample of the surface lies in them, which needs no rays and hence no ray tracer.
    """
    size = extent(mesh.vertices)
    corners = mesh.vertices.astype(np.float64)[mesh.faces]
    normals = mesh.face_normals().astype(np.float64)
    normals /= np.maximum(np.linalg.norm(normals, axis=1, keepdims=True), 1e-30)
    points, _ = _samples(corners, SAMPLES)
    tree = cKDTree(points)
    start = corners.mean(axis=1)
    radius = np.full(len(start), size / 2)
    for _ in range(_ROUNDS):
        centre = start - normals * radius[:, None]
        distance, near = tree.query(centre)
        inside = distance < radius * (1 - _SLACK)
        gap = start - points[near]
        along = (gap * normals).sum(axis=1)
        length = np.linalg.norm(gap, axis=1)
        across = inside & (along > _GRAZING * length)
        fitted = length**2 / np.maximum(2 * along, 1e-12)
        shrunk = np.where(across, fitted, np.where(inside, radius * 0.85, radius))
        if np.allclose(shrunk, radius, rtol=1e-3):
            break
        radius = np.minimum(radius, shrunk)
    return np.asarray(np.clip(2 * radius, 1e-3 * size, size))
