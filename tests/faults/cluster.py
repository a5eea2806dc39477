"""Real worker processes on a real database, for tests that kill them."""

from __future__ import annotations

import asyncio
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import numpy as np

from maquette.jobs.job import Job, JobStatus
from maquette.jobs.service import Account
from maquette.jobs.sql_service import SqlJobService
from maquette.jobs.supervisor import _environment
from maquette.settings import Settings
from tests.jobs import plans

ROOT = Path(__file__).parents[2]
PLAN = "tests.jobs.plans"
SERVER = f"""
import signal, sys, threading
from maquette.jobs.supervisor import Supervisor
from maquette.settings import load_settings
stop = threading.Event()
signal.signal(signal.SIGTERM, lambda *_: stop.set())
with Supervisor(load_settings(), plan={PLAN!r}):
    stop.wait()
"""


class Cluster:
    """`host` is a name for a data folder: with PostgreSQL each host has one of its own, with SQLite all share one."""

    def __init__(self, settings: Settings, folder: Path) -> None:
        self.settings = settings
        self.folder = folder
        self.children: list[subprocess.Popen[bytes]] = []
        self.service: SqlJobService
        self.local: Account

    async def open(self) -> None:
        self.service = await SqlJobService.open(self.settings, plan=plans)
        self.local = await self.service.local_account()

    async def close(self) -> None:
        for child in self.children:
            if child.poll() is None:
                child.kill()
            child.wait()
        await self.service.close()

    def start(self, *arguments: str, host: str = "", server: bool = False) -> subprocess.Popen[bytes]:
        settings = self.settings.model_copy(update={"data_dir": self.folder / host}) if host else self.settings
        env = _environment(settings) | {"PYTHONPATH": f"{ROOT / 'src'}:{ROOT}"}
        command = ["-c", SERVER] if server else ["-m", "maquette.jobs.worker", "--plan", PLAN, *arguments]
        with (self.folder / "log").open("ab") as log:
            child = subprocess.Popen([sys.executable, *command], env=env, stderr=log, stdin=subprocess.DEVNULL)
        self.children.append(child)
        return child

    def log(self) -> str:
        path = self.folder / "log"
        return path.read_text() if path.exists() else ""

    async def ready(self, count: int = 1) -> None:
        """Until so many workers have said that they are ready."""
        await self.until(lambda: self.log().count("is ready") >= count)

    async def until(self, condition: object, seconds: float = 60.0) -> None:
        end = time.monotonic() + seconds
        while not condition():  # type: ignore[operator]
            assert time.monotonic() < end, self.log()
            await asyncio.sleep(0.02)

    def marks(self, job: Job) -> Path:
        return Path(plans.steer(job.request)["log"])

    async def submit(self, **orders: object) -> Job:
        """`log` is made for each job: the folder where its stages leave a mark when they begin."""
        log = self.folder / "marks" / f"{time.time_ns()}"
        request = plans.make_request(log=str(log), **orders)
        return await self.service.submit(self.local, request, cost=1, dialect="native")

    def owner(self, job: Job) -> subprocess.Popen[bytes]:
        """The worker process that began the job's latest stage."""
        pid = int(max(self.marks(job).iterdir()).name.split("-")[2])
        return next(child for child in self.children if child.pid == pid)

    async def begun(self, job: Job, stage: str) -> None:
        await self.until(lambda: stage in plans.runs(self.marks(job)))

    async def end(self, job: Job, seconds: float = 90.0) -> Job:
        """The job when it is final. On the way its status never goes back."""
        order = [JobStatus.QUEUED, JobStatus.RUNNING]
        last, end = 0, time.monotonic() + seconds
        while True:
            job = await self.service.get(self.local, job.id)
            if job.status.final:
                return job
            assert order.index(job.status) >= last, "the status went back"
            last = order.index(job.status)
            assert time.monotonic() < end, f"{job}\n{self.log()}"
            await asyncio.sleep(0.03)

    async def succeeds(self, job: Job, seconds: float = 90.0) -> list[str]:
        """Wait, check the file; gives the stages that were begun, in order."""
        job = await self.end(job, seconds)
        assert job.status is JobStatus.SUCCEEDED, f"{job.error}\n{self.log()}"
        assert job.progress == 1.0
        asset = job.assets[0]
        data = b"".join([piece async for piece in self.service.read_asset(asset)])
        count = len(job.steps)
        assert np.array_equal(np.frombuffer(data), np.arange(1000.0) * job.request.seed * count + count)
        assert len(job.assets) == 1
        return plans.runs(self.marks(job))


def kill(child: subprocess.Popen[bytes]) -> None:
    os.kill(child.pid, signal.SIGKILL)
    child.wait()
