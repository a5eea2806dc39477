"""A plan with the real steps' and files' names and next to no work: what the HTTP tests run in place of a reconstruction."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from maquette.pipeline.bundle import Bundle
from maquette.pipeline.stage import Stage, StageContext
from maquette.request import GenerationRequest

STEPS = ("ingest", "segment", "reconstruct", "refine", "texture", "export", "preview")
GLB = b"glTF\x02\x00\x00\x00" + bytes(range(256)) * 40
WEBP = b"RIFF----WEBP" + b"p" * 100
FILES: dict[str, tuple[str, str, str, bytes]] = {
    "model_pbr.glb": ("model", "glb", "model/gltf-binary", GLB),
    "model_shaded.glb": ("model", "glb", "model/gltf-binary", GLB[::-1]),
    "model.glb": ("model", "glb", "model/gltf-binary", GLB + b"x"),
    "preview.webp": ("preview", "webp", "image/webp", WEBP),
    "render.webp": ("render", "webp", "image/webp", WEBP * 2),
}
_MODELS = {
    "pbr": ("model_pbr.glb",),
    "shaded": ("model_shaded.glb",),
    "none": ("model.glb",),
    "keep": ("model_pbr.glb",),
    "all": ("model_pbr.glb", "model_shaded.glb"),
}


def file_names(request: GenerationRequest) -> tuple[str, ...]:
    """The neutral names of a request's files, as the pipeline gives them."""
    return (*_MODELS[request.material], "preview.webp", *(("render.webp",) if request.preview_render else ()))


def _run(context: StageContext) -> Bundle:
    return Bundle({"seed": np.array([context.request.seed])})


def build_stages(request: GenerationRequest) -> tuple[Stage, ...]:
    """One after another."""
    return tuple(Stage(name, 1, ("seed", "images"), STEPS[max(i - 1, 0) : i], _run) for i, name in enumerate(STEPS))


def collect_assets(
    request: GenerationRequest, outputs: Mapping[str, Bundle]
) -> Sequence[tuple[str, str, str, str, bytes]]:
    """Small constant files."""
    return [(name, *FILES[name]) for name in file_names(request)]
