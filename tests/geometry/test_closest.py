import numpy as np
import trimesh

from maquette.geometry import primitives
from maquette.geometry.closest import ClosestPoints


def test_agrees_with_brute_force() -> None:
    mesh = primitives.gear()
    rng = np.random.default_rng(0)
    points = rng.uniform(-0.7, 0.7, (500, 3))
    found, normals = ClosestPoints(mesh, candidates=24).query(points)
    exact = trimesh.triangles.closest_point
    triangles = mesh.vertices.astype(np.float64)[mesh.faces]
    best = np.array(
        [np.linalg.norm(exact(triangles, np.repeat(p[None], len(triangles), 0)) - p, axis=1).min() for p in points]
    )
    np.testing.assert_allclose(np.linalg.norm(found - points, axis=1), best, atol=2e-3)
    np.testing.assert_allclose(np.linalg.norm(normals, axis=1), 1, atol=1e-6)


def test_the_other_side_of_a_thin_wall_is_never_taken() -> None:
    wall = primitives.box((1, 1, 0.01))
    points = np.array([[0.1, 0.2, -0.004], [0.1, 0.2, 0.004]])
    towards = np.array([[0, 0, 1.0], [0, 0, -1.0]])
    found, _ = ClosestPoints(wall).query(points, towards)
    np.testing.assert_allclose(found[:, 2], [0.005, -0.005], atol=1e-6)
