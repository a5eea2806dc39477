"""A foreground put into a background, and photographed: shadow, reflection, lens, sensor and JPEG."""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

from training.segmenter import backgrounds as bg
from training.segmenter.foregrounds import FRAME, Foreground
from training.segmenter.library import Library
from training.segmenter.noise import Floats


def _place(rng: np.random.Generator, alpha: NDArray[np.uint8], size: int) -> tuple[float, tuple[int, int]]:
    """Scale of the frame and its place on the canvas: 15 to 95 % of the side, off centre, one in eight cut by the border."""
    rows, columns = np.flatnonzero(alpha.any(1)), np.flatnonzero(alpha.any(0))
    y0, y1, x0, x1 = rows[0], rows[-1] + 1, columns[0], columns[-1] + 1
    share = rng.uniform(0.15, 0.5) if rng.random() < 0.2 else rng.uniform(0.45, 0.92)
    cropped = rng.random() < 0.12
    scale = (1.3 if cropped else 1.0) * share * size / max(y1 - y0, x1 - x0)
    w, h = (x1 - x0) * scale, (y1 - y0) * scale
    spread = 0.36 if share < 0.5 else 0.2
    cx, cy = 0.5 * size + rng.normal(0, spread / 2, 2) * size
    if not cropped:
        cx, cy = (np.clip(c, min(e / 2 + 2, size / 2), max(size - e / 2 - 2, size / 2)) for c, e in ((cx, w), (cy, h)))
    return float(scale), (round(cx - (x0 + x1) / 2 * scale), round(cy - (y0 + y1) / 2 * scale))


def _on_canvas(layer: NDArray[np.uint8], size: int, scale: float, origin: tuple[int, int]) -> Floats:
    """`layer` scaled and laid on an empty canvas `(size, size, channels)`, in [0, 1]."""
    n = max(round(len(layer) * scale), 8)
    small = cv2.resize(layer, (n, n), interpolation=cv2.INTER_AREA if scale < 1 else cv2.INTER_CUBIC)
    small = small.reshape(n, n, -1).astype(np.float32) / np.float32(255)
    canvas = np.zeros((size, size, small.shape[2]), np.float32)
    x, y = origin
    x0, y0, x1, y1 = max(x, 0), max(y, 0), min(x + n, size), min(y + n, size)
    if x1 > x0 and y1 > y0:
        canvas[y0:y1, x0:x1] = small[y0 - y : y1 - y, x0 - x : x1 - x]
    return canvas


def _premultiplied(rgba: NDArray[np.uint8]) -> NDArray[np.uint8]:
    return np.where(rgba[..., 3:] > 127, rgba, 0).astype(np.uint8)


def compose(
    rng: np.random.Generator, thing: Foreground, library: Library, size: int
) -> tuple[NDArray[np.uint8], NDArray[np.uint8]]:
    """A picture `(size, size, 3) uint8` sRGB with `thing` in it, and its true coverage `(size, size) uint8`."""
    scale, origin = _place(rng, thing.rgba[..., 3], size)
    layer = _on_canvas(_premultiplied(thing.rgba), size, scale, origin)
    alpha = layer[..., 3:]
    front = bg.linear(layer[..., :3] / np.maximum(alpha, 1e-3)) * np.float32(rng.uniform(0.7, 1.15))
    base = None
    if rng.random() < 0.25 and alpha.sum() > 1:
        base = ((front * alpha).sum((0, 1)) / alpha.sum()) ** (1 / 2.2)
    floor = bg.floor_of(thing.camera, size, scale, (float(origin[0]), float(origin[1])), FRAME)
    kind = rng.choice(5, p=[0.45, 0.2, 0.1, 0.12, 0.13])
    strength = float(rng.uniform(0.3, 1.2))
    if kind == 0:
        back = bg.room(rng, floor, library, base)
    elif kind == 1:
        back = bg.studio(rng, size, base)
        strength *= float(rng.choice([0, 0.5, 1]))
    elif kind == 2:
        back = bg.blurred(bg.leaves(rng, size, base), float(rng.choice([0, 0, 1.5, 4])))
        strength *= float(rng.choice([0, 1]))
    elif kind == 3:
        back = bg.flat(rng, size, base)
        strength *= float(rng.choice([0.3, 1]))
    else:
        back = bg.scatter(rng, size, library, base)
        strength *= float(rng.choice([0, 1]))
    if kind != 1 and rng.random() < 0.5:
        back = back * bg.texture(rng, size)
    back = _shadowed(rng, back, thing, layer, (size, scale, origin), strength)
    if rng.random() < 0.12:
        # Something in focus at the border that is not the subject.
        back = _aside(rng, back, library)
    if rng.random() < 0.5:
        # Light from the background wraps round the edge, as lenses and rough cut-outs have it.
        wrap = float(rng.uniform(0.1, 0.5))
        inner = bg.blurred(1 - alpha, 2.0).reshape(size, size, 1) * alpha
        front = front + (bg.blurred(back.astype(np.float32), 2.0) - front) * inner * wrap
    image = front * alpha + back * (1 - alpha)
    return _photograph(rng, np.asarray(image, np.float32), alpha[..., 0])


