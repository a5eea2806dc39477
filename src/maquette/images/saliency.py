"""What stands out: how unlike the border each region is, and how little it is joined to it.

Zhu et al. 2014, "Saliency Optimization from Robust Background Detection", on SLIC superpixels (Achanta et al. 2012), with the
colours of the border ring as a second, position-dependent witness: floors recede, so a ring colour counts most at its own height.
"""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray
from scipy.sparse import coo_matrix, csr_matrix
from scipy.sparse.csgraph import dijkstra
from scipy.spatial import cKDTree
from skimage.segmentation import slic

from maquette.images.fill import push_pull
from maquette.images.filters import blur

Floats = NDArray[np.float32]
Ints = NDArray[np.intp]

REGIONS = 450

_SHADOWS = ((1.0, 0.0), (0.75, 1.5), (0.55, 3.0), (0.4, 5.0))


@dataclass(frozen=True, eq=False)
class Regions:
    """Superpixels.

    Attributes:
        label: `(h, w)` index of each pixel's region.
        lab: `(n, 3)` mean colour.
        place: `(n, 2)` centre, (y, x) in units of the longer side.
        area: `(n,)` pixels.
        pairs: `(m, 2)` neighbours, each pair once.
        step: `(m,)` Lab difference across each pair's common border.
        rim: `(n,)` pixels on the picture's border.
    """

    label: Ints
    lab: NDArray[np.float64]
    place: NDArray[np.float64]
    area: NDArray[np.float64]
    pairs: Ints
    step: NDArray[np.float64]
    rim: NDArray[np.float64]


