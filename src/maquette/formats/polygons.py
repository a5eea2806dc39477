"""Polygons as interchange formats list them: corner counts and flat corner indices, from a `Mesh` and back to one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import manifold3d
import numpy as np
from numpy.typing import NDArray

from maquette.errors import MeshError
from maquette.geometry.mesh import Ints, Mesh

MAX_FACES = 20_000_000
"""Triangles that a reader accepts; 20 million take about 1 GB as arrays."""
MAX_CORNERS = 10_000
"""Concave polygons of more corners become fans all the same."""
MAX_SIZE = 1e15
"""Largest coordinate: squares of differences must stay within float32."""


@dataclass(frozen=True, eq=False)
class Polygons:
    """All faces of a mesh: its quads, then the triangles that belong to no quad.

    Attributes:
        quads: `(q, 4) int32`, vertex indices.
        triangles: `(t, 3) int32`.
        quad_uv, triangle_uv: UV indices of the same shapes, or None.
    """

    quads: Ints
    triangles: Ints
    quad_uv: Ints | None = None
    triangle_uv: Ints | None = None

    @property
    def counts(self) -> Ints:
        """`(q + t,) int32` corners of each polygon."""
        return np.repeat(np.array([4, 3], np.int32), [len(self.quads), len(self.triangles)])

    @property
    def corners(self) -> Ints:
        """`(4 q + 3 t,) int32` vertex indices."""
        return np.concatenate([self.quads.ravel(), self.triangles.ravel()])

    def normals(self, mesh: Mesh) -> NDArray[np.float32] | None:
        """`(4 q + 3 t, 3)` the mesh's `corner_normals` at the corners of these polygons, or None where it has none."""
        given = mesh.corner_normals
        if given is None:
            return None
        halves = given[: 2 * len(self.quads)].reshape(-1, 2, 3, 3)
        quads = np.concatenate([halves[:, 0], halves[:, 1, 2:]], axis=1)
        return np.concatenate([quads.reshape(-1, 3), given[2 * len(self.quads) :].reshape(-1, 3)])

    @property
    def uv_corners(self) -> Ints | None:
        """`(4 q + 3 t,) int32` UV indices, or None."""
        if self.quad_uv is None or self.triangle_uv is None:
            return None
        return np.concatenate([self.quad_uv.ravel(), self.triangle_uv.ravel()])


def polygons(mesh: Mesh) -> Polygons:
    """The polygons of a mesh, in its own order."""
    count = 0 if mesh.quads is None else len(mesh.quads)
    quads = np.zeros((0, 4), np.int32) if mesh.quads is None else mesh.quads
    if mesh.face_uv is None:
        return Polygons(quads, mesh.faces[2 * count :])
    quad_uv = np.zeros((0, 4), np.int32) if mesh.quad_uv is None else mesh.quad_uv
    return Polygons(quads, mesh.faces[2 * count :], quad_uv, mesh.face_uv[2 * count :])


def mesh_from_polygons(
    operation: str,
    vertices: NDArray[np.floating[Any]],
    counts: NDArray[np.integer[Any]],
    corners: NDArray[np.integer[Any]],
    uv: NDArray[np.floating[Any]] | None = None,
    uv_corners: NDArray[np.integer[Any]] | None = None,
) -> Mesh:
    """The mesh alone of `triangulated`; arguments and errors are the same."""
    return triangulated(operation, vertices, counts, corners, uv, uv_corners)[0]


