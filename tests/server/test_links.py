"""Signed links: exact, altered, expired."""

from __future__ import annotations

from datetime import UTC, datetime
from urllib.parse import unquote

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from maquette.errors import LinkExpired
from maquette.server.links import LinkSigner

START = datetime(2026, 5, 4, tzinfo=UTC).timestamp()


def signer(ahead: float = 0, key: bytes = b"k" * 32) -> LinkSigner:
    return LinkSigner(key, seconds=600, clock=lambda: datetime.fromtimestamp(START + ahead, UTC))


def parts(url: str) -> tuple[str, str]:
    token, name = url.split("/files/")[1].split("/")
    return token, unquote(name)


def test_a_link_ends_in_the_name_and_comes_back():
    url = signer().url("http://host:1/", "asset-1", "base_basic_pbr.glb")
    assert url.startswith("http://host:1/files/")
    assert url.endswith("/base_basic_pbr.glb")
    assert signer().check(*parts(url)) == ("asset-1", 600)


@settings(deadline=None)
@given(st.text(min_size=1, max_size=20), st.text(min_size=1, max_size=20))
def test_any_id_and_name(asset, name):
    try:
        asset.encode()
        name.encode()
    except UnicodeEncodeError:
        return
    url = signer().url("http://h", asset, name)
    assert url.count("/") == 5
    assert signer().check(*parts(url))[0] == asset


def test_it_lives_as_long_as_it_says():
    token, name = parts(signer().url("", "a", "n"))
    assert signer(600).check(token, name) == ("a", 0)
    with pytest.raises(LinkExpired, match="has expired; ask for the download list again"):
        signer(601).check(token, name)


def test_every_altered_character_is_noticed():
    token, name = parts(signer().url("", "asset-1", "n.glb"))
    for i, old in enumerate(token):
        for new in ("A" if old != "A" else "B", "9" if old != "9" else "8", ""):
            with pytest.raises(LinkExpired, match="altered"):
                signer().check(token[:i] + new + token[i + 1 :], name)
    for other in ("", "m.glb", "n.glb ", "N.glb"):
        with pytest.raises(LinkExpired):
            signer().check(token, other)
    with pytest.raises(LinkExpired):
        signer(key=b"x" * 32).check(token, name)
    with pytest.raises(LinkExpired):
        signer().check("+" + token, name)


@settings(deadline=None)
@given(st.text(max_size=80), st.text(max_size=10))
def test_foreign_tokens(token, name):
    with pytest.raises(LinkExpired):
        signer().check(token, name)
