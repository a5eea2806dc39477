"""docs/replicate.md is true: endpoints, fields, predictions, files, errors, webhooks."""

from __future__ import annotations

import json

import pytest
import pytest_asyncio

from maquette.dialects.replicate import dialect
from maquette.dialects.replicate.errors import ENVELOPE
from maquette.dialects.replicate.model import INPUT_SCHEMA, MODEL, REF, VERSION
from maquette.dialects.replicate.predictions import _TOP
from maquette.errors import EngineError
from maquette.webhooks.signing import verify
from tests.dialects.gateways import PICTURE, ROOT, check_row, listed_endpoints, open_gateways, table, until_final
from tests.net.servers import Site
from tests.server.harness import picture

in_one_loop = pytest.mark.asyncio(loop_scope="module")
TEXT = (ROOT / "docs" / "replicate.md").read_text()
FIELDS = table(TEXT, "## Fields of `input`")
CREATE = f"/v1/models/{REF}/predictions"
FINAL = ("succeeded", "failed", "canceled")


@pytest_asyncio.fixture(loop_scope="module", scope="module")
async def world(tmp_path_factory):
    async with open_gateways(
        tmp_path_factory.mktemp("replicate"), fetch_allow=("127.0.0.1",), parallel_limit=500
    ) as opened:
        yield opened


async def created(client, input_=None, **more):
    answer = await client.post(CREATE, json={"input": {"images": [PICTURE], **(input_ or {})}, **more})
    assert answer.status_code == 201, answer.text
    return answer.json()


# -- the page


def test_every_field_is_listed_and_no_other():
    assert {row[0] for row in FIELDS} == {*MODEL.fields, *MODEL.images} == set(INPUT_SCHEMA)
    assert {row[0] for row in table(TEXT, "## Request")} == _TOP | {"Prefer", "Cancel-After"}


@pytest.mark.parametrize("row", FIELDS, ids=lambda row: f"{row[0]}-{row[1]}-{row[2] or 'alone'}")
def test_fields_do_what_the_table_says(row):
    check_row(MODEL, row)


@in_one_loop
async def test_endpoints_do_what_the_table_says(world):
    rows = table(TEXT, "## Endpoints")
    supported = [row for row in rows if row[2] == "supported"]
    assert listed_endpoints(supported) == {(e.path, m) for e in dialect.endpoints for m in e.methods}
    async with world.client() as client:
        made = await created(client)
        stored = (await client.post("/v1/files", files={"content": ("a.png", picture())})).json()
        names = {"{owner}": "hyper3d", "{name}": "rodin", "{prediction_id}": made["id"], "{version_id}": VERSION}
        names["{file_id}"] = stored["id"]
        for path, method, claim, _ in rows:
            for name, value in names.items():
                path = path.replace(name, value)
            more = {"json": {"input": {"images": [PICTURE]}, "version": VERSION}} if method == "POST" else {}
            if path == "/v1/files" and method == "POST":
                more = {"files": {"content": ("a.png", picture())}}
            answer = await client.request(method, path, **more)
            assert (answer.status_code == 404) == (claim == "refused"), path
            assert answer.status_code < 300 or claim == "refused", (path, answer.text)


def test_errors_are_listed():
    rows = {(row[0], int(row[1])) for row in table(TEXT, "## Errors")}
    assert rows == {(title, status) for status, title in ENVELOPE.values()}


# -- predictions


@in_one_loop
async def test_a_prediction_from_create_to_output(world):
    async with world.client() as client:
        made = await created(client, {"prompt": "a chair", "material": "All", "color": "red"}, stream=True)
        assert set(made) == {row[0] for row in table(TEXT, "## Prediction")}
        assert (made["model"], made["version"], made["status"]) == (REF, VERSION, "starting")
        assert made["input"] == {"prompt": "a chair", "material": "All", "images": ["data:image/png;base64,"]}
        assert (made["output"], made["error"], made["metrics"], made["started_at"]) == (None, None, {}, None)
        assert made["urls"] == {
            "cancel": f"http://maquette.test/v1/predictions/{made['id']}/cancel",
            "get": f"http://maquette.test/v1/predictions/{made['id']}",
            "web": "http://maquette.test/",
        }
        assert "warning: Unknown field 'color' was ignored." in made["logs"]
        world.worker.step(made["id"], 3)
        running = (await client.get(made["urls"]["get"])).json()
        assert running["status"] == "processing"
        assert running["logs"].splitlines()[-1] == "42%|####      | 3/7"
        world.worker.finish(made["id"])
        done = (await client.get(made["urls"]["get"])).json()
        assert (done["status"], set(done["metrics"])) == ("succeeded", {"predict_time", "total_time"})
        assert done["output"].endswith("/base_basic_pbr.glb")
        after = await client.post(made["urls"]["cancel"])
        assert (after.status_code, after.json()["status"]) == (200, "succeeded")


