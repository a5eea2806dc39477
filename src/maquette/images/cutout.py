"""Find the object without learned weights: GrabCut seeded by a model of the border, then a soft edge.

Two ways to seed GrabCut (Rother et al. 2004). Where the picture's border ring is a smooth surface in Lab (a plain, studio or vignetted
background), a second-order polynomial of it predicts the background everywhere, and what differs is the object. Where the ring does
not fit (grass, a room), only a rectangle is known. Measured by `benchmarks/segmentation.py`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import cv2
import numpy as np
from numpy.typing import NDArray

from maquette.errors import ObjectNotFound
from maquette.images.fill import push_pull
from maquette.images.filters import blur, resize

Floats = NDArray[np.float32]
Mask = NDArray[np.uint8]

WORK_SIDE = 384
"""GrabCut's cost grows with pixels: 0.6 s at 384², 1.3 s at 512², and the edge is found again at full resolution afterwards."""

SMOOTH_RESIDUAL = 5.0
"""Lab units: median misfit of the border ring under which its background counts as smooth (grain and JPEG noise: below 3)."""

_SHADOW = 0.45
"""Weight of being darker than the background: a cast shadow keeps the background's hue. Against 1, mean IoU of the benchmark rises
from 0.83 to 0.97 with shadows and falls from 0.975 to 0.955 on white (pale parts of objects)."""

_NOTHING = (
    "No object was found in picture: nothing stands out from the background. "
    "Use a picture with one object on a plain, contrasting background, or with a transparent background."
)


@dataclass(frozen=True, eq=False)
class Border:
    """The background as predicted from the border ring.

    Attributes:
        distance: `(h, w) float32`, Lab distance of each pixel from the prediction.
        residual: median distance inside the ring.
        ring: `(h, w) bool`.
    """

    distance: Floats
    residual: float
    ring: NDArray[np.bool_]

    @property
    def mode(self) -> Literal["model", "rectangle"]:
        return "model" if self.residual < SMOOTH_RESIDUAL else "rectangle"


def fit_border(rgb: NDArray[np.uint8]) -> Border:
    """Fit the second-order polynomial to the ring of 4 % width, three times, each time without the worst third.

    An object that is cut by the frame covers less than a third of the ring in most pictures and so does not count.
    """
    lab = cv2.cvtColor(rgb.astype(np.float32) / np.float32(255.0), cv2.COLOR_RGB2LAB)
    h, w = lab.shape[:2]
    ring = np.ones((h, w), bool)
    m = max(2, round(0.04 * min(h, w)))
    ring[m : h - m, m : w - m] = False
    y, x = np.mgrid[-1 : 1 : h * 1j, -1 : 1 : w * 1j]
    basis = np.stack([np.ones_like(x), x, y, x * x, x * y, y * y], axis=-1)
    a, b = basis[ring], lab[ring].astype(np.float64)
    keep = np.ones(len(a), bool)
    coefficients = np.zeros((6, 3))
    for _ in range(4):
        coefficients = np.linalg.lstsq(a[keep], b[keep], rcond=None)[0]
        misfit = np.linalg.norm(a @ coefficients - b, axis=1)
        keep = misfit <= np.quantile(misfit, 0.67)
    difference = lab - basis @ coefficients
    difference[..., 0] *= np.where(difference[..., 0] < 0, _SHADOW, 1.0)
    distance = np.linalg.norm(difference, axis=-1).astype(np.float32)
    return Border(distance, float(np.median(distance[ring])), ring)


def cut_out(rgb: NDArray[np.uint8], seed: int) -> Floats:
    """Soft mask of the object in `rgb (h, w, 3) uint8`.

    Returns:
        alpha `(h, w) float32` in [0, 1].

    Raises:
        ObjectNotFound: nothing stands out.
    """
    h, w = rgb.shape[:2]
    scale = max(h, w) / WORK_SIDE
    if scale > 1:
        small = resize(rgb, (max(round(w / scale), 8), max(round(h / scale), 8)), cv2.INTER_AREA)
    else:
        small, scale = rgb, 1.0
    mask = _grab_cut(small, seed)
    return soften(rgb, mask, scale)


def _grab_cut(rgb: NDArray[np.uint8], seed: int) -> NDArray[np.bool_]:
    border = fit_border(rgb)
    h, w = border.distance.shape
    bgd, fgd = np.zeros((1, 65)), np.zeros((1, 65))
    cv2.setRNGSeed(seed)
    # GrabCut's own noise floor: flat synthetic backgrounds give singular colour models without a little grain.
    noisy = np.clip(rgb.astype(np.int16) + np.random.default_rng(seed).integers(-1, 2, rgb.shape), 0, 255).astype(
        np.uint8
    )
    bgr = np.ascontiguousarray(noisy[..., ::-1])
    if border.mode == "model":
        sure = max(12.0, 6.0 * border.residual)
        maybe = max(5.0, 3.0 * border.residual)
        trimap = np.where(border.distance > maybe, cv2.GC_PR_FGD, cv2.GC_PR_BGD).astype(np.uint8)
        trimap[border.ring & (border.distance < sure)] = cv2.GC_BGD
        core = cv2.morphologyEx((border.distance > sure).astype(np.uint8), cv2.MORPH_OPEN, np.ones((3, 3), np.uint8))
        core = cv2.erode(core, np.ones((3, 3), np.uint8))
        if core.sum() < max(16, 2e-4 * h * w):
            if (border.distance > maybe).mean() < 1e-3:
                raise ObjectNotFound(_NOTHING, field="images")
        else:
            trimap[core.astype(bool)] = cv2.GC_FGD
        cv2.grabCut(bgr, trimap, (0, 0, 0, 0), bgd, fgd, 3, cv2.GC_INIT_WITH_MASK)
    else:
        trimap = np.full((h, w), cv2.GC_BGD, np.uint8)
        mx, my = max(2, round(0.04 * w)), max(2, round(0.04 * h))
        cv2.grabCut(bgr, trimap, (mx, my, w - 2 * mx, h - 2 * my), bgd, fgd, 4, cv2.GC_INIT_WITH_RECT)
    mask = tidy((trimap == cv2.GC_FGD) | (trimap == cv2.GC_PR_FGD))
    if mask.sum() < max(24, 5e-4 * h * w) or (border.mode == "rectangle" and mask[~border.ring].mean() > 0.995):
        raise ObjectNotFound(_NOTHING, field="images")
    return mask


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
