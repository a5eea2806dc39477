"""Measures that wild beasts share."""

from __future__ import annotations

from maquette.shapes.family import Real

SHAPE = (
    Real("length", 1.0, 0.88, 1.12, unit=""),
    Real("build", 1.0, 0.85, 1.22, unit=""),
    Real("head", 1.0, 0.88, 1.2, unit=""),
    Real("snout", 1.0, 0.8, 1.2, unit=""),
    Real("tail_length", 1.0, 0.75, 1.25, unit=""),
    Real("ear_size", 1.0, 0.8, 1.25, unit=""),
)
