"""The tables of dossier §3.4, §3.5 and §3.7, restated as the dossier prints them."""

from __future__ import annotations

from decimal import Decimal

import pytest

from maquette.dialects.rodin.tiers import TIERS, override_range, price, target_faces, texture_size

PRESETS = {
    ("Regular", "quad"): (50_000, 18_000, 8_000, 4_000),
    ("Detail", "quad"): (50_000, 18_000, 8_000, 4_000),
    ("Smooth", "quad"): (50_000, 18_000, 8_000, 4_000),
    ("Regular", "raw"): (36_000,) * 4,
    ("Sketch", "raw"): (18_000,) * 4,
    ("Gen-2", "raw"): (500_000, 150_000, 20_000, 2_000),
    ("Gen-2", "quad"): (50_000, 18_000, 8_000, 4_000),
    ("Gen-2.5-Medium", "raw"): (1_000_000, 500_000, 60_000, 20_000),
    ("Gen-2.5-Medium", "quad"): (50_000, 18_000, 8_000, 4_000),
}
RANGES = {
    ("Regular", "quad"): (2_000, 200_000),
    ("Smooth", "raw"): (2_000, 200_000),
    ("Gen-2", "raw"): (500, 1_000_000),
    ("Gen-2", "quad"): (1_000, 200_000),
    ("Gen-2.5-Low", "quad"): (500, 200_000),
    ("Gen-2.5-Minimum", "raw"): (500, 1_000_000),
    ("Gen-2.5-Extreme-Low", "raw"): (500, 1_000_000),
    ("Gen-2.5-Low", "raw"): (500, 1_000_000),
    ("Gen-2.5-Medium", "raw"): (500, 1_000_000),
    ("Gen-2.5-High", "raw"): (500, 2_000_000),
    ("Gen-2.5-Extreme-High", "raw"): (500, 2_000_000),
}


@pytest.mark.parametrize(("where", "counts"), PRESETS.items())
def test_presets(where, counts):
    tier, mode = TIERS[where[0]], where[1]
    qualities = ("high", "medium", "low", "extra-low")
    assert tuple(target_faces(tier, mode, q, None, highpack=False) for q in qualities) == counts


@pytest.mark.parametrize(("where", "limits"), RANGES.items())
def test_override_ranges(where, limits):
    assert override_range(TIERS[where[0]], where[1]) == limits


def test_highpack_is_sixteen_times_the_quads_within_the_range():
    regular = TIERS["Regular"]
    assert target_faces(regular, "quad", "extra-low", None, highpack=True) == 64_000
    assert target_faces(regular, "quad", "medium", None, highpack=True) == 200_000
    assert target_faces(regular, "quad", "medium", 5_000, highpack=True) == 80_000
    assert target_faces(TIERS["Gen-2"], "raw", "low", None, highpack=True) == 20_000


def test_texture_sizes():
    def size(tier, mode=None, highpack=False, uhd=False):
        return texture_size(TIERS[tier], mode, highpack=highpack, uhd=uhd)

    assert size("Sketch", "high", highpack=True) == 1024
    assert (size("Regular"), size("Regular", highpack=True), size("Regular", "high", uhd=True)) == (2048, 4096, 2048)
    modes = [None, "legacy", "extreme-low", "low", "medium", "high", "extreme-high"]
    assert [size("Gen-2.5-Low", m) for m in modes] == [2048, 2048, 1024, 2048, 2048, 4096, 8192]
    assert (size("Gen-2.5-Low", uhd=True), size("Gen-2.5-Low", "extreme-high", uhd=True)) == (4096, 8192)


def test_prices():
    for tier in TIERS.values():
        assert price(tier, None, highpack=False) == Decimal("1.0" if tier.name == "Gen-2.5-Extreme-High" else "0.5")
    assert price(TIERS["Regular"], None, highpack=True) == Decimal("1.5")
    assert price(TIERS["Gen-2.5-Low"], "extreme-high", highpack=False) == Decimal("2.5")
    assert price(TIERS["Gen-2.5-Extreme-High"], "extreme-high", highpack=True) == Decimal("4.0")
