"""What a family has for a word: values that bring a part about, the slot or the parts that a colour is said of, a count, a measure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from maquette.prompts.lexicon import lexicon
from maquette.prompts.stuffs import stuff
from maquette.prompts.tokens import fold, phrase, singulars
from maquette.shapes.family import Choice, Family, Flag, Parameter, Real, Whole
from maquette.shapes.library import get_family

SIDES = frozenset(
    {
        "left",
        "right",
        "front",
        "rear",
        "upper",
        "lower",
        "inner",
        "outer",
        "main",
        "middle",
        "of",
        "the",
        "own",
        "small",
        "big",
    }
)
NONE = ("none", "no", "off", "without", "plain", "bare")
MEASURES = {
    "height": ("height", "tall", "rise"),
    "width": (
        "width",
        "breadth",
        "build",
        "girth",
        "radius",
        "stoutness",
        "fatness",
        "chubbiness",
        "belly",
        "weight",
        "diameter",
    ),
    "length": ("length", "long", "reach", "blade", "height"),
    "depth": ("depth",),
    "thickness": ("thickness", "thick", "tube", "radius", "build", "girth", "width"),
    "size": ("size", "radius", "height", "length"),
}
"""Words in the names of parameters that a measure is found by, the best first."""


@dataclass(frozen=True)
class Found:
    """A part of a family, by a word of it.

    Attributes:
        values: that bring it about.
        slot: that paints it.
        names: words one of which is in the names of its parts.
        count: parameter that counts it.
        off: values that take it away, None where nothing can.
        there: some instance has a part of that name, whatever the values.
    """

    values: Mapping[str, Any] = field(default_factory=dict)
    slot: str | None = None
    names: tuple[str, ...] = ()
    count: str | None = None
    off: Mapping[str, Any] | None = None
    there: bool = False


def forms(word: str) -> tuple[str, ...]:
    """A word with its singular and plural, folded."""
    bases = singulars(fold(word))
    out = [*bases]
    for b in bases:
        out += [b + "s", b + "es"] if not b.endswith("y") else [b[:-1] + "ies", b + "s"]
        if b.endswith("f"):
            out.append(b[:-1] + "ves")
    irregular = {
        "foot": "feet",
        "tooth": "teeth",
        "leaf": "leaves",
        "shelf": "shelves",
        "knife": "knives",
        "hoof": "hooves",
        "antenna": "antennae",
    }
    out += [irregular[b] for b in bases if b in irregular]
    return tuple(dict.fromkeys(out))


@cache
def part_words(family: str) -> Mapping[str, frozenset[str]]:
    """Part name -> its words, over some instances of a family, with everything that can be there."""
    f = get_family(family)
    flags = {p.name: True for p in f.parameters if isinstance(p, Flag)}
    out: dict[str, frozenset[str]] = {}
    for given, seed in [({}, 0), (flags, 1), ({}, 2)]:
        try:
            program = f.instance(seed, given)
        except Exception:
            continue
        for part in program.parts:
            words = {w for w in part.name.split("_") if not w.isdigit()}
            out.setdefault(part.name, frozenset(words | ({*part.group.split("_")} if part.group else set())))
    return out


@cache
def find_part(family: str, words: tuple[str, ...]) -> Found | None:
    """A part of a family that these words name, over synonyms of the last word if need be."""
    f = get_family(family)
    tried: list[tuple[str, ...]] = [words]
    if len(words) > 1:
        tried.append(words[-1:])
    last = singulars(words[-1])[-1]
    tried += [phrase(w) for w in lexicon().parts.get(last, ()) if w]
    for attempt in tried:
        found = _part(f, attempt)
        if found is not None:
            return found
    return None


def exact_part(family: str, words: tuple[str, ...]) -> Found | None:
    """Without synonyms."""
    return _part(get_family(family), words)


def _part(f: Family, words: tuple[str, ...]) -> Found | None:
    names = [" ".join((*words[:-1], form)) for form in forms(words[-1])]
    values: dict[str, Any] = {}
    hit = False
    for name in names:
        for key, given in f.words.items():
            if fold(key).replace("-", " ") == name:
                values, hit = dict(given), True
                break
        if hit:
            break
    slot = _by_name(f.paints, names)
    slot = slot if slot is not None else next((s for s in f.slots if s.replace("_", " ") in names), None)
    flag = _parameter(f, names, Flag)
    counts = _parameter(f, names, Whole)
    if flag is not None and not hit:
        values = {flag.name: True}
    if counts is None:
        number = _parameter(f, names, Real)
        counts = (
            number
            if number is not None
            and number.name in names
            and isinstance(number, Real)
            and number.unit == ""
            and number.high >= 3
            else None
        )
    if counts is not None and not values and isinstance(counts, Whole) and counts.low == 0:
        values = {counts.name: max(1, counts.usual)}
    choice = _parameter(f, names, Choice)
    there = (
        any({*n.split()} & w for n in names for w in part_words(f.name).values())
        if len(words) == 1
        else any({*n.split()} <= w for n in names for w in part_words(f.name).values())
    )
    option = None
    if isinstance(choice, Choice) and not values:
        option = next((o for o in choice.options if o not in NONE), None)
        if any(o in NONE for o in choice.options) and option:
            values = {choice.name: option}
    if not (hit or slot is not None or flag is not None or counts is not None or there or choice is not None):
        return None
    off = _off(f, values, flag, counts, choice)
    return Found(values, slot, tuple(n.split()[-1] for n in names), counts.name if counts else None, off, there)


def _off(f: Family, values: Mapping[str, Any], *parameters: Parameter | None) -> Mapping[str, Any] | None:
    candidates = [*parameters, *(f.parameter(name) for name in values)]
    for p in candidates:
        if isinstance(p, Flag):
            return {p.name: False}
        if isinstance(p, Choice):
            none = next((o for o in p.options if o in NONE), None)
            if none is not None:
                return {p.name: none}
        if isinstance(p, Whole) and p.low == 0:
            return {p.name: 0}
    return None


def _by_name(table: Mapping[str, str], names: list[str]) -> str | None:
    return next((table[k] for n in names for k in table if fold(k).replace("-", " ") == n), None)


def _parameter(f: Family, names: Iterable[str], sort: type) -> Parameter | None:
    wanted = {n.replace(" ", "_") for n in names}
    return next((p for p in f.parameters if isinstance(p, sort) and p.name in wanted), None)


NUMBERS = {
    "arm": (2,),
    "eye": (2,),
    "ear": (2,),
    "wing": (2,),
    "hand": (2,),
    "horn": (2,),
    "head": (1,),
    "tail": (1,),
    "foot": (2, 4),
    "leg": (2, 4),
    "wheel": (2, 4),
    "handle": (1, 2),
}
"""What things have of their parts by nature."""


def natural_number(family: str, word: str, number: int) -> bool:
    """A number that needs no parameter, because the family has that many of the part anyway."""
    names = {*forms(word)}
    made = sum(bool(names & {*name.split("_")}) for name in _plain_parts(family))
    if word in ("leg", "foot") and "arm" in {w for ws in part_words(family).values() for w in ws}:
        return number == 2
    return number == made or (number in NUMBERS.get(word, ()) and (made <= 1 or made % number == 0))


@cache
def _plain_parts(family: str) -> tuple[str, ...]:
    return tuple(p.name for p in get_family(family).instance(0).parts)


@cache
def adjective(family: str, words: tuple[str, ...]) -> Mapping[str, Any] | None:
    """Values for an adjective that a family knows: a word of `words`, an option of a choice, the name of a flag."""
    f = get_family(family)
    name = " ".join(words)
    for key, given in f.words.items():
        if fold(key).replace("-", " ") == name:
            return dict(given)
    for p in f.parameters:
        if isinstance(p, Choice):
            for option in p.options:
                if fold(option).replace("-", " ").replace("_", " ") == name and option not in NONE:
                    return {p.name: option}
        if isinstance(p, Flag) and p.name.replace("_", " ") == name:
            return {p.name: True}
    return None


def measure(family: str, dimension: str, direction: int, part: tuple[str, ...] = ()) -> Mapping[str, float] | None:
    """Values that make a family's measure large (+1) or small (-1); of a part where one is named.

    The first parameter wins whose name has the word of the measure (and of the part).
    """
    f = get_family(family)
    reals = [p for p in f.parameters if isinstance(p, Real)]
    if part:
        named = [p for p in reals if {*forms(part[-1])} & {*p.name.split("_")}]
        order = [p for w in MEASURES[dimension] for p in named if w in p.name.split("_")] or named
    else:
        exact = [p for w in MEASURES[dimension][:2] for p in reals if p.name == w]
        order = exact or [p for w in MEASURES[dimension] for p in reals if w == p.name or w == p.name.split("_")[-1]]
    if not order:
        return None
    p = order[0]
    reach = (p.high - p.usual) if direction > 0 else (p.usual - p.low)
    return {p.name: round(p.usual + direction * 0.85 * reach, 4)}


def slots_like_first(family: str) -> list[str]:
    """Slots that are usually of the same stuff as the first one: a wooden stool has a wooden seat."""
    f = get_family(family)
    names = list(f.slots)
    first = {s.partition(":")[0] for s in f.slots[names[0]]}
    out = names[:1]
    for name in names[1:]:
        own = {s.partition(":")[0] for s in f.slots[name]}
        if len(own & first) * 2 > len(own) and not any(s.startswith("glow") for s in f.slots[name]):
            out.append(name)
    return out


def usual_substances(family: str) -> frozenset[str]:
    """What the first slot is made of, if nobody says otherwise."""
    f = get_family(family)
    return frozenset(s.partition(":")[0] for s in next(iter(f.slots.values())))


LIVING = frozenset(
    {
        "animal",
        "animals",
        "being",
        "beings",
        "creature",
        "creatures",
        "humanoid",
        "humanoids",
        "bird",
        "birds",
        "fish",
        "insect",
        "insects",
        "people",
        "character",
        "characters",
        "monster",
        "monsters",
        "person",
        "sea",
        "fantasy",
        "dinosaur",
        "dinosaurs",
    }
)


def is_living(family: str) -> bool:
    """It has a body of its own: "a ceramic lion" is ceramic all over."""
    usual = usual_substances(family)
    if {"fur", "skin", "feathers", "scales", "hide"} & usual:
        return True
    return get_family(family).category in LIVING and not all(
        stuff(s) in ("metal", "plastic", "stone", "glass") for s in usual
    )


def slot_of_stuff(family: str, name: str) -> str | None:
    """A slot after the first one that is usually of that sort: the iron of "a bench of wood and iron"."""
    slots = get_family(family).slots
    return next((s for s in list(slots)[1:] if any(stuff(x) == stuff(name) for x in slots[s])), None)
