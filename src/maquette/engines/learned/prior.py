"""What the outline alone says: the inflation engine's half-thickness on the network's grid. An input of the network, and its start."""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

from maquette.engines.silhouette import Silhouette, half_thickness
from maquette.images.filters import resize, signed_distance

Floats = NDArray[np.float32]

CROP = 128
"""Pixels along the side of the network's picture."""

FIELD = 64
"""Pixels along the side of the network's output, and its bins along each ray."""

FINE = 176
"""Pixels along the crop in which the outline's rim is worked out."""

FILL = 0.92
"""The object's longest side as a share of the crop."""

REACH = 1.25
"""Half of the depth that the output covers, in half-sides of the crop."""

NEAR = -0.95
"""Depth where the first bin begins. Depth has no zero of its own in a picture; here it is put so that the visible surface has the mean
depth that the outline's prior gives it. What is seen is then learned apart from how far the object goes on behind, which is a guess."""


def bin_centres() -> Floats:
    """`(FIELD,) float32` depth of the output's bins, half-sides of the crop, away from the camera."""
    return (NEAR + (np.arange(FIELD) + 0.5) * (2 * REACH / FIELD)).astype(np.float32)


def outline_prior(mask: Floats) -> Floats:
    """Half-thickness `(FIELD, FIELD) float32` in half-sides of the crop, 0 outside, of a soft `mask (CROP, CROP)`."""
    solid = mask > 0.5
    if not solid.any():
        return np.zeros((FIELD, FIELD), np.float32)
    distance = signed_distance(solid) * np.float32(FIELD / CROP)
    outline = _outline(np.asarray(resize(distance, (FIELD, FIELD), cv2.INTER_AREA), np.float32))
    return _height(half_thickness(outline), outline.distance)


def _outline(distance: Floats) -> Silhouette:
    """An outline from distances in cells, with the rim of empty cells that the solver needs."""
    out = distance.copy()
    if not (out > 0).any():
        out[np.unravel_index(out.argmax(), out.shape)] = 0.25
    out[[0, -1]] = np.minimum(out[[0, -1]], -0.5)
    out[:, [0, -1]] = np.minimum(out[:, [0, -1]], -0.5)
    return Silhouette(out, (0.0, 0.0, 1.0, 1.0), round(len(out) * FILL))


def _height(squared: Floats, distance: Floats) -> Floats:
    height = np.sqrt(np.maximum(squared, 0)) * np.float32(2 / len(distance))
    return np.where(distance > 0, height, 0).astype(np.float32)
