from dataclasses import replace

import numpy as np
import pytest

from maquette.errors import MeshError
from maquette.geometry import clean, primitives, topology
from maquette.geometry.mesh import Mesh
from maquette.geometry.place import place, transform, turn


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


@pytest.mark.parametrize("degrees", [90, -270, 30, 200])
def test_turning_is_counter_clockwise_from_above(degrees: float) -> None:
    mesh = primitives.box((1, 1, 1))
    still, first = place(mesh)
    turned, matrix = place(mesh, turn_degrees=degrees)
    # Seen from above with the front (+Z) towards the viewer, +Z turns to +X.
    front = matrix[:3, :3] @ np.linalg.inv(first[:3, :3]) @ (0, 0, 1)
    assert front == pytest.approx((np.sin(np.radians(degrees)), 0, np.cos(np.radians(degrees))), abs=1e-12)
    assert turned.vertices == pytest.approx(still.vertices @ turn(degrees)[:3, :3].T, abs=1e-6)


def test_pivot_and_size_can_be_kept() -> None:
    mesh = primitives.box((1, 2, 3))
    mesh = mesh.with_vertices(mesh.vertices + np.float32([5, 6, 7]))
    same, matrix = place(mesh, keep_size=True, pivot="keep")
    assert np.array_equal(matrix, np.eye(4))
    assert np.array_equal(same.vertices, mesh.vertices)
    centred, _ = place(mesh, keep_size=True, pivot="center")
    assert centred.bounds == pytest.approx(np.array([[-0.5, -1, -1.5], [0.5, 1, 1.5]]))
    stretched, _ = place(mesh, bbox=(3, 1, 1), keep_size=True)
    assert np.ptp(stretched.vertices, axis=0) == pytest.approx([3, 1, 1])  # as long as it was
    about_zero, matrix = place(mesh, height_m=1, pivot="keep")
    assert matrix[:3, 3] == pytest.approx((0, 0, 0))
    assert about_zero.bounds[0, 1] == pytest.approx(2.5)


def test_mirroring_keeps_the_uvs_of_quads() -> None:
    v = np.array([[0, 0, 0], [1, 0, 0], [1, 1, 0], [0, 1, 0], [2, 0, 0]], np.float32)
    mesh = Mesh.from_quads(v, np.array([[0, 1, 2, 3]]), np.array([[1, 4, 2]]))
    mesh = replace(mesh, uv=v[:, :2] / 2, face_uv=mesh.faces)
    out = transform(mesh, np.diag([-1.0, 1, 1, 1]))
    assert np.array_equal(out.uv[out.face_uv] * (-2, 2), out.vertices[out.faces][:, :, :2])
    assert (out.face_normals()[:, 2] > 0).all()
    assert len(out.quads) == 1
