"""What a prompt says of colours and materials: known words, nothing else. No model reads the text.

"dark red wood with gold handle" has two looks: dark red wood, and gold. A look is closed by "with", "and", a comma, or a second word of the
same kind; shades (dark, light, pale …) belong to the colour after them. What is no known word is listed, so that users see what was not
understood.
"""

from __future__ import annotations

import colorsys
import re
from dataclasses import dataclass, field
from typing import Any, Literal

from PIL import ImageColor

Pattern = Literal["smooth", "wood", "stone", "cloth", "leather", "metal", "rough"]
Color = tuple[float, float, float]


@dataclass(frozen=True)
class Substance:
    """What a material word stands for: its own sRGB colour, glTF metallic and roughness, and the pattern that it is drawn with."""

    color: str
    metallic: float
    roughness: float
    pattern: Pattern = "smooth"


SUBSTANCES: dict[str, Substance] = {
    "wood": Substance("#8f6239", 0, 0.62, "wood"),
    "oak": Substance("#a87f4f", 0, 0.6, "wood"),
    "walnut": Substance("#5c402b", 0, 0.55, "wood"),
    "pine": Substance("#c79f68", 0, 0.65, "wood"),
    "mahogany": Substance("#6b3424", 0, 0.45, "wood"),
    "bamboo": Substance("#c9ac6b", 0, 0.55, "wood"),
    "metal": Substance("#a8abb0", 1, 0.38, "metal"),
    "steel": Substance("#9fa3a8", 1, 0.34, "metal"),
    "iron": Substance("#6f6d6b", 1, 0.55, "metal"),
    "aluminium": Substance("#c4c7ca", 1, 0.4, "metal"),
    "silver": Substance("#d9d7d2", 1, 0.22, "metal"),
    "gold": Substance("#f2c14f", 1, 0.24, "metal"),
    "brass": Substance("#c9a24a", 1, 0.32, "metal"),
    "bronze": Substance("#96703f", 1, 0.42, "metal"),
    "copper": Substance("#d28a63", 1, 0.3, "metal"),
    "chrome": Substance("#cfd3d6", 1, 0.08, "smooth"),
    "titanium": Substance("#8d8a86", 1, 0.42, "metal"),
    "rust": Substance("#8a4a26", 0.1, 0.9, "stone"),
    "plastic": Substance("#c9cbd0", 0, 0.38),
    "rubber": Substance("#2b2b2d", 0, 0.85, "rough"),
    "glass": Substance("#c5dbe0", 0, 0.06),
    "ceramic": Substance("#efece4", 0, 0.18),
    "porcelain": Substance("#f4f1ea", 0, 0.15),
    "stone": Substance("#8d8a84", 0, 0.88, "stone"),
    "marble": Substance("#e6e3dd", 0, 0.22, "stone"),
    "granite": Substance("#77726e", 0, 0.5, "stone"),
    "concrete": Substance("#a2a09b", 0, 0.92, "stone"),
    "clay": Substance("#b2714f", 0, 0.85, "rough"),
    "brick": Substance("#9a4a36", 0, 0.9, "stone"),
    "sand": Substance("#d3bd8d", 0, 0.95, "rough"),
    "fabric": Substance("#8d8578", 0, 0.92, "cloth"),
    "cotton": Substance("#e3ddd0", 0, 0.92, "cloth"),
    "wool": Substance("#b9ae9b", 0, 0.97, "cloth"),
    "velvet": Substance("#5f1d33", 0, 0.95, "cloth"),
    "denim": Substance("#3c5273", 0, 0.9, "cloth"),
    "leather": Substance("#5f3d26", 0, 0.55, "leather"),
    "paper": Substance("#eeeae0", 0, 0.95, "rough"),
    "cardboard": Substance("#b08d62", 0, 0.95, "rough"),
    "fur": Substance("#7d6148", 0, 1.0, "cloth"),
    "skin": Substance("#d9a588", 0, 0.6),
    "ice": Substance("#d3e8f2", 0, 0.1),
    "wax": Substance("#ead9b0", 0, 0.5),
    "jade": Substance("#4f9d7c", 0, 0.25),
}
_SAME = {
    "wooden": "wood",
    "timber": "wood",
    "metallic": "metal",
    "golden": "gold",
    "gilded": "gold",
    "aluminum": "aluminium",
    "rusty": "rust",
    "rusted": "rust",
    "cloth": "fabric",
    "textile": "fabric",
    "woolen": "wool",
    "woollen": "wool",
    "furry": "fur",
    "rocky": "stone",
    "rock": "stone",
    "stainless": "steel",
    "chromed": "chrome",
    "terracotta": "clay",
    "icy": "ice",
}
SHADES = {"dark": -0.45, "deep": -0.3, "light": 0.4, "pale": 0.55, "bright": 0.12, "pastel": 0.5, "vivid": 0.1}
"""Towards black (negative) or white."""
FINISHES = {
    "matte": 0.85,
    "matt": 0.85,
    "rough": 0.9,
    "glossy": 0.18,
    "shiny": 0.15,
    "polished": 0.12,
    "satin": 0.45,
    "brushed": 0.42,
    "lacquered": 0.15,
}
"""Words that set the roughness."""
_COMMON = {
    "cream": "#f3ead0",
    "mustard": "#d4a02a",
    "burgundy": "#6d1a2d",
    "peach": "#f6b892",
    "rose": "#e0607e",
    "mint": "#9fdcb8",
    "charcoal": "#36393e",
    "ivory": "#f4f0e0",
    "turquoise": "#37b8b0",
    "lilac": "#b79ad2",
    "amber": "#e09a1c",
    "emerald": "#1f8f5a",
    "ruby": "#b0152e",
    "sapphire": "#1d4fa3",
    "scarlet": "#c8201c",
    "ochre": "#c3832b",
    "blonde": "#e2c583",
    "brown": "#7b4a2a",
    "green": "#2f8f3a",
    "red": "#c42a26",
    "blue": "#2a5cc4",
    "yellow": "#f0cc2c",
    "orange": "#ee8024",
    "purple": "#7a3aa0",
    "pink": "#ee8fb0",
    "white": "#f2f2f0",
    "black": "#1a1a1c",
    "grey": "#858688",
    "gray": "#858688",
    "lime": "#8cc83c",
    "cyan": "#26b6c8",
    "magenta": "#c42a96",
}
"""Words as people mean them: paint, not the corners of the RGB cube. All other CSS names are known, too."""
_BREAKS = {"with", "and", "plus"}
_SMALL = frozenset(
    (
        *(
            "a",
            "an",
            "the",
            "of",
            "in",
            "on",
            "it",
            "is",
            "its",
            "to",
            "for",
            "all",
            "very",
            "has",
            "have",
            "made",
            "from",
        ),
        *("style", "look", "colour", "color", "coloured", "colored", "material", "texture", "textured"),
    )
)


