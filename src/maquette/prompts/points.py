"""The places that a family's instances have for other things."""

from __future__ import annotations

from functools import cache

from maquette.shapes.library import get_family


@cache
def points(family: str) -> frozenset[str]:
    """Names of the points of an instance."""
    return frozenset(get_family(family).instance(0).points)


@cache
def extent(family: str) -> float:
    """Longest side of an instance, metres, about."""
    return get_family(family).instance(0).extent


WORN = frozenset({"hat", "top hat", "crown", "wizard hat", "cowboy hat", "helmet", "mask", "glasses", "sunglasses", "headphones", "vr headset", "party hat", "hood", "cap"})
BACK = frozenset({"backpack", "jetpack", "quiver", "parachute", "saddle"})
BODY_PLACES = {
    "head": "head", "back": "back", "shoulder": "shoulder", "hand": "hand_right", "arm": "hand_right", "paw": "hand_right", "mouth": "mouth", "lap": "lap", "top": "top", "roof": "top", "seat": "seat",
    "nose": "nose", "face": "face", "side": "side", "front": "front", "claw": "hand_right", "beak": "mouth", "hip": "hip", "tail": "tail",
}  # fmt: skip
"""Words after "on his", "in its" and the points that they mean."""


def held(family: str) -> bool:
    """A hand can hold it."""
    return "grip" in points(family)


def worn(family: str) -> bool:
    """A head can wear it."""
    return family in WORN or ("inside" in points(family) and get_family(family).category in ("clothing", "clothes", "headwear", "wearable", "wearables", "worn", "hats"))


def has_hands(family: str) -> bool:
    """It can hold things."""
    return bool({"hand_right", "hand_left"} & points(family))
