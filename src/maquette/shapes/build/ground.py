"""Manifolds of height fields and of letters: both come from pictures."""

from __future__ import annotations

import cv2
import manifold3d as m3
import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFont

from maquette.errors import MeshError
from maquette.shapes import primitives as p
from maquette.shapes.build.workshop import Workshop, builds, manifold_of
from maquette.texture.noise import fractal_noise

LETTER = 96
"""Pixels of a letter's height before it is traced."""


@builds(p.HeightField)
def height_field(shop: Workshop, node: p.HeightField) -> m3.Manifold:
    """A grid of heights over a flat underside, with walls."""
    x, z = node.size
    if node.heights is not None:
        rows = {len(row) for row in node.heights}
        if len(rows) != 1 or len(node.heights) < 2 or min(rows) < 2:
            raise MeshError("A height field's 'heights' must be two or more rows of one length, two or more.")
        heights = np.array(node.heights, np.float64)
    else:
        longer = max(x, z)
        cells = max(2, node.cells if shop.facets is None else node.cells // 3)
        shape = (max(3, round(cells * z / longer) + 1), max(3, round(cells * x / longer) + 1))
        gx, gz = np.meshgrid(np.linspace(-x / 2, x / 2, shape[1]), np.linspace(-z / 2, z / 2, shape[0]))
        points = np.stack([gx, np.zeros_like(gx), gz], axis=-1).reshape(-1, 3) / node.detail
        heights = node.amplitude * fractal_noise(points.astype(np.float32), node.seed, 4).reshape(shape).astype(
            np.float64
        )
    rows_, columns = heights.shape
    gx, gz = np.meshgrid(np.linspace(-x / 2, x / 2, columns), np.linspace(-z / 2, z / 2, rows_))
    top = np.stack([gx, node.base + heights, gz], axis=-1).reshape(-1, 3)
    bottom = top * (1, 0, 1)
    return manifold_of(np.concatenate([top, bottom]), _grid_faces(rows_, columns))


def _grid_faces(rows: int, columns: int) -> NDArray[np.int64]:
    i, j = np.meshgrid(np.arange(rows - 1), np.arange(columns - 1), indexing="ij")
    a, b, c, d = i * columns + j, i * columns + j + 1, (i + 1) * columns + j + 1, (i + 1) * columns + j
    up = np.concatenate([np.stack([a, c, b], -1).reshape(-1, 3), np.stack([a, d, c], -1).reshape(-1, 3)])
    n = rows * columns
    border = [*range(columns), *(k * columns + columns - 1 for k in range(1, rows))]
    border += [(rows - 1) * columns + j for j in range(columns - 2, -1, -1)] + [
        k * columns for k in range(rows - 2, 0, -1)
    ]
    e = np.array(border)
    f = np.roll(e, -1)
    walls = np.concatenate([np.stack([e, f, f + n], -1), np.stack([e, f + n, e + n], -1)])
    return np.concatenate([up, up[:, ::-1] + n, walls])


@builds(p.Text)
def text(shop: Workshop, node: p.Text) -> m3.Manifold:
    """Letters of Pillow's own font, traced."""
    font = ImageFont.load_default(LETTER)
    left, top, right, bottom = font.getbbox(node.text)
    size = (int(right - left) + 16, int(bottom - top) + 16)
    picture = Image.new("L", size, 0)
    ImageDraw.Draw(picture).text((8 - left, 8 - top), node.text, font=font, fill=255)
    mask = (np.asarray(picture) > 127).astype(np.uint8)
    if not mask.any():
        raise MeshError(f"The text '{node.text}' has no letters that can be drawn. Use letters, digits or signs.")
    contours, _ = cv2.findContours(mask, cv2.RETR_CCOMP, cv2.CHAIN_APPROX_NONE)
    smooth = [cv2.approxPolyDP(c, 0.7, True)[:, 0].astype(np.float64) for c in contours]
    section = m3.CrossSection([c * (1, -1) for c in smooth if len(c) > 2], m3.FillRule.EvenOdd)
    x0, y0, x1, y1 = section.bounds()
    k = node.height / (y1 - y0)
    section = section.translate((-(x0 + x1) / 2, -(y0 + y1) / 2)).scale((k, k))
    return section.extrude(node.depth).translate((0, 0, -node.depth / 2))
