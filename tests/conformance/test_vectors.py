"""Vectors (b) to (j) of the dossier's §13, its transport habits (§3.1) and errors (§4), against the application in process."""

from __future__ import annotations

import base64

import pytest
import pytest_asyncio

from maquette.dialects.rodin.routes import PREFIXES
from maquette.dialects.rodin.tiers import TIERS
from maquette.errors import EngineError
from tests.conformance.asks import accepted, images, post, refused, request_of
from tests.server.harness import open_world, picture

pytestmark = pytest.mark.asyncio(loop_scope="module")
SHARP = "Input buffer contains unsupported image format"


@pytest_asyncio.fixture(loop_scope="module", scope="module")
async def world(tmp_path_factory):
    async with open_world(tmp_path_factory.mktemp("vectors"), parallel_limit=10_000) as opened:
        yield opened


async def test_submit_answer_of_the_quick_start(world):
    """Every documented key with its documented kind of value; the extra ones are those that clients need."""
    body = await accepted(world, files=images(picture()))
    assert (body["error"], body["message"]) == (None, "Submitted.")
    assert isinstance(body["uuid"], str)
    assert list(body["jobs"]) == ["uuids", "subscription_key"]
    assert len(body["jobs"]["uuids"]) == 2
    assert isinstance(body["submit_time"], str)
    assert body["submit_time"].endswith("Z")
    assert (body["prompt"], body["consumed"]) == (None, 0.5)
    assert set(body) == {"error", "message", "uuid", "jobs", "prompt", "submit_time", "consumed"}


async def test_download_answer_of_the_pages(world):
    body = await accepted(world, files=images(picture()))
    assert (await post(world, "/api/v2/download", json={"task_uuid": body["uuid"]})).json() == {"list": []}
    world.worker.finish(body["uuid"])
    answer = await post(world, "/api/v2/download", json={"task_uuid": body["uuid"]})
    assert answer.status_code == 201
    assert list(answer.json()) == ["list"]
    assert [set(entry) for entry in answer.json()["list"]] == [{"url", "name"}] * 2
    assert [entry["name"] for entry in answer.json()["list"]] == ["base_basic_pbr.glb", "preview.webp"]
    assert all(entry["url"].endswith("/" + entry["name"]) for entry in answer.json()["list"])


async def test_status_answer(world):
    body = await accepted(world, files=images(picture()), data={"preview_render": "true"})
    key = {"subscription_key": body["jobs"]["subscription_key"]}
    for move, states in [
        (None, ["Waiting"] * 3),
        (0, ["Generating", "Waiting", "Waiting"]),
        (5, ["Done", "Generating", "Waiting"]),
        ("finish", ["Done"] * 3),
    ]:
        if move == "finish":
            world.worker.finish(body["uuid"])
        elif move is not None:
            world.worker.step(body["uuid"], move)
        answer = await post(world, "/api/v2/status", json=key)
        assert (answer.status_code, list(answer.json())) == (201, ["jobs"])
        assert [j["status"] for j in answer.json()["jobs"]] == states
        assert [j["uuid"] for j in answer.json()["jobs"]] == body["jobs"]["uuids"]


async def test_a_failure_says_why_and_costs_nothing(world):
    balance = (await post(world, "/api/v2/check_balance")).json()["balance"]
    body = await accepted(world, files=images(picture()))
    world.worker.fail(
        body["uuid"], EngineError("The object is cut off by the frame. Use a picture that shows all of it.")
    )
    answer = await post(world, "/api/v2/status", json={"subscription_key": body["jobs"]["subscription_key"]})
    assert [j["status"] for j in answer.json()["jobs"]] == ["Failed"] * 2
    assert "cut off by the frame" in answer.json()["jobs"][0]["error"]
    assert (await post(world, "/api/v2/check_balance")).json() == {"balance": balance}


async def test_a_cancelled_task_is_failed(world):
    body = await accepted(world, files=images(picture()))
    await world.service.cancel(await world.service.local_account(), body["uuid"])
    answer = await post(world, "/api/v2/status", json={"subscription_key": body["jobs"]["subscription_key"]})
    assert [j["status"] for j in answer.json()["jobs"]] == ["Failed"] * 2
    assert "cancelled" in answer.json()["jobs"][0]["error"]
    assert (await post(world, "/api/v2/download", json={"task_uuid": body["uuid"]})).json() == {"list": []}


