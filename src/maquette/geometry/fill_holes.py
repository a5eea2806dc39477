"""Close the holes of a triangle mesh: least-area triangulation (Barequet and Sharir 1995), refined and faired where a hole is large.

Refinement and fairing after Liepa 2003, with splits of the longest edges and a sparse solve of the squared Laplacian.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from maquette.geometry import topology
from maquette.geometry.clean import compact, drop_bad_faces, merge_vertices, split_fans, validate
from maquette.geometry.components import orient
from maquette.geometry.mesh import Mesh
from maquette.geometry.patch import fair, refine

Doubles = NDArray[np.float64]
Longs = NDArray[np.int64]

EXACT_LOOP = 96
"""A loop of more vertices is triangulated in two steps, since the exact way takes time with the cube of their number."""
PLAIN_LOOP = 6
"""A hole of at most so many edges gets no vertices of its own."""


def fill_holes(mesh: Mesh) -> Mesh:
    """Triangles of the mesh with every hole closed, neighbours turned alike.

    Equal positions are joined first, degenerate and copied faces dropped, faces turned consistently; each boundary loop becomes a disc, so
    the Euler number grows by one a hole. Where three or more faces meet at an edge, the mesh cannot become closed by this alone
    (`clean.ensure_solid` can). A mesh without holes is returned as it is. UVs and quads are dropped where anything changes.

    Raises:
        MeshError: the mesh is empty or broken.
    """
    validate(mesh, "fill_holes")
    if topology.is_closed(mesh.faces):
        return mesh
    sound = split_fans(orient(drop_bad_faces(merge_vertices(mesh))))
    sound = _without_lone_faces(sound)
    v, f = sound.vertices.astype(np.float64), sound.faces.astype(np.int64)
    taken = set(topology.edge_counts(f)[0].tolist())
    patches = []
    for loop in boundary_loops(f):
        patch = _triangulate(v, loop, taken)
        if patch is None:
            continue
        taken.update(topology.undirected(topology.half_edges(patch)).ravel().tolist())
        patches.append((len(loop), patch))
    edges = np.array(sorted(taken), np.int64)
    for length, patch in patches:
        if length > PLAIN_LOOP:
            v, fine, inner = refine(v, patch, edges)
            f = np.concatenate([f, fine])
            v = fair(v, f, fine, inner)
        else:
            f = np.concatenate([f, patch])
    return Mesh(v.astype(np.float32), f.astype(np.int32))


def _without_lone_faces(mesh: Mesh) -> Mesh:
    """Without faces that touch no other: their hole is their own back side. A mesh of nothing else stays."""
    keys, uses, _ = topology.edge_counts(mesh.faces)
    low = topology.undirected(topology.half_edges(mesh.faces))
    lone = (uses[np.searchsorted(keys, low)] == 1).all(axis=1)
    return mesh if lone.all() else Mesh(*compact(mesh.vertices, mesh.faces[~lone]))


def boundary_loops(faces: NDArray[np.integer]) -> list[Longs]:
    """Vertex loops around the holes, each turned so that a disc over it agrees with the faces.

    Edges whose vertices start or end several boundary edges are followed once; open chains (where three faces meet) are left out.
    """
    keys = topology.half_edges(faces).ravel()
    low = topology.undirected(keys)
    order = np.argsort(low, kind="stable")
    ordered = low[order]
    once = np.ones(len(ordered), bool)
    once[1:] &= ordered[1:] != ordered[:-1]
    once[:-1] &= ordered[:-1] != ordered[1:]
    rim = np.sort(keys[order[once]])
    after = {int(k & 0xFFFFFFFF): int(k >> 32) for k in rim}  # the disc runs against the faces
    loops: list[Longs] = []
    seen: set[int] = set()
    for start in sorted(after):
        if start in seen:
            continue
        loop, at = [], start
        while at in after and at not in seen:
            seen.add(at)
            loop.append(at)
            at = after[at]
        if at == start and len(loop) >= 3:
            loops.append(np.array(loop, np.int64))
    return loops


def _triangulate(v: Doubles, loop: Longs, taken: set[int]) -> Longs | None:
    """Faces `(k, 3)` of a disc over the loop, or None where every way would use an edge that is taken."""
    if len(loop) <= EXACT_LOOP:
        return _least_area(v, loop, taken)
    # Coarse first: a disc over every s-th vertex, then one over each piece of the loop and its chord.
    steps = -(-len(loop) // EXACT_LOOP)
    knots = np.arange(0, len(loop), steps)
    ends = loop[np.r_[knots[1:], 0]]
    chord = np.minimum(loop[knots], ends) << 32 | np.maximum(loop[knots], ends)
    clash = knots[[int(key) in taken for key in chord]]
    # Where a chord is an edge of the mesh already, the loop itself is followed.
    knots = np.union1d(knots, (clash[:, None] + np.arange(steps)).ravel())
    knots = knots[knots < len(loop)]
    inner = _least_area(v, loop[knots], taken)
    if inner is None:
        return None
    parts = [inner]
    used = set(topology.undirected(topology.half_edges(inner)).ravel().tolist()) | taken
    for start, end in zip(knots, np.r_[knots[1:], len(loop)], strict=True):
        piece = loop[np.arange(start, end + 1) % len(loop)]
        if len(piece) < 3:
            continue
        side = _least_area(v, piece, used)
        if side is None:
            return None
        parts.append(side)
    return np.concatenate(parts)


def _least_area(v: Doubles, loop: Longs, taken: set[int]) -> Longs | None:
    """The triangulation of least total area that uses no edge that is taken, by dynamic programming over sub-polygons."""
    n = len(loop)
    p = v[loop]
    if n == 3:
        return loop[None]
    free = np.ones((n, n), bool)
    for i in range(n):
        for j in range(i + 2, n):
            a, b = sorted((int(loop[i]), int(loop[j])))
            free[i, j] = (i == 0 and j == n - 1) or (a << 32 | b) not in taken
    cost = np.zeros((n, n))
    cut = np.zeros((n, n), np.int64)
    for span in range(2, n):
        for i in range(n - span):
            j = i + span
            if not free[i, j]:
                cost[i, j] = np.inf
                continue
            k = np.arange(i + 1, j)
            area = np.linalg.norm(np.cross(p[k] - p[i], p[j] - p[i]), axis=1)
            total = cost[i, k] + cost[k, j] + area
            best = int(total.argmin())
            cost[i, j], cut[i, j] = total[best], k[best]
    if not np.isfinite(cost[0, n - 1]):
        return None
    faces: list[tuple[int, int, int]] = []
    todo = [(0, n - 1)]
    while todo:
        i, j = todo.pop()
        if j - i < 2:
            continue
        at = int(cut[i, j])
        faces.append((int(loop[i]), int(loop[at]), int(loop[j])))
        todo += [(i, at), (at, j)]
    return np.array(faces, np.int64)
