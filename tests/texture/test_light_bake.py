"""The light in shaded colours, and the order of texels."""

import numpy as np
import pytest

from maquette.geometry.mesh import Mesh
from maquette.geometry.rays import RayScene
from maquette.texture.light_bake import TOP, direction, irradiance, lit_colors, shadow
from maquette.texture.texels import tiled_texels

ONE = np.ones(1, np.float32)


def light(x: float, y: float, z: float, sky: float = 1.0, key: float = 1.0) -> float:
    n = np.array([[x, y, z]], np.float32)
    return float(irradiance(n / np.linalg.norm(n), ONE * np.float32(sky), ONE * np.float32(key))[0])


def test_the_front_keeps_its_tone_and_form_comes_from_above() -> None:
    assert light(-0.15, 0.3, 0.94) == pytest.approx(1, abs=1e-5)
    assert 0.8 < light(0, 0, 1) < 1
    assert light(0, 1, 0) > light(0, 0, 1) > light(0, -1, 0) > 0.2
    assert light(0, 0, -1) > 0.3
    assert light(0, 0, 1, sky=0.3) < 0.75 * light(0, 0, 1)
    assert light(0, 0, 1, key=0) < 0.85 * light(0, 0, 1)


def test_colours_scale_in_linear_light_and_never_burn_out() -> None:
    base = np.array([[188, 128, 0], [255, 255, 255]], np.uint8)
    np.testing.assert_array_equal(lit_colors(base, np.array([0.3, 9], np.float32), 0.0), base)
    half = lit_colors(base[:1], np.array([0.5], np.float32), 1.0)[0]
    np.testing.assert_allclose(half, [137, 92, 0], atol=1.5)
    assert (lit_colors(base, np.array([9, 9], np.float32), 1.0)[0] <= np.array([188, 128, 0]) * TOP**0.5 + 1).all()
    glow = lit_colors(base[:1], np.zeros(1, np.float32), 1.0, np.array([[0, 0, 200]], np.uint8))
    assert glow[0, 2] == 200


def test_a_roof_shades_the_floor_from_the_key_light() -> None:
    d = direction(-32, 44)
    floor = np.array([[-1, 0, -1], [-1, 0, 1], [1, 0, 1], [1, 0, -1]], np.float32)
    roof = floor * np.float32(0.4) + d * np.float32(0.8)
    f = np.array([[0, 1, 2], [0, 2, 3]], np.int32)
    mesh = Mesh(np.concatenate([floor, roof.astype(np.float32)]), np.concatenate([f, f + 4]))
    seen = shadow(mesh, RayScene(mesh)).visible
    third = np.full(1, 1 / 3, np.float32)
    middle = seen(np.zeros(1, np.int32), np.zeros(1, np.float32), np.full(1, 0.5, np.float32))  # the floor's centre
    assert middle[0] < 0.35
    assert seen(np.full(1, 2, np.int32), third, third)[0] > 0.9


@pytest.mark.parametrize("size", [32, 100, 257])
def test_every_covered_texel_comes_once_in_tiles(size: int) -> None:
    rng = np.random.default_rng(0)
    owner = np.where(rng.random((size, size)) < 0.6, 1, -1).astype(np.int32)
    chunks = list(tiled_texels(owner, 1000))
    assert max(map(len, chunks)) <= 1000 or len(chunks) == 1
    np.testing.assert_array_equal(np.sort(np.concatenate(chunks)), np.flatnonzero(owner >= 0))
