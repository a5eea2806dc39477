"""`MipTexture`: filtered lookups in a texture (bilinear, two mip levels), in linear light or as stored."""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

from maquette.render.color import to_linear, to_srgb

Floats = NDArray[np.float32]

MAX_LEVEL = 4  # coarser levels would mix charts: atlases are padded by a few pixels only


class MipTexture:
    """A picture `(h, w, 3) uint8` prepared for lookups.

    Args:
        srgb: the bytes are sRGB and lookups give linear light; else lookups give `byte / 255`.
    """

    def __init__(self, pixels: NDArray[np.uint8], *, srgb: bool) -> None:
        self._srgb = srgb
        self.size: tuple[int, int] = (pixels.shape[0], pixels.shape[1])
        self._pictures: list[NDArray[np.uint8]] = [np.ascontiguousarray(pixels)]
        self._packed: list[NDArray[np.uint32]] = []

    def prepare(self, level: Floats) -> None:
        """Build the levels that `sample(…, level)` will read. Call it before threads sample."""
        top = min(MAX_LEVEL, int(np.ceil(max(0.0, float(level.max()))))) if level.size else 0
        while len(self._pictures) <= top:
            self._pictures.append(_halve(self._pictures[-1], self._srgb))
        while len(self._packed) <= top:
            self._packed.append(_pack(self._pictures[len(self._packed)]))

    def sample(self, uv: Floats, level: Floats) -> Floats:
        """`(n, 3) float32` at `uv (n, 2)` (v from the bottom, clamped), `level (n,)` = log2 of texels of level 0 per sample."""
        level = np.clip(level, 0, MAX_LEVEL).astype(np.float32)
        low = level.astype(np.int8)
        out = np.zeros((len(uv), 3), np.float32)
        for index in np.unique(low):
            rows = np.flatnonzero(low == index)
            place, part = uv[rows], (level[rows] - index)[:, None]
            value = self._look(int(index), place)
            if part.max(initial=0) > 0:
                value += (self._look(int(index) + 1, place) - value) * part
            out[rows] = value
        if self._srgb:
            return _FINE[np.rint(out * 16).astype(np.int32)]
        return np.asarray(out / np.float32(255), np.float32)

    def _look(self, index: int, uv: Floats) -> Floats:
        """`(n, 3) float32` in [0, 255]: bilinear, texel centres at half integers, edges clamped, exact weights."""
        h, w = self._pictures[index].shape[:2]
        x = np.clip(uv[:, 0] * np.float32(w) - np.float32(0.5), 0, w - 1)
        y = np.clip((1 - uv[:, 1]) * np.float32(h) - np.float32(0.5), 0, h - 1)
        x0, y0 = x.astype(np.int32), y.astype(np.int32)
        fx, fy = (x - x0)[:, None], (y - y0)[:, None]
        right, down = (x0 < w - 1).astype(np.int32), np.where(y0 < h - 1, w, 0).astype(np.int32)
        first = y0 * w + x0
        packed = self._packed[index]

        def texel(place: NDArray[np.int32]) -> Floats:
            return packed[place].view(np.uint8).reshape(-1, 4)[:, :3].astype(np.float32)

        top = texel(first)
        top += (texel(first + right) - top) * fx
        low = texel(first + down)
        low += (texel(first + down + right) - low) * fx
        top += (low - top) * fy
        return top


def _pack(pixels: NDArray[np.uint8]) -> NDArray[np.uint32]:
    """`(h w,)`: one word per texel, so that a lookup gathers once."""
    full = np.asarray(cv2.cvtColor(pixels, cv2.COLOR_RGB2RGBA), np.uint8)
    return np.ascontiguousarray(full).reshape(-1, 4).view(np.uint32).ravel()


def _halve(fine: NDArray[np.uint8], srgb: bool) -> NDArray[np.uint8]:
    """The next mip level: 2 x 2 means, in linear light where the bytes are sRGB."""
    size = (max(fine.shape[1] // 2, 1), max(fine.shape[0] // 2, 1))
    if not srgb:
        return np.asarray(cv2.resize(fine, size, interpolation=cv2.INTER_AREA), np.uint8)
    return _WORD_TO_BYTE[np.asarray(cv2.resize(_BYTE_TO_WORD[fine], size, interpolation=cv2.INTER_AREA), np.uint16)]


_BYTE_TO_WORD = np.rint(to_linear(np.arange(256) / 255) * 65535).astype(np.uint16)
_WORD_TO_BYTE = np.rint(to_srgb(np.arange(65536) / 65535) * 255).astype(np.uint8)
_FINE = to_linear(np.arange(255 * 16 + 1) / (255 * 16))  # steps of 1/16 byte
