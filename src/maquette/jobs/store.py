"""SQL for jobs and their files. Every change of a status is one guarded UPDATE, so that statuses can only move forward.

A run of a job (one attempt of one worker) writes with its `owner` token. Whoever takes a job over sets a new token, and from then on all
writes of the former run change nothing: a worker that was thought dead cannot do harm when it wakes up.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

import sqlalchemy as sa

from maquette.errors import (
    IdempotencyConflict,
    InsufficientCredits,
    InvalidRequest,
    MaquetteError,
    NotFound,
    ParallelismLimit,
)
from maquette.jobs.identity import Account
from maquette.jobs.job import TRANSITIONS, Asset, JobStatus, Step
from maquette.jobs.ledger import transfer
from maquette.jobs.prepared import Prepared
from maquette.jobs.queries import count, dump_steps, visible
from maquette.jobs.sql import insert_once, now
from maquette.jobs.tables import accounts, assets, idempotency, job_aliases, jobs
from maquette.webhooks.outbox import emit

UNFINISHED = (JobStatus.QUEUED, JobStatus.RUNNING)
FAIR_SECONDS = 30
"""Head start that each further unfinished job of one account gives to other accounts, seconds (about one Regular job)."""
_GONE = "There is no such job. Check its id; finished jobs are removed after their retention time."
_EPOCH = datetime(2025, 1, 1, tzinfo=UTC)
_LEFT = Prepared(sa.select(accounts.c.balance).where(accounts.c.id == sa.bindparam("account")).with_for_update())
_LIVE = Prepared(
    sa.select(sa.func.count().label("number"))
    .select_from(jobs)
    .where(jobs.c.account_id == sa.bindparam("account"), jobs.c.mode == "live")
    .where(sa.or_(jobs.c.status == UNFINISHED[0], jobs.c.status == UNFINISHED[1]))
)
_INSERT = Prepared(sa.insert(jobs))


def _before(target: JobStatus) -> list[str]:
    """Statuses from which `target` may be reached."""
    return [str(s) for s, targets in TRANSITIONS.items() if target in targets]


def virtual_deadline(unfinished: int, lag: float = 0.0) -> int:
    """Priority of a new job (smaller runs first), in seconds since 2025.

    An account with many jobs in flight queues behind others' newer jobs, but only by a bounded time, so that nobody starves.

    Args:
        unfinished: jobs of the account that are not final.
        lag: seconds by which a lighter plan stands back.
    """
    return int((now() - _EPOCH).total_seconds() + lag + FAIR_SECONDS * unfinished)


@dataclass(frozen=True)
class NewJob:
    """What `insert_job` stores. `request`, `extra` and `webhook` are JSON."""

    id: str
    dialect: str
    request: Mapping[str, Any]
    steps: Sequence[str]
    cost: Decimal
    warnings: Sequence[str] = ()
    extra: Mapping[str, Any] = field(default_factory=dict)
    aliases: Sequence[str] = ()
    webhook: Mapping[str, Any] | None = None
    lag: float = 0.0


def admit(conn: sa.Connection, account: Account, cost: Decimal) -> int:
    """Lock the account and check that it may begin a job of this cost; gives the number of its unfinished jobs.

    Raises:
        ParallelismLimit, InsufficientCredits
    """
    # one submit of an account at a time, so that the counts below hold until the commit (SQLite: the whole transaction is exclusive)
    left = _LEFT.scalar(conn, {"account": account.id})
    if left is None:
        raise NotFound("The account is gone. Create a new key with `maquette keys create`.")
    if account.mode == "test":
        return 0
    unfinished = int(_LIVE.scalar(conn, {"account": account.id}))
    if unfinished >= account.parallel_limit:
        raise ParallelismLimit(
            f"{unfinished} jobs of this account are not finished, and {account.parallel_limit} are allowed. "
            "Wait for one to end or cancel one.",
            retry_after=5.0,
        )
    if account.enforce_credits and left < cost:
        raise InsufficientCredits(f"This job costs {cost} credits and {left} are left. Add credits to the account.")
    return unfinished


def insert_job(conn: sa.Connection, account: Account, new: NewJob) -> tuple[int, datetime]:
    """Store a queued job, hold its cost and note its webhooks; gives its priority for the queue, and when it was made.

    Raises:
        ParallelismLimit, InsufficientCredits
        InvalidRequest: an alias is taken.
    """
    priority = virtual_deadline(admit(conn, account, new.cost), new.lag)
    row = {"id": new.id, "account_id": account.id, "dialect": new.dialect, "status": JobStatus.QUEUED, "cost": new.cost}
    row |= {"project_id": account.project_id, "mode": account.mode, "extra": dict(new.extra)}
    row |= {"request": dict(new.request), "steps": dump_steps(Step(n) for n in new.steps)}
    row |= {"webhook": None if new.webhook is None else dict(new.webhook), "warnings": list(new.warnings)}
    made = now()
    _INSERT.run(conn, row | {"priority": priority, "attempts": 0, "created_at": made})
    for alias in dict.fromkeys(new.aliases):
        if not insert_once(conn, job_aliases, {"account_id": account.id, "alias": alias, "job_id": new.id}):
            raise InvalidRequest(f"The id {alias} is taken. Send the request again.", field="alias")
    if account.mode != "test":
        transfer(conn, account.id, "hold", new.cost, job_id=new.id)
    emit(conn, new.id, "job.queued")
    return priority, made


def same_request(conn: sa.Connection, account: Account, key: str, fingerprint: str, job_id: str) -> str:
    """The job that an idempotency key stands for: `job_id` at its first use.

    Call it before `insert_job` in the same transaction, under the lock of `admit`, and insert the job only if its id comes back.

    Raises:
        IdempotencyConflict: the key came before with another fingerprint.
    """
    conn.scalar(sa.select(accounts.c.id).where(accounts.c.id == account.id).with_for_update())
    name = f"{account.mode}:{account.project_id or ''}:{key}"[:255]
    known = conn.execute(
        sa.select(idempotency).where(idempotency.c.account_id == account.id, idempotency.c.key == name)
    ).first()
    if known is None:
        return job_id
    if known.fingerprint != fingerprint:
        raise IdempotencyConflict(
            "This idempotency key was used for another request. Use a new key for a new request.",
            field="Idempotency-Key",
        )
    return str(known.job_id)


def note_request(conn: sa.Connection, account: Account, key: str, fingerprint: str, job_id: str) -> None:
    """Keep what an idempotency key stands for, after its job was inserted."""
    name = f"{account.mode}:{account.project_id or ''}:{key}"[:255]
    row = {"account_id": account.id, "key": name, "fingerprint": fingerprint, "job_id": job_id, "created_at": now()}
    conn.execute(sa.insert(idempotency).values(row))


def annotate_job(conn: sa.Connection, account: Account, job_id: str, changes: Mapping[str, Any]) -> None:
    """Set top-level keys of `extra`; None removes one. Raises `NotFound`."""
    row = conn.execute(sa.select(jobs.c.extra).where(jobs.c.id == job_id, visible(account)).with_for_update()).first()
    if row is None:
        raise NotFound(_GONE)
    extra = {k: v for k, v in {**row.extra, **changes}.items() if v is not None}
    conn.execute(sa.update(jobs).where(jobs.c.id == job_id).values(extra=extra))


def cancel_job(conn: sa.Connection, account: Account, job_id: str) -> bool:
    """Cancel and refund if not final; True if this call did it. Raises `NotFound`."""
    if not count(conn, jobs.c.id == job_id, visible(account)):
        raise NotFound(_GONE)
    return _end(conn, job_id, JobStatus.CANCELLED, owner=None)


def delete_job(conn: sa.Connection, account: Account, job_id: str) -> None:
    """Cancel if not final, and remove the rows; its files are the caller's. Raises `NotFound`."""
    cancel_job(conn, account, job_id)
    conn.execute(sa.delete(jobs).where(jobs.c.id == job_id))


