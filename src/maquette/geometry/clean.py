"""Repair a mesh: merge, drop bad faces and specks, turn it outward, and as a last resort rebuild it as a solid."""

from __future__ import annotations

import manifold3d
import numpy as np
from numpy.typing import NDArray
from scipy import ndimage

from maquette.errors import MeshError
from maquette.geometry import topology
from maquette.geometry.isosurface import isosurface
from maquette.geometry.mesh import Floats, Ints, Mesh
from maquette.geometry.tolerances import COMPONENT_AREA, COPY_DISTANCE, DEGENERATE_AREA


def validate(mesh: Mesh, operation: str) -> None:
    """Raise `MeshError`, beginning with `operation`, unless the mesh has faces and only finite vertices of some extent."""
    if not len(mesh.faces):
        raise MeshError(f"{operation}: the mesh has no faces. Give a surface, not points or lines.")
    if not np.isfinite(mesh.vertices).all():
        raise MeshError(f"{operation}: the mesh has vertices that are not numbers. Export it again.")
    if not extent(mesh.vertices) > 0:
        raise MeshError(f"{operation}: all vertices are at one point. Export the mesh again.")


def extent(vertices: NDArray[np.floating]) -> float:
    """Longest side of the bounding box."""
    return float(np.ptp(vertices, axis=0).max()) if len(vertices) else 0.0


def degenerate_faces(mesh: Mesh) -> NDArray[np.bool_]:
    """`(m,)` True where a triangle repeats a corner or has no area (`DEGENERATE_AREA`)."""
    f = mesh.faces
    repeated = (f[:, 0] == f[:, 1]) | (f[:, 1] == f[:, 2]) | (f[:, 2] == f[:, 0])
    v = mesh.vertices.astype(np.float64)
    a, b, c = v[f[:, 0]], v[f[:, 1]], v[f[:, 2]]
    area = np.linalg.norm(np.cross(b - a, c - a), axis=1)
    return np.asarray(repeated | (area <= DEGENERATE_AREA * extent(mesh.vertices) ** 2))


def compact(vertices: NDArray[np.floating], faces: NDArray[np.integer]) -> tuple[Floats, Ints]:
    """The same polygons without unused vertices; order is kept."""
    used = np.zeros(len(vertices), bool)
    used[faces.ravel()] = True
    index = np.cumsum(used) - 1
    return np.asarray(vertices[used], np.float32), index[faces].astype(np.int32)


def merge_vertices(mesh: Mesh) -> Mesh:
    """Join vertices that are equal to the bit (-0 counts as 0). UVs and quads are kept."""
    v = mesh.vertices + np.float32(0)
    _, first, inverse = np.unique(
        v.view([("x", "f4"), ("y", "f4"), ("z", "f4")]).ravel(), return_index=True, return_inverse=True
    )
    keep = np.sort(first)
    rank = np.empty(len(first), np.int32)
    rank[np.argsort(first)] = np.arange(len(first))
    index = rank[inverse.ravel()]
    quads = None if mesh.quads is None else index[mesh.quads]
    return Mesh(
        v[keep],
        index[mesh.faces],
        quads=quads,
        uv=mesh.uv,
        face_uv=mesh.face_uv,
        corner_normals=mesh.corner_normals,
    )


def drop_bad_faces(mesh: Mesh) -> Mesh:
    """Triangles without degenerate faces, and without copies of a face in either direction. UVs and quads are dropped."""
    faces = mesh.faces[~degenerate_faces(mesh)]
    return Mesh(*compact(mesh.vertices, faces[~topology.copied_faces(faces)]))


def drop_specks(mesh: Mesh, least_area: float = COMPONENT_AREA) -> Mesh:
    """Triangles of all parts whose area is at least `least_area` of the whole; the largest part always stays."""
    count, label = topology.vertex_components(mesh.faces, len(mesh.vertices))
    part = label[mesh.faces[:, 0]]
    area = np.bincount(part, np.linalg.norm(mesh.face_normals(), axis=1), minlength=count)
    keep = area >= min(least_area * area.sum(), area.max())
    if keep[part].all():
        return mesh
    return Mesh(*compact(mesh.vertices, mesh.faces[keep[part]]))


