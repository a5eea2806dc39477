from __future__ import annotations

import numpy as np
import pytest

from maquette.render.camera import look_rotation, orbit, orthographic


@pytest.mark.parametrize(("azimuth", "elevation"), [(0, 0), (30, 15), (200, -40), (90, 89)])
def test_orbit_holds_all_points_and_touches_the_margin(azimuth, elevation):
    points = np.random.default_rng(0).normal(size=(500, 3)) * [1, 0.4, 2] + [3, -1, 2]
    camera = orbit(points, (640, 480), azimuth=azimuth, elevation=elevation, margin=0.1)
    x, y, depth = camera.project(points)
    assert depth.min() > 0
    assert x.min() >= 64 - 1e-6
    assert x.max() <= 576 + 1e-6
    assert y.min() >= 48 - 1e-6
    assert y.max() <= 432 + 1e-6
    assert min(x.min() - 64, 576 - x.max(), y.min() - 48, 432 - y.max()) < 1e-6


@pytest.mark.parametrize("perspective", [True, False])
def test_rays_pass_through_what_projects_there(perspective):
    points = np.random.default_rng(1).normal(size=(200, 3))
    make = orbit if perspective else orthographic
    camera = make(points, (300, 200), azimuth=40, elevation=25)
    x, y, depth = camera.project(points)
    origins, directions = camera.rays(x.astype(np.float32), y.astype(np.float32))
    assert np.abs(origins + directions * depth[:, None] - points).max() < 1e-4


def test_azimuth_0_sees_the_front_and_90_the_plus_x_side():
    assert np.allclose(look_rotation(0, 0), [[1, 0, 0], [0, 1, 0], [0, 0, -1]])
    assert np.allclose(look_rotation(90, 0), [[0, 0, -1], [0, 1, 0], [-1, 0, 0]], atol=1e-12)


def test_orthographic_window_is_the_picture():
    camera = orthographic(np.eye(3), (100, 50), (-2, -1, 2, 1))
    x, y, _ = camera.project(np.array([[-2, 1, 0], [2, -1, 5], [0, 0, -3]]))
    assert np.allclose(x, [0, 100, 50])
    assert np.allclose(y, [0, 50, 25])


def test_a_single_point_has_a_camera():
    camera = orbit(np.zeros((1, 3)), (64, 64))
    assert np.isfinite(camera.eye).all()
