"""The plan of a generation: which stages run, in which order, and which files come out."""

from __future__ import annotations

from collections.abc import Mapping

from maquette.engines.registry import get_engine
from maquette.formats import registry as formats
from maquette.pipeline.bundle import Bundle
from maquette.pipeline.runner import OutputFile
from maquette.pipeline.stage import Stage
from maquette.pipeline.stages import (
    collision,
    delight,
    export,
    ingest,
    load,
    lods,
    paint,
    parts,
    pictures,
    preview,
    printing,
    reconstruct,
    refine,
    segment,
    texture,
)
from maquette.request import GenerationRequest
from maquette.settings import load_settings

MEDIA_TYPES = formats.MEDIA_TYPES | {
    "webp": "image/webp",
    "jpg": "image/jpeg",
    "gif": "image/gif",
    "mp4": "video/mp4",
    "json": "application/json",
}
KINDS = {
    "export": "model",
    "parts": "model",
    "lods": "lod",
    "collision": "collision",
    "printing": "print",
    "preview": "preview",
    "render": "render",
    "pictures": "picture",
    "reconstruct": "program",
}
"""Kind of the files of each stage that gives any, in the order in which users see them."""


def build_stages(request: GenerationRequest) -> tuple[Stage, ...]:
    """Stages of this request in order; each one's `needs` come before it."""
    stages: list[Stage] = []
    if request.images:
        stages += [ingest.STAGE, segment.STAGE]
        if request.delight:
            stages.append(delight.STAGE)
    if request.mesh is None:
        stages.append(reconstruct.TEXT if request.from_text else reconstruct.STAGE)
    else:
        stages.append(load.STAGE)
        if request.textures_anew:
            stages.append(paint.PICTURES if request.images else paint.PROMPT)
    stages += [refine.STAGE, texture.stage_for(request)]
    if request.lods:
        stages.append(lods.STAGE)
    if request.collision:
        stages.append(collision.STAGE)
    stages.append(parts.STAGE if request.parts else export.STAGE)
    if request.print_mm is not None:
        stages.append(printing.STAGE)
    if request.preview:
        stages.append(preview.STAGE)
    if request.preview_render:
        stages.append(preview.RENDER)
    if request.pictures:
        stages.append(pictures.STAGE)
    return tuple(stages)


def collect_assets(request: GenerationRequest, outputs: Mapping[str, Bundle]) -> list[OutputFile]:
    """Files for the user, the main model first. `outputs` holds the bundle of each finished stage."""
    files = []
    for stage, usual in KINDS.items():
        bundle = outputs.get(stage)
        if bundle is None:
            continue
        for name in bundle.meta.get("order", sorted(bundle.files)):
            kind, suffix = usual, name.rsplit(".", 1)[-1]
            if usual == "model" and suffix not in formats.FORMATS:
                kind = "texture" if suffix in ("png", "webp") else "companion"
            files.append(OutputFile(name, kind, suffix, MEDIA_TYPES[suffix], bundle.files[name]))
    return files


def warm() -> None:
    """Do what every first job would pay for: a worker calls it before it takes jobs."""
    get_engine(load_settings().engine)
