"""`SqlJobService`: `JobService` on SQLite or PostgreSQL, a blob store and DBOS. Runs in the server; what it keeps are caches only."""

from __future__ import annotations

import asyncio
import builtins
import hashlib
import json
from collections.abc import AsyncGenerator, AsyncIterator, Mapping, Sequence
from contextlib import aclosing
from decimal import Decimal
from typing import Any

import sqlalchemy as sa

from maquette.errors import InvalidRequest, MaquetteError
from maquette.jobs import queries, store
from maquette.jobs.database import Database, database_url, migrate
from maquette.jobs.dbos_queue import DbosQueue
from maquette.jobs.events import JobEvent
from maquette.jobs.ids import new_id
from maquette.jobs.job import Asset, Job, JobFilter, JobStatus, Step
from maquette.jobs.paging import Page, PageQuery
from maquette.jobs.queue import JobQueue
from maquette.jobs.retention import GarbageReport, collect_garbage
from maquette.jobs.service import Account
from maquette.jobs.sql_accounts import SqlAccounts
from maquette.jobs.sql_uploads import SqlUploads
from maquette.jobs.testmode import TestMode
from maquette.jobs.watch import Clockwork, Watchers, event_of
from maquette.net.address import check_url
from maquette.pipeline.runner import Plan, load_plan
from maquette.request import GenerationRequest
from maquette.settings import Settings
from maquette.storage.blobs import BlobStore
from maquette.webhooks.sql_webhooks import SqlWebhooks
from maquette.webhooks.types import WebhookTarget

MAX_EXTRA = 1 << 20
"""Bytes of a job's `extra` as JSON."""


