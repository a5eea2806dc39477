import numpy as np
import pytest

from maquette.errors import MeshError
from maquette.geometry import clean, primitives, topology
from maquette.geometry.mesh import Mesh


def volume(mesh: Mesh) -> float:
    return topology.signed_volume(mesh.vertices, mesh.faces)


def test_a_good_solid_comes_back_untouched() -> None:
    mesh = primitives.torus()
    assert clean.ensure_solid(mesh) is mesh


def test_triangle_soup_is_merged_to_the_same_solid() -> None:
    mesh = primitives.gear()
    soup = Mesh(mesh.vertices[mesh.faces].reshape(-1, 3), np.arange(3 * len(mesh.faces)).reshape(-1, 3))
    solid = clean.ensure_solid(soup)
    assert (len(solid.vertices), len(solid.faces)) == (len(mesh.vertices), len(mesh.faces))
    assert volume(solid) == pytest.approx(volume(mesh), rel=1e-6)


def test_inside_out_is_turned() -> None:
    mesh = primitives.chair()
    assert volume(clean.ensure_solid(Mesh(mesh.vertices, mesh.faces[:, ::-1]))) == pytest.approx(volume(mesh), rel=1e-6)
    quads = Mesh.from_quads(*cube_quads())
    turned = clean.make_outward(Mesh.from_quads(quads.vertices, quads.quads[:, ::-1]))
    assert volume(turned) == pytest.approx(1)
    assert len(turned.quads) == 6


def test_copied_and_degenerate_faces_are_dropped() -> None:
    mesh = primitives.box()
    bad = np.concatenate([mesh.faces, mesh.faces[:3], [[0, 0, 1], [2, 2, 2]]])
    cleaned = clean.drop_bad_faces(Mesh(mesh.vertices, bad))
    np.testing.assert_array_equal(cleaned.faces, mesh.faces)


def test_specks_go_and_real_parts_stay() -> None:
    rings, speck = primitives.linked_rings(), primitives.box((0.004, 0.004, 0.004))
    both = Mesh(
        np.concatenate([rings.vertices, speck.vertices]),
        np.concatenate([rings.faces, speck.faces + len(rings.vertices)]),
    )
    kept = clean.drop_specks(both)
    assert len(kept.faces) == len(rings.faces)
    assert topology.vertex_components(kept.faces, len(kept.vertices))[0] == 2


def test_parts_that_touch_at_a_point_come_apart_for_any_reader() -> None:
    box = primitives.box()
    other = box.vertices + 1
    faces = np.concatenate([box.faces, box.faces + 8])
    touching = clean.merge_vertices(Mesh(np.concatenate([box.vertices, other]), faces))
    assert len(touching.vertices) == 15
    solid = clean.ensure_solid(touching)
    assert clean.is_solid(solid)
    assert clean.is_solid(clean.merge_vertices(solid))
    assert volume(solid) == pytest.approx(2, rel=1e-3)


def test_copies_with_one_normal_come_apart_too() -> None:
    box = primitives.box()
    twice = Mesh(np.concatenate([box.vertices, box.vertices]), np.concatenate([box.faces, box.faces + 8]))
    apart = clean.merge_vertices(clean.part_copies(twice))
    assert len(apart.vertices) == 16
    np.testing.assert_allclose(apart.vertices, twice.vertices, atol=1e-4)


@pytest.mark.parametrize("missing", [1, 6])
def test_holes_are_closed_by_a_rebuild(missing: int) -> None:
    ball = primitives.sphere(0.5, 40)
    solid = clean.ensure_solid(Mesh(ball.vertices, ball.faces[missing:]), resolution=80)
    assert clean.is_solid(solid)
    assert topology.euler_number(solid.faces) == 2
    assert volume(solid) == pytest.approx(volume(ball), rel=0.03)


@pytest.mark.parametrize(
    "mesh",
    [
        Mesh(np.zeros((0, 3)), np.zeros((0, 3))),
        Mesh(np.zeros((3, 3)), np.array([[0, 1, 2]])),
        Mesh(np.full((3, 3), np.nan), np.array([[0, 1, 2]])),
    ],
)
def test_hopeless_meshes_are_refused_with_a_remedy(mesh: Mesh) -> None:
    with pytest.raises(MeshError, match=r"ensure_solid: .*\. .*\."):
        clean.ensure_solid(mesh)


def cube_quads() -> tuple[np.ndarray, np.ndarray]:
    v = np.array([[x, y, z] for x in (0, 1) for y in (0, 1) for z in (0, 1)], float)
    q = np.array([[0, 1, 3, 2], [4, 6, 7, 5], [0, 4, 5, 1], [2, 3, 7, 6], [0, 2, 6, 4], [1, 5, 7, 3]])
    return v, q
