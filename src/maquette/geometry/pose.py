"""`try_pose`: put a humanoid into T or A pose, or say why not.

The arms are turned about the shoulders and straightened at the elbows; legs are only brought together where they stand wide apart or
cross. All of it is a smooth map of space near the surface, so faces and their neighbours stay as they are.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np

from maquette.geometry.front_view import Doubles, FrontView
from maquette.geometry.humanoid import Humanoid, find_humanoid
from maquette.geometry.limbs import BENT, Arm, Leg, NotHumanoidError, unit
from maquette.geometry.mesh import Floats, Mesh
from maquette.geometry.skinning import Joint, harmonic, rotation_between, smooth, turn_points, zone

Pose = Literal["t", "a"]
Point = tuple[float, float, float]

ANGLE = {"t": 0.0, "a": 45.0}
"""Degrees of the arms below the horizontal."""

FLAT = 10.0
"""Degrees towards the viewer up to which an arm counts as lying in the frontal plane: depth is the least sure of what is measured."""

FORWARD = 60.0
"""Degrees towards the viewer beyond which an arm is too short in the front view to be measured."""

LEGS = (-4.0, 20.0)
"""Degrees outward of the vertical within which legs are left as they are; else they are turned to `STANCE`."""
STANCE = 8.0

MAX_FOLDED = 0.01
"""Share of the surface that may be turned inside out by the bending."""
MAX_OVERLAP = 0.12
"""Share of an arm's picture that may come to lie over the body or the head."""


@dataclass(frozen=True, eq=False)
class PosedMesh:
    """A humanoid in its new pose.

    Attributes:
        mesh: the same faces at other vertices; normals are dropped.
        rest: `(n, 3) float32`, the vertices before.
        joints: of the posed mesh, in its frame: head, neck, chest, pelvis, and shoulder, elbow, wrist, hip, knee, ankle, each with
            `_l` (the figure's own left, +X) and `_r`.
        confidence: in [0, 1], that this is a humanoid with the joints where they are said to be.
        folded: share of the area that the bending turned inside out.
    """

    mesh: Mesh
    rest: Floats
    joints: dict[str, Point]
    confidence: float
    folded: float


@dataclass(frozen=True)
class NotPosed:
    """Why a mesh was left as it is: `reason` is a clause that can follow "because"."""

    reason: str


def try_pose(mesh: Mesh, pose: Pose) -> PosedMesh | NotPosed:
    """Put a humanoid that stands upright (Y) and faces +Z into T or A pose. Deterministic; a second for 400 k faces.

    Args:
        mesh: any triangles or quads; a closed solid stays one.
        pose: "t" for level arms, "a" for arms 45° below.

    Raises:
        MeshError: the mesh is empty or broken.
    """
    try:
        figure = find_humanoid(mesh)
        joints, named = _joints(figure, pose)
        _check_room(figure, joints)
    except NotHumanoidError as error:
        return NotPosed(str(error))
    rest = mesh.vertices.astype(np.float64)
    posed = mesh.with_vertices(bend(rest, joints, figure.view))
    folded = _folded(mesh, posed, joints, figure.view)
    if folded > MAX_FOLDED:
        return NotPosed("bending its limbs would fold the surface")
    return PosedMesh(posed, mesh.vertices, named, figure.confidence, folded)


def bend(points: Doubles, joints: list[Joint], view: FrontView) -> Doubles:
    """Points `(n, 3)` turned about each joint in order; weights are looked up where the points are before."""
    out = points
    for joint in joints:
        out = turn_points(out, joint.pivot, joint.turn, view.sample(joint.weight, points))
    return out


def _joints(figure: Humanoid, pose: Pose) -> tuple[list[Joint], dict[str, Point]]:
    """All turns, outer joints before inner ones, and where the named joints come to lie."""
    view = figure.view
    out: list[Joint] = []
    named: dict[str, Doubles] = {}
    depths = _arm_depths(figure)
    for arm, letter, side, z in zip(figure.arms, "rl", (-1.0, 1.0), depths, strict=True):
        turns, places = _arm_joints(arm, view, figure, side, np.radians(ANGLE[pose]), z)
        out += turns
        named |= {f"{name}_{letter}": p for name, p in places.items()}
    for leg, other, letter, side in zip(figure.legs, figure.legs[::-1], "rl", (-1.0, 1.0), strict=True):
        turns, places = _leg_joints(leg, other, figure, side)
        out += turns
        named |= {f"{name}_{letter}": p for name, p in places.items()}
    shoulders = (figure.arms[0].shoulder[0] + figure.arms[1].shoulder[0]) / 2
    hips = (figure.legs[0].hip[0] + figure.legs[1].hip[0]) / 2
    rows = {"head": (figure.neck + figure.top) / 2, "neck": figure.neck, "chest": shoulders, "pelvis": hips}
    for name, row in rows.items():
        named[name] = _lift(view, np.array([row, figure.centre]), 2.0)
    return out, {name: (float(p[0]), float(p[1]), float(p[2])) for name, p in named.items()}


