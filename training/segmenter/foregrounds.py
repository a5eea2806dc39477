"""Foregrounds: training meshes as ray-traced cut-outs with the shadow that they cast on a floor, and the camera that saw them."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np
from embreex.mesh_construction import TriangleMesh
from embreex.rtcore_scene import EmbreeScene
from numpy.typing import NDArray
from PIL import Image

from training.segmenter.noise import color, fbm, paint

Floats = NDArray[np.float32]
LightAt = Callable[[Floats, Floats, int], tuple[Floats, Floats]]
"""Shares of the sky and of the sun at points `(n, 3)` with normals `(n, 3)`, by so many rays."""

FRAME = 320
"""Pixels of a render's side; the object fills `FILL` of it, the rest is for its shadow."""

FILL = 0.62

CAMERA = 5
"""Numbers that describe a camera, see `Foreground.camera`."""

_RAYS = 6


@dataclass(frozen=True, eq=False)
class Foreground:
    """One render.

    Attributes:
        rgba: `(FRAME, FRAME, 4) uint8`, sRGB and coverage.
        shadow: `(FRAME, FRAME) uint8`, how much light the object takes from the floor, 255 for all of it.
        camera: `(5,) float32`: elevation (radians), half the image plane's height at distance 1, distance from the object's centre,
            height of the floor below the centre, and the picture's roll (radians). The object's longest side is 1.
    """

    rgba: NDArray[np.uint8]
    shadow: NDArray[np.uint8]
    camera: Floats


def load_meshes(folder: Path, split: str) -> list[tuple[dict[str, object], Floats, NDArray[np.int32], Floats]]:
    """`(manifest entry, vertices (n, 3), faces (m, 3), sRGB colours (n, 3))` of a split, from `folder` as `load.py` in it reads it."""
    sys.path.insert(0, str(folder))
    try:
        from load import load  # type: ignore[import-not-found]
    finally:
        sys.path.pop(0)
    entries = {o["id"]: o for o in json.loads((folder / "manifest.json").read_text())["objects"]}
    meshes = []
    for shard in sorted(folder.glob("*.npz")):
        for name, v, f, c, uv, texture in load(shard):
            if entries[name]["split"] == split and len(f):
                colors = np.asarray(c, np.float32) / np.float32(255)
                if uv is not None and texture:
                    colors = _sample(np.asarray(uv), texture, colors)
                meshes.append((entries[name], np.asarray(v, np.float32), np.asarray(f, np.int32), colors))
    return meshes


def _sample(uv: Floats, texture: bytes, colors: Floats) -> Floats:
    """The atlas at the vertices: at 320 pixels that carries most of what these textures say."""
    image = np.asarray(Image.open(io.BytesIO(texture)).convert("RGB"), np.float32) / np.float32(255)
    h, w = image.shape[:2]
    x = np.clip(uv[:, 0] * w, 0, w - 1).astype(np.intp)
    y = np.clip((1 - uv[:, 1]) * h, 0, h - 1).astype(np.intp)
    return np.where((uv[:, :1] >= 0), image[y, x], colors).astype(np.float32)


def weight(entry: dict[str, object]) -> float:
    """How often to draw an object: grey blobs and building blocks of dungeons seldom, what one photographs often."""
    category = str(entry.get("category"))
    if category == "procedural_blob":
        return 0.35
    if "modular" in category or "dungeon" in category or "hexagon" in category:
        return 0.3
    return 2.5 if entry.get("source") in ("gazebo-models", "aws-robomaker", "object_sim") else 1.0


def _normals(v: Floats, f: NDArray[np.int32]) -> Floats:
    a, b, c = v[f[:, 0]], v[f[:, 1]], v[f[:, 2]]
    face = np.cross(b - a, c - a)
    out = np.zeros_like(v)
    for k in range(3):
        np.add.at(out, f[:, k], face)
    return np.asarray(out / np.maximum(np.linalg.norm(out, axis=1, keepdims=True), 1e-9), np.float32)


