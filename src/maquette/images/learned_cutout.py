"""Find the object with the small network that Maquette ships, and cut along the picture's edges.

The network (`training/segmenter`, ONNX Runtime, about 30 ms a pass) says what is the object, coarsely: once for the whole picture,
once more for the part that holds the object. Where exactly the object ends the picture itself knows: a graph cut with colour models
that the network's answer teaches (as in `cutout`, but without its guesses), then the soft edge of `cutout.soften`. Measured by
`benchmarks/segmentation.py`; `docs/segmentation.md` says how it was made.
"""

from __future__ import annotations

import zlib
from functools import lru_cache
from pathlib import Path
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from maquette.images.colormodel import ColorModel
from maquette.images.cutout import SMOOTHNESS, Search, main_parts, search, soften, tidy
from maquette.images.filters import blur, resize
from maquette.images.graphcut import cut

Floats = NDArray[np.float32]

WEIGHTS = Path(__file__).parent / "weights" / "segmenter.onnx"

SIDE = 128
"""Pixels of the network's square picture."""

UNSURE, SURE = 0.6, 0.85
"""`sureness` up to which the network is not heard at all, and from which on it is heard fully."""

STRANGE, AGREED = 0.5, 0.7
"""Overlap (IoU) with the search's mask: where the two see different things the search is right more often, so far."""

SILENT = 1.5
"""Log-odds that the network must exceed at a pixel to be heard there: between 18 and 82 % it has no opinion."""

PASSES = 2


@lru_cache(maxsize=1)
def _session() -> Any:
    """The network, or None where ONNX Runtime or the weights are missing."""
    try:
        import onnxruntime
    except ImportError:
        return None
    if not WEIGHTS.is_file():
        return None
    options = onnxruntime.SessionOptions()
    # One thread: the sums' order, and so the last bit, must not depend on the machine's cores.
    options.intra_op_num_threads = 1
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(str(WEIGHTS), options, providers=["CPUExecutionProvider"])


def available() -> bool:
    """Whether the network can run here."""
    return _session() is not None


@lru_cache(maxsize=1)
def identity() -> str | None:
    """Which network answers, as a checksum of its file; None where none can."""
    return f"{zlib.crc32(WEIGHTS.read_bytes()):08x}" if available() else None


def inputs(square: NDArray[np.uint8]) -> Floats:
    """What the network sees of `square (side, side, 3) uint8`: `(5, side, side) float32`.

    Red, green and blue in [0, 1]; how unlike the nearest colour of the border each pixel is (units of 40 Lab); which share of the
    border is like it (within 9 Lab). The last two say from the first step of training on what few convolutions could gather.
    """
    side = len(square)
    small = resize(square, (64, 64), cv2.INTER_AREA).astype(np.float32) / np.float32(255)
    tiny = resize(small, (32, 32), cv2.INTER_AREA)
    lab, ring = (np.asarray(cv2.cvtColor(a, cv2.COLOR_RGB2LAB), np.float32) for a in (small, tiny))
    edge = np.concatenate([ring[0, ::2], ring[-1, ::2], ring[1:-1:2, 0], ring[1:-1:2, -1]])
    flat = lab.reshape(-1, 3)
    apart = (flat**2).sum(1)[:, None] + (edge**2).sum(1)[None] - 2 * (flat @ edge.T)
    least = np.sqrt(np.maximum(apart.min(1), 0)).reshape(lab.shape[:2]) / np.float32(40)
    share = (apart < 81.0).mean(1, dtype=np.float32).reshape(lab.shape[:2])
    out = np.empty((5, side, side), np.float32)
    out[:3] = square.transpose(2, 0, 1) / np.float32(255)
    out[3], out[4] = (resize(a, (side, side), cv2.INTER_LINEAR) for a in (least, share))
    return out


def _ask(rgb: NDArray[np.uint8]) -> Floats:
    """Probability `(h, w)` of each pixel of `rgb (h, w, 3)`, the mean over the picture and its mirror image."""
    h, w = rgb.shape[:2]
    how = cv2.INTER_AREA if max(h, w) > SIDE else cv2.INTER_LINEAR
    square = inputs(resize(rgb, (SIDE, SIDE), how))
    found = np.zeros((SIDE, SIDE), np.float32)
    for flip in (1, -1):
        tensor = np.ascontiguousarray(square[None, ..., ::flip])
        found += _session().run(None, {"picture": tensor})[0][0, 0][:, ::flip] / 2
    return np.asarray(np.clip(resize(found, (w, h), cv2.INTER_LINEAR), 0, 1), np.float32)


