"""The order in which texels are baked: tile by tile, so that rays run side by side and the triangles' rows stay in the cache."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

TILE = 32
"""Side of a tile, texels."""


def whole_texels(pixels: NDArray[np.uint8]) -> NDArray[np.void]:
    """`(n,)` view of contiguous `(…, c) uint8`, one item a texel: numpy moves those three times as fast as rows of bytes."""
    return pixels.reshape(-1, pixels.shape[-1]).view(f"V{pixels.shape[-1]}").ravel()


def tiled_texels(owner: NDArray[np.int32], chunk: int) -> Iterator[NDArray[np.int64]]:
    """Flat indices of the covered texels (`owner >= 0`) of a map `(s, s)`, in arrays of at most `chunk`, never much less."""
    size = owner.shape[1]
    columns = -(-size // TILE)
    waiting: list[NDArray[np.int64]] = []
    count = 0
    for top in range(0, len(owner), TILE):
        rows = owner[top : top + TILE]
        covered = np.zeros((len(rows), columns * TILE), bool)
        covered[:, :size] = rows >= 0
        inside = np.flatnonzero(covered.reshape(len(rows), columns, TILE).swapaxes(0, 1))
        tile, rest = np.divmod(inside, len(rows) * TILE)
        y, x = np.divmod(rest, TILE)
        waiting.append((y + top) * size + tile * TILE + x)
        count += len(inside)
        if count >= chunk:
            texels = np.concatenate(waiting)
            whole = count - count % chunk
            yield from (texels[i : i + chunk] for i in range(0, whole, chunk))
            waiting, count = [texels[whole:]], count - whole
    if count:
        yield np.concatenate(waiting)
