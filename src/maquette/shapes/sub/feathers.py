"""Measures, colours and wings that birds share."""

from __future__ import annotations

from maquette.shapes.family import Real
from maquette.shapes.sub import features as f
from maquette.shapes.sub.bird import Bird

SHAPE = (
    Real("build", 1.0, 0.88, 1.15, unit=""),
    Real("lean", 0.0, -8.0, 8.0, unit="deg"),
    Real("head", 1.0, 0.9, 1.18, unit=""),
    Real("beak_length", 1.0, 0.8, 1.25, unit=""),
    Real("tail_length", 1.0, 0.75, 1.3, unit=""),
    Real("legs", 1.0, 0.85, 1.2, unit=""),
)
SLOTS = f.EYE_SLOTS | {"claws": ("horn:#2a2420",)}
WINGS: dict[str, dict[str, object]] = {"spread wings": {"wings": "spread"}, "flying": {"wings": "spread"}, "wings": {}}


def wings(b: Bird, kind: str, span: float = 1.0, slot: str = "wings", tips: str | None = None) -> None:
    """Folded or spread."""
    if kind == "spread":
        b.d.extent = max(b.d.extent, 2.0 * span * b.h)
        b.spread(span, slot, tips)
    else:
        b.folded(slot, tips)
