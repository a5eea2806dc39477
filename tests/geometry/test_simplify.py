import numpy as np
import pytest

from maquette.errors import MeshError
from maquette.geometry import clean, primitives, topology
from maquette.geometry.mesh import Mesh
from maquette.geometry.simplify import simplify

SHAPES = ("box", "torus", "linked_rings", "chair", "gear")


@pytest.mark.parametrize("target", [500, 9_001, 60_000])
@pytest.mark.parametrize("name", SHAPES)
def test_count_solidity_and_topology(name: str, target: int) -> None:
    mesh = getattr(primitives, name)()
    out = simplify(mesh, target)
    assert abs(len(out.faces) - target) <= max(2, 0.01 * target)
    assert clean.is_solid(out)
    assert not topology.copied_faces(out.faces).any()
    assert topology.euler_number(out.faces) == topology.euler_number(mesh.faces)
    before = topology.signed_volume(mesh.vertices, mesh.faces)
    assert topology.signed_volume(out.vertices, out.faces) == pytest.approx(before, rel=0.04)


def test_no_face_is_folded_over() -> None:
    out = simplify(primitives.sphere(0.5, 64), 1000)
    centre = out.vertices[out.faces].mean(axis=1)
    cosine = np.einsum("ij,ij->i", out.face_normals(), centre)
    assert (cosine > 0).all()


def test_hostile_creature_stays_solid() -> None:
    mesh = primitives.creature(96)
    for target in (500, 8000):
        out = simplify(mesh, target)
        assert abs(len(out.faces) - target) <= 0.01 * target
        assert clean.is_solid(clean.merge_vertices(out))


@pytest.mark.parametrize("scale", [1e-6, 1e6])
def test_scale_does_not_matter(scale: float) -> None:
    mesh = primitives.torus()
    out = simplify(Mesh(mesh.vertices * scale, mesh.faces), 1000)
    assert abs(len(out.faces) - 1000) <= 10
    assert clean.is_solid(out)


def test_same_bytes_twice() -> None:
    a, b = (simplify(primitives.torus(), 800) for _ in range(2))
    assert a.vertices.tobytes() == b.vertices.tobytes()
    assert a.faces.tobytes() == b.faces.tobytes()


def test_bad_input_is_refused() -> None:
    with pytest.raises(MeshError, match="simplify"):
        simplify(Mesh(np.zeros((0, 3)), np.zeros((0, 3))), 100)
    with pytest.raises(MeshError, match="at least 4"):
        simplify(primitives.box(), 3)
