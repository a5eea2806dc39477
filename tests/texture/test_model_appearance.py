"""A file's surface as a field: every kind of colour that a file can have comes back where it was."""

import numpy as np
import pytest

from maquette.formats.model import Material, Model
from maquette.geometry import primitives
from maquette.geometry.mesh import Mesh
from maquette.geometry.unwrap import unwrap
from maquette.texture.appearance import SurfaceAppearance
from maquette.texture.bake import bake
from maquette.texture.material_lookup import wrapped_lookup
from maquette.texture.model_appearance import ModelAppearance
from maquette.texture.textures import TextureSet

Z = np.array([[0.0, 0, 1]], np.float32)


def card(scale: float = 1.0) -> Mesh:
    """Two triangles over [0, 1]² at z = 0, UVs from 0 to `scale`."""
    v = np.array([[0, 0, 0], [1, 0, 0], [1, 1, 0], [0, 1, 0]], np.float32)
    f = np.array([[0, 1, 2], [0, 2, 3]], np.int32)
    return Mesh(v, f, uv=v[:, :2] * np.float32(scale), face_uv=f)


def points(*xy: tuple[float, float], z: float = 0.001) -> np.ndarray:
    return np.array([[x, y, z] for x, y in xy], np.float32)


def test_textures_repeat_outside_of_the_unit_square() -> None:
    picture = np.zeros((2, 4, 3), np.uint8)
    picture[0, :, 0] = 250  # top row red
    picture[1, :, 2] = 250  # bottom row blue
    model = Model(card(3), (Material(textures=TextureSet(picture)),))
    look = ModelAppearance(model)
    at = points((0.5, 0.25 / 3), (0.5, 0.75 / 3), (0.5, 1.25 / 3), (0.5, 1.75 / 3))
    out = look.sample(at, np.repeat(Z, 4, axis=0)).base_color * 255
    np.testing.assert_allclose(out, [[0, 0, 250], [250, 0, 0]] * 2, atol=1)


def test_bilinear_lookup_is_exact_and_wraps() -> None:
    rng = np.random.default_rng(0)
    image = rng.integers(0, 256, (8, 16, 3)).astype(np.uint8)
    uv = rng.uniform(-2, 3, (500, 2)).astype(np.float32)
    x, y = (uv[:, 0] % 1) * 16 - 0.5, (1 - uv[:, 1] % 1) * 8 - 0.5
    x0, y0 = np.floor(x).astype(int), np.floor(y).astype(int)
    fx, fy = (x - x0)[:, None], (y - y0)[:, None]
    p = image.astype(float)
    want = (
        p[y0 % 8, x0 % 16] * (1 - fx) * (1 - fy)
        + p[y0 % 8, (x0 + 1) % 16] * fx * (1 - fy)
        + p[(y0 + 1) % 8, x0 % 16] * (1 - fx) * fy
        + p[(y0 + 1) % 8, (x0 + 1) % 16] * fx * fy
    )
    assert np.abs(wrapped_lookup(image, uv) - want).max() < 8.5  # OpenCV interpolates in steps of 1/32 pixel


def test_each_face_has_its_material_and_factors_multiply_in_linear_light() -> None:
    grey = np.full((4, 4, 3), 188, np.uint8)  # linear 0.5
    orm = np.full((4, 4, 3), 128, np.uint8)
    textured = Material(textures=TextureSet(grey, orm), base_color=(0.735, 1, 1), metallic=0.5, roughness=0.8)
    plain = Material(base_color=(0.2, 0.4, 0.6), metallic=1, roughness=0.3, emissive=(1, 0.5, 0))
    model = Model(card(), (textured, plain), np.array([0, 1], np.int32))
    s = ModelAppearance(model).sample(points((0.8, 0.2), (0.2, 0.8)), np.repeat(Z, 2, axis=0))
    np.testing.assert_allclose(s.base_color[0], [0.537, 0.737, 0.737], atol=0.01)  # 0.5 x 0.5 linear is 0.537
    np.testing.assert_allclose(s.base_color[1], [0.2, 0.4, 0.6], atol=1e-6)
    np.testing.assert_allclose(s.metallic, [0.25, 1], atol=0.01)
    np.testing.assert_allclose(s.roughness, [0.4, 0.3], atol=0.01)
    np.testing.assert_allclose(s.emissive, [[0, 0, 0], [1, 0.5, 0]], atol=1e-6)


