"""`export`: the asset is written in the formats that were asked for."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from maquette import __version__
from maquette.formats.glb import write_glb
from maquette.pipeline.artifacts import mesh_from, textures_from
from maquette.pipeline.bundle import Bundle
from maquette.pipeline.stage import Stage, StageContext
from maquette.request import GenerationRequest
from maquette.texture.textures import TextureSet


def run(context: StageContext) -> Bundle:
    """Files `model_pbr.glb`, `model_shaded.glb` or `model.glb` (geometry only), as `material` asks; the main one first in `meta`."""
    request = context.request
    textured = context.input("texture")
    mesh = mesh_from(textured)
    engine: dict[str, Any] = dict(context.input("reconstruct").meta["engine"])
    extras = {
        "generator": f"Maquette {__version__}",
        "engine": engine["id"],
        "engine_version": engine["version"],
        "seed": request.seed,
        "request_sha256": request.hash(),
    }
    textures = textures_from(textured, unlit=request.material == "shaded")
    variants: dict[str, TextureSet | None] = {"model.glb": None}
    if textures is not None:
        variants = {"model_shaded.glb" if textures.unlit else "model_pbr.glb": textures}
        if request.material == "all":
            variants["model_shaded.glb"] = replace(textures, orm=None, normal=None, unlit=True)
    files: dict[str, bytes] = {}
    for i, (name, variant) in enumerate(variants.items()):
        context.check_cancelled()
        files[name] = write_glb(mesh, variant, extras=extras)
        context.progress((i + 1) / len(variants))
    return Bundle(files=files, meta={"order": list(files)})


STAGE = Stage(
    "export", version=1, reads=tuple(GenerationRequest.model_fields), needs=("reconstruct", "texture"), run=run
)
