from __future__ import annotations

from dataclasses import replace

import numpy as np

from maquette.formats.model import Material, Model
from maquette.geometry.mesh import Mesh
from maquette.render.camera import orbit
from maquette.render.compose import compose
from maquette.render.model_material import ModelMaterial
from maquette.render.scene import Scene
from maquette.texture.textures import TextureSet


def draw(model: Model, size: int = 64) -> np.ndarray:
    camera = orbit(model.mesh.vertices, (size, size), azimuth=0, elevation=0)
    return compose(Scene(model.mesh, material=ModelMaterial(model)).render(camera), "white").astype(int)


def unlit(color: tuple[float, float, float], textures: TextureSet | None = None) -> Material:
    return Material(base_color=color, unlit=True, textures=textures)


def test_factors_and_several_materials(wall):
    model = Model(wall, (unlit((1.0, 0.5, 0.0)), unlit((0.0, 0.25, 1.0))), np.array([0, 1], np.int32))
    picture = draw(model)
    assert np.abs(picture[36, 44] - (255, 128, 0)).max() <= 1  # below the diagonal
    assert np.abs(picture[24, 16] - (0, 64, 255)).max() <= 1


def test_corner_colours_multiply_the_factor(wall):
    colors = np.tile(np.array([0.8, 0.4, 0.2], np.float32), (2, 3, 1))
    bare = draw(Model(wall, colors=colors))[32, 20]
    assert bare[0] > bare[1] + 40 > bare[2] + 60
    assert np.abs(draw(Model(wall, (unlit((1, 1, 1)),), colors=colors))[32, 20] - (204, 102, 51)).max() <= 1
    half = draw(Model(wall, (unlit((0.5, 1, 1)),), colors=colors))[32, 20]
    assert half[0] < 110


def test_colours_run_smoothly_between_corners(wall):
    colors = np.zeros((2, 3, 3), np.float32)
    colors[wall.vertices[wall.faces][..., 0] > 0] = 1
    row = draw(Model(wall, (unlit((1, 1, 1)),), colors=colors), 128)[64, 16:112, 0]
    assert (np.diff(row) >= -1).all()
    assert row[0] < 60
    assert row[-1] > 240


def test_textures_repeat_outside_of_the_unit_square(wall):
    halves = np.zeros((16, 16, 3), np.uint8)
    halves[:, :8] = 255
    tiled = replace(wall, uv=wall.uv * 4 + 2)
    row = draw(Model(tiled, (unlit((1, 1, 1), TextureSet(halves, unlit=True)),)), 256)[120, 40:216, 0]
    assert np.abs(np.diff((row > 127).astype(int))).sum() >= 6
    assert 0.4 < (row > 127).mean() < 0.6


def test_nothing_said_is_clay(sphere):
    clay = draw(Model(Mesh(sphere.vertices, sphere.faces)))
    camera = orbit(sphere.vertices, (64, 64), azimuth=0, elevation=0)
    assert np.array_equal(clay, compose(Scene(sphere).render(camera), "white"))


def test_one_textured_material_looks_like_its_texture_set(sphere, colour):
    maps = colour((150, 90, 60), unlit=False)
    model = Model(sphere, (Material(textures=maps, metallic=1.0),))
    camera = orbit(sphere.vertices, (64, 64), azimuth=0, elevation=0)
    same = compose(Scene(sphere, maps).render(camera), "white")
    assert np.abs(draw(model) - same).max() <= 1
