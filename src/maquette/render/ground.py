"""The shadow on the plane that the object stands on: small maps of darkness, traced once and looked up by any number of frames.

The room's part belongs to the object; the key light's part also to the light, which moves with the camera. Cells of a 4 x 4 tile take
different directions (see `visibility`), and a tile-sized mean shares them out.
"""

from __future__ import annotations

from dataclasses import dataclass
from threading import Lock

import cv2
import numpy as np
from numpy.typing import NDArray

from maquette.render.camera import Camera
from maquette.render.gbuffer import Tracer
from maquette.render.lights import Light
from maquette.render.visibility import TILE, disc_directions, sphere_directions, tile_classes

Floats = NDArray[np.float32]

CELLS = 192  # along one side of a map
REACH = 1.6  # the map's half width in units of the object's footprint plus height
AMBIENT, DIRECT = 0.55, 0.35  # how dark full occlusion of the room and of the key light is
FEW = 100  # a tracer of fewer directions looks depth maps up: a direction costs it much, a point next to nothing
_KEEP = 64  # maps of the key light kept: a turntable has 36


@dataclass(frozen=True, eq=False)
class GroundShadow:
    """Darkness of the ground plane `y = height`: `map (g, g) float32` in [0, 1] over x and z of `centre` +- `half` metres."""

    height: float
    centre: tuple[float, float]
    half: float
    map: Floats

    def sample(self, x: Floats, z: Floats) -> Floats:
        """Darkness `(n,)` at world x, z; zero outside the map."""
        u, v = (self._cells @ np.stack([x, z, np.ones_like(x)]).astype(np.float64)).astype(np.float32)
        found = cv2.remap(self.map, u[None], v[None], cv2.INTER_LINEAR, borderMode=cv2.BORDER_CONSTANT)
        return np.asarray(found[0], np.float32)

    def view(self, camera: Camera) -> Floats:
        """Darkness `(h, w)` of the floor as a camera sees it; zero above the horizon, and everywhere from below."""
        width, height = camera.size
        out = np.zeros((height, width), np.float32)
        # What a pixel (x, y, 1) sees of a plane is a projective map: its ray is linear in the pixel, and meets the plane where
        # eye + direction t has the plane's height.
        origins, directions = (a.astype(np.float64) for a in camera.rays(*np.array([[0, 1, 0], [0, 0, 1]], np.float32)))
        o, d = (np.stack([a[1] - a[0], a[2] - a[0], a[0]], axis=1) for a in (origins, directions))  # (3, 3) each
        if camera.perspective:
            eye = origins[0]
            to_plane = np.stack([eye[k] * d[1] + (self.height - eye[1]) * d[k] for k in (0, 2)] + [d[1]])
            below = d[1, 1] * np.arange(height) + d[1, 2] + 0.5 * (d[1, 0] + d[1, 1]) < -1e-4
        else:
            along = directions[0]
            lift = np.array([0, 0, self.height]) - o[1]
            to_plane = np.stack([o[k] * along[1] + lift * along[k] for k in (0, 2)] + [np.array([0, 0, along[1]])])
            below = np.full(height, bool(along[1] < -1e-4))
        if not below.any():
            return out
        first = int(np.argmax(below))  # no camera here rolls: the horizon is level
        centre = np.array([[1, 0, 0.5], [0, 1, first + 0.5], [0, 0, 1]])
        matrix = np.concatenate([self._cells @ to_plane, to_plane[2:]]) @ centre
        flags = cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP
        cv2.warpPerspective(self.map, matrix, (width, height - first), out[first:], flags, cv2.BORDER_CONSTANT)
        return out

    @property
    def _cells(self) -> NDArray[np.float64]:
        """`(2, 3)`: from world `(x, z, 1)` to cells of the map."""
        k = len(self.map) / (2 * self.half)
        return np.array(
            [[k, 0, (self.half - self.centre[0]) * k - 0.5], [0, k, (self.half - self.centre[1]) * k - 0.5]]
        )