def _arm_depths(figure: Humanoid) -> list[tuple[float, float, float]]:
    """Depths of shoulder, elbow and wrist of each arm; mirrored arms share them."""
    out = []
    for arm in figure.arms:
        radius = max(2.0, arm.radius)
        out.append(tuple(float(_lift(figure.view, p, radius)[2]) for p in (arm.shoulder, arm.elbow, arm.wrist)))
    if figure.symmetric:
        out = [tuple(np.mean(out, axis=0).tolist())] * 2
    return [(a, b, c) for a, b, c in out]


def _lift(view: FrontView, at: Doubles, radius: float) -> Doubles:
    """`(3,)` point of the mesh's frame under a pixel; its depth is the mean within `radius` pixels."""
    r, c = np.indices(view.mask.shape)
    near = view.mask & ((r - at[0]) ** 2 + (c - at[1]) ** 2 <= radius**2)
    z = view.depth[near].mean() if near.any() else view.depth[tuple(np.rint(at).astype(int))]
    return np.array([*view.to_mesh(at), float(z)])


def _arm_joints(
    arm: Arm, view: FrontView, figure: Humanoid, side: float, below: float, depth: tuple[float, float, float]
) -> tuple[list[Joint], dict[str, Doubles]]:
    shoulder, elbow, wrist = (
        np.array([*view.to_mesh(p), z]) for p, z in zip((arm.shoulder, arm.elbow, arm.wrist), depth, strict=True)
    )
    tilt = np.degrees(np.arctan2(abs(wrist[2] - shoulder[2]), np.linalg.norm((wrist - shoulder)[:2])))
    if tilt > FORWARD:
        raise NotHumanoidError("its arms point forward or back, so that they cannot be measured")
    if tilt < FLAT:
        elbow[2] = wrist[2] = shoulder[2]
    goal = np.array([side * np.cos(below), -np.sin(below), 0.0])
    bent = arm.bend > BENT
    upper = elbow - shoulder
    if not bent:
        upper = np.array(
            [arm.axis[1], arm.axis[0], (wrist - shoulder)[2] / max(np.linalg.norm((wrist - shoulder)[:2]), 1e-9)]
        )
    joints = []
    if bent:
        turn = rotation_between(wrist - elbow, upper)
        wrist = turn_points(wrist[None], elbow, turn, np.ones(1))[0]
        near = arm.mask & (
            np.hypot(*(np.indices(arm.mask.shape) - arm.elbow[:, None, None])) <= max(2.0, 0.7 * arm.radius)
        )
        at = float(arm.along[near].mean()) if near.any() else 0.5 * arm.length
        half = min(zone(float(np.linalg.norm(turn)), arm.radius), 0.3 * arm.length, max(at, 1.0))
        weight = np.clip((np.where(arm.mask, arm.along, 0.0) - (at - half)) / (2 * half), 0, 1)
        joints.append(Joint(elbow, turn, smooth(np.where(arm.mask, weight, 0.0), arm.mask, 1.0)))
    turn = rotation_between(upper, goal)
    joints.append(Joint(shoulder, turn, _shoulder_weight(arm, figure, float(np.linalg.norm(turn)))))
    elbow, wrist = turn_points(np.stack([elbow, wrist]), shoulder, turn, np.ones(2))
    return joints, {"shoulder": shoulder, "elbow": elbow, "wrist": wrist}


