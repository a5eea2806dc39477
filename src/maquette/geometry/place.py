"""Place a mesh as an asset: size in metres, by default standing on the ground plane y = 0, centred in x and z."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from maquette.errors import MeshError
from maquette.geometry.clean import validate
from maquette.geometry.mesh import Mesh, split_quads

Matrix = NDArray[np.float64]


def place(
    mesh: Mesh,
    *,
    bbox: tuple[float, ...] | None = None,
    height_m: float | None = None,
    keep_size: bool = False,
    pivot: Literal["base", "center", "keep"] = "base",
    turn_degrees: float = 0.0,
) -> tuple[Mesh, Matrix]:
    """Scale, move and turn a mesh from the engine's frame to the asset's frame.

    Args:
        mesh: any mesh, in any scale.
        bbox: width (X), height (Y), length (Z) as ratios; met exactly by scaling each axis. None keeps the shape.
        height_m: real height in metres; None makes the longest side 1 m, or leaves it as long as it is.
        keep_size: without a height, the longest side stays as long as it is.
        pivot: the origin comes to the middle of the "base", to the "center" of the box, or stays ("keep": all is scaled about it).
        turn_degrees: turn about the Y axis through the origin, after all else; counter-clockwise seen from above.

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
    elif not keep_size:
        scale = scale / scaled.max()
    elif bbox is not None:
        scale = scale * (size.max() / scaled.max())
    origin = (low + high) / 2
    if pivot == "base":
        origin[1] = low[1]
    elif pivot == "keep":
        origin[:] = 0
    matrix = np.eye(4)
    matrix[:3, :3] = np.diag(scale)
    matrix[:3, 3] = -origin * scale
    if turn_degrees % 360:
        matrix = turn(turn_degrees) @ matrix
    return transform(mesh, matrix), matrix


def turn(degrees: float) -> Matrix:
    """`(4, 4)` turn about +Y, counter-clockwise seen from above; quarter turns are exact."""
    exact = {0.0: (1.0, 0.0), 90.0: (0.0, 1.0), 180.0: (-1.0, 0.0), 270.0: (0.0, -1.0)}
    angle = np.radians(degrees)
    c, s = exact.get(degrees % 360, (float(np.cos(angle)), float(np.sin(angle))))
    return np.array([[c, 0, s, 0], [0, 1, 0, 0], [-s, 0, c, 0], [0, 0, 0, 1]])


def transform(mesh: Mesh, matrix: Matrix) -> Mesh:
    """The mesh under an affine matrix `(4, 4)`: normals follow by the inverse transpose, a mirroring matrix turns the faces."""
    m = np.asarray(matrix, np.float64)
    vertices = (mesh.vertices.astype(np.float64) @ m[:3, :3].T + m[:3, 3]).astype(np.float32)
    normals = None if mesh.normals is None else transform_normals(mesh.normals, m)
    corner = None
    if mesh.corner_normals is not None:
        corner = transform_normals(mesh.corner_normals.reshape(-1, 3), m).reshape(-1, 3, 3)
    out = replace(mesh, vertices=vertices, normals=normals, corner_normals=corner)
    if np.linalg.det(m[:3, :3]) >= 0:
        return out
    if out.quads is not None:
        quads = out.quads[:, [0, 3, 2, 1]]
        faces = np.concatenate([split_quads(quads), out.faces[2 * len(quads) :, ::-1]])
        face_uv = None
        if out.face_uv is not None and out.quad_uv is not None:
            quad_uv = split_quads(out.quad_uv[:, [0, 3, 2, 1]])
            face_uv = np.concatenate([quad_uv, out.face_uv[2 * len(quads) :, ::-1]])
        if corner is not None:
            # Corners 0 1 2, 0 2 3 of a quad become 0 3 2, 0 2 1.
            first, second = corner[: 2 * len(quads) : 2], corner[1 : 2 * len(quads) : 2]
            halves = np.stack([second[:, [0, 2, 1]], first[:, [0, 2, 1]]], axis=1).reshape(-1, 3, 3)
            corner = np.concatenate([halves, corner[2 * len(quads) :, ::-1]])
        return Mesh(vertices, faces, quads=quads, uv=out.uv, face_uv=face_uv, normals=normals, corner_normals=corner)
    face_uv = None if out.face_uv is None else out.face_uv[:, ::-1]
    corner = None if corner is None else corner[:, ::-1]
    return replace(out, faces=out.faces[:, ::-1], face_uv=face_uv, corner_normals=corner)


def transform_normals(normals: NDArray[np.floating], matrix: Matrix) -> NDArray[np.float32]:
    """Unit normals `(n, 3)` of a surface that is moved by the affine `matrix`."""
    n = np.asarray(normals, np.float64) @ np.linalg.inv(np.asarray(matrix, np.float64)[:3, :3])
    length = np.linalg.norm(n, axis=1, keepdims=True)
    return np.asarray(n / np.maximum(length, 1e-30), np.float32)
