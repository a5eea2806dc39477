"""Points of a posed surface find their places before the pose."""

from __future__ import annotations

import numpy as np
from mannequins import mannequin

from maquette.geometry.pose import PosedMesh, try_pose
from maquette.texture.rest import RestPose
from maquette.texture.surface import Projection


def test_points_on_the_posed_surface_come_back_by_triangle_and_by_nearness() -> None:
    mesh, _ = mannequin(40)
    posed = try_pose(mesh, "t")
    assert isinstance(posed, PosedMesh)
    rng = np.random.default_rng(0)
    triangle = rng.integers(0, len(mesh.faces), 500).astype(np.int32)
    weights = rng.dirichlet((1, 1, 1), 500).astype(np.float32)
    at = np.einsum("nc,ncx->nx", weights, posed.mesh.vertices[mesh.faces[triangle]])
    before = np.einsum("nc,ncx->nx", weights, mesh.vertices[mesh.faces[triangle]])
    normals = posed.mesh.face_normals()[triangle]
    normals /= np.linalg.norm(normals, axis=1, keepdims=True)
    triangle[400:] = -1  # no ray found these
    rest = RestPose(posed.mesh, mesh)
    points, directions = rest.unposed(Projection(at, normals, triangle, weights[:, 1], weights[:, 2]))
    assert np.abs(points[:400] - before[:400]).max() < 1e-6
    assert np.quantile(np.linalg.norm(points[400:] - before[400:], axis=1), 0.95) < 1e-3
    assert np.abs(np.linalg.norm(directions, axis=1) - 1).max() < 1e-5
    # The arms have really turned: half of the points on them were lower.
    assert np.ptp(posed.mesh.vertices[:, 0]) > 1.05 * np.ptp(mesh.vertices[:, 0])
