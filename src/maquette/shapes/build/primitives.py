"""Manifolds of the simple primitives."""

from __future__ import annotations

import math

import manifold3d as m3
import numpy as np
from numpy.typing import NDArray

from maquette.shapes import primitives as p
from maquette.shapes.build.curves import closed_spline, spline
from maquette.shapes.build.workshop import Workshop, builds

Doubles = NDArray[np.float64]


@builds(p.Box)
def box(shop: Workshop, node: p.Box) -> m3.Manifold:
    """Rounded boxes are hulls of eight rounded corners."""
    x, y, z = node.size
    bevel = min(node.bevel, 0.499 * min(node.size))
    if bevel <= 1e-6 * max(node.size):
        return m3.Manifold.cube((x, y, z), True)
    steps = 1 if shop.facets is not None else node.steps
    t = np.linspace(0, math.pi / 2, steps + 1)
    corner = np.unique(
        np.round([(math.sin(a) * math.cos(b), math.cos(a), math.sin(a) * math.sin(b)) for a in t for b in t], 9), axis=0
    )
    if steps == 1:
        corner = np.eye(3)
    inner = np.array(node.size) / 2 - bevel
    signs = np.array([(i, j, k) for i in (-1, 1) for j in (-1, 1) for k in (-1, 1)], np.float64)
    points = (signs[:, None] * (inner + bevel * corner)[None]).reshape(-1, 3)
    return m3.Manifold.hull_points(points)


@builds(p.Sphere)
def sphere(shop: Workshop, node: p.Sphere) -> m3.Manifold:
    return m3.Manifold.sphere(1.0, shop.segments(max(node.radii))).scale(node.radii)


@builds(p.Cylinder)
def cylinder(shop: Workshop, node: p.Cylinder) -> m3.Manifold:
    low, high, h = node.radius, node.radius if node.top is None else node.top, node.height
    sides = node.sides or shop.segments(max(low, high))
    bevel = min(node.bevel, 0.49 * h, *(r for r in (low, high) if r > 0)) if node.bevel else 0.0
    if bevel <= 0:
        return _turned(shop, [(0, -h / 2), (low, -h / 2), (high, h / 2), (0, h / 2)], sides)
    steps = 1 if shop.facets is not None or node.sides else 3
    t = np.linspace(0, math.pi / 2, steps + 1)
    lower = (
        [(low - bevel + bevel * math.sin(a), -h / 2 + bevel - bevel * math.cos(a)) for a in t]
        if low > bevel
        else [(low, -h / 2)]
    )
    upper = (
        [(high - bevel + bevel * math.cos(a), h / 2 - bevel + bevel * math.sin(a)) for a in t]
        if high > bevel
        else [(high, h / 2)]
    )
    return _turned(shop, [(0, -h / 2), *lower, *upper, (0, h / 2)], sides)


@builds(p.Capsule)
def capsule(shop: Workshop, node: p.Capsule) -> m3.Manifold:
    low, high = node.radius, node.radius if node.top is None else node.top
    half = max(node.height / 2, 0.5 * (low + high))
    n = max(3, shop.segments(max(low, high)) // 4)
    t = np.linspace(0, math.pi / 2, n + 1)
    lower = [(low * math.sin(a), -half + low - low * math.cos(a)) for a in t]
    upper = [(high * math.cos(a), half - high + high * math.sin(a)) for a in t]
    return _turned(shop, lower + upper, shop.segments(max(low, high)))


@builds(p.Torus)
def torus(shop: Workshop, node: p.Torus) -> m3.Manifold:
    tube = min(node.tube, 0.999 * node.radius)
    n = max(6, shop.segments(tube))
    a = np.linspace(0, 2 * math.pi, n, endpoint=False)
    ring = np.stack([node.radius + tube * np.cos(a), tube * np.sin(a)], axis=1)
    section = m3.CrossSection([ring])
    return _upright(section.revolve(max(8, shop.segments(node.radius, node.degrees)), node.degrees))


@builds(p.Lathe)
def lathe(shop: Workshop, node: p.Lathe) -> m3.Manifold:
    points = np.array(node.profile, np.float64)
    points[:, 0] = np.maximum(points[:, 0], 0)
    if node.smooth and len(points) > 2:
        points = spline(points, 4 if shop.facets is None else 1)
        points[:, 0] = np.maximum(points[:, 0], 0)
    sides = node.sides or shop.segments(float(points[:, 0].max()), node.degrees)
    return _turned(shop, [tuple(q) for q in points], sides, node.degrees)


@builds(p.Extrude)
def extrude(shop: Workshop, node: p.Extrude) -> m3.Manifold:
    outline = np.array(node.profile, np.float64)
    if node.smooth:
        outline = closed_spline(outline, 4 if shop.facets is None else 1)
    section = m3.CrossSection([outline], m3.FillRule.NonZero)
    if section.area() <= 0:
        section = m3.CrossSection([outline[::-1]], m3.FillRule.NonZero)
    for hole in node.holes:
        cut = m3.CrossSection([np.array(hole, np.float64)], m3.FillRule.EvenOdd)
        section -= cut
    d = node.depth
    if node.bevel > 0 and not node.twist and node.taper == 1:
        bevel = min(node.bevel, 0.49 * d)
        inner = section.offset(-bevel, m3.JoinType.Miter)
        if not inner.is_empty():
            return _bevelled(section, bevel, d)
    steps = 0 if not node.twist else max(4, int(abs(node.twist) / 8))
    top = max(node.taper, 1e-3)
    return section.extrude(d, steps, node.twist, (top, top)).translate((0, 0, -d / 2))


@builds(p.Hull)
def hull(shop: Workshop, node: p.Hull) -> m3.Manifold:
    return m3.Manifold.hull_points(np.array(node.points, np.float64))


def _bevelled(section: m3.CrossSection, bevel: float, depth: float) -> m3.Manifold:
    """Three slabs: insets at both faces, the full outline between; the chamfer in two steps reads as round."""
    slabs = []
    for inset, cut in ((0.0, bevel), (0.35 * bevel, 0.4 * bevel), (bevel, 0.0)):
        part = section.offset(-inset, m3.JoinType.Miter) if inset else section
        height = depth - 2 * cut
        if not part.is_empty() and height > 0:
            slabs.append(part.extrude(height).translate((0, 0, -height / 2)))
    return m3.Manifold.batch_boolean(slabs, m3.OpType.Add)


def _turned(shop: Workshop, profile: list[tuple[float, float]], sides: int, degrees: float = 360.0) -> m3.Manifold:
    """A profile (radius, height) about Y; an open one is closed over the axis."""
    points = list(profile)
    if points[0] != points[-1]:
        if points[0][0] > 0:
            points.insert(0, (0.0, points[0][1]))
        if points[-1][0] > 0:
            points.append((0.0, points[-1][1]))
    outline = np.array(points, np.float64)
    section = m3.CrossSection([outline], m3.FillRule.NonZero)
    if section.is_empty():
        section = m3.CrossSection([outline[::-1]], m3.FillRule.NonZero)
    return _upright(section.revolve(max(sides, 3), degrees))


def _upright(solid: m3.Manifold) -> m3.Manifold:
    return solid.rotate((-90, 0, 0))
