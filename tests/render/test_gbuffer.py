from __future__ import annotations

import numpy as np
import pytest

from maquette.errors import InvalidRequest
from maquette.geometry.mesh import Mesh
from maquette.render.camera import orbit, orthographic
from maquette.render.gbuffer import make_tracer

pytest.importorskip("embreex", reason="embreex has no wheel for this machine")
BACKENDS = ["embree", "zbuffer"]


@pytest.mark.parametrize("backend", BACKENDS)
def test_disc_of_a_sphere(sphere, backend):
    camera = orthographic(sphere.vertices, (512, 512), (-1.2, -1.2, 1.2, 1.2))
    area = make_tracer(sphere, backend).primary(camera).hit.mean() * 2.4**2
    # The polygon inscribed in the outline is smaller than the disc by a known part.
    polygon = 96 / 2 * np.sin(2 * np.pi / 96)
    assert abs(area / polygon - 1) < 0.003


@pytest.mark.parametrize("backend", BACKENDS)
def test_depth_of_a_plane(wall, backend):
    for camera in (orthographic(wall.vertices, (64, 64)), orbit(wall.vertices, (64, 64), azimuth=25, elevation=10)):
        buffer = make_tracer(wall, backend).primary(camera)
        x, y = np.arange(64 * 64) % 64 + 0.5, np.arange(64 * 64) // 64 + 0.5
        origins, directions = camera.rays(x.astype(np.float32), y.astype(np.float32))
        hit = buffer.hit
        assert 0.2 < hit.mean() < 0.9
        points = origins[hit] + directions[hit] * buffer.depth[hit, None]
        assert np.abs(points[:, 2] - 0.25).max() < 1e-5
        assert np.isinf(buffer.depth[~hit]).all()


@pytest.mark.parametrize("backend", BACKENDS)
def test_weights_give_the_point_that_depth_gives(blob, backend):
    camera = orbit(blob.vertices, (200, 200), azimuth=30, elevation=20)
    buffer = make_tracer(blob, backend).primary(camera)
    hit = np.flatnonzero(buffer.hit)
    mine = buffer.take(hit)
    points = np.einsum("nk,nkc->nc", mine.weights, blob.vertices[blob.faces[mine.face]])
    x, y, depth = camera.project(points)
    assert np.abs(x - (hit % 200 + 0.5)).max() < 2e-3
    assert np.abs(y - (hit // 200 + 0.5)).max() < 2e-3
    assert np.abs(depth - mine.depth).max() < 1e-4


@pytest.mark.parametrize("perspective", [True, False])
def test_backends_agree(blob, perspective):
    make = orbit if perspective else orthographic
    camera = make(blob.vertices, (400, 400), azimuth=30, elevation=20)
    a, b = (make_tracer(blob, backend).primary(camera) for backend in BACKENDS)
    assert (a.hit == b.hit).mean() > 0.9999
    both = a.hit & b.hit
    assert (np.abs(a.depth[both] - b.depth[both]) < 1e-4).mean() > 0.9999
    same = a.face == b.face
    assert same.mean() > 0.999
    same &= both
    assert np.abs(a.bary[same] - b.bary[same]).max() < 5e-3


@pytest.mark.parametrize("backend", BACKENDS)
def test_chosen_pixels_and_offsets_match_a_moved_camera(blob, backend):
    camera = orbit(blob.vertices, (120, 100))
    tracer = make_tracer(blob, backend)
    pixels = np.arange(0, 12000, 7)
    a = tracer.primary(camera, (0.3, -0.2), pixels)
    b = tracer.primary(camera.jittered(0.3, -0.2)).take(pixels)
    assert (a.face == b.face).mean() > 0.998


@pytest.mark.parametrize("backend", BACKENDS)
def test_occlusion_above_and_below_a_wall(wall, backend):
    tracer = make_tracer(wall, backend)
    points = np.array([[0, 0, 0], [0, 0, 0.5], [3, 0, 0]], np.float32)
    table = np.array([[0, 0, 1], [0, 0, -1], [0, 1, 0]], np.float32)
    for direction, expected in ((0, [True, False, False]), (1, [False, True, False]), (2, [False, False, False])):
        assert tracer.occluded(points, table, np.full(3, direction)).tolist() == expected


def test_a_watertight_mesh_has_no_pinholes(sphere):
    camera = orthographic(sphere.vertices, (700, 700), (-0.7, -0.7, 0.7, 0.7))
    assert make_tracer(sphere, "embree").primary(camera).hit.all()
    assert make_tracer(sphere, "zbuffer").primary(camera).hit.all()


def test_no_faces_is_refused():
    with pytest.raises(InvalidRequest, match="no faces"):
        make_tracer(Mesh(np.zeros((3, 3)), np.zeros((0, 3), np.int32)))
