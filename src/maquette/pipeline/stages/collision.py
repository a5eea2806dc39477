"""`collision`: convex hulls that together hold the asset, for physics engines."""

from __future__ import annotations

from maquette.errors import UnsupportedInput
from maquette.pipeline.bundle import Bundle
from maquette.pipeline.stage import Stage, StageContext


def run(context: StageContext) -> Bundle:
    """File `collision.glb`, one node `hull_NN` for each hull (at most `request.collision`), and `meta` with their number and volume."""
    raise UnsupportedInput("collision is not built yet.", field="collision")


STAGE = Stage("collision", version=1, reads=("collision",), needs=("refine",), run=run, optional=True)
