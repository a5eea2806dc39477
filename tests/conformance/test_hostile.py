"""Hostile requests: whatever the fields hold, no answer is a crash; broken connections leave the server well."""

from __future__ import annotations

import io
import json
import socket
import time
import zlib

import pytest
import pytest_asyncio
import requests
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from maquette.dialects.rodin.parse import FIELDS
from tests.conformance.asks import images, refused
from tests.server.harness import open_world, picture

OTHERS = (
    "images",
    "image",
    "model",
    "asset_id",
    "strength",
    "resolution",
    "escore",
    "subscription_key",
    "task_uuid",
    "usage_page",
)
NAMES = st.sampled_from([*FIELDS, *OTHERS]) | st.text(min_size=1, max_size=8)
TEXT = st.text(max_size=20) | st.sampled_from(
    ["[", "[]", '["', "[1,2,3]", "1e999", "NaN", "-1", "true", "\0", "😀", "Sketch", "9" * 400]
)
JSON = st.recursive(
    TEXT | st.none() | st.booleans() | st.integers() | st.floats(allow_nan=True),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXT, inner, max_size=2),
    max_leaves=5,
)
PATHS = tuple(
    f"/api/v2/{name}"
    for name in ("rodin", "status", "download", "check_balance", "rodin_texture_only", "bang", "polygen")
)
FEW = settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
GOOD = picture(size=24)
SHARP = "Input buffer contains unsupported image format"


@pytest_asyncio.fixture(loop_scope="module", scope="module")
async def world(tmp_path_factory):
    async with open_world(tmp_path_factory.mktemp("hostile"), parallel_limit=100_000) as opened:
        yield opened


async def answered(world, **kwargs) -> None:
    async with world.client() as client:
        for path in PATHS:
            answer = await client.post(path, **kwargs)
            assert answer.status_code in (200, 201), (path, answer.text)
            assert isinstance(answer.json(), dict)


@pytest.mark.asyncio(loop_scope="module")
@FEW
@given(st.dictionaries(NAMES, TEXT | st.lists(TEXT, max_size=4), max_size=6))
async def test_forms_with_a_good_picture(world, fields):
    await answered(world, data=fields, files=[("images", ("a", GOOD))])


@pytest.mark.asyncio(loop_scope="module")
@FEW
@given(st.dictionaries(NAMES, TEXT, max_size=6))
async def test_urlencoded_fields(world, fields):
    await answered(world, data=fields)


@pytest.mark.asyncio(loop_scope="module")
@FEW
@given(st.dictionaries(NAMES, JSON, max_size=6))
async def test_json_fields(world, fields):
    await answered(world, content=json.dumps(fields).encode(), headers={"Content-Type": "application/json"})


@pytest.mark.asyncio(loop_scope="module")
@FEW
@given(st.binary(max_size=200))
async def test_noise_after_a_pictures_magic(world, noise):
    for magic in (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff\xe0", b"RIFF\x10\0\0\0WEBP", b"GIF89a", b"BM", b"II*\0"):
        async with world.client() as client:
            answer = await client.post("/api/v2/rodin", files={"images": magic + noise})
        assert answer.status_code == 201, answer.text


def bomb() -> bytes:
    """20 000 x 20 000 white pixels in 39 kB of PNG."""
    out = io.BytesIO(b"\x89PNG\r\n\x1a\n")
    out.seek(0, 2)

    def chunk(kind: bytes, data: bytes) -> None:
        out.write(len(data).to_bytes(4, "big") + kind + data + zlib.crc32(kind + data).to_bytes(4, "big"))

    chunk(b"IHDR", (20_000).to_bytes(4, "big") * 2 + b"\x01\x00\x00\x00\x00")
    chunk(b"IDAT", zlib.compress(b"\0" * (20_000 * 2501), 9))
    chunk(b"IEND", b"")
    return out.getvalue()


HOSTILE = {
    "zero bytes": (b"", SHARP),
    "cut header": (picture()[:20], SHARP),
    "svg": (b"<svg xmlns='http://www.w3.org/2000/svg'/>", SHARP),
    "text": (b"not a picture at all", SHARP),
    "noise": (bytes(range(256)) * 100, SHARP),
    "bomb": (bomb(), "million pixels"),
    "30 MB": (picture() + b"\0" * 30_000_000, "at most"),
}


@pytest.mark.asyncio(loop_scope="module")
@pytest.mark.parametrize("name", HOSTILE)
async def test_hostile_pictures_are_refused_at_once(world, name):
    data, said = HOSTILE[name]
    start = time.monotonic()
    assert said in await refused(world, files=images(data))
    assert time.monotonic() - start < 3


@pytest.mark.asyncio(loop_scope="module")
async def test_bodies_of_the_wrong_size_and_shape(world):
    headers = {"Content-Length": str(10**12), "Content-Type": "multipart/form-data; boundary=b"}
    assert "MiB" in await refused(world, status=413, headers=headers, content=iter_nothing())
    assert "KiB" in await refused(world, path="/api/v2/status", status=413, json={"subscription_key": "x" * 70_000})
    await refused(world, content=b"{", headers={"Content-Type": "application/json"})
    await refused(world, content=b"x", headers={"Content-Type": "multipart/form-data; boundary=b"})
    text = b'{"subscription_key": "\\ud800\\u0000 nul"}'
    await refused(world, "NO_SUCH_TASK", "/api/v2/status", content=text, headers={"Content-Type": "application/json"})
    await refused(world, "NO_SUCH_TASK", "/api/v2/download", content=text.replace(b"subscription_key", b"task_uuid"))


async def iter_nothing():
    yield b""


def test_broken_connections(server):
    host, port = server.url.removeprefix("http://").split(":")
    key = f"Authorization: Bearer {server.world.key}\r\n".encode()
    head = b"POST /api/v2/rodin HTTP/1.1\r\nHost: x\r\n" + key
    multipart = b"Content-Type: multipart/form-data; boundary=b\r\n"
    for raw in (
        b"",
        b"\x16\x03\x01\x02\x00",
        b"GET / HTTP/1.1\r\nA: " + b"b" * 100_000,
        head + b"Content-Length: -5\r\n\r\n",
        head + b"Transfer-Encoding: chunked\r\n\r\nZZ\r\n",
        head + multipart + b"Content-Length: 1000\r\n\r\n--b\r\nContent-Disposi",
        head + multipart + b"Transfer-Encoding: chunked\r\n\r\n5\r\n--b\r\n\r\n",
    ):
        with socket.create_connection((host, int(port)), timeout=5) as connection:
            connection.sendall(raw)
    start = time.monotonic()
    assert requests.get(f"{server.url}/healthz", timeout=5).json() == {"status": "ok"}
    assert time.monotonic() - start < 3
