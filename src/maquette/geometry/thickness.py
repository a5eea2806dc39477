"""Wall thickness by rays: how far it is through the solid, at points spread evenly over the surface.

After the shape diameter function (Shapira, Shamir, Cohen-Or 2008): a cone of rays goes inward from each point, and the median of what they
measure across the wall is its thickness there. A wall is what has an opposite side that runs along with it: the sharp edge of a
wedge, which is thin in every solid, does not count.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from maquette.geometry.mesh import Mesh
from maquette.geometry.rays import RayScene, ray_scene

SAMPLES = 20_000
CONE_DEGREES, CONE_RAYS = 25.0, 6
"""Half angle of the cone, and rays on it beside the one along the axis."""
PARALLEL = float(np.cos(np.radians(30.0)))
"""Sides of a wall are this nearly opposed."""
_START = 1e-5
"""Rays begin this far below the surface, of the longest side: 1 µm of 100 mm."""
_MAX_CROSSINGS = 6
_PLASTIC = 0.7548776662466927
"""1 / plastic number: steps of the R2 sequence (Roberts 2018)."""


@dataclass(frozen=True, eq=False)
class Thickness:
    """Walls at n points of equal weight.

    Attributes:
        points: `(n, 3) float64`, in the units of the mesh.
        face: `(n,)` triangle of each point.
        wall: `(n,) float64`: thickness; infinite where there is no opposite side, or the ray leaves through a hole.
        overlaps: `(n,) bool`: inside, the ray enters another part of the surface first: parts overlap there.
    """

    points: NDArray[np.float64]
    face: NDArray[np.int64]
    wall: NDArray[np.float64]
    overlaps: NDArray[np.bool_]


def thickness(mesh: Mesh, samples: int = SAMPLES) -> Thickness | None:
    """Walls of a mesh that faces outward; None where embreex is not installed. Deterministic; half a second for 20 000 samples.

    Args:
        mesh: triangles; at the origin of its coordinates, since rays count in float32.
        samples: points, spread by area.
    """
    scene = ray_scene(mesh)
    if scene is None:
        return None
    points, face, normals = _spread(mesh, samples)
    size = float(np.ptp(mesh.vertices, axis=0).max())
    unit = mesh.face_normals().astype(np.float64)
    unit /= np.maximum(np.linalg.norm(unit, axis=1, keepdims=True), 1e-30)
    start = points - normals * (_START * size)
    walls = np.full((1 + CONE_RAYS, len(points)), np.nan)
    overlaps = np.zeros(len(points), bool)
    first, second = _frame(normals)
    tilt = np.radians(CONE_DEGREES)
    for ray in range(1 + CONE_RAYS):
        direction = -normals
        if ray:
            turn = 2 * np.pi * ray / CONE_RAYS
            direction = np.cos(tilt) * -normals + np.sin(tilt) * (np.cos(turn) * first + np.sin(turn) * second)
        distance, hit, entered = _through(scene, unit, start, direction, size)
        found = hit >= 0
        if not ray:
            overlaps = entered
        # A ray that leaves through a side of the wall says nothing of it; what a slanted ray measures is longer than the wall.
        found[found] = np.einsum("ij,ij->i", unit[hit[found]], -normals[found]) > PARALLEL
        across = distance * np.einsum("ij,ij->i", direction, -normals) + _START * size
        walls[ray, found] = across[found]
    ordered = np.sort(walls, axis=0)  # NaN last
    count = np.isfinite(walls).sum(axis=0)
    wall = np.take_along_axis(ordered, np.maximum(count - 1, 0)[None] // 2, axis=0)[0]
    # Without the ray along the axis there may be an edge, not a wall.
    return Thickness(points, face, np.where(np.isfinite(walls[0]), wall, np.inf), overlaps)


def _through(
    scene: RayScene,
    unit: NDArray[np.float64],
    origins: NDArray[np.float64],
    directions: NDArray[np.float64],
    size: float,
) -> tuple[NDArray[np.float64], NDArray[np.int64], NDArray[np.bool_]]:
    """Distance to where each ray leaves the solid, the triangle there (-1: never), and whether it entered another part before."""
    n = len(origins)
    travelled, last = np.zeros(n), np.full(n, -1, np.int64)
    entered = np.zeros(n, bool)
    depth = np.ones(n, np.int64)
    active = np.arange(n)
    for _ in range(_MAX_CROSSINGS):
        if not len(active):
            break
        at = origins[active] + directions[active] * travelled[active, None]
        hits = scene.first_hits(at.astype(np.float32), directions[active].astype(np.float32))
        ok = hits.triangle >= 0
        active, face = active[ok], hits.triangle[ok].astype(np.int64)
        travelled[active] += hits.distance[ok]
        leaving = np.einsum("ij,ij->i", unit[face], directions[active]) > 0
        depth[active] += np.where(leaving, -1, 1)
        entered[active] |= ~leaving
        done = depth[active] <= 0
        last[active[done]] = face[done]
        active = active[~done]
        travelled[active] += _START * size
    return travelled, last, entered


def _spread(mesh: Mesh, samples: int) -> tuple[NDArray[np.float64], NDArray[np.int64], NDArray[np.float64]]:
    """Points by area, their triangles, and unit normals."""
    cross = mesh.face_normals().astype(np.float64)
    area = np.linalg.norm(cross, axis=1)
    total = np.cumsum(area)
    index = np.arange(samples)
    face = np.minimum(np.searchsorted(total, (index + 0.5) / samples * total[-1], side="right"), len(area) - 1)
    a, b = (0.5 + _PLASTIC * index) % 1, (0.5 + _PLASTIC**2 * index) % 1
    folded = a + b > 1
    a, b = np.where(folded, 1 - a, a), np.where(folded, 1 - b, b)
    v = mesh.vertices.astype(np.float64)
    p, q, r = (v[mesh.faces[face, i]] for i in range(3))
    return p + a[:, None] * (q - p) + b[:, None] * (r - p), face, cross[face] / np.maximum(area[face, None], 1e-30)


def _frame(normals: NDArray[np.float64]) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Two unit vectors across each normal."""
    axis = np.eye(3)[np.argmin(np.abs(normals), axis=1)]
    first = np.cross(normals, axis)
    first /= np.maximum(np.linalg.norm(first, axis=1, keepdims=True), 1e-30)
    return first, np.cross(normals, first)
