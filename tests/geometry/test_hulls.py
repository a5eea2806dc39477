from __future__ import annotations

import manifold3d
import numpy as np
import pytest

from maquette.errors import MeshError
from maquette.geometry import hulls as module
from maquette.geometry import primitives, topology
from maquette.geometry.clean import from_manifold, is_solid
from maquette.geometry.convex_split import split_convex
from maquette.geometry.hulls import convex_hulls
from maquette.geometry.mesh import Mesh


def l_shape() -> Mesh:
    return from_manifold(manifold3d.Manifold.cube((2, 1, 1)) + manifold3d.Manifold.cube((1, 3, 1)))


def volume(mesh: Mesh) -> float:
    return topology.signed_volume(mesh.vertices, mesh.faces)


def outside(mesh: Mesh, hulls: list[Mesh]) -> float:
    """How far the farthest vertex is from the nearest hull, as a share of the extent."""
    best = np.full(len(mesh.vertices), np.inf)
    for hull in hulls:
        normal = hull.face_normals().astype(float)
        normal /= np.linalg.norm(normal, axis=1, keepdims=True)
        offset = (normal * hull.vertices[hull.faces[:, 0]]).sum(axis=1)
        best = np.minimum(best, (mesh.vertices @ normal.T - offset).max(axis=1))
    return float(best.max() / np.ptp(mesh.vertices, axis=0).max())


def check(mesh: Mesh, hulls: list[Mesh], most: int, vertices: int = 64) -> None:
    assert 1 <= len(hulls) <= most
    for hull in hulls:
        assert is_solid(hull)
        assert len(hull.vertices) <= vertices
        assert topology.euler_number(hull.faces) == 2
        assert outside(hull, [hull]) < 1e-5  # convex: no vertex lies outside of any of its planes
    assert outside(mesh, hulls) < 1e-5
    sizes = [volume(h) for h in hulls]
    assert sizes == sorted(sizes, reverse=True)


@pytest.fixture
def without_coacd(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "find_spec", lambda name: None)


@pytest.mark.usefixtures("without_coacd")
def test_an_l_is_two_boxes_exactly() -> None:
    mesh = l_shape()
    hulls = convex_hulls(mesh, 8)
    check(mesh, hulls, 8)
    assert len(hulls) == 2
    assert sum(map(volume, hulls)) == pytest.approx(volume(mesh), rel=1e-5)


@pytest.mark.usefixtures("without_coacd")
def test_a_chair_is_its_legs_seat_and_back() -> None:
    mesh = primitives.chair()
    hulls = convex_hulls(mesh, 16)
    check(mesh, hulls, 16)
    assert 6 <= len(hulls) <= 8
    assert sum(map(volume, hulls)) < 1.05 * volume(mesh)
    again = convex_hulls(mesh, 16)
    assert [h.vertices.tobytes() for h in again] == [h.vertices.tobytes() for h in hulls]


@pytest.mark.usefixtures("without_coacd")
def test_few_hulls_and_few_vertices_still_hold_everything() -> None:
    rings = primitives.linked_rings(40)
    check(rings, convex_hulls(rings, 3, max_vertices=16), 3, 16)
    ball = primitives.sphere(resolution=40)
    (hull,) = convex_hulls(ball, 1, max_vertices=32)
    check(ball, [hull], 1, 32)
    assert volume(hull) < 1.35 * volume(ball)


@pytest.mark.usefixtures("without_coacd")
def test_flat_and_open_meshes_get_thin_hulls() -> None:
    sheet = Mesh(np.array([[0, 0, 0], [1, 0, 0], [1, 0, 1], [0, 0, 1]]), np.array([[0, 2, 1], [0, 3, 2]]))
    (hull,) = convex_hulls(sheet, 1)
    check(sheet, [hull], 1)
    assert 0.001 < volume(hull) < 0.004
    box = primitives.box()
    open_box = Mesh(box.vertices, box.faces[:-1])
    check(open_box, convex_hulls(open_box, 4), 4)


def test_coacd_is_asked_where_it_is_installed() -> None:
    pytest.importorskip("coacd", reason="coacd is not installed")
    mesh = l_shape()
    parts = module._by_coacd(mesh, 4, 60.0)
    assert parts is not None
    assert 2 <= len(parts) <= 4
    check(mesh, convex_hulls(mesh, 4), 4)
    assert module._by_coacd(mesh, 4, 0.01) is None  # too slow: the planes' hulls count


def test_loose_parts_are_joined_down_to_the_limit() -> None:
    cubes = manifold3d.Manifold.compose(
        [manifold3d.Manifold.cube((1, 1, 1)).translate((3 * i, 0, 0)) for i in range(6)]
    )
    assert len(split_convex(cubes, 6)) == 6
    assert len(split_convex(cubes, 2)) == 2


def test_bad_arguments_are_refused() -> None:
    with pytest.raises(MeshError, match="1 hull or more"):
        convex_hulls(primitives.box(), 0)
    with pytest.raises(MeshError, match="no faces"):
        convex_hulls(Mesh(np.zeros((0, 3)), np.zeros((0, 3))), 4)
