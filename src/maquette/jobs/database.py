"""The database: one set of SQL functions on `sqlalchemy.Connection`, run sync in workers and async in the server.

SQLite (default): one file `maquette.db` in the data folder, WAL, `BEGIN IMMEDIATE` for writes. PostgreSQL by URL, through psycopg 3.
DBOS keeps its tables in the same database (schema `dbos` on PostgreSQL), so that a job and its place in the queue are one commit.
"""

from __future__ import annotations

import asyncio
import logging
import sqlite3
import threading
import time
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager
from functools import cached_property
from importlib.resources import files
from typing import Any, TypeVar

import sqlalchemy as sa
from sqlalchemy.exc import DBAPIError, InterfaceError, OperationalError, SQLAlchemyError
from sqlalchemy.exc import TimeoutError as PoolTimeout
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

from maquette.errors import InvalidRequest, Unavailable
from maquette.jobs.locks import FileLock, try_advisory
from maquette.jobs.writer import Writer
from maquette.settings import Settings

T = TypeVar("T")
_READ = "maquette_read_only"
API_SECONDS = 1.8
"""A database call of the server that takes longer counts as "does not answer" (PostgreSQL)."""
SQLITE_BUSY_SECONDS = 8.0
"""How long a SQLite writer waits for another one."""
WAL_PAGES = 8000
"""SQLite's log may grow to so many pages of 4 KiB before a commit has to tidy it up: the writer's second thread does it long before."""
_log = logging.getLogger(__name__)


def database_url(settings: Settings) -> str:
    """The URL as DBOS and people write it, without a driver: `sqlite:////…/maquette.db` or `postgresql://…`.

    Raises:
        InvalidRequest: neither SQLite nor PostgreSQL.
    """
    url = settings.database_url
    if not url:
        return f"sqlite:///{(settings.data_dir / 'maquette.db').absolute()}"
    scheme, mark, rest = url.partition("://")
    if mark and scheme in ("postgresql", "postgres", "postgresql+psycopg"):
        return f"postgresql://{rest}"
    raise InvalidRequest("database_url must begin with postgresql:// ; leave it out for SQLite.", field="database_url")


