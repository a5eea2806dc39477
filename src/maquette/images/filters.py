"""The few OpenCV calls that pictures and masks need, with types."""

from __future__ import annotations

from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Array = NDArray[Any]


def blur(values: Array, sigma: float) -> Floats:
    """Gaussian blur of `(h, w)` or `(h, w, c)`; `sigma` in pixels."""
    return np.asarray(cv2.GaussianBlur(values.astype(np.float32, copy=False), (0, 0), sigma), np.float32)


def masked_blur(values: Array, weight: Floats, sigma: float) -> Floats:
    """Gaussian mean of `values (h, w)` or `(h, w, c)` where `weight (h, w)` counts; the plain mean of nothing near is 0."""
    w = weight if values.ndim == 2 else weight[..., None]
    mass = np.maximum(blur(weight, sigma), 1e-6)
    return np.asarray(blur(values * w, sigma) / (mass if values.ndim == 2 else mass[..., None]), np.float32)


def resize(values: Array, size: tuple[int, int], how: int = cv2.INTER_LINEAR) -> Array:
    """Resize `(h, w[, c])` to `size` = (width, height), dtype kept."""
    return np.asarray(cv2.resize(values, size, interpolation=how))


def shrink_to(values: Array, side: int) -> Array:
    """Area-average so that the longest side is at most `side` pixels."""
    h, w = values.shape[:2]
    k = side / max(h, w)
    return values if k >= 1 else resize(values, (max(round(w * k), 2), max(round(h * k), 2)), cv2.INTER_AREA)


def edt(solid: Array) -> Floats:
    """`(h, w) float32` distance of each non-zero pixel to the nearest zero one; beyond the picture's edge all is zero."""
    return _distance(np.pad((solid != 0).astype(np.uint8), 1))[1:-1, 1:-1]


def _distance(solid: Array) -> Floats:
    """OpenCV's exact transform, made the same for every number of processors.

    Its last bits depend on how many threads share the rows, which the processors that a container may use decide. Squared distances
    between pixels are whole numbers, so that the right bits can be had back.
    """
    found = np.asarray(cv2.distanceTransform(solid, cv2.DIST_L2, cv2.DIST_MASK_PRECISE), np.float64)
    return np.sqrt(np.rint(found * found)).astype(np.float32)


def signed_distance(solid: Array) -> Floats:
    """`(h, w) float32`, pixels, positive inside, zero between the last pixel inside and the first outside."""
    outside = _distance((solid == 0).astype(np.uint8))
    return np.where(solid != 0, edt(solid) - 0.5, 0.5 - outside).astype(np.float32)


def lookup(image: Array, x: Floats, y: Floats) -> Floats:
    """Bilinear values `(n, c) float32` of `image (h, w, c)` at pixel coordinates (centre of the first pixel = 0), clamped."""
    n = len(x)
    width = 4096  # OpenCV remaps at most 32767 in one row
    rows = -(-n // width)
    grid = np.zeros((2, rows * width), np.float32)
    grid[0, :n], grid[1, :n] = x, y
    out = cv2.remap(
        image,
        grid[0].reshape(rows, width),
        grid[1].reshape(rows, width),
        cv2.INTER_LINEAR,
        borderMode=cv2.BORDER_REPLICATE,
    )
    return np.asarray(out, np.float32).reshape(rows * width, -1)[:n]


def smoothstep(low: float, high: float, x: Floats) -> Floats:
    """0 below `low`, 1 above `high`, cubic between."""
    t = np.clip((x - np.float32(low)) / np.float32(high - low), 0, 1)
    return np.asarray(t * t * (3 - 2 * t), np.float32)
