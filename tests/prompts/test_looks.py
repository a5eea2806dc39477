from __future__ import annotations

from maquette.prompts.looks import steer


def test_words_beside_a_picture_steer_its_surface() -> None:
    s = steer("an old rusty steampunk robot, glowing, made of copper, low poly")
    assert s.words.looks
    assert s.styles == ("low-poly",)
    assert "steampunk" in s.themes
    assert s.wear >= 0.6
    assert s.glow


def test_other_languages_steer_too() -> None:
    assert steer("ein roter Stuhl").words.looks[0].color == steer("a red chair").words.looks[0].color


def test_nothing_is_no_error() -> None:
    assert steer("").ignored == ()
    assert steer("blub").ignored == ("blub",)
