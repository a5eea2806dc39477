"""Rays against a triangle mesh through Embree (embreex); `ray_scene` gives None where the package has no wheel."""

from __future__ import annotations

from dataclasses import dataclass
from importlib.util import find_spec
from typing import Any

import numpy as np
from numpy.typing import NDArray

from maquette.geometry.mesh import Mesh

Floats = NDArray[np.float32]


@dataclass(frozen=True, eq=False)
class Hits:
    """First hits of n rays: triangle (-1 for a miss), distance in units of the direction, barycentrics of corners 1 and 2."""

    triangle: NDArray[np.int32]
    distance: Floats
    u: Floats
    v: Floats


class RayScene:
    """One mesh ready for rays; queries release the interpreter lock and may run on several threads."""

    def __init__(self, mesh: Mesh) -> None:
        from embreex import mesh_construction, rtcore_scene

        self._scene: Any = rtcore_scene.EmbreeScene(robust=True)
        self._mesh: Any = mesh_construction.TriangleMesh(self._scene, mesh.vertices, mesh.faces)
        # The tree is built by the first query; do it here, before threads ask.
        self._scene.run(np.zeros((1, 3), np.float32), np.array([[0, 1, 0]], np.float32))

    def first_hits(self, origins: Floats, directions: Floats) -> Hits:
        """Nearest hit of each ray, origins and directions `(n, 3)`."""
        out = self._scene.run(_f32(origins), _f32(directions), query="INTERSECT", output=True)
        return Hits(out["primID"], out["tfar"], out["u"], out["v"])

    def occluded(self, origins: Floats, directions: Floats, distance: float) -> NDArray[np.bool_]:
        """`(n,)` True where something is hit within `distance`."""
        limits = np.full(len(origins), distance, np.float32)
        out = self._scene.run(_f32(origins), _f32(directions), dists=limits, query="OCCLUDED")
        return np.asarray(out) >= 0


def available() -> bool:
    """True if embreex is installed; there is no wheel for Linux on ARM."""
    return find_spec("embreex") is not None


def ray_scene(mesh: Mesh) -> RayScene | None:
    """A scene of `mesh`, or None where embreex is not installed."""
    return RayScene(mesh) if available() else None


def _f32(array: NDArray[np.floating]) -> Floats:
    return np.ascontiguousarray(array, np.float32)
