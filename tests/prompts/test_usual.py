"""Plain nouns give the usual thing; special kinds, colours after a comma and materials in names come where they are asked for."""

from __future__ import annotations

import pytest

from maquette.prompts.composer import compose
from maquette.prompts.lexicon import data, lexicon
from maquette.prompts.reader import read
from maquette.prompts.usual import with_usual
from maquette.shapes.library import get_family, library
from maquette.shapes.substances import substance


def test_the_table_names_what_the_library_has() -> None:
    for name, parameters in data("usual.json").items():
        assert name in library()
        for parameter, values in parameters.items():
            found = get_family(name).parameter(parameter)
            assert found is not None, (name, parameter)
            assert [found.checked(x) for x in values] == values


@pytest.mark.parametrize(
    ("prompt", "parameter", "usual"),
    [
        ("car", "sign", {"none"}),
        ("dragon", "heads", {1}),
        ("a coin", "count", {1}),
        ("sword", "kind", {"longsword", "greatsword"}),
    ],
)
def test_a_plain_noun_is_nothing_special(prompt: str, parameter: str, usual: set[object]) -> None:
    understanding = read(prompt)
    for seed in range(12):
        program = compose(understanding, seed=seed)
        assert program.origin is not None
        assert program.origin.values[parameter] in usual


@pytest.mark.parametrize(
    ("prompt", "parameter", "value"),
    [("a police car", "sign", "police"), ("three-headed dragon", "heads", 3), ("katana", "kind", "katana")],
)
def test_a_special_kind_comes_where_it_is_asked_for(prompt: str, parameter: str, value: object) -> None:
    for seed in range(4):
        program = compose(read(prompt), seed=seed)
        assert program.origin is not None
        assert program.origin.values[parameter] == value


def test_what_is_given_stays() -> None:
    assert with_usual("dragon", {"heads": 3}, 5)["heads"] == 3


@pytest.mark.parametrize(
    ("prompt", "family", "color"),
    [
        ("camping tent, orange", "tent", "orange"),
        ("forklift, orange", None, "orange"),
        ("a car, bright red", "car", None),
        ("sofa, rose", "sofa", None),
    ],
)
def test_a_colour_after_a_comma_is_the_colour_of_the_object(prompt: str, family: str | None, color: str | None) -> None:
    understanding = read(prompt)
    assert len(understanding.objects) == 1
    thing = understanding.objects[0]
    assert family in (None, thing.family)
    assert thing.look.color is not None
    assert color in (
        None,
        *[c for c in (color,) if lexicon().color(str(c)) == thing.look.color],
    )


def test_a_thing_with_an_article_after_a_comma_is_a_thing() -> None:
    assert read("a table, an orange").objects[0].look.color is None


def test_a_wood_after_a_comma_is_no_tree() -> None:
    understanding = read("chair, oak")
    assert [t.family for t in understanding.objects] == ["chair"]
    assert understanding.objects[0].look.substance == "oak"


@pytest.mark.parametrize(
    ("prompt", "metal"),
    [
        ("gold coin", "gold"),
        ("silver coin", "silver"),
        ("gold ring", "gold"),
        ("silver ring", "silver"),
        ("a pile of gold coins", "gold"),
        ("bronze coin", "bronze"),
    ],
)
def test_a_material_in_the_name_is_what_it_is_made_of(prompt: str, metal: str) -> None:
    for seed in range(4):
        program = compose(read(prompt), seed=seed)
        assert program.origin is not None
        first = next(iter(get_family(program.origin.family).slots))
        assert program.materials[first].color == substance(metal).color