def regions_of(lab: Floats) -> Regions:
    """Superpixels of `lab (h, w, 3)`."""
    h, w = lab.shape[:2]
    label = slic(lab, REGIONS, compactness=0.12, convert2lab=False, start_label=0, channel_axis=-1, sigma=1.0)
    n = int(label.max()) + 1
    flat = label.ravel()
    area = np.bincount(flat, minlength=n).astype(float)
    y, x = np.mgrid[:h, :w] / max(h, w)
    mean = [np.bincount(flat, v.ravel(), n) / area for v in (lab[..., 0], lab[..., 1], lab[..., 2], y, x)]
    # The mean signed difference across three pixels: sharp edges keep it whole, blur and texture lose it.
    a = np.concatenate([label[:, :-3].ravel(), label[:-3].ravel()])
    b = np.concatenate([label[:, 3:].ravel(), label[3:].ravel()])
    jump = np.concatenate([(lab[:, 3:] - lab[:, :-3]).reshape(-1, 3), (lab[3:] - lab[:-3]).reshape(-1, 3)])
    jump = np.where((a < b)[:, None], jump, -jump)
    code = np.minimum(a, b) * n + np.maximum(a, b)
    codes, inverse, count = np.unique(code, return_inverse=True, return_counts=True)
    total = np.stack([np.bincount(inverse, jump[:, k]) for k in range(3)], 1)
    real = (codes // n != codes % n) & (count >= 4)
    pairs = np.stack([codes // n, codes % n], 1)[real]
    step = np.linalg.norm(total[real] / count[real, None], axis=1)
    edge = np.concatenate([label[0], label[-1], label[1:-1, 0], label[1:-1, -1]])
    rim = np.bincount(edge, minlength=n).astype(float)
    return Regions(label, np.stack(mean[:3], 1), np.stack(mean[3:], 1), area, pairs, step, rim)


def saliency(lab: Floats, distance: Floats) -> Floats:
    """Saliency `(h, w)` in [0, 1].

    Args:
        lab: `(h, w, 3)` CIELAB.
        distance: `(h, w)`, Lab units: how unlike the border ring each pixel is, see `ring_distance`.
    """
    r = regions_of(lab)
    n = len(r.area)
    background = _background(r)
    apart = np.linalg.norm(r.lab[:, None] - r.lab[None], axis=-1)
    near = np.exp(-((r.place[:, None] - r.place[None]) ** 2).sum(-1) / (2 * 0.25**2))
    contrast = (apart * near * background[None] * r.area[None]).sum(1) / (near * r.area[None]).sum(1)
    unlike = np.bincount(r.label.ravel(), distance.ravel(), n) / r.area
    centre = np.exp(-(((r.place - r.place.mean(0)) / 0.33) ** 2).sum(1) / 2)
    front = _stretch(contrast) * _stretch(np.minimum(unlike, 40.0)) * (0.4 + 0.6 * centre)
    front = _stretch(front)
    back = np.clip(background + np.exp(-unlike / 6.0) * 0.7, 0, 1)
    # Least squares (their equation 9): be background, be object, be like the neighbours of like colour.
    weight = np.exp(-(r.step**2) / (2 * 10.0**2)) + 0.1
    i, j = r.pairs.T
    links = coo_matrix((weight, (i, j)), (n, n)).toarray()
    links = links + links.T
    system = np.diag(links.sum(1) + back + front) - links
    value = np.linalg.solve(system, front)
    return _stretch(value)[r.label].astype(np.float32)


def _background(r: Regions) -> NDArray[np.float64]:
    """Probability of each region to be background, from its boundary connectivity."""
    n = len(r.area)
    i, j = r.pairs.T
    # Small steps are shading, not borders of things: without them a long way over a gradient adds up to a wall.
    step = np.maximum(r.step - 2.0, 1e-6)
    far = dijkstra(csr_matrix((step, (i, j)), (n, n)), directed=False)
    alike = np.exp(-(far**2) / (2 * 7.0**2))
    # Areas in the mean region's unit, border length in the mean region's side: the measure of a half plane is about 2.
    side = np.sqrt(r.area.mean())
    span = (alike * (r.area / r.area.mean())[None]).sum(1)
    length = (alike * (r.rim / side)[None]).sum(1)
    return np.asarray(1 - np.exp(-((length / np.sqrt(span)) ** 2) / 2))


def _stretch(values: NDArray[np.float64]) -> NDArray[np.float64]:
    low, high = np.quantile(values, [0.02, 0.98])
    return np.asarray(np.clip((values - low) / max(high - low, 1e-9), 0, 1))


def ring_distance(rgb: NDArray[np.uint8], ring: NDArray[np.bool_], seed: int) -> Floats:
    """Lab distance `(h, w)` of each pixel of `rgb` to the colours of the border ring, those of its own height before the others.

    The mean colour distance to the six nearest of 2,500 samples in a space of colour and place (height at 55 Lab units, width at 15):
    a patch of the object that is cut by the frame gives few samples and counts little elsewhere. Each sample also stands for
    itself in shadow, that is with less light and the same chromaticity, at a price that grows with the depth of the shadow.
    """
    h, w = rgb.shape[:2]
    smooth = blur(rgb.astype(np.float32) / 255, 0.7)
    y, x = np.mgrid[:h, :w].astype(np.float32)
    place = np.stack([y / h * 55, x / w * 15, np.zeros_like(x)], axis=-1)
    chosen = np.sort(np.random.default_rng(seed).permutation(int(ring.sum()))[:2500])
    colors, places = smooth[ring][chosen], place[ring][chosen]
    samples = []
    for light, price in _SHADOWS:
        # sRGB values scale by about light^(1/2.2) when the light is scaled.
        lab = _to_lab(np.asarray(colors[None] * light ** (1 / 2.2), np.float32))[0]
        samples.append(np.concatenate([lab, places + np.array([0, 0, price], np.float32)], axis=1))
    known = np.concatenate(samples)
    feature = np.concatenate([_to_lab(smooth), place], axis=-1).reshape(-1, 6)
    _, index = cKDTree(known).query(feature, k=6, workers=1)
    apart = known[index] - feature[:, None]
    distance = np.sqrt((apart[..., :3] ** 2).sum(-1) + apart[..., 5] ** 2)
    return np.asarray(distance.mean(axis=1).reshape(h, w), np.float32)


def _to_lab(rgb: Floats) -> Floats:
    return np.asarray(cv2.cvtColor(rgb, cv2.COLOR_RGB2LAB), np.float32)


def defocus(lab: Floats) -> Floats:
    """How blurred the nearest edges are, `(h, w)` in [0, 1]: walls behind an object are, the object that one photographs is not.

    A step that is blurred by σ has gradients in the ratio sqrt((σ² + 9) / (σ² + 1)) at the scales 1 and 3; it is read where there is
    an edge at all and filled in between.
    """
    fine, coarse = _gradient(lab, 1.0), _gradient(lab, 3.0)
    ratio = fine / np.maximum(coarse, 1e-3)
    weight = np.clip((coarse - 0.4) / 4.0, 0, 1) ** 2
    blurred = np.clip((1.75 - ratio) / 0.5, 0, 1)
    # Shading inside an object is a soft edge too: the sharp outline next to it outweighs it.
    filled = push_pull(blurred[..., None].astype(np.float32), (weight * (1.02 - blurred)).astype(np.float32)).reshape(
        ratio.shape
    )
    return np.asarray(filled, np.float32)


def _gradient(lab: Floats, sigma: float) -> Floats:
    smooth = blur(lab, sigma)
    dx = cv2.Sobel(smooth, cv2.CV_32F, 1, 0, ksize=3, scale=1 / 8)
    dy = cv2.Sobel(smooth, cv2.CV_32F, 0, 1, ksize=3, scale=1 / 8)
    return np.asarray(np.sqrt((dx * dx + dy * dy).sum(axis=-1)), np.float32)
