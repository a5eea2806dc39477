"""`Camera`: pinhole and orthographic cameras. Y is up, the front of an object looks along +Z, so azimuth 0 sees the front.

Pixel coordinates: x to the right, y down, the centre of the first pixel is (0.5, 0.5). Depth is measured along the viewing axis
(not along the ray) in metres; ray directions have length 1 along that axis, so a ray's parameter is the depth.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Doubles = NDArray[np.float64]

UP = np.array([0.0, 1.0, 0.0])


@dataclass(frozen=True, eq=False)
class Camera:
    """One view.

    Attributes:
        eye: `(3,) float64`, position; for an orthographic camera the point from which depth counts.
        rotation: `(3, 3) float64`, rows: right, up, forward.
        window: `(left, bottom, right, top)`: on the plane at depth 1 (perspective) or in metres (orthographic).
        size: `(width, height)` in pixels.
        perspective: False for parallel rays.
    """

    eye: Doubles
    rotation: Doubles
    window: tuple[float, float, float, float]
    size: tuple[int, int]
    perspective: bool

    def rays(self, x: Floats, y: Floats) -> tuple[Floats, Floats]:
        """Origins and directions `(n, 3) float32` through pixel coordinates `x, y (n,)`."""
        left, bottom, right, top = self.window
        right_axis, up_axis, forward = self.rotation
        start = forward if self.perspective else self.eye
        # One affine map from pixels, made in double and applied in double: parallel rays may start far from a small object.
        dx, dy = right_axis * ((right - left) / self.size[0]), up_axis * ((bottom - top) / self.size[1])
        first = start + left * right_axis + top * up_axis
        moved, fixed = np.empty((len(x), 3), np.float32), np.empty((len(x), 3), np.float32)
        x, y = np.asarray(x, np.float64), np.asarray(y, np.float64)
        for k in range(3):
            moved[:, k] = x * dx[k] + (y * dy[k] + first[k])
        fixed[:] = self.eye if self.perspective else forward
        return (fixed, moved) if self.perspective else (moved, fixed)

    def project(self, points: NDArray[np.floating]) -> tuple[Doubles, Doubles, Doubles]:
        """Pixel coordinates and depth, each `(n,) float64`, of points `(n, 3)`. Behind a pinhole they mean nothing."""
        local = (np.asarray(points, np.float64) - self.eye) @ self.rotation.T
        depth = local[:, 2]
        plane = (
            local[:, :2] / np.where(np.abs(depth) > 1e-12, depth, 1e-12)[:, None] if self.perspective else local[:, :2]
        )
        left, bottom, right, top = self.window
        x = (plane[:, 0] - left) / (right - left) * self.size[0]
        y = (plane[:, 1] - top) / (bottom - top) * self.size[1]
        return x, y, depth

    def metres_per_pixel(self, depth: Floats) -> Floats:
        """Footprint of one pixel `(n,) float32` at a depth `(n,)`."""
        pitch = (self.window[2] - self.window[0]) / self.size[0]
        return (np.asarray(depth, np.float32) if self.perspective else np.ones_like(depth, np.float32)) * np.float32(
            pitch
        )

    def jittered(self, dx: float, dy: float) -> Camera:
        """The same view, its pixel grid moved by a fraction of a pixel: pixel centres see what `(x + dx, y + dy)` saw."""
        left, bottom, right, top = self.window
        sx, sy = (right - left) / self.size[0] * dx, (bottom - top) / self.size[1] * dy
        return Camera(
            self.eye, self.rotation, (left + sx, bottom + sy, right + sx, top + sy), self.size, self.perspective
        )


def look_rotation(azimuth: float, elevation: float) -> Doubles:
    """Rows right, up, forward of a camera that stands at `azimuth` (degrees, 0 = front, 90 = +X side) and `elevation` and looks in."""
    a, e = np.radians(azimuth), np.radians(np.clip(elevation, -89.99, 89.99))
    out = np.array([np.sin(a) * np.cos(e), np.sin(e), np.cos(a) * np.cos(e)])
    right = np.cross(UP, out)
    right /= np.linalg.norm(right)
    return np.stack([right, np.cross(out, right), -out])


def orbit(
    points: NDArray[np.floating],
    size: tuple[int, int],
    *,
    azimuth: float = 30.0,
    elevation: float = 15.0,
    fov: float = 24.0,
    margin: float = 0.1,
) -> Camera:
    """A pinhole camera around `points (n, 3)` that holds all of them in the frame.

    Args:
        fov: full vertical opening, degrees; a long lens keeps proportions.
        margin: empty border as a part of the frame on each side.
    """
    points = np.asarray(points, np.float64)
    rotation = look_rotation(azimuth, elevation)
    local = points @ rotation.T
    slope = np.tan(np.radians(fov) / 2)
    aspect = size[0] / size[1]
    room = np.array([slope * aspect, slope]) * (1 - 2 * margin)
    # Each point bounds the eye: |p - c| <= room (depth + t). The tightest pair of opposite bounds gives centre and distance.
    high = [(local[:, k] - room[k] * local[:, 2]).max() for k in range(2)]
    low = [(local[:, k] + room[k] * local[:, 2]).min() for k in range(2)]
    distance = max(1e-6, *((high[k] - low[k]) / (2 * room[k]) for k in range(2)))
    centre = [(high[k] + low[k]) / 2 for k in range(2)]
    eye = np.array([centre[0], centre[1], -distance]) @ rotation
    window = (-slope * aspect, -slope, slope * aspect, slope)
    return Camera(eye, rotation, window, size, True)


def orthographic(
    points: NDArray[np.floating],
    size: tuple[int, int],
    window: tuple[float, float, float, float] | None = None,
    *,
    azimuth: float = 0.0,
    elevation: float = 0.0,
    margin: float = 0.1,
) -> Camera:
    """A camera with parallel rays that starts in front of all `points (n, 3)`.

    Args:
        window: `(x0, y0, x1, y1)` metres, seen rectangle in the camera's right and up axes; None fits the points with `margin`.
    """
    points = np.asarray(points, np.float64)
    rotation = look_rotation(azimuth, elevation)
    local = points @ rotation.T
    low, high = local.min(axis=0), local.max(axis=0)
    extent = float((high - low).max()) or 1.0
    eye = (low[2] - 0.5 * extent) * rotation[2]
    if window is None:
        half = max((high[0] - low[0]) / size[0], (high[1] - low[1]) / size[1], 1e-9 * extent) / 2 / (1 - 2 * margin)
        cx, cy = (high[0] + low[0]) / 2, (high[1] + low[1]) / 2
        window = (cx - half * size[0], cy - half * size[1], cx + half * size[0], cy + half * size[1])
    return Camera(eye, rotation, window, size, False)
