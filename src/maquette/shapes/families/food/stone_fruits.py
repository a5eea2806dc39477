"""Peaches and plums."""

from __future__ import annotations

from maquette.shapes.draft import Draft
from maquette.shapes.families.food._fruit import BITS, PAINTS, WORDS, fruit, measures
from maquette.shapes.family import Values, family

PEACH = [
    (0.03, 0.03),
    (0.34, 0.0),
    (0.7, 0.1),
    (0.95, 0.32),
    (1.0, 0.54),
    (0.88, 0.8),
    (0.6, 0.96),
    (0.3, 0.98),
    (0.1, 0.92),
    (0.03, 0.9),
]
PLUM = [
    (0.03, 0.0),
    (0.4, 0.03),
    (0.75, 0.16),
    (0.98, 0.42),
    (0.98, 0.62),
    (0.78, 0.88),
    (0.45, 0.99),
    (0.15, 0.97),
    (0.03, 0.95),
]


@family(
    "peach",
    "food",
    nouns={"apricot": {"radius": 0.03}, "nectarine": {}, "bitten peach": {"bite": True}},
    parameters=measures(0.038, 0.9, 0.3, leaves=2, depth=0.006),
    slots={"body": ("plastic:#e8895a", "plastic:#f0a060", "plastic:#de6a4c"), "flesh": ("cream:#f6c76a",), **BITS},
    words=WORDS,
    paints=PAINTS | {"skin": "body"},
    height=(0.045, 0.13),
)
def peach(v: Values) -> Draft:
    """Round with a crease down its front."""
    return fruit(v, PEACH, 0.9, crease=0.09)


@family(
    "plum",
    "food",
    nouns={"prune": {}, "damson": {}, "olive": {"radius": 0.018}, "cherry": {"radius": 0.018, "stem_length": 1.5}},
    parameters=measures(0.024, 1.08, 0.6, depth=0.004),
    slots={
        "body": ("plastic:#5a2a5e", "plastic:#7a2340", "plastic:#3f3566", "plastic:#a01f2c"),
        "flesh": ("cream:#e2b04a",),
        **BITS,
    },
    words=WORDS,
    paints=PAINTS | {"skin": "body"},
    height=(0.03, 0.12),
)
def plum(v: Values) -> Draft:
    """Egg-shaped with a soft crease."""
    return fruit(v, PLUM, 0.95, crease=0.06)
