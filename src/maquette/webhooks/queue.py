"""SQL of the delivery queue: what is due, who sends it, how it went.

`next_at` is also the lease: whoever moves it forward from the value that was read may send. Of one job and target only the oldest
pending delivery is due, which keeps the events of a job in order.
"""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import sqlalchemy as sa

from maquette.errors import NotFound
from maquette.jobs.job import Job
from maquette.jobs.queries import load_job
from maquette.jobs.sql import now
from maquette.jobs.tables import deliveries, delivery_attempts, webhook_endpoints
from maquette.jobs.tables import jobs as jobs_table
from maquette.webhooks.sample import sample_job
from maquette.webhooks.sql_webhooks import account_secret, to_endpoint
from maquette.webhooks.types import PROGRESS, TEST, DeliveryAttempt, WebhookEndpoint

FIRST_SECONDS, LONGEST_SECONDS, FACTOR = 5.0, 14_400.0, 3.0
"""Pauses grow threefold from 5 s to 4 h: about 13 attempts in 24 h."""
ONCE = (PROGRESS, TEST)
"""Events that are not sent again: old progress tells nothing and would hold up the end, and a test is watched by whoever asked for it."""


@dataclass(frozen=True)
class Parcel:
    """A claimed delivery with all that is needed to send it. `secrets`: the first one is the current one."""

    id: str
    event: Any
    occurred_at: datetime
    tries: int
    url: str
    base_url: str
    dialect: str
    secrets: tuple[str, ...]
    job: Job
    endpoint: WebhookEndpoint | None


def pause(tries: int) -> float:
    """Seconds after the attempt number `tries` (from 1), without jitter."""
    return min(FIRST_SECONDS * FACTOR ** (tries - 1), LONGEST_SECONDS)


def claim(conn: sa.Connection, limit: int, lease_seconds: float) -> list[Parcel]:
    """Deliveries that this process is to send now."""
    at, older = now(), deliveries.alias()
    blocked = sa.exists().where(
        older.c.job_id == deliveries.c.job_id,
        older.c.target == deliveries.c.target,
        older.c.status == "pending",
        older.c.sequence < deliveries.c.sequence,
    )
    due = sa.select(deliveries).where(deliveries.c.status == "pending", deliveries.c.next_at <= at, ~blocked)
    parcels = []
    for row in conn.execute(due.order_by(deliveries.c.next_at).limit(limit)).all():
        mine = sa.and_(deliveries.c.id == row.id, deliveries.c.status == "pending", deliveries.c.next_at == row.next_at)
        change = sa.update(deliveries).where(mine).values(next_at=at + timedelta(seconds=lease_seconds))
        if conn.execute(change).rowcount != 1:
            continue
        parcel = _parcel(conn, row)
        if parcel is None:
            _set(conn, row.id, status="skipped")
        else:
            parcels.append(parcel)
    return parcels


def anything_due(conn: sa.Connection) -> bool:
    """A cheap look before a claim: on SQLite a claim takes the writer's lock."""
    query = sa.select(deliveries.c.id).where(deliveries.c.status == "pending", deliveries.c.next_at <= now())
    return conn.execute(query.limit(1)).first() is not None


def _parcel(conn: sa.Connection, row: Any) -> Parcel | None:
    try:
        job = sample_job(row) if row.event == TEST else load_job(conn, None, row.job_id)
    except NotFound:
        return None
    if row.event == PROGRESS and job.status.final:
        return None  # the end, which comes next, tells more
    common = {"id": row.id, "event": row.event, "occurred_at": row.created_at, "tries": row.attempts + 1, "job": job}
    if row.endpoint_id is None:
        target = conn.scalar(sa.select(jobs_table.c.webhook).where(jobs_table.c.id == row.job_id))
        if not target:
            return None
        secret = target.get("secret") or account_secret(conn, row.account_id)
        where = {"url": target["url"], "base_url": target["base_url"], "dialect": target["dialect"]}
        return Parcel(**common, **where, secrets=(secret,), endpoint=None)
    point = conn.execute(sa.select(webhook_endpoints).where(webhook_endpoints.c.id == row.endpoint_id)).first()
    if point is None or not point.enabled:
        return None
    until = now().isoformat()
    held = tuple(s["secret"] for s in point.secrets if s["until"] is None or s["until"] > until)
    where = {"url": point.url, "base_url": point.base_url, "dialect": point.dialect}
    return Parcel(**common, **where, secrets=held, endpoint=to_endpoint(point))


def record(conn: sa.Connection, parcel: Parcel, attempt: DeliveryAttempt, payload: str, hours: float) -> str:
    """Log an attempt and decide what comes next; gives the delivery's status."""
    if conn.scalar(sa.select(deliveries.c.id).where(deliveries.c.id == parcel.id).with_for_update()) is None:
        return "gone"  # removed with its endpoint while it was on its way
    values = {"sent_at": attempt.sent_at, "seconds": attempt.seconds, "status_code": attempt.status_code}
    values |= {"error": attempt.error[:500], "answer": attempt.answer, "delivery_id": parcel.id}
    conn.execute(sa.insert(delivery_attempts).values(**values))
    code = attempt.status_code or 0
    delivered = 200 <= code < 300
    waited = sum(pause(n) for n in range(1, parcel.tries + 1))
    given_up = code == 410 or waited > hours * 3600 or parcel.event in ONCE
    status = "delivered" if delivered else "failed" if given_up else "pending"
    change: dict[str, Any] = {"status": status, "attempts": parcel.tries, "payload": payload}
    if status == "pending":
        change["next_at"] = now() + timedelta(seconds=pause(parcel.tries) * random.uniform(0.8, 1.2))
    _set(conn, parcel.id, **change)
    if parcel.endpoint is not None:
        points = webhook_endpoints
        count: dict[str, Any] = {"calls": points.c.calls + 1, "failures": points.c.failures + (0 if delivered else 1)}
        if code == 410:
            count["enabled"] = False  # "gone" is how a receiver unsubscribes
        conn.execute(sa.update(points).where(points.c.id == parcel.endpoint.id).values(**count))
    return status


def skip(conn: sa.Connection, delivery_id: str) -> None:
    """The dialect does not send this event."""
    _set(conn, delivery_id, status="skipped")


def _set(conn: sa.Connection, delivery_id: str, **values: Any) -> None:
    conn.execute(sa.update(deliveries).where(deliveries.c.id == delivery_id).values(updated_at=now(), **values))
