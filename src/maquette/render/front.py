"""`render_front`: the model as its input picture saw it, for comparison pixel by pixel."""

from __future__ import annotations

from threading import Lock

import numpy as np
from numpy.typing import NDArray

from maquette.geometry.mesh import Mesh
from maquette.render.camera import orthographic
from maquette.render.gbuffer import Backend, GBuffer, make_tracer
from maquette.render.parallel import map_chunks
from maquette.render.sampler import MipTexture
from maquette.render.surface import SurfaceReader
from maquette.texture.textures import TextureSet

INNER = ((-0.125, -0.375), (0.375, -0.125), (-0.375, 0.125), (0.125, 0.375))  # rotated grid
CLAY_BYTE = 196.0
GRID = 4  # silhouette pixels get GRID x GRID samples


def render_front(
    mesh: Mesh,
    textures: TextureSet | None,
    window: tuple[float, float, float, float],
    size: tuple[int, int],
    *,
    backend: Backend = "auto",
) -> tuple[NDArray[np.uint8], NDArray[np.float32]]:
    """Orthographic view along -Z of the base colour, without light.

    Args:
        window: `(x0, y0, x1, y1)` metres, the rectangle of the XY plane that the picture covers.
        size: `(width, height)` pixels.

    Returns:
        rgb `(h, w, 3) uint8`: sRGB, mean of the covered part of each pixel (not premultiplied), zero where nothing is; and mask
        `(h, w) float32`: covered part of each pixel. Means are taken of encoded values, as pictures are scaled.

    Raises:
        InvalidRequest: the mesh has no faces.
    """
    width, height = size
    tracer = make_tracer(mesh, backend)
    camera = orthographic(mesh.vertices[np.unique(mesh.faces)], size, window)
    reader, lock = SurfaceReader(mesh), Lock()
    texture = MipTexture(textures.base_color, srgb=False) if textures is not None and mesh.uv is not None else None

    def colors(samples: GBuffer) -> NDArray[np.float32]:
        def work(part: slice) -> NDArray[np.float32]:
            mine = samples.take(np.arange(part.start, part.stop))
            if texture is None or len(mine.face) == 0:
                return np.full((len(mine.face), 3), CLAY_BYTE / 255, np.float32)
            surface = reader.read(camera, mine)
            assert surface.uv is not None
            assert surface.texels is not None
            # Four samples share a pixel, so each stands for half a pixel's width.
            level = np.log2(np.maximum(surface.texels * max(texture.size) / 2, 1e-6)).astype(np.float32)
            with lock:
                texture.prepare(level)
            return texture.sample(surface.uv, level)

        return np.concatenate(map_chunks(work, len(samples.face)))

    total = np.zeros((width * height, 3), np.float32)
    count = np.zeros(width * height, np.float32)

    def add(offset: tuple[float, float], pixels: NDArray[np.intp] | None) -> None:
        samples = tracer.primary(camera, offset, pixels)
        hit = np.flatnonzero(samples.hit)
        where = hit if pixels is None else pixels[hit]
        total[where] += colors(samples.take(hit))
        count[where] += 1

    for offset in INNER:
        add(offset, None)
    mask = count / len(INNER)
    partial = _grow((mask > 0).reshape(height, width)) & ~_shrink((mask == 1).reshape(height, width))
    edge = np.flatnonzero(partial)
    if len(edge):
        total[edge], count[edge] = 0, 0
        steps = (np.arange(GRID) + 0.5) / GRID - 0.5
        for dy in steps:
            for dx in steps:
                add((float(dx), float(dy)), edge)
        mask[edge] = count[edge] / GRID**2
    rgb = np.rint(total / np.maximum(count, 1)[:, None] * 255).astype(np.uint8)
    return rgb.reshape(height, width, 3), mask.reshape(height, width).astype(np.float32)


def _grow(mask: NDArray[np.bool_]) -> NDArray[np.bool_]:
    out = mask.copy()
    out[1:] |= mask[:-1]
    out[:-1] |= mask[1:]
    out[:, 1:] |= mask[:, :-1]
    out[:, :-1] |= mask[:, 1:]
    return out


def _shrink(mask: NDArray[np.bool_]) -> NDArray[np.bool_]:
    return ~_grow(~mask)
