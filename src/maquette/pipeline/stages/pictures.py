"""`pictures`: clay, wireframe, contact sheet and turntables of the asset."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from maquette.errors import DependencyMissing
from maquette.pipeline.bundle import Bundle
from maquette.pipeline.stage import Stage, StageContext
from maquette.pipeline.stages.preview import background_of, scene_of
from maquette.render.encode import encode_loop, encode_webp
from maquette.render.preview import preview
from maquette.render.scene import Style
from maquette.render.sheet import contact_sheet
from maquette.render.turntable import FRAMES, turntable
from maquette.render.video import find_ffmpeg
from maquette.request import GenerationRequest
from maquette.settings import Settings

STILL_SIZE = 1024
STYLES = {"clay": Style(clay=True), "wireframe": Style(clay=True, wireframe=True)}
VIDEO = "turntable.mp4"


def run(context: StageContext) -> Bundle:
    """One file for each of `request.pictures`: `clay.webp`, `wireframe.webp`, `sheet.webp`, `turntable.mp4` …

    Where there is no ffmpeg, the MP4 is left out with a warning that says how to get it.
    """
    scene, background = scene_of(context), background_of(context)
    wanted = list(dict.fromkeys(context.request.pictures))
    if VIDEO in wanted:
        try:
            find_ffmpeg()
        except DependencyMissing as error:
            context.warn(f"{VIDEO} was left out. {error.message}")
            wanted.remove(VIDEO)
    files: dict[str, bytes] = {}
    turn: list[NDArray[np.uint8]] = []
    for done, kind in enumerate(wanted):
        context.check_cancelled()
        if kind in STYLES:
            pixels = preview(scene, size=STILL_SIZE, background=background, style=STYLES[kind])
            files[f"{kind}.webp"] = encode_webp(pixels)
        elif kind == "sheet":
            files["sheet.webp"] = encode_webp(contact_sheet(scene, background=background))
        else:
            # Several turntables are the same frames in other files.
            turn = turn or list(turntable(scene, background=background, check_cancelled=context.check_cancelled))
            files[kind] = encode_loop(turn, kind.rsplit(".", 1)[1], FRAMES)
        context.progress((done + 1) / len(wanted))
    return Bundle(files=files, meta={"order": list(files)})


def _environment(request: GenerationRequest, settings: Settings) -> Mapping[str, object]:
    """A job that went without its MP4 gets it once ffmpeg is there."""
    if VIDEO not in request.pictures:
        return {}
    try:
        find_ffmpeg()
    except DependencyMissing:
        return {"ffmpeg": False}
    return {"ffmpeg": True}


STAGE = Stage(
    "pictures",
    version=2,
    reads=("material", "pictures", "transparent"),
    needs=("reconstruct", "texture"),
    run=run,
    optional=True,
    environment=_environment,
)
