"""The error tree: the docstring draws what the code holds, and a stored error comes back as it was."""

import re

import pytest

from maquette import errors

# Dialects and the server refine some of these for an envelope of their own; the tree draws what this module defines.
ALL = [c for c in errors._subclasses(errors.MaquetteError) if c.__module__ == errors.__name__]


def test_the_drawn_tree_lists_every_error_with_its_status() -> None:
    drawn = dict(re.findall(r"[├└]─ (\w+) +(\d+)", errors.__doc__ or ""))
    assert drawn == {c.__name__: str(c.http_status) for c in ALL if c is not errors.MaquetteError}


def test_codes_are_unique() -> None:
    codes = [c.code for c in ALL]
    assert len(set(codes)) == len(codes)


@pytest.mark.parametrize("cls", [c for c in ALL if c is not errors.MaquetteError])
def test_a_stored_error_comes_back(cls: type[errors.MaquetteError]) -> None:
    back = errors.from_dict(cls("No. Do that.", field="seed").to_dict())
    assert type(back) is cls
    assert (back.message, back.field) == ("No. Do that.", "seed")


def test_an_unknown_code_is_an_engine_error() -> None:
    assert type(errors.from_dict({"code": "from the future", "message": "x"})) is errors.EngineError
