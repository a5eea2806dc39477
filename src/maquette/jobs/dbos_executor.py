"""`JobExecutor` on DBOS: the only module that runs DBOS workflows. One per process, as DBOS keeps its state in globals."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from dbos import DBOS, DBOSConfig, DBOSPortableJSONSerializer

from maquette.jobs.dbos_queue import APP_NAME, APP_VERSION, QUEUE, WORKFLOW
from maquette.jobs.queue import Checkpoint

POLL_SECONDS = 0.1
"""How often an idle worker looks for a job: 0.05 s on average until a job starts, about 4 % of a core."""

RunJob = Callable[[str, Checkpoint], None]
_run_job: RunJob | None = None


class DbosExecutor:
    """Runs `run_job(job_id, checkpoint)` for each job that this process takes, each in its own thread.

    Args:
        executor_id: unique among living processes, and the same again after a restart: DBOS then gives back what it left.
        slots: jobs at once in this process. DBOS keeps one number for the whole queue: the last worker to start sets it.
        run_job: must not raise; it reports failures itself.
    """

    def __init__(self, database_url: str, executor_id: str, slots: int, run_job: RunJob) -> None:
        global _run_job
        _run_job = run_job
        self._slots = slots
        config: DBOSConfig = {
            "name": APP_NAME,
            "system_database_url": database_url,
            "application_version": APP_VERSION,
            "executor_id": executor_id,
            "serializer": DBOSPortableJSONSerializer(),
            "sys_db_pool_size": 4 + slots,
            "log_level": "ERROR",  # its warnings come ten times a second while the database is away; the steward tells it once
            "run_migrations": False,  # `database.migrate` has done it, under a lock
        }
        DBOS(config=config)

    def start(self) -> None:
        """Begin to take jobs."""
        DBOS.listen_queues([QUEUE])
        DBOS.launch()
        DBOS.register_queue(
            QUEUE, worker_concurrency=self._slots, polling_interval_sec=POLL_SECONDS, on_conflict="always_update"
        )


@DBOS.workflow(name=WORKFLOW)
def _workflow(job_id: str) -> None:
    if _run_job is None:
        raise RuntimeError("no DbosExecutor in this process")
    _run_job(job_id, _checkpoint)


def _checkpoint(work: Callable[[], dict[str, Any]]) -> dict[str, Any]:
    # one name for all steps: a version that has other stages can still take up an old version's job
    result: dict[str, Any] = DBOS.run_step({"name": "stage"}, work)
    return result
