"""Plain renders of a raw reconstruction, for figures and contact sheets."""

from __future__ import annotations

from collections.abc import Mapping

import cv2
import numpy as np

from maquette.engines.engine import RawAsset, View
from maquette.engines.learned.appearance import ProjectedViews
from maquette.geometry.mesh import Mesh
from maquette.images.decode import Picture
from maquette.render.camera import Camera, orbit, orthographic
from maquette.render.gbuffer import make_tracer

_SIDE = 128


def shots(raw: RawAsset, cameras: list[Camera], shaded: bool = False) -> list[tuple[np.ndarray, np.ndarray]]:
    """`(rgb (h, w, 3) float in [0, 1] on white, hit (h, w) bool)` of each camera, unlit, or grey and lit by the camera."""
    mesh = raw.mesh
    tracer = make_tracer(mesh)
    v, f = mesh.vertices, mesh.faces
    flat = np.cross(v[f[:, 1]] - v[f[:, 0]], v[f[:, 2]] - v[f[:, 0]])
    normal = np.zeros_like(v)
    for k in range(3):
        for axis in range(3):
            normal[:, axis] += np.bincount(f[:, k], flat[:, axis], len(v))
    normal /= np.maximum(np.linalg.norm(normal, axis=1, keepdims=True), 1e-9)
    out = []
    for camera in cameras:
        w, h = camera.size
        g = tracer.primary(camera)
        image = np.ones((h * w, 3), np.float32)
        hit = g.hit
        face, weights = f[g.face[hit]], g.weights[hit][..., None]
        p, n = ((a[face] * weights).sum(axis=1).astype(np.float32) for a in (v, normal))
        n /= np.maximum(np.linalg.norm(n, axis=1, keepdims=True), 1e-9)
        if shaded:
            toward = -camera.rotation[2] + 0.5 * camera.rotation[1] - 0.3 * camera.rotation[0]
            image[hit] = (0.2 + 0.65 * np.maximum(n @ (toward / np.linalg.norm(toward)), 0))[:, None]
        else:
            image[hit] = raw.appearance.sample(p, n).base_color
        out.append((image.reshape(h, w, 3), hit.reshape(h, w)))
    return out


def own_camera(raw: RawAsset, view: View) -> Camera:
    """The camera of the first picture."""
    h, w = view.alpha.shape
    if raw.front_window is not None:
        return orthographic(raw.mesh.vertices, (w, h), raw.front_window)
    if not isinstance(raw.appearance, ProjectedViews):
        return orthographic(raw.mesh.vertices, (w, h))
    c = raw.appearance.cameras[0]
    scale, half, opening, cx, cy = (float(x) for x in c.lens)
    axes = c.axes.astype(np.float64)
    k = opening / half
    window = (-cx * k, (cy - h) * k, (w - cx) * k, cy * k)
    return Camera(axes[2] * (scale / opening), axes * np.array([[1.0], [1.0], [-1.0]]), window, (w, h), True)


def front_iou(raw: RawAsset, view: View) -> float:
    """Of the first picture's mask and the mesh's outline through its camera."""
    _, hit = shots(raw, [own_camera(raw, view)])[0]
    mask = view.alpha > 0.5
    return float((hit & mask).sum() / max((hit | mask).sum(), 1))


def boxed(rgb: np.ndarray, mask: np.ndarray) -> np.ndarray:
    """The object's box with its aspect kept, `(_SIDE, _SIDE, 3)` on white: free of the cameras' distances."""
    rows, columns = np.flatnonzero(mask.any(axis=1)), np.flatnonzero(mask.any(axis=0))
    out = np.ones((_SIDE, _SIDE, 3), np.float32)
    if not len(rows):
        return out
    part = np.where(mask[..., None], rgb, 1)[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1].astype(np.float32)
    k = _SIDE / max(part.shape[:2])
    size = (max(round(part.shape[1] * k), 1), max(round(part.shape[0] * k), 1))
    part = cv2.resize(part, size, interpolation=cv2.INTER_AREA)
    y, x = (_SIDE - size[1]) // 2, (_SIDE - size[0]) // 2
    out[y : y + size[1], x : x + size[0]] = part
    return out


def likeness(raw: RawAsset, pictures: Mapping[str, Picture], first: float) -> tuple[float, float]:
    """Mean PSNR and SSIM of unlit renders to pictures of the four sides (elevation 10 degrees), each cut to the object's box.

    first: azimuth of the truth from which the first picture was taken, degrees: the reconstruction's front.
    """
    azimuths = {"front": 0.0, "right": 270.0, "back": 180.0, "left": 90.0}
    cameras = [
        orbit(raw.mesh.vertices, (192, 192), azimuth=azimuths[n] - first, elevation=10, fov=30) for n in pictures
    ]
    psnr, ssim = [], []
    for (rgb, hit), picture in zip(shots(raw, cameras), pictures.values(), strict=True):
        assert picture.alpha is not None
        truth = boxed(picture.rgb / np.float32(255), picture.alpha > 0.5)
        ours = boxed(rgb, hit)
        psnr.append(-10 * np.log10(max(float(((truth - ours) ** 2).mean()), 1e-6)))
        ssim.append(_ssim(truth.mean(axis=-1), ours.mean(axis=-1)))
    return float(np.mean(psnr)), float(np.mean(ssim))


def _ssim(a: np.ndarray, b: np.ndarray) -> float:
    """Wang et al. 2004, Gaussian window of 1.5 pixels."""

    def mean(x: np.ndarray) -> np.ndarray:
        return np.asarray(cv2.GaussianBlur(x, (11, 11), 1.5))

    ma, mb = mean(a), mean(b)
    va, vb, cov = mean(a * a) - ma * ma, mean(b * b) - mb * mb, mean(a * b) - ma * mb
    c1, c2 = 0.01**2, 0.03**2
    return float(((2 * ma * mb + c1) * (2 * cov + c2) / ((ma * ma + mb * mb + c1) * (va + vb + c2))).mean())


def strip(raw: RawAsset, view: View) -> np.ndarray:
    """Input, front, side, back, and the shape without colours from front and side: `(_SIDE, 6 * _SIDE, 3) uint8`."""
    angles = [(0, 5), (60, 15), (180, 10)]
    cameras = [orbit(raw.mesh.vertices, (_SIDE, _SIDE), azimuth=a, elevation=e) for a, e in angles]
    tiles = [boxed(view.rgb / np.float32(255), view.alpha > 0.5)]
    tiles += [rgb for rgb, _ in shots(raw, cameras)]
    tiles += [rgb for rgb, _ in shots(raw, [cameras[1], _side(raw.mesh)], shaded=True)]
    return np.clip(np.concatenate(tiles, axis=1) * 255, 0, 255).astype(np.uint8)


def _side(mesh: Mesh) -> Camera:
    return orbit(mesh.vertices, (_SIDE, _SIDE), azimuth=90, elevation=5)
