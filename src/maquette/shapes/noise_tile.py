"""Noise with its gradient, looked up in a periodic block: millions of texels a second, the same on every machine."""

from __future__ import annotations

from functools import cache

import numpy as np
from numpy.typing import NDArray

from maquette.texture.noise import value_noise

Floats = NDArray[np.float32]

CELLS = 10
"""Features of size 1 along an edge of the block, after which it repeats."""
FINE = 4
"""Samples of a feature."""


def noise(points: Floats) -> tuple[Floats, Floats]:
    """Fractal noise `(n,)` in about [-1, 1] with features of size 1 at `points (n, 3)`, and its gradient `(n, 3)`."""
    block = _block()
    size = CELLS * FINE
    at = points * np.float32(FINE)
    low = np.floor(at)
    f = at - low
    i = np.mod(low.astype(np.int32), size)
    x0, y0 = i[:, 0] * (size * size), i[:, 1] * size + i[:, 2]
    x1 = np.where(i[:, 0] + 1 == size, 0, x0 + size * size)
    y1 = np.where(i[:, 1] + 1 == size, i[:, 2], y0 + size)
    fx, fy, fz = f[:, :1], f[:, 1:2], f[:, 2:]
    near = block.take(x0 + y0, axis=0)
    near += (block.take(x0 + y1, axis=0) - near) * fy
    far = block.take(x1 + y0, axis=0)
    far += (block.take(x1 + y1, axis=0) - far) * fy
    near += (far - near) * fx
    out = near[:, :4] + (near[:, 4:] - near[:, :4]) * fz
    return out[:, 0], out[:, 1:]


def cell_hash(a: NDArray[np.integer], b: NDArray[np.integer], seed: NDArray[np.integer] | int = 0) -> Floats:
    """`(n,)` random numbers in [0, 1), one for each pair of whole numbers."""
    h = a.astype(np.int64).astype(np.uint32) * np.uint32(0x8DA6B343) ^ b.astype(np.int64).astype(np.uint32) * np.uint32(
        0xD8163841
    )
    h = h ^ np.asarray(seed).astype(np.uint32) * np.uint32(0xCB1AB31F)
    h = (h ^ (h >> np.uint32(15))) * np.uint32(0x85EBCA6B)
    h = (h ^ (h >> np.uint32(13))) * np.uint32(0xC2B2AE35)
    return np.asarray((h >> np.uint32(8)).astype(np.float32) / np.float32(1 << 24), np.float32)


@cache
def _block() -> Floats:
    """`(size³, 8)`: value and gradient per feature, and those of the next sample along z beside them: half as many look-ups."""
    size = CELLS * FINE
    total = np.zeros((size,) * 3, np.float32)
    weights = (1.0, 0.5, 0.25)
    for octave, weight in enumerate(weights):
        cells = CELLS << octave
        grid = np.stack(np.meshgrid(*[np.arange(cells)] * 3, indexing="ij"), -1).reshape(-1, 3)
        lattice = value_noise(grid.astype(np.float32), 11 + octave).reshape((cells,) * 3)
        total += np.float32(weight) * _stretched(lattice, size // cells)
    total = (total / sum(weights) - 0.5) * np.float32(3.2)
    gradient = [np.float32(FINE / 2) * (np.roll(total, -1, k) - np.roll(total, 1, k)) for k in range(3)]
    rows = np.stack([total, *gradient], -1)
    return np.ascontiguousarray(np.concatenate([rows, np.roll(rows, -1, 2)], -1).reshape(-1, 8))


def _stretched(lattice: Floats, times: int) -> Floats:
    """The periodic lattice at `times` as many samples along each axis, by smooth steps."""
    t = np.arange(times, dtype=np.float32) / times
    t = t * t * (3 - 2 * t)
    for axis in range(3):
        after = np.roll(lattice, -1, axis)
        shape = [1] * 4
        shape[axis + 1] = times
        mixed = np.expand_dims(lattice, axis + 1) + np.expand_dims(after - lattice, axis + 1) * t.reshape(shape)
        new = list(lattice.shape)
        new[axis] *= times
        lattice = mixed.reshape(new)
    return np.asarray(lattice, np.float32)
