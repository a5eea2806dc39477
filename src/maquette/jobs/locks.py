"""Locks that end with their holder: a file lock of the operating system, and a session advisory lock of PostgreSQL.

Neither needs a clean-up after `kill -9`: the kernel, or the server when the connection closes, lets go.
"""

from __future__ import annotations

import hashlib
import os
import sys
import time
from pathlib import Path
from types import TracebackType

import sqlalchemy as sa


class FileLock:
    """An exclusive lock on a file of a local disk, held by this process until `release` or its end."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._fd: int | None = None

    @property
    def held(self) -> bool:
        return self._fd is not None

    def acquire(self, timeout: float = 0.0) -> bool:
        """Try for `timeout` seconds; True if this object holds the lock now."""
        deadline = time.monotonic() + timeout
        while not self._try():
            if time.monotonic() >= deadline:
                return False
            time.sleep(0.05)
        return True

    def _try(self) -> bool:
        if self._fd is not None:
            return True
        self.path.parent.mkdir(parents=True, exist_ok=True)
        # O_CLOEXEC is Python's default, so a child process never keeps the lock of a dead parent alive
        fd = os.open(self.path, os.O_RDWR | os.O_CREAT, 0o600)
        try:
            _lock(fd)
        except OSError:
            os.close(fd)
            return False
        self._fd = fd
        return True

    def release(self) -> None:
        """Let go. The file stays: removing it would let two processes lock two files of one name."""
        if self._fd is not None:
            os.close(self._fd)
            self._fd = None

    def __enter__(self) -> FileLock:
        self.acquire(timeout=60.0)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.release()


if sys.platform == "win32":
    import msvcrt

    def _lock(fd: int) -> None:
        msvcrt.locking(fd, msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _lock(fd: int) -> None:
        fcntl.flock(fd, fcntl.LOCK_EX | fcntl.LOCK_NB)


def advisory_key(name: str) -> int:
    """A signed 64-bit key for `pg_advisory_lock`, the same on every machine."""
    return int.from_bytes(hashlib.sha256(f"maquette:{name}".encode()).digest()[:8], "big", signed=True)


def try_advisory(conn: sa.Connection, name: str) -> bool:
    """Take the session lock `name` on this connection if it is free."""
    return bool(conn.scalar(sa.text("SELECT pg_try_advisory_lock(:k)"), {"k": advisory_key(name)}))


def advisory_held(conn: sa.Connection, name: str) -> bool:
    """Whether any session holds the lock `name`; looks without taking it."""
    key = advisory_key(name) & (2**64 - 1)
    # pg_locks shows a 64-bit key as its upper and lower half, with objsubid 1
    query = sa.text(
        "SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND granted AND objsubid = 1 "
        "AND classid::bigint = :high AND objid::bigint = :low "
        "AND database = (SELECT oid FROM pg_database WHERE datname = current_database())"
    )
    return conn.scalar(query, {"high": key >> 32, "low": key & (2**32 - 1)}) is not None
