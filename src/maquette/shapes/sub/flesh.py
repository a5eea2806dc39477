"""`Flesh`: bones gathered for `organic`, with a way to find its surface, so that eyes and mouths sit exactly on the skin; and `Frame`."""

from __future__ import annotations

import math
from collections.abc import Sequence

from maquette.shapes.api import bone, organic, sphere
from maquette.shapes.node import Node
from maquette.shapes.primitives import Bone

Point3 = tuple[float, float, float]


def add(a: Point3, b: Point3, by: float = 1.0) -> Point3:
    """A + by b."""
    return (a[0] + by * b[0], a[1] + by * b[1], a[2] + by * b[2])


def between(a: Point3, b: Point3, share: float = 0.5) -> Point3:
    """The point that lies `share` of the way from a to b."""
    return (a[0] + share * (b[0] - a[0]), a[1] + share * (b[1] - a[1]), a[2] + share * (b[2] - a[2]))


def unit(a: Point3) -> Point3:
    """Of length one."""
    n = max(math.sqrt(a[0] ** 2 + a[1] ** 2 + a[2] ** 2), 1e-12)
    return (a[0] / n, a[1] / n, a[2] / n)


def toward(azimuth: float, elevation: float) -> Point3:
    """The direction `azimuth` degrees to the being's left of straight ahead, `elevation` degrees up."""
    a, e = math.radians(azimuth), math.radians(elevation)
    return (math.sin(a) * math.cos(e), math.sin(e), math.cos(a) * math.cos(e))


def flip(a: Point3) -> Point3:
    """Its mirror image on the other side of the body."""
    return (-a[0], a[1], a[2])


class Frame:
    """A place with a pitch (degrees, nose down) and a size: heads are written in units of their skull's radius."""

    def __init__(self, at: Point3, pitch: float = 0.0, size: float = 1.0, lift: float = 0.0) -> None:
        self.at, self.pitch, self.size = at, pitch, size
        self._c, self._s = math.cos(math.radians(pitch)), math.sin(math.radians(pitch))
        self.lift = lift

    def turn(self, v: Point3) -> Point3:
        """A direction of the frame, in the world."""
        return (v[0], v[1] * self._c - v[2] * self._s, v[1] * self._s + v[2] * self._c)

    def __call__(self, x: float, y: float, z: float) -> Point3:
        """A point of the frame, in the world."""
        return add(self.at, self.turn((x, y, z)), self.size)

    def place(self, node: Node, x: float = 0, y: float = 0, z: float = 0) -> Node:
        """A solid (metres, its own origin) turned with the frame and set at a point of it."""
        px, py, pz = self(x, y, z)
        return node.rotate(x=self.pitch).move(px, py, pz)


class Flesh:
    """Bones melted into one skin.

    Args:
        blend: radius of the fillets, metres.
        cells: grid along the longest side.
    """

    def __init__(self, blend: float, cells: int = 84) -> None:
        self.blend, self.cells = blend, cells
        self.bones: list[Bone] = []

    def ball(self, at: Point3, radius: float, both: bool = False) -> Point3:
        """A ball; with `both` its mirror image too."""
        self.bones.append(bone(at, at, radius))
        if both:
            self.bones.append(bone(flip(at), flip(at), radius))
        return at

    def chain(self, points: Sequence[Point3], radii: Sequence[float], both: bool = False) -> None:
        """Bones from point to point; with `both` their mirror images too."""
        for a, b, ra, rb in zip(points, points[1:], radii, radii[1:], strict=False):
            self.bones.append(bone(a, b, ra, rb))
            if both:
                self.bones.append(bone(flip(a), flip(b), ra, rb))

    def node(self, grow: float = 0.0, cells: int | None = None) -> Node:
        """The skin, or one that lies `grow` metres over it: cut by a region it makes a marking."""
        bones = (
            [bone(b.a, b.b, max(b.ra + grow, 1e-4), max(b.rb + grow, 1e-4)) for b in self.bones] if grow else self.bones
        )
        return organic(bones, self.blend, cells=cells or self.cells)

    def distance(self, p: Point3) -> float:
        """To the skin, negative inside: the same smooth minimum that `organic` takes."""
        k = max(self.blend, 1e-6)
        field = 10 * k + 10.0
        for q in self.bones:
            ab = (q.b[0] - q.a[0], q.b[1] - q.a[1], q.b[2] - q.a[2])
            pa = (p[0] - q.a[0], p[1] - q.a[1], p[2] - q.a[2])
            n = ab[0] * ab[0] + ab[1] * ab[1] + ab[2] * ab[2]
            t = min(max((pa[0] * ab[0] + pa[1] * ab[1] + pa[2] * ab[2]) / n, 0.0), 1.0) if n > 1e-12 else 0.0
            dx, dy, dz = pa[0] - t * ab[0], pa[1] - t * ab[1], pa[2] - t * ab[2]
            d = math.sqrt(dx * dx + dy * dy + dz * dz) - (q.ra + (q.rb - q.ra) * t if n > 1e-12 else max(q.ra, q.rb))
            h = min(max(0.5 + 0.5 * (d - field) / k, 0.0), 1.0)
            field = d + (field - d) * h - k * h * (1 - h)
        return field

    def hit(self, start: Point3, aim: Point3) -> Point3:
        """Where a ray from `start` (outside) toward `aim` meets the skin; `aim` itself where it never does."""
        way = unit(add(aim, start, -1))
        length = math.dist(start, aim)
        t = 0.0
        for _ in range(60):
            d = self.distance(add(start, way, t))
            if d < 1e-4 * length or t >= length:
                break
            t += max(0.8 * d, 2e-4 * length)
        return add(start, way, min(t, length))

    def out(self, center: Point3, way: Point3, reach: float) -> Point3:
        """The skin seen from a `center` within it in direction `way`, found from `reach` metres outside."""
        return self.hit(add(center, unit(way), reach), center)


def patches(flesh: Flesh, grow: float, balls: Sequence[tuple[Point3, float]]) -> Node:
    """Round patches of the skin: where a grown copy meets balls."""
    region: Node | None = None
    for at, radius in balls:
        one = sphere(radius).move(*at)
        region = one if region is None else region + one
    if region is None:
        raise ValueError("patches needs at least one ball")
    return flesh.node(grow) & region
