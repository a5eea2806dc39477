from __future__ import annotations

import numpy as np
import pytest

from maquette.render.camera import orbit, orthographic
from maquette.render.gbuffer import make_tracer
from maquette.render.ground import Ground
from maquette.render.lights import Light

KEY = Light(np.array([0.0, 1.0, 0.0], np.float32), 1.0, 0.2, True)


@pytest.mark.parametrize("backend", ["auto", "zbuffer"])
def test_ground_is_dark_under_a_sphere_and_bright_far_off(sphere, backend):
    shadow = Ground(make_tracer(sphere, backend), sphere.bounds).shadow(KEY)
    assert shadow.height == pytest.approx(-1)
    under, rim, far = shadow.sample(np.array([0.0, 1.0, 50.0], np.float32), np.zeros(3, np.float32))
    assert under > 0.75
    assert 0.1 < rim < under
    assert far == 0


@pytest.mark.parametrize("parallel", [False, True])
@pytest.mark.parametrize("elevation", [3.0, 20.0, 89.0])
def test_a_view_of_the_floor_is_its_rays_on_the_map(sphere, parallel, elevation):
    shadow = Ground(make_tracer(sphere), sphere.bounds).shadow(KEY)
    make = orthographic if parallel else orbit
    camera = make(sphere.vertices * 1.5, (90, 70), azimuth=33, elevation=elevation)
    x, y = (a.ravel().astype(np.float32) + 0.5 for a in np.meshgrid(np.arange(90), np.arange(70)))
    origins, directions = camera.rays(x, y)
    down = directions[:, 1] < -1e-4
    reach = np.where(down, (shadow.height - origins[:, 1]) / np.where(down, directions[:, 1], -1), 0)
    place = origins + directions * reach[:, None]
    want = np.where(down & (reach > 0), shadow.sample(place[:, 0], place[:, 2]), 0)
    got = shadow.view(camera).ravel()
    assert np.abs(got - want).mean() < 1e-3
    assert np.abs(got - want).max() < 0.05
    assert got.max() > 0.3


def test_from_below_there_is_no_floor(sphere):
    shadow = Ground(make_tracer(sphere), sphere.bounds).shadow(KEY)
    assert shadow.view(orbit(sphere.vertices, (40, 40), elevation=-40)).max() == 0
