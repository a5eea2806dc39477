"""`job.progress`: when a run tells webhooks, that it does so with its own row, and that test jobs do, too."""

from __future__ import annotations

import asyncio
from decimal import Decimal

import pytest
import sqlalchemy as sa

from maquette.jobs import queries, runs, store
from maquette.jobs.job import JobStatus, Step
from maquette.jobs.runs import JobRun, ProgressNews
from maquette.jobs.sql_service import SqlJobService
from maquette.jobs.tables import deliveries
from maquette.pipeline.runner import StageEvent
from maquette.request import GenerationRequest
from maquette.webhooks.outbox import wants
from maquette.webhooks.types import EVENTS
from tests.jobs import plans


def steps(running: str) -> list[Step]:
    return [Step(n, JobStatus.RUNNING if n == running else JobStatus.QUEUED, 0.5) for n in ("a", "b")]


def test_news_at_each_stage_and_every_five_seconds(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = [100.0]
    monkeypatch.setattr(runs.time, "monotonic", lambda: clock[0])
    news, told = ProgressNews(), []
    for at, stage in ((0, "a"), (1, "a"), (4.9, "a"), (5, "a"), (6, "b"), (7, "b"), (8, ""), (10, "b"), (11, "b")):
        clock[0] = 100.0 + at
        if news.due(steps(stage)):
            told.append(at)
    assert told == [0, 5, 6, 11]


def test_progress_must_be_named() -> None:
    assert [e for e in EVENTS if not wants(["*"], e)] == ["job.progress"]
    assert [e for e in EVENTS if not wants(["job.*"], e)] == ["job.progress"]
    assert wants(["job.failed", "job.progress"], "job.progress")


async def events_of(service: SqlJobService, job_id: str) -> list[str]:
    query = sa.select(deliveries.c.event).where(deliveries.c.job_id == job_id).order_by(deliveries.c.sequence)
    return await service.database.run(lambda c: list(c.scalars(query)), read_only=True)


async def test_a_run_tells_with_its_own_row(service: SqlJobService) -> None:
    account = await service.local_account()
    await service.add_webhook(
        account, "https://example.com/", base_url="http://m", dialect="n", events=["job.progress"]
    )
    job = await service.submit(account, plans.make_request(), cost=Decimal(1), dialect="n")
    run = JobRun(job.id, 60.0)
    await service.database.run(store.begin_run, job.id, run.owner)
    run.steps = (await service.database.run(queries.load_job, None, job.id)).steps
    for index, name in enumerate(s.name for s in run.steps[:2]):
        run.on_event(StageEvent("started", name))
        assert await asyncio.to_thread(run.publish, service.database)
        # one is waiting still, and it will tell how things are when it is sent
        assert await events_of(service, job.id) == ["job.progress"], index
        run.on_event(StageEvent("finished", name))
        assert await asyncio.to_thread(run.publish, service.database)
    other = JobRun(job.id, 60.0)  # another worker has the job: nothing is written, nothing told
    other.steps = run.steps
    await service.database.run(lambda c: c.execute(sa.delete(deliveries)))
    other.on_event(StageEvent("started", run.steps[-1].name))
    assert not await asyncio.to_thread(other.publish, service.database)
    assert await events_of(service, job.id) == []


async def test_test_jobs_tell(service: SqlJobService) -> None:
    key = await service.new_key(await service.local_account(), mode="test")
    account = await service.authenticate(key.text)
    hook = await service.add_webhook(
        account, "https://example.com/", base_url="http://m", dialect="n", events=["job.progress"]
    )
    request = GenerationRequest.build(prompt="{}")
    job = await service.submit(account, request, cost=Decimal(1), dialect="n", extra={"name": "maquette:slow=1.5"})
    async with asyncio.timeout(20):
        while not (await service.get(account, job.id)).status.final:
            await asyncio.sleep(0.1)
    assert await events_of(service, job.id) == ["job.progress"]  # the others found it waiting
    assert (await service.deliveries(account, endpoint_id=hook.id)).items[0].status == "pending"
