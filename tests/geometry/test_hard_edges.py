"""Hard edges: a box stays a box, in every format and after every step."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from maquette.formats.registry import read_model, write_asset
from maquette.geometry.hard_edges import carried, creased, with_corner_normals
from maquette.geometry.lods import lod_chain
from maquette.geometry.mesh import Mesh
from maquette.geometry.place import transform
from maquette.geometry.primitives import sphere
from maquette.geometry.render_vertices import render_vertices
from maquette.geometry.subdivide import subdivide

CORNERS = np.array([[x, y, z] for x in (0, 1) for y in (0, 1) for z in (0, 1)], np.float32)
SIDES = np.array([[0, 1, 3, 2], [4, 6, 7, 5], [0, 4, 5, 1], [2, 3, 7, 6], [0, 2, 6, 4], [1, 5, 7, 3]])


def unit_faces(mesh: Mesh) -> np.ndarray:
    n = mesh.face_normals()
    return n / np.linalg.norm(n, axis=1, keepdims=True)


def flat(mesh: Mesh) -> bool:
    """Every corner has the normal of its face."""
    return mesh.corner_normals is not None and bool(
        np.allclose(mesh.corner_normals, np.repeat(unit_faces(mesh)[:, None], 3, axis=1), atol=1e-4)
    )


@pytest.fixture
def box() -> Mesh:
    return creased(Mesh.from_quads(CORNERS, SIDES), 40)


def test_a_box_is_creased_and_a_ball_is_not(box: Mesh) -> None:
    assert flat(box)
    ball = sphere()
    assert creased(ball, 40) is ball


@pytest.mark.parametrize("kind", ["glb", "gltf", "obj", "fbx", "usdz", "stl", "zip"])
def test_every_format_with_normals_keeps_them(box: Mesh, kind: str, tmp_path: Path) -> None:
    for name, data in write_asset(kind, box, None):
        (tmp_path / name).write_bytes(data)
    back = read_model(tmp_path / f"model.{kind}").mesh
    assert flat(back)
    assert len(back.vertices) == 8


def test_smooth_files_stay_smooth(tmp_path: Path) -> None:
    ball = sphere()
    for kind in ("glb", "obj", "fbx", "usdz"):
        for name, data in write_asset(kind, ball, None):
            (tmp_path / name).write_bytes(data)
        assert read_model(tmp_path / f"model.{kind}").mesh.corner_normals is None


def test_a_card_for_drawing_gets_three_vertices_at_each_corner(box: Mesh) -> None:
    v = render_vertices(box)
    assert len(v.positions) == 24
    assert np.allclose(v.normals[v.faces], box.normals_at_corners())


def test_they_follow_a_mirroring_and_a_turn(box: Mesh) -> None:
    assert flat(transform(box, np.diag([-1.0, 2.0, 1.0, 1.0])))
    triangles = with_corner_normals(Mesh(box.vertices, box.faces), box.normals_at_corners())
    assert flat(transform(triangles, np.diag([1.0, 1.0, -1.0, 1.0])))


def test_they_are_carried_to_other_triangles(box: Mesh) -> None:
    fine = subdivide(Mesh(box.vertices, box.faces), 400)
    dense = carried(box, fine)
    assert flat(dense)
    for level in lod_chain(dense, (0.5, 0.25)):
        assert level.corner_normals is not None
        cosine = np.einsum("mkc,mc->mk", level.corner_normals, unit_faces(level))
        area = np.linalg.norm(level.face_normals(), axis=1)
        # A simplified box has a few chamfers, which belong to neither side.
        assert area[cosine.min(axis=1) < 0.99].sum() < 0.2 * area.sum()


def test_bad_normals_are_not_taken(box: Mesh) -> None:
    plain = Mesh(box.vertices, box.faces)
    assert with_corner_normals(plain, -box.normals_at_corners()) is plain
    assert with_corner_normals(plain, np.full((12, 3, 3), np.nan)) is plain
    assert flat(with_corner_normals(plain, np.where(np.arange(12)[:, None, None] < 3, 0, box.normals_at_corners())))
