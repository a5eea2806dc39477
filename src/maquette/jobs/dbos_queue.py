"""`JobQueue` on DBOS, for processes that run no jobs: a `DBOSClient`, no executor, nothing to recover."""

from __future__ import annotations

import sqlalchemy as sa
from dbos import DBOSClient, DBOSPortableJSONSerializer, EnqueueOptions

APP_NAME = "maquette"
APP_VERSION = "1"
"""Written with each running job; DBOS gives a job only to executors of the same version. It is not the package's version: an upgrade
must take up the jobs that the old version began. Raise it only if the recorded form of a step changes."""
QUEUE = "jobs"
WORKFLOW = "run_job"


class DbosQueue:
    """Puts jobs into DBOS's table in the caller's own transaction."""

    def __init__(self, database_url: str) -> None:
        # lazy, no retries: with the database down a request must fail at once, not wait for its return
        self.client = DBOSClient(
            system_database_url=database_url,
            serializer=DBOSPortableJSONSerializer(),
            application_name=APP_NAME,
            lazy=True,
            retry_connection_errors=False,
            system_database_pool_size=1,
        )

    def enqueue(self, conn: sa.Connection, job_id: str, priority: int) -> None:
        """The job's id is also the workflow's id, so that a repeated submit is one run."""
        options: EnqueueOptions = {
            "workflow_name": WORKFLOW,
            "queue_name": QUEUE,
            "workflow_id": job_id,
            "priority": priority,
            "app_version": APP_VERSION,
        }
        self.client.enqueue_in_transaction(conn, options, job_id)

    def close(self) -> None:
        """Let go of connections."""
        self.client.destroy()
