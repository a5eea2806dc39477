from __future__ import annotations

import pytest

from maquette.prompts.tokens import fold, is_plural, singulars, tokenize


def words(text: str) -> list[str]:
    return [t.text for t in tokenize(text)]


def test_hyphens_join_and_are_remembered() -> None:
    tokens = tokenize("a three-legged stool - low-poly")
    assert [(t.text, t.glued) for t in tokens] == [
        ("a", False), ("three", False), ("legged", True), ("stool", False), (",", False), ("low", False), ("poly", True),
    ]  # fmt: skip


def test_numbers_leave_their_units_but_not_their_letters() -> None:
    assert words("30cm 2.5 m 4K 80s 3d 18th") == ["30", "cm", "2.5", "m", "4k", "80s", "3d", "18th"]


def test_possessives_lose_their_ending() -> None:
    assert words("a knight's helmet, the kings' road") == ["a", "knight", "helmet", ",", "the", "kings", "road"]


def test_accents_fold_and_the_surface_stays() -> None:
    (token,) = tokenize("Épée")
    assert (token.text, token.surface) == ("epee", "Épée")
    assert fold("Großer Œuf") == "grosser oeuf"


@pytest.mark.parametrize(
    ("plural", "singular"),
    [
        ("rubies", "ruby"), ("boxes", "box"), ("wolves", "wolf"), ("gloves", "glove"), ("shoes", "shoe"), ("feet", "foot"),
        ("dice", "die"), ("chairs", "chair"), ("dragonflies", "dragonfly"),
    ],
)  # fmt: skip
def test_the_last_singular_is_the_likeliest(plural: str, singular: str) -> None:
    assert singulars(plural)[-1] == singular
    assert is_plural(plural)


@pytest.mark.parametrize("word", ["glass", "grass", "chess", "compass", "scissors", "bus"])
def test_what_ends_in_s_may_be_one(word: str) -> None:
    assert singulars(word) == (word,)