def triangulated(
    operation: str,
    vertices: NDArray[np.floating[Any]],
    counts: NDArray[np.integer[Any]],
    corners: NDArray[np.integer[Any]],
    uv: NDArray[np.floating[Any]] | None = None,
    uv_corners: NDArray[np.integer[Any]] | None = None,
) -> tuple[Mesh, NDArray[np.int64]]:
    """A mesh of any polygons: quads stay quads, larger ones become fans, or are triangulated in their plane where they are concave.

    A quad is turned so that the cut keeps its sense: along its short diagonal, or through the corner that dents it.

    Args:
        operation: first word of error messages.
        vertices: `(n, 3)` metres.
        counts: `(p,)` corners of each polygon; polygons of fewer than three corners are dropped.
        corners: `(sum(counts),)` vertex indices.
        uv: `(k, 2)`, origin bottom left.
        uv_corners: as `corners`, into `uv`; a negative one anywhere drops all UVs.

    Returns:
        the mesh, and `(m, 3) int64`: the place in `corners` of each corner of `mesh.faces`.

    Raises:
        MeshError: no polygons, too many, numbers that are not finite, or indices outside of the vertices.
    """
    counts, corners = np.asarray(counts, np.int64).ravel(), np.asarray(corners, np.int64).ravel()
    if not len(counts) or not len(vertices):
        raise MeshError(f"{operation}: the file holds no faces. Give a surface, not points or lines.")
    if counts.min() < 0 or int(counts.sum()) != len(corners):
        raise MeshError(f"{operation}: the polygons do not fit their corner list. Export the file again.")
    if len(corners) > 3 * MAX_FACES:
        raise MeshError(f"{operation}: the file has more than {MAX_FACES} faces. Simplify it first.")
    if len(corners) and (corners.min() < 0 or corners.max() >= len(vertices)):
        raise MeshError(f"{operation}: a face points outside of the vertices. Export the file again.")
    if not np.isfinite(vertices).all() or np.abs(vertices).max() > MAX_SIZE:
        raise MeshError(f"{operation}: the file has positions that are not numbers. Export it again.")
    if uv is None or uv_corners is None or not len(uv) or (len(uv_corners) and uv_corners.min() < 0):
        uv = uv_corners = None
    else:
        uv_corners = np.asarray(uv_corners, np.int64).ravel()
        if len(uv_corners) != len(corners) or uv_corners.max() >= len(uv) or not np.isfinite(uv).all():
            raise MeshError(f"{operation}: the UVs do not fit the faces. Export the file again.")
    start = np.concatenate([[0], np.cumsum(counts)])[:-1]
    v = np.asarray(vertices, np.float32)
    quad_at = start[counts == 4][:, None] + np.arange(4)
    quad_at = np.where(_cut_13(v, corners[quad_at])[:, None], np.roll(quad_at, -1, axis=1), quad_at)
    triangle_at = [quad_at[:, [0, 1, 2, 0, 2, 3]].reshape(-1, 3), start[counts == 3][:, None] + np.arange(3)]
    large = np.unique(counts[counts > 4]).tolist()
    triangle_at += [_cut_large(v, corners, start[counts == size], size) for size in large]
    at = np.concatenate(triangle_at).astype(np.int64)
    if not len(at):
        raise MeshError(f"{operation}: the file holds no faces. Give a surface, not points or lines.")
    quads = corners[quad_at]
    mesh = Mesh(
        v,
        corners[at].astype(np.int32),
        quads=quads.astype(np.int32) if len(quads) else None,
        uv=None if uv is None else np.asarray(uv, np.float32),
        face_uv=None if uv_corners is None else uv_corners[at].astype(np.int32),
    )
    return mesh, at


def reversed_corners(counts: NDArray[np.integer[Any]]) -> NDArray[np.int64]:
    """Places of the corners with each polygon's order turned round: what a mirror does."""
    ends = np.cumsum(counts)
    owner = np.repeat(np.arange(len(counts)), counts)
    return np.asarray((ends - counts)[owner] + ends[owner] - 1 - np.arange(len(owner)), np.int64)


def _cut_13(v: NDArray[np.float32], quads: NDArray[np.int64]) -> NDArray[np.bool_]:
    """`(q,)` True where a quad must be cut along its 1-3 diagonal."""
    a, b, c, d = (v[quads[:, i]].astype(np.float64) for i in range(4))
    shorter = np.linalg.norm(b - d, axis=1) < np.linalg.norm(a - c, axis=1)
    with np.errstate(all="ignore"):  # lengths of up to 1e15 in the fourth power
        folds_02 = np.einsum("ij,ij->i", np.cross(b - a, c - a), np.cross(c - a, d - a)) < 0
        folds_13 = np.einsum("ij,ij->i", np.cross(b - a, d - a), np.cross(c - b, d - b)) < 0
    return np.asarray(np.where(folds_02 != folds_13, folds_02, shorter), np.bool_)


def _cut_large(
    v: NDArray[np.float32], corners: NDArray[np.int64], first: NDArray[np.int64], size: int
) -> NDArray[np.int64]:
    """Triangles, as places in `corners`, of all polygons of `size` > 4 corners that begin at `first`."""
    fan = np.stack([np.zeros(size - 2, np.int64), np.arange(1, size - 1), np.arange(2, size)], axis=1)
    out = first[:, None, None] + fan
    for begin in range(0, len(first), max(1, 1_000_000 // size)):
        part = slice(begin, begin + max(1, 1_000_000 // size))
        p = v[corners[first[part, None] + np.arange(size)]].astype(np.float64)
        p = p - p.mean(axis=1, keepdims=True)
        p /= np.maximum(np.abs(p).max(axis=(1, 2), keepdims=True), 1e-300)
        normal = np.cross(p, np.roll(p, -1, axis=1)).sum(axis=1)  # Newell (1972)
        turns = np.cross(p - np.roll(p, 1, axis=1), np.roll(p, -1, axis=1) - p)
        area = np.linalg.norm(normal, axis=1)
        # A hair below zero is a straight edge in float32.
        dent = np.einsum("ijk,ik->ij", turns, normal).min(axis=1) < -1e-9
        for i in np.flatnonzero(dent & (area > 1e-9)) if size <= MAX_CORNERS else ():
            across = np.eye(3)[np.argmin(np.abs(normal[i]))]
            x = np.cross(across, normal[i])
            x /= np.linalg.norm(x)
            flat = np.stack([p[i] @ x, p[i] @ np.cross(normal[i] / area[i], x)], axis=1)
            cut = np.asarray(manifold3d.triangulate([flat]), np.int64)
            # A polygon that crosses itself may come back in another number of triangles; it stays a fan.
            if cut.shape == fan.shape:
                out[begin + i] = first[begin + i] + cut
    return out.reshape(-1, 3)
