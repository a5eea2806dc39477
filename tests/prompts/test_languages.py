from __future__ import annotations

import pytest

from maquette.prompts.languages import translate
from maquette.prompts.lexicon import data
from maquette.prompts.nouns import nouns
from maquette.prompts.reader import read
from maquette.prompts.tokens import phrase, tokenize

RED_WOODEN_CHAIR = [
    "ein roter Holzstuhl",
    "une chaise en bois rouge",
    "una silla de madera roja",
    "una sedia rossa di legno",
]


@pytest.mark.parametrize(("prompt", "language"), list(zip(RED_WOODEN_CHAIR, ["de", "fr", "es", "it"], strict=True)))
def test_the_same_chair_in_four_languages(prompt: str, language: str) -> None:
    u = read(prompt)
    (chair,) = u.objects
    assert u.language == language
    assert chair.family == "chair"
    assert chair.look.substance == "wood"
    assert chair.look.color == read("a red wooden chair").objects[0].look.color
    assert u.ignored == []
    assert u.warnings == []


def test_english_stays_english_where_words_are_shared() -> None:
    for prompt in ("a table", "a robot", "die", "a red rose", "a chat robot", "pot"):
        assert translate(tokenize(prompt))[1] == "en"


@pytest.mark.parametrize("language", ["de", "fr", "es", "it"])
def test_a_hundred_things_are_known_in_each(language: str) -> None:
    entries = data("languages.json")[language]["nouns"]
    assert len(entries) >= 100
    assert sum(nouns().find(phrase(word)) is not None for word in entries) >= 50


def test_what_was_written_is_what_is_reported() -> None:
    u = read("ein Stuhl mit rotem Kissen")
    assert any("Kissen" in words for words, _ in u.understood)
