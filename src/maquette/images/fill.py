"""Colours for pixels that have none: push-pull (normalised pyramid) interpolation."""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]


def push_pull(values: Floats, weight: Floats) -> Floats:
    """Smooth interpolation of scattered values (Gortler et al. 1996, "The Lumigraph", section 3.4).

    Args:
        values: `(h, w, c) float32`.
        weight: `(h, w) float32` in [0, 1]: trust in each pixel. Full trust keeps the value, none takes the mean of what is near.

    Returns:
        `(h, w, c) float32`; all zero where no pixel has any weight.
    """
    w = np.ascontiguousarray(weight, np.float32)
    premultiplied = values.astype(np.float32) * w[..., None]
    levels = [(premultiplied, w)]
    while max(w.shape) > 1:
        size = (max((w.shape[1] + 1) // 2, 1), max((w.shape[0] + 1) // 2, 1))
        total = cv2.resize(premultiplied, size, interpolation=cv2.INTER_AREA).reshape(size[1], size[0], -1)
        mass = cv2.resize(w, size, interpolation=cv2.INTER_AREA)
        # Four sparse samples make one trusted one: weights saturate on the way up the pyramid.
        w = np.minimum(mass * 4.0, 1.0)
        premultiplied = total * (w / np.maximum(mass, 1e-12))[..., None]
        levels.append((premultiplied, w))
    top, mass = levels[-1]
    filled = top / np.maximum(mass, 1e-12)[..., None]
    for premultiplied, w in reversed(levels[:-1]):
        size = (w.shape[1], w.shape[0])
        coarse = cv2.resize(filled, size, interpolation=cv2.INTER_LINEAR).reshape(size[1], size[0], -1)
        filled = premultiplied + coarse * (1.0 - w)[..., None]
    return np.asarray(filled, np.float32)


def bleed_edges(rgb: NDArray[np.uint8], alpha: Floats, *, wary: bool = False) -> NDArray[np.uint8]:
    """Replace colours that the background shines through by the object's own, outwards over the whole picture.

    Pixels of full alpha keep their value exactly. Trust falls with the fourth power of alpha, so that a hair that never gets
    opaque still gives its own colour where nothing better is near.

    Args:
        rgb: `(h, w, 3) uint8`.
        alpha: `(h, w) float32`.
        wary: the mask is an estimate: opaque pixels that touch soft ones are not trusted either.
    """
    sure = alpha > 0.97
    if wary:
        sure = np.asarray(cv2.erode(sure.astype(np.uint8), np.ones((3, 3), np.uint8))) > 0
    trust = np.where(sure, 1.0, (0.1 if wary else 0.98) * alpha**4).astype(np.float32)
    trust[alpha < 0.02] = 0.0
    filled = push_pull(rgb.astype(np.float32), trust)
    out = np.clip(filled + 0.5, 0, 255).astype(np.uint8)
    return np.where(sure[..., None], rgb, out)
