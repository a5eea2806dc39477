"""Prompts read by known words, and meshes painted with them."""

import numpy as np
import pytest

from maquette.geometry import primitives
from maquette.geometry.mesh import Mesh
from maquette.texture.noise import fractal_noise, value_noise
from maquette.texture.word_paint import FIRST_SHARE, PATTERNS, WordPaint, paint_from_words, pattern
from maquette.texture.words import read_prompt


@pytest.mark.parametrize(
    ("text", "looks"),
    [
        ("red", [(("red",), 0)]),
        ("a dark red wooden chair with gold legs", [(("dark", "red", "wooden"), 0), (("gold",), 1)]),
        ("shiny chrome", [(("shiny", "chrome"), 1)]),
        ("blue, white and orange", [(("blue",), 0), (("white",), 0), (("orange",), 0)]),
        ("steel blade black leather grip", [(("steel", "black"), 1), (("leather",), 0)]),
        ("salmon plastic", [(("salmon", "plastic"), 0)]),
        ("#ff8800 metal", [(("#ff8800", "metal"), 1)]),
        ("a friendly dragon", []),
    ],
)
def test_looks_of_a_prompt(text: str, looks: list) -> None:
    assert [(k.words, k.metallic) for k in read_prompt(text).looks] == looks


def test_shades_finishes_and_what_is_not_understood() -> None:
    dark, plain, pale = (read_prompt(t).looks[0] for t in ("dark green", "green", "pale green"))
    assert sum(dark.color) < sum(plain.color) < sum(pale.color)
    assert (
        read_prompt("matte plastic").looks[0].roughness > 0.8 > 0.3 > read_prompt("glossy plastic").looks[0].roughness
    )
    words = read_prompt("a purple dragon of doom")
    assert words.unknown == ("dragon", "doom")
    assert words.facts()[0]["words"] == ["purple"]


def two_balls() -> Mesh:
    big, small = primitives.sphere(0.5, 24), primitives.sphere(0.2, 24)
    v = np.concatenate([small.vertices + np.array([2, 0, 0], np.float32), big.vertices])
    return Mesh(v, np.concatenate([small.faces, big.faces + len(small.vertices)]))


def test_parts_get_the_looks_by_size() -> None:
    mesh = two_balls()
    paint = paint_from_words(mesh, read_prompt("red plastic with gold"), 0)
    at = np.array([[0.5, 0, 0], [2.2, 0, 0]], np.float32)
    s = paint.sample(at, np.array([[1, 0, 0], [1, 0, 0]], np.float32))
    np.testing.assert_array_equal(s.metallic, [0, 1])
    assert s.base_color[0, 0] > 3 * s.base_color[0, 1]
    back = WordPaint.from_arrays(paint.to_arrays())
    centre = np.full(len(mesh.faces), 1 / 3, np.float32)
    a = paint.sample_at(np.arange(len(mesh.faces), dtype=np.int32), centre, centre)
    b = back.sample(
        mesh.vertices[mesh.faces].mean(axis=1),
        mesh.face_normals() / np.linalg.norm(mesh.face_normals(), axis=1)[:, None],
    )
    np.testing.assert_allclose(a.metallic, b.metallic)
    np.testing.assert_allclose(a.base_color, b.base_color, atol=0.02)


def test_one_part_is_divided_by_height() -> None:
    paint = paint_from_words(primitives.sphere(0.5, 24), read_prompt("white stone with black rubber"), 3)
    y = np.linspace(-0.5, 0.5, 101, dtype=np.float32)
    at = np.stack([0 * y, y, 0 * y], axis=1)
    dark = paint.sample(at, at).base_color.mean(axis=1) < 0.4
    border = -0.5 + FIRST_SHARE
    assert not dark[y < border - 0.02].any()
    assert dark[y > border + 0.02].all()


def test_patterns_vary_a_little_around_one_and_repeat() -> None:
    rng = np.random.default_rng(0)
    unit = rng.uniform(-0.5, 0.5, (4000, 3)).astype(np.float32)
    for name in PATTERNS:
        shade, rough = pattern(name, unit, 1, 5)
        assert 0.85 < shade.mean() < 1.1
        assert shade.min() > 0.55
        assert shade.max() < 1.3
        assert np.abs(rough).max() < 0.2
        np.testing.assert_array_equal(shade, pattern(name, unit, 1, 5)[0])
        assert np.ptp(shade) > 0.005


def test_noise_is_smooth_and_fills_its_range() -> None:
    x = np.linspace(-20, 20, 8001, dtype=np.float32)
    line = value_noise(np.stack([x, 0.3 * x, -0.7 * x], axis=1))
    assert line.min() < 0.1
    assert line.max() > 0.9
    assert np.abs(np.diff(line)).max() < 0.03
    assert (
        abs(fractal_noise(np.random.default_rng(1).uniform(-99, 99, (5000, 3)).astype(np.float32)).mean() - 0.5) < 0.02
    )
