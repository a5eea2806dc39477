"""A view's outline on a regular grid, to a fraction of a cell, and the rounded half-thickness that it suggests."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray
from scipy.sparse import coo_matrix
from scipy.sparse.linalg import splu

from maquette.engines.engine import View
from maquette.errors import ObjectNotFound
from maquette.images.filters import blur, masked_blur, resize, signed_distance

Floats = NDArray[np.float32]

PAD = 3
"""Empty cells around the object, so that isosurfaces close inside of the grid."""

DEPTH = 1.0
"""Half-thickness as a share of the local half-width: what fits best on the benchmark (docs/engines.md)."""

SCREEN = 0.7
"""Screening length as a share of the longest side: wide shapes level off instead of swelling without end."""

_FINE = 4
"""Pixels per cell and axis in which the outline is measured before it is sampled."""


@dataclass(frozen=True, eq=False)
class Silhouette:
    """The object's outline.

    Attributes:
        distance: `(ny, nx) float32`, signed distance to the outline at cell centres, in cells, positive inside. Row 0 is the top.
        box: `(x0, y0, x1, y1)` of the object in the picture, pixels, y down.
        cells: cells along the longest side of `box`.
    """

    distance: Floats
    box: tuple[float, float, float, float]
    cells: int

    @property
    def pixels_per_cell(self) -> float:
        return max(self.box[2] - self.box[0], self.box[3] - self.box[1]) / self.cells


def object_box(alpha: Floats) -> tuple[int, int, int, int]:
    """`(x0, y0, x1, y1)` in pixels, exclusive ends, of `alpha > 0.5`.

    Raises:
        ObjectNotFound: the mask is empty.
    """
    solid = alpha > 0.5
    rows, columns = np.flatnonzero(solid.any(axis=1)), np.flatnonzero(solid.any(axis=0))
    if not len(rows):
        raise ObjectNotFound("The mask of a picture is empty. Use a picture that shows an object.", field="images")
    return int(columns[0]), int(rows[0]), int(columns[-1]) + 1, int(rows[-1]) + 1


def trace(view: View, cells: int) -> Silhouette:
    """Outline of `view` with `cells` cells along its longest side; parts under about a cell thick are kept by thickening them."""
    x0, y0, x1, y1 = object_box(view.alpha)
    pixels = max(x1 - x0, y1 - y0) / (cells * _FINE)  # picture pixels per fine pixel
    ny, nx = (int(np.ceil(s / (pixels * _FINE))) + 2 * PAD for s in (y1 - y0, x1 - x0))
    # The fine raster's pixel i covers picture coordinates x0 + (i - PAD * _FINE) * pixels + [0, pixels).
    shift = (0.5 - PAD * _FINE) * pixels - 0.5
    matrix = np.array([[pixels, 0, x0 + shift], [0, pixels, y0 + shift]], np.float64)
    alpha = blur(view.alpha, 0.45 * pixels) if pixels > 1 else view.alpha
    size = (nx * _FINE, ny * _FINE)
    fine = np.asarray(cv2.warpAffine(alpha, matrix, size, flags=cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP))
    edge = PAD * _FINE
    solid = np.zeros(fine.shape, np.uint8)
    solid[edge:-edge, edge:-edge] = fine[edge:-edge, edge:-edge] > 0.5
    disc = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (_FINE + 1, _FINE + 1))
    thin = (solid > 0) & (np.asarray(cv2.morphologyEx(solid, cv2.MORPH_OPEN, disc)) == 0)
    threads = cv2.morphologyEx(thin.astype(np.uint8), cv2.MORPH_OPEN, np.ones((2, 2), np.uint8))
    solid = np.maximum(solid, np.asarray(cv2.dilate(threads, np.ones((3, 3), np.uint8)), np.uint8))
    signed = _sharpen(signed_distance(solid), blur(fine, 1.0))
    distance = resize(signed, (nx, ny), cv2.INTER_AREA) / np.float32(_FINE)
    # No zero crossing at a cell centre: isosurfaces there are degenerate.
    distance = np.where(np.abs(distance) < 0.02, np.where(distance < 0, -0.02, 0.02), distance)
    return Silhouette(distance.astype(np.float32), (x0, y0, x1, y1), cells)


def _sharpen(signed: Floats, alpha: Floats) -> Floats:
    """Replace distances within two pixels of the outline, which are whole numbers, by what the ramp of a soft mask says."""
    gy, gx = np.gradient(alpha)
    slope = np.hypot(gx, gy)
    ramp = (alpha - np.float32(0.5)) / np.maximum(slope, 0.02)
    usable = (np.abs(signed) < 2.5) & (slope > 0.04) & (np.abs(ramp - signed) < 1.5)
    return blur(np.where(usable, ramp, signed), 0.25 * _FINE)


def screened_poisson(distance: Floats, source: float, screen: float) -> Floats:
    """Solve lap(u) - u / screen^2 = -source inside the outline, u = 0 on it (second order: Gibou et al. 2002).

    Args:
        distance: `(ny, nx) float32` as `Silhouette.distance`.
        source: 2 makes a long bar of half-width w bulge to u = w^2 on its axis, a disc of radius w to w^2 / 2.
        screen: cells; beyond this distance from the outline u levels off at `source * screen^2`.

    Returns:
        u `(ny, nx) float32` in cells^2, 0 outside.
    """
    inside = distance > 0
    index = np.full(distance.shape, -1)
    index[inside] = np.arange(inside.sum())
    diagonal = np.full(distance.shape, 1.0 / screen**2)
    rows: list[NDArray[np.int64]] = []
    columns: list[NDArray[np.int64]] = []
    for axis in (0, 1):
        for step in (-1, 1):
            near = np.roll(distance, -step, axis)
            both = inside & (near > 0)
            diagonal[both] += 1.0
            edge = inside & (near <= 0)
            theta = distance[edge] / (distance[edge] - near[edge])
            diagonal[edge] += 1.0 / np.maximum(theta, 0.05)
            rows.append(index[both])
            columns.append(np.roll(index, -step, axis)[both])
    n = int(inside.sum())
    r = np.concatenate([*rows, np.arange(n)])
    c = np.concatenate([*columns, np.arange(n)])
    values = np.concatenate([np.full(len(r) - n, -1.0), diagonal[inside]])
    factor = splu(
        coo_matrix((values, (r, c)), shape=(n, n)).tocsc(), permc_spec="MMD_AT_PLUS_A", options={"SymmetricMode": True}
    )
    u = np.zeros(distance.shape, np.float32)
    u[inside] = np.maximum(factor.solve(np.full(n, source)), 1e-4)
    return u


def local_radius(distance: Floats) -> Floats:
    """Radius in cells of the largest inscribed disc that covers each cell, `(ny, nx) float32`, smoothed over a few tenths of it.

    Outside it goes on smoothly, so that ratios of two such fields have no seam at the rim.
    """
    k = max(1.0, float(distance.max()) / 24.0)  # work where the largest radius is 24 cells
    h, w = distance.shape
    small = resize(distance, (round(w / k), round(h / k)), cv2.INTER_AREA) / np.float32(k) if k > 1 else distance
    radius = np.zeros(small.shape, np.float32)
    for r in np.geomspace(0.7, max(float(small.max()), 0.71), 24):
        size = 2 * int(np.ceil(r)) + 1
        y, x = np.mgrid[:size, :size] - size // 2
        disc = (x * x + y * y <= (r + 0.3) ** 2).astype(np.uint8)
        covered = np.asarray(cv2.dilate((small >= r - 0.3).astype(np.float32), disc), np.float32)
        radius = np.maximum(radius, covered * np.float32(r))
    weight = ((radius > 0) & (small > 0)).astype(np.float32)
    near, far = masked_blur(radius, weight, 2.0), masked_blur(radius, weight, 6.0)
    radius = np.where(blur(weight, 2.0) > 0.02, near, far)
    return np.asarray(resize(radius, (w, h)) * np.float32(k), np.float32)


def half_thickness(outline: Silhouette) -> Floats:
    """Squared half-thickness `(ny, nx) float32`, cells^2: round bars and balls, levelled off where the shape is wide."""
    u = screened_poisson(outline.distance, 2.0, SCREEN * outline.cells)
    radius = local_radius(outline.distance)
    # A bar already has u = radius^2 on its axis, a disc only half of that: raise it by what is missing.
    crest = local_crest(u, outline.distance)
    gain = np.clip(radius**2 / np.maximum(crest, 1e-3), 0.5, 2.5)
    return np.asarray(u * gain * np.float32(DEPTH**2), np.float32)


def local_crest(u: Floats, distance: Floats) -> Floats:
    """The value of u on the crest that each cell belongs to, smoothed."""
    return np.asarray(
        local_radius(np.where(distance > 0, np.sqrt(np.maximum(u, 0)), distance).astype(np.float32)) ** 2, np.float32
    )


def run_ends(distance: Floats) -> tuple[Floats, Floats]:
    """Columns where each inside cell's run begins and ends, to a fraction of a cell."""
    inside = distance > 0
    column = np.broadcast_to(np.arange(distance.shape[1], dtype=np.float32), distance.shape)
    before, after = np.roll(distance, 1, axis=1), np.roll(distance, -1, axis=1)
    enters, leaves = inside & (before <= 0), inside & (after <= 0)
    left = np.where(enters, column - distance / np.where(enters, distance - before, 1), -np.inf)
    right = np.where(leaves, column + distance / np.where(leaves, distance - after, 1), np.inf)
    left = np.maximum.accumulate(left, axis=1)
    right = np.minimum.accumulate(right[:, ::-1], axis=1)[:, ::-1]
    return np.where(inside, left, 0).astype(np.float32), np.where(inside, right, 0).astype(np.float32)


def mirror_likeness(distance: Floats) -> float:
    """IoU of the outline with its left-right mirror image, 1 for a symmetric one."""
    solid = distance > 0
    columns = np.flatnonzero(solid.any(axis=0))
    solid = solid[:, columns[0] : columns[-1] + 1]
    return float((solid & solid[:, ::-1]).sum() / (solid | solid[:, ::-1]).sum())
