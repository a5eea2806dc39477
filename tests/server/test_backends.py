"""The same requests with PostgreSQL and an object store behind the server: by configuration alone."""

from __future__ import annotations

import pytest

from tests.server.harness import open_world, picture
from tests.server.plan import GLB


@pytest.mark.postgres
@pytest.mark.s3
async def test_a_clients_way_on_postgres_and_s3(tmp_path, postgres, s3):
    values = {"database_url": postgres.url(), "storage_url": s3.url(), "s3_endpoint": s3.endpoint}
    async with open_world(tmp_path, **values) as world, world.client() as client:
        assert (await client.get("/readyz")).status_code == 200
        data = {"material": "All", "prompt": "a chair \U0001f600"}
        body = (await client.post("/api/v2/rodin", files={"images": ("a", picture())}, data=data)).json()
        assert body["error"] is None
        world.worker.finish(body["uuid"])
        status = await client.post("/api/v2/status", json={"subscription_key": body["jobs"]["subscription_key"]})
        assert {j["status"] for j in status.json()["jobs"]} == {"Done"}
        listed = (await client.post("/api/v2/download", json={"task_uuid": body["uuid"]})).json()["list"]
        assert [f["name"] for f in listed] == ["base_basic_pbr.glb", "base_basic_shaded.glb", "preview.webp"]
        assert (await client.get(listed[0]["url"])).content == GLB
        part = await client.get(listed[1]["url"], headers={"Range": "bytes=10-19"})
        assert (part.status_code, part.content) == (206, GLB[::-1][10:20])
        assert (await client.get("/api/v2/check_balance")).json() == {"balance": 999999.5}
    async with open_world(tmp_path / "second", **values) as second, second.client() as client:
        # another server process of the same installation: it signs with the same secret
        assert (
            await client.post("/api/v2/status", json={"subscription_key": body["jobs"]["subscription_key"]})
        ).status_code == 201
        assert (await client.get(listed[0]["url"])).content == GLB
