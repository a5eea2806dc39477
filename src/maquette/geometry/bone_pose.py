"""`pose_by_bones`: T or A pose of a figure whose bones are known, such as one that an engine built from parts.

Vertices go with the nearest bone, by blended turns about elbow and shoulder (Magnenat-Thalmann et al. 1988); hands and what they hold go
as a whole.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import coo_matrix
from scipy.sparse.csgraph import dijkstra

from maquette.geometry import topology
from maquette.geometry.mesh import Mesh
from maquette.geometry.pose import ANGLE, MAX_FOLDED, NotPosed, Pose, PosedMesh
from maquette.geometry.skinning import rotation_between, turn_points

Doubles = NDArray[np.float64]
Joints = Sequence[Sequence[float]]

ARM = 0.2
"""Thickness of an arm as a share of its length, by which nearness is judged."""
TRUNK = 0.8
"""Half width of the trunk as a share of the distance from spine to shoulder."""
SOFT = 0.5
"""Width of the border between arm and trunk, in those thicknesses."""
REACH = 0.93
"""Lengths of an arm along its surface, from the wrist, beyond which the trunk begins."""


def pose_by_bones(
    mesh: Mesh, limbs: Mapping[str, Joints], pose: Pose, face_part: NDArray[np.integer] | None = None
) -> PosedMesh | NotPosed:
    """Lift the arms.

    Args:
        limbs: joints `(k, 3)` by kind: `arm_left` and `arm_right` (shoulder, elbow, wrist), and `spine`, `head`, `leg_left`, `leg_right` as
            far as they are known; left is +X.
        face_part: `(m,)` part of each face, or None.
    """
    arms = {side: np.asarray(limbs[f"arm_{side}"], np.float64) for side in ("left", "right") if f"arm_{side}" in limbs}
    if not arms or any(len(a) < 3 for a in arms.values()):
        return NotPosed("its arms are not known")
    v = mesh.vertices.astype(np.float64)
    height = float(np.ptp(v[:, 1]))
    middle = np.asarray(limbs.get("spine", [[0, v[:, 1].mean(), 0]]), np.float64)
    rest = [
        np.asarray(j, np.float64) for kind, j in limbs.items() if not kind.startswith(("arm", "finger")) and len(j) > 1
    ]
    out = v.copy()
    joints: dict[str, tuple[float, float, float]] = {}
    for side, arm in arms.items():
        shoulder, elbow, wrist = arm[:3]
        length = float(np.linalg.norm(elbow - shoulder) + np.linalg.norm(wrist - elbow))
        hand = wrist + (wrist - elbow) * 0.8
        own = _distance(v, np.stack([shoulder, elbow, wrist, hand])) / (ARM * length)
        trunk = max(TRUNK * float(np.abs(shoulder[0] - middle[:, 0].mean())), 1e-6)
        others = [_distance(v, j) / trunk for j in rest] or [np.full(len(v), np.inf)]
        share = _step(np.minimum.reduce(others) - own, SOFT)
        sign = 1.0 if side == "left" else -1.0
        share *= _step(sign * (v[:, 0] - middle[:, 0].mean()) / trunk - 0.3, 0.3)
        share *= _within(mesh, wrist, length)
        lower = share * _step(((v - elbow) @ _unit(wrist - elbow)) / (0.18 * length), 1.0)
        upper = share * _step(((v - shoulder) @ _unit(elbow - shoulder)) / (0.12 * length), 1.0)
        upper = np.maximum(upper, lower)
        if face_part is not None:
            upper, lower = _rigid(mesh, face_part, np.stack([wrist, hand]), ARM * length, sign, upper, lower)
        goal = np.array([sign * np.cos(np.radians(ANGLE[pose])), -np.sin(np.radians(ANGLE[pose])), 0.0])
        bend = rotation_between(wrist - elbow, elbow - shoulder)
        lift = rotation_between(elbow - shoulder, goal)
        moved = turn_points(turn_points(out, elbow, bend, lower), shoulder, lift, upper)
        out = np.where((upper > 0)[:, None], moved, out)
        tip = turn_points(turn_points(wrist[None], elbow, bend, np.ones(1)), shoulder, lift, np.ones(1))[0]
        bent = turn_points(elbow[None], shoulder, lift, np.ones(1))[0]
        letter = side[0]
        joints |= {f"{n}_{letter}": _point(p) for n, p in (("shoulder", shoulder), ("elbow", bent), ("wrist", tip))}
    posed = mesh.with_vertices(out)
    folded = _folded(mesh, posed, height)
    if folded > 3 * MAX_FOLDED:
        return NotPosed("bending its arms would fold the surface")
    return PosedMesh(posed, mesh.vertices, joints, 1.0, folded)


def _within(mesh: Mesh, wrist: Doubles, length: float) -> Doubles:
    """1 for what lies within an arm's length of the wrist along the surface, 0 beyond: the way to the flank leads over the armpit."""
    v = mesh.vertices.astype(np.float64)
    sources = np.flatnonzero(np.linalg.norm(v - wrist, axis=1) < 0.2 * length)
    if not len(sources):
        return np.ones(len(v))
    keys = topology.edge_counts(mesh.faces)[0]
    a, b = keys >> 32, keys & 0xFFFFFFFF
    graph = coo_matrix((np.linalg.norm(v[a] - v[b], axis=1), (a, b)), shape=(len(v), len(v))).tocsr()
    way = dijkstra(graph, directed=False, indices=sources, min_only=True, limit=2.5 * length)
    return _step((REACH - np.minimum(way / length, 9.0)) / 0.1, 1.0)


