"""`Steward`: one thread in every worker that looks after work which nobody does any more, and cleans up now and then.

1. Jobs taken by an executor whose lock has been free for `GRACE` seconds: it holds that lock itself and queues them again.
2. Jobs that this executor has taken for DBOS but does not run (the answer to a claim was lost): the same.
3. Jobs that are not final while the queue has given them up: FAILED, with a reason.
Any number of stewards may work at once.
"""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable, Mapping

import sqlalchemy as sa

from maquette.errors import EngineError
from maquette.jobs import store
from maquette.jobs.database import Database
from maquette.jobs.presence import GRACE, Presence
from maquette.jobs.queue import JobQueue
from maquette.jobs.retention import collect_garbage
from maquette.jobs.tables import jobs
from maquette.settings import Settings
from maquette.storage.blobs import BlobStore

TICK_SECONDS = 1.0
_DEAD_END_SECONDS = 15.0
_GARBAGE_SECONDS = 3600.0
_log = logging.getLogger(__name__)


class Steward:
    """Args: `running` gives the ids of the jobs that this process runs now."""

    def __init__(
        self,
        settings: Settings,
        database: Database,
        blobs: BlobStore,
        queue: JobQueue,
        presence: Presence,
        running: Callable[[], set[str]],
    ) -> None:
        self._settings, self._database, self._blobs = settings, database, blobs
        self._queue, self._presence, self._running = queue, presence, running
        self._free_since: dict[str, float] = {}
        self._idle_since: dict[str, float] = {}
        self._stop = threading.Event()
        self._next_dead_ends = 0.0
        self._next_garbage = time.monotonic() + 60.0

    def start(self) -> None:
        """Start the thread."""
        threading.Thread(target=self._loop, name="steward", daemon=True).start()

    def stop(self) -> None:
        """Stop taking work over."""
        self._stop.set()

    def hand_over(self) -> None:
        """Before this executor ends: queue its jobs again, so that others take them at once."""
        try:
            mine = self._queue.taken().get(self._presence.executor_id, [])
            with self._database.write() as conn:
                for job_id in mine:
                    store.release_run(conn, job_id)
            self._queue.give_back(mine)
        except Exception:  # then they wait for GRACE seconds
            _log.warning("could not give jobs back; another worker will find them", exc_info=True)

    def _loop(self) -> None:
        while not self._stop.wait(TICK_SECONDS):
            try:
                self.tick()
            except Exception as error:
                # an unreachable database proves nothing about anybody: all counts of time start again
                self._free_since.clear()
                self._idle_since.clear()
                _log.warning("steward: %s", error)

    def tick(self) -> None:
        """One round."""
        taken = self._queue.taken()
        self._adopt(taken)
        self._check_own(taken.get(self._presence.executor_id, []))
        now = time.monotonic()
        if now >= self._next_dead_ends:
            self._next_dead_ends = now + _DEAD_END_SECONDS
            self._end_dead_ends()
        if now >= self._next_garbage:
            self._next_garbage = now + _GARBAGE_SECONDS
            collect_garbage(self._settings, self._database, self._blobs, self._queue)

    def _adopt(self, taken: Mapping[str, list[str]]) -> None:
        now = time.monotonic()
        for executor_id in taken:
            if self._presence.alive(executor_id):
                self._free_since.pop(executor_id, None)
                continue
            if now - self._free_since.setdefault(executor_id, now) < GRACE:
                continue
            with self._presence.standing_in(executor_id) as got:
                if not got:
                    continue
                # read again under the lock: only its holder changes what this executor has taken
                orphans = self._queue.taken().get(executor_id, [])
                self._queue.give_back(orphans)
            self._free_since.pop(executor_id, None)
            _log.warning("executor %s is gone; queued %d of its jobs again", executor_id, len(orphans))
        for gone in set(self._free_since) - set(taken):
            del self._free_since[gone]

    def _check_own(self, mine: list[str]) -> None:
        now, running = time.monotonic(), self._running()
        idle = [job_id for job_id in mine if job_id not in running]
        self._idle_since = {job_id: self._idle_since.get(job_id, now) for job_id in idle}
        lost = [job_id for job_id, since in self._idle_since.items() if now - since >= GRACE]
        if lost:
            _log.warning("queued %d jobs again that were taken but not begun", len(lost))
            self._queue.give_back(lost)
            self._idle_since.clear()

    def _end_dead_ends(self) -> None:
        with self._database.read() as conn:
            query = sa.select(jobs.c.id).where(jobs.c.status.in_(store.UNFINISHED), jobs.c.mode == "live")
            unfinished = [str(i) for i in conn.scalars(query.limit(5000))]
        first = self._queue.dead_ends(unfinished)
        if not first:
            return
        time.sleep(1.0)  # a worker writes the job's row before the queue's, but reads here are not one snapshot
        reasons = self._queue.dead_ends(first)
        for job_id, reason in reasons.items():
            error = EngineError(
                f"The queue gave this job up ({reason.lower().replace('_', ' ')}). Send the request again."
            )
            with self._database.write() as conn:
                if store.fail_job(conn, job_id, error):
                    _log.warning("job %s: %s", job_id, error.message)
