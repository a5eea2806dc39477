from __future__ import annotations

import os
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from maquette.errors import InvalidRequest, NotFound, Unavailable
from maquette.settings import Settings
from maquette.storage.blobs import CHUNK, BlobStore
from tests.services import S3, free_port


@pytest.fixture(params=["local", pytest.param("s3", marks=pytest.mark.s3)])
def blobs(request: pytest.FixtureRequest, data_dir: Path) -> Iterator[BlobStore]:
    if request.param == "local":
        yield BlobStore.open(Settings(data_dir=data_dir))
    else:
        s3: S3 = request.getfixturevalue("s3")
        yield BlobStore.open(Settings(data_dir=data_dir, storage_url=s3.url(), s3_endpoint=s3.endpoint))


def test_what_was_put_is_read_back(blobs: BlobStore) -> None:
    data = os.urandom(100_000)
    blobs.put("a/b/c.bin", data)
    assert blobs.get("a/b/c.bin") == data
    assert blobs.get_range("a/b/c.bin", 10, 20) == data[10:20]
    assert blobs.get_range("a/b/c.bin", 99_990, 200_000) == data[99_990:]
    assert blobs.get_range("a/b/c.bin", 5, 5) == b""
    info = blobs.head("a/b/c.bin")
    assert (info.key, info.size) == ("a/b/c.bin", 100_000)
    assert abs(info.modified.timestamp() - time.time()) < 60
    blobs.put("a/b/c.bin", b"new")
    assert blobs.get("a/b/c.bin") == b"new"
    blobs.put("empty", b"")
    assert blobs.get("empty") == blobs.get_range("empty", 0, 10) == blobs.get_range("a/b/c.bin", 3, 10) == b""


def test_missing_objects(blobs: BlobStore) -> None:
    assert not blobs.exists("no/such")
    for read in (blobs.get, blobs.head, lambda k: blobs.get_range(k, 0, 5)):
        with pytest.raises(NotFound):
            read("no/such")
    blobs.delete("no/such")


def test_listing_and_deleting_a_prefix(blobs: BlobStore) -> None:
    for key in ("x/1/a", "x/1/b", "x/10/a", "y/1"):
        blobs.put(key, b"1")
    assert sorted(b.key for b in blobs.list("x/1")) == ["x/1/a", "x/1/b"]
    assert sorted(b.key for b in blobs.list()) == ["x/1/a", "x/1/b", "x/10/a", "y/1"]
    assert blobs.delete_prefix("x/1") == 2
    assert sorted(b.key for b in blobs.list()) == ["x/10/a", "y/1"]
    assert list(blobs.list("none")) == []


@pytest.mark.parametrize("key", ["../x", "a/../../x", "/etc/passwd", "a//b", "a\\..\\b", "", ".", "a\0b"])
def test_keys_cannot_leave_the_store(blobs: BlobStore, key: str) -> None:
    for use in (blobs.get, blobs.delete, lambda k: blobs.put(k, b"x")):
        with pytest.raises(InvalidRequest):
            use(key)


async def test_streams(blobs: BlobStore) -> None:
    data = os.urandom(3 * CHUNK + 17)
    await blobs.put_async("big", data)
    assert await blobs.get_async("big") == data
    pieces = [p async for p in blobs.stream("big")]
    assert b"".join(pieces) == data
    assert len(pieces) > 1
    assert b"".join([p async for p in blobs.stream("big", start=5)]) == data[5:]
    assert b"".join([p async for p in blobs.stream("big", start=5, end=CHUNK + 9)]) == data[5 : CHUNK + 9]
    assert [p async for p in blobs.stream("big", start=5, end=5)] == []
    with pytest.raises(NotFound):
        _ = [p async for p in blobs.stream("none")]
    await blobs.check_async()


def test_remnants_of_killed_puts_are_swept(data_dir: Path) -> None:
    blobs = BlobStore.open(Settings(data_dir=data_dir))
    blobs.put("work/a/key", b"good")
    remnant = data_dir / "blobs" / "work" / "a" / "other#1"
    remnant.write_bytes(b"half")
    assert [b.key for b in blobs.list()] == ["work/a/key"]
    assert blobs.sweep() == 0  # it may be a put that still runs
    old = time.time() - 7200
    os.utime(remnant, (old, old))
    assert blobs.sweep() == 1
    assert not remnant.exists()
    assert blobs.get("work/a/key") == b"good"


def test_an_unreachable_store_is_unavailable_soon(data_dir: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in S3.ENVIRONMENT.items():
        monkeypatch.setenv(name, value)
    settings = Settings(data_dir=data_dir, storage_url="s3://bucket", s3_endpoint=f"http://127.0.0.1:{free_port()}")
    blobs = BlobStore.open(settings, patience=0.5)
    start = time.monotonic()
    with pytest.raises(Unavailable):
        blobs.get("a")
    assert time.monotonic() - start < 3


@pytest.mark.parametrize("url", ["ftp://x", "s3://", "bucket"])
def test_bad_urls_are_named(data_dir: Path, url: str) -> None:
    with pytest.raises(InvalidRequest, match="storage_url"):
        BlobStore.open(Settings(data_dir=data_dir, storage_url=url))
