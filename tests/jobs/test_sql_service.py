from __future__ import annotations

import asyncio
import dataclasses
from decimal import Decimal

import pytest

from maquette.errors import InsufficientCredits, NotFound, ParallelismLimit, Unauthorized
from maquette.jobs import accounts, ledger, store
from maquette.jobs.job import JobStatus
from maquette.jobs.service import Account, JobService
from maquette.jobs.sql_service import SqlJobService
from maquette.settings import Settings
from tests.jobs.plans import NAMES, make_request

COST = Decimal("0.5")


async def submit(service: SqlJobService, account: Account, **orders: object) -> str:
    return (await service.submit(account, make_request(**orders), cost=COST, dialect="rodin")).id


async def poor(service: SqlJobService, credits: str, limit: int = 10) -> Account:
    account_id = await service.database.run(lambda c: accounts.create_account(c, "poor", grant=Decimal(credits)))
    return dataclasses.replace(await service.account(account_id), parallel_limit=limit)


async def test_submit_stores_holds_and_queues(service: SqlJobService, local: Account) -> None:
    checked: JobService = service  # the protocol is fulfilled
    before = await service.balance(local)
    job = await checked.submit(local, make_request(), cost=COST, dialect="rodin")
    assert await service.get(local, job.id) == job
    assert (job.status, job.queue_position, job.cost, job.dialect) == (JobStatus.QUEUED, 0, COST, "rodin")
    assert [s.name for s in job.steps] == list(NAMES)
    assert job.progress == 0.0
    assert await service.balance(local) == before - COST
    assert service._queue.dead_ends([job.id]) == {}  # the queue knows it


async def test_one_account_never_sees_anothers_jobs(service: SqlJobService, local: Account) -> None:
    other = await poor(service, "5")
    job_id = await submit(service, local)
    for call in (service.get(other, job_id), service.cancel(other, job_id), service.list(other, before=job_id)):
        with pytest.raises(NotFound):
            await call
    assert await service.list(other) == []
    assert (await service.get(local, job_id)).status is JobStatus.QUEUED


async def test_positions_and_pages(service: SqlJobService, local: Account) -> None:
    ids = [await submit(service, local) for _ in range(5)]
    assert [(await service.get(local, i)).queue_position for i in ids] == [0, 1, 2, 3, 4]
    assert [j.id for j in await service.list(local)] == ids[::-1]
    first = await service.list(local, limit=2)
    assert [j.id for j in first] == ids[:2:-1]
    assert [j.id for j in await service.list(local, limit=9, before=first[-1].id)] == ids[2::-1]
    await service.cancel(local, ids[0])
    assert (await service.get(local, ids[4])).queue_position == 3


async def test_a_busy_account_stands_behind_a_new_one(service: SqlJobService, local: Account) -> None:
    other = await poor(service, "5")
    mine = [await submit(service, local) for _ in range(4)]
    theirs = await submit(service, other)
    assert (await service.get(other, theirs)).queue_position == 1
    assert (await service.get(local, mine[3])).queue_position == 4


async def test_the_parallel_limit_holds_under_a_race(service: SqlJobService) -> None:
    account = await poor(service, "100", limit=3)
    results = await asyncio.gather(*[submit(service, account) for _ in range(10)], return_exceptions=True)
    assert sum(isinstance(r, str) for r in results) == 3
    assert sum(isinstance(r, ParallelismLimit) for r in results) == 7
    await service.cancel(account, next(r for r in results if isinstance(r, str)))
    await submit(service, account)


async def test_credits_are_never_overdrawn_under_a_race(service: SqlJobService) -> None:
    account = await poor(service, "1.2")
    results = await asyncio.gather(*[submit(service, account) for _ in range(6)], return_exceptions=True)
    assert sum(isinstance(r, str) for r in results) == 2
    assert sum(isinstance(r, InsufficientCredits) for r in results) == 4
    assert await service.balance(account) == Decimal("0.2")
    assert await service.grant(account, Decimal(1)) == Decimal("1.2")
    assert len(await service.list(account)) == 2  # a refused submit leaves nothing


