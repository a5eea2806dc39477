"""Several outlines to one solid: intersection of their prisms (Laurentini 1994), rounded where the views leave freedom."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from maquette.engines.silhouette import PAD, Silhouette, run_ends

Floats = NDArray[np.float32]

ROUNDING = 0.9
"""Radius of the vertical edges where two prisms meet, as a share of the smaller half-width of the horizontal section: two outlines
cannot tell a box (0) from a bottle (1)."""

_REACH = 0.02
"""Share of the grid over which horizontal sections are averaged up and down."""


@dataclass(frozen=True, eq=False)
class Prism:
    """An outline in the object's frame: the solid lies within it along the camera's axis.

    Attributes:
        right, up: `(3,)` unit vectors of the picture's axes in the object's frame.
        outline: distances in its own cells.
        size: `(width, height)` of the outline's box in the object's frame.
        centre: `(a, b)` of the box along right and up.
    """

    right: NDArray[np.float64]
    up: NDArray[np.float64]
    outline: Silhouette
    size: tuple[float, float]
    centre: tuple[float, float] = (0.0, 0.0)


@dataclass(frozen=True, eq=False)
class Grid:
    """A regular grid: `shape` = (nz, ny, nx), `origin` = centre of the first cell, rows from top to bottom, layers back to front."""

    shape: tuple[int, int, int]
    origin: NDArray[np.float64]
    cell: float

    @classmethod
    def around(cls, size: tuple[float, float, float], cells: int) -> Grid:
        """Grid around a box of `size` (x, y, z) centred at the origin, `cells` along its longest side."""
        cell = max(size) / cells
        nx, ny, nz = (int(np.ceil(s / cell)) + 2 * PAD for s in size)
        origin = np.array([-(nx - 1) / 2, (ny - 1) / 2, -(nz - 1) / 2]) * cell
        return cls((nz, ny, nx), origin, cell)

    def axes(self) -> tuple[Floats, Floats, Floats]:
        """Cell centres along x, y (falling) and z."""
        nz, ny, nx = self.shape
        x = self.origin[0] + np.arange(nx) * self.cell
        y = self.origin[1] - np.arange(ny) * self.cell
        z = self.origin[2] + np.arange(nz) * self.cell
        return x.astype(np.float32), y.astype(np.float32), z.astype(np.float32)


def carve(prisms: Mapping[str, Prism], grid: Grid) -> Floats:
    """Near-distance field `(nz, ny, nx) float32` in cells, positive inside.

    Opposite views see one outline: the front's own is kept as it is (the result must look like the first picture), those of left
    and right, and of top and bottom, are averaged, which takes out a little perspective.
    """
    x, y, z = grid.axes()
    nz, ny, nx = grid.shape
    front = _averaged([prisms[k] for k in ("F", "B") if k in prisms][:1], x, y, grid.cell)
    side = _averaged([prisms[k] for k in ("L", "R") if k in prisms], z, y, grid.cell)
    top = _averaged([prisms[k] for k in ("U", "D") if k in prisms], x, z, grid.cell)
    out = np.empty(grid.shape, np.float32)
    rounded = top is None and front is not None and side is not None
    across, half = _row_runs(front) if front is not None else (None, None)
    along, deep = _row_runs(side) if side is not None else (None, None)
    for k in range(nz):
        walls = [
            m
            for m in (front, None if side is None else side[:, k, None], None if top is None else top[k][None, :])
            if m is not None
        ]
        solid = np.broadcast_to(walls[0], (ny, nx))
        for wall in walls[1:]:
            solid = np.minimum(solid, wall)
        if rounded and across is not None and half is not None and along is not None and deep is not None:
            r = np.minimum(half, deep[:, k, None]) * np.float32(ROUNDING)
            a, b = np.maximum(r - across, 0), np.maximum(r - along[:, k, None], 0)
            solid = np.minimum(solid, r - np.sqrt(a * a + b * b))
        out[k] = solid
    return out


def _row_runs(distance: Floats) -> tuple[Floats, Floats]:
    """Per cell of `(ny, nx)`: distance to the nearer end of its run of inside cells in its row, and half of the run's length.

    Rounding works on horizontal sections: distances to a top or a bottom must not enter it. The outline is stretched upwards and
    downwards by a few cells before, and the results smoothed along y, because one ragged row must not have a section of its own.
    Outside, the plain distance and 1.
    """
    reach = max(2, round(_REACH * max(distance.shape)))
    solid = distance > 0
    distance = np.asarray(cv2.dilate(distance, np.ones((2 * reach + 1, 1), np.uint8)), np.float32)
    inside = distance > 0
    left, right = run_ends(distance)
    position = np.arange(distance.shape[1], dtype=np.float32)
    near = np.where(inside, np.minimum(position - left, right - position), distance).astype(np.float32)
    half = np.where(inside, (right - left) / 2, 1).astype(np.float32)
    mass = np.maximum(_along_y(inside.astype(np.float32), reach), 1e-3)
    near = np.where(solid, _along_y(np.where(inside, near, 0), reach) / mass, near)
    half = np.where(solid, _along_y(np.where(inside, half, 0), reach) / mass, half)
    return near.astype(np.float32), half.astype(np.float32)


def _along_y(values: Floats, reach: int) -> Floats:
    return np.asarray(cv2.GaussianBlur(values.astype(np.float32), (1, 4 * reach + 1), 1.0, sigmaY=reach), np.float32)


def cut(field: Floats, prisms: list[Prism], grid: Grid) -> Floats:
    """`field` cut by further prisms at any azimuth, in place."""
    x, y, z = grid.axes()
    for k in range(grid.shape[0]):
        for prism in prisms:
            a = x * np.float32(prism.right[0]) + z[k] * np.float32(prism.right[2])
            field[k] = np.minimum(field[k], _look_up(prism, a, y, grid.cell))
    return field


def _averaged(prisms: list[Prism], a: Floats, b: Floats, cell: float) -> Floats | None:
    """Mean distance `(len(b), len(a))` of opposite views over the plane of the first one's axes."""
    maps = []
    for prism in prisms:
        # Coordinates along the picture's own axes: opposite cameras have opposite right (or up) vectors.
        u = a * np.float32(_sign(prism.right))
        v = b * np.float32(_sign(prism.up))
        maps.append(_look_up(prism, u, v, cell))
    if not maps:
        return None
    return np.asarray(np.mean(maps, axis=0), np.float32)


def _sign(axis: NDArray[np.float64]) -> float:
    return float(np.sign(axis[np.abs(axis).argmax()]))


def _look_up(prism: Prism, u: Floats, v: Floats, cell: float) -> Floats:
    """Distance in grid cells at picture coordinates u (right) by v (up), in the object's units: `(len(v), len(u))`."""
    u, v = np.meshgrid(u, v)
    x0, y0, x1, y1 = prism.outline.box
    pixel = prism.outline.pixels_per_cell
    w, h = (x1 - x0) / pixel, (y1 - y0) / pixel  # outline cells
    column = ((u - prism.centre[0]) / prism.size[0] + 0.5) * w + PAD - 0.5
    row = (0.5 - (v - prism.centre[1]) / prism.size[1]) * h + PAD - 0.5
    d = cv2.remap(
        prism.outline.distance,
        column.astype(np.float32),
        row.astype(np.float32),
        cv2.INTER_LINEAR,
        borderMode=cv2.BORDER_REPLICATE,
    )
    scale = min(prism.size[0] / w, prism.size[1] / h) / cell
    return np.asarray(d, np.float32) * np.float32(scale)
