"""Everything but nouns that the reader knows: colours, substances, finishes, sizes, styles, relations … from the JSON files beside."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache
from importlib import resources
from typing import Any

from PIL import ImageColor

from maquette.prompts.tokens import phrase

Phrase = tuple[str, ...]
Roles = dict[str, Any]


def data(name: str) -> Any:
    """A JSON file of the package."""
    return json.loads(resources.files("maquette.prompts").joinpath("data", name).read_text("utf-8"))


@dataclass(frozen=True)
class Lexicon:
    """Phrases with the roles that they may play.

    Attributes:
        roles: phrase -> {role: value}, e.g. ("dark", "glass") -> {"substance": "dark glass"}.
        longest: words in the longest phrase.
        words: the raw tables of `words.json`.
        parts: word of a part -> other words for it, likeliest first.
    """

    roles: dict[Phrase, Roles]
    longest: int
    words: dict[str, Any]
    parts: dict[str, tuple[str, ...]]
    relation_starts: frozenset[str] = field(default_factory=frozenset)

    def color(self, word: str) -> str | None:
        """The hex code of a colour word."""
        found = self.roles.get(phrase(word), {}).get("color")
        return found if isinstance(found, str) else None


@cache
def lexicon() -> Lexicon:
    """Loaded once."""
    roles: dict[Phrase, Roles] = defaultdict(dict)

    def add(role: str, entries: Iterable[str], value: Any = True) -> None:
        for entry in entries:
            key = phrase(entry)
            if key:
                roles[key].setdefault(role, value)

    colors, words = data("colors.json"), data("words.json")
    for name, code in colors["names"].items():
        add("color", [name], code)
    for name, code in ImageColor.colormap.items():  # the CSS names
        if isinstance(code, str) and name not in ("snow", "linen", "wheat"):
            add("color", [name], code)
    for name, amount in colors["shades"].items():
        add("shade", [name], amount)
    add("glowing", colors["glowing"])
    for name, pair in colors["several"].items():
        add("several", [name], tuple(pair))
    for substance, names in data("materials.json").items():
        add("substance", (n.strip() for n in names.split(",")), substance)
    for name, value in words["finishes"].items():
        add("finish", [name], value)
    for name, value in words["wear"].items():
        add("wear", [name], value)
    add("rusty", words["rusty"])
    add("damaged", words["damaged"])
    for style, names in words["styles"].items():
        add("style", names, style)
    for theme, names in words["themes"].items():
        for name in names:
            key = phrase(name)
            roles[key]["themes"] = (*roles[key].get("themes", ()), theme)
    for name, value in words["patterns"].items():
        add("pattern", [name], value)
    for name, value in words["sizes"]["overall"].items():
        add("size", [name], value)
    for name, value in words["sizes"]["measures"].items():
        add("measure", [name], tuple(value))
    for name, value in words["numbers"].items():
        add("number", [name], value)
    for name, value in words["units"].items():
        add("unit", [name], value)
    for name, value in words["dimensions"].items():
        add("dimension", [name], value)
    for relation, names in words["relations"].items():
        add("relation", names, relation)
    for name, value in words["liquids"].items():
        add("liquid", [name], value)
    add("determiner", words["determiners"])
    add("container", words["containers"])
    add("suffix", words["suffixes"])
    add("scenery", words["scenery"])
    add("noise", words["noise"])
    add("adjective", words["adjectives"])
    add("negated", words["negated"])
    parts = {k.split("_")[0]: tuple(x.strip() for x in v.split(",")) for k, v in data("parts.json").items()}
    return Lexicon(dict(roles), max(map(len, roles)), words, parts)
