"""Fill the texels between charts from their borders, so that no mipmap shows a seam."""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

from maquette.texture.texels import whole_texels

NEAR = 12
"""Texels around a chart that repeat its nearest texel. Beyond them a smooth fill is enough, and packs better in PNG."""
COARSE = 8
"""The smooth fill is made at this fraction of the size."""


BAND = 1024
"""Rows that are looked at in one go: temporary arrays at 8192² then take 0.1 GB instead of 1.5."""
MARGIN = 16
"""Rows of the neighbouring bands that a band sees: more than `NEAR`."""


class GutterFill:
    """The fill of one atlas layout, shared by all its maps."""

    def __init__(self, covered: NDArray[np.bool_]) -> None:
        """Prepare for `covered (s, s)`: True where texels are baked."""
        self.covered = covered
        parts = [self._band(top) for top in range(0, len(covered), BAND)]
        self.near, self.nearest, self.far = (np.concatenate(p) for p in zip(*parts, strict=True))

    def _band(self, top: int) -> tuple[NDArray[np.int32], NDArray[np.int32], NDArray[np.int32]]:
        """Flat indices of the empty texels near a chart, of the covered texel nearest to each, and of the others."""
        size = self.covered.shape[1]
        first, last = max(top - MARGIN, 0), min(top + BAND + MARGIN, len(self.covered))
        band = self.covered[first:last]
        inner = slice((top - first) * size, (min(top + BAND, len(self.covered)) - first) * size)
        none = np.zeros(0, np.int32)
        if not band.any():
            return none, none, (np.arange(inner.start, inner.stop) + first * size).astype(np.int32)
        empty = (~band).astype(np.uint8)
        distance, labels = cv2.distanceTransformWithLabels(empty, cv2.DIST_L2, 5, labelType=cv2.DIST_LABEL_PIXEL)
        distance, labels = distance.ravel(), labels.ravel()
        texel_of = np.zeros(int(labels.max()) + 1, np.int32)
        seeds = np.flatnonzero(band.ravel()).astype(np.int32)
        texel_of[labels[seeds]] = seeds
        here = distance[inner]
        near = (np.flatnonzero((here > 0) & (here <= NEAR)) + inner.start).astype(np.int32)
        far = (np.flatnonzero(here > NEAR) + inner.start).astype(np.int32)
        start = np.int32(first * size)
        return near + start, texel_of[labels[near]] + start, far + start

    def __call__(self, pixels: NDArray[np.uint8]) -> NDArray[np.uint8]:
        """`(s, s, 3) uint8` filled; covered texels keep their value to the bit."""
        return self.in_place(pixels.copy())

    def in_place(self, pixels: NDArray[np.uint8]) -> NDArray[np.uint8]:
        """The same on the picture itself."""
        if not self.covered.any() or self.covered.all():
            return pixels
        flat = whole_texels(pixels)
        if len(self.far):
            smooth = whole_texels(push_pull(pixels, self.covered))
            flat[self.far] = smooth[self.far]
        flat[self.near] = flat[self.nearest]
        return pixels


def push_pull(pixels: NDArray[np.uint8], covered: NDArray[np.bool_]) -> NDArray[np.uint8]:
    """`(s, s, 3) uint8`: a smooth picture that follows the covered texels (push-pull, Gortler et al. 1996, at 1/8 size)."""
    s = covered.shape[0]
    n = max(s // COARSE, 1)
    colour, weight = _shrunk(pixels, covered, n)
    colour = np.where(weight[..., None] > 0, colour / np.maximum(weight, 1e-6)[..., None], 0).clip(0, 255)
    levels: list[tuple[NDArray[np.floating], NDArray[np.bool_]]] = [(colour, weight > 0)]
    while not levels[-1][1].all() and n > 1:
        n = (n + 1) // 2
        share = cv2.resize(levels[-1][1].astype(np.float32), (n, n), interpolation=cv2.INTER_AREA).reshape(n, n)
        total = cv2.resize(levels[-1][0] * levels[-1][1][..., None], (n, n), interpolation=cv2.INTER_AREA).reshape(
            n, n, -1
        )
        levels.append((total / np.maximum(share, 1e-6)[..., None], share > 0))
    filled = levels[-1][0]
    for colour, known in reversed(levels[:-1]):
        up = cv2.resize(np.ascontiguousarray(filled, np.float32), known.shape[::-1], interpolation=cv2.INTER_LINEAR)
        filled = np.where(known[..., None], colour, up.reshape(colour.shape))
    small = np.rint(filled).clip(0, 255).astype(np.uint8)
    return np.asarray(cv2.resize(small, (s, s), interpolation=cv2.INTER_LINEAR), np.uint8)


def _shrunk(
    pixels: NDArray[np.uint8], covered: NDArray[np.bool_], n: int
) -> tuple[NDArray[np.floating], NDArray[np.floating]]:
    """Means of the covered texels times their share, `(n, n, 3)`, and that share, `(n, n)`."""
    s = len(covered)
    rows = BAND if s % BAND == 0 and s // n == COARSE else s
    colours, weights = [], []
    for top in range(0, s, rows):
        here = covered[top : top + rows]
        size = (n, n * rows // s)
        weights.append(cv2.resize(here.astype(np.float32), size, interpolation=cv2.INTER_AREA))
        # 16 bits: a block with one covered texel of 64 would keep two bits of its colour in 8.
        masked = pixels[top : top + rows].astype(np.uint16) << 8
        masked *= here[..., None]
        colours.append(cv2.resize(masked, size, interpolation=cv2.INTER_AREA).astype(np.float32) / 256)
    return np.concatenate(colours), np.asarray(np.concatenate(weights), np.float32).reshape(n, n)
