"""Vertices as a graphics card wants them: split at UV seams, with normals and tangents. The baker and the GLB writer share them,
so that a viewer undoes exactly the tangent frames that the normal map was baked with.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from maquette.geometry.mesh import Floats, Ints, Mesh

_STEPS = 4096
"""Normals that agree to so many parts are one: rounding must not split vertices."""


@dataclass(frozen=True, eq=False)
class RenderVertices:
    """Attributes of equal length n and triangles over them.

    Attributes:
        positions: `(n, 3) float32`, metres.
        normals: `(n, 3) float32`, unit.
        uv: `(n, 2) float32`, origin bottom left, or None.
        tangents: `(n, 4) float32`: unit vector along +u at right angles to the normal, and the sign w with
            `bitangent = w * cross(normal, tangent)` pointing along +v (up in the picture); None without UVs.
        faces: `(m, 3) int32`, in the order of `Mesh.faces`.
    """

    positions: Floats
    normals: Floats
    uv: Floats | None
    tangents: Floats | None
    faces: Ints


def render_vertices(mesh: Mesh, tangents: bool = True) -> RenderVertices:
    """Split `mesh` into one vertex for each set of position, UV and normal; deterministic, in order of first use."""
    key = None
    if mesh.uv is not None and mesh.face_uv is not None:
        key = mesh.faces.astype(np.int64).ravel() * len(mesh.uv) + mesh.face_uv.ravel()
    if mesh.corner_normals is not None:
        # Around hard edges a vertex has a normal for each side.
        step = np.rint(mesh.corner_normals.reshape(-1, 3) * _STEPS).astype(np.int64) + _STEPS
        _, side = np.unique((step[:, 0] << 28) + (step[:, 1] << 14) + step[:, 2], return_inverse=True)
        point = mesh.faces.astype(np.int64).ravel()
        _, key = np.unique(point if key is None else key, return_inverse=True)
        key = key.ravel().astype(np.int64) * (int(side.max(initial=0)) + 1) + side.ravel()
    if key is None:
        return RenderVertices(mesh.vertices, mesh.vertex_normals(), None, None, mesh.faces)
    _, first, inverse = np.unique(key, return_index=True, return_inverse=True)
    order = np.argsort(first, kind="stable")
    rank = np.empty(len(first), np.int32)
    rank[order] = np.arange(len(first))
    corner = first[order]
    faces = rank[inverse.ravel()].reshape(-1, 3).astype(np.int32)
    at = mesh.faces.ravel()[corner]
    positions = mesh.vertices[at]
    unit = mesh.corner_normals.reshape(-1, 3)[corner] if mesh.corner_normals is not None else mesh.vertex_normals()[at]
    if mesh.uv is None or mesh.face_uv is None:
        return RenderVertices(positions, unit, None, None, faces)
    uv = mesh.uv[mesh.face_uv.ravel()[corner]]
    tangent = _tangents(positions, unit, uv, faces) if tangents else None
    return RenderVertices(positions, unit, uv, tangent, faces)


def _tangents(positions: Floats, normals: Floats, uv: Floats, faces: Ints) -> Floats:
    """Angle-weighted mean of the faces' u directions in each vertex's plane, as in MikkTSpace (Mikkelsen 2008), but one frame for
    each vertex: charts are never mirrored, so no further splits are needed.
    """
    p, t = positions.astype(np.float64)[faces], uv.astype(np.float64)[faces]
    n = normals.astype(np.float64)
    e1, e2 = p[:, 1] - p[:, 0], p[:, 2] - p[:, 0]
    d1, d2 = t[:, 1] - t[:, 0], t[:, 2] - t[:, 0]
    area = d1[:, 0] * d2[:, 1] - d1[:, 1] * d2[:, 0]
    along = (e1 * d2[:, 1:] - e2 * d1[:, 1:]) * np.sign(area)[:, None]
    total, sign = np.zeros((len(positions), 3)), np.zeros(len(positions))
    for k in range(3):
        a, b = p[:, (k + 1) % 3] - p[:, k], p[:, (k + 2) % 3] - p[:, k]
        length = np.linalg.norm(a, axis=1) * np.linalg.norm(b, axis=1)
        angle = np.arccos(np.clip(np.einsum("ij,ij->i", a, b) / np.maximum(length, 1e-30), -1, 1))
        at = n[faces[:, k]]
        flat = along - at * np.einsum("ij,ij->i", at, along)[:, None]
        flat *= (angle / np.maximum(np.linalg.norm(flat, axis=1), 1e-30))[:, None]
        for axis in range(3):
            total[:, axis] += np.bincount(faces[:, k], flat[:, axis], minlength=len(positions))
        sign += np.bincount(faces[:, k], angle * np.sign(area), minlength=len(positions))
    total -= n * np.einsum("ij,ij->i", n, total)[:, None]
    length = np.linalg.norm(total, axis=1, keepdims=True)
    # Where UVs are degenerate any direction in the plane will do, but a zero tangent is a glTF error.
    axis = np.eye(3)[np.abs(n).argmin(axis=1)]
    spare = np.cross(n, axis)
    spare /= np.linalg.norm(spare, axis=1, keepdims=True)
    unit = np.where(length > 1e-12, total / np.maximum(length, 1e-30), spare)
    return np.concatenate([unit, np.where(sign < 0, -1.0, 1.0)[:, None]], axis=1).astype(np.float32)
