"""Which picture shows which side: labels where given, else outlines, scale and colours."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import permutations

import cv2
import numpy as np
from numpy.typing import NDArray

from maquette.engines.engine import View
from maquette.engines.silhouette import object_box
from maquette.images.filters import masked_blur, resize

AZIMUTH = {"F": 0, "FL": 45, "L": 90, "BL": 135, "B": 180, "BR": 225, "R": 270, "FR": 315}
"""Degrees around +Y from +Z towards +X, where the camera stands."""

_SIDE = 48
_LAB_WEIGHT = np.array([0.4, 1, 1], np.float32)
"""Lightness depends on where the lamp stood."""

_MARGIN = 0.03
"""Smaller differences of cost than this are noise of light and perspective."""


@dataclass(frozen=True)
class Assignment:
    """A label for each view, and whether another reading of unlabelled views is about as good."""

    labels: tuple[str, ...]
    certain: bool


@dataclass(frozen=True, eq=False)
class _Sheet:
    """A view cut to its object's box: mask and Lab colours on `_SIDE`² cells, and the box's size in pixels."""

    mask: NDArray[np.float32]
    lab: NDArray[np.float32]
    width: int
    height: int


def assign(views: Sequence[View]) -> Assignment:
    """Label all views.

    The first picture is the front unless a label says otherwise. Each further one takes B, L or R (or U, if its scale speaks
    against a side): opposite views must mirror each other's outline, neighbours must share colours at the edge that both see, and
    all sides have one height. Equal costs go to the order of the pictures: F, then B, L, R.

    The order of the unlabelled pictures after the first does not matter, but for exact ties.
    """
    labels: list[str | None] = [v.label for v in views]
    unknown = [i for i, label in enumerate(labels) if label is None]
    if unknown and "F" not in labels:
        labels[unknown[0]] = "F"
        unknown = unknown[1:]
    if not unknown:
        return Assignment(tuple(str(x) for x in labels), True)
    sheets = [_sheet(v) for v in views]
    free = [s for s in ("B", "L", "R", "U", "D", "FL", "FR", "BL", "BR") if s not in labels]
    free = free[: max(4, len(unknown))]
    known = {str(x): i for i, x in enumerate(labels) if x is not None}
    costs = [
        (_cost(sheets, known | dict(zip(slots, unknown, strict=True))), slots)
        for slots in permutations(free, len(unknown))
    ]
    costs.sort(key=lambda c: c[0])
    best = dict(zip(unknown, costs[0][1], strict=True))
    certain = len(costs) < 2 or costs[1][0] - costs[0][0] > _MARGIN
    return Assignment(tuple(best.get(i, str(x)) for i, x in enumerate(labels)), certain)


def _sheet(view: View) -> _Sheet:
    x0, y0, x1, y1 = object_box(view.alpha)
    size = (_SIDE, _SIDE)
    mask = resize(view.alpha[y0:y1, x0:x1], size, cv2.INTER_AREA)
    rgb = resize(view.rgb[y0:y1, x0:x1], size, cv2.INTER_AREA).astype(np.float32)
    rgb = masked_blur(rgb, mask + np.float32(1e-3), 1.0)
    lab = np.asarray(cv2.cvtColor(rgb / np.float32(255), cv2.COLOR_RGB2LAB), np.float32)
    return _Sheet(mask, lab, x1 - x0, y1 - y0)


def _cost(sheets: Sequence[_Sheet], where: dict[str, int]) -> float:
    """Contradictions of one reading: mean over the pairs that can be compared, about 0 to 1 each."""
    total = 0.0
    for a, b in (("F", "B"), ("L", "R"), ("FL", "BR"), ("FR", "BL"), ("U", "D")):
        if a in where and b in where:
            total += 2.0 * _mirror_cost(sheets[where[a]], sheets[where[b]])
    for a, b in (("F", "L"), ("L", "B"), ("B", "R"), ("R", "F")):
        if a in where and b in where:
            total += 0.5 * _edge_cost(sheets[where[a]], sheets[where[b]])
    reference = sheets[where["F"]] if "F" in where else sheets[0]
    for slot, i in where.items():
        if slot in ("U", "D"):
            height, width = (abs(float(np.log(p / q))) for p, q in _sizes(sheets[i], reference))
            # A side has the front's height in pixels, a top or bottom its width; only a clear misfit makes a top of a picture.
            total += 1.0 + 2.0 * width if height > 0.2 and width < 0.5 * height else 10.0
        elif slot != "F":
            total += 2.0 * abs(float(np.log(sheets[i].height / reference.height)))
            total += 0.3 if len(slot) == 2 else 0.0
    return total


def _sizes(a: _Sheet, b: _Sheet) -> tuple[tuple[int, int], tuple[int, int]]:
    return (a.height, b.height), (a.width, b.width)


def _mirror_cost(a: _Sheet, b: _Sheet) -> float:
    mirrored = b.mask[:, ::-1]
    overlap = np.minimum(a.mask, mirrored).sum() / max(np.maximum(a.mask, mirrored).sum(), 1e-6)
    shape = abs(float(np.log(a.width / a.height * b.height / b.width)))
    return float(1.0 - overlap) + shape


def _edge_cost(a: _Sheet, b: _Sheet) -> float:
    """With b 90 degrees further than a: a's right part and b's left part show the same surface, as on a cylinder."""
    angle = np.radians(np.linspace(25, 65, 9))
    lab_a, ok_a = _columns(a, np.sin(angle))
    lab_b, ok_b = _columns(b, -np.cos(angle))
    weight = ok_a * ok_b
    difference = np.linalg.norm((lab_a - lab_b) * _LAB_WEIGHT, axis=-1)
    return float((difference * weight).sum() / max(weight.sum(), 1e-6)) / 50.0


def _columns(sheet: _Sheet, position: NDArray[np.float64]) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """Colours `(rows, k, 3)` and mask `(rows, k)` at `position` in [-1, 1] across each row's own width."""
    solid = sheet.mask > 0.5
    any_ = solid.any(axis=1)
    left = np.where(any_, solid.argmax(axis=1), 0)
    right = np.where(any_, _SIDE - 1 - solid[:, ::-1].argmax(axis=1), _SIDE - 1)
    x = (left + right)[:, None] / 2 + (right - left)[:, None] / 2 * position
    index = np.clip(np.rint(x).astype(int), 0, _SIDE - 1)
    rows = np.arange(_SIDE)[:, None]
    return sheet.lab[rows, index], sheet.mask[rows, index]
