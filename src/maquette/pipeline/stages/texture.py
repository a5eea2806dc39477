"""`texture`: the mesh is unwrapped and the appearance field is baked into pictures."""

from __future__ import annotations

import numpy as np

from maquette.engines.registry import get_engine
from maquette.geometry.place import transform
from maquette.geometry.unwrap import unwrap
from maquette.pipeline.artifacts import appearance_from, mesh_arrays, mesh_from, texture_arrays
from maquette.pipeline.bundle import Bundle
from maquette.pipeline.stage import Stage, StageContext
from maquette.texture.bake import bake


def run(context: StageContext) -> Bundle:
    """The mesh with UVs, and its textures; without a material, the mesh as it came."""
    request = context.request
    refined, raw = context.input("refine"), context.input("reconstruct")
    mesh = mesh_from(refined)
    if request.material == "none":
        return Bundle(mesh_arrays(mesh))
    mesh = unwrap(mesh, request.texture_size)
    context.progress(0.2)
    context.check_cancelled()
    get_engine(request.engine)  # its import registers the appearance that is restored below
    to_engine = refined.arrays["to_engine"]
    textures = bake(
        mesh,
        appearance_from(raw),
        to_engine,
        size=request.texture_size,
        source=transform(mesh_from(raw), np.linalg.inv(to_engine)),
        maps="shaded" if request.material == "shaded" else "pbr",
        progress=lambda fraction: context.progress(0.2 + 0.8 * fraction),
        check_cancelled=context.check_cancelled,
    )
    return Bundle(mesh_arrays(mesh) | texture_arrays(textures))


STAGE = Stage(
    "texture", version=1, reads=("engine", "material", "texture_size"), needs=("reconstruct", "refine"), run=run
)
