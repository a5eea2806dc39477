from __future__ import annotations

import numpy as np

from maquette.render.antialias import EDGE_SAMPLES, lend


def test_samples_spread_over_the_pixel():
    assert np.abs(EDGE_SAMPLES.mean(axis=0)).max() < 0.07
    assert len(np.unique(EDGE_SAMPLES[:, 0])) == len(np.unique(EDGE_SAMPLES[:, 1])) == 8


def test_a_sample_borrows_only_from_its_own_surface():
    # Three pixels in a row: a near plane, a far plane, nothing.
    hit = np.array([[True, True, False]])
    points = np.array([[0, 0, 1], [1, 0, 0], [0, 0, 0]], np.float32)
    flat = np.array([[0, 0, 1], [0, 0, 1], [0, 0, 0]], np.float32)
    owner, offset = np.array([1, 1, 1, 1, 2]), np.array([[-0.4, 0.1], [0.1, 0.0], [0.4, 0.0], [0.1, 0.2], [-0.4, 0.0]])
    place = np.array([[0.6, 0, 1], [1.1, 0, 0], [1.4, 0, 0.5], [1, 0, 0], [1.6, 0, 0.01]], np.float32)
    normal = np.array([[0, 0, 1], [0, 0, 1], [0, 0, 1], [1, 0, 0], [0, 0, 1]], np.float32)
    got = lend(place, normal, owner, offset, hit, points, flat, np.full(5, 0.1, np.float32))
    # The left neighbour's plane; its own; a plane that no centre saw; a crease; the left neighbour from an empty pixel.
    assert got.tolist() == [0, 1, -1, -1, 1]
