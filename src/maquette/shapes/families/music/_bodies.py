"""Outlines of the bodies of stringed instruments: right halves from the lower end up, and the whole made of one."""

from __future__ import annotations

from maquette.shapes.api import Point2

ACOUSTIC = [
    (0.0, 0.0),
    (0.55, 0.02),
    (0.92, 0.2),
    (1.0, 0.42),
    (0.9, 0.68),
    (0.62, 0.94),
    (0.58, 1.12),
    (0.7, 1.35),
    (0.74, 1.6),
    (0.58, 1.86),
    (0.22, 1.97),
]
STRAT = [
    (0.0, 0.05),
    (0.5, 0.0),
    (0.85, 0.2),
    (0.95, 0.52),
    (0.8, 0.9),
    (0.7, 1.15),
    (0.82, 1.5),
    (0.8, 1.95),
    (0.62, 2.08),
    (0.5, 1.8),
    (0.3, 1.62),
]
FLYING = [(0.0, 0.75), (0.55, 0.0), (0.95, 0.08), (0.55, 1.1), (0.3, 1.75), (0.12, 1.8)]
VIOLIN = [
    (0.0, 0.0),
    (0.5, 0.03),
    (0.88, 0.2),
    (1.0, 0.5),
    (0.96, 0.78),
    (1.0, 0.98),
    (0.72, 1.06),
    (0.6, 1.3),
    (0.64, 1.52),
    (0.88, 1.66),
    (0.8, 1.8),
    (0.84, 2.1),
    (0.62, 2.5),
    (0.25, 2.62),
]


def whole(half: list[Point2], width: float, other: list[Point2] | None = None, wide: float = 1.0) -> list[Point2]:
    """A closed outline of a right half and its mirror image (or another left half), `width` across."""
    s = width / 2
    left = other or half
    return [*((s * x, s * y) for x, y in half), *((-s * x * wide, s * y) for x, y in reversed(left[1:]))]
