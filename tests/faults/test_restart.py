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


@pytest.mark.parametrize("mode", ["fast", "immediate"])
async def test_a_restart_of_the_database_takes_nobody_over(large: Cluster, postgres: Postgres, mode: str) -> None:
    workers = [large.start(host="one"), large.start(host="two")]
    await large.ready(2)
    jobs = [await large.submit(seconds=4.0, seed=i + 1) for i in range(2)]
    for job in jobs:
        await large.begun(job, "b")
    await asyncio.to_thread(postgres.stop, mode)
    await asyncio.sleep(1.0)
    await asyncio.to_thread(postgres.start)
    for job in jobs:  # the rest takes longer than presence.GRACE, so a wrong verdict would show
        assert await large.succeeds(job, 120) == list(NAMES)
    assert "is gone" not in large.log()
    assert "queued" not in large.log()
    assert large.log().count("has its lock again") == 2
    assert all(w.poll() is None for w in workers)
