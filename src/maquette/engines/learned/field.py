"""The network's fields, each in its own camera's grid, to one solid in the object's frame."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import cv2
import numpy as np
from numpy.typing import NDArray
from scipy.ndimage import gaussian_filter, label, map_coordinates

from maquette.engines.learned.crop import Crop
from maquette.engines.learned.network import Prediction
from maquette.engines.learned.prior import FIELD, FINE, NEAR, REACH, bin_centres
from maquette.engines.solid import isosurface
from maquette.errors import EngineError
from maquette.geometry.mesh import Mesh
from maquette.images.filters import blur, lookup, resize, signed_distance, smoothstep
from maquette.render.camera import look_rotation

Floats = NDArray[np.float32]

TRUST = {True: 3.0, False: 1.0}
"""Weight of the outline's own slab beside the network's logits, if it was turned on a lathe, and if not. On the val split weights up to 1
give as many rays with both surfaces right as none; real balls, cans and bottles speak for more."""

SLOPE = 14.0
"""Logits per half-side of the crop at a sure surface, as training starts with: makes logits distances."""

SHEET = 1.2
"""Every ray inside the outline keeps a place with at least this logit: what the picture shows is never lost, however thin."""

SMOOTH = 0.5
"""Cells over which the logits are averaged: their pixels and bins are of the grid, not of the object."""

AGREED = 4.0
"""What several outlines hold inside together is solid but for what a field denies: logits added for each view after the first, up to
three. Less where an outline's own slab is trusted."""

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
        rim: `(n, n, 2) float32` over the crop, see `_rim`.
        lean: 1 where the outline's slab lies where the field does, 0 for a lathe's, whose axis is straight.
        prior, trust: half-thickness `(n, n) float32` over the crop that the outline suggests, and its weight.
    """

    axes: NDArray[np.float64]
    scale: float
    opening: float
    field: Floats
    middle: float
    outline: Floats
    rim: Floats
    prior: Floats
    trust: float
    lean: float

    def place(self, points: Floats) -> tuple[Floats, Floats, Floats]:
        """Crop coordinates u, v in [-1, 1] (v up) and depth t of `points (..., 3)`, in half-sides of the crop.

        Depth counts from the object's middle, away from the camera.
        """
        local = points @ (self.axes.T / self.scale).astype(np.float32)
        t = -local[..., 2]
        # A point nearer than the pinhole projects nowhere; it is outside of any object anyway.
        k = np.maximum(1 + t * np.float32(self.opening), np.float32(0.05))
        return local[..., 0] / k, local[..., 1] / k, t

    def bound(self, u: Floats, v: Floats) -> Floats:
        """Signed distance to the outline at crop coordinates `(h, w)`, object's units, positive inside."""
        distance = self._looked_up(self.outline[..., None], u, v)[0]
        far = np.maximum(np.maximum(np.abs(u), np.abs(v)) - 1, 0)
        return np.asarray((distance - far) * np.float32(self.scale), np.float32)

    def _looked_up(self, maps: Floats, u: Floats, v: Floats) -> list[Floats]:
        """Channels of `maps (n, n, c)` over the crop, each of the shape of u and v."""
        side = maps.shape[0]
        x, y = ((u + 1) * (side / 2) - 0.5).ravel(), ((1 - v) * (side / 2) - 0.5).ravel()
        values = lookup(maps, x.astype(np.float32), y.astype(np.float32))
        return [np.ascontiguousarray(values[:, k]).reshape(u.shape) for k in range(maps.shape[2])]

    def logits(self, u: Floats, v: Floats, t: Floats) -> Floats:
        """The field at crop coordinates and depths of one shape. Beyond the last bin nothing is known, so nothing is there."""
        # The outline's slab is orthographic, as inflation is: a ball stays round. Where it lies is the network's to say.
        k = 1 + t * np.float32(self.opening)
        height = self._looked_up(self.prior[..., None], u * k, v * k)[0]
        stretch, pivot = self._looked_up(self.rim, u, v)
        slab = np.clip(
            (height - np.abs(t + np.float32(self.middle) - pivot * np.float32(self.lean))) * np.float32(SLOPE), -6, 6
        )
        t = pivot + (t + np.float32(self.middle) - pivot) * stretch
        depth = (t - np.float32(NEAR)) * np.float32(FIELD / (2 * REACH)) - np.float32(0.5)
        at = [depth, (1 - v) * (FIELD / 2) - 0.5, (u + 1) * (FIELD / 2) - 0.5]
        inside = np.asarray(map_coordinates(self.field, at, order=1, mode="nearest"), np.float32)
        beyond = np.maximum(np.maximum(-depth, depth - (FIELD - 1)), 0)
        learned = inside - beyond * np.float32(10 * SLOPE * 2 * REACH / FIELD)
        return np.asarray((learned + np.float32(self.trust) * slab) / np.float32(1 + self.trust), np.float32)