class Ground:
    """Shadows of one mesh. Thread-safe.

    Args:
        bounds: `(2, 3)` corners of the mesh, metres.
    """

    def __init__(self, tracer: Tracer, bounds: Floats) -> None:
        self._tracer = tracer
        low, high = bounds.astype(np.float64)
        size = high - low
        self.height = float(low[1])
        self._half = REACH * (float(np.hypot(size[0], size[2])) / 2 + 0.35 * float(size[1])) or 1.0
        self._centre = (float(low[0] + high[0]) / 2, float(low[2] + high[2]) / 2)
        self._cell = ((np.arange(CELLS) + 0.5) / CELLS * 2 - 1).astype(np.float32)
        gx, gz = np.meshgrid(self._centre[0] + self._cell * self._half, self._centre[1] + self._cell * self._half)
        # A hair below the contact, so that a flat base on the ground hides the ground under it from all sides.
        y = float(low[1]) - 2e-3 * float(size.max())
        self._points = np.stack([gx.ravel(), np.full(gx.size, y), gz.ravel()], axis=1).astype(np.float32)
        row, column = np.divmod(np.arange(gx.size), CELLS)
        self._kind = tile_classes(row, column)
        self._room: Floats | None = None
        self._maps: dict[bytes, GroundShadow] = {}
        self._lock = Lock()

    def shadow(self, key: Light) -> GroundShadow:
        """Darkness under the room and the key light."""
        with self._lock:
            if self._room is None:
                self._room = AMBIENT * self._dark(*self._dome())
            known = self._maps.get(key.direction.tobytes())
        if known is not None:
            return known
        disc = disc_directions(key, max(TILE**2, self._tracer.directions // 3 // TILE**2 * TILE**2))
        dark = self._room + DIRECT * self._dark(disc, np.ones(len(disc), np.float32))
        soft = cv2.GaussianBlur(dark, (0, 0), 0.8)
        fade = np.clip((1 - np.hypot(*np.meshgrid(self._cell, self._cell))) / 0.3, 0, 1)
        made = GroundShadow(
            self.height, self._centre, self._half, (soft * fade * fade * (3 - 2 * fade)).astype(np.float32)
        )
        with self._lock:
            if len(self._maps) >= _KEEP:
                self._maps.clear()
            self._maps[key.direction.tobytes()] = made
        return made

    def _dome(self) -> tuple[Floats, Floats]:
        """Directions of the upper half, and how much each counts."""
        count = self._tracer.directions
        if count < FEW:  # the very directions that the mesh's own occlusion asks for, so that each has one depth map
            even = sphere_directions(count // TILE**2 * TILE**2)
            even = even[even[:, 1] > 0.05]
            return even, even[:, 1]
        # Height by the square root: evenly over the sphere becomes evenly over the disc below it, so each counts the same.
        even = sphere_directions(count // 2 // TILE**2 * TILE**2)
        y = np.sqrt((even[:, 1] + 1) / 2)
        side = np.sqrt(1 - y * y) / np.maximum(np.hypot(even[:, 0], even[:, 2]), 1e-9)
        dome = np.stack([even[:, 0] * side, y, even[:, 2] * side], axis=1)
        return np.ascontiguousarray(dome, np.float32), np.ones(len(dome), np.float32)

    def _dark(self, table: Floats, weights: Floats) -> Floats:
        """Hidden share `(g, g)` of the directions."""
        if self._tracer.directions < FEW:
            choice = np.repeat(np.arange(len(table)), len(self._points))
            hidden = self._tracer.occluded(np.tile(self._points, (len(table), 1)), table, choice)
            share = weights @ hidden.reshape(len(table), -1) / weights.sum()
            return np.asarray(share.reshape(CELLS, CELLS), np.float32)
        per = len(table) // TILE**2
        choice = (self._kind[:, None] + TILE**2 * np.arange(per)).ravel()
        hidden = self._tracer.occluded(np.repeat(self._points, per, axis=0), table, choice)
        part = hidden.reshape(CELLS, CELLS, per).mean(axis=2, dtype=np.float32)
        # A tent over five cells of weights 1 2 2 2 1 holds each class of the tile equally.
        tent = np.array([0.5, 1, 1, 1, 0.5], np.float32) / TILE
        return np.asarray(cv2.sepFilter2D(part, cv2.CV_32F, tent, tent), np.float32)
