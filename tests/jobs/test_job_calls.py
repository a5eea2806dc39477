"""What dialects need of jobs beside submit and get: own state, aliases, idempotency, pages, news, removal."""

from __future__ import annotations

import asyncio
from decimal import Decimal

import pytest

from maquette.errors import IdempotencyConflict, InvalidRequest, NotFound
from maquette.jobs import accounts, queries, store
from maquette.jobs.ids import decode_id, encode_id, new_id
from maquette.jobs.job import Asset, Job, JobFilter, JobStatus
from maquette.jobs.paging import PageQuery
from maquette.jobs.service import Account
from maquette.jobs.sql_service import SqlJobService
from tests.jobs import plans


async def submit(service: SqlJobService, account: Account, **more: object) -> Job:
    values = {"cost": Decimal(1), "dialect": "t"} | more
    return await service.submit(account, plans.make_request(seed=values.pop("seed", 7)), **values)


@pytest.fixture
async def other(service: SqlJobService) -> Account:
    return await service.account(
        await service.database.run(lambda c: accounts.create_account(c, "o", grant=Decimal(9)))
    )


async def test_own_state_is_kept_and_changed_atomically(service: SqlJobService, local: Account, other: Account) -> None:
    job = await submit(service, local, extra={"model": "model_x", "input": {"a": [1]}, "none": None})
    assert job.extra == {"model": "model_x", "input": {"a": [1]}}
    await asyncio.gather(*[service.annotate(local, job.id, {f"k{i}": i}) for i in range(8)])
    after = await service.annotate(local, job.id, {"model": None})
    assert after.extra == {"input": {"a": [1]}} | {f"k{i}": i for i in range(8)}
    with pytest.raises(NotFound):
        await service.annotate(other, job.id, {"x": 1})
    with pytest.raises(InvalidRequest, match="too large"):
        await submit(service, local, extra={"x": "y" * 2**20})


async def test_a_job_is_found_by_its_aliases(service: SqlJobService, local: Account, other: Account) -> None:
    job = await submit(service, local, aliases=("SESSION_1", "job_x"))
    for alias in ("SESSION_1", "job_x", job.id):
        assert (await service.find(local, alias)).id == job.id
        with pytest.raises(NotFound):
            await service.find(other, alias)
    with pytest.raises(InvalidRequest, match="taken"):
        await submit(service, local, aliases=("SESSION_1",))
    assert len((await service.page(local)).items) == 1  # nothing is left of the refused one
    assert (await submit(service, other, aliases=("SESSION_1",))).id != job.id


def test_vendor_ids_lead_back_to_the_uuid() -> None:
    uid = new_id()
    text = encode_id("job_", uid)
    assert len(text) == 28
    assert decode_id("job_", text) == uid
    for wrong in ("job_", text[:-1] + "!", "asset_" + text[4:], "job_" + "z" * 24, uid):
        assert decode_id("job_", wrong) is None


async def test_one_key_is_one_job(service: SqlJobService, local: Account, other: Account) -> None:
    many = await asyncio.gather(*[submit(service, local, idempotency_key="k", fingerprint="f") for _ in range(6)])
    assert len({job.id for job in many}) == 1
    assert (await submit(service, local, idempotency_key="k", fingerprint="f", seed=9)).id == many[0].id
    with pytest.raises(IdempotencyConflict):
        await submit(service, local, idempotency_key="k", fingerprint="g")
    assert (await submit(service, other, idempotency_key="k", fingerprint="f")).id != many[0].id
    first = await submit(service, local, idempotency_key="without")
    assert (await submit(service, local, idempotency_key="without")).id == first.id
    with pytest.raises(IdempotencyConflict):
        await submit(service, local, idempotency_key="without", seed=8)
    assert (await service.check_ledger()).problems == ()