def _log_odds(p: Floats) -> Floats:
    q = np.clip(p, 0.005, 0.995)
    return np.asarray(np.log(q / (1 - q)), np.float32)


def _box(p: Floats) -> tuple[int, int, int, int] | None:
    """Rows and columns of the object in `p` with a sixth of its size around; None where that is most of the picture."""
    h, w = p.shape
    rows, columns = np.flatnonzero((p > 0.5).any(1)), np.flatnonzero((p > 0.5).any(0))
    if not len(rows):
        return None
    spare = max(rows[-1] - rows[0], columns[-1] - columns[0]) / 6 + 3
    y0, y1 = max(int(rows[0] - spare), 0), min(int(rows[-1] + spare) + 1, h)
    x0, x1 = max(int(columns[0] - spare), 0), min(int(columns[-1] + spare) + 1, w)
    return None if (y1 - y0) * (x1 - x0) > 0.8 * h * w else (y0, y1, x0, x1)


def coverage(rgb: NDArray[np.uint8]) -> Floats:
    """Probability `(h, w) float32` that each pixel of `rgb (h, w, 3) uint8` is the object's. Needs `available()`."""
    p = _ask(rgb)
    box = _box(p)
    if box is None:
        return p
    y0, y1, x0, x1 = box
    near = _log_odds(_ask(np.ascontiguousarray(rgb[y0:y1, x0:x1])))
    odds = _log_odds(p)
    odds[y0:y1, x0:x1] += np.float32(0.65) * (near - odds[y0:y1, x0:x1])
    return np.asarray(1 / (1 + np.exp(-odds)), np.float32)


def sureness(p: Floats) -> float:
    """The intersection over union that `p (h, w)`, taken at its word, expects of its own mask at 0.5."""
    mask = p > 0.5
    return float(p[mask].sum() / max(float(mask.sum() + p[~mask].sum()), 1.0))


def trust(p: Floats, mask: NDArray[np.bool_]) -> float:
    """How much to believe the network's answer `p (h, w)` beside the search's `mask (h, w)`, in [0, 1]."""
    seen = p > 0.5
    overlap = float((seen & mask).sum() / max(int((seen | mask).sum()), 1))
    sure = np.clip((sureness(p) - UNSURE) / (SURE - UNSURE), 0, 1)
    return float(sure * np.clip((overlap - STRANGE) / (AGREED - STRANGE), 0, 1))


def improve(rgb: NDArray[np.uint8], found: Search) -> tuple[Floats, float]:
    """Soft mask `(h, w) float32` of the object in `rgb (h, w, 3) uint8`, and how much the network had to say in it, in [0, 1].

    At 0 it is `cut_out`'s answer: the network is missing, unsure or at odds with it, or the background is a studio's sweep, where the
    search is nearly always right.
    """
    mask, weight = tidy(found.mask | found.extra), 0.0
    if available() and not found.sweep:
        p = coverage(found.rgb)
        weight = trust(p, mask)
        agreed = tidy(_agree(found, p, weight)) if weight > 0 else mask
        mask, weight = (agreed, weight) if agreed.any() else (mask, 0.0)
    return soften(rgb, mask, found.scale), weight


def _agree(found: Search, p: Floats, weight: float) -> NDArray[np.bool_]:
    """Mask `(h, w)`: the search's evidence and the network's, cut once more along the picture's edges.

    The network counts as log-odds beside the search's; the colour models learn from the search's mask and a little from it.
    """
    soft = blur(found.lab, 0.7)
    colors = ColorModel(soft)
    before = tidy(found.mask | found.extra)
    odds = np.clip(_log_odds(p), -5, 5)
    spoken = np.sign(odds) * np.maximum(np.abs(odds) - SILENT, 0)
    prior = (1 - 0.2 * weight) * found.prior + 1.3 * weight * spoken
    front = np.asarray((1 - 0.2 * weight) * before + 0.2 * weight * p, np.float32)
    mask = before
    for _ in range(PASSES):
        learned = colors.log_odds(front, 1, 0.0, 4.0) + 0.9 * colors.log_odds(front, 8, 1.0)
        cost = 0.5 * np.clip(learned, -5, 5) + 0.6 * prior
        mask = cut(np.asarray(cost, np.float32), soft, SMOOTHNESS)
        front = mask.astype(np.float32)
    return main_parts(mask, found.lab) | (found.extra & (p > 0.3))


def find(rgb: NDArray[np.uint8], seed: int) -> Floats:
    """Soft mask `(h, w) float32` of the object in `rgb (h, w, 3) uint8`: with the network where it is sure, else `cut_out`'s.

    Raises:
        ObjectNotFound: nothing stands out.
    """
    return improve(rgb, search(rgb, seed))[0]
