"""Small closed solids with known topology, for tests, benchmarks and `maquette doctor`. Y is up; sizes are in metres."""

from __future__ import annotations

import numpy as np
from manifold3d import Manifold

from maquette.geometry.clean import from_manifold
from maquette.geometry.isosurface import isosurface
from maquette.geometry.mesh import Mesh


def box(size: tuple[float, float, float] = (1.0, 1.0, 1.0)) -> Mesh:
    """Twelve triangles around the origin."""
    return from_manifold(Manifold.cube(size, True))


def sphere(radius: float = 0.5, resolution: int = 48) -> Mesh:
    """A ball from its distance field on a grid of `resolution`³."""
    x, y, z = _grid(resolution)
    return isosurface(np.sqrt(x * x + y * y + z * z) - radius)


def torus(major: float = 0.6, minor: float = 0.22, resolution: int = 64) -> Mesh:
    """A ring around Y: genus 1."""
    x, y, z = _grid(resolution)
    return isosurface(np.hypot(np.hypot(x, z) - major, y) - minor)


def linked_rings(resolution: int = 96) -> Mesh:
    """Two rings through each other: two parts, each of genus 1."""
    x, y, z = _grid(resolution)
    a = np.hypot(np.hypot(x + 0.25, y) - 0.42, z) - 0.12
    b = np.hypot(np.hypot(x - 0.25, z) - 0.42, y) - 0.12
    return isosurface(np.minimum(a, b))


def chair(leg: float = 0.04) -> Mesh:
    """Seat, back and four legs of width `leg`: one part of genus 0 with thin limbs, sharp edges and large flat faces."""
    parts = [Manifold.cube((0.5, 0.05, 0.5), True).translate((0, 0.45, 0))]
    parts += [Manifold.cube((0.5, 0.55, 0.05), True).translate((0, 0.7, -0.225))]
    at = 0.25 - leg / 2
    parts += [Manifold.cube((leg, 0.45, leg), True).translate((x, 0.21, z)) for x in (-at, at) for z in (-at, at)]
    solid = parts[0]
    for part in parts[1:]:
        solid += part
    return from_manifold(solid.simplify(1e-5))


def gear(teeth: int = 12) -> Mesh:
    """A toothed wheel with a hub hole: genus 1, many sharp edges."""
    solid = Manifold.cylinder(0.2, 0.4, circular_segments=96, center=True)
    for i in range(teeth):
        tooth = Manifold.cube((0.18, 0.1, 0.2), True).translate((0.43, 0, 0))
        solid += tooth.rotate((0, 0, 360 * i / teeth))
    solid -= Manifold.cylinder(0.4, 0.15, circular_segments=64, center=True)
    return from_manifold(solid.simplify(1e-5))


def creature(resolution: int = 128) -> Mesh:
    """A bumpy ring grown together with a ball: genus 1, about `23 * resolution**1.75` triangles, detail at every scale."""
    x, y, z = _grid(resolution)
    ring = np.hypot(np.hypot(x, z) - 0.6, y) - 0.25
    ball = np.sqrt((x - 0.2) ** 2 + (y - 0.4) ** 2 + z * z) - 0.45
    bumps = 0.02 * np.sin(25 * x) * np.sin(25 * y) * np.sin(25 * z)
    return isosurface(np.minimum(ring, ball) + bumps)


def _grid(n: int) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    axis = np.linspace(-1, 1, n, dtype=np.float32)
    return axis[:, None, None], axis[None, :, None], axis[None, None, :]
