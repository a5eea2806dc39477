"""Transfer functions and the tone mapper.

sRGB: IEC 61966-2-1. Tone mapping: Khronos PBR Neutral (2024 specification), which leaves colours below 0.76 as they are and only
compresses highlights, so that a product's colours come back.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]

_START, _DESATURATION = 0.8 - 0.04, 0.15


def to_linear(srgb: NDArray[np.floating]) -> Floats:
    """Linear light of sRGB values in [0, 1], any shape."""
    c = np.asarray(srgb, np.float32)
    return np.where(c <= 0.04045, c / 12.92, ((np.maximum(c, 0) + 0.055) / 1.055) ** 2.4).astype(np.float32)


def to_srgb(linear: NDArray[np.floating]) -> Floats:
    """Encoded sRGB values in [0, 1] of linear light, any shape; clipped."""
    c = np.clip(np.asarray(linear, np.float32), 0, 1)
    return np.where(c <= 0.0031308, c * 12.92, 1.055 * c ** np.float32(1 / 2.4) - 0.055).astype(np.float32)


def pbr_neutral(radiance: Floats, veil: float = 0.04) -> Floats:
    """Display-referred linear colour `(n, 3)` in [0, 1] of scene radiance `(n, 3)`.

    Args:
        veil: the reflection that a dielectric adds to its base colour; it is taken off so that the base colour remains.
            The specification has 0.04 for a white environment; ours passes `0.04 * its mean radiance`.
    """
    color = np.maximum(radiance, 0)
    low = color.min(axis=1, keepdims=True)
    color = color - np.where(low < 2 * veil, low - low * low / (4 * veil), veil)
    peak = color.max(axis=1, keepdims=True)
    d = 1 - _START
    new_peak = 1 - d * d / (np.maximum(peak, _START) + d - _START)
    bright = peak > _START
    color = np.where(bright, color * (new_peak / np.maximum(peak, 1e-6)), color)
    g = 1 - 1 / (_DESATURATION * (peak - new_peak) + 1)
    return np.where(bright, color + (new_peak - color) * g, color).astype(np.float32)
