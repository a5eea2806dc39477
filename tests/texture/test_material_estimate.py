"""Materials by colour: matte unless the picture or the words say otherwise."""

import sys
from pathlib import Path

import numpy as np

from maquette.formats.model import Material, Model
from maquette.geometry import primitives
from maquette.texture.appearance import SurfaceSamples
from maquette.texture.material_appearance import MaterialAppearance, with_materials
from maquette.texture.material_estimate import MATTE, estimate_materials
from maquette.texture.model_appearance import ModelAppearance

sys.path.insert(0, str(Path(__file__).parent))
from texture_fields import PositionField

SIZE = 256


def picture() -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """A disc, left half a matte red in soft light, right half a grey that swings smoothly between dark and bright."""
    y, x = np.mgrid[:SIZE, :SIZE]
    alpha = (np.hypot(x - SIZE / 2, y - SIZE / 2) < 0.45 * SIZE).astype(np.float32)
    red = np.stack([150 + 30 * y / SIZE, 40 + 8 * y / SIZE, 35 + 7 * y / SIZE], axis=-1)
    grey = (150 + 26 * np.sin(y * 2 * np.pi / 26))[..., None] * np.array([0.98, 1, 1.02])
    rgb = np.where((x < 0.55 * SIZE)[..., None], red, grey).astype(np.uint8)
    return rgb, alpha, rgb


def at(table: object, color: tuple[int, int, int]) -> tuple[float, float]:
    """Metallic and roughness that a colour gets."""

    class Flat(PositionField):
        def sample(self, points: np.ndarray, normals: np.ndarray) -> SurfaceSamples:
            n = len(points)
            base = np.tile(np.array(color, np.float32) / 255, (n, 1))
            return SurfaceSamples(base, np.zeros(n, np.float32), np.full(n, 0.7, np.float32))

    z = np.array([[0, 0, 1]], np.float32)
    s = MaterialAppearance(Flat(), table).sample(z, z)
    return float(s.metallic[0]), float(s.roughness[0])


def test_mirrored_surroundings_on_grey_are_metal_and_red_paint_is_matte() -> None:
    table = estimate_materials([picture()])
    metallic, roughness = at(table, (150, 153, 156))
    assert metallic > 0.7
    assert roughness < 0.5
    metallic, roughness = at(table, (165, 45, 40))
    assert metallic < 0.05
    assert abs(roughness - MATTE) < 0.08
    assert at(table, (20, 200, 20))[0] < 0.05  # a colour that the picture does not have


def test_one_grey_object_in_soft_light_is_no_metal() -> None:
    y, x = np.mgrid[:SIZE, :SIZE]
    r = np.hypot(x - SIZE / 2, y - SIZE / 2) / (0.45 * SIZE)
    shade = 60 + 150 * np.sqrt(np.clip(1 - r**2, 0, 1))
    rgb = np.repeat(shade[..., None], 3, axis=2).astype(np.uint8)
    table = estimate_materials([(rgb, (r < 1).astype(np.float32), rgb)])
    assert table.metallic.max() == 0


def test_words_count_for_the_colours_that_they_can_mean() -> None:
    table = estimate_materials([picture()], "a red leather bag with steel buckle")
    assert at(table, (165, 45, 40))[0] < 0.05
    assert abs(at(table, (165, 45, 40))[1] - 0.55) < 0.05
    assert at(table, (150, 153, 156))[0] > 0.9
    gold = estimate_materials([picture()], "gold", firm=True)
    assert gold.metallic.min() == 1
    assert estimate_materials([picture()], "gold").metallic[0] == 0  # the largest surface is red: no gold


def test_fields_that_tell_materials_apart_keep_their_own() -> None:
    table = estimate_materials([picture()])
    p = np.array([[1, 0, 0], [-1, 0, 0]], np.float32)
    own = PositionField()
    assert with_materials(own, table, p, p) is own
    assert with_materials(own, estimate_materials([]), p, p) is own


def test_round_trip_through_arrays() -> None:
    mesh = primitives.sphere(0.5, 16)
    inner = ModelAppearance(Model(mesh, (Material(base_color=(0.6, 0.6, 0.61)),)))
    look = with_materials(inner, estimate_materials([picture()]), mesh.vertices, mesh.vertex_normals())
    assert isinstance(look, MaterialAppearance)
    back = MaterialAppearance.from_arrays(look.to_arrays())
    n = mesh.vertex_normals()
    np.testing.assert_array_equal(look.sample(mesh.vertices, n).metallic, back.sample(mesh.vertices, n).metallic)
    assert look.sample(mesh.vertices, n).metallic.min() > 0.7
