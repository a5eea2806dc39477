"""Reading jobs and their files. A job that an account's key may not see is not there."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from functools import lru_cache
from typing import Any

import sqlalchemy as sa

from maquette.errors import NotFound, from_dict
from maquette.jobs.identity import Account
from maquette.jobs.job import Asset, Job, JobFilter, JobStatus, Step
from maquette.jobs.paging import Page, PageQuery, select_page
from maquette.jobs.prepared import Prepared
from maquette.jobs.sql import owned_by
from maquette.jobs.tables import assets, job_aliases, jobs, uploads
from maquette.request import GenerationRequest

_GONE = "There is no such job. Check its id; finished jobs are removed after their retention time."
_NO_FILE = "There is no such file. Finished jobs are removed after their retention time."


def _pair(at: datetime, row_id: str) -> sa.Tuple:
    return sa.tuple_(sa.bindparam(None, at, type_=jobs.c.created_at.type), sa.bindparam(None, row_id, type_=sa.String))


def _ahead() -> Prepared:
    """Number of queued jobs that come before one."""
    priority, at = (
        sa.bindparam("priority", type_=sa.BigInteger),
        sa.bindparam("created_at", type_=jobs.c.created_at.type),
    )
    same = sa.and_(
        jobs.c.priority == priority,
        sa.tuple_(jobs.c.created_at, jobs.c.id) < sa.tuple_(at, sa.bindparam("id", type_=sa.String)),
    )
    waiting = sa.and_(jobs.c.status == JobStatus.QUEUED.value, jobs.c.mode == sa.bindparam("mode"))
    # the first condition follows from the second one and lets the index end the search
    before = sa.and_(jobs.c.priority <= priority, sa.or_(jobs.c.priority < priority, same))
    return Prepared(sa.select(sa.func.count().label("number")).select_from(jobs).where(waiting, before))


# Clients poll, so these are the most frequent statements: built once, they need not be built and looked up again at every call.
_ANY = sa.select(jobs).where(jobs.c.id == sa.bindparam("job"))
_OWN = _ANY.where(jobs.c.account_id == sa.bindparam("account"), jobs.c.mode == sa.bindparam("mode"))
_BY_ID = Prepared(_ANY, as_text={"request"})
_MINE = Prepared(_OWN, as_text={"request"})
_PROJECTS = Prepared(_OWN.where(jobs.c.project_id == sa.bindparam("project")), as_text={"request"})
_FILES_OF = Prepared(sa.select(assets).where(assets.c.job_id == sa.bindparam("job")).order_by(assets.c.position))
_FILES = sa.select(assets).where(assets.c.job_id.in_(sa.bindparam("jobs", expanding=True))).order_by(assets.c.position)
_AHEAD = _ahead()


def visible(account: Account | None) -> sa.ColumnElement[bool]:
    """Jobs that the account's key may see; None = all, for workers and the operator's own eyes."""
    if account is None:
        return sa.true()
    return sa.and_(owned_by(jobs, account), jobs.c.mode == account.mode)


def load_job(conn: sa.Connection, account: Account | None, job_id: str) -> Job:
    """A job with its files. Raises `NotFound`."""
    query, values = _BY_ID, {"job": job_id}
    if account is not None:
        query, values = _MINE, {"job": job_id, "account": account.id, "mode": account.mode}
        if account.project_id is not None:
            query, values = _PROJECTS, values | {"project": account.project_id}
    row = query.first(conn, values)
    if row is None:
        raise NotFound(_GONE)
    done = row.status == JobStatus.SUCCEEDED
    return _job(conn, row, tuple(map(to_asset, _FILES_OF.all(conn, {"job": job_id}))) if done else ())


def find_job(conn: sa.Connection, account: Account, alias: str) -> Job:
    """By alias or id. Raises `NotFound`."""
    mine = sa.select(job_aliases.c.job_id).where(job_aliases.c.account_id == account.id, job_aliases.c.alias == alias)
    named = sa.or_(jobs.c.id == alias, jobs.c.id == mine.scalar_subquery())
    row = conn.execute(sa.select(jobs).where(named, visible(account))).first()
    if row is None:
        raise NotFound(_GONE)
    return to_jobs(conn, [row])[0]


def list_jobs(conn: sa.Connection, account: Account | None, limit: int, before: str | None) -> list[Job]:
    """Newest first; `before` is a job id to page on from. Raises `NotFound` if `before` is not a job of the account."""
    query = sa.select(jobs).where(visible(account))
    if before is not None:
        mark = conn.execute(
            sa.select(jobs.c.created_at, jobs.c.id).where(jobs.c.id == before, visible(account))
        ).first()
        if mark is None:
            raise NotFound("There is no such job to page on from. Start again without `before`.")
        query = query.where(sa.tuple_(jobs.c.created_at, jobs.c.id) < _pair(mark.created_at, mark.id))
    rows = conn.execute(query.order_by(jobs.c.created_at.desc(), jobs.c.id.desc()).limit(limit)).all()
    return to_jobs(conn, rows)


def page_jobs(conn: sa.Connection, account: Account, where: JobFilter, page: PageQuery) -> Page[Job]:
    """Jobs that match, by page."""
    query = sa.select(jobs).where(visible(account))
    if where.statuses:
        query = query.where(jobs.c.status.in_([str(s) for s in where.statuses]))
    if where.dialects:
        query = query.where(jobs.c.dialect.in_(where.dialects))
    if where.created_after is not None:
        query = query.where(jobs.c.created_at >= where.created_after)
    if where.created_before is not None:
        query = query.where(jobs.c.created_at < where.created_before)
    if where.updated_after is not None:
        changed = sa.func.coalesce(jobs.c.finished_at, jobs.c.started_at, jobs.c.created_at)
        query = query.where(changed > sa.bindparam(None, where.updated_after, type_=jobs.c.created_at.type))
    for name, value in where.extra.items():
        query = query.where(jobs.c.extra[name].as_string() == value)
    rows, following, preceding, total = select_page(conn, query, jobs.c.created_at, jobs.c.id, page)
    return Page(to_jobs(conn, rows), following, preceding, total)


def count_jobs(conn: sa.Connection) -> dict[str, int]:
    """Number of jobs by status; every status is there."""
    rows = conn.execute(sa.select(jobs.c.status, sa.func.count()).group_by(jobs.c.status)).all()
    found = {str(status): int(number) for status, number in rows}
    return {str(status): found.get(status, 0) for status in JobStatus}


def load_asset(conn: sa.Connection, asset_id: str) -> Asset:
    """A job's file, or a complete upload. Raises `NotFound`."""
    row = conn.execute(sa.select(assets).where(assets.c.id == asset_id)).first()
    if row is not None:
        return to_asset(row)
    row = conn.execute(sa.select(uploads).where(uploads.c.id == asset_id, uploads.c.status == "complete")).first()
    if row is None:
        raise NotFound(_NO_FILE)
    return Asset(row.id, "", row.name, "upload", row.format, row.media_type, row.size, row.sha256, row.key)


