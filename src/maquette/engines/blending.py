"""Colours of a solid from several pictures: each point takes them from the cameras that face it and see it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar, Self

import cv2
import numpy as np
from numpy.typing import NDArray

from maquette.engines.projection import ROUGHNESS
from maquette.images.filters import Floats, lookup, smoothstep
from maquette.texture.appearance import SurfaceSamples, register_appearance

_POWER = 6
"""Weight is facing to this power: two cameras at right angles then mix over about 25 degrees, narrow enough not to ghost."""

_FIRST = 16.0
"""The first picture counts this much more and falls with the cube only: the result is compared with it from its own side."""

_BASE = np.float32(0.01)
"""Weight of the soft colours: they show only where no camera sees."""


@dataclass(frozen=True, eq=False)
class Camera:
    """One orthographic picture.

    Attributes:
        right, up, toward: `(3,)` unit vectors in the engine's frame, `toward` from the object to the camera.
        window: `(a0, b0, a1, b1)`, the rectangle of the right-up plane that the picture covers.
        rgb: `(h, w, 3) uint8`.
        soft: `(h', w', 3) uint8` over the same rectangle, without detail.
        depth: `(m, m) float32`, the surface's largest coordinate along `toward` over the same rectangle, -inf where there is none.
    """

    right: Floats
    up: Floats
    toward: Floats
    window: Floats
    rgb: NDArray[np.uint8]
    soft: NDArray[np.uint8]
    depth: Floats


def depth_map(vertices: Floats, right: Floats, up: Floats, toward: Floats, window: Floats, cell: float) -> Floats:
    """Largest coordinate along `toward` seen through each cell of `window`, from a mesh whose vertices are about `cell` apart."""
    a0, b0, a1, b1 = (float(v) for v in window)
    nx, ny = (max(int(np.ceil(s / (1.5 * cell))), 1) for s in (a1 - a0, b1 - b0))
    column = np.clip(((vertices @ right - a0) / (a1 - a0) * nx).astype(int), 0, nx - 1)
    row = np.clip(((b1 - vertices @ up) / (b1 - b0) * ny).astype(int), 0, ny - 1)
    depth = np.full((ny, nx), -1e3, np.float32)
    np.maximum.at(depth, (row, column), (vertices @ toward).astype(np.float32))
    return np.asarray(cv2.dilate(depth, np.ones((3, 3), np.uint8)), np.float32)


@register_appearance
@dataclass(frozen=True, eq=False)
class BlendedViews:
    """Several `Camera`s and the tolerance of their depth maps, in the engine's unit."""

    kind: ClassVar[str] = "inflation.blended_views"
    cameras: Sequence[Camera]
    tolerance: float

    def sample(self, points: Floats, normals: Floats) -> SurfaceSamples:
        """See `Appearance.sample`."""
        n = len(points)
        total, mass = np.zeros((n, 3), np.float32), np.zeros((n, 1), np.float32)
        for i, c in enumerate(self.cameras):
            a0, b0, a1, b1 = c.window
            s = (points @ c.right - a0) / (a1 - a0)
            t = (b1 - points @ c.up) / (b1 - b0)
            facing = np.asarray(normals @ c.toward, np.float32)
            grid_y, grid_x = c.depth.shape
            row = np.clip((t * grid_y).astype(np.int32), 0, grid_y - 1)
            column = np.clip((s * grid_x).astype(np.int32), 0, grid_x - 1)
            behind = c.depth[row, column] - points @ c.toward
            seen = 1 - smoothstep(self.tolerance, 2 * self.tolerance, behind)
            # Near the outline depth maps and perspective are least sure, and pixels stretch: fade out.
            low, high, power, factor = (0.1, 0.35, 3, _FIRST) if i == 0 else (0.25, 0.5, _POWER, 1.0)
            weight = np.clip(facing, 0, 1) ** power * smoothstep(low, high, facing) * seen * np.float32(factor)
            rest = _BASE * (np.float32(0.02) + np.clip(facing + np.float32(0.2), 0, 2) ** 3)
            for image, w in ((c.rgb, weight), (c.soft, rest)):
                h, width = image.shape[:2]
                color = lookup(image, s * np.float32(width) - np.float32(0.5), t * np.float32(h) - np.float32(0.5))
                total += color * w[:, None]
                mass += w[:, None]
        total *= np.float32(1 / 255) / mass
        return SurfaceSamples(total, np.zeros(n, np.float32), np.full(n, ROUGHNESS, np.float32))

    def to_arrays(self) -> dict[str, NDArray[np.generic]]:
        out: dict[str, NDArray[np.generic]] = {"tolerance": np.array(self.tolerance, np.float64)}
        for i, c in enumerate(self.cameras):
            out |= {f"frame{i}": np.concatenate([c.right, c.up, c.toward, c.window]).astype(np.float32)}
            out |= {f"rgb{i}": c.rgb, f"soft{i}": c.soft, f"depth{i}": c.depth}
        return out

    @classmethod
    def from_arrays(cls, arrays: Mapping[str, NDArray[np.generic]]) -> Self:
        cameras = []
        for i in range(sum(k.startswith("frame") for k in arrays)):
            f = np.asarray(arrays[f"frame{i}"], np.float32)
            rgb, soft = np.asarray(arrays[f"rgb{i}"], np.uint8), np.asarray(arrays[f"soft{i}"], np.uint8)
            cameras.append(Camera(f[:3], f[3:6], f[6:9], f[9:], rgb, soft, np.asarray(arrays[f"depth{i}"], np.float32)))
        return cls(tuple(cameras), float(np.asarray(arrays["tolerance"], np.float64)))
