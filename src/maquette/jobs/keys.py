"""API keys: `mq_<public>_<secret><check>`, shown once and stored as a hash.

`public` (10 characters) finds the row; `secret` (32 characters of base 62, 190 random bits) proves the caller; `check` (6 characters,
CRC-32 of all before it) lets a mistyped key be refused without a look into the database and lets scanners recognise leaked keys.
A plain SHA-256 is enough for the stored hash: nobody can guess 190 bits, so a slow password hash would only slow the server.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
import string
import zlib
from dataclasses import dataclass

PREFIX = "mq_"
_ALPHABET = string.digits + string.ascii_letters
_PUBLIC, _SECRET, _CHECK = 10, 32, 6


@dataclass(frozen=True)
class NewKey:
    """A key at the moment of its making. `text` is what the user gets, once."""

    text: str
    public: str
    secret_hash: str


def make_key() -> NewKey:
    """A new random key."""
    public = "".join(secrets.choice(_ALPHABET) for _ in range(_PUBLIC))
    body = f"{PREFIX}{public}_" + "".join(secrets.choice(_ALPHABET) for _ in range(_SECRET))
    text = body + _check(body)
    return NewKey(text, public, hash_secret(text))


def public_part(text: str) -> str | None:
    """The public part of a well-formed key, or None."""
    body, check = text[:-_CHECK], text[-_CHECK:]
    if len(text) != len(PREFIX) + _PUBLIC + 1 + _SECRET + _CHECK or not text.isascii() or not text.startswith(PREFIX):
        return None
    if body[len(PREFIX) + _PUBLIC] != "_" or not hmac.compare_digest(_check(body), check):
        return None
    return body[len(PREFIX) : len(PREFIX) + _PUBLIC]


def hash_secret(text: str) -> str:
    """SHA-256 (hex) of a whole key."""
    return hashlib.sha256(text.encode()).hexdigest()


def matches(text: str, secret_hash: str) -> bool:
    """Constant-time check of a key against its stored hash."""
    return hmac.compare_digest(hash_secret(text), secret_hash)


def _check(body: str) -> str:
    value, out = zlib.crc32(body.encode()), ""
    for _ in range(_CHECK):
        value, digit = divmod(value, len(_ALPHABET))
        out += _ALPHABET[digit]
    return out
