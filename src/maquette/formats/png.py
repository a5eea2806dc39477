"""PNG encoding: deterministic and quick."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

import cv2
import numpy as np
from numpy.typing import NDArray

from maquette.errors import MeshError

MAX_PIXELS = 8192 * 8192
"""Of one picture."""
_LEFT: ContextVar[list[int] | None] = ContextVar("pixels_left", default=None)
LEVEL = 3
"""zlib level. 2048² of a baked atlas: level 1 0.16 s 5.0 MB, 3 0.2 s 4.5 MB, 6 1.3 s 3.9 MB."""


def encode_png(pixels: NDArray[np.uint8]) -> bytes:
    """PNG of `(h, w)` grey, `(h, w, 3)` RGB or `(h, w, 4)` RGBA `uint8`; equal pixels give equal bytes."""
    array = np.ascontiguousarray(pixels, np.uint8)
    if array.ndim == 3 and array.shape[2] == 3:
        array = np.asarray(cv2.cvtColor(array, cv2.COLOR_RGB2BGR), np.uint8)
    elif array.ndim == 3 and array.shape[2] == 4:
        array = np.asarray(cv2.cvtColor(array, cv2.COLOR_RGBA2BGRA), np.uint8)
    elif array.ndim != 2:
        raise MeshError(f"encode_png: pixels must be (h, w), (h, w, 3) or (h, w, 4), not {pixels.shape}.")
    done, data = cv2.imencode(".png", array, [cv2.IMWRITE_PNG_COMPRESSION, LEVEL])
    if not done:
        raise MeshError("encode_png: the picture could not be encoded; it may be empty.")
    return data.tobytes()


@contextmanager
def decode_budget(file_bytes: int) -> Iterator[None]:
    """Within it, all pictures together may have `MAX_PIXELS` four times over, and 16 pixels more for each byte of their file.

    That holds any four maps of 8192 x 8192, and is what keeps a small file from becoming gigabytes.
    """
    token = _LEFT.set([4 * MAX_PIXELS + 16 * file_bytes])
    try:
        yield
    finally:
        _LEFT.reset(token)


def decode_image(data: bytes, max_pixels: int = MAX_PIXELS) -> NDArray[np.uint8]:
    """`(h, w, 3) uint8` RGB of PNG, JPEG or WebP bytes; alpha is dropped, 16-bit becomes 8-bit.

    Raises:
        MeshError: not a picture, or larger than `max_pixels`.
    """
    size = image_size(data)
    if size is not None and size[0] * size[1] > max_pixels:
        raise MeshError(f"decode_image: a texture has {size[0]}x{size[1]} pixels. Scale it below {max_pixels} pixels.")
    left = _LEFT.get()
    if size is not None and left is not None:
        left[0] -= size[0] * size[1]
        if left[0] < 0:
            raise MeshError("decode_image: the textures have more pixels than their file can hold. Scale them down.")
    array = cv2.imdecode(np.frombuffer(data, np.uint8), cv2.IMREAD_COLOR) if len(data) and size is not None else None
    if array is None:
        raise MeshError("decode_image: a texture is neither PNG, JPEG nor WebP, or is cut off. Export it again.")
    return np.asarray(cv2.cvtColor(array, cv2.COLOR_BGR2RGB, dst=array), np.uint8)


def image_size(data: bytes) -> tuple[int, int] | None:
    """(width, height) from the header of PNG, JPEG or WebP bytes without decoding them, or None."""
    if data[:8] == b"\x89PNG\r\n\x1a\n" and len(data) >= 24:
        return int.from_bytes(data[16:20], "big"), int.from_bytes(data[20:24], "big")
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP" and len(data) >= 30:
        return _webp_size(data)
    if data[:2] == b"\xff\xd8":
        at = 2
        while at + 9 < len(data):
            if data[at] != 0xFF:
                return None
            marker, length = data[at + 1], int.from_bytes(data[at + 2 : at + 4], "big")
            if 0xC0 <= marker <= 0xCF and marker not in (0xC4, 0xC8, 0xCC):
                return int.from_bytes(data[at + 7 : at + 9], "big"), int.from_bytes(data[at + 5 : at + 7], "big")
            at += 2 + max(length, 2) if marker != 0xFF else 1
    return None


def _webp_size(data: bytes) -> tuple[int, int] | None:
    """RFC 9649: of a lossy, lossless or extended file."""
    kind = data[12:16]
    if kind == b"VP8X":
        return 1 + int.from_bytes(data[24:27], "little"), 1 + int.from_bytes(data[27:30], "little")
    if kind == b"VP8L":
        bits = int.from_bytes(data[21:25], "little")
        return 1 + (bits & 0x3FFF), 1 + (bits >> 14 & 0x3FFF)
    if kind == b"VP8 ":
        return int.from_bytes(data[26:28], "little") & 0x3FFF, int.from_bytes(data[28:30], "little") & 0x3FFF
    return None
