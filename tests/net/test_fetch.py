"""Fetching from a real server on loopback, which only the allow-list opens."""

from __future__ import annotations

import base64
from collections.abc import Iterator

import pytest

from maquette.errors import FetchFailed
from maquette.net.fetch import Fetcher, decode_base64, read_data_url
from tests.net.servers import Site, slow

ALLOW = ("127.0.0.1",)
PATHS = {
    "/a.png": (200, {"Content-Type": "image/png; x=y"}, b"picture"),
    "/hop": (302, {"Location": "/a.png"}, b""),
    "/inside": (302, {"Location": "http://169.254.169.254/latest/meta-data"}, b""),
    "/file": (302, {"Location": "file:///etc/passwd"}, b""),
    "/loop": (301, {"Location": "/loop"}, b""),
    "/zip": (200, {"Content-Encoding": "gzip"}, b"bomb"),
    "/big": (200, {}, b"x" * 2000),
    "/lie": (200, {"Content-Length": "10"}, b"x" * 5),
    "/login": (403, {}, b""),
    "/slow": slow,
}


@pytest.fixture(scope="module")
def site() -> Iterator[Site]:
    with Site(PATHS) as opened:
        yield opened


async def test_a_file_comes_also_over_a_redirect_and_without_traces(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:1")
    monkeypatch.setenv("ALL_PROXY", "http://127.0.0.1:1")
    for path in ("/a.png", "/hop"):
        got = await Fetcher(ALLOW, 5).get(site.url + path, 100)
        assert (got.data, got.media_type, got.name) == (b"picture", "image/png", "a.png")
    headers = {k.lower(): v for k, v in site.seen[-1][2].items()}
    assert headers["host"] == site.url.removeprefix("http://")
    assert headers["accept-encoding"] == "identity"
    assert not {"cookie", "authorization", "referer"} & set(headers)


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        *[
            ("/inside", "private network"),
            ("/file", "Only http"),
            ("/loop", "redirects more than 3"),
        ],
        *[
            ("/zip", "compressed"),
            ("/big", "more than 1,000"),
            ("/lie", "could not be"),
            ("/login", "status 403"),
            ("/none", "404"),
        ],
    ],
)
async def test_what_is_refused(site: Site, path: str, reason: str) -> None:
    with pytest.raises(FetchFailed, match=reason) as caught:
        await Fetcher(ALLOW, 5).get(site.url + path, 1000, field="image_url")
    assert caught.value.field == "image_url"


async def test_nothing_is_sent_to_a_private_address(site: Site) -> None:
    before = len(site.seen)
    port = site.url.rpartition(":")[2]
    for host in ("127.0.0.1", "localhost", "2130706433", "0x7f.1", "0177.0.0.1", "[::ffff:127.0.0.1]"):
        with pytest.raises(FetchFailed):
            await Fetcher((), 5).get(f"http://{host}:{port}/a.png", 100)
    assert len(site.seen) == before


async def test_a_slow_server_is_left(site: Site) -> None:
    with pytest.raises(FetchFailed, match=r"within 0\.3 s"):
        await Fetcher(ALLOW, 0.3).get(site.url + "/slow", 100)


def test_data_urls_are_bounded_and_strict() -> None:
    data = bytes(range(256))
    encoded = base64.b64encode(data).decode()
    got = read_data_url(f"data:image/png;base64,{encoded}", 256)
    assert (got.data, got.media_type) == (data, "image/png")
    assert read_data_url("data:,a%20b", 100).data == b"a b"
    assert decode_base64(base64.urlsafe_b64encode(data).decode().rstrip("="), 256) == data
    for bad in (
        "data:image/png;base64,!!!!",
        "data:image/png;base64,",
        "data:image/png",
        f"data:;base64,{encoded}AAAA",
    ):
        with pytest.raises(FetchFailed):
            read_data_url(bad, 256)
    with pytest.raises(FetchFailed, match="more than"):
        decode_base64("A" * 10_000, 256)
