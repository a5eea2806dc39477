"""Several outlines to one solid: intersection of their prisms (Laurentini 1994), rounded where the views leave freedom."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from maquette.engines.silhouette import PAD, Silhouette, local_radius

Floats = NDArray[np.float32]

ROUNDING = 0.6
"""Radius of the rounded edges between two prisms, as a share of the smaller local half-width: 0 leaves a box where a photo shows
a box and a bottle alike, 1 makes a bottle of both."""


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
    radii = [None if m is None else local_radius(m) for m in (front, side, top)]
    slopes = [None if m is None else np.gradient(blurred(m)) for m in (front, side, top)]
    out = np.empty(grid.shape, np.float32)
    for k in range(nz):
        # Each constraint as (distance, horizontal and vertical slope, radius), broadcast over (ny, nx).
        faces: list[tuple[Floats, Floats, Floats, int]] = []
        if front is not None and slopes[0] is not None and radii[0] is not None:
            faces.append((front, slopes[0][0], radii[0], 0))
        if side is not None and slopes[1] is not None and radii[1] is not None:
            faces.append((side[:, k, None], slopes[1][0][:, k, None], radii[1][:, k, None], 0))
        if top is not None and radii[2] is not None:
            faces.append((top[k][None, :], np.zeros((1, 1), np.float32), radii[2][k][None, :], 1))
        out[k] = _round_intersection(faces, (ny, nx))
    return out


def cut(field: Floats, prisms: list[Prism], grid: Grid) -> Floats:
    """`field` cut by further prisms at any azimuth, in place."""
    x, y, z = grid.axes()
    for k in range(grid.shape[0]):
        for prism in prisms:
            a = x * np.float32(prism.right[0]) + z[k] * np.float32(prism.right[2])
            field[k] = np.minimum(field[k], _look_up(prism, a, y, grid.cell))
    return field


def blurred(m: Floats) -> Floats:
    """Distances smoothed for slopes: medial axes have none."""
    return np.asarray(cv2.GaussianBlur(m, (0, 0), 1.5), np.float32)


def _round_intersection(faces: list[tuple[Floats, Floats, Floats, int]], shape: tuple[int, int]) -> Floats:
    """Minimum of all distances, with a rounded edge between each pair of walls that meet at an angle.

    Walls that face the same way (both outlines end at the same top) must not add up: their angle enters as in the law of cosines.
    """
    result = np.broadcast_to(faces[0][0], shape)
    for face in faces[1:]:
        result = np.minimum(result, face[0])
    out = np.array(result, np.float32)
    for i in range(len(faces)):
        for j in range(i):
            (da, va, ra, ka), (db, vb, rb, kb) = faces[i], faces[j]
            r = np.minimum(ra, rb) * np.float32(ROUNDING)
            a, b = np.maximum(r - da, 0), np.maximum(r - db, 0)
            same = np.clip(va * vb, 0, 1) if ka == kb == 0 else np.float32(0)
            out = np.minimum(out, r - np.sqrt(a * a + b * b - same * a * b))
    return out


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
