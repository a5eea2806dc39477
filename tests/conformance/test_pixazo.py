"""docs/pixazo.md is true, and every request and response that Pixazo prints is reproduced, the samples in test_pixazo_samples.py."""

from __future__ import annotations

import json
import re

import pytest
import pytest_asyncio

from maquette.dialects.pixazo import dialect
from maquette.dialects.pixazo.errors import ENVELOPE
from maquette.dialects.pixazo.models import IMAGE25, MODELS, RODIN
from maquette.errors import EngineError, Unavailable
from tests.dialects.gateways import (
    PICTURE,
    ROOT,
    check_row,
    listed_endpoints,
    open_gateways,
    table,
    until_final,
)
from tests.net.servers import Site
from tests.server.plan import GLB

in_one_loop = pytest.mark.asyncio(loop_scope="module")
TEXT = (ROOT / "docs" / "pixazo.md").read_text()
V1_ROWS, V25_ROWS = table(TEXT, "## Fields of `hyper3d-rodin-request`"), table(TEXT, "## Fields of the v2.5 operations")
SUBMIT = f"/{RODIN}/v1/hyper3d-rodin-request"
LINK = "https://pub-5e7dd3f6986243de990b46ce581cf66e.r2.dev/v1/hyper3d-rodin-259_019dde5c-1240-78d7-9df5-2b73b4629b522/input_0.png"
PRINTED = {
    "prompt": "A futuristic robot with sleek metallic design and glowing blue accents",
    "input_image_urls": [LINK],
    "condition_mode": "concat",
    "geometry_file_format": "glb",
    "material": "Shaded",
    "quality": "medium",
    "tier": "Regular",
}
COMPLETED = {
    "request_id",
    "status",
    "model_id",
    "error",
    "output",
    "created_at",
    "updated_at",
    "completed_at",
}


@pytest_asyncio.fixture(loop_scope="module", scope="module")
async def world(tmp_path_factory):
    async with open_gateways(
        tmp_path_factory.mktemp("pixazo"), fetch_allow=("127.0.0.1",), parallel_limit=500
    ) as opened:
        yield opened


def asking(world, key=""):
    return world.sending(ocp_apim_subscription_key=key or world.key)


async def accepted(client, **fields):
    answer = await client.post(SUBMIT, json={"input_image_urls": [PICTURE], **fields})
    assert answer.status_code == 202, answer.text
    return answer.json()


# -- the page


def test_every_field_is_listed_and_no_other():
    assert {row[0] for row in V1_ROWS} | {"image_urls"} == {*MODELS[RODIN][1].fields, *MODELS[RODIN][1].images}
    assert {row[0] for row in V25_ROWS} == {*MODELS[IMAGE25][1].fields, *MODELS[IMAGE25][1].images}


@pytest.mark.parametrize("row", V1_ROWS, ids=lambda row: f"{row[0]}-{row[1]}-{row[2] or 'alone'}")
def test_fields_of_v1_do_what_the_table_says(row):
    check_row(MODELS[RODIN][1], row)


@pytest.mark.parametrize("row", V25_ROWS, ids=lambda row: f"{row[0]}-{row[1]}-{row[2] or 'alone'}")
def test_fields_of_v25_do_what_the_table_says(row):
    check_row(MODELS[IMAGE25][1], row)


@in_one_loop
async def test_models_do_what_the_table_says(world):
    rows = table(TEXT, "## Models")
    assert {(r[0], r[1]) for r in rows if r[2] == "supported"} == {(k, v[0]) for k, v in MODELS.items()}
    async with asking(world) as client:
        for api_id, operation, claim in rows:
            answer = await client.post(f"/{api_id}/v1/{operation}", json={"image_urls": [PICTURE]})
            assert answer.status_code == (202 if claim == "supported" else 400)
            if claim == "refused":
                text = f"Model '{api_id}' not found or is disabled"
                assert answer.json() == {"error": "Model not found", "message": text}
        assert (await client.post(f"/{RODIN}/v1/other", json={})).json()["error"] == "Operation not found"


