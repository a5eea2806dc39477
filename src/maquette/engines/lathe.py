"""Things turned on a lathe or a wheel (cups, bottles, plates, lamps): a vertical axis makes their thickness known."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from maquette.engines.silhouette import Silhouette, run_ends
from maquette.images.filters import Floats, blur

_LEAN = 0.06
"""Mean distance of the rows' middles from the axis, as a share of their half-width, up to which a shape counts as mirrored."""

_FORKED = 0.06
"""Share of the area in rows of several runs (a stalk's leaf, a mask's speck) up to which they are overlooked."""

_STEP = 0.72
"""A round rim seen a little from above is an ellipse, whose width grows gradually; the straight edge of a box, a screen or a book
jumps. Largest change of half-width over 2 % of the largest one, as a share of it."""


def turned(outline: Silhouette) -> Floats | None:
    """Squared half-thickness `(ny, nx) float32` in cells^2 if the outline looks like a solid of revolution, else None.

    Each row becomes a circle across its own run, so the outline is kept exactly, leaf and all.
    """
    distance = outline.distance
    inside = distance > 0
    rows = inside.any(axis=1)
    starts = (inside & ~np.roll(inside, 1, axis=1)).sum(axis=1)
    if inside[starts > 1].sum() > _FORKED * inside.sum():
        return None
    left, right = run_ends(distance)
    half = np.where(
        rows, (right.max(axis=1, initial=0.0, where=inside) - left.min(axis=1, initial=1e9, where=inside)) / 2, 0
    )
    middle = np.where(rows, left.min(axis=1, initial=1e9, where=inside) + half, 0)
    axis = float(np.average(middle, weights=half))
    if (np.abs(middle - axis) * half).sum() > _LEAN * (half * half).sum():
        return None
    top = float(half.max())
    n = max(2, round(0.02 * top))
    if np.abs(half[n:] - half[:-n]).max() > _STEP * top:
        return None
    x = np.arange(distance.shape[1], dtype=np.float32)
    u = np.where(inside, (x - left) * (right - x), 0).astype(np.float32)
    # Ragged rows (lettuce on a bun) would become rings.
    weight = inside.astype(np.float32)
    smooth = blur(u, 1.5) / np.maximum(blur(weight, 1.5), 1e-3)
    return np.where(inside, np.maximum(np.minimum(smooth, u + 4 * distance), 1e-4), 0).astype(np.float32)


def row_axis(distance: Floats, origin: NDArray[np.float64], cell: float) -> Floats:
    """`(rows, 3) float32`, from bottom to top: y, the axis' x and the radius of each row of a turned solid, in the engine's units."""
    inside = distance > 0
    rows = np.flatnonzero(inside.any(axis=1))[::-1]
    left, right = run_ends(distance)
    low = left.min(axis=1, initial=1e9, where=inside)[rows]
    high = right.max(axis=1, initial=-1e9, where=inside)[rows]
    y = origin[1] - rows * cell
    return np.column_stack([y, origin[0] + (low + high) / 2 * cell, (high - low) / 2 * cell]).astype(np.float32)
