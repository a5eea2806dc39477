"""Take light and shadow out of the colours of a cut-out object, so that another light can be put on.

Intrinsic images in the way of Retinex (Land & McCann 1971; Grosse et al., "Ground truth dataset and baseline evaluations for intrinsic
image algorithms", 2009): the logarithm of the light changes slowly, and a step in chromaticity or a sharp step in luminance is the
object's own. Added to it: pixels of one chromaticity and about one brightness are one paint, wherever they are (the idea of Gehler et al.,
"Recovering intrinsic images with a global sparsity prior on reflectance", 2011), which is what flattens large attached shadows. Highlights
are taken off first. One light colour is assumed, white: only luminance changes, no hue is invented.
"""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray
from scipy.ndimage import gaussian_filter
from scipy.sparse import coo_matrix
from scipy.sparse.linalg import SuperLU, splu

from maquette.images.filters import Floats, blur, masked_blur, resize, shrink_to, smoothstep
from maquette.render.color import to_linear, to_srgb

Pixels = NDArray[np.uint8]
SIDE = 192
"""Pixels of the longer side at which the light is found: it is smooth, and 30,000 unknowns are solved in 0.3 s."""
DARK = 0.006
"""Linear luminance below which colours are noise."""
CHROMA_STEP = 0.035
"""Change of chromaticity from one pixel to the next that makes an edge of paint likely."""
LUMA_STEP = 0.22
"""Step of log luminance from one pixel to the next that does."""
ROUNDS = 6
"""Turns of: paints from the light so far, light from the paints so far."""
PAINT_WEIGHT = 0.05
"""Pull of a pixel's paint against one edge of the grid."""
ZERO_WEIGHT = 0.0015
"""Pull towards no light at all: decides where nothing else does."""
LOW, HIGH = -1.7, 0.9
"""Range of the log light that is believed."""
LUMA = np.array([0.2126, 0.7152, 0.0722], np.float32)


def delight(rgb: Pixels, alpha: Floats, strength: float = 1.0) -> Pixels:
    """The picture's colours as under an even light; deterministic.

    Args:
        rgb: `(h, w, 3) uint8`, sRGB. Colours where `alpha` is 0 follow the nearest of the object.
        alpha: `(h, w) float32` in [0, 1].
        strength: share of the light that is taken out, in [0, 1].

    Returns:
        `(h, w, 3) uint8`: hue kept, the object's mean luminance kept.
    """
    if not (alpha > 0.5).any():
        return rgb.copy()
    linear = to_linear(rgb.astype(np.float32) / np.float32(255))
    matte = without_highlights(linear, alpha)
    light = find_light(matte, alpha)
    light *= np.float32(strength)
    full = resize(light, (rgb.shape[1], rgb.shape[0]))
    out = matte * np.exp(-full)[..., None]
    mass = alpha.sum()
    before, after = (float(((x @ LUMA) * alpha).sum() / mass) for x in (linear, out))
    out *= np.float32(before / max(after, 1e-6))
    return np.rint(to_srgb(_rolled(out)) * 255).astype(np.uint8)


