"""Fill the texels between charts from their borders, so that no mipmap shows a seam."""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

NEAR = 12
"""Texels around a chart that repeat its nearest texel. Beyond them a smooth fill is enough, and packs better in PNG."""
COARSE = 8
"""The smooth fill is made at this fraction of the size."""


class GutterFill:
    """The fill of one atlas layout, shared by all its maps."""

    def __init__(self, covered: NDArray[np.bool_]) -> None:
        """Prepare for `covered (s, s)`: True where texels are baked."""
        self.covered = covered
        empty = (~covered).astype(np.uint8)
        distance, labels = cv2.distanceTransformWithLabels(empty, cv2.DIST_L2, 5, labelType=cv2.DIST_LABEL_PIXEL)
        texel_of = np.zeros(int(labels.max()) + 1, np.int64)
        seeds = np.flatnonzero(covered.ravel())
        texel_of[labels.ravel()[seeds]] = seeds
        self.near = np.flatnonzero(((distance > 0) & (distance <= NEAR)).ravel())
        self.nearest = texel_of[labels.ravel()[self.near]]
        self.far = np.flatnonzero((distance > NEAR).ravel())

    def __call__(self, pixels: NDArray[np.uint8]) -> NDArray[np.uint8]:
        """`(s, s, 3) uint8` filled; covered texels keep their value to the bit."""
        if not self.covered.any() or self.covered.all():
            return pixels
        out = pixels.copy()
        flat = out.reshape(-1, out.shape[2])
        flat[self.near] = flat[self.nearest]
        if len(self.far):
            smooth = push_pull(pixels, self.covered)
            flat[self.far] = smooth.reshape(flat.shape)[self.far]
        return out


def push_pull(pixels: NDArray[np.uint8], covered: NDArray[np.bool_]) -> NDArray[np.uint8]:
    """`(s, s, 3) uint8`: a smooth picture that follows the covered texels (push-pull, Gortler et al. 1996, at 1/8 size)."""
    s = covered.shape[0]
    n = max(s // COARSE, 1)
    weight = cv2.resize(covered.astype(np.float32), (n, n), interpolation=cv2.INTER_AREA)
    # 16 bits: a block with one covered texel of 64 would keep two bits of its colour in 8.
    masked = pixels.astype(np.uint16) << 8
    masked *= covered[..., None]
    colour = cv2.resize(masked, (n, n), interpolation=cv2.INTER_AREA).astype(np.float32) / 256
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
