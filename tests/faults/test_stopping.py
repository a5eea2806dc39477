"""Cancelling, and stages that take too long."""

from __future__ import annotations

import asyncio
import time

from maquette.jobs.job import JobStatus
from maquette.jobs.runs import EXIT_STUCK
from tests.faults.cluster import Cluster
from tests.jobs.plans import runs


async def test_cancel_inside_a_stage_frees_the_worker_at_once(cluster: Cluster) -> None:
    cluster.start()
    await cluster.ready()
    before = await cluster.service.balance(cluster.local)
    job = await cluster.submit(seconds=30)
    await cluster.begun(job, "a")
    start = time.monotonic()
    assert (await cluster.service.cancel(cluster.local, job.id)).status is JobStatus.CANCELLED
    following = await cluster.submit()
    assert await cluster.succeeds(following) == ["a", "b", "c", "d"]
    assert time.monotonic() - start < 5.0
    assert runs(cluster.marks(job)) == ["a"]
    job = await cluster.service.get(cluster.local, job.id)
    assert (job.status, job.cost, job.assets) == (JobStatus.CANCELLED, 0, ())
    assert await cluster.service.balance(cluster.local) == before - 1


async def test_cancel_is_seen_between_stages_that_do_not_look(small: Cluster) -> None:
    small.start()
    await small.ready()
    job = await small.submit(seconds=1.0, stubborn="b")
    await small.begun(job, "b")
    await small.service.cancel(small.local, job.id)
    assert await small.succeeds(await small.submit()) == ["a", "b", "c", "d"]
    assert runs(small.marks(job)) == ["a", "b"]


async def test_progress_is_real_and_grows(small: Cluster) -> None:
    small.start()
    await small.ready()
    job = await small.submit(seconds=1.0, stages=2)
    seen = [0.0]
    while not job.status.final:
        job = await small.service.get(small.local, job.id)
        assert job.progress >= seen[-1]
        seen.append(job.progress)
        await asyncio.sleep(0.02)
    assert len(set(seen)) >= 6  # about 5 a second
    assert seen[-1] == 1.0
    assert all(s.seconds is not None and 0.9 < s.seconds < 3.0 for s in job.steps)


async def test_a_stage_has_a_time_limit(small: Cluster) -> None:
    small.settings = small.settings.model_copy(update={"stage_seconds": 1.0})
    worker = small.start()
    await small.ready()
    polite = await small.end(await small.submit(seconds=30))
    assert polite.error is not None
    assert polite.error.code == "stage_timeout"
    assert [s.status for s in polite.steps[:2]] == [JobStatus.FAILED, JobStatus.CANCELLED]
    assert worker.poll() is None
    stuck = await small.end(await small.submit(seconds=30, stubborn="a"))
    assert stuck.error is not None
    assert stuck.error.code == "stage_timeout"
    assert await asyncio.to_thread(worker.wait, 10) == EXIT_STUCK  # foreign code can be ended only with its process
    assert await small.service.balance(small.local) == 1_000_000


async def test_a_worker_with_two_slots_runs_two_jobs_at_once(small: Cluster) -> None:
    small.settings = small.settings.model_copy(update={"worker_slots": 2})
    small.start()
    await small.ready()
    first, second = [await small.submit(seconds=2.0, stages=1, seed=i) for i in (1, 2)]
    await small.begun(first, "a")
    await small.begun(second, "a")
    both = [await small.service.get(small.local, job.id) for job in (first, second)]
    assert [job.status for job in both] == [JobStatus.RUNNING] * 2
    assert [await small.succeeds(job) for job in both] == [["a"], ["a"]]


async def test_a_failed_stage_fails_the_job_and_charges_nothing(cluster: Cluster) -> None:
    cluster.start()
    await cluster.ready()
    for orders, code in (({"fail": "c"}, "mesh_error"), ({"crash": "c"}, "engine_error")):
        job = await cluster.end(await cluster.submit(**orders))
        assert job.error is not None
        assert job.error.code == code
        assert [str(s.status) for s in job.steps] == ["succeeded", "succeeded", "failed", "cancelled"]
        assert job.cost == 0
    job = await cluster.end(await cluster.submit(crash="d", optional="d"))
    assert job.status is JobStatus.SUCCEEDED
    assert job.warnings[0].startswith("d was left out")
    assert await cluster.service.balance(cluster.local) == 1_000_000 - 1