def without_highlights(linear: Floats, alpha: Floats) -> Floats:
    """Linear colours `(h, w, 3)` less the white that glossy paint mirrors.

    A highlight raises the smallest channel far above that of its surroundings, and more than the paint's own brightness does: what the
    smallest channel has beyond the part that belongs to the surroundings' chromaticity is mirrored light (after Tan & Ikeuchi 2005, with
    the surroundings in place of a specular-free twin).
    """
    small, a = shrink_to(linear, SIDE), shrink_to(alpha, SIDE)
    low, top = small.min(axis=2), small.max(axis=2)
    sigma = 0.045 * max(a.shape)
    # The surroundings without their bright part: pixels above the mean count little.
    mean = masked_blur(top, a, sigma)
    weight = a * np.exp(-4 * np.maximum(top / np.maximum(mean, 1e-3) - 1, 0)).astype(np.float32) + np.float32(1e-5)
    around = masked_blur(small, weight, sigma)
    ratio = around.min(axis=2) / np.maximum(around.max(axis=2), 1e-4)
    colourful = 1 - smoothstep(0.55, 0.85, ratio)  # on grey paint white light cannot be told from white
    expected = np.clip((top - low) / np.maximum(1 - ratio, 0.05), 0, None) * ratio
    extra = np.clip(low - 1.05 * expected - 0.01, 0, None) * colourful
    bright = smoothstep(1.0, 1.35, top / np.maximum(around.max(axis=2), 1e-3))
    extra = blur(extra * bright * a, 0.6)
    extra *= _soft(extra, low)
    full = resize(extra, (alpha.shape[1], alpha.shape[0]))[..., None]
    lowest = linear.min(axis=2, keepdims=True)
    return np.asarray(linear - np.minimum(full, 0.92 * lowest), np.float32)


def _soft(extra: Floats, low: Floats) -> Floats:
    """1 where a bright spot fades out as highlights do, 0 where it ends in a step as spots of paint do."""
    peak = float(extra.max())
    count, found = cv2.connectedComponents((extra > max(0.02, 0.05 * peak)).astype(np.uint8), connectivity=8)
    label = np.asarray(found, np.int64)
    if count < 2:
        return np.zeros_like(extra)
    kernel = np.ones((3, 3), np.uint8)
    step = cv2.dilate(low, kernel) - cv2.erode(low, kernel)
    height = np.zeros(count, np.float32)
    np.maximum.at(height, label.ravel(), extra.ravel())
    grown = cv2.dilate(label.astype(np.uint16), kernel)
    steepest = [np.quantile(step[grown == k], 0.8) if k else 0.0 for k in range(count)]
    soft = 1 - smoothstep(0.3, 0.5, np.asarray(np.asarray(steepest) / np.maximum(height, 1e-6), np.float32))
    soft[0] = 0
    return np.asarray(soft[np.asarray(grown, np.int64)], np.float32)


def find_light(linear: Floats, alpha: Floats) -> Floats:
    """Log of the light `(h', w') float32` at low resolution, zero in the mean over the object, smooth outside of it."""
    small, a = shrink_to(linear * alpha[..., None], SIDE), shrink_to(alpha, SIDE)
    small = small / np.maximum(a, 1e-3)[..., None]
    inside = a > 0.5
    luma = np.log(np.maximum(small @ LUMA, 0) + np.float32(DARK))
    total = small.sum(axis=2, keepdims=True) + np.float32(3 * DARK)
    chroma = (small + np.float32(DARK)) / total
    index = np.full(inside.shape, -1, np.int64)
    index[inside] = np.arange(inside.sum())
    edges = [_edges(index, luma, chroma, axis) for axis in (0, 1)]
    first, second, step, weight = (np.concatenate(p) for p in zip(*edges, strict=True))
    n = int(inside.sum())
    value, tint = luma[inside].astype(np.float64), chroma[inside].astype(np.float64)
    flow = np.bincount(second, weight * step, n) - np.bincount(first, weight * step, n)
    light = _factor(n, first, second, weight, ZERO_WEIGHT).solve(flow)
    solver = _factor(n, first, second, weight, ZERO_WEIGHT + PAINT_WEIGHT)
    for _ in range(ROUNDS):
        paint = _paints(value - light, tint)
        light = solver.solve(flow + PAINT_WEIGHT * (value - paint))
        light -= light.mean()
    out = np.zeros(inside.shape, np.float32)
    out[inside] = np.clip(light, LOW, HIGH)
    # Beyond the outline the light goes on as it is there.
    on = inside.astype(np.float32)
    beyond = masked_blur(out, on + np.float32(1e-6), 3.0)
    return np.where(inside, out, beyond).astype(np.float32)


