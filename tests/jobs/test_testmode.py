"""Test keys: instant, free, apart from the live jobs, and failing on demand."""

from __future__ import annotations

import asyncio
from decimal import Decimal

import pytest

from maquette import errors
from maquette.jobs import accounts
from maquette.jobs.job import Job, JobStatus
from maquette.jobs.service import Account
from maquette.jobs.sql_service import SqlJobService
from maquette.jobs.testmode import orders, script
from maquette.request import GenerationRequest


@pytest.fixture
async def tester(service: SqlJobService) -> Account:
    owner = await service.database.run(lambda c: accounts.create_account(c, "poor"))
    key = await service.new_key(await service.account(owner), mode="test")
    assert key.text.startswith("mq_test_")
    return await service.authenticate(key.text)


async def submit(service: SqlJobService, account: Account, prompt: str = "{}", **extra: str) -> Job:
    request = GenerationRequest.build(prompt=prompt)
    return await service.submit(account, request, cost=Decimal(5), dialect="t", extra=extra)


async def test_a_test_job_is_real_free_and_over_in_a_second(service: SqlJobService, tester: Account) -> None:
    live = await service.account(tester.id)
    job = await submit(service, tester)
    async with asyncio.timeout(5):
        events = [event async for event in service.events(tester, job.id)]
    assert job.status is JobStatus.QUEUED
    assert events[-1].job.status is JobStatus.SUCCEEDED
    assert [e.progress for e in events] == sorted(e.progress for e in events)
    [asset] = events[-1].job.assets
    first = b"".join([chunk async for chunk in service.read_asset(asset)])
    again = await service.wait(tester, (await submit(service, tester)).id, 5)
    assert again.assets[0].sha256 == asset.sha256
    assert again.assets[0].id != asset.id
    assert len(first) == asset.size
    assert events[-1].job.test
    assert events[-1].job.cost == 0
    assert await service.balance(tester) == 0
    assert (await service.check_ledger()).transfers == 1  # the local account's grant
    assert (await service.page(live)).items == []
    with pytest.raises(errors.NotFound):
        await service.get(live, job.id)
    assert service._queue.dead_ends([job.id]) == {job.id: "UNKNOWN"}  # no worker will ever see it


@pytest.mark.parametrize(
    ("magic", "error"),
    [
        *[
            ("insufficient", errors.InsufficientCredits),
            ("parallel", errors.ParallelismLimit),
            ("ratelimit", errors.RateLimited),
        ],
        *[
            ("unavailable", errors.Unavailable),
            ("forbidden", errors.PermissionDenied),
            ("invalid", errors.InvalidRequest),
        ],
    ],
)
async def test_refusals_on_demand(
    service: SqlJobService, tester: Account, magic: str, error: type[errors.MaquetteError]
) -> None:
    with pytest.raises(error):
        await submit(service, tester, f"a chair maquette:{magic}")
    with pytest.raises(error):
        await submit(service, tester, name=f"maquette:{magic}")


@pytest.mark.parametrize(
    ("magic", "code"),
    [
        ("fail", "engine_error"),
        ("fail=mesh_error", "mesh_error"),
        ("timeout", "stage_timeout"),
        ("noobject", "object_not_found"),
    ],
)
async def test_failures_on_demand(service: SqlJobService, tester: Account, magic: str, code: str) -> None:
    job = await service.wait(tester, (await submit(service, tester, name=f"maquette:{magic}")).id, 5)
    assert job.status is JobStatus.FAILED
    assert job.error is not None
    assert job.error.code == code
    assert {s.status for s in job.steps} >= {JobStatus.FAILED}


async def test_waiting_and_cancelling_on_demand(service: SqlJobService, tester: Account) -> None:
    queued = await submit(service, tester, name="maquette:queue=60")
    hung = await submit(service, tester, name="maquette:hang")
    slow = await submit(service, tester, name="maquette:slow=30")
    await asyncio.sleep(1.0)
    assert (await service.get(tester, queued.id)).status is JobStatus.QUEUED
    assert (await service.get(tester, hung.id)).status is JobStatus.RUNNING
    assert 0 < (await service.get(tester, hung.id)).progress < 1
    assert (await service.get(tester, slow.id)).progress < 0.3
    for job in (queued, hung, slow):
        assert (await service.cancel(tester, job.id)).status is JobStatus.CANCELLED
    assert (await service.check_ledger()).problems == ()


async def test_live_keys_do_not_know_the_words(service: SqlJobService, local: Account) -> None:
    request = GenerationRequest.build(prompt='{"a": "maquette:insufficient"}')
    job = await service.submit(local, request, cost=Decimal(1), dialect="t")
    assert not job.test
    assert job.status is JobStatus.QUEUED


def test_the_script() -> None:
    assert orders({"prompt": "x maquette:slow=2.5 maquette:fail"}, {"a": {"b": "maquette:queue"}}) == {
        "slow": "2.5",
        "fail": "",
        "queue": "",
    }
    assert script({"slow": "x"}).run == 30.0
    assert script({"queue": "99999"}).queue == 3600.0


async def test_a_job_that_is_deleted_meanwhile_stops_nobody(
    service: SqlJobService, tester: Account, monkeypatch: pytest.MonkeyPatch
) -> None:
    both = [await submit(service, tester, note="maquette:slow=30") for _ in range(2)]
    advance, asked = service._test.advance, []

    async def after_a_deletion(job_id: str) -> bool:
        asked.append(job_id)
        if len(asked) == 1:
            await service.delete(tester, job_id)
        return await advance(job_id)

    monkeypatch.setattr(service._test, "advance", after_a_deletion)
    await service._test.advance_all()
    assert sorted(asked) == sorted(job.id for job in both)