@in_one_loop
async def test_endpoints_do_what_the_table_says(world):
    rows = table(TEXT, "## Endpoints")
    paths = {(re.sub(r"\{\w+:\w+\}", "{apiId}", e.path), m) for e in dialect.endpoints for m in e.methods}
    listed = {(p.replace("{operationId}", "{operation}"), m) for p, m in listed_endpoints(rows[:4])}
    assert listed == paths
    async with asking(world) as client:
        sent = await accepted(client)
        for path, methods, claim, _ in rows:
            address = (
                path.replace("{apiId}", RODIN).replace("{model}", RODIN).replace("{request_id}", sent["request_id"])
            )
            address = address.replace("{operationId}", "hyper3d-rodin-request")
            answer = await client.request(methods, address, json={"input_image_urls": [PICTURE]})
            assert (answer.status_code == 404) == (claim == "refused"), path
            assert answer.status_code in (200, 202, 404)


@in_one_loop
async def test_headers_and_keys_are_listed(world):
    assert {row[0] for row in table(TEXT, "## Headers")} == {
        "Ocp-Apim-Subscription-Key",
        "X-Webhook-URL",
        "Cache-Control",
        "Content-Type",
    }
    async with asking(world) as client:
        sent = await accepted(client)
        body = (await client.get(sent["polling_url"])).json()
    listed = {row[0] for row in table(TEXT, "## Status document")}
    assert {*body, "polling_url", "output.media_url", "output.media_type"} == listed


def test_errors_are_listed():
    rows = {(row[0], int(row[1])) for row in table(TEXT, "## Errors")}
    own = {("Model not found", 400), ("Operation not found", 404)}
    assert rows == {(label, status) for status, label in ENVELOPE.values()} | own


# -- what Pixazo prints


@in_one_loop
async def test_the_printed_submit_and_status(world):
    """With a test key, whose pictures need no network: the printed body as it is."""
    async with asking(world, world.test_key) as client:
        answer = await client.post(SUBMIT, json=PRINTED, headers={"Cache-Control": "no-cache"})
        assert answer.status_code == 202
        body = answer.json()
        uid = body["request_id"].removeprefix("hyper3d-rodin-259_")
        assert re.fullmatch(r"[0-9a-f-]{36}", uid)
        url = f"http://maquette.test/v2/requests/status/{body['request_id']}"
        assert body == {"request_id": body["request_id"], "status": "QUEUED", "polling_url": url}
        done = await until_final(client, url, lambda b: b["status"] not in ("QUEUED", "PROCESSING"))
        assert set(done) == COMPLETED
        assert (done["status"], done["model_id"], done["error"]) == ("COMPLETED", RODIN, None)
        assert set(done["output"]) == {"media_url", "media_type"}
        assert done["output"]["media_type"] == "model/gltf-binary"
        for moment in ("created_at", "updated_at", "completed_at"):
            assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z", done[moment])
        async with world.client(None) as nobody:
            assert (await nobody.get(done["output"]["media_url"][0])).content == GLB[::-1]


@in_one_loop
async def test_the_printed_errors(world):
    async with asking(world, world.test_key) as client:
        answer = await client.post(SUBMIT, json=PRINTED | {"prompt": "maquette:insufficient"})
        assert answer.status_code == 402
        assert answer.json() == {
            "error": "Insufficient Balance",
            "message": "Your wallet does not have enough balance.",
        }
        answer = await client.post("/hyper3d-rodin-260/v1/hyper3d-rodin-request", json=PRINTED)
        assert answer.status_code == 400
        assert answer.json() == {
            "error": "Model not found",
            "message": "Model 'hyper3d-rodin-260' not found or is disabled",
        }
        sent = (await client.post(SUBMIT, json=PRINTED | {"prompt": "maquette:fail=unavailable"})).json()
        done = await until_final(client, sent["polling_url"], lambda b: b["status"] not in ("QUEUED", "PROCESSING"))
        assert done == {
            "request_id": sent["request_id"],
            "status": "ERROR",
            "model_id": RODIN,
            "error": done["error"],
            "output": None,
        }
        assert "failed" in done["error"]
    async with world.client(None) as nobody:
        answer = await nobody.post(SUBMIT, json=PRINTED)
        assert (answer.status_code, answer.json()["error"], answer.json()["statusCode"]) == (401, "Unauthorized", 401)


@in_one_loop
async def test_the_wallet_of_a_live_account(world):
    """Another account has 2.5 credits: five jobs at 0.5."""
    async with asking(world, world.other_key) as client:
        for _ in range(5):
            await accepted(client)
        answer = await client.post(SUBMIT, json={"input_image_urls": PICTURE})
        assert (answer.status_code, answer.json()["error"]) == (402, "Insufficient Balance")


