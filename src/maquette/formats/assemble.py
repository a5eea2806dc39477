"""One `Model` of the parts that a reader found: polygons joined, materials and colours carried to the triangles."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from maquette.errors import MeshError
from maquette.formats.materials import folded, is_clay
from maquette.formats.model import Material, Model
from maquette.formats.polygons import MAX_FACES, triangulated
from maquette.geometry.clean import merge_vertices
from maquette.geometry.hard_edges import with_corner_normals
from maquette.geometry.mesh import Mesh

MAX_PARTS = 100_000
FREE_COUNT, COUNT_PER_BYTE = 2_000_000, 8
"""Draco needs about one byte for three triangles; a file may show each some times."""
_NEARLY_WHITE = 254.5 / 255


def check_size(operation: str, count: int, file_bytes: int) -> None:
    """Refuse `count` triangles and vertices that a file of so many bytes can only have by showing the same ones again and again.

    Raises:
        MeshError: more than `MAX_FACES`, or than a file of this length holds.
    """
    if count > MAX_FACES * 2 or count > FREE_COUNT + COUNT_PER_BYTE * file_bytes:
        raise MeshError(
            f"{operation}: the scene has more than {MAX_FACES} triangles, or copies without end. Simplify it first."
        )


@dataclass(frozen=True, eq=False)
class Part:
    """Polygons of one object as its file lists them.

    Attributes:
        vertices: `(n, 3)`, in the frame of the whole file.
        counts: `(p,)` corners of each polygon.
        corners: `(sum(counts),)` vertex indices.
        uv: `(k, 2)` with its origin bottom left, or None.
        uv_corners: as `corners`, into `uv`; -1 where a corner has none.
        materials: `(p,)` rows of the file's materials, -1 for none; or one row for all.
        colors: `(sum(counts), 3)` sRGB-encoded, or None.
        name: of the object.
        normals: `(sum(counts), 3)` at each corner, or None where the file has none.
    """

    vertices: NDArray[np.floating[Any]]
    counts: NDArray[np.integer[Any]]
    corners: NDArray[np.integer[Any]]
    uv: NDArray[np.floating[Any]] | None = None
    uv_corners: NDArray[np.integer[Any]] | None = None
    materials: NDArray[np.integer[Any]] | int = -1
    colors: NDArray[np.floating[Any]] | None = None
    name: str = ""
    normals: NDArray[np.floating[Any]] | None = None


def assemble(
    operation: str,
    parts: Sequence[Part],
    materials: Sequence[Material] = (),
    extras: Mapping[str, Any] | None = None,
    *,
    join: bool = False,
) -> Model:
    """All parts as one model.

    Corners without UVs get (0, 0) where others have some; parts without colours are white where others are coloured.

    Args:
        operation: first word of error messages.
        parts: at least one, with polygons.
        materials: of the file; those that no face uses are left out.
        extras: as of `Model`.
        join: make one vertex of those that are equal to the bit: for formats that split them at seams.

    Raises:
        MeshError: as of `triangulated`.
    """
    if not parts:
        raise MeshError(f"{operation}: the file holds no faces. Give a surface, not points or lines.")
    if len(parts) > MAX_PARTS or sum(len(p.corners) for p in parts) > 3 * MAX_FACES:
        raise MeshError(f"{operation}: the file has more than {MAX_FACES} faces or too many parts. Simplify it first.")
    vertex_start = np.cumsum([0, *[len(p.vertices) for p in parts]])
    corners = np.concatenate([np.asarray(p.corners, np.int64) + s for p, s in zip(parts, vertex_start, strict=False)])
    for p in parts:
        if len(p.corners) and (np.min(p.corners) < 0 or np.max(p.corners) >= len(p.vertices)):
            raise MeshError(f"{operation}: a face points outside of the vertices. Export the file again.")
    counts = np.concatenate([np.asarray(p.counts, np.int64) for p in parts])
    uv, uv_corners = _uvs(operation, parts)
    vertices = np.concatenate([np.asarray(p.vertices, np.float64).reshape(-1, 3) for p in parts])
    mesh, at = triangulated(operation, vertices, counts, corners, uv, uv_corners)
    polygon = np.repeat(np.arange(len(counts)), counts)[at[:, 0]]
    rows = np.concatenate([np.broadcast_to(np.asarray(p.materials, np.int64), len(p.counts)) for p in parts])[polygon]
    colors = None
    if any(p.colors is not None for p in parts):
        every = [
            np.ones((len(p.corners), 3), np.float32) if p.colors is None else _checked(operation, p) for p in parts
        ]
        colors = np.concatenate(every)[at]
    if all(p.normals is not None and len(p.normals) == len(p.corners) for p in parts):
        given = np.concatenate([np.asarray(p.normals, np.float64).reshape(-1, 3) for p in parts])
        mesh = with_corner_normals(mesh, given[at])
    owner = np.repeat(np.arange(len(parts)), [len(p.counts) for p in parts])[polygon]
    model = finish(mesh, materials, rows, colors, extras, tuple(p.name for p in parts), owner)
    return replace(model, mesh=merge_vertices(model.mesh)) if join else model


def finish(
    mesh: Mesh,
    materials: Sequence[Material],
    face_material: NDArray[np.integer[Any]],
    colors: NDArray[np.floating[Any]] | None,
    extras: Mapping[str, Any] | None,
    names: tuple[str, ...] = (),
    face_part: NDArray[np.integer[Any]] | None = None,
) -> Model:
    """A model without what nobody can see: unused materials, white colours, our own clay, the name of an only part.

    The factors of an only material are folded into its maps.
    """
    rows = np.where((face_material < 0) | (face_material >= len(materials)), -1, face_material)
    clay = np.array([is_clay(m) for m in materials], bool)
    if clay.any():
        rows = np.where((rows >= 0) & clay[rows], -1, rows)
    used = np.unique(rows[rows >= 0])
    place = np.full(len(materials) + 1, -1, np.int64)
    place[used] = np.arange(len(used))
    kept = [materials[i] for i in used]
    if len(kept) == 1:
        kept = [folded(kept[0])]
    of_face = place[rows].astype(np.int32) if len(kept) and (len(kept) > 1 or (rows < 0).any()) else None
    if colors is not None and (not np.isfinite(colors).all() or colors.min() >= _NEARLY_WHITE):
        colors = None
    several = face_part is not None and len(names) > 1
    return Model(
        mesh,
        tuple(kept),
        of_face,
        None if colors is None else np.clip(colors, 0, 1).astype(np.float32),
        dict(extras or {}),
        tuple(n or f"part{i + 1}" for i, n in enumerate(names)) if several else (),
        face_part.astype(np.int32) if several and face_part is not None else None,
    )


def _uvs(
    operation: str, parts: Sequence[Part]
) -> tuple[NDArray[np.floating[Any]] | None, NDArray[np.integer[Any]] | None]:
    """UVs of all parts, and their index at each corner; the last row is for corners that have none."""
    given = [p for p in parts if p.uv is not None and p.uv_corners is not None and len(p.uv)]
    if not any((np.asarray(p.uv_corners) >= 0).any() for p in given):
        return None, None
    uv: list[NDArray[np.floating[Any]]] = []
    index: list[NDArray[np.integer[Any]]] = []
    start = 0
    for p in parts:
        if p.uv is None or p.uv_corners is None or not len(p.uv):
            index.append(np.full(len(p.corners), -1, np.int64))
            continue
        own = np.asarray(p.uv_corners, np.int64).ravel()
        if len(own) != len(p.corners) or (len(own) and own.max() >= len(p.uv)):
            raise MeshError(f"{operation}: the UVs do not fit the faces. Export the file again.")
        index.append(np.where(own < 0, -1, own + start))
        uv.append(np.asarray(p.uv, np.float64).reshape(-1, 2))
        start += len(p.uv)
    every = np.concatenate(index)
    if (every < 0).any():
        every = np.where(every < 0, start, every)
        uv.append(np.zeros((1, 2)))
    return np.concatenate(uv), every


def _checked(operation: str, part: Part) -> NDArray[np.float32]:
    colors = np.asarray(part.colors, np.float32).reshape(-1, 3)
    if len(colors) != len(part.corners):
        raise MeshError(f"{operation}: the colours do not fit the faces. Export the file again.")
    return colors
