"""Endless random objects of the library: training data for learned engines, and material for tests."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from maquette.shapes.library import library
from maquette.shapes.program import Program
from maquette.shapes.styles import STYLES

MAX_SEED = 65_535
STYLED = 0.25
"""Share of the objects that have a style."""


def sample_programs(seed: int = 0, *, families: Sequence[str] = (), styles: bool = True) -> Iterator[Program]:
    """Programs without end, the same ones for the same seed; every family comes as often as every other.

    Args:
        families: names to draw from; all where empty.
        styles: some objects get a style of `STYLES`.
    """
    rng = np.random.default_rng(seed)
    chosen = [f for name, f in library().items() if not families or name in families]
    names = sorted(STYLES)
    while True:
        for i in rng.permutation(len(chosen)):
            style = names[int(rng.integers(len(names)))] if styles and rng.random() < STYLED else None
            yield chosen[int(i)].instance(int(rng.integers(MAX_SEED + 1)), style=style)
