"""Every id of one account is tried with another account's key on every endpoint of every dialect, and tells nothing."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
import pytest_asyncio

from maquette.dialects.dialect import load_dialects
from maquette.jobs.ids import encode_id
from tests.server.harness import open_world, picture

pytestmark = pytest.mark.asyncio(loop_scope="module")

PRIVATE = "a very private teapot"
ID_FIELDS = (
    *("task_uuid", "subscription_key", "uuid", "jobId", "assetId", "uploadId", "session_code", "webhookId", "asset_id"),
    *("request_id", "image", "image_url", "mesh", "input_image", "id"),
)


@pytest_asyncio.fixture(loop_scope="module", scope="module")
async def world(tmp_path_factory):
    folder = tmp_path_factory.mktemp("everywhere")
    async with open_world(folder, load_dialects(), parallel_limit=100) as opened:
        yield opened


async def belongings(world: Any) -> dict[str, Any]:
    """Things of the first account: a finished and a waiting job, their files, an upload, a webhook."""
    account = await world.service.local_account()
    async with world.client() as owner:
        tasks = []
        for _ in range(2):
            files = {"images": ("a.png", picture())}
            tasks.append((await owner.post("/api/v2/rodin", files=files, data={"prompt": PRIVATE})).json())
        world.worker.finish(tasks[0]["uuid"])
    done = await world.service.get(account, tasks[0]["uuid"])
    upload = await world.service.put_upload(account, picture(), name="private.png")
    hook = await world.service.add_webhook(
        account, "https://example.com/private", base_url="http://maquette.test", dialect="native"
    )
    uuids = [tasks[0]["uuid"], tasks[1]["uuid"], done.assets[0].id, upload.id, hook.id]
    ids = [*uuids, tasks[0]["jobs"]["subscription_key"]]
    for prefix in ("job_", "asset_", "upload_", "webhook_", "event_"):
        ids += [encode_id(prefix, u) for u in uuids if re.fullmatch(r"[0-9a-f-]{36}", u)]
    return {
        "account": account,
        "ids": ids,
        "jobs": [tasks[0]["uuid"], tasks[1]["uuid"]],
        "upload": upload,
        "hook": hook,
    }


def places(key: str) -> list[dict[str, str]]:
    """The same key where each vendor's clients put it."""
    return [
        {"Authorization": f"Bearer {key}"},
        {"Authorization": f"Key {key}"},
        {"x-api-key": key},
        {"Ocp-Apim-Subscription-Key": key},
    ]


def asks(world: Any, thing: str) -> list[tuple[str, str, dict[str, Any] | None]]:
    """`(method, path, JSON body)` of every private endpoint with an id wherever one can stand."""
    out: list[tuple[str, str, dict[str, Any] | None]] = []
    for dialect in load_dialects():
        for endpoint in dialect.endpoints:
            if endpoint.public:
                continue
            holes = re.findall(r"{\w+(?::\w+)?}", endpoint.path)
            path = endpoint.path
            for hole in holes:
                path = path.replace(hole, thing if hole == holes[-1] else "hyper3d-rodin")
            for method in endpoint.methods:
                body = dict.fromkeys(ID_FIELDS, thing) if method in ("POST", "PUT", "PATCH") else None
                if holes or body is not None:
                    out.append((method, path, body))
    return out


async def test_no_id_opens_anything_with_another_key(world: Any) -> None:
    own = await belongings(world)
    before = [await world.service.get(own["account"], job) for job in own["jobs"]]
    tried = 0
    async with world.client(None, timeout=60) as stranger:
        for number, thing in enumerate(own["ids"]):
            for at, (method, path, body) in enumerate(asks(world, thing)):
                if method == "GET" and path.endswith(("/events", "/stream")) and tried % 7:
                    continue
                headers = places(world.other_key)[(number + at) % 4]
                answer = await stranger.request(method, path, json=body, headers=headers, params={"assetIds": thing})
                tried += 1
                assert answer.status_code < 500 or answer.status_code == 503, (method, path, answer.text[:300])
                text = answer.text
                assert PRIVATE not in text, (method, path)
                assert "example.com/private" not in text, (method, path)
                assert "private.png" not in text, (method, path)
                assert "/files/" not in text or thing not in json.dumps(own["ids"][:3]), (method, path, text[:300])
    assert tried > 500
    after = [await world.service.get(own["account"], job) for job in own["jobs"]]
    assert [(j.status, j.assets, j.extra) for j in after] == [(j.status, j.assets, j.extra) for j in before]
    assert await world.service.upload(own["account"], own["upload"].id) == own["upload"]
    assert (await world.service.webhook(own["account"], own["hook"].id)).enabled


async def test_every_dialect_refuses_strangers_in_its_own_words(world: Any) -> None:
    async with world.client(None) as nobody:
        for method, path, body in asks(world, "0" * 36):
            answer = await nobody.request(method, path, json=body)
            assert answer.status_code in (401, 403, 404), (method, path, answer.status_code)
            assert "Traceback" not in answer.text
            assert "/src/" not in answer.text
