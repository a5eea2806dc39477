"""Convex hulls that together hold an asset: the shape that physics engines collide with."""

from __future__ import annotations

import json
import logging
import subprocess
import sys
from importlib.util import find_spec

import manifold3d
import numpy as np
from numpy.typing import NDArray
from scipy.spatial import ConvexHull

from maquette.errors import MeshError
from maquette.geometry import hull_decomposer
from maquette.geometry.clean import ensure_solid, extent, from_manifold, make_outward, validate
from maquette.geometry.convex_split import split_convex
from maquette.geometry.mesh import Mesh
from maquette.geometry.simplify import simplify
from maquette.geometry.topology import signed_volume

log = logging.getLogger(__name__)
Doubles = NDArray[np.float64]

FACES = 2000
"""Triangles that CoACD decomposes. Time grows with them (a chair: 52 s for 4000, 10 s for 2000), hulls hardly change."""

FACES_PLANES = 800
"""Triangles that are split by planes: 2 to 4 s for an asset."""

VOXELS = 64
"""Of an open mesh that must be rebuilt as a solid: hulls need no more."""

MAX_VERTICES = 64
"""Usual limit of engines: PhysX takes 255 vertices on the CPU but 64 on the GPU; fewer are faster in all."""

CLOSE = 1.4
"""Hulls by planes with at most this much room, as a share of the solid's, are close enough: CoACD would search many seconds for little."""

SECONDS = 90.0
COACD = {
    "threshold": 0.05,
    "preprocess_mode": "off",
    "mcts_iterations": 60,
    "mcts_nodes": 10,
    "resolution": 1000,
    "seed": 0,
}
"""Half the search of CoACD's defaults, at whose end the hulls look the same."""

THIN = 2e-3
"""Flat parts are made this thick, as a share of the asset's extent: engines refuse hulls without volume."""


def convex_hulls(mesh: Mesh, most: int, *, max_vertices: int = MAX_VERTICES, seconds: float = SECONDS) -> list[Mesh]:
    """At most `most` convex, closed, outward meshes of triangles that together hold every vertex of `mesh`, the largest first.

    By `split_convex`; where those are loose (`CLOSE`) and CoACD is installed (extra `collision`) by that too, in a child process, and
    whichever hulls take less room count. Neither is always the better: 16 hulls of a chair with slats held 1.59 times its volume by planes
    in 4 s, 1.86 times by CoACD in 35 s; 13 hulls of a robot 1.32 and 1.29 times in 5 and 17 s. Deterministic as long as CoACD's limit of
    `seconds` is not met.

    Args:
        mesh: any triangles or quads; open ones are closed first.
        most: 1 or more hulls.
        max_vertices: of each hull, 8 or more. A hull with more is replaced by one with fewer that still holds all its points.

    Raises:
        MeshError: the mesh is empty or broken, or an argument is out of range.
    """
    validate(mesh, "convex_hulls")
    if most < 1 or max_vertices < 8:
        raise MeshError("convex_hulls: ask for 1 hull or more, of 8 vertices or more each.")
    size = extent(mesh.vertices)
    centre = mesh.vertices.mean(axis=0, dtype=np.float64)
    unit = Mesh(((mesh.vertices - centre) / size).astype(np.float32), mesh.faces)
    points = unit.vertices[np.unique(mesh.faces)].astype(np.float64)
    if most == 1:
        parts = [points]
    else:
        solid = ensure_solid(unit, VOXELS)
        parts = _by_planes(_fewer(solid, FACES_PLANES), most)
        loose = _room(parts) > CLOSE * abs(signed_volume(solid.vertices, solid.faces))
        wanted = loose and find_spec("coacd") is not None
        other = _by_coacd(_fewer(solid, FACES), most, seconds) if wanted else None
        if other is not None and _room(other) < _room(parts):
            parts = other
    hulls = [_hull(p, max_vertices) for p in _holding(parts, points)]
    hulls.sort(key=lambda h: -signed_volume(h.vertices, h.faces))
    return [Mesh((h.vertices * size + centre).astype(np.float32), h.faces) for h in hulls]


def _fewer(solid: Mesh, faces: int) -> Mesh:
    if len(solid.faces) <= faces:
        return solid
    try:
        return simplify(solid, faces)
    except MeshError:
        return solid


