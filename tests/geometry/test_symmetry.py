"""A symmetrised mesh is its own mirror image to the bit, and as closed as before."""

from __future__ import annotations

import numpy as np
import pytest

from maquette.errors import MeshError
from maquette.geometry import primitives, topology
from maquette.geometry.clean import is_solid
from maquette.geometry.mesh import Mesh
from maquette.geometry.symmetry import cut_half, simplify_symmetric, symmetrise, symmetry_plane


def mirrored_exactly(mesh: Mesh) -> bool:
    v = mesh.vertices + np.float32(0)
    return {p.tobytes() for p in v} == {p.tobytes() for p in v * np.float32([-1, 1, 1]) + np.float32(0)}


def moved(mesh: Mesh, x: float) -> Mesh:
    return mesh.with_vertices(mesh.vertices + np.float32([x, 0, 0]))


@pytest.mark.parametrize("name", ["torus", "gear", "chair", "box"])
def test_symmetric_solids_stay_what_they_are(name: str) -> None:
    mesh = getattr(primitives, name)()
    x, mismatch = symmetry_plane(moved(mesh, 0.3))
    assert x == pytest.approx(0.3, abs=2e-3)
    assert mismatch < 1e-3
    out = symmetrise(mesh)
    assert mirrored_exactly(out)
    assert is_solid(out)
    assert topology.euler_number(out.faces) == topology.euler_number(mesh.faces)
    volume = topology.signed_volume(mesh.vertices, mesh.faces)
    assert topology.signed_volume(out.vertices, out.faces) == pytest.approx(volume, rel=2e-3)


@pytest.mark.parametrize("target", [500, 4000])
def test_simplified_halves(target: int) -> None:
    out = simplify_symmetric(cut_half(primitives.creature(64)), target)
    assert abs(len(out.faces) - target) <= 0.01 * target
    assert mirrored_exactly(out)
    assert is_solid(out)


def test_the_side_with_more_surface_wins() -> None:
    body = primitives.torus(resolution=32)
    arm = primitives.box((0.2, 0.2, 0.2))
    arm = moved(arm, -1.2)
    both = Mesh(
        np.concatenate([body.vertices, arm.vertices]), np.concatenate([body.faces, arm.faces + len(body.vertices)])
    )
    out = symmetrise(both)
    assert out.bounds[:, 0] == pytest.approx([-1.3, 1.3])
    assert topology.vertex_components(out.faces, len(out.vertices))[0] == 3
    assert symmetry_plane(both)[0] == pytest.approx(0, abs=1e-3)  # the arm does not pull the plane away


def test_open_stays_open() -> None:
    torus = primitives.torus(resolution=32)
    upper = Mesh(torus.vertices, torus.faces[torus.vertices[torus.faces].mean(axis=1)[:, 1] > 0])
    out = symmetrise(upper)
    assert mirrored_exactly(out)
    assert not topology.is_closed(out.faces)
    assert topology.is_manifold(out.faces)
    assert topology.euler_number(out.faces) == topology.euler_number(upper.faces)


def test_one_side_alone_is_refused() -> None:
    with pytest.raises(MeshError, match="symmetrise"):
        symmetrise(moved(primitives.box(), 5))
