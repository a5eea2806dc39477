"""Tomatoes."""

from __future__ import annotations

from maquette.shapes.draft import Draft
from maquette.shapes.families.food._fruit import PAINTS, WORDS, fruit, measures
from maquette.shapes.family import Values, family

TOMATO = [
    (0.03, 0.05),
    (0.36, 0.0),
    (0.74, 0.1),
    (0.97, 0.36),
    (1.0, 0.58),
    (0.86, 0.86),
    (0.55, 0.99),
    (0.28, 0.96),
    (0.1, 0.88),
    (0.03, 0.86),
]


@family(
    "tomato",
    "food",
    nouns={"cherry tomato": {"radius": 0.032}, "beef tomato": {"radius": 0.05, "lobes": 8}, "persimmon": {}},
    parameters=measures(0.04, 0.78, 0.6, depth=0.025),
    slots={
        "body": ("paint:#c9281c", "paint:#d63a22", "paint:#e07a22", "paint:#9ab03a"),
        "flesh": ("meat:#d8482c",),
        "stem": ("leaf:#4f7f32",),
        "leaf": ("leaf:#3f7f32", "leaf:#55923a"),
        "worm": ("paint:#a8cf4f",),
        "seed": ("paint:#17120f",),
    },
    words=WORDS,
    paints=PAINTS | {"skin": "body"},
    height=(0.04, 0.12),
)
def tomato(v: Values) -> Draft:
    """Flat, ribbed, with a green star on top."""
    return fruit(v, TOMATO, 0.87, star=True)