def _by_planes(solid: Mesh, most: int) -> list[Doubles]:
    given = manifold3d.Manifold(manifold3d.Mesh(solid.vertices, solid.faces.astype(np.uint32)))
    return split_convex(given, most)


def _room(parts: list[Doubles]) -> float:
    return sum(float(ConvexHull(_solid(p)).volume) for p in parts)


def _by_coacd(solid: Mesh, most: int, seconds: float) -> list[Doubles] | None:
    """Points of each part, or None if the library failed or was too slow."""
    head = {"vertices": len(solid.vertices), "faces": len(solid.faces), "options": COACD | {"max_convex_hull": most}}
    data = json.dumps(head).encode() + b"\n" + solid.vertices.astype(np.float64).tobytes() + solid.faces.tobytes()
    command = [sys.executable, "-E", "-s", hull_decomposer.__file__]
    try:
        child = subprocess.run(command, input=data, capture_output=True, timeout=seconds, check=False)
    except subprocess.TimeoutExpired:
        log.warning("convex_hulls: CoACD took more than %.0f s", seconds)
        return None
    line, _, body = child.stdout.partition(b"\n")
    if child.returncode or not line:
        log.warning("convex_hulls: CoACD ended with status %d", child.returncode)
        return None
    counts = json.loads(line)["points"]
    points = np.frombuffer(body, np.float64).reshape(-1, 3)
    if len(points) != sum(counts) or not 0 < len(counts) <= most:
        return None
    return np.split(points, np.cumsum(counts)[:-1])


def _holding(parts: list[Doubles], points: Doubles) -> list[Doubles]:
    """The parts, each point that none of them holds given to the one it is closest to: simplification cut off corners."""
    planes = [_planes(p) for p in parts]
    outside = np.stack([(points @ n[:, :3].T + n[:, 3]).max(axis=1) for n in planes])
    nearest, distance = outside.argmin(axis=0), outside.min(axis=0)
    return [np.concatenate([p, points[(nearest == i) & (distance > 1e-7)]]) for i, p in enumerate(parts)]


def _planes(points: Doubles) -> Doubles:
    """`(k, 4)` outward normals and offsets of the hull of `points`, which may be flat."""
    return np.asarray(ConvexHull(_solid(points)).equations)


def _solid(points: Doubles) -> Doubles:
    """The points, made `THIN` thick where they lie in a plane or on a line."""
    centred = points - points.mean(axis=0)
    _, axes = np.linalg.eigh(centred.T @ centred)
    thickness = np.ptp(centred @ axes, axis=0)
    for axis in axes.T[thickness < THIN]:
        points = np.concatenate([points - axis * THIN / 2, points + axis * THIN / 2])
    return points


def _hull(points: Doubles, most: int) -> Mesh:
    """The hull of the points, or one of at most `most` vertices around it."""
    points = _solid(points)
    hull = ConvexHull(points)
    corners = points[hull.vertices]
    if len(corners) > most:
        fewer = _extreme(corners, most)
        planes = ConvexHull(fewer).equations
        middle = fewer.mean(axis=0)
        # Grown about its middle until no point is left outside.
        reach = ((corners - middle) @ planes[:, :3].T / -(planes[:, :3] @ middle + planes[:, 3])).max()
        corners = middle + (fewer - middle) * max(float(reach), 1.0)
    solid = manifold3d.Manifold.hull_points(corners.astype(np.float32))
    if solid.is_empty():
        raise MeshError("convex_hulls: a part of the mesh is too thin for a hull. Ask for fewer hulls.")
    return make_outward(from_manifold(solid))


def _extreme(corners: Doubles, most: int) -> Doubles:
    """At most `most` corners: the farthest ones in directions spread evenly over the sphere, as many as give that number."""
    best = None
    for count in range(most, 6 * most, most // 4):
        i = np.arange(count) + 0.5
        up, turn = 1 - 2 * i / count, np.pi * (1 + np.sqrt(5)) * i
        side = np.sqrt(1 - up * up)
        ways = np.stack([side * np.cos(turn), up, side * np.sin(turn)], axis=1)
        found = np.unique((corners @ ways.T).argmax(axis=0))
        if len(found) > most:
            break
        if len(found) >= 4:
            best = found
    return corners[best] if best is not None else corners[:most]
