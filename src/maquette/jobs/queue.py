"""`JobQueue`: the whole of what the service asks of a queue. DBOS is behind it (`dbos_queue.py`) and can be replaced there."""

from __future__ import annotations

from typing import Protocol

import sqlalchemy as sa


class JobQueue(Protocol):
    """Durable hand-over of job ids to workers, at least once."""

    def enqueue(self, conn: sa.Connection, job_id: str, priority: int) -> None:
        """Queue a job inside the caller's transaction; a repeated call for one id is one job. Smaller priorities run first."""
        ...

    def close(self) -> None:
        """Let go of connections."""
        ...
