"""News of jobs for those who wait, and how long it will take.

`Watchers` asks the database for all watched jobs of this process with one query each 0.4 s, however many clients listen, and asks
nothing when nobody does. It sees what any process wrote.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncGenerator
from contextlib import suppress

import sqlalchemy as sa

from maquette.errors import Unavailable
from maquette.jobs.database import Database
from maquette.jobs.events import JobEvent
from maquette.jobs.job import Job, JobStatus
from maquette.jobs.tables import jobs

POLL_SECONDS = 0.4
_HISTORY = 100
"""So many of the last finished jobs tell how long steps take."""
_HISTORY_SECONDS = 30.0


class Watchers:
    """Shared by all listeners of one service."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._marks: dict[str, tuple[str, str]] = {}
        self._listeners: dict[str, set[asyncio.Event]] = {}
        self._task: asyncio.Task[None] | None = None

    async def changes(self, job_id: str) -> AsyncGenerator[None, None]:
        """Wakes up at once, and then after each change of the job's row, sometimes without one."""
        event = asyncio.Event()
        self._listeners.setdefault(job_id, set()).add(event)
        if self._task is None or self._task.done():
            self._task = asyncio.create_task(self._poll(), name="watchers")
        try:
            yield
            while True:
                await event.wait()
                event.clear()
                yield
        finally:
            self._listeners[job_id].discard(event)
            if not self._listeners[job_id]:
                del self._listeners[job_id]
                self._marks.pop(job_id, None)

    async def close(self) -> None:
        """Stop asking."""
        if self._task is not None:
            self._task.cancel()
            with suppress(asyncio.CancelledError):
                await self._task

    async def _poll(self) -> None:
        while self._listeners:
            with suppress(Unavailable):  # the listeners wait on
                found = await self._database.run(_marks, list(self._listeners), read_only=True)
                for job_id in list(self._listeners):
                    mark = found.get(job_id, ("gone", ""))
                    if self._marks.get(job_id) != mark:  # also the first time: the listener may have looked before
                        for event in self._listeners.get(job_id, ()):
                            event.set()
                    self._marks[job_id] = mark
            await asyncio.sleep(POLL_SECONDS)


def _marks(conn: sa.Connection, ids: list[str]) -> dict[str, tuple[str, str]]:
    found: dict[str, tuple[str, str]] = {}
    for start in range(0, len(ids), 500):
        query = sa.select(jobs.c.id, jobs.c.status, jobs.c.steps).where(jobs.c.id.in_(ids[start : start + 500]))
        found |= {row.id: (row.status, str(row.steps)) for row in conn.execute(query)}
    return found


class Clockwork:
    """Estimates of the time a job still takes, from the steps of the last finished jobs of the same detail. Kept for 30 s."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._until = 0.0
        self._seconds: dict[str, float] = {}
        self._slots = 1

    async def eta(self, job: Job) -> float | None:
        """Seconds until the end; 0.0 when final, None without any history."""
        if job.status.final:
            return 0.0
        if time.monotonic() >= self._until:
            self._seconds, self._slots = await self._database.run(_history, read_only=True)
            self._until = time.monotonic() + _HISTORY_SECONDS
        known = [self._seconds.get(step.name) for step in job.steps]
        if not any(known):
            return None
        own = sum((s or 0.0) * (1 - step.progress) for s, step in zip(known, job.steps, strict=True))
        whole = sum(s or 0.0 for s in known)
        return round(own + whole * (job.queue_position or 0) / self._slots, 1)


def _history(conn: sa.Connection) -> tuple[dict[str, float], int]:
    """Mean seconds of each step that was computed (not reused), and the number of jobs that run at once."""
    done = sa.select(jobs.c.steps).where(jobs.c.status == JobStatus.SUCCEEDED, jobs.c.mode == "live")
    times: dict[str, list[float]] = {}
    for steps in conn.scalars(done.order_by(jobs.c.created_at.desc()).limit(_HISTORY)):
        for step in steps:
            if step["seconds"]:
                times.setdefault(step["name"], []).append(step["seconds"])
    running = sa.select(sa.func.count()).select_from(jobs).where(jobs.c.status == JobStatus.RUNNING)
    return {name: sum(t) / len(t) for name, t in times.items()}, max(int(conn.scalar(running) or 0), 1)


def event_of(job: Job, former: Job | None, eta: float | None) -> JobEvent:
    """What changed from `former`."""
    stage = next((s.name for s in job.steps if s.status is JobStatus.RUNNING), "")
    kind = "end" if job.status.final else "status" if former is None or former.status is not job.status else "progress"
    return JobEvent(kind, job, stage, 1.0 if job.status is JobStatus.SUCCEEDED else job.progress, eta)  # type: ignore[arg-type]
