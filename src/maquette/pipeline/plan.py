"""The plan of a generation: which stages run, in which order, and which files come out."""

from __future__ import annotations

from collections.abc import Mapping

from maquette.engines.registry import get_engine
from maquette.formats import registry as formats
from maquette.pipeline.bundle import Bundle
from maquette.pipeline.runner import OutputFile
from maquette.pipeline.stage import Stage
from maquette.pipeline.stages import export, ingest, preview, reconstruct, refine, segment, texture
from maquette.request import GenerationRequest
from maquette.settings import load_settings

MEDIA_TYPES = formats.MEDIA_TYPES | {"webp": "image/webp"}


def build_stages(request: GenerationRequest) -> tuple[Stage, ...]:
    """Stages of this request in order; each one's `needs` come before it."""
    stages = (
        ingest.STAGE,
        segment.STAGE,
        reconstruct.STAGE,
        refine.STAGE,
        texture.STAGE,
        export.STAGE,
        preview.STAGE,
    )
    return (*stages, preview.RENDER) if request.preview_render else stages


def collect_assets(request: GenerationRequest, outputs: Mapping[str, Bundle]) -> list[OutputFile]:
    """Files for the user, the main model first. `outputs` holds the bundle of each finished stage."""
    kinds = {"export": "model", "preview": "preview", "render": "render"}
    files = []
    for stage, usual in kinds.items():
        bundle = outputs.get(stage)
        if bundle is None:
            continue
        for name in bundle.meta.get("order", sorted(bundle.files)):
            kind, suffix = usual, name.rsplit(".", 1)[-1]
            if stage == "export" and suffix not in formats.FORMATS:
                kind = "texture" if suffix == "png" else "companion"
            files.append(OutputFile(name, kind, suffix, MEDIA_TYPES[suffix], bundle.files[name]))
    return files


def warm() -> None:
    """Do what every first job would pay for: a worker calls it before it takes jobs."""
    get_engine(load_settings().engine)
