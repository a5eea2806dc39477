"""PostgreSQL restarts while nobody dies. Session locks vanish with it; a first design took all living executors over and ran one job 18
times. Here nobody may be taken over and every stage runs once.
"""

from __future__ import annotations

import asyncio

import pytest

from tests.faults.cluster import Cluster
from tests.jobs.plans import NAMES
from tests.services import Postgres

pytestmark = [pytest.mark.postgres, pytest.mark.s3]


async def test_restarts_of_the_database_take_nobody_over(large: Cluster, postgres: Postgres) -> None:
    workers = [large.start(host="one"), large.start(host="two")]
    await large.ready(2)
    jobs = [await large.submit(seconds=4.0, seed=i + 1) for i in range(2)]
    for stage, mode in (("b", "fast"), ("c", "immediate")):
        for job in jobs:
            await large.begun(job, stage)
        await asyncio.to_thread(postgres.stop, mode)
        await asyncio.sleep(0.5)
        await asyncio.to_thread(postgres.start)
    for job in jobs:  # the rest takes longer than presence.GRACE, so a wrong verdict would show
        assert await large.succeeds(job, 120) == list(NAMES)
    assert "is gone" not in large.log()
    assert "queued" not in large.log()
    assert large.log().count("has its lock again") == 4
    assert all(w.poll() is None for w in workers)
