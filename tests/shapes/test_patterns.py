"""Materials over space."""

from __future__ import annotations

from typing import get_args

import numpy as np
import pytest

from maquette.shapes.api import box, sphere
from maquette.shapes.appearance import ProgramAppearance
from maquette.shapes.compile import compile_program
from maquette.shapes.material import Material, PatternKind
from maquette.shapes.noise_tile import CELLS, noise
from maquette.shapes.pattern_kinds import PATTERNS
from maquette.shapes.patterns import USUAL_SCALE, evaluate, rgb
from maquette.shapes.program import Part, Program
from maquette.shapes.substances import SUBSTANCES, substance
from maquette.texture.appearance import APPEARANCES

KINDS: tuple[PatternKind, ...] = tuple(k for k in get_args(PatternKind) if k != "plain")


def surface(n: int = 4000) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    rng = np.random.default_rng(0)
    normals = rng.normal(size=(n, 3))
    normals /= np.linalg.norm(normals, axis=1, keepdims=True)
    return (0.5 * normals).astype(np.float32), normals.astype(np.float32), np.zeros(n, np.int32)


@pytest.mark.parametrize("kind", KINDS)
def test_every_pattern_varies_within_bounds(kind: PatternKind) -> None:
    points, normals, seed = surface()
    material = Material(color="#8060a0", pattern=kind, roughness=0.5)
    s = evaluate(material, points, normals, seed, 1.0)
    for values in (s.base_color, s.roughness, s.metallic):
        assert values.dtype == np.float32
        assert np.isfinite(values).all()
        assert values.min() >= 0
        assert values.max() <= 1
    assert s.base_color.std(axis=0).max() > 0.003
    if s.normal is not None:
        assert np.linalg.norm(s.normal, axis=1) == pytest.approx(1, abs=1e-4)
        assert (np.einsum("nk,nk->n", s.normal, normals) > 0.3).mean() > 0.99
    again = evaluate(material, points, normals, seed, 1.0)
    assert again.base_color.tobytes() == s.base_color.tobytes()


def test_all_patterns_are_made() -> None:
    assert set(PATTERNS) == set(KINDS) == set(USUAL_SCALE)


def test_plain_is_its_colour_and_glow_shines() -> None:
    points, normals, seed = surface(10)
    s = evaluate(substance("glow:#20c0ff"), points, normals, seed, 1.0)
    assert s.base_color == pytest.approx(np.tile(rgb("#20c0ff"), (10, 1)))
    assert s.emissive is not None
    assert s.emissive == pytest.approx(s.base_color)


def test_wear_shows() -> None:
    points, normals, seed = surface()
    new, old = (evaluate(Material(color="#c03020", wear=w), points, normals, seed, 1.0) for w in (0.0, 0.9))
    assert np.abs(new.base_color - old.base_color).max() > 0.2
    assert old.roughness.mean() > new.roughness.mean()


def test_substances_are_materials() -> None:
    assert len(SUBSTANCES) >= 80
    assert substance("fabric:#102030").color == "#102030"
    assert substance("steel").metallic == 1


def test_noise_repeats_and_its_gradient_is_its_slope() -> None:
    points = np.random.default_rng(1).uniform(0, CELLS, (2000, 3)).astype(np.float32)
    value, gradient = noise(points)
    assert noise(points + np.float32(CELLS))[0] == pytest.approx(value, abs=2e-3)
    assert abs(value.mean()) < 0.2
    step = np.float32(0.05)
    moved, _ = noise(points + np.array([step, 0, 0], np.float32))
    assert np.corrcoef((moved - value) / step, gradient[:, 0])[0, 1] > 0.85


def test_appearance_knows_its_parts_and_comes_back() -> None:
    parts = (
        Part(name="a", solid=box(1, 1, 1).as_solid(), material="red"),
        Part(name="b", solid=sphere(0.4).move(y=0.7).as_solid(), material="blue"),
    )
    materials = {"red": Material(color="#ff0000", pattern="wood"), "blue": Material(color="#0000ff", metallic=1.0)}
    compiled = compile_program(Program(name="x", parts=parts, materials=materials))
    field = ProgramAppearance.of(compiled)
    points = np.array([[0, 1.1, 0], [0.5, 0, 0]], np.float32)
    normals = np.array([[0, 1, 0], [1, 0, 0]], np.float32)
    s = field.sample(points, normals)
    assert s.base_color[0] == pytest.approx([0, 0, 1])
    assert s.metallic == pytest.approx([1, 0])
    assert s.base_color[1, 0] > 0.4
    assert s.base_color[1, 2] < 0.1
    back = APPEARANCES["program"].from_arrays(field.to_arrays())
    assert back.sample(points, normals).base_color.tobytes() == s.base_color.tobytes()