@in_one_loop
async def test_failed_and_cancelled(world):
    async with world.client() as client:
        first, second = await created(client), await created(client)
        world.worker.fail(first["id"], EngineError("It broke. Try again."), 2)
        body = (await client.get(first["urls"]["get"])).json()
        assert (body["status"], body["error"], body["output"]) == ("failed", "It broke. Try again.", None)
        body = (await client.post(second["urls"]["cancel"])).json()
        assert (body["status"], body["completed_at"] is None) == ("canceled", False)


@in_one_loop
async def test_versions(world):
    async with world.client() as client:
        for version in (VERSION, REF, f"{REF}:{VERSION}"):
            answer = await client.post("/v1/predictions", json={"version": version, "input": {"images": PICTURE}})
            assert answer.status_code == 201
        for version in ("0" * 64, None, f"other/model:{VERSION}"):
            answer = await client.post("/v1/predictions", json={"version": version, "input": {"images": PICTURE}})
            assert answer.status_code == 422
            assert answer.json()["invalid_fields"][0]["field"] == "version"
        answer = await client.post("/v1/models/a/b/predictions", json={"input": {}})
        assert (answer.status_code, answer.json()["title"]) == (404, "Not found")
        schema = (await client.get(f"/v1/models/{REF}")).json()["latest_version"]["openapi_schema"]
        assert schema["components"]["schemas"]["Output"]["type"] == "string"


@in_one_loop
async def test_refusals(world):
    async with world.client() as client:
        answer = await client.post(CREATE, json={"input": {"seed": 1}})
        assert answer.status_code == 422
        assert answer.headers["content-type"] == "application/problem+json"
        body = answer.json()
        assert set(body) == {"title", "detail", "status", "invalid_fields"}
        assert (body["title"], body["status"]) == ("Input validation failed", 422)
        assert body["invalid_fields"][0]["field"] == "input.images"
        for wrong in ({}, {"input": "x"}, {"input": []}):
            answer = await client.post(CREATE, json=wrong)
            assert (answer.status_code, answer.json()["invalid_fields"][0]["field"]) == (422, "input")
        bad = {"input": {"images": ["http://127.0.0.2/a.png"]}}
        assert (await client.post(CREATE, json=bad)).json()["invalid_fields"][0]["field"] == "input.images[0]"
        hook = {"input": {"images": [PICTURE]}, "webhook": "ftp://x"}
        assert (await client.post(CREATE, json=hook)).status_code == 422
        hook["webhook_events_filter"] = ["nonsense"]
        assert (await client.post(CREATE, json=hook)).status_code == 422
        assert (await client.get("/v1/predictions?created_after=yesterday")).status_code == 422
        assert (await client.get("/v1/predictions?cursor=x")).status_code == 422
        assert (await client.get("/v1/predictions/" + "x" * 99)).status_code == 404
    async with world.client(None) as nobody:
        answer = await nobody.get("/v1/predictions")
        assert (answer.status_code, answer.json()["title"]) == (401, "Unauthenticated")
    async with world.sending(authorization=f"Token {world.other_key}") as other:
        mine = await created(other)
        async with world.client() as client:
            assert (await client.get(mine["urls"]["get"])).status_code == 404
            assert (await client.post(mine["urls"]["cancel"])).status_code == 404


@in_one_loop
async def test_waiting(world):
    async with world.client(world.test_key) as client:
        body = {"input": {"prompt": "a chair"}}
        answer = await client.post(CREATE, json=body, headers={"Prefer": "wait"})
        assert (answer.status_code, answer.json()["status"]) == (201, "succeeded")
        assert answer.json()["output"]
        body = {"input": {"prompt": "maquette:queue=0 maquette:slow=30"}}
        answer = await client.post(CREATE, json=body, headers={"Prefer": "wait=1"})
        assert (answer.status_code, answer.json()["status"]) == (202, "starting")
        answer = await client.post(CREATE, json={"input": {"prompt": "maquette:insufficient"}})
        assert (answer.status_code, answer.json()["title"]) == (402, "Insufficient credit")


