"""Rooms for the example photographs: a textured floor, a blurred wall, light that falls off, and a camera with its faults."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

import cv2
import numpy as np
from numpy.typing import NDArray

from benchmarks.solids import Array, PartsMaterial, fbm, mix, noise, rgb, step, wood
from maquette.geometry.mesh import Mesh
from maquette.render.camera import Camera, orbit
from maquette.render.color import to_linear, to_srgb
from maquette.render.scene import Frame, Scene, Style

Ground = Callable[[Array, Array], Array]
"""sRGB `(n, 3)` from floor coordinates x, z `(n,)` in units of the object's size."""


@dataclass(frozen=True)
class Place:
    """A scene.

    Attributes:
        floor: paint of the ground.
        wall: sRGB colours at the wall's foot and top.
        blobs: colours of out-of-focus things in front of the wall.
        far: distance of the wall behind the object, object sizes.
        blur: blur of the wall in pixels at 1024.
        light: direction in the picture from where the light falls off, and its strength.
        tint: white balance, per channel.
        margin: empty border around the object, part of the frame.
    """

    floor: Ground
    wall: tuple[str, str]
    blobs: tuple[str, ...]
    far: float
    blur: float
    light: tuple[float, float, float]
    tint: tuple[float, float, float]
    margin: float = 0.17
    fov: float = 24.0


def _xyz(x: Array, z: Array) -> Array:
    return np.stack([x, np.zeros_like(x), z], axis=1)


def planks(x: Array, z: Array) -> Array:
    """Table boards that run to the back."""
    board = np.floor(x / 0.32)
    p = _xyz(x + board * 0.7, z + board * 3.1)
    c = wood("#c69c6d", "#8d5f37", 2, 0.05)(p, p)
    c *= (0.92 + 0.16 * noise(np.stack([board, board, board], 1) + 0.5, 1.0))[:, None]
    gap = np.abs((x / 0.32) % 1 - 0.5) > 0.488
    return mix(c, rgb("#4a2f1b"), 0.7 * gap)


def tiles(x: Array, z: Array) -> Array:
    """White and pale blue bathroom tiles."""
    u, v = x / 0.42 + 0.3, z / 0.42 + 0.15
    odd = (np.floor(u) + np.floor(v)) % 2
    c = mix(np.tile(rgb("#dfe7ea"), (len(x), 1)), rgb("#a9c6d2"), odd)
    c *= (0.96 + 0.08 * fbm(_xyz(x, z), 0.3, 3))[:, None]
    edge = np.maximum(np.abs(u % 1 - 0.5), np.abs(v % 1 - 0.5))
    return mix(c, rgb("#8d9496"), step(0.482, edge, 0.006))


def carpet(x: Array, z: Array) -> Array:
    """Woven wool."""
    p = _xyz(x, z)
    c = mix(np.tile(rgb("#b9a284"), (len(x), 1)), rgb("#8f7858"), 1.5 * fbm(p, 0.05, 3) - 0.3)
    stripe = np.abs((z + 0.02 * (noise(p, 0.05) - 0.5) + 0.55) % 1.5 - 0.75) < 0.09
    c = mix(c, rgb("#7a3f3a"), 0.8 * stripe)
    return c * (0.82 + 0.36 * noise(p * [1, 1, 0.7], 0.014))[:, None]


def parquet(x: Array, z: Array) -> Array:
    """Wide oak boards across the room."""
    row = np.floor(z / 0.22)
    board = np.floor((x + 0.55 * row) / 1.3)
    p = _xyz(x + row * 1.7, z + board * 2.3)
    c = (
        wood("#b98f62", "#96693f", 0, 0.06)(p, p)
        * (0.88 + 0.22 * noise(np.stack([row, board, row + board], 1) + 0.37, 1.0))[:, None]
    )
    gap = np.maximum(np.abs((z / 0.22) % 1 - 0.5) > 0.482, np.abs(((x + 0.55 * row) / 1.3) % 1 - 0.5) > 0.497)
    return mix(c, rgb("#4f331f"), 0.6 * gap)


