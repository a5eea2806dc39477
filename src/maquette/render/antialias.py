"""Which pixels need more than one sample, and which of the further samples see what a pixel's centre has shaded already."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from maquette.render.camera import Camera
from maquette.render.surface import dot

Floats = NDArray[np.float32]
Bools = NDArray[np.bool_]

# Eight samples of an edge pixel, no two in one row or column of an 8 x 8 grid (the D3D11 8x pattern).
EDGE_SAMPLES = np.array([(1, -3), (-1, 3), (5, 1), (-3, -5), (-5, 5), (-7, -1), (3, 7), (7, -7)]) / 16
_CREASE = 0.92  # cosine between flat normals that belong to two pieces of surface


def find_edges(hit: Bools, points: Floats, normals: Floats, camera: Camera, depth: Floats) -> Bools:
    """`(h w,) bool`: pixels whose neighbours show something else: background, another surface, or a crease.

    Args:
        points, normals: `(h, w, 3)`, zero where nothing is hit.
        depth: `(h w,)`, infinite where nothing is hit.
    """
    full = np.zeros(hit.shape, np.bool_)
    if not hit.any():
        return full.ravel()
    rows, columns = np.flatnonzero(hit.any(axis=1)), np.flatnonzero(hit.any(axis=0))
    box = slice(max(rows[0] - 1, 0), rows[-1] + 2), slice(max(columns[0] - 1, 0), columns[-1] + 2)
    depth, edge = depth.reshape(hit.shape)[box], full[box]
    hit, points, normals = hit[box], points[box], normals[box]
    h, w = hit.shape
    pitch = camera.metres_per_pixel(np.where(np.isfinite(depth), depth, 0))
    for a, b in (
        ((slice(0, h - 1), slice(0, w)), (slice(1, h), slice(0, w))),
        ((slice(0, h), slice(0, w - 1)), (slice(0, h), slice(1, w))),
    ):
        both = hit[a] & hit[b]
        step = np.abs(dot(points[b] - points[a], normals[a] + normals[b]))
        crease = dot(normals[a], normals[b]) < _CREASE
        differs = (hit[a] != hit[b]) | (both & (crease | (step > 1.5 * pitch[a])))
        edge[a] |= differs
        edge[b] |= differs
    return full.ravel()


def lend(
    points: Floats,
    flat: Floats,
    owner: NDArray[np.intp],
    offset: NDArray[np.floating],
    hit: Bools,
    pixel_points: Floats,
    pixel_flat: Floats,
    reach: Floats,
) -> NDArray[np.intp]:
    """The pixel `(n,)` whose centre lies on the same smooth piece of surface as each sample, -1 where none does.

    Shading is what a sample costs most, and next to an edge its pixel's centre or a neighbour's has mostly seen the same surface.

    Args:
        points, flat: `(n, 3)` place and flat normal of each sample; owner: `(n,)` its pixel; offset: `(n, 2)` from the centre.
        hit: `(h, w)`; pixel_points, pixel_flat: `(h w, 3)` of the centres.
        reach: `(n,)` metres off the centre's tangent plane at which it is another surface.
    """
    h, w = hit.shape
    flags = hit.ravel()
    row, column = owner // w, owner % w
    right = np.clip(column + np.where(offset[:, 0] > 0, 1, -1), 0, w - 1)
    down = np.clip(row + np.where(offset[:, 1] > 0, 1, -1), 0, h - 1)
    # Nearest first: along the axis in which the sample is further from its centre.
    wide = np.abs(offset[:, 0]) > np.abs(offset[:, 1])
    first = np.where(wide, row * w + right, down * w + column)
    second = np.where(wide, down * w + column, row * w + right)
    out = np.full(len(points), -1, np.intp)
    left = np.arange(len(points))
    for candidate in (owner, first, second):
        near = candidate[left]
        known = flags[near]
        left_known, near = left[known], near[known]
        n = pixel_flat.take(near, axis=0)
        off = np.abs(dot(points.take(left_known, axis=0) - pixel_points.take(near, axis=0), n))
        same = (off < reach[left_known]) & (dot(flat.take(left_known, axis=0), n) > _CREASE)
        out[left_known[same]] = near[same]
        left = left[out[left] < 0]
    return out
