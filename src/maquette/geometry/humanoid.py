"""Tell whether a mesh is a humanoid that faces +Z, and where its joints are, from the way it looks from the front.

A humanoid stands on two legs with a gap between them, has a head above, and an arm on each side that ends free. Arms are found as the
farthest ends (peaks of the distance from the crotch inside of the outline), so any pose in which they do not cover the body will do.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage

from maquette.geometry.clean import validate
from maquette.geometry.front_view import Bools, Doubles, FrontView, Ways, front_view, peaks
from maquette.geometry.limbs import Arm, Leg, NotHumanoidError, find_legs, measure_arm
from maquette.geometry.mesh import Mesh

SYMMETRY = 0.62
"""Least overlap of the outline with its mirror image. Characters with a weapon in one hand reach 0.7, animals from the side 0.5."""

SYMMETRIC = 0.97
"""Overlap from which a figure counts as symmetric: its left is posed exactly as its right. Rounding to pixels costs 0.01."""

HOLE = 0.015
"""Area of a hole in the middle of the trunk, as a share of the outline, that no skeleton's ribs have."""

ARM_LENGTH = (0.1, 0.75)
"""Of an arm, as a share of the height: small children's and toys' to apes'."""

SLENDER = 1.6
"""Least length of an arm from the shoulder over its width; mittens of a monster have 1.3, people 5."""


@dataclass(frozen=True, eq=False)
class Humanoid:
    """A humanoid in its front view; sides are the object's own: its left is +X, at higher columns.

    Attributes:
        view: the pixels that all positions below refer to.
        arms, legs: right (lower columns), then left.
        centre: column of the plane of symmetry.
        crotch, neck, top: rows.
        symmetric: the left is the mirror image of the right.
        confidence: in [0, 1].
    """

    view: FrontView
    arms: tuple[Arm, Arm]
    legs: tuple[Leg, Leg]
    centre: float
    crotch: float
    neck: float
    top: float
    symmetric: bool
    confidence: float


def find_humanoid(mesh: Mesh) -> Humanoid:
    """See the module.

    Raises:
        MeshError: the mesh is empty or broken.
        NotHumanoidError: with the reason.
    """
    validate(mesh, "pose")
    size = np.ptp(mesh.vertices, axis=0)
    if size[0] > 2.2 * size[1] or size[0] < 0.15 * size[1] or size[2] > 1.1 * size[1]:
        raise NotHumanoidError("its proportions are not those of a standing figure that faces the front")
    view = front_view(mesh)
    mask = view.mask
    rows = np.flatnonzero(mask.any(axis=1))
    bottom, top = float(rows[0]), float(rows[-1])
    height = top - bottom + 1
    centre, likeness = mirror(mask)
    if likeness < SYMMETRY:
        raise NotHumanoidError("its left and right halves differ too much")
    if likeness >= SYMMETRIC:
        mask = mask | _reflect(mask, centre, False)
        view = replace(view, mask=mask)
    right, left, crotch = find_legs(mask, centre)
    legs = (right, left)
    _two_legs(view, legs, crotch, bottom)
    start = (int(crotch) + 2, round((right.hip[1] + left.hip[1]) / 2))
    if not mask[start]:
        raise NotHumanoidError("no gap between two legs was found")
    ways = Ways(mask, [start])
    ends = peaks(ways.length, mask, 0.06 * height)
    feet = right.mask | left.mask
    hands = [p for p, _ in ends if not feet[p]]
    arms = (_arm_of(mask, ways, hands, -1, centre, height), _arm_of(mask, ways, hands, 1, centre, height))
    _no_hole(mask, centre, crotch)
    even = likeness >= SYMMETRIC and abs(arms[0].length - arms[1].length) < 0.05 * height
    if even:
        arms, legs = (arms[0], _mirrored_arm(arms[0], centre)), (right, _mirrored_leg(right, centre))
    neck = _check_arms(mask, arms, centre, crotch, top, height)
    ratio = min(arms[0].length, arms[1].length) / max(arms[0].length, arms[1].length)
    confidence = float(np.clip((likeness - SYMMETRY) / (1 - SYMMETRY), 0, 1) ** 0.5 * (0.5 + 0.5 * ratio))
    return Humanoid(view, arms, legs, centre, crotch, neck, top, even, confidence)


