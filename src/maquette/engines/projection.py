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
        axis: `(rows, 3) float32`, rising: y, x of the axis and radius of a turned solid, which has its colours all around; no rows else.
        mirrored: the picture plane is a plane of symmetry: the back shows the picture.
    """

    kind: ClassVar[str] = "inflation.front_projection"
    front: NDArray[np.uint8]
    side: NDArray[np.uint8]
    back: NDArray[np.uint8]
    window: Floats
    axis: Floats
    mirrored: bool

    def sample(self, points: Floats, normals: Floats) -> SurfaceSamples:
        """See `Appearance.sample`. Pixels are exact for normals within 60 degrees of the camera."""
        x0, y0, x1, y1 = self.window
        nz = np.asarray(normals[:, 2], np.float32)
        t = (y1 - points[:, 1]) / (y1 - y0)

        def at(image: NDArray[np.uint8], x: Floats) -> Floats:
            h, w = image.shape[:2]
            s = (x - x0) / (x1 - x0)
            return lookup(image, s * np.float32(w) - np.float32(0.5), t * np.float32(h) - np.float32(0.5))

        x = points[:, 0]
        if len(self.axis):
            near, far, share = self._around(points)
            color = at(self.front, near)
            color += share[:, None] * (at(self.front, far) - color)
        else:
            color = at(self.side, x)
        if len(self.axis):
            # Around the axis alone: the step under a cap or on a rim looks up or down, and is seen from the front all the same.
            around = np.asarray(nz / np.maximum(np.hypot(normals[:, 0], nz), 1e-6), np.float32)
            w = smoothstep(0.08, 0.28, around)[:, None]
        else:
            w = smoothstep(0.15, 0.5, np.abs(nz) if self.mirrored else nz)[:, None]
        color += w * (at(self.front, x) - color)
        if not self.mirrored and not len(self.axis):
            w = smoothstep(0.1, 0.6, -nz)[:, None]
            color += w * (at(self.back, x) - color)
        color *= np.float32(1 / 255)
        n = len(points)
        return SurfaceSamples(color, np.zeros(n, np.float32), np.full(n, ROUGHNESS, np.float32))

    def _around(self, points: Floats) -> tuple[Floats, Floats, Floats]:
        """Where points of a turned solid find their like in the picture: two x and the second one's share.

        Each half goes on with what the picture shows between 28 and 68 degrees from its middle, to and fro: nothing is stretched,
        nothing jumps, and what stands in the middle (a label, a face) is not repeated. The halves melt into each other behind.
        """
        centre = np.interp(points[:, 1], self.axis[:, 0], self.axis[:, 1]).astype(np.float32)
        radius = np.interp(points[:, 1], self.axis[:, 0], self.axis[:, 2]).astype(np.float32)
        dx = points[:, 0] - centre
        angle = np.degrees(np.arctan2(np.abs(dx), points[:, 2])).astype(np.float32)
        reach = np.minimum(np.hypot(dx, points[:, 2]), radius) * np.where(dx < 0, np.float32(-1), np.float32(1))

        def fold(a: Floats) -> Floats:
            return np.asarray(np.sin(np.radians(68 - np.abs(np.mod(a - 28, 80) - 40))), np.float32)

        share = np.float32(0.5) * smoothstep(140.0, 180.0, angle)
        return centre + reach * fold(angle), centre - reach * fold(360 - angle), share

    def to_arrays(self) -> dict[str, NDArray[np.generic]]:
        out: dict[str, NDArray[np.generic]] = {"front": self.front, "side": self.side, "back": self.back}
        return out | {"window": self.window, "axis": self.axis, "mirrored": np.array(self.mirrored)}

    @classmethod
    def from_arrays(cls, arrays: Mapping[str, NDArray[np.generic]]) -> Self:
        front, side, back = (np.asarray(arrays[k], np.uint8) for k in ("front", "side", "back"))
        window, axis = (np.asarray(arrays[k], np.float32) for k in ("window", "axis"))
        return cls(front, side, back, window, axis, bool(np.asarray(arrays["mirrored"])))