def moss(x: Array, z: Array) -> Array:
    """Forest floor."""
    p = _xyz(x, z)
    c = mix(np.tile(rgb("#4b5f28"), (len(x), 1)), rgb("#8a9a45"), 2.2 * fbm(p, 0.1, 4) - 0.7)
    c = mix(c, rgb("#6a4a2c"), step(0.57, fbm(p + 9, 0.35, 3), 0.05) * 0.85)
    leaf = step(0.78, noise(p * [1, 1, 1.4] + 4, 0.11), 0.02)
    c = mix(c, mix(np.tile(rgb("#b5763a"), (len(x), 1)), rgb("#8a4a25"), noise(p, 0.3)), 0.9 * leaf)
    return c * (0.65 + 0.7 * noise(p * [1, 1, 0.6], 0.016))[:, None]


SCENES: dict[str, Place] = {
    "kitchen": Place(
        planks,
        ("#b9b3a6", "#d9d5cb"),
        ("#7d8f6b", "#e6dfd0", "#a8563f", "#f4efe2"),
        2.6,
        26,
        (-0.8, -0.5, 0.35),
        (1.03, 1.0, 0.95),
    ),
    "bathroom": Place(
        tiles,
        ("#c9d6da", "#eef2f2"),
        ("#9ec3c4", "#ffffff", "#d8b59a"),
        2.2,
        22,
        (-0.6, -0.8, 0.25),
        (0.98, 1.0, 1.03),
        0.2,
    ),
    "playroom": Place(
        carpet,
        ("#d8cbb2", "#e9e0cf"),
        ("#d95f4b", "#4f8fb8", "#e8b94a", "#6aa56b"),
        2.4,
        24,
        (0.7, -0.5, 0.3),
        (1.02, 1.0, 0.96),
        0.13,
    ),
    "room": Place(
        parquet,
        ("#a9b0a6", "#c3c9c0"),
        ("#e8e4da", "#7c6a58", "#566b5d"),
        1.5,
        9,
        (-0.9, -0.2, 0.4),
        (1.02, 1.0, 0.97),
        0.14,
    ),
    "garden": Place(
        moss,
        ("#2f3f22", "#7f9a63"),
        ("#b9d08a", "#dfe8b5", "#26331c", "#55713a", "#8fae5c", "#1d2817"),
        3.0,
        30,
        (0.5, -0.9, 0.35),
        (1.0, 1.02, 0.95),
        0.2,
    ),
}


def _floor(
    place: Place, camera: Camera, ground: float, size: float, centre: Array, samples: int = 2
) -> tuple[Array, Array, Array]:
    """Linear colour of the floor `(h, w, 3)`, where it shows `(h, w)`, and its depth in object sizes."""
    w, h = camera.size
    color, cover, depth = np.zeros((h * w, 3)), np.zeros(h * w), np.full(h * w, 1e3)
    y, x = np.divmod(np.arange(h * w), w)
    offsets = (np.arange(samples) + 0.5) / samples
    for dy in offsets:
        for dx in offsets:
            o, d = camera.rays((x + dx).astype(np.float32), (y + dy).astype(np.float32))
            t = np.where(d[:, 1] < -1e-5, (ground - o[:, 1]) / np.minimum(d[:, 1], -1e-5), 1e6)
            p = (o + d * t[:, None] - centre) / size
            on = np.flatnonzero((p[:, 2] > -place.far) & (t < 1e5))
            color[on] += to_linear(np.clip(place.floor(p[on, 0], p[on, 2]), 0, 1))
            cover[on] += 1
            depth[on] = -p[on, 2]
    total = np.maximum(cover, 1)[:, None]
    return (color / total).reshape(h, w, 3), (cover / samples**2).reshape(h, w), depth.reshape(h, w)


