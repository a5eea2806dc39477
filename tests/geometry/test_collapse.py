"""`collapse` keeps topology, boundaries and planes while it takes faces away."""

from __future__ import annotations

import numpy as np
import pytest

from maquette.geometry import primitives, topology
from maquette.geometry.collapse import collapse


def plate(n: int = 40) -> tuple[np.ndarray, np.ndarray]:
    """A flat square of side 1 with a ragged round hole, facing up."""
    x, z = np.meshgrid(np.linspace(-0.5, 0.5, n), np.linspace(-0.5, 0.5, n), indexing="ij")
    v = np.stack([x.ravel(), np.zeros(n * n), z.ravel()], axis=1)
    i = np.arange(n * n).reshape(n, n)
    q = np.stack([i[:-1, :-1], i[:-1, 1:], i[1:, 1:], i[1:, :-1]], axis=-1).reshape(-1, 4)
    f = np.concatenate([q[:, [0, 1, 2]], q[:, [0, 2, 3]]])
    middle = v[f].mean(axis=1)
    return v, f[np.hypot(middle[:, 0], middle[:, 2]) > 0.2]


def area(v: np.ndarray, f: np.ndarray) -> float:
    return float(np.linalg.norm(np.cross(v[f[:, 1]] - v[f[:, 0]], v[f[:, 2]] - v[f[:, 0]]), axis=1).sum() / 2)


@pytest.mark.parametrize("name", ["torus", "linked_rings", "gear", "chair"])
def test_closed_surfaces_keep_their_topology_down_to_the_least(name: str) -> None:
    mesh = getattr(primitives, name)()
    _v, f = collapse(mesh.vertices, mesh.faces, 60)
    assert topology.is_closed(f)
    assert topology.is_manifold(f)
    assert topology.euler_number(f) == topology.euler_number(mesh.faces)
    assert len(f) <= 61


def test_a_boundary_does_not_creep() -> None:
    v, f = plate()
    w, g = collapse(v, f, 400)
    assert abs(len(g) - 400) <= 1
    assert area(w, g) == pytest.approx(area(v, f), rel=1e-3)
    assert w.min(axis=0) == pytest.approx([-0.5, 0, -0.5], abs=1e-6)
    assert w.max(axis=0) == pytest.approx([0.5, 0, 0.5], abs=1e-6)
    assert topology.euler_number(g) == topology.euler_number(f) == 0
    normals = np.cross(w[g[:, 1]] - w[g[:, 0]], w[g[:, 2]] - w[g[:, 0]])
    assert (normals[:, 1] > 0).all()


def test_a_seam_in_a_plane_stays_there() -> None:
    ball = primitives.sphere(0.5, 33)
    v = ball.vertices.astype(float)
    v[np.abs(v[:, 0]) < 1e-6, 0] = 0
    f = ball.faces[(v[ball.faces][:, :, 0] >= 0).all(axis=1)]
    rim = v[:, 0] == 0
    w, g = collapse(v, f, 200, on_plane=rim)
    edges, uses, _ = topology.edge_counts(g)
    outer = edges[uses == 1]
    assert len(outer) > 8
    assert (w[outer >> 32, 0] == 0).all()
    assert (w[outer & 0xFFFFFFFF, 0] == 0).all()


def test_a_tetrahedron_and_a_lone_triangle_stay() -> None:
    corners = np.array([[0, 0, 0], [1, 0, 0], [0, 1, 0], [0, 0, 1]], float)
    tetrahedron = np.array([[0, 2, 1], [0, 1, 3], [1, 2, 3], [0, 3, 2]])
    assert len(collapse(corners, tetrahedron, 1)[1]) == 4
    assert len(collapse(corners, tetrahedron[:1], 0)[1]) == 1