class Database:
    """One database: a sync engine, and on PostgreSQL an async one, each made at its first use. Safe to share between threads."""

    def __init__(self, url: str, *, pool_size: int = 5) -> None:
        self.url = url
        self.sqlite = url.startswith("sqlite")
        self._pool_size = pool_size
        self._quick_turn = threading.Lock()
        self._quick: sa.Connection | None = None

    @classmethod
    def open(cls, settings: Settings, *, pool_size: int = 5) -> Database:
        url = database_url(settings)
        if url.startswith("sqlite"):
            settings.data_dir.mkdir(parents=True, exist_ok=True)
        return cls(url, pool_size=pool_size)

    @cached_property
    def engine(self) -> sa.Engine:
        """The sync engine."""
        engine = sa.create_engine(self._driver_url(), **self._options())
        self._prepare(engine)
        return engine

    @cached_property
    def _writer(self) -> Writer:
        """SQLite lets its writers poll for the file's lock, and the unlucky ones starve: those of this process queue up here instead."""
        return Writer(self._group, _outage, self._checkpoint)

    @cached_property
    def _group_engine(self) -> sa.Engine:
        """Of the writer's thread. Its commits do not wait for the disk (50 submits a second with pictures of 1 MB: p99 35 ms instead of 85
        to 130); `_checkpoint` syncs them within a second. They survive a crash of the process at once, a loss of power after that second,
        and none of them is ever half there. The files beside the database are written on the same terms.
        """
        engine = sa.create_engine(self._driver_url(), **self._options())
        self._prepare(engine)

        @sa.event.listens_for(engine, "connect")
        def _connect(dbapi: Any, record: Any) -> None:
            dbapi.execute("PRAGMA synchronous=NORMAL").close()

        return engine

    @contextmanager
    def _group(self) -> Iterator[sa.Connection]:
        with _unavailable(), self._group_engine.begin() as conn:
            yield conn

    def _checkpoint(self) -> None:
        """Take the log into the file while commits go on: inside a commit all waiting submits would wait for its syncs of the disk."""
        with self.engine.connect() as conn:
            driver: Any = conn.connection.dbapi_connection
            driver.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchall()

    @cached_property
    def async_engine(self) -> AsyncEngine:
        """The async engine of PostgreSQL, bound to the event loop that first uses it."""
        return create_async_engine(self._driver_url(), **self._options())

    def _driver_url(self) -> str:
        return self.url if self.sqlite else f"postgresql+psycopg://{self.url.partition('://')[2]}"

    def _options(self) -> dict[str, Any]:
        if self.sqlite:
            return {"connect_args": {"timeout": SQLITE_BUSY_SECONDS, "check_same_thread": False}}
        return {
            "pool_size": self._pool_size,
            "max_overflow": 5,
            "pool_timeout": API_SECONDS,
            "pool_pre_ping": True,  # after a restart of the server the first request works, too
            "connect_args": {"connect_timeout": 2, "application_name": "maquette", "prepare_threshold": None},
        }

    def _prepare(self, engine: sa.Engine) -> None:
        if not self.sqlite:
            return

        @sa.event.listens_for(engine, "connect")
        def _connect(dbapi: Any, record: Any) -> None:
            dbapi.isolation_level = None  # the driver would begin late, only before the first write
            cursor = dbapi.cursor()
            cursor.execute("PRAGMA journal_mode=WAL")
            cursor.execute("PRAGMA foreign_keys=ON")
            cursor.execute(f"PRAGMA wal_autocheckpoint={WAL_PAGES}")
            cursor.close()

        @sa.event.listens_for(engine, "begin")
        def _begin(conn: sa.Connection) -> None:
            if conn.connection.dbapi_connection.in_transaction:  # type: ignore[union-attr]
                return  # a look has begun it
            # IMMEDIATE: a transaction that reads and then writes cannot find at its end that another one was faster
            conn.exec_driver_sql("BEGIN" if conn.get_execution_options().get(_READ) else "BEGIN IMMEDIATE")

    # -- sync

    @contextmanager
    def write(self) -> Iterator[sa.Connection]:
        """A transaction that is committed at the end of the block. Raises `Unavailable`."""
        with _unavailable(), self.engine.begin() as conn:
            yield conn

    @contextmanager
    def read(self) -> Iterator[sa.Connection]:
        """A read-only transaction. Raises `Unavailable`."""
        with _unavailable(), self.engine.connect().execution_options(**{_READ: True}) as conn, conn.begin():
            yield conn

    # -- async

    async def run(self, function: Callable[..., T], *args: Any, read_only: bool = False) -> T:
        """Run `function(conn, *args)` in one transaction.

        Raises:
            Unavailable: the database does not answer; on PostgreSQL within 1.8 s.
        """
        if self.sqlite:
            async with _unavailable_async():
                if read_only:
                    return await asyncio.to_thread(self._run, function, args)
                return await asyncio.wrap_future(self._writer.hand_in(lambda conn: function(conn, *args)))
        async with _unavailable_async(), asyncio.timeout(API_SECONDS), self.async_engine.connect() as conn:
            if read_only:
                await conn.execution_options(**{_READ: True})
            async with conn.begin():
                return await conn.run_sync(lambda sync: function(sync, *args))

    async def look(self, function: Callable[..., T], *args: Any) -> T:
        """`run(..., read_only=True)` for a few rows by their keys.

        On SQLite it runs at once, in the event loop's own thread: in WAL mode a reader waits for nobody, and the change of thread takes
        several times as long as the query. Should the file be locked after all, it goes the long way.

        Raises:
            Unavailable: as `run`.
        """
        if self.sqlite and self._quick_turn.acquire(blocking=False):
            try:
                return self._look(function, args)
            except (OperationalError, InterfaceError, sqlite3.OperationalError, sqlite3.InterfaceError):
                self._drop_quick()
            finally:
                self._quick_turn.release()
        return await self.run(function, *args, read_only=True)

    def _look(self, function: Callable[..., T], args: tuple[Any, ...]) -> T:
        if self._quick is None:
            self._quick = self.engine.connect().execution_options(**{_READ: True})
            self._quick.exec_driver_sql("PRAGMA busy_timeout=0")
            self._quick.rollback()
        driver: Any = self._quick.connection.dbapi_connection
        driver.execute("BEGIN")  # a tenth of the time of SQLAlchemy's own
        try:
            return function(self._quick, *args)
        finally:  # nothing was written
            self._quick.rollback()
            if driver.in_transaction:
                driver.execute("ROLLBACK")

    def _drop_quick(self) -> None:
        if self._quick is not None:
            self._quick.invalidate()  # its busy timeout is not for others
            self._quick.close()
            self._quick = None

    def _run(self, function: Callable[..., T], args: tuple[Any, ...]) -> T:
        """One change of thread for a whole transaction: an async driver of SQLite makes about 80 for a submit."""
        with self.read() as conn:
            return function(conn, *args)

    async def close(self) -> None:
        if "async_engine" in self.__dict__:
            await self.async_engine.dispose()
        self.dispose()

    def dispose(self) -> None:
        """Close the sync side."""
        if "_writer" in self.__dict__:
            self._writer.close()
            del self._writer
        if "_group_engine" in self.__dict__:
            self._group_engine.dispose()
            del self._group_engine
        with self._quick_turn:
            self._drop_quick()
        if "engine" in self.__dict__:
            self.engine.dispose()


