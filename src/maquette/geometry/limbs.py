"""Arms and legs in a front view: where they leave the body, how they run, and how thick they are."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage
from skimage.draw import line

from maquette.geometry.front_view import Bools, Doubles, Pixel, Ways, taut

BENT = 12.0
"""Degrees between upper and lower arm from which the elbow shows; below, both are posed as one."""


class NotHumanoidError(Exception):
    """Why a shape cannot be posed; a full sentence for the user. Never leaves `maquette.geometry`."""


@dataclass(frozen=True, eq=False)
class Arm:
    """One arm in pixels (row, column).

    Attributes:
        mask: `(h, w) bool`, beyond the narrowest cut through the armpit.
        along: `(h, w) float64`, pixels from that cut, inside of the arm; infinite elsewhere.
        length: of the arm beyond the cut.
        radius: half of the middle width.
        root: `(2,)`, middle of the cut; `pit`: its end in the armpit.
        shoulder, elbow, wrist, tip: `(2,)`.
        axis: `(2,)` unit direction of the upper arm; of the whole arm where it is straight.
        bend: degrees between upper and lower arm in the picture.
    """

    mask: Bools
    along: Doubles
    length: float
    radius: float
    root: Doubles
    pit: Doubles
    shoulder: Doubles
    elbow: Doubles
    wrist: Doubles
    tip: Doubles
    axis: Doubles
    bend: float


@dataclass(frozen=True, eq=False)
class Leg:
    """One leg in pixels: `mask` below the crotch, joints `(2,)`, half the middle width."""

    mask: Bools
    hip: Doubles
    knee: Doubles
    ankle: Doubles
    radius: float


def find_legs(mask: Bools, centre: float) -> tuple[Leg, Leg, float]:
    """Legs at lower and at higher columns, and the row of the crotch.

    Raises:
        NotHumanoidError: there is no gap between two legs.
    """
    rows = np.flatnonzero(mask.any(axis=1))
    bottom, height = int(rows[0]), len(rows)
    best, column = 0, 0
    reach = int(0.1 * height)
    for c in sorted(range(round(centre) - reach, round(centre) + reach + 1), key=lambda c: abs(c - centre)):
        if not 0 <= c < mask.shape[1]:
            continue
        filled = mask[bottom:, c]
        edges = np.flatnonzero(np.diff(np.r_[0, filled, 0].astype(int)))
        if not len(edges):
            continue
        # Feet may touch: then the gap begins above them.
        open_from, gap = (
            (0, int(edges[0])) if edges[0] > 0 else (int(edges[1]), int(edges[2] - edges[1]) if len(edges) > 2 else 0)
        )
        if open_from > 0.2 * height:
            continue
        row = bottom + open_from + gap // 2
        if gap > best + 1 and mask[row, :c].any() and mask[row, c:].any():
            best, column, start = gap, c, open_from
    if best < 0.05 * height:
        raise NotHumanoidError("no gap between two legs was found")
    crotch = bottom + start + best
    if crotch - bottom > 0.68 * height:
        raise NotHumanoidError("the legs take up nearly all of the height")
    below = mask.copy()
    below[crotch:] = False
    below[:, column] = False
    label, _ = ndimage.label(below)
    legs = []
    probe = crotch - max(2, best // 4)
    for side in (-1, 1):
        run = (
            np.flatnonzero(below[probe, :column])
            if side < 0
            else column + 1 + np.flatnonzero(below[probe, column + 1 :])
        )
        if not len(run):
            raise NotHumanoidError("no gap between two legs was found")
        part = label == label[probe, run[-1] if side < 0 else run[0]]
        legs.append(_leg(part, crotch, bottom))
    left, right = legs
    if not 0.55 < left.radius / right.radius < 1.8:
        raise NotHumanoidError("the two legs are not equally thick")
    lows = [np.flatnonzero(leg.mask.any(axis=1))[0] for leg in legs]
    if abs(int(lows[0]) - int(lows[1])) > 0.12 * height:
        raise NotHumanoidError("the feet do not stand at one height")
    return left, right, float(crotch)


def _leg(mask: Bools, crotch: int, bottom: int) -> Leg:
    r, c = np.nonzero(mask)
    width = np.bincount(r, minlength=crotch)[bottom:crotch]
    middle = np.bincount(r, c, minlength=crotch)[bottom:crotch] / np.maximum(width, 1)
    length = crotch - bottom
    used = np.flatnonzero(width)
    radius = float(np.median(width[used])) / 2

    def at(share: float) -> Doubles:
        i = used[np.argmin(np.abs(used - share * length))]
        near = used[np.abs(used - i) <= max(1, length // 12)]
        return np.array([bottom + i, middle[near].mean()])

    top = at(0.92)
    return Leg(mask, np.array([crotch + 0.3 * radius, top[1]]), at(0.52), at(0.12), radius)


def measure_arm(mask: Bools, ways: Ways, hand: Pixel, side: int) -> Arm:
    """Follow one hand back to the body.

    Args:
        mask: `(h, w)` outline.
        ways: from the crotch.
        hand: the farthest pixel of the arm.
        side: -1 for the arm at lower columns, 1 for the other.

    Raises:
        NotHumanoidError: nothing sets the arm apart.
    """
    way = taut(mask, ways.back(hand))
    chord = way[-1] - way[0]
    # The shortest way bends around the armpit, which lies on the head's side of the straight line from crotch to hand.
    off = side * ((way[:, 0] - way[0, 0]) * chord[1] - (way[:, 1] - way[0, 1]) * chord[0])
    bend = way[int(np.argmax(off))]
    if off.max() <= 2 * np.linalg.norm(chord):
        raise NotHumanoidError("the arms are not set apart from the body by an armpit")
    outside = ndimage.distance_transform_edt(mask, return_distances=False, return_indices=True)
    pit = outside[:, int(bend[0]), int(bend[1])].astype(np.float64)
    if np.linalg.norm(pit - bend) > 6:
        near = ways.length[
            hand
        ]  # the way may cut the corner by a few pixels; look along it for where it touches the outline
        gaps = np.array([np.linalg.norm(outside[:, int(p[0]), int(p[1])] - p) for p in way])
        close = np.flatnonzero((gaps < 3) & (np.linalg.norm(way - bend, axis=1) < 0.2 * near))
        if not len(close):
            raise NotHumanoidError("the arms are not set apart from the body by an armpit")
        at = way[close[np.argmax(off[close])]]
        pit = outside[:, int(at[0]), int(at[1])].astype(np.float64)
    cut, arm = _narrowest(mask, pit, np.asarray(hand) - pit, side, hand, (int(way[0, 0]), int(way[0, 1])))
    ring = ndimage.binary_dilation(arm, np.ones((3, 3))) & mask
    along = Ways(ring, [(int(r), int(c)) for r, c in cut if ring[r, c]]).length
    along = np.where(arm, along, np.inf)
    return _arm(arm, along, mask, pit, (cut[0] + cut[-1]) / 2, side)


def _narrowest(
    mask: Bools, pit: Doubles, reach: Doubles, side: int, hand: Pixel, start: Pixel
) -> tuple[NDArray[np.int64], Bools]:
    """`(k, 2)` pixels of the shortest cut from the armpit through the arm that parts the hand from the start, and the hand's part."""
    up = side * np.array([reach[1], -reach[0]]) / max(float(np.linalg.norm(reach)), 1e-9)
    choices: list[tuple[float, tuple[int, int]]] = []
    for angle in np.radians(np.arange(-75, 76, 5)):
        d = np.array([np.cos(angle) * up[0] - np.sin(angle) * up[1], np.sin(angle) * up[0] + np.cos(angle) * up[1]])
        p = np.rint(pit + np.arange(0.0, 200.0, 0.5)[:, None] * d).astype(int).clip(0, np.array(mask.shape) - 1)
        inside = mask[p[:, 0], p[:, 1]]
        first = int(np.argmax(inside))
        if inside.any() and first <= 8:
            end = first + int(np.argmin(inside[first:]))
            # A cut straight across is better than one that is a little shorter.
            choices.append(((end - first) * (1 + 0.5 * float(np.sin(angle)) ** 2), (int(p[end, 0]), int(p[end, 1]))))
    a = np.rint(pit).astype(int)
    for _, b in sorted(choices):
        cut = np.stack(line(int(a[0]), int(a[1]), *b), axis=1)  # type: ignore[no-untyped-call]
        apart = mask.copy()
        apart[cut[:, 0], cut[:, 1]] = False
        label, _ = ndimage.label(apart)
        if label[hand] and label[start] and label[hand] != label[start]:
            return np.asarray(cut, np.int64), np.asarray(apart & (label != label[start]))
    raise NotHumanoidError("an arm touches the body or a leg, so that it cannot be told apart")


