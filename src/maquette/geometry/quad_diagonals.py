"""How quads are cut into triangles, and which of them fold."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from maquette.geometry import topology
from maquette.geometry.mesh import Mesh, split_quads

Doubles = NDArray[np.float64]
Quads = NDArray[np.int32]


def quad_normals(v: Doubles, q: Quads) -> Doubles:
    """`(q, 3)` cross products of the diagonals: twice the vector area."""
    return np.asarray(np.cross(v[q[:, 2]] - v[q[:, 0]], v[q[:, 3]] - v[q[:, 1]]))


def with_good_diagonals(vertices: Doubles, quads: Quads, triangles: Quads | None = None) -> Mesh:
    """`Mesh` whose quads are cut along the short diagonal, or along the long one where only that gives two faces that
    look the same way (a quad with a reflex corner). `triangles (t, 3)` beside the quads stay as they are.
    """
    rest = np.zeros((0, 3), np.int32) if triangles is None else triangles
    v = vertices.astype(np.float32).astype(np.float64)
    whole = quad_normals(v, quads)
    twice = np.linalg.norm(whole, axis=1)
    whole /= np.maximum(twice, 1e-30)[:, None]
    turned = np.roll(quads, -1, axis=1)
    here, there = _worst_half(v, quads, whole), _worst_half(v, turned, whole)
    short = np.linalg.norm(v[quads[:, 1]] - v[quads[:, 3]], axis=1) < np.linalg.norm(
        v[quads[:, 0]] - v[quads[:, 2]], axis=1
    )
    turn = np.where(np.minimum(here, there) > 0.05 * twice, short, there > here)
    # Two quads that share opposite corners must not both be cut between them.
    cut = np.where(turn[:, None], turned, quads)[:, [0, 2]]
    key = topology.undirected(cut[:, 0].astype(np.int64) << 32 | cut[:, 1])
    order = np.argsort(key, kind="stable")
    again = np.zeros(len(key), bool)
    again[order[1:]] = key[order[1:]] == key[order[:-1]]
    taken = np.concatenate([topology.half_edges(quads).ravel(), topology.half_edges(rest).ravel()])
    turn ^= again | np.isin(key, topology.undirected(taken))
    q = np.where(turn[:, None], turned, quads).astype(np.int32)
    return Mesh(v.astype(np.float32), np.concatenate([split_quads(q), rest]).astype(np.int32), quads=q)


def folded(vertices: Doubles, quads: Quads, normals: Doubles, least: float) -> NDArray[np.bool_]:
    """`(q,)` True for quads that look away from the surface, or of which no cut gives two faces of that sense.

    Args:
        normals: `(q, 3)` unit normals of the surface near each quad.
        least: twice the area in square metres below which a quad counts as folded, too.
    """
    whole = quad_normals(vertices, quads)
    size = np.linalg.norm(whole, axis=1)
    away = np.einsum("ij,ij->i", whole, normals) <= 0.1 * size
    unit = whole / np.maximum(size, 1e-30)[:, None]
    best = np.maximum(_worst_half(vertices, quads, unit), _worst_half(vertices, np.roll(quads, -1, axis=1), unit))
    return np.asarray(away | (size < least) | (best <= 0.01 * size))


def _worst_half(v: Doubles, q: Quads, unit: Doubles) -> Doubles:
    """`(q,)` the smaller of the two halves' areas (doubled) seen along `unit`, cut along 0-2; negative where it is turned over."""
    p = [v[q[:, i]] for i in range(4)]
    d = p[2] - p[0]
    one = np.einsum("ij,ij->i", np.cross(p[1] - p[0], d), unit)
    two = np.einsum("ij,ij->i", np.cross(d, p[3] - p[0]), unit)
    return np.asarray(np.minimum(one, two))
