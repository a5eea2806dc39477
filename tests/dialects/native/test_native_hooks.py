"""Webhooks: endpoints, the test, real deliveries to a real receiver, the log, replay."""

from __future__ import annotations

import asyncio
import json
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from standardwebhooks import Webhook

from maquette.server.app import webhook_runner
from tests.dialects.native.test_native_jobs import API, submit

pytestmark = pytest.mark.asyncio(loop_scope="module")


class Receiver:
    """Collects what is posted to it."""

    def __init__(self) -> None:
        self.calls = calls = []

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["content-length"]))
                calls.append((self.path, dict(self.headers.items()), body))
                self.send_response(200)
                self.end_headers()
                self.wfile.write(b"ok")

            def log_message(self, *args: object) -> None:
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.server.server_address[1]}"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    async def get(self, path, count=1):
        """The calls to a path, as soon as there are so many."""
        for _ in range(300):
            found = [c for c in self.calls if c[0] == path]
            if len(found) >= count:
                return found
            await asyncio.sleep(0.1)
        raise AssertionError(f"only {len(self.calls)} calls")


@pytest.fixture(scope="module")
def receiver():
    made = Receiver()
    yield made
    made.server.shutdown()


async def test_create_change_rotate_remove(world):
    async with world.client() as client:
        answer = await client.post(f"{API}/webhooks", json={"url": "http://127.0.0.1:9/x", "description": "shop"})
        made = answer.json()
        assert (answer.status_code, answer.headers["location"]) == (201, f"{API}/webhooks/{made['id']}")
        assert made["secret"].startswith("whsec_")
        assert (made["events"], made["enabled"], made["description"]) == (["*"], True, "shop")
        path = f"{API}/webhooks/{made['id']}"
        assert (await client.get(path)).json() == made | {"secret": None}
        assert [w["id"] for w in (await client.get(f"{API}/webhooks")).json()["data"]] == [made["id"]]
        changed = (await client.patch(path, json={"enabled": False, "events": ["job.failed"]})).json()
        assert (changed["enabled"], changed["events"], changed["secret"]) == (False, ["job.failed"], None)
        off = await client.post(f"{path}/test")
        assert (off.status_code, off.json()["field"]) == (409, "enabled")
        rotated = (await client.post(f"{path}/rotate")).json()
        assert rotated["secret"] not in (None, made["secret"])
        for body, field in (({"url": "http://10.0.0.1/"}, "url"), ({"events": []}, "events"), ({"evnts": []}, "evnts")):
            refused = await client.patch(path, json=body)
            assert (refused.status_code // 100, refused.json()["field"]) == (4, field)
        assert "events" in refused.json()["detail"]  # it guesses what was meant
        unknown = await client.post(f"{API}/webhooks", json={"url": "http://127.0.0.1:9/x", "events": ["job.lost"]})
        assert unknown.json()["field"] == "events[0]"
        assert (await client.delete(path)).status_code == 204
        assert (await client.get(path)).status_code == 404


async def test_deliveries_are_jobs_in_native_words(world, receiver):
    async with world.client() as client, webhook_runner(world.app, world.service):
        made = (await client.post(f"{API}/webhooks", json={"url": f"{receiver.url}/all"})).json()
        job = await submit(client, webhook_url=f"{receiver.url}/once", webhook_events=["job.succeeded"])
        world.worker.finish(job["id"])
        calls = await receiver.get("/all", 3)
        bodies = [Webhook(made["secret"]).verify(body, headers) for _, headers, body in calls]
        assert [b["type"] for b in bodies] == ["job.queued", "job.started", "job.succeeded"]
        current = (await client.get(f"{API}/jobs/{job['id']}")).json()
        links = [asset.pop("url") and asset.pop("url_expires_at") for asset in bodies[2]["data"]["assets"]]
        assert len(links) == 2
        for asset in current["assets"]:
            del asset["url"], asset["url_expires_at"]
        assert bodies[2]["data"] == current
        secret = (await client.get(f"{API}/webhooks/secret")).json()["secret"]
        ((_, headers, body),) = await receiver.get("/once")
        assert Webhook(secret).verify(body, headers)["data"]["id"] == job["id"]

        log = (await client.get(f"{API}/deliveries", params={"job_id": job["id"], "count": "true"})).json()
        assert log["total"] == 4
        assert {d["webhook_id"] for d in log["data"]} == {made["id"], None}
        mine = (await client.get(f"{API}/webhooks/{made['id']}/deliveries", params={"limit": 1})).json()
        one = (await client.get(f"{API}/deliveries/{mine['data'][0]['id']}")).json()
        for _ in range(50):
            if one["status"] == "delivered":
                break
            await asyncio.sleep(0.1)
            one = (await client.get(f"{API}/deliveries/{one['id']}")).json()
        assert (one["status"], one["attempts"][0]["status_code"], one["attempts"][0]["answer"]) == (
            "delivered",
            200,
            "ok",
        )
        assert json.loads(one["payload"])["data"]["id"] == job["id"]
        replayed = await client.post(f"{API}/deliveries/{one['id']}/replay")
        assert (replayed.status_code, replayed.json()["status"]) == (202, "pending")
        calls = await receiver.get("/all", 4)
        assert {k.lower(): v for k, v in calls[3][1].items()}["webhook-id"] == one["id"]
        await client.delete(f"{API}/webhooks/{made['id']}")


async def test_the_test_sends_real_events(world, receiver):
    async with world.client() as client, webhook_runner(world.app, world.service):
        body = {"url": f"{receiver.url}/test", "events": ["job.queued"]}
        made = (await client.post(f"{API}/webhooks", json=body)).json()
        before = (await client.get(f"{API}/account")).json()["balance"]
        answer = await client.post(f"{API}/webhooks/{made['id']}/test")
        assert answer.status_code == 202
        ((_, headers, sent),) = await receiver.get("/test")
        data = Webhook(made["secret"]).verify(sent, headers)["data"]
        assert (data["id"], data["test"], data["name"]) == (answer.json()["job_id"], True, "webhook test")
        assert (await client.get(f"{API}/account")).json()["balance"] == before
        log = (await client.get(f"{API}/deliveries", params={"job_id": data["id"]})).json()["data"]
        assert [d["webhook_id"] for d in log] == [made["id"]]
        assert (await client.get(f"{API}/deliveries", params={"job_id": "x"})).json()["field"] == "job_id"
