from __future__ import annotations

import numpy as np

from maquette.render.color import pbr_neutral, to_linear, to_srgb


def test_every_byte_survives_the_round_trip():
    bytes_ = np.arange(256)
    assert np.array_equal(np.rint(to_srgb(to_linear(bytes_ / 255)) * 255), bytes_)


def test_known_values_of_the_standard():
    assert abs(float(to_linear(np.array([0.5]))[0]) - 0.21404) < 1e-4
    assert abs(float(to_srgb(np.array([0.18]))[0]) - 0.46136) < 1e-4


def test_neutral_gives_back_what_a_white_room_shows_of_a_base_colour():
    base = np.random.default_rng(0).uniform(0.08, 0.7, (1000, 3)).astype(np.float32)
    assert np.abs(pbr_neutral(base + 0.04) - base).max() < 1e-6


def test_neutral_is_monotone_bounded_and_keeps_hue_order():
    ramp = np.linspace(0, 20, 4000, dtype=np.float32)[:, None] * np.array([1.0, 0.5, 0.2], np.float32)
    out = pbr_neutral(ramp)
    assert out.min() >= 0
    assert out.max() < 1
    assert (np.diff(out[:, 0]) >= -1e-6).all()
    assert (out[:, 0] >= out[:, 1] - 1e-6).all()
    assert (out[:, 1] >= out[:, 2] - 1e-6).all()
