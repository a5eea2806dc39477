"""`Scene`: a mesh with its material, built once, rendered from any number of cameras."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from maquette.geometry.mesh import Mesh
from maquette.render.antialias import EDGE_SAMPLES, find_edges, lend
from maquette.render.camera import Camera
from maquette.render.color import pbr_neutral
from maquette.render.gbuffer import Backend, GBuffer, make_tracer
from maquette.render.ground import Ground
from maquette.render.lights import MEAN_REFLECTION, Studio
from maquette.render.parallel import CHUNK, map_chunks
from maquette.render.shade import DIELECTRIC, Material, MaterialSource, radiance
from maquette.render.surface import Surface, SurfaceReader, dot
from maquette.render.visibility import filter_visibility, mesh_visibility
from maquette.render.wireframe import EdgeFinder
from maquette.texture.textures import TextureSet

Floats = NDArray[np.float32]
Bools = NDArray[np.bool_]

LIGHT_GRID = (
    360  # visibility is soft: it is traced about this often along the longer side, at most on every second pixel
)
VEIL = DIELECTRIC * MEAN_REFLECTION
BLOOM = ((0.16, 0.006), (0.14, 0.025))  # strength, and standard deviation as a part of the picture's longer side
WIRE = np.array([0.02, 0.03, 0.05], np.float32)


@dataclass(frozen=True)
class Style:
    """How a frame is drawn.

    Attributes:
        clay: ignore the textures.
        wireframe: draw polygon edges over the surface, quads as quads.
        ground_shadow: let an invisible floor under the object catch its shadow.
        occlusion: trace the surroundings' visibility and the key light's shadow on the mesh.
        quick: coarser occlusion, for pictures that move.
    """

    clay: bool = False
    wireframe: bool = False
    ground_shadow: bool = True
    occlusion: bool = True
    quick: bool = False


@dataclass(frozen=True, eq=False)
class Frame:
    """A finished view, before its background.

    Attributes:
        color: `(h, w, 3) float32`, display-referred linear light, multiplied by `alpha`.
        alpha: `(h, w) float32`, coverage of the object.
        shadow: `(h, w) float32`, darkness of the floor in [0, 1] where it shows.
        buffer: what each pixel's centre sees, row by row.
        glow: `(h, w, 3) float32`, light that what shines spreads around itself in the lens, or None.
    """

    color: Floats
    alpha: Floats
    shadow: Floats
    buffer: GBuffer
    glow: Floats | None = None


@dataclass(frozen=True, eq=False)
class _Light:
    """Filtered visibility on every `step`-th pixel: `values (h, w, 2)`, with place and orientation for edge-aware lookups."""

    values: Floats
    points: Floats
    normals: Floats
    valid: Bools
    scale: float
    step: int

    def sample(self, x: NDArray[np.floating], y: NDArray[np.floating], points: Floats, normals: Floats) -> Floats:
        """`(n, 2)` at pixel coordinates, from those of the four neighbours that lie on the same piece of surface."""
        h, w = self.valid.shape
        u, v = np.clip((x - 0.5) / self.step, 0, w - 1), np.clip((y - 0.5) / self.step, 0, h - 1)
        i, j = u.astype(np.intp), v.astype(np.intp)
        fu, fv = u - i, v - j
        total, weight = np.zeros((len(x), 2), np.float32), np.full(len(x), 1e-7, np.float32)
        for dj, di in ((0, 0), (0, 1), (1, 0), (1, 1)):
            jj, ii = np.minimum(j + dj, h - 1), np.minimum(i + di, w - 1)
            flat = jj * w + ii
            tent = (fu if di else 1 - fu) * (fv if dj else 1 - fv) + 1e-3
            off = np.abs(dot(self.points.reshape(-1, 3).take(flat, axis=0) - points, normals)) / self.scale
            like = np.clip(dot(self.normals.reshape(-1, 3).take(flat, axis=0), normals), 0, 1)
            k = (tent * self.valid.ravel()[flat] * (like * like * np.maximum(1 - off, 0) + 1e-4)).astype(np.float32)
            total += self.values.reshape(-1, 2).take(flat, axis=0) * k[:, None]
            weight += k
        open_ = np.where(weight > 1e-6, 0, 1)[:, None]  # alone in space: nothing hides the light
        return np.asarray(total / weight[:, None] * (1 - open_) + open_, np.float32)


class Scene:
    """A mesh and its textures, ready for many frames (turntables reuse one scene).

    Args:
        textures: None renders clay.
        material: used instead of `textures`, e.g. an engine's field without a bake.
        backend: "auto" takes embree where it is installed.

    Raises:
        InvalidRequest: the mesh has no faces, or the backend is not installed.
    """

    def __init__(
        self,
        mesh: Mesh,
        textures: TextureSet | None = None,
        backend: Backend = "auto",
        material: MaterialSource | None = None,
    ) -> None:
        self.mesh = mesh
        self.tracer = make_tracer(mesh, backend)
        self.material: MaterialSource = material or Material(textures if mesh.uv is not None else None)
        self.bounds = mesh.bounds
        self.extent = float(np.linalg.norm(self.bounds[1] - self.bounds[0])) or 1.0
        self._reader = SurfaceReader(mesh, tangents=self.material.has_normal_map)
        self._clay: MaterialSource = Material(None)
        self._ground = Ground(self.tracer, self.bounds)

    def render(self, camera: Camera, style: Style | None = None) -> Frame:
        """Draw one view."""
        style = style or Style()
        studio = Studio(camera)
        width, height = camera.size
        material = self._clay if style.clay else self.material
        wires = EdgeFinder(self.mesh, camera) if style.wireframe else None
        buffer = self.tracer.primary(camera)
        seen = np.flatnonzero(buffer.hit)
        surfaces = self._read(camera, buffer.take(seen))
        points, normals, flat = self._maps(surfaces, seen, camera)
        hit = buffer.hit.reshape(height, width)
        light = None
        if style.occlusion and not material.unlit and len(seen):
            light = self._light(hit, points, flat, studio, style.quick)

        color, alpha = np.zeros((height * width, 3), np.float32), buffer.hit.astype(np.float32)
        x, y = seen % width + 0.5, seen // width + 0.5
        shine = np.zeros((len(seen), 3), np.float32)
        color[seen] = self._shade(surfaces, x, y, material, studio, light, shine)

        edge = np.flatnonzero(find_edges(hit, points, normals, camera, buffer.depth))
        inner: Floats | None = None
        if len(edge):
            passes = [self.tracer.primary(camera, (float(dx), float(dy)), edge) for dx, dy in EDGE_SAMPLES]
            more = GBuffer(*(np.concatenate([getattr(p, k) for p in passes]) for k in ("face", "bary", "depth")))
            on = np.flatnonzero(more.hit)
            more, owner, offset = more.take(on), edge[on % len(edge)], EDGE_SAMPLES[on // len(edge)]
            shaded = self._borrow(camera, more, owner, offset, hit, points, flat, color, material, studio, light)
            if wires is not None:
                shaded += (WIRE - shaded) * wires.coverage(more)[:, None]
            total = np.stack([np.bincount(owner, shaded[:, k], minlength=len(color)) for k in range(3)], axis=1)
            inner = np.asarray(total[edge] / len(EDGE_SAMPLES), np.float32)
            alpha[edge] = np.bincount(owner, minlength=len(color))[edge] / len(EDGE_SAMPLES)
        if wires is not None and len(seen):
            ink = np.concatenate(map_chunks(lambda part: wires.coverage(buffer.take(seen[part])), len(seen)))
            color[seen] += (WIRE - color[seen]) * ink[:, None]
        if inner is not None:
            color[edge] = inner

        shadow = np.zeros(height * width, np.float32)
        if style.ground_shadow:
            shadow = np.where(alpha < 1, self._ground.shadow(studio.key).view(camera).ravel(), np.float32(0))
        shape = (height, width)
        glow = _bloom(shine, seen, shape) if shine.any() else None
        return Frame(color.reshape(*shape, 3), alpha.reshape(shape), shadow.reshape(shape), buffer, glow)

    def _read(self, camera: Camera, samples: GBuffer) -> list[Surface]:
        """Surface at samples that all hit, in chunks of `CHUNK`."""
        return map_chunks(
            lambda part: self._reader.read(camera, samples.take(np.arange(part.start, part.stop))), len(samples.face)
        )

    def _maps(self, surfaces: list[Surface], seen: NDArray[np.intp], camera: Camera) -> tuple[Floats, Floats, Floats]:
        """Points, shading normals and flat normals of all pixels, `(h, w, 3)` each, zero where nothing is hit."""
        width, height = camera.size
        maps = []
        for name in ("points", "normals", "flat"):
            full = np.zeros((height * width, 3), np.float32)
            full[seen] = np.concatenate([getattr(s, name) for s in surfaces])
            maps.append(full.reshape(height, width, 3))
        return maps[0], maps[1], maps[2]

    def _borrow(
        self,
        camera: Camera,
        samples: GBuffer,
        owner: NDArray[np.intp],
        offset: NDArray[np.floating],
        hit: Bools,
        points: Floats,
        flat: Floats,
        color: Floats,
        material: MaterialSource,
        studio: Studio,
        light: _Light | None,
    ) -> Floats:
        """Colour `(n, 3)` of samples in edge pixels: that of a pixel centre on the same surface, or shaded where there is none."""
        width = camera.size[0]
        x = (owner % width + 0.5 + offset[:, 0]).astype(np.float32)
        y = (owner // width + 0.5 + offset[:, 1]).astype(np.float32)
        flat_points, flat_normals = points.reshape(-1, 3), flat.reshape(-1, 3)

        def find(part: slice) -> NDArray[np.intp]:
            mine = samples.take(np.arange(part.start, part.stop))
            place, normal = self._reader.place(camera, mine, x[part], y[part])
            reach = camera.metres_per_pixel(mine.depth) * np.float32(1.5)
            return lend(place, normal, owner[part], offset[part], hit, flat_points, flat_normals, reach)

        lender = np.concatenate(map_chunks(find, len(owner)))
        out: Floats = np.asarray(color.take(np.maximum(lender, 0), axis=0), np.float32)
        rest = np.flatnonzero(lender < 0)
        if len(rest):
            out[rest] = self._shade(self._read(camera, samples.take(rest)), x[rest], y[rest], material, studio, light)
        return out

    def _shade(
        self,
        surfaces: list[Surface],
        x: NDArray[np.floating],
        y: NDArray[np.floating],
        material: MaterialSource,
        studio: Studio,
        light: _Light | None,
        shine: Floats | None = None,
    ) -> Floats:
        """Display-referred linear colour `(n, 3)` of samples that all hit, at pixel coordinates `x, y (n,)`.

        Args:
            shine: `(n, 3)`, gets what each sample emits.
        """
        for surface in surfaces:
            if surface.texels is not None:
                material.prepare(surface.texels)

        def work(part: slice) -> Floats:
            surface = surfaces[part.start // CHUNK]
            look = material.sample(surface)
            if shine is not None and look.emissive is not None:
                shine[part] = look.emissive
            if material.unlit:
                return look.base
            visible = np.ones((len(look.base), 2), np.float32)
            if light is not None:
                visible = light.sample(x[part], y[part], surface.points, surface.flat)
            return pbr_neutral(radiance(look, surface, studio, visible[:, 0], visible[:, 1]), VEIL)

        return np.concatenate(map_chunks(work, len(x)))

    def _light(self, hit: Bools, points: Floats, flat: Floats, studio: Studio, quick: bool) -> _Light:
        """Visibility on a coarser grid of pixels."""
        step = max(2, round(max(hit.shape) / (LIGHT_GRID // 2 if quick else LIGHT_GRID)))
        points, flat, hit = points[::step, ::step].copy(), flat[::step, ::step].copy(), hit[::step, ::step].copy()
        rows, columns = np.nonzero(hit)
        values = np.ones((*hit.shape, 2), np.float32)
        bias = 1.5e-3 * self.extent
        ambient, lit = mesh_visibility(self.tracer, points[hit], flat[hit], rows, columns, studio.key, bias)
        values[rows, columns] = np.stack([ambient, lit], axis=1)
        scale = 0.02 * self.extent
        box = slice(rows.min(), rows.max() + 1), slice(columns.min(), columns.max() + 1)
        values[box] = filter_visibility(values[box], points[box], flat[box], hit[box], scale)
        return _Light(values, points, flat, hit, scale, step)


def _bloom(shine: Floats, pixels: NDArray[np.intp], shape: tuple[int, int]) -> Floats:
    """`(h, w, 3)`: what `pixels (n,)` emit, spread softly: a narrow and a wide halo, faint, as a lens makes them."""
    full = np.zeros((shape[0] * shape[1], 3), np.float32)
    full[pixels] = shine
    # Halos are smooth, so a picture of a quarter of the size holds them.
    small = cv2.resize(full.reshape(*shape, 3), None, fx=0.25, fy=0.25, interpolation=cv2.INTER_AREA)
    picture = np.asarray(small, np.float32)
    out = np.zeros_like(picture)
    for part, spread in BLOOM:
        out += part * np.asarray(cv2.GaussianBlur(picture, (0, 0), max(spread * max(picture.shape), 0.5)), np.float32)
    return np.asarray(cv2.resize(out, shape[::-1], interpolation=cv2.INTER_LINEAR), np.float32)
