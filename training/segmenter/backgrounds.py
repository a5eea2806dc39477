"""Backgrounds without a single photograph: rooms with a floor in the object's own perspective, studios, collages and clutter.

Colours are linear light in [0, 1] unless told; `size` is the picture's side in pixels.
"""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from training.segmenter.library import Library
from training.segmenter.noise import Floats, color, fbm, near, paint


@dataclass(frozen=True, eq=False)
class Floor:
    """What each pixel sees of the ground plane.

    Attributes:
        points: `(size, size, 3)`, in units of the object; x to the right, y up (0 on the floor), z to the camera.
        depth: `(size, size)` distance along z behind the object's centre.
        seen: `(size, size) bool`, below the horizon.
        rays: `(size, size, 3)` directions.
        eye: `(3,)`.
    """

    points: Floats
    depth: Floats
    seen: NDArray[np.bool_]
    rays: Floats
    eye: Floats


def floor_of(camera: Floats, size: int, scale: float, origin: tuple[float, float], frame: int) -> Floor:
    """The floor as `camera` (see `Foreground`) sees it when its `frame` is scaled by `scale` and lies at `origin` (x, y)."""
    elevation, half, distance, drop, roll = (float(c) for c in camera)
    y, x = np.mgrid[:size, :size].astype(np.float32)
    x = ((x - origin[0]) / scale / frame * 2 - 1) * half
    y = (1 - (y - origin[1]) / scale / frame * 2) * half
    c, s = np.cos(roll), np.sin(roll)
    x, y = c * x - s * y, s * x + c * y
    back = np.array([0, np.sin(elevation), np.cos(elevation)], np.float32)
    right = np.array([1, 0, 0], np.float32)
    rays = np.stack([x, y, -np.ones_like(x)], -1) @ np.stack([right, np.cross(back, right), back])
    eye = back * np.float32(distance) + np.array([0, drop, 0], np.float32)
    seen = rays[..., 1] < -1e-3
    t = np.where(seen, -eye[1] / np.minimum(rays[..., 1], -1e-3), 0)
    seen &= (t > 0) & (t < 200)
    points = np.where(seen[..., None], eye + rays * np.where(seen, t, 0)[..., None], 0)
    return Floor(points.astype(np.float32), -points[..., 2].astype(np.float32), seen, rays.astype(np.float32), eye)


def linear(srgb: Floats) -> Floats:
    return np.asarray(np.clip(srgb, 0, 1) ** 2.2, np.float32)


def blurred(image: Floats, sigma: float) -> Floats:
    if sigma < 0.3:
        return image
    return np.asarray(cv2.GaussianBlur(image, (0, 0), float(sigma), borderType=cv2.BORDER_REFLECT))


def gradient(rng: np.random.Generator, size: int, a: Floats, b: Floats) -> Floats:
    """From colour `a` to `b` along a random direction, linear or round."""
    y, x = np.mgrid[-1 : 1 : size * 1j, -1 : 1 : size * 1j]
    angle = rng.uniform(0, 2 * np.pi)
    t = 0.5 + 0.5 * (x * np.cos(angle) + y * np.sin(angle)) / 1.4
    if rng.random() < 0.4:
        t = np.hypot(x - rng.uniform(-0.7, 0.7), y - rng.uniform(-0.7, 0.7)) / 2
    return np.asarray(a + (b - a) * np.clip(t, 0, 1)[..., None], np.float32)


