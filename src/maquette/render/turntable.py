"""`turntable`: the object turns once around on its plate, under lights that stand still."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from maquette.errors import InvalidRequest
from maquette.render.camera import Camera, look_rotation, orbit
from maquette.render.compose import Background, compose
from maquette.render.parallel import map_items
from maquette.render.scene import Scene, Style

Pixels = NDArray[np.uint8]

FRAMES = 36
SIZE = 512
_RING = 24  # places of each point on its way around that the camera must hold


def turning_cameras(
    points: NDArray[np.floating], size: int, frames: int, *, azimuth: float = 0.0, elevation: float = 15.0
) -> list[Camera]:
    """Cameras on a circle around the upright axis through the middle of `points (n, 3)`, which hold all points in every frame.

    A camera that walks around with its lights shows what a turning object shows. The first frame is seen from `azimuth`; then the
    object turns counter-clockwise seen from above.
    """
    points = np.asarray(points, np.float64)
    low, high = points.min(axis=0), points.max(axis=0)
    axis = (low + high) / 2
    radius = np.hypot(points[:, 0] - axis[0], points[:, 2] - axis[2])
    # The solid of revolution decides the frame. 64 slices of it say enough: each its largest radius, at its lowest and highest point.
    slices = np.clip((points[:, 1] - low[1]) / max(high[1] - low[1], 1e-12) * 64, 0, 63).astype(np.intp)
    widest = np.zeros(64)
    np.maximum.at(widest, slices, radius)
    bottom, top = np.full(64, np.inf), np.full(64, -np.inf)
    np.minimum.at(bottom, slices, points[:, 1])
    np.maximum.at(top, slices, points[:, 1])
    used = np.isfinite(bottom)
    r, y = np.tile(widest[used], 2), np.concatenate([bottom[used], top[used]])
    turn = np.arange(_RING) / _RING * 2 * np.pi
    around = np.stack(
        [np.sin(turn)[:, None] * r, np.broadcast_to(y - axis[1], (_RING, len(r))), np.cos(turn)[:, None] * r], axis=2
    ).reshape(-1, 3)
    first = orbit(around, (size, size), azimuth=0.0, elevation=elevation)
    local = first.rotation @ first.eye
    cameras = []
    for k in range(frames):
        rotation = look_rotation(azimuth - 360.0 * k / frames, elevation)
        cameras.append(replace(first, eye=local @ rotation + axis, rotation=rotation))
    return cameras


def turntable(
    scene: Scene,
    *,
    size: int = SIZE,
    frames: int = FRAMES,
    background: Background = "studio",
    azimuth: float = 0.0,
    elevation: float = 15.0,
    style: Style | None = None,
    check_cancelled: Callable[[], None] = lambda: None,
) -> Iterator[Pixels]:
    """The frames in order, each `(size, size, 3 | 4) uint8` (see `compose`); frames are drawn side by side, one on each core.

    Args:
        size: pixels, 16 to 2048; frames: of one turn, 2 to 720.
        check_cancelled: called before each frame is drawn; what it raises ends the work.

    Raises:
        InvalidRequest: a size or number out of range.
    """
    if not 16 <= size <= 2048:
        raise InvalidRequest(f"A turntable of {size} pixels cannot be made. Give a size from 16 to 2048.", field="size")
    if not 2 <= frames <= 720:
        raise InvalidRequest(f"A turn of {frames} frames cannot be made. Give 2 to 720.", field="frames")
    style = style or Style(quick=True)
    points = scene.mesh.vertices[np.unique(scene.mesh.faces)]
    cameras = turning_cameras(points, size, frames, azimuth=azimuth, elevation=elevation)

    def draw(camera: Camera) -> Pixels:
        check_cancelled()
        return compose(scene.render(camera, style), background)

    yield from map_items(draw, cameras)
