"""Place a mesh as an asset: size in metres, standing on the ground plane y = 0, centred in x and z."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from maquette.errors import MeshError
from maquette.geometry.clean import validate
from maquette.geometry.mesh import Mesh

Matrix = NDArray[np.float64]


def place(mesh: Mesh, *, bbox: tuple[float, ...] | None = None, height_m: float | None = None) -> tuple[Mesh, Matrix]:
    """Scale and move a mesh from the engine's frame to the asset's frame.

    Args:
        mesh: any mesh, in any scale.
        bbox: width (X), height (Y), length (Z) as ratios; met exactly by scaling each axis. None keeps the shape.
        height_m: real height in metres; None makes the longest side 1 m.

    Returns:
        the placed mesh, and the affine matrix `(4, 4) float64` that maps the engine's frame to the placed frame
        (columns are vectors: `placed = M @ [x, y, z, 1]`).

    Raises:
        MeshError: the mesh is empty, or flat along an axis that must be scaled.
    """
    validate(mesh, "place")
    v = mesh.vertices.astype(np.float64)
    low, high = v.min(axis=0), v.max(axis=0)
    size = high - low
    scale = np.ones(3)
    if bbox is not None:
        ratio = np.asarray(bbox, np.float64)
        if ratio.shape != (3,) or not np.isfinite(ratio).all() or ratio.min() <= 0:
            raise MeshError("place: bbox must be three positive numbers: width, height, length.")
        if size.min() <= 1e-9 * size.max():
            raise MeshError("place: the mesh is flat, so its box cannot be stretched. Leave bbox out.")
        scale = ratio / size
    scaled = size * scale
    if height_m is not None:
        if not (np.isfinite(height_m) and height_m > 0 and scaled[1] > 0):
            raise MeshError("place: height_m must be a positive number of metres, and the mesh must have a height.")
        scale = scale * (height_m / scaled[1])
    else:
        scale = scale / scaled.max()
    origin = np.array([(low[0] + high[0]) / 2, low[1], (low[2] + high[2]) / 2])
    matrix = np.eye(4)
    matrix[:3, :3] = np.diag(scale)
    matrix[:3, 3] = -origin * scale
    return transform(mesh, matrix), matrix


def transform(mesh: Mesh, matrix: Matrix) -> Mesh:
    """The mesh under an affine matrix `(4, 4)`: normals follow by the inverse transpose, a mirroring matrix turns the faces."""
    m = np.asarray(matrix, np.float64)
    vertices = (mesh.vertices.astype(np.float64) @ m[:3, :3].T + m[:3, 3]).astype(np.float32)
    normals = None if mesh.normals is None else transform_normals(mesh.normals, m)
    out = replace(mesh, vertices=vertices, normals=normals)
    if np.linalg.det(m[:3, :3]) >= 0:
        return out
    if out.quads is not None:
        quads = out.quads[:, [0, 3, 2, 1]]
        turned = Mesh.from_quads(vertices, quads, out.faces[2 * len(quads) :, ::-1])
        return replace(turned, normals=normals)
    face_uv = None if out.face_uv is None else out.face_uv[:, ::-1]
    return replace(out, faces=out.faces[:, ::-1], face_uv=face_uv)


def transform_normals(normals: NDArray[np.floating], matrix: Matrix) -> NDArray[np.float32]:
    """Unit normals `(n, 3)` of a surface that is moved by the affine `matrix`."""
    n = np.asarray(normals, np.float64) @ np.linalg.inv(np.asarray(matrix, np.float64)[:3, :3])
    length = np.linalg.norm(n, axis=1, keepdims=True)
    return np.asarray(n / np.maximum(length, 1e-30), np.float32)
