import numpy as np
import pytest

from maquette.geometry import primitives, topology

KNOWN = {"box": (1, 2), "sphere": (1, 2), "torus": (1, 0), "linked_rings": (2, 0), "chair": (1, 2), "gear": (1, 0)}


@pytest.mark.parametrize("name", KNOWN)
def test_known_solids(name: str) -> None:
    mesh = getattr(primitives, name)()
    parts, euler = KNOWN[name]
    assert topology.is_closed(mesh.faces)
    assert topology.is_manifold(mesh.faces)
    assert topology.vertex_components(mesh.faces, len(mesh.vertices))[0] == parts
    assert topology.euler_number(mesh.faces) == euler
    assert topology.signed_volume(mesh.vertices, mesh.faces) > 0


def test_volume_of_known_solids() -> None:
    box = primitives.box((1, 2, 3))
    assert topology.signed_volume(box.vertices, box.faces) == pytest.approx(6, rel=1e-6)
    assert topology.signed_volume(box.vertices, box.faces[:, ::-1]) == pytest.approx(-6, rel=1e-6)
    ball = primitives.sphere(0.5, 96)
    assert topology.signed_volume(ball.vertices, ball.faces) == pytest.approx(np.pi / 6, rel=0.005)


def test_an_open_turned_or_pinched_mesh_is_told() -> None:
    faces = primitives.box().faces
    assert not topology.is_closed(faces[1:])
    turned = faces.copy()
    turned[0] = turned[0, ::-1]
    assert not topology.is_closed(turned)
    # Two boxes that share one vertex: closed edges, but that vertex has two fans.
    other = faces + 8
    pinched = np.concatenate([faces, np.where(other == 8, 0, other)])
    assert topology.is_closed(pinched)
    assert not topology.is_manifold(pinched)
    assert topology.corner_fans(pinched)[0] == 16


def test_copied_faces_counts_both_directions() -> None:
    faces = primitives.box().faces
    assert not topology.copied_faces(faces).any()
    assert topology.copied_faces(np.concatenate([faces, faces[:2, ::-1], faces[:1]])).sum() == 3