# -- what a run writes


@dataclass(frozen=True)
class RunState:
    """What a run must know of its row: may it go on, and what was already started."""

    status: JobStatus
    owner: str | None
    attempts: int


def run_state(conn: sa.Connection, job_id: str) -> RunState | None:
    """None if the job is gone."""
    row = conn.execute(sa.select(jobs.c.status, jobs.c.owner, jobs.c.attempts).where(jobs.c.id == job_id)).first()
    return None if row is None else RunState(JobStatus(row.status), row.owner, row.attempts)


def begin_run(conn: sa.Connection, job_id: str, owner: str) -> RunState | None:
    """Take the job for the run `owner`, unless it is final, and count the attempt once; gives its state after that."""
    before = run_state(conn, job_id)
    conn.execute(
        sa.update(jobs)
        .where(jobs.c.id == job_id, jobs.c.status.in_(UNFINISHED))
        .where(sa.or_(jobs.c.owner.is_(None), jobs.c.owner != owner))
        .values(
            owner=owner,
            status=JobStatus.RUNNING,
            attempts=jobs.c.attempts + 1,
            started_at=sa.func.coalesce(jobs.c.started_at, sa.bindparam(None, now(), type_=jobs.c.started_at.type)),
        )
    )
    after = run_state(conn, job_id)
    if before is not None and before.status is JobStatus.QUEUED and after is not None and after.owner == owner:
        emit(conn, job_id, "job.started")
    return after


