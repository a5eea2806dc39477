"""Colours of a solid that was raised from one picture: sharp where the picture saw it, completed where it did not."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar, Self

import numpy as np
from numpy.typing import NDArray

from maquette.engines.engine import View
from maquette.images.fill import push_pull
from maquette.images.filters import Array, blur, edt, lookup, masked_blur, shrink_to, smoothstep
from maquette.texture.appearance import SurfaceSamples, register_appearance

Floats = NDArray[np.float32]

ROUGHNESS = 0.7
"""One picture does not tell gloss from paint; 0.7 looks right for wood, cloth, plastic and skin."""

_SOFT_SIDE = 256
"""Pixels of the completed colour maps: they hold no detail."""


def unseen_maps(view: View) -> tuple[NDArray[np.uint8], NDArray[np.uint8]]:
    """Low-detail colours for what the camera did not see: `(side, back)`, each `(h, w, 3) uint8`, aligned with the picture.

    side: the picture without fine detail, for surfaces seen at a grazing angle, where the picture would smear into streaks.
    back: filled inwards from the outline, because what continues behind is what is seen along the rim (hair, coat, wood), not the
    face or the label in the middle; with a share of the blurred picture to keep large areas of colour.
    """
    alpha = shrink_to(view.alpha, _SOFT_SIDE)
    rgb = shrink_to(view.rgb, _SOFT_SIDE).astype(np.float32)
    longest = max(alpha.shape)
    weight = alpha + np.float32(1e-4)
    depth = edt(alpha > 0.5)
    top = max(float(depth.max()), 1.0)
    side = masked_blur(rgb, weight, max(1.0, 0.012 * longest))
    rim = np.exp(-((np.maximum(depth - 1.5, 0) / max(2.0, 0.10 * top)) ** 2)) * (alpha > 0.6)
    inward = blur(push_pull(masked_blur(rgb, weight, 2.0), rim.astype(np.float32) * np.float32(0.999)), 2.0)
    broad = masked_blur(rgb, weight, 0.05 * longest)
    back = 0.6 * inward + 0.4 * broad
    back = np.where((depth < 2.0)[..., None], 0.5 * side + 0.5 * back, back)
    return _bytes(side), _bytes(blur(back, 1.0))


def _bytes(values: Array) -> NDArray[np.uint8]:
    return np.asarray(np.clip(values + 0.5, 0, 255), np.uint8)


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
        front, side, back = (np.asarray(arrays[k], np.uint8) for k in ("front", "side", "back"))
        return cls(front, side, back, np.asarray(arrays["window"], np.float32))
