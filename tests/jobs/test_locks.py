from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

import pytest

from maquette.jobs.database import Database
from maquette.jobs.locks import FileLock, advisory_held, try_advisory
from tests.services import Postgres

HOLD = """
import sys, pathlib
from maquette.jobs.locks import FileLock
lock = FileLock(pathlib.Path(sys.argv[1]))
print(lock.acquire(), flush=True)
sys.stdin.read()
"""


def test_a_file_lock_ends_with_kill_9(tmp_path: Path) -> None:
    path = tmp_path / "locks" / "a.lock"
    child = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert child.stdout is not None
    assert child.stdout.readline() == "True\n"
    lock = FileLock(path)
    assert not lock.acquire()
    child.kill()
    child.wait()
    assert lock.acquire(timeout=1.0)
    assert lock.held
    assert not FileLock(path).acquire()  # nor does this process get it twice
    lock.release()
    assert FileLock(path).acquire()
    for stream in (child.stdin, child.stdout):
        assert stream is not None
        stream.close()


@pytest.mark.postgres
def test_an_advisory_lock_ends_with_its_connection_and_can_be_seen(postgres: Postgres) -> None:
    database = Database(postgres.url())
    with database.engine.connect() as mine, database.engine.connect() as other:
        assert not advisory_held(other, "x")
        assert try_advisory(mine, "x")
        assert not try_advisory(other, "x")
        assert advisory_held(other, "x")
        assert not advisory_held(other, "y")
        mine.invalidate()
        deadline = time.monotonic() + 10
        while not try_advisory(other, "x"):  # the server needs a moment to see that the connection is gone
            assert time.monotonic() < deadline
            time.sleep(0.01)
    database.dispose()
