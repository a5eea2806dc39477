"""Who lives. Each executor holds a lock on its id; an id whose lock is free for `GRACE` seconds has no living process.

SQLite: all processes share one disk, and the lock is a file lock of the operating system. PostgreSQL: a session advisory lock on a
connection of its own, beside the same file lock. An advisory lock ends with its connection, so a restart of the server takes it from
processes that are well: every executor keeps and re-takes its own lock (`_keep`), and nobody counts as dead before `GRACE` seconds of a
database that answers. Locks are kept by sockets and file handles, not by heartbeats: a stage that holds the interpreter for minutes
does not make its worker look dead.
"""

from __future__ import annotations

import logging
import threading
import time
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import sqlalchemy as sa

from maquette.errors import Unavailable
from maquette.jobs.database import Database
from maquette.jobs.locks import FileLock, advisory_held, try_advisory
from maquette.settings import Settings

GRACE = 6.0
"""Seconds that a lock must be free, with a database that answers, before its owner counts as dead."""
_CLAIM_SECONDS = 5.0
_KEEP_SECONDS = 0.5
_MAX_SLOTS = 256
_KEEPALIVE = {
    "keepalives": 1,
    "keepalives_idle": 2,
    "keepalives_interval": 1,
    "keepalives_count": 3,
    "tcp_user_timeout": 4000,
}
# the server, too, must notice a host that vanished without a word; its default is two hours
_SERVER_KEEPALIVE = "SET tcp_keepalives_idle = 4; SET tcp_keepalives_interval = 1; SET tcp_keepalives_count = 3"
_log = logging.getLogger(__name__)


class Presence:
    """The claim of this process on one executor id, held until `release` or the end of the process.

    Attributes:
        executor_id: `<node>-<slot>`; the node is a random name kept in the data folder, the slot is the first free one there.
        lost: another living process has the id now; this one must end and touch nothing.
    """

    def __init__(self, settings: Settings, database: Database, slot: int | None, on_lost: Callable[[], None]) -> None:
        self._database = database
        self._folder = settings.data_dir / "locks"
        self._file, number = self._claim_file(slot)
        self.executor_id = f"{_node(settings.data_dir)}-{number}"
        self.lost = False
        self._on_lost = on_lost
        self._stop = threading.Event()
        self._engine: sa.Engine | None = None
        self._conn: sa.Connection | None = None
        if not database.sqlite:
            self._claim_advisory()
            threading.Thread(target=self._keep, name="presence", daemon=True).start()

    def _claim_file(self, slot: int | None) -> tuple[FileLock, int]:
        for number in range(_MAX_SLOTS) if slot is None else [slot]:
            lock = FileLock(self._folder / f"executor-{number}.lock")
            # an asked-for slot may still be held for a moment by its former process or by a steward that tidies up after it
            if lock.acquire(0.0 if slot is None else _CLAIM_SECONDS):
                return lock, number
        raise Unavailable(
            f"Worker slot {'0 to 255' if slot is None else slot} of this data folder belongs to a living process. Leave out --slot."
        )

    # -- PostgreSQL

    def _claim_advisory(self) -> None:
        url = self._database.engine.url
        options = {"connect_timeout": 2, "application_name": f"maquette {self.executor_id}", **_KEEPALIVE}
        self._engine = sa.create_engine(url, poolclass=sa.NullPool, isolation_level="AUTOCOMMIT", connect_args=options)
        deadline = time.monotonic() + _CLAIM_SECONDS
        while True:
            try:
                if self._take():
                    return
            except sa.exc.SQLAlchemyError as error:
                if time.monotonic() > deadline:
                    raise Unavailable("The database does not answer. `maquette doctor` checks it.") from error
            if time.monotonic() > deadline:
                self._file.release()
                raise Unavailable(
                    f"Another living process is executor {self.executor_id}. If its data folder was copied, remove `node_id` in this one."
                )
            time.sleep(_KEEP_SECONDS)

    def _take(self) -> bool:
        assert self._engine is not None
        conn = self._engine.connect()
        try:
            conn.exec_driver_sql(_SERVER_KEEPALIVE)
            if try_advisory(conn, self.executor_id):
                self._conn = conn
                return True
        except BaseException:
            conn.invalidate()
            raise
        conn.close()
        return False

    def _keep(self) -> None:
        taken_since: float | None = None
        while not self._stop.wait(_KEEP_SECONDS):
            try:
                if self._conn is not None:
                    self._conn.exec_driver_sql("SELECT 1")
                elif self._take():
                    _log.warning("executor %s has its lock again", self.executor_id)
                    taken_since = None
                else:  # a steward holds it for a moment while it takes our work over; a second process holds it for good
                    taken_since = taken_since or time.monotonic()
                    if time.monotonic() - taken_since > _CLAIM_SECONDS:
                        _log.error("executor id %s was taken by another living process", self.executor_id)
                        self.lost = True
                        self._on_lost()
                        return
            except sa.exc.SQLAlchemyError:
                if self._conn is not None:
                    _log.warning(
                        "executor %s lost its lock with its connection and will take it again", self.executor_id
                    )
                    self._conn.invalidate()
                    self._conn = None

    # -- others

    def alive(self, executor_id: str) -> bool:
        """Whether a process holds the lock of this id now. May raise `Unavailable`."""
        if executor_id == self.executor_id:
            return True
        if not self._database.sqlite:
            with self._database.read() as conn:
                return advisory_held(conn, executor_id)
        with self.standing_in(executor_id) as got:
            return not got

    @contextmanager
    def standing_in(self, executor_id: str) -> Iterator[bool]:
        """Hold a dead executor's lock, so that neither it nor another steward acts for it meanwhile; False if it is not free."""
        if self._database.sqlite:
            lock = FileLock(self._folder / f"executor-{executor_id.rpartition('-')[2]}.lock")
            try:
                yield lock.acquire()
            finally:
                lock.release()
            return
        with self._database.engine.connect() as conn:
            conn = conn.execution_options(isolation_level="AUTOCOMMIT")
            got = try_advisory(conn, executor_id)
            try:
                yield got
            finally:
                conn.invalidate()  # ends the session, and the lock with it

    def release(self) -> None:
        """Let go, so that others need not wait."""
        self._stop.set()
        if self._conn is not None:
            self._conn.close()
            self._conn = None
        self._file.release()


def _node(data_dir: Path) -> str:
    """A name of this data folder, unique in the world. Made once; safe while several processes start."""
    path = data_dir / "node_id"
    with FileLock(data_dir / "locks" / "node_id.lock"):
        if not path.is_file() or not path.read_text().strip():
            fresh = path.with_suffix(".new")
            fresh.write_text(uuid.uuid4().hex[:12])
            fresh.replace(path)
        return path.read_text().strip()