def _no_hole(mask: Bools, centre: float, crotch: float) -> None:
    """Refuse rings, wheels and frames: nothing can be seen through a trunk."""
    label, n = ndimage.label(~mask)
    sizes = np.bincount(label.ravel(), minlength=n + 1)
    column = label[int(crotch) + 3 :, round(centre)]
    through = set(np.unique(column[column > 0]).tolist()) - {int(label[0, 0]), int(label[-1, -1])}
    if any(sizes[i] > HOLE * mask.sum() for i in through):
        raise NotHumanoidError("there is a hole through its middle")


def mirror(mask: Bools) -> tuple[float, float]:
    """Column of the best vertical mirror line, and the overlap (intersection over union) with the mirror image."""
    columns = np.flatnonzero(mask.any(axis=0))
    sums = range(int(1.6 * columns[0] + 0.4 * columns[-1]), int(0.4 * columns[0] + 1.6 * columns[-1]) + 1)
    best = (0.0, 0.0)
    w = mask.shape[1]
    total = int(mask.sum())
    for s in sums:  # column c goes to s - c
        shift = s - (w - 1)
        both = int((mask & _shifted(mask[:, ::-1], shift, False)).sum())
        iou = both / (2 * total - both)
        if iou > best[1]:
            best = (s / 2, iou)
    return best


def _shifted(field: NDArray[Any], by: int, empty: Any) -> NDArray[Any]:
    """The columns moved to the right by `by`, `empty` where nothing comes in."""
    out = np.full_like(field, empty)
    if by >= 0:
        out[:, by:] = field[:, : field.shape[1] - by]
    else:
        out[:, :by] = field[:, -by:]
    return out


def _reflect(field: NDArray[Any], centre: float, empty: Any) -> NDArray[Any]:
    return _shifted(field[:, ::-1], round(2 * centre) - (field.shape[1] - 1), empty)


def _mirrored_arm(arm: Arm, centre: float) -> Arm:
    joints: Any = {k: _across(getattr(arm, k), centre) for k in ("shoulder", "elbow", "wrist", "tip", "root", "pit")}
    joints["axis"] = arm.axis * [1, -1]
    return replace(arm, mask=_reflect(arm.mask, centre, False), along=_reflect(arm.along, centre, np.inf), **joints)


def _mirrored_leg(leg: Leg, centre: float) -> Leg:
    joints: Any = {k: _across(getattr(leg, k), centre) for k in ("hip", "knee", "ankle")}
    return replace(leg, mask=_reflect(leg.mask, centre, False), **joints)


def _across(point: Doubles, centre: float) -> Doubles:
    return np.array([point[0], 2 * centre - point[1]])


def _two_legs(view: FrontView, legs: tuple[Leg, Leg], crotch: float, bottom: float) -> None:
    """Cut the legs half way up: there must be one on each side, not one behind the other (animals, chairs, tables)."""
    row = bottom + 0.5 * (crotch - bottom)
    y = view.to_mesh(np.array([row, 0.0]))[1]
    thick = max(1.5, 0.06 * (crotch - bottom)) * view.pixel
    slab = view.points[np.abs(view.points[:, 1] - y) <= thick]
    for leg in legs:
        columns = np.flatnonzero(leg.mask[round(row)])
        if not len(columns):
            raise NotHumanoidError("no gap between two legs was found")
        low, high = view.to_mesh(np.array([[0, columns[0] - 0.5], [0, columns[-1] + 0.5]]))[:, 0]
        z = np.sort(slab[(slab[:, 0] >= low) & (slab[:, 0] <= high), 2])
        if not len(z):
            continue
        x = slab[(slab[:, 0] >= low) & (slab[:, 0] <= high)][:, [0, 2]]
        cell = 2 * view.pixel
        grid = np.floor((x - x.min(axis=0)) / cell).astype(int)
        plan = np.zeros(grid.max(axis=0) + 3, bool)
        plan[tuple((grid + 1).T)] = True
        label, n = ndimage.label(ndimage.binary_fill_holes(ndimage.binary_closing(plan)), np.ones((3, 3)))
        sizes = np.sort(np.bincount(label.ravel())[1:])[::-1]
        if n > 1 and sizes[1] > 0.35 * sizes[0]:
            raise NotHumanoidError("it stands on more than two legs")
        if np.ptp(z) > 4.5 * (high - low) and np.ptp(z) > 0.3 * view.pixel * (view.mask.shape[0]):
            raise NotHumanoidError("its legs are walls, not limbs")


