"""The event stream: names, ids, data; its signed link; and that it ends and lets go."""

from __future__ import annotations

import asyncio
import json

import httpx
import pytest

from maquette.dialects.native import answers, events
from maquette.errors import MeshError
from tests.dialects.native.test_native_jobs import API, submit
from tests.dialects.native.test_native_openapi import Server

pytestmark = pytest.mark.asyncio(loop_scope="module")


def parse(text):
    """`(id, event, data)` of each event, as an EventSource reads them."""
    found = []
    for block in text.split("\n\n"):
        fields = dict(line.split(": ", 1) for line in block.split("\n") if line and not line.startswith((":", "retry")))
        if "data" in fields:
            found.append((fields["id"], fields["event"], json.loads(fields["data"])))
    return found


async def play(world, job_id, *, fail=False):
    """The worker, at a pace that the watcher can follow."""
    for done in range(3):
        await asyncio.sleep(0.6)
        world.worker.step(job_id, done)
    await asyncio.sleep(0.6)
    if fail:
        world.worker.fail(job_id, MeshError("This mesh cannot be used. Take another."))
    else:
        world.worker.finish(job_id)


async def test_a_stream_tells_all_and_ends(world):
    async with world.client() as client:
        job = await submit(client)
        work = asyncio.create_task(play(world, job["id"]))
        answer = await client.get(f"{API}/jobs/{job['id']}/events", timeout=30)
        await work
        assert answer.headers["content-type"].startswith("text/event-stream")
        assert (answer.headers["cache-control"], answer.headers["x-accel-buffering"]) == ("no-store", "no")
        assert answer.text.startswith("retry: ")
        news = parse(answer.text)
        names = [name for _, name, _ in news]
        assert names[0] == "status"
        assert names[-1] == "end"
        assert "progress" in names
        progress = [data["progress"] for _, _, data in news]
        assert progress == sorted(progress)
        assert len({i for i, _, _ in news}) == len(news)
        keys = {"id", "status", "stage", "progress", "eta_seconds", "queue_position"}
        assert all(set(data) == keys for _, name, data in news if name != "end")
        end = news[-1][2]
        assert set(end) == keys | {"job"}
        assert end["job"]["assets"]
        assert end["job"]["status"] == end["status"] == "succeeded"
        again = await client.get(f"{API}/jobs/{job['id']}/events", headers={"Last-Event-ID": news[-1][0]})
        assert again.status_code == 204
        late = await client.get(f"{API}/jobs/{job['id']}/events", headers={"Last-Event-ID": "1-running"})
        assert [name for _, name, _ in parse(late.text)] == ["end"]


async def test_the_signed_link_needs_no_key_and_is_good_for_one_job(world):
    async with world.client() as client:
        job = await submit(client)
    url = job["events_url"]
    async with world.client(None) as nobody:
        work = asyncio.create_task(play(world, job["id"], fail=True))
        news = parse((await nobody.get(url, timeout=30)).text)
        await work
        assert news[-1][1] == "end"
        assert news[-1][2]["job"]["error"]["code"] == "mesh_error"
        altered = await nobody.get(url[:-4] + ("AAAA" if url[-4:] != "AAAA" else "BBBB"))
        assert (altered.status_code, altered.json()["code"]) == (403, "link_expired")
        world.clock.ahead = answers.EVENTS_SECONDS + 1
        assert (await nobody.get(url)).status_code == 403
        world.clock.ahead = 0.0


async def test_a_silent_stream_beats(world, monkeypatch):
    monkeypatch.setattr(events, "HEARTBEAT_SECONDS", 0.1)
    async with world.client() as client:
        job = await submit(client)
        waiting = asyncio.create_task(client.get(f"{API}/jobs/{job['id']}/events", timeout=30))
        await asyncio.sleep(1.0)
        await client.post(f"{API}/jobs/{job['id']}/cancel")
        answer = await waiting
    assert answer.text.count(": still here") >= 3
    assert parse(answer.text)[-1][2]["status"] == "cancelled"


async def test_a_deleted_job_ends_its_stream(world):
    async with world.client() as client:
        job = await submit(client)
        waiting = asyncio.create_task(client.get(f"{API}/jobs/{job['id']}/events", timeout=30))
        await asyncio.sleep(0.5)
        await client.delete(f"{API}/jobs/{job['id']}")
        assert (await asyncio.wait_for(waiting, 10)).status_code == 200


async def test_a_test_job_moves_by_the_clock(world, test_key):
    async with world.client(test_key) as client:
        job = (await client.post(f"{API}/jobs", json={"prompt": "maquette:fail maquette:slow=1"})).json()
        answer = await client.get(f"{API}/jobs/{job['id']}/events", timeout=30)
    assert [data["status"] for _, _, data in parse(answer.text)][-1] == "failed"


async def test_a_client_that_goes_away_is_let_go(tmp_path):
    with Server(tmp_path) as server:
        async with httpx.AsyncClient(base_url=server.url, headers={"x-api-key": server.world.key}) as client:
            job = await submit(client)
            async with client.stream("GET", f"{API}/jobs/{job['id']}/events") as answer:
                async for line in answer.aiter_lines():
                    if line.startswith("event:"):
                        break
                assert server.world.service._watchers._listeners
            for _ in range(100):
                if not server.world.service._watchers._listeners:
                    break
                await asyncio.sleep(0.1)
        assert not server.world.service._watchers._listeners
