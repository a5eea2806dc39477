"""Nouns: each leads to the nearest family over synonyms, kinds ("alsatian" is a dog) and neighbours ("gazelle" is near a deer)."""

from __future__ import annotations

import heapq
import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

from maquette.prompts.lexicon import data, lexicon
from maquette.prompts.tokens import phrase, singulars
from maquette.shapes.family import Family
from maquette.shapes.library import library

FILES = ("beings", "growing", "home", "built", "vehicles", "arms", "food", "worn", "things")
SAME, KIND, UP, NEAR = 0.3, 1.0, 6.0, 8.0
"""Costs of a step in the graph of nouns; a noun goes to the family that is cheapest to reach."""
FAR = 19.0
"""Dearer than two neighbours on: what is that far is not the same thing any more."""


@dataclass(frozen=True)
class Kind:
    """What a noun stands for.

    Attributes:
        word: the noun itself, singular.
        family: name of the family that makes it.
        values: that this special kind implies.
        hints: adjectives that it implies ("puppy" is small), to be followed where the family can.
        via: the family's own noun through which it was found.
        near: it is only a neighbour of what the family makes: users are warned.
        cost: of the way there.
    """

    word: str
    family: str
    values: Mapping[str, Any]
    hints: tuple[str, ...]
    via: str
    near: bool
    cost: float


@dataclass(frozen=True)
class Nouns:
    """All nouns by their words, and how many words the longest has."""

    kinds: Mapping[tuple[str, ...], Kind]
    longest: int

    def find(self, words: tuple[str, ...]) -> Kind | None:
        """The kind of these words, the last of which may be plural."""
        if not words or len(words) > self.longest:
            return None
        for last in singulars(words[-1]):
            found = self.kinds.get((*words[:-1], last))
            if found is not None:
                return found
        return None


@dataclass(frozen=True)
class _Edge:
    to: tuple[str, ...]
    cost: float
    hints: tuple[str, ...] = ()


def nouns() -> Nouns:
    """Of the library as it is."""
    return _nouns(tuple(library()))


@cache
def _edges() -> dict[tuple[str, ...], list[_Edge]]:
    out: dict[tuple[str, ...], list[_Edge]] = defaultdict(list)
    here = {p.name for p in resources.files("maquette.prompts").joinpath("data", "nouns").iterdir()}
    for name in FILES:
        if f"{name}.json" not in here:
            continue
        content = data(f"nouns/{name}.json")
        for group in content["same"]:
            keys = [_key(x) for x in group.split(",")]
            members = [k for k in keys if not _adjectival(k) and not (_plain(k) and k[1:] in keys)]
            for member in members[1:]:
                out[members[0]].append(_Edge(member, SAME))
                out[member].append(_Edge(members[0], SAME))
        for sort, cost in (("kinds", KIND), ("near", NEAR)):
            for parent, children in content[sort].items():
                for child in children.split(","):
                    word, _, hints = child.partition("(")
                    key, up, said = _key(word), _key(parent), tuple(hints.strip(" )").split())
                    if (not said and _adjectival(key)) or (_plain(key) and key[1:] == up and said in ((), key[:1])):
                        continue  # the adjective is heard by itself
                    out[up].append(_Edge(key, cost, said))
                    if sort == "kinds":  # where one kind only can be made, it stands for all
                        out[key].append(_Edge(up, UP))
    return out


def _key(text: str) -> tuple[str, ...]:
    words = phrase(text.strip())
    # Known by the singular of the last word, unless the plural is a word of its own.
    return (*words[:-1], singulars(words[-1])[-1]) if words else ()


def _plain(key: tuple[str, ...]) -> bool:
    return len(key) > 1 and (_PLAIN.match(key[0]) or _STUFF.match(key[0])) is not None


def _adjectival(key: tuple[str, ...]) -> bool:
    """An "old radio" is no noun of its own: "old" is to be heard by itself."""
    roles = lexicon().roles.get(key[:1], {})
    return len(key) > 1 and ("wear" in roles or "rusty" in roles)


@cache
def _nouns(names: tuple[str, ...]) -> Nouns:
    families: Mapping[str, Family] = library()
    kinds: dict[tuple[str, ...], Kind] = {}
    heap: list[tuple[float, int, tuple[str, ...], Kind]] = []
    count = 0
    for name in names:
        for noun, values in [(name, {}), *families[name].nouns.items()]:
            key, cost = _key(noun), 0.0 if noun == name else 0.15
            if key:
                heap.append(
                    (cost, count, key, Kind(" ".join(key), name, dict(values), _implied(key), noun, False, cost))
                )
                count += 1
    heapq.heapify(heap)
    edges = _edges()
    while heap:
        cost, _, key, kind = heapq.heappop(heap)
        if key in kinds:
            continue
        kinds[key] = kind
        for edge in edges.get(key, ()):
            if edge.to in kinds or cost + edge.cost > FAR:
                continue
            # A neighbour is not everything that its neighbour is: special values stay behind.
            near = edge.cost >= UP
            hints = tuple(dict.fromkeys((*(() if near else kind.hints), *(edge.hints or _implied(edge.to)))))
            step = Kind(
                " ".join(edge.to),
                kind.family,
                {} if near else kind.values,
                hints,
                kind.via,
                kind.near or near,
                cost + edge.cost,
            )
            heapq.heappush(heap, (step.cost, count, edge.to, step))
            count += 1
    for key, hints in _own_hints().items():
        if key in kinds and kinds[key].cost < SAME:
            k = kinds[key]
            kinds[key] = Kind(k.word, k.family, k.values, hints, k.via, k.near, k.cost)
    return Nouns(kinds, max((len(k) for k in kinds), default=0))


@cache
def _own_hints() -> dict[tuple[str, ...], tuple[str, ...]]:
    """Hints of nouns that a family may know by itself, too: a "fire truck" is red whoever says so."""
    return {e.to: e.hints for edges in _edges().values() for e in edges if e.hints and e.cost == KIND}


_STUFF = re.compile(
    r"^(marble|stone|iron|leather|glass|gold|silver|bronze|brass|copper|metal|steel|clay|ceramic|porcelain|cardboard|plastic|crystal|wicker|velvet|wool)$"
)
NAMES = frozenset(
    {
        ("iron", "man"),
        ("iron", "man", "helmet"),
        ("iron", "ore"),
        ("gold", "ore"),
        ("metal", "guitar"),
        ("metal", "pipe"),
    }
)
"""Nouns that begin with the name of a substance, and are not made of it."""
_PLAIN = re.compile(
    r"^(wooden|golden|metallic|red|green|blue|yellow|purple|pink|white|black|brown|gr[ae]y|steampunk|cyberpunk)$"
)


def _implied(key: tuple[str, ...]) -> tuple[str, ...]:
    """Words before the last one that say something by themselves: a "cyberpunk motorcycle" is one noun, and a style."""
    roles = lexicon().roles
    for n in range(len(key) - 1, 0, -1):
        if _PLAIN.match(" ".join(key[:n])) or "style" in roles.get(key[:n], {}):
            return key[:n]
    if key[1:2] == ("of",) and key[0] in ("pile", "stack", "heap"):
        key = key[2:]
    if (
        len(key) > 1
        and _STUFF.match(key[0])
        and key[0] not in ("crystal", "cardboard")
        and key[1] != "of"
        and key not in NAMES
    ):
        return key[:1]  # a "gold coin" is of gold
    return ()
