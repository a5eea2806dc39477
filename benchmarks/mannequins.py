"""Figures of capsules and boxes with known joints, and things that are no figures: for the tests and the benchmark of posing."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from manifold3d import Manifold, OpType
from numpy.typing import NDArray

from maquette.geometry import primitives
from maquette.geometry.clean import from_manifold
from maquette.geometry.mesh import Mesh

Point = NDArray[np.float64]


def capsule(a: Point, b: Point, radius: float, end: float | None = None, n: int = 32) -> Manifold:
    """The hull of two balls."""
    first = Manifold.sphere(radius, n).translate(tuple(a))
    second = Manifold.sphere(radius if end is None else end, n).translate(tuple(b))
    return Manifold.batch_hull([first, second])


def block(centre: tuple[float, ...], size: tuple[float, ...]) -> Manifold:
    """A box."""
    return Manifold.cube(size, True).translate(centre)


def mannequin(
    below: float,
    *,
    bend: float = 0.0,
    forward: float = 0.0,
    straddle: float = 4.0,
    build: str = "slim",
    edge: float = 0.02,
) -> tuple[Mesh, dict[str, Point]]:
    """A figure of 1.8 m or so and its joints.

    Args:
        below: degrees of the upper arms below the horizontal; negative raises them.
        bend: degrees that the forearms are turned further down.
        forward: degrees of the arms towards the viewer.
        straddle: degrees of each leg outward.
        build: "slim", "stout", "child" (large head, short limbs) or "robot" (boxes).
        edge: longest edge of the mesh, metres.
    """
    wide, arm, leg, thick, head = {
        "slim": (0.19, 0.58, 0.85, 0.045, 0.11),
        "stout": (0.25, 0.55, 0.7, 0.07, 0.13),
        "child": (0.16, 0.36, 0.4, 0.055, 0.22),
        "robot": (0.26, 0.6, 0.6, 0.06, 0.15),
    }[build]
    hip, shoulder = leg + 0.05, leg + 0.05 + 0.52
    joints: dict[str, Point] = {}
    parts = []
    if build == "robot":
        parts.append(block((0, (hip + shoulder) / 2 + 0.03, 0), (2 * wide, shoulder - hip + 0.16, 0.3)))
        parts.append(block((0, shoulder + 0.1 + head, 0), (2.2 * head, 2 * head, 0.3)))
        parts.append(capsule(np.array([0, shoulder, 0]), np.array([0, shoulder + 0.2, 0]), 0.07))
    else:
        parts.append(
            capsule(np.array([0, hip + 0.06, 0]), np.array([0, shoulder - wide * 0.55, 0]), wide * 0.75, wide * 0.8)
        )
        parts.append(capsule(np.array([-wide, shoulder, 0]), np.array([wide, shoulder, 0]), thick * 1.15))
        parts.append(capsule(np.array([0, shoulder, 0]), np.array([0, shoulder + 0.1 + head, 0]), 0.05))
        parts.append(Manifold.sphere(head, 48).scale((0.85, 1.1, 0.95)).translate((0, shoulder + 0.1 + 1.1 * head, 0)))
    for side, letter in ((-1.0, "r"), (1.0, "l")):
        out = wide + (thick if build == "robot" else 0)
        s = np.array([side * out, shoulder, 0.0])
        upper, lower = (_direction(side, a, forward) for a in (below, below + bend))
        e = s + 0.5 * arm * upper
        w = e + 0.38 * arm * lower
        t = w + 0.12 * arm * lower
        parts += [capsule(s, e, thick * 1.1, thick), capsule(e, w, thick, thick * 0.8), capsule(w, t, thick * 0.9)]
        h = np.array([side * wide * 0.52, hip, 0.0])
        d = np.array([side * np.sin(np.radians(straddle)), -np.cos(np.radians(straddle)), 0.0])
        k, a = h + 0.48 * leg * d, h + 0.95 * leg * d
        parts += [capsule(h, k, thick * 1.6, thick * 1.3), capsule(k, a, thick * 1.3, thick)]
        parts.append(capsule(a, a + np.array([0, -0.01, 0.12]), thick * 1.05))
        joints |= {
            f"{n}_{letter}": p
            for n, p in zip(("shoulder", "elbow", "wrist", "hip", "knee", "ankle"), (s, e, w, h, k, a), strict=True)
        }
    solid = Manifold.batch_boolean(parts, OpType.Add).refine_to_length(edge)
    return from_manifold(solid), joints


def _direction(side: float, below: float, forward: float) -> Point:
    b, f = np.radians(below), np.radians(forward)
    return np.array([side * np.cos(b) * np.cos(f), -np.sin(b) * np.cos(f), np.sin(f)])


def _union(*parts: Manifold) -> Mesh:
    return from_manifold(Manifold.batch_boolean(list(parts), OpType.Add).refine_to_length(0.04))


def _p(*xyz: float) -> Point:
    return np.array(xyz)


def table() -> Mesh:
    """A top on four legs."""
    legs = [block((x, 0.35, z), (0.06, 0.7, 0.06)) for x in (-0.5, 0.5) for z in (-0.3, 0.3)]
    return _union(block((0, 0.72, 0), (1.2, 0.06, 0.8)), *legs)


def armchair() -> Mesh:
    """Four legs, and rests at both sides that look like arms."""
    legs = [block((x, 0.2, z), (0.06, 0.4, 0.06)) for x in (-0.3, 0.3) for z in (-0.25, 0.25)]
    rests = [block((x, 0.65, 0), (0.25, 0.06, 0.4)) for x in (-0.42, 0.42)]
    return _union(block((0, 0.42, 0), (0.66, 0.08, 0.56)), block((0, 0.75, -0.25), (0.6, 0.7, 0.06)), *legs, *rests)


def dog(flat: bool = False) -> Mesh:
    """Four legs, seen from the front, or from the side as an inflated picture has it."""
    body = capsule(_p(0, 0.5, -0.35), _p(0, 0.52, 0.3), 0.16)
    legs = [capsule(_p(x, 0.45, z), _p(x, 0.05, z), 0.05) for x in (-0.1, 0.1) for z in (-0.35, 0.3)]
    head = [capsule(_p(0, 0.6, 0.35), _p(0, 0.8, 0.45), 0.09), capsule(_p(0, 0.82, 0.45), _p(0, 0.8, 0.62), 0.09, 0.05)]
    tail = capsule(_p(0, 0.6, -0.45), _p(0, 0.8, -0.65), 0.03)
    solid = Manifold.batch_boolean([body, *legs, *head, tail], OpType.Add)
    return from_manifold((solid.rotate((0, 90, 0)).scale((1, 1, 0.5)) if flat else solid).refine_to_length(0.04))


def vase() -> Mesh:
    """A turned body with a narrow neck."""
    return _union(capsule(_p(0, 0.25, 0), _p(0, 0.45, 0), 0.25), capsule(_p(0, 0.6, 0), _p(0, 0.95, 0), 0.08, 0.14))


def car() -> Mesh:
    """A body, a cabin and four wheels."""
    wheels = [
        Manifold.cylinder(0.1, 0.18, center=True).rotate((0, 90, 0)).translate((x, 0.18, z))
        for x in (-0.4, 0.4)
        for z in (-0.6, 0.6)
    ]
    return _union(block((0, 0.35, 0), (0.9, 0.3, 2.0)), block((0, 0.6, -0.1), (0.8, 0.3, 1.0)), *wheels)


def tree() -> Mesh:
    """A trunk, two boughs and a crown."""
    boughs = [capsule(_p(0, 0.5, 0), _p(s * 0.4, 0.9, 0), 0.05) for s in (-1, 1)]
    return _union(
        capsule(_p(0, 0, 0), _p(0, 1.0, 0), 0.1, 0.06), Manifold.sphere(0.35, 32).translate((0, 1.3, 0)), *boughs
    )


def cactus() -> Mesh:
    """A column with two raised arms, and no legs."""
    arms = [
        part
        for s in (-1, 1)
        for part in (
            capsule(_p(0, 0.6, 0), _p(s * 0.35, 0.6, 0), 0.08),
            capsule(_p(s * 0.35, 0.6, 0), _p(s * 0.35, 0.95, 0), 0.08),
        )
    ]
    return _union(capsule(_p(0, 0, 0), _p(0, 1.3, 0), 0.13), *arms)


def tshirt() -> Mesh:
    """A shirt spread flat."""
    sleeves = [capsule(_p(s * 0.25, 0.8, 0), _p(s * 0.5, 0.6, 0), 0.1).scale((1, 1, 0.4)) for s in (-1, 1)]
    return _union(block((0, 0.45, 0), (0.6, 0.9, 0.08)), *sleeves)


def cross() -> Mesh:
    """Two beams."""
    return _union(block((0, 0.8, 0), (0.16, 1.6, 0.16)), block((0, 1.1, 0), (1.0, 0.16, 0.16)))


def trousers() -> Mesh:
    """Two legs and nothing else."""
    return _union(*[capsule(_p(s * 0.1, 0.8, 0), _p(s * 0.2, 0, 0), 0.11, 0.08) for s in (-1, 1)])


def goalpost() -> Mesh:
    """Two posts, a bar that sticks out, and no head."""
    return _union(
        block((-0.4, 0.5, 0), (0.1, 1, 0.1)), block((0.4, 0.5, 0), (0.1, 1, 0.1)), block((0, 1.0, 0), (1.6, 0.1, 0.1))
    )


OTHERS: dict[str, Callable[[], Mesh]] = {
    "sphere": primitives.sphere,
    "box": primitives.box,
    "torus": primitives.torus,
    "gear": primitives.gear,
    "chair": primitives.chair,
    "creature": lambda: primitives.creature(64),
    "armchair": armchair,
    "table": table,
    "dog": dog,
    "dog from the side": lambda: dog(flat=True),
    "vase": vase,
    "car": car,
    "tree": tree,
    "cactus": cactus,
    "t-shirt": tshirt,
    "cross": cross,
    "trousers": trousers,
    "goalpost": goalpost,
}
"""Shapes that must be refused."""
