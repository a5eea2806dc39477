"""Manifolds of scattered copies: leaves on a crown, studs on a shield, stones on the ground."""

from __future__ import annotations

import manifold3d as m3
import numpy as np

from maquette.shapes import transforms as t
from maquette.shapes.build.attach import point_frame
from maquette.shapes.build.workshop import Workshop, builds
from maquette.shapes.program import Point

TRIES = 12


@builds(t.Scatter)
def scatter(shop: Workshop, node: t.Scatter) -> m3.Manifold:
    """Places are drawn by area; those too near to earlier ones, or that look the wrong way, are drawn again."""
    ground, thing = shop.solid(node.on), shop.solid(node.of)
    mesh = ground.to_mesh()
    corner = np.asarray(mesh.vert_properties[:, :3], np.float64)[np.asarray(mesh.tri_verts, np.int64)]
    normal = np.cross(corner[:, 1] - corner[:, 0], corner[:, 2] - corner[:, 0])
    area = np.linalg.norm(normal, axis=1)
    normal /= np.maximum(area, 1e-18)[:, None]
    area = np.where(normal[:, 1] >= node.up, area, 0)
    copies: list[m3.Manifold] = []
    rng = np.random.default_rng(node.seed)
    if area.sum() > 0:
        n = node.count * (TRIES if node.gap else 1)
        face = rng.choice(len(area), n, p=area / area.sum())
        u, v = rng.random((2, n))
        u, v = np.where(u + v > 1, 1 - u, u), np.where(u + v > 1, 1 - v, v)
        c = corner[face]
        places = c[:, 0] + u[:, None] * (c[:, 1] - c[:, 0]) + v[:, None] * (c[:, 2] - c[:, 0])
        sizes = 1 + node.spread * rng.uniform(-1, 0.3, n)
        turns = rng.uniform(0, 360, n)
        taken = np.empty((0, 3))
        for i in range(n):
            if len(copies) == node.count:
                break
            if node.gap and len(taken) and np.linalg.norm(taken - places[i], axis=1).min() < node.gap:
                continue
            taken = np.concatenate([taken, places[i : i + 1]]) if node.gap else taken
            up = normal[face[i]]
            frame = point_frame(Point(at=tuple(places[i]), up=tuple(up)))
            copies.append(thing.scale((sizes[i],) * 3).rotate((0, turns[i], 0)).transform(frame[:3]))
    return shop.boolean(copies if node.alone and copies else [ground, *copies])
