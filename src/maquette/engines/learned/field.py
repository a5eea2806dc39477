"""The network's fields, each in its own camera's grid, to one solid in the object's frame."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray
from scipy.ndimage import label, map_coordinates

from maquette.engines.learned.crop import Crop
from maquette.engines.learned.network import Prediction
from maquette.engines.learned.prior import FIELD, NEAR, REACH, bin_centres
from maquette.engines.solid import isosurface
from maquette.errors import EngineError
from maquette.geometry.mesh import Mesh
from maquette.images.filters import blur, resize
from maquette.render.camera import look_rotation

Floats = NDArray[np.float32]

LEVEL = 0.0
"""Logit from which a place is inside; found on the val split, see training/runs."""

SLOPE = 14.0
"""Logits per half-side of the crop at a sure surface, as training starts with: makes logits distances."""

SHEET = 1.2
"""Every ray inside the outline keeps a place with at least this logit: what the picture shows is never lost, however thin."""

_CRUMB = 0.01
"""Parts smaller than this share of the largest one are dropped, if no picture shows them apart."""


@dataclass(frozen=True, eq=False)
class Eye:
    """One camera in the object's frame, and what was learned through it.

    Attributes:
        axes: `(3, 3)` rows right, up, towards the camera.
        scale: half-side of the crop at the object's middle, object's units.
        opening: tangent of half the crop's opening.
        field: `(FIELD, FIELD, FIELD) float32` logits.
        middle: depth of the object's middle in the field's own count.
        outline: see `Crop.outline`.
    """

    axes: NDArray[np.float64]
    scale: float
    opening: float
    field: Floats
    middle: float
    outline: Floats

    def place(self, points: Floats) -> tuple[Floats, Floats, Floats]:
        """Crop coordinates u, v in [-1, 1] (v up) and depth t (from the object's middle, away from the camera), in half-sides, of `points (..., 3)`."""
        local = points @ (self.axes.T / self.scale).astype(np.float32)
        t = -local[..., 2]
        # A point nearer than the pinhole projects nowhere; it is outside of any object anyway.
        k = np.maximum(1 + t * np.float32(self.opening), np.float32(0.05))
        return local[..., 0] / k, local[..., 1] / k, t

    def logits(self, u: Floats, v: Floats, t: Floats) -> Floats:
        """The field at crop coordinates and depths of one shape. Beyond the last bin nothing is known, so nothing is there."""
        depth = (t + np.float32(self.middle - NEAR)) * np.float32(FIELD / (2 * REACH)) - np.float32(0.5)
        at = [depth, (1 - v) * (FIELD / 2) - 0.5, (u + 1) * (FIELD / 2) - 0.5]
        inside = np.asarray(map_coordinates(self.field, at, order=1, mode="nearest"), np.float32)
        beyond = np.maximum(np.maximum(-depth, depth - (FIELD - 1)), 0)
        return inside - beyond * np.float32(10 * SLOPE * 2 * REACH / FIELD)


def eye_of(
    crop: Crop, prediction: Prediction, azimuth: float, elevation: float, scale: float, doubt: Floats | None = None
) -> Eye:
    """A camera at `azimuth`, `elevation` (degrees).

    Args:
        doubt: `(FIELD, FIELD) float32` shift of the unseen side's logits.
    """
    field = prediction.field - np.float32(LEVEL)
    if doubt is not None:
        bins = bin_centres()[:, None, None]
        mass = np.maximum(1 / (1 + np.exp(-field)), 1e-6)
        middle = (mass * bins).sum(axis=0) / mass.sum(axis=0)
        field = field + doubt * np.clip((bins - middle) * 8, 0, 1)
    rotation = look_rotation(azimuth, elevation)
    axes = rotation * np.array([[1.0], [1.0], [-1.0]])
    field = _kept(_beyond(field, crop))
    return Eye(axes, scale, prediction.opening, field, _middle(field, crop), crop.outline)


def _middle(field: Floats, crop: Crop) -> float:
    """Middle of the depth that the solid takes up, but for its outermost percents."""
    inside = resize(np.ascontiguousarray(crop.picture[3]), (FIELD, FIELD), cv2.INTER_AREA) > 0.5
    mass = np.cumsum(((field > 0) & inside).sum(axis=(1, 2)))
    low, high = np.searchsorted(mass, [0.01 * mass[-1], 0.99 * mass[-1]])
    bins = bin_centres()
    return float(bins[low] + bins[min(high, FIELD - 1)]) / 2


def _beyond(field: Floats, crop: Crop) -> Floats:
    """Rays outside of the outline, of which the network says nothing, go on as their neighbours inside: the outline cuts them."""
    inside = resize(np.ascontiguousarray(crop.picture[3]), (FIELD, FIELD), cv2.INTER_AREA) > 0.5
    if not inside.any():
        return field
    weight = inside.astype(np.float32)
    layers = np.ascontiguousarray((field * weight).transpose(1, 2, 0))
    out = field.transpose(1, 2, 0).copy()
    rest = ~inside
    for sigma in (0.8, 2.0):
        mass = blur(weight, sigma)
        wide = np.stack([blur(layers[..., k], sigma) for k in range(FIELD)], axis=-1) / np.maximum(mass, 1e-6)[..., None]
        use = rest & (mass > 0.02)
        out[use] = wide[use]
        rest &= ~use
    out[rest] = -6
    return np.ascontiguousarray(out.transpose(2, 0, 1))


def _kept(field: Floats) -> Floats:
    """Raise each ray's crest to `SHEET`."""
    short = np.maximum(np.float32(SHEET) - field.max(axis=0), 0)
    near = np.abs(np.arange(FIELD)[:, None, None] - field.argmax(axis=0))
    return np.where(near <= 1, field + short, field).astype(np.float32)


def solid_mesh(eyes: Sequence[Eye], cells: int) -> tuple[Mesh, float]:
    """Closed mesh of what all cameras agree on, and its cell's side; `cells` along the longest side of its box.

    Raises:
        EngineError: nothing is left.
    """
    reach = 1.6 * max(e.scale for e in eyes)
    coarse = np.linspace(-reach, reach, 56, dtype=np.float32)
    inside = _sampled(eyes, coarse, coarse, coarse, reach * 2 / 55) > 0
    if not inside.any():
        raise EngineError("Nothing is left of the shape: the views do not overlap. Check that all pictures show one object.")
    spans = []
    for axis in range(3):  # z, y, x
        index = np.flatnonzero(inside.any(axis=tuple(k for k in range(3) if k != axis)))
        spans.append((float(coarse[index[0]]), float(coarse[index[-1]])))
    step = float(coarse[1] - coarse[0])
    cell = (max(b - a for a, b in spans) + step) / cells
    z, y, x = (np.arange(a - 1.2 * step, b + 1.2 * step + cell, cell, dtype=np.float32) for a, b in spans)
    field = _sampled(eyes, z, y[::-1], x, cell)
    for face in (field[0], field[-1], field[:, 0], field[:, -1], field[:, :, 0], field[:, :, -1]):
        np.minimum(face, -0.5, out=face)
    _drop_crumbs(field)
    return isosurface(field, np.array([x[0], y[-1], z[0]], np.float64), cell), cell


def _sampled(eyes: Sequence[Eye], z: Floats, y: Floats, x: Floats, cell: float) -> Floats:
    """Near-distance `(len(z), len(y), len(x)) float32` in cells, positive inside, clipped to some cells."""
    out = np.empty((len(z), len(y), len(x)), np.float32)
    for k, height in enumerate(z):
        points = np.empty((len(y), len(x), 3), np.float32)
        points[..., 0], points[..., 1], points[..., 2] = x[None, :], y[:, None], height
        total = np.zeros(points.shape[:2], np.float32)
        bound = np.full(points.shape[:2], np.inf, np.float32)
        for eye in eyes:
            u, v, t = eye.place(points)
            side = eye.outline.shape[0]
            column, row = (u + 1) * (side / 2) - np.float32(0.5), (1 - v) * (side / 2) - np.float32(0.5)
            distance = cv2.remap(eye.outline, column, row, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
            far = np.maximum(np.maximum(np.abs(u), np.abs(v)) - 1, 0)
            bound = np.minimum(bound, (np.asarray(distance, np.float32) - far) * np.float32(eye.scale))
            total += eye.logits(u, v, t) * np.float32(eye.scale / SLOPE)
        out[k] = np.minimum(total / len(eyes), bound) / np.float32(cell)
    return np.clip(out, -4, 4)


def _drop_crumbs(field: Floats) -> None:
    """Set parts that are tiny beside the largest one outside, in place."""
    parts, count = label(field > 0)
    if count < 2:
        return
    sizes = np.bincount(parts.ravel())
    sizes[0] = 0
    small = sizes < _CRUMB * sizes.max()
    small[0] = False
    field[small[parts]] = -1


