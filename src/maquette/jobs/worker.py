"""The worker: takes jobs from the queue, runs their stages, publishes their files. `python -m maquette.jobs.worker` is one worker process.

A job is one DBOS workflow that runs its stages one after another, each a recorded step; there is one hop through the queue per job, not
per stage. Outputs are stored under content-made keys before a step is recorded, so a crash anywhere repeats at most one stage.
"""

from __future__ import annotations

import argparse
import hashlib
import logging
import os
import signal
import sys
import threading
import time
import uuid
from typing import Any

from maquette.errors import Cancelled, EngineError, MaquetteError
from maquette.jobs import queries, store
from maquette.jobs.database import Database, database_url, migrate
from maquette.jobs.dbos_executor import DbosExecutor
from maquette.jobs.dbos_queue import DbosQueue
from maquette.jobs.job import Asset, Job, JobStatus
from maquette.jobs.presence import Presence
from maquette.jobs.queue import Checkpoint
from maquette.jobs.runs import JobRun, StopRun, Watcher, patiently
from maquette.jobs.steward import Steward
from maquette.pipeline.runner import Plan, StageOutcome, StageRunner, load_plan
from maquette.pipeline.stage import Stage
from maquette.settings import Settings, load_settings
from maquette.storage.blobs import BlobStore

MAX_ATTEMPTS = 5
"""Starts without a finished stage after which a job counts as what kills its workers."""
STOP_SECONDS = 10.0
"""How long a stopping worker waits for its stages to look up."""
_STORAGE_PATIENCE = 60.0
_log = logging.getLogger(__name__)


class Worker:
    """Runs jobs by id. Knows the database, the store and the plan, but not DBOS: it is handed a `Checkpoint`."""

    def __init__(self, settings: Settings, database: Database, blobs: BlobStore, plan: Plan) -> None:
        self.settings = settings
        self.plan = plan
        self.watcher = Watcher(database)
        self._database = database
        self._blobs = blobs
        self._stopping = threading.Event()

    def run_job(self, job_id: str, checkpoint: Checkpoint) -> None:
        """Run a job to its end. Returns at once if it is final; never raises for a fault of the job."""
        run = JobRun(job_id, self.settings.stage_seconds)
        if self._stopping.is_set():
            self._park()
        try:
            job = self._begin(run)
            if job is not None:
                self.watcher.add(run)
                self._run(run, job, checkpoint)
        except StopRun:
            if self._stopping.is_set():
                # neither a result nor an error may be recorded: the process ends in a moment and the job is given back
                self.watcher.remove(run)
                self._park()
        finally:
            self.watcher.remove(run)

    def stop(self, seconds: float) -> None:
        """Let every run stop at its next look, and wait for that at most so many seconds."""
        self._stopping.set()
        for run in self.watcher.runs():
            run.stopped.set()
        deadline = time.monotonic() + seconds
        while self.watcher.runs() and time.monotonic() < deadline:
            time.sleep(0.02)

    @staticmethod
    def _park() -> None:
        threading.Event().wait()

    def _begin(self, run: JobRun) -> Job | None:
        """Take the job over; None if there is nothing to do."""

        def take() -> tuple[store.RunState | None, Job | None]:
            with self._database.write() as conn:
                state = store.begin_run(conn, run.job_id, run.owner)
                return state, None if state is None else queries.load_job(conn, None, run.job_id)

        state, job = patiently(take, run.stopped)
        if state is None or job is None or state.owner != run.owner or state.status is not JobStatus.RUNNING:
            return None
        run.steps, run.warnings = job.steps, list(job.warnings)
        if state.attempts > MAX_ATTEMPTS:
            stage = next((s.name for s in job.steps if not s.status.final), "?")
            self._fail(
                run,
                EngineError(
                    f"The worker ended {MAX_ATTEMPTS} times in a row at stage {stage}. Ask for less detail or another picture."
                ),
            )
            return None
        return job

    def _run(self, run: JobRun, job: Job, checkpoint: Checkpoint) -> None:
        try:
            stages = self.plan.build_stages(job.request)
            runner = StageRunner(
                stages,
                job.request,
                self._blobs,
                job.account_id,
                run.check,
                run.on_event,
                self.settings,
            )
            for stage in stages:
                self._stage(run, runner, stage, checkpoint)
            run.check()
            files = self._store_files(job, runner)
            patiently(lambda: self._finish(run, files), run.stopped)
        except Cancelled:
            # the row is CANCELLED already, unless a stage raised this by itself
            self._fail(run, EngineError("A stage gave up. Try again."))
        except MaquetteError as error:
            self._fail(run, error)
        except Exception as error:
            if run.stopped.is_set():
                raise StopRun from error
            _log.exception("job %s", job.id)
            self._fail(
                run,
                EngineError(
                    f"The job failed with {type(error).__name__}. This is a fault of the program: please report it."
                ),
            )

    def _stage(self, run: JobRun, runner: StageRunner, stage: Stage, checkpoint: Checkpoint) -> None:
        ran: list[StageOutcome] = []

        def work() -> dict[str, Any]:
            try:
                outcome = runner.run(stage)
            except MaquetteError as error:
                run.put_error(error)
                return {"error": error.to_dict()}
            ran.append(outcome)
            return {
                "name": outcome.name,
                "key": outcome.key,
                "seconds": outcome.seconds,
                "warnings": list(outcome.warnings),
            }

        run.check()
        record = checkpoint(work)
        error = run.take_error()
        if error is not None:
            raise error
        if ran:
            if not ran[0].reused:  # real progress: the count of attempts starts again
                patiently(lambda: run.publish(self._database, stage_done=True), run.stopped)
            return
        # a former run of this job finished the stage, unless a newer version of the program asks for something else
        if (
            record.get("name") == stage.name
            and record.get("key") in (None, runner.key(stage.name))
            and "error" not in record
        ):
            for message in record["warnings"]:
                run.warn(message)
            run.set_step(stage.name, JobStatus.SUCCEEDED, 1.0, round(record["seconds"], 3))
            runner.note(StageOutcome(stage.name, record["key"], record["seconds"], True, tuple(record["warnings"])))
        else:
            runner.run(stage)

    def _store_files(self, job: Job, runner: StageRunner) -> list[Asset]:
        files = []
        for name, kind, format_, media_type, data in self.plan.collect_assets(job.request, runner.outputs()):
            digest = hashlib.sha256(data).hexdigest()
            key = f"assets/{job.account_id}/{job.id}/{digest[:16]}/{name}"
            self._blobs.put(key, data)
            # the same id in every run of the job: links that were handed out stay good
            asset_id = str(uuid.uuid5(uuid.UUID(job.id), name))
            files.append(Asset(asset_id, job.id, name, kind, format_, media_type, len(data), digest, key))
        return files

    def _finish(self, run: JobRun, files: list[Asset]) -> None:
        with self._database.write() as conn:
            store.finish_run(conn, run.job_id, run.owner, run.steps, run.warnings, files)

    def _fail(self, run: JobRun, error: MaquetteError) -> None:
        def write() -> None:
            with self._database.write() as conn:
                store.fail_job(
                    conn, run.job_id, error, owner=run.owner, steps=run.failed_steps(), warnings=run.warnings
                )

        patiently(write, run.stopped)


