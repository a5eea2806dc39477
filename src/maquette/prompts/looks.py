"""`steer`: what a prompt that comes with a picture says of materials and styles: the picture gives the shape, the words the surface."""

from __future__ import annotations

from dataclasses import dataclass

from maquette.prompts.languages import translate
from maquette.prompts.lexicon import lexicon
from maquette.prompts.modifiers import Modifiers
from maquette.prompts.nouns import nouns
from maquette.prompts.tagging import tag
from maquette.prompts.tokens import tokenize
from maquette.texture.words import Words, read_prompt


@dataclass(frozen=True)
class Steering:
    """How the surface of a pictured object is to look.

    Attributes:
        text: the prompt in English.
        words: looks in the order of the text, as `maquette.texture.words` makes them, from the prompt in English.
        styles: of `maquette.shapes.family.STYLES`.
        themes: recipes such as "steampunk" (see `maquette.prompts.themes`).
        wear: in [0, 1].
        glow: something is to shine.
        ignored: words that mean nothing for a surface.
    """

    text: str
    words: Words
    styles: tuple[str, ...]
    themes: tuple[str, ...]
    wear: float
    glow: bool
    ignored: tuple[str, ...]


def steer(prompt: str) -> Steering:
    """The looks, styles and wear that a prompt names; never fails: words that mean nothing are listed."""
    tokens, _ = translate(tokenize(prompt))
    spans = tag(tokens, lexicon(), nouns())
    mods = Modifiers()
    ignored = []
    for span in spans:
        if "mark" in span or "relation" in span or "determiner" in span or "noise" in span:
            continue
        if span.modifies:
            mods.add(span)
        else:
            ignored.append(span.text)
    ignored += [s.text for s in mods.rest if not any(s.text == w for w, _ in mods.heard)]
    text = " ".join(t.text for t in tokens)
    styles = tuple(dict.fromkeys(mods.styles))
    return Steering(
        text, read_prompt(text), styles, tuple(mods.themes), mods.wear or 0.0, mods.glow, tuple(dict.fromkeys(ignored))
    )
