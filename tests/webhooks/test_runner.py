"""Deliveries to a real receiver on loopback: signed, in order, retried, leased, replayed, and never into private networks."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from datetime import timedelta
from decimal import Decimal
from pathlib import Path

import pytest
import sqlalchemy as sa

from maquette.errors import EngineError, FetchFailed, NotFound
from maquette.jobs import accounts, queries, store
from maquette.jobs.service import Account
from maquette.jobs.sql import now
from maquette.jobs.sql_service import SqlJobService
from maquette.jobs.tables import deliveries
from maquette.settings import Settings
from maquette.webhooks import queue
from maquette.webhooks.native import render
from maquette.webhooks.runner import WebhookRunner
from maquette.webhooks.signing import verify
from maquette.webhooks.types import Notice, Rendered, WebhookTarget
from tests.jobs import plans
from tests.net.servers import Site


class NoLinks:
    def url(self, base_url: str, asset_id: str, filename: str) -> str:
        return f"{base_url}/files/{asset_id}/{filename}"


async def word(dialect: str, notice: Notice) -> Rendered | None:
    if dialect == "vendor":
        return Rendered({"vendor": notice.event}, {"X-Vendor": "1"}) if notice.event == "job.failed" else None
    return render(notice, NoLinks())


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
async def service(request: pytest.FixtureRequest, data_dir: Path) -> AsyncIterator[SqlJobService]:
    url = request.getfixturevalue("postgres").url() if request.param == "postgres" else None
    settings = Settings(data_dir=data_dir, database_url=url, fetch_allow=("127.0.0.1",), webhook_seconds=2)
    opened = await SqlJobService.open(settings, plan=plans)
    yield opened
    await opened.close()


@pytest.fixture
async def local(service: SqlJobService) -> Account:
    return await service.local_account()


def runner(service: SqlJobService) -> WebhookRunner:
    return WebhookRunner(service.settings, service.database, word)


async def submit(service: SqlJobService, account: Account, **more: object) -> str:
    return (await service.submit(account, plans.make_request(), cost=Decimal(1), dialect="vendor", **more)).id


async def work_off(service: SqlJobService, *, rounds: int = 8) -> None:
    """Deliver all that is due, with waiting times skipped."""
    sender = runner(service)
    for _ in range(rounds):
        await sender.round()
        await sender.drain()
        await service.database.run(lambda c: c.execute(sa.update(deliveries).values(next_at=now())))


async def run_to_end(service: SqlJobService, job_id: str, *, fails: bool = False) -> None:
    run = service.database.run
    await run(store.begin_run, job_id, "w")
    steps = (await run(queries.load_job, None, job_id)).steps
    if fails:
        await run(store.fail_job, job_id, EngineError("No. Again."))
    else:
        await run(store.finish_run, job_id, "w", steps, [], [])


async def test_events_come_signed_and_in_order_though_the_receiver_was_down(
    service: SqlJobService, local: Account
) -> None:
    answers = iter([500, 503, 200, 200, 200])
    with Site({"/hook": lambda handler: (next(answers), {}, b"ok")}) as site:
        made = await service.add_webhook(local, site.url + "/hook", base_url="http://m.test", dialect="native")
        job_id = await submit(service, local)
        await run_to_end(service, job_id)
        await work_off(service)
    bodies = [json.loads(body) for _, _, _, body in site.seen]
    assert [b["type"] for b in bodies] == [*["job.queued"] * 3, "job.started", "job.succeeded"]
    assert {b["data"]["id"] for b in bodies} == {job_id}
    ids = []
    for _, _, headers, body in site.seen:
        low = {k.lower(): v for k, v in headers.items()}
        assert verify(made.secret, low, body, now().timestamp())
        ids.append(low["webhook-id"])
    assert len(set(ids)) == 3
    assert len(set(ids[:3])) == 1  # the same id at every attempt
    log = (await service.deliveries(local)).items
    assert [(d.event, d.status) for d in reversed(log)] == [
        (e, "delivered") for e in ("job.queued", "job.started", "job.succeeded")
    ]
    first = await service.delivery(local, log[-1].id)
    assert [a.status_code for a in first.attempts] == [500, 503, 200]
    assert first.attempts[0].answer == "ok"
    point = await service.webhook(local, made.id)
    assert (point.calls, point.failures, point.secret) == (5, 2, "")


async def test_a_job_has_its_own_url_in_its_vendors_words(service: SqlJobService, local: Account) -> None:
    with Site({"/own": (200, {}, b"")}) as site:
        job_id = await submit(service, local, webhook=WebhookTarget(site.url + "/own", "http://m.test"))
        await run_to_end(service, job_id, fails=True)
        await work_off(service)
        good = await submit(service, local, webhook=WebhookTarget(site.url + "/own", "http://m.test"))
        await run_to_end(service, good)  # the vendor does not send this
        await work_off(service)
    [(_, _, headers, body)] = site.seen
    assert json.loads(body) == {"vendor": "job.failed"}
    assert headers["X-Vendor"] == "1"
    low = {k.lower(): v for k, v in headers.items()}
    assert verify(await service.webhook_secret(local), low, body, now().timestamp())
    assert [d.status for d in (await service.deliveries(local)).items] == ["skipped", "delivered"]


async def test_private_targets_are_refused_at_once_and_after_resolution(service: SqlJobService, local: Account) -> None:
    with pytest.raises(FetchFailed):
        await service.add_webhook(local, "http://10.0.0.1/x", base_url="", dialect="native")
    with pytest.raises(FetchFailed):
        await submit(service, local, webhook=WebhookTarget("http://169.254.169.254/", ""))
    with Site({"/hook": (200, {}, b"")}) as site:
        await service.add_webhook(
            local, site.url.replace("127.0.0.1", "localhost") + "/hook", base_url="", dialect="native"
        )
        await submit(service, local)
        service.settings = service.settings.model_copy(update={"fetch_allow": ()})
        await work_off(service, rounds=1)
        assert site.seen == []
    [entry] = (await service.deliveries(local)).items
    assert "private network" in (await service.delivery(local, entry.id)).attempts[0].error


async def test_redirects_are_not_followed_and_gone_disables(service: SqlJobService, local: Account) -> None:
    with Site({"/hop": (302, {"Location": "/hook"}, b""), "/hook": (200, {}, b""), "/gone": (410, {}, b"")}) as site:
        hop = await service.add_webhook(local, site.url + "/hop", base_url="", dialect="native")
        gone = await service.add_webhook(local, site.url + "/gone", base_url="", dialect="native")
        await submit(service, local)
        await work_off(service, rounds=1)
        assert sorted(path for _, path, _, _ in site.seen) == ["/gone", "/hop"]
    assert not (await service.webhook(local, gone.id)).enabled
    assert (await service.webhook(local, hop.id)).enabled
    assert {d.status for d in (await service.deliveries(local, endpoint_id=gone.id)).items} == {"failed"}


async def test_two_processes_do_not_send_twice_and_a_lost_lease_is_taken_up(
    service: SqlJobService, local: Account
) -> None:
    await service.add_webhook(local, "http://127.0.0.1:9/", base_url="", dialect="native")
    for _ in range(5):
        await submit(service, local)
    run = service.database.run
    claims = await asyncio.gather(*[run(queue.claim, 10, 60.0) for _ in range(4)])
    ids = [parcel.id for claim in claims for parcel in claim]
    assert len(ids) == len(set(ids)) == 5
    assert await run(queue.claim, 10, 60.0) == []
    await run(lambda c: c.execute(sa.update(deliveries).values(next_at=now() - timedelta(seconds=1))))
    assert len(await run(queue.claim, 10, 60.0)) == 5


async def test_retries_end_after_a_day(service: SqlJobService, local: Account) -> None:
    await service.add_webhook(local, "http://127.0.0.1:9/", base_url="", dialect="native")
    await submit(service, local)
    await work_off(service, rounds=20)
    [entry] = (await service.deliveries(local)).items
    assert entry.status == "failed"
    assert 10 <= entry.tries <= 14
    assert (await service.replay(local, entry.id)).status == "pending"


async def test_endpoints_filters_rotation_and_isolation(service: SqlJobService, local: Account) -> None:
    url = "http://127.0.0.1:9/"
    only = await service.add_webhook(local, url, base_url="", dialect="native", events=("job.failed",))
    off = await service.add_webhook(local, url, base_url="", dialect="native")
    await service.change_webhook(local, off.id, enabled=False, description="off")
    await submit(service, local)
    assert (await service.deliveries(local)).items == []
    turned = await service.change_webhook(local, only.id, rotate_secret=True)
    assert turned.secret not in ("", only.secret)
    assert [w.secret for w in await service.webhooks(local)] == ["", ""]
    job_id = await submit(service, local)
    await run_to_end(service, job_id, fails=True)
    [parcel] = await service.database.run(queue.claim, 10, 60.0)
    assert parcel.secrets == (turned.secret, only.secret)
    other = await service.account(await service.database.run(accounts.create_account, "other"))
    for call in (service.webhook, service.remove_webhook, service.change_webhook):
        with pytest.raises(NotFound):
            await call(other, only.id)
    for call in (service.delivery, service.replay):
        with pytest.raises(NotFound):
            await call(other, parcel.id)
    await service.remove_webhook(local, only.id)
    assert len(await service.webhooks(local)) == 1
