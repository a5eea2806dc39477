"""Trunks, crowns, leaves, petals and rocks."""

from __future__ import annotations

import math

import numpy as np

from maquette.shapes import primitives as p
from maquette.shapes.api import bone, box, extrude, hull, organic, sphere, union
from maquette.shapes.node import Node

Point3 = tuple[float, float, float]


def leaf(length: float, width: float, thickness: float, bend: float = 30.0) -> Node:
    """A blade from the origin up along Y, curving toward +Z by `bend` degrees; broad side to Z."""
    return sphere(width / 2, length / 2, thickness / 2).move(y=length / 2).bent(bend, "y", "z")


def frond(length: float, width: float, thickness: float, teeth: int, bend: float) -> Node:
    """A feathered leaf along Y that curves toward +Z: palms and ferns."""
    right: list[tuple[float, float]] = [(0.035 * length, 0.0)]
    for i in range(teeth):
        t0, t1 = 0.12 + 0.86 * i / teeth, 0.12 + 0.86 * (i + 0.62) / teeth
        wide = width / 2 * math.sin(math.pi * min(1.0, 0.2 + 0.78 * (i + 0.6) / teeth)) ** 0.7
        right += [(0.022 * length, t0 * length), (wide, (t1 + 0.07) * length)]
    outline = [*right, (0.0, length), *((-x, y) for x, y in right[::-1])]
    rib = sphere(0.022 * length, 0.5 * length, 1.4 * thickness).move(y=0.5 * length)
    return union(extrude(outline, thickness), rib).bent(bend, "y", "z")


def blob(rx: float, ry: float, rz: float, rough: float, seed: int, detail: float = 0.45) -> Node:
    """A leafy lump."""
    least = min(rx, ry, rz)
    return sphere(rx, ry, rz).roughened(rough * least, detail * least, seed=seed, octaves=2)


def branching(
    rng: np.random.Generator,
    height: float,
    radius: float,
    branches: int,
    *,
    start: float = 0.45,
    spread: float = 0.6,
    lean: float = 0.0,
    twigs: int = 0,
) -> tuple[list[p.Bone], list[Point3]]:
    """Bones of a trunk with roots and rising branches, and the ends of the branches."""
    sway = [
        (
            lean * height * t + 0.04 * height * float(rng.normal()) * t,
            t * height,
            0.04 * height * float(rng.normal()) * t,
        )
        for t in (0.0, 0.35, 0.7, 1.0)
    ]
    widths = [1.0, 0.82, 0.6, 0.32]
    bones = [
        bone(a, b, radius * ra, radius * rb) for a, b, ra, rb in zip(sway, sway[1:], widths, widths[1:], strict=False)
    ]
    for i in range(5):
        a = 2 * math.pi * (i + 0.3 * float(rng.random())) / 5
        far = radius * float(rng.uniform(1.7, 2.3))
        bones.append(
            bone(
                (0, 0.55 * radius, 0),
                (far * math.cos(a), 0.14 * radius, far * math.sin(a)),
                0.7 * radius,
                0.24 * radius,
            )
        )
    ends: list[Point3] = [sway[-1]]
    for i in range(branches):
        t = start + (0.95 - start) * (i + 0.5) / branches
        k = 0 if t < 0.35 else 1 if t < 0.7 else 2
        (x0, y0, z0), (x1, y1, z1) = sway[k], sway[k + 1]
        u = (t - (0, 0.35, 0.7)[k]) / (0.35, 0.35, 0.3)[k]
        at = (x0 + u * (x1 - x0), y0 + u * (y1 - y0), z0 + u * (z1 - z0))
        a = 2.4 * i + 0.7 * float(rng.random())
        reach = spread * height * (1.15 - 0.6 * t) * float(rng.uniform(0.75, 1.1))
        up = reach * float(rng.uniform(0.35, 0.8))
        mid = (at[0] + 0.5 * reach * math.cos(a), at[1] + 0.3 * up, at[2] + 0.5 * reach * math.sin(a))
        end = (at[0] + reach * math.cos(a), at[1] + up, at[2] + reach * math.sin(a))
        rb = radius * (0.5 - 0.2 * t)
        bones += [bone(at, mid, rb, 0.75 * rb), bone(mid, end, 0.75 * rb, 0.42 * rb)]
        ends.append(end)
        for j in range(twigs):
            q = (j + 1) / (twigs + 1)
            base = tuple(m + q * (e - m) for m, e in zip(mid, end, strict=True))
            b2 = a + (0.9 if j % 2 else -0.9) + 0.3 * float(rng.normal())
            tip = (
                base[0] + 0.4 * reach * math.cos(b2),
                base[1] + 0.4 * up + 0.1 * reach,
                base[2] + 0.4 * reach * math.sin(b2),
            )
            least = 0.011 * height
            bones.append(bone((base[0], base[1], base[2]), tip, max(0.5 * rb, least), max(0.3 * rb, least)))
    return bones, ends


def trunk(bones: list[p.Bone], blend: float, cells: int = 72) -> Node:
    """Bones melted, cut flat on the ground."""
    return organic(bones, blend, cells=cells) - box(99, 20, 99).move(y=-10.0)


def rock(
    rng: np.random.Generator, x: float, y: float, z: float, rough: float = 0.06, corners: int = 22, jagged: float = 0.25
) -> Node:
    """A boulder with half axes x, y, z about the origin: hull of scattered points, its faces roughened."""
    points = rng.normal(size=(corners, 3))
    points /= np.linalg.norm(points, axis=1, keepdims=True)
    points *= 1 - jagged * rng.random((corners, 1))
    solid = hull([(float(x * a), float(y * b), float(z * c)) for a, b, c in points])
    size = min(x, y, z)
    if rough <= 0:
        return solid
    return solid.roughened(rough * size, 0.8 * size, seed=int(rng.integers(1000)), octaves=2)
