"""`Family`: a kind of object as a parametric program: a function from `Values` to a `Program`, with what it takes written above it."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from maquette.errors import InvalidRequest
from maquette.shapes.draft import Draft
from maquette.shapes.program import Origin, Program
from maquette.shapes.styles import styled


@dataclass(frozen=True)
class Real:
    """A measure: usual value, least, most, what it is ("m" metres, "deg" degrees, "" a ratio)."""

    name: str
    usual: float
    low: float
    high: float
    unit: str = "m"
    about: str = ""

    def sample(self, rng: np.random.Generator) -> float:
        """Triangular about the usual value: seeds look different, and few look odd."""
        return float(rng.triangular(self.low, self.usual, self.high)) if self.high > self.low else self.low

    def checked(self, value: Any) -> float:
        """Within the bounds, else the nearest one."""
        return min(max(float(value), self.low), self.high)


@dataclass(frozen=True)
class Whole:
    """A count."""

    name: str
    usual: int
    low: int
    high: int
    about: str = ""

    def sample(self, rng: np.random.Generator) -> int:
        """The usual one half of the time."""
        return self.usual if rng.random() < 0.5 else int(rng.integers(self.low, self.high + 1))

    def checked(self, value: Any) -> int:
        """Within the bounds, else the nearest one."""
        return min(max(round(float(value)), self.low), self.high)


@dataclass(frozen=True)
class Choice:
    """One of some words; the first is the usual one."""

    name: str
    options: tuple[str, ...]
    about: str = ""

    def sample(self, rng: np.random.Generator) -> str:
        """Any, the first twice as often."""
        return self.options[max(0, int(rng.integers(-1, len(self.options))))]

    def checked(self, value: Any) -> str:
        """The word itself.

        Raises:
            InvalidRequest: none of the options.
        """
        if value not in self.options:
            raise InvalidRequest(f"{self.name}: '{value}' is none of {', '.join(self.options)}.", field="values")
        return str(value)


@dataclass(frozen=True)
class Flag:
    """Something that is there or not; `chance` that it is where nobody says."""

    name: str
    chance: float = 0.5
    about: str = ""

    def sample(self, rng: np.random.Generator) -> bool:
        """By chance."""
        return bool(rng.random() < self.chance)

    def checked(self, value: Any) -> bool:
        """Truth of the value."""
        return bool(value)


Parameter = Real | Whole | Choice | Flag


class Values:
    """The values of one instance: `v.seat_height`, `v.legs`; `v.style`, `v.seed`; `v.rng("slats")` for variety of its own."""

    def __init__(self, family: Family, values: Mapping[str, Any], seed: int, style: str | None) -> None:
        self.family = family
        self.values = dict(values)
        self.seed = seed
        self.style = style

    def __getattr__(self, name: str) -> Any:
        try:
            return self.__dict__["values"][name]
        except KeyError:
            raise AttributeError(f"family '{self.family.name}' has no parameter '{name}'") from None

    def rng(self, name: str) -> np.random.Generator:
        """A generator that depends on the family, the seed and `name` alone."""
        return _rng(self.family.name, name, self.seed)


@dataclass(frozen=True)
class Family:
    """A kind of object.

    Attributes:
        name: one noun, as people ask for it: "chair", "fire hydrant".
        category: "furniture", "animal", …
        nouns: further names of the same thing (synonyms, special kinds), mapped to the values that they imply: {"stool": {"back": "none"}}.
        parameters: what can be set.
        slots: roles of materials with the substances that a seed chooses from; the first slot is what "a red X" or "a wooden X" speaks of.
        words: words that a prompt may use, mapped to the values that bring them about: {"cushion": {"cushion": True}}.
        paints: words of parts mapped to the slots whose material "a red cushion" speaks of (the slots' own names are always known).
        height: least and most usual height in metres of an instance, for checks and for size words.
        floats: pieces of it need not touch.
    """

    name: str
    category: str
    build: Callable[[Values], Draft]
    parameters: tuple[Parameter, ...]
    slots: Mapping[str, tuple[str, ...]]
    nouns: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    words: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    paints: Mapping[str, str] = field(default_factory=dict)
    height: tuple[float, float] = (0.01, 30.0)
    floats: bool = False

    def parameter(self, name: str) -> Parameter | None:
        """The parameter of this name."""
        return next((p for p in self.parameters if p.name == name), None)

    def values(self, seed: int = 0, given: Mapping[str, Any] | None = None, style: str | None = None) -> Values:
        """Values for all parameters: given ones checked, the others sampled, each independently of all others.

        Raises:
            InvalidRequest: a given name or value that does not exist.
        """
        given = given or {}
        for name in given:
            if self.parameter(name) is None:
                known = ", ".join(p.name for p in self.parameters)
                raise InvalidRequest(f"{self.name} has no parameter '{name}'. It has {known}.", field="values")
        out = {
            p.name: p.checked(given[p.name]) if p.name in given else p.sample(_rng(self.name, p.name, seed))
            for p in self.parameters
        }
        return Values(self, out, seed, style)

    def instance(
        self, seed: int = 0, given: Mapping[str, Any] | None = None, slots: Mapping[str, str] | None = None, style: str | None = None
    ) -> Program:  # fmt: skip
        """The program of one instance.

        Args:
            given: values that are wanted; the seed chooses the others.
            slots: substances that are wanted for slots.
            style: one of `STYLES`, or None.

        Raises:
            InvalidRequest: a name or value that does not exist.
        """
        values = self.values(seed, given, style)
        wanted = dict(slots or {})
        for slot in wanted:
            if slot not in self.slots:
                raise InvalidRequest(
                    f"{self.name} has no material '{slot}'. It has {', '.join(self.slots)}.", field="slots"
                )
        chosen = {
            slot: wanted.get(slot) or options[int(_rng(self.name, f"slot {slot}", seed).integers(len(options)))]
            for slot, options in self.slots.items()
        }
        draft = self.build(values)
        origin = Origin(family=self.name, values=values.values, style=style, seed=seed)
        program = draft.program(self.name, chosen, origin, self.floats)
        return styled(program, style, frozenset(wanted))


FAMILIES: dict[str, Family] = {}


def family(
    name: str, category: str, *, parameters: tuple[Parameter, ...], slots: Mapping[str, tuple[str, ...] | str],
    nouns: Mapping[str, Mapping[str, Any]] | tuple[str, ...] = (), words: Mapping[str, Mapping[str, Any]] | None = None,
    paints: Mapping[str, str] | None = None, height: tuple[float, float] = (0.01, 30.0), floats: bool = False,
) -> Callable[[Callable[[Values], Draft]], Callable[[Values], Draft]]:  # fmt: skip
    """Decorator: registers the family that a function builds. See `Family` for the arguments; a function `f(v: Values) -> Draft`."""

    def register(build: Callable[[Values], Draft]) -> Callable[[Values], Draft]:
        if name in FAMILIES:
            raise ValueError(f"two families are called '{name}'")
        FAMILIES[name] = Family(
            name, category, build, parameters, {k: (v,) if isinstance(v, str) else v for k, v in slots.items()},
            nouns if isinstance(nouns, Mapping) else {n: {} for n in nouns}, words or {}, paints or {}, height, floats,
        )  # fmt: skip
        return build

    return register


def _rng(family_name: str, name: str, seed: int) -> np.random.Generator:
    return np.random.default_rng([seed, zlib.crc32(f"{family_name}/{name}".encode())])
