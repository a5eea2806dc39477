"""`printing`: is the asset fit for a 3D printer, at a size in millimetres; and the file for it."""

from __future__ import annotations

from maquette.errors import UnsupportedInput
from maquette.pipeline.bundle import Bundle
from maquette.pipeline.stage import Stage, StageContext


def run(context: StageContext) -> Bundle:
    """Files `print.3mf` (millimetres, standing on z = 0) and `print.json`, the report."""
    raise UnsupportedInput("printing is not built yet.", field="print_mm")


STAGE = Stage("printing", version=1, reads=("print_mm", "material"), needs=("reconstruct", "texture"), run=run)
