"""What is seen of a mesh from the front (+Z), in pixels: outline, depth, and the way from one pixel to another inside of the outline."""

from __future__ import annotations

import itertools
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage
from skimage.graph import MCP_Geometric

from maquette.geometry.mesh import Mesh

Doubles = NDArray[np.float64]
Bools = NDArray[np.bool_]
Pixel = tuple[int, int]

ROWS = 176
"""Pixels of the object's height: an arm of a slim person is 6 wide, and everything together stays under a second."""
PAD = 4
SAMPLES_PER_PIXEL = 8


@dataclass(frozen=True, eq=False)
class FrontView:
    """Front view of a mesh. Row 0 is the lowest, column 0 is the lowest x, `PAD` pixels of background all round.

    Attributes:
        mask: `(h, w) bool`, True where the object is.
        depth: `(h, w) float64`, middle between the foremost and the hindmost surface, in the mesh's units; filled outside.
        points: `(k, 3) float64` samples of the surface, evenly spread.
        lower: x and y of the corner of the pixel at row and column `PAD`.
        pixel: side of a pixel in the mesh's units.
    """

    mask: Bools
    depth: Doubles
    points: Doubles
    lower: Doubles
    pixel: float

    def to_pixels(self, xy: NDArray[np.floating]) -> Doubles:
        """Points `(n, 2 or 3)` of the mesh's frame as `(n, 2)` row and column; integers are pixel centres."""
        p = (np.asarray(xy, np.float64)[..., :2] - self.lower) / self.pixel + PAD - 0.5
        return np.asarray(p[..., ::-1])

    def to_mesh(self, rc: NDArray[np.floating]) -> Doubles:
        """The inverse of `to_pixels`: x and y `(…, 2)`."""
        return np.asarray((np.asarray(rc, np.float64)[..., ::-1] - PAD + 0.5) * self.pixel + self.lower)

    def sample(self, field: Doubles, points: NDArray[np.floating]) -> Doubles:
        """Values of a field `(h, w)` that is known inside of the outline at points `(n, 2 or 3)`, between pixels linearly."""
        at = self.to_pixels(points)
        return np.asarray(ndimage.map_coordinates(fill(field, self.mask), at.T, order=1, mode="nearest"))


def front_view(mesh: Mesh) -> FrontView:
    """Look at a mesh from the front. The mesh need not be closed; it must have area."""
    low, high = mesh.vertices.min(axis=0).astype(np.float64), mesh.vertices.max(axis=0).astype(np.float64)
    pixel = float(max(high[1] - low[1], (high[0] - low[0]) / 2)) / ROWS
    points = spread_points(mesh, pixel)
    columns, rows = (np.ceil((high - low)[:2] / pixel).astype(int) + 2 * PAD).tolist()
    low = low.copy()
    low[0] = (low[0] + high[0] - (columns - 2 * PAD) * pixel) / 2  # so that a symmetric mesh has a symmetric picture
    rc = (np.floor((points[:, 1::-1] - low[1::-1]) / pixel) + PAD).astype(np.int64)
    flat = rc[:, 0] * columns + rc[:, 1]
    front, back = np.full(rows * columns, -np.inf), np.full(rows * columns, np.inf)
    np.maximum.at(front, flat, points[:, 2])
    np.minimum.at(back, flat, points[:, 2])
    mask = np.isfinite(front).reshape(rows, columns)
    depth = ((np.where(np.isfinite(front), front, 0) + np.where(np.isfinite(back), back, 0)) / 2).reshape(mask.shape)
    known = mask
    # Crumbs of background that no sample hit, and hair-thin gaps between parts, are no gaps between limbs.
    mask = ndimage.binary_closing(mask)
    holes, n = ndimage.label(~mask)
    small = np.flatnonzero(np.bincount(holes.ravel(), minlength=n + 1) <= 6)
    mask |= np.isin(holes, small[small > 0])
    parts, n = ndimage.label(mask)
    if n > 1:
        mask &= parts == 1 + np.argmax(np.bincount(parts.ravel())[1:])
    return FrontView(mask, fill(depth, known), points, low[:2], pixel)


