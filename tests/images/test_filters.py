"""Distances are exact, whatever the number of threads."""

from __future__ import annotations

import cv2
import numpy as np
import pytest
from scipy.ndimage import distance_transform_edt

from maquette.images.filters import edt, signed_distance


@pytest.mark.parametrize("threads", [1, 2, 3, 7])
def test_distances_are_the_exact_ones_for_every_number_of_threads(threads: int) -> None:
    before = cv2.getNumThreads()
    solid = np.random.default_rng(0).random((501, 397)) > 0.001
    try:
        cv2.setNumThreads(threads)
        inside, signed = edt(solid), signed_distance(solid)
    finally:
        cv2.setNumThreads(before)
    exact = distance_transform_edt(np.pad(solid, 1))[1:-1, 1:-1].astype(np.float32)
    np.testing.assert_array_equal(inside, exact)
    np.testing.assert_array_equal(signed[solid], exact[solid] - np.float32(0.5))
