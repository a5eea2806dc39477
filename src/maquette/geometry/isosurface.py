"""Closed surface of a scalar field on a grid: marching cubes (Lewiner et al. 2003, through scikit-image) with the traps removed."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from skimage.measure import marching_cubes

from maquette.errors import MeshError
from maquette.geometry.mesh import Mesh


def isosurface(
    field: NDArray[np.floating], lower: NDArray[np.floating] | float = -1.0, upper: NDArray[np.floating] | float = 1.0
) -> Mesh:
    """Surface of the region where `field` is negative, closed, outward and manifold.

    Args:
        field: `(nx, ny, nz)`, sampled at `linspace(lower, upper, n)` on each axis; negative inside, as a signed distance.
        lower: position of sample (0, 0, 0), a scalar or `(3,)`.
        upper: position of the last sample.

    Returns:
        a `Mesh` of triangles. Solids that touch the grid's border are closed there.

    Raises:
        MeshError: the field is not finite, or nowhere negative.
    """
    f = np.asarray(field, np.float32)
    if f.ndim != 3 or min(f.shape) < 2 or not np.isfinite(f).all():
        raise MeshError("isosurface: the field must be a finite (nx, ny, nz) grid; check the engine's output.")
    if not (f < 0).any():
        raise MeshError("isosurface: the field is negative nowhere, so there is no solid; check its sign.")
    span = float(np.abs(f).max())
    # A crossing exactly on a sample makes zero-area triangles, so samples at the surface move a hair outward.
    hair = np.float32(1e-3 * span / max(f.shape))
    f = np.where(np.abs(f) < hair, hair, f)
    f = np.pad(f, 1, constant_values=span)
    vertices, faces, _, _ = marching_cubes(f, 0.0)  # type: ignore[no-untyped-call]
    lo = np.broadcast_to(np.asarray(lower, np.float64), 3)
    hi = np.broadcast_to(np.asarray(upper, np.float64), 3)
    step = (hi - lo) / (np.array(field.shape) - 1)
    vertices = lo + (np.asarray(vertices, np.float64) - 1) * step
    mirrored = np.prod(np.sign(step)) < 0
    return Mesh(vertices.astype(np.float32), faces[:, ::-1] if mirrored else faces)