def _shadowed(
    rng: np.random.Generator,
    back: Floats,
    thing: Foreground,
    layer: Floats,
    place: tuple[int, float, tuple[int, int]],
    strength: float,
) -> Floats:
    """`back` with the traced shadow, or a mere drop shadow, and sometimes the object's reflection in a glossy floor."""
    size, scale, origin = place
    shadow = _on_canvas(thing.shadow, size, scale, origin)
    if rng.random() < 0.15:
        moved = np.roll(layer[..., 3], tuple(int(v) for v in rng.normal(0, 0.04, 2) * size), (0, 1))
        shadow = bg.blurred(moved, float(rng.uniform(1, 10)))[..., None]
    tint = 1 - np.clip(rng.normal(0, 0.08, 3), -0.1, 0.1)
    back = back * (1 - np.clip(shadow * strength * tint, 0, 0.93))
    if rng.random() < 0.1:
        rows = np.flatnonzero(layer[..., 3].max(1) > 0.5)
        if len(rows):
            mirrored = np.roll(layer[::-1], 2 * rows[-1] + 1 - size, 0)
            mirrored[: rows[-1]] = 0
            a = bg.blurred(mirrored[..., 3], 1.0)[..., None] * rng.uniform(0.08, 0.35)
            back = back * (1 - a) + bg.blurred(bg.linear(mirrored[..., :3]), 1.0) * a
    return np.asarray(back, np.float32)


def _aside(rng: np.random.Generator, back: Floats, library: Library) -> Floats:
    size = len(back)
    other = library[int(rng.integers(len(library)))]
    scale = float(rng.uniform(0.2, 0.5)) * size / FRAME
    x = rng.choice([rng.uniform(-0.25, -0.1), rng.uniform(0.85, 1.0)]) * size - 0.2 * FRAME * scale
    layer = _on_canvas(_premultiplied(other.rgba), size, scale, (int(x), int(rng.uniform(0, 0.8) * size)))
    return np.asarray(bg.linear(layer[..., :3]) + back * (1 - layer[..., 3:]), np.float32)


def _photograph(rng: np.random.Generator, image: Floats, alpha: Floats) -> tuple[NDArray[np.uint8], NDArray[np.uint8]]:
    """What a camera makes of linear light: falling-off light, white balance, blur, curve, grain, JPEG; mirrored half the time."""
    size = len(image)
    y, x = np.mgrid[-1 : 1 : size * 1j, -1 : 1 : size * 1j]
    direction, fall = rng.uniform(0, 2 * np.pi), rng.uniform(0, 0.35)
    light = 1 + fall * (x * np.cos(direction) + y * np.sin(direction)) - rng.uniform(0, 0.25) * (x * x + y * y)
    image = image * light[..., None] * np.exp(rng.normal(0, 0.06, 3)) * np.exp(rng.normal(0.15, 0.3))
    sigma = float(rng.choice([0, 0, 0.4, 0.7, 1.2], p=[0.3, 0.2, 0.25, 0.15, 0.1]))
    image = bg.blurred(image.astype(np.float32), sigma)
    alpha = bg.blurred(alpha, sigma)
    if rng.random() < 0.7:
        image = np.where(image < 0.7, image, 0.7 + 0.3 * np.tanh((image - 0.7) / 0.3))
    image = np.clip(image, 0, 1) ** (1 / rng.uniform(1.9, 2.6))
    image = image + rng.normal(0, 1, (size, size, 3)) * rng.choice([0.002, 0.008, 0.02])
    pixels = np.rint(np.clip(image, 0, 1) * 255).astype(np.uint8)
    if rng.random() < 0.6:
        quality = int(rng.integers(35, 96))
        pixels = cv2.imdecode(cv2.imencode(".jpg", pixels, [cv2.IMWRITE_JPEG_QUALITY, quality])[1], cv2.IMREAD_COLOR)
    mask = np.rint(np.clip(alpha, 0, 1) * 255).astype(np.uint8)
    if rng.random() < 0.5:
        pixels, mask = pixels[:, ::-1], mask[:, ::-1]
    return np.ascontiguousarray(pixels), np.ascontiguousarray(mask)
