"""Quads from triangles: simplify, join triangles in pairs, then split every polygon once as Catmull and Clark (1978) do.

The fallback of `quads.quad_remesh`. It has more irregular vertices than a field-aligned mesh, but keeps every part, hole and thin
limb that simplification keeps, needs no compiled package, and cannot fail on a closed mesh.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from maquette.geometry import topology
from maquette.geometry.mesh import Mesh
from maquette.geometry.simplify import simplify

Doubles = NDArray[np.float64]


def pair_triangles(mesh: Mesh) -> tuple[NDArray[np.int32], NDArray[np.int32]]:
    """Greedy pairing of triangles into quads, flattest and most square first: quads `(q, 4)` and the triangles left `(t, 3)`."""
    f = mesh.faces
    keys = topology.half_edges(f).ravel()
    order = np.argsort(keys)
    at = np.searchsorted(keys[order], topology.twin(keys))
    partner = order[np.minimum(at, len(keys) - 1)]
    paired = (keys[partner] == topology.twin(keys)) & (np.arange(len(keys)) < partner)
    half = np.flatnonzero(paired)
    other = partner[half]
    a, b = f[half // 3, half % 3], f[half // 3, (half + 1) % 3]
    c, d = f[half // 3, (half + 2) % 3], f[other // 3, (other + 2) % 3]
    quad = np.stack([a, d, b, c], axis=1)  # cut along 0-2 it is the two triangles again
    p = mesh.vertices.astype(np.float64)[quad]
    side = np.roll(p, -1, axis=1) - p
    side /= np.maximum(np.linalg.norm(side, axis=2, keepdims=True), 1e-30)
    cosine = np.abs(np.einsum("nij,nij->ni", side, np.roll(side, 1, axis=1))).max(axis=1)
    normal = mesh.face_normals().astype(np.float64)
    normal /= np.maximum(np.linalg.norm(normal, axis=1, keepdims=True), 1e-30)
    fold = 1 - np.einsum("ij,ij->i", normal[half // 3], normal[other // 3])
    # A reflex corner makes a dart, which no split of a quad renders well.
    turn = np.cross(np.roll(side, 1, axis=1), side)
    mean = normal[half // 3] + normal[other // 3]
    dart = (np.einsum("nij,nj->ni", turn, mean) <= 0.02).any(axis=1) | (fold > 0.5)
    cost = cosine + 2 * fold
    rank = np.lexsort((half, cost))
    rank = rank[~dart[rank]]
    free = [True] * len(f)
    chosen = []
    left, right = half // 3, other // 3
    # A vertex where only two polygons meet would be folded flat: both of them have their diagonal across it, one above the other.
    around = np.bincount(f.ravel(), minlength=len(mesh.vertices)).tolist()
    for i, s, t, u, v in zip(*(x[rank].tolist() for x in (np.arange(len(half)), left, right, a, b)), strict=True):
        if free[s] and free[t] and around[u] > 3 and around[v] > 3:
            free[s] = free[t] = False
            around[u] -= 1
            around[v] -= 1
            chosen.append(i)
    return quad[np.array(chosen, np.int64)].astype(np.int32), f[np.array(free)]


def split_polygons(
    vertices: Doubles, quads: NDArray[np.int32], triangles: NDArray[np.int32]
) -> tuple[Doubles, NDArray[np.int32]]:
    """One linear Catmull-Clark split: 4 quads for a quad, 3 for a triangle. Positions stay on the polygons."""
    edges = np.concatenate([topology.half_edges(quads).ravel(), topology.half_edges(triangles).ravel()])
    unique, inverse = np.unique(topology.undirected(edges), return_inverse=True)
    n, e = len(vertices), len(unique)
    middle = (vertices[unique >> 32] + vertices[unique & 0xFFFFFFFF]) / 2
    points = [vertices, middle]
    out = []
    start, at = 0, n + e
    for polygons in (quads, triangles):
        k = polygons.shape[1]
        mid = n + inverse[start : start + polygons.size].reshape(polygons.shape)
        start += polygons.size
        centre = at + np.arange(len(polygons))
        at += len(polygons)
        points.append(vertices[polygons].mean(axis=1))
        out.append(
            np.stack(
                [np.stack([polygons[:, i], mid[:, i], centre, mid[:, i - 1]], axis=1) for i in range(k)], axis=1
            ).reshape(-1, 4)
        )
    return np.concatenate(points), np.concatenate(out).astype(np.int32)


def quads_from_triangles(mesh: Mesh, target_quads: int) -> tuple[Doubles, NDArray[np.int32]]:
    """Pure quads of a closed mesh, their number within about 2 % of the target; vertices near the surface, not on it."""
    triangles = max(target_quads / 2.1, 4.0)
    best: tuple[Doubles, NDArray[np.int32]] | None = None
    for _ in range(4):
        base = simplify(mesh, max(round(triangles), 4))
        quads, rest = pair_triangles(base)
        found = split_polygons(base.vertices.astype(np.float64), quads, rest)
        if best is None or abs(len(found[1]) - target_quads) < abs(len(best[1]) - target_quads):
            best = found
        if abs(len(best[1]) - target_quads) <= 0.02 * target_quads:
            break
        triangles *= target_quads / len(found[1])
    assert best is not None
    return best


def quad_dominant(mesh: Mesh, target: int) -> tuple[Doubles, NDArray[np.int32], NDArray[np.int32]]:
    """Vertices, quads and the triangles that found no partner; polygons within about 2 % of the target.

    Twice as many triangles describe the shape as in `quads_from_triangles`: the last resort at low counts.
    """
    triangles = target * 1.8
    best: tuple[Doubles, NDArray[np.int32], NDArray[np.int32]] | None = None
    off = np.inf
    for _ in range(4):
        base = simplify(mesh, max(round(triangles), 4))
        quads, rest = pair_triangles(base)
        count = len(quads) + len(rest)
        if abs(count - target) < off:
            off, best = abs(count - target), (base.vertices.astype(np.float64), quads, rest)
        if off <= 0.02 * target:
            break
        triangles *= target / count
    assert best is not None
    return best
