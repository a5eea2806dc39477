from __future__ import annotations

import pytest

from maquette.errors import UnsupportedInput
from maquette.prompts.reader import read
from maquette.prompts.spelling import distance


@pytest.mark.parametrize(
    ("a", "b", "edits"),
    [("chiar", "chair", 1), ("wodden", "wooden", 1), ("car", "car", 0), ("sofa", "soft", 1), ("kitten", "sitting", 3)],
)
def test_distance_counts_swaps_as_one(a: str, b: str, edits: int) -> None:
    assert distance(a, b, 4) == edits
    assert distance(b, a, 4) == edits


def test_a_slip_is_mended_and_said() -> None:
    u = read("a chiar with a blue cushoin")
    assert u.objects[0].family == "chair"
    assert u.objects[0].parts[0].names[0] == "cushion"
    assert len(u.warnings) == 2
    assert "'chiar' was read as 'chair'" in u.warnings[0]


def test_an_unknown_adjective_is_no_slip() -> None:
    u = read("a snazzy chair")
    assert u.warnings == []
    assert u.ignored == ["snazzy"]


@pytest.mark.parametrize(
    "prompt", ["asdfgh qwertz", "一只猫", "red", "make something cool", "!!!", "a flibbertigibbet"]
)
def test_nothing_to_make_is_refused_with_what_can_be_made(prompt: str) -> None:
    with pytest.raises(UnsupportedInput, match="Name one plainly, for example chair") as caught:
        read(prompt)
    assert caught.value.field == "prompt"


def test_a_near_spelling_is_suggested() -> None:
    with pytest.raises(UnsupportedInput, match="Did you mean"):
        read("a chaxxr")