@dataclass(frozen=True)
class Look:
    """One surface: sRGB colour in [0, 1], glTF metallic and roughness, a pattern, and the words that it comes from.

    `named`: which of "color" and "material" the prompt gave.
    """

    color: Color
    metallic: float
    roughness: float
    pattern: Pattern
    words: tuple[str, ...]
    named: frozenset[str] = field(default_factory=frozenset)


@dataclass(frozen=True)
class Words:
    """A prompt as it was read: looks in the order of the text, and the words that mean nothing here."""

    looks: tuple[Look, ...]
    unknown: tuple[str, ...]

    def facts(self) -> list[dict[str, Any]]:
        """JSON-ready."""
        return [
            {
                "words": list(k.words),
                "color": "#" + "".join(f"{round(c * 255):02x}" for c in k.color),
                "metallic": k.metallic,
                "roughness": round(k.roughness, 2),
            }
            for k in self.looks
        ]


def read_prompt(text: str) -> Words:
    """Read the looks that a prompt names."""
    looks: list[Look] = []
    unknown: list[str] = []
    color: str | None = None
    substance: str | None = None
    finish: str | None = None
    shades: list[str] = []
    pending: list[str] = []
    tokens = re.findall(r"[a-z]+|[,;.+&/]|#[0-9a-f]{6}", text.lower())

    def close() -> None:
        nonlocal color, substance, finish, shades, pending
        if color is not None or substance is not None or finish is not None:
            looks.append(_look(color, substance, finish, shades, tuple(pending)))
        color = substance = finish = None
        shades, pending = [], []

    for token in tokens:
        word = _SAME.get(token, token)
        if (not token[0].isalpha() and not token.startswith("#")) or token in _BREAKS:
            close()
        elif word in SUBSTANCES and word not in _COMMON:
            if substance is not None and not (substance == "steel" and word == "steel"):
                close()
            substance = word
            pending.append(token)
        elif token in SHADES:
            if color is not None:
                close()
            shades.append(token)
            pending.append(token)
        elif token in FINISHES:
            finish = token
            pending.append(token)
        elif _hex(word) is not None:
            if color is not None:
                close()
            color = word
            pending.append(token)
        elif token not in _SMALL and token not in unknown:
            unknown.append(token)
    close()
    return Words(tuple(looks), tuple(unknown))


def _hex(word: str) -> str | None:
    if word.startswith("#"):
        return word
    found = _COMMON.get(word) or ImageColor.colormap.get(word)
    return found if isinstance(found, str) else None


def _look(
    color: str | None, substance: str | None, finish: str | None, shades: list[str], words: tuple[str, ...]
) -> Look:
    base = SUBSTANCES[substance] if substance is not None else Substance("#b8b8b8", 0, 0.6)
    rgb = _parse(_hex(color) or base.color) if color is not None else _parse(base.color)
    if color is not None and substance is not None and base.pattern == "wood":
        # Stained wood keeps some of its own brown.
        rgb = _mixed(rgb, _parse(base.color), 0.2)
    for shade in shades:
        rgb = _shaded(rgb, SHADES[shade])
    roughness = FINISHES[finish] if finish is not None else base.roughness
    named = frozenset(k for k, v in (("color", color), ("material", substance or finish)) if v is not None)
    return Look(rgb, base.metallic, roughness, base.pattern, words, named)


def _parse(code: str) -> Color:
    r, g, b = ImageColor.getrgb(code)[:3]
    return r / 255, g / 255, b / 255


def _mixed(a: Color, b: Color, t: float) -> Color:
    return (a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t, a[2] + (b[2] - a[2]) * t)


def _shaded(color: Color, amount: float) -> Color:
    h, light, s = colorsys.rgb_to_hls(*color)
    light = light * (1 + amount) if amount < 0 else light + (1 - light) * amount * 0.8
    return colorsys.hls_to_rgb(h, min(max(light, 0.0), 1.0), s)
