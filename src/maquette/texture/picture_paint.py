"""`PicturePaint`: the colours of a given mesh from pictures that are laid on it.

Where a camera sees the surface it gives its own pixels. What no camera sees takes, in this order: what the same place on the other side of
the plane of symmetry shows, if the mesh has one; for what looks away from the first picture, that picture's rim carried inwards (as the
engine that inflates pictures does it); and else the nearest colour that was seen, softly.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import ClassVar, Self

import cv2
import numpy as np
from numpy.typing import NDArray
from scipy.ndimage import distance_transform_edt, gaussian_filter, map_coordinates
from scipy.spatial import cKDTree

from maquette.engines.blending import Camera
from maquette.engines.engine import View
from maquette.engines.projection import ROUGHNESS, unseen_maps
from maquette.geometry.clean import extent
from maquette.geometry.mesh import Mesh
from maquette.geometry.rays import ray_scene
from maquette.images.filters import lookup, smoothstep
from maquette.texture.appearance import SurfaceSamples, register_appearance
from maquette.texture.picture_fit import Fit, surface_points

Floats = NDArray[np.float32]
DEPTH_CELLS = 768
"""Cells along the longer side of a depth map."""
TOLERANCE = 0.008
"""Depth behind the nearest surface that still counts as seen, as a fraction of the longest side."""
RIM = 6
"""Cells around a nearer part that are not believed on the part behind it: the outlines never fit to the pixel."""
GRID = 72
"""Cells along the longer side of the field of soft colours."""
FIRST = 4.0
"""The first picture counts this much more than the others."""
MIRROR = np.float32(0.02)
"""Weight of what the plane of symmetry shows: it counts where nothing else does."""
FILL = np.float32(0.0004)
BACK = np.float32(0.004)
"""Weight of the first picture's guess of its far side (`unseen_maps`), for surfaces that look away from it."""


