"""`fill_holes` closes what is open, with the right topology and a shape that goes on."""

from __future__ import annotations

import numpy as np
import pytest

from maquette.errors import MeshError
from maquette.geometry import primitives, topology
from maquette.geometry.clean import is_solid
from maquette.geometry.fill_holes import boundary_loops, fill_holes
from maquette.geometry.mesh import Mesh


def ball(keep: object) -> Mesh:
    """A ball of radius 0.5 with the faces whose centres `keep(centres)` wants."""
    mesh = primitives.sphere(0.5, 32)
    return Mesh(mesh.vertices, mesh.faces[keep(mesh.vertices[mesh.faces].mean(axis=1))])  # type: ignore[operator]


def test_a_cap_comes_back_round() -> None:
    out = fill_holes(ball(lambda c: c[:, 1] < 0.35))
    assert is_solid(out)
    assert topology.euler_number(out.faces) == 2
    whole = primitives.sphere(0.5, 32)
    volume = topology.signed_volume(whole.vertices, whole.faces)
    assert topology.signed_volume(out.vertices, out.faces) == pytest.approx(volume, rel=0.02)
    assert out.vertices[:, 1].max() > 0.42  # a flat lid would end at 0.35


def test_many_holes_of_all_sizes() -> None:
    keep = np.random.default_rng(1).random(len(primitives.sphere(0.5, 32).faces)) > 0.15
    holed = ball(lambda c: keep & (c[:, 1] < 0.35))
    assert len(boundary_loops(holed.faces)) > 20
    out = fill_holes(holed)
    assert topology.is_closed(out.faces)
    assert topology.is_manifold(out.faces)


def test_a_tube_becomes_a_ball_by_topology() -> None:
    out = fill_holes(ball(lambda c: np.abs(c[:, 1]) < 0.3))
    assert is_solid(out)
    assert topology.euler_number(out.faces) == 2


def test_a_long_loop() -> None:
    n = 400
    angle = np.linspace(0, 2 * np.pi, n, endpoint=False)
    ring = np.stack([np.cos(angle), 0.05 * np.sin(5 * angle), np.sin(angle)], axis=1)
    v = np.concatenate([ring, ring - (0, 0.5, 0), [[0, -0.5, 0]]])
    i, j = np.arange(n), (np.arange(n) + 1) % n
    wall = np.concatenate([np.stack([i, j, n + j], axis=1), np.stack([i, n + j, n + i], axis=1)])
    floor = np.stack([n + j, np.full(n, 2 * n), n + i], axis=1)
    out = fill_holes(Mesh(v, np.concatenate([wall, floor])))
    assert topology.is_closed(out.faces)
    assert topology.is_manifold(out.faces)
    assert topology.euler_number(out.faces) == 2


def test_faces_that_look_different_ways_are_turned_first() -> None:
    box = primitives.box()
    faces = box.faces.copy()
    faces[::3] = faces[::3, ::-1]
    out = fill_holes(Mesh(box.vertices, faces[1:]))
    assert abs(topology.signed_volume(out.vertices, out.faces)) == pytest.approx(1)
    assert topology.is_closed(out.faces)


def test_what_is_closed_stays_as_it_is() -> None:
    torus = primitives.torus()
    assert fill_holes(torus) is torus
    with pytest.raises(MeshError, match="fill_holes"):
        fill_holes(Mesh(np.zeros((0, 3)), np.zeros((0, 3))))