async def test_b_sketch_raw_texture_mode(world):
    body = await accepted(
        world, files=images(picture()), data={"tier": "Sketch", "mesh_mode": "Raw", "texture_mode": "high"}
    )
    request = await request_of(world, body)
    assert (request.mesh_mode, request.target_faces, request.texture_size) == ("raw", 18_000, 1024)


async def test_c_sketch_quad_18000(world):
    data = {"tier": "Sketch", "mesh_mode": "Quad", "quality_override": "18000", "TAPose": "False"}
    answer = await post(world, files=images(picture()), data=data)
    request = await request_of(world, answer.json())
    assert (request.mesh_mode, request.pose) == ("raw", None)
    header = answer.headers["x-maquette-warnings"]
    assert "mesh_mode Quad was changed to Raw" in header
    assert "quality_override was ignored" in header


async def test_d_urlencoded_text_only(world):
    body = await accepted(world, data={"prompt": "a chair", "bbox_condition": "100,100,100"})
    request = await request_of(world, body)
    assert (request.prompt, request.images, request.bbox) == ("a chair", (), (100, 100, 100))


async def test_e_repeated_array_fields(world):
    body = await accepted(
        world, files=images(picture()), data={"bbox_condition": ["100", "320", "100"], "addons": ["HighPack"]}
    )
    request = await request_of(world, body)
    assert (request.bbox, request.texture_size, body["consumed"]) == ((100, 320, 100), 4096, 1.5)


@pytest.mark.parametrize("format", ["PNG", "JPEG", "WEBP"])
async def test_f_the_bytes_decide(world, format):
    body = await accepted(world, files=images(picture(format)))
    request = await request_of(world, body)
    assert request.images[0].sha256
    assert await world.service.blobs.get_async(request.images[0].key) == picture(format)


async def test_g_swapped_ids(world):
    body = await accepted(world, files=images(picture()))
    await refused(world, "NO_SUCH_TASK", "/api/v2/status", json={"subscription_key": body["uuid"]})
    await refused(world, "NO_SUCH_TASK", "/api/v2/download", json={"task_uuid": body["jobs"]["subscription_key"]})
    await refused(world, "NO_SUCH_TASK", "/api/v2/download", json={"task_uuid": body["jobs"]["uuids"][0]})
    # the key checker of §12.12
    await refused(
        world, "NO_SUCH_TASK", "/api/v2/status", json={"subscription_key": "00000000-0000-0000-0000-000000000000"}
    )


async def test_h_base64_text_as_image(world):
    text = base64.b64encode(picture())
    for files in (images(text), [("images", ("0000.png", text))]):
        assert (await refused(world, files=files)).startswith(SHARP)
    assert (await refused(world, data={"images": text.decode()})).startswith(SHARP)


async def test_i_six_images(world):
    assert "at most 5" in await refused(world, files=images(*[picture()] * 6))
    body = await accepted(world, files=images(*[picture(size=n) for n in (40, 50, 60, 70, 80)]))
    request = await request_of(world, body)
    assert len({i.sha256 for i in request.images}) == 5


async def test_j_seed_65536(world):
    assert "65535" in await refused(world, files=images(picture()), data={"seed": "65536"})
    body = await accepted(world, files=images(picture()), data={"seed": "65535"})
    assert (await request_of(world, body)).seed == 65535


async def test_no_seed_is_a_stored_random_one(world):
    seeds = {(await request_of(world, await accepted(world, files=images(picture())))).seed for _ in range(8)}
    assert len(seeds) > 1


async def test_json_submit_with_inline_pictures(world):
    text = base64.b64encode(picture()).decode()
    body = await accepted(
        world,
        json={
            "tier": "Regular",
            "images": [text, f"data:image/png;base64,{text}"],
            "bbox_condition": [1, 2, 3],
            "seed": 7,
        },
    )
    request = await request_of(world, body)
    assert (len(request.images), request.bbox, request.seed) == (2, (1, 2, 3), 7)
    assert "base64" in await refused(world, json={"images": ["https://example.com/a.png"]})
    assert "Neither" in await refused(world, json={"tier": "Regular"})


