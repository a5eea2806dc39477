"""Parts of a mesh: leave out the small ones, keep some of the faces with their quads and UVs, turn neighbours the same way."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import coo_matrix
from scipy.sparse.csgraph import connected_components

from maquette.errors import MeshError
from maquette.geometry import topology
from maquette.geometry.clean import merge_vertices, validate
from maquette.geometry.mesh import Floats, Ints, Mesh, split_quads


def drop_small_parts(mesh: Mesh, min_part: float) -> tuple[Mesh, int]:
    """The mesh without parts that have less than `min_part` of the largest part's area, and how many were left out.

    Parts are what is joined by vertices, or by positions that are equal to the bit.

    Args:
        min_part: share in [0, 1).

    Raises:
        MeshError: the mesh is empty, or the share out of its range.
    """
    validate(mesh, "drop_small_parts")
    if not 0 <= min_part < 1:
        raise MeshError("drop_small_parts: min_part must be at least 0 and below 1.")
    part = face_parts(mesh)
    area = np.bincount(part, np.linalg.norm(mesh.face_normals().astype(np.float64), axis=1))
    small = area < min_part * area.max()
    return (keep_faces(mesh, ~small[part]), int(small.sum())) if small.any() else (mesh, 0)


def face_parts(mesh: Mesh) -> NDArray[np.int64]:
    """`(m,)` part of each triangle, counted from 0."""
    joined = merge_vertices(mesh)
    _, label = topology.vertex_components(joined.faces, len(joined.vertices))
    _, part = np.unique(label[joined.faces[:, 0]], return_inverse=True)
    return np.asarray(part.ravel(), np.int64)


def keep_faces(mesh: Mesh, keep: NDArray[np.bool_]) -> Mesh:
    """The mesh of the triangles where `keep (m,)` is True, with their quads and UVs; both halves of a quad go together."""
    used = np.zeros(len(mesh.vertices), bool)
    keep = keep.copy()
    quads = None
    if mesh.quads is not None:
        whole = keep[: 2 * len(mesh.quads)].reshape(-1, 2).all(axis=1)
        keep[: 2 * len(mesh.quads)] = np.repeat(whole, 2)
        quads = mesh.quads[whole]
    used[mesh.faces[keep]] = True
    index = (np.cumsum(used) - 1).astype(np.int32)
    uv: Floats | None = mesh.uv
    face_uv: Ints | None = None
    if uv is not None and mesh.face_uv is not None:
        kept, corner = np.unique(mesh.face_uv[keep], return_inverse=True)
        uv, face_uv = uv[kept], corner.reshape(-1, 3).astype(np.int32)
    return Mesh(
        mesh.vertices[used],
        index[mesh.faces[keep]],
        quads=None if quads is None else index[quads],
        uv=uv,
        face_uv=face_uv,
        normals=None if mesh.normals is None else mesh.normals[used],
        corner_normals=None if mesh.corner_normals is None else mesh.corner_normals[keep],
    )


def orient(mesh: Mesh) -> Mesh:
    """Triangles turned so that neighbours look the same way, wherever that is possible.

    Each part is turned the way that most of its area already looked. UVs are dropped; so are quads, unless nothing was to turn.
    """
    keys = topology.half_edges(mesh.faces)
    low = topology.undirected(keys)
    flat, rising = low.ravel(), (keys == low).ravel()
    order = np.argsort(flat, kind="stable")
    ordered = flat[order]
    first = np.flatnonzero(np.r_[True, ordered[1:] != ordered[:-1]])
    pair = first[np.diff(np.r_[first, len(ordered)]) == 2]
    one, two = order[pair], order[pair + 1]
    against = rising[one] == rising[two]
    if not against.any():
        return mesh
    m = len(mesh.faces)
    a, b = one // 3, two // 3
    # Each face is two nodes, as it is and turned; neighbours link those of their nodes that agree.
    rows, columns = np.r_[a, a + m], np.r_[b + m * against, b + m * ~against]
    graph = coo_matrix((np.ones(len(rows), np.int8), (rows, columns)), shape=(2 * m, 2 * m))
    count, label = connected_components(graph, directed=False)
    area = np.linalg.norm(mesh.face_normals().astype(np.float64), axis=1)
    as_is = np.bincount(label[:m], area, minlength=count)
    turned = np.bincount(label[m:], area, minlength=count)
    # Of the two mirrored labels of a part, the one that leaves more area as it is wins; a Möbius strip has only one.
    keep = as_is[label[:m]] > turned[label[:m]]
    tie = as_is[label[:m]] == turned[label[:m]]
    keep |= tie & (label[:m] <= label[m:])
    faces = np.where(keep[:, None], mesh.faces, mesh.faces[:, ::-1])
    return Mesh(mesh.vertices, faces.astype(np.int32))


def same_polygons(a: Mesh, b: Mesh) -> bool:
    """Both have the same faces over the same vertex numbers."""
    quads: tuple[Ints | None, Ints | None] = (a.quads, b.quads)
    if (quads[0] is None) != (quads[1] is None) or len(a.vertices) != len(b.vertices):
        return False
    if (
        quads[0] is not None
        and quads[1] is not None
        and not np.array_equal(split_quads(quads[0]), split_quads(quads[1]))
    ):
        return False
    return bool(np.array_equal(a.faces, b.faces))
