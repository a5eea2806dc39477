"""Cut-out by a matting network that the user brings as an ONNX file (U²-Net, IS-Net, BiRefNet, RMBG and alike)."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from maquette.errors import DependencyMissing, EngineError, InvalidRequest

_MEAN = np.array([0.485, 0.456, 0.406], np.float32)
_STD = np.array([0.229, 0.224, 0.225], np.float32)
_DEFAULT_SIDE = 1024


@lru_cache(maxsize=2)
def _session(path: Path) -> Any:
    try:
        import onnxruntime
    except ImportError:
        raise DependencyMissing("A matting model needs onnxruntime. Install it: pip install onnxruntime") from None
    if not path.is_file():
        raise InvalidRequest(
            "MAQUETTE_MATTING_MODEL names a file that does not exist. Correct or remove it.", field="matting_model"
        )
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 2
    try:
        return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
    except Exception as error:  # onnxruntime raises its own, unexported classes
        raise InvalidRequest(
            f"The matting model cannot be loaded ({type(error).__name__}). Give another ONNX file."
        ) from None


def matting_alpha(rgb: NDArray[np.uint8], model: Path) -> NDArray[np.float32]:
    """Alpha `(h, w) float32` of `rgb (h, w, 3) uint8`.

    The network takes one `(1, 3, side, side)` float input with ImageNet normalisation and gives a one-channel map first or last
    among its outputs: as probabilities (U²-Net, IS-Net, RMBG: scaled to the full range, as their own code does) or as logits
    (BiRefNet: recognised by values outside of [0, 1] and passed through a sigmoid).

    Raises:
        DependencyMissing: onnxruntime is not installed.
        InvalidRequest: no such file, or not a model.
        EngineError: the network does not have that form.
    """
    session = _session(model)
    given = session.get_inputs()[0]
    shape = list(given.shape)
    if len(shape) != 4 or (isinstance(shape[1], int) and shape[1] != 3):
        raise EngineError(f"The matting model takes {shape}, not (1, 3, height, width). Give another ONNX file.")
    height, width = (s if isinstance(s, int) and s > 0 else _DEFAULT_SIDE for s in shape[2:])
    resized = cv2.resize(rgb, (width, height), interpolation=cv2.INTER_AREA).astype(np.float32) / np.float32(255)
    tensor = (
        ((resized - _MEAN) / _STD)
        .transpose(2, 0, 1)[None]
        .astype(np.float16 if "float16" in given.type else np.float32)
    )
    outputs = [np.asarray(o, np.float32) for o in session.run(None, {given.name: tensor})]
    maps = [o for o in outputs if o.ndim >= 2 and o.size == o.shape[-1] * o.shape[-2] and o.shape[-1] > 1]
    if not maps:
        raise EngineError("The matting model gives no one-channel map. Give another ONNX file.")
    # U²-Net lists its best map first and BiRefNet last; side outputs of the others are smaller or equal.
    result = max(maps, key=lambda o: o.size).reshape(maps[0].shape[-2:]) if len(maps) == 1 else _best(maps)
    if result.min() < -0.01 or result.max() > 1.01:
        result = (1.0 / (1.0 + np.exp(-np.clip(result, -30, 30)))).astype(np.float32)
    elif result.max() - result.min() > 0.1:
        result = (result - result.min()) / (result.max() - result.min())
    h, w = rgb.shape[:2]
    return np.clip(cv2.resize(result, (w, h), interpolation=cv2.INTER_LINEAR), 0, 1).astype(np.float32)


def _best(maps: list[NDArray[np.float32]]) -> NDArray[np.float32]:
    first, last = maps[0], maps[-1]
    chosen = last if last.size > first.size or (last.min() < -0.01 and last.size == first.size) else first
    return chosen.reshape(chosen.shape[-2:])