def _outage(error: BaseException) -> bool:
    if isinstance(error, Unavailable | sqlite3.OperationalError | sqlite3.InterfaceError):
        return True
    if isinstance(error, DBAPIError):
        return isinstance(error, OperationalError | InterfaceError) or error.connection_invalidated
    return isinstance(error, PoolTimeout)


def _unavailable_error() -> Unavailable:
    return Unavailable(
        "The database does not answer. Try again in a few seconds; `maquette doctor` checks it.", retry_after=5.0
    )


@contextmanager
def _unavailable() -> Iterator[None]:
    try:
        yield
    except (SQLAlchemyError, sqlite3.Error) as error:
        if _outage(error):
            raise _unavailable_error() from error
        raise


@asynccontextmanager
async def _unavailable_async() -> AsyncIterator[None]:
    try:
        with _unavailable():
            yield
    except TimeoutError as error:
        raise _unavailable_error() from error


def migrate(settings: Settings) -> None:
    """Bring both sets of tables up to date. Safe while other processes start: one does it, the others wait.

    Raises:
        Unavailable: the database does not answer.
    """
    database = Database.open(settings, pool_size=1)
    try:
        if database.sqlite:
            with FileLock(settings.data_dir / "locks" / "migrate.lock"):
                _upgrade(database)
        else:
            with (
                _unavailable(),
                database.engine.connect() as guard,
            ):  # its own connection: it outlives the migrations' transactions
                guard = guard.execution_options(isolation_level="AUTOCOMMIT")
                # Asking again and again, not waiting in `pg_advisory_lock`: a waiting statement holds a snapshot, and DBOS's
                # CREATE INDEX CONCURRENTLY waits for all snapshots, so the two would wait for each other for ever.
                while not try_advisory(guard, "migrate"):
                    time.sleep(0.1)
                try:
                    _upgrade(database)
                finally:
                    guard.invalidate()  # ends the session, and the lock with it
    finally:
        database.dispose()


def _upgrade(database: Database) -> None:
    from alembic import command
    from alembic.config import Config
    from dbos import DBOS

    config = Config()
    config.set_main_option("script_location", str(files("maquette.jobs") / "migrations"))
    config.set_main_option("path_separator", "os")
    with database.write() as conn:
        config.attributes["connection"] = conn
        command.upgrade(config, "head")
    for name in ("dbos", "alembic.runtime.migration"):
        logging.getLogger(name).setLevel(logging.WARNING)
    DBOS.migrate(database.url)
    if database.sqlite:
        with database.read() as conn:  # DBOS does not set it; it is kept in the file and triples its rate of commits
            _log.debug("journal mode %s", conn.exec_driver_sql("PRAGMA journal_mode").scalar())