async def test_paths_slashes_and_bodies(world):
    """All prefixes, a trailing slash, any Host; status and download in all three encodings."""
    for prefix in PREFIXES:
        for slash in ("", "/"):
            answer = await post(
                world, f"{prefix}/rodin{slash}", files=images(picture()), headers={"Host": "hyperhuman.deemos.com"}
            )
            body = answer.json()
            fields = {"subscription_key": body["jobs"]["subscription_key"]}
            part = {"subscription_key": (None, fields["subscription_key"])}
            answers = [await post(world, f"{prefix}/status{slash}", **{how: fields}) for how in ("json", "data")]
            answers.append(await post(world, f"{prefix}/status{slash}", files=part))
            assert [a.json() for a in answers[1:]] == [answers[0].json()] * 2
            fields = {"task_uuid": body["uuid"]}
            answers = [await post(world, f"{prefix}/download{slash}", **{how: fields}) for how in ("json", "data")]
            assert [a.json() for a in answers] == [{"list": []}] * 2
            async with world.client() as client:
                assert (await client.get(f"{prefix}/check_balance{slash}")).status_code == 200
                assert (await client.post(f"{prefix}/check_balance{slash}")).status_code == 200


async def test_status_takes_a_task_uuid_too(world):
    body = await accepted(world, files=images(picture()))
    answer = await post(world, "/api/v2/status", json={"task_uuid": body["uuid"]})
    assert len(answer.json()["jobs"]) == 2


async def test_missing_ids(world):
    assert "subscription_key" in await refused(world, path="/api/v2/status", json={})
    assert "task_uuid" in await refused(world, path="/api/v2/download", data={"task_uuid": ""})
    assert "task_uuid" in await refused(world, path="/api/v2/download", json={"task_uuid": ["x"]})


@pytest.mark.parametrize("path", ["rodin", "status", "download", "check_balance"])
async def test_keys(world, path):
    wrong = world.key[:-1] + ("A" if world.key[-1] != "A" else "B")
    for key in (None, "x", wrong, "vibecoding", "é" * 10, "k" * 5000):
        async with world.client(None) as client:
            headers = {b"Authorization": b"Bearer " + key.encode("latin-1")} if key else {}
            answer = await client.post(f"/api/v2/{path}", headers=headers)
        assert answer.status_code == 401
        assert answer.json() == {"error": "UNAUTHORIZED", "message": "Active API key is required."}


async def test_the_trial_key_counts_if_a_setting_names_it(tmp_path):
    async with open_world(tmp_path, trial_keys=("vibecoding",)) as world, world.client("vibecoding") as client:
        assert (await client.get("/api/v2/check_balance")).status_code == 200


async def test_credits_and_parallel_limit(tmp_path):
    async with (
        open_world(tmp_path, parallel_limit=2) as world,
        world.client(world.other_key) as client,
    ):  # has 2.5 credits
        assert (await client.get("/api/v2/check_balance")).json() == {"balance": 2.5}
        bodies = [(await client.post("/api/v2/rodin", files=images(picture()))).json() for _ in range(3)]
        assert [b["error"] for b in bodies] == [None, None, "API_PARALLELISM_LIMIT_REACHED"]
        assert (await client.get("/api/v2/check_balance")).json() == {"balance": 1.5}
        for body in bodies[:2]:
            world.worker.finish(body["uuid"])
        answer = await client.post(
            "/api/v2/rodin", files=images(picture()), data={"tier": "Gen-2.5-Extreme-High", "addons": "HighPack"}
        )
        assert (answer.status_code, answer.json()["error"]) == (201, "API_INSUFFICIENT_FUNDS")
        answer = await client.get("/api/v2/check_balance?usage_page=1")
        assert [u["amount"] for u in answer.json()["usage"]] == [0.5, 0.5]
        assert set(answer.json()["usage"][0]) == {"task_uuid", "time", "item", "amount"}
        assert (await client.get("/api/v2/check_balance?usage_page=2")).json()["usage"] == []
        assert (await client.get("/api/v2/check_balance?usage_page=x")).json()["error"] == "INVALID_REQUEST"


async def test_a_setting_omits_the_error_key(tmp_path):
    async with open_world(tmp_path, rodin_error_null=False) as world:
        assert "error" not in (await post(world, files=images(picture()))).json()


@pytest.mark.parametrize("tier", TIERS)
async def test_every_tier_submits(world, tier):
    body = await accepted(world, files=images(picture()), data={"tier": tier})
    assert (await request_of(world, body)).tier == tier
    assert body["consumed"] == (1 if tier == "Gen-2.5-Extreme-High" else 0.5)


async def test_text_that_no_database_likes(world):
    body = await accepted(world, files=images(picture()), data={"prompt": "a\0 chair \U0001f600"})
    assert body["prompt"] == "a chair \U0001f600"
    encoded = base64.b64encode(picture()).decode()
    body = await accepted(
        world,
        content=f'{{"images":"{encoded}","prompt":"\\ud800x","\\udfff":1}}'.encode(),
        headers={"Content-Type": "application/json"},
    )
    assert body["prompt"] == "?x"
