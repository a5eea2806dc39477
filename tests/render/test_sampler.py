from __future__ import annotations

import numpy as np

from maquette.render.color import to_linear
from maquette.render.sampler import MipTexture


def test_texel_centres_are_exact_and_v_runs_upwards():
    pixels = np.random.default_rng(0).integers(0, 256, (8, 16, 3)).astype(np.uint8)
    texture = MipTexture(pixels, srgb=True)
    rows, columns = np.meshgrid(np.arange(8), np.arange(16), indexing="ij")
    uv = np.stack([(columns + 0.5) / 16, 1 - (rows + 0.5) / 8], -1).reshape(-1, 2).astype(np.float32)
    zero = np.zeros(len(uv), np.float32)
    texture.prepare(zero)
    assert np.abs(texture.sample(uv, zero) - to_linear(pixels.reshape(-1, 3) / 255)).max() < 2e-5


def test_between_two_texels():
    pixels = np.array([[[0, 0, 0], [200, 100, 50]]], np.uint8)
    texture = MipTexture(pixels, srgb=False)
    zero = np.zeros(3, np.float32)
    texture.prepare(zero)
    out = texture.sample(np.array([[0.5, 0.5], [0.375, 0.5], [0.0, 0.5]], np.float32), zero) * 255
    assert np.allclose(out, [[100, 50, 25], [50, 25, 12.5], [0, 0, 0]], atol=0.51)  # lookups give whole bytes


def test_a_far_checkerboard_is_its_mean_in_linear_light():
    board = (np.indices((64, 64)).sum(axis=0) % 2 * 255).astype(np.uint8)
    texture = MipTexture(np.repeat(board[..., None], 3, axis=2), srgb=True)
    level = np.full(5, 2.5, np.float32)
    texture.prepare(level)
    out = texture.sample(np.random.default_rng(0).random((5, 2)).astype(np.float32), level)
    assert np.abs(out - 0.5).max() < 0.005
