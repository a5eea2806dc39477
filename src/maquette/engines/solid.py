"""Scalar fields on grids to closed meshes."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from skimage.measure import marching_cubes

from maquette.errors import EngineError
from maquette.geometry.mesh import Mesh
from maquette.images.filters import blur

Floats = NDArray[np.float32]


def thicken(distance: Floats, front: Floats, back: Floats) -> Floats:
    """The solid between two height fields as a near-distance field.

    Args:
        distance: `(ny, nx) float32`, signed distance to the outline, cells.
        front, back: `(ny, nx) float32`, squared half-thickness towards +Z and -Z, cells^2.

    Returns:
        `(nz, ny, nx) float32`, cells, positive inside; the middle layer is the picture plane. Squares keep the field smooth where
        the surface turns over the rim, and Taubin's distance f / |grad f| makes it linear there for the isosurface.
    """
    top = int(np.ceil(np.sqrt(max(front.max(), back.max(), 1.0)))) + 2
    out = np.empty((2 * top + 1, *distance.shape), np.float32)
    for sign, u in ((1, front), (-1, back)):
        u = _beyond(u, distance)
        gy, gx = np.gradient(u)
        slope2 = gx * gx + gy * gy + np.float32(0.25)
        for k in range(top + 1) if sign > 0 else range(1, top + 1):
            z2 = np.float32(k * k)
            out[top + sign * k] = np.minimum((u - z2) / np.sqrt(slope2 + 4 * z2), distance)
    return out


def _beyond(u: Floats, distance: Floats) -> Floats:
    """Continue u outside of the outline with the slope it has there, so that it crosses zero exactly on the outline."""
    near = (distance > 0) & (distance < 2)
    slope = np.where(near, u / np.maximum(distance, 0.1), 0).astype(np.float32)
    weight = blur(near, 1.5)
    mean = blur(slope, 1.5) / np.maximum(weight, 1e-6)
    slope = np.clip(np.where(weight > 1e-4, mean, 1.0), 0.2, None).astype(np.float32)
    return np.where(distance > 0, u, np.minimum(distance * slope, -1e-3)).astype(np.float32)


def isosurface(field: Floats, origin: NDArray[np.float64], cell: float) -> Mesh:
    """Closed mesh around `field > 0`.

    Args:
        field: `(nz, ny, nx) float32` with row 0 at the top (y falls with the row) and layers from back to front.
        origin: `(3,)` x, y, z of the centre of `field[0, 0, 0]`.
        cell: side of a cell.

    Raises:
        EngineError: there is nothing inside.
    """
    if not (field > 0).any():
        raise EngineError(
            "Nothing is left of the shape: the views do not overlap. Check that all pictures show one object."
        )
    # Nearer than 2 % of a cell to a corner, triangles degenerate.
    field = np.where(np.abs(field) < 0.02, np.where(field > 0, np.float32(0.02), np.float32(-0.02)), field)
    vertices, faces, _, _ = marching_cubes(field, 0.0)  # type: ignore[no-untyped-call]
    xyz = vertices[:, ::-1] * (cell, -cell, cell) + origin
    mesh = Mesh(xyz.astype(np.float32), faces.astype(np.int32))
    a, b, c = (mesh.vertices[mesh.faces[:, i]].astype(np.float64) for i in range(3))
    if np.einsum("ij,ij->", a, np.cross(b, c)) < 0:
        mesh = Mesh(mesh.vertices, mesh.faces[:, ::-1])
    return mesh
