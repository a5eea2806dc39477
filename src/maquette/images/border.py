"""The background as predicted from the picture's border, where that border is smooth."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]

SMOOTH_RESIDUAL = 5.0
"""Lab units: median misfit of the border ring under which its background counts as smooth (grain and JPEG noise: below 3)."""


@dataclass(frozen=True, eq=False)
class Border:
    """The background as predicted from the border ring.

    Attributes:
        distance: `(h, w) float32`, Lab distance of each pixel from the prediction.
        residual: median distance inside the ring.
        ring: `(h, w) bool`.
    """

    distance: Floats
    residual: float
    ring: NDArray[np.bool_]

    @property
    def plain(self) -> bool:
        """A smooth background all around: it fits, and so does 85 % of the ring."""
        most = float(np.quantile(self.distance[self.ring], 0.85))
        return self.residual < SMOOTH_RESIDUAL and most < max(10.0, 3.0 * self.residual)


def fit_border(rgb: NDArray[np.uint8]) -> Border:
    """Fit the second-order polynomial to the ring of 4 % width, three times, each time without the worst third.

    An object that is cut by the frame covers less than a third of the ring in most pictures and so does not count.
    """
    lab = cv2.cvtColor(rgb.astype(np.float32) / np.float32(255.0), cv2.COLOR_RGB2LAB)
    h, w = lab.shape[:2]
    ring = np.ones((h, w), bool)
    m = max(2, round(0.04 * min(h, w)))
    ring[m : h - m, m : w - m] = False
    y, x = np.mgrid[-1 : 1 : h * 1j, -1 : 1 : w * 1j]
    basis = np.stack([np.ones_like(x), x, y, x * x, x * y, y * y], axis=-1)
    a, b = basis[ring], lab[ring].astype(np.float64)
    keep = np.ones(len(a), bool)
    coefficients = np.zeros((6, 3))
    for _ in range(4):
        coefficients = np.linalg.lstsq(a[keep], b[keep], rcond=None)[0]
        misfit = np.linalg.norm(a @ coefficients - b, axis=1)
        keep = misfit <= np.quantile(misfit, 0.67)
    distance = np.linalg.norm(lab - basis @ coefficients, axis=-1).astype(np.float32)
    return Border(distance, float(np.median(distance[ring])), ring)
