"""Visibility by a numpy z-buffer: the fallback where embreex has no wheel (Linux aarch64). Slower, same G-buffer.

Triangles become candidate (triangle, pixel) pairs of their bounding boxes, a batch at a time; the nearest one wins each pixel. Light
visibility uses one depth map for each direction (Williams, "Casting curved shadows on curved surfaces", 1978).
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterator
from dataclasses import dataclass
from threading import Lock
from typing import ClassVar

import cv2
import numpy as np
from numpy.typing import NDArray

from maquette.geometry.mesh import Mesh
from maquette.render.camera import Camera, look_rotation
from maquette.render.gbuffer import Bools, Floats, GBuffer
from maquette.render.parallel import map_chunks

Doubles = NDArray[np.float64]

BATCH = 1 << 21  # candidate pairs at once: about 250 MB of temporaries
SHADOW_MAP = 256  # pixels along one side of a light's depth map
KEEP = 128  # depth maps kept, 256 kB each: those of the room, which every frame asks for, and the key light's of some frames
NEAR = 1e-9


class ZBufferTracer:
    """`Tracer` by rasterisation. A pinhole camera must stand in front of all triangles that it should see."""

    name: ClassVar[str] = "zbuffer"
    directions: ClassVar[int] = 48

    def __init__(self, mesh: Mesh) -> None:
        self._mesh = mesh
        low, high = mesh.bounds.astype(np.float64)
        self._extent = float(np.linalg.norm(high - low)) or 1.0
        self._maps: OrderedDict[bytes, tuple[Camera, Floats]] = OrderedDict()
        self._lock = Lock()

    def primary(
        self, camera: Camera, offset: tuple[float, float] = (0.0, 0.0), pixels: NDArray[np.intp] | None = None
    ) -> GBuffer:
        """See `Tracer.primary`."""
        moved = camera.jittered(*offset)
        if pixels is None:
            return rasterise(self._mesh, moved)
        wanted = np.zeros(camera.size[0] * camera.size[1], np.bool_)
        wanted[pixels] = True
        return rasterise(self._mesh, moved, wanted).take(pixels)

    def occluded(self, points: Floats, table: Floats, choice: NDArray[np.integer]) -> Bools:
        """See `Tracer.occluded`; a point hides itself only beyond a bias of two depth-map pixels."""
        result = np.zeros(len(points), np.bool_)
        order = np.argsort(choice, kind="stable")
        ends = np.searchsorted(choice[order], np.arange(len(table) + 1))

        def work(part: slice) -> None:
            for i in range(part.start, part.stop):
                mine = order[ends[i] : ends[i + 1]]
                if len(mine):
                    result[mine] = self._shadowed(points[mine], np.asarray(table[i], np.float64))

        map_chunks(work, len(table), chunk=1)
        return result

    def _depth_map(self, direction: Doubles) -> tuple[Camera, Floats]:
        """What the light sees; kept, since the mesh and the floor ask for the same directions."""
        key = direction.tobytes()
        with self._lock:
            if key in self._maps:
                self._maps.move_to_end(key)
                return self._maps[key]
        azimuth = float(np.degrees(np.arctan2(direction[0], direction[2])))
        rotation = look_rotation(azimuth, float(np.degrees(np.arcsin(np.clip(direction[1], -1, 1)))))
        local = self._mesh.vertices.astype(np.float64) @ rotation.T
        low, high = local.min(axis=0), local.max(axis=0)
        pad = 0.01 * self._extent
        window = (low[0] - pad, low[1] - pad, high[0] + pad, high[1] + pad)
        camera = Camera((low[2] - pad) * rotation[2], rotation, window, (SHADOW_MAP, SHADOW_MAP), False)
        made = camera, depth_map(self._mesh, camera).reshape(SHADOW_MAP, SHADOW_MAP)
        with self._lock:
            self._maps[key] = made
            while len(self._maps) > KEEP:
                self._maps.popitem(last=False)
        return made

    def _shadowed(self, points: Floats, direction: Doubles) -> Bools:
        camera, depth_map = self._depth_map(direction)
        window = camera.window
        x, y, depth = camera.project(points)
        inside = (x >= 0) & (y >= 0) & (x < SHADOW_MAP) & (y < SHADOW_MAP)
        column, row = np.clip(x, 0, SHADOW_MAP - 1).astype(np.intp), np.clip(y, 0, SHADOW_MAP - 1).astype(np.intp)
        bias = 2 * max(window[2] - window[0], window[3] - window[1]) / SHADOW_MAP
        return np.asarray(inside & (depth_map[row, column] < depth - bias))


@dataclass(frozen=True, eq=False)
class _Projected:
    """Triangles on the picture: corners `(m,)` each, and what depends on them."""

    x: tuple[Doubles, Doubles, Doubles]
    y: tuple[Doubles, Doubles, Doubles]
    z: tuple[Doubles, Doubles, Doubles]
    left: NDArray[np.int64]
    top: NDArray[np.int64]
    spans: NDArray[np.int64]
    cells: NDArray[np.int64]
    seen: NDArray[np.intp]
    planes: tuple[Doubles, ...]

    @classmethod
    def of(cls, mesh: Mesh, camera: Camera) -> _Projected:
        width, height = camera.size
        corners = [mesh.faces[:, k] for k in range(3)]
        (x0, x1, x2), (y0, y1, y2), (z0, z1, z2) = ([p[c] for c in corners] for p in camera.project(mesh.vertices))
        area = (x1 - x0) * (y2 - y0) - (x2 - x0) * (y1 - y0)
        # Column by column: numpy's minimum along a short last axis takes ten times as long.
        left = _pixel(np.ceil(np.minimum(np.minimum(x0, x1), x2) - 0.5), width)
        right = _pixel(np.floor(np.maximum(np.maximum(x0, x1), x2) - 0.5) + 1, width)
        top = _pixel(np.ceil(np.minimum(np.minimum(y0, y1), y2) - 0.5), height)
        bottom = _pixel(np.floor(np.maximum(np.maximum(y0, y1), y2) - 0.5) + 1, height)
        cells = np.maximum(right - left, 0) * np.maximum(bottom - top, 0)
        seen = np.flatnonzero((cells > 0) & (np.abs(area) > 1e-14) & (np.minimum(np.minimum(z0, z1), z2) > NEAR))
        with np.errstate(divide="ignore", invalid="ignore"):  # flat triangles are not among the seen ones
            # Weights of the second and third corner grow by these per pixel from the first corner.
            planes = x0, y0, (y2 - y0) / area, (x0 - x2) / area, (y0 - y1) / area, (x1 - x0) / area
        spans = np.maximum(right - left, 1)
        return cls((x0, x1, x2), (y0, y1, y2), (z0, z1, z2), left, top, spans, cells, seen, planes)


def _pixel(value: Doubles, limit: int) -> NDArray[np.int64]:
    return np.clip(value, 0, limit).astype(np.int64)


def _touching(p: _Projected, wanted: Bools) -> NDArray[np.intp]:
    """The seen triangles whose box holds a wanted pixel, by a table of sums."""
    total = cv2.integral(wanted.astype(np.uint8))
    a, b = p.left[p.seen], p.top[p.seen]
    c, d = a + p.spans[p.seen], b + p.cells[p.seen] // p.spans[p.seen]
    return np.asarray(p.seen[total[d, c] - total[b, c] - total[d, a] + total[b, a] > 0])


_Hits = tuple[NDArray[np.intp], NDArray[np.int64], Doubles, Doubles, Doubles]


def _candidates(mesh: Mesh, camera: Camera, wanted: Bools | None) -> Iterator[_Hits]:
    """Triangle, pixel, second and third weight, and depth of every pixel centre inside a triangle, a batch at a time."""
    width = camera.size[0]
    p = _Projected.of(mesh, camera)
    seen = p.seen if wanted is None else _touching(p, wanted.reshape(camera.size[1], width))
    for rows in _batches(seen, p.cells[seen]):
        counts = p.cells[rows]
        owner = np.repeat(np.arange(len(rows), dtype=np.int32), counts)
        rank = np.arange(len(owner), dtype=np.int32) - np.repeat((np.cumsum(counts) - counts).astype(np.int32), counts)
        row, column = np.divmod(rank, p.spans[rows].astype(np.int32)[owner])
        column += p.left[rows].astype(np.int32)[owner]
        row += p.top[rows].astype(np.int32)[owner]
        if wanted is not None:
            chosen = np.flatnonzero(wanted[row * width + column])
            owner, row, column = owner[chosen], row[chosen], column[chosen]
        first_x, first_y, u1, v1, u2, v2 = (c[rows] for c in p.planes)
        dx, dy = column + 0.5 - first_x[owner], row + 0.5 - first_y[owner]
        b1 = dx * u1[owner] + dy * v1[owner]
        b2 = dx * u2[owner] + dy * v2[owner]
        keep = np.flatnonzero((b1 >= -1e-9) & (b2 >= -1e-9) & (b1 + b2 <= 1 + 1e-9))
        tri, b1, b2 = rows[owner[keep]], b1[keep], b2[keep]
        pixel = row[keep].astype(np.int64) * width + column[keep]
        z0, z1, z2 = (z[tri] for z in p.z)
        if camera.perspective:
            w0, w1, w2 = (1 - b1 - b2) / z0, b1 / z1, b2 / z2
            total = w0 + w1 + w2
            yield tri, pixel, w1 / total, w2 / total, 1 / total
        else:
            yield tri, pixel, b1, b2, z0 + b1 * (z1 - z0) + b2 * (z2 - z0)


def rasterise(mesh: Mesh, camera: Camera, wanted: Bools | None = None) -> GBuffer:
    """G-buffer of all pixel centres, row by row, or only of those in `wanted (h w,)`; at equal depth the lower face wins."""
    width, height = camera.size
    depth = np.full(width * height, np.inf)
    face = np.full(width * height, -1, np.int32)
    bary = np.zeros((width * height, 2), np.float32)
    for tri, pixel, b1, b2, here in _candidates(mesh, camera, wanted):
        before = depth[pixel]
        np.minimum.at(depth, pixel, here)
        won = np.flatnonzero((here == depth[pixel]) & (here < before))[::-1]  # the last write stays: the lowest face
        face[pixel[won]] = tri[won]
        bary[pixel[won]] = np.stack([b1[won], b2[won]], axis=1)
    return GBuffer(face, bary, depth.astype(np.float32))


def depth_map(mesh: Mesh, camera: Camera) -> Floats:
    """`(h w,)`: the depth of `rasterise` alone."""
    depth = np.full(camera.size[0] * camera.size[1], np.inf)
    for _, pixel, _, _, here in _candidates(mesh, camera, None):
        np.minimum.at(depth, pixel, here)
    return depth.astype(np.float32)


def _batches(rows: NDArray[np.intp], cells: NDArray[np.int64]) -> Iterator[NDArray[np.intp]]:
    """Consecutive runs of triangles of at most `BATCH` candidate pairs (a single triangle may have more)."""
    start, total = 0, np.concatenate([[0], np.cumsum(cells)])
    while start < len(rows):
        stop = max(start + 1, int(np.searchsorted(total, total[start] + BATCH, side="right")) - 1)
        yield rows[start:stop]
        start = stop
