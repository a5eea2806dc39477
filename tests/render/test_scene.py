from __future__ import annotations

import numpy as np

from maquette.render.camera import orbit
from maquette.render.compose import compose
from maquette.render.scene import Scene, Style
from maquette.render.shade import MaterialSamples
from maquette.texture.textures import TextureSet


def test_a_scene_gives_the_same_frame_whatever_it_drew_before(blob, colour):
    textures = colour((150, 90, 200), unlit=False)
    used, fresh = Scene(blob, textures), Scene(blob, textures)
    views = [orbit(blob.vertices, (96, 96), azimuth=a) for a in (0, 90, 200)]
    for view in views:
        used.render(view)
    assert compose(used.render(views[1])).tobytes() == compose(fresh.render(views[1])).tobytes()


def test_normal_map_tilts_the_light(wall):
    base, orm = np.full((32, 32, 3), 150, np.uint8), np.tile(np.array([255, 200, 0], np.uint8), (32, 32, 1))
    camera = orbit(wall.vertices, (64, 64), azimuth=0, elevation=5)

    def brightness(normal: tuple[int, int, int] | None) -> float:
        map_ = None if normal is None else np.tile(np.array(normal, np.uint8), (32, 32, 1))
        return float(compose(Scene(wall, TextureSet(base, orm, map_)).render(camera))[32, 32].mean())

    assert abs(brightness((128, 128, 255)) - brightness(None)) <= 2
    assert brightness((40, 128, 220)) > brightness((216, 128, 220)) + 4  # the key light stands on the left
    assert brightness((128, 216, 220)) > brightness((128, 40, 220)) + 20  # and above: +Y of the map is up


def test_emissive_adds_light(wall, colour):
    dark = colour((10, 10, 10), unlit=False)
    glow = TextureSet(dark.base_color, dark.orm, emissive=np.tile(np.array([200, 60, 20], np.uint8), (16, 16, 1)))
    camera = orbit(wall.vertices, (32, 32), azimuth=0)
    pixel = compose(Scene(wall, glow).render(camera))[16, 16].astype(int)
    assert np.abs(pixel - (200, 60, 20)).max() < 30


def test_a_callers_own_material(sphere):
    class Halves:
        unlit = True
        has_normal_map = False

        def prepare(self, texels):
            assert len(texels) > 0

        def sample(self, surface):
            base = np.where(surface.points[:, :1] > 0, 1.0, 0.25).astype(np.float32) * np.ones((1, 3), np.float32)
            one = np.ones(len(base), np.float32)
            return MaterialSamples(base, one, one, one * 0, surface.normals, None)

    camera = orbit(sphere.vertices, (64, 64), azimuth=0, elevation=0)
    frame = Scene(sphere, material=Halves()).render(camera, Style(ground_shadow=False))
    assert np.allclose(frame.color[32, 20], 0.25)
    assert np.allclose(frame.color[32, 44], 1.0)


def test_what_shines_lights_the_air_around_it(sphere, colour):
    dark = colour((10, 10, 10), unlit=False)
    glow = TextureSet(dark.base_color, dark.orm, emissive=np.tile(np.array([255, 200, 90], np.uint8), (16, 16, 1)))
    camera = orbit(sphere.vertices, (128, 128), azimuth=0, elevation=0)
    off, on = (Scene(sphere, t).render(camera, Style(ground_shadow=False)) for t in (dark, glow))
    assert off.glow is None
    a, b = compose(off, "transparent").astype(int), compose(on, "transparent").astype(int)
    rim = 64, int(np.flatnonzero(a[64, :, 3])[0]) - 2
    assert a[rim][3] == 0
    assert 5 < b[rim][3] < 120
    assert b[rim][0] > b[rim][2]
    assert b[64, 2, 3] == 0


def test_a_metal_mirrors_the_studio(sphere):
    metal = TextureSet(np.full((8, 8, 3), 230, np.uint8), np.tile(np.array([255, 51, 255], np.uint8), (8, 8, 1)))
    camera = orbit(sphere.vertices, (128, 128), azimuth=0, elevation=10)
    frame = Scene(sphere, metal).render(camera)
    inside = compose(frame)[frame.alpha == 1].astype(int).mean(axis=1)
    assert np.percentile(inside, 2) > 60  # nothing is black
    assert np.percentile(inside, 98) > 225  # soft boxes shine
    assert inside.std() > 20
