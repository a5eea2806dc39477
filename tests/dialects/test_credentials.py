"""One key in every vendor's place."""

from __future__ import annotations

import base64

import pytest
from hypothesis import given
from hypothesis import strategies as st
from starlette.datastructures import Headers

from maquette.dialects.credentials import ALL_PLACES, credential_from
from maquette.jobs.keys import make_key

KEY = make_key()
PUBLIC, SECRET = KEY.pair


def basic(text: str) -> str:
    return "Basic " + base64.b64encode(text.encode()).decode()


@pytest.mark.parametrize(
    "header",
    [
        *[
            ("Authorization", f"Bearer {KEY.text}"),
            ("authorization", f"bearer  {KEY.text} "),
            ("AUTHORIZATION", f"KEY {KEY.text}"),
        ],
        *[("Authorization", f"Token {KEY.text}"), ("X-API-Key", KEY.text), ("Ocp-Apim-Subscription-Key", KEY.text)],
        *[("Authorization", basic(f"{PUBLIC}:{SECRET}")), ("Authorization", f"Key {PUBLIC}:{SECRET}")],
        *[("Authorization", basic(f"{KEY.text}:")), ("Authorization", basic(f":{KEY.text}"))],
        *[("Authorization", basic(f"{KEY.text}:anything")), ("Authorization", basic(f"user:{KEY.text}"))],
    ],
)
def test_the_key_is_found(header: tuple[str, str]) -> None:
    assert credential_from(Headers(dict([header]))) == KEY.text


def test_only_the_places_of_the_dialect_count() -> None:
    headers = Headers({"Authorization": "Bearer a", "X-Api-Key": "b"})
    assert credential_from(headers) == "a"
    assert credential_from(headers, ("x-api-key", "bearer")) == "b"
    assert credential_from(headers, ("ocp-apim-subscription-key",)) is None
    assert credential_from(Headers({"Authorization": "Bearer a"}), ("basic",)) is None


@given(st.text(max_size=80))
def test_nonsense_breaks_nothing(text: str) -> None:
    for scheme in ("", "Bearer ", "Basic ", "Key "):
        assert credential_from({"authorization": scheme + text}, ALL_PLACES) is None or text
