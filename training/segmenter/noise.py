"""Procedural patterns in the plane and in space: value noise, and paints made of it."""

from __future__ import annotations

import colorsys
from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray
from scipy.ndimage import map_coordinates

Floats = NDArray[np.float32]
Paint = Callable[[Floats], Floats]
"""sRGB `(n, 3)` in [0, 1] at points `(n, 3)`; a unit is the object's longest side."""

_LATTICE = np.random.default_rng(20260).random((32, 32, 32), np.float32)


def noise(points: Floats, size: float) -> Floats:
    """Value noise `(n,)` in [0, 1] with features of `size`."""
    return np.asarray(map_coordinates(_LATTICE, (points / size).T, order=1, mode="grid-wrap"), np.float32)


def fbm(points: Floats, size: float, octaves: int = 3) -> Floats:
    """Octaves of `noise` `(n,)`, mean about 0.5."""
    total, weight = np.zeros(len(points), np.float32), 0.0
    for k in range(octaves):
        total += noise(points + np.float32(7.3 * k), size / 2**k) * np.float32(0.5**k)
        weight += 0.5**k
    return np.asarray(total / weight, np.float32)


def color(rng: np.random.Generator, saturation: float = 0.7, low: float = 0.1, high: float = 1.0) -> Floats:
    """A random sRGB colour `(3,)`; dull ones are as frequent as they are in rooms."""
    hue = rng.random() if rng.random() < 0.5 else rng.normal(0.08, 0.05) % 1
    return np.array(colorsys.hsv_to_rgb(hue, saturation * rng.random() ** 1.5, rng.uniform(low, high)), np.float32)


def near(rng: np.random.Generator, base: Floats, spread: float = 0.08) -> Floats:
    """A colour `(3,)` like `base`."""
    return np.clip(base * rng.uniform(0.75, 1.25) + rng.normal(0, spread, 3), 0, 1).astype(np.float32)


def paint(rng: np.random.Generator, base: Floats | None = None, scale: float = 1.0) -> Paint:
    """A random material: plain, mottled, speckled, striped, chequered, marbled, wooden, woven, or blades and leaves.

    Args:
        rng: draws the kind and its colours.
        base: a colour to stay close to.
        scale: size of the features, in the unit of the points.
    """
    a = color(rng) if base is None else near(rng, base)
    b = near(rng, a, 0.12) if rng.random() < 0.6 else color(rng)
    kind = int(rng.integers(10))
    size = scale * float(np.exp(rng.uniform(np.log(0.04), np.log(0.5))))
    axis = rng.normal(size=3).astype(np.float32)
    axis /= np.linalg.norm(axis)
    contrast = float(rng.uniform(0.3, 1.0))
    grain = float(rng.choice([0.0, 0.1, 0.25, 0.5]))
    at = rng.uniform(0, 30, 3).astype(np.float32)
    share = float(rng.uniform(0.2, 0.8))

    def work(p: Floats) -> Floats:
        q = np.asarray(p + at, np.float32)
        along = q @ axis
        if kind <= 1:
            t = np.zeros(len(q), np.float32)
        elif kind == 2:
            t = np.clip(fbm(q, size, 4) * 2.4 - 0.7, 0, 1)
        elif kind == 3:
            t = (noise(q, 0.4 * size) > 0.5 + 0.4 * share) * np.float32(1)
        elif kind == 4:
            t = (((along + 0.03 * fbm(q, size)) / size) % 1 < share) * np.float32(1)
        elif kind == 5:
            t = (np.floor(q / size).sum(-1) % 2).astype(np.float32)
        elif kind == 6:
            t = 0.5 + 0.5 * np.sin(along * 6.3 / size + 9 * fbm(q, 3 * size, 4))
        elif kind == 7:
            across = q - along[:, None] * axis
            t = (
                np.linalg.norm(across, axis=1) / size * 1.5 + 1.5 * fbm(q * (1 - np.float32(0.85) * np.abs(axis)), size)
            ) % 1
        elif kind == 8:
            thread = np.sin(q * np.float32(40 / scale))
            t = 0.5 + 0.5 * thread[:, 0] * thread[:, 2] + 0.4 * (fbm(q, size) - 0.5)
        else:
            t = np.clip(noise(q * np.array([1, 1, 2.5], np.float32), 0.3 * size) * 3 - 1.2, 0, 1)
        c = a + (b - a) * (np.clip(t, 0, 1) * np.float32(contrast))[:, None]
        if grain:
            c = c * (1 + np.float32(2 * grain) * (noise(q, 0.02 * scale) - 0.5))[:, None]
        return np.clip(c, 0, 1).astype(np.float32)

    return work