def _arm_of(mask: Bools, ways: Ways, hands: list[tuple[int, int]], side: int, centre: float, height: float) -> Arm:
    """The longest slender limb of one side; a hat's brim or a tuft of hair is no arm: it leaves the body higher than the arm."""
    why = "no arm was found on one of the sides"
    found: list[Arm] = []
    for hand in hands:
        if side * (hand[1] - centre) <= 0.03 * height:
            continue
        try:
            arm = measure_arm(mask, ways, hand, side)
        except NotHumanoidError as error:
            why = str(error)
            continue
        if side * (arm.shoulder[1] - centre) <= 0.0:
            continue
        whole = arm.length + float(np.linalg.norm(arm.root - arm.shoulder))
        if whole < ARM_LENGTH[0] * height or whole < SLENDER * 2 * arm.radius:
            why = "the arms are too short or too thick"
            continue
        found.append(arm)
    if not found:
        raise NotHumanoidError(why)
    longest = max(arm.length for arm in found)
    apart: list[Arm] = []
    for arm in found:
        if arm.length >= 0.75 * longest and not any((arm.mask & other.mask).any() for other in apart):
            apart.append(arm)
    if len(apart) > 2:
        raise NotHumanoidError("there are more limbs at its sides than two arms")
    return min((arm for arm in found if arm.length >= 0.6 * longest), key=lambda arm: (arm.shoulder[0], -arm.length))


def _check_arms(mask: Bools, arms: tuple[Arm, Arm], centre: float, crotch: float, top: float, height: float) -> float:
    """Row of the neck, once the arms are plausible and there is a head."""
    a, b = arms
    if max(a.length, b.length) > ARM_LENGTH[1] * height:
        raise NotHumanoidError("the arms are too long for a humanoid")
    if not 0.5 < a.length / b.length < 2:
        raise NotHumanoidError("the two arms are not equally long")
    if abs(a.shoulder[0] - b.shoulder[0]) > 0.12 * height:
        raise NotHumanoidError("the shoulders are not at one height")
    if min(a.shoulder[0], b.shoulder[0]) < crotch + 0.06 * height:
        raise NotHumanoidError("the limbs at the sides begin at the hips, not at the shoulders")
    bottom = top - height + 1
    if max(a.shoulder[0], b.shoulder[0]) > bottom + 0.87 * height:
        raise NotHumanoidError("the limbs at the sides begin at the top of the head")
    if (a.mask & b.mask).any():
        raise NotHumanoidError("the two arms cannot be told apart")
    shoulders = (a.shoulder[0] + b.shoulder[0]) / 2
    column = round(centre)
    trunk = mask & ~a.mask & ~b.mask
    above = np.flatnonzero(trunk[:, column - 2 : column + 3].any(axis=1))
    head = float(above[-1]) - shoulders if len(above) else 0.0
    if head < 0.07 * height:
        raise NotHumanoidError("there is no head above the shoulders")
    rows = np.arange(round(shoulders), round(shoulders + 0.6 * head) + 1)
    width = trunk[rows].sum(axis=1)
    return float(rows[int(np.argmin(width))])
