from __future__ import annotations

import logging
from dataclasses import replace

import numpy as np
import pytest

from maquette.errors import MeshError
from maquette.geometry import primitives, topology
from maquette.geometry.clean import degenerate_faces, is_solid
from maquette.geometry.mesh import Mesh
from maquette.geometry.seam_simplify import simplify_in_steps, simplify_with_seams
from maquette.geometry.unwrap import signed_areas, unwrap
from maquette.texture.raster import coverage


@pytest.fixture(scope="module")
def torus() -> Mesh:
    return unwrap(primitives.torus(resolution=40), 1024)


@pytest.fixture(scope="module")
def rings() -> Mesh:
    return unwrap(primitives.linked_rings(48), 1024)


def grid(n: int = 40, gap: float = 0.0) -> Mesh:
    """A bumpy open sheet; with a gap, its UVs have a seam along the middle."""
    y, x = np.mgrid[: n + 1, : n + 1] / n
    z = 0.05 * np.sin(9 * x) * np.cos(7 * y)
    vertices = np.stack([x.ravel(), z.ravel(), -y.ravel()], axis=1)
    corner = (np.arange(n)[:, None] * (n + 1) + np.arange(n)).ravel()
    quads = np.stack([corner, corner + 1, corner + n + 2, corner + n + 1], axis=1)
    mesh = Mesh.from_quads(vertices, quads)
    right = x.ravel()[quads].mean(axis=1) > 0.5
    face_uv = mesh.faces + np.where(np.repeat(right, 2), len(vertices), 0)[:, None]
    flat = np.stack([x.ravel(), y.ravel()], axis=1) * (1 - gap)
    uv = np.concatenate([flat, flat + np.array([gap, 0])])
    return Mesh(mesh.vertices, mesh.faces, uv=uv, face_uv=face_uv)


def points(mesh: Mesh) -> set[bytes]:
    """UV of every corner."""
    return {row.tobytes() for row in mesh.uv[np.unique(mesh.face_uv)]}


@pytest.mark.parametrize("ratio", [0.5, 0.2, 0.1])
@pytest.mark.parametrize("name", ["torus", "rings"])
def test_a_solid_stays_one_and_its_layout_stays_valid(name: str, ratio: float, request: pytest.FixtureRequest) -> None:
    mesh: Mesh = request.getfixturevalue(name)
    target = round(ratio * len(mesh.faces))
    out = simplify_with_seams(mesh, target)
    assert abs(len(out.faces) - target) <= max(2, 0.01 * target)
    assert is_solid(out)
    assert topology.euler_number(out.faces) == topology.euler_number(mesh.faces)
    volume = topology.signed_volume(mesh.vertices, mesh.faces)
    assert topology.signed_volume(out.vertices, out.faces) == pytest.approx(volume, rel=0.03 if ratio > 0.1 else 0.08)
    assert (signed_areas(out.uv, out.face_uv) > 0).all()
    use, overlap = coverage(out.uv, out.face_uv, 1024)
    assert overlap < 2e-3
    assert use == pytest.approx(coverage(mesh.uv, mesh.face_uv, 1024)[0], rel=0.03)
    # Nothing is made up: every UV of the result is one of the input.
    assert points(out) <= points(mesh)


def test_both_sides_of_a_seam_stay_together() -> None:
    mesh = grid(gap=0.1)
    out = simplify_with_seams(mesh, 400)
    assert abs(len(out.faces) - 400) <= 4
    middle = np.isclose(out.vertices[:, 0], 0.5, atol=2e-3)
    for vertex in np.flatnonzero(middle):
        sides = np.unique(out.face_uv[out.faces == vertex])
        assert len(sides) == 2
        u = np.sort(out.uv[sides], axis=0)
        np.testing.assert_allclose(u[1] - u[0], [0.1, 0], atol=1e-6)
    # The seam still is a straight line of edges from border to border.
    keys = topology.undirected(topology.half_edges(out.faces)).ravel()
    on_it = middle[keys >> 32] & middle[keys & 0xFFFFFFFF]
    length = np.abs(out.vertices[keys >> 32][:, 2] - out.vertices[keys & 0xFFFFFFFF][:, 2])[on_it]
    assert length.sum() / 2 == pytest.approx(1.0, abs=1e-3)


