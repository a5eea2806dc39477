"""API keys: `mq_live_<public>_<secret><check>`, `mq_test_…` for test keys, and `mq_<public>_…` from the first version.

`public` (10 characters) finds the row; `secret` (32 characters of base 62, 190 random bits) proves the caller; `check` (6 characters,
CRC-32 of all before it) lets a mistyped key be refused without a look into the database and lets scanners recognise leaked keys:
`mq_(live_|test_)?[0-9A-Za-z]{10}_[0-9A-Za-z]{38}`. As a pair for HTTP Basic the same key is `mq_live_<public>` and
`mqs_<secret><check>`. A plain SHA-256 is enough for the stored hash: nobody can guess 190 bits, so a slow password hash would only
slow the server.
"""

from __future__ import annotations

import hashlib
import hmac
import re
import secrets
import string
import zlib
from dataclasses import dataclass

from maquette.jobs.identity import Mode

_ALPHABET = string.digits + string.ascii_letters
_PUBLIC, _SECRET, _CHECK = 10, 32, 6
_KEY = re.compile(rf"mq_(?:live_|test_)?([0-9A-Za-z]{{{_PUBLIC}}})_[0-9A-Za-z]{{{_SECRET + _CHECK}}}")
_PAIR = re.compile(rf"mq_(?:live_|test_)?[0-9A-Za-z]{{{_PUBLIC}}}")
SECRET_PREFIX = "mqs_"


@dataclass(frozen=True)
class NewKey:
    """A key at the moment of its making. `text` is what the user gets, once."""

    text: str
    public: str
    secret_hash: str

    @property
    def pair(self) -> tuple[str, str]:
        """Key and secret, for clients that want two."""
        key, _, secret = self.text.rpartition("_")
        return key, SECRET_PREFIX + secret


def make_key(mode: Mode = "live") -> NewKey:
    """A new random key."""
    public = "".join(secrets.choice(_ALPHABET) for _ in range(_PUBLIC))
    body = f"mq_{mode}_{public}_" + "".join(secrets.choice(_ALPHABET) for _ in range(_SECRET))
    text = body + _check(body)
    return NewKey(text, public, hash_secret(text))


def join_pair(key: str, secret: str) -> str:
    """The whole key of a pair; where one of the two is empty or is a whole key already, that one."""
    if _KEY.fullmatch(secret):
        return secret
    if _PAIR.fullmatch(key) and secret:
        return f"{key}_{secret.removeprefix(SECRET_PREFIX)}"
    return key or secret


def public_part(text: str) -> str | None:
    """The public part of a well-formed key, or None."""
    match = _KEY.fullmatch(text)
    if match is None or not hmac.compare_digest(_check(text[:-_CHECK]), text[-_CHECK:]):
        return None
    return match[1]


def shown_key(public: str, mode: str = "live") -> str:
    """How a stored key is named to its owner."""
    return f"mq_{mode}_{public}_…"


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
