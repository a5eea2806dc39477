"""Manifolds of sweeps and lofts: rings of points, joined by quads, closed by caps."""

from __future__ import annotations

import math

import manifold3d as m3
import numpy as np
from numpy.typing import NDArray

from maquette.errors import MeshError
from maquette.shapes import primitives as p
from maquette.shapes.build.curves import closed_spline, frames, spline
from maquette.shapes.build.workshop import Workshop, builds, crosses, manifold_of

Doubles = NDArray[np.float64]
LEAST = 0.02
"""Radii below this share of the largest are raised to it: a ring must not shrink to a point."""


@builds(p.Sweep)
def sweep(shop: Workshop, node: p.Sweep) -> m3.Manifold:
    if (node.radius is None) == (node.profile is None):
        raise MeshError("A sweep needs either 'radius' or 'profile'.")
    path = np.array(node.path, np.float64)
    radii = np.ones(len(path))
    if node.radius is not None:
        if len(node.radius) not in (1, len(path)):
            raise MeshError(
                f"A sweep's 'radius' has {len(node.radius)} values for {len(path)} points; give one, or one for each."
            )
        radii = np.broadcast_to(np.array(node.radius, np.float64), (len(path),))
    both = np.concatenate([path, radii[:, None]], axis=1)
    if node.smooth and len(path) > 2:
        steps = max(2, 6 if shop.facets is None else 2)
        both = closed_spline(both, steps) if node.closed else spline(both, steps)
    path, radii = both[:, :3], np.maximum(both[:, 3], LEAST * both[:, 3].max())
    keep = np.concatenate([[True], np.linalg.norm(np.diff(path, axis=0), axis=1) > 1e-9])
    path, radii = path[keep], radii[keep]
    if len(path) < 2:
        raise MeshError("A sweep's path has no length. Give it at least two different points.")
    tangent, side, up = frames(path, node.closed)
    bent = False
    if node.profile is None:
        gentle = unfolded(path, tangent, radii)
        bent, radii = bool((gentle < radii).any()), gentle
    if node.profile is None:
        n = node.sides or max(6, shop.segments(float(radii.max())) * 2 // 3)
        a = np.linspace(0, 2 * math.pi, n, endpoint=False)
        section = np.stack([np.cos(a), np.sin(a)], axis=1)
    else:
        section = _counter_clockwise(np.array(node.profile, np.float64))
    turn = np.radians(np.linspace(0, node.twist, len(path)))
    c, s = np.cos(turn)[:, None], np.sin(turn)[:, None]
    x = (section[None, :, 0] * c - section[None, :, 1] * s) * radii[:, None]
    y = (section[None, :, 0] * s + section[None, :, 1] * c) * radii[:, None]
    rings = path[:, None] + x[..., None] * side[:, None] + y[..., None] * up[:, None]
    tube = skin(rings, node.closed, section)
    reach = np.linalg.norm(rings - path[:, None], axis=2).max(axis=1)
    doubtful = bent or _meets_itself(path, reach, node.closed)
    if doubtful and _convex(section) and crosses(tube):
        tube = _chained(shop, rings, node.closed)
    if node.round_ends and not node.closed and node.profile is None:
        ends = [m3.Manifold.sphere(float(radii[i]), shop.segments(float(radii[i]))).translate(path[i]) for i in (0, -1)]
        tube = shop.boolean([tube, *ends])
    return tube


def _meets_itself(path: Doubles, reach: Doubles, closed: bool) -> bool:
    """Some ring comes near to one that is not its neighbour along the path: loops, coils, sharp bends."""
    along = np.concatenate([[0], np.cumsum(np.linalg.norm(np.diff(path, axis=0), axis=1))])
    apart = np.abs(along[:, None] - along[None])
    if closed:
        apart = np.minimum(apart, along[-1] + np.linalg.norm(path[-1] - path[0]) - apart)
    both = reach[:, None] + reach[None]
    near = np.linalg.norm(path[:, None] - path[None], axis=2) < 1.05 * both
    return bool((near & (apart > 1.25 * both)).any()) or bool(
        (np.diff(along) < 0.35 * np.minimum(reach[1:], reach[:-1])).any()
    )


def _convex(section: Doubles) -> bool:
    side = np.roll(section, -1, axis=0) - section
    after = np.roll(side, -1, axis=0)
    return bool((side[:, 0] * after[:, 1] - side[:, 1] * after[:, 0] > -1e-9).all())


def _chained(shop: Workshop, rings: Doubles, closed: bool) -> m3.Manifold:
    """The union of the hulls of neighbouring rings, which may cross as they like."""
    after = np.roll(rings, -1, axis=0) if closed else rings[1:]
    links = [
        m3.Manifold.hull_points(np.concatenate(pair))
        for pair in zip(rings if closed else rings[:-1], after, strict=True)
    ]
    shop.check()
    return m3.Manifold.batch_boolean(links, m3.OpType.Add)  # at most some hundred small hulls


def unfolded(path: Doubles, tangent: Doubles, radii: Doubles) -> Doubles:
    """Radii `(n,)` made smaller where the inner side of a bend would fold over itself: two rings cross where their gap is shorter than what
    the turn between them takes away.
    """
    gap = np.linalg.norm(np.diff(path, axis=0), axis=1)
    turn = np.linalg.norm(np.diff(tangent, axis=0), axis=1)  # 2 sin(half the angle)
    most = np.where(turn > 1e-6, 0.93 * gap / np.maximum(turn, 1e-6), np.inf)
    least = np.minimum(np.concatenate([most, [np.inf]]), np.concatenate([[np.inf], most]))
    return np.asarray(np.maximum(np.minimum(radii, least), 0.3 * radii))


@builds(p.Loft)
def loft(shop: Workshop, node: p.Loft) -> m3.Manifold:
    count = max(16, shop.segments(shop.extent / 4)) if shop.facets is None else max(shop.facets, 4)
    rings = []
    for section in node.sections:
        polygon = _counter_clockwise(np.array(section.profile, np.float64))
        if node.smooth and shop.facets is None:
            polygon = closed_spline(polygon, 6)
        flat = _resampled(polygon, count)
        rings.append(np.stack([flat[:, 0], np.zeros(count), -flat[:, 1]], axis=1) + np.array(section.at))
    stack = np.stack(rings)
    if node.smooth and len(stack) > 2 and shop.facets is None:
        stack = spline(stack.reshape(len(stack), -1), 5).reshape(-1, count, 3)
    return skin(stack, False, None)


def skin(rings: Doubles, closed: bool, section: Doubles | None) -> m3.Manifold:
    """The solid between rings `(k, n, 3)`, each counter-clockwise seen from its end; caps by the section's own triangulation, or a fan."""
    k, n = rings.shape[:2]
    i, j = np.meshgrid(np.arange(k if closed else k - 1), np.arange(n), indexing="ij")
    a, b = i * n + j, i * n + (j + 1) % n
    c, d = (i + 1) % k * n + (j + 1) % n, (i + 1) % k * n + j
    faces = [np.stack([a, b, c], -1).reshape(-1, 3), np.stack([a, c, d], -1).reshape(-1, 3)]
    vertices = rings.reshape(-1, 3)
    if not closed:
        if section is not None and len(section) > 3:
            cap = np.asarray(m3.triangulate([section]), np.int64).reshape(-1, 3)
            faces += [cap[:, ::-1], cap + (k - 1) * n]
        else:
            middle, last = len(vertices), (k - 1) * n
            vertices = np.concatenate([vertices, rings[0].mean(0)[None], rings[-1].mean(0)[None]])
            turn = np.arange(n)
            after = (turn + 1) % n
            faces.append(np.stack([after, turn, np.full(n, middle)], -1))
            faces.append(np.stack([last + turn, last + after, np.full(n, middle + 1)], -1))
    solid = manifold_of(vertices, np.concatenate(faces))
    if solid.status() == m3.Error.NoError and solid.volume() < 0:
        return manifold_of(vertices, np.concatenate(faces)[:, ::-1])
    return solid


def _counter_clockwise(polygon: Doubles) -> Doubles:
    x, y = polygon[:, 0], polygon[:, 1]
    area = np.sum(x * np.roll(y, -1) - np.roll(x, -1) * y)
    return polygon if area > 0 else polygon[::-1]


def _resampled(polygon: Doubles, count: int) -> Doubles:
    """`count` points at equal steps along a closed polygon, from the one farthest along +x, so that neighbours match."""
    polygon = np.roll(polygon, -int(np.argmax(polygon[:, 0])), axis=0)
    closed = np.concatenate([polygon, polygon[:1]])
    along = np.concatenate([[0], np.cumsum(np.linalg.norm(np.diff(closed, axis=0), axis=1))])
    t = np.linspace(0, along[-1], count, endpoint=False)
    return np.stack([np.interp(t, along, closed[:, i]) for i in (0, 1)], axis=1)
