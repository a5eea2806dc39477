from __future__ import annotations

import numpy as np

from maquette.render.camera import orbit, orthographic
from maquette.render.gbuffer import make_tracer
from maquette.render.surface import SurfaceReader, uv_tangents


def test_normals_of_a_sphere_are_its_points(sphere):
    camera = orbit(sphere.vertices, (128, 128), azimuth=50, elevation=20)
    buffer = make_tracer(sphere).primary(camera)
    surface = SurfaceReader(sphere).read(camera, buffer.take(np.flatnonzero(buffer.hit)))
    assert np.abs(np.linalg.norm(surface.normals, axis=1) - 1).max() < 1e-5
    radial = surface.points / np.linalg.norm(surface.points, axis=1, keepdims=True)
    assert np.einsum("ij,ij->i", surface.normals, radial).min() > 0.9995
    assert np.einsum("ij,ij->i", surface.flat, surface.view).min() >= 0


def test_tangent_frame_and_footprint_of_a_wall(wall):
    tangent, handed = uv_tangents(wall)
    assert np.allclose(tangent, [1, 0, 0])
    assert (handed == 1).all()
    camera = orthographic(wall.vertices, (100, 100), (-1, -1, 1, 1))
    buffer = make_tracer(wall).primary(camera)
    surface = SurfaceReader(wall, tangents=True).read(camera, buffer.take(np.arange(10000)))
    assert np.allclose(surface.bitangent, [0, 1, 0], atol=1e-6)
    assert np.allclose(surface.texels, 1 / 100, rtol=1e-5)
    assert np.allclose(surface.uv, (surface.points[:, :2] + 1) / 2, atol=1e-6)


def test_the_back_of_an_open_mesh_turns_to_the_camera(wall):
    camera = orbit(wall.vertices, (32, 32), azimuth=180, elevation=0)
    buffer = make_tracer(wall).primary(camera)
    surface = SurfaceReader(wall).read(camera, buffer.take(np.flatnonzero(buffer.hit)))
    assert np.allclose(surface.normals, [0, 0, -1])
