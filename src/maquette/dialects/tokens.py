"""Credentials in headers, and signed tokens (JWT, HS256) for the ids that vendors hand out as opaque keys."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import uuid
from collections.abc import Mapping
from typing import Any

MAX_TOKEN = 4096
_HEADER = {"alg": "HS256", "typ": "JWT"}


def bearer(headers: Mapping[str, str]) -> str | None:
    """The key of `Authorization: Bearer <key>`; the scheme in any case."""
    scheme, _, key = headers.get("authorization", "").strip().partition(" ")
    return key.strip() or None if scheme.lower() == "bearer" else None


def b64url(data: bytes) -> str:
    """Base64 for URLs, without padding (RFC 7515 §2)."""
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def un_b64url(text: str) -> bytes:
    """Inverse of `b64url`; ValueError for anything that it would not have written."""
    data = base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True)
    if b64url(data) != text:
        raise ValueError("not canonical")
    return data


def _json(value: object) -> bytes:
    return json.dumps(value, separators=(",", ":")).encode()


def _signature(key: bytes, signed: str) -> str:
    return b64url(hmac.new(key, signed.encode(), hashlib.sha256).digest())


def sign(key: bytes, payload: Mapping[str, Any]) -> str:
    """A JWT (RFC 7519) signed with HMAC-SHA-256."""
    signed = f"{b64url(_json(_HEADER))}.{b64url(_json(dict(payload)))}"
    return f"{signed}.{_signature(key, signed)}"


def verify(key: bytes, token: str) -> dict[str, Any] | None:
    """The payload of a token made by `sign` with the same key, else None. Compares in constant time."""
    if len(token) > MAX_TOKEN or token.count(".") != 2 or not token.isascii():
        return None
    signed, _, signature = token.rpartition(".")
    if not hmac.compare_digest(_signature(key, signed), signature):
        return None
    try:
        payload = json.loads(un_b64url(signed.partition(".")[2]))
    except ValueError:
        return None
    return payload if isinstance(payload, dict) else None


def derived_uuid(*parts: str) -> str:
    """A UUID with the shape of version 4 that is the same for the same parts."""
    digest = hashlib.sha256("/".join(parts).encode()).digest()
    return str(uuid.UUID(bytes=digest[:16], version=4))