def test_corner_colours_are_interpolated() -> None:
    mesh = card()
    colors = mesh.vertices[mesh.faces] * np.array([1, 1, 0], np.float32)
    s = ModelAppearance(Model(mesh, colors=colors)).sample(points((0.3, 0.7), (0.9, 0.1)), np.repeat(Z, 2, axis=0))
    np.testing.assert_allclose(s.base_color, [[0.3, 0.7, 0], [0.9, 0.1, 0]], atol=1e-4)


def test_the_side_that_looks_the_same_way_is_taken_and_far_points_find_the_nearest() -> None:
    front = card()
    v = np.concatenate([front.vertices, front.vertices - np.array([0, 0, 0.001], np.float32)])
    f = np.concatenate([front.faces, front.faces[:, ::-1] + 4])
    materials = (Material(base_color=(1, 0, 0)), Material(base_color=(0, 0, 1)))
    look = ModelAppearance(Model(Mesh(v, f), materials, np.array([0, 0, 1, 1], np.int32)))
    at = points((0.5, 0.5), (0.5, 0.5), (0.5, 0.5), z=-0.0005)
    at[2] = (3, 3, 2)
    s = look.sample(at, np.concatenate([Z, -Z, Z]).astype(np.float32))
    np.testing.assert_allclose(s.base_color, [[1, 0, 0], [0, 0, 1], [1, 0, 0]])


@pytest.mark.parametrize("plain", [True, False])
def test_round_trip(plain: bool) -> None:
    rng = np.random.default_rng(1)
    shared = rng.integers(0, 256, (8, 8, 3)).astype(np.uint8)
    materials = (
        ()
        if plain
        else (Material(textures=TextureSet(shared, shared)), Material(textures=TextureSet(shared, normal=shared)))
    )
    owner = None if plain else np.array([0, 1], np.int32)
    look = ModelAppearance(Model(card(), materials, owner))
    arrays = look.to_arrays()
    assert sum(k.startswith("picture.") for k in arrays) == (0 if plain else 1)
    back = ModelAppearance.from_arrays(arrays)
    at, n = points((0.8, 0.2), (0.2, 0.8)), np.repeat(Z, 2, axis=0)
    for name in ("base_color", "metallic", "roughness", "normal"):
        a, b = getattr(look.sample(at, n), name), getattr(back.sample(at, n), name)
        assert (a is None) == (b is None)
        if a is not None:
            np.testing.assert_array_equal(a, b)


def test_a_normal_map_bends_the_normal_in_the_models_frame() -> None:
    tilt = np.full((4, 4, 3), 128, np.uint8)
    tilt[..., 0], tilt[..., 2] = 255, 128  # along +U
    s = ModelAppearance(Model(card(), (Material(textures=TextureSet(tilt, normal=tilt)),))).sample(
        points((0.4, 0.5)), Z
    )
    np.testing.assert_allclose(s.normal, [[1, 0, 0]], atol=0.02)


def test_baking_from_the_source_itself_gives_its_texture_back() -> None:
    """A textured ball baked onto new charts of itself: hits are handed over, and colours are those of the picture."""
    mesh = unwrap(primitives.sphere(32), 256)
    y, x = np.mgrid[:256, :256]
    picture = np.stack([x, y, 128 + 0 * x], axis=-1).astype(np.uint8)
    look = ModelAppearance(Model(mesh, (Material(textures=TextureSet(picture), roughness=0.4),)))
    assert isinstance(look, SurfaceAppearance)
    out = bake(mesh, look, np.eye(4), size=256, source=mesh)
    direct = bake(mesh, look, np.eye(4), size=256)
    from maquette.texture.raster import rasterize

    on = rasterize(mesh.uv, mesh.face_uv, 256) >= 0
    assert np.quantile(np.abs(out.base_color.astype(int) - picture)[on], 0.99) <= 2
    assert np.quantile(np.abs(direct.base_color.astype(int) - picture)[on], 0.99) <= 2
    assert (out.orm[on][:, 1] == 102).all()
