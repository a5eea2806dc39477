"""`paint`: a model that the user gives gets its colours from pictures or from words."""

from __future__ import annotations

from maquette.errors import UnsupportedInput
from maquette.pipeline.bundle import Bundle
from maquette.pipeline.stage import Stage, StageContext


def run(context: StageContext) -> Bundle:
    """The mesh of `load` with a new appearance, as `load` gives it; `meta['plain']` is False."""
    raise UnsupportedInput("paint is not built yet.", field="images")


PICTURES = Stage(
    "paint",
    version=1,
    reads=("images", "prompt", "seed"),
    needs=("reconstruct", "segment"),
    run=run,
    provides="reconstruct",
)
PROMPT = Stage("paint", version=1, reads=("prompt", "seed"), needs=("reconstruct",), run=run, provides="reconstruct")
