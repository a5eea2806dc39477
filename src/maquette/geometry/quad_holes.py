"""Mend a quad mesh with quads alone: close boundary loops (of even length in a pure quad mesh) and join doublets."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from maquette.geometry import topology

LONGEST_LOOP = 64
"""Longer loops are no small gaps of the remesher but lost parts; they are left open, and the caller rejects the result."""


def boundary_loops(quads: NDArray[np.integer]) -> list[list[int]]:
    """Simple loops of the edges that have one face only, each running so that a face on it closes the hole."""
    keys = topology.half_edges(quads).ravel()
    free = keys[~np.isin(keys, topology.twin(keys))]
    following: dict[int, list[int]] = {}
    for key in np.sort(free).tolist():
        following.setdefault(key & 0xFFFFFFFF, []).append(key >> 32)
    loops: list[list[int]] = []
    while following:
        path = [next(iter(following))]
        while path and path[-1] in following:
            ahead = following[path[-1]]
            step = ahead.pop()
            if not ahead:
                del following[path[-1]]
            if step in path:  # the loop closes here; what was walked before goes on (a figure of eight)
                start = path.index(step)
                loops.append(path[start:])
                path = path[: start + 1]
            else:
                path.append(step)
            if len(path) == 1 and path[0] not in following:
                break
    return loops


def fill_holes(
    vertices: NDArray[np.float64], quads: NDArray[np.int32], is_gap: Callable[[list[int]], bool] | None = None
) -> tuple[NDArray[np.float64], NDArray[np.int32]]:
    """Vertices `(n, 3)` and quads `(q, 4)` with every even loop of up to `LONGEST_LOOP` edges closed for which `is_gap` says True.

    Four edges get one quad, six get the two quads of the shortest cut, longer ones a fan of quads around their mean.
    """
    extra: list[list[int]] = []
    points: list[NDArray[np.float64]] = []
    for loop in boundary_loops(quads):
        n = len(loop)
        if n % 2 or n < 4 or n > LONGEST_LOOP or (is_gap is not None and not is_gap(loop)):
            continue
        at = vertices[loop]
        if n == 4:
            extra.append(loop)
        elif n == 6:
            cut = int(np.argmin([np.linalg.norm(at[i] - at[i + 3]) for i in range(3)]))
            loop = loop[cut:] + loop[:cut]
            extra += [[loop[0], loop[1], loop[2], loop[3]], [loop[3], loop[4], loop[5], loop[0]]]
        else:
            # Quads are turned so that each one's corner, not its straight side, faces the centre.
            centre = len(vertices) + len(points)
            points.append(at.mean(axis=0))
            extra += [[loop[i], loop[i + 1], loop[(i + 2) % n], centre] for i in range(0, n, 2)]
    if not extra:
        return vertices, quads
    out = np.concatenate([vertices, np.array(points).reshape(-1, 3)])
    return out, np.concatenate([quads, np.array(extra, np.int32)])


def join_doublets(quads: NDArray[np.int32]) -> NDArray[np.int32]:
    """Closed quads without vertices of two quads: those two fold onto each other, and become one quad.

    Such a pair shares both of its diagonal's ends, so splitting it along them makes an edge with four faces.
    """
    while len(quads) > 6:
        uses = np.bincount(quads.ravel())
        lonely = uses[quads] == 2
        rows = np.flatnonzero(lonely.any(axis=1))
        if not len(rows):
            return quads
        touched: set[int] = set()
        gone, new = [], []
        for v in np.unique(quads[rows][lonely[rows]]).tolist():
            pair = rows[(quads[rows] == v).any(axis=1)]
            if len(pair) != 2 or touched.intersection(pair.tolist()):
                continue
            one, two = (np.roll(quads[i], -int(np.flatnonzero(quads[i] == v)[0])).tolist() for i in pair)
            if one[1] != two[3] or one[3] != two[1] or one[2] == two[2]:
                continue
            touched.update(pair.tolist())
            gone += pair.tolist()
            new.append([one[1], one[2], one[3], two[2]])
        if not new:
            return quads
        quads = np.concatenate([np.delete(quads, gone, axis=0), np.array(new, np.int32)])
    return quads
