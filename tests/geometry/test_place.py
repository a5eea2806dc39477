import numpy as np
import pytest

from maquette.errors import MeshError
from maquette.geometry import clean, primitives, topology
from maquette.geometry.mesh import Mesh
from maquette.geometry.place import place, transform


def check_stands(mesh: Mesh) -> np.ndarray:
    low, high = mesh.bounds
    assert low[1] == pytest.approx(0, abs=1e-6)
    assert (low + high)[[0, 2]] == pytest.approx(0, abs=1e-6)
    return high - low


def test_longest_side_is_one_metre_by_default() -> None:
    mesh = Mesh(primitives.chair().vertices * 37 + [5, -9, 2], primitives.chair().faces)
    placed, matrix = place(mesh)
    assert check_stands(placed).max() == pytest.approx(1, rel=1e-6)
    homogeneous = np.c_[mesh.vertices, np.ones(len(mesh.vertices))] @ matrix.T
    np.testing.assert_allclose(homogeneous[:, :3], placed.vertices, atol=1e-5)


def test_box_ratio_is_met_exactly() -> None:
    placed, _ = place(primitives.gear(), bbox=(100, 50, 20))
    np.testing.assert_allclose(check_stands(placed), [1, 0.5, 0.2], rtol=1e-5)


def test_height_in_metres() -> None:
    placed, _ = place(primitives.chair(), height_m=0.92)
    assert check_stands(placed)[1] == pytest.approx(0.92, rel=1e-6)
    both, _ = place(primitives.chair(), bbox=(1, 2, 3), height_m=4)
    np.testing.assert_allclose(check_stands(both), [2, 4, 6], rtol=1e-5)


def test_flat_mesh_cannot_be_stretched() -> None:
    flat = Mesh(np.array([[0, 0, 0], [1, 0, 0], [0, 0, 1]]), np.array([[0, 1, 2]]))
    with pytest.raises(MeshError, match="flat"):
        place(flat, bbox=(1, 1, 1))
    with pytest.raises(MeshError, match="positive"):
        place(primitives.box(), bbox=(1, 0, 1))


def test_transform_keeps_normals_true_and_solids_outward() -> None:
    ball = primitives.sphere(0.5, 32)
    ball = Mesh(ball.vertices, ball.faces, normals=ball.vertex_normals())
    matrix = np.diag([-1.0, 3.0, 0.5, 1.0])
    out = transform(ball, matrix)
    assert topology.signed_volume(out.vertices, out.faces) > 0
    assert clean.is_solid(out)
    exact = out.vertices / np.array([1, 9, 0.25])
    exact /= np.linalg.norm(exact, axis=1, keepdims=True)
    assert (np.einsum("ij,ij->i", out.normals, exact) > 0.97).all()
