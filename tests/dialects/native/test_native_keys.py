"""Keys by the native API: made, listed, revoked; never more than the key that asks; and what dies with them."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta

import pytest

from maquette.dialects.native import events
from maquette.jobs import accounts
from tests.dialects.native.conftest import open_native
from tests.dialects.native.test_native_jobs import API, submit

pytestmark = pytest.mark.asyncio(loop_scope="module")
LATER = datetime.now(UTC) + timedelta(days=2)


async def make(client, **fields):
    answer = await client.post(f"{API}/keys", json=fields)
    assert answer.status_code == 201, answer.text
    return answer.json()


async def refused(client, **fields):
    answer = await client.post(f"{API}/keys", json=fields)
    return answer.status_code, answer.json()["code"]


async def test_a_key_is_shown_once_and_works_whole_and_as_a_pair(world):
    async with world.client() as client:
        made = await make(client, name="shop")
        assert made["scopes"] == ["admin", "generate", "read", "upload", "webhooks"]
        assert (made["mode"], made["expires_at"], made["key"].startswith("mq_live_")) == ("live", None, True)
        listed = {k["id"]: k for k in (await client.get(f"{API}/keys")).json()["data"]}
        assert listed[made["id"]] == made | {"key": None, "pair": None}
        assert made["key"] not in (await client.get(f"{API}/keys")).text
        assert made["key"].startswith(made["hint"].rstrip("…"))
    async with world.client(made["key"]) as client:
        assert (await client.get(f"{API}/account")).status_code == 200
    async with world.client(None, auth=tuple(made["pair"])) as client:
        assert (await client.get(f"{API}/account")).status_code == 200


async def test_no_key_grants_more_than_it_has(world, test_key):
    account = await world.service.local_account()
    project = await world.service.database.run(lambda c: accounts.create_project(c, account.id, "part"))
    other = await world.service.database.run(lambda c: accounts.create_project(c, account.id, "other part"))
    narrow = await world.service.new_key(account, scopes=("admin", "read"), project_id=project.id, expires_at=LATER)
    async with world.client(narrow.text) as client:
        made = await make(client, name="child")
        assert (made["scopes"], made["project_id"]) == (["admin", "read"], project.id)
        assert datetime.fromisoformat(made["expires_at"]) == LATER
        assert await refused(client, scopes=["read", "generate"]) == (403, "permission_denied")
        assert await refused(client, project_id=other.id) == (403, "permission_denied")
        assert await refused(client, expires_at=(LATER + timedelta(seconds=1)).isoformat()) == (
            403,
            "permission_denied",
        )
        assert await refused(client, expires_at="2020-01-01T00:00:00Z") == (400, "invalid_request")
        assert {k["project_id"] for k in (await client.get(f"{API}/keys")).json()["data"]} == {project.id}
    async with world.client(test_key) as client:
        assert await refused(client, mode="live") == (403, "permission_denied")
        assert (await make(client))["mode"] == "test"
        assert {k["mode"] for k in (await client.get(f"{API}/keys")).json()["data"]} == {"test"}
    async with world.client() as client:
        assert await refused(client, project_id="0" * 36) == (400, "invalid_request")
        assert await refused(client, scopes=["root"]) == (400, "invalid_request")
        reader = await make(client, scopes=["read"])
    async with world.client(reader["key"]) as client:
        assert await refused(client) == (403, "permission_denied")
        assert (await client.get(f"{API}/keys")).status_code == 403


async def test_literal_keys_of_the_settings_make_none(tmp_path):
    async with open_native(tmp_path, trial_keys=("vibecoding",)) as world, world.client("vibecoding") as client:
        assert await refused(client) == (403, "permission_denied")


async def test_a_revoked_key_is_refused_at_once_and_another_account_sees_none(world):
    async with world.client() as client, world.client(world.other_key) as stranger:
        made = await make(client)
        async with world.client(made["key"]) as child:
            assert (await child.get(f"{API}/account")).status_code == 200
            path = f"{API}/keys/{made['id']}"
            assert (await stranger.delete(path)).status_code == 404
            assert made["id"] not in (await stranger.get(f"{API}/keys")).text
            gone = (await client.delete(path)).json()
            assert gone["revoked_at"] is not None
            assert (await client.delete(path)).json() == gone
            assert (await child.get(f"{API}/account")).status_code == 401


async def test_event_links_die_with_their_key(world, monkeypatch):
    monkeypatch.setattr(events, "HEARTBEAT_SECONDS", 0.1)
    monkeypatch.setattr(events, "CHECK_SECONDS", 0.3)
    async with world.client() as client, world.client(None) as nobody:
        made = await make(client, scopes=["read", "generate"])
        async with world.client(made["key"]) as child:
            url = (await submit(child))["events_url"]
        running = asyncio.create_task(nobody.get(url, timeout=30))
        await asyncio.sleep(0.8)
        assert not running.done()
        await client.delete(f"{API}/keys/{made['id']}")
        answer = await asyncio.wait_for(running, 10)
        assert "event: end" not in answer.text
        assert (await nobody.get(url)).status_code == 403
