"""Apples and pears."""

from __future__ import annotations

from maquette.shapes.draft import Draft
from maquette.shapes.families.food._fruit import BITS, PAINTS, WORDS, fruit, measures
from maquette.shapes.family import Values, family

APPLE = [
    (0.03, 0.09),
    (0.2, 0.03),
    (0.42, 0.0),
    (0.66, 0.1),
    (0.9, 0.35),
    (1.0, 0.62),
    (0.9, 0.85),
    (0.62, 0.985),
    (0.32, 0.97),
    (0.12, 0.88),
    (0.03, 0.82),
]
PEAR = [
    (0.03, 0.04),
    (0.32, 0.0),
    (0.66, 0.06),
    (0.94, 0.22),
    (1.0, 0.35),
    (0.86, 0.52),
    (0.6, 0.7),
    (0.48, 0.83),
    (0.38, 0.94),
    (0.18, 1.0),
    (0.03, 0.975),
]


@family(
    "apple",
    "food",
    nouns={
        "red apple": {},
        "bitten apple": {"bite": True},
        "wormy apple": {"worm": True},
        "crab apple": {"radius": 0.03},
        "fruit": {},
    },
    parameters=measures(0.04, 0.88, 0.5),
    slots={
        "body": ("plastic:#c3221f", "plastic:#d23a2a", "plastic:#8fb83a", "plastic:#e0b53c"),
        "flesh": ("cream:#f3e3b5",),
        **BITS,
    },
    words=WORDS,
    paints=PAINTS | {"skin": "body"},
    height=(0.045, 0.14),
)
def apple(v: Values) -> Draft:
    """Broad shoulders, five lobes, a dip for the stalk."""
    return fruit(v, APPLE, 0.82)


@family(
    "pear",
    "food",
    nouns={"green pear": {}, "bitten pear": {"bite": True}, "avocado": {"stem_length": 0.2, "leaves": 0}},
    parameters=measures(0.036, 1.5, 0.6, depth=0.02),
    slots={
        "body": ("plastic:#b7b53a", "plastic:#93ab3a", "plastic:#d8b648", "plastic:#b8763a"),
        "flesh": ("cream:#f4ecd0",),
        **BITS,
    },
    words=WORDS,
    paints=PAINTS | {"skin": "body"},
    height=(0.07, 0.2),
)
def pear(v: Values) -> Draft:
    """A wide belly and a neck."""
    return fruit(v, PEAR, 0.96)