def release_run(conn: sa.Connection, job_id: str) -> None:
    """A worker that was asked to stop gives its job back: nobody owns it, and the attempt does not count."""
    change = sa.update(jobs).where(jobs.c.id == job_id, jobs.c.status == JobStatus.RUNNING, jobs.c.attempts > 0)
    conn.execute(change.values(attempts=jobs.c.attempts - 1, owner=None))


def save_run(
    conn: sa.Connection,
    job_id: str,
    owner: str,
    steps: Sequence[Step],
    warnings: Sequence[str],
    *,
    stage_done: bool = False,
) -> bool:
    """Publish progress; False if the run may no longer write. A finished stage starts the count of attempts again."""
    values: dict[str, Any] = {"steps": dump_steps(steps), "warnings": list(warnings)}
    if stage_done:
        values["attempts"] = 1
    return conn.execute(_owned(job_id, owner).values(**values)).rowcount == 1


def finish_run(
    conn: sa.Connection, job_id: str, owner: str, steps: Sequence[Step], warnings: Sequence[str], files: Sequence[Asset]
) -> bool:
    """SUCCEEDED: publish the files and charge the held credits, in one commit; False if the run may no longer write."""
    values = {"steps": dump_steps(steps), "warnings": list(warnings)}
    done = conn.execute(_owned(job_id, owner).values(status=JobStatus.SUCCEEDED, finished_at=now(), **values))
    if done.rowcount != 1:
        return False
    rows = [
        {"id": a.id, "job_id": job_id, "position": i, "name": a.name, "kind": a.kind, "format": a.format}
        | {"media_type": a.media_type, "size": a.size, "sha256": a.sha256, "key": a.key}
        for i, a in enumerate(files)
    ]
    if rows:
        conn.execute(sa.insert(assets), rows)
    job = conn.execute(sa.select(jobs.c.account_id, jobs.c.cost, jobs.c.mode).where(jobs.c.id == job_id)).one()
    if job.mode != "test":
        transfer(conn, job.account_id, "capture", job.cost, job_id=job_id)
    emit(conn, job_id, "job.succeeded")
    return True


def fail_job(
    conn: sa.Connection,
    job_id: str,
    error: MaquetteError,
    *,
    owner: str | None = None,
    steps: Sequence[Step] | None = None,
    warnings: Sequence[str] | None = None,
) -> bool:
    """FAILED with a reason, and the credits given back; `owner` None = whoever runs it. False if it was final or not ours."""
    values: dict[str, Any] = {"error": error.to_dict()}
    if steps is not None:
        values["steps"] = dump_steps(steps)
    if warnings is not None:
        values["warnings"] = list(warnings)
    return _end(conn, job_id, JobStatus.FAILED, owner=owner, **values)


def _owned(job_id: str, owner: str) -> sa.Update:
    return sa.update(jobs).where(jobs.c.id == job_id, jobs.c.owner == owner, jobs.c.status == JobStatus.RUNNING)


def _end(conn: sa.Connection, job_id: str, status: JobStatus, *, owner: str | None, **values: Any) -> bool:
    """End without success: nothing is charged."""
    held = conn.execute(
        sa.select(jobs.c.account_id, jobs.c.cost, jobs.c.mode).where(jobs.c.id == job_id).with_for_update()
    ).first()
    change = sa.update(jobs).where(jobs.c.id == job_id, jobs.c.status.in_(_before(status)))
    if owner is not None:
        change = change.where(jobs.c.owner == owner)
    done = conn.execute(change.values(status=status, finished_at=now(), cost=Decimal(0), **values))
    if held is None or done.rowcount != 1:
        return False
    if held.mode != "test":
        transfer(conn, held.account_id, "refund", held.cost, job_id=job_id)
    emit(conn, job_id, "job.failed" if status is JobStatus.FAILED else "job.cancelled")
    return True


def delete_asset(conn: sa.Connection, asset_id: str) -> None:
    """Forget one file; its bytes are the caller's."""
    conn.execute(sa.delete(assets).where(assets.c.id == asset_id))
