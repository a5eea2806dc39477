"""`JobQueue` on DBOS: a `DBOSClient`, so no executor, nothing to recover. The server needs no more; the steward of a worker uses it too."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, datetime
from typing import Any

import sqlalchemy as sa
from dbos import DBOSClient, DBOSPortableJSONSerializer, EnqueueOptions

from maquette.jobs.prepared import Prepared

APP_NAME = "maquette"
APP_VERSION = "1"
"""Written with each running job; DBOS gives a job only to executors of the same version. It is not the package's version: an upgrade
must take up the jobs that the old version began. Raise it only if the recorded form of a step changes."""
QUEUE = "jobs"
WORKFLOW = "run_job"
_ENDED = ["SUCCESS", "ERROR", "CANCELLED", "MAX_RECOVERY_ATTEMPTS_EXCEEDED"]
_BATCH = 500


class DbosQueue:
    """Puts jobs into DBOS's table in the caller's own transaction, and looks after those that lost their executor."""

    def __init__(self, database_url: str) -> None:
        # lazy, no retries: with the database down a request must fail at once, not wait for its return
        self._client = DBOSClient(
            system_database_url=database_url,
            serializer=DBOSPortableJSONSerializer(),
            application_name=APP_NAME,
            lazy=True,
            retry_connection_errors=False,
            system_database_pool_size=2,
        )
        if database_url.startswith("sqlite"):
            self._keep_statements()

    def _keep_statements(self) -> None:
        """DBOS builds and compiles its two INSERTs at every call on SQLite, the longest part of a whole submit; here they are kept."""
        kept: dict[tuple[str, tuple[str, ...]], Prepared] = {}

        def execute(
            conn: sa.Connection,
            name: str,
            values: dict[str, Any],
            build: Callable[[], Any],
            *,
            insert_columns: bool = True,
        ) -> Any:
            key = (name, tuple(values))
            if key not in kept:
                kept[key] = Prepared(build())
            return conn.exec_driver_sql(*kept[key].bound(conn, values))

        # Private, so only the exact version that pyproject.toml asks for is known to have it.
        system: Any = self._client._sys_db
        if hasattr(system, "_execute_prepared"):
            system._execute_prepared = execute

    def enqueue(self, conn: sa.Connection, job_id: str, priority: int) -> None:
        """The job's id is also the workflow's id, so that a repeated submit is one run."""
        options: EnqueueOptions = {
            "workflow_name": WORKFLOW,
            "queue_name": QUEUE,
            "workflow_id": job_id,
            "priority": priority,
            "app_version": APP_VERSION,
        }
        self._client.enqueue_in_transaction(conn, options, job_id)

    def taken(self) -> Mapping[str, list[str]]:
        """DBOS calls them PENDING."""
        found: dict[str, list[str]] = {}
        for flow in self._client.list_workflows(status="PENDING", name=WORKFLOW, load_input=False, load_output=False):
            found.setdefault(flow.executor_id or "", []).append(flow.workflow_id)
        return found

    def give_back(self, job_ids: Iterable[str]) -> None:
        """Make workflows ENQUEUED again and take them from whoever had them.

        DBOS's `resume` also clears its count of attempts and its deadline. Both are unused here: the count that finds poison jobs and
        the time limit of a stage are our own (`runs.py`), and they survive this. It changes nothing about workflows that have ended.
        """
        ids = list(job_ids)
        if ids:
            self._client.resume_workflows(ids, queue_name=QUEUE)

    def dead_ends(self, job_ids: Iterable[str]) -> Mapping[str, str]:
        """Workflows that have ended for DBOS, or that it does not know."""
        ids = list(job_ids)
        found: dict[str, str] = {}
        for start in range(0, len(ids), _BATCH):
            batch = ids[start : start + _BATCH]
            flows = self._client.list_workflows(workflow_ids=batch, load_input=False, load_output=False)
            status = {flow.workflow_id: flow.status for flow in flows}
            found |= {i: status.get(i, "UNKNOWN") for i in batch if status.get(i, "UNKNOWN") in (*_ENDED, "UNKNOWN")}
        return found

    def forget(self, older_than: float) -> int:
        """Delete ended workflows and their recorded steps."""
        limit = datetime.fromtimestamp(time.time() - older_than, UTC).isoformat()
        count = 0
        while True:
            flows = self._client.list_workflows(
                status=_ENDED, completed_before=limit, name=WORKFLOW, limit=_BATCH, load_input=False, load_output=False
            )
            if not flows:
                return count
            self._client.delete_workflows([flow.workflow_id for flow in flows])
            count += len(flows)

    def close(self) -> None:
        """Let go of connections."""
        self._client.destroy()
