"""The object on a plain background: GrabCut seeded by how far each pixel is from the background that the border predicts."""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

from maquette.images.border import Border


def cut_plain(rgb: NDArray[np.uint8], border: Border, seed: int) -> NDArray[np.bool_]:
    """Mask `(h, w)` of what differs from a background that fits (GrabCut: Rother et al. 2004).

    It keeps parts that resemble the backdrop, a grey roof before a grey sweep, better than the search for photographs does.
    """
    h, w = border.distance.shape
    bgd, fgd = np.zeros((1, 65)), np.zeros((1, 65))
    cv2.setRNGSeed(seed)
    # GrabCut's own noise floor: flat synthetic backgrounds give singular colour models without a little grain.
    noisy = np.clip(rgb.astype(np.int16) + np.random.default_rng(seed).integers(-1, 2, rgb.shape), 0, 255).astype(
        np.uint8
    )
    bgr = np.ascontiguousarray(noisy[..., ::-1])
    sure = max(12.0, 6.0 * border.residual)
    maybe = max(5.0, 3.0 * border.residual)
    trimap = np.where(border.distance > maybe, cv2.GC_PR_FGD, cv2.GC_PR_BGD).astype(np.uint8)
    trimap[border.ring & (border.distance < sure)] = cv2.GC_BGD
    core = cv2.morphologyEx((border.distance > sure).astype(np.uint8), cv2.MORPH_OPEN, np.ones((3, 3), np.uint8))
    core = cv2.erode(core, np.ones((3, 3), np.uint8))
    if core.sum() >= max(16, 2e-4 * h * w):
        trimap[core.astype(bool)] = cv2.GC_FGD
    cv2.grabCut(bgr, trimap, (0, 0, 0, 0), bgd, fgd, 3, cv2.GC_INIT_WITH_MASK)
    return np.asarray((trimap == cv2.GC_FGD) | (trimap == cv2.GC_PR_FGD))
