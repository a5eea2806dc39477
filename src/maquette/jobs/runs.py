"""`JobRun`: one run of one job in this process, and `Watcher`: publishes its progress and brings it the word to stop."""

from __future__ import annotations

import logging
import os
import threading
import time
import uuid
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import NoReturn, TypeVar

from maquette.errors import Cancelled, MaquetteError, StageTimeout, Unavailable
from maquette.jobs import store
from maquette.jobs.database import Database
from maquette.jobs.job import JobStatus, Step
from maquette.pipeline.runner import StageEvent
from maquette.webhooks.outbox import emit_progress

T = TypeVar("T")
WATCH_SECONDS = 0.2
"""Interval of the watcher: progress is published, and a cancelled job is noticed, this often."""
NEWS_SECONDS = 5.0
"""Webhooks hear of the progress within one stage at most this often."""
EXIT_STUCK = 70
"""Exit status of a worker that ended itself because a stage passed its time limit and did not look."""
_log = logging.getLogger(__name__)


class StopRun(BaseException):
    """Ends a run without a verdict on its job. Not an `Exception`, so that no stage's own `except` swallows it."""


class ProgressNews:
    """When progress is news to webhooks: at each new stage, and every 5 s of a long one."""

    def __init__(self) -> None:
        self._stage, self._at = "", 0.0

    def due(self, steps: Sequence[Step]) -> bool:
        """Now is such a moment; asking counts as telling."""
        stage = next((s.name for s in steps if s.status is JobStatus.RUNNING), "")
        late = time.monotonic() - self._at >= NEWS_SECONDS
        if not stage or (stage == self._stage and not late):
            return False
        self._stage, self._at = stage, time.monotonic()
        return True


class JobRun:
    """State of one run; shared by the stage's thread and the watcher's.

    Attributes:
        owner: token with which this run writes to the job's row.
    """

    def __init__(self, job_id: str, stage_seconds: float) -> None:
        self.job_id = job_id
        self.owner = str(uuid.uuid4())
        self.steps: tuple[Step, ...] = ()
        self.warnings: list[str] = []
        self._stage_seconds = stage_seconds
        self._lock = threading.Lock()
        self._publishing = threading.Lock()
        self._deadlines: dict[
            str, float
        ] = {}  # of the stages that run; a lost input is computed inside the stage that reads it
        self._news = ProgressNews()
        self._dirty = False
        self._error: MaquetteError | None = None
        self.cancelled = False
        self.stopped = threading.Event()

    # -- in the stage's thread

    def check(self) -> None:
        """Raises `StopRun`, `Cancelled` or `StageTimeout` if the stage must end now."""
        if self.stopped.is_set():
            raise StopRun
        if self.cancelled:
            raise Cancelled("The job was cancelled.")
        if self._late() > 0:
            raise self.timeout()

    def timeout(self) -> StageTimeout:
        """The error of a stage that took too long."""
        name = next((s.name for s in self.steps if s.status is JobStatus.RUNNING), "?")
        return StageTimeout(
            f"Stage {name} took more than {self._stage_seconds:g} s. Ask for less detail, or raise MAQUETTE_STAGE_SECONDS."
        )

    def on_event(self, event: StageEvent) -> None:
        """Take a stage's event into the steps."""
        if event.kind == "warned":
            self.warn(event.message)
        elif event.kind == "started":
            self._deadlines[event.stage] = time.monotonic() + self._stage_seconds
            self.set_step(event.stage, JobStatus.RUNNING, 0.0, None)
        elif event.kind == "progress":
            self.set_step(event.stage, JobStatus.RUNNING, event.fraction, None)
        else:
            self._deadlines.pop(event.stage, None)
            self.set_step(event.stage, JobStatus.SUCCEEDED, 1.0, round(event.seconds, 3))

    def set_step(self, name: str, status: JobStatus, progress: float, seconds: float | None) -> None:
        """Replace one step; the watcher publishes it."""
        with self._lock:
            self.steps = tuple(
                replace(s, status=status, progress=progress, seconds=seconds) if s.name == name else s
                for s in self.steps
            )
            self._dirty = True

    def warn(self, message: str) -> None:
        """Add a warning once."""
        with self._lock:
            if message not in self.warnings:
                self.warnings.append(message)
                self._dirty = True

    def failed_steps(self) -> tuple[Step, ...]:
        """The steps as they are when the job fails: the one that was running has failed."""
        return tuple(replace(s, status=JobStatus.FAILED) if s.status is JobStatus.RUNNING else s for s in self.steps)

    def put_error(self, error: MaquetteError) -> None:
        """Keep what the current stage raised: the queue records only its description."""
        self._error = error

    def take_error(self) -> MaquetteError | None:
        """What the current stage raised in this run."""
        error, self._error = self._error, None
        return error

    # -- in the watcher's thread

    def publish(self, database: Database, *, stage_done: bool = False) -> bool:
        """Write news to the job's row; False if there was none, or if this run may no longer write."""
        with self._publishing:  # an older state must not be written after a newer one
            with self._lock:
                dirty, self._dirty = self._dirty, False
            if not dirty and not stage_done:
                return False
            try:
                with database.write() as conn:
                    saved = store.save_run(
                        conn, self.job_id, self.owner, self.steps, self.warnings, stage_done=stage_done
                    )
                    if saved and self._news.due(self.steps):
                        emit_progress(conn, self.job_id)
                    return saved
            except BaseException:
                self._dirty = True
                raise

    def overdue(self) -> bool:
        """The stage passed its limit long ago and has not looked: a tenth of the limit, at least 2 s."""
        return self._late() > max(2.0, 0.1 * self._stage_seconds)

    def _late(self) -> float:
        """Seconds by which a stage has passed its limit; negative if none has."""
        return time.monotonic() - min(list(self._deadlines.values()), default=float("inf"))