def eye_of(
    crop: Crop, prediction: Prediction, azimuth: float, elevation: float, scale: float, doubt: Floats | None = None
) -> Eye:
    """A camera at `azimuth`, `elevation` (degrees).

    Args:
        doubt: `(FIELD, FIELD) float32` shift of the unseen side's logits.
    """
    inside = _inside(crop)
    field = prediction.field
    if doubt is not None:
        bins = bin_centres()[:, None, None]
        mass = np.maximum(1 / (1 + np.exp(-field)), 1e-6)
        middle = (mass * bins).sum(axis=0) / mass.sum(axis=0)
        field = field + doubt * np.clip((bins - middle) * 8, 0, 1)
    rotation = look_rotation(azimuth, elevation)
    axes = rotation * np.array([[1.0], [1.0], [-1.0]])
    field = _kept(_beyond(field, inside))
    rim = _rim(field, crop, inside)
    return Eye(
        axes,
        scale,
        prediction.opening,
        field,
        _middle(field, inside),
        crop.outline,
        rim,
        crop.fine,
        TRUST[crop.turned],
        float(not crop.turned),
    )


def _rim(field: Floats, crop: Crop, inside: NDArray[np.bool_]) -> Floats:
    """How the surfaces turn over at the outline, finer than the field's pixels: `(n, n, 2)`, stretch of the depth and where it pivots.

    A ball's depth falls to nothing within the last pixel of the field, which makes its rim a blunt edge. The outline's prior, which is
    worked out on a finer grid too, says how much thinner the solid gets there.
    """
    distance = np.asarray(resize(crop.outline, (FINE, FINE), cv2.INTER_AREA), np.float32)
    weight = inside.astype(np.float32)
    wide = blur(crop.prior * weight, 0.8) / np.maximum(blur(weight, 0.8), 1e-3)
    coarse = np.asarray(resize(np.where(inside, crop.prior, wide), (FINE, FINE)), np.float32)
    ratio = np.clip(coarse / np.maximum(crop.fine, 1e-3), 0.6, 8.0)
    near = 1 - smoothstep(2 / FIELD, 5 / FIELD, distance)
    solid = field > 0
    mass = solid.sum(axis=0)
    bins = bin_centres()[:, None, None]
    pivot = np.where(mass > 0, (solid * bins).sum(axis=0) / np.maximum(mass, 1), 0).astype(np.float32)
    pivot = np.asarray(blur(pivot * weight, 1.0) / np.maximum(blur(weight, 1.0), 1e-3), np.float32)
    out = np.stack([1 + (ratio - 1) * near, np.asarray(resize(pivot, (FINE, FINE)), np.float32)], axis=-1)
    return np.ascontiguousarray(out, np.float32)


def _middle(field: Floats, inside: NDArray[np.bool_]) -> float:
    """Middle of the depth that the solid takes up, but for its outermost percents."""
    mass = np.cumsum(((field > 0) & inside).sum(axis=(1, 2)))
    low, high = np.searchsorted(mass, [0.01 * mass[-1], 0.99 * mass[-1]])
    bins = bin_centres()
    return float(bins[low] + bins[min(high, FIELD - 1)]) / 2


def _inside(crop: Crop) -> NDArray[np.bool_]:
    """Rays `(FIELD, FIELD)` that meet the object."""
    inside = resize(np.ascontiguousarray(crop.picture[3]), (FIELD, FIELD), cv2.INTER_AREA) > 0.15
    return inside if inside.any() else np.ones_like(inside)


def _beyond(field: Floats, inside: NDArray[np.bool_]) -> Floats:
    """Rays outside of the outline, of which the network says nothing, go on as their neighbours inside: the outline cuts them."""
    weight = inside.astype(np.float32)
    layers = np.ascontiguousarray((field * weight).transpose(1, 2, 0))
    out = field.transpose(1, 2, 0).copy()
    rest = np.ones_like(inside)  # those inside are averaged a little with each other: single rays are noisy
    for sigma in (0.7, 2.0):
        mass = blur(weight, sigma)
        wide = (
            np.stack([blur(layers[..., k], sigma) for k in range(FIELD)], axis=-1) / np.maximum(mass, 1e-6)[..., None]
        )
        use = rest & (mass > 0.05)
        out[use] = wide[use]
        rest &= ~use
    out[rest] = -6
    return np.ascontiguousarray(out.transpose(2, 0, 1))


def _kept(field: Floats) -> Floats:
    """Raise each ray's crest to `SHEET`."""
    short = np.maximum(np.float32(SHEET) - field.max(axis=0), 0)
    near = np.abs(np.arange(FIELD)[:, None, None] - field.argmax(axis=0))
    return np.where(near <= 1, field + short, field).astype(np.float32)


