"""Value noise over space, from an integer hash: the same on every machine, without a table of random numbers."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]


def value_noise(points: Floats, seed: int = 0) -> Floats:
    """`(n,) float32` in [0, 1] at `points (n, 3)`; features of size 1."""
    cell = np.floor(points)
    f = (points - cell).astype(np.float32)
    f *= f * (np.float32(3) - np.float32(2) * f)
    i = cell.astype(np.int64).astype(np.uint32)
    x = [(i[:, 0] + np.uint32(d)) * np.uint32(0x8DA6B343) for d in (0, 1)]
    y = [(i[:, 1] + np.uint32(d)) * np.uint32(0xD8163841) for d in (0, 1)]
    z = [(i[:, 2] + np.uint32(d)) * np.uint32(0xCB1AB31F) for d in (0, 1)]
    salt = np.uint32((seed * 0x9E3779B1 + 0x7F4A7C15) & 0xFFFFFFFF)
    planes = []
    for dz in (0, 1):
        rows = []
        for dy in (0, 1):
            a, b = (_hash(x[dx] ^ y[dy] ^ z[dz] ^ salt) for dx in (0, 1))
            rows.append(a + (b - a) * f[:, 0])
        planes.append(rows[0] + (rows[1] - rows[0]) * f[:, 1])
    return np.asarray(planes[0] + (planes[1] - planes[0]) * f[:, 2], np.float32)


def _hash(h: NDArray[np.uint32]) -> Floats:
    """Finaliser of MurmurHash3 (Appleby), to [0, 1]."""
    h = (h ^ (h >> np.uint32(16))) * np.uint32(0x85EBCA6B)
    h = (h ^ (h >> np.uint32(13))) * np.uint32(0xC2B2AE35)
    return np.asarray((h >> np.uint32(8)).astype(np.float32) * np.float32(1 / 0xFFFFFF), np.float32)


def fractal_noise(points: Floats, seed: int = 0, octaves: int = 3) -> Floats:
    """Sum of octaves of `value_noise`, in [0, 1] with mean 0.5."""
    total, scale = np.zeros(len(points), np.float32), np.float32(0)
    for k in range(octaves):
        weight = np.float32(0.5**k)
        total += weight * value_noise(points * np.float32(2**k) + np.float32(17.3 * k), seed + k)
        scale += weight
    return np.asarray(total / scale, np.float32)
