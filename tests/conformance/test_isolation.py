"""Two accounts: neither sees, polls, downloads or pays for anything of the other, at any endpoint."""

from __future__ import annotations

import pytest
import pytest_asyncio

from tests.server.harness import open_world, picture

pytestmark = pytest.mark.asyncio(loop_scope="module")


@pytest_asyncio.fixture(loop_scope="module", scope="module")
async def world(tmp_path_factory):
    async with open_world(tmp_path_factory.mktemp("isolation")) as opened:
        yield opened


async def test_another_accounts_task_does_not_exist(world):
    async with world.client() as owner, world.client(world.other_key) as other:
        body = (await owner.post("/api/v2/rodin", files={"images": ("a.png", picture())})).json()
        world.worker.finish(body["uuid"])
        asks = [
            ("status", {"subscription_key": body["jobs"]["subscription_key"]}),
            ("status", {"task_uuid": body["uuid"]}),
            ("download", {"task_uuid": body["uuid"]}),
        ]
        for prefix in ("/api/v2", "/proxy/rodin/api/v2", "/rodin/api/v2"):
            for path, fields in asks:
                assert "error" not in (await owner.post(f"{prefix}/{path}", json=fields)).json()
                theirs = (await other.post(f"{prefix}/{path}", json=fields)).json()
                nobodys = (await other.post(f"{prefix}/{path}", json=dict.fromkeys(fields, "0" * 36))).json()
                assert theirs["error"] == "NO_SUCH_TASK"
                assert theirs == nobodys  # the answer does not tell that the task exists


async def test_balances_and_usage_are_apart(world):
    async with world.client() as owner, world.client(world.other_key) as other:
        before = (await other.get("/api/v2/check_balance?usage_page=1")).json()
        spent = (await owner.get("/api/v2/check_balance")).json()["balance"]
        await owner.post("/api/v2/rodin", files={"images": ("a.png", picture())})
        assert (await owner.get("/api/v2/check_balance")).json()["balance"] == spent - 0.5
        assert (await other.get("/api/v2/check_balance?usage_page=1")).json() == before == {"balance": 2.5, "usage": []}


async def test_links_carry_their_own_right_and_no_other(world):
    """A link works without a key, for its one file only; a key of another account opens nothing more."""
    async with world.client() as owner, world.client(world.other_key) as other, world.client(None) as nobody:
        urls = []
        for _ in range(2):
            task = (await owner.post("/api/v2/rodin", files={"images": ("a.png", picture())})).json()["uuid"]
            world.worker.finish(task)
            urls.append((await owner.post("/api/v2/download", json={"task_uuid": task})).json()["list"][0]["url"])
        assert (await nobody.get(urls[0])).status_code == 200
        (t0, t1) = (u.split("/files/")[1].split("/")[0].split(".") for u in urls)
        mixed = urls[0].replace(".".join(t0), f"{t0[0]}.{t1[1]}.{t0[2]}")
        for client in (other, nobody, owner):
            assert (await client.get(mixed)).status_code == 403


async def test_the_same_picture_is_stored_per_account(world):
    async with world.client() as owner, world.client(world.other_key) as other:
        keys = []
        for client, account in ((owner, "local"), (other, "other")):
            body = (await client.post("/api/v2/rodin", files={"images": ("a.png", picture())})).json()
            job = await world.service.get(await world.service.account(account), body["uuid"])
            keys.append(job.request.images[0].key)
    assert keys[0] != keys[1]