def make_outward(mesh: Mesh) -> Mesh:
    """The closed mesh turned as a whole so that its volume is positive. Inner shells keep their sense against the outer ones."""
    if topology.signed_volume(mesh.vertices, mesh.faces) >= 0:
        return mesh
    if mesh.quads is None:
        face_uv = None if mesh.face_uv is None else mesh.face_uv[:, ::-1]
        return Mesh(mesh.vertices, mesh.faces[:, ::-1], uv=mesh.uv, face_uv=face_uv)
    # Reversing [0 3 2 1] keeps the 0-2 diagonal.
    quads = mesh.quads[:, [0, 3, 2, 1]]
    return Mesh.from_quads(mesh.vertices, quads, mesh.faces[2 * len(quads) :, ::-1])


def from_manifold(solid: manifold3d.Manifold) -> Mesh:
    """`Mesh` of a manifold3d solid, its copied vertices joined again."""
    out = solid.to_mesh()
    faces = np.asarray(out.tri_verts, np.int32)
    if len(out.merge_from_vert):
        to = np.arange(len(out.vert_properties), dtype=np.int32)
        to[out.merge_from_vert] = out.merge_to_vert
        faces = to[faces]
    return Mesh(*compact(np.asarray(out.vert_properties, np.float32)[:, :3], faces))


def is_solid(mesh: Mesh) -> bool:
    """True if the mesh is closed, manifold and outward, without degenerate faces, by our own count and by manifold3d."""
    if not topology.is_closed(mesh.faces) or topology.signed_volume(mesh.vertices, mesh.faces) <= 0:
        return False
    if not topology.is_manifold(mesh.faces) or degenerate_faces(mesh).any():
        return False
    solid = manifold3d.Manifold(manifold3d.Mesh(mesh.vertices, mesh.faces.astype(np.uint32)))
    return bool(solid.status() == manifold3d.Error.NoError)


def split_fans(mesh: Mesh) -> Mesh:
    """Give each fan of faces its own vertex, so that parts which only touch at a point or along an edge come apart."""
    fans, corner = topology.corner_fans(mesh.faces)
    if fans == len(np.unique(mesh.faces)):
        return mesh
    origin = np.empty(fans, np.int64)
    origin[corner.ravel()] = mesh.faces.ravel()
    order = np.argsort(origin, kind="stable")
    rank = np.empty(fans, np.int32)
    rank[order] = np.arange(fans)
    return part_copies(Mesh(mesh.vertices[origin[order]], rank[corner]))


def part_copies(mesh: Mesh) -> Mesh:
    """Move vertices at one place that are not one vertex a hair inward along their own normals.

    Files hold positions: a reader that joins equal ones (as every reader must, at UV seams) would tie such copies together again.
    """
    _, inverse, count = np.unique(
        (mesh.vertices + np.float32(0)).view([("x", "f4"), ("y", "f4"), ("z", "f4")]).ravel(),
        return_inverse=True,
        return_counts=True,
    )
    group = inverse.ravel()
    if (count == 1).all():
        return mesh
    # Copies that share a normal too (folded onto each other) must still move apart: each goes one step deeper than the last.
    order = np.argsort(group, kind="stable")
    first = np.concatenate([[0], np.cumsum(count)[:-1]])
    rank = np.empty(len(group), np.int64)
    rank[order] = np.arange(len(group)) - first[group[order]]
    depth = np.where(count[group] > 1, 1 + rank, 0)
    step = mesh.vertex_normals() * (COPY_DISTANCE * extent(mesh.vertices) * depth)[:, None]
    return mesh.with_vertices((mesh.vertices - step).astype(np.float32))


def untangle(mesh: Mesh, collapse: bool = False) -> Mesh | None:
    """A closed mesh whose edges with four faces are taken apart, or None if edges have no partner.

    manifold3d pairs the faces around such an edge and copies vertices where surfaces only touch. With `collapse` it also joins
    vertices within a millionth of the extent, and whatever lies flat between them.
    """
    solid = manifold3d.Manifold(manifold3d.Mesh(mesh.vertices, mesh.faces.astype(np.uint32)))
    if solid.status() != manifold3d.Error.NoError or solid.is_empty():
        return None
    if collapse:
        solid = solid.simplify(1e-6 * extent(mesh.vertices))
    return part_copies(from_manifold(solid))


