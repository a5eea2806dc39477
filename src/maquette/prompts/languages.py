"""Other languages: prompts in German, French, Spanish or Italian are put into English word by word: enough for the reader."""

from __future__ import annotations

from functools import cache

from maquette.prompts.lexicon import data, lexicon
from maquette.prompts.nouns import nouns
from maquette.prompts.tokens import Token, phrase, singulars

Table = dict[tuple[str, ...], tuple[str, ...]]
LONGEST = 4
JOINTS = ("", "s", "n", "en", "es", "er", "e")
"""Letters between the halves of a German compound."""


def translate(tokens: list[Token]) -> tuple[list[Token], str]:
    """English tokens, and the language (ISO 639-1) that most words are of; English where nothing speaks for another one."""
    words = [t.text for t in tokens if t.text.isalpha()]
    english = sum(map(_is_english, words))
    best, score = "en", english
    for language in ("de", "fr", "es", "it"):
        known = _known(language, words)
        if known > score:
            best, score = language, known
    if best == "en":
        return tokens, "en"
    return _translated(tokens, best), best


def _is_english(word: str) -> bool:
    return (word,) in lexicon().roles or any((s,) in nouns().kinds for s in singulars(word)) or word in ("a", "the")


def _known(language: str, words: list[str]) -> int:
    table = _table(language)
    return sum(
        (len(w) > 1 and (w,) in table) or (language == "de" and len(w) > 6 and _split(w, table) is not None)
        for w in words
    )


def _translated(tokens: list[Token], language: str) -> list[Token]:
    table = _table(language)
    out: list[Token] = []
    i = 0
    while i < len(tokens):
        for n in range(min(LONGEST, len(tokens) - i), 0, -1):
            words = tuple(t.text for t in tokens[i : i + n])
            english = table.get(words)
            if english is None and n == 1 and language == "de" and len(words[0]) > 6 and not _is_english(words[0]):
                english = _split(words[0], table)
            if english is not None:
                surface = " ".join(t.surface for t in tokens[i : i + n])
                out += [Token(w, surface, k > 0 and "legged" in english[k:]) for k, w in enumerate(english)]
                i += n
                break
        else:
            out.append(tokens[i])
            i += 1
    return out


def _split(word: str, table: Table) -> tuple[str, ...] | None:
    """Of "Holzstuhl" wood and chair: the longest known tail and a known front."""
    for cut in range(3, len(word) - 2):
        tail = table.get((word[cut:],))
        if tail is None or len(word) - cut < 3:
            continue
        front = word[:cut]
        for joint in JOINTS:
            if front.endswith(joint):
                bare = front[: len(front) - len(joint)] if joint else front
                if len(bare) > 2 and (bare,) in table:
                    return (*table[(bare,)], *tail)
    return None


@cache
def _table(language: str) -> Table:
    """Words of a language with their endings -> English words."""
    content = data("languages.json")[language]
    out: Table = {}

    def add(foreign: str, english: str) -> None:
        key = phrase(foreign)
        if key:
            out.setdefault(key, phrase(english))

    for sort in ("function", "nouns", "adjectives"):
        for english, foreign in content[sort].items():
            for word in foreign.split(","):
                add(word.strip(), english)
    endings = content["endings"]
    for sort in ("adjectives", "nouns"):
        for english, foreign in content[sort].items():
            for word in foreign.split(","):
                word = word.strip()
                if " " in word:
                    continue
                stems = [word]
                if language in ("es", "it") and word[-1] in "oae":
                    stems.append(word[:-1])
                if language == "fr" and word.endswith(("al", "au")):
                    add(word[:-2] + "aux", english)
                if language == "de" and word.endswith("el"):
                    stems.append(word[:-2] + "l")
                for stem in stems:
                    for ending in endings:
                        if len(stem) > 2:
                            add(stem + ending, english)
    return out