class SqlJobService(SqlAccounts, SqlUploads, SqlWebhooks):
    """All that dialects may call, and what the command line needs beside it (keys, accounts, the shared secret)."""

    def __init__(self, settings: Settings, database: Database, blobs: BlobStore, queue: JobQueue, plan: Plan) -> None:
        super().__init__()
        self.settings = settings
        self.database = database
        self.blobs = blobs
        self._queue = queue
        self._plan = plan
        self._watchers = Watchers(database)
        self._clockwork = Clockwork(database)
        self._test = TestMode(settings, database, blobs, plan)

    @classmethod
    async def open(cls, settings: Settings, *, plan: Plan | None = None) -> SqlJobService:
        """Migrate the database and make the local account if needed.

        Args:
            plan: which stages a request has; default: `load_plan()`. Workers must be started with the same plan.

        Raises:
            Unavailable: the database does not answer.
        """
        await asyncio.to_thread(migrate, settings)
        queue = DbosQueue(database_url(settings))
        service = cls(settings, Database.open(settings), BlobStore.open(settings), queue, plan or load_plan())
        await service.local_account()
        return service

    async def close(self) -> None:
        """Let go of all connections."""
        await self._watchers.close()
        await self._test.close()
        self._queue.close()
        await self.database.close()

    # -- jobs

    async def submit(
        self,
        account: Account,
        request: GenerationRequest,
        *,
        cost: Decimal,
        dialect: str,
        extra: Mapping[str, Any] | None = None,
        aliases: Sequence[str] = (),
        webhook: WebhookTarget | None = None,
        idempotency_key: str | None = None,
        fingerprint: str | None = None,
        job_id: str | None = None,
    ) -> Job:
        """Store the job, hold its cost, queue it and note its webhooks, in one commit."""
        account.require("generate")
        extra, warnings = _as_stored({k: v for k, v in (extra or {}).items() if v is not None}), request.warnings
        if webhook is not None:
            check_url(webhook.url, self.settings.fetch_allow, field="webhook")
        test = account.mode == "test"
        if test:
            self._test.refuse(request, extra)
            self._test.prepare(request)
        data = request.model_dump(mode="json")
        if idempotency_key:
            fingerprint = fingerprint or _fingerprint(data, dialect)
        steps = [stage.name for stage in self._plan.build_stages(request)]
        new = store.NewJob(
            id=job_id or new_id(),
            dialect=dialect,
            request=data,
            steps=steps,
            cost=Decimal(0) if test else cost,
            warnings=warnings,
            extra=extra,
            aliases=aliases,
            webhook=None if webhook is None else _webhook(webhook, dialect),
        )

        def work(conn: sa.Connection) -> Job:
            if idempotency_key and fingerprint:
                known = store.same_request(conn, account, idempotency_key, fingerprint, new.id)
                if known != new.id:
                    return queries.load_job(conn, account, known)
            priority, made = store.insert_job(conn, account, new)
            if idempotency_key and fingerprint:
                store.note_request(conn, account, idempotency_key, fingerprint, new.id)
            if not test:
                self._queue.enqueue(conn, new.id, priority)
            return Job(
                new.id,
                account.id,
                request,
                JobStatus.QUEUED,
                made,
                tuple(Step(name) for name in steps),
                dialect,
                cost=new.cost,
                queue_position=queries.queue_position(conn, new.id, account.mode, priority, made),
                warnings=tuple(warnings),
                extra=extra,
                project_id=account.project_id,
                test=test,
            )

        return await self.database.run(work)

    async def quote(self, account: Account, cost: Decimal) -> None:
        """Raises what `submit` would raise now for credits and parallel jobs."""
        await self.database.run(store.admit, account, cost)

    async def derive(
        self,
        account: Account,
        job_id: str,
        changes: Mapping[str, Any],
        *,
        cost: Decimal,
        dialect: str,
        extra: Mapping[str, Any] | None = None,
        aliases: Sequence[str] = (),
        webhook: WebhookTarget | None = None,
    ) -> Job:
        """A new job with the request of another one, some fields changed."""
        former = await self.get(account, job_id)
        request = former.request.with_changes(changes)
        return await self.submit(
            account, request, cost=cost, dialect=dialect, extra=extra, aliases=aliases, webhook=webhook
        )

    async def get(self, account: Account, job_id: str) -> Job:
        """Raises `NotFound`."""
        job = await self.database.look(queries.load_job, account, job_id)
        return await self._current(account, job)

    async def find(self, account: Account, alias: str) -> Job:
        """Raises `NotFound`."""
        job = await self.database.look(queries.find_job, account, alias)
        return await self._current(account, job)

    async def _current(self, account: Account, job: Job) -> Job:
        """Test jobs move when somebody looks."""
        if not job.test or job.status.final or not await self._test.advance(job.id):
            return job
        return await self.database.look(queries.load_job, account, job.id)

    async def annotate(self, account: Account, job_id: str, changes: Mapping[str, Any]) -> Job:
        """Set top-level keys of `Job.extra`; None removes one."""

        def work(conn: sa.Connection) -> Job:
            store.annotate_job(conn, account, job_id, changes)
            return queries.load_job(conn, account, job_id)

        return await self.database.run(work)

    async def list(self, account: Account, *, limit: int = 50, before: str | None = None) -> builtins.list[Job]:
        """Newest first; `before` is a job id to page on from."""
        await self._advance_all(account)
        return await self.database.run(queries.list_jobs, account, limit, before, read_only=True)

    async def page(self, account: Account, where: JobFilter | None = None, query: PageQuery | None = None) -> Page[Job]:
        """Jobs that match, by page."""
        await self._advance_all(account)
        return await self.database.run(
            queries.page_jobs, account, where or JobFilter(), query or PageQuery(), read_only=True
        )

    async def advance_test_jobs(self) -> None:
        """Move all test jobs on, so that their webhooks go out though nobody looks at them."""
        await self._test.advance_all()

    async def _advance_all(self, account: Account) -> None:
        if account.mode == "test":
            await self._test.advance_all()

    async def cancel(self, account: Account, job_id: str) -> Job:
        """Cancel if not final, and refund. A running worker sees it within about 0.3 s and stops at its next look."""
        account.require("generate")

        def work(conn: sa.Connection) -> Job:
            store.cancel_job(conn, account, job_id)
            return queries.load_job(conn, account, job_id)

        return await self.database.run(work)

    async def delete(self, account: Account, job_id: str) -> None:
        """Cancel if not final, then remove the job and its files for good."""
        account.require("generate")
        await self.database.run(store.delete_job, account, job_id)
        # a crash here, or a run that is just ending, leaves files that the clean-up finds
        await asyncio.to_thread(self.blobs.delete_prefix, f"assets/{account.id}/{job_id}")

    async def wait(self, account: Account, job_id: str, seconds: float) -> Job:
        """The job as soon as it is final, or as it is after so many seconds."""
        job = await self.get(account, job_id)
        if job.status.final or seconds <= 0:
            return job
        try:
            async with asyncio.timeout(seconds), aclosing(self.events(account, job_id)) as events:
                async for event in events:
                    job = event.job
        except TimeoutError:
            pass
        return job

    async def events(self, account: Account, job_id: str) -> AsyncGenerator[JobEvent, None]:
        """The present state, then news until the job is final."""
        former: Job | None = None
        test = (await self.get(account, job_id)).test
        source = _ticks() if test else self._watchers.changes(job_id)
        async with aclosing(source) as changes:
            async for _ in changes:
                job = await self.get(account, job_id)
                if former is not None and (job.status, job.steps) == (former.status, former.steps):
                    continue
                yield event_of(job, former, await self.eta(job))
                if job.status.final:
                    return
                former = job

    async def eta(self, job: Job) -> float | None:
        """Seconds until the job's end."""
        return await self._clockwork.eta(job)

    # -- files

    async def asset(self, asset_id: str) -> Asset:
        """Raises `NotFound`."""
        return await self.database.look(queries.load_asset, asset_id)

    async def find_asset(self, account: Account, asset_id: str) -> tuple[Job, Asset]:
        """Raises `NotFound`."""
        return await self.database.run(queries.find_asset, account, asset_id, read_only=True)

    async def delete_asset(self, account: Account, asset_id: str) -> None:
        """Remove one file of a finished job."""
        account.require("generate")
        _, asset = await self.find_asset(account, asset_id)
        await self.database.run(store.delete_asset, asset.id)
        if not asset.key.startswith("test/"):  # those are shared by all test jobs
            await asyncio.to_thread(self.blobs.delete, asset.key)

    def read_asset(self, asset: Asset, *, start: int = 0, end: int | None = None) -> AsyncIterator[bytes]:
        """Bytes `[start, end)` of the file in chunks."""
        return self.blobs.stream(asset.key, start=start, end=end)

    # -- the whole

    async def healthy(self) -> Sequence[str]:
        """Names of the parts that do not answer, out of "database" and "storage"."""

        async def answers(name: str, check: object) -> str | None:
            try:
                async with asyncio.timeout(3.0):
                    await check  # type: ignore[misc]
            except (MaquetteError, TimeoutError):
                return name
            return None

        ping = self.database.run(lambda conn: conn.scalar(sa.text("SELECT 1")), read_only=True)
        results = await asyncio.gather(answers("database", ping), answers("storage", self.blobs.check_async()))
        return [name for name in results if name]

    async def counts(self) -> dict[str, int]:
        """Number of jobs by status, of all accounts."""
        return await self.database.run(queries.count_jobs, read_only=True)

    async def collect_garbage(self) -> GarbageReport:
        """Remove what has passed its retention time, now. Workers do it by themselves every hour."""
        return await asyncio.to_thread(collect_garbage, self.settings, self.database, self.blobs, self._queue)


async def _ticks() -> AsyncGenerator[None, None]:
    """Test jobs change only when somebody looks."""
    while True:
        yield
        await asyncio.sleep(0.1)


def _as_stored(extra: dict[str, Any]) -> dict[str, Any]:
    """As a later look will find it: lists for tuples, texts for other keys.

    Raises:
        InvalidRequest: it is too large.
    """
    text = json.dumps(extra)
    if len(text) > MAX_EXTRA:
        raise InvalidRequest("The request's own fields are too large to be kept. Send pictures as uploads.")
    stored: dict[str, Any] = json.loads(text)
    return stored


def _fingerprint(request: Mapping[str, Any], dialect: str) -> str:
    return hashlib.sha256(json.dumps([dialect, request], sort_keys=True).encode()).hexdigest()


def _webhook(target: WebhookTarget, dialect: str) -> dict[str, Any]:
    return {
        "url": target.url,
        "base_url": target.base_url,
        "events": list(target.events),
        "secret": target.secret,
        "dialect": dialect,
    }