def _shoulder_weight(arm: Arm, figure: Humanoid, angle: float) -> Doubles:
    """1 on the arm, 0 on the body, harmonic around the shoulder."""
    mask = figure.view.mask
    thick = float(np.clip(np.linalg.norm(arm.root - arm.pit), arm.radius, 1.8 * arm.radius))
    half = min(zone(angle, thick), 0.45 * arm.length)
    axis = unit(arm.elbow - arm.shoulder)
    side = 1.0 if arm.shoulder[1] > figure.centre else -1.0
    ahead = float((arm.root - arm.shoulder) @ axis)
    offset = np.indices(mask.shape).transpose(1, 2, 0) - arm.shoulder
    forth, up = offset @ axis, side * (offset @ np.array([axis[1], -axis[0]]))
    inner = max(1.5, min(half, 0.85 * abs(arm.shoulder[1] - figure.centre)))
    # Of an arm that hangs close to the body, the upper part is one with it in the picture; it goes with the arm all the same.
    upper = mask & ~arm.mask & (forth > half) & (forth < ahead)
    one = arm.mask & (arm.along + ahead > max(half, ahead + 0.4 * thick)) | upper & (np.abs(up) < 0.7 * arm.radius)
    # The zone goes all the way to the outline above the arm: a ramp that is cut short there folds.
    inward = np.where(forth > half, 1.4 * arm.radius, max(inner, 1.2 * thick))
    near = (
        (forth > -inner)
        & (forth < ahead + np.where(up > 0, 2 * thick, 2.0))
        & (up < max(inner, 2 * thick))
        & (up > -inward)
    )
    zero = mask & ~arm.mask & ~one & ~near
    free = mask & ~(zero | one)
    return np.asarray(np.where(free, smooth(harmonic(mask, zero, one), mask, 1.0), one.astype(np.float64)))


def _leg_joints(leg: Leg, other: Leg, figure: Humanoid, side: float) -> tuple[list[Joint], dict[str, Doubles]]:
    view = figure.view
    mask = view.mask
    hip, knee, ankle = (_lift(view, p, max(2.0, leg.radius)) for p in (leg.hip, leg.knee, leg.ankle))
    out = np.arctan2(side * (ankle[0] - hip[0]), hip[1] - ankle[1])
    joints: list[Joint] = []
    slender = np.linalg.norm(leg.hip - leg.ankle) > 4 * leg.radius  # the lean of a stump is that of its foot
    if slender and not LEGS[0] <= np.degrees(out) <= LEGS[1]:
        angle = float(np.radians(STANCE) - out)
        turn = np.array([0.0, 0.0, side * angle])
        rows = np.indices(mask.shape)[0]
        half = max(1.5, 0.5 * leg.radius)
        foot = np.clip((leg.ankle[0] + half - rows) / (2 * half), 0, 1) * leg.mask
        joints.append(Joint(ankle, -turn, foot))
        half = zone(angle, leg.radius)
        one = leg.mask & (rows < leg.hip[0] - half)
        zero = mask & (rows > leg.hip[0] + half) | other.mask
        for arm in figure.arms:
            zero = zero | (arm.mask & ~leg.mask)
        joints.append(Joint(hip, turn, harmonic(mask, zero & ~one, one)))
        knee, ankle = turn_points(np.stack([knee, ankle]), hip, turn, np.ones(2))
    return joints, {"hip": hip, "knee": knee, "ankle": ankle}


def _check_room(figure: Humanoid, joints: list[Joint]) -> None:
    """Refuse where a posed arm would lie in the body or in the head."""
    view = figure.view
    xy = view.to_mesh(np.argwhere(view.mask).astype(np.float64))
    after = bend(np.column_stack([xy, view.depth[view.mask]]), joints, view)
    to = np.rint(view.to_pixels(after)).astype(int)
    body = np.zeros(view.mask.shape, bool)
    arms = figure.arms[0].mask | figure.arms[1].mask
    still = ~arms[view.mask]
    inside = ((to >= 0) & (to < np.array(view.mask.shape))).all(axis=1)
    body[tuple(to[still & inside].T)] = True
    for arm in figure.arms:
        far = (arm.mask & (arm.along > 1.5 * arm.radius))[view.mask]
        hits = body[tuple(to[far & inside].T)].sum()
        if hits > MAX_OVERLAP * max(1, int(far.sum())):
            raise NotHumanoidError("in that pose its arms would run into the body")


def _folded(mesh: Mesh, posed: Mesh, joints: list[Joint], view: FrontView) -> float:
    """Share of the area whose side was turned: where the map's determinant is negative, the normal leaves through the other side."""
    v = mesh.vertices.astype(np.float64)
    normal = mesh.face_normals().astype(np.float64)
    area = np.linalg.norm(normal, axis=1)
    centre = v[mesh.faces].mean(axis=1)
    step = normal / np.maximum(area, 1e-30)[:, None] * (0.05 * view.pixel)
    way = bend(centre + step, joints, view) - bend(centre, joints, view)
    turned = np.einsum("nd,nd->n", way, posed.face_normals().astype(np.float64)) < 0
    return float(area[turned].sum() / max(float(area.sum()), 1e-30))
