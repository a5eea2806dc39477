"""Simplify to a face count: quadric error collapse (Garland and Heckbert 1997), by fast-simplification or, where that fails, by our own."""

from __future__ import annotations

import fast_simplification
import numpy as np
from numpy.typing import NDArray

from maquette.errors import MeshError
from maquette.geometry import topology
from maquette.geometry.clean import (
    compact,
    degenerate_faces,
    drop_bad_faces,
    ensure_solid,
    make_outward,
    merge_vertices,
    untangle,
    validate,
)
from maquette.geometry.collapse import collapse
from maquette.geometry.mesh import Mesh
from maquette.geometry.slivers import opened_slivers
from maquette.geometry.subdivide import subdivide
from maquette.geometry.tolerances import DEGENERATE_AREA

AGGRESSION = (3, 5, 7)
"""fast-simplification's `agg`, in the order tried. 3 keeps feature edges and takes 0.6 s for 380 k -> 36 k faces; 7, its default,
is no faster and flips more faces; 1 stops three times above the target."""

UNIT = 0.5
"""Longest side of what the library is given: its stopping thresholds are absolute, at 1e6 it does nothing. 0.5 is 5 to 40 % faster than
1 and 1.7 at the same distance from the source (mean 1.6e-4 of the extent at 576 k -> 20 k); 0.25 is worse."""

EXACT_FACES = 60_000
"""A closed mesh of at most so many faces that loses a handle is simplified again by `collapse`, which takes 2 s for them. A larger one only
if the handle was wider than the wanted faces."""

CARE_FACES = 250_000
"""A mesh of more faces is brought down to these by the library with its boundary untouched before `collapse` does the rest (8 s)."""

CRUMBS = 0.1
"""Largest share of the surface that may go with parts too small for the wanted number of faces."""

COUNT_SLACK = 1e-3
"""Missing this share of the faces is not worth a subdivision."""

Doubles = NDArray[np.float64]
Unit = tuple[Doubles, Doubles, float]


def simplify(mesh: Mesh, target_faces: int) -> Mesh:
    """A triangle mesh of the same shape whose face count is within 1 % of the target (2 faces at least), where the topology allows.

    A closed input gives a closed, outward, manifold output without degenerate faces, and its handles stay unless they are finer than
    the wanted faces. An open input keeps its boundaries. A mesh that has fewer faces than wanted is subdivided. Quads and UVs are
    not kept.

    Args:
        mesh: any triangles.
        target_faces: 4 or more.

    Raises:
        MeshError: the mesh is empty or broken, or its topology needs more faces than `target_faces`.
    """
    unit = _in_unit(mesh, "simplify")
    if target_faces < 4:
        raise MeshError("simplify: a closed mesh has at least 4 faces; ask for 4 or more.")
    source = Mesh(mesh.vertices, mesh.faces)
    closed = topology.is_closed(source.faces)
    flat = _any_flat(unit[0], source.faces)
    if closed and flat:
        source = opened_slivers(source)
        unit, flat = _in_unit(source, "simplify"), bool(degenerate_faces(source).any())
    if not closed or flat:
        source = drop_bad_faces(merge_vertices(source))
        if not topology.is_closed(source.faces):
            if closed:
                source = ensure_solid(mesh)
        else:
            closed = True
        unit = _in_unit(source, "simplify")
    if len(source.faces) <= target_faces:
        return subdivide(make_outward(source) if closed else source, target_faces)
    best = _simplify_closed(source, unit, target_faces) if closed else _with_care(source, unit, target_faces)
    if best is None:
        raise MeshError("simplify: the surface breaks at this face count. Ask for more faces.")
    return subdivide(best, target_faces) if len(best.faces) < (1 - COUNT_SLACK) * target_faces else best


