"""Find the object without learned weights: what stands out from the border, cut along edges, then a soft edge.

Every pixel is compared with the colours of the border ring
(`saliency.ring_distance`: at its own height first, in light and in shadow), every region by how it is joined to the border
(`saliency.saliency`). From that evidence a graph cut gives a first mask, whose colours, near each place and overall, give the next one (the
scheme of GrabCut, Rother et al. 2004, with models that depend on the place). On a plain background parts that resemble it
are added where their outline is sharp (`plain.cut_plain`). Measured by `benchmarks/segmentation.py`.
"""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from maquette.errors import ObjectNotFound
from maquette.images.border import Border, fit_border
from maquette.images.colormodel import ColorModel
from maquette.images.fill import push_pull
from maquette.images.filters import blur, resize
from maquette.images.graphcut import cut
from maquette.images.plain import cut_plain
from maquette.images.saliency import defocus, ring_distance, saliency

Floats = NDArray[np.float32]

WORK_SIDE = 320
"""The search costs about 1.4 s at 320² on one core; the edge is found again at full resolution afterwards."""

PASSES = 4

DEFOCUS = 1.2
"""Nats against what has only blurred edges near it."""

SMOOTHNESS = 1.6
"""Nats for two equal neighbours with different labels."""

SHARP = 0.4
"""Share of the object's own sharpness that the outline of a further part needs."""

SWEEP = 2.0
"""Lab units: median misfit of the border under which a plain background is a studio's (grain and JPEG noise alone: about 1)."""

_NOTHING = (
    "No object was found in picture: nothing stands out from the background. "
    "Use a picture with one object on a plain, contrasting background, or with a transparent background."
)


@dataclass(frozen=True, eq=False)
class Search:
    """What the search without weights found, in a picture of at most `WORK_SIDE`.

    Attributes:
        rgb: `(h, w, 3) uint8`, the small picture.
        lab: `(h, w, 3)` its CIELAB.
        scale: how much larger the picture itself is.
        prior: `(h, w)` log-odds of the object before any colours were learned.
        mask: `(h, w) bool`, the object.
        extra: `(h, w) bool`, parts of it that only a plain background gives away.
        sweep: whether the background is a plain sweep, which the surface fitted to the border explains to `SWEEP` Lab units.
    """

    rgb: NDArray[np.uint8]
    lab: Floats
    scale: float
    prior: Floats
    mask: NDArray[np.bool_]
    extra: NDArray[np.bool_]
    sweep: bool


def cut_out(rgb: NDArray[np.uint8], seed: int) -> Floats:
    """Soft mask of the object in `rgb (h, w, 3) uint8`.

    Returns:
        alpha `(h, w) float32` in [0, 1].

    Raises:
        ObjectNotFound: nothing stands out.
    """
    found = search(rgb, seed)
    return soften(rgb, tidy(found.mask | found.extra), found.scale)


def search(rgb: NDArray[np.uint8], seed: int) -> Search:
    """The object in `rgb (h, w, 3) uint8`, coarsely.

    Raises:
        ObjectNotFound: nothing stands out.
    """
    h, w = rgb.shape[:2]
    scale = max(max(h, w) / WORK_SIDE, 1.0)
    small = resize(rgb, (max(round(w / scale), 8), max(round(h / scale), 8)), cv2.INTER_AREA) if scale > 1 else rgb
    border = fit_border(small)
    if (border.distance > max(5.0, 3.0 * border.residual)).mean() < 1e-3:
        raise ObjectNotFound(_NOTHING, field="images")
    lab = np.asarray(cv2.cvtColor(small.astype(np.float32) / np.float32(255.0), cv2.COLOR_RGB2LAB), np.float32)
    mask, prior = _find(small, lab, border, seed)
    extra = np.zeros_like(mask)
    if border.plain:
        extra = sharp_parts(cut_plain(small, border, seed) & ~mask, mask, lab)
    whole = mask | extra
    if whole.sum() < max(24, 5e-4 * whole.size) or whole[~border.ring].mean() > 0.995:
        raise ObjectNotFound(_NOTHING, field="images")
    return Search(small, lab, scale, prior, mask, extra, border.plain and border.residual < SWEEP)