async def test_the_local_account_is_counted_but_never_refused(
    settings: Settings, service: SqlJobService, local: Account
) -> None:
    await service.grant(local, -await service.balance(local))
    await submit(service, local)
    assert await service.balance(local) == -COST


async def test_cancel_is_final_and_refunds_once(service: SqlJobService, local: Account) -> None:
    before = await service.balance(local)
    job_id = await submit(service, local)
    jobs = await asyncio.gather(*[service.cancel(local, job_id) for _ in range(4)])
    assert {j.status for j in jobs} == {JobStatus.CANCELLED}
    assert all(s.status is JobStatus.CANCELLED for s in jobs[0].steps)
    assert jobs[0].cost == 0
    assert jobs[0].finished_at is not None
    assert await service.balance(local) == before
    kinds = [e["kind"] for e in await service.database.run(ledger.ledger_entries, local.id) if e["job_id"] == job_id]
    assert kinds == ["hold", "refund"]
    with pytest.raises(NotFound):
        await service.cancel(local, "00000000-0000-4000-8000-000000000000")


async def test_the_balance_is_the_sum_of_the_ledger(service: SqlJobService, local: Account) -> None:
    ids = [await submit(service, local) for _ in range(3)]
    await service.cancel(local, ids[1])
    await service.grant(local, Decimal("3.25"), note="gift")
    entries = await service.database.run(ledger.ledger_entries, local.id)
    assert sum(e["amount"] for e in entries) == await service.balance(local)


async def test_statuses_only_move_forward(service: SqlJobService, local: Account) -> None:
    job_id = await submit(service, local)
    steps = (await service.get(local, job_id)).steps
    run = service.database.run
    state = await run(store.begin_run, job_id, "one")
    assert state == store.RunState(JobStatus.RUNNING, "one", 1)
    assert await run(store.begin_run, job_id, "one") == state  # a repeated write counts once
    assert (await run(store.begin_run, job_id, "two")).attempts == 2
    assert not await run(
        store.save_run, job_id, "one", steps, []
    )  # taken over: the first run can write nothing any more
    assert not await run(store.finish_run, job_id, "one", steps, [], [])
    assert await run(store.finish_run, job_id, "two", steps, ["w"], [])
    assert (await service.cancel(local, job_id)).status is JobStatus.SUCCEEDED
    assert not await run(store.fail_job, job_id, Unauthorized("x"))
    assert (await run(store.begin_run, job_id, "three")).status is JobStatus.SUCCEEDED
    job = await service.get(local, job_id)
    assert (job.status, job.warnings, job.cost) == (JobStatus.SUCCEEDED, ("w",), COST)


async def test_keys(settings: Settings, service: SqlJobService, local: Account) -> None:
    service.settings = settings.model_copy(update={"key_cache_seconds": 0.0})
    first = await service.first_key()
    assert first is not None
    assert await service.first_key() is None  # shown once
    assert await service.authenticate(first) == local
    second = await service.create_key(local, name="laptop")
    assert await service.authenticate(second) == local
    await service.database.run(accounts.revoke_key, first.split("_")[2])
    for wrong in (first, second[:-1] + "!", "", "mq_", "ключ", second.replace("mq_", "xx_")):
        with pytest.raises(Unauthorized):
            await service.authenticate(wrong)


async def test_trial_keys_are_the_local_account(settings: Settings, service: SqlJobService, local: Account) -> None:
    with pytest.raises(Unauthorized):
        await service.authenticate("vibecoding")
    service.settings = settings.model_copy(update={"trial_keys": ("vibecoding",)})
    assert await service.authenticate("vibecoding") == local


async def test_images_are_stored_by_content_and_account(service: SqlJobService, local: Account) -> None:
    key, digest = await service.put_image(local, b"picture")
    assert (key, digest) == await service.put_image(local, b"picture")
    assert local.id in key
    assert digest in key
    assert service.blobs.get(key) == b"picture"