def _rotation(axis: int, angle: float) -> Floats:
    c, s = np.cos(angle), np.sin(angle)
    r = np.eye(3, dtype=np.float32)
    i, j = (k for k in range(3) if k != axis)
    r[i, i], r[i, j], r[j, i], r[j, j] = c, -s, s, c
    return r


def _pose(rng: np.random.Generator, v: Floats) -> Floats:
    """Stretched, sometimes twisted, sometimes lying: more shapes than the meshes have. Longest side 1, centred."""
    v = v * np.exp(rng.normal(0, 0.18, 3)).astype(np.float32)
    if rng.random() < 0.25:
        angle = v[:, 1] * rng.normal(0, 0.9)
        c, s = np.cos(angle), np.sin(angle)
        v = np.stack([c * v[:, 0] - s * v[:, 2], v[:, 1], s * v[:, 0] + c * v[:, 2]], axis=1)
    if rng.random() < 0.25:
        v = v @ _rotation(0, rng.choice([-1, 1]) * np.pi / 2).T
    if rng.random() < 0.12:
        v = v @ np.linalg.qr(rng.normal(size=(3, 3)))[0]
    v = v @ _rotation(1, rng.uniform(0, 2 * np.pi)).T
    low, high = v.min(0), v.max(0)
    return np.asarray((v - (low + high) / 2) / max(float((high - low).max()), 1e-6), np.float32)


def _albedo(rng: np.random.Generator, own: Floats, points: Floats) -> Floats:
    """Colours `(n, 3)` in sRGB at the hits: the mesh's colours, those with a pattern, or a material of its own."""
    dull = bool(own.std(0).max() < 0.02)
    draw = rng.random()
    if draw < (0.15 if dull else 0.5):
        c = own
    elif draw < (0.2 if dull else 0.75):
        c = own * (0.6 + 0.8 * fbm(points, float(rng.uniform(0.05, 0.4)), 4))[:, None]
    else:
        c = paint(rng)(points)
        if rng.random() < 0.5:
            # Two materials, parted by height or by noise.
            edge = points[:, 1] > rng.uniform(-0.3, 0.3) if rng.random() < 0.6 else fbm(points, 0.5, 2) > 0.5
            c = np.where(edge[:, None], paint(rng)(points), c)
    if rng.random() < 0.3:
        c = c * color(rng, 0.5, 0.5, 1.0)
    return np.clip(c, 0, 1).astype(np.float32)


def _around(rng: np.random.Generator, normals: Floats) -> Floats:
    """Cosine-distributed directions about `normals`."""
    d = rng.normal(size=normals.shape).astype(np.float32)
    d = d / np.linalg.norm(d, axis=1, keepdims=True) + normals * np.float32(1.001)
    return np.asarray(d / np.maximum(np.linalg.norm(d, axis=1, keepdims=True), 1e-6), np.float32)


def _blocked(scene: EmbreeScene, points: Floats, directions: Floats) -> NDArray[np.bool_]:
    return np.asarray(
        scene.run(
            np.ascontiguousarray(points, np.float32), np.ascontiguousarray(directions, np.float32), query="OCCLUDED"
        )
        >= 0
    )


def _smooth(values: Floats, mask: NDArray[np.bool_], sigma: float) -> Floats:
    """Blur `values (h, w)` within `mask`: few rays per pixel, many per neighbourhood."""
    m = mask.astype(np.float32)
    return np.asarray(
        cv2.GaussianBlur(values * m, (0, 0), sigma) / np.maximum(cv2.GaussianBlur(m, (0, 0), sigma), 1e-3)
    )


