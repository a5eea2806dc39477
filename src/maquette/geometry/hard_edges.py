"""Hard edges: normals that differ between the faces around one vertex, as a file gives them, and as they follow a mesh that changes."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from maquette.geometry.clean import extent
from maquette.geometry.closest import ClosestPoints
from maquette.geometry.mesh import Floats, Mesh
from maquette.geometry.rays import ray_scene

UNSAID = 40.0
"""Degrees beyond which two faces meet in a hard edge where a file does not say: boxes are boxes, and balls of some hundred faces round."""
AGREE = 0.999
"""Cosine above which two normals of one vertex are the same."""
MOST_AWAY = 0.01
"""Share of the corners whose normals may look away from their faces; a file with more of them has bad normals."""
SAMPLES = 80_000
"""Over the source, for its closest points: five times as quick to make ready as the finest, and corners are not that near each other."""
REACH = (2e-5, 4e-4, 0.004)
"""Rays look so far for the source on either side, as a share of its extent: first as near as a plane that was only cut up."""
INWARD = 0.1
"""Corners are looked up so far towards the middle of their face: at the corner itself all sides of an edge are equally near."""


def with_corner_normals(mesh: Mesh, normals: NDArray[np.floating]) -> Mesh:
    """The mesh with the hard edges that normals `(m, 3, 3)` at the corners of its faces make.

    Where those of each vertex agree there are no hard edges, and the mesh comes back as it is; so it does where the normals are no
    numbers, or look away from their faces. A zero normal stands for that of its face.
    """
    n = np.asarray(normals, np.float64)
    if n.shape != (len(mesh.faces), 3, 3) or not np.isfinite(n).all():
        return mesh
    face = _unit(mesh.face_normals().astype(np.float64))[:, None]
    n = _unit(n)
    n = np.where((np.abs(n).sum(axis=2) > 0)[..., None], n, face)
    if (np.einsum("mkc,mkc->mk", n, np.broadcast_to(face, n.shape)) < 0).mean() > MOST_AWAY:
        return mesh
    chosen = np.zeros((len(mesh.vertices), 3))
    chosen[mesh.faces.ravel()] = n.reshape(-1, 3)
    if (np.einsum("mkc,mkc->mk", n, chosen[mesh.faces]) > AGREE).all():
        return mesh
    return replace(mesh, normals=None, corner_normals=n.astype(np.float32))


def creased(mesh: Mesh, degrees: float) -> Mesh:
    """The mesh with hard edges wherever two faces meet at more than `degrees`.

    The normal of a corner is the area-weighted mean of those faces around its vertex that lie within `degrees` of its own face.
    """
    area = mesh.face_normals().astype(np.float64)
    unit = _unit(area)
    m = len(mesh.faces)
    vertex = mesh.faces.ravel()
    order = np.argsort(vertex, kind="stable")
    owner = np.repeat(np.arange(m), 3)[order]
    count = np.bincount(vertex, minlength=len(mesh.vertices))
    start = np.concatenate([[0], np.cumsum(count)])[:-1]
    total = np.zeros((3 * m, 3))
    least = np.cos(np.radians(degrees))
    own = np.repeat(np.arange(m), 3)
    for k in range(int(count.max(initial=0))):
        rows = np.flatnonzero(count[vertex] > k)
        other = owner[start[vertex[rows]] + k]
        near = np.einsum("ij,ij->i", unit[own[rows]], unit[other]) >= least
        total[rows[near]] += area[other[near]]
    return with_corner_normals(mesh, total.reshape(-1, 3, 3))


def carried(source: Mesh, mesh: Mesh) -> Mesh:
    """`mesh`, another set of triangles on the surface of `source`, with the hard edges that `source` has."""
    if source.corner_normals is None or mesh.corner_normals is not None:
        return mesh
    corners = mesh.vertices[mesh.faces]
    middle = corners.mean(axis=1, keepdims=True)
    points = (corners + np.float32(INWARD) * (middle - corners)).reshape(-1, 3)
    flat = np.repeat(_unit(mesh.face_normals()).astype(np.float32), 3, axis=0)
    face, weights = _located(source, points, flat)
    found: Floats = np.einsum("nk,nkc->nc", weights, source.corner_normals[face].astype(np.float64))
    return with_corner_normals(mesh, _unit(found).reshape(-1, 3, 3))


def _located(source: Mesh, points: Floats, normals: Floats) -> tuple[NDArray[np.int64], NDArray[np.float64]]:
    """The face of `source` under each point and the weights of its corners: by a short ray, and where none hits by the closest point."""
    face = np.full(len(points), -1, np.int64)
    weights = np.zeros((len(points), 3))
    scene = ray_scene(source)
    facing = source.face_normals()
    for reach in REACH if scene is not None else ():
        assert scene is not None
        lift = np.float32(reach * extent(source.vertices))
        rest = np.flatnonzero(face < 0)
        hit = scene.first_hits(points[rest] + lift * normals[rest], -normals[rest])
        ok = (hit.triangle >= 0) & (hit.distance < 2 * lift)
        ok &= np.einsum("nk,nk->n", facing[np.maximum(hit.triangle, 0)], normals[rest]) > 0
        face[rest[ok]] = hit.triangle[ok]
        weights[rest[ok]] = np.stack([1 - hit.u - hit.v, hit.u, hit.v], axis=1)[ok]
    rest = np.flatnonzero(face < 0)
    if len(rest):
        face[rest], weights[rest] = ClosestPoints(source, samples=SAMPLES).locate(points[rest], normals[rest])
    return face, weights


def _unit(vectors: NDArray[np.floating]) -> NDArray[np.float64]:
    length = np.linalg.norm(vectors, axis=-1, keepdims=True)
    return np.asarray(vectors / np.maximum(length, 1e-30), np.float64)
