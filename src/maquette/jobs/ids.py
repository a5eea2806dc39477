"""Vendor-shaped ids that need no table: a UUID in base 62 behind a prefix, and back."""

from __future__ import annotations

import string
import uuid

_ALPHABET = string.digits + string.ascii_uppercase + string.ascii_lowercase
LENGTH = 24
"""Characters after the prefix; 22 are enough for 128 bits."""


def new_id() -> str:
    """A fresh UUID v4 for `submit(job_id=…)`."""
    return str(uuid.uuid4())


def encode_id(prefix: str, uid: str, length: int = LENGTH) -> str:
    """`job_` and a UUID to `job_00xX…`: `length` (at least 22) characters of 0-9, A-Z, a-z."""
    number, digits = uuid.UUID(uid).int, ""
    while number:
        number, digit = divmod(number, 62)
        digits = _ALPHABET[digit] + digits
    return prefix + digits.rjust(length, _ALPHABET[0])


def decode_id(prefix: str, text: str) -> str | None:
    """The UUID of an id made by `encode_id` with the same prefix; None for anything else."""
    body = text.removeprefix(prefix)
    if not text.startswith(prefix) or not 22 <= len(body) <= 40 or not body.isascii() or not body.isalnum():
        return None
    number = 0
    for character in body:
        number = number * 62 + _ALPHABET.index(character)
    return str(uuid.UUID(int=number)) if number < 1 << 128 else None
