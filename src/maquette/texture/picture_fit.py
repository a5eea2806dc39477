"""Where a picture was taken from: its silhouette is laid on the mesh's, as seen from the sides that it may show.

Cameras are orthographic. The search goes from coarse to fine: outlines from many sides, scaled alike in both directions so that proportions
count; then the best side's size and place along each axis, by the overlap of the two outlines.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from maquette.engines.azimuths import AZIMUTH
from maquette.engines.silhouette import object_box
from maquette.geometry.mesh import Mesh

Floats = NDArray[np.float32]
Doubles = NDArray[np.float64]

SAMPLES = 60_000
"""Points on the mesh that draw its outline."""
COARSE, FINE = 72, 200
"""Cells along the longer side of an outline, in the search and in the refinement."""
YAWS = (0.0, -15.0, 15.0, -30.0, 30.0)
ELEVATIONS = (0.0, 12.0, 24.0)
PRIOR = 0.02
"""Overlap that another side than the front must win by: many things look alike from the front and from behind."""
BIAS = 0.0006
"""Overlap that each degree beside a main axis, or above the horizon, must win by."""
TURNS, GAIN = (8.0, 4.0), 0.004
"""Degrees by which the best side is turned further, and the overlap that a turn must win."""
MAX_STRETCH = 1.12
"""Most that width and height may be scaled differently: more is another view, not another lens."""


@dataclass(frozen=True, eq=False)
class Fit:
    """One picture's camera.

    Attributes:
        azimuth, elevation: degrees; azimuth 0 sees the front, 90 the object's left (+X).
        right, up, toward: `(3,)` unit vectors in the mesh's frame, `toward` from the object to the camera.
        window: `(a0, b0, a1, b1)`, the rectangle of the right-up plane that the picture covers, in the mesh's unit.
        overlap: intersection over union of the outlines.
    """

    azimuth: float
    elevation: float
    right: Floats
    up: Floats
    toward: Floats
    window: tuple[float, float, float, float]
    overlap: float


def camera_frame(azimuth: float, elevation: float) -> Doubles:
    """Rows right, up, toward `(3, 3)` of a camera."""
    a, e = np.radians(azimuth), np.radians(elevation)
    toward = [np.cos(e) * np.sin(a), np.sin(e), np.cos(e) * np.cos(a)]
    up = [-np.sin(e) * np.sin(a), np.cos(e), -np.sin(e) * np.cos(a)]
    return np.array([[np.cos(a), 0.0, -np.sin(a)], up, toward])


def surface_points(mesh: Mesh, count: int = SAMPLES) -> Doubles:
    """`(count + n, 3)` points spread over the mesh by area, and its vertices; always the same."""
    corners = mesh.vertices.astype(np.float64)[mesh.faces]
    area = np.linalg.norm(np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0]), axis=1)
    ends = np.cumsum(area)
    if not len(ends) or ends[-1] <= 0:
        return mesh.vertices.astype(np.float64)
    pick = np.minimum(np.searchsorted(ends, (np.arange(count) + 0.5) / count * ends[-1]), len(ends) - 1)
    i = np.arange(count)
    u, v = (0.5 + i * 0.7548776662466927) % 1, (0.5 + i * 0.5698402909980532) % 1  # R2 sequence (Roberts 2018)
    over = u + v > 1
    u, v = np.where(over, 1 - u, u), np.where(over, 1 - v, v)
    c = corners[pick]
    points = c[:, 0] + (c[:, 1] - c[:, 0]) * u[:, None] + (c[:, 2] - c[:, 0]) * v[:, None]
    return np.concatenate([points, mesh.vertices.astype(np.float64)])


def fit_picture(
    points: Doubles, alpha: Floats, label: str | None = None, taken: Sequence[float] = (), *, first: bool = False
) -> Fit:
    """The camera of a picture with mask `alpha (h, w)` on the object that `points (n, 3)` draw.

    Args:
        label: a view label, which leaves only small turns to be found; None tries all around.
        taken: azimuths of the pictures before, which another one will hardly show again.
        first: the first picture shows the front unless its outline says otherwise.
    """
    box = object_box(alpha)
    best: tuple[float, float, float] = (-np.inf, 0.0, 0.0)
    if label in ("U", "D"):
        best = (0.0, 0.0, 90.0 if label == "U" else -90.0)
    else:
        bases = [float(AZIMUTH[label])] if label is not None else [0.0, 90.0, 180.0, 270.0]
        yaws = YAWS if label is None else YAWS[:3]
        mask = _cut(alpha, box, COARSE)
        for base in bases:
            for yaw in yaws:
                for elevation in ELEVATIONS:
                    azimuth = (base + yaw) % 360
                    near = min((abs((azimuth - t + 180) % 360 - 180) for t in taken), default=180.0)
                    if label is None and near < 40:
                        continue
                    score = _overlap_alike(points, mask, camera_frame(azimuth, elevation))
                    score -= BIAS * (abs(yaw) + elevation) + (PRIOR if label is None and first and base else 0.0)
                    if score > best[0]:
                        best = (score, azimuth, elevation)
    fit = _refined(points, alpha, box, best[1], best[2])
    if label not in ("U", "D"):
        for turn in TURNS:
            for azimuth, elevation in ((turn, 0), (-turn, 0), (0, turn), (0, -turn)):
                tried = _refined(points, alpha, box, (fit.azimuth + azimuth) % 360, fit.elevation + elevation)
                if tried.overlap > fit.overlap + GAIN:
                    fit = tried
    return fit


def _refined(points: Doubles, alpha: Floats, box: tuple[int, int, int, int], azimuth: float, elevation: float) -> Fit:
    """Size and place along each axis, by descent on the overlap."""
    frame = camera_frame(azimuth, elevation)
    flat = points @ frame[:2].T
    low, high = flat.min(axis=0), flat.max(axis=0)
    size = np.maximum(high - low, 1e-9)
    cell = float(size.max()) / FINE
    pad = 0.08 * float(size.max())
    origin = np.array([low[0] - pad, high[1] + pad])
    shape = np.ceil((size + 2 * pad) / cell).astype(int)
    outline = _drawn((flat - origin) * [1, -1] / cell, shape)
    x0, y0, x1, y1 = box
    pixels = np.array([x1 - x0, y1 - y0], float)
    middle = np.array([(x0 + x1) / 2, (y0 + y1) / 2])
    scale = size / pixels
    even = np.sqrt(scale[0] * scale[1])
    scale = np.clip(scale, even / np.sqrt(MAX_STRETCH), even * np.sqrt(MAX_STRETCH))
    state = np.array([*(low + high) / 2, *np.log(scale)])
    step = np.array([0.02 * size.max(), 0.02 * size.max(), 0.03, 0.03])

    def score(s: Doubles) -> float:
        # Pixel (x, y) of the picture lies at plane (s0 + (x - mx) kx, s1 - (y - my) ky).
        kx, ky = np.exp(s[2:])
        if abs(s[2] - s[3]) > np.log(MAX_STRETCH) + 1e-9:
            return -1.0
        matrix = np.array(
            [
                [kx / cell, 0, (s[0] - middle[0] * kx - origin[0]) / cell],
                [0, ky / cell, (origin[1] - s[1] - middle[1] * ky) / cell],
            ]
        )
        laid = np.asarray(cv2.warpAffine(alpha, matrix, (int(shape[0]), int(shape[1])), flags=cv2.INTER_LINEAR)) > 0.5
        return float((laid & outline).sum() / max((laid | outline).sum(), 1))

    now = score(state)
    for _ in range(6):
        for k in range(4):
            for sign in (1, -1):
                trial = state.copy()
                trial[k] += sign * step[k]
                found = score(trial)
                if found > now:
                    state, now = trial, found
        step /= 1.8
    kx, ky = np.exp(state[2:])
    h, w = alpha.shape
    window = (
        float(state[0] - middle[0] * kx),
        float(state[1] - (h - middle[1]) * ky),
        float(state[0] + (w - middle[0]) * kx),
        float(state[1] + middle[1] * ky),
    )
    right, up, toward = frame.astype(np.float32)
    return Fit(azimuth, elevation, right, up, toward, window, now)


def _cut(alpha: Floats, box: tuple[int, int, int, int], cells: int) -> NDArray[np.bool_]:
    """The mask inside its box, its longer side `cells` long."""
    x0, y0, x1, y1 = box
    k = cells / max(x1 - x0, y1 - y0)
    size = (max(round((x1 - x0) * k), 1), max(round((y1 - y0) * k), 1))
    return np.asarray(cv2.resize(alpha[y0:y1, x0:x1], size, interpolation=cv2.INTER_AREA)) > 0.5


def _overlap_alike(points: Doubles, mask: NDArray[np.bool_], frame: Doubles) -> float:
    """Overlap of two outlines whose boxes are centred and scaled to one area."""
    flat = points @ frame[:2].T
    low, high = flat.min(axis=0), flat.max(axis=0)
    size = np.maximum(high - low, 1e-9)
    height, width = mask.shape
    k = float(np.sqrt(width * height / (size[0] * size[1])))  # cells per unit
    k = min(k, 3 * COARSE / float(size.max()))
    shape = np.ceil(size * k).astype(int) + 1
    full = np.maximum(shape, [width, height])
    drawn = np.zeros((full[1], full[0]), bool)
    at = (full - shape) // 2
    drawn[at[1] : at[1] + shape[1], at[0] : at[0] + shape[0]] = _drawn((flat - [low[0], high[1]]) * [1, -1] * k, shape)
    laid = np.zeros_like(drawn)
    at = (full - [width, height]) // 2
    laid[at[1] : at[1] + height, at[0] : at[0] + width] = mask
    return float((laid & drawn).sum() / max((laid | drawn).sum(), 1))


def _drawn(cells: Doubles, shape: NDArray[np.integer]) -> NDArray[np.bool_]:
    """Outline `(shape[1], shape[0])` of points at `cells (n, 2)`, x right and y down, with the gaps between them closed."""
    out = np.zeros((int(shape[1]), int(shape[0])), np.uint8)
    x = np.clip(cells[:, 0].astype(int), 0, shape[0] - 1)
    y = np.clip(cells[:, 1].astype(int), 0, shape[1] - 1)
    out[y, x] = 1
    return np.asarray(cv2.morphologyEx(out, cv2.MORPH_CLOSE, np.ones((3, 3), np.uint8))) > 0
