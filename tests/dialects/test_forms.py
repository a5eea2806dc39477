"""The lenient readers: every encoding seen on the wire gives the same value; nothing else than `InvalidRequest` ever comes out."""

from __future__ import annotations

import base64
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from maquette.dialects.forms import (
    MAX_ITEMS,
    clean,
    inline_file,
    read_bool,
    read_choice,
    read_int,
    read_number,
    read_numbers,
    read_strings,
    read_text,
    shown,
)
from maquette.errors import BadImage, InvalidRequest

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda children: st.lists(children, max_size=4) | st.dictionaries(st.text(), children, max_size=3),
    max_leaves=8,
)
READERS = [read_text, read_bool, read_int, read_number, read_numbers, read_strings, read_choice("Raw", "Quad")]


@pytest.mark.parametrize("text", ["true", "True", "TRUE", "1", "yes", "on", True, 1])
def test_every_spelling_of_true(text):
    assert read_bool([text], "TAPose") is True


@pytest.mark.parametrize("text", ["false", "False", "0", "no", "OFF", False, 0])
def test_every_spelling_of_false(text):
    assert read_bool([text], "TAPose") is False


@pytest.mark.parametrize("values", [[], [""], [None], ["  "], ["", None], ["\0"]])
def test_nothing_and_empty_text_are_absent(values):
    assert [reader(values, "f") for reader in READERS[:4]] == [None] * 4
    assert (read_numbers(values, "f"), read_strings(values, "f")) == ((), ())


def test_the_last_scalar_wins_and_an_empty_one_does_not_count():
    assert read_int(["1", "2", ""], "seed") == 2
    assert read_bool(["true", "false"], "mesh_simplify") is False


@pytest.mark.parametrize(
    "values",
    [
        ["[100, 50, 25]"],
        ["[100.0, 50.0, 25.0]"],
        ["100,50,25"],
        ["100, 50, 25"],
        ["(100, 50, 25)"],
        ["100 50 25"],
        ["100x50x25"],
        ["100", "50", "25"],
        [100, 50, 25],
        [[100, 50, 25]],
        [["100", "50", "25"]],
    ],
)
def test_every_encoding_of_an_array_of_numbers(values):
    assert read_numbers(values, "bbox_condition") == (100.0, 50.0, 25.0)


@pytest.mark.parametrize(
    "values", [['["F","?"]'], ["F,?"], ["F", "?"], [["F", "?"]], ["['F', '?']"], ["[F, ?]"], ['"F","?"'], ["F, ?,"]]
)
def test_every_encoding_of_an_array_of_words(values):
    assert read_strings(values, "image_label") == ("F", "?")


def test_a_bare_word_is_an_array_of_one():
    assert read_strings(["HighPack"], "addons") == ("HighPack",)
    assert read_strings(["[]"], "addons") == ()


def test_enum_exactly_first_then_in_any_case():
    read = read_choice("None", "none", "PBR")
    assert (read(["none"], "m"), read(["None"], "m"), read(["pbr"], "m")) == ("none", "None", "PBR")


@pytest.mark.parametrize(
    ("reader", "values", "said"),
    [
        (read_bool, ["maybe"], "TAPose must be true or false, not 'maybe'."),
        (read_int, ["1.5"], "TAPose must be a whole number, not '1.5'."),
        (read_int, ["1e999"], "TAPose must be a finite number, not '1e999'."),
        (read_int, ["9" * 5000], "TAPose must be a finite number"),
        (read_int, [10**400], "TAPose must be a number"),
        (read_text, [[1]], "TAPose must be a single value"),
        (read_numbers, ["1,two,3"], "TAPose must be a number, not 'two'."),
        (read_numbers, ["1," * 5000], f"send at most {MAX_ITEMS}"),
        (read_strings, [[["x"]]], "TAPose must be a list of words."),
        (read_choice("a", "b"), ["c"], "TAPose 'c' is unknown; choose one of a, b."),
    ],
)
def test_a_refusal_names_the_field_and_the_remedy(reader, values, said):
    with pytest.raises(InvalidRequest) as caught:
        reader(values, "TAPose")
    assert said in caught.value.message
    assert caught.value.field == "TAPose"


def test_clean_text_can_be_stored_anywhere():
    assert clean(" a\0b\ud800 ") == "ab?"
    assert shown("x" * 100) == "x" * 40 + "…"
    assert shown("a\nb") == "a?b"


@settings(deadline=None)
@given(st.lists(JSON, max_size=4), st.sampled_from(READERS))
def test_no_value_breaks_a_reader(values, reader):
    try:
        reader(values, "f")
    except InvalidRequest as refusal:
        refusal.message.encode()  # what it says must be encodable


@settings(deadline=None)
@given(st.text(alphabet="[]{}(),\"'-+.eE0123456789nulltrueNaInfity xX", max_size=40), st.sampled_from(READERS))
def test_no_text_breaks_a_reader(text, reader):
    with suppress(InvalidRequest):
        reader([text], "f")


async def test_inline_files_are_base64_or_data_urls():
    data = b"\x89PNG picture"
    text = base64.b64encode(data).decode()
    for value in (text, f"data:image/png;base64,{text}", text[:4] + "\n" + text[4:]):
        assert await inline_file(value, "images[0]").read() == data
    for value in ("https://example.com/a.png", "", None, 7, "data:image/png,raw", "nöt"):
        with pytest.raises(BadImage):
            inline_file(value, "images[0]")
