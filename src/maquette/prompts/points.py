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


WORN = frozenset(
    {
        "hat",
        "top hat",
        "crown",
        "wizard hat",
        "cowboy hat",
        "helmet",
        "mask",
        "glasses",
        "sunglasses",
        "headphones",
        "vr headset",
        "party hat",
        "hood",
        "cap",
    }
)
BACK = frozenset({"backpack", "jetpack", "quiver", "parachute", "saddle"})
BODY_PLACES = {
    "head": "head",
    "back": "back",
    "shoulder": "shoulder",
    "hand": "hand_right",
    "arm": "hand_right",
    "paw": "hand_right",
    "mouth": "mouth",
    "lap": "lap",
    "top": "top",
    "roof": "top",
    "seat": "seat",
    "nose": "nose",
    "face": "face",
    "side": "side",
    "front": "front",
    "claw": "hand_right",
    "beak": "mouth",
    "hip": "hip",
    "tail": "tail",
}
"""Words after "on his", "in its" and the points that they mean."""


def held(family: str) -> bool:
    """A hand can hold it."""
    return "grip" in points(family)


def worn(family: str) -> bool:
    """A head can wear it."""
    return family in WORN or (
        "inside" in points(family)
        and get_family(family).category in ("clothing", "clothes", "headwear", "wearable", "wearables", "worn", "hats")
    )


def has_hands(family: str) -> bool:
    """It can hold things."""
    return bool({"hand_right", "hand_left"} & points(family))


CLOTHING = frozenset(
    {
        "armor",
        "jacket",
        "dress",
        "t-shirt",
        "pants",
        "scarf",
        "tie",
        "cape",
        "glove",
        "boot",
        "shoe",
        "sneaker",
        "high heel",
        "belt",
        "necklace",
        "ring",
        "watch",
        "coat",
        "shirt",
        "shorts",
        "skirt",
        "robe",
    }
)
PARTS = frozenset(
    {
        "door",
        "window",
        "wheel",
        "fireplace",
        "chimney",
        "stairs",
        "ladder",
        "flag",
        "sign",
        "curtain",
        "engine",
        "gear",
        "chain",
        "rope",
        "head",
        "hand",
        "eye",
        "skull",
        "bone",
        "tooth",
        "heart",
        "star",
        "shell",
        "leaf",
        "vine",
        "moss",
        "grass",
        "fence",
        "gate",
        "column",
        "tower",
        "roof",
        "antenna",
        "satellite dish",
        "cannon",
        "gun",
        "rifle",
        "horn",
        "wing",
        "padlock",
    }
)
SURFACES = ("furniture", "container", "containers", "household", "kitchen")


def clothing(family: str) -> bool:
    """It is put on, but not on a head."""
    return family in CLOTHING


def part_like(family: str) -> bool:
    """After "with" it is rather a part than an object of its own."""
    return family in PARTS


def surface(family: str) -> bool:
    """Other things are put on it or into it."""
    return get_family(family).category in SURFACES or family in (
        "pedestal",
        "cart",
        "plate",
        "bowl",
        "island",
        "cake",
        "tree stump",
        "rock",
        "log",
        "wagon",
        "tray",
    )


def portable(family: str) -> bool:
    """It is put on tables: no chair, car or house."""
    f = get_family(family)
    large = ("furniture", "vehicle", "vehicles", "building", "buildings", "architecture", "street")
    return f.category not in large or "lamp" in family or "clock" in family
