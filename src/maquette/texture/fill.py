"""Fill the texels between charts from their borders (push-pull, Gortler et al. 1996), so that no mipmap shows a seam."""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray


def fill_gutter(pixels: NDArray[np.uint8], covered: NDArray[np.bool_]) -> NDArray[np.uint8]:
    """`(s, s, c) uint8` with every texel that is not covered filled; covered ones keep their value to the bit.

    Halves the picture by averages of covered texels until all is covered, then fills each level from the coarser one.
    """
    if covered.all() or not covered.any():
        return pixels
    squeeze = pixels.ndim == 2
    source = pixels[..., None] if squeeze else pixels
    levels: list[tuple[NDArray[np.float32], NDArray[np.float32]]] = []
    weight = covered.astype(np.float32)
    colour = source.astype(np.float32) * weight[..., None]
    while True:
        levels.append((colour, weight))
        if weight.min() > 0 or max(weight.shape) == 1:
            break
        half = ((weight.shape[1] + 1) // 2, (weight.shape[0] + 1) // 2)
        smaller = cv2.resize(weight, half, interpolation=cv2.INTER_AREA)
        total = cv2.resize(colour, half, interpolation=cv2.INTER_AREA).reshape(half[1], half[0], -1)
        weight = (smaller > 0).astype(np.float32)
        colour = total * np.where(smaller > 0, 1 / np.maximum(smaller, 1e-9), 0)[..., None].astype(np.float32)
    filled = levels[-1][0]
    for colour, weight in reversed(levels[:-1]):
        up = cv2.resize(filled, (weight.shape[1], weight.shape[0]), interpolation=cv2.INTER_LINEAR)
        up = up.reshape(colour.shape)
        filled = colour
        empty = weight == 0
        filled[empty] = up[empty]
    out = source.copy()
    out[~covered] = np.rint(filled[~covered]).clip(0, 255).astype(np.uint8)
    return out[..., 0] if squeeze else out
