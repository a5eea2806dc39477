"""Drawn views of known solids, and what a mesh looks like from the front."""

from __future__ import annotations

import cv2
import numpy as np
from embreex.mesh_construction import TriangleMesh
from embreex.rtcore_scene import EmbreeScene

from maquette.engines.engine import RawAsset, View
from maquette.geometry.mesh import Mesh
from maquette.images.fill import bleed_edges


class Context:
    """An `EngineContext` that keeps what it is told."""

    def __init__(self) -> None:
        self.warnings: list[str] = []
        self.fractions: list[float] = []
        self.checks = 0

    def progress(self, fraction: float) -> None:
        self.fractions.append(fraction)

    def check_cancelled(self) -> None:
        self.checks += 1

    def warn(self, message: str) -> None:
        self.warnings.append(message)


def colors(side: int) -> np.ndarray:
    y, x = np.mgrid[:side, :side] / side
    wave = 30 * np.sin(x * 40) * np.sin(y * 40)
    return np.clip(np.stack([60 + 160 * x + wave, 200 - 120 * y, 90 + wave], -1), 0, 255).astype(np.uint8)


def drawn(kind: str, side: int = 384) -> View:
    k = 4
    m = np.zeros((side * k, side * k), np.uint8)
    c = side * k // 2
    if kind in ("disc", "ring"):
        cv2.circle(m, (c, c), int(0.4 * side * k), 255, -1)
    if kind == "ring":
        cv2.circle(m, (c, c), int(0.2 * side * k), 0, -1)
    if kind == "square":
        cv2.rectangle(
            m, (int(0.1 * side * k), int(0.1 * side * k)), (int(0.9 * side * k), int(0.9 * side * k)), 255, -1
        )
    if kind == "bar":
        cv2.rectangle(
            m, (int(0.1 * side * k), int(0.44 * side * k)), (int(0.9 * side * k), int(0.56 * side * k)), 255, -1
        )
    if kind == "pair":
        cv2.circle(m, (c // 2, c), int(0.15 * side * k), 255, -1)
        cv2.circle(m, (c + c // 2, c), int(0.2 * side * k), 255, -1)
    if kind == "lollipop":
        cv2.circle(m, (c, c // 2), int(0.2 * side * k), 255, -1)
        cv2.line(m, (c, c), (c, int(0.95 * side * k)), 255, 3 * k)
        cv2.line(m, (c, c), (int(0.8 * side * k), int(0.9 * side * k)), 255, 2 * k)
        cv2.line(m, (c, c // 2), (c, c), 255, 3 * k)
    alpha = cv2.resize(m, (side, side), interpolation=cv2.INTER_AREA).astype(np.float32) / 255
    return View(colors(side), alpha)


def solid_view(label: str, side: int = 256, given: bool = True) -> View:
    """An L-shaped block on a foot, seen from a canonical side: 2 x 2 x 3 with a nose towards +Z and an ear towards +X.

    Boxes: body |x| < .35, |y| < .5, |z| < .35; nose |x| < .15, -.1 < y < .15, .35 < z < .7; ear .35 < x < .6, .2 < y < .5, |z| < .1.
    """
    boxes = solid_boxes()
    axes = {"F": (0, 1, 2, 1), "B": (0, 1, 2, -1), "L": (2, 1, 0, 1), "R": (2, 1, 0, -1), "U": (0, 2, 1, 1)}[label]
    flip = {"F": (1, 1), "B": (-1, 1), "L": (-1, 1), "R": (1, 1), "U": (1, -1)}[label]
    k = 4
    n = side * k
    mask = np.zeros((n, n), np.uint8)
    rgb = np.zeros((n, n, 3), np.uint8)
    order = sorted(boxes, key=lambda b: axes[3] * b[0][axes[2]].mean())
    for box, color in order:
        a, b = box[axes[0]] * flip[0], box[axes[1]] * flip[1]
        x0, x1 = sorted((np.array(a) * 0.65 + 0.5) * n)
        y0, y1 = sorted((0.5 - np.array(b) * 0.65) * n)
        mask[round(y0) : round(y1), round(x0) : round(x1)] = 255
        rgb[round(y0) : round(y1), round(x0) : round(x1)] = np.array(color) * (0.85 if label in "LR" else 1.0)
    alpha = cv2.resize(mask, (side, side), interpolation=cv2.INTER_AREA).astype(np.float32) / 255
    picture = cv2.resize(rgb, (side, side), interpolation=cv2.INTER_AREA)
    return View(bleed_edges(picture, alpha), alpha, label if given else None)


def solid_boxes() -> list[tuple[np.ndarray, tuple[int, int, int]]]:
    return [
        (np.array([[-0.35, 0.35], [-0.5, 0.5], [-0.35, 0.35]]), (200, 60, 50)),
        (np.array([[-0.15, 0.15], [-0.1, 0.15], [0.35, 0.7]]), (60, 190, 70)),
        (np.array([[0.35, 0.6], [0.2, 0.5], [-0.1, 0.1]]), (60, 80, 220)),
    ]


def solid_iou(mesh: Mesh, n: int = 48) -> float:
    """Volume IoU of a mesh with `solid_boxes`, both fitted to their bounding boxes."""
    axis = (np.arange(n) + 0.5) / n
    p = np.stack(np.meshgrid(axis, axis, axis, indexing="ij"), -1).reshape(-1, 3)
    low, high = np.array([-0.35, -0.5, -0.35]), np.array([0.6, 0.5, 0.7])
    q = low + p * (high - low)
    truth = np.zeros(len(p), bool)
    for box, _ in solid_boxes():
        truth |= ((q > box[:, 0]) & (q < box[:, 1])).all(axis=1)
    mine = contains(mesh, mesh.bounds[0] + p * (mesh.bounds[1] - mesh.bounds[0]))
    return float((truth & mine).sum() / (truth | mine).sum())


def contains(mesh: Mesh, points: np.ndarray) -> np.ndarray:
    """Odd number of crossings along a slightly oblique ray."""
    scene = EmbreeScene()
    TriangleMesh(scene, mesh.vertices, mesh.faces)
    direction = np.array([0.0123, 0.0231, 1.0])
    origin = points.astype(np.float64).copy()
    count = np.zeros(len(points), int)
    active = np.arange(len(points))
    while len(active):
        d = np.tile(direction, (len(active), 1)).astype(np.float32)
        hit = scene.run(origin[active].astype(np.float32), d, query="INTERSECT", output=True)
        ok = hit["primID"] >= 0
        active = active[ok]
        count[active] += 1
        origin[active] += direction * (hit["tfar"][ok][:, None] + 1e-4)
    return count % 2 == 1


def front_view(asset: RawAsset, width: int, height: int) -> tuple[np.ndarray, np.ndarray]:
    """What an orthographic camera along -Z sees in `front_window`: mask `(h, w) bool` and colours `(h, w, 3)` in 0 to 255."""
    assert asset.front_window is not None
    x0, y0, x1, y1 = asset.front_window
    x = x0 + (np.arange(width) + 0.5) / width * (x1 - x0)
    y = y1 - (np.arange(height) + 0.5) / height * (y1 - y0)
    gx, gy = np.meshgrid(x, y)
    origin = np.stack([gx, gy, np.full_like(gx, 5.0)], -1).reshape(-1, 3).astype(np.float32)
    direction = np.tile(np.float32([0, 0, -1]), (len(origin), 1))
    scene = EmbreeScene()
    TriangleMesh(scene, asset.mesh.vertices, asset.mesh.faces)
    hit = scene.run(origin, direction, query="INTERSECT", output=True)
    mask = hit["primID"] >= 0
    points = origin[mask] + direction[mask] * hit["tfar"][mask][:, None]
    corners = asset.mesh.faces[hit["primID"][mask]]
    u, v = hit["u"][mask][:, None], hit["v"][mask][:, None]
    vn = asset.mesh.vertex_normals()
    normals = vn[corners[:, 0]] * (1 - u - v) + vn[corners[:, 1]] * u + vn[corners[:, 2]] * v
    normals /= np.linalg.norm(normals, axis=1, keepdims=True)
    image = np.zeros((len(origin), 3))
    image[mask] = asset.appearance.sample(points.astype(np.float32), normals.astype(np.float32)).base_color * 255
    return mask.reshape(height, width), image.reshape(height, width, 3)
