"""The scheme's own published example, and what a receiver must refuse."""

from __future__ import annotations

import pytest

from maquette.errors import InvalidRequest
from maquette.webhooks.signing import key_of, new_secret, signature, signed_headers, verify


def test_the_example_of_the_specification() -> None:
    got = signature(
        "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "msg_p5jXN8AQM9LWM0D4loKWxJek", 1614265330, b'{"test": 2432232314}'
    )
    assert got == "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="


def test_both_secrets_of_a_rotation_verify_and_nothing_altered_does() -> None:
    old, new, body = new_secret(), new_secret(), b"{}"
    headers = signed_headers((new, old), "m1", 1000, body)
    assert verify(old, headers, body, 1100)
    assert verify(new, headers, body, 900)
    assert not verify(new_secret(), headers, body, 1000)
    assert not verify(new, headers, b"{ }", 1000)
    assert not verify(new, headers | {"webhook-id": "m2"}, body, 1000)
    assert not verify(new, headers, body, 1301)
    assert not verify(new, {}, body, 1000)


def test_a_secret_is_32_random_bytes() -> None:
    assert len(key_of(new_secret())) == 32
    with pytest.raises(InvalidRequest):
        key_of("whsec_short")