def ensure_solid(mesh: Mesh, resolution: int = 192) -> Mesh:
    """A closed, manifold, outward mesh: the input if it is one, else the mildest repair that gives one.

    Tried in this order: nothing; merge, drop bad faces and specks; split touching fans; manifold3d's pairing of edges, then its
    collapse of degenerate faces; rebuild from voxels, which closes holes up to about 3 % of the size and loses detail below
    `1 / resolution`.

    Args:
        mesh: any triangles; quads and UVs survive only if nothing needs repair.
        resolution: voxels along the longest side if the mesh must be rebuilt.

    Raises:
        MeshError: nothing solid can be made of it.
    """
    validate(mesh, "ensure_solid")
    if is_solid(mesh):
        return mesh
    merged = merge_vertices(mesh)
    repaired = drop_bad_faces(merged)
    for candidate in (repaired, split_fans(repaired), untangle(merged), untangle(merged, collapse=True)):
        if candidate is not None and len(candidate.faces):
            candidate = make_outward(drop_specks(candidate))
            if is_solid(candidate):
                return candidate
    rebuilt = make_outward(drop_specks(rebuild(mesh, resolution)))
    if not topology.is_closed(rebuilt.faces):
        raise MeshError(
            "ensure_solid: no closed solid could be made of this mesh. Close its holes in a mesh editor first."
        )
    return rebuilt


def rebuild(mesh: Mesh, resolution: int = 192) -> Mesh:
    """Solid around any triangles: what cannot be reached from outside once the surface is voxelised and its gaps are closed.

    The surface of the voxels is smoothed by a distance field, and moved in by half a voxel to where the triangles are.
    """
    validate(mesh, "rebuild")
    lower, size = mesh.vertices.min(axis=0).astype(np.float64), extent(mesh.vertices)
    step = size / resolution
    pad = 8
    shape = np.ceil(np.ptp(mesh.vertices, axis=0) / step).astype(int) + 1 + 2 * pad
    cells = np.floor((_surface_points(mesh, step * 0.7) - lower) / step + 0.5).astype(int) + pad
    shell = np.zeros(shape, bool)
    shell[tuple(cells.T)] = True
    for gap in (0, 2, 5):
        closed = shell if not gap else ndimage.distance_transform_edt(~shell) <= gap
        filled = ndimage.binary_fill_holes(closed)
        if filled.sum() - closed.sum() > 0.02 * filled.sum() or gap == 5:
            break
    inside = np.where(
        filled, ndimage.distance_transform_edt(filled) - 0.5, 0.5 - ndimage.distance_transform_edt(~filled)
    )
    # The shell is half a voxel thick outside of the true surface, and `gap` voxels more where it was closed.
    field = ndimage.gaussian_filter((0.5 + gap - inside).astype(np.float32), 0.7)
    if not (field < 0).any():  # a sheet thinner than two voxels keeps its shell
        field = ndimage.gaussian_filter((-inside).astype(np.float32), 0.7)
    return isosurface(field, lower - pad * step, lower + (np.array(shape) - 1 - pad) * step)


def _surface_points(mesh: Mesh, spacing: float) -> NDArray[np.float64]:
    """`(n, 3)` points on all triangles, at most `spacing` apart."""
    v = mesh.vertices.astype(np.float64)
    a, b, c = (v[mesh.faces[:, i]] for i in range(3))
    longest = np.max(
        [np.linalg.norm(b - a, axis=1), np.linalg.norm(c - b, axis=1), np.linalg.norm(a - c, axis=1)], axis=0
    )
    steps = np.minimum(np.ceil(longest / spacing), 4096).astype(int)
    out = []
    for k in np.unique(steps):
        pick = steps == k
        i, j = np.meshgrid(np.arange(k + 1), np.arange(k + 1), indexing="ij")
        on = i + j <= k
        u, w = (i[on] / max(k, 1))[None, :, None], (j[on] / max(k, 1))[None, :, None]
        out.append((a[pick][:, None] * (1 - u - w) + b[pick][:, None] * u + c[pick][:, None] * w).reshape(-1, 3))
    return np.concatenate(out)
