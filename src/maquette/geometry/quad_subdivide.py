"""Finer quads from coarser ones: one split of each quad into four, relaxed and put back on the surface, its creases kept.

Instant Meshes takes 10 s of processor time for 50 thousand quads and more than two minutes for 200 thousand. A quarter of the
quads, split, keeps their flow.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray
from scipy.spatial import cKDTree

from maquette.geometry import topology
from maquette.geometry.quad_creases import relax
from maquette.geometry.quad_surface import Surface

Doubles = NDArray[np.float64]
Quads = NDArray[np.int32]
Longs = NDArray[np.int64]

DIRECT_QUADS = 24_000
"""More quads than this are split from a quarter of them, as long as that is enough for the field ..."""
BASE_QUADS = 50_000
"""... and from a quarter of a quarter above four times this."""


def levels(quads: int) -> int:
    """How often the remesher's quads are split to give `quads`."""
    count = 0 if quads <= DIRECT_QUADS else 1
    while quads > BASE_QUADS * 4**count:
        count += 1
    return count


def split(vertices: Doubles, quads: Quads, kept: Longs) -> tuple[Doubles, Quads, Longs]:
    """Four quads for each; `kept (e, 2)` edges become twice as many. New vertices lie on middles: edges' first, then faces'."""
    keys = topology.half_edges(quads)
    edges, index = np.unique(topology.undirected(keys), return_inverse=True)
    n, middle = len(vertices), len(vertices) + index.reshape(quads.shape)
    centre = n + len(edges) + np.arange(len(quads))
    points = np.concatenate(
        [vertices, (vertices[edges >> 32] + vertices[edges & 0xFFFFFFFF]) / 2, vertices[quads].mean(axis=1)]
    )
    four = [np.stack([quads[:, i], middle[:, i], centre, middle[:, i - 1]], axis=1) for i in range(4)]
    key = topology.undirected(kept[:, 0] << 32 | kept[:, 1])
    half = n + np.searchsorted(edges, key)
    twice = np.concatenate([np.stack([kept[:, 0], half], axis=1), np.stack([half, kept[:, 1]], axis=1)])
    return points, np.stack(four, axis=1).reshape(-1, 4).astype(np.int32), twice


def refine(
    vertices: Doubles,
    quads: Quads,
    kept: Longs,
    surface: Surface,
    curves: list[Doubles],
    times: int,
    check_cancelled: Callable[[], None] | None = None,
) -> tuple[Doubles, Quads, Longs]:
    """Quads split `times` times on `surface`; vertices of the `kept` edges lie on the curves."""
    for _ in range(times):
        if check_cancelled is not None:
            check_cancelled()
        before = len(vertices)
        vertices, quads, kept = split(vertices, quads, kept)
        fixed = np.zeros(len(vertices), bool)
        fixed[kept.ravel()] = True
        fresh = fixed.copy()
        fresh[:before] = False
        vertices[fresh] = on_curves(vertices[fresh], curves)
        vertices = relax(vertices, quads, surface, fixed, np.ones(len(vertices), bool), 2)
    return vertices, quads, kept


def on_curves(points: Doubles, curves: list[Doubles]) -> Doubles:
    """Closest points `(n, 3)` on polylines."""
    if not len(points) or not curves:
        return points
    a = np.concatenate([c[:-1] for c in curves])
    b = np.concatenate([c[1:] for c in curves])
    length = np.linalg.norm(b - a, axis=1)
    steps = np.clip(np.ceil(length / max(length.sum() / 100_000, 1e-30)), 1, 10_000).astype(int)
    owner = np.repeat(np.arange(len(a)), steps)
    share = (np.arange(len(owner)) - np.repeat(np.cumsum(steps) - steps, steps) + 0.5) / steps[owner]
    _, near = cKDTree(a[owner] + (b - a)[owner] * share[:, None]).query(points, k=min(4, len(owner)))
    best, out = np.full(len(points), np.inf), points.copy()
    for column in np.reshape(near, (len(points), -1)).T:
        s, d = a[owner[column]], (b - a)[owner[column]]
        t = np.clip(np.einsum("ij,ij->i", points - s, d) / np.maximum(np.einsum("ij,ij->i", d, d), 1e-300), 0, 1)
        q = s + d * t[:, None]
        away = np.linalg.norm(q - points, axis=1)
        closer = away < best
        best[closer], out[closer] = away[closer], q[closer]
    return out
