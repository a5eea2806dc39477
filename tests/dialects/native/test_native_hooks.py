"""Webhooks: endpoints, the test, real deliveries to a real receiver, the log, replay."""

from __future__ import annotations

import asyncio
import json
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from standardwebhooks import Webhook

from maquette.server.app import webhook_runner
from maquette.webhooks.outbox import emit_progress
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


async def test_a_test_event_is_sent_straight_and_logged(world, receiver):
    """Signed, to this webhook alone, once; no job is made of it."""
    async with world.client() as client, webhook_runner(world.app, world.service):
        body = {"url": f"{receiver.url}/test", "events": ["job.failed"]}
        made = (await client.post(f"{API}/webhooks", json=body)).json()
        other = (await client.post(f"{API}/webhooks", json={"url": f"{receiver.url}/other"})).json()
        jobs = (await client.get(f"{API}/jobs", params={"count": "true"})).json()["total"]
        answer = await client.post(f"{API}/webhooks/{made['id']}/test")
        assert (answer.status_code, answer.json()["event"]) == (202, "webhook.test")
        ((_, headers, sent),) = await receiver.get("/test")
        event = Webhook(made["secret"]).verify(sent, headers)
        assert (event["type"], event["data"]["name"], event["data"]["status"]) == (
            "webhook.test",
            "webhook test",
            "succeeded",
        )
        assert {k.lower(): v for k, v in headers.items()}["webhook-id"] == answer.json()["id"]
        log = (await client.get(f"{API}/webhooks/{made['id']}/deliveries")).json()["data"]
        assert [d["id"] for d in log] == [answer.json()["id"]]
        assert (await client.get(f"{API}/jobs", params={"count": "true"})).json()["total"] == jobs
        assert (await client.get(f"{API}/webhooks/{other['id']}/deliveries")).json()["data"] == []
        assert (await client.get(f"{API}/deliveries", params={"job_id": "x"})).json()["field"] == "job_id"
        lost = (await client.post(f"{API}/webhooks", json={"url": "http://127.0.0.1:9/lost"})).json()
        tried = (await client.post(f"{API}/webhooks/{lost['id']}/test")).json()
        for _ in range(100):
            one = (await client.get(f"{API}/deliveries/{tried['id']}")).json()
            if one["status"] != "pending":
                break
            await asyncio.sleep(0.1)
        assert (one["status"], len(one["attempts"])) == ("failed", 1)  # no second attempt
        for point in (made, other, lost):
            await client.delete(f"{API}/webhooks/{point['id']}")


async def test_progress_comes_to_those_who_name_it(world, receiver):
    async with world.client() as client, webhook_runner(world.app, world.service):
        named = {"url": f"{receiver.url}/named", "events": ["job.progress", "job.succeeded"]}
        points = [
            (await client.post(f"{API}/webhooks", json=b)).json() for b in (named, {"url": f"{receiver.url}/star"})
        ]
        job = await submit(client)

        def look(done):
            world.worker.step(job["id"], done)
            with world.worker.database.write() as conn:
                emit_progress(conn, job["id"])
                emit_progress(conn, job["id"])  # one is waiting: it tells this, too

        for done in range(2):
            look(done)
            await receiver.get("/named", done + 1)
        look(2)
        world.worker.finish(job["id"])
        calls = await receiver.get("/named", 3)
        bodies = [json.loads(body) for _, _, body in calls]
        names = [b["type"] for b in bodies]
        assert names[:2] == ["job.progress"] * 2
        assert names[-1] == "job.succeeded"
        assert [b["data"]["progress"] for b in bodies] == sorted(b["data"]["progress"] for b in bodies)
        assert bodies[0]["data"]["events_url"] is None
        stars = await receiver.get("/star", 3)
        assert [json.loads(b)["type"] for _, _, b in stars] == ["job.queued", "job.started", "job.succeeded"]
        for point in points:
            await client.delete(f"{API}/webhooks/{point['id']}")