def settled(eyes: Sequence[Eye]) -> list[Eye]:
    """Eyes whose fields lie where most of what they hold solid is inside of all outlines.

    One picture does not tell how far the object goes on behind; outlines from other sides do.
    """
    if len(eyes) < 2:
        return list(eyes)
    reach = 1.3 * max(e.scale for e in eyes)
    line = np.linspace(-reach, reach, 36, dtype=np.float32)
    points = np.stack(np.meshgrid(line, line, line, indexing="ij"), -1).reshape(1, -1, 3)
    bound = np.full(points.shape[:2], np.inf, np.float32)
    for eye in eyes:
        u, v, _ = eye.place(points)
        bound = np.minimum(bound, eye.bound(u, v))
    points = points[:, bound[0] > 0]
    if not points.size:
        return list(eyes)
    out = []
    for eye in eyes:
        u, v, t = eye.place(points)
        moves = np.linspace(-0.6, 0.6, 25)
        held = [float(np.tanh(eye.logits(u, v, t + np.float32(m)) / 4).sum()) for m in moves]
        best = float(moves[int(np.argmax(np.asarray(held) - 1e-3 * len(u[0]) * np.abs(moves)))])
        out.append(replace(eye, middle=eye.middle + best))
    return out


def solid_mesh(eyes: Sequence[Eye], cells: int) -> tuple[Mesh, float]:
    """Closed mesh of what all cameras agree on, and its cell's side; `cells` along the longest side of its box.

    Raises:
        EngineError: nothing is left.
    """
    reach = 1.6 * max(e.scale for e in eyes)
    coarse = np.linspace(-reach, reach, 56, dtype=np.float32)
    inside = _sampled(eyes, coarse, coarse, coarse, reach * 2 / 55) > -1  # a blade lies between the points
    if not inside.any():
        raise EngineError(
            "Nothing is left of the shape: the views do not overlap. Check that all pictures show one object."
        )
    spans = []
    for axis in range(3):  # z, y, x
        index = np.flatnonzero(inside.any(axis=tuple(k for k in range(3) if k != axis)))
        spans.append((float(coarse[index[0]]), float(coarse[index[-1]])))
    step = float(coarse[1] - coarse[0])
    cell = (max(b - a for a, b in spans) + step) / cells
    z, y, x = (np.arange(a - 1.2 * step, b + 1.2 * step + cell, cell, dtype=np.float32) for a, b in spans)
    eyes = [replace(e, outline=_with_threads(e.outline, cell / e.scale)) for e in eyes]
    field = _sampled(eyes, z, y[::-1], x, cell)
    for face in (field[0], field[-1], field[:, 0], field[:, -1], field[:, :, 0], field[:, :, -1]):
        np.minimum(face, -0.5, out=face)
    _drop_crumbs(field)
    return isosurface(field, np.array([x[0], y[-1], z[0]], np.float64), cell), cell


def _sampled(eyes: Sequence[Eye], z: Floats, y: Floats, x: Floats, cell: float) -> Floats:
    """Near-distance `(len(z), len(y), len(x)) float32` in cells, positive inside, clipped to some cells."""
    out, bound_of = np.empty((2, len(z), len(y), len(x)), np.float32)
    bonus = AGREED / SLOPE * min(len(eyes) - 1, 3) * sum(e.scale / (1 + e.trust) for e in eyes)
    for k, height in enumerate(z):
        points = np.empty((len(y), len(x), 3), np.float32)
        points[..., 0], points[..., 1], points[..., 2] = x[None, :], y[:, None], height
        total = np.zeros(points.shape[:2], np.float32)
        bound = np.full(points.shape[:2], np.inf, np.float32)
        for eye in eyes:
            u, v, t = eye.place(points)
            bound = np.minimum(bound, eye.bound(u, v))
            total += eye.logits(u, v, t) * np.float32(eye.scale / SLOPE)
        total = (total + np.float32(bonus)) / np.float32(len(eyes))
        out[k], bound_of[k] = np.clip(total / np.float32(cell), -4, 4), bound / np.float32(cell)
    # The outline stays sharp: the front is compared with the picture.
    out = gaussian_filter(out, SMOOTH, output=np.float32)
    return np.asarray(np.maximum(np.minimum(out, bound_of), -4), np.float32)


def _with_threads(outline: Floats, cell: float) -> Floats:
    """`outline` with parts under about a cell (half-sides of the crop) thickened to it, so that the grid does not lose them."""
    radius = 0.5 * cell
    pixels = radius * outline.shape[0] / 2
    size = 2 * max(round(pixels), 1) + 1
    solid = (outline > 0).astype(np.uint8)
    disc = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (size, size))
    thin = (solid > 0) & (np.asarray(cv2.morphologyEx(solid, cv2.MORPH_OPEN, disc)) == 0)
    # Single pixels are corners that the disc does not reach into.
    thin = np.asarray(cv2.morphologyEx(thin.astype(np.uint8), cv2.MORPH_OPEN, np.ones((2, 2), np.uint8))) > 0
    if not thin.any():
        return outline
    away = -signed_distance(thin) * np.float32(2 / outline.shape[0])
    return np.asarray(np.maximum(outline, np.float32(radius) - np.maximum(away, 0)), np.float32)


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
