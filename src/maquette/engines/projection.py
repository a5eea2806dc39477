"""Colours of a solid that was raised from one picture: sharp where the picture saw it, completed where it did not."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar, Self

import cv2
import numpy as np
from numpy.typing import NDArray

from maquette.engines.engine import View
from maquette.images.fill import push_pull
from maquette.texture.appearance import SurfaceSamples, register_appearance

Floats = NDArray[np.float32]

ROUGHNESS = 0.7
"""One picture does not tell gloss from paint; 0.7 looks right for wood, cloth, plastic and skin."""

_SOFT_SIDE = 256
"""Pixels of the completed colour maps: they hold no detail."""


def lookup(image: NDArray[np.generic], x: Floats, y: Floats) -> Floats:
    """Bilinear values `(n, c) float32` of `image (h, w, c)` at pixel coordinates (centre of the first pixel = 0), clamped."""
    n = len(x)
    width = 4096
    rows = -(-n // width)
    grid = np.zeros((2, rows * width), np.float32)
    grid[0, :n], grid[1, :n] = x, y
    out = cv2.remap(
        image,
        grid[0].reshape(rows, width),
        grid[1].reshape(rows, width),
        cv2.INTER_LINEAR,
        borderMode=cv2.BORDER_REPLICATE,
    )
    return out.reshape(rows * width, -1)[:n].astype(np.float32)


def smoothstep(low: float, high: float, x: Floats) -> Floats:
    """0 below `low`, 1 above `high`, cubic between."""
    t = np.clip((x - np.float32(low)) / np.float32(high - low), 0, 1)
    return np.asarray(t * t * (3 - 2 * t), np.float32)


def unseen_maps(view: View) -> tuple[NDArray[np.uint8], NDArray[np.uint8]]:
    """Low-detail colours for what the camera did not see: `(side, back)`, each `(h, w, 3) uint8`, aligned with the picture.

    side: the picture without fine detail, for surfaces seen at a grazing angle, where the picture would smear into streaks.
    back: filled inwards from the outline, because what continues behind is what is seen along the rim (hair, coat, wood), not the
    face or the label in the middle; with a share of the blurred picture to keep large areas of colour.
    """
    h, w = view.alpha.shape
    k = min(1.0, _SOFT_SIDE / max(h, w))
    size = (max(round(w * k), 2), max(round(h * k), 2))
    alpha = cv2.resize(view.alpha, size, interpolation=cv2.INTER_AREA)
    rgb = cv2.resize(view.rgb, size, interpolation=cv2.INTER_AREA).astype(np.float32)
    solid = (alpha > 0.5).astype(np.uint8)
    depth = cv2.distanceTransform(np.pad(solid, 1), cv2.DIST_L2, cv2.DIST_MASK_PRECISE)[1:-1, 1:-1]
    top = max(float(depth.max()), 1.0)
    side = _masked_blur(rgb, alpha, max(1.0, 0.012 * max(size)))
    rim = np.exp(-((np.maximum(depth - 1.5, 0) / max(2.0, 0.10 * top)) ** 2)) * (alpha > 0.6)
    inward = push_pull(_masked_blur(rgb, alpha, 2.0), rim.astype(np.float32) * 0.999)
    inward = cv2.GaussianBlur(inward, (0, 0), 2.0)
    broad = _masked_blur(rgb, alpha, 0.05 * max(size))
    back = 0.6 * inward + 0.4 * broad
    back = np.where((depth < 2.0)[..., None], 0.5 * side + 0.5 * back, back)
    return _bytes(side), _bytes(cv2.GaussianBlur(back, (0, 0), 1.0))


def _masked_blur(rgb: Floats, alpha: Floats, sigma: float) -> Floats:
    weight = alpha + np.float32(1e-4)
    total = cv2.GaussianBlur(rgb * weight[..., None], (0, 0), sigma)
    return np.asarray(total / np.maximum(cv2.GaussianBlur(weight, (0, 0), sigma), 1e-6)[..., None], np.float32)


def _bytes(values: Floats) -> NDArray[np.uint8]:
    return np.clip(values + 0.5, 0, 255).astype(np.uint8)


@register_appearance
@dataclass(frozen=True, eq=False)
class FrontProjection:
    """One picture projected along -Z.

    Attributes:
        front: `(h, w, 3) uint8`, the picture.
        side, back: `(h', w', 3) uint8` over the same rectangle, see `unseen_maps`.
        window: `(4,) float32`: x0, y0, x1, y1 of the rectangle that the pictures cover, engine's frame, y up.
    """

    kind: ClassVar[str] = "inflation.front_projection"
    front: NDArray[np.uint8]
    side: NDArray[np.uint8]
    back: NDArray[np.uint8]
    window: Floats

    def sample(self, points: Floats, normals: Floats) -> SurfaceSamples:
        """See `Appearance.sample`. Pixels are exact for normals within 60 degrees of the camera."""
        x0, y0, x1, y1 = self.window
        s = (points[:, 0] - x0) / (x1 - x0)
        t = (y1 - points[:, 1]) / (y1 - y0)
        nz = np.asarray(normals[:, 2], np.float32)

        def at(image: NDArray[np.uint8]) -> Floats:
            h, w = image.shape[:2]
            return lookup(image, s * np.float32(w) - np.float32(0.5), t * np.float32(h) - np.float32(0.5))

        color = at(self.side)
        w = smoothstep(0.15, 0.5, nz)[:, None]
        color += w * (at(self.front) - color)
        w = smoothstep(0.1, 0.6, -nz)[:, None]
        color += w * (at(self.back) - color)
        color *= np.float32(1 / 255)
        n = len(points)
        return SurfaceSamples(color, np.zeros(n, np.float32), np.full(n, ROUGHNESS, np.float32))

    def to_arrays(self) -> dict[str, NDArray[np.generic]]:
        return {"front": self.front, "side": self.side, "back": self.back, "window": self.window}

    @classmethod
    def from_arrays(cls, arrays: Mapping[str, NDArray[np.generic]]) -> Self:
        return cls(
            *(np.asarray(arrays[k], np.uint8) for k in ("front", "side", "back")),
            np.asarray(arrays["window"], np.float32),
        )
