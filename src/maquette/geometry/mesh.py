"""`Mesh`: the one polygon mesh that every stage, engine and format shares.

glTF convention: metres, Y up, the front looks along +Z, counter-clockwise faces seen from outside.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from maquette.errors import MeshError

Floats = NDArray[np.float32]
Ints = NDArray[np.int32]


@dataclass(frozen=True, eq=False)
class Mesh:
    """An indexed mesh of triangles, quads, or both.

    Vertices are shared across texture seams (UVs are indexed apart), so topology questions need no welding.

    Attributes:
        vertices: `(n, 3) float32`, metres.
        faces: `(m, 3) int32`, the triangulation of the whole mesh. Where there are quads, the first `2 q` triangles are
            theirs: quad `i` is cut along its 0-2 diagonal into `faces[2 i]` and `faces[2 i + 1]`.
        quads: `(q, 4) int32`, or None for a pure triangle mesh.
        uv: `(k, 2) float32` in [0, 1], origin bottom left (OBJ convention; glTF flips v), or None.
        face_uv: `(m, 3) int32`, indices into `uv` for each corner of `faces`, or None.
        normals: `(n, 3) float32` unit vertex normals, or None for "compute when needed".
        corner_normals: `(m, 3, 3) float32` unit normals at each corner of `faces`, where hard edges make those of one vertex differ;
            else None (`geometry.hard_edges`).
    """

    vertices: Floats
    faces: Ints
    quads: Ints | None = None
    uv: Floats | None = None
    face_uv: Ints | None = None
    normals: Floats | None = None
    corner_normals: Floats | None = None

    def __post_init__(self) -> None:
        for name, width, dtype in (
            ("vertices", 3, np.float32),
            ("faces", 3, np.int32),
            ("quads", 4, np.int32),
            ("uv", 2, np.float32),
            ("face_uv", 3, np.int32),
            ("normals", 3, np.float32),
        ):
            array = getattr(self, name)
            if array is None:
                continue
            array = np.ascontiguousarray(array, dtype=dtype)
            if array.ndim != 2 or array.shape[1] != width:
                raise MeshError(f"Mesh.{name} must have shape (n, {width}), not {array.shape}.")
            object.__setattr__(self, name, array)
        if self.faces.size and (self.faces.min() < 0 or self.faces.max() >= len(self.vertices)):
            raise MeshError("Mesh.faces points outside of the vertices.")
        if (self.uv is None) != (self.face_uv is None):
            raise MeshError("Mesh.uv and Mesh.face_uv come together.")
        if self.face_uv is not None and self.face_uv.shape != self.faces.shape:
            raise MeshError("Mesh.face_uv must have one row for each row of Mesh.faces.")
        if self.corner_normals is not None:
            if self.corner_normals.shape != (len(self.faces), 3, 3):
                raise MeshError("Mesh.corner_normals must have a row of three normals for each row of Mesh.faces.")
            object.__setattr__(self, "corner_normals", np.ascontiguousarray(self.corner_normals, np.float32))
        if self.quads is not None and not np.array_equal(split_quads(self.quads), self.faces[: 2 * len(self.quads)]):
            raise MeshError("Mesh.faces must begin with the 0-2 split of Mesh.quads; build it with Mesh.from_quads.")

    @classmethod
    def from_quads(
        cls, vertices: NDArray[np.floating], quads: NDArray[np.integer], triangles: NDArray[np.integer] | None = None
    ) -> Mesh:
        """Mesh of quads `(q, 4)` and further triangles `(t, 3)`; each quad is turned so that its 0-2 diagonal is the short one."""
        v = np.asarray(vertices, np.float32)
        q = np.asarray(quads, np.int32)
        d02 = np.linalg.norm(v[q[:, 0]] - v[q[:, 2]], axis=1)
        d13 = np.linalg.norm(v[q[:, 1]] - v[q[:, 3]], axis=1)
        q = np.where((d13 < d02)[:, None], np.roll(q, -1, axis=1), q)
        faces = split_quads(q)
        if triangles is not None and len(triangles):
            faces = np.concatenate([faces, np.asarray(triangles, np.int32)])
        return cls(v, faces, quads=q)

    @property
    def quad_uv(self) -> Ints | None:
        """`(q, 4) int32` UV indices of the quads' corners, or None."""
        if self.quads is None or self.face_uv is None:
            return None
        first = self.face_uv[: 2 * len(self.quads) : 2]
        second = self.face_uv[1 : 2 * len(self.quads) : 2]
        return np.concatenate([first, second[:, 2:]], axis=1)

    @property
    def polygon_count(self) -> int:
        """Faces as an artist counts them: a quad is one."""
        return len(self.faces) - (len(self.quads) if self.quads is not None else 0)

    @property
    def bounds(self) -> Floats:
        """`(2, 3) float32`: lowest and highest corner, metres."""
        return np.stack([self.vertices.min(axis=0), self.vertices.max(axis=0)])

    def with_vertices(self, vertices: NDArray[np.floating]) -> Mesh:
        """The same connectivity and UVs at other positions `(n, 3)`; stored normals are dropped."""
        return replace(self, vertices=np.asarray(vertices, np.float32), normals=None, corner_normals=None)

    def face_normals(self) -> Floats:
        """`(m, 3) float32` normals of `faces`, length = twice the triangle's area."""
        a, b, c = (self.vertices[self.faces[:, i]] for i in range(3))
        return np.cross(b - a, c - a).astype(np.float32)

    def vertex_normals(self) -> Floats:
        """`(n, 3) float32` unit normals: the stored ones, else area-weighted means; isolated vertices get +Y."""
        if self.normals is not None:
            return self.normals
        fn = self.face_normals().astype(np.float64)
        total = np.stack(
            [np.bincount(self.faces.ravel(), np.repeat(fn[:, k], 3), minlength=len(self.vertices)) for k in range(3)],
            axis=1,
        )
        length = np.linalg.norm(total, axis=1, keepdims=True)
        up = np.array([0.0, 1.0, 0.0])
        return np.where(length > 1e-20, total / np.maximum(length, 1e-20), up).astype(np.float32)

    def normals_at_corners(self) -> Floats:
        """`(m, 3, 3) float32` unit normals at each corner of `faces`: `corner_normals`, else those of the vertices."""
        return self.vertex_normals()[self.faces] if self.corner_normals is None else self.corner_normals


def split_quads(quads: Ints) -> Ints:
    """Triangles `(2 q, 3)` of quads `(q, 4)`, two after each other, cut along the 0-2 diagonal."""
    return np.stack([quads[:, [0, 1, 2]], quads[:, [0, 2, 3]]], axis=1).reshape(-1, 3).astype(np.int32)
