"""Cuts tokens into spans: the longest known phrases, each with all the roles that it may play."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from maquette.prompts.lexicon import Lexicon, Phrase, Roles
from maquette.prompts.nouns import Kind, Nouns
from maquette.prompts.tokens import Token, singulars

MARKS = frozenset(",;:.!?()/")


@dataclass(frozen=True)
class Span:
    """A phrase of the prompt.

    Attributes:
        text: as written.
        words: folded.
        roles: role -> value, see `Lexicon.roles`; "noun" holds a `Kind`.
        glued: joined to the word before by a hyphen.
    """

    text: str
    words: Phrase
    roles: Roles
    glued: bool = False

    def __contains__(self, role: str) -> bool:
        return role in self.roles

    def get(self, role: str) -> Any:
        """Its value, or None."""
        return self.roles.get(role)

    @property
    def noun(self) -> Kind | None:
        """What it names, if it names a thing."""
        found = self.roles.get("noun")
        return found if isinstance(found, Kind) else None

    @property
    def unknown(self) -> bool:
        """No role at all."""
        return not self.roles

    @property
    def modifies(self) -> bool:
        """It says how something looks."""
        return any(r in self.roles for r in MODIFIERS)


MODIFIERS = (
    "color",
    "shade",
    "several",
    "substance",
    "finish",
    "wear",
    "rusty",
    "damaged",
    "style",
    "themes",
    "pattern",
    "size",
    "measure",
    "glowing",
    "adjective",
)


def tag(tokens: list[Token], lexicon: Lexicon, nouns: Nouns) -> list[Span]:
    """Spans from left to right; at each place the longest phrase that anything is known of."""
    out: list[Span] = []
    i = 0
    longest = max(lexicon.longest, nouns.longest)
    while i < len(tokens):
        token = tokens[i]
        if token.text in MARKS:
            out.append(Span(token.surface, (token.text,), {"mark": token.text}))
            i += 1
            continue
        if token.text[0] == "#":
            out.append(Span(token.surface, (token.text,), {"color": token.text}))
            i += 1
            continue
        if token.text[0].isdigit() and token.text.replace(".", "").replace(",", "").isdigit():
            out.append(Span(token.surface, (token.text,), {"number": float(token.text.replace(",", "."))}, token.glued))
            i += 1
            continue
        span, used = _longest(tokens, i, longest, lexicon, nouns)
        out.append(span)
        i += used
    return out


def _longest(tokens: list[Token], i: int, longest: int, lexicon: Lexicon, nouns: Nouns) -> tuple[Span, int]:
    for n in range(min(longest, len(tokens) - i), 0, -1):
        words = tuple(t.text for t in tokens[i : i + n])
        if any(w in MARKS for w in words):
            continue
        roles = _roles(words, lexicon)
        kind = nouns.find(words)
        if kind is not None:
            roles["noun"] = kind
        if roles or n == 1:
            if not roles:
                roles = {"dropped": True} if tokens[i].left_out else {}
            text = " ".join(("" if not t.glued or k == 0 else "-") + t.surface for k, t in enumerate(tokens[i : i + n]))
            return Span(text.replace(" -", "-"), words, roles, tokens[i].glued), n
    raise AssertionError("unreachable: one word is always a span")


def _roles(words: Phrase, lexicon: Lexicon) -> Roles:
    found = lexicon.roles.get(words)
    if found is None and len(words[-1]) > 3:
        for last in singulars(words[-1])[1:]:
            plural = lexicon.roles.get((*words[:-1], last), {})
            found = {
                k: v
                for k, v in plural.items()
                if k in ("container", "suffix", "liquid", "scenery", "unit", "substance")
            }
            if found:
                break
    return dict(found) if found else {}
