"""A `Frame` over its background, as bytes."""

from __future__ import annotations

from functools import lru_cache
from typing import Literal

import cv2
import numpy as np
from numpy.typing import NDArray

from maquette.errors import InvalidRequest
from maquette.render.color import to_linear, to_srgb
from maquette.render.parallel import map_chunks
from maquette.render.scene import Frame

Pixels = NDArray[np.uint8]
Background = Literal["studio", "transparent", "white"]

BACKDROP_GRID = 256


def compose(frame: Frame, background: Background = "studio", wall: NDArray[np.float32] | None = None) -> Pixels:
    """`(h, w, 3) uint8` sRGB over a soft gradient or white, or `(h, w, 4)` with straight alpha (the floor's shadow is black).

    Args:
        wall: `(h, w, 3)` linear light behind a "studio" picture instead of `backdrop`, such as a part of a larger one.

    Raises:
        InvalidRequest: an unknown background.
    """
    h, w = frame.alpha.shape
    color = frame.color if frame.glow is None else frame.color + frame.glow
    if background == "transparent":
        shade = frame.shadow * (1 - frame.alpha)
        total = frame.alpha + shade
        if frame.glow is not None:
            total = 1 - (1 - total) * (1 - np.clip(frame.glow.max(axis=2), 0, 1))
        straight = _encode(color / np.maximum(total, np.float32(1e-6))[..., None])
        straight[total <= 0] = 0
        return np.concatenate([straight, np.rint(total * 255).astype(np.uint8)[..., None]], axis=2)
    if background == "white":
        behind = np.ones((h, w, 1), np.float32)
    elif background == "studio":
        behind = backdrop(w, h) if wall is None else wall
    else:
        raise InvalidRequest(
            f"There is no background {background!r}. Use studio, transparent or white.", field="background"
        )
    hidden = (1 - frame.alpha)[..., None]
    return _encode(color + behind * hidden * (1 - frame.shadow)[..., None], dither=background == "studio")


@lru_cache(4)
def backdrop(width: int, height: int) -> NDArray[np.float32]:
    """`(h, w, 3) float32` linear: a pale wall, lighter behind the object's upper half, that falls off softly to the corners."""
    # It is smooth, so a coarse grid carries it; the linear ramp between cells is far below a byte's step.
    coarse = (np.arange(BACKDROP_GRID) + 0.5) / BACKDROP_GRID
    y, x = np.meshgrid(coarse, coarse, indexing="ij")
    distance = np.hypot((x - 0.5) * 1.1, y - 0.42)
    fall = np.clip(distance / 0.8, 0, 1) ** 1.6
    inner, outer = np.array([0.965, 0.965, 0.96]), np.array([0.79, 0.805, 0.825])
    image = to_linear(inner + (outer - inner) * fall[..., None])
    full = np.asarray(cv2.resize(image, (width, height), interpolation=cv2.INTER_LINEAR), np.float32)
    full.flags.writeable = False  # shared
    return full


def _encode(linear: NDArray[np.floating], *, dither: bool = False) -> Pixels:
    """Encoded sRGB bytes of linear light `(h, w, 3)`; dithering by half a step hides bands in smooth gradients."""
    h, w, _ = linear.shape
    flat = np.ascontiguousarray(linear).reshape(-1, 3)

    def work(part: slice) -> Pixels:
        value = _BYTES[(np.clip(flat[part], 0, 1) * np.float32(65535) + np.float32(0.5)).astype(np.uint16)]
        if dither:
            # Interleaved gradient noise (Jimenez 2014), a fixed function of the pixel.
            index = np.arange(part.start, part.stop)
            noise = (52.9829189 * ((0.06711056 * (index % w) + 0.00583715 * (index // w)) % 1.0)) % 1.0
            value = value + (noise[:, None] - 0.5).astype(np.float32)
        return np.clip(np.rint(value), 0, 255).astype(np.uint8)

    return np.concatenate(map_chunks(work, len(flat))).reshape(h, w, 3)


_BYTES = (to_srgb(np.arange(65536) / 65535) * 255).astype(
    np.float32
)  # steps of at most 1/20 byte, in the darkest tones
