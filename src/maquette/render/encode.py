"""Pixels into files: pictures (WebP, PNG, JPEG) and loops (animated WebP, GIF; `video` makes MP4). Equal pixels give equal bytes."""

from __future__ import annotations

import io
from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray
from PIL import Image
from scipy.spatial import cKDTree

from maquette.errors import InvalidRequest
from maquette.render.video import encode_mp4

Pixels = NDArray[np.uint8]

STILLS = ("webp", "png", "jpg")
LOOPS = ("mp4", "gif", "webp")
WEBP_QUALITY = 90
LOOP_QUALITY = 82
TURN_SECONDS = 2.88  # one turn: 36 frames of 80 ms, a time that GIF, WebP and MP4 can all say exactly
_PALETTE_FRAMES = 6  # frames that the GIF's colours are taken from
_CUBE = 64  # steps of each channel in the table from colour to palette


def encode_still(pixels: Pixels, kind: str) -> bytes:
    """File of `(h, w, 3 | 4) uint8`.

    Args:
        kind: "webp", "png" or "jpg"; JPEG has no alpha and puts white behind.

    Raises:
        InvalidRequest: another kind.
    """
    if kind == "webp":
        return encode_webp(pixels)
    buffer = io.BytesIO()
    if kind == "png":
        Image.fromarray(pixels).save(buffer, "PNG", compress_level=6)
    elif kind == "jpg":
        Image.fromarray(_on_white(pixels)).save(buffer, "JPEG", quality=92, subsampling=0, optimize=True)
    else:
        raise InvalidRequest(f"Pictures of kind '{kind}' cannot be written. Use {', '.join(STILLS)}.", field="output")
    return buffer.getvalue()


def encode_webp(pixels: Pixels, quality: int = WEBP_QUALITY) -> bytes:
    """WebP file of `(h, w, 3 | 4) uint8`; no metadata, so equal pixels give equal bytes with one version of Pillow."""
    buffer = io.BytesIO()
    Image.fromarray(pixels).save(buffer, "WEBP", quality=quality, method=4, exact=False)
    return buffer.getvalue()


def encode_loop(frames: Iterable[Pixels], kind: str, count: int) -> bytes:
    """An endless loop of `count` frames `(h, w, 3 | 4) uint8` that takes `TURN_SECONDS`.

    Args:
        kind: "webp" keeps alpha; "gif" cuts it at one half, without shadow; "mp4" has none and puts white behind.

    Raises:
        InvalidRequest: another kind.
        DependencyMissing: "mp4" without ffmpeg.
    """
    interval = max(20, round(TURN_SECONDS * 100 / count) * 10)
    if kind == "mp4":
        return encode_mp4((_on_white(f) for f in frames), 1000 / interval)
    if kind == "webp":
        return _animated_webp(frames, interval)
    if kind == "gif":
        return _gif(list(frames), interval)
    raise InvalidRequest(f"Loops of kind '{kind}' cannot be written. Use {', '.join(LOOPS)}.", field="output")


def _animated_webp(frames: Iterable[Pixels], interval: int) -> bytes:
    images = (Image.fromarray(f) for f in frames)
    first = next(images)
    buffer = io.BytesIO()
    # Method 2 against 4: a third of the time for 6 % more bytes.
    first.save(
        buffer,
        "WEBP",
        save_all=True,
        append_images=images,
        duration=interval,
        loop=0,
        quality=LOOP_QUALITY,
        method=2,
        background=(0, 0, 0, 0),
    )
    return buffer.getvalue()


def _gif(frames: list[Pixels], interval: int) -> bytes:
    """One palette for all frames and ordered dithering: the still background stays still, and only what moves is stored anew."""
    alpha = frames[0].shape[2] == 4
    colors = 255 if alpha else 256
    step = max(1, len(frames) // _PALETTE_FRAMES)
    chosen = frames[::step][:_PALETTE_FRAMES]
    sample = _kinds(np.concatenate([f[f[..., 3] > 127][:, :3] if alpha else f.reshape(-1, 3) for f in chosen]))
    quantized = Image.fromarray(sample[:, None]).quantize(colors, Image.Quantize.MEDIANCUT, kmeans=2)
    palette = np.array((quantized.getpalette() or [0, 0, 0])[: 3 * colors], np.uint8).reshape(-1, 3)
    centre = (np.arange(_CUBE) + 0.5) * (256 / _CUBE)
    cube = np.stack(np.meshgrid(centre, centre, centre, indexing="ij"), axis=-1).reshape(-1, 3)
    tree = cKDTree(palette.astype(np.float64))
    nearest = tree.query(cube)[1].astype(np.uint8)
    # Half the usual distance of a colour to its palette entry is what dithering must bridge.
    spread = float(np.clip(2 * np.median(tree.query(sample[:: max(1, len(sample) // 4096)])[0]), 2, 12))
    h, w = frames[0].shape[:2]
    y, x = np.mgrid[0:h, 0:w]
    noise = ((52.9829189 * ((0.06711056 * x + 0.00583715 * y) % 1.0)) % 1.0 - 0.5) * spread  # as in `compose`

    def index(frame: Pixels) -> Image.Image:
        value = np.clip(frame[..., :3] + noise[..., None], 0, 255).astype(np.int32) * _CUBE >> 8
        entry = nearest[(value[..., 0] * _CUBE + value[..., 1]) * _CUBE + value[..., 2]]
        if alpha:
            entry[frame[..., 3] < 128] = len(palette)
        image = Image.fromarray(entry)
        table = palette.tobytes() + (b"\0\0\0" if alpha else b"")
        image.putpalette(table)
        return image

    images = (index(f) for f in frames)
    first = next(images)
    buffer = io.BytesIO()
    options = {"transparency": len(palette), "disposal": 2} if alpha else {"disposal": 1}
    first.save(buffer, "GIF", save_all=True, append_images=images, duration=interval, loop=0, optimize=False, **options)
    return buffer.getvalue()


def _kinds(colors: Pixels) -> Pixels:
    """The colours of `(n, 3)`, each kind as often as the square root of its pixels: a large pale background must not take
    the palette from a small red ball.
    """
    code = (colors[:, 0].astype(np.int32) >> 3 << 10) | (colors[:, 1].astype(np.int32) >> 3 << 5) | (colors[:, 2] >> 3)
    count = np.bincount(code, minlength=1 << 15)
    used = np.flatnonzero(count)
    mean = np.stack([np.bincount(code, colors[:, k], minlength=1 << 15)[used] / count[used] for k in range(3)], axis=1)
    return np.repeat(np.rint(mean).astype(np.uint8), np.ceil(np.sqrt(count[used])).astype(np.intp), axis=0)


def _on_white(pixels: Pixels) -> Pixels:
    """`(h, w, 3)`: straight alpha over white, mixed as encoded values, as viewers do."""
    if pixels.shape[2] == 3:
        return pixels
    alpha = pixels[..., 3:].astype(np.uint16)
    return ((pixels[..., :3] * alpha + 255 * (255 - alpha) + 127) // 255).astype(np.uint8)