def spread_points(mesh: Mesh, pixel: float) -> Doubles:
    """`(k, 3)` points spread evenly over the triangles, the same ones each time: an R2 sequence (Roberts 2018) in each stratum of area."""
    v = mesh.vertices.astype(np.float64)
    a, b, c = (v[mesh.faces[:, i]] for i in range(3))
    area = np.linalg.norm(np.cross(b - a, c - a), axis=1) / 2
    total = np.cumsum(area)
    count = int(np.clip(total[-1] / pixel**2 * SAMPLES_PER_PIXEL, 20_000, 800_000))
    i = np.arange(count)
    face = np.minimum(np.searchsorted(total, (i + 0.5) / count * total[-1]), len(area) - 1)
    u, w = (0.5 + i * 0.7548776662466927) % 1, (0.5 + i * 0.5698402909980532) % 1
    over = u + w > 1
    u, w = np.where(over, 1 - u, u)[:, None], np.where(over, 1 - w, w)[:, None]
    return np.asarray(a[face] * (1 - u - w) + b[face] * u + c[face] * w)


def fill(field: Doubles, known: Bools) -> Doubles:
    """The field with the nearest known value wherever it is not known."""
    at = ndimage.distance_transform_edt(~known, return_distances=False, return_indices=True)
    return np.asarray(field[tuple(at)])


class Ways:
    """Shortest ways inside of a mask from a set of pixels."""

    def __init__(self, mask: Bools, start: list[Pixel]) -> None:
        self._search = MCP_Geometric(np.where(mask, 1.0, np.inf), fully_connected=True)
        self.length: Doubles = np.asarray(self._search.find_costs(start)[0])
        """`(h, w)` pixels from the start; infinite where no way leads."""

    def back(self, pixel: Pixel) -> NDArray[np.int64]:
        """`(k, 2)` pixels from the start to `pixel`."""
        return np.asarray(self._search.traceback(pixel), np.int64)


def taut(mask: Bools, way: NDArray[np.integer], passes: int = 3) -> Doubles:
    """`(k, 2)` the way pulled straight around the corners of the mask, a point for each pixel or so.

    Shortest ways over a grid's eight neighbours are far from unique; what they have in common is which corners they pass.
    """
    line = np.asarray(way, np.float64)
    for _ in range(passes):
        kept, i = [0], 0
        while i < len(line) - 1:
            far = len(line) - 1
            while far > i + 1 and not _clear(mask, line[i], line[far]):
                far -= 1 if far - i < 24 else 2
            i = far
            kept.append(i)
        corners = line[kept]
        parts = [
            np.linspace(a, b, max(int(np.linalg.norm(b - a)), 1), endpoint=False)
            for a, b in itertools.pairwise(corners)
        ]
        line = np.concatenate([*parts, corners[-1:]])[::-1]
    return line[::-1] if passes % 2 else line


def _clear(mask: Bools, a: Doubles, b: Doubles) -> bool:
    t = np.linspace(0, 1, int(2 * np.abs(b - a).max()) + 2)[:, None]
    p = np.rint(a + (b - a) * t).astype(np.int64)
    return bool(mask[p[:, 0], p[:, 1]].all())


def peaks(field: Doubles, mask: Bools, least: float) -> list[tuple[Pixel, float]]:
    """Maxima of a field inside of a mask that rise at least `least` above the saddle to a higher one (persistence), highest first.

    Pixels are added from the highest to the lowest; where two hills meet, the lower one ends.
    """
    h, w = mask.shape
    inside = np.flatnonzero(mask & np.isfinite(field))
    value = field.ravel()
    order = inside[np.argsort(-value[inside], kind="stable")]
    top = np.full(h * w, -1, np.int64)  # union-find; a root is its hill's highest pixel

    def root(i: int) -> int:
        while top[i] != i:
            top[i] = top[top[i]]
            i = int(top[i])
        return i

    steps = (-w - 1, -w, -w + 1, -1, 1, w - 1, w, w + 1)
    height: dict[int, float] = {}
    for i in order.tolist():
        top[i] = i
        for j in {root(i + s) for s in steps if top[i + s] >= 0}:
            k = root(i)
            high, low = (j, k) if (value[j], -j) >= (value[k], -k) else (k, j)
            if low != high:
                top[low] = high
                if low != i:
                    height[low] = float(value[low] - value[i])
    if len(order):
        height[int(order[0])] = np.inf
    found = [(i, p) for i, p in height.items() if p >= least]
    found.sort(key=lambda item: (-value[item[0]], item[0]))
    return [((i // w, i % w), p) for i, p in found]
