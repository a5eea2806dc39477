"""Spelling: words that nobody knows are read as known ones that are a slip of the finger away."""

from __future__ import annotations

from collections import defaultdict
from functools import cache

from maquette.prompts.lexicon import lexicon
from maquette.prompts.nouns import nouns
from maquette.prompts.tokens import Token, singulars

DERIVED = ("less", "ing", "ed", "ly", "ish", "like", "ful", "ous", "ness", "ier", "iest")
"""Ends of words that are rather derived from others than misspelt."""


def corrected(tokens: list[Token], bold: bool) -> tuple[list[Token], list[tuple[str, str]]]:
    """Tokens with slips mended, and (wrong, right) pairs.

    Args:
        bold: nothing in the prompt is a known thing: try harder, and nouns only count.
    """
    known, things = _words()
    out, changes = [], []
    for token in tokens:
        word = token.text
        least = 4
        if len(word) < least or not word.isalpha() or word in known or any(s in known for s in singulars(word)):
            out.append(token)
            continue
        targets = things if bold else known if len(word) > 4 else _looks()
        if not bold and word.endswith(DERIVED):
            out.append(token)
            continue
        best = _nearest(word, targets, 2 if len(word) >= (7 if bold else 8) else 1, same_start=not bold)
        if best is None:
            out.append(token)
            continue
        changes.append((token.surface, best))
        out.append(Token(best, token.surface, token.glued))
    return out, changes


def suggestions(tokens: list[Token], most: int = 4) -> list[str]:
    """Known things whose spelling is near to some word of the prompt."""
    _, things = _words()
    found: list[tuple[int, str]] = []
    for token in tokens:
        if len(token.text) >= 3 and token.text.isalpha() and (token.text,) not in lexicon().roles:
            limit = max(2, len(token.text) // 3)
            for thing in things:
                d = distance(token.text, thing, limit)
                if d <= limit:
                    found.append((d, thing))
    return [f"'{w}'" for _, w in sorted(found)[:most]]


@cache
def _words() -> tuple[frozenset[str], frozenset[str]]:
    """All single known words; those that name things."""
    lex, kinds = lexicon(), nouns().kinds
    things = {k[0] for k in kinds if len(k) == 1}
    known = {w for p in lex.roles for w in p} | {w for k in kinds for w in k} | set(lex.parts)
    known |= {w for words in lex.parts.values() for p in words for w in p.split()}
    return frozenset(known), frozenset(things)


@cache
def _looks() -> frozenset[str]:
    """Colours and materials: what a word of four letters may be a slip of."""
    return frozenset(
        p[0]
        for p, roles in lexicon().roles.items()
        if len(p) == 1 and len(p[0]) >= 4 and ("color" in roles or "substance" in roles)
    )


@cache
def _by_length(words: frozenset[str]) -> dict[int, tuple[str, ...]]:
    out: dict[int, list[str]] = defaultdict(list)
    for w in sorted(words):
        out[len(w)].append(w)
    return {n: tuple(ws) for n, ws in out.items()}


def _nearest(word: str, words: frozenset[str], limit: int, same_start: bool) -> str | None:
    table, best = _by_length(words), (limit + 1, "")
    for n in range(len(word) - limit, len(word) + limit + 1):
        for other in table.get(n, ()):
            if len(other) < 4 or (same_start and other[0] != word[0]):
                continue
            d = distance(word, other, limit)
            # Of equally near ones the first letters decide, then the alphabet.
            if d <= limit and (d, other[:2] != word[:2], other) < (best[0], best[1][:2] != word[:2], best[1]):
                best = (d, other)
    return best[1] if best[0] <= limit else None


def distance(a: str, b: str, limit: int) -> int:
    """Edits (insert, delete, replace, swap of neighbours) from one to the other; anything above `limit` may come out as limit + 1."""
    if abs(len(a) - len(b)) > limit:
        return limit + 1
    before: list[int] = []
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        two, before, row = before, row, [i]
        for j, y in enumerate(b, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (x != y))
            if i > 1 and j > 1 and x == b[j - 2] and a[i - 2] == y:
                cost = min(cost, two[j - 2] + 1)
            row.append(cost)
        if min(row) > limit:
            return limit + 1
    return row[-1]
