"""Words of a prompt: folded (lower case, no accents), with what was written kept beside; and the singular forms that a word may have."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

_TOKEN = re.compile(
    r"#[0-9a-fA-F]{6}\b|\d+(?:[.,]\d+)?(?=(?:mm|cm|dm|km|m|ft|in|inch|inches|feet|meters?|metres?)\b)|\d+(?:[.,]\d+)?|[^\W\d_]+|[&+,;:.!?()/\-]"
)
_SIMPLE = re.compile(r"^[a-z ]+$")
_IRREGULAR = {
    "feet": "foot",
    "teeth": "tooth",
    "geese": "goose",
    "mice": "mouse",
    "men": "man",
    "women": "woman",
    "children": "child",
    "people": "person",
    "wolves": "wolf",
    "knives": "knife",
    "leaves": "leaf",
    "shelves": "shelf",
    "loaves": "loaf",
    "halves": "half",
    "wives": "wife",
    "lives": "life",
    "elves": "elf",
    "dwarves": "dwarf",
    "thieves": "thief",
    "scarves": "scarf",
    "hooves": "hoof",
    "calves": "calf",
    "dice": "die",
    "oxen": "ox",
    "cacti": "cactus",
    "fungi": "fungus",
    "octopi": "octopus",
    "axes": "axe",
    "pennies": "penny",
    "antennae": "antenna",
    "sheep": "sheep",
    "fish": "fish",
    "deer": "deer",
    "potatoes": "potato",
    "tomatoes": "tomato",
    "heroes": "hero",
    "torpedoes": "torpedo",
    "volcanoes": "volcano",
    "cargoes": "cargo",
    "hues": "hue",
    "glasses": "glasses",
    "scissors": "scissors",
    "pants": "pants",
    "jeans": "jeans",
    "stairs": "stairs",
    "grass": "grass",
    "glass": "glass",
    "dress": "dress",
    "cross": "cross",
    "compass": "compass",
    "chess": "chess",
    "brass": "brass",
    "moss": "moss",
    "bus": "bus",
    "cactus": "cactus",
    "octopus": "octopus",
    "walrus": "walrus",
    "hippopotamus": "hippopotamus",
    "gas": "gas",
    "canvas": "canvas",
    "iris": "iris",
    "tennis": "tennis",
    "lens": "lens",
    "atlas": "atlas",
    "christmas": "christmas",
    "princess": "princess",
    "mattress": "mattress",
    "fortress": "fortress",
    "waitress": "waitress",
}


@dataclass(frozen=True)
class Token:
    """One word, number or mark.

    Attributes:
        text: folded.
        surface: as written.
        glued: joined to the word before by a hyphen.
        left_out: it came from a language's grammar and must not be reported.
    """

    text: str
    surface: str
    glued: bool = False
    left_out: bool = False


def fold(text: str) -> str:
    """Lower case without accents; sharp s as ss, ligatures apart."""
    text = text.lower().replace("ß", "ss").replace("œ", "oe").replace("æ", "ae").replace("’", "'").replace("`", "'")
    return "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))


def tokenize(prompt: str) -> list[Token]:
    """All tokens. A hyphen or an apostrophe joins: "three-legged" is two tokens, the second glued; "knight's" is "knight"."""
    text = re.sub(r"(?<=\w)['’](?:s\b)?", " ", prompt.replace("–", " , ").replace("—", " , "))
    text = re.sub(r"(?i)\bw/(?=\s|\w)", "with ", text)
    text = re.sub(r"(?<=[sxSX])['’](?=\s)", "", text)
    out: list[Token] = []
    glue = False
    last_end = -1
    for match in _TOKEN.finditer(text):
        word = match.group()
        if word == "-":
            joins = match.start() == last_end and match.end() < len(text) and text[match.end()].isalnum()
            if joins:
                glue, last_end = True, match.end()
                continue
            out.append(Token(",", "-"))
            glue, last_end = False, match.end()
            continue
        number_letters = match.start() == last_end and out and out[-1].text[-1].isdigit() and word.isalpha()
        glued = glue or (bool(number_letters) and fold(word) not in ("x",))
        out.append(Token(fold(word), word, glued))
        glue, last_end = False, match.end()
    # "3d", "4k", "18th", "80s": one word, not a number.
    merged: list[Token] = []
    for token in out:
        if (
            merged
            and token.glued
            and merged[-1].text.isdigit()
            and token.text in ("d", "k", "st", "nd", "rd", "th", "s")
        ):
            merged[-1] = Token(merged[-1].text + token.text, merged[-1].surface + token.surface, merged[-1].glued)
        else:
            merged.append(token)
    return merged


@lru_cache(maxsize=65536)
def singulars(word: str) -> tuple[str, ...]:
    """The word itself, then the singular forms that it may have, the likeliest last."""
    if word in _IRREGULAR:
        return (word, _IRREGULAR[word]) if _IRREGULAR[word] != word else (word,)
    out = [word]
    if len(word) > 3 and word.endswith("s") and not word.endswith("ss"):
        if word.endswith("ies") and len(word) > 4:
            out += [word[:-1], word[:-3] + "y"]
        elif word.endswith(("ches", "shes", "sses", "xes", "zes")):
            out += [word[:-1], word[:-2]]
        elif word.endswith("oes"):
            out += [word[:-2], word[:-1]]
        elif word.endswith("ves"):
            out += [word[:-3] + "f", word[:-3] + "fe", word[:-1]]
        else:
            out.append(word[:-1])
    return tuple(out)


def is_plural(word: str) -> bool:
    """It looks like more than one."""
    return len(singulars(word)) > 1


def phrase(text: str) -> tuple[str, ...]:
    """The folded words of a lexicon entry."""
    if _SIMPLE.match(text):
        return tuple(text.split())
    return tuple(t.text for t in tokenize(text))
