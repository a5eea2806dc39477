"""The double-entry ledger: balanced whatever happens, and made of the former single-entry one without loss."""

from __future__ import annotations

import asyncio
import random
from datetime import timedelta
from decimal import Decimal
from importlib.resources import files

import pytest
import sqlalchemy as sa
from alembic import command
from alembic.config import Config

from maquette.errors import EngineError, InsufficientCredits, ParallelismLimit
from maquette.jobs import accounts, ledger, queries, store
from maquette.jobs.database import Database, migrate
from maquette.jobs.service import Account
from maquette.jobs.sql import now
from maquette.jobs.sql_service import SqlJobService
from maquette.jobs.tables import postings
from maquette.settings import Settings
from tests.jobs import plans


async def submit(service: SqlJobService, account: Account, cost: str) -> str:
    return (await service.submit(account, plans.make_request(), cost=Decimal(cost), dialect="t")).id


async def test_random_histories_stay_balanced(service: SqlJobService) -> None:
    dice, run = random.Random(5), service.database.run
    owner = await run(lambda c: accounts.create_account(c, "a", grant=Decimal("30.5")))
    account = await service.account(owner)
    ids: list[str] = []
    for _ in range(60):
        act = dice.choice("ssscfwg")
        try:
            if act == "s":
                ids.append(await submit(service, account, dice.choice(["0.5", "1", "0", "0.333333"])))
            elif act == "g":
                await service.grant(account, Decimal(dice.choice(["1.000001", "-0.5"])))
            elif ids and act == "c":
                await service.cancel(account, dice.choice(ids))
            elif ids and act == "f":
                await run(store.fail_job, dice.choice(ids), EngineError("No. Again."))
            elif ids:
                job_id = dice.choice(ids)
                await run(store.begin_run, job_id, "w")
                job = await run(queries.load_job, None, job_id)
                await run(store.finish_run, job_id, "w", job.steps, [], [])
        except (ParallelismLimit, InsufficientCredits):
            continue
    report = await service.check_ledger()
    assert report.problems == ()
    assert report.total == 0
    charged = [e.amount for e in (await service.usage(account)).items if e.kind == "charged"]
    assert sum(charged) == report.books["revenue"]
    days = await service.usage_by_day(account, now() - timedelta(days=1), now() + timedelta(days=1))
    assert sum((d.amount for d in days), Decimal(0)) == report.books["revenue"]


async def test_credits_cannot_be_spent_twice_at_once(service: SqlJobService) -> None:
    owner = await service.database.run(lambda c: accounts.create_account(c, "a", grant=Decimal("2.5")))
    account = await service.account(owner)
    got = await asyncio.gather(*[submit(service, account, "1") for _ in range(6)], return_exceptions=True)
    assert sorted(type(g).__name__ for g in got) == ["InsufficientCredits"] * 4 + ["str"] * 2
    assert await service.balance(account) == Decimal("0.5")
    with pytest.raises(InsufficientCredits):
        await service.quote(account, Decimal(1))
    await service.quote(account, Decimal("0.5"))


async def test_the_check_finds_what_is_wrong(service: SqlJobService, local: Account) -> None:
    job_id = await submit(service, local, "1")
    run = service.database.run
    await run(lambda c: c.execute(sa.update(postings).where(postings.c.book == "held").values(amount=Decimal(3))))
    problems = "\n".join((await service.check_ledger()).problems)
    assert "all postings sum to 2" in problems
    assert "is not balanced" in problems
    assert "held is 1" in problems
    await run(lambda c: c.execute(sa.update(postings).where(postings.c.book == "held").values(amount=Decimal(1))))
    await run(lambda c: ledger.transfer(c, local.id, "capture", Decimal(1), job_id=job_id))
    assert any(job_id in p and "queued" in p for p in (await service.check_ledger()).problems)


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def empty(request: pytest.FixtureRequest, settings: Settings) -> Settings:
    if request.param == "sqlite":
        return settings.model_copy(update={"database_url": None})
    return settings.model_copy(update={"database_url": request.getfixturevalue("postgres").url(empty=True)})


@pytest.mark.parametrize("settings", ["sqlite"], indirect=True)
def test_the_former_ledger_is_converted(empty: Settings) -> None:
    database = Database.open(empty)
    config = Config()
    config.set_main_option("script_location", str(files("maquette.jobs") / "migrations"))
    config.set_main_option("path_separator", "os")
    with database.write() as conn:
        config.attributes["connection"] = conn
        command.upgrade(config, "0001")
    million = 1_000_000
    rows = [
        ("grant", 10 * million, None),
        *[("hold", -million, "a"), ("capture", 0, "a")],
        *[("hold", -500_000, "b"), ("refund", 500_000, "b")],
        *[("hold", -2 * million, "c"), ("grant", -million, None)],
    ]
    with database.write() as conn:
        at = "2026-01-02 03:04:05+00:00" if not database.sqlite else "2026-01-02 03:04:05.000000"
        conn.exec_driver_sql(
            "INSERT INTO accounts (id, name, enforce_credits, balance, created_at) "
            f"VALUES ('x', 'old', {'true' if not database.sqlite else 1}, {6 * million}, '{at}')"
        )
        for kind, amount, job in rows:
            job_id = "NULL" if job is None else f"'{job}'"
            conn.exec_driver_sql(
                "INSERT INTO ledger (account_id, job_id, kind, amount, note, created_at) "
                f"VALUES ('x', {job_id}, '{kind}', {amount}, 'n', '{at}')"
            )
    migrate(empty)
    with database.read() as conn:
        report = ledger.check(conn)
        assert ledger.balances(conn, "x") == (Decimal(6), Decimal(2))
        entries = ledger.ledger_entries(conn, "x")
    database.dispose()
    assert [(e["kind"], e["amount"]) for e in entries] == [(k, Decimal(a) / million) for k, a, _ in rows]
    assert report.total == 0
    assert report.books == {"balance": 6, "grants": -9, "held": 2, "revenue": 1}
    assert [p for p in report.problems if "job c" not in p] == []  # c's row is gone, its hold is open
