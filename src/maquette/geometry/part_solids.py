"""Cut a mesh along the borders of its parts, and close each part where it was cut.

The lid over a cut has the border's own vertices alone, so neighbours share it and together they hold what the whole held.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from maquette.errors import MeshError
from maquette.geometry import topology
from maquette.geometry.clean import merge_vertices, validate
from maquette.geometry.components import keep_faces
from maquette.geometry.fill_holes import _triangulate, boundary_loops
from maquette.geometry.mesh import Floats, Mesh

Longs = NDArray[np.int64]
ROUNDS = 6
"""Times that borders are straightened."""
LEVEL = 0.87
"""Cosine between the normals of a vertex and its faces above which the surface is flat enough to move the vertex along it."""


def part_solids(mesh: Mesh, label: NDArray[np.integer]) -> list[Mesh]:
    """One mesh for each label from 0 on, with the quads, UVs and normals of `mesh`; together they have all of its faces.

    Vertices on borders move a little along the surface, so that cuts run straighter than the edges did.
    Lids are triangles. Where the mesh has UVs, the three corners of a lid's triangle have the one of a corner of the border, so that
    a cut has the colour of the surface around it. A hole that the mesh had before stays open; so does a cut that no disc can close.

    Args:
        mesh: any triangles or quads.
        label: `(m,)` part of each triangle, both halves of a quad alike (`split_parts`).

    Raises:
        MeshError: the mesh is empty or broken, or the labels do not fit.
    """
    validate(mesh, "part_solids")
    if len(label) != len(mesh.faces):
        raise MeshError("part_solids: give one label for each triangle.")
    label = np.asarray(label, np.int64)
    joined = mesh if topology.is_closed(mesh.faces) else merge_vertices(mesh)
    joined = replace(joined, vertices=_straightened(joined, label), normals=joined.vertex_normals())
    keys, uses, _ = topology.edge_counts(joined.faces)
    open_edges = keys[uses == 1]
    parts = []
    for part in range(int(label.max()) + 1):
        own = label == part
        if not own.any():
            continue
        # The same edges by the numbers of the part: `keep_faces` keeps the order of used vertices.
        used = np.unique(joined.faces[own])
        ends = np.stack([open_edges >> 32, open_edges & 0xFFFFFFFF], axis=1)
        ends = ends[np.isin(ends, used).all(axis=1)]
        numbers = np.searchsorted(used, ends)
        before = set((numbers[:, 0] << 32 | numbers[:, 1]).tolist())
        parts.append(_closed(keep_faces(joined, own), before))
    return parts


def _closed(part: Mesh, before: set[int]) -> Mesh:
    """The part with a lid over each loop none of whose edges is in `before` (undirected keys)."""
    part, before = _fans_apart(part, before)
    faces = part.faces.astype(np.int64)
    v = part.vertices.astype(np.float64)
    taken = set(topology.edge_counts(faces)[0].tolist())
    lids: list[Longs] = []
    for loop in boundary_loops(faces):
        after = np.roll(loop, -1)
        edges = set((np.minimum(loop, after) << 32 | np.maximum(loop, after)).tolist())
        if edges & before:
            continue
        lid = _triangulate(v, loop, taken)
        if lid is not None:
            taken.update(topology.undirected(topology.half_edges(lid)).ravel().tolist())
            lids.append(lid)
    if not lids:
        return part
    lid = np.concatenate(lids)
    face_uv = None
    if part.face_uv is not None:
        corner = np.zeros(len(v), np.int32)
        corner[part.faces.ravel()[::-1]] = part.face_uv.ravel()[::-1]
        face_uv = np.concatenate([part.face_uv, np.repeat(corner[lid[:, :1]], 3, axis=1)])
    joined = np.concatenate([part.faces, lid.astype(np.int32)])
    return Mesh(part.vertices, joined, quads=part.quads, uv=part.uv, face_uv=face_uv, normals=part.normals)


def _straightened(mesh: Mesh, label: NDArray[np.integer]) -> Floats:
    """Vertices with those of borders moved along the surface, so that cuts zigzag less; none that would turn a face over."""
    v = mesh.vertices.astype(np.float64)
    keys = topology.undirected(topology.half_edges(mesh.faces)).ravel()
    order = np.argsort(keys, kind="stable")
    same = np.flatnonzero(keys[order][1:] == keys[order][:-1])
    one, two = order[same], order[same + 1]
    border = keys[one][label[one // 3] != label[two // 3]]
    if not len(border):
        return mesh.vertices
    a, b = border >> 32, border & 0xFFFFFFFF
    count = np.bincount(np.r_[a, b], minlength=len(v))
    on = count == 2  # where three parts meet, or a hole begins, nothing moves
    normal = mesh.vertex_normals().astype(np.float64)
    facing = _face_normals(v, mesh.faces)
    facing /= np.maximum(np.linalg.norm(facing, axis=1, keepdims=True), 1e-30)
    level = np.ones(len(v))
    np.minimum.at(level, mesh.faces, np.einsum("nx,ncx->nc", facing, normal[mesh.faces]))
    on &= level > LEVEL  # nor do corners and edges of the shape itself
    touched = on[mesh.faces].any(axis=1)
    faces = mesh.faces[touched]
    before = _face_normals(v, faces)
    for _ in range(ROUNDS):
        around = np.zeros_like(v)
        np.add.at(around, a, v[b])
        np.add.at(around, b, v[a])
        step = np.where(on[:, None], around / np.maximum(count, 1)[:, None] - v, 0.0)
        step -= (step * normal).sum(axis=1, keepdims=True) * normal
        moved = v + 0.5 * step
        after = _face_normals(moved, faces)
        size = np.linalg.norm(before, axis=1) * np.linalg.norm(after, axis=1)
        bad = (before * after).sum(axis=1) < 0.5 * size
        bad |= np.linalg.norm(after, axis=1) < 0.2 * np.linalg.norm(before, axis=1)
        held = np.unique(faces[bad])
        moved[held] = v[held]
        v = moved
    return v.astype(np.float32)


def _face_normals(v: NDArray[np.float64], faces: NDArray[np.integer]) -> NDArray[np.float64]:
    return np.cross(v[faces[:, 1]] - v[faces[:, 0]], v[faces[:, 2]] - v[faces[:, 0]])


def _fans_apart(part: Mesh, before: set[int]) -> tuple[Mesh, set[int]]:
    """Each fan of faces with its own vertex, so that every vertex is on one loop at most."""
    count, fan = topology.corner_fans(part.faces)
    if count == len(part.vertices):
        return part, before
    origin = np.zeros(count, np.int64)
    origin[fan.ravel()] = part.faces.ravel()
    # Quads follow their triangles: corners 0, 1, 2 of the first, corner 2 of the second.
    quads = None
    if part.quads is not None:
        pair = fan[: 2 * len(part.quads)].reshape(-1, 2, 3)
        quads = np.concatenate([pair[:, 0], pair[:, 1, 2:]], axis=1)
    normals = None if part.normals is None else part.normals[origin]
    renamed = set()
    for key in topology.edge_counts(fan)[0].tolist():
        a, b = int(origin[key >> 32]), int(origin[key & 0xFFFFFFFF])
        if (min(a, b) << 32 | max(a, b)) in before:
            renamed.add(key)
    mesh = Mesh(part.vertices[origin], fan, quads=quads, uv=part.uv, face_uv=part.face_uv, normals=normals)
    return mesh, renamed
