"""Are the UVs that a mesh came with fit for an atlas of its own?"""

from __future__ import annotations

import numpy as np

from maquette.geometry.mesh import Mesh
from maquette.texture.raster import coverage

GRID = 1024
"""Texels per side of the check."""
MAX_OVERLAP = 0.02
"""Share of the covered texels that may be covered twice: hairlines between charts that touch, not mirrored halves."""
MARGIN = 1e-4


def uv_problem(mesh: Mesh) -> str | None:
    """Why nothing can be baked with the UVs of `mesh`, as the end of a sentence; None if they are fit.

    They must lie in [0, 1], no two places of the surface may share a texel, and each triangle must have some area in the atlas.
    """
    if mesh.uv is None or mesh.face_uv is None or not len(mesh.uv):
        return "the mesh has none"
    corners = mesh.uv[mesh.face_uv].astype(np.float64)
    if not np.isfinite(corners).all():
        return "they are not finite numbers"
    if corners.min() < -MARGIN or corners.max() > 1 + MARGIN:
        return "they reach beyond the texture"
    a, b = corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0]
    flat = np.abs(a[:, 0] * b[:, 1] - a[:, 1] * b[:, 0]) < 1e-12
    area = np.linalg.norm(mesh.face_normals(), axis=1)
    if area[flat].sum() > MAX_OVERLAP * area.sum():
        return "many faces have no area in them"
    _, twice = coverage(mesh.uv, mesh.face_uv, GRID)
    if twice > MAX_OVERLAP:
        return f"{twice:.0%} of them overlap"
    return None
