"""`SqlJobService`: `JobService` on SQLite or PostgreSQL, a blob store and DBOS. Runs in the server; holds no state of its own."""

from __future__ import annotations

import asyncio
import builtins
import hashlib
import hmac
import uuid
from collections.abc import AsyncIterator, Mapping, Sequence
from decimal import Decimal
from typing import Any

import sqlalchemy as sa
from pydantic import ValidationError

from maquette.errors import InvalidRequest, MaquetteError
from maquette.jobs import accounts, store
from maquette.jobs.database import Database, database_url, migrate
from maquette.jobs.dbos_queue import DbosQueue
from maquette.jobs.job import Asset, Job
from maquette.jobs.queue import JobQueue
from maquette.jobs.retention import GarbageReport, collect_garbage
from maquette.jobs.service import Account
from maquette.pipeline.runner import Plan, load_plan
from maquette.request import GenerationRequest, MeshInput
from maquette.settings import Settings
from maquette.storage.blobs import BlobStore


class SqlJobService:
    """All that dialects may call, and what the command line needs beside it (keys, accounts, the shared secret)."""

    def __init__(self, settings: Settings, database: Database, blobs: BlobStore, queue: JobQueue, plan: Plan) -> None:
        self.settings = settings
        self.database = database
        self.blobs = blobs
        self._queue = queue
        self._plan = plan

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
        self._queue.close()
        await self.database.close()

    # -- JobService

    async def put_image(self, account: Account, data: bytes) -> tuple[str, str]:
        """Store an uploaded picture; gives `(key, sha256)`. The same bytes of one account are one object."""
        digest = hashlib.sha256(data).hexdigest()
        key = f"images/{account.id}/{digest}"
        await self.blobs.put_async(key, data)
        return key, digest

    async def put_mesh(self, account: Account, data: bytes, kind: str) -> MeshInput:
        """Store an uploaded model. The same bytes of one account are one object."""
        digest = hashlib.sha256(data).hexdigest()
        try:
            mesh = MeshInput(key=f"models/{account.id}/{digest}", sha256=digest, format=kind)
        except ValidationError as error:
            raise InvalidRequest(error.errors()[0]["msg"].removeprefix("Value error, ") + ".", field="mesh") from None
        await self.blobs.put_async(mesh.key, data)
        return mesh

    async def derive(
        self, account: Account, job_id: str, changes: Mapping[str, Any], *, cost: Decimal, dialect: str
    ) -> Job:
        """A new job with the request of another one, some fields changed."""
        former = await self.get(account, job_id)
        return await self.submit(account, former.request.with_changes(changes), cost=cost, dialect=dialect)

    async def submit(self, account: Account, request: GenerationRequest, *, cost: Decimal, dialect: str) -> Job:
        """Store the job, hold its cost and queue it, in one commit."""
        job_id = str(uuid.uuid4())
        steps = [stage.name for stage in self._plan.build_stages(request)]

        def work(conn: sa.Connection) -> Job:
            priority = store.insert_job(conn, account, job_id, request, steps, cost=cost, dialect=dialect)
            self._queue.enqueue(conn, job_id, priority)
            return store.load_job(conn, account.id, job_id)

        return await self.database.run(work)

    async def get(self, account: Account, job_id: str) -> Job:
        """Raises `NotFound`."""
        return await self.database.run(store.load_job, account.id, job_id, read_only=True)

    async def list(self, account: Account, *, limit: int = 50, before: str | None = None) -> builtins.list[Job]:
        """Newest first; `before` is a job id to page on from."""
        return await self.database.run(store.list_jobs, account.id, limit, before, read_only=True)

    async def cancel(self, account: Account, job_id: str) -> Job:
        """Cancel if not final, and refund. A running worker sees it within about 0.3 s and stops at its next look."""

        def work(conn: sa.Connection) -> Job:
            store.cancel_job(conn, account.id, job_id)
            return store.load_job(conn, account.id, job_id)

        return await self.database.run(work)

    async def asset(self, asset_id: str) -> Asset:
        """Raises `NotFound`."""
        return await self.database.run(store.load_asset, asset_id, read_only=True)

    def read_asset(self, asset: Asset, *, start: int = 0, end: int | None = None) -> AsyncIterator[bytes]:
        """Bytes `[start, end)` of the file in chunks."""
        return self.blobs.stream(asset.key, start=start, end=end)

    async def balance(self, account: Account) -> Decimal:
        """Credits left."""
        return await self.database.run(accounts.balance, account.id, read_only=True)

    async def authenticate(self, key: str) -> Account:
        """The account of an API key, or the local account for one of the settings' `trial_keys`. Raises `Unauthorized`."""
        trial = [hmac.compare_digest(key.encode(), known.encode()) for known in self.settings.trial_keys]
        if any(trial):
            return await self.local_account()
        account, touch = await self.database.run(accounts.find_key, key, self.settings.parallel_limit, read_only=True)
        if touch:
            await self.database.run(accounts.touch_key, key)
        return account

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

    # -- for the server's start and the command line

    async def local_account(self) -> Account:
        """The account of the first start; it is made if it is missing."""
        account_id = await self.database.run(accounts.ensure_local)
        return await self.account(account_id)

    async def account(self, name_or_id: str) -> Account:
        """Raises `NotFound`."""
        return await self.database.run(accounts.find_account, name_or_id, self.settings.parallel_limit, read_only=True)

    async def first_key(self) -> str | None:
        """A key to show once, if there is none at all yet; else None."""
        return await self.database.run(accounts.first_key)

    async def create_key(self, account: Account, *, name: str = "") -> str:
        """A new key's text, which is not stored: show it now."""
        return (await self.database.run(lambda conn: accounts.create_key(conn, account.id, name=name))).text

    async def secret(self) -> str:
        """The secret that signs links: the setting, else one that all processes of this database share."""
        if self.settings.secret:
            return self.settings.secret
        return await self.database.run(accounts.server_secret)

    async def counts(self) -> dict[str, int]:
        """Number of jobs by status, of all accounts."""
        return await self.database.run(store.count_jobs, read_only=True)

    async def collect_garbage(self) -> GarbageReport:
        """Remove what has passed its retention time, now. Workers do it by themselves every hour."""
        return await asyncio.to_thread(collect_garbage, self.settings, self.database, self.blobs, self._queue)

    async def grant(self, account: Account, amount: Decimal, *, note: str = "") -> Decimal:
        """Add credits (or take them, if negative); gives the new balance."""

        def work(conn: sa.Connection) -> Decimal:
            accounts.add_entry(conn, account.id, "grant", amount, note=note)
            return accounts.balance(conn, account.id)

        return await self.database.run(work)