@register_appearance
@dataclass(frozen=True, eq=False)
class PicturePaint:
    """Cameras (`engines.blending.Camera`), a field of soft colours, and the plane of symmetry.

    Attributes:
        fill: `(nz, ny, nx, 3) float32` in [0, 255], colours at the corners of a grid over the mesh.
        origin: `(3,) float32` place of the first cell; cell: its size.
        mirror: x of the plane of symmetry, or NaN for none.
        tolerance: of the depth maps, in the mesh's unit.
    """

    kind: ClassVar[str] = "picture_paint"
    cameras: Sequence[Camera]
    fill: Floats
    origin: Floats
    cell: float
    mirror: float
    tolerance: float

    def sample(self, points: Floats, normals: Floats) -> SurfaceSamples:
        """See `Appearance.sample`."""
        total, mass = self.seen(points, normals)
        if np.isfinite(self.mirror):
            rows = np.flatnonzero(mass[:, 0] < 0.3)
            p, n = points[rows].copy(), normals[rows].copy()
            p[:, 0] = np.float32(2 * self.mirror) - p[:, 0]
            n[:, 0] = -n[:, 0]
            color, weight = self.seen(p, n)
            total[rows] += color * MIRROR
            mass[rows] += weight * MIRROR
        rows = np.flatnonzero(mass[:, 0] < 0.2)
        place = ((points[rows] - self.origin) / np.float32(self.cell)).T[::-1]
        soft = np.stack(
            [map_coordinates(self.fill[..., k], place, order=1, mode="nearest", output=np.float32) for k in range(3)],
            axis=1,
        )
        total[rows] += FILL * soft
        mass[rows] += FILL
        first = self.cameras[0]
        away = BACK * smoothstep(0.05, 0.6, np.asarray(-(normals[rows] @ first.toward), np.float32))
        total[rows] += away[:, None] * _through(first, first.soft, points[rows])
        mass[rows] += away[:, None]
        total *= np.float32(1 / 255) / mass
        n_points = len(points)
        return SurfaceSamples(
            np.clip(total, 0, 1), np.zeros(n_points, np.float32), np.full(n_points, ROUGHNESS, np.float32)
        )

    def seen(self, points: Floats, normals: Floats) -> tuple[Floats, Floats]:
        """Weighted sum of what the cameras see, `(n, 3)` in [0, 255], and the weights, `(n, 1)`."""
        total, mass = np.zeros((len(points), 3), np.float32), np.zeros((len(points), 1), np.float32)
        for i, c in enumerate(self.cameras):
            facing = np.asarray(normals @ c.toward, np.float32)
            rows = np.flatnonzero(facing > 0.08)
            p, facing = points[rows], facing[rows]
            s, t = _place(c, p)
            height, width = c.depth.shape
            row = np.clip((t * height).astype(np.int32), 0, height - 1)
            column = np.clip((s * width).astype(np.int32), 0, width - 1)
            behind = c.depth[row, column] - p @ c.toward
            # The surface falls away within a cell of the depth map: allow for its slope.
            slack = np.float32(self.tolerance) * (1 + 1 / np.maximum(facing, 0.1))
            weight = 1 - smoothstep(0.5, 1.0, np.asarray(behind / slack, np.float32))
            weight *= (
                smoothstep(0.08, 0.35, facing) * facing ** (2 if i == 0 else 4) * np.float32(FIRST if i == 0 else 1)
            )
            total[rows] += _through(c, c.rgb, p) * weight[:, None]
            mass[rows] += weight[:, None]
        return total, mass

    def to_arrays(self) -> dict[str, NDArray[np.generic]]:
        out: dict[str, NDArray[np.generic]] = {
            "fill": self.fill,
            "origin": self.origin,
            "numbers": np.array([self.cell, self.mirror, self.tolerance], np.float64),
        }
        for i, c in enumerate(self.cameras):
            out[f"frame{i}"] = np.concatenate([c.right, c.up, c.toward, c.window]).astype(np.float32)
            out |= {f"rgb{i}": c.rgb, f"soft{i}": c.soft, f"depth{i}": c.depth}
        return out

    @classmethod
    def from_arrays(cls, arrays: Mapping[str, NDArray[np.generic]]) -> Self:
        cameras = []
        for i in range(sum(k.startswith("frame") for k in arrays)):
            f = np.asarray(arrays[f"frame{i}"], np.float32)
            rgb, soft = np.asarray(arrays[f"rgb{i}"], np.uint8), np.asarray(arrays[f"soft{i}"], np.uint8)
            cameras.append(Camera(f[:3], f[3:6], f[6:9], f[9:], rgb, soft, np.asarray(arrays[f"depth{i}"], np.float32)))
        fill, origin = np.asarray(arrays["fill"], np.float32), np.asarray(arrays["origin"], np.float32)
        cell, mirror, tolerance = np.asarray(arrays["numbers"], np.float64).tolist()
        return cls(tuple(cameras), fill, origin, cell, mirror, tolerance)


def _place(camera: Camera, points: Floats) -> tuple[Floats, Floats]:
    """Where points lie in a camera's picture: shares of its width and height, from the top left."""
    a0, b0, a1, b1 = camera.window
    s, t = (points @ camera.right - a0) / (a1 - a0), (b1 - points @ camera.up) / (b1 - b0)
    return np.asarray(s, np.float32), np.asarray(t, np.float32)


def _through(camera: Camera, image: NDArray[np.uint8], points: Floats) -> Floats:
    """`(n, 3)` colours of a picture of a camera's, straight through the object."""
    s, t = _place(camera, points)
    h, w = image.shape[:2]
    return lookup(image, s * np.float32(w) - np.float32(0.5), t * np.float32(h) - np.float32(0.5))


def paint_from_pictures(mesh: Mesh, views: Sequence[View], fits: Sequence[Fit]) -> PicturePaint:
    """The appearance of `mesh` under pictures whose cameras are known; the first one counts most."""
    size = extent(mesh.vertices)
    cameras = []
    for view, fit in zip(views, fits, strict=True):
        window = np.array(fit.window, np.float32)
        depth = depth_map(mesh, fit)
        cameras.append(Camera(fit.right, fit.up, fit.toward, window, view.rgb, unseen_maps(view)[1], depth))
    low = mesh.bounds[0].astype(np.float64)
    cell = size / GRID
    shape = np.ceil((mesh.bounds[1] - low) / cell).astype(int)[::-1] + 5
    origin = (low - 2 * cell).astype(np.float32)
    empty = np.zeros((*shape, 3), np.float32)
    bare = PicturePaint(tuple(cameras), empty, origin, cell, symmetry_plane(mesh), TOLERANCE * size)
    return replace(bare, fill=_spread(bare, mesh))


