"""Named substances: "oak", "steel", "fabric:#b02020" (a substance in another colour), "glow:#30c0ff"."""

from __future__ import annotations

import colorsys
from functools import cache

from maquette.errors import InvalidRequest
from maquette.shapes.material import Material, PatternKind


def _s(
    color: str,
    roughness: float,
    pattern: PatternKind = "plain",
    metallic: float = 0.0,
    *,
    scale: float | None = None,
    contrast: float = 0.5,
    relief: float = 0.5,
    second: str | None = None,
    wear: float = 0.0,
) -> Material:
    return Material(
        color=color,
        roughness=roughness,
        pattern=pattern,
        metallic=metallic,
        scale=scale,
        contrast=contrast,
        relief=relief,
        second=second,
        wear=wear,
    )


SUBSTANCES: dict[str, Material] = {
    "wood": _s("#8f6239", 0.6, "wood"),
    "oak": _s("#a87f4f", 0.58, "wood"),
    "walnut": _s("#5c402b", 0.52, "wood"),
    "pine": _s("#c79f68", 0.65, "wood"),
    "birch": _s("#d9c09a", 0.6, "wood", contrast=0.3),
    "mahogany": _s("#6b3424", 0.42, "wood"),
    "bamboo": _s("#c9ac6b", 0.55, "wood"),
    "driftwood": _s("#9a8f80", 0.85, "wood", wear=0.5),
    "planks": _s("#8a6540", 0.7, "planks"),
    "bark": _s("#5d4a38", 0.95, "bark", relief=1.0),
    "cork": _s("#b98d5e", 0.9, "noise"),
    "wicker": _s("#b58a52", 0.8, "knit"),
    "metal": _s("#a8abb0", 0.38, "metal", 1),
    "steel": _s("#9fa3a8", 0.32, "brushed", 1),
    "iron": _s("#55565a", 0.55, "metal", 1),
    "cast iron": _s("#38393c", 0.65, "metal", 1),
    "aluminium": _s("#c4c7ca", 0.38, "brushed", 1),
    "silver": _s("#d9d7d2", 0.22, "metal", 1, contrast=0.2),
    "gold": _s("#f2c14f", 0.24, "metal", 1, contrast=0.2),
    "brass": _s("#c9a24a", 0.32, "metal", 1, contrast=0.3),
    "bronze": _s("#96703f", 0.42, "metal", 1),
    "copper": _s("#d28a63", 0.3, "metal", 1),
    "chrome": _s("#cfd3d6", 0.08, metallic=1),
    "titanium": _s("#8d8a86", 0.42, "metal", 1),
    "gunmetal": _s("#3a3f46", 0.4, "metal", 1),
    "rust": _s("#8a4a26", 0.9, "rust", 0.1),
    "panels": _s("#9aa4ae", 0.45, "panels", 0.7),
    "paint": _s("#b23a2e", 0.35, "plain"),
    "car paint": _s("#b8201c", 0.16, "plain", 0.2),
    "stone": _s("#8c8a85", 0.9, "stone", contrast=0.8, relief=0.9),
    "granite": _s("#77747a", 0.7, "stone"),
    "sandstone": _s("#c8a878", 0.95, "stone"),
    "marble": _s("#e8e6e1", 0.25, "marble", contrast=0.4, second="#8f9299"),
    "concrete": _s("#a3a29e", 0.92, "concrete"),
    "brick": _s("#9a4a36", 0.9, "brick", second="#c9bfb0", relief=0.9),
    "tiles": _s("#a4523a", 0.7, "tiles", relief=0.9),
    "roof tiles": _s("#8e4632", 0.8, "tiles", relief=1.0),
    "plaster": _s("#e6dfd0", 0.95, "concrete", contrast=0.2),
    "clay": _s("#b5654a", 0.85, "noise", contrast=0.3),
    "thatch": _s("#b79a5b", 1.0, "grass"),
    "ceramic": _s("#eeeae2", 0.2, "plain"),
    "porcelain": _s("#f4f2ee", 0.12, "plain"),
    "glass": _s("#bcd8e2", 0.06, "plain"),
    "dark glass": _s("#1c2a33", 0.06, "plain"),
    "mirror": _s("#dfe6ea", 0.03, metallic=1),
    "ice": _s("#cfe7f2", 0.12, "ice"),
    "crystal": _s("#8e6bd8", 0.12, "crystal"),
    "gem": _s("#b0152e", 0.06, "crystal"),
    "fabric": _s("#8d8578", 0.92, "fabric"),
    "cotton": _s("#e3ddd0", 0.92, "fabric", contrast=0.3),
    "wool": _s("#b9ae9b", 0.97, "knit"),
    "velvet": _s("#5f1d33", 0.95, "fabric", contrast=0.2),
    "denim": _s("#3c5273", 0.9, "fabric"),
    "canvas": _s("#cbbd9a", 0.95, "fabric"),
    "rope": _s("#b49a68", 0.95, "knit"),
    "leather": _s("#5f3d26", 0.55, "leather"),
    "fur": _s("#7d6148", 1.0, "fur", contrast=0.75, relief=0.8),
    "feathers": _s("#d8d2c4", 0.95, "feathers"),
    "skin": _s("#d9a588", 0.6, "skin"),
    "scales": _s("#4f7a3d", 0.5, "scales"),
    "hide": _s("#8b8079", 0.85, "skin"),
    "horn": _s("#d8c9a8", 0.45, "noise", contrast=0.3),
    "bone": _s("#e7dcc4", 0.6, "noise", contrast=0.25),
    "chitin": _s("#2c2622", 0.25, "plain"),
    "leaf": _s("#4a8a3c", 0.7, "leaf"),
    "grass": _s("#5d9440", 0.95, "grass"),
    "moss": _s("#5c7a35", 1.0, "grass"),
    "soil": _s("#5a4330", 1.0, "noise"),
    "sand": _s("#d3bd8d", 0.95, "noise"),
    "snow": _s("#f2f5f8", 0.9, "noise", contrast=0.1),
    "water": _s("#3f88b5", 0.06, "noise", contrast=0.2),
    "petal": _s("#d8406a", 0.75, "gradient"),
    "plastic": _s("#c9cbd0", 0.38, "plastic"),
    "rubber": _s("#202123", 0.85, "noise", contrast=0.15),
    "foam": _s("#e8e2d2", 0.95, "noise", contrast=0.15),
    "paper": _s("#eeeae0", 0.95, "plain"),
    "cardboard": _s("#b08d62", 0.95, "noise", contrast=0.2),
    "wax": _s("#ead9b0", 0.5, "plain"),
    "screen": _s("#0e1116", 0.1, "plain"),
    "bread": _s("#c58b4a", 0.9, "noise"),
    "cheese": _s("#f0c24b", 0.6, "noise", contrast=0.15),
    "chocolate": _s("#4a2a1a", 0.35, "plain"),
    "cream": _s("#f5eedd", 0.6, "plain"),
    "icing": _s("#f2a7c0", 0.35, "plain"),
    "meat": _s("#8a4030", 0.6, "noise"),
    "fruit": _s("#c8302a", 0.3, "spots", contrast=0.2),
    "peel": _s("#f0902a", 0.5, "spots", contrast=0.15),
    "jade": _s("#4f9d7c", 0.25, "marble"),
    "obsidian": _s("#16141a", 0.08, "plain"),
    "lava": _s("#2a1a16", 0.95, "stone"),
    "slime": _s("#6fc04a", 0.12, "plain"),
    "cloud": _s("#f4f6fa", 1.0, "noise", contrast=0.1),
}


@cache
def substance(name: str) -> Material:
    """The material of "oak", of "fabric:#b02020", or of "glow:#30c0ff" (which shines).

    Raises:
        InvalidRequest: no such substance.
    """
    word, _, color = name.partition(":")
    if word == "glow":
        color = color or "#40c8ff"
        return Material(color=color, emissive=color, roughness=0.4)
    if word not in SUBSTANCES:
        raise InvalidRequest(
            f"There is no substance '{word}'. Choose from {', '.join(sorted(SUBSTANCES))}.", field="materials"
        )
    found = SUBSTANCES[word]
    return found.model_copy(update={"color": color, "second": None}) if color else found


def shaded(color: str, by: float) -> str:
    """A colour made darker (negative) or lighter by a share."""
    r, g, b = (int(color[i : i + 2], 16) / 255 for i in (1, 3, 5))
    h, light, s = colorsys.rgb_to_hls(r, g, b)
    light = light * (1 + by) if by < 0 else light + (1 - light) * by
    return "#" + "".join(f"{round(255 * c):02x}" for c in colorsys.hls_to_rgb(h, min(max(light, 0), 1), s))