def test_open_borders_and_corners_stay() -> None:
    mesh = grid()
    out = simplify_with_seams(mesh, 300)
    edges, uses, _ = topology.edge_counts(out.faces)
    rim = edges[uses == 1]
    a, b = out.vertices[rim >> 32], out.vertices[rim & 0xFFFFFFFF]
    flat = np.linalg.norm((a - b)[:, [0, 2]], axis=1).sum()
    assert flat == pytest.approx(4.0, abs=1e-4)
    np.testing.assert_array_equal(out.vertices.min(axis=0)[[0, 2]], mesh.vertices.min(axis=0)[[0, 2]])
    np.testing.assert_array_equal(out.vertices.max(axis=0)[[0, 2]], mesh.vertices.max(axis=0)[[0, 2]])
    # Equal UVs under two indices are no seam: the middle line is free to move.
    assert np.isclose(out.vertices[:, 0], 0.5).sum() < 30
    assert topology.is_manifold(out.faces)


def test_the_texture_hardly_slides() -> None:
    # UVs of the sheet are its x and y, so a point's UV tells where the texture says it is.
    out = simplify_with_seams(grid(), 300)
    corner = out.vertices[out.faces][:, :, [0, 2]] * [1, -1]
    np.testing.assert_allclose(out.uv[out.face_uv], corner, atol=1e-3)


def test_steps_give_what_single_runs_give_and_bytes_repeat(torus: Mesh) -> None:
    n = len(torus.faces)
    a = simplify_in_steps(torus, (n // 2, n // 4))
    b = simplify_in_steps(torus, (n // 2, n // 4))
    for x, y in zip(a, b, strict=True):
        assert x.vertices.tobytes() == y.vertices.tobytes()
        assert x.face_uv.tobytes() == y.face_uv.tobytes()
    once = simplify_with_seams(torus, n // 2)
    assert once.faces.tobytes() == a[0].faces.tobytes()


def test_a_layout_that_allows_no_fewer_is_told(caplog: pytest.LogCaptureFixture) -> None:
    # Every face a chart of its own: nothing can go.
    box = primitives.box()
    n = len(box.faces)
    loose = replace(box, uv=np.random.default_rng(1).random((3 * n, 2)), face_uv=np.arange(3 * n).reshape(n, 3))
    with caplog.at_level(logging.WARNING):
        out = simplify_with_seams(loose, 6)
    assert len(out.faces) == n
    assert "make new UVs" in caplog.text


def test_junk_is_dropped_or_refused(torus: Mesh) -> None:
    double = replace(
        torus,
        faces=np.concatenate([torus.faces, [[0, 0, 1]]]),
        face_uv=np.concatenate([torus.face_uv, [[0, 0, 1]]]),
    )
    out = simplify_with_seams(double, len(torus.faces) // 3)
    assert not degenerate_faces(out).any()
    with pytest.raises(MeshError, match="no UVs"):
        simplify_with_seams(primitives.box(), 6)
    with pytest.raises(MeshError, match="4 or more"):
        simplify_with_seams(torus, 3)


def test_a_round_without_any_collapse_left_is_no_crash() -> None:
    """A file of which every edge is a seam has nothing to collapse: it comes back with more faces than asked, not as an error."""
    box = primitives.box()
    corners = box.faces.ravel()
    uv = np.stack([np.arange(len(corners)) % 7 / 7, np.arange(len(corners)) // 7 / len(corners)], axis=1)
    loose = replace(box, uv=uv.astype(np.float32), face_uv=np.arange(len(corners), dtype=np.int32).reshape(-1, 3))
    assert 4 <= len(simplify_with_seams(loose, 4).faces) <= len(box.faces)
