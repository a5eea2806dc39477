"""Account, usage, prices, catalog and health."""

from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal
from importlib.metadata import EntryPoint, entry_points

import pytest

from maquette.dialects.native import catalog
from maquette.dialects.rodin.tiers import TIERS
from maquette.engines.registry import engine_ids
from maquette.formats.registry import FORMATS
from maquette.jobs import accounts
from maquette.jobs.identity import AccountPlan
from tests.dialects.native.test_native_jobs import API, submit

pytestmark = pytest.mark.asyncio(loop_scope="module")


async def test_account_says_who_and_what_may_be(world, test_key):
    async with world.client() as client:
        account = (await client.get(f"{API}/account")).json()
    assert (account["object"], account["name"], account["test"], account["project_id"]) == (
        "account",
        "local",
        False,
        None,
    )
    assert account["plan"] == {"name": "default", "title": "built in", "enterprise": ["*"]}
    assert account["scopes"] == ["admin", "generate", "read", "upload", "webhooks"]
    assert account["limits"]["parallel_jobs"] == 1000
    assert account["limits"]["image_bytes"] == world.settings.max_image_bytes
    async with world.client(test_key) as client:
        assert (await client.get(f"{API}/account")).json()["test"]


async def test_usage_follows_the_ledger(world):
    async with world.client(world.other_key) as client:
        job = await submit(client)
        held = (await client.get(f"{API}/usage", params={"limit": 1})).json()["data"][0]
        assert (held["job_id"], held["kind"], held["amount"], held["tier"]) == (job["id"], "held", 0.5, "Regular")
        world.worker.finish(job["id"])
        charged = (await client.get(f"{API}/usage")).json()["data"][0]
        assert (charged["kind"], charged["amount"], charged["dialect"]) == ("charged", 0.5, "native")
        assert (await client.get(f"{API}/account")).json()["balance"] == 2.0
        days = (await client.get(f"{API}/usage/days")).json()
        today = datetime.now(UTC).date().isoformat()
        assert days["data"] == [{"object": "usage_day", "day": today, "jobs": 1, "amount": 0.5}]
        none = await client.get(f"{API}/usage/days", params={"since": "2020-01-01", "until": "2020-02-01"})
        assert none.json()["data"] == []
        for bad in ({"since": "2020-01-01"}, {"since": "x"}, {"since": "2030-01-01", "until": "2029-01-01"}):
            answer = await client.get(f"{API}/usage/days", params=bad)
            assert (answer.status_code, answer.json()["field"]) == (400, "since")


async def test_a_plan_changes_prices(world):
    plan = AccountPlan("shop", "Shop", prices={"native.Sketch": Decimal("0.125")}, enterprise=frozenset({"print"}))

    def work(conn):
        accounts.save_plan(conn, plan)
        return accounts.create_account(conn, "shopper", plan="shop", grant=Decimal(10))

    account = await world.service.account(await world.service.database.run(work))
    project = await world.service.database.run(lambda conn: accounts.create_project(conn, account.id, "front"))
    key = (await world.service.new_key(account, project_id=project.id)).text
    async with world.client(key) as client:
        prices = {p["item"]: p["credits"] for p in (await client.get(f"{API}/prices")).json()["data"]}
        assert prices["native.Sketch"] == 0.125
        assert {f"native.{name}" for name in TIERS} < set(prices)
        assert (await submit(client, 200, tier="Sketch", dry_run=True))["cost"] == 0.125
        job = await submit(client, tier="Sketch")
        assert (job["cost"], job["project_id"]) == (0.125, project.id)
        found = (await client.get(f"{API}/projects")).json()["data"]
        assert [(p["id"], p["name"]) for p in found] == [(project.id, "front")]
        got = (await client.get(f"{API}/account")).json()
        assert (got["plan"]["enterprise"], got["project_id"]) == (["print"], project.id)


async def test_catalog_needs_no_key(world):
    async with world.client(None) as nobody:
        engines = (await nobody.get(f"{API}/engines")).json()["data"]
        assert [e["id"] for e in engines] == engine_ids()
        assert [e["id"] for e in engines if e["default"]] == ["inflation"]
        formats = (await nobody.get(f"{API}/formats")).json()["data"]
        assert [f["id"] for f in formats] == list(FORMATS)
        tiers = (await nobody.get(f"{API}/tiers")).json()["data"]
        assert [t["name"] for t in tiers] == list(TIERS)
        assert [t["name"] for t in tiers if t["default"]] == ["Regular"]


async def test_health(world, monkeypatch):
    async with world.client(None) as nobody:
        health = await nobody.get(f"{API}/health")
        assert (health.status_code, health.json()["status"]) == (200, "ok")
        assert (await nobody.get(f"{API}/ready")).json() == {"status": "ok", "down": []}

        async def down():
            return ["database"]

        monkeypatch.setattr(world.service, "healthy", down)
        ready = await nobody.get(f"{API}/ready")
        assert (ready.status_code, ready.json()) == (503, {"status": "unavailable", "down": ["database"]})


async def test_a_broken_plug_in_takes_nothing_else_down(monkeypatch, caplog):
    """An engine's package whose module is gone is told of and left out."""
    broken = EntryPoint("broken", "no_such_module:Engine", "maquette.engines")
    good = [e for e in entry_points(group="maquette.engines") if e.name == "inflation"]
    monkeypatch.setattr(catalog, "entry_points", lambda group: [broken, *good])
    cards = catalog.engine_cards.__wrapped__()
    assert set(cards) == {"inflation"}
    assert "engine broken cannot be imported" in caplog.text
