"""How much light reaches a place of the mesh: ambient occlusion and the key light's soft shadow. `ground` does the floor.

On the mesh, rays start from a coarse grid of pixels; neighbouring pixels of a 4 x 4 tile take different directions of one table
(interleaved sampling, Keller & Heidrich 2001) and a filter that keeps edges shares them out.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from maquette.render.gbuffer import Tracer
from maquette.render.lights import Light
from maquette.render.surface import dot

Floats = NDArray[np.float32]

TILE = 4


def sphere_directions(count: int) -> Floats:
    """`(count, 3)` unit directions spread evenly (spherical Fibonacci), in an order whose strides are even too."""
    i = np.arange(count)
    y = 1 - 2 * ((i * 0.6180339887498949 + 0.5 / count) % 1.0)
    phi = 2 * np.pi * ((i * 0.7548776662466927) % 1.0)
    r = np.sqrt(np.maximum(0, 1 - y * y))
    return np.stack([r * np.cos(phi), y, r * np.sin(phi)], axis=1).astype(np.float32)


def disc_directions(light: Light, count: int) -> Floats:
    """`(count, 3)` unit directions over a soft box (Vogel's spiral)."""
    axis = light.direction.astype(np.float64)
    side = np.cross(axis, [0.0, 1.0, 0.0] if abs(axis[1]) < 0.9 else [1.0, 0.0, 0.0])
    side /= np.linalg.norm(side)
    i = np.arange(count)
    r, phi = np.sqrt((i + 0.5) / count) * np.tan(light.radius), i * 2.399963229728653
    offset = (r * np.cos(phi))[:, None] * side + (r * np.sin(phi))[:, None] * np.cross(axis, side)
    spread = axis + offset
    return np.asarray(spread / np.linalg.norm(spread, axis=1, keepdims=True), np.float32)


def tile_classes(rows: NDArray[np.intp], columns: NDArray[np.intp]) -> NDArray[np.int64]:
    """Place in the 4 x 4 tile, shuffled so that neighbours differ strongly."""
    order = np.array([0, 8, 2, 10, 12, 4, 14, 6, 3, 11, 1, 9, 15, 7, 13, 5])  # Bayer matrix
    return np.asarray(order[(rows % TILE) * TILE + columns % TILE], np.int64)


def mesh_visibility(
    tracer: Tracer,
    points: Floats,
    normals: Floats,
    rows: NDArray[np.intp],
    columns: NDArray[np.intp],
    key: Light,
    bias: float,
) -> tuple[Floats, Floats]:
    """Unfiltered visibility of the surroundings (cosine-weighted) and of the key light, `(n,) float32` each.

    Args:
        points, normals: `(n, 3)`, shaded points and the flat normals of their triangles.
        rows, columns: `(n,)` place in the grid, which decides the directions.
        bias: metres to step off the surface.
    """
    tiles = TILE * TILE
    dome = sphere_directions(tracer.directions // tiles * tiles)
    disc = disc_directions(key, max(tiles, tracer.directions // 6 // tiles * tiles))
    kind = tile_classes(rows, columns)
    start = (points + normals * np.float32(bias)).astype(np.float32)

    per = len(dome) // tiles
    choice = kind[:, None] + tiles * np.arange(per)
    cosine = np.einsum("nc,nkc->nk", normals, dome[choice])
    owner, slot = np.nonzero(cosine > 0.02)
    weight = cosine[owner, slot]
    free = ~tracer.occluded(start[owner], dome, choice[owner, slot])
    total = np.bincount(owner, weight, minlength=len(points))
    seen = np.bincount(owner, weight * free, minlength=len(points))
    ambient = np.where(total > 0, seen / np.maximum(total, 1e-6), 1.0).astype(np.float32)

    per = len(disc) // tiles
    choice = kind[:, None] + tiles * np.arange(per)
    facing = np.flatnonzero(normals @ key.direction > -0.05)
    lit = np.zeros(len(points), np.float32)
    if len(facing):
        owner = np.repeat(facing, per)
        free = ~tracer.occluded(start[owner], disc, choice[facing].ravel())
        lit[facing] = free.reshape(-1, per).mean(axis=1)
    return ambient, lit


def filter_visibility(
    values: Floats, points: Floats, normals: Floats, valid: NDArray[np.bool_], scale: float
) -> Floats:
    """Mean of `values (h, w, c)` over each tile-sized neighbourhood, within one smooth piece of surface.

    Args:
        points, normals: `(h, w, 3)`; valid: `(h, w)`.
        scale: metres off a pixel's tangent plane at which a neighbour stops counting.
    """
    h, w = valid.shape
    total, weight = np.zeros_like(values), np.zeros((h, w), np.float32)
    reach = TILE // 2
    mask = valid.astype(np.float32)
    for dy in range(-reach, reach + 1):
        for dx in range(-reach, reach + 1):
            tent = (0.5 if abs(dy) == reach else 1.0) * (
                0.5 if abs(dx) == reach else 1.0
            )  # 5 taps of weight 4: each tile class once
            a = (slice(max(0, -dy), h - max(0, dy)), slice(max(0, -dx), w - max(0, dx)))
            b = (slice(max(0, dy), h - max(0, -dy)), slice(max(0, dx), w - max(0, -dx)))
            off = np.abs(dot(points[b] - points[a], normals[a])) / scale
            like = np.clip(dot(normals[b], normals[a]), 0, 1)
            k = tent * mask[b] * like * like * np.maximum(1 - off, 0)
            weight[a] += k
            total[a] += values[b] * k[..., None]
    return np.where(weight[..., None] > 1e-6, total / np.maximum(weight, 1e-6)[..., None], values).astype(np.float32)
