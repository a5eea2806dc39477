"""`pictures`: clay, wireframe, contact sheet and turntables of the asset."""

from __future__ import annotations

from maquette.errors import UnsupportedInput
from maquette.pipeline.bundle import Bundle
from maquette.pipeline.stage import Stage, StageContext


def run(context: StageContext) -> Bundle:
    """One file for each of `request.pictures`: `clay.webp`, `wireframe.webp`, `sheet.webp`, `turntable.mp4` …"""
    raise UnsupportedInput("pictures is not built yet.", field="pictures")


STAGE = Stage(
    "pictures",
    version=1,
    reads=("material", "pictures", "transparent"),
    needs=("reconstruct", "texture"),
    run=run,
    optional=True,
)
