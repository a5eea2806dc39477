"""`JobQueue` and `JobExecutor`: the whole of what this program asks of a queue. DBOS is behind them and can be replaced there."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, Protocol

import sqlalchemy as sa

Checkpoint = Callable[[Callable[[], dict[str, Any]]], dict[str, Any]]
"""Runs a function whose result (JSON) is kept: a later run of the same job gets the result without running it again."""


class JobQueue(Protocol):
    """Durable hand-over of job ids to workers, at least once. All methods may raise the driver's errors when the database is down."""

    def enqueue(self, conn: sa.Connection, job_id: str, priority: int) -> None:
        """Queue a job inside the caller's transaction; a repeated call for one id is one job. Smaller priorities run first."""
        ...

    def taken(self) -> Mapping[str, list[str]]:
        """Ids of the jobs that executors have taken and not ended, by executor id."""
        ...

    def give_back(self, job_ids: Iterable[str]) -> None:
        """Queue taken jobs again. Only for whoever holds their executor's lock: see `steward.py`."""
        ...

    def dead_ends(self, job_ids: Iterable[str]) -> Mapping[str, str]:
        """Those of the jobs that no executor will take any more, with the queue's word for why."""
        ...

    def forget(self, older_than: float) -> int:
        """Remove the queue's own records of jobs that ended more than so many seconds ago; gives their number."""
        ...

    def close(self) -> None:
        """Let go of connections."""
        ...


class JobExecutor(Protocol):
    """Takes jobs from the queue and runs them in this process."""

    def start(self) -> None:
        """Begin to take jobs; those that a former process of this executor id left are taken up again."""
        ...
