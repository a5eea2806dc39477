"""Manifolds of moves, arrays and booleans."""

from __future__ import annotations

import manifold3d as m3

from maquette.shapes import booleans as b
from maquette.shapes import transforms as t
from maquette.shapes.build.workshop import Workshop, builds
from maquette.shapes.node import Axis

AXES: dict[Axis, int] = {"x": 0, "y": 1, "z": 2}


@builds(t.Move)
def move(shop: Workshop, node: t.Move) -> m3.Manifold:
    return shop.solid(node.of).translate(node.by)


@builds(t.Rotate)
def rotate(shop: Workshop, node: t.Rotate) -> m3.Manifold:
    return shop.solid(node.of).rotate(node.degrees)


@builds(t.Scale)
def scale(shop: Workshop, node: t.Scale) -> m3.Manifold:
    return shop.solid(node.of).scale(node.by)


@builds(t.Mirror)
def mirror(shop: Workshop, node: t.Mirror) -> m3.Manifold:
    solid = shop.solid(node.of)
    normal = [0.0, 0.0, 0.0]
    normal[AXES[node.axis]] = 1.0
    image = solid.mirror(normal)
    return shop.boolean([solid, image]) if node.both else image


@builds(t.Repeat)
def repeat(shop: Workshop, node: t.Repeat) -> m3.Manifold:
    solid = shop.solid(node.of)
    x, y, z = node.step
    return shop.boolean([solid.translate((i * x, i * y, i * z)) for i in range(node.count)])


@builds(t.Around)
def around(shop: Workshop, node: t.Around) -> m3.Manifold:
    solid = shop.solid(node.of)
    full = abs(abs(node.degrees) - 360) < 1e-9
    step = node.degrees / (node.count if full else max(node.count - 1, 1))
    angles = [0.0, 0.0, 0.0]
    copies = []
    for i in range(node.count):
        angles[AXES[node.axis]] = i * step
        copies.append(solid.rotate(tuple(angles)))
    return shop.boolean(copies)


@builds(b.Union)
def union(shop: Workshop, node: b.Union) -> m3.Manifold:
    return shop.boolean([shop.solid(x) for x in node.of])


@builds(b.Difference)
def difference(shop: Workshop, node: b.Difference) -> m3.Manifold:
    return shop.boolean([shop.solid(node.of), *(shop.solid(x) for x in node.minus)], m3.OpType.Subtract)


@builds(b.Intersection)
def intersection(shop: Workshop, node: b.Intersection) -> m3.Manifold:
    return shop.boolean([shop.solid(x) for x in node.of], m3.OpType.Intersect)
