"""`compose`: an `Understanding` -> `Program`: the families' instances, dressed, sized, and put together."""

from __future__ import annotations

import numpy as np

from maquette.errors import InvalidRequest, UnsupportedInput
from maquette.prompts.dress import dressed
from maquette.prompts.placing import bounds, joined, placed
from maquette.prompts.reader import read
from maquette.prompts.relate import relate
from maquette.prompts.themes import STYLES as THEME_STYLES
from maquette.prompts.understanding import Thing, Understanding
from maquette.prompts.usual import with_usual
from maquette.shapes.library import get_family
from maquette.shapes.program import MAX_PARTS, Program

STYLE_ORDER = ("low-poly", "sci-fi", "medieval", "cartoon", "damaged", "realistic")
"""Where a prompt names several styles, the families are asked for the first of these."""


def read_program(prompt: str, seed: int = 0, style: str | None = None) -> tuple[Program, Understanding]:
    """A prompt as a program, and what was understood of it.

    Raises:
        InvalidRequest, UnsupportedInput: see `read`.
    """
    understanding = read(prompt)
    return compose(understanding, seed=seed, style=style), understanding


def compose(understanding: Understanding, *, seed: int, style: str | None = None) -> Program:
    """The program of what was understood. Parts that turn out not to be there are added to `understanding.ignored`.

    Args:
        style: overrides what the prompt says.

    Raises:
        UnsupportedInput: too many parts.
    """
    if not understanding.objects:
        raise InvalidRequest("Nothing was understood. Read a prompt first.", field="prompt")
    programs = []
    for i, thing in enumerate(understanding.objects):
        programs += _copies(thing, seed + 101 * i, style, understanding)
    program = programs[0] if len(programs) == 1 else side_by_side(programs)
    if len(program.parts) > MAX_PARTS:
        raise UnsupportedInput(
            f"The prompt asks for {len(program.parts)} parts, more than {MAX_PARTS}. Ask for fewer things at a time.",
            field="prompt",
        )
    name = understanding.prompt.strip()[:200] or program.name
    return program.model_copy(update={"name": name})


def one(thing: Thing, seed: int, style: str | None, understanding: Understanding) -> Program:
    """One instance with its relations."""
    family = get_family(thing.family)
    values = with_usual(family.name, _checked(thing, understanding), seed)
    program = family.instance(seed, values, style=chosen_style(thing, style))
    program, missing = dressed(program, thing)
    for word in missing:
        if word not in understanding.ignored:
            understanding.ignored.append(word)
    program = _sized(program, thing)
    for i, relation in enumerate(thing.relations):
        guests = _copies(relation.thing, seed + 17 * (i + 1), style, understanding)
        guest = guests[0] if len(guests) == 1 else side_by_side(guests)
        held = sum(r.kind == "holding" for r in thing.relations[:i])
        program = relate(program, guest, relation, held)
    return program


def chosen_style(thing: Thing, style: str | None = None) -> str | None:
    """The style that the family is asked for."""
    if style is not None:
        return style
    for name in STYLE_ORDER:
        if name in thing.styles:
            return name
    return next((s for theme in thing.themes if (s := THEME_STYLES.get(theme))), None)


def _checked(thing: Thing, understanding: Understanding) -> dict[str, object]:
    """Values that the family takes; words of a family may name what another version of it had."""
    family = get_family(thing.family)
    out: dict[str, object] = {}
    for name, value in thing.values.items():
        parameter = family.parameter(name)
        try:
            if parameter is not None:
                out[name] = parameter.checked(value)
        except InvalidRequest:
            understanding.warnings.append(f"{thing.family}: '{name}' cannot be '{value}'; it was left to chance.")
    return out


def _sized(program: Program, thing: Thing) -> Program:
    scale = np.full(3, thing.scale) * [thing.stretch.get(a, 1.0) for a in "xyz"]
    if not thing.sizes:
        return placed(program, scale=(float(scale[0]), float(scale[1]), float(scale[2])))
    low, high = bounds(program)
    side = np.maximum(high - low, 1e-6)
    if "size" in thing.sizes:
        factor = thing.sizes["size"] / side.max()
        return placed(program, scale=float(factor))
    axes = {"height": 1, "width": 0, "depth": 2, "length": 2 if side[2] >= side[0] else 0, "thickness": 2}
    factors = {axes[k]: v / side[axes[k]] for k, v in thing.sizes.items() if k in axes}
    if len(factors) == 1:
        return placed(program, scale=float(next(iter(factors.values()))))
    mean = float(np.exp(np.mean(np.log(list(factors.values())))))
    return placed(
        program, scale=(float(factors.get(0, mean)), float(factors.get(1, mean)), float(factors.get(2, mean)))
    )


def _copies(thing: Thing, seed: int, style: str | None, understanding: Understanding) -> list[Program]:
    first = one(thing, seed, style, understanding)
    most = max(1, MAX_PARTS // (2 * len(first.parts)))
    count = min(thing.count, most)
    if count < thing.count:
        understanding.warnings.append(f"Of {thing.count} of '{thing.noun}' {count} were made: they have many parts.")
    if count == 1:
        return [first]
    if thing.pile:
        return [
            heap(
                [first] + [one(thing, seed + k, style, understanding) for k in range(1, count)], thing.pile, thing.noun
            )
        ]
    # A pair is alike; several are a mixture.
    return [first] + [first if count == 2 else one(thing, seed + k, style, understanding) for k in range(1, count)]


def side_by_side(programs: list[Program]) -> Program:
    """In a row along X on the ground, a tenth of their width apart, the first in the middle of two neighbours at most."""
    out: Program | None = None
    x = 0.0
    for p in programs:
        low, high = bounds(p)
        width = float(high[0] - low[0])
        moved = placed(p, at=(x - float(low[0]), 0.0, 0.0))
        out = moved if out is None else joined(out, moved, p.name)
        x += width * 1.12
    assert out is not None
    low, high = bounds(out)
    middle = placed(out, at=(-float(low[0] + high[0]) / 2, 0.0, 0.0))
    return middle.model_copy(update={"floats": True, "extent": float((high - low).max())})


def heap(programs: list[Program], kind: str, noun: str) -> Program:
    """A stack, or a pile: the first on top of the others' ring. Neighbours overlap a little."""
    out: Program | None = None
    y = 0.0
    n = len(programs)
    for k, p in enumerate(programs):
        low, high = bounds(p)
        side = high - low
        angle = 2.39996 * k
        turn = np.array([[np.cos(angle), 0, np.sin(angle)], [0, 1, 0], [-np.sin(angle), 0, np.cos(angle)]])
        if kind == "stack":
            moved = placed(p, turn=turn if k % 2 else None, at=(0.0, y - float(low[1]), 0.0))
            y += float(side[1]) * 0.97
        elif k == n - 1 and n > 2:
            moved = placed(p, turn=turn, at=(0.0, float(side[1]) * 0.72 - float(low[1]), 0.0))
        else:
            r = 0.42 * float(min(side[0], side[2]))
            a = 2 * np.pi * k / max(n - 1, 1)
            moved = placed(p, turn=turn, at=(r * np.cos(a), -float(low[1]), r * np.sin(a)))
        out = moved if out is None else joined(out, moved, noun)
    assert out is not None
    low, high = bounds(out)
    return out.model_copy(update={"extent": float((high - low).max()), "floats": True})
