"""Inside and outside of a mesh on a grid: by crossings where it is closed, by what light from outside reaches where it is not."""

from __future__ import annotations

import numpy as np
from embreex.mesh_construction import TriangleMesh
from embreex.rtcore_scene import EmbreeScene
from numpy.typing import NDArray

from training.shapes import Shape

Floats = NDArray[np.float32]
Bools = NDArray[np.bool_]

GRID = 96
"""Cells along each side of the cube that holds a shape's solid."""

HALF = 1.03
"""Half-side of that cube; a shape's longest side is 2."""

_DIRECTIONS = 30
_PIXELS = 150


def solid_of(shape: Shape, scene: EmbreeScene, grid: int = GRID) -> Bools:
    """`(grid, grid, grid) bool` over x, y, z in [-HALF, HALF]; True inside."""
    if shape.closed:
        inside, sure = wound(shape.vertices, shape.faces, grid)
        if sure:
            return inside
    return carved(shape.vertices, scene, grid)


def make_scene(vertices: Floats, faces: NDArray[np.int32]) -> EmbreeScene:
    """Embree's view of a mesh."""
    scene = EmbreeScene(robust=True)
    TriangleMesh(scene, np.ascontiguousarray(vertices, np.float32), np.ascontiguousarray(faces, np.int32))
    return scene


def wound(vertices: Floats, faces: NDArray[np.int32], grid: int) -> tuple[Bools, bool]:
    """Cells with a winding number along at least two of three axes, and whether the three axes agree nearly everywhere."""
    votes = np.zeros((grid, grid, grid), np.int8)
    p = (vertices.astype(np.float64) + HALF) * (grid / (2 * HALF)) - 0.5
    p += np.array([1.37e-4, 2.11e-4, 3.03e-4])  # no vertex on a column
    for axis in range(3):
        order = [(axis + 1) % 3, (axis + 2) % 3, axis]
        winding = _columns(p[:, order], faces, grid)
        votes += np.transpose(winding != 0, np.argsort(order)).astype(np.int8)
    inside = votes >= 2
    doubtful = int(((votes == 1) | (votes == 2)).sum())
    return inside, doubtful <= 0.02 * max(int(inside.sum()), 1)


def _columns(p: NDArray[np.float64], faces: NDArray[np.int32], grid: int) -> NDArray[np.int64]:
    """Winding number `(grid, grid, grid)` along the third axis."""
    a, b, c = (p[faces[:, k]] for k in range(3))
    area = (b[:, 0] - a[:, 0]) * (c[:, 1] - a[:, 1]) - (b[:, 1] - a[:, 1]) * (c[:, 0] - a[:, 0])
    low = np.ceil(np.minimum(np.minimum(a, b), c)[:, :2]).astype(int).clip(0, grid)
    high = np.floor(np.maximum(np.maximum(a, b), c)[:, :2]).astype(int).clip(-1, grid - 1)
    size = np.maximum(high - low + 1, 0)
    size[np.abs(area) < 1e-12] = 0
    count = size[:, 0] * size[:, 1]
    t = np.repeat(np.arange(len(faces)), count)
    k = np.arange(len(t)) - np.repeat(np.cumsum(count) - count, count)
    u, v = low[t, 0] + k // size[t, 1], low[t, 1] + k % size[t, 1]
    at, bt, ct, s = a[t], b[t], c[t], area[t]
    wb = ((u - at[:, 0]) * (ct[:, 1] - at[:, 1]) - (v - at[:, 1]) * (ct[:, 0] - at[:, 0])) / s
    wc = ((bt[:, 0] - at[:, 0]) * (v - at[:, 1]) - (bt[:, 1] - at[:, 1]) * (u - at[:, 0])) / s
    hit = (wb >= 0) & (wc >= 0) & (wb + wc <= 1)
    height = at[:, 2] + wb * (bt[:, 2] - at[:, 2]) + wc * (ct[:, 2] - at[:, 2])
    level = np.ceil(height[hit]).astype(int).clip(0, grid)
    index = (u[hit] * grid + v[hit]) * (grid + 1) + level
    steps = np.bincount(index, weights=-np.sign(s[hit]), minlength=grid * grid * (grid + 1))
    return np.cumsum(np.rint(steps).astype(np.int64).reshape(grid, grid, grid + 1), axis=2)[..., :grid]


def carved(vertices: Floats, scene: EmbreeScene, grid: int) -> Bools:
    """Cells that no straight line from outside reaches, with the cells that the surface runs through."""
    i = np.arange(_DIRECTIONS) + 0.5  # Fibonacci sphere
    z, turn = 1 - 2 * i / _DIRECTIONS, np.pi * (1 + 5**0.5) * i
    towards = np.stack([np.sqrt(1 - z * z) * np.cos(turn), z, np.sqrt(1 - z * z) * np.sin(turn)], axis=1)
    axis = (np.arange(grid, dtype=np.float32) + 0.5) * np.float32(2 * HALF / grid) - np.float32(HALF)
    points = np.stack(np.meshgrid(axis, axis, axis, indexing="ij"), -1).reshape(-1, 3)
    low, high = vertices.min(axis=0), vertices.max(axis=0)
    open_ = np.flatnonzero(((points >= low) & (points <= high)).all(axis=1))
    surface = np.zeros(grid**3, bool)
    for d in towards:
        d = d.astype(np.float32)
        right = np.cross(np.float32([0, 1, 0.01]), d)
        right /= np.linalg.norm(right)
        up = np.cross(d, right)
        reach = np.float32(1.8)
        line = (np.arange(_PIXELS, dtype=np.float32) + 0.5) * (2 * reach / _PIXELS) - reach
        uu, vv = (m.ravel() for m in np.meshgrid(line, line, indexing="ij"))
        projected = vertices @ np.stack([right, up]).T
        near = ((uu >= projected[:, 0].min()) & (uu <= projected[:, 0].max())) & (
            (vv >= projected[:, 1].min()) & (vv <= projected[:, 1].max())
        )
        origin = (uu[near, None] * right + vv[near, None] * up + 4 * d).astype(np.float32)
        out = scene.run(origin, np.ascontiguousarray(np.broadcast_to(-d, origin.shape)), query="INTERSECT", output=True)
        depth = np.full(_PIXELS * _PIXELS, np.inf, np.float32)
        hit = out["primID"] >= 0
        depth[np.flatnonzero(near)[hit]] = out["tfar"][hit]
        at = origin[hit] - d * out["tfar"][hit, None]
        cell = np.clip(((at + HALF) * (grid / (2 * HALF))).astype(int), 0, grid - 1)
        surface[(cell[:, 0] * grid + cell[:, 1]) * grid + cell[:, 2]] = True
        q = points[open_]
        col = np.clip(((q @ right + reach) * (_PIXELS / (2 * reach))).astype(int), 0, _PIXELS - 1)
        row = np.clip(((q @ up + reach) * (_PIXELS / (2 * reach))).astype(int), 0, _PIXELS - 1)
        open_ = open_[4 - q @ d > depth[col * _PIXELS + row]]
    surface[open_] = True
    return surface.reshape(grid, grid, grid)