@in_one_loop
async def test_listing(world):
    async with world.client() as client:
        ids = [(await created(client))["id"] for _ in range(3)]
        foreign = (await client.post("/fal-ai/hyper3d/rodin", json={"image_urls": [PICTURE], "seed": 5})).json()[
            "request_id"
        ]
        page = (await client.get("/v1/predictions")).json()
        assert set(page) == {"previous", "next", "results"}
        assert [p["id"] for p in page["results"][:4]] == [foreign, *reversed(ids)]
        assert page["results"][0]["input"] == {"tier": "Regular", "seed": 5, "images": [""]}
        after = page["results"][1]["created_at"]
        newer = (await client.get("/v1/predictions", params={"created_after": after})).json()["results"]
        assert {p["id"] for p in newer} <= {foreign, ids[-1]}
        assert foreign in {p["id"] for p in newer}


# -- files and webhooks


@in_one_loop
async def test_files_are_pictures_of_predictions(world):
    async with world.client() as client:
        parts = {"content": ("chair.png", picture()), "metadata": ("b", b'{"a": 1}', "application/json")}
        answer = await client.post("/v1/files", files=parts)
        assert answer.status_code == 201
        stored = answer.json()
        assert {k: stored[k] for k in ("name", "content_type", "metadata")} == {
            "name": "chair.png",
            "content_type": "image/png",
            "metadata": {"a": 1},
        }
        assert (await client.get(stored["urls"]["get"])).json() == stored
        assert stored in (await client.get("/v1/files")).json()["results"]
        made = await created(client, {"images": [stored["urls"]["get"], PICTURE]})
        job = await world.service.get(await world.service.local_account(), made["id"])
        assert job.request.images[0].sha256 == stored["checksums"]["sha256"]
        assert len(job.request.images) == 2
        gone = {"input": {"images": [f"http://maquette.test/v1/files/{'0' * 36}"]}}
        assert (await client.post(CREATE, json=gone)).json()["invalid_fields"][0]["field"] == "input.images[0]"
        assert (await client.delete(stored["urls"]["get"])).status_code == 204
        assert (await client.get(stored["urls"]["get"])).status_code == 404
        assert (await client.post("/v1/files", data={"a": "b"})).status_code == 422
        parts["metadata"] = ("b", b"[]", "application/json")
        assert (await client.post("/v1/files", files=parts)).status_code == 422


@in_one_loop
@pytest.mark.parametrize(
    ("events", "told"),
    [
        (None, ["processing", "succeeded"]),
        (["completed"], ["succeeded"]),
        (["start"], ["processing"]),
        (["output", "completed"], ["succeeded"]),
        (["logs"], []),
    ],
)
async def test_webhooks_are_filtered_and_signed(world, events, told):
    with Site({"/hook": lambda handler: (200, {}, b"")}) as site:
        async with world.client() as client:
            more = {"webhook_events_filter": events} if events else {}
            made = await created(client, webhook=f"{site.url}/hook", **more)
            world.worker.step(made["id"], 1)
            await world.deliver(2)
            world.worker.finish(made["id"])
            await world.deliver(2)
            secret = (await client.get("/v1/webhooks/default/secret")).json()
    assert [json.loads(body)["status"] for _, _, _, body in site.seen] == told
    for _, _, headers, body in site.seen:
        assert json.loads(body)["id"] == made["id"]
        low = {name.lower(): value for name, value in headers.items()}
        assert verify(secret["key"], low, body, int(low["webhook-timestamp"]))


@in_one_loop
async def test_old_clients_ask_for_the_end_only(world):
    with Site({"/hook": lambda handler: (200, {}, b"")}) as site:
        async with world.client(world.test_key) as client:
            made = await created(client, webhook_completed=f"{site.url}/hook")
            await until_final(client, made["urls"]["get"], lambda b: b["status"] in FINAL)
            await world.deliver()
    assert [json.loads(body)["status"] for _, _, _, body in site.seen] == ["succeeded"]
