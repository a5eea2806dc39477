"""Manifolds of deformations: refine, then move the vertices."""

from __future__ import annotations

import math

import manifold3d as m3
import numpy as np
from numpy.typing import NDArray

from maquette.errors import MeshError
from maquette.shapes import deformations as d
from maquette.shapes.build.combine import AXES
from maquette.shapes.build.workshop import Workshop, builds, crosses, manifold_of
from maquette.texture.noise import fractal_noise

Doubles = NDArray[np.float64]
MAX_REFINED = 200_000
STEEP = 0.36
"""Noise of one octave higher than this share of its feature size folds over itself; each further octave is as steep as the first."""


@builds(d.Bend)
def bend(shop: Workshop, node: d.Bend) -> m3.Manifold:
    solid = shop.solid(node.of)
    i, j = AXES[node.axis], AXES[node.toward]
    low, high = _span(solid, i)
    angle = math.radians(node.degrees)
    if i == j or abs(angle) < 1e-6 or high <= low:
        return solid
    radius = (high - low) / angle
    solid = _refined(shop, solid, (high - low) / max(6, abs(node.degrees) / 8))

    def warp(q: Doubles) -> Doubles:
        out = q.copy()
        phi = (q[:, i] - low) / radius
        r = radius - q[:, j]
        out[:, i] = low + r * np.sin(phi)
        out[:, j] = radius - r * np.cos(phi)
        return out

    return solid.warp_batch(warp)


@builds(d.Twist)
def twist(shop: Workshop, node: d.Twist) -> m3.Manifold:
    solid = shop.solid(node.of)
    i = AXES[node.axis]
    low, high = _span(solid, i)
    solid = _refined(shop, solid, (high - low) / max(6, abs(node.degrees) / 10))
    j, k = (i + 1) % 3, (i + 2) % 3

    def warp(q: Doubles) -> Doubles:
        out = q.copy()
        phi = np.radians(node.degrees) * (q[:, i] - low) / max(high - low, 1e-12)
        c, s = np.cos(phi), np.sin(phi)
        out[:, j], out[:, k] = c * q[:, j] - s * q[:, k], s * q[:, j] + c * q[:, k]
        return out

    return solid.warp_batch(warp)


@builds(d.Taper)
def taper(shop: Workshop, node: d.Taper) -> m3.Manifold:
    solid = shop.solid(node.of)
    i = AXES[node.axis]
    low, high = _span(solid, i)
    j, k = {0: (1, 2), 1: (0, 2), 2: (0, 1)}[i]
    a, b = max(node.by[0], 1e-3), max(node.by[1], 1e-3)

    def warp(q: Doubles) -> Doubles:
        out = q.copy()
        t = (q[:, i] - low) / max(high - low, 1e-12)
        out[:, j] *= 1 + (a - 1) * t
        out[:, k] *= 1 + (b - 1) * t
        return out

    return solid.warp_batch(warp)


@builds(d.Roughen)
def roughen(shop: Workshop, node: d.Roughen) -> m3.Manifold:
    solid = shop.solid(node.of)
    if node.amplitude <= 0:
        return solid
    solid = _refined(shop, solid, node.size / (2.5 if shop.facets is None else 1.2))
    mesh = solid.to_mesh()
    v, f = np.asarray(mesh.vert_properties[:, :3], np.float64), np.asarray(mesh.tri_verts, np.int64)
    n = np.zeros_like(v)
    face = np.cross(v[f[:, 1]] - v[f[:, 0]], v[f[:, 2]] - v[f[:, 0]])
    for c in range(3):
        np.add.at(n, f[:, c], face)
    n /= np.maximum(np.linalg.norm(n, axis=1, keepdims=True), 1e-12)
    amplitude = min(node.amplitude, STEEP * node.size / node.octaves)
    noise = fractal_noise((v / node.size).astype(np.float32), node.seed, node.octaves).astype(np.float64)
    # At rims and in notches normals run together: there less is more.
    for share in (1.0, 0.5, 0.2):
        rough = manifold_of(v + n * (2 * share * amplitude * (noise - 0.5))[:, None], f)
        if not crosses(rough):
            return rough
    return solid


@builds(d.Lattice)
def lattice(shop: Workshop, node: d.Lattice) -> m3.Manifold:
    solid = shop.solid(node.of)
    box = np.array(solid.bounding_box(), np.float64).reshape(2, 3)
    size = np.maximum(box[1] - box[0], 1e-12)
    shift = np.zeros((*node.counts, 3))
    for index, offset in node.offsets:
        if any(not 0 <= i < n for i, n in zip(index, node.counts, strict=True)):
            raise MeshError(f"A lattice of {node.counts} has no point {index}. Count from (0, 0, 0).")
        shift[index] += offset
    solid = _refined(shop, solid, float(size.max()) / 24)

    def warp(q: Doubles) -> Doubles:
        t = np.clip((q - box[0]) / size, 0, 1)
        out = shift
        for axis in range(3):  # de Casteljau's sum, one axis at a time
            weight = _bernstein(t[:, axis], node.counts[axis])
            out = np.einsum("nk,kabc->nabc", weight, out) if axis == 0 else np.einsum("nk,nk...->n...", weight, out)
        return np.asarray(q + out)

    return solid.warp_batch(warp)


@builds(d.Subdivide)
def subdivide(shop: Workshop, node: d.Subdivide) -> m3.Manifold:
    solid = shop.solid(node.of).simplify(1e-5 * shop.extent)
    if solid.num_tri() * 4**node.rounds > MAX_REFINED:
        raise MeshError(
            f"{node.rounds} rounds of subdivision would make over {MAX_REFINED} triangles. Use fewer rounds."
        )
    return solid.smooth_out(node.keep, 0).refine(2**node.rounds)


def _bernstein(t: Doubles, count: int) -> Doubles:
    k = np.arange(count)
    choose = np.array([math.comb(count - 1, i) for i in k], np.float64)
    return np.asarray(choose * t[:, None] ** k * (1 - t[:, None]) ** (count - 1 - k))


def _span(solid: m3.Manifold, axis: int) -> tuple[float, float]:
    box = solid.bounding_box()
    return float(box[axis]), float(box[axis + 3])


def _refined(shop: Workshop, solid: m3.Manifold, length: float) -> m3.Manifold:
    """Edges of at most `length`, bounded so that it never makes more than about 60,000 triangles."""
    least = math.sqrt(max(solid.surface_area(), 1e-12) / 25_000)
    shop.check()
    return solid.refine_to_length(max(length, least))