def _spread(paint: PicturePaint, mesh: Mesh) -> Floats:
    """Soft colours of the whole grid from the places that were seen: the nearest one's, smoothed."""
    points, normals = _oriented_points(mesh)
    total, mass = paint.seen(points, normals)
    shape = paint.fill.shape[:3]
    place = np.rint((points - paint.origin) / np.float32(paint.cell)).astype(int)
    flat = np.ravel_multi_index(tuple(place.T[::-1]), shape, mode="clip")
    count = int(np.prod(shape))
    weight = np.bincount(flat, mass[:, 0], count)
    mixed = np.stack([np.bincount(flat, total[:, k], count) for k in range(3)], axis=1)
    known = (weight > 0.02).reshape(shape)
    if not known.any():
        return np.full((*shape, 3), 200, np.float32)
    color = (mixed / np.maximum(weight, 1e-9)[:, None]).reshape(*shape, 3)
    nearest = distance_transform_edt(~known, return_distances=False, return_indices=True)
    full = color[tuple(nearest)]
    return np.stack([gaussian_filter(full[..., k], 1.6).astype(np.float32) for k in range(3)], axis=-1)


def _oriented_points(mesh: Mesh) -> tuple[Floats, Floats]:
    """Points over the surface and the normals of their faces, both `(n, 3)`."""
    normal = mesh.face_normals()
    length = np.linalg.norm(normal, axis=1)
    share = np.cumsum(length, dtype=np.float64)
    count = 160_000
    pick = np.minimum(np.searchsorted(share, (np.arange(count) + 0.5) / count * share[-1]), len(share) - 1)
    points = surface_points(Mesh(mesh.vertices, mesh.faces), count)[:count].astype(np.float32)
    return points, np.asarray(normal[pick] / np.maximum(length[pick], 1e-20)[:, None], np.float32)


def depth_map(mesh: Mesh, fit: Fit) -> Floats:
    """Largest coordinate along `fit.toward` seen through each cell of the picture, `(rows, columns) float32`, far away where there is none.

    The nearer parts are `RIM` cells larger than they are.
    """
    a0, b0, a1, b1 = fit.window
    k = DEPTH_CELLS / max(a1 - a0, b1 - b0)
    nx, ny = max(round((a1 - a0) * k), 2), max(round((b1 - b0) * k), 2)
    far = np.float32(-1e6 * extent(mesh.vertices))
    scene = ray_scene(mesh)
    if scene is None:  # no rays on this platform: everything that faces the camera counts as seen
        return np.full((ny, nx), far, np.float32)
    a = a0 + (np.arange(nx) + 0.5) / nx * (a1 - a0)
    b = b1 - (np.arange(ny) + 0.5) / ny * (b1 - b0)
    top = float((mesh.vertices @ fit.toward).max()) + 0.1 * extent(mesh.vertices)
    start = np.float32(top) * fit.toward
    origins = a[None, :, None].astype(np.float32) * fit.right + b[:, None, None].astype(np.float32) * fit.up + start
    rays = np.broadcast_to(-fit.toward, (nx * ny, 3))
    hit = scene.first_hits(origins.reshape(-1, 3), rays)
    depth = np.where(hit.triangle >= 0, np.float32(top) - hit.distance, far).astype(np.float32).reshape(ny, nx)
    # Dilation alone would push flat slopes forward; it counts only where the step is larger than a slope's.
    grown = np.asarray(cv2.dilate(depth, np.ones((2 * RIM + 1, 2 * RIM + 1), np.uint8)), np.float32)
    step = np.float32(0.035 * extent(mesh.vertices))
    return np.where((grown - depth > step) & (depth > far / 2), grown, depth)


def symmetry_plane(mesh: Mesh, tolerance: float = 0.012) -> float:
    """X of the plane that mirrors the mesh onto itself, NaN if there is none within `tolerance` of its longest side."""
    points = surface_points(mesh, 6000)[:6000]
    middle = float(mesh.bounds[:, 0].mean())
    twin = points * [-1, 1, 1] + [2 * middle, 0, 0]
    tree = cKDTree(surface_points(mesh, 40_000)[:40_000])
    distance, _ = tree.query(twin, distance_upper_bound=0.1 * extent(mesh.vertices))
    distance = np.minimum(distance, extent(mesh.vertices))
    return middle if float(np.quantile(distance, 0.97)) < tolerance * extent(mesh.vertices) else float("nan")
