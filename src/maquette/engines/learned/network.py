"""The trained network, run by ONNX Runtime on the processor."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from maquette.engines.learned.crop import Crop
from maquette.errors import DependencyMissing, EngineError

Floats = NDArray[np.float32]

WEIGHTS = Path(__file__).parent / "weights" / "compact.onnx"

OPENING = (0.09, 0.42)
"""Tangents of half the crop's opening that are believed: 10 to 45 degrees."""


@dataclass(frozen=True, eq=False)
class Prediction:
    """What the network says about one view.

    Attributes:
        field: `(FIELD, FIELD, FIELD) float32` occupancy logits over depth from near to far, row, column of the crop.
        back: `(FIELD, FIELD, 3) float32` colours of the unseen side, sRGB in [0, 1].
        normal: `(FIELD, FIELD, 3) float32` of the visible surface: right, up, towards the camera; unit.
        elevation: of the camera, radians.
        opening: tangent of half the crop's opening.
    """

    field: Floats
    back: Floats
    normal: Floats
    elevation: float
    opening: float


@lru_cache(maxsize=2)
def _session(path: Path) -> Any:
    try:
        import onnxruntime
    except ImportError:
        raise DependencyMissing("The engine 'compact' needs onnxruntime. Install it: pip install onnxruntime") from None
    if not path.is_file():
        raise EngineError(
            "The weights of the engine 'compact' are not installed. Train them (training/README.md), or use the engine 'inflation'."
        )
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 2
    options.inter_op_num_threads = 1
    return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])


def predict(crops: Sequence[Crop], weights: Path = WEIGHTS) -> list[Prediction]:
    """Ask the network about each crop and about its mirror image, and take the mean of both.

    Raises:
        DependencyMissing: onnxruntime is not installed.
        EngineError: the weights are not installed.
    """
    session = _session(weights)
    out = []
    for crop in crops:
        pair = np.stack([crop.picture, crop.picture[..., ::-1]])
        prior = np.stack([crop.prior, crop.prior[..., ::-1]])[:, None]
        field, back, normal, camera = session.run(
            ["field", "back", "normal", "camera"],
            {"picture": np.ascontiguousarray(pair), "prior": np.ascontiguousarray(prior)},
        )
        field = (field[0] + field[1, ..., ::-1]) / 2
        back = (back[0] + back[1, ..., ::-1]) / 2
        normal = (normal[0] + normal[1, ..., ::-1] * np.array([-1, 1, 1], np.float32)[:, None, None]) / 2
        normal /= np.maximum(np.linalg.norm(normal, axis=0, keepdims=True), 1e-6)
        elevation = float(np.clip(camera[:, 0].mean(), np.radians(-25), np.radians(65)))
        opening = float(np.clip(np.exp(camera[:, 1].mean()), *OPENING))
        out.append(
            Prediction(
                np.asarray(field, np.float32),
                np.ascontiguousarray((1 / (1 + np.exp(-back))).transpose(1, 2, 0), np.float32),
                np.ascontiguousarray(normal.transpose(1, 2, 0), np.float32),
                elevation,
                opening,
            )
        )
    return out
