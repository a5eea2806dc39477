from __future__ import annotations

import pytest

from maquette.prompts.nouns import FAR, nouns
from maquette.shapes.library import library


def test_every_family_and_each_of_its_nouns_is_known_and_leads_to_it() -> None:
    found = nouns()
    for family in library().values():
        kind = found.find(tuple(family.name.split()))
        assert kind is not None
        assert kind.family == family.name
        assert not kind.near


def test_there_are_thousands_of_nouns_and_none_is_far_from_its_family() -> None:
    kinds = nouns().kinds
    assert len(kinds) > 3000
    assert max(k.cost for k in kinds.values()) <= FAR


@pytest.mark.parametrize(
    ("noun", "family"),
    [("alsatian", "dog"), ("dachshund", "dog"), ("stallion", "horse"), ("settee", "sofa"), ("lorry", "truck")],
)
def test_kinds_and_synonyms_are_sure(noun: str, family: str) -> None:
    kind = nouns().find((noun,))
    assert kind is not None
    assert (kind.family, kind.near) == (family, False)


def test_a_neighbour_is_told_apart_and_brings_no_values() -> None:
    kind = nouns().find(("wildebeest",))
    assert kind is not None
    assert kind.near
    assert not kind.values


def test_plurals_and_special_kinds_keep_their_values() -> None:
    kind = nouns().find(("milking", "stools"))
    assert kind is not None
    assert kind.values["legs"] == 3


def test_hints_are_adjectives_that_a_kind_implies() -> None:
    kind = nouns().find(("school", "bus"))
    assert kind is not None
    assert "yellow" in kind.hints
