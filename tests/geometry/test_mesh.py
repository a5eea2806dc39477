"""`Mesh`: its invariants hold or it cannot be built."""

import numpy as np
import pytest

from maquette.errors import MeshError
from maquette.geometry.mesh import Mesh, split_quads

CUBE = np.array([[x, y, z] for x in (0, 1) for y in (0, 1) for z in (0, 1)], np.float32)
CUBE_QUADS = np.array([[0, 1, 3, 2], [4, 6, 7, 5], [0, 4, 5, 1], [2, 3, 7, 6], [0, 2, 6, 4], [1, 5, 7, 3]], np.int32)


def test_a_cube_of_quads() -> None:
    cube = Mesh.from_quads(CUBE, CUBE_QUADS)
    assert (len(cube.faces), cube.polygon_count) == (12, 6)
    # Signed volume by the divergence theorem: 1 for a unit cube whose faces look outward.
    a, b, c = (cube.vertices[cube.faces[:, i]] for i in range(3))
    assert np.isclose((a * np.cross(b, c)).sum() / 6, 1.0)
    assert np.allclose(np.linalg.norm(cube.face_normals(), axis=1), 1.0)
    outward = (cube.vertices - 0.5) / np.sqrt(0.75)
    assert (np.einsum("ij,ij->i", cube.vertex_normals(), outward) > 0.9).all()


def test_quads_are_cut_along_the_short_diagonal() -> None:
    kite = np.array([[0, 0, 0], [1, 0.2, 0], [4, 0, 0], [1, -0.2, 0]], np.float32)
    mesh = Mesh.from_quads(kite, np.array([[0, 1, 2, 3]]))
    assert mesh.quads is not None
    first, third = mesh.vertices[mesh.quads[0, 0]], mesh.vertices[mesh.quads[0, 2]]
    assert np.isclose(np.linalg.norm(first - third), 0.4)


def test_quad_uv_is_read_back_from_the_triangles() -> None:
    cube = Mesh.from_quads(CUBE, CUBE_QUADS)
    assert cube.quads is not None
    corners = np.arange(24, dtype=np.int32).reshape(6, 4)
    textured = Mesh(cube.vertices, cube.faces, cube.quads, np.zeros((24, 2), np.float32), split_quads(corners))
    assert np.array_equal(textured.quad_uv, corners)


def test_extra_triangles_come_after_the_quads() -> None:
    vertices = np.array([[0, 0, 0], [1, 0, 0], [1, 1, 0], [0, 1, 0], [0.5, 2, 0]], np.float32)
    mesh = Mesh.from_quads(vertices, np.array([[0, 1, 2, 3]]), np.array([[3, 2, 4]]))
    assert (len(mesh.faces), mesh.polygon_count) == (3, 2)
    assert mesh.faces[-1].tolist() == [3, 2, 4]


@pytest.mark.parametrize(
    ("parts", "reason"),
    [
        ({"faces": np.array([[0, 1, 8]])}, "outside"),
        ({"faces": np.array([[0, 1, -1]])}, "outside"),
        ({"faces": np.zeros((2, 4))}, "shape"),
        ({"vertices": np.zeros(3)}, "shape"),
        ({"uv": np.zeros((3, 2))}, "together"),
        ({"uv": np.zeros((3, 2)), "face_uv": np.zeros((5, 3))}, "one row"),
        ({"quads": CUBE_QUADS[:1]}, "0-2 split"),
    ],
)
def test_a_broken_mesh_cannot_be_built(parts: dict[str, np.ndarray], reason: str) -> None:
    values = {"vertices": CUBE, "faces": np.array([[0, 1, 2]])} | parts
    with pytest.raises(MeshError, match=reason):
        Mesh(**values)


def test_an_isolated_vertex_gets_a_unit_normal() -> None:
    mesh = Mesh(CUBE, np.array([[0, 1, 2]]))
    assert np.allclose(np.linalg.norm(mesh.vertex_normals(), axis=1), 1.0)
