"""Crashes of workers and servers. Stages leave a mark when they begin, so that every repeated one is seen."""

from __future__ import annotations

import asyncio
import time

from maquette.jobs.job import JobStatus
from maquette.jobs.locks import FileLock
from maquette.jobs.presence import GRACE
from tests.faults.cluster import Cluster, kill
from tests.jobs.plans import NAMES, runs


def one_repeated(ran: list[str]) -> None:
    """Every stage ran, in order, and only the one that was interrupted ran twice."""
    assert list(dict.fromkeys(ran)) == list(NAMES)
    assert ran == sorted(ran)
    assert len(ran) == len(NAMES) + 1


async def test_a_killed_worker_resumes_at_the_last_finished_stage(cluster: Cluster) -> None:
    job = await cluster.submit(seconds=0.5, warn="a")
    worker = cluster.start("--slot", "0")
    await cluster.begun(job, "c")
    kill(worker)
    running = await cluster.service.get(cluster.local, job.id)
    assert running.status is JobStatus.RUNNING
    assert [s.status for s in running.steps[:2]] == [JobStatus.SUCCEEDED] * 2
    start = time.monotonic()
    cluster.start("--slot", "0")
    assert await cluster.succeeds(job) == ["a", "b", "c", "c", "d"]
    assert time.monotonic() - start < 1.5 * GRACE  # the same id takes its work up at once
    assert (await cluster.service.get(cluster.local, job.id)).warnings == ("a warns",)


async def test_the_work_of_a_host_that_is_lost_for_ever_is_adopted(cluster: Cluster) -> None:
    for host in ("one", "two"):
        cluster.start(host="" if cluster.service.database.sqlite else host)
    await cluster.ready(2)
    job = await cluster.submit(seconds=1.0)
    await cluster.begun(job, "b")
    kill(cluster.owner(job))
    start = time.monotonic()
    one_repeated(await cluster.succeeds(job))
    assert time.monotonic() - start > GRACE - 1
    assert cluster.log().count("is gone") == 1


async def test_a_stopped_worker_gives_its_job_back_at_once(cluster: Cluster) -> None:
    cluster.start()
    cluster.start()
    await cluster.ready(2)
    job = await cluster.submit(seconds=1.0)
    await cluster.begun(job, "b")
    first = cluster.owner(job)
    first.terminate()
    assert await asyncio.to_thread(first.wait, 10) == 0
    start, before = time.monotonic(), len(runs(cluster.marks(job)))
    await cluster.until(lambda: len(runs(cluster.marks(job))) > before)
    assert time.monotonic() - start < GRACE / 2  # nobody had to find out that it is gone
    one_repeated(await cluster.succeeds(job))


async def test_kill_9_of_the_server_leaves_no_orphans_and_loses_nothing(small: Cluster) -> None:
    server = small.start(server=True)
    await small.ready(1)
    job = await small.submit(seconds=0.5)
    await small.begun(job, "b")
    kill(server)
    lock = small.settings.data_dir / "locks" / "executor-0.lock"
    assert await asyncio.to_thread(FileLock(lock).acquire, 5.0)  # its worker has ended too
    server = small.start(server=True)
    ran = await small.succeeds(job)
    assert ran in (["a", "b", "b", "c", "d"], ["a", "b", "c", "d"])
    server.terminate()
    assert server.wait(20) == 0
