"""UV rasteriser in numpy: which triangle covers each texel centre. Cost follows the covered texels, not the bounding boxes.

Each triangle is cut into the spans of its rows, all triangles at once; spans are then laid out with `repeat`. 36 k triangles at
2048² take about 0.2 s.
"""

from __future__ import annotations

from collections.abc import Iterator

import cv2
import numpy as np
from numpy.typing import NDArray

Doubles = NDArray[np.float64]
Longs = NDArray[np.int64]
CHUNK_SPANS = 1 << 18


def to_texels(uv: NDArray[np.floating], size: int) -> Doubles:
    """UVs `(…, 2)`, origin bottom left, as texel coordinates: x right, y down, integer at texel centres."""
    p = np.asarray(uv, np.float64) * size
    return np.stack([p[..., 0] - 0.5, size - p[..., 1] - 0.5], axis=-1)


def edge_functions(corners: Doubles) -> Doubles:
    """`(m, 3, 3)` coefficients (a, b, c) of each corner's barycentric coordinate `a x + b y + c`, from texel corners `(m, 3, 2)`.

    Triangles without area get NaN, which covers nothing.
    """
    p, q = np.roll(corners, -1, axis=1), np.roll(corners, -2, axis=1)
    a, b = p[..., 1] - q[..., 1], q[..., 0] - p[..., 0]
    c = p[..., 0] * q[..., 1] - q[..., 0] * p[..., 1]
    area = c.sum(axis=1)
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.asarray(np.stack([a, b, c], axis=-1) / np.where(np.abs(area) > 1e-12, area, np.nan)[:, None, None])


def spans(corners: Doubles, width: int, height: int, inset: float = 0.0) -> Iterator[tuple[Longs, Longs]]:
    """Covered texels in chunks: flat indices `y * width + x` and the triangle of each.

    Args:
        corners: `(m, 3, 2)` texel coordinates (`to_texels`); either turn.
        inset: texels by which every triangle is shrunk along x, so that shared edges cover nothing twice.
    """
    coefficient = edge_functions(corners)
    top = np.ceil(np.nan_to_num(corners[..., 1].min(axis=1))).clip(0, height).astype(np.int64)
    bottom = np.floor(np.nan_to_num(corners[..., 1].max(axis=1))).clip(-1, height - 1).astype(np.int64)
    rows = np.where(np.isnan(coefficient[:, 0, 0]), 0, np.maximum(bottom - top + 1, 0))
    ends = np.cumsum(rows)
    first = 0
    while first < len(rows):
        last = max(int(np.searchsorted(ends, (ends[first - 1] if first else 0) + CHUNK_SPANS)), first + 1)
        tri = np.repeat(np.arange(first, min(last, len(rows))), rows[first:last])
        base = np.repeat(ends[first:last] - rows[first:last], rows[first:last])
        y = top[tri] + (np.arange(len(tri)) + (ends[first - 1] if first else 0) - base)
        left, right = np.full(len(tri), -np.inf), np.full(len(tri), np.inf)
        for k in range(3):
            a, b, c = coefficient[tri, k].T
            value = b * y + c
            with np.errstate(divide="ignore", invalid="ignore"):
                at = -value / a
            left = np.where(a > 0, np.maximum(left, at), left)
            right = np.where(a < 0, np.minimum(right, at), right)
            right = np.where((a == 0) & (value < 0), -np.inf, right)
        x0 = np.ceil(left + inset).clip(0, width).astype(np.int64)
        x1 = np.floor(right - inset).clip(-1, width - 1).astype(np.int64)
        count = np.maximum(x1 - x0 + 1, 0)
        stop = np.cumsum(count)
        flat = np.repeat(y * width + x0 - (stop - count), count) + np.arange(stop[-1] if len(stop) else 0)
        yield flat, np.repeat(tri, count)
        first = last


def rasterize(uv: NDArray[np.floating], face_uv: NDArray[np.integer], size: int) -> NDArray[np.int32]:
    """`(size, size) int32`: the triangle at each texel centre, -1 where there is none; row 0 is v = 1."""
    owner = np.full(size * size, -1, np.int32)
    for flat, tri in spans(to_texels(uv, size)[face_uv], size, size):
        owner[flat] = tri
    return owner.reshape(size, size)


def with_gutter(owner: NDArray[np.int32], rings: int = 1) -> NDArray[np.int32]:
    """The map with `rings` texels around each chart given to the neighbouring triangle, whose plane is extended there.

    Bilinear filtering at a chart's edge then reads true samples, not a fill.
    """
    out = owner.copy()
    for _ in range(rings):
        padded = np.pad(out, 1, constant_values=-1)
        filled = (out >= 0).astype(np.uint8)
        y, x = np.nonzero(cv2.dilate(filled, np.ones((3, 3), np.uint8)) > filled)
        best = np.full(len(y), -1, np.int32)
        for dy, dx in ((0, 1), (1, 0), (0, -1), (-1, 0), (1, 1), (1, -1), (-1, 1), (-1, -1)):
            best = np.where(best < 0, padded[y + 1 + dy, x + 1 + dx], best)
        out[y, x] = best
    return out


def coverage(uv: NDArray[np.floating], face_uv: NDArray[np.integer], size: int) -> tuple[float, float]:
    """Share of the square's texels that are covered, and share of those that are covered more than once."""
    count = np.zeros(size * size, np.int32)
    for flat, _ in spans(to_texels(uv, size)[face_uv], size, size, inset=1e-3):
        count += np.bincount(flat, minlength=size * size).astype(np.int32)
    covered = int((count > 0).sum())
    return covered / count.size, int((count > 1).sum()) / max(covered, 1)


def covered_twice(flat: Doubles, chart: Longs, resolution: int = 256) -> Longs:
    """Triangles `(t,)` that cover another triangle of their own chart; each chart is drawn on its own grid.

    Args:
        flat: `(m, 3, 2)` corners in any unit.
        chart: `(m,)` chart of each triangle.
    """
    found = []
    order = np.argsort(chart, kind="stable")
    bounds = np.flatnonzero(np.r_[True, np.diff(chart[order]) != 0, True])
    for s, e in zip(bounds[:-1].tolist(), bounds[1:].tolist(), strict=True):
        if e - s < 2:
            continue
        tri = order[s:e]
        p = flat[tri]
        low = p.min(axis=(0, 1))
        scale = (resolution - 1) / max(float(np.ptp(p.reshape(-1, 2), axis=0).max()), 1e-30)
        for texel, local in spans((p - low) * scale, resolution, resolution, inset=1e-3):
            uses = np.bincount(texel, minlength=resolution * resolution)
            found.append(tri[np.unique(local[uses[texel] > 1])])
    return np.unique(np.concatenate(found)) if found else np.zeros(0, np.int64)
