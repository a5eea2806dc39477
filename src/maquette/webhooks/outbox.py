"""The outbox: deliveries are written in the transaction that changes a job's status, so that no event is lost or invented.

`emit` is called by `jobs.store` only. Without endpoints and without a one-off URL it costs one indexed read.
"""

from __future__ import annotations

import time
import uuid
from typing import Any

import sqlalchemy as sa

from maquette.jobs.prepared import Prepared
from maquette.jobs.sql import now
from maquette.jobs.tables import deliveries, jobs, webhook_endpoints
from maquette.webhooks.types import EVENTS, EventName


def _targets() -> Prepared:
    """A job's account, project and own target, with each endpoint of its account that is on."""
    columns = (jobs.c.account_id, jobs.c.project_id, jobs.c.webhook)
    points = webhook_endpoints
    query = sa.select(*columns, points.c.id.label("endpoint"), points.c.events, points.c.project_id.label("of"))
    joined = jobs.outerjoin(points, sa.and_(points.c.account_id == jobs.c.account_id, points.c.enabled))
    return Prepared(query.select_from(joined).where(jobs.c.id == sa.bindparam("job")))


_TARGETS = _targets()


def wants(events: Any, event: str) -> bool:
    """An event filter: names, `job.*` or `*`."""
    return any(e in ("*", "job.*", event) for e in events)


def emit(conn: sa.Connection, job_id: str, event: EventName) -> None:
    """Note one delivery for each target that wants the event."""
    rows = _TARGETS.all(conn, {"job": job_id})
    if not rows:
        return
    at = now()
    base = {"job_id": job_id, "account_id": rows[0].account_id, "event": event, "status": "pending", "attempts": 0}
    # events of one job are written by one process at a time; the kind breaks ties of a clock that stands still
    base |= {
        "next_at": at,
        "created_at": at,
        "updated_at": at,
        "sequence": time.time_ns() // 1000 * 8 + EVENTS.index(event),
    }
    new = []
    if rows[0].webhook is not None and wants(rows[0].webhook["events"], event):
        new.append(base | {"id": str(uuid.uuid4()), "endpoint_id": None, "target": ""})
    new += [
        base | {"id": str(uuid.uuid4()), "endpoint_id": row.endpoint, "target": row.endpoint}
        for row in rows
        if row.endpoint is not None and row.of in (None, row.project_id) and wants(row.events, event)
    ]
    if new:
        conn.execute(sa.insert(deliveries), new)