def _arm(mask: Bools, along: Doubles, body: Bools, pit: Doubles, root: Doubles, side: int) -> Arm:
    r, c = np.nonzero(mask & np.isfinite(along))
    s = along[r, c]
    length = float(s.max(initial=0.0))
    if length < 6:
        raise NotHumanoidError("the arms are too short")
    step = max(2.0, length / 40)
    bins = (s / step).astype(int)
    count = np.bincount(bins)
    ok = count > 0
    middle = (np.stack([np.bincount(bins, r), np.bincount(bins, c)], axis=1) / np.maximum(count, 1)[:, None])[ok]
    width = (count / step)[ok]
    share = ((np.arange(len(count)) + 0.5) * step / length)[ok]

    def at(t: float) -> Doubles:
        return np.array([np.interp(t, share, middle[:, k]) for k in range(2)])

    inner = (share > 0.1) & (share < 0.8)
    radius = float(np.median(width[inner] if inner.any() else width)) / 2
    bend = float(np.degrees(_angle(at(0.42) - at(0.08), at(0.85) - at(0.5))))
    wrist, tip = at(0.82), at(1.0)
    if bend > BENT:
        chord = wrist - root
        choice = np.flatnonzero((share > 0.25) & (share < 0.68))
        off = np.abs((middle[choice] - root) @ np.array([chord[1], -chord[0]]))
        elbow = middle[choice[np.argmax(off)]]
        axis = unit(elbow - root)
    else:
        axis = unit(wrist - root)
    base = pit + side * np.array([axis[1], -axis[0]]) * min(radius, float(np.linalg.norm(root - pit)))
    shoulder = base - _hidden(body, base, axis, radius) * axis
    if bend <= BENT:
        elbow = shoulder + 0.45 / 0.85 * (wrist - shoulder)
        axis = unit(at(0.85) - at(0.12))  # a joint that is a pixel off must not tilt a short arm
    return Arm(mask, along, length, radius, root, pit, shoulder, elbow, wrist, tip, axis, bend)


