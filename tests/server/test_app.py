"""The application around dialects: health, unknown paths, crashes, security headers, base URL, rate."""

from __future__ import annotations

import httpx
import pytest

from maquette.dialects.rodin import dialect as rodin
from maquette.errors import InvalidRequest
from maquette.server.app import create_app
from maquette.settings import Settings
from tests.server.harness import open_world, picture

pytestmark = pytest.mark.asyncio(loop_scope="module")


async def submit(client: httpx.AsyncClient, **kwargs):
    answer = await client.post("/api/v2/rodin", files={"images": ("a.png", picture())}, **kwargs)
    assert answer.status_code == 201, answer.text
    return answer.json()


async def test_health_and_front_page_need_no_key(world):
    async with world.client(None) as client:
        assert (await client.get("/healthz")).json() == {"status": "ok"}
        assert (await client.get("/readyz")).json() == {"status": "ok", "down": []}
        front = await client.get("/")
        assert front.status_code == 200
        assert "/api/v2" in front.text


async def test_every_answer_has_an_id_and_security_headers(world):
    async with world.client() as client:
        answers = [await client.get(path) for path in ("/", "/healthz", "/nothing", "/api/v2/check_balance")]
    assert len({a.headers["x-request-id"] for a in answers}) == 4
    for answer in answers:
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert answer.headers["x-frame-options"] == "DENY"
        assert answer.headers["referrer-policy"] == "no-referrer"
    assert answers[3].headers["cache-control"] == "no-store"


async def test_unknown_paths_speak_the_language_of_their_prefix(world):
    async with world.client() as client:
        for path in ("/api/v2/nothing", "/proxy/rodin/api/v2/nothing", "/api/v2"):
            answer = await client.get(path)
            assert (answer.status_code, answer.json()["error"]) == (404, "UNKNOWN")
        answer = await client.get("/api/v2/rodin")
        assert (answer.status_code, answer.json()["error"]) == (405, "INVALID_REQUEST")
        assert answer.headers["allow"] == "POST"
        answer = await client.get("/api/v2extra")
        assert answer.headers["content-type"] == "application/problem+json"
        assert answer.json()["status"] == answer.status_code == 404


async def test_a_crash_shows_nothing_of_the_inside(world, monkeypatch, caplog):
    async def crash(*args, **kwargs):
        raise ZeroDivisionError("/home/secret/path.py")

    monkeypatch.setattr(world.service, "balance", crash)
    async with world.client() as client:
        answer = await client.get("/api/v2/check_balance")
    assert (answer.status_code, answer.json()["error"]) == (500, "UNKNOWN")
    assert answer.headers["x-request-id"] in answer.json()["message"]
    assert "secret" not in answer.text
    assert "Traceback" not in answer.text
    assert "secret" in caplog.text
    monkeypatch.setattr(world.service, "healthy", crash)
    async with world.client() as client:
        answer = await client.get("/readyz")
    assert (answer.status_code, answer.headers["content-type"]) == (500, "application/problem+json")


async def test_links_use_the_host_of_the_request_and_no_forwarded_header(world):
    async with world.client() as client:
        task = (await submit(client))["uuid"]
        world.worker.finish(task)

        async def base(**headers: str) -> str:
            answer = await client.post("/api/v2/download", json={"task_uuid": task}, headers=headers)
            return answer.json()["list"][0]["url"].partition("/files/")[0]

        assert await base() == "http://maquette.test"
        assert await base(Host="api.hyper3d.com:8470") == "http://api.hyper3d.com:8470"
        assert (
            await base(**{"X-Forwarded-Host": "evil.example", "X-Forwarded-Proto": "https"}) == "http://maquette.test"
        )
        assert "evil" not in await base(Host="evil.example/path?")


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({"public_url": "https://3d.example.org/base/"}, "https://3d.example.org/base"),
        ({"trust_forwarded": True}, "https://front.example"),
    ],
)
async def test_links_follow_the_settings(tmp_path, values, expected):
    async with open_world(tmp_path, **values) as world, world.client() as client:
        task = (await submit(client))["uuid"]
        world.worker.finish(task)
        headers = {"X-Forwarded-Host": "front.example", "X-Forwarded-Proto": "https"}
        answer = await client.post("/api/v2/download", json={"task_uuid": task}, headers=headers)
        assert answer.json()["list"][0]["url"].partition("/files/")[0] == expected


async def test_rate_is_per_key_and_says_when_to_come_back(tmp_path):
    async with open_world(tmp_path, rate_limit=3) as world:
        async with world.client() as client:
            codes = [(await client.get("/api/v2/check_balance")).status_code for _ in range(5)]
            refused = await client.get("/api/v2/check_balance")
        assert codes[:3] == [200] * 3
        assert codes[4] == refused.status_code == 429
        assert 1 <= int(refused.headers["retry-after"]) <= 60
        assert refused.json()["error"] == "API_RATE_LIMIT_REACHED"
        async with world.client(world.other_key) as client:
            assert (await client.get("/api/v2/check_balance")).status_code == 200


async def test_an_outage_is_503_with_retry_after(world, monkeypatch):
    async def broken(*args, **kwargs):
        raise ConnectionRefusedError("postgresql://user:password@db/maquette")

    monkeypatch.setattr(world.service, "balance", broken)
    async with world.client() as client:
        answer = await client.get("/api/v2/check_balance")
    assert (answer.status_code, answer.json()["error"], answer.headers["retry-after"]) == (503, "UNKNOWN", "5")
    assert "password" not in answer.text


async def test_no_secret_no_server(world):
    with pytest.raises(InvalidRequest, match="MAQUETTE_SECRET"):
        create_app(Settings(data_dir=world.settings.data_dir), world.service, dialects=[rodin])
