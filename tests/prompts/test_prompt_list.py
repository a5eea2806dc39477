"""The committed list of prompts: what each asks for must be in the program that it becomes."""

from __future__ import annotations

import json
from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from maquette.errors import MaquetteError
from maquette.prompts.composer import compose
from maquette.prompts.hosts import forms
from maquette.prompts.lexicon import lexicon
from maquette.prompts.placing import bounds
from maquette.prompts.reader import read
from maquette.prompts.understanding import Thing, Understanding
from maquette.shapes.family import Real, Whole
from maquette.shapes.library import get_family, library
from maquette.shapes.material import Material
from maquette.shapes.program import Program
from maquette.shapes.substances import substance

PROMPTS: list[dict[str, Any]] = json.loads((Path(__file__).parent / "prompts.json").read_text("utf-8"))


def makers(names: list[str]) -> set[str]:
    """Families of these names, or that have these names among their nouns."""
    return {f.name for f in library().values() if f.name in names or any(n in f.nouns for n in names)}


def ready(case: dict[str, Any]) -> bool:
    """The library has what the prompt asks for."""
    return bool(makers(case["family"])) and ("other" not in case or bool(makers(case["other"])))


READY = [c for c in PROMPTS if ready(c)]


@cache
def results() -> tuple[Counter[str], Counter[str], tuple[str, ...]]:
    """Wished and fulfilled, by sort of wish, and lines about what is wrong."""
    wished: Counter[str] = Counter()
    met: Counter[str] = Counter()
    wrong: list[str] = []
    for case in READY:
        for sort, what, good in checks(case):
            wished[sort] += 1
            met[sort] += good
            if not good:
                wrong.append(f"{case['prompt']!r}: {sort} {what}")
    return wished, met, tuple(wrong)


def checks(case: dict[str, Any]) -> list[tuple[str, str, bool]]:
    """(sort of wish, what was wished, whether the program has it)."""
    try:
        understanding = read(case["prompt"])
        program = compose(understanding, seed=3)
    except MaquetteError as error:
        return [("kind", f"{case['family']} but {error}", False)]
    thing = understanding.objects[0]
    origin = program.origin
    assert origin is not None
    out = [("kind", f"{case['family']} is {origin.family}", origin.family in makers(case["family"]))]
    for word, color in case.get("colors", {}).items():
        code = color if color.startswith("#") else lexicon().color(color)
        out.append(("look", f"{word} {color}", any(_near(m, str(code)) for m in materials_of(program, thing, word))))
    for word, name in case.get("materials", {}).items():
        wanted = substance(name)
        out.append(("look", f"{word} {name}", any(_same(m, wanted) for m in materials_of(program, thing, word))))
    for word, number in case.get("counts", {}).items():
        out.append(("count", f"{number} {word}", _counted(program, word) == number))
    out += [
        ("part", word, bool(parts_named(program, word)) or origin.values.get(word) is True)
        for word in case.get("parts", [])
    ]
    if "style" in case:
        out.append(("style", case["style"], case["style"] in thing.styles or origin.style == case["style"]))
    if "other" in case:
        others = [t.family for t in everything(understanding)[1:]]
        own = any(origin.values.get(name) is True for name in case["other"])
        out.append(("other", f"{case['other']} in {others}", own or bool(makers(case["other"]) & set(others))))
    if "number" in case:
        out.append(("count", f"{case['number']} of it", thing.count == case["number"]))
    for axis, metres in case.get("size", {}).items():
        low, high = bounds(program)
        side = (high - low)[{"width": 0, "height": 1, "length": 2}[axis]]
        out.append(("size", f"{axis} {metres} is {side:.3f}", abs(side - metres) < 0.04 * metres))
    return out


def everything(understanding: Understanding) -> list[Thing]:
    """All things, the main one first."""
    out: list[Thing] = []
    todo = list(understanding.objects)
    while todo:
        thing = todo.pop(0)
        out.append(thing)
        todo += [r.thing for r in thing.relations]
    return out


def materials_of(program: Program, thing: Thing, word: str) -> list[Material]:
    """Materials of the main surface, or of what is called by a word."""
    if word == "main":
        first = next(iter(get_family(thing.family).slots))
        used = Counter(p.material for p in program.parts)
        return [
            program.materials[first] if first in program.materials else program.materials[used.most_common(1)[0][0]]
        ]
    names = {w for name in (word, *lexicon().parts.get(word, ())) for w in forms(name)}
    paints = {s for w, s in get_family(thing.family).paints.items() if w in names}
    slots = [m for s, m in program.materials.items() if names & {*s.split("_")} or s in paints]
    return slots + [program.materials[p.material] for p in parts_named(program, word)]


def parts_named(program: Program, word: str) -> list[Any]:
    names = {w for name in (word, *lexicon().parts.get(word, ())) for w in forms(name)}
    return [p for p in program.parts if names & ({*p.name.split("_")} | {*(p.group or "").split("_")})]


def _counted(program: Program, word: str) -> int:
    assert program.origin is not None
    value = program.origin.values.get(word)
    parameter = get_family(program.origin.family).parameter(word)
    if value is not None and isinstance(parameter, Whole | Real):
        return round(value)
    return len({p.name for p in parts_named(program, word)})


def _near(m: Material, code: str) -> bool:
    def far(a: str) -> int:
        return max(abs(int(a[i : i + 2], 16) - int(code[i : i + 2], 16)) for i in (1, 3, 5))

    return (
        far(m.color) < 60
        or (m.emissive is not None and far(m.emissive) < 60)
        or (m.second is not None and far(m.second) < 60)
    )


def _same(m: Material, wanted: Material) -> bool:
    """Of the same stuff; its colour may be another one."""
    if wanted == substance("metal") and m.metallic > 0.5:
        return True
    return m.pattern == wanted.pattern and abs(m.metallic - wanted.metallic) < 0.2


def test_there_are_three_hundred_prompts() -> None:
    assert len(PROMPTS) >= 300
    assert len({c["prompt"] for c in PROMPTS}) == len(PROMPTS)


def test_most_prompts_give_the_right_kind_of_object() -> None:
    wished, met, wrong = results()
    assert met["kind"] >= 0.95 * wished["kind"], "\n".join(w for w in wrong if ": kind" in w)


@pytest.mark.parametrize("sort", ["look", "count", "part", "other", "style", "size"])
def test_most_wishes_are_in_the_program(sort: str) -> None:
    wished, met, wrong = results()
    assert met[sort] >= 0.9 * wished[sort], "\n".join(w for w in wrong if f": {sort}" in w)


if __name__ == "__main__":
    total, good, lines = results()
    print("\n".join(lines))
    print({k: f"{good[k]}/{n}" for k, n in total.items()}, f"{len(READY)} of {len(PROMPTS)} ready")