def _rigid(
    mesh: Mesh,
    face_part: NDArray[np.integer],
    hand: Doubles,
    reach: float,
    sign: float,
    upper: Doubles,
    lower: Doubles,
) -> tuple[Doubles, Doubles]:
    """The weights with one value for each part that lies on one side alone: hands, and what they hold."""
    upper, lower = upper.copy(), lower.copy()
    owner = np.full(len(mesh.vertices), -1)
    owner[mesh.faces.ravel()] = np.repeat(face_part, 3)
    for part in np.unique(face_part):
        rows = np.flatnonzero(owner == part)
        if not len(rows):
            continue
        v = mesh.vertices[rows].astype(np.float64)
        if sign * v[:, 0].mean() < 0.5 * np.ptp(v[:, 0]):  # on both sides: a pair would be torn apart
            continue
        held = bool((_distance(v, hand) < 0.5 * reach).any())
        upper[rows], lower[rows] = (1.0, 1.0) if held else (np.median(upper[rows]), np.median(lower[rows]))
    return upper, lower


def _distance(points: Doubles, line: Doubles) -> Doubles:
    """From points `(n, 3)` to a polyline `(k, 3)`."""
    best = np.full(len(points), np.inf)
    for a, b in pairwise(line):
        d = b - a
        t = np.clip(((points - a) @ d) / max(float(d @ d), 1e-18), 0, 1)
        best = np.minimum(best, np.linalg.norm(points - a - t[:, None] * d, axis=1))
    return best


def _step(x: Doubles, width: float) -> Doubles:
    """0 below -width, 1 above it, smooth between."""
    t = np.clip((x + width) / (2 * width), 0, 1)
    return np.asarray(t * t * (3 - 2 * t))


def _folded(mesh: Mesh, posed: Mesh, height: float) -> float:
    """Share of the area whose faces were stretched or squeezed out of shape: more than five times, or to a fifth."""
    before, after = (np.linalg.norm(m.face_normals().astype(np.float64), axis=1) for m in (mesh, posed))
    least = (1e-4 * height) ** 2
    torn = (after > 5 * before + least) | (before > 5 * after + least)
    return float(before[torn].sum() / max(float(before.sum()), 1e-30))


def _unit(vector: Doubles) -> Doubles:
    return np.asarray(vector / max(float(np.linalg.norm(vector)), 1e-12))


def _point(p: Doubles) -> tuple[float, float, float]:
    return float(p[0]), float(p[1]), float(p[2])