def _edges(
    index: NDArray[np.int64], luma: Floats, chroma: Floats, axis: int
) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.float64], NDArray[np.float64]]:
    """Pairs of neighbours along an axis: their indices, the step of log light expected between them, and its weight."""
    before = (slice(None, -1), slice(None)) if axis == 0 else (slice(None), slice(None, -1))
    after = (slice(1, None), slice(None)) if axis == 0 else (slice(None), slice(1, None))
    both = (index[before] >= 0) & (index[after] >= 0)
    dl = (luma[after] - luma[before])[both].astype(np.float64)
    dc = np.linalg.norm((chroma[after] - chroma[before])[both].astype(np.float64), axis=1)
    paint = 1 - np.exp(-((dc / CHROMA_STEP) ** 2) - (dl / LUMA_STEP) ** 2)
    return index[before][both], index[after][both], dl * (1 - paint), 0.04 + 0.96 * (1 - paint)


def _factor(
    n: int, first: NDArray[np.int64], second: NDArray[np.int64], weight: NDArray[np.float64], pull: float
) -> SuperLU:
    """Normal equations of: `weight (x[second] - x[first] - step)²` over the pairs, and `pull (x - goal)²` over the pixels."""
    rows = np.concatenate([first, second, first, second, np.arange(n)])
    columns = np.concatenate([first, second, second, first, np.arange(n)])
    values = np.concatenate([weight, weight, -weight, -weight, np.full(n, pull)])
    matrix = coo_matrix((values, (rows, columns)), shape=(n, n)).tocsc()
    return splu(matrix, permc_spec="MMD_AT_PLUS_A", options={"SymmetricMode": True})


_CELL = np.array([0.18, 0.02, 0.02])
"""Size of a cell of the histogram of paints: log brightness, and two axes of chromaticity."""


def _paints(bright: NDArray[np.float64], tint: NDArray[np.float64]) -> NDArray[np.float64]:
    """Log brightness `(n,)` of the paint that each pixel is likely to be of.

    A bilateral grid in colour alone: pixels are gathered in a histogram over brightness and chromaticity, and each moves to the mean of the
    cells around it, three times (mean shift), so that a broad heap of one chromaticity becomes one paint.
    """
    features = np.stack([bright, tint[:, 0] - tint[:, 1], tint[:, 2]], axis=1)
    start = features.min(axis=0) - 3 * _CELL
    shape = np.ceil((features.max(axis=0) - start) / _CELL).astype(int) + 4
    shape = np.minimum(shape, 96)
    position = features.copy()
    count, mass = None, None
    for turn in range(3):
        cell = np.clip(np.rint((position - start) / _CELL).astype(int), 0, shape - 1)
        flat = np.ravel_multi_index(tuple(cell.T), tuple(shape))
        if turn == 0:
            size = int(np.prod(shape))
            count = _smooth(np.bincount(flat, minlength=size).reshape(shape))
            mass = _smooth(np.bincount(flat, bright, minlength=size).reshape(shape))
        assert count is not None
        assert mass is not None
        position[:, 0] = mass.ravel()[flat] / np.maximum(count.ravel()[flat], 1e-9)
    return np.asarray(position[:, 0])


def _smooth(grid: NDArray[np.floating]) -> NDArray[np.float64]:
    return np.asarray(gaussian_filter(grid.astype(np.float64), (1.6, 0.8, 0.8), mode="constant"), np.float64)


def _rolled(linear: Floats) -> Floats:
    """Values above 0.9 pressed together below 1 by their largest channel, so that no hue turns."""
    top = linear.max(axis=2, keepdims=True)
    knee = np.float32(0.9)
    over = np.maximum(top - knee, 0)
    new = np.minimum(top, knee) + (1 - knee) * (1 - np.exp(-over / (1 - knee)))
    return np.asarray(linear * (new / np.maximum(top, 1e-6)), np.float32)
