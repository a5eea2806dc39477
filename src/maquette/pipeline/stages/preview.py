"""`preview` and `render`: pictures of the asset itself, with its materials."""

from __future__ import annotations

from maquette.pipeline.artifacts import mesh_from, textures_from
from maquette.pipeline.bundle import Bundle
from maquette.pipeline.stage import Stage, StageContext
from maquette.render.encode import encode_webp
from maquette.render.preview import render_preview

PREVIEW_SIZES = {"draft": 512, "standard": 1024, "high": 1024}
"""Pixels per side by detail. A draft is looked at in a list and must come quickly."""
RENDER_SIZE = 2048


def _picture(context: StageContext, name: str, size: int) -> Bundle:
    textured = context.input("texture")
    textures = textures_from(textured, unlit=context.request.material == "shaded")
    pixels = render_preview(mesh_from(textured), textures, size=size)
    return Bundle(files={name: encode_webp(pixels)})


def run(context: StageContext) -> Bundle:
    """File `preview.webp`."""
    return _picture(context, "preview.webp", PREVIEW_SIZES[context.request.detail])


def run_render(context: StageContext) -> Bundle:
    """File `render.webp`, the larger picture that `preview_render` asks for."""
    return _picture(context, "render.webp", RENDER_SIZE)


STAGE = Stage("preview", version=1, reads=("material", "detail"), needs=("texture",), run=run)
RENDER = Stage("render", version=1, reads=("material",), needs=("texture",), run=run_render, optional=True)
