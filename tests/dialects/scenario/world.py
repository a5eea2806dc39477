"""A server with the Scenario dialect, in process or on loopback; live jobs are ended by the test, test jobs by the clock."""

from __future__ import annotations

import asyncio
import hashlib
import uuid
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

import uvicorn

from maquette.dialects.rodin import dialect as rodin
from maquette.dialects.scenario import dialect as scenario
from maquette.dialects.scenario.wire import uid_of
from maquette.jobs import accounts, queries, store
from maquette.jobs.job import Asset, JobStatus
from maquette.jobs.sql_service import SqlJobService
from maquette.server.app import create_app, webhook_runner
from maquette.settings import Settings
from maquette.webhooks.runner import WebhookRunner
from tests.dialects.scenario import plan
from tests.server.harness import Clock, Loopback, Worker, World


class CubeWorker(Worker):
    """Ends jobs with cubes."""

    def finish(self, job_id: str) -> None:
        with self.database.write() as conn:
            request = queries.load_job(conn, None, job_id).request
            store.begin_run(conn, job_id, self.owner)
        files: list[Asset] = []
        for name, kind, format, media_type, data in plan.collect_assets(request, {}):
            key = f"assets/{job_id}/{name}"
            self.blobs.put(key, data)
            digest = hashlib.sha256(data).hexdigest()
            files.append(Asset(str(uuid.uuid4()), job_id, name, kind, format, media_type, len(data), digest, key))
        with self.database.write() as conn:
            assert store.finish_run(conn, job_id, self.owner, self._steps(len(plan.STEPS)), [], files)

    def finish_named(self, job_id: str) -> None:
        """By the vendor's id."""
        self.finish(uid_of("job_", job_id))

    def finish_all(self) -> int:
        """Whatever waits or runs, but for test jobs; gives their number."""
        with self.database.read() as conn:
            waiting = [j.id for j in queries.list_jobs(conn, None, 200, None) if not j.status.final and not j.test]
        for job_id in waiting:
            self.finish(job_id)
        return len(waiting)


@dataclass
class ScenarioWorld(World):
    """Beside what every world has: a key and a secret for Basic auth, a test key, and the runner of webhooks."""

    pair: tuple[str, str]
    test_key: str
    hooks: WebhookRunner

    async def local_job(self, job_id: str) -> Any:
        """The service's job behind a vendor's id."""
        return await self.service.get(await self.service.local_account(), uid_of("job_", job_id))


@asynccontextmanager
async def open_scenario(folder: Path, **values: Any) -> AsyncIterator[ScenarioWorld]:
    """An installation in `folder`; `values` are settings."""
    settings = Settings(data_dir=folder, **values)
    service = await SqlJobService.open(settings, plan=plan)
    settings = settings.model_copy(update={"secret": await service.secret()})
    clock = Clock()
    local = await service.local_account()
    new = await service.new_key(local)
    test_key = (await service.new_key(local, mode="test")).text
    other = await service.database.run(lambda conn: accounts.create_account(conn, "other", grant=Decimal("2.5")))
    other_key = await service.create_key(await service.account(other))
    app = create_app(settings, service, dialects=[rodin, scenario], clock=clock)
    hooks = webhook_runner(app, service)
    worker = CubeWorker(settings)
    try:
        yield ScenarioWorld(settings, service, app, worker, clock, new.text, other_key, new.pair, test_key, hooks)
    finally:
        await hooks.__aexit__()
        await service.close()


class ScenarioLoopback(Loopback):
    """A `ScenarioWorld` behind uvicorn, with its webhooks running."""

    world: ScenarioWorld

    async def _run(self) -> None:
        async with open_scenario(self._folder, **self._values) as self.world, self.world.hooks:
            config = uvicorn.Config(self.world.app, log_level="warning", lifespan="off", proxy_headers=False)
            self._server = uvicorn.Server(config)
            self._ready.set()
            await self._server.serve(sockets=[self._socket])


async def until(world: ScenarioWorld, job: str, status: JobStatus = JobStatus.SUCCEEDED, seconds: float = 20) -> None:
    """Wait for a test job."""
    account = await world.service.authenticate(world.test_key)
    found = await world.service.wait(account, uid_of("job_", job), seconds)
    assert found.status is status, found.status
    await asyncio.sleep(0)
