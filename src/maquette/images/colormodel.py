"""Colour models that depend on the place: object and background as densities in a coarse grid of position and colour.

The bilateral grid (Chen et al. 2007) as a classifier, as in Märki et al. 2016, "Bilateral Space Video Segmentation": the mask is
summed into cells of (y, x, L, a, b), blurred, and read back. A wooden leg before a wooden floor is told apart by what stands near
it, where one global mixture sees only wood.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scipy.ndimage import gaussian_filter1d

Floats = NDArray[np.float32]

_CELL = 6.0
"""Lab units per colour cell."""


class ColorModel:
    """Object and background densities of one picture; `log_odds` for any mask of it."""

    def __init__(self, lab: Floats) -> None:
        h, w = lab.shape[:2]
        scaled = lab.reshape(-1, 3) / np.float32(_CELL)
        low = np.floor(scaled.min(0)).astype(int)
        cells = np.rint(scaled - low).astype(np.intp)
        self._bins = tuple(int(c) + 1 for c in cells.max(0))
        self._shape = (h, w)
        self._color = np.ravel_multi_index(tuple(cells.T), self._bins)
        self._y, self._x = (v.ravel() for v in np.mgrid[:h, :w])

    def log_odds(self, front: Floats, tiles: int, spread: float, prior: float = 1.0) -> Floats:
        """Log-odds `(h, w)` of object against background.

        Args:
            front: `(h, w)` in [0, 1], how much each pixel counts as object; the rest counts as background.
            tiles: cells along the longer side; 1 makes the model global.
            spread: blur over tiles, in tiles.
            prior: pixels of evidence to either side that are assumed before any was seen.
        """
        h, w = self._shape
        edge = max(h, w) / tiles
        rows, columns = max(int(np.ceil(h / edge)), 1), max(int(np.ceil(w / edge)), 1)
        spot = (self._y / edge).astype(np.intp) * columns + (self._x / edge).astype(np.intp)
        index = spot * int(np.prod(self._bins)) + self._color
        size = rows * columns * int(np.prod(self._bins))
        odds = []
        f = front.ravel()
        for mass in (f, 1 - f):
            grid = np.bincount(index, mass, size).astype(np.float32).reshape(rows, columns, *self._bins)
            for axis, sigma in enumerate((spread, spread, 0.8, 0.8, 0.8)):
                if grid.shape[axis] > 1:
                    grid = gaussian_filter1d(grid, sigma, axis=axis, mode="constant", truncate=2.5)
            odds.append(grid.ravel()[index])
        return np.asarray(np.log((odds[0] + prior * 0.5) / (odds[1] + prior * 0.5)), np.float32).reshape(h, w)
