"""How much light reaches a place: ambient occlusion and the key light's soft shadow, on the mesh and on the ground.

On the mesh, rays start from a coarse grid of pixels; neighbouring pixels of a 4 x 4 tile take different directions of one table
(interleaved sampling, Keller & Heidrich 2001) and a filter that keeps edges shares them out. On the ground,
a small map in the plane is traced.
"""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from maquette.render.gbuffer import Tracer
from maquette.render.lights import Light

Floats = NDArray[np.float32]

TILE = 4
GROUND_MAP = 128  # cells along one side of the ground's light map
GROUND_REACH = 1.6  # the map's half width in units of the object's footprint plus height


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


def _classes(rows: NDArray[np.intp], columns: NDArray[np.intp]) -> NDArray[np.int64]:
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
    kind = _classes(rows, columns)
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
            off = np.abs(np.einsum("yxc,yxc->yx", points[b] - points[a], normals[a])) / scale
            like = np.clip(np.einsum("yxc,yxc->yx", normals[b], normals[a]), 0, 1)
            k = tent * mask[b] * like * like * np.maximum(1 - off, 0)
            weight[a] += k
            total[a] += values[b] * k[..., None]
    return np.where(weight[..., None] > 1e-6, total / np.maximum(weight, 1e-6)[..., None], values).astype(np.float32)


@dataclass(frozen=True, eq=False)
class GroundShadow:
    """Darkness of the ground plane `y = height`: `map (g, g) float32` in [0, 1] over x and z of `centre` +- `half` metres."""

    height: float
    centre: tuple[float, float]
    half: float
    map: Floats

    def sample(self, x: Floats, z: Floats) -> Floats:
        """Darkness `(n,)` at world x, z; zero outside the map."""
        g = len(self.map)
        u = ((x - self.centre[0]) / self.half * 0.5 + 0.5) * g - 0.5
        v = ((z - self.centre[1]) / self.half * 0.5 + 0.5) * g - 0.5
        inside = (u > 0) & (v > 0) & (u < g - 1) & (v < g - 1)
        u, v = np.where(inside, u, 0), np.where(inside, v, 0)
        i, j = u.astype(np.intp), v.astype(np.intp)
        fu, fv = (u - i).astype(np.float32), (v - j).astype(np.float32)
        m = self.map
        j1, i1 = np.minimum(j + 1, g - 1), np.minimum(i + 1, g - 1)
        top = m[j, i] + (m[j, i1] - m[j, i]) * fu
        low = m[j1, i] + (m[j1, i1] - m[j1, i]) * fu
        return np.where(inside, top + (low - top) * fv, 0).astype(np.float32)


def ground_shadow(
    tracer: Tracer, bounds: Floats, key: Light, *, ambient: float = 0.55, direct: float = 0.35
) -> GroundShadow:
    """Trace the shadow on the plane that the object stands on.

    Args:
        bounds: `(2, 3)` corners of the mesh, metres.
        ambient, direct: how dark full occlusion of the room and of the key light is.
    """
    low, high = bounds.astype(np.float64)
    size = high - low
    half = GROUND_REACH * (float(np.hypot(size[0], size[2])) / 2 + 0.35 * float(size[1])) or 1.0
    centre = (float(low[0] + high[0]) / 2, float(low[2] + high[2]) / 2)
    cell = (np.arange(GROUND_MAP) + 0.5) / GROUND_MAP * 2 - 1
    gx, gz = np.meshgrid(centre[0] + cell * half, centre[1] + cell * half)
    # A hair below the contact, so that a flat base on the ground hides the ground under it from all sides.
    y = float(low[1]) - 2e-3 * float(size.max())
    points = np.stack([gx.ravel(), np.full(gx.size, y), gz.ravel()], axis=1).astype(np.float32)

    dome = sphere_directions(max(48, tracer.directions // 2))
    dome = dome[dome[:, 1] > 0.05]
    disc = disc_directions(key, max(16, tracer.directions // 6))
    dark = np.zeros(len(points), np.float32)
    everyone = np.arange(len(points))
    for table, weights, strength in ((dome, dome[:, 1], ambient), (disc, np.ones(len(disc), np.float32), direct)):
        hidden = tracer.occluded(
            np.tile(points, (len(table), 1)), table, np.repeat(np.arange(len(table)), len(everyone))
        )
        dark += strength * (weights @ hidden.reshape(len(table), -1)) / np.float32(weights.sum())
    soft = cv2.GaussianBlur(dark.reshape(GROUND_MAP, GROUND_MAP), (0, 0), 0.9)
    fade = np.clip((1 - np.hypot(*np.meshgrid(cell, cell))) / 0.3, 0, 1)
    return GroundShadow(float(low[1]), centre, half, (soft * fade * fade * (3 - 2 * fade)).astype(np.float32))
