"""Visibility by a numpy z-buffer: the fallback where embreex has no wheel (Linux aarch64). Slower, same G-buffer.

Triangles become candidate (triangle, pixel) pairs of their bounding boxes, a batch at a time; the nearest one wins each pixel. Light
visibility uses one depth map for each direction (Williams, "Casting curved shadows on curved surfaces", 1978).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

import numpy as np
from numpy.typing import NDArray

from maquette.geometry.mesh import Mesh
from maquette.render.camera import Camera, look_rotation
from maquette.render.gbuffer import Bools, Floats, GBuffer
from maquette.render.parallel import map_chunks

Doubles = NDArray[np.float64]

BATCH = 1 << 21  # candidate pairs at once: about 250 MB of temporaries
SHADOW_MAP = 256  # pixels along one side of a light's depth map
NEAR = 1e-9


class ZBufferTracer:
    """`Tracer` by rasterisation. A pinhole camera must stand in front of all triangles that it should see."""

    name: ClassVar[str] = "zbuffer"
    directions: ClassVar[int] = 48

    def __init__(self, mesh: Mesh) -> None:
        self._mesh = mesh
        low, high = mesh.bounds.astype(np.float64)
        self._extent = float(np.linalg.norm(high - low)) or 1.0
        self._maps: dict[bytes, tuple[Camera, Floats]] = {}

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
        if key not in self._maps:
            azimuth = float(np.degrees(np.arctan2(direction[0], direction[2])))
            rotation = look_rotation(azimuth, float(np.degrees(np.arcsin(np.clip(direction[1], -1, 1)))))
            local = self._mesh.vertices.astype(np.float64) @ rotation.T
            low, high = local.min(axis=0), local.max(axis=0)
            pad = 0.01 * self._extent
            window = (low[0] - pad, low[1] - pad, high[0] + pad, high[1] + pad)
            camera = Camera((low[2] - pad) * rotation[2], rotation, window, (SHADOW_MAP, SHADOW_MAP), False)
            self._maps[key] = camera, rasterise(self._mesh, camera).depth.reshape(SHADOW_MAP, SHADOW_MAP)
        return self._maps[key]

    def _shadowed(self, points: Floats, direction: Doubles) -> Bools:
        camera, depth_map = self._depth_map(direction)
        window = camera.window
        x, y, depth = camera.project(points)
        inside = (x >= 0) & (y >= 0) & (x < SHADOW_MAP) & (y < SHADOW_MAP)
        column, row = np.clip(x, 0, SHADOW_MAP - 1).astype(np.intp), np.clip(y, 0, SHADOW_MAP - 1).astype(np.intp)
        bias = 2 * max(window[2] - window[0], window[3] - window[1]) / SHADOW_MAP
        return np.asarray(inside & (depth_map[row, column] < depth - bias))


def rasterise(mesh: Mesh, camera: Camera, wanted: Bools | None = None) -> GBuffer:
    """G-buffer of all pixel centres, row by row, or only of those in `wanted (h w,)`; at equal depth the lower face wins."""
    width, height = camera.size
    px, py, pz = camera.project(mesh.vertices)
    x, y, z = px[mesh.faces], py[mesh.faces], pz[mesh.faces]
    area = (x[:, 1] - x[:, 0]) * (y[:, 2] - y[:, 0]) - (x[:, 2] - x[:, 0]) * (y[:, 1] - y[:, 0])
    x0 = np.clip(np.ceil(x.min(axis=1) - 0.5), 0, width).astype(np.int64)
    x1 = np.clip(np.floor(x.max(axis=1) - 0.5) + 1, 0, width).astype(np.int64)
    y0 = np.clip(np.ceil(y.min(axis=1) - 0.5), 0, height).astype(np.int64)
    y1 = np.clip(np.floor(y.max(axis=1) - 0.5) + 1, 0, height).astype(np.int64)
    cells = np.maximum(x1 - x0, 0) * np.maximum(y1 - y0, 0)
    seen = np.flatnonzero((cells > 0) & (np.abs(area) > 1e-14) & (z.min(axis=1) > NEAR))

    with np.errstate(divide="ignore", invalid="ignore"):  # flat triangles are not among the seen ones
        planes = (
            x[:, 0],
            y[:, 0],
            (y[:, 2] - y[:, 0]) / area,
            (x[:, 0] - x[:, 2]) / area,
            (y[:, 0] - y[:, 1]) / area,
            (x[:, 1] - x[:, 0]) / area,
        )  # weights of the second and third corner grow by these per pixel from the first corner
    depth = np.full(width * height, np.inf)
    face = np.full(width * height, -1, np.int32)
    bary = np.zeros((width * height, 2), np.float32)
    for rows in _batches(seen, cells[seen]):
        spans = np.maximum(x1[rows] - x0[rows], 1)
        counts = cells[rows]
        owner = np.repeat(np.arange(len(rows)), counts)
        rank = np.arange(counts.sum()) - np.repeat(np.cumsum(counts) - counts, counts)
        column = x0[rows][owner] + rank % spans[owner]
        row = y0[rows][owner] + rank // spans[owner]
        pixel = row * width + column
        if wanted is not None:
            chosen = np.flatnonzero(wanted[pixel])
            owner, row, column, pixel = owner[chosen], row[chosen], column[chosen], pixel[chosen]
        first_x, first_y, u1, v1, u2, v2 = (c[rows] for c in planes)
        dx, dy = column + 0.5 - first_x[owner], row + 0.5 - first_y[owner]
        b1 = dx * u1[owner] + dy * v1[owner]
        b2 = dx * u2[owner] + dy * v2[owner]
        keep = np.flatnonzero((b1 >= -1e-9) & (b2 >= -1e-9) & (b1 + b2 <= 1 + 1e-9))
        tri, b1, b2, pixel = rows[owner[keep]], b1[keep], b2[keep], pixel[keep]
        tz = z[tri]
        if camera.perspective:
            w0, w1, w2 = (1 - b1 - b2) / tz[:, 0], b1 / tz[:, 1], b2 / tz[:, 2]
            total = w0 + w1 + w2
            b1, b2, here = w1 / total, w2 / total, 1 / total
        else:
            here = tz[:, 0] + b1 * (tz[:, 1] - tz[:, 0]) + b2 * (tz[:, 2] - tz[:, 0])
        before = depth[pixel]
        np.minimum.at(depth, pixel, here)
        won = np.flatnonzero((here == depth[pixel]) & (here < before))[::-1]  # the last write stays: the lowest face
        face[pixel[won]] = tri[won]
        bary[pixel[won]] = np.stack([b1[won], b2[won]], axis=1)
    return GBuffer(face, bary, depth.astype(np.float32))


def _batches(rows: NDArray[np.intp], cells: NDArray[np.int64]) -> Iterator[NDArray[np.intp]]:
    """Consecutive runs of triangles of at most `BATCH` candidate pairs (a single triangle may have more)."""
    start, total = 0, np.concatenate([[0], np.cumsum(cells)])
    while start < len(rows):
        stop = max(start + 1, int(np.searchsorted(total, total[start] + BATCH, side="right")) - 1)
        yield rows[start:stop]
        start = stop
