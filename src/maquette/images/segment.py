"""A decoded picture to a `View`: the object's soft mask, and colours that no background shines through."""

from __future__ import annotations

from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray

from maquette.engines.engine import View
from maquette.errors import ObjectNotFound
from maquette.images.decode import Picture
from maquette.images.fill import bleed_edges
from maquette.images.learned_cutout import find
from maquette.images.matting import matting_alpha

_TRANSPARENT = "The picture is fully transparent. Use a picture that shows an object."
_EMPTY = "No object was found in the picture. Use one with a single object on a plain, contrasting background."


def segment(
    picture: Picture, *, use_original_alpha: bool = False, matting_model: Path | None = None, seed: int = 0
) -> View:
    """Cut the object out.

    The picture's own alpha is used where it says something, that is, where it is neither the same everywhere nor opaque but for
    a few pixels; else a matting network if one is given, else `learned_cutout.find`.

    Args:
        use_original_alpha: trust the alpha channel even where it looks useless (an opaque one makes the whole frame the object).
        matting_model: ONNX file, see `matting_alpha`.
        seed: of GrabCut's clustering.

    Raises:
        ObjectNotFound: fully transparent, or nothing stands out.
    """
    alpha = _own_alpha(picture.alpha, use_original_alpha)
    own = alpha is not None
    if alpha is None:
        alpha = matting_alpha(picture.rgb, matting_model) if matting_model else find(picture.rgb, seed)
    alpha = _without_specks(alpha)
    if (alpha > 0.5).sum() < max(16, 1e-4 * alpha.size):
        raise ObjectNotFound(_EMPTY, field="images")
    return View(bleed_edges(picture.rgb, alpha, wary=not own), alpha)


def _own_alpha(alpha: NDArray[np.float32] | None, trusted: bool) -> NDArray[np.float32] | None:
    """The alpha channel if it is a mask, None if it is not.

    A faint mask (a ghosted logo) is stretched to full range: its shape is the message.
    """
    if alpha is None:
        return None
    top = float(np.quantile(alpha, 0.999))
    if float(alpha.max()) < 0.04:
        raise ObjectNotFound(_TRANSPARENT, field="images")
    stretched = np.clip(alpha / max(top, 0.04), 0, 1)
    clear = float((stretched < 0.5).mean())
    if not trusted and clear < 0.002:
        return None
    return np.where(stretched < 0.02, 0, stretched).astype(np.float32)


def _without_specks(alpha: NDArray[np.float32]) -> NDArray[np.float32]:
    """Parts under 0.1 % of the largest one are dust of the matting, not things (a robot's antenna is 0.5 %)."""
    count, labels, stats, _ = cv2.connectedComponentsWithStats((alpha > 0.08).astype(np.uint8), connectivity=8)
    if count <= 2:
        return alpha
    areas = stats[:, cv2.CC_STAT_AREA]
    keep = areas >= max(0.001 * areas[1:].max(), 4)
    keep[0] = True
    return np.where(keep[labels], alpha, 0).astype(np.float32)