def _simplify_closed(source: Mesh, unit: Unit, target: int) -> Mesh | None:
    best: Mesh | None = None
    for agg in AGGRESSION:
        result, pinch = _by_library(unit, source.faces, target, agg), 0.0
        if not len(result.faces):
            continue
        if not topology.is_closed(result.faces) or not topology.is_manifold(result.faces):
            # A collapsed tunnel leaves an edge with four faces; taken apart it is closed again.
            pinch, apart = _pinch(result), untangle(result)
            if apart is None or not topology.is_closed(apart.faces) or not topology.is_manifold(apart.faces):
                continue
            result = apart
        if (checked := _without_slivers(make_outward(result))) is None:
            continue
        wide = pinch > 0 and pinch > 2 * float(np.sqrt(_area(checked) / len(checked.faces)))
        if (wide or len(source.faces) <= EXACT_FACES) and _lost_handle(source, checked):
            break
        best = _closer(best, checked, target)
        if _close(best, target):
            return best
    ours = _with_care(source, unit, target)
    if ours is None or not _close(ours, target):
        return _closer(best, ours, target) if ours is not None else best
    return make_outward(ours)


def _with_care(source: Mesh, unit: Unit, target: int) -> Mesh | None:
    """By `collapse`, which keeps handles and boundaries."""
    fewer_parts = _without_crumbs(source, target)
    if fewer_parts is not source:
        source, unit = fewer_parts, _in_unit(fewer_parts, "simplify")
        if len(source.faces) <= target:
            return source
    faces = source.faces
    first = max(CARE_FACES, 2 * target)
    if len(faces) > first:
        fewer = _by_library(unit, faces, first, AGGRESSION[0], preserve_border=True)
        if _census(fewer) == _census(source):
            unit, faces = _in_unit(fewer, "simplify"), fewer.faces
    vertices, centre, scale = unit
    v, f = collapse(vertices, faces, target)
    return _without_slivers(Mesh((v * scale + centre).astype(np.float32), f.astype(np.int32)))


def _without_crumbs(mesh: Mesh, target: int) -> Mesh:
    """Where parts are so many that they would eat up the faces: without those whose share by area is below four faces.

    A part can be kept only as a tetrahedron at the least, and a hundred of them leave the body nothing. The smallest go first, and no more
    than `CRUMBS` of the surface.
    """
    count, label = topology.vertex_components(mesh.faces, len(mesh.vertices))
    if 8 * count <= target:
        return mesh
    part = label[mesh.faces[:, 0]]
    area = np.bincount(part, np.linalg.norm(mesh.face_normals().astype(np.float64), axis=1), minlength=count)
    order = np.argsort(area, kind="stable")
    small = (area[order] < 4 * area.sum() / target) & (np.cumsum(area[order]) <= CRUMBS * area.sum())
    drop = np.zeros(count, bool)
    drop[order[small]] = True
    return Mesh(*compact(mesh.vertices, mesh.faces[~drop[part]])) if drop[part].any() else mesh


def _in_unit(mesh: Mesh, operation: str) -> Unit:
    """Vertices `(n, 3)` about the origin with the longest side `UNIT`, and the centre and scale that take them back."""
    v = mesh.vertices
    columns = np.ascontiguousarray(v.T)
    if not len(mesh.faces) or not np.isfinite(columns).all():
        validate(mesh, operation)
    low, high = columns.min(axis=1).astype(np.float64), columns.max(axis=1).astype(np.float64)
    scale = float((high - low).max()) / UNIT
    if not scale > 0:
        validate(mesh, operation)
    centre = (low + high) / 2
    return (v - centre) / scale, centre, scale