def _find(rgb: NDArray[np.uint8], lab: Floats, border: Border, seed: int) -> tuple[NDArray[np.bool_], Floats]:
    """Mask `(h, w)` of the object, and the log-odds that it began with.

    What is unlike the border, then `PASSES` of learning colours from the cut and cutting again.
    """
    ring = border.ring
    if border.plain:
        # An object that touches the frame of a plain picture is no part of the background.
        ring = ring & (border.distance < max(12.0, 5.0 * border.residual))
    unlike = ring_distance(rgb, ring, seed)
    if border.plain:
        # A lit sweep is brighter in the middle than anywhere along its border; the fitted surface knows.
        unlike = np.minimum(unlike, border.distance)
    salient = saliency(lab, unlike)
    apart = np.log2((blur(unlike, 0.8) + 1e-3) / _noise(unlike, ring))
    prior = 0.9 * np.clip(1.6 * apart - 0.8, -3, 3) + 0.8 * np.log((salient + 0.1) / (1.1 - salient))
    prior = (prior - 2.5 * border.ring - DEFOCUS * defocus(lab)).astype(np.float32)
    soft = blur(lab, 0.7)
    colors = ColorModel(soft)
    front = (0.8 * cut(prior, soft, SMOOTHNESS) + 0.2 / (1 + np.exp(-1.5 * prior))).astype(np.float32)
    mask = front > 0.5
    for k in range(PASSES):
        learned = colors.log_odds(front, 1, 0.0, 4.0) + 0.9 * colors.log_odds(front, 8, 1.0)
        cost = 0.5 * np.clip(learned, -5, 5) + prior * np.float32(max(0.4, 1 - 0.15 * k))
        mask = main_parts(cut(cost, soft, SMOOTHNESS), lab)
        front = mask.astype(np.float32)
    return np.asarray(mask), prior