@in_one_loop
async def test_failed_cancelled_and_foreign_jobs(world):
    async with asking(world) as client:
        first, second, third = [await accepted(client) for _ in range(3)]
        world.worker.fail(first["request_id"].rpartition("_")[2], EngineError("It broke. Try again."), 2)
        world.worker.fail(second["request_id"].rpartition("_")[2], Unavailable("The store was away. Try again."), 2)
        body = (await client.get(first["polling_url"])).json()
        assert (body["status"], body["error"], body["output"]) == ("FAILED", "It broke. Try again.", None)
        assert set(body) == COMPLETED
        assert (await client.get(second["polling_url"])).json()["status"] == "ERROR"
        local = await world.service.local_account()
        await world.service.cancel(local, third["request_id"].rpartition("_")[2])
        assert (await client.get(third["polling_url"])).json()["status"] == "FAILED"
        other = (await client.post("/fal-ai/hyper3d/rodin/v2.5", json={"image_urls": [PICTURE]})).json()["request_id"]
        assert (await client.get(f"/v2/requests/status/{other}")).json()["model_id"] == IMAGE25
        for wrong in (f"{RODIN}_{other}", f"{RODIN}_", "x" * 300, f"{RODIN}_{'0' * 36}"):
            answer = await client.get(f"/v2/requests/status/{wrong}")
            assert (answer.status_code, answer.json()["error"]) == (404, "Request not found")


@in_one_loop
async def test_older_addresses_have_a_flat_link(world):
    async with asking(world) as client:
        sent = await accepted(client, geometry_file_format="glb")
        world.worker.finish(sent["request_id"].rpartition("_")[2])
        for word in ("status", "result"):
            body = (await client.get(f"/{RODIN}/v1/{word}/{sent['request_id']}")).json()
            assert body["output_url"].rsplit("/", 1)[1] == "base_basic_pbr.glb"
            assert set(body) == COMPLETED | {"output_url"}
        assert (await client.get(f"/{IMAGE25}/v1/status/{sent['request_id']}")).status_code == 404


@in_one_loop
async def test_webhook(world):
    with Site({"/hook": lambda handler: (200, {}, b"")}) as site:
        async with asking(world) as client:
            answer = await client.post(
                SUBMIT, json={"input_image_urls": [PICTURE]}, headers={"X-Webhook-URL": f"{site.url}/hook"}
            )
            sent = answer.json()
            world.worker.finish(sent["request_id"].rpartition("_")[2])
            await world.deliver()
            told = [json.loads(body) for _, _, _, body in site.seen]
            now = (await client.get(sent["polling_url"])).json()
            refused = await client.post(
                SUBMIT, json={"input_image_urls": [PICTURE]}, headers={"X-Webhook-URL": "http://10.0.0.1/x"}
            )
        assert refused.status_code == 400
    assert len(told) == 1
    assert [told[0][k] for k in COMPLETED - {"output"}] == [now[k] for k in COMPLETED - {"output"}]
    assert len(told[0]["output"]["media_url"]) == len(now["output"]["media_url"])


@in_one_loop
async def test_pictures_are_fetched_safely(world):
    from tests.server.harness import picture

    with Site({"/a.png": lambda handler: (200, {}, picture()), "/b": lambda handler: (200, {}, b"no picture")}) as site:
        async with asking(world) as client:
            await accepted(client, input_image_urls=[f"{site.url}/a.png", PICTURE])
            for wrong in (f"{site.url}/b", f"{site.url}/none", "http://169.254.169.254/a.png", "http://10.1.1.1/"):
                answer = await client.post(SUBMIT, json={"input_image_urls": [PICTURE, wrong]})
                assert answer.status_code == 400
                assert set(answer.json()) == {"error", "message"}


@in_one_loop
async def test_paths_of_other_apis_are_left_to_them(world):
    """A submit path begins with a word that has a hyphen; nothing else under `/…/v1/` is answered in Pixazo's words."""
    async with asking(world) as client:
        for path in ("/maquette/v1/jobs", "/api/v1/rodin", "/proxy/v1/x", "/x/v1/status/y"):
            for method in ("GET", "POST"):
                answer = await client.request(method, path)
                assert answer.status_code == 404
                assert answer.json().keys() != {"error", "message"}