def leaves(rng: np.random.Generator, size: int, base: Floats | None) -> Floats:
    """Overlapping shapes of many sizes (the dead-leaves model of natural pictures), linear."""
    first = color(rng) if base is None else near(rng, base)
    image = gradient(rng, size, first, near(rng, first, 0.15))
    palette = [near(rng, first, 0.2) if rng.random() < 0.4 else color(rng) for _ in range(6)]
    for _ in range(int(np.exp(rng.uniform(np.log(6), np.log(120))))):
        c = near(rng, palette[int(rng.integers(6))], 0.05).tolist()
        r = size * 0.02 / (rng.random() + 0.03)
        x, y = (int(v) for v in rng.uniform(-0.1, 1.1, 2) * size)
        w, h = (max(int(v), 1) for v in r * np.exp(rng.normal(0, 0.5, 2)))
        kind = rng.integers(4)
        if kind == 0:
            cv2.ellipse(image, (x, y), (w, h), float(rng.uniform(0, 180)), 0, 360, c, -1, cv2.LINE_AA)
        elif kind == 1:
            cv2.rectangle(image, (x - w, y - h), (x + w, y + h), c, -1)
        elif kind == 2:
            corners = np.array([x, y]) + rng.normal(0, max(w, h), (int(rng.integers(3, 7)), 2))
            cv2.fillPoly(image, [cv2.convexHull(corners.astype(np.int32))], c, cv2.LINE_AA)
        else:
            angle = rng.uniform(0, np.pi)
            dx, dy = int(np.cos(angle) * 6 * w), int(np.sin(angle) * 6 * w)
            cv2.line(image, (x - dx, y - dy), (x + dx, y + dy), c, max(1, h // 3), cv2.LINE_AA)
    return linear(image)


def flat(rng: np.random.Generator, size: int, base: Floats | None) -> Floats:
    """A patterned sheet seen at an angle, linear."""
    y, x = np.mgrid[-1 : 1 : size * 1j, -1 : 1 : size * 1j]
    tilt = rng.normal(0, 0.25, 2)
    w = 1 / (1.5 + tilt[0] * x + tilt[1] * y)
    p = np.stack([x * w, y * w, np.zeros_like(x)], -1).reshape(-1, 3).astype(np.float32)
    return linear(paint(rng, base, float(rng.uniform(0.5, 2)))(p).reshape(size, size, 3))


def add_things(
    rng: np.random.Generator, image: Floats, library: Library, count: int, sigma: float, level: float
) -> Floats:
    """Other objects of `library` put into `image`, out of focus by `sigma` pixels, their feet at about `level` (rows, of 1)."""
    size = len(image)
    layer, cover = np.zeros_like(image), np.zeros((size, size, 1), np.float32)
    for _ in range(count):
        thing = library[int(rng.integers(len(library)))]
        k = rng.uniform(0.25, 1.1) * size / thing.rgba.shape[0]
        small = cv2.resize(thing.rgba, None, fx=k, fy=k, interpolation=cv2.INTER_AREA).astype(np.float32) / 255
        if rng.random() < 0.5:
            small = small[:, ::-1]
        n = len(small)
        x = int(rng.uniform(-0.6, size / n - 0.4) * n)
        y = int((level + rng.normal(0, 0.06)) * size - 0.8 * n)
        x0, y0, x1, y1 = max(x, 0), max(y, 0), min(x + n, size), min(y + n, size)
        if x1 <= x0 or y1 <= y0:
            continue
        part = small[y0 - y : y1 - y, x0 - x : x1 - x]
        a = part[..., 3:]
        light = rng.uniform(0.5, 1.3)
        layer[y0:y1, x0:x1] = layer[y0:y1, x0:x1] * (1 - a) + linear(part[..., :3]) * a * light
        cover[y0:y1, x0:x1] = cover[y0:y1, x0:x1] * (1 - a) + a
    layer, cover = blurred(layer, sigma), blurred(cover, sigma).reshape(size, size, 1)
    return np.asarray(layer + image * (1 - cover), np.float32)


def studio(rng: np.random.Generator, size: int, base: Floats | None) -> Floats:
    """A sweep of paper: one colour with a soft gradient, white as often as not, linear."""
    if base is None:
        white = rng.random() < 0.45
        base = np.full(3, rng.uniform(0.85, 1), np.float32) if white else color(rng, 0.8, 0.08, 1.0)
    end = near(rng, base, 0.02) if rng.random() < 0.7 else near(rng, base, 0.2)
    image = gradient(rng, size, base, end)
    if rng.random() < 0.3:
        y = np.linspace(0, 1, size)[:, None, None]
        edge = 1 / (1 + np.exp(-(y - rng.uniform(0.35, 0.8)) / rng.choice([0.005, 0.03, 0.1])))
        image = image + (near(rng, base, 0.05) - image) * edge
    return linear(image.astype(np.float32))


def room(rng: np.random.Generator, floor: Floor, library: Library, base: Floats | None) -> Floats:
    """Floor, wall, things before the wall, and the depth of field of a lens, linear."""
    size = len(floor.depth)
    far = float(np.exp(rng.uniform(np.log(0.7), np.log(6))))
    turn = rng.normal(0, 0.35)
    c, s = np.cos(turn), np.sin(turn)
    p = floor.points.reshape(-1, 3)
    across, along = c * p[:, 0] - s * p[:, 2], s * p[:, 0] + c * p[:, 2]
    turned = np.stack([across, np.zeros_like(across), along], 1).astype(np.float32)
    ground = linear(paint(rng, base, float(rng.uniform(0.4, 2.5)))(turned).reshape(size, size, 3))
    if rng.random() < 0.35:
        # Boards or tiles: seams in the floor's own perspective.
        pitch = rng.uniform(0.12, 0.8)
        rows = np.floor(along / pitch)
        seam = np.abs(along / pitch % 1 - 0.5) > 0.48
        if rng.random() < 0.7:
            shift = 0.37 * rows if rng.random() < 0.5 else 0
            seam |= np.abs((across / (pitch * rng.choice([1, 5]))) % 1 - 0.5 + 0 * shift) > 0.485
        tone = 1 + 0.3 * (np.sin(rows * 12.9898) * 0.5) * rng.random()
        ground = ground * (tone * np.where(seam, rng.uniform(0.3, 1.2), 1)).reshape(size, size, 1).astype(np.float32)

    t = np.where(floor.rays[..., 2] < -1e-3, (-far - floor.eye[2]) / np.minimum(floor.rays[..., 2], -1e-3), 1e3)
    on_wall = (floor.eye + floor.rays * t[..., None]).astype(np.float32)
    kind = rng.random()
    if kind < 0.45:
        wall = linear(paint(rng, None, float(rng.uniform(0.5, 3)))(on_wall.reshape(-1, 3)).reshape(size, size, 3))
    elif kind < 0.7:
        a = color(rng, 0.4, 0.2, 1.0)
        wall = linear(gradient(rng, size, a, near(rng, a, 0.1)))
    else:
        wall = leaves(rng, size, None)
    if rng.random() < 0.3:
        height = on_wall[..., 1]
        wall = np.where(((height > 0) & (height < rng.uniform(0.03, 0.2)))[..., None], linear(color(rng, 0.3)), wall)
    visible = floor.seen & (floor.depth < far)
    focus = float(rng.choice([0, 0.6, 1.5, 3, 6]))
    foot = np.flatnonzero(visible.any(1))
    level = (foot[0] / size if len(foot) else 1.0) + 0.04
    if rng.random() < 0.6:
        wall = add_things(rng, wall.astype(np.float32), library, int(rng.integers(1, 6)), 0, level)
    wall = blurred(wall.astype(np.float32), focus + (0.8 if focus < 0.5 else 0))
    image = np.where(visible[..., None], ground, wall).astype(np.float32)
    # Far floor is hazier than a pixel can show: without this it would be a moiré.
    soft = blurred(image, 1.0 + focus)
    t = np.clip((floor.depth - rng.uniform(0.3, 1.0)) / max(0.6 * far, 0.3), 0, 1)[..., None]
    image = image + (soft - image) * np.where(visible[..., None], t, 0.5)
    shade = 1 - rng.uniform(0, 0.5) * np.exp(-np.abs(floor.depth - far) / 0.25)
    return np.asarray(image * np.where(visible, shade, 1)[..., None], np.float32)


def scatter(rng: np.random.Generator, size: int, library: Library, base: Floats | None) -> Floats:
    """Many things out of focus, linear."""
    image = leaves(rng, size, base) if rng.random() < 0.5 else flat(rng, size, base)
    sigma = float(rng.uniform(1.5, 7))
    return add_things(
        rng, blurred(image, sigma), library, int(rng.integers(3, 12)), sigma, float(rng.uniform(0.5, 1.0))
    )


def texture(rng: np.random.Generator, size: int) -> Floats:
    """Uneven light `(size, size, 1)` with a mean near 1."""
    y, x = np.mgrid[:size, :size].astype(np.float32) / size
    p = np.stack([x, y, np.full_like(x, rng.uniform(0, 30))], -1).reshape(-1, 3)
    return np.asarray(0.6 + 0.8 * fbm(p, float(rng.uniform(0.3, 1.0)), 2).reshape(size, size, 1), np.float32)
