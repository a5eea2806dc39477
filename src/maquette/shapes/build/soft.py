"""Booleans with fillets: distances to every solid on a grid, a smooth minimum of them, and its isosurface."""

from __future__ import annotations

from functools import reduce

import cv2
import manifold3d as m3
import numpy as np
from numpy.typing import NDArray
from scipy.ndimage import distance_transform_edt
from scipy.spatial import cKDTree

from maquette.geometry.isosurface import isosurface
from maquette.shapes import booleans as b
from maquette.shapes.build.workshop import Workshop, builds, manifold_of, thinned

Floats = NDArray[np.float32]
CELLS = 64
"""Grid cells along the longest side."""


@builds(b.SoftUnion)
def soft_union(shop: Workshop, node: b.SoftUnion) -> m3.Manifold:
    solids = [shop.solid(x) for x in node.of]
    grid = _Grid(shop, shop.boolean(solids), node.radius)
    return grid.solid(reduce(lambda x, y: _smooth_min(x, y, grid.blend), [grid.distance(s) for s in solids]))


@builds(b.SoftDifference)
def soft_difference(shop: Workshop, node: b.SoftDifference) -> m3.Manifold:
    solid = shop.solid(node.of)
    grid = _Grid(shop, solid, node.radius)
    field = grid.distance(solid)
    for cut in node.minus:
        field = -_smooth_min(-field, grid.distance(shop.solid(cut)), grid.blend)
    return grid.solid(field)


class _Grid:
    """A grid around a solid."""

    def __init__(self, shop: Workshop, around: m3.Manifold, radius: float) -> None:
        self._shop = shop
        box = np.array(around.bounding_box(), np.float64).reshape(2, 3)
        cell = float((box[1] - box[0]).max()) / (
            CELLS * min(shop.fineness, 1.25) * (0.5 if shop.facets is not None else 1)
        )
        self.cell = cell
        self.blend = float(max(2 * radius, cell))
        self.lower = box[0] - radius - 2 * cell
        counts = np.ceil((box[1] + radius + 2 * cell - self.lower) / cell).astype(int) + 1
        self.axes = [self.lower[i] + cell * np.arange(counts[i]) for i in range(3)]

    def distance(self, solid: m3.Manifold) -> Floats:
        """`(nx, ny, nz)` signed distance, right near the surface and large elsewhere."""
        self._shop.check()
        inside = self._inside(solid)
        mesh = solid.refine_to_length(0.8 * self.cell).to_mesh()
        v, f = np.asarray(mesh.vert_properties[:, :3], np.float64), np.asarray(mesh.tri_verts, np.int64)
        corner = v[f]
        normal = np.cross(corner[:, 1] - corner[:, 0], corner[:, 2] - corner[:, 0])
        normal /= np.maximum(np.linalg.norm(normal, axis=1, keepdims=True), 1e-18)
        # Far from the surface whole cells are exact enough, and a hundred times faster.
        out = (distance_transform_edt(~inside) + distance_transform_edt(inside) - 0.5) * self.cell
        place = np.nonzero(out < 1.6 * self.cell)
        points = np.stack([axis[i] for axis, i in zip(self.axes, place, strict=True)], axis=1)
        samples = corner.mean(axis=1)
        several, indices = cKDTree(samples).query(points, k=min(4, len(samples)))
        far, index = several.reshape(len(points), -1)[:, 0], indices.reshape(len(points), -1)[:, 0]
        # Slices decide to a fraction of a cell only; where its normals agree they know better.
        around = indices.reshape(len(points), -1)
        side = np.einsum("nkc,nkc->nk", points[:, None] - samples[around], normal[around]) < 0
        inside[place] = np.where(side.all(axis=1), True, np.where(side.any(axis=1), inside[place], False))
        # Beside a sample the distance to its triangle's plane is exact, and the one to the sample itself too long.
        flat = np.abs(np.einsum("nk,nk->n", points - samples[index], normal[index]))
        aside = np.sqrt(np.maximum(far**2 - flat**2, 0))
        out[place] = np.where(aside < self.cell, flat, np.sqrt(flat**2 + np.maximum(aside - 0.3 * self.cell, 0) ** 2))
        return np.asarray(np.where(inside, -out, out), np.float32)

    def _inside(self, solid: m3.Manifold) -> NDArray[np.bool_]:
        """Which samples lie inside, slice by slice along Z."""
        nx, ny, nz = (len(a) for a in self.axes)
        inside = np.zeros((nx, ny, nz), bool)
        fine = 16.0  # fillPoly takes fractions of pixels in steps of 1/16
        for k, z in enumerate(self.axes[2]):
            # fillPoly also fills the pixels that the outline touches.
            polygons = solid.slice(float(z)).offset(-0.5 * self.cell, m3.JoinType.Miter).to_polygons()
            if polygons:
                canvas = np.zeros((ny, nx), np.uint8)
                scaled = [
                    np.round((np.asarray(q) - self.lower[:2]) / self.cell * fine).astype(np.int32) for q in polygons
                ]
                cv2.fillPoly(canvas, scaled, 1, cv2.LINE_8, shift=4)
                inside[:, :, k] = canvas.T > 0
        return inside

    def solid(self, field: Floats) -> m3.Manifold:
        """The region where the field is negative."""
        mesh = isosurface(field, self.lower, [a[-1] for a in self.axes])  # type: ignore[arg-type]
        return thinned(manifold_of(mesh.vertices, mesh.faces), 0.2 * self.cell)


def _smooth_min(x: Floats, y: Floats, k: float) -> Floats:
    h = np.clip(0.5 + 0.5 * (y - x) / k, 0, 1)
    return np.asarray(y + (x - y) * h - k * h * (1 - h), np.float32)
