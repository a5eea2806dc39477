"""`lods`: coarser levels of the asset that share its textures."""

from __future__ import annotations

from maquette.errors import UnsupportedInput
from maquette.pipeline.bundle import Bundle
from maquette.pipeline.stage import Stage, StageContext


def run(context: StageContext) -> Bundle:
    """Files `lod1.glb`, `lod2.glb` … one for each of `request.lods`, and `meta` with faces and Hausdorff distance of each."""
    raise UnsupportedInput("lods is not built yet.", field="lods")


STAGE = Stage("lods", version=1, reads=("lods", "material", "compression"), needs=("reconstruct", "texture"), run=run)
