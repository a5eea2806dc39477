"""Colours of a reconstructed solid: pictures projected through their cameras, and a soft continuation where none looks.

The network's own colours of the unseen side were tried and are not used: a short training leaves them grey.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar, Self

import cv2
import numpy as np
from numpy.typing import NDArray

from maquette.engines.engine import View
from maquette.engines.learned.crop import Crop
from maquette.engines.learned.field import Eye
from maquette.engines.projection import ROUGHNESS, unseen_maps
from maquette.images.filters import Floats, lookup, smoothstep
from maquette.texture.appearance import SurfaceSamples, register_appearance

_POWER = 5
"""Weight of a picture is facing to this power: two at right angles mix over about 30 degrees."""

_FIRST = 8.0
"""The first picture counts this much more: the result is compared with it from its own side."""

_BASE = np.float32(0.01)
"""Weight of guessed colours: they show only where no camera sees."""


@dataclass(frozen=True, eq=False)
class Projector:
    """One perspective picture.

    Attributes:
        axes: `(3, 3) float32`, rows right, up, towards the camera, object's frame.
        lens: `(5,) float32`: half-side of the crop in object's units and in pixels, tangent of half the opening, centre x and y in pixels.
        rgb: `(h, w, 3) uint8`, the picture.
        soft: `(h', w', 3) uint8`, the same rectangle without detail.
        back: `(h', w', 3) uint8`, the same rectangle: the unseen side, filled inwards from the outline (`unseen_maps`).
        depth: `(m, m) float32` over the crop: towards the camera, of the nearest surface, half-sides.
    """

    axes: Floats
    lens: Floats
    rgb: NDArray[np.uint8]
    soft: NDArray[np.uint8]
    back: NDArray[np.uint8]
    depth: Floats


def projector(view: View, crop: Crop, eye: Eye, vertices: Floats, cell: float) -> Projector:
    """The picture of `view` as a projector onto a mesh of `vertices`, about `cell` apart."""
    u, v, t = eye.place(vertices)
    n = max(int(np.ceil(2 / (1.5 * cell / eye.scale))), 1)
    column = np.clip(((u + 1) * (n / 2)).astype(int), 0, n - 1)
    row = np.clip(((1 - v) * (n / 2)).astype(int), 0, n - 1)
    depth = np.full((n, n), -1e3, np.float32)
    np.maximum.at(depth, (row, column), -t)
    depth = np.asarray(cv2.dilate(depth, np.ones((3, 3), np.uint8)), np.float32)
    lens = np.array([eye.scale, crop.half, eye.opening, *crop.centre], np.float32)
    return Projector(eye.axes.astype(np.float32), lens, view.rgb, *unseen_maps(view), depth)


@register_appearance
@dataclass(frozen=True, eq=False)
class ProjectedViews:
    """`Projector`s, and the tolerance of their depth maps in half-sides of the crop."""

    kind: ClassVar[str] = "compact.projected_views"
    cameras: Sequence[Projector]
    tolerance: float

    def sample(self, points: Floats, normals: Floats) -> SurfaceSamples:
        """See `Appearance.sample`."""
        n = len(points)
        total, mass = np.zeros((n, 3), np.float32), np.zeros((n, 1), np.float32)
        for i, c in enumerate(self.cameras):
            scale, half, opening, cx, cy = (float(x) for x in c.lens)
            local = points @ (c.axes.T / np.float32(scale))
            k = np.maximum(1 - local[:, 2] * np.float32(opening), np.float32(0.05))
            u, v = local[:, 0] / k, local[:, 1] / k
            toward = np.stack([-u * np.float32(opening), -v * np.float32(opening), np.ones_like(u)], axis=1)
            toward /= np.linalg.norm(toward, axis=1, keepdims=True)
            facing = np.asarray(((normals @ c.axes.T) * toward).sum(axis=1), np.float32)
            side = len(c.depth)
            column = np.clip(((u + 1) * (side / 2)).astype(int), 0, side - 1)
            row = np.clip(((1 - v) * (side / 2)).astype(int), 0, side - 1)
            behind = c.depth[row, column] - local[:, 2]
            seen = 1 - smoothstep(self.tolerance, 2 * self.tolerance, behind)
            low, high, factor = (0.08, 0.3, _FIRST) if i == 0 else (0.2, 0.45, 1.0)
            sharp = np.clip(facing, 0, 1) ** (2 if i == 0 else _POWER) * smoothstep(low, high, facing) * seen
            guess = _BASE * (np.float32(0.05) + np.clip(facing + np.float32(0.3), 0, 2) ** 2)
            x, y = cx + u * np.float32(half), cy - v * np.float32(half)
            h, w = c.rgb.shape[:2]
            near = seen * smoothstep(-0.25, 0.15, facing)
            for image, weight, px, py in (
                (c.rgb, sharp * np.float32(factor), x, y),
                (c.soft, guess * near, x * (c.soft.shape[1] / w), y * (c.soft.shape[0] / h)),
                (c.back, guess * (1 - near), x * (c.back.shape[1] / w), y * (c.back.shape[0] / h)),
            ):
                color = lookup(image, (px - 0.5).astype(np.float32), (py - 0.5).astype(np.float32))
                total += color * weight[:, None]
                mass += weight[:, None]
        total *= np.float32(1 / 255) / mass
        return SurfaceSamples(total, np.zeros(n, np.float32), np.full(n, ROUGHNESS, np.float32))

    def to_arrays(self) -> dict[str, NDArray[np.generic]]:
        out: dict[str, NDArray[np.generic]] = {"tolerance": np.array(self.tolerance, np.float64)}
        for i, c in enumerate(self.cameras):
            out |= {f"axes{i}": c.axes, f"lens{i}": c.lens, f"rgb{i}": c.rgb, f"soft{i}": c.soft}
            out |= {f"back{i}": c.back, f"depth{i}": c.depth}
        return out

    @classmethod
    def from_arrays(cls, arrays: Mapping[str, NDArray[np.generic]]) -> Self:
        cameras = []
        for i in range(sum(k.startswith("axes") for k in arrays)):
            axes, lens, depth = (np.asarray(arrays[f"{k}{i}"], np.float32) for k in ("axes", "lens", "depth"))
            rgb, soft, back = (np.asarray(arrays[f"{k}{i}"], np.uint8) for k in ("rgb", "soft", "back"))
            cameras.append(Projector(axes, lens, rgb, soft, back, depth))
        return cls(tuple(cameras), float(np.asarray(arrays["tolerance"], np.float64)))
