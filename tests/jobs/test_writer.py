"""Group commit: one transaction for all that waits, and each work stands or falls by itself."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from concurrent.futures import Future
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa

from maquette.errors import InvalidRequest, Unavailable
from maquette.jobs.database import Database
from maquette.jobs.writer import Writer

COUNT = "SELECT group_concat(n) FROM (SELECT n FROM t ORDER BY n)"


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    database = Database(f"sqlite:///{tmp_path / 'x.db'}")
    with database.write() as conn:
        conn.exec_driver_sql("CREATE TABLE t (n INTEGER PRIMARY KEY)")
    yield database
    database.dispose()


def numbers(database: Database) -> str | None:
    with database.read() as conn:
        return conn.exec_driver_sql(COUNT).scalar()


def add(n: int) -> Any:
    def work(conn: sa.Connection) -> int:
        conn.execute(sa.text("INSERT INTO t VALUES (:n)"), {"n": n})
        return n

    return work


def begun(database: Database) -> list[int]:
    """Counts the transactions from now on."""
    count: list[int] = []
    sa.event.listen(database._group_engine, "begin", lambda conn: count.append(1))
    return count


def together(database: Database, *works: Any) -> list[Future[Any]]:
    """Hand all in while the writer is busy."""
    free, busy = threading.Event(), threading.Event()

    def wait(conn: sa.Connection) -> None:
        busy.set()
        free.wait(10)

    first = database._writer.hand_in(wait)
    busy.wait(10)
    futures = [database._writer.hand_in(work) for work in works]
    free.set()
    first.result(10)
    for future in futures:
        future.exception(10)
    return futures


def test_what_waits_is_one_transaction_and_its_results_come_after_the_commit(database: Database) -> None:
    count = begun(database)
    futures = together(database, *[add(n) for n in range(20)])
    assert [future.result() for future in futures] == list(range(20))
    assert len(count) == 2
    assert numbers(database) == ",".join(map(str, range(20)))


def test_an_error_undoes_its_own_writes_only(database: Database) -> None:
    def refuse(conn: sa.Connection) -> None:
        add(2)(conn)
        raise InvalidRequest("No.")

    one, two, three, four = together(database, add(1), refuse, add(1), add(4))
    assert (one.result(), four.result()) == (1, 4)
    assert isinstance(two.exception(), InvalidRequest)
    assert isinstance(three.exception(), sa.exc.IntegrityError)
    assert numbers(database) == "1,4"


def test_an_error_alone_undoes_its_transaction(database: Database) -> None:
    def refuse(conn: sa.Connection) -> None:
        add(2)(conn)
        raise InvalidRequest("No.")

    with pytest.raises(InvalidRequest):
        database._writer.hand_in(refuse).result(10)
    assert database._writer.hand_in(add(3)).result(10) == 3
    assert numbers(database) == "3"


def test_an_outage_fails_all_of_its_transaction_and_none_of_the_next(database: Database) -> None:
    def full(conn: sa.Connection) -> None:
        raise sa.exc.OperationalError("INSERT", {}, Exception("database or disk is full"))

    futures = together(database, add(1), full, add(3))
    assert [type(future.exception()) for future in futures] == [Unavailable] * 3
    assert numbers(database) is None
    assert database._writer.hand_in(add(4)).result(10) == 4


def test_what_was_given_up_is_not_done(database: Database) -> None:
    free, busy = threading.Event(), threading.Event()

    def wait(conn: sa.Connection) -> None:
        busy.set()
        free.wait(10)

    first = database._writer.hand_in(wait)
    busy.wait(10)
    given_up, kept = database._writer.hand_in(add(1)), database._writer.hand_in(add(2))
    assert given_up.cancel()
    free.set()
    assert (first.result(10), kept.result(10)) == (None, 2)
    assert numbers(database) == "2"


def test_the_log_goes_into_the_file_beside_the_commits(database: Database) -> None:
    file = Path(database.url.removeprefix("sqlite:///"))
    before = file.stat().st_size
    for n in range(100):
        database._writer.hand_in(lambda conn, n=n: conn.exec_driver_sql(f"CREATE TABLE t{n} (x)")).result(10)
    database._writer._tidier.shutdown()
    assert file.stat().st_size > before + 50 * 4096


def test_commits_are_synced_within_a_second_or_so_and_before_the_end(database: Database) -> None:
    synced = threading.Event()
    writer = Writer(database._group, lambda error: False, synced.set)
    writer.hand_in(add(1)).result(10)
    assert synced.wait(10)
    synced.clear()
    writer.hand_in(add(2)).result(10)
    writer.close()
    assert synced.is_set()


def test_only_the_group_leaves_the_sync_to_the_tidier(database: Database) -> None:
    for engine, level in ((database.engine, 2), (database._group_engine, 1)):
        with engine.connect() as conn:
            assert conn.exec_driver_sql("PRAGMA synchronous").scalar() == level
