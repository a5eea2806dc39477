"""UV charts by projection along the six axes, packed on shelves: the unwrap that needs no compiled package."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import coo_matrix
from scipy.sparse.csgraph import connected_components

from maquette.geometry import topology
from maquette.geometry.mesh import Mesh

Doubles = NDArray[np.float64]
MAX_SPLITS = 12


def unwrap_by_projection(mesh: Mesh, texture_size: int, padding: int) -> tuple[NDArray[np.float32], NDArray[np.int32]]:
    """UVs `(k, 2)` and indices `(m, 3)`; charts are connected polygons that face the same axis and do not cover each other."""
    q = len(mesh.quads) if mesh.quads is not None else 0
    polygon = np.concatenate([np.repeat(np.arange(q), 2), np.arange(q, len(mesh.faces) - q)])
    normal = mesh.face_normals().astype(np.float64)
    total = np.stack([np.bincount(polygon, normal[:, k]) for k in range(3)], axis=1)
    axis = np.abs(total).argmax(axis=1)
    up = total[np.arange(len(total)), axis] >= 0
    flat = _project(mesh.vertices.astype(np.float64)[mesh.faces], axis[polygon], up[polygon])
    # A polygon that is seen from behind by its axis (a bent quad) is mirrored; it gets a chart of its own by its own plane.
    area = (flat[:, 1, 0] - flat[:, 0, 0]) * (flat[:, 2, 1] - flat[:, 0, 1]) - (flat[:, 1, 1] - flat[:, 0, 1]) * (
        flat[:, 2, 0] - flat[:, 0, 0]
    )
    alone = np.zeros(len(total), bool)
    alone[polygon[area <= 0]] = True
    chart = _charts(mesh, polygon, np.where(alone, 100 + np.arange(len(total)), 2 * axis + up))
    chart = _separate(chart, polygon, flat)
    corners = pack_charts(flat, chart[polygon], texture_size, padding)
    key = np.stack([chart[polygon].repeat(3), mesh.faces.ravel()], axis=1)
    _, first, inverse = np.unique(key, axis=0, return_index=True, return_inverse=True)
    return corners.reshape(-1, 2)[first].astype(np.float32), inverse.reshape(-1, 3).astype(np.int32)


def _project(corners: Doubles, axis: NDArray[np.int64], up: NDArray[np.bool_]) -> Doubles:
    """`(m, 3, 2)` corners on the plane across `axis`, turned so that faces towards the viewer are counter-clockwise."""
    u = np.take_along_axis(corners, np.broadcast_to(((axis + 1) % 3)[:, None, None], (len(corners), 3, 1)), axis=2)
    v = np.take_along_axis(corners, np.broadcast_to(((axis + 2) % 3)[:, None, None], (len(corners), 3, 1)), axis=2)
    return np.concatenate([np.where(up[:, None, None], u, -u), v], axis=2)


def _charts(mesh: Mesh, polygon: NDArray[np.int64], label: NDArray[np.int64]) -> NDArray[np.int64]:
    """Chart of each polygon: polygons of one label joined across edges."""
    keys = topology.undirected(topology.half_edges(mesh.faces)).ravel()
    owner = np.repeat(polygon, 3)
    order = np.argsort(keys, kind="stable")
    pair = np.flatnonzero(keys[order][1:] == keys[order][:-1])
    a, b = owner[order[pair]], owner[order[pair + 1]]
    same = label[a] == label[b]
    graph = coo_matrix((np.ones(same.sum(), np.int8), (a[same], b[same])), shape=(len(label), len(label)))
    return np.asarray(connected_components(graph, directed=False)[1], np.int64)


def _separate(chart: NDArray[np.int64], polygon: NDArray[np.int64], flat: Doubles) -> NDArray[np.int64]:
    """Split every chart that covers itself in two along its polygons' order, until none does."""
    from maquette.texture.raster import covered_twice

    for _ in range(MAX_SPLITS):
        bad = np.unique(chart[polygon[covered_twice(flat, chart[polygon])]])
        if not len(bad):
            break
        for c in bad.tolist():
            members = np.flatnonzero(chart == c)
            chart[members[len(members) // 2 :]] = chart.max() + 1
    return np.unique(chart, return_inverse=True)[1].ravel()


def pack_charts(flat: Doubles, chart: NDArray[np.int64], size: int, padding: int) -> Doubles:
    """Corners in [0, 1]: charts on shelves, tallest first, at the largest scale that fits."""
    n = int(chart.max()) + 1
    low, high = np.full((n, 2), np.inf), np.full((n, 2), -np.inf)
    for k in range(3):
        np.minimum.at(low, chart, flat[:, k])
        np.maximum.at(high, chart, flat[:, k])
    box = high - low
    order = np.lexsort((np.arange(n), -box[:, 1]))
    small, large = 0.0, size / max(float(box.max()), 1e-30)
    origin = np.zeros((n, 2))
    for _ in range(24):
        scale = (small + large) / 2
        found = _shelves(box * scale, order, size, padding)
        if found is None:
            large = scale
        else:
            small, origin = scale, found
    return np.asarray((origin[chart][:, None] + (flat - low[chart][:, None]) * small) / size)


def _shelves(box: Doubles, order: NDArray[np.int64], size: int, padding: int) -> Doubles | None:
    origin = np.zeros_like(box)
    x = y = float(padding)
    shelf = 0.0
    for i, (w, h) in zip(order.tolist(), box[order].tolist(), strict=True):
        if x + w + padding > size:
            x, y, shelf = float(padding), y + shelf + padding, 0.0
        if y + h + padding > size or x + w + padding > size:
            return None
        origin[i] = x, y
        x += w + padding
        shelf = max(shelf, h)
    return origin
