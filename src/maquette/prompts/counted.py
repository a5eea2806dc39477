"""Counted parts: "three-legged", "four door", "two-story", "blue-eyed"."""

from __future__ import annotations

from maquette.prompts.tagging import Span
from maquette.prompts.tokens import is_plural


def is_ed(span: Span) -> bool:
    return span.words[-1].endswith("ed") and len(span.words) == 1 and len(span.words[-1]) > 3


def is_counted(span: Span, buffer: list[Span], i: int, at: int) -> bool:
    """In "three-legged", "four door", "two-story" what comes between a number and the head is a part that is counted."""
    if i > at >= 0 and not span.glued:
        return False
    if is_ed(span) and not (span.modifies and "adjective" not in span):
        return True
    if span.modifies and span.noun is None:
        return False
    return (
        (span.noun is not None or span.unknown or "container" in span)
        and not is_plural(span.words[-1])
        and i + 1 <= at
        and (span.glued or span.unknown or i + 1 == at)
    )


def stem(word: str) -> str:
    """From "legged" -> "leg", "eyed" -> "eye", "bodied" -> "body"."""
    if not word.endswith("ed") or len(word) < 4:
        return word
    bare = word[:-2]
    if bare.endswith("i"):
        return bare[:-1] + "y"
    if len(bare) > 2 and bare[-1] == bare[-2] and bare[-1] not in "ls":
        return bare[:-1]
    return {
        "ey": "eye",
        "fac": "face",
        "edg": "edge",
        "spik": "spike",
        "tongu": "tongue",
        "flam": "flame",
        "plat": "plate",
        "tir": "tier",
        "scal": "scale",
        "wheel": "wheel",
        "storey": "storey",
        "stori": "story",
        "blad": "blade",
        "tusk": "tusk",
        "nos": "nose",
        "han": "hand",
        "sid": "side",
        "petal": "petal",
    }.get(bare, bare)