class Watcher:
    """One thread for all runs of this process. Idle, it asks the database nothing."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._runs: dict[str, JobRun] = {}
        self._lock = threading.Lock()
        self._wake = threading.Event()
        threading.Thread(target=self._loop, name="watcher", daemon=True).start()

    def add(self, run: JobRun) -> None:
        with self._lock:
            self._runs[run.owner] = run
        self._wake.set()

    def remove(self, run: JobRun) -> None:
        with self._lock:
            self._runs.pop(run.owner, None)

    def runs(self) -> list[JobRun]:
        """Runs of this process that have not ended."""
        with self._lock:
            return list(self._runs.values())

    def _loop(self) -> None:
        while True:
            runs = self.runs()
            if not runs:
                self._wake.wait()
                self._wake.clear()
                continue
            for run in runs:
                try:
                    self._look(run)
                except Unavailable:  # the stage goes on; its next write waits for the database
                    _log.warning("the database does not answer; job %s goes on", run.job_id)
                except Exception:
                    _log.exception("watcher of job %s", run.job_id)
            time.sleep(WATCH_SECONDS)

    def _look(self, run: JobRun) -> None:
        if run.overdue():
            self._end_process(run)
        if not run.publish(self._database):
            with self._database.read() as conn:
                state = store.run_state(conn, run.job_id)
            if state is None or state.status.final:
                run.cancelled = True
            elif state.owner != run.owner:  # another worker has taken the job over
                run.stopped.set()

    def _end_process(self, run: JobRun) -> NoReturn:
        """A stage that hangs in foreign code can be ended only with its process; the supervisor starts another one."""
        _log.error("job %s: %s The worker ends itself.", run.job_id, run.timeout().message)
        try:
            with self._database.write() as conn:
                store.fail_job(
                    conn, run.job_id, run.timeout(), owner=run.owner, steps=run.failed_steps(), warnings=run.warnings
                )
        finally:
            os._exit(EXIT_STUCK)


def patiently(work: Callable[[], T], stopped: threading.Event) -> T:
    """Do `work`, again and again while the database does not answer: a running job waits for it.

    Raises:
        StopRun: `stopped` was set while it waited.
    """
    pause = 0.1
    while True:
        try:
            return work()
        except Unavailable:
            if stopped.wait(pause):
                raise StopRun from None
            pause = min(pause * 2, 2.0)