def _any_flat(v: Doubles, faces: NDArray[np.int32]) -> bool:
    """A face of the mesh in unit scale has no area. Column by column in single precision: a third of the time of `degenerate_faces`."""
    columns = v.T.astype(np.float32)
    a, b, c = np.ascontiguousarray(faces.T).astype(np.intp)
    origin = [x[a] for x in columns]
    p = [x[b] - o for x, o in zip(columns, origin, strict=True)]
    q = [x[c] - o for x, o in zip(columns, origin, strict=True)]
    normal = (p[1] * q[2] - p[2] * q[1], p[2] * q[0] - p[0] * q[2], p[0] * q[1] - p[1] * q[0])
    squared = normal[0] * normal[0] + normal[1] * normal[1] + normal[2] * normal[2]
    return bool(squared.min() <= np.float32((DEGENERATE_AREA * UNIT**2) ** 2))


def _by_library(unit: Unit, faces: NDArray[np.int32], target: int, agg: int, *, preserve_border: bool = False) -> Mesh:
    """One run of fast-simplification."""
    vertices, centre, scale = unit
    faces = np.require(faces, requirements="W")  # the library takes no read-only arrays, such as come from a store
    v, f = fast_simplification.simplify(vertices, faces, target_count=target, agg=agg, preserve_border=preserve_border)
    v, f = compact(np.asarray(v), _without_pillows(np.asarray(f, np.int32)))
    return Mesh((v.astype(np.float64) * scale + centre).astype(np.float32), f)


def _pinch(mesh: Mesh) -> float:
    """Length of the longest edge that has more than two faces, 0 for none."""
    edges, uses, _ = topology.edge_counts(mesh.faces)
    tied = edges[uses > 2]
    return float(np.linalg.norm(mesh.vertices[tied >> 32] - mesh.vertices[tied & 0xFFFFFFFF], axis=1).max(initial=0.0))


def _lost_handle(source: Mesh, result: Mesh) -> bool:
    """The closed result has another genus. Whole parts may go: those that the count cannot hold."""
    before, after = (np.bincount(m.faces.ravel(), minlength=len(m.vertices)) > 0 for m in (source, result))
    euler = int(before.sum()) - len(source.faces) // 2, int(after.sum()) - len(result.faces) // 2
    if euler[0] == euler[1]:
        return False
    parts = [
        topology.vertex_components(m.faces, len(m.vertices))[0] - int((~used).sum())
        for m, used in ((source, before), (result, after))
    ]
    return 2 * parts[0] - euler[0] != 2 * parts[1] - euler[1]


def _census(mesh: Mesh) -> tuple[int, int, int]:
    """Numbers of boundary edges and of edges with more than two faces, and the Euler number."""
    edges, uses, _ = topology.edge_counts(mesh.faces)
    return int((uses == 1).sum()), int((uses > 2).sum()), len(np.unique(mesh.faces)) - len(edges) + len(mesh.faces)


def _area(mesh: Mesh) -> float:
    return float(np.linalg.norm(mesh.face_normals().astype(np.float64), axis=1).sum() / 2)


def _close(mesh: Mesh, target: int) -> bool:
    return abs(len(mesh.faces) - target) <= max(2, 0.01 * target)


def _closer(best: Mesh | None, other: Mesh, target: int) -> Mesh:
    nearer = best is None or abs(len(other.faces) - target) < abs(len(best.faces) - target)
    return other if best is None or nearer else best


def _without_slivers(mesh: Mesh) -> Mesh | None:
    """The mesh if no face is degenerate or such faces can be given area, else None."""
    if not degenerate_faces(mesh).any():
        return mesh
    mesh = opened_slivers(mesh)
    return None if degenerate_faces(mesh).any() else mesh


def _without_pillows(faces: NDArray[np.int32]) -> NDArray[np.int32]:
    """Without faces over the same three vertices as another: a part that collapsed into two faces back to back is closed but no solid."""
    f = np.sort(faces, axis=1).astype(np.int64)
    order = np.lexsort((f[:, 2], f[:, 0] << 32 | f[:, 1]))
    same = np.zeros(len(f), bool)
    again = (f[order[1:]] == f[order[:-1]]).all(axis=1)
    same[order[1:][again]] = same[order[:-1][again]] = True
    return np.asarray(faces[~same]) if same.any() else faces
