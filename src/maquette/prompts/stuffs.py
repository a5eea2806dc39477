"""Sorts of substances: oak and walnut are wood, steel and brass are metal."""

from __future__ import annotations

STUFFS = {
    "wood": "wood oak walnut pine birch mahogany bamboo driftwood planks bark cork wicker",
    "metal": "metal steel iron aluminium silver gold brass bronze copper chrome titanium gunmetal rust panels mirror",
    "stone": "stone granite sandstone marble concrete brick tiles plaster obsidian jade clay",
    "cloth": "fabric cotton wool velvet denim canvas rope leather",
    "glass": "glass crystal gem ice ceramic porcelain",
    "plastic": "plastic paint rubber foam",
}
"""Sorts of substances."""


def stuff(name: str) -> str:
    """The sort of a substance; itself where it is one of a kind."""
    word = name.partition(":")[0].split()[-1]
    return next((k for k, v in STUFFS.items() if word in v.split()), word)
