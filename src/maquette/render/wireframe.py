"""Polygon edges as a mask over samples: distance to the nearest edge in pixels, so hidden lines need no second pass."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from maquette.geometry.mesh import Mesh
from maquette.render.camera import Camera
from maquette.render.gbuffer import GBuffer

Floats = NDArray[np.float32]

WIDTH = 1.4  # pixels of a line in a picture of 1024; what would be thinner than one pixel becomes fainter instead, down to FAINT
FAINT = 0.75
OPACITY = 0.85
_CROWDED = (
    5.0  # polygons narrower than this many line widths get fainter lines: a dense mesh stays a shape, not a black blot
)


class EdgeFinder:
    """Edges of a mesh's polygons under one camera; the diagonals inside quads are no edges."""

    def __init__(self, mesh: Mesh, camera: Camera) -> None:
        width = WIDTH * max(camera.size) / 1024
        self._half = np.float32(max(width, 1.0) / 2)
        x, y, _ = camera.project(mesh.vertices)
        corner = np.stack([x, y], axis=1)[mesh.faces]  # (m, 3, 2)
        opposite = np.roll(corner, -2, axis=1) - np.roll(corner, -1, axis=1)  # edge opposite to each corner
        u, v = corner[:, 1] - corner[:, 0], corner[:, 2] - corner[:, 0]
        double_area = np.abs(u[:, 0] * v[:, 1] - u[:, 1] * v[:, 0])
        # Height of the triangle over each edge: a corner's weight times it is the distance to that edge.
        self._height = (double_area[:, None] / np.maximum(np.linalg.norm(opposite, axis=2), 1e-9)).astype(np.float32)
        quads = len(mesh.quads) if mesh.quads is not None else 0
        self._height[0 : 2 * quads : 2, 1] = np.inf  # (0, 1, 2): the 0-2 side lies opposite to its second corner
        self._height[1 : 2 * quads : 2, 2] = np.inf  # (0, 2, 3): opposite to its third
        # Polygon's size in pixels: the root of its area; a quad has that of both halves.
        area = 0.5 * double_area
        area[0 : 2 * quads : 2] = area[1 : 2 * quads : 2] = area[0 : 2 * quads : 2] + area[1 : 2 * quads : 2]
        room = np.sqrt(area) / (_CROWDED * max(width, 1.0))
        self._strength = (OPACITY * np.clip(width, FAINT, 1) * np.clip(room, 0.15, 1)).astype(np.float32)

    def coverage(self, samples: GBuffer) -> Floats:
        """Ink `(n,) float32` in [0, 1] at samples that all hit."""
        height = self._height.take(samples.face, axis=0)
        drawn = np.isfinite(height)
        distance = np.where(drawn, np.maximum(samples.weights, 0) * np.where(drawn, height, 0), np.inf)
        line = np.clip(self._half + 0.5 - distance.min(axis=1), 0, 1)
        return np.asarray(line * self._strength.take(samples.face), np.float32)
