"""The real application on a real SQLite `SqlJobService`, in process or on loopback; jobs are ended through the worker's own SQL."""

from __future__ import annotations

import asyncio
import hashlib
import io
import socket
import threading
import uuid
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import httpx
import numpy as np
import uvicorn
from fastapi import FastAPI
from PIL import Image

from maquette.dialects.dialect import Dialect
from maquette.dialects.rodin import dialect as rodin
from maquette.errors import MaquetteError
from maquette.jobs import accounts, queries, store
from maquette.jobs.database import Database
from maquette.jobs.job import Asset, JobStatus, Step
from maquette.jobs.sql_service import SqlJobService
from maquette.server.app import create_app
from maquette.settings import Settings
from maquette.storage.blobs import BlobStore
from tests.server import plan
from tests.server.plan import FILES, STEPS


def picture(format: str = "PNG", size: int = 64) -> bytes:
    """A small real picture: a red disc on a transparent or white ground."""
    y, x = np.mgrid[:size, :size] - size / 2
    disc = (x * x + y * y < (size / 3) ** 2)[..., None]
    pixels = np.where(disc, np.array([200, 40, 30, 255]), np.array([255, 255, 255, 0])).astype(np.uint8)
    image = Image.fromarray(pixels).convert("RGB" if format == "JPEG" else "RGBA")
    out = io.BytesIO()
    image.save(out, format)
    return out.getvalue()


class Worker:
    """What a worker does to a job's rows and files, without the work."""

    def __init__(self, settings: Settings) -> None:
        self.database = Database.open(settings)
        self.blobs = BlobStore.open(settings)
        self.owner = str(uuid.uuid4())

    def step(self, job_id: str, done: int) -> None:
        """The job runs and has `done` of its steps behind it."""
        with self.database.write() as conn:
            store.begin_run(conn, job_id, self.owner)
            assert store.save_run(conn, job_id, self.owner, self._steps(done), [])

    def finish(self, job_id: str) -> None:
        """The job succeeds with the files that its request asks for."""
        with self.database.write() as conn:
            request = queries.load_job(conn, None, job_id).request
            store.begin_run(conn, job_id, self.owner)
        files: list[Asset] = []
        for name in plan.file_names(request):
            kind, format, media_type, data = FILES[name]
            key = f"assets/{job_id}/{name}"
            self.blobs.put(key, data)
            digest = hashlib.sha256(data).hexdigest()
            files.append(Asset(str(uuid.uuid4()), job_id, name, kind, format, media_type, len(data), digest, key))
        with self.database.write() as conn:
            assert store.finish_run(conn, job_id, self.owner, self._steps(len(STEPS)), [], files)

    def fail(self, job_id: str, error: MaquetteError, done: int = 0) -> None:
        """The job fails after `done` steps."""
        with self.database.write() as conn:
            store.begin_run(conn, job_id, self.owner)
            assert store.fail_job(conn, job_id, error, owner=self.owner, steps=self._steps(done))

    def _steps(self, done: int) -> list[Step]:
        states = [JobStatus.SUCCEEDED] * done + [JobStatus.RUNNING] + [JobStatus.QUEUED] * len(STEPS)
        return [
            Step(name, state, float(state == JobStatus.SUCCEEDED)) for name, state in zip(STEPS, states, strict=False)
        ]


class Clock:
    """A clock that tests push forward."""

    def __init__(self) -> None:
        self.ahead = 0.0

    def __call__(self) -> datetime:
        return datetime.fromtimestamp(datetime.now(UTC).timestamp() + self.ahead, UTC)


@dataclass
class World:
    """One installation: application, service, worker, and a key each for two accounts."""

    settings: Settings
    service: SqlJobService
    app: FastAPI
    worker: Worker
    clock: Clock
    key: str
    other_key: str

    def client(self, key: str | None = "", **options: Any) -> httpx.AsyncClient:
        """An in-process client with this installation's first key, another one, or (None) none."""
        used = self.key if key == "" else key
        headers = {"Authorization": f"Bearer {used}"} if used else {}
        transport = httpx.ASGITransport(self.app, raise_app_exceptions=False)
        return httpx.AsyncClient(transport=transport, base_url="http://maquette.test", headers=headers, **options)


@asynccontextmanager
async def open_world(folder: Path, dialects: Sequence[Dialect] = (rodin,), **values: Any) -> AsyncIterator[World]:
    """An installation in `folder`; `values` are settings."""
    settings = Settings(data_dir=folder, **values)
    service = await SqlJobService.open(settings, plan=plan)
    settings = settings.model_copy(update={"secret": await service.secret()})
    clock = Clock()
    key = await service.create_key(await service.local_account())
    other = await service.database.run(lambda conn: accounts.create_account(conn, "other", grant=Decimal("2.5")))
    other_key = await service.create_key(await service.account(other))
    app = create_app(settings, service, dialects=dialects, clock=clock)
    try:
        yield World(settings, service, app, Worker(settings), clock, key, other_key)
    finally:
        await service.close()


class Loopback:
    """A `World` behind uvicorn on 127.0.0.1, in a thread with its own event loop."""

    world: World

    def __init__(self, folder: Path, **values: Any) -> None:
        self._folder, self._values = folder, values
        self._socket = socket.create_server(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self._socket.getsockname()[1]}"
        self._ready = threading.Event()
        self._server: uvicorn.Server | None = None
        self._thread = threading.Thread(target=lambda: asyncio.run(self._run()), daemon=True)

    async def _run(self) -> None:
        async with open_world(self._folder, **self._values) as self.world:
            self._server = uvicorn.Server(
                uvicorn.Config(self.world.app, log_level="warning", lifespan="off", proxy_headers=False)
            )
            self._ready.set()
            await self._server.serve(sockets=[self._socket])

    def __enter__(self) -> Loopback:
        self._thread.start()
        assert self._ready.wait(30)
        return self

    def __exit__(self, *exc: object) -> None:
        assert self._server is not None
        self._server.should_exit = True
        self._thread.join(10)
