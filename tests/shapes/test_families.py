"""Every family of the library, on some seeds (benchmarks/families.py does 20): closed, as predicted, one piece, on the ground, distinct."""

from __future__ import annotations

import re

import pytest
from families import wrong

from maquette.errors import InvalidRequest
from maquette.shapes.compile import compile_program
from maquette.shapes.library import get_family, library
from maquette.shapes.program import Program
from maquette.shapes.styles import STYLES
from maquette.shapes.template import program_from

FAMILIES = list(library())


@pytest.mark.parametrize("name", FAMILIES)
def test_instances_are_sound_and_distinct(name: str) -> None:
    """One seed is built here; benchmarks/families.py builds twenty."""
    family = get_family(name)
    seed = sum(name.encode()) % 20
    assert wrong(family, compile_program(family.instance(seed))) == []
    programs = [family.instance(s).model_copy(update={"origin": None}) for s in range(20)]
    assert len({p.model_dump_json() for p in programs}) == 20


@pytest.mark.parametrize("name", FAMILIES)
def test_documents_and_metadata(name: str) -> None:
    family = get_family(name)
    assert len(family.parameters) >= 8
    assert all(re.fullmatch(r"[a-z][a-z0-9_]*", p.name) for p in family.parameters)
    program = family.instance(3)
    assert program_from(program.to_json()) == program
    assert "top" in program.points
    for values in [*family.nouns.values(), *family.words.values()]:
        family.values(0, values)
    for slot in family.paints.values():
        assert slot in family.slots


def test_the_library_is_large() -> None:
    assert len(FAMILIES) >= 120
    assert len({get_family(n).category for n in FAMILIES}) >= 8


@pytest.mark.parametrize("style", STYLES)
def test_styles_keep_solids_sound(style: str) -> None:
    for name in FAMILIES[:: max(1, len(FAMILIES) // 6)]:
        compiled = compile_program(get_family(name).instance(2, style=style))
        assert [w for w in wrong(get_family(name), compiled) if "touch" not in w] == []


def test_one_value_does_not_disturb_the_others() -> None:
    family = get_family("stool")
    free, set_ = family.values(5), family.values(5, {"legs": 6})
    assert set_.legs == 6
    assert {k: v for k, v in free.values.items() if k != "legs"} == {
        k: v for k, v in set_.values.items() if k != "legs"
    }


def test_wishes_are_met() -> None:
    program = get_family("stool").instance(
        1, {"legs": 5, "cushion": True, "height": 9.0}, {"cushion": "fabric:#123456"}
    )
    assert isinstance(program, Program)
    assert sum(p.group == "legs" for p in program.parts) == 5
    assert program.materials["cushion"].color == "#123456"
    assert program.origin is not None
    assert program.origin.values["height"] == 0.8


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (({"wings": 2},), "has no parameter 'wings'"),
        (({"seat": "oval"},), "'oval' is none of"),
        (({}, {"lid": "oak"}), "no material 'lid'"),
        (({}, {"seat": "unobtainium"}), "no substance 'unobtainium'"),
        (({}, {}, "baroque"), "no style 'baroque'"),
    ],
)
def test_wrong_wishes_are_refused(arguments: tuple[object, ...], message: str) -> None:
    with pytest.raises(InvalidRequest, match=message):
        get_family("stool").instance(0, *arguments)  # type: ignore[arg-type]


def test_unknown_families_are_refused() -> None:
    with pytest.raises(InvalidRequest, match="no family 'thingummy'"):
        get_family("thingummy")
