"""The surface under each texel: position, normal and tangent frame of the mesh, and the source surface nearby.

Interpolation over a triangle is affine in the texel's coordinates, so each triangle gets one table row of coefficients, and a texel
costs three reads whatever is interpolated (three times faster than mixing corners by barycentrics). Rows of three are held column
by column, `(n, 3)` in Fortran order: numpy then works on n numbers in a row and not on three, which halves the time of a texel.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from maquette.geometry.clean import extent
from maquette.geometry.mesh import Mesh
from maquette.geometry.rays import RayScene
from maquette.geometry.render_vertices import RenderVertices
from maquette.texture.raster import edge_functions, to_texels

Floats = NDArray[np.float32]
SEARCH = 0.02
"""Farthest that the source surface may lie from the mesh, as a fraction of the longest side."""


@dataclass(frozen=True, eq=False)
class SurfacePoints:
    """n points: `position`, unit `normal`, and, with a tangent frame, unit `tangent` and `bitangent`, all `(n, 3)`; `v`, `w`
    `(n,)` are the barycentrics of corners 1 and 2.
    """

    position: Floats
    normal: Floats
    tangent: Floats | None
    bitangent: Floats | None
    v: Floats
    w: Floats


class SurfaceTable:
    """Interpolates the vertices of an unwrapped mesh at texels."""

    def __init__(self, vertices: RenderVertices, size: int) -> None:
        assert vertices.uv is not None
        self.size = size
        columns = [vertices.positions, vertices.normals]
        self.framed = vertices.tangents is not None
        if vertices.tangents is not None:
            t = vertices.tangents
            columns += [t[:, :3], np.cross(vertices.normals, t[:, :3]) * t[:, 3:]]
        corner = np.concatenate(columns, axis=1).astype(np.float64)[vertices.faces]  # (m, 3, c)
        unit = np.broadcast_to(np.eye(3)[:, 1:], (len(corner), 3, 2))
        corner = np.concatenate([corner, unit], axis=2)
        texel = to_texels(vertices.uv, size)[vertices.faces]
        edges = np.nan_to_num(edge_functions(texel))  # (m, 3, 3)
        # Coordinates are taken from each triangle's first corner: float32 keeps 1e-7 of the triangle, not of the atlas.
        origin = np.rint(texel[:, 0])
        offset = edges[..., 2] + edges[..., 0] * origin[:, :1] + edges[..., 1] * origin[:, 1:]
        self._x0, self._y0 = np.ascontiguousarray(origin.T, np.float32)
        # (c, m): a chunk of texels meets a few hundred triangles, so each row of the table stays in the first cache.
        self._dx, self._dy, self._c = (
            np.ascontiguousarray(np.einsum("mk,mkc->cm", weight, corner), np.float32)
            for weight in (edges[..., 0], edges[..., 1], offset)
        )

    def at(self, texels: NDArray[np.int64], triangle: NDArray[np.int32]) -> SurfacePoints:
        """Points under flat texel indices `(n,)`, each on the plane of its triangle."""
        y, x = np.divmod(texels.astype(np.int32), np.int32(self.size))
        index = triangle.astype(np.intp)
        dx = x.astype(np.float32) - self._x0[index]
        dy = y.astype(np.float32) - self._y0[index]
        value = np.empty((len(self._c), len(texels)), np.float32)
        part = np.empty(len(texels), np.float32)
        for out, by_x, by_y, constant in zip(value, self._dx, self._dy, self._c, strict=True):
            np.take(by_x, index, out=out, mode="clip")
            out *= dx
            np.take(by_y, index, out=part, mode="clip")
            part *= dy
            out += part
            np.take(constant, index, out=part, mode="clip")
            out += part
        framed = self.framed
        return SurfacePoints(
            value[:3].T,
            normalised(value[3:6].T),
            normalised(value[6:9].T) if framed else None,
            normalised(value[9:12].T) if framed else None,
            value[-2],
            value[-1],
        )


@dataclass(frozen=True, eq=False)
class Projection:
    """n points on a source surface: `point`, unit `normal` `(n, 3)`; `triangle (n,)` of the source, -1 where none is near, and the
    barycentrics `u`, `v` `(n,)` of its corners 1 and 2.
    """

    point: Floats
    normal: Floats
    triangle: NDArray[np.int32]
    u: Floats
    v: Floats


class SourceSurface:
    """The finer surface whose points and normals are baked."""

    def __init__(self, mesh: Mesh, scene: RayScene) -> None:
        self.mesh, self.scene = mesh, scene
        normals, faces = mesh.vertex_normals(), mesh.faces
        if mesh.corner_normals is not None:  # hard edges: a normal of its own for each corner
            normals = mesh.corner_normals.reshape(-1, 3)
            faces = np.arange(len(normals), dtype=np.int32).reshape(-1, 3)
        self.normals = np.asfortranarray(normals)
        self._faces = np.asfortranarray(faces, np.intp)
        self.reach = np.float32(SEARCH * extent(mesh.vertices))
        self._flat = normalised(mesh.face_normals())

    def locate(self, points: Floats, normals: Floats) -> tuple[NDArray[np.int32], Floats, Floats]:
        """Triangle (-1 where none is near) and barycentrics of corners 1 and 2 of what `project` finds, in half the time."""
        lift = self.reach * np.float32(0.2)
        hit = self.scene.first_hits(points + normals * lift, -normals)
        triangle, u, v = hit.triangle, hit.u, hit.v
        facing = np.zeros(len(points), np.float32)
        for k in range(3):
            facing += np.take(self._flat[:, k], triangle, mode="clip") * normals[:, k]
        rest = np.flatnonzero((triangle < 0) | (hit.distance > 2 * lift) | (facing <= 0.2))
        if len(rest):
            found = self.project(points[rest], normals[rest])
            triangle, u, v = triangle.copy(), u.copy(), v.copy()
            triangle[rest], u[rest], v[rest] = found.triangle, found.u, found.v
        return triangle, u, v

    def project(self, points: Floats, normals: Floats) -> Projection:
        """The source's point and unit normal on the line through each point along its normal; what was given where none is near.

        A short ray from just above finds the sheet for nearly all points; only those that miss look farther, out and in.
        """
        best, out_normal = points.copy("K"), normals.copy("K")
        gap = np.full(len(points), self.reach, np.float32)
        triangle = np.full(len(points), -1, np.int32)
        u, v = np.zeros(len(points), np.float32), np.zeros(len(points), np.float32)
        todo: NDArray[np.int64] | slice = slice(None)
        rows = np.arange(len(points))
        for start, sign, limit in ((0.2, -1.0, 0.4), (0.0, 1.0, 1.0), (0.0, -1.0, 1.0)):
            lift = self.reach * np.float32(start)
            p, n = points[todo], normals[todo]
            d = n if sign > 0 else -n
            hit = self.scene.first_hits(p - d * lift if start else p, d)
            t = hit.distance - lift
            ok = (hit.triangle >= 0) & (hit.distance <= np.float32(limit) * self.reach)
            found = self._normals(np.where(ok, hit.triangle, 0), hit.u, hit.v)
            ok &= (dot(found, n) > 0.2) & (np.abs(t) < gap[todo])
            if ok.all():
                best[todo], out_normal[todo] = p + d * t[:, None], found
                triangle[todo], u[todo], v[todo] = hit.triangle, hit.u, hit.v
            else:
                at = rows[todo][ok]
                best[at], out_normal[at], gap[at] = (p + d * t[:, None])[ok], found[ok], np.abs(t[ok])
                triangle[at], u[at], v[at] = hit.triangle[ok], hit.u[ok], hit.v[ok]
            if start:
                todo = rows[~ok]
            if not len(rows[todo]) or ok.all():
                break
        return Projection(best, out_normal, triangle, u, v)

    def _normals(self, triangle: NDArray[np.int32], u: Floats, v: Floats) -> Floats:
        """Unit normals `(n, 3)` at barycentrics `(1 - u - v, u, v)` of triangles."""
        out, part = np.empty((3, len(triangle)), np.float32), np.empty(len(triangle), np.float32)
        a, b, c = (np.take(corner, triangle, mode="clip") for corner in self._faces.T)
        rest = 1 - u - v
        for mixed, normals in zip(out, self.normals.T, strict=True):
            np.take(normals, a, out=mixed, mode="clip")
            mixed *= rest
            for corner, weight in ((b, u), (c, v)):
                np.take(normals, corner, out=part, mode="clip")
                part *= weight
                mixed += part
        return normalised(out.T)


def tangent_space(at: SurfacePoints, detail: Floats) -> Floats:
    """`detail (n, 3)` in the frame that viewers build: interpolated tangent, bitangent and normal, each made unit."""
    t, b, n = at.tangent, at.bitangent, at.normal
    assert t is not None
    assert b is not None
    # Solve x t + y b + z n = detail by Cramer's rule.
    bn, nt, tb = cross(b, n), cross(n, t), cross(t, b)
    local = np.empty((3, len(n)), np.float32)
    for row, axis in zip(local, (bn, nt, tb), strict=True):
        row[:] = dot(axis, detail)
    # Dividing by the determinant only scales, and the result is made unit; its sign is that of the handedness.
    local *= np.where(dot(t, bn) < 0, np.float32(-1), np.float32(1))
    return normalised(local.T)


def cross(a: Floats, b: Floats) -> Floats:
    """Cross products of rows `(n, 3)`, column by column."""
    out = np.empty((3, len(a)), np.float32)
    for k in range(3):
        i, j = (k + 1) % 3, (k + 2) % 3
        np.multiply(a[:, i], b[:, j], out=out[k])
        out[k] -= a[:, j] * b[:, i]
    return out.T


def dot(a: Floats, b: Floats) -> Floats:
    """Dot products of rows `(n, 3)`."""
    out = a[:, 0] * b[:, 0]
    out += a[:, 1] * b[:, 1]
    out += a[:, 2] * b[:, 2]
    return np.asarray(out)


def normalised(vectors: NDArray[np.float32]) -> Floats:
    """Rows `(n, 3)` made unit, in Fortran order; zero rows stay zero."""
    length = np.sqrt(dot(vectors, vectors))
    np.maximum(length, np.float32(1e-20), out=length)
    out = np.empty((3, len(vectors)), np.float32)
    np.multiply(vectors.T, 1 / length, out=out)
    return out.T
