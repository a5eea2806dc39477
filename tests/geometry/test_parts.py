"""Parts are what a person would name, and closed solids that together hold the whole."""

from __future__ import annotations

import numpy as np
import pytest
from manifold3d import CrossSection, Error, Manifold
from manifold3d import Mesh as SolidMesh

from maquette.errors import MeshError
from maquette.geometry import primitives, topology
from maquette.geometry.clean import from_manifold
from maquette.geometry.inner_balls import thickness
from maquette.geometry.mesh import Mesh
from maquette.geometry.part_solids import part_solids
from maquette.geometry.parts import split_parts
from maquette.geometry.unwrap import unwrap


def teapot() -> Mesh:
    """A squashed ball with a handle at -X, a spout at +X and a knob on top, fused into one solid."""
    body = Manifold.sphere(0.5, 48).scale((1, 0.8, 1))
    handle = Manifold.revolve(CrossSection.circle(0.05, 16).translate((0.27, 0)), 32).translate((-0.5, 0, 0))
    spout = Manifold.batch_hull(
        [
            Manifold.sphere(0.12, 24).translate((0.4, -0.1, 0)),
            Manifold.sphere(0.05, 24).translate((0.8, 0.3, 0)),
        ]
    )
    knob = Manifold.sphere(0.08, 24).translate((0, 0.46, 0))
    return from_manifold(body + handle + spout + knob)


def centres(mesh: Mesh, label: np.ndarray) -> np.ndarray:
    middles = mesh.vertices[mesh.faces].mean(axis=1)
    return np.array([middles[label == i].mean(axis=0) for i in range(label.max() + 1)])


def test_the_legs_of_a_chair_are_parts():
    mesh = primitives.chair()
    label = split_parts(mesh, 5)
    assert label.max() == 4
    assert label.dtype == np.int32
    corners = {tuple(np.sign(c[[0, 2]]).astype(int)) for c in centres(mesh, label)[1:]}
    assert corners == {(-1, -1), (-1, 1), (1, -1), (1, 1)}


def test_a_teapot_comes_apart_at_spout_handle_and_knob():
    mesh = teapot()
    label = split_parts(mesh, 6)
    found = centres(mesh, label)
    assert len(found) == 4
    assert found[0] == pytest.approx((0, 0, 0), abs=0.1)
    for wanted in ((0.65, 0.15, 0), (-0.65, 0, 0), (0, 0.48, 0)):
        assert np.linalg.norm(found[1:] - wanted, axis=1).min() < 0.12


def test_parts_are_solids_that_hold_the_whole():
    mesh = teapot()
    parts = part_solids(mesh, split_parts(mesh, 6))
    for part in parts:
        assert topology.is_closed(part.faces)
        assert topology.euler_number(part.faces) == 2
        assert Manifold(SolidMesh(part.vertices, part.faces.astype(np.uint32))).status() == Error.NoError
    volume = sum(topology.signed_volume(p.vertices, p.faces) for p in parts)
    assert volume == pytest.approx(topology.signed_volume(mesh.vertices, mesh.faces), rel=1e-3)


def test_a_ball_stays_whole_and_strength_bounds_the_number():
    assert split_parts(primitives.sphere(resolution=24), 12).max() == 0
    mesh = primitives.chair()
    assert [split_parts(mesh, k).max() + 1 for k in (2, 3, 4)] == [2, 3, 4]


def test_separate_pieces_are_parts_and_small_ones_go_with_their_neighbours():
    rings = primitives.linked_rings(48)
    assert np.bincount(split_parts(rings, 2)).size == 2
    blocks = [Manifold.cube((1, 1, 1)).translate((2.0 * i, 0, 0)) for i in range(6)]
    bolt = Manifold.cube((0.2, 0.2, 0.2)).translate((10.4, 1.1, 0.4))  # next to the last block
    mesh = from_manifold(Manifold.compose([*blocks, bolt]))
    label = split_parts(mesh, 6)
    assert label.max() == 5
    middle = mesh.vertices[mesh.faces].mean(axis=1)
    last, small = label[(middle[:, 0] > 9.9) & (middle[:, 1] < 1.05)], label[middle[:, 1] > 1.05]
    assert set(last) == set(small)


def test_the_same_input_gives_the_same_parts():
    mesh = teapot()
    assert np.array_equal(split_parts(mesh, 5), split_parts(mesh, 5))


def test_labels_of_the_file_are_borders():
    mesh = from_manifold(Manifold.cube((1, 1, 1)).refine(8))
    given = (mesh.vertices[mesh.faces].mean(axis=1)[:, 1] > 0.5).astype(np.int32)
    assert split_parts(mesh, 2).max() == 0
    label = split_parts(mesh, 2, given=given)
    assert np.array_equal(label == label[given == 1][0], given == 1)


def test_quads_and_uvs_stay():
    quads = Mesh.from_quads(*_ladder())
    label = split_parts(quads, 2)
    assert np.array_equal(label[0 : 2 * len(quads.quads) : 2], label[1 : 2 * len(quads.quads) : 2])
    mesh = unwrap(primitives.chair(), 512)
    parts = part_solids(mesh, split_parts(mesh, 5))
    assert sum(len(p.faces) for p in parts) > len(mesh.faces)
    for part in parts:
        assert part.uv is not None
        assert part.uv.min() >= 0
        assert part.uv.max() <= 1


def _ladder() -> tuple[np.ndarray, np.ndarray]:
    """Two boxes of quads."""
    corners = np.array([[x, y, z] for z in (0, 1) for y in (0, 1) for x in (0, 1)], float)
    faces = np.array([[0, 2, 3, 1], [4, 5, 7, 6], [0, 1, 5, 4], [2, 6, 7, 3], [0, 4, 6, 2], [1, 3, 7, 5]])
    return np.concatenate([corners, corners + np.array([3, 0, 0])]), np.concatenate([faces, faces + 8])


def test_holes_that_were_there_stay_open():
    mesh = teapot()
    top = mesh.vertices[mesh.faces].mean(axis=1)[:, 1] > 0.5
    opened = Mesh(mesh.vertices, mesh.faces[~top])
    label = split_parts(opened, 6)
    parts = part_solids(opened, label)
    assert sorted(topology.is_closed(p.faces) for p in parts).count(False) == 1


def test_thickness_is_that_of_the_ball_that_fits():
    ball = primitives.sphere(0.5, 32)
    assert np.median(thickness(ball)) == pytest.approx(1.0, rel=0.1)
    plate = from_manifold(Manifold.cube((1, 0.1, 1)).refine(12))
    flat = np.abs(plate.vertices[plate.faces].mean(axis=1)[:, [0, 2]] - 0.5).max(axis=1) < 0.35
    assert np.median(thickness(plate)[flat]) == pytest.approx(0.1, rel=0.15)


@pytest.mark.parametrize("strength", [0, 1, 13])
def test_bad_strength(strength):
    with pytest.raises(MeshError, match="2 to 12"):
        split_parts(primitives.box(), strength)


def test_bad_labels():
    with pytest.raises(MeshError, match="one label"):
        part_solids(primitives.box(), np.zeros(3, int))
    with pytest.raises(MeshError, match="one label"):
        split_parts(primitives.box(), 2, given=np.zeros(3, int))
