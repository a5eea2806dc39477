from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from maquette.jobs.keys import make_key, matches, public_part


def test_a_key_is_found_by_its_public_part_and_proved_by_the_rest() -> None:
    key = make_key()
    assert key.text.startswith("mq_")
    assert public_part(key.text) == key.public
    assert matches(key.text, key.secret_hash)
    assert key.text.split("_")[3] not in key.secret_hash
    assert not matches(make_key().text, key.secret_hash)


def test_every_single_wrong_character_is_noticed_without_the_database() -> None:
    text = make_key().text
    for i in range(len(text)):
        wrong = text[:i] + ("a" if text[i] != "a" else "b") + text[i + 1 :]
        assert public_part(wrong) is None


@settings(max_examples=50, deadline=None)
@given(st.text(max_size=60))
def test_nonsense_is_no_key(text: str) -> None:
    assert public_part(text) is None
