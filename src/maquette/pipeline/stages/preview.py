"""`preview` and `render`: pictures of the asset itself, with its materials."""

from __future__ import annotations

from maquette.pipeline.artifacts import mesh_from, textures_from
from maquette.pipeline.bundle import Bundle
from maquette.pipeline.stage import Stage, StageContext
from maquette.render.compose import Background
from maquette.render.encode import encode_webp
from maquette.render.preview import preview
from maquette.render.scene import Scene

PREVIEW_SIZES = {"draft": 512, "standard": 1024, "high": 1024}
"""Pixels per side by detail. A draft is looked at in a list and must come quickly."""
RENDER_SIZE = 2048


def scene_of(context: StageContext) -> Scene:
    """The asset, ready to be drawn; clay where it has no textures."""
    request, textured = context.request, context.input("texture")
    unlit = request.material == "shaded"
    if request.material == "keep":
        unlit = bool(context.input("reconstruct").meta.get("unlit", False))
    return Scene(mesh_from(textured), textures_from(textured, unlit=unlit))


def background_of(context: StageContext) -> Background:
    """None but the object's shadow, or the studio."""
    return "transparent" if context.request.transparent else "studio"


def _picture(context: StageContext, name: str, size: int) -> Bundle:
    pixels = preview(scene_of(context), size=size, background=background_of(context))
    return Bundle(files={name: encode_webp(pixels)})


def run(context: StageContext) -> Bundle:
    """File `preview.webp`."""
    return _picture(context, "preview.webp", PREVIEW_SIZES[context.request.detail])


def run_render(context: StageContext) -> Bundle:
    """File `render.webp`, the larger picture that `preview_render` asks for."""
    return _picture(context, "render.webp", RENDER_SIZE)


NEEDS = ("reconstruct", "texture")
STAGE = Stage("preview", version=2, reads=("material", "detail", "transparent"), needs=NEEDS, run=run)
RENDER = Stage("render", version=2, reads=("material", "transparent"), needs=NEEDS, run=run_render, optional=True)