def render(rng: np.random.Generator, vertices: Floats, faces: NDArray[np.int32], colors: Floats) -> Foreground | None:
    """A random view under a random light, or None if nothing is seen."""
    v = _pose(rng, vertices)
    scene = EmbreeScene(robust=True)
    TriangleMesh(scene, np.ascontiguousarray(v, np.float32), np.ascontiguousarray(faces, np.int32))
    elevation = float(np.radians(np.clip(rng.normal(18, 16), -12, 65)))
    fov = np.radians(rng.uniform(14, 55))
    roll = float(rng.normal(0, 0.05)) if rng.random() < 0.3 else 0.0
    back = np.array([0, np.sin(elevation), np.cos(elevation)], np.float32)
    right = np.array([1, 0, 0], np.float32)
    up = np.cross(back, right)
    distance = 0.75 / np.tan(fov / 2) + 0.6
    eye = back * np.float32(distance)
    seen = v - eye
    depth = -(seen @ back)
    half = float((np.maximum(np.abs(seen @ right), np.abs(seen @ up)) / np.maximum(depth, 0.05)).max() / FILL)
    y, x = np.mgrid[1 : -1 : FRAME * 1j, -1 : 1 : FRAME * 1j].reshape(2, -1)
    c, s = np.cos(roll), np.sin(roll)
    x, y = c * x - s * y, s * x + c * y
    d = (np.stack([x * half, y * half, -np.ones_like(x)], 1) @ np.stack([right, up, back])).astype(np.float32)
    d /= np.linalg.norm(d, axis=1, keepdims=True)
    result = scene.run(np.repeat(eye[None], len(d), 0), np.ascontiguousarray(d), query="INTERSECT", output=True)
    face = result["primID"]
    hit = np.flatnonzero(face >= 0)
    if len(hit) < 900:
        return None
    f, bary = (
        faces[face[hit]],
        np.stack([1 - result["u"] - result["v"], result["u"], result["v"]], 1)[hit].astype(np.float32),
    )
    points = (v[f] * bary[..., None]).sum(1)
    own = (colors[f] * bary[..., None]).sum(1)
    flat = np.cross(v[f[:, 1]] - v[f[:, 0]], v[f[:, 2]] - v[f[:, 0]])
    flat /= np.maximum(np.linalg.norm(flat, axis=1, keepdims=True), 1e-9)
    n = flat if rng.random() < 0.15 else (_normals(v, faces)[f] * bary[..., None]).sum(1)
    n = n / np.maximum(np.linalg.norm(n, axis=1, keepdims=True), 1e-6)
    n *= np.where((n * d[hit]).sum(1, keepdims=True) > 0, -1, 1)
    flat *= np.where((flat * d[hit]).sum(1, keepdims=True) > 0, -1, 1)
    if rng.random() < 0.3:
        bump = np.stack([fbm(points + 3 * k, float(rng.uniform(0.02, 0.1)), 2) for k in range(3)], 1) - 0.5
        n = n + bump * np.float32(rng.uniform(0.3, 1.2))
        n /= np.maximum(np.linalg.norm(n, axis=1, keepdims=True), 1e-6)
    n = n.astype(np.float32)
    mask = np.zeros(FRAME * FRAME, bool)
    mask[hit] = True
    square = mask.reshape(FRAME, FRAME)

    sun = rng.normal(size=3)
    sun[1] = abs(sun[1]) + 0.5
    sun[2] = sun[2] + 0.3
    sun = (sun / np.linalg.norm(sun)).astype(np.float32)
    size = float(rng.choice([0.03, 0.12, 0.3]))
    start = points + flat.astype(np.float32) * np.float32(2e-3)
    ground_y = float(v[:, 1].min())

    def light_at(p: Floats, normal: Floats, rays: int) -> tuple[Floats, Floats]:
        """Shares of the sky and of the sun that reach `p`."""
        sky, lit = np.zeros(len(p), np.float32), np.zeros(len(p), np.float32)
        for _ in range(rays):
            sky += ~_blocked(scene, p, _around(rng, normal))
            aim = sun + rng.normal(0, size, p.shape)
            lit += ~_blocked(scene, p, aim / np.linalg.norm(aim, axis=1, keepdims=True))
        return (sky / rays).astype(np.float32), (lit / rays).astype(np.float32)

    sky, lit = light_at(start, flat.astype(np.float32), 2)
    plane = np.zeros((2, FRAME * FRAME), np.float32)
    plane[:, hit] = sky, lit
    sky, lit = (
        _smooth(plane[k].reshape(FRAME, FRAME), square, sigma).ravel()[hit] for k, sigma in ((0, 3.0), (1, 1.2))
    )

    albedo = _albedo(rng, own, points) ** 2.2
    key, fill = rng.uniform(0.2, 1.6), rng.uniform(0.3, 0.9)
    warm = np.array([1 + rng.normal(0, 0.06), 1, 1 + rng.normal(0, 0.08)])
    top, floor = color(rng, 0.25, 0.7, 1.0), color(rng, 0.35, 0.15, 0.7)
    ambient = (floor + (top - floor) * (0.5 + 0.5 * n[:, 1:2])) * fill
    direct = np.maximum(n @ sun, 0) * lit * key
    radiance = albedo * (ambient * sky[:, None] + direct[:, None] * warm)
    gloss = rng.choice([0.0, 0.1, 0.4, 1.0], p=[0.35, 0.3, 0.2, 0.15])
    if gloss:
        mirror = d[hit] - 2 * (d[hit] * n).sum(1, keepdims=True) * n
        fresnel = 0.04 + 0.96 * (1 - np.abs((d[hit] * n).sum(1))) ** 5
        power = float(np.exp(rng.uniform(2, 6)))
        window = np.exp(-((mirror[:, :2] - rng.uniform(-0.5, 0.8, 2)) ** 2).sum(1) / 0.03) * (mirror[:, 2] > 0)
        shine = np.maximum(mirror @ sun, 0) ** power * lit * key * 3 + fill * (0.4 + 0.6 * mirror[:, 1]) + 2 * window
        metal = rng.random() < 0.25
        radiance = radiance * (0.35 if metal else 1) + gloss * shine[:, None] * (albedo if metal else fresnel[:, None])
    exposure = rng.uniform(0.6, 1.1) / max(float(np.quantile(radiance.max(1), 0.97)), 0.05)
    if rng.random() < 0.8:
        exposure = min(exposure, 2.0 / (key + fill))
    rgba = np.zeros((FRAME * FRAME, 4), np.float32)
    rgba[hit, :3] = np.clip(radiance * exposure, 0, 1) ** (1 / 2.2)
    rgba[hit, 3] = 1

    shadow = _floor_shadow(eye, d, ground_y, light_at, key, fill)
    camera = np.array([elevation, half, distance, -ground_y, roll], np.float32)
    return Foreground(np.rint(rgba * 255).astype(np.uint8).reshape(FRAME, FRAME, 4), shadow, camera)


