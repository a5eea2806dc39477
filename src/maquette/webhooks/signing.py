"""The Standard Webhooks scheme (https://www.standardwebhooks.com): `v1,` and the base64 of HMAC-SHA256 over `id.timestamp.body`."""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
import secrets
from collections.abc import Mapping, Sequence

from maquette.errors import InvalidRequest

PREFIX = "whsec_"
TOLERANCE_SECONDS = 300


def new_secret() -> str:
    """`whsec_` and the base64 of 32 random bytes."""
    return PREFIX + base64.b64encode(secrets.token_bytes(32)).decode()


def key_of(secret: str) -> bytes:
    """The bytes of a secret. Raises `InvalidRequest`."""
    try:
        key = base64.b64decode(secret.removeprefix(PREFIX), validate=True)
    except (ValueError, binascii.Error):
        key = b""
    if not 16 <= len(key) <= 128:
        raise InvalidRequest("A webhook secret is whsec_ and the base64 of 24 to 64 bytes.", field="secret")
    return key


def signature(secret: str, message_id: str, timestamp: int, body: bytes) -> str:
    """`v1,<base64>`."""
    signed = f"{message_id}.{timestamp}.".encode() + body
    return "v1," + base64.b64encode(hmac.new(key_of(secret), signed, hashlib.sha256).digest()).decode()


def signed_headers(held: Sequence[str], message_id: str, timestamp: int, body: bytes) -> dict[str, str]:
    """The three headers; one signature for each secret (two while one is being replaced)."""
    signatures = " ".join(signature(secret, message_id, timestamp, body) for secret in held)
    return {"webhook-id": message_id, "webhook-timestamp": str(timestamp), "webhook-signature": signatures}


def verify(secret: str, headers: Mapping[str, str], body: bytes, now: float) -> bool:
    """What a receiver does: check the signature in constant time and the time within five minutes."""
    try:
        timestamp = int(headers["webhook-timestamp"])
        wanted = signature(secret, headers["webhook-id"], timestamp, body)
    except (KeyError, ValueError):
        return False
    fresh = abs(now - timestamp) <= TOLERANCE_SECONDS
    return fresh and any(hmac.compare_digest(wanted, s) for s in headers.get("webhook-signature", "").split(" "))
