"""`contact_sheet`: one asset from six sides at one scale, with captions."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFont

from maquette.errors import InvalidRequest
from maquette.render.camera import orbit
from maquette.render.compose import Background, backdrop, compose
from maquette.render.scene import Scene, Style

Pixels = NDArray[np.uint8]

# Caption, azimuth and elevation in degrees. Left and right are the object's own.
VIEWS = (
    ("Three-quarter", 35.0, 18.0),
    ("Front", 0.0, 6.0),
    ("Back", 180.0, 6.0),
    ("Left", 90.0, 6.0),
    ("Right", 270.0, 6.0),
    ("Top", 0.0, 89.0),
)
COLUMNS = 3
TILE = 512
_INK = (104, 110, 120)


def contact_sheet(
    scene: Scene,
    *,
    size: int = TILE,
    background: Background = "studio",
    captions: bool = True,
    style: Style | None = None,
) -> Pixels:
    """Three-quarter, front and back above left, right and top.

    Args:
        size: edge of one view, 16 to 2048 pixels.

    Returns:
        `(2 size, 3 size, 3) uint8` sRGB, or `(…, 4)` with straight alpha for "transparent".

    Raises:
        InvalidRequest: a size out of range.
    """
    if not 16 <= size <= 2048:
        raise InvalidRequest(f"Views of {size} pixels cannot be made. Give a size from 16 to 2048.", field="size")
    style = style or Style()
    points = scene.mesh.vertices[np.unique(scene.mesh.faces)]
    cameras = [orbit(points, (size, size), azimuth=a, elevation=e, margin=0.12) for _, a, e in VIEWS]
    # One scale for all: every camera stands as far from the object's middle as the one that needs most room.
    middle = points.min(axis=0) / 2 + points.max(axis=0) / 2
    depths = [float((middle - c.eye) @ c.rotation[2]) for c in cameras]
    cameras = [replace(c, eye=c.eye - c.rotation[2] * (max(depths) - d)) for c, d in zip(cameras, depths, strict=True)]
    rows = len(VIEWS) // COLUMNS
    wall = backdrop(COLUMNS * size, rows * size) if background == "studio" else None
    sheet = None
    for k, camera in enumerate(cameras):
        place = np.s_[k // COLUMNS * size : (k // COLUMNS + 1) * size, k % COLUMNS * size : (k % COLUMNS + 1) * size]
        frame = scene.render(camera, style)
        frame = replace(frame, shadow=frame.shadow * _vignette(size))
        tile = compose(frame, background, None if wall is None else wall[place])
        if sheet is None:
            sheet = np.zeros((rows * size, COLUMNS * size, tile.shape[2]), np.uint8)
        sheet[place] = tile
    assert sheet is not None
    return _captioned(sheet, size) if captions and size >= 128 else sheet


@cache
def _vignette(size: int) -> NDArray[np.float32]:
    """`(size, size)`: 1 inside, falling to 0 at the border, so that no shadow ends in a straight cut between two views."""
    edge = np.clip((0.5 - np.abs((np.arange(size) + 0.5) / size - 0.5)) / 0.14, 0, 1)
    edge = edge * edge * (3 - 2 * edge)
    return np.asarray(np.outer(edge, edge), np.float32)


def _captioned(sheet: Pixels, size: int) -> Pixels:
    image = Image.fromarray(sheet)
    draw = ImageDraw.Draw(image)
    for k, (name, _, _) in enumerate(VIEWS):
        x, y = (k % COLUMNS + 0.5) * size, (k // COLUMNS + 1) * size - size * 0.045
        draw.text((x, y), name, fill=_INK, font=_font(max(9, size // 28)), anchor="mm")
    return np.asarray(image)


@cache
def _font(size: int) -> ImageFont.FreeTypeFont | ImageFont.ImageFont:
    """Pillow's own font: the same on every machine."""
    return ImageFont.load_default(size)
