"""SQL for jobs and their files. Every change of a status is one guarded UPDATE, so that statuses can only move forward.

A run of a job (one attempt of one worker) writes with its `owner` token. Whoever takes a job over sets a new token, and from then on all
writes of the former run change nothing: a worker that was thought dead cannot do harm when it wakes up.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

import sqlalchemy as sa

from maquette.errors import InsufficientCredits, MaquetteError, NotFound, ParallelismLimit, from_dict
from maquette.jobs.accounts import add_entry, now
from maquette.jobs.job import TRANSITIONS, Asset, Job, JobStatus, Step
from maquette.jobs.service import Account
from maquette.jobs.tables import accounts, assets, jobs
from maquette.request import GenerationRequest

UNFINISHED = (JobStatus.QUEUED, JobStatus.RUNNING)
FAIR_SECONDS = 30
"""Head start that each further unfinished job of one account gives to other accounts, seconds (about one Regular job)."""
_EPOCH = datetime(2025, 1, 1, tzinfo=UTC)


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


def insert_job(
    conn: sa.Connection,
    account: Account,
    job_id: str,
    request: GenerationRequest,
    steps: Sequence[str],
    *,
    cost: Decimal,
    dialect: str,
    lag: float = 0.0,
) -> int:
    """Store a queued job and hold its cost; gives its priority for the queue.

    Raises:
        ParallelismLimit, InsufficientCredits
    """
    # one submit of an account at a time, so that the counts below hold until the commit (SQLite: the whole transaction is exclusive)
    left = conn.scalar(sa.select(accounts.c.balance).where(accounts.c.id == account.id).with_for_update())
    if left is None:
        raise NotFound("The account is gone. Create a new key with `maquette keys create`.")
    unfinished = _count(conn, jobs.c.account_id == account.id, jobs.c.status.in_(UNFINISHED))
    if unfinished >= account.parallel_limit:
        raise ParallelismLimit(
            f"{unfinished} jobs of this account are not finished, and {account.parallel_limit} are allowed. "
            "Wait for one to end or cancel one.",
            retry_after=5.0,
        )
    if account.enforce_credits and left < cost:
        raise InsufficientCredits(f"This job costs {cost} credits and {left} are left. Add credits to the account.")
    priority = virtual_deadline(unfinished, lag)
    row = {"id": job_id, "account_id": account.id, "dialect": dialect, "status": JobStatus.QUEUED, "cost": cost}
    data = {"request": request.model_dump(mode="json"), "steps": dump_steps(Step(n) for n in steps)}
    conn.execute(
        sa.insert(jobs).values(
            **row, **data, warnings=list(request.warnings), priority=priority, attempts=0, created_at=now()
        )
    )
    add_entry(conn, account.id, "hold", -cost, job_id=job_id)
    return priority


def cancel_job(conn: sa.Connection, account_id: str, job_id: str) -> bool:
    """Cancel and refund if not final; True if this call did it. Raises `NotFound`."""
    if not _count(conn, jobs.c.id == job_id, jobs.c.account_id == account_id):
        raise NotFound("There is no such job. Check its id; finished jobs are removed after their retention time.")
    return _end(conn, job_id, JobStatus.CANCELLED, owner=None)


# -- reading


def load_job(conn: sa.Connection, account_id: str | None, job_id: str) -> Job:
    """A job with its files; `account_id` None = of any account (workers). Raises `NotFound`."""
    query = sa.select(jobs).where(jobs.c.id == job_id)
    row = conn.execute(query if account_id is None else query.where(jobs.c.account_id == account_id)).first()
    if row is None:
        raise NotFound("There is no such job. Check its id; finished jobs are removed after their retention time.")
    return _jobs(conn, [row])[0]


def list_jobs(conn: sa.Connection, account_id: str | None, limit: int, before: str | None) -> list[Job]:
    """Newest first; `before` is a job id to page on from. Raises `NotFound` if `before` is not a job of the account.

    `account_id` None = of all accounts, for the operator's own eyes.
    """
    mine = sa.true() if account_id is None else jobs.c.account_id == account_id
    query = sa.select(jobs).where(mine)
    if before is not None:
        mark = conn.execute(sa.select(jobs.c.created_at, jobs.c.id).where(jobs.c.id == before, mine)).first()
        if mark is None:
            raise NotFound("There is no such job to page on from. Start again without `before`.")
        query = query.where(
            sa.or_(
                jobs.c.created_at < mark.created_at, sa.and_(jobs.c.created_at == mark.created_at, jobs.c.id < mark.id)
            )
        )
    rows = conn.execute(query.order_by(jobs.c.created_at.desc(), jobs.c.id.desc()).limit(limit)).all()
    return _jobs(conn, rows)


def count_jobs(conn: sa.Connection) -> dict[str, int]:
    """Number of jobs by status; every status is there."""
    rows = conn.execute(sa.select(jobs.c.status, sa.func.count()).group_by(jobs.c.status)).all()
    found = {str(status): int(number) for status, number in rows}
    return {str(status): found.get(status, 0) for status in JobStatus}


def load_asset(conn: sa.Connection, asset_id: str) -> Asset:
    """Raises `NotFound`."""
    row = conn.execute(sa.select(assets).where(assets.c.id == asset_id)).first()
    if row is None:
        raise NotFound("There is no such file. Finished jobs are removed after their retention time.")
    return _asset(row)


def _jobs(conn: sa.Connection, rows: Sequence[Any]) -> list[Job]:
    files: dict[str, list[Asset]] = {row.id: [] for row in rows}
    done = [row.id for row in rows if row.status == JobStatus.SUCCEEDED]
    if done:
        for row in conn.execute(sa.select(assets).where(assets.c.job_id.in_(done)).order_by(assets.c.position)):
            files[row.job_id].append(_asset(row))
    return [_job(conn, row, tuple(files[row.id])) for row in rows]


def _job(conn: sa.Connection, row: Any, files: tuple[Asset, ...]) -> Job:
    status = JobStatus(row.status)
    position = None
    if status is JobStatus.QUEUED:
        earlier = sa.and_(
            jobs.c.priority == row.priority, sa.tuple_(jobs.c.created_at, jobs.c.id) < sa.tuple_(row.created_at, row.id)
        )
        position = _count(conn, jobs.c.status == JobStatus.QUEUED, sa.or_(jobs.c.priority < row.priority, earlier))
    return Job(
        id=row.id,
        account_id=row.account_id,
        request=GenerationRequest.model_validate(row.request),
        status=status,
        created_at=row.created_at,
        steps=load_steps(row.steps, status),
        dialect=row.dialect,
        started_at=row.started_at,
        finished_at=row.finished_at,
        cost=row.cost,
        queue_position=position,
        error=None if row.error is None else from_dict(row.error),
        warnings=tuple(row.warnings),
        assets=files,
    )


def _asset(row: Any) -> Asset:
    return Asset(row.id, row.job_id, row.name, row.kind, row.format, row.media_type, row.size, row.sha256, row.key)


def _count(conn: sa.Connection, *where: sa.ColumnElement[bool]) -> int:
    return int(conn.scalar(sa.select(sa.func.count()).select_from(jobs).where(*where)) or 0)


def dump_steps(steps: Any) -> list[dict[str, Any]]:
    """JSON form of steps."""
    return [
        {"name": s.name, "status": str(s.status), "progress": round(s.progress, 4), "seconds": s.seconds} for s in steps
    ]


def load_steps(data: Sequence[Any], job: JobStatus) -> tuple[Step, ...]:
    """Steps of a job in status `job`: those that a final job never finished are shown as CANCELLED."""
    steps = tuple(Step(s["name"], JobStatus(s["status"]), s["progress"], s["seconds"]) for s in data)
    if not job.final:
        return steps
    return tuple(s if s.status.final else Step(s.name, JobStatus.CANCELLED, s.progress, s.seconds) for s in steps)


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
    return run_state(conn, job_id)


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
    account = conn.scalar(sa.select(jobs.c.account_id).where(jobs.c.id == job_id))
    add_entry(conn, str(account), "capture", Decimal(0), job_id=job_id)
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
    held = conn.execute(sa.select(jobs.c.account_id, jobs.c.cost).where(jobs.c.id == job_id).with_for_update()).first()
    change = sa.update(jobs).where(jobs.c.id == job_id, jobs.c.status.in_(_before(status)))
    if owner is not None:
        change = change.where(jobs.c.owner == owner)
    done = conn.execute(change.values(status=status, finished_at=now(), cost=Decimal(0), **values))
    if held is None or done.rowcount != 1:
        return False
    add_entry(conn, held.account_id, "refund", held.cost, job_id=job_id)
    return True
