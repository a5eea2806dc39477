"""A view as the network wants it: the object in a square crop, its outline's prior beside it."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from maquette.engines.engine import View
from maquette.engines.lathe import turned
from maquette.engines.learned.prior import CROP, FIELD, FILL, FINE, outline_prior
from maquette.engines.silhouette import PAD, half_thickness, object_box, trace
from maquette.images.filters import blur, resize, signed_distance

Floats = NDArray[np.float32]

_OUTLINE = 512
"""Pixels along the crop in which the outline's distance is kept."""


@dataclass(frozen=True, eq=False)
class Crop:
    """The network's inputs and where they lie in the picture.

    Attributes:
        picture: `(4, CROP, CROP) float32`, premultiplied sRGB and mask in [0, 1].
        prior: `(FIELD, FIELD) float32`, see `outline_prior`.
        fine: `(FINE, FINE) float32`, the same, finer.
        turned: the priors are a lathe's.
        outline: `(n, n) float32`, signed distance to the outline over the crop, in half-sides of the crop, positive inside.
        centre: `(x, y)` of the crop's middle in the picture, pixels (the first pixel's corner is 0, 0).
        half: half-side of the crop in pixels.
        width, height: of the object's box in half-sides of the crop.
    """

    picture: Floats
    prior: Floats
    fine: Floats
    turned: bool
    outline: Floats
    centre: tuple[float, float]
    half: float
    width: float
    height: float


def crop_of(view: View) -> Crop:
    """Cut a view to its object.

    Raises:
        ObjectNotFound: the mask is empty.
    """
    x0, y0, x1, y1 = object_box(view.alpha)
    centre = ((x0 + x1) / 2, (y0 + y1) / 2)
    half = max(x1 - x0, y1 - y0) / (2 * FILL)
    h, w = view.alpha.shape
    premultiplied = np.empty((h, w, 4), np.float32)
    premultiplied[..., :3] = view.rgb * (view.alpha[..., None] * np.float32(1 / 255))
    premultiplied[..., 3] = view.alpha
    picture = _window(premultiplied, centre, half, CROP)
    mask = np.ascontiguousarray(picture[..., 3])
    fine = _window(premultiplied[..., 3], centre, half, _OUTLINE)
    outline = signed_distance(fine > 0.5) * np.float32(2 / _OUTLINE)
    outline = blur(outline, 0.7)
    fine, wheel = _fine_prior(view, centre, half)
    prior = np.asarray(resize(fine, (FIELD, FIELD), cv2.INTER_AREA), np.float32) if wheel else outline_prior(mask)
    return Crop(
        np.ascontiguousarray(picture.transpose(2, 0, 1)),
        prior,
        fine,
        wheel,
        outline,
        centre,
        half,
        (x1 - x0) / half,
        (y1 - y0) / half,
    )


def _window(image: Floats, centre: tuple[float, float], half: float, side: int) -> Floats:
    """The square around `centre` as `side` pixels, averaged where the picture is finer; empty beyond the picture's edge."""
    k = 2 * half / side
    if k > 1:
        image = blur(image, 0.42 * k)
    shift = 0.5 * k - 0.5
    matrix = np.array([[k, 0, centre[0] - half + shift], [0, k, centre[1] - half + shift]])
    out = cv2.warpAffine(image, matrix, (side, side), flags=cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP)
    return np.asarray(out, np.float32)


def _fine_prior(view: View, centre: tuple[float, float], half: float) -> tuple[Floats, bool]:
    """Half-thickness `(FINE, FINE) float32` over the crop, half-sides, and whether it is a lathe's.

    The lathe's guess is the inflation engine's; training has not seen it, but it is the same kind of map, and nearer to the truth.
    """
    outline = trace(view, round(FINE * FILL))
    wheel = turned(outline)
    squared = half_thickness(outline) if wheel is None else wheel
    height = np.where(outline.distance > 0, np.sqrt(np.maximum(squared, 0)), 0) * (outline.pixels_per_cell / half)
    line = ((np.arange(FINE) + 0.5) / FINE * 2 - 1) * half
    column, row = (
        (c + line - b) / outline.pixels_per_cell + (PAD - 0.5) for c, b in zip(centre, outline.box[:2], strict=True)
    )
    x, y = np.meshgrid(column.astype(np.float32), row.astype(np.float32))
    fine = cv2.remap(height.astype(np.float32), x, y, cv2.INTER_LINEAR, borderMode=cv2.BORDER_CONSTANT, borderValue=0)
    return np.asarray(fine, np.float32), wheel is not None
