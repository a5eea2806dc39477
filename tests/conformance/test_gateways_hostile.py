"""The resellers' dialects against strangers and nonsense: no id of another account leads anywhere, and nothing makes the server fail."""

from __future__ import annotations

import json
import os
import random
import string

import pytest
import pytest_asyncio

from tests.dialects.gateways import DIALECTS, PICTURE, open_gateways
from tests.server.harness import picture

pytestmark = pytest.mark.asyncio(loop_scope="module")
ROUNDS = int(os.environ.get("MAQUETTE_FUZZ", "250"))
"""Requests for each dialect."""
ENVELOPES = {"pixazo": {"error", "message"}, "fal": {"detail"}, "replicate": {"title", "detail", "status"}}
V1 = "hyper3d-rodin-259/v1/hyper3d-rodin-request"


@pytest_asyncio.fixture(loop_scope="module", scope="module")
async def world(tmp_path_factory):
    async with open_gateways(tmp_path_factory.mktemp("hostile"), parallel_limit=20000) as opened:
        yield opened


def addresses(dialect, ids):
    """(method, path) of every endpoint, with these ids in it."""
    for endpoint in dialect.endpoints:
        path = endpoint.path.replace(":pixazo_api", "")
        for name, value in ids.items():
            path = path.replace(f"{{{name}}}", value)
        yield from ((method, path, endpoint.public) for method in endpoint.methods)


async def test_no_id_of_another_account_leads_anywhere(world):
    """Every endpoint that takes an id answers a stranger's as it answers one that does not exist; test keys see no live job."""
    async with world.client() as owner:
        job = (await owner.post("/fal-ai/hyper3d/rodin", json={"image_urls": [PICTURE]})).json()["request_id"]
        file = (await owner.post("/v1/files", files={"content": ("a.png", picture())})).json()["id"]
        world.worker.finish(job)
    missing = "00000000-0000-4000-8000-000000000000"
    fixed = {"api_id": "hyper3d-rodin-259", "operation": "x", "version_id": "x", "owner": "a", "name": "b"}

    def ids(job_id, file_id):
        request = {"request_id": job_id, "prediction_id": job_id, "file_id": file_id}
        return fixed | request

    tried = 0
    for key in (world.other_key, world.test_key):
        async with world.client(key) as stranger:
            for dialect in DIALECTS[1:]:
                theirs, none = addresses(dialect, ids(job, file)), addresses(dialect, ids(missing, missing))
                for (method, path, _), (_, other, _) in zip(theirs, none, strict=True):
                    if path == other or (key == world.test_key and file in path):
                        continue  # uploads belong to the account, whatever its key's mode
                    answer, nothing = await stranger.request(method, path), await stranger.request(method, other)
                    assert answer.status_code == 404, (method, path, answer.text)
                    assert answer.text.replace(job, "").replace(file, "") == nothing.text.replace(missing, "")
                    tried += 1
            listed = await stranger.get("/v1/predictions")
            assert job not in listed.text
            assert key == world.test_key or file not in (await stranger.get("/v1/files")).text
    assert tried == 2 * (3 + 4 * 7 + 2) + 2
    async with world.client() as owner:
        assert (await owner.get(f"/v1/files/{file}")).status_code == 200
        assert (await owner.get(f"/v1/predictions/{job}")).json()["status"] == "succeeded"


async def test_no_endpoint_answers_without_a_key(world):
    async with world.client(None) as nobody, world.client("mq_live_x_y") as wrong:
        for dialect in DIALECTS[1:]:
            fixed = {"api_id": "hyper3d-rodin-259", "operation": "x", "version_id": "x", "owner": "a", "name": "b"}
            for method, path, public in addresses(
                dialect, fixed | {"request_id": "1", "prediction_id": "1", "file_id": "1"}
            ):
                for client in (nobody, wrong):
                    answer = await client.request(method, path)
                    assert (answer.status_code == 401) != public, path
                    assert public or set(answer.json()) >= ENVELOPES[dialect.id]


def nonsense(rng, depth=0):
    kind = rng.randrange(9 if depth < 3 else 7)
    if kind == 7:
        return [nonsense(rng, depth + 1) for _ in range(rng.randrange(8))]
    if kind == 8:
        return {word(rng): nonsense(rng, depth + 1) for _ in range(rng.randrange(5))}
    return [None, rng.random() < 0.5, rng.randrange(-(10**9), 10**12), rng.random() * 1e300, word(rng), PICTURE, "a"][
        kind
    ]


def word(rng):
    known = [
        "prompt",
        "tier",
        "image_urls",
        "input_image_urls",
        "images",
        "input",
        "material",
        "seed",
        "webhook",
        "version",
        "addons",
    ]
    known += [
        "bbox_condition",
        "quality_mesh_option",
        "webhook_events_filter",
        "Gen-2",
        "PBR",
        "http://10.0.0.1/",
        "data:,",
        "wait",
    ]
    return (
        rng.choice(known)
        if rng.random() < 0.6
        else "".join(rng.choice(string.printable) for _ in range(rng.randrange(30)))
    )


async def test_nonsense_never_makes_the_server_fail(world):
    rng = random.Random(4)
    submits = {
        "pixazo": [f"/{V1}", "/hyper3d-rodin-v2-5-image-to-3d/v1/hyper3d-rodin-v2-5-image-to-3d-request"],
        "fal": ["/fal-ai/hyper3d/rodin", "/fal-ai/hyper3d/rodin/v2.5", "/fal-ai/hyper3d/rodin/v2"],
        "replicate": ["/v1/models/hyper3d/rodin/predictions", "/v1/predictions", "/v1/files"],
    }
    seen: dict[str, set[int]] = {}
    async with world.client() as client:
        for dialect in DIALECTS[1:]:
            places = list(addresses(dialect, {}))
            for _ in range(ROUNDS):
                fields = {word(rng): nonsense(rng) for _ in range(rng.randrange(6))}
                if dialect.id == "replicate" and rng.random() < 0.7:
                    fields = {"input": fields, "version": "hyper3d/rodin"}
                if rng.random() < 0.8:
                    method, path = "POST", rng.choice(submits[dialect.id])
                else:
                    method, path, _ = rng.choice(places)
                    path = "/".join(
                        rng.choice(["x", "%00", "..", "é", "1" * 300]) if "{" in p else p for p in path.split("/")
                    )
                if path.startswith("/run"):
                    continue  # would wait for a worker
                headers = {
                    "Content-Type": rng.choice(
                        ["application/json", "application/json", "text/plain", "multipart/form-data"]
                    )
                }
                headers |= {"X-Webhook-URL": "javascript:x"} if rng.random() < 0.1 else {}
                answer = await client.request(method, path, content=json.dumps(fields), headers=headers)
                assert answer.status_code < 500, (method, path, fields, answer.text)
                seen.setdefault(dialect.id, set()).add(answer.status_code)
                if answer.status_code >= 400 and path in submits[dialect.id]:
                    wanted = ENVELOPES[dialect.id]
                    assert set(answer.json()) >= wanted, (path, answer.text)
    for codes in seen.values():
        assert codes & {200, 201, 202}
        assert codes & {400, 422}