async def test_pages_lead_on_and_back(service: SqlJobService, local: Account) -> None:
    ids = [(await submit(service, local, dialect="a" if i % 2 else "b", extra={"n": str(i)})).id for i in range(7)]
    newest = ids[::-1]

    async def page(where: JobFilter | None = None, **query: object):  # type: ignore[no-untyped-def]
        got = await service.page(local, where, PageQuery(**query))
        return got, [j.id for j in got.items]

    one, first = await page(limit=3, count=True)
    two, second = await page(limit=3, cursor=one.next)
    three, third = await page(limit=3, cursor=two.next)
    assert first + second + third == newest
    assert (one.total, one.previous, three.next) == (7, None, None)
    assert (await page(limit=3, cursor=three.previous))[1] == second
    back, again = await page(limit=3, cursor=two.previous)
    assert again == first
    assert back.previous is None
    assert (await page(limit=2, offset=2, ascending=True))[1] == ids[2:4]
    assert (await page(JobFilter(dialects=("a",))))[1] == newest[1::2]
    assert (await page(JobFilter(extra={"n": "3"})))[1] == [ids[3]]
    await service.cancel(local, ids[0])
    assert (await page(JobFilter(statuses=(JobStatus.CANCELLED,))))[1] == [ids[0]]
    middle = (await service.get(local, ids[3])).created_at
    assert (await page(JobFilter(created_after=middle)))[1] == newest[:4]
    assert (await page(JobFilter(created_before=middle)))[1] == newest[4:]
    assert (await page(JobFilter(updated_after=(await service.get(local, ids[6])).created_at)))[1] == [ids[0]]
    for wrong in ("x", "bm8", "W10", "é"):
        with pytest.raises(InvalidRequest, match="page token"):
            await page(cursor=wrong)


async def test_news_come_from_whichever_process_wrote_them(service: SqlJobService, local: Account) -> None:
    job, run = await submit(service, local), service.database.run
    seen: list[tuple[str, str]] = []

    async def listen() -> None:
        async for event in service.events(local, job.id):
            seen.append((event.kind, event.stage))  # noqa: PERF401

    listeners = [asyncio.create_task(listen()) for _ in range(3)]
    waiter = asyncio.create_task(service.wait(local, job.id, 10))
    await asyncio.sleep(0.6)
    await run(store.begin_run, job.id, "w")
    await asyncio.sleep(0.6)
    await run(store.finish_run, job.id, "w", job.steps, [], [])
    async with asyncio.timeout(5):
        await asyncio.gather(*listeners)
        assert (await waiter).status is JobStatus.SUCCEEDED
    assert [kind for kind, _ in sorted(seen)] == ["end"] * 3 + ["status"] * 6
    assert (await service.wait(local, (await submit(service, local)).id, 0.2)).status is JobStatus.QUEUED
    with pytest.raises(NotFound):
        await anext(service.events(local, new_id()))


async def test_the_time_left_comes_from_history(service: SqlJobService, local: Account) -> None:
    from dataclasses import replace

    run = service.database.run
    assert await service.eta(await submit(service, local)) is None
    done = await submit(service, local)
    steps = [replace(s, status=JobStatus.SUCCEEDED, progress=1.0, seconds=10.0) for s in done.steps]
    await run(store.begin_run, done.id, "w")
    await run(store.finish_run, done.id, "w", steps, [], [])
    service._clockwork._until = 0.0
    half = await submit(service, local)
    await run(store.begin_run, half.id, "w")
    await run(store.save_run, half.id, "w", steps[:2] + list(half.steps[2:]), [])
    assert await service.eta(await service.get(local, half.id)) == 20.0
    assert await service.eta(await service.get(local, done.id)) == 0.0


async def test_removal_takes_the_files_and_keeps_the_ledger(
    service: SqlJobService, local: Account, other: Account
) -> None:
    job, run = await submit(service, local, aliases=("x",), idempotency_key="k"), service.database.run
    key = f"assets/{local.id}/{job.id}/a/value.bin"
    service.blobs.put(key, b"data")
    asset = Asset(new_id(), job.id, "value.bin", "model", "bin", "application/octet-stream", 4, "0" * 64, key)
    await run(store.begin_run, job.id, "w")
    await run(store.finish_run, job.id, "w", job.steps, [], [asset])
    assert (await service.find_asset(local, asset.id))[1] == asset
    for call in (service.find_asset, service.delete_asset):
        with pytest.raises(NotFound):
            await call(other, asset.id)
    left = await service.balance(local)
    await service.delete(local, job.id)
    assert not service.blobs.exists(key)
    for wanted in (job.id, "x"):
        with pytest.raises(NotFound):
            await service.find(local, wanted)
    assert await service.balance(local) == left
    assert (await service.check_ledger()).problems == ()
    held = await submit(service, local)
    await service.delete(local, held.id)  # cancelled first
    assert await service.balance(local) == left
    assert await run(queries.count_jobs) == dict.fromkeys(map(str, JobStatus), 0)
