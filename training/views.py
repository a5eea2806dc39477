"""One picture of a shape, and all that the network shall say about it."""

from __future__ import annotations

import cv2
import numpy as np
from embreex.rtcore_scene import EmbreeScene
from numpy.typing import NDArray

from maquette.engines.learned.prior import CROP, FIELD, FILL, REACH, outline_prior
from maquette.render.camera import Camera, orbit
from training.materials import Paint
from training.shapes import Shape
from training.solids import HALF

Rng = np.random.Generator
Floats = NDArray[np.float32]
Bools = NDArray[np.bool_]

RECORD = np.dtype(
    [
        ("rgba", np.uint8, (CROP, CROP, 4)),
        ("solid", np.uint8, (FIELD * FIELD * FIELD // 8,)),
        ("prior", np.float16, (FIELD, FIELD)),
        ("back", np.uint8, (FIELD, FIELD, 3)),
        ("normal", np.int8, (FIELD, FIELD, 3)),
        ("camera", np.float32, (4,)),
    ]
)
"""One view. rgba: premultiplied sRGB and mask. solid: bits of (depth from near to far, row, column). back: colours of what lies last
on each ray, lit as the front is in the mean. normal: of what lies first, camera's right, up, backward. camera: elevation, azimuth
(radians), tangent of half the crop's opening, 1 if the azimuth means something."""

_SAMPLES = 2


def corner_normals(shape: Shape, crease: float) -> Floats:
    """Unit normals `(m, 3, 3)` of each face's corners, smooth across edges flatter than `crease` (cosine)."""
    v, f = shape.vertices, shape.faces
    flat = np.cross(v[f[:, 1]] - v[f[:, 0]], v[f[:, 2]] - v[f[:, 0]])
    _, merged = np.unique(np.rint(v * 4000).astype(np.int32), axis=0, return_inverse=True)
    merged = merged.ravel()
    total = np.zeros((merged.max() + 1, 3))
    for k in range(3):
        for axis in range(3):
            total[:, axis] += np.bincount(merged[f[:, k]], flat[:, axis], len(total))
    total /= np.maximum(np.linalg.norm(total, axis=1, keepdims=True), 1e-12)
    flat = flat / np.maximum(np.linalg.norm(flat, axis=1, keepdims=True), 1e-12)
    smooth = total[merged[f]]
    near = (smooth * flat[:, None]).sum(-1, keepdims=True) > crease
    return np.where(near, smooth, flat[:, None]).astype(np.float32)


class Subject:
    """A shape ready to be photographed: ray structure, solid, normals and colours."""

    def __init__(self, shape: Shape, scene: EmbreeScene, solid: Bools, rng: Rng) -> None:
        self.shape, self.scene, self.solid = shape, scene, solid
        self.normals = corner_normals(shape, float(rng.choice([0.6, 0.75, 0.9])))
        colored = shape.colors is not None or shape.atlas is not None
        self.paint = None if colored and rng.random() < 0.62 else Paint(rng, 0.45 if colored else 0.33)
        self.tint = (rng.uniform(0.8, 1.25) * rng.normal(1, 0.06, 3)).clip(0.5, 1.6).astype(np.float32)

    def albedo(self, points: Floats, face: NDArray[np.integer], weights: Floats) -> Floats:
        """Linear `(n, 3)`."""
        if self.paint is not None:
            return self.paint(points)
        f = self.shape.faces[face]
        if self.shape.atlas is not None and self.shape.uv is not None:
            uv = (self.shape.uv[f] * weights[..., None]).sum(1) % 1.0
            h, w = self.shape.atlas.shape[:2]
            rgb = self.shape.atlas[((1 - uv[:, 1]) * h).astype(int) % h, (uv[:, 0] * w).astype(int) % w] / np.float32(
                255
            )
        else:
            assert self.shape.colors is not None
            rgb = (self.shape.colors[f].astype(np.float32) * weights[..., None]).sum(1) / np.float32(255)
        return np.clip(rgb**2.2 * self.tint, 0.005, 1).astype(np.float32)

    def cast(self, origin: Floats, direction: Floats) -> tuple[Bools, Floats, Floats, Floats, Floats]:
        """Hit `(n,)`, and of the hits: points, shading normals (towards the ray's start), albedo, the ray's parameter."""
        out = self.scene.run(
            np.ascontiguousarray(origin), np.ascontiguousarray(direction), query="INTERSECT", output=True
        )
        hit = out["primID"] >= 0
        face = out["primID"][hit].astype(np.int64)
        weights = np.stack([1 - out["u"] - out["v"], out["u"], out["v"]], 1)[hit].astype(np.float32)
        points = (origin[hit] + direction[hit] * out["tfar"][hit, None]).astype(np.float32)
        normal = (self.normals[face] * weights[..., None]).sum(1)
        normal /= np.maximum(np.linalg.norm(normal, axis=1, keepdims=True), 1e-6)
        away = (normal * direction[hit]).sum(1, keepdims=True) > 0
        normal = np.where(away, -normal, normal).astype(np.float32)
        return hit, points, normal, self.albedo(points, face, weights), out["tfar"][hit].astype(np.float32)


def photograph(subject: Subject, rng: Rng) -> NDArray[np.void] | None:
    """One record, or None where the shape hides in this view (a sheet from its edge)."""
    elevation = float(rng.triangular(-20, 15, 60))
    azimuth = float(rng.uniform(0, 360)) if rng.random() < 0.6 else float(rng.normal(30 * rng.choice([-1, 0, 1]), 15))
    opening = float(rng.triangular(9, 22, 50))
    vertices = subject.shape.vertices
    camera = orbit(vertices, (CROP, CROP), azimuth=azimuth, elevation=elevation, fov=opening, margin=(1 - FILL) / 2)
    record = np.zeros((), RECORD)
    record["camera"] = (
        np.radians(elevation),
        np.radians(azimuth) % (2 * np.pi),
        np.tan(np.radians(opening) / 2),
        subject.shape.upright,
    )
    rgb, mask = _picture(subject, camera, rng)
    if (mask > 0.5).sum() < 0.02 * CROP * CROP:
        return None
    rgb, mask = _handled(rgb, mask, rng)
    record["rgba"][..., :3] = np.clip(rgb * mask[..., None] * 255 + 0.5, 0, 255)
    record["rgba"][..., 3] = np.clip(mask * 255 + 0.5, 0, 255)
    record["prior"] = outline_prior(mask)
    solid = seen_solid(subject.solid, vertices, camera)
    first, last = _maps(subject, camera, record, rgb, mask)
    record["solid"] = np.packbits(_with_sheets(solid, first, last, vertices, camera))
    return record


def seen_solid(solid: Bools, vertices: Floats, camera: Camera) -> Bools:
    """The solid in the camera's grid: `(FIELD, FIELD, FIELD) bool` over depth from near to far, row, column."""
    middle, slope = _middle(vertices, camera), camera.window[2]
    bins = ((np.arange(FIELD) + 0.5) / FIELD * 2 - 1) * REACH
    z = middle * (1 + bins * slope)
    line = (np.arange(FIELD) + 0.5) / FIELD * 2 - 1
    right, up, forward = camera.rotation
    scale, grid = solid.shape[0] / (2 * HALF), solid.shape[0]
    out = np.zeros((FIELD, FIELD, FIELD), bool)
    index = []
    for k in range(3):
        ray = forward[k] + slope * (line[None, :] * right[k] - line[:, None] * up[k])
        at = (camera.eye[k] + z[:, None, None] * ray[None] + HALF) * scale
        index.append(np.floor(at).astype(np.int32))
    ok = np.ones(out.shape, bool)
    for i in index:
        ok &= (i >= 0) & (i < grid)
    out[ok] = solid[index[0][ok], index[1][ok], index[2][ok]]
    return out


def _middle(vertices: Floats, camera: Camera) -> float:
    """Middle of the shape's depth."""
    depth = (vertices - camera.eye) @ camera.rotation[2]
    return float(depth.min() + depth.max()) / 2


def _with_sheets(solid: Bools, first: Floats, last: Floats, vertices: Floats, camera: Camera) -> Bools:
    """`solid` with what is thinner than a cell: where a ray hits, but its first (last) solid bin is not near, the bin of the hit.

    first, last: depth `(FIELD, FIELD)` of the first and last surface on each ray, infinite where there is none.
    """
    middle = _middle(vertices, camera)
    filled = solid.any(axis=0)
    near, far = solid.argmax(axis=0), FIELD - 1 - solid[::-1].argmax(axis=0)
    for depth, bound, sign in ((first, near, 1), (last, far, -1)):
        hit = np.isfinite(depth)
        t = (np.where(hit, depth, middle) / middle - 1) / camera.window[2]
        index = np.floor((t / REACH + 1) / 2 * FIELD).astype(int)
        missing = hit & (index >= 0) & (index < FIELD) & (~filled | ((bound - index) * sign > 2))
        row, column = np.nonzero(missing)
        solid[index[row, column], row, column] = True
    return solid


def _picture(subject: Subject, camera: Camera, rng: Rng) -> tuple[Floats, Floats]:
    """Picture in sRGB `(CROP, CROP, 3)` (mean colour of the object where it is cut through) and mask, both in [0, 1]."""
    side = CROP * _SAMPLES
    y, x = np.mgrid[:side, :side].astype(np.float32)
    origin, direction = camera.rays((x.ravel() + 0.5) / _SAMPLES, (y.ravel() + 0.5) / _SAMPLES)
    hit, points, normal, albedo, _ = subject.cast(origin, direction)
    if not hit.any():
        return np.zeros((CROP, CROP, 3), np.float32), np.zeros((CROP, CROP), np.float32)
    light = _light(subject, camera, points, normal, direction[hit], albedo, rng)
    image = np.zeros((side * side, 3), np.float32)
    image[hit] = light
    image = image.reshape(CROP, _SAMPLES, CROP, _SAMPLES, 3).mean(axis=(1, 3))
    mask = hit.reshape(CROP, _SAMPLES, CROP, _SAMPLES).mean(axis=(1, 3)).astype(np.float32)
    image /= np.maximum(mask, 1e-3)[..., None]
    return np.clip(image, 0, 1) ** np.float32(1 / 2.2), mask


def _light(
    subject: Subject, camera: Camera, points: Floats, normal: Floats, ray: Floats, albedo: Floats, rng: Rng
) -> Floats:
    right, up, forward = camera.rotation
    sky, ground = rng.uniform(0.15, 0.8), rng.uniform(0.05, 0.4)
    total = (ground + (sky - ground) * (0.5 + 0.5 * normal[:, 1:2])) * np.ones(3, np.float32)
    ray = ray / np.linalg.norm(ray, axis=1, keepdims=True)
    gloss = np.zeros((len(points), 1), np.float32)
    shiny = rng.choice([0.0, 0.0, 0.1, 0.5]) * rng.random()
    power = rng.uniform(8, 60)
    for i in range(int(rng.integers(1, 4))):
        d = rng.normal([0, 0.5, 0.6], [0.7, 0.5, 0.5])
        d = d[0] * right + d[1] * up - d[2] * forward
        d = (d / np.linalg.norm(d)).astype(np.float32)
        shade = np.maximum(normal @ d, 0)[:, None]
        if i == 0 and rng.random() < 0.45:
            start = np.ascontiguousarray(points + normal * np.float32(4e-3))
            blocked = (
                subject.scene.run(start, np.ascontiguousarray(np.broadcast_to(d, start.shape)), query="OCCLUDED") >= 0
            )
            shade = shade * np.where(blocked, np.float32(rng.uniform(0.1, 0.6)), 1)[:, None]
        tone = (rng.uniform(0.2, 1.2) / (i + 1) * rng.normal(1, 0.06, 3)).astype(np.float32)
        total = total + shade * tone
        half = d - ray
        half /= np.linalg.norm(half, axis=1, keepdims=True)
        gloss += np.float32(shiny) * np.maximum((normal * half).sum(1), 0)[:, None] ** power
    out = albedo * total + gloss
    target = rng.uniform(0.08, 0.45)
    gain = np.clip(target / max(float(out.mean()), 1e-3), 0.4, 2.5)
    return np.asarray(out * gain, np.float32)


def _handled(rgb: Floats, mask: Floats, rng: Rng) -> tuple[Floats, Floats]:
    """What people's pictures go through: a soft or wrong cut-out, blur, noise, JPEG."""
    if rng.random() < 0.2:
        k = np.ones((3, 3), np.uint8)
        mask = np.asarray((cv2.erode if rng.random() < 0.6 else cv2.dilate)(mask, k), np.float32)
    if rng.random() < 0.12:  # something bitten off or left on
        x, y = rng.integers(0, CROP, 2)
        r = int(rng.integers(2, 9))
        cv2.circle(mask, (int(x), int(y)), r, float(rng.random() < 0.3 and mask[y, x] > 0), -1)
    rgb = rgb.copy()
    outside = mask < 0.02
    if rng.random() < 0.3:
        rgb = np.asarray(cv2.GaussianBlur(rgb, (0, 0), rng.uniform(0.4, 1.2)), np.float32)
    if rng.random() < 0.3:
        rgb = rgb + rng.normal(0, rng.uniform(0.005, 0.03), rgb.shape).astype(np.float32)
    if rng.random() < 0.25:
        ok, data = cv2.imencode(
            ".jpg", np.clip(rgb * 255, 0, 255).astype(np.uint8), [cv2.IMWRITE_JPEG_QUALITY, int(rng.integers(40, 90))]
        )
        if ok:
            rgb = np.asarray(cv2.imdecode(data, cv2.IMREAD_COLOR), np.float32) / np.float32(255)
    rgb[outside] = 0
    return np.clip(rgb, 0, 1), mask


def _maps(
    subject: Subject, camera: Camera, record: NDArray[np.void], rgb: Floats, mask: Floats
) -> tuple[Floats, Floats]:
    """Fill `normal` and `back`; depth of the first and of the last surface `(FIELD, FIELD)`."""
    y, x = np.mgrid[:FIELD, :FIELD].astype(np.float32)
    k = CROP / FIELD
    origin, direction = camera.rays((x.ravel() + 0.5) * k, (y.ravel() + 0.5) * k)
    hit, _, normal, albedo, depth = subject.cast(origin, direction)
    local = normal @ (camera.rotation * np.array([[1.0], [1.0], [-1.0]])).T
    flat = np.zeros((FIELD * FIELD, 3), np.int8)
    flat[hit] = np.rint(local * 127).clip(-127, 127)
    record["normal"] = flat.reshape(FIELD, FIELD, 3)
    reach = np.float32(2 * np.linalg.norm(camera.eye) + 4)
    far, _, _, behind, rest = subject.cast((origin + direction * reach).astype(np.float32), -direction)
    seen = (mask > 0.9) & (rgb.sum(-1) > 0)
    lit = (rgb[seen] ** 2.2).mean(axis=0) if seen.any() else np.ones(3)
    gain = np.clip(lit / np.maximum(albedo.mean(axis=0) if len(albedo) else 1, 1e-3), 0.1, 3)
    back = np.zeros((FIELD * FIELD, 3), np.uint8)
    back[far] = np.clip((behind * gain).clip(0, 1) ** (1 / 2.2) * 255 + 0.5, 0, 255)
    record["back"] = back.reshape(FIELD, FIELD, 3)
    first, last = np.full((2, FIELD * FIELD), np.inf, np.float32)
    first[hit], last[far] = depth, reach - rest
    return first.reshape(FIELD, FIELD), last.reshape(FIELD, FIELD)
