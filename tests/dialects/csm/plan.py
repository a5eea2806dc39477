"""A plan with one real step and the real files' names and kinds, and next to no work: what the CSM tests run for a reconstruction."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from maquette.pipeline.bundle import Bundle
from maquette.pipeline.plan import MEDIA_TYPES
from maquette.pipeline.runner import OutputFile
from maquette.pipeline.stage import Stage, StageContext
from maquette.request import GenerationRequest
from tests.server.harness import picture

STEPS = ("reconstruct", "export")
NAMES = {"glb": "model_pbr.glb", "fbx": "model_pbr.fbx"}
FFMPEG = True
"""Set to False by a test: the turntable comes as GIF only."""


def files(request: GenerationRequest) -> dict[str, tuple[str, bytes]]:
    """Name to kind and bytes; the bytes name the stage, so that tests see whose file a link gives."""
    out = {NAMES.get(f, f"model.{f}"): ("model", f"{f} {request.tier}".encode()) for f in request.formats}
    if "obj" in request.formats:
        out |= {"model.mtl": ("companion", b"mtl"), "texture_diffuse.png": ("texture", picture())}
    if request.preview:
        out["preview.webp"] = ("preview", picture("WEBP"))
    return out | {p: ("picture", p.encode()) for p in request.pictures if FFMPEG or p != "turntable.mp4"}


def _run(context: StageContext) -> Bundle:
    return Bundle({"seed": np.array([context.request.seed])})


def build_stages(request: GenerationRequest) -> tuple[Stage, ...]:
    """One after another."""
    return tuple(Stage(name, 1, ("seed", "images"), STEPS[max(i - 1, 0) : i], _run) for i, name in enumerate(STEPS))


def collect_assets(request: GenerationRequest, outputs: Mapping[str, Bundle]) -> Sequence[OutputFile]:
    """Small files of every kind that was asked for."""
    return [
        OutputFile(
            name, kind, name.rsplit(".", 1)[1], {"mtl": "model/mtl", **MEDIA_TYPES}[name.rsplit(".", 1)[1]], data
        )
        for name, (kind, data) in files(request).items()
    ]
