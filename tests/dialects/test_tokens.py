"""Keys in headers and signed tokens."""

from __future__ import annotations

import base64
import json
import uuid

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from maquette.dialects.tokens import bearer, derived_uuid, sign, verify

KEY = b"k" * 32


@pytest.mark.parametrize(
    ("header", "key"),
    [
        ("Bearer mq_1", "mq_1"),
        ("bearer  mq_1 ", "mq_1"),
        ("Bearer ", None),
        ("Bearer", None),
        ("Basic mq_1", None),
        ("", None),
        ("mq_1", None),
    ],
)
def test_bearer(header, key):
    assert bearer({"authorization": header}) == key


def test_a_token_is_a_jwt_and_comes_back():
    token = sign(KEY, {"type": 1, "jobIds": ["a"]})
    head, payload, _ = token.split(".")
    assert json.loads(base64.urlsafe_b64decode(head + "==")) == {"alg": "HS256", "typ": "JWT"}
    assert json.loads(base64.urlsafe_b64decode(payload + "=" * (-len(payload) % 4))) == {"type": 1, "jobIds": ["a"]}
    assert verify(KEY, token) == {"type": 1, "jobIds": ["a"]}
    assert verify(b"x" * 32, token) is None


def test_known_answer_of_rfc7519_style_token():
    """Independent of our own reader: the well-known jwt.io example."""
    token = (
        "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiIxMjM0NTY3ODkwIiwibmFtZSI6IkpvaG4gRG9lIiwiaWF0IjoxNTE2MjM5MDIyfQ."
        "SflKxwRJSMeKKF2QT4fwpMeJf36POk6yJV_adQssw5c"
    )
    payload = {"sub": "1234567890", "name": "John Doe", "iat": 1516239022}
    assert sign(b"your-256-bit-secret", payload) == token
    assert verify(b"your-256-bit-secret", token) == payload


def test_every_altered_character_is_noticed():
    token = sign(KEY, {"type": 1, "task": "t"})
    for i, old in enumerate(token):
        new = "A" if old != "A" else "B"
        assert verify(KEY, token[:i] + new + token[i + 1 :]) is None


@settings(deadline=None)
@given(st.text(max_size=200))
def test_foreign_text_is_no_token(text):
    assert verify(KEY, text) is None


def test_derived_uuids_look_like_version_4():
    one = derived_uuid("rodin", "a", "geometry")
    assert one == derived_uuid("rodin", "a", "geometry") != derived_uuid("rodin", "a", "texture")
    parsed = uuid.UUID(one)
    assert (parsed.version, parsed.variant, one) == (4, uuid.RFC_4122, one.lower())
