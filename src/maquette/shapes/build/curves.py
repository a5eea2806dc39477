"""Splines through points, and frames along them."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Doubles = NDArray[np.float64]


def spline(points: Doubles, steps: int) -> Doubles:
    """Centripetal Catmull-Rom spline (Yuksel et al. 2011) through `points (n, d)`, `steps` pieces between two."""
    if len(points) < 3 or steps < 2:
        return points
    ends = np.concatenate([2 * points[:1] - points[1:2], points, 2 * points[-1:] - points[-2:-1]])
    return _through(ends, steps)


def closed_spline(points: Doubles, steps: int) -> Doubles:
    """The same through a closed polygon, `(n * steps, d)`."""
    if len(points) < 3 or steps < 2:
        return points
    return _through(np.concatenate([points[-1:], points, points[:2]]), steps)[:-1]


def _through(p: Doubles, steps: int) -> Doubles:
    gaps = np.sqrt(np.maximum(np.linalg.norm(np.diff(p, axis=0), axis=1), 1e-12))
    t = np.concatenate([[0], np.cumsum(gaps)])
    out = []
    for i in range(1, len(p) - 2):
        t0, t1, t2, t3 = t[i - 1 : i + 3]
        x = np.linspace(t1, t2, steps, endpoint=False)[:, None]
        a1 = (t1 - x) / (t1 - t0) * p[i - 1] + (x - t0) / (t1 - t0) * p[i]
        a2 = (t2 - x) / (t2 - t1) * p[i] + (x - t1) / (t2 - t1) * p[i + 1]
        a3 = (t3 - x) / (t3 - t2) * p[i + 1] + (x - t2) / (t3 - t2) * p[i + 2]
        b1 = (t2 - x) / (t2 - t0) * a1 + (x - t0) / (t2 - t0) * a2
        b2 = (t3 - x) / (t3 - t1) * a2 + (x - t1) / (t3 - t1) * a3
        out.append((t2 - x) / (t2 - t1) * b1 + (x - t1) / (t2 - t1) * b2)
    return np.concatenate([*out, p[-2:-1]])


def frames(path: Doubles, closed: bool = False) -> tuple[Doubles, Doubles, Doubles]:
    """Tangents, sides and ups `(n, 3)` along a path, without twist (rotation minimising, Wang et al. 2008); up starts nearest to +Y."""
    n = len(path)
    ahead, behind = (
        (np.roll(path, -1, 0), np.roll(path, 1, 0))
        if closed
        else (path[[*range(1, n), n - 1]], path[[0, *range(n - 1)]])
    )
    tangent = ahead - behind
    tangent /= np.maximum(np.linalg.norm(tangent, axis=1, keepdims=True), 1e-12)
    first = np.array([0.0, 1, 0]) if abs(tangent[0, 1]) < 0.9 else np.array([0.0, 0, -1.0])
    up = np.empty_like(path)
    up[0] = _unit(first - tangent[0] * (first @ tangent[0]))
    for i in range(1, n):
        v1 = path[i] - path[i - 1]
        c1 = max(v1 @ v1, 1e-18)
        r = up[i - 1] - (2 / c1) * (v1 @ up[i - 1]) * v1
        t = tangent[i - 1] - (2 / c1) * (v1 @ tangent[i - 1]) * v1
        v2 = tangent[i] - t
        c2 = v2 @ v2
        u = r - (2 / c2) * (v2 @ r) * v2 if c2 > 1e-18 else r
        up[i] = _unit(u - tangent[i] * (u @ tangent[i]))
    return tangent, np.cross(up, tangent), up


def _unit(v: Doubles) -> Doubles:
    return np.asarray(v / max(float(np.linalg.norm(v)), 1e-12))
