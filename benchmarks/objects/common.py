"""The list of example objects, and what their builders share."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from manifold3d import Manifold, OpType

from benchmarks.solids import Array, Part

ADD = OpType.Add
OBJECTS: dict[str, Callable[[], list[Part]]] = {}
"""Every example object by its name; filled by the modules beside this one."""


def example(build: Callable[[], list[Part]]) -> Callable[[], list[Part]]:
    """Decorator: puts a builder on the list."""
    OBJECTS[build.__name__] = build
    return build


def ellipsoid(p: Array, c: tuple[float, float, float], r: float | tuple[float, float, float]) -> Array:
    """Distance to an ellipsoid, exact for spheres."""
    radii = np.broadcast_to(np.asarray(r, float), 3)
    q = (p - np.asarray(c)) / radii
    return (np.linalg.norm(q, axis=1) - 1) * float(radii.min())


def capsule(p: Array, a: tuple[float, float, float], b: tuple[float, float, float], r: float) -> Array:
    """Distance to a stick with round ends from a to b."""
    pa, ba = p - np.asarray(a), np.asarray(b) - np.asarray(a)
    t = np.clip(pa @ ba / (ba @ ba), 0, 1)
    return np.linalg.norm(pa - t[:, None] * ba, axis=1) - r


def both(build: Callable[[float], Manifold]) -> Manifold:
    """The left and the right one."""
    return build(-1.0) + build(1.0)


def turned(paint: Callable[[Array, Array], Array], angle: float) -> Callable[[Array, Array], Array]:
    """A paint for a solid that was turned about Y by `-angle` degrees."""
    a = np.radians(angle)
    back = np.array([[np.cos(a), 0, np.sin(a)], [0, 1, 0], [-np.sin(a), 0, np.cos(a)]])
    return lambda p, n: paint(p @ back.T, n @ back.T)
