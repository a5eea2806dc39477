"""Random objects of the library."""

from __future__ import annotations

from itertools import islice

from maquette.shapes.library import library
from maquette.shapes.sampling import sample_programs


def test_the_same_for_the_same_seed_and_every_family_comes() -> None:
    count = len(library())
    first, again = (list(islice(sample_programs(3), count)) for _ in range(2))
    assert first == again
    assert {p.name for p in first} == set(library())
    assert list(islice(sample_programs(4), count)) != first


def test_families_can_be_chosen() -> None:
    assert {p.name for p in islice(sample_programs(0, families=["stool"], styles=False), 5)} == {"stool"}
