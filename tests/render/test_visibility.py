from __future__ import annotations

import numpy as np
import pytest

from maquette.geometry.mesh import Mesh
from maquette.render.gbuffer import make_tracer
from maquette.render.lights import Light
from maquette.render.visibility import disc_directions, mesh_visibility, sphere_directions

KEY = Light(np.array([0.0, 1.0, 0.0], np.float32), 1.0, 0.2, True)


def _grid(points: np.ndarray, normal: list[float]):
    n = len(points)
    return points.astype(np.float32), np.tile(np.array(normal, np.float32), (n, 1)), np.arange(n) // 4, np.arange(n) % 4


def test_directions_are_unit_and_even():
    for d in (sphere_directions(192), disc_directions(KEY, 64)):
        assert np.abs(np.linalg.norm(d, axis=1) - 1).max() < 1e-6
    assert np.abs(sphere_directions(192).mean(axis=0)).max() < 0.02
    assert np.abs(disc_directions(KEY, 64).mean(axis=0)[[0, 2]]).max() < 0.01
    assert disc_directions(KEY, 64)[:, 1].min() > np.cos(0.201)


@pytest.mark.parametrize("backend", ["auto", "zbuffer"])
def test_foot_of_a_tall_wall_sees_half_the_sky(backend):
    v = np.array([[-50, -1, 0], [50, -1, 0], [50, 50, 0], [-50, 50, 0]])
    tracer = make_tracer(Mesh(v, np.array([[0, 1, 2], [0, 2, 3]])), backend)
    points = np.tile([0, 0, 2.0 if backend == "zbuffer" else 0.01], (16, 1))
    ambient, lit = mesh_visibility(tracer, *_grid(points, [0, 1, 0]), KEY, 1e-3)
    assert abs(ambient.mean() - 0.5) < (0.12 if backend == "zbuffer" else 0.06)  # 48 directions instead of 192
    away, _ = mesh_visibility(tracer, *_grid(points + np.array([0, 0, 4000]), [0, 0, 1]), KEY, 1e-3)
    assert away.mean() == 1
    assert abs(lit.mean() - 0.5) < 0.1 or backend == "zbuffer"  # half of a soft box overhead
