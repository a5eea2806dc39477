"""`Writer`: group commit. One thread writes to SQLite for all callers, and whatever waits when it is free becomes one transaction.

SQLite has one writer at a time, and a commit waits for the disk: while one is on its way the next submits gather, so that a slow disk
delays each of them by two commits at most and not by one for every request before it. A result is given only after its commit.
"""

from __future__ import annotations

import logging
import threading
from collections import deque
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import AbstractContextManager
from typing import Any, TypeVar

import sqlalchemy as sa

T = TypeVar("T")
Work = Callable[[sa.Connection], Any]
MOST = 64
"""Works in one commit."""
TIDY_SECONDS = 1.0
"""After a commit until the log is synced and taken into the database file."""
_log = logging.getLogger(__name__)


class Writer:
    """Safe to share between threads.

    Args:
        begin: opens a transaction, which is committed at the end of its block.
        outage: the database could not do it (locked, full): nothing of the transaction counts.
        tidy: syncs the log and moves it into the database file, within `TIDY_SECONDS` of a commit, in a thread of its own.
    """

    def __init__(
        self,
        begin: Callable[[], AbstractContextManager[sa.Connection]],
        outage: Callable[[BaseException], bool],
        tidy: Callable[[], None],
    ) -> None:
        self._begin, self._outage, self._tidy = begin, outage, tidy
        self._waiting: deque[tuple[Work, Future[Any]]] = deque()
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="writer")
        self._tidier = ThreadPoolExecutor(1, thread_name_prefix="checkpoint")
        self._untidy, self._closing = threading.Event(), threading.Event()

    def hand_in(self, work: Callable[[sa.Connection], T]) -> Future[T]:
        """Do `work` in a transaction. What it raises undoes its own writes only; an outage fails all that shared its transaction."""
        future: Future[T] = Future()
        self._waiting.append((work, future))
        self._thread.submit(self._commit)
        return future

    def close(self) -> None:
        """Finish what waits."""
        self._thread.shutdown()
        self._closing.set()
        self._tidier.shutdown()

    def _commit(self) -> None:
        """Whatever waits now. It is called once for each work and finds nothing when an earlier call took that along."""
        batch: list[tuple[Work, Future[Any]]] = []
        while self._waiting and len(batch) < MOST:
            work, future = self._waiting.popleft()
            if future.set_running_or_notify_cancel():
                batch.append((work, future))
        if not batch:
            return
        outcomes: list[tuple[Future[Any], Any, BaseException | None]] = []
        try:
            with self._begin() as conn:
                for work, future in batch:
                    outcomes.append((future, *self._one(conn, work, alone=len(batch) == 1)))
        except BaseException as error:
            for _, future in batch:
                future.set_exception(error)
            return
        for future, result, fault in outcomes:
            if fault is None:
                future.set_result(result)
            else:
                future.set_exception(fault)
        if not self._untidy.is_set():
            self._untidy.set()
            self._tidier.submit(self._tidily)

    def _one(self, conn: sa.Connection, work: Work, *, alone: bool) -> tuple[Any, BaseException | None]:
        if alone:
            return work(conn), None
        conn.exec_driver_sql("SAVEPOINT work")
        try:
            result = work(conn)
        except Exception as error:
            if self._outage(error):
                raise
            conn.exec_driver_sql("ROLLBACK TO work")
            conn.exec_driver_sql("RELEASE work")
            return None, error
        conn.exec_driver_sql("RELEASE work")
        return result, None

    def _tidily(self) -> None:
        self._closing.wait(TIDY_SECONDS)
        self._untidy.clear()  # a commit from here on asks again
        try:
            self._tidy()
        except Exception:  # the next commits do it
            _log.debug("checkpoint", exc_info=True)
