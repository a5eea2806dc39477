"""`read`: a prompt -> `Understanding`. Offline, deterministic, no model: tokens, known phrases, noun phrases, what the families have."""

from __future__ import annotations

from maquette.errors import InvalidRequest, UnsupportedInput
from maquette.prompts.attach import Builder
from maquette.prompts.hosts import find_part
from maquette.prompts.languages import translate
from maquette.prompts.lexicon import lexicon
from maquette.prompts.nouns import Kind, nouns
from maquette.prompts.phrases import NounPhrase, noun_phrases
from maquette.prompts.spelling import corrected, suggestions
from maquette.prompts.tagging import Span, tag
from maquette.prompts.tokens import Token, tokenize
from maquette.prompts.understanding import Understanding

MAX_LETTERS = 4000
MAX_TOKENS = 160
"""What comes after so many words is not read (users are told)."""


def read(prompt: str) -> Understanding:
    """What a prompt asks for.

    Raises:
        InvalidRequest: the prompt is empty.
        UnsupportedInput: it names no object that can be made, or that is near to one that can.
    """
    u = Understanding(prompt)
    tokens = tokenize(prompt[:MAX_LETTERS])
    if not tokens:
        raise InvalidRequest("The prompt is empty. Name an object, for example 'a wooden chair'.", field="prompt")
    if len(tokens) > MAX_TOKENS or len(prompt) > MAX_LETTERS:
        u.warnings.append(
            f"Only the first {MAX_TOKENS} words of the prompt were read. Say the most important things first."
        )
        tokens = tokens[:MAX_TOKENS]
    tokens, u.language = translate(tokens)
    phrases = _phrases(tokens)
    if not any(p.kind for p in phrases):
        tokens, changes = corrected(tokens, bold=True)
        phrases = _phrases(tokens)
    else:
        tokens, changes = corrected(tokens, bold=False)
        if changes:
            phrases = _phrases(tokens)
    if not any(p.kind for p in phrases):
        apart = [word for span in spans(tokens) for word in _apart(span)]
        phrases = noun_phrases(apart, _has_part)
    for wrong, right in changes:
        u.warnings.append(f"'{wrong}' was read as '{right}'.")
    if not any(p.kind for p in phrases):
        raise UnsupportedInput(_refusal(tokens), field="prompt")
    Builder(u).build(phrases)
    return u


def _phrases(tokens: list[Token]) -> list[NounPhrase]:
    return noun_phrases(spans(tokens), _has_part)


def _apart(span: Span) -> list[Span]:
    """A phrase that hid a noun ("crystal glass") word by word."""
    if len(span.words) == 1 or "noise" in span:
        return [span]
    return spans([Token(w, w) for w in span.words[:-1]]) + spans([Token(span.words[-1], span.words[-1])])


def spans(tokens: list[Token]) -> list[Span]:
    """Tagged."""
    return tag(tokens, lexicon(), nouns())


def _has_part(kind: Kind, words: tuple[str, ...]) -> bool:
    return find_part(kind.family, words) is not None


def _refusal(tokens: list[Token]) -> str:
    near = suggestions(tokens)
    hint = f"Did you mean {', '.join(near)}? " if near else ""
    families = ", ".join(EXAMPLES)
    return (
        f"The prompt names no object that can be made. {hint}Name one plainly, for example {families}; "
        "docs/prompts.md lists all kinds."
    )


EXAMPLES = ("chair", "car", "dog", "house", "sword", "robot", "tree", "cake")
