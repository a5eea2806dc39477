"""Binary graph cut with costs of one's own, through OpenCV's only exact solver.

`cv2.grabCut` learns colour models and cuts with them. With `GC_EVAL_FREEZE_MODEL` it takes the models as given, and two Gaussians
of equal variance along one channel make their log-ratio a straight line: a channel that holds the wanted cost, quantised, gives
back exactly that cost. The other two channels carry colour for the contrast-sensitive smoothness (Boykov and Jolly 2001).
"""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]

_LEVELS = 60
"""Steps of the cost channel to either side of zero: it takes part in the contrast too, so that it must stay small beside colour."""

_LIMIT = 6.0
"""Costs are clipped to ± this many nats: surer than that is never true of a colour model."""


def cut(cost: Floats, lab: Floats, smoothness: float) -> NDArray[np.bool_]:
    """The labelling of least energy.

    Args:
        cost: `(h, w)` log-odds of object against background, nats.
        lab: `(h, w, 3)` CIELAB.
        smoothness: nats that two equal neighbours pay when they differ in label.

    Returns:
        `(h, w) bool`, true for the object.
    """
    # OpenCV's smoothness is fixed to 50 per pair: the costs are scaled instead.
    gain = 50.0 / smoothness
    level = np.rint(np.clip(cost / _LIMIT, -1, 1) * _LEVELS) + _LEVELS
    chroma = lab[..., 1:].reshape(-1, 2)
    axis = np.linalg.eigh(np.cov(chroma.T) + 1e-3 * np.eye(2))[1][:, -1]
    image = np.stack([level, lab[..., 0] * 2.5, 128 + 1.6 * (lab[..., 1:] @ axis)], axis=-1)
    image = np.ascontiguousarray(np.clip(np.rint(image), 0, 255).astype(np.uint8))
    # ratio(level) = (level - _LEVELS) * 2 * _LEVELS / variance  =  gain * cost
    variance = 2.0 * _LEVELS * _LEVELS / (gain * _LIMIT)
    label = np.where(cost > 0, cv2.GC_PR_FGD, cv2.GC_PR_BGD).astype(np.uint8)
    if not (cost > 0).any() or (cost > 0).all():
        return np.asarray(cost > 0)
    cv2.grabCut(
        image,
        label,
        (0, 0, 0, 0),
        _gaussian(0.0, variance),
        _gaussian(2.0 * _LEVELS, variance),
        1,
        cv2.GC_EVAL_FREEZE_MODEL,
    )
    return np.asarray(label == cv2.GC_PR_FGD)


def _gaussian(mean: float, variance: float) -> NDArray[np.float64]:
    """A one-component model in OpenCV's layout (5 weights, 15 means, 45 covariances), flat along the two colour channels."""
    model = np.zeros((1, 65))
    model[0, 0] = 1.0
    model[0, 5:8] = mean, 128.0, 128.0
    model[0, 20:29] = np.diag([variance, 1e7, 1e7]).ravel()
    return model
