"""How far each point of a humanoid follows each joint, and the turning of the points.

A limb is a chain of joints; every joint has one weight field in the front view, 0 before it, 1 beyond it, harmonic in between: smooth,
without bumps, and never leaking across the gap between an arm and the body. A point is turned about each joint by weight times the
joint's angle, which keeps lengths and volumes where blending matrices would let a shoulder collapse.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage
from scipy.sparse import coo_matrix
from scipy.sparse.linalg import spsolve

from maquette.geometry.front_view import Bools, Doubles

ZONE = 1.25
"""Half length of the bending zone over (angle in radians times radius of the limb): above 0.5 nothing folds in a straight tube."""

LEAST_ZONE = 0.5
"""Least half length of a bending zone, in radii of the limb."""


@dataclass(frozen=True, eq=False)
class Joint:
    """One turn.

    Attributes:
        pivot: `(3,)` in the mesh's frame, before posing.
        turn: `(3,)` rotation vector, radians.
        weight: `(h, w)` in [0, 1] over the front view; used inside of the outline only.
    """

    pivot: Doubles
    turn: Doubles
    weight: Doubles


def zone(angle: float, radius: float) -> float:
    """Half length of the bending zone of a joint that turns by `angle` radians, in the unit of `radius`."""
    return radius * max(LEAST_ZONE, ZONE * abs(angle))


def harmonic(mask: Bools, zero: Bools, one: Bools) -> Doubles:
    """`(h, w)` field inside of `mask` that is 0 on `zero`, 1 on `one` and satisfies Laplace's equation elsewhere.

    No flow crosses the mask's border. Pixels that touch neither set through the mask get 0.
    """
    label, _ = ndimage.label(mask)
    known = zero | one
    live = mask & np.isin(label, np.unique(label[known & mask]))
    value = np.where(one, 1.0, 0.0)
    free = live & ~known
    index = np.full(mask.shape, -1, np.int64)
    index[free] = np.arange(int(free.sum()))
    n = int(free.sum())
    if not n:
        return value
    diagonal, right = np.zeros(n), np.zeros(n)
    rows: list[NDArray[np.int64]] = []
    columns: list[NDArray[np.int64]] = []
    for axis, step in ((0, 1), (0, -1), (1, 1), (1, -1)):
        other, other_value, other_live = (np.roll(a, -step, axis=axis) for a in (index, value, live))
        here = free & other_live
        diagonal[index[here]] += 1
        inner = here & (other >= 0)
        rows.append(index[inner])
        columns.append(np.asarray(other[inner], np.int64))
        edge = here & (other < 0)
        np.add.at(right, index[edge], other_value[edge])
    r, c = np.concatenate(rows), np.concatenate(columns)
    matrix = coo_matrix((-np.ones(len(r)), (r, c)), shape=(n, n)).tocsc()
    matrix.setdiag(np.maximum(diagonal, 1e-9))
    value[free] = np.clip(spsolve(matrix, right), 0, 1)
    return value


def smooth(field: Doubles, mask: Bools, sigma: float) -> Doubles:
    """Gaussian mean over `sigma` pixels inside of each part of the mask; takes the kinks off the ends of a harmonic ramp."""
    known = ndimage.gaussian_filter(mask.astype(np.float64), sigma)
    return np.asarray(
        np.where(mask, ndimage.gaussian_filter(np.where(mask, field, 0.0), sigma) / np.maximum(known, 1e-9), 0.0)
    )


def turn_points(points: Doubles, pivot: Doubles, turn: Doubles, weight: Doubles) -> Doubles:
    """Points `(n, 3)` turned about `pivot` by `weight (n,)` times the rotation vector `turn` (Rodrigues)."""
    angle = float(np.linalg.norm(turn))
    if angle < 1e-9:
        return points
    axis = turn / angle
    moved = np.flatnonzero(weight > 1e-6)
    p = points[moved] - pivot
    t = (angle * weight[moved])[:, None]
    out = points.copy()
    out[moved] = pivot + p * np.cos(t) + np.cross(axis, p) * np.sin(t) + axis * (p @ axis)[:, None] * (1 - np.cos(t))
    return out


def rotation_between(a: NDArray[np.floating], b: NDArray[np.floating]) -> Doubles:
    """`(3,)` rotation vector of the shortest turn from direction `a` to direction `b`; about +Z if they are opposite."""
    u, v = np.asarray(a, np.float64), np.asarray(b, np.float64)
    u, v = u / np.linalg.norm(u), v / np.linalg.norm(v)
    axis = np.cross(u, v)
    sine, cosine = float(np.linalg.norm(axis)), float(u @ v)
    if sine < 1e-9:
        return np.array([0.0, 0.0, 0.0 if cosine > 0 else np.pi])
    return np.asarray(axis / sine * np.arctan2(sine, cosine))