def _wall(place: Place, size: int, rng: np.random.Generator) -> Array:
    """Linear colour `(size, size, 3)` of what stands behind, before its blur."""
    y = np.linspace(0, 1, size)[:, None, None]
    low, high = to_linear(rgb(place.wall[0])), to_linear(rgb(place.wall[1]))
    image = (np.broadcast_to(high + (low - high) * y, (size, size, 3)) * 1.0).astype(np.float32)
    for k in range(26):
        color = to_linear(rgb(place.blobs[k % len(place.blobs)])) * rng.uniform(0.6, 1.0)
        cx, cy = int(rng.uniform(-0.1, 1.1) * size), int(rng.uniform(0.0, 0.62) * size)
        a, b = (int(rng.uniform(0.02, 0.11) * size) for _ in range(2))
        layer = image.copy()
        if k % 3:
            cv2.rectangle(layer, (cx - a, cy - 2 * b), (cx + a, cy + 2 * b), color.tolist(), -1)
        else:
            cv2.ellipse(layer, (cx, cy), (a, b), rng.uniform(0, 180), 0, 360, color.tolist(), -1)
        image += (layer - image) * np.float32(0.5)
    return image


def fine_frame(scene: Scene, camera: Camera, style: Style) -> Frame:
    """A frame drawn at twice the size and averaged, because procedural paints have no mip levels."""
    w, h = camera.size
    frame = scene.render(replace(camera, size=(2 * w, 2 * h)), style)
    color, alpha, shadow = (
        cv2.resize(a, (w, h), interpolation=cv2.INTER_AREA) for a in (frame.color, frame.alpha, frame.shadow)
    )
    return Frame(color, alpha, shadow, frame.buffer)


def photograph(
    mesh: Mesh, material: PartsMaterial, place: Place, azimuth: float, elevation: float, size: int, seed: int
) -> tuple[NDArray[np.uint8], NDArray[np.float32]]:
    """Picture `(size, size, 3) uint8` sRGB of an object in a place, and the object's true mask `(size, size) float32`."""
    rng = np.random.default_rng(seed)
    scene = Scene(mesh, material=material)
    camera = orbit(
        mesh.vertices, (size, size), azimuth=azimuth, elevation=elevation, fov=place.fov, margin=place.margin
    )
    # Turn the world, not the object: floor and wall stay square to the camera.
    a = np.radians(azimuth)
    turn = np.array([[np.cos(a), 0, -np.sin(a)], [0, 1, 0], [np.sin(a), 0, np.cos(a)]])
    straight = Camera(turn @ camera.eye, camera.rotation @ turn.T, camera.window, camera.size, True)
    low, high = mesh.bounds
    centre, extent = turn @ ((low + high) / 2), float((high - low).max())

    frame = fine_frame(scene, camera, Style(ground_shadow=True))
    floor, cover, depth = _floor(place, straight, float(low[1]), extent, centre)
    wall = cv2.GaussianBlur(_wall(place, size, rng), (0, 0), place.blur * size / 1024)
    # Depth of field: the floor goes out of focus towards the wall, in four steps.
    back = floor * cover[..., None] + wall * (1 - cover[..., None])
    for near, sigma in ((0.5, 1.2), (0.9, 2.5), (1.4, 5.0), (2.0, 9.0)):
        t = np.clip((depth - near) / 0.35, 0, 1)[..., None]
        soft = cv2.GaussianBlur(back.astype(np.float32), (0, 0), sigma * place.blur / 24 * size / 1024)
        back = back + (soft - back) * t
    shadow = np.clip(frame.shadow * 1.25, 0, 0.92) * cover
    image = frame.color + back * ((1 - frame.alpha) * (1 - shadow))[..., None]

    y, x = np.meshgrid(np.linspace(-1, 1, size), np.linspace(-1, 1, size), indexing="ij")
    dx, dy, strength = place.light
    image = image * (1 + strength * (x * dx + y * dy) * 0.5)[..., None] * np.array(place.tint)
    image = image * (1 - 0.16 * (x * x + y * y))[..., None] * 1.02
    image = cv2.GaussianBlur(image.astype(np.float32), (0, 0), 0.75 * size / 1024)
    # Photon noise grows with the root of the light; a little read noise; partly shared by the channels.
    grain = 0.6 * rng.standard_normal((size, size, 1)) + 0.6 * rng.standard_normal((size, size, 3))
    image = image + cv2.GaussianBlur(grain, (0, 0), 0.55) * (0.009 * np.sqrt(np.clip(image, 0, 1)) + 0.002)
    return np.rint(to_srgb(image) * 255).astype(np.uint8), frame.alpha
