"""Rodin's tiers, face counts, texture sizes and prices (dossier §3.4, §3.5, §3.7)."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from maquette.request import MeshMode

Family = Literal["sketch", "g1", "g2", "g25"]
Detail = Literal["draft", "standard", "high"]


@dataclass(frozen=True)
class Tier:
    """One tier: its family of rules, the detail it asks of the engine and its price."""

    name: str
    family: Family
    detail: Detail
    credits: Decimal = Decimal("0.5")


_ALL = (
    Tier("Sketch", "sketch", "draft"),
    Tier("Regular", "g1", "standard"),
    Tier("Detail", "g1", "high"),
    Tier("Smooth", "g1", "standard"),
    Tier("Gen-2", "g2", "standard"),
    Tier("Gen-2.5-Minimum", "g25", "draft"),
    Tier("Gen-2.5-Extreme-Low", "g25", "draft"),
    Tier("Gen-2.5-Low", "g25", "standard"),
    Tier("Gen-2.5-Medium", "g25", "standard"),
    Tier("Gen-2.5-High", "g25", "high"),
    Tier("Gen-2.5-Extreme-High", "g25", "high", Decimal("1.0")),
)
TIERS = {t.name: t for t in _ALL}
DEFAULT_TIER = "Regular"

QUALITIES = ("high", "medium", "low", "extra-low")
_QUADS = {"high": 50_000, "medium": 18_000, "low": 8_000, "extra-low": 4_000}
FACES: dict[tuple[Family, MeshMode], dict[str, int]] = {
    # Triangle counts of Sketch and of Gen-1 Raw are not published. 18 k is the plausible one for Sketch; two triangles per
    # quad of the medium preset keeps a Gen-1 Raw mesh as dense as its Quad sister.
    ("sketch", "raw"): dict.fromkeys(QUALITIES, 18_000),
    ("g1", "raw"): dict.fromkeys(QUALITIES, 36_000),
    ("g1", "quad"): _QUADS,
    ("g2", "raw"): {"high": 500_000, "medium": 150_000, "low": 20_000, "extra-low": 2_000},
    ("g2", "quad"): _QUADS,
    ("g25", "raw"): {"high": 1_000_000, "medium": 500_000, "low": 60_000, "extra-low": 20_000},
    ("g25", "quad"): _QUADS,
}

HIGHPACK_CREDITS = Decimal("1.0")
HIGHPACK_QUADS = 16
EXTREME_TEXTURE_CREDITS = Decimal("2.0")

TEXTURE_MODES = ("legacy", "extreme-low", "low", "medium", "high", "extreme-high")
# The sizes behind Gen-2.5's texture modes are not published ("2K-12K by tier"); ours.
_TEXTURE_MODE_SIZE = {"extreme-low": 1024, "high": 4096, "extreme-high": 8192}


def default_mesh_mode(tier: Tier) -> MeshMode:
    """Quad for Gen-1 and Gen-2; Raw for Gen-2.5 and Sketch."""
    return "quad" if tier.family in ("g1", "g2") else "raw"


def default_quality(tier: Tier, mode: MeshMode) -> str:
    """`medium`, but `high` for Gen-2 Raw."""
    return "high" if tier.family == "g2" and mode == "raw" else "medium"


def override_range(tier: Tier, mode: MeshMode) -> tuple[int, int]:
    """Smallest and largest `quality_override`, faces. Where old and new pages differ, the wider range."""
    if tier.family == "g1":
        return 2_000, 200_000
    if mode == "quad":
        return (500, 200_000) if tier.family == "g25" else (1_000, 200_000)
    return 500, 2_000_000 if tier.name in ("Gen-2.5-High", "Gen-2.5-Extreme-High") else 1_000_000


def target_faces(tier: Tier, mode: MeshMode, quality: str, override: int | None, *, highpack: bool) -> int:
    """Polygons to aim at: the override, else the preset; sixteen times as many quads with HighPack, within the range."""
    faces = override if override is not None else FACES[tier.family, mode][quality]
    if highpack and mode == "quad":
        faces = min(faces * HIGHPACK_QUADS, override_range(tier, mode)[1])
    return faces


def texture_size(tier: Tier, texture_mode: str | None, *, highpack: bool, uhd: bool) -> int:
    """Texels per side: 1K for Sketch, 2K else, 4K with HighPack; Gen-2.5 by `texture_mode`, doubled by `uhd_texture` up to 8K."""
    if tier.family == "sketch":
        return 1024
    size = 2048
    if tier.family == "g25":
        size = _TEXTURE_MODE_SIZE.get(texture_mode or "", 2048)
        size = min(size * 2, 8192) if uhd else size
    return max(size, 4096) if highpack else size


def price(tier: Tier, texture_mode: str | None, *, highpack: bool) -> Decimal:
    """Credits of one generation."""
    cost = tier.credits
    if highpack:
        cost += HIGHPACK_CREDITS
    if tier.family == "g25" and texture_mode == "extreme-high":
        cost += EXTREME_TEXTURE_CREDITS
    return cost
