"""`BlobStore`: bytes by key, in a local folder or in an S3-compatible object store, through obstore.

Keys are relative, slash-separated and made by this program only: `images/…` (uploads), `work/…` (stage outputs), `assets/…` (files of
finished jobs). A put is atomic on both back ends: a reader sees the whole object or none. On a local disk a process that is killed
half-way leaves a `name#1` remnant, which is never listed and which `sweep` removes.
"""

from __future__ import annotations

import os
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import obstore
from obstore.exceptions import BaseError
from obstore.store import LocalStore, S3Store

from maquette.errors import InvalidRequest, NotFound, Unavailable
from maquette.settings import Settings

CHUNK = 1 << 20
"""Bytes per piece of a streamed file."""
_REMNANT_SECONDS = 3600.0
"""A `#` file younger than this may be a put that is still running."""


@dataclass(frozen=True)
class BlobInfo:
    """What a listing tells of one object. `modified` is in UTC."""

    key: str
    size: int
    modified: datetime


class BlobStore:
    """Sync methods for workers and the command line, `…_async` ones for the server. Safe to share between threads.

    Every method raises `Unavailable` when the store does not answer and `NotFound` for a key that is not there.
    """

    def __init__(self, store: Any, *, folder: Path | None = None) -> None:
        self._store = store
        self._folder = folder

    @classmethod
    def local(cls, folder: Path) -> BlobStore:
        """A store in `folder`, which is made if it is missing."""
        folder.mkdir(parents=True, exist_ok=True)
        return cls(LocalStore(folder), folder=folder)

    @classmethod
    def open(cls, settings: Settings, *, patience: float = 2.0) -> BlobStore:
        """The store that the settings name.

        Args:
            patience: seconds that a failing request to an object store is retried before `Unavailable`: short in a server, long in a
                worker, which has nothing better to do.

        Raises:
            InvalidRequest: `storage_url` is not `s3://bucket[/prefix]`.
        """
        url = settings.storage_url
        if not url:
            return cls.local(settings.data_dir / "blobs")
        if not url.startswith("s3://") or not url[5:].split("/")[0]:
            raise InvalidRequest(f"storage_url {url} is not understood. Write s3://bucket/prefix.", field="storage_url")
        bucket, _, prefix = url[5:].partition("/")
        options: dict[str, Any] = {}
        if settings.s3_endpoint:
            options["endpoint"] = settings.s3_endpoint
        region = os.environ.get("AWS_REGION") or os.environ.get("AWS_DEFAULT_REGION") or "us-east-1"
        seconds = timedelta(seconds=patience)
        store = S3Store(
            bucket,
            prefix=prefix.strip("/") or None,
            region=region,
            client_options={
                "allow_http": bool(settings.s3_endpoint and settings.s3_endpoint.startswith("http://")),
                "connect_timeout": timedelta(seconds=min(patience, 10.0)),
                "timeout": timedelta(seconds=max(patience, 60.0)),
            },
            retry_config={
                "max_retries": 10,
                "retry_timeout": seconds,
                "backoff": {"init_backoff": timedelta(milliseconds=50), "max_backoff": timedelta(seconds=5), "base": 2},
            },
            **options,
        )
        return cls(store)

    # -- sync

    def put(self, key: str, data: bytes) -> None:
        """Store `data`; an object of the same key is replaced."""
        with _errors(key):
            obstore.put(self._store, _checked(key), data)

    def get(self, key: str) -> bytes:
        with _errors(key):
            return bytes(obstore.get(self._store, _checked(key)).bytes())

    def get_range(self, key: str, start: int, end: int) -> bytes:
        """Bytes `[start, end)`, or fewer if the object ends before."""
        if end <= start:
            return b""
        with _errors(key):
            try:
                return bytes(obstore.get_range(self._store, _checked(key), start=start, end=end))
            except BaseError:
                if obstore.head(self._store, key)["size"] > start:
                    raise
                return b""  # both back ends refuse a range that begins at the end

    def head(self, key: str) -> BlobInfo:
        with _errors(key):
            return _info(obstore.head(self._store, _checked(key)))

    def exists(self, key: str) -> bool:
        try:
            self.head(key)
        except NotFound:
            return False
        return True

    def delete(self, key: str) -> None:
        """Remove an object; nothing happens if it is not there."""
        with _errors(key):
            try:
                obstore.delete(self._store, _checked(key))
            except FileNotFoundError:
                return

    def list(self, prefix: str = "") -> Iterator[BlobInfo]:
        """All objects under a folder-like prefix, in no particular order."""
        with _errors(prefix):
            for batch in obstore.list(self._store, prefix=_checked(prefix) if prefix else None):
                yield from (_info(meta) for meta in batch)

    def delete_prefix(self, prefix: str) -> int:
        """Remove everything under a folder-like prefix; gives the number of objects."""
        keys = [blob.key for blob in self.list(prefix)]
        for key in keys:
            self.delete(key)
        return len(keys)

    def sweep(self, *, older_than: float = _REMNANT_SECONDS) -> int:
        """Remove what killed puts left on a local disk (files named `…#N`), and empty folders; gives the number of files."""
        if self._folder is None:
            return 0  # an object store drops an unfinished upload itself
        limit, removed = time.time() - older_than, 0
        for root, _, files in os.walk(self._folder, topdown=False):
            for name in files:
                path = Path(root, name)
                stem, mark, number = name.rpartition("#")
                try:
                    if mark and stem and number.isdigit() and path.stat().st_mtime < limit:
                        path.unlink()
                        removed += 1
                except FileNotFoundError:  # another sweeper was faster
                    continue
            if Path(root) != self._folder:
                _remove_if_old_and_empty(Path(root), limit)
        return removed

    # -- async

    async def put_async(self, key: str, data: bytes) -> None:
        with _errors(key):
            await obstore.put_async(self._store, _checked(key), data)

    async def get_async(self, key: str) -> bytes:
        with _errors(key):
            return bytes(await (await obstore.get_async(self._store, _checked(key))).bytes_async())

    async def stream(self, key: str, *, start: int = 0, end: int | None = None) -> AsyncIterator[bytes]:
        """Bytes `[start, end)` (default: all) in pieces of about 1 MB; never holds the whole file."""
        if end is not None and end <= start:
            return
        options: Any = {}
        if end is not None:
            options["range"] = (start, end)
        elif start:
            options["range"] = {"offset": start}
        with _errors(key):
            result = await obstore.get_async(self._store, _checked(key), options=options)
            async for chunk in result.stream(min_chunk_size=CHUNK):
                yield bytes(chunk)

    async def check_async(self) -> None:
        """Raises `Unavailable` unless the store answers."""
        with _errors("health"):
            try:
                await obstore.head_async(self._store, "health")
            except FileNotFoundError:
                return


def _checked(key: str) -> str:
    parts = key.rstrip("/").split("/")
    if key.startswith("/") or any(part in ("", ".", "..") for part in parts) or "\\" in key or "\0" in key:
        raise InvalidRequest(f"'{key}' is not a storage key. Keys are relative paths without '..'.", field="key")
    return key


@contextmanager
def _errors(key: str) -> Iterator[None]:
    try:
        yield
    except FileNotFoundError:
        raise NotFound(f"There is no stored file '{key}'. It may have been removed after its retention time.") from None
    except (BaseError, OSError) as error:
        raise Unavailable(
            "The file store does not answer. Check MAQUETTE_STORAGE_URL, its credentials and free space.",
            retry_after=5.0,
        ) from error


def _info(meta: Any) -> BlobInfo:
    return BlobInfo(meta["path"], int(meta["size"]), meta["last_modified"])


def _remove_if_old_and_empty(folder: Path, limit: float) -> None:
    try:
        if folder.stat().st_mtime < limit:
            folder.rmdir()
    except OSError:  # not empty, or already gone
        return
