"""Crashes again and again: of a job that kills whoever runs it, and of workers at random."""

from __future__ import annotations

import asyncio
import random

from maquette.jobs import ledger
from maquette.jobs.job import JobStatus
from tests.faults.cluster import Cluster, kill
from tests.jobs.plans import runs


async def test_a_job_that_kills_its_workers_fails_with_a_reason(small: Cluster) -> None:
    before = await small.service.balance(small.local)
    job = await small.submit(die="b")
    small.start(server=True)
    job = await small.end(job)
    assert job.status is JobStatus.FAILED
    assert job.error is not None
    assert "5 times in a row at stage b" in job.error.message
    assert runs(small.marks(job)) == ["a"] + ["b"] * 5
    assert (job.cost, await small.service.balance(small.local)) == (0, before)
    assert await small.succeeds(await small.submit()) == ["a", "b", "c", "d"]  # the next job is not harmed


async def test_random_kills(small: Cluster) -> None:
    dice = random.Random(5)
    jobs = [await small.submit(seconds=0.15, seed=i + 1) for i in range(15)]
    workers = {slot: small.start("--slot", slot) for slot in ("0", "1")}
    kills = 0
    while any(not job.status.final for job in await small.service.list(small.local)):
        await asyncio.sleep(dice.uniform(1.0, 2.5))
        slot = dice.choice(["0", "1"])
        if kills < 6:
            kill(workers[slot])
            kills += 1
            workers[slot] = small.start("--slot", slot)
    repeated = 0
    for job in jobs:
        repeated += len(await small.succeeds(job)) - 4
    assert 0 <= repeated <= kills
    entries = await small.service.database.run(ledger.ledger_entries, small.local.id)
    assert sorted(e["kind"] for e in entries) == ["capture"] * 15 + ["grant"] + ["hold"] * 15
