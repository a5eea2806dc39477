"""A small asset with everything a format may hold: quads and triangles, UV seams, all maps."""

from __future__ import annotations

import numpy as np

from maquette.geometry.mesh import Mesh, split_quads
from maquette.texture.textures import TextureSet

SIDES = (
    ((0, 0, 1), (1, 0, 0), (0, 1, 0)),
    ((0, 0, -1), (-1, 0, 0), (0, 1, 0)),
    ((1, 0, 0), (0, 0, -1), (0, 1, 0)),
    ((-1, 0, 0), (0, 0, 1), (0, 1, 0)),
    ((0, 1, 0), (1, 0, 0), (0, 0, -1)),
    ((0, -1, 0), (1, 0, 0), (0, 0, 1)),
)
SIZE = (1.0, 0.6, 0.4)
"""Width, height, length in metres."""


def box(steps: int = 4) -> Mesh:
    """A closed box standing on y = 0: every side `steps` x `steps` quads and a UV chart of its own; the last side is triangles."""
    place: dict[tuple[float, ...], int] = {}
    uv: list[tuple[float, float]] = []
    quads, quad_uv = [], []
    for side, axes in enumerate(SIDES):
        centre, across, up = map(np.array, axes)
        first = len(uv)
        uv += [
            ((side % 3) / 3 + 0.02 + 0.29 * a / steps, (side // 3) / 2 + 0.02 + 0.46 * b / steps)
            for b in range(steps + 1)
            for a in range(steps + 1)
        ]
        for b in range(steps):
            for a in range(steps):
                ring = ((a, b), (a + 1, b), (a + 1, b + 1), (a, b + 1))
                points = [centre + across * (2 * x / steps - 1) + up * (2 * y / steps - 1) for x, y in ring]
                quads.append([place.setdefault(tuple(p), len(place)) for p in points])
                quad_uv.append([first + y * (steps + 1) + x for x, y in ring])
    vertices = np.array(list(place)) * np.array(SIZE) / 2 + [0, SIZE[1] / 2, 0]
    faces, face_uv = split_quads(np.array(quads)), split_quads(np.array(quad_uv))
    return Mesh(vertices, faces, quads=np.array(quads[: -steps * steps]), uv=np.array(uv), face_uv=face_uv)


def textures(size: int = 64) -> TextureSet:
    """Gradients that differ in every map and channel."""
    ramp = np.linspace(0, 255, size).astype(np.uint8)
    x, y = np.tile(ramp, (size, 1)), np.tile(ramp[:, None], (1, size))
    base = np.stack([x, y, np.full_like(x, 90)], axis=2)
    normal = np.broadcast_to(np.array([130, 126, 254], np.uint8), base.shape).copy()
    return TextureSet(base, orm=np.stack([255 - x, y, x // 2], axis=2), normal=normal, emissive=base // 4)