def run_worker(settings: Settings, *, slot: int | None = None, plan: str | None = None, stop: threading.Event) -> None:
    """One worker, until `stop` is set. Call it once per process and end the process after it: parked jobs keep their threads.

    Args:
        slot: number of the executor id in this data folder; default: the first free one.
        plan: module of the plan; default as `load_plan`.

    Raises:
        Unavailable: the database does not answer, or the slot belongs to a living process.
    """
    stages = load_plan(plan)
    warm = getattr(stages, "warm", None)
    if warm is not None:
        warm()  # heavy imports and models, before the first job
    migrate(settings)
    database = Database.open(settings, pool_size=settings.worker_slots + 3)
    presence = Presence(settings, database, slot, on_lost=stop.set)
    blobs = BlobStore.open(settings, patience=_STORAGE_PATIENCE)
    worker = Worker(settings, database, blobs, stages)
    queue = DbosQueue(database_url(settings))
    executor = DbosExecutor(database_url(settings), presence.executor_id, settings.worker_slots, worker.run_job)
    executor.start()
    steward = Steward(
        settings, database, blobs, queue, presence, running=lambda: {r.job_id for r in worker.watcher.runs()}
    )
    steward.start()
    _log.info("worker %s is ready", presence.executor_id)
    stop.wait()
    steward.stop()
    worker.stop(STOP_SECONDS)
    if not presence.lost:
        steward.hand_over()
    presence.release()


def main(arguments: list[str] | None = None) -> None:
    """Entry of a worker process; ends it without waiting for parked threads."""
    parser = argparse.ArgumentParser(prog="maquette worker")
    parser.add_argument("--slot", type=int)
    parser.add_argument("--plan")
    parser.add_argument(
        "--with-parent", action="store_true", help="end when standard input ends, which is when the parent ends"
    )
    options = parser.parse_args(arguments)
    for name in ("alembic", "dbos"):
        logging.getLogger(name).setLevel(logging.WARNING)
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(name)s: %(message)s", stream=sys.stderr)
    stop = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stop.set())
    if options.with_parent:
        # Ctrl-C goes to the whole process group; the parent hears it and ends its workers in its own way
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        threading.Thread(target=_end_with_parent, args=(stop,), name="parent", daemon=True).start()
    code = 0
    try:
        run_worker(load_settings(), slot=options.slot, plan=options.plan, stop=stop)
    except MaquetteError as error:
        print(f"maquette worker: {error.message}", file=sys.stderr)
        code = 1
    sys.stderr.flush()
    os._exit(code)


def _end_with_parent(stop: threading.Event) -> None:
    """The parent holds the other end of standard input and never writes; the kernel closes it with the parent, however that ends."""
    while os.read(0, 1024):
        continue
    stop.set()


if __name__ == "__main__":
    main()
