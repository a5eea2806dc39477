"""Polygons as interchange formats list them: corner counts and flat corner indices, from a `Mesh` and back to one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from maquette.errors import MeshError
from maquette.geometry.mesh import Ints, Mesh, split_quads

MAX_FACES = 20_000_000
"""Triangles that a reader accepts; 20 million take about 1 GB as arrays."""
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
    """A mesh of any polygons: quads stay quads (turned so that the short diagonal cuts them), larger ones become fans.

    Args:
        operation: first word of error messages.
        vertices: `(n, 3)` metres.
        counts: `(p,)` corners of each polygon; polygons of fewer than three corners are dropped.
        corners: `(sum(counts),)` vertex indices.
        uv: `(k, 2)`, origin bottom left.
        uv_corners: as `corners`, into `uv`; a negative one anywhere drops all UVs.

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
    quad_at = start[counts == 4][:, None] + np.arange(4)
    quads = corners[quad_at]
    v = np.asarray(vertices, np.float32)
    turn = np.linalg.norm(v[quads[:, 1]] - v[quads[:, 3]], axis=1) < np.linalg.norm(
        v[quads[:, 0]] - v[quads[:, 2]], axis=1
    )
    quad_at = np.where(turn[:, None], np.roll(quad_at, -1, axis=1), quad_at)
    triangle_at = [split_quads(quad_at.astype(np.int64).astype(np.int32)), start[counts == 3][:, None] + np.arange(3)]
    for size in np.unique(counts[counts > 4]):
        first = start[counts == size]
        fan = np.stack([np.zeros(size - 2, np.int64), np.arange(1, size - 1), np.arange(2, size)], axis=1)
        triangle_at.append((first[:, None, None] + fan).reshape(-1, 3))
    at = np.concatenate(triangle_at).astype(np.int64)
    if not len(at):
        raise MeshError(f"{operation}: the file holds no faces. Give a surface, not points or lines.")
    quads = corners[quad_at]
    return Mesh(
        v,
        corners[at].astype(np.int32),
        quads=quads.astype(np.int32) if len(quads) else None,
        uv=None if uv is None else np.asarray(uv, np.float32),
        face_uv=None if uv_corners is None else uv_corners[at].astype(np.int32),
    )