def _hidden(body: Bools, base: Doubles, axis: Doubles, radius: float) -> float:
    """Pixels from the cut back to the joint.

    The cut lies where the outlines of arm and body part: for an arm that hangs at `a` below the horizontal beside an upright body,
    `radius tan(a)` below the joint; for a raised arm on the flank, below the joint (by 2 radii at 55°, measured on mannequins).
    """
    below = float(np.arcsin(np.clip(-axis[0], -1, 1)))
    if below <= 0:
        return 1.9 * radius * below
    back = max(0.0, np.tan(min(below, np.radians(76))) - 0.4)
    line_ = (
        np.rint(base - np.arange(0.0, 8 * radius + 8, 0.5)[:, None] * axis)
        .astype(int)
        .clip(0, np.array(body.shape) - 1)
    )
    inside = body[line_[:, 0], line_[:, 1]]
    inside[: int(np.argmax(inside))] = True  # the cut itself may lie on a pixel of background
    end = len(inside) if inside.all() else int(np.argmin(inside))
    return float(max(0.0, min(back * radius, 0.5 * end - 0.8 * radius)))


def unit(vector: Doubles) -> Doubles:
    """The vector made unit; zero stays zero."""
    return np.asarray(vector / max(float(np.linalg.norm(vector)), 1e-9))


def _angle(a: Doubles, b: Doubles) -> float:
    cosine = float(a @ b) / max(float(np.linalg.norm(a) * np.linalg.norm(b)), 1e-9)
    return float(np.arccos(np.clip(cosine, -1, 1)))
