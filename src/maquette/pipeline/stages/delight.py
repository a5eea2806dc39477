"""`delight`: light and shadow are taken out of the pictures' colours."""

from __future__ import annotations

from maquette.errors import UnsupportedInput
from maquette.pipeline.bundle import Bundle
from maquette.pipeline.stage import Stage, StageContext


def run(context: StageContext) -> Bundle:
    """The views of `segment`, the same arrays with other `rgb`."""
    raise UnsupportedInput("delight is not built yet.", field="delight")


STAGE = Stage("delight", version=1, reads=("delight",), needs=("segment",), run=run, provides="segment")