def find_asset(conn: sa.Connection, account: Account, asset_id: str) -> tuple[Job, Asset]:
    """A file of one of the account's jobs, with the job. Raises `NotFound`."""
    job_id = conn.scalar(sa.select(assets.c.job_id).where(assets.c.id == asset_id))
    if job_id is not None:
        try:
            job = load_job(conn, account, str(job_id))
        except NotFound:
            raise NotFound(_NO_FILE) from None
        for asset in job.assets:
            if asset.id == asset_id:
                return job, asset
    raise NotFound(_NO_FILE)


def to_jobs(conn: sa.Connection, rows: Sequence[Any]) -> list[Job]:
    """Rows of `jobs` with their files."""
    files: dict[str, list[Asset]] = {row.id: [] for row in rows}
    done = [row.id for row in rows if row.status == JobStatus.SUCCEEDED]
    if done:
        for row in conn.execute(_FILES, {"jobs": done}):
            files[row.job_id].append(to_asset(row))
    return [_job(conn, row, tuple(files[row.id])) for row in rows]


def _job(conn: sa.Connection, row: Any, files: tuple[Asset, ...]) -> Job:
    status = JobStatus(row.status)
    position = None
    if status is JobStatus.QUEUED:
        position = queue_position(conn, row.id, row.mode, row.priority, row.created_at)
    return Job(
        id=row.id,
        account_id=row.account_id,
        request=_request(row.request)
        if isinstance(row.request, str)
        else GenerationRequest.model_validate(row.request),
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
        extra=row.extra,
        project_id=row.project_id,
        test=row.mode == "test",
    )


def queue_position(conn: sa.Connection, job_id: str, mode: str, priority: int, created_at: datetime) -> int:
    """Number of queued jobs that come before one."""
    values: Mapping[str, Any] = {"mode": mode, "priority": priority, "created_at": created_at, "id": job_id}
    return int(_AHEAD.scalar(conn, values))


@lru_cache(2048)
def _request(text: str) -> GenerationRequest:
    """Clients poll, and a job's request never changes: most polls find it here."""
    return GenerationRequest.model_validate_json(text)


def to_asset(row: Any) -> Asset:
    """A row of `assets`."""
    return Asset(row.id, row.job_id, row.name, row.kind, row.format, row.media_type, row.size, row.sha256, row.key)


def count(conn: sa.Connection, *where: sa.ColumnElement[bool]) -> int:
    """Number of jobs."""
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
