"""Substances that several families offer for the same role."""

from __future__ import annotations

SHADE_SUBSTANCES = (
    "fabric:#efe3c8",
    "fabric:#d98f3f",
    "fabric:#c9d8d0",
    "fabric:#a8433a",
    "paint:#2f5d5a",
    "paint:#e7e2d6",
)
LAMP_METALS = ("brass", "gunmetal", "chrome", "bronze", "paint:#23272b", "walnut")
LIGHT = ("glow:#ffd890", "glow:#fff0c8")
LAMP_PAINTS = {
    "lampshade": "shade",
    "bulb": "light",
    "light": "light",
    "stand": "frame",
    "base": "frame",
    "pole": "frame",
    "stem": "frame",
}
WICK = ("paint:#2a2420",)
FLAME = ("glow:#ffb040", "glow:#ffc860")
CLOCK_SLOTS: dict[str, tuple[str, ...]] = {
    "face": ("paper", "ceramic", "paint:#f4ead0"),
    "mark": ("paint:#1f2226", "gunmetal", "paint:#5a3a1e"),
    "hand": ("paint:#15171a", "gunmetal"),
    "second": ("paint:#c0302a",),
}
CLOCK_PAINTS = {"hands": "hand", "numbers": "mark", "numerals": "mark", "dial": "face"}
COOPER_WOODS = ("oak", "wood", "walnut", "pine", "driftwood")
CASTLE_STONES = ("stone", "sandstone", "stone:#8f8a80", "granite", "brick:#8a6a58")
TEMPLE_STONES = ("stone", "sandstone", "marble", "stone:#8f8a80")
MASONRY = ("stone", "sandstone", "brick", "granite")
PANES = ("glow:#ffcf7a", "dark glass", "glass", "dark glass")
LEAVES = ("leaf", "leaf:#3f7d34", "leaf:#6a9a3a", "leaf:#2f6b3c", "leaf:#c98a2b", "leaf:#b5522a")
HOOVES = ("horn:#3a3029", "horn:#544638")
DARK = ("paint:#17191d",)
BUNS = ("bread:#c8843a", "bread:#b9702c", "bread:#d39a50")
GREENS = ("leaf:#4f9a3c", "leaf:#3b8040")
GLAZES = ("ceramic:#2f6f8a", "ceramic:#c0503a", "porcelain", "clay", "ceramic:#4f7f5a", "ceramic:#d8a13a", "jade")
GEMSTONES = ("gem", "gem:#1f5fd0", "gem:#159a52", "gem:#d8eef8", "gem:#8a3fd0", "gem:#f0a020")
