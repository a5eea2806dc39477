"""The connected parts of a mesh, and how a number of quads is shared out among them."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from maquette.geometry import topology
from maquette.geometry.mesh import Mesh

LEAST_QUADS = 24
"""A part gets at least as many quads as a box of 2 x 2 on each side, or none."""


def separate(mesh: Mesh) -> list[Mesh]:
    """One mesh for each part joined by edges, in the order of their first vertices. Cavities are parts that face inward."""
    count, label = topology.vertex_components(mesh.faces, len(mesh.vertices))
    part = label[mesh.faces[:, 0]]
    if count == 1:
        return [mesh]
    order = np.argsort(part, kind="stable")
    by_vertex = np.argsort(label, kind="stable")
    rank = np.empty(len(label), np.int64)
    start = np.searchsorted(label[by_vertex], np.arange(count))
    rank[by_vertex] = np.arange(len(label)) - start[label[by_vertex]]
    groups = np.split(order, np.searchsorted(part[order], np.arange(1, count)))
    points = np.split(by_vertex, start[1:])
    return [
        Mesh(mesh.vertices[p], rank[mesh.faces[f]].astype(np.int32))
        for p, f in zip(points, groups, strict=True)
        if len(f)
    ]


def share_out(areas: NDArray[np.float64], target: int) -> list[int]:
    """Quads for each part by area, `LEAST_QUADS` at least. Where there are too many parts for that, the smallest get none."""
    order = np.argsort(-areas, kind="stable")
    keep = order[: max(target // LEAST_QUADS, 1)]
    counts = np.zeros(len(areas), np.int64)
    raised = np.zeros(len(areas), bool)
    while True:
        free = keep[~raised[keep]]
        left = target - LEAST_QUADS * int(raised.sum())
        share = areas[free] / max(areas[free].sum(), 1e-300) * left
        small = share < LEAST_QUADS
        if not small.any() or small.all():
            counts[free] = np.maximum(np.rint(share), LEAST_QUADS if len(keep) > 1 else 1)
            break
        raised[free[small]] = True
    counts[raised] = LEAST_QUADS
    return [int(c) for c in counts]
