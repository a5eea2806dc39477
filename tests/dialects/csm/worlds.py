"""One installation with the CSM dialect alone, in process or on loopback: live jobs are ended by the test, test keys' end by themselves."""

from __future__ import annotations

import base64
import hashlib
import uuid
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

import httpx
import uvicorn

from maquette.dialects.csm import dialect as csm
from maquette.jobs import accounts, queries, store
from maquette.jobs.identity import AccountPlan
from maquette.jobs.job import Asset, JobStatus, Step
from maquette.jobs.sql_service import SqlJobService
from maquette.pipeline.plan import MEDIA_TYPES
from maquette.server.app import create_app
from maquette.settings import Settings
from tests.dialects.csm import plan
from tests.server.harness import Clock, Loopback, Worker, World, picture

PICTURE = "data:image/png;base64,"


def data_url() -> str:
    return PICTURE + base64.b64encode(picture()).decode()


class CsmWorker(Worker):
    """Ends live jobs with the files of this folder's plan."""

    def finish(self, job_id: str) -> None:
        with self.database.write() as conn:
            request = queries.load_job(conn, None, job_id).request
            store.begin_run(conn, job_id, self.owner)
        found: list[Asset] = []
        for name, (kind, data) in plan.files(request).items():
            form, key = name.rsplit(".", 1)[1], f"assets/{job_id}/{name}"
            self.blobs.put(key, data)
            media = {"mtl": "model/mtl", **MEDIA_TYPES}[form]
            digest = hashlib.sha256(data).hexdigest()
            found.append(Asset(str(uuid.uuid4()), job_id, name, kind, form, media, len(data), digest, key))
        with self.database.write() as conn:
            steps = [Step(s, JobStatus.SUCCEEDED, 1.0) for s in plan.STEPS]
            assert store.finish_run(conn, job_id, self.owner, steps, [], found)


@dataclass
class CsmWorld(World):
    """`test_key` is one of the same account as `key`; `poor_key` one of an account on a plan without enterprise options."""

    test_key: str = ""
    poor_key: str = ""

    def as_csm(self, key: str | None = None) -> httpx.AsyncClient:
        """A client with its key where CSM's clients put it; default: the live key."""
        opened = self.client(None, timeout=60)
        opened.headers.update({"x-api-key": key or self.key, "Content-Type": "application/json"})
        return opened

    async def end(self, session: Mapping[str, Any], *, error: Any = None) -> None:
        """End the session's unfinished jobs, oldest first."""
        local = await self.service.local_account()
        for job in reversed(await self.service.list(local)):
            if job.extra.get("session") == session["session_code"] and not job.status.final:
                if error is None:
                    self.worker.finish(job.id)
                else:
                    self.worker.fail(job.id, error)


@asynccontextmanager
async def open_csm(folder: Path, *, stages: Any = plan, **values: Any) -> AsyncIterator[CsmWorld]:
    """An installation in `folder`; `values` are settings. `stages` None: the real plan."""
    settings = Settings(data_dir=folder, **({"fetch_allow": ("127.0.0.1",), "parallel_limit": 50} | values))
    service = await SqlJobService.open(settings, plan=stages)
    settings = settings.model_copy(update={"secret": await service.secret()})
    clock, run = Clock(), service.database.run
    local = await service.local_account()
    test_key = (await service.new_key(local, mode="test")).text
    other = await run(lambda conn: accounts.create_account(conn, "other", grant=Decimal(1)))
    other_key = await service.create_key(await service.account(other))
    await run(lambda conn: accounts.save_plan(conn, AccountPlan("plain", "Plain", enterprise=frozenset())))
    poor = await run(lambda conn: accounts.create_account(conn, "poor", plan="plain", grant=Decimal(100)))
    poor_key = await service.create_key(await service.account(poor))
    app = create_app(settings, service, dialects=[csm], clock=clock)
    key = await service.create_key(local)
    try:
        yield CsmWorld(settings, service, app, CsmWorker(settings), clock, key, other_key, test_key, poor_key)
    finally:
        await service.close()


class CsmLoopback(Loopback):
    """The same behind uvicorn on 127.0.0.1."""

    world: CsmWorld

    async def _run(self) -> None:
        async with open_csm(self._folder, **self._values) as self.world:
            config = uvicorn.Config(self.world.app, log_level="warning", lifespan="off", proxy_headers=False)
            self._server = uvicorn.Server(config)
            self._ready.set()
            await self._server.serve(sockets=[self._socket])