def _floor_shadow(
    eye: Floats, d: Floats, ground_y: float, light_at: LightAt, key: float, fill: float
) -> NDArray[np.uint8]:
    """Loss of light on the floor `(FRAME, FRAME) uint8`, traced on every second pixel."""
    half = FRAME // 2
    rays = d.reshape(FRAME, FRAME, 3)[::2, ::2].reshape(-1, 3)
    t = np.where(rays[:, 1] < -1e-3, (ground_y - eye[1]) / np.minimum(rays[:, 1], -1e-3), np.inf)
    on = np.flatnonzero((t > 0) & (t < 60))
    loss = np.zeros(half * half, np.float32)
    if len(on):
        p = (eye + rays[on] * t[on, None]).astype(np.float32)
        # Only the floor near the object can lie in its shadow.
        keep = np.abs(p[:, [0, 2]]).max(1) < 2.5
        on, p = on[keep], p[keep]
        if len(on):
            p[:, 1] += 2e-3
            sky, lit = light_at(p, np.tile(np.array([0, 1, 0], np.float32), (len(p), 1)), _RAYS)
            loss[on] = 1 - (fill * sky + 0.7 * key * lit) / (fill + 0.7 * key)
    image = cv2.GaussianBlur(loss.reshape(half, half), (0, 0), 2.2)
    return np.rint(cv2.resize(image, (FRAME, FRAME)) * 255).clip(0, 255).astype(np.uint8)
