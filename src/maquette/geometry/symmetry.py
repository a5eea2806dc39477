"""Make a mesh its own mirror image in a plane x = c: find the plane, cut there, keep the better half and mirror it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from maquette.errors import MeshError
from maquette.geometry import topology
from maquette.geometry.clean import compact, drop_bad_faces, extent, merge_vertices, split_fans, validate
from maquette.geometry.closest import ClosestPoints
from maquette.geometry.collapse import collapse
from maquette.geometry.hausdorff import surface_samples
from maquette.geometry.mesh import Mesh
from maquette.geometry.subdivide import subdivide
from maquette.geometry.tolerances import PLANE_SNAP

SEARCH = 0.06
"""The plane is looked for within this share of the width around the middle of the box, and at x = 0."""
_SAMPLES = 1500


@dataclass(frozen=True, eq=False)
class Half:
    """Half of a symmetric surface, on the side x >= 0 of the plane x = 0.

    Attributes:
        vertices: `(n, 3) float64`; those on the plane have x = 0 exactly.
        faces: `(m, 3) int64`; none lies in the plane.
    """

    vertices: NDArray[np.float64]
    faces: NDArray[np.int64]

    @property
    def on_plane(self) -> NDArray[np.bool_]:
        """`(n,)` True where the two halves meet."""
        return np.asarray(self.vertices[:, 0] == 0.0)


def symmetry_plane(mesh: Mesh) -> tuple[float, float]:
    """The x of the best plane of symmetry, and how far mirrored points are from the surface: mean, as a share of the extent.

    The plane x = 0 is taken if it is as good as the best to a thousandth of the extent.

    Raises:
        MeshError: the mesh is empty or broken.
    """
    validate(mesh, "symmetry_plane")
    low, high = mesh.bounds.astype(np.float64)[:, 0]
    size = extent(mesh.vertices)
    surface = ClosestPoints(Mesh(mesh.vertices, mesh.faces), candidates=2, samples=30_000)
    points = surface_samples(mesh, _SAMPLES)

    def mismatch(x: float) -> float:
        mirrored = points * (-1, 1, 1) + (2 * x, 0, 0)
        nearest, _ = surface.query(mirrored)
        # Far outliers (a handle, a sword) must not pull the plane away from the body.
        return float(np.sqrt(np.linalg.norm(nearest - mirrored, axis=1)).mean() ** 2) / size

    middle, reach = (low + high) / 2, SEARCH * (high - low)
    best, error = middle, mismatch(middle)
    for _ in range(4):
        for x in np.linspace(best - reach, best + reach, 9):
            if (now := mismatch(float(x))) < error - 1e-9:
                best, error = float(x), now
        reach /= 4
    zero = mismatch(0.0) if low < 0 < high else np.inf
    return (0.0, zero) if zero <= error + 1e-3 else (best, error)


def symmetrise(mesh: Mesh, x: float = 0.0) -> Mesh:
    """Triangles that are their own mirror image in the plane at `x`, exactly where that is 0; closed if the mesh is.

    Raises:
        MeshError: the mesh is empty, or lies on one side of the plane.
    """
    mirrored = mirror(cut_half(mesh, x))
    return mirrored if x == 0 else mirrored.with_vertices(mirrored.vertices + np.array([x, 0, 0]))


def cut_half(mesh: Mesh, x: float = 0.0) -> Half:
    """The half with more surface, moved so that the plane is x = 0 and turned to the side x >= 0.

    Raises:
        MeshError: the mesh is empty, or lies on one side of the plane.
    """
    validate(mesh, "symmetrise")
    joined = merge_vertices(Mesh(mesh.vertices, mesh.faces))
    v, f = joined.vertices.astype(np.float64) - (x, 0, 0), joined.faces.astype(np.int64)
    v[_near_plane(v, f), 0] = 0.0
    halves = [_clip(v, f), _clip(v * (-1, 1, 1), f[:, ::-1])]
    areas = [
        np.linalg.norm(np.cross(w[g[:, 1]] - w[g[:, 0]], w[g[:, 2]] - w[g[:, 0]]), axis=1).sum() for w, g in halves
    ]
    if not min(areas) > 0:
        raise MeshError("symmetrise: the model lies on one side of the plane x = 0. Centre it, or leave symmetry out.")
    # The first side wins unless the other one has clearly more.
    w, g = halves[int(areas[1] > 1.001 * areas[0])]
    return Half(w, g)


def mirror(half: Half) -> Mesh:
    """Both halves joined along the plane. Vertices `k` and their images have equal y and z and opposite x, to the bit."""
    v = half.vertices.astype(np.float32)
    on = half.on_plane
    v[on, 0] = 0.0
    image = np.where(on, np.arange(len(v)), len(v) + np.cumsum(~on) - 1)
    vertices = np.concatenate([v, v[~on] * np.array([-1, 1, 1], np.float32)])
    faces = np.concatenate([half.faces, image[half.faces][:, ::-1]])
    mesh = Mesh(*compact(vertices, faces))
    if not topology.is_manifold(mesh.faces):
        # Where the surface touches the plane from one side only, both images would share an edge or a point.
        apart = split_fans(mesh)
        mesh = apart if topology.is_closed(apart.faces) else mesh
    return mesh


def simplify_symmetric(half: Half, target_faces: int) -> Mesh:
    """The whole, mirrored surface with about `target_faces` triangles: one half is simplified and mirrored."""
    size = float(np.ptp(half.vertices, axis=0).max())
    wanted = target_faces // 2
    v, f = half.vertices / size, half.faces
    sound = drop_bad_faces(Mesh(v.astype(np.float32), f.astype(np.int32)))
    if len(sound.faces) != len(f):
        v, f = sound.vertices.astype(np.float64), sound.faces.astype(np.int64)
    if len(f) > wanted:
        v, f = collapse(v, f, wanted, on_plane=v[:, 0] == 0)
    if len(f) < wanted:
        fine = subdivide(Mesh(v.astype(np.float32), f.astype(np.int32)), wanted)
        v, f = fine.vertices.astype(np.float64), fine.faces.astype(np.int64)
    return mirror(Half(v * size, f))


def _near_plane(v: NDArray[np.float64], f: NDArray[np.int64]) -> NDArray[np.bool_]:
    """Vertices so near to the plane that a cut beside them would leave slivers."""
    shortest = np.full(len(v), np.inf)
    for i in range(3):
        a, b = f[:, i], f[:, (i + 1) % 3]
        length = np.linalg.norm(v[a] - v[b], axis=1)
        np.minimum.at(shortest, a, length)
        np.minimum.at(shortest, b, length)
    return np.abs(v[:, 0]) < np.minimum(0.1 * shortest, PLANE_SNAP * extent(v))


def _clip(v: NDArray[np.float64], f: NDArray[np.int64]) -> tuple[NDArray[np.float64], NDArray[np.int64]]:
    """What lies at x >= 0, cut exactly at the plane; an edge is cut once for both of its faces. Faces in the plane go."""
    sign = np.sign(v[:, 0]).astype(int)[f]
    inside = (sign >= 0).all(axis=1) & (sign > 0).any(axis=1)
    crossing = (sign > 0).any(axis=1) & (sign < 0).any(axis=1)
    whole, cut, side = f[inside], f[crossing], sign[crossing]
    # Turn each cut face so that its first corner is the one that lies alone on its side (or is the one behind, beside the plane).
    alone = np.where((side > 0).sum(axis=1) == 1, (side > 0).argmax(axis=1), (side < 0).argmax(axis=1))
    rows = np.arange(len(cut))
    a, b, c = (cut[rows, (alone + i) % 3] for i in range(3))
    sb, sc = side[rows, (alone + 1) % 3], side[rows, (alone + 2) % 3]
    sa = side[rows, alone]
    keys = [np.minimum(a, e) << 32 | np.maximum(a, e) for e in (b, c)]
    need = [sb * sa < 0, sc * sa < 0]
    edges = np.unique(np.concatenate([k[n] for k, n in zip(keys, need, strict=True)])) if len(cut) else np.zeros(0, int)
    p, q = v[edges >> 32], v[edges & 0xFFFFFFFF]
    t = p[:, :1] / np.where(p[:, :1] == q[:, :1], 1, p[:, :1] - q[:, :1])
    points = p + t * (q - p)
    points[:, 0] = 0.0
    at = [np.where(n, len(v) + np.searchsorted(edges, k), e) for k, n, e in zip(keys, need, (b, c), strict=True)]
    front = sa > 0
    kept = [whole, np.stack([a, at[0], at[1]], axis=1)[front]]
    # The lone corner is cut off: what is left beyond is a quad, or a triangle if a corner lies on the plane.
    quad = ~front & (sb > 0) & (sc > 0)
    kept += [np.stack([at[0], b, c], axis=1)[quad], np.stack([at[0], c, at[1]], axis=1)[quad]]
    kept += [np.stack([at[0], b, c], axis=1)[~front & (sb > 0) & (sc == 0)]]
    kept += [np.stack([b, c, at[1]], axis=1)[~front & (sb == 0) & (sc > 0)]]
    v, f = np.concatenate([v, points]), np.concatenate(kept)
    used, index = np.unique(f, return_inverse=True)
    return v[used], index.reshape(-1, 3)