def _noise(distance: Floats, ring: NDArray[np.bool_]) -> Floats:
    """`(h, 1)`: what `distance` is worth as mere noise at each height, from the ring's left and right sides there."""
    h, w = distance.shape
    m = max(2, round(0.04 * min(h, w)))
    band = max(h // 14, 3)
    known = np.where(ring, distance, 0)
    sides = np.concatenate([known[:, :m], known[:, -m:]], axis=1)
    at = np.arange(0, h, 4)
    rows = np.interp(np.arange(h), at, [np.quantile(sides[max(i - band, 0) : i + band + 1], 0.9) for i in at])
    whole = np.quantile(distance[ring], 0.9)
    return np.asarray(np.maximum(2.2, 1.5 * (0.75 * rows + 0.25 * whole))[:, None], np.float32)


def main_parts(mask: NDArray[np.bool_], lab: Floats) -> NDArray[np.bool_]:
    """The part that is largest, most central and sharpest, and parts of at least 2 % of its size with half as sharp an outline.

    Things that are out of focus in the background drop out here.
    """
    count, labels, stats, _ = cv2.connectedComponentsWithStats(mask.astype(np.uint8), connectivity=8)
    if count <= 2:
        return mask
    square = np.ones((3, 3), np.uint8)
    gradient = _gradient(lab)
    rim = mask & (cv2.erode(mask.astype(np.uint8), square) == 0)
    around = labels[rim]
    sharp = np.bincount(around, gradient[rim], count) / np.maximum(np.bincount(around, minlength=count), 1)
    h, w = mask.shape
    y, x = np.mgrid[-1 : 1 : h * 1j, -1 : 1 : w * 1j]
    score = np.bincount(labels.ravel(), np.exp(-(x * x + y * y) / 0.5).ravel(), count) * sharp
    score[0] = 0
    best = int(score.argmax())
    area = stats[:, cv2.CC_STAT_AREA]
    keep = (area >= 0.02 * area[best]) & (sharp >= 0.5 * sharp[best])
    keep[0] = False
    return np.asarray(keep[labels])


def sharp_parts(extra: NDArray[np.bool_], mask: NDArray[np.bool_], lab: Floats) -> NDArray[np.bool_]:
    """Those parts of `extra` that end at the background as sharply as the object of `mask` does: parts of it, and no shadows.

    A grey roof before a grey sweep has the colour of a shadow; only its outline tells them apart.
    """
    square = np.ones((3, 3), np.uint8)
    gradient = _gradient(lab)
    outside = ~(mask | extra)
    rim = mask & (cv2.dilate(outside.astype(np.uint8), square) > 0)
    count, labels, stats, _ = cv2.connectedComponentsWithStats(extra.astype(np.uint8), connectivity=8)
    edge = np.where(cv2.dilate(outside.astype(np.uint8), square) > 0, labels, 0)
    length = np.bincount(edge.ravel(), minlength=count)
    # What the object encloses has no outline of its own to judge; the fitted background says that it is no hole.
    sharp = np.where(length > 0, np.bincount(edge.ravel(), gradient.ravel(), count) / np.maximum(length, 1), np.inf)
    least = SHARP * float(gradient[rim].mean()) if rim.any() else 0.0
    keep = (sharp >= least) & (stats[:, cv2.CC_STAT_AREA] >= max(0.002 * mask.sum(), 6))
    keep[0] = False
    return np.asarray(keep[labels])


def _gradient(lab: Floats) -> Floats:
    """`(h, w)`: strongest change of colour within a pixel of each place."""
    dx, dy = (cv2.Sobel(lab, cv2.CV_32F, *order, ksize=3) for order in ((1, 0), (0, 1)))
    return np.asarray(cv2.dilate(np.sqrt((dx * dx + dy * dy).sum(axis=-1)), np.ones((3, 3), np.uint8)), np.float32)


def tidy(mask: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Without specks (under 2 % of the largest part) and pinholes (under 0.1 % of the object); real holes stay."""
    count, labels, stats, _ = cv2.connectedComponentsWithStats(mask.astype(np.uint8), connectivity=8)
    if count <= 1:
        return mask
    areas = stats[1:, cv2.CC_STAT_AREA]
    keep = np.concatenate([[False], areas >= max(0.02 * areas.max(), 6)])
    mask = keep[labels]
    count, labels, stats, _ = cv2.connectedComponentsWithStats((~mask).astype(np.uint8), connectivity=4)
    tiny = stats[:, cv2.CC_STAT_AREA] < max(0.001 * mask.sum(), 8)
    tiny[0] = False
    return np.asarray(mask | tiny[labels])


def soften(rgb: NDArray[np.uint8], mask: NDArray[np.bool_], scale: float) -> Floats:
    """Alpha at full resolution from a mask that is `scale` times smaller.

    In a band around the mask's edge, alpha is where the pixel's colour lies on the line from the background's colour (filled in
    from outside) to the object's (filled in from inside). Where the two colours are alike, the line says nothing and the smoothed
    mask is taken.
    """
    h, w = rgb.shape[:2]
    rough = np.clip(blur(resize(mask.astype(np.float32), (w, h), cv2.INTER_CUBIC), 0.6 * scale), 0, 1)
    r = int(np.ceil(1.5 * scale)) + 1
    kernel = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (2 * r + 1, 2 * r + 1))
    solid = (rough > 0.5).astype(np.uint8)
    inner, outer = cv2.erode(solid, kernel), 1 - cv2.dilate(solid, kernel)
    picture = rgb.astype(np.float32)
    # Thin parts vanish under erosion: their own core stays as a weak source.
    front = push_pull(picture, np.maximum(inner.astype(np.float32), 0.05 * (rough > 0.9)))
    back = push_pull(picture, np.maximum(outer.astype(np.float32), 0.05 * (rough < 0.1)))
    axis = front - back
    length2 = (axis * axis).sum(axis=-1)
    along = np.clip(((picture - back) * axis).sum(axis=-1) / np.maximum(length2, 1.0), 0, 1)
    trust = length2 / (length2 + 40.0**2)
    alpha = trust * along + (1 - trust) * rough
    alpha = np.clip((alpha - 0.06) / 0.88, 0, 1)  # grain and JPEG noise at both ends
    return np.where(inner > 0, 1.0, np.where(outer > 0, 0.0, alpha)).astype(np.float32)
