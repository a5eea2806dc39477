"""docs/fal.md is true: models, endpoints, fields, answers, errors, webhooks."""

from __future__ import annotations

import hashlib
import json

import pytest
import pytest_asyncio

from maquette.dialects.fal import dialect
from maquette.dialects.fal.errors import STATUSES
from maquette.dialects.fal.models import MODELS, OWNER, V1, V2, V25
from maquette.dialects.tokens import un_b64url
from maquette.errors import EngineError, MeshError, ObjectNotFound, StageTimeout
from tests.dialects.gateways import PICTURE, ROOT, ask, check_row, listed_endpoints, open_gateways, table, until_final
from tests.net.servers import Site
from tests.server.plan import GLB

in_one_loop = pytest.mark.asyncio(loop_scope="module")
TEXT = (ROOT / "docs" / "fal.md").read_text()
FIELDS = {
    V1: table(TEXT, "## Fields of `fal-ai/hyper3d/rodin`"),
    V2: table(TEXT, "## Fields of `fal-ai/hyper3d/rodin/v2`"),
    V25: table(TEXT, "## Fields of `fal-ai/hyper3d/rodin/v2.5` and `…/text-to-3d`"),
    f"{V25}/fast": table(TEXT, "## Tiers of the fast models"),
}
ROWS = [(app, row) for app, rows in FIELDS.items() for row in rows]
SAME = {f"{V25}/text-to-3d": V25, f"{V25}/text-to-3d/fast": f"{V25}/fast"}


@pytest_asyncio.fixture(loop_scope="module", scope="module")
async def world(tmp_path_factory):
    async with open_gateways(tmp_path_factory.mktemp("fal"), fetch_allow=("127.0.0.1",), parallel_limit=500) as opened:
        yield opened


def asking(world, key=""):
    return world.sending(authorization=f"KEY {key or world.key}")  # blender-mcp's spelling of the scheme


async def submit(client, app=V1, query="", **fields):
    answer = await client.post(f"/{app}{query}", json={"input_image_urls": [PICTURE], **fields})
    assert answer.status_code == 200, answer.text
    return answer.json()


# -- the page


def test_every_model_and_field_is_listed_and_no_other():
    assert {row[0] for row in table(TEXT, "## Models")} == set(MODELS)
    for app in (V1, V2, V25):
        assert {row[0] for row in FIELDS[app]} == {*MODELS[app].fields, *MODELS[app].images}
    for app, twin in SAME.items():
        assert MODELS[app] == MODELS[twin]
    assert MODELS[f"{V25}/fast"].fields.keys() == MODELS[V25].fields.keys()


@pytest.mark.parametrize(("app", "row"), ROWS, ids=[f"{a[7:]}-{r[0]}-{r[1]}-{r[2] or 'alone'}" for a, r in ROWS])
def test_fields_do_what_the_table_says(app, row):
    check_row(MODELS[app], row)


def test_a_box_may_be_an_object_and_a_value_null():
    fields = {"bbox_condition": {"width": 100, "height": 50, "length": 25}, "texture_mode": None, "addons": []}
    request = ask(MODELS[V25], fields)
    assert (request.bbox, request.warnings) == ((100.0, 50.0, 25.0), ())
    request = ask(MODELS[V1], {"quality_mesh_option": "18K Quad", "sync_mode": True})
    assert request.warnings == (
        "Unknown field 'quality_mesh_option' was ignored.",
        "Unknown field 'sync_mode' was ignored.",
    )


@in_one_loop
async def test_endpoints_do_what_the_table_says(world):
    rows = table(TEXT, "## Endpoints")
    wanted = set()
    for path, method in listed_endpoints(rows[:7]):
        if "{model}" in path:
            wanted |= {(path.replace("{model}", app), method) for app in MODELS}
        else:
            bases = (OWNER, *MODELS) if OWNER in path else ("",)
            wanted |= {(path.replace(OWNER, base) if base else path, method) for base in bases}
    assert wanted == {(e.path, m) for e in dialect.endpoints for m in e.methods}
    async with asking(world, world.test_key) as client:
        sent = await submit(client, prompt="maquette:slow=0.2")
        for path, methods, claim, _ in rows:
            address = path.replace("{model}", V1).replace("{request_id}", sent["request_id"])
            answer = await client.request(methods, address, json={"input_image_urls": [PICTURE]})
            assert (answer.status_code == 404) == (claim == "refused"), path
            assert answer.status_code < 500


def test_errors_are_listed():
    assert {int(row[0]) for row in table(TEXT, "## Errors")} == {*STATUSES.values(), 400, 504}


# -- the queue


@in_one_loop
async def test_a_request_from_submit_to_result(world):
    seen = set()
    async with asking(world) as client:
        sent = await submit(client, V25, material="All", is_micro=True)
        own = f"http://maquette.test/fal-ai/hyper3d/requests/{sent['request_id']}"
        assert sent == {
            "status": "IN_QUEUE",
            "request_id": sent["request_id"],
            "response_url": own,
            "status_url": f"{own}/status",
            "cancel_url": f"{own}/cancel",
            "queue_position": sent["queue_position"],
        }
        seen |= set(sent)
        assert (await client.get(own)).json() == {"detail": "Request is still in progress"}
        world.worker.step(sent["request_id"], 2)
        running = (await client.get(f"{own}/status?logs=1")).json()
        assert running["status"] == "IN_PROGRESS"
        assert [line["level"] for line in running["logs"]][:2] == ["WARNING", "INFO"]
        assert "is_micro was ignored" in running["logs"][0]["message"]
        assert (await client.get(f"{own}/status")).json()["logs"] is None
        world.worker.finish(sent["request_id"])
        done = await client.get(f"{own}/status?logs=true")
        assert done.headers["x-fal-request-id"] == sent["request_id"]
        assert (done.json()["status"], set(done.json()["metrics"])) == ("COMPLETED", {"inference_time"})
        seen |= set(done.json())
        output = (await client.get(own)).json()
        assert set(output["model_mesh"]) == {"url", "content_type", "file_name", "file_size"}
        assert [f["file_name"] for f in output["files"]] == [
            "base_basic_pbr.glb",
            "base_basic_shaded.glb",
            "preview.webp",
        ]
        assert output["model_mesh"] == output["files"][0]
        assert output["textures"] == []
        assert isinstance(output["seed"], int)
        seen |= set(output)
        assert (await client.put(f"{own}/cancel")).json() == {"status": "ALREADY_COMPLETED"}
        # the whole name of the model, as hand-written clients have it
        assert (await client.get(f"/{V25}/requests/{sent['request_id']}")).status_code == 200
    assert {row[0] for row in table(TEXT, "## Answers")} == seen | {"error", "error_type"}


@in_one_loop
@pytest.mark.parametrize(
    ("error", "status"),
    [
        (ObjectNotFound("Nothing. Take another."), 422),
        (MeshError("No. Take another."), 422),
        (EngineError("Broke. Again."), 500),
        (StageTimeout("Long. Less."), 504),
    ],
)
async def test_failed_requests_tell_why_in_their_result(world, error, status):
    async with asking(world) as client:
        sent = await submit(client)
        world.worker.fail(sent["request_id"], error, 2)
        body = (await client.get(sent["status_url"])).json()
        assert (body["status"], body["error"], body["error_type"]) == ("COMPLETED", error.message, error.code)
        answer = await client.get(sent["response_url"])
        assert (answer.status_code, answer.headers["x-fal-error-type"]) == (status, error.code)
        detail = answer.json()["detail"]
        assert detail == (
            [{"loc": ["body"], "msg": error.message, "type": error.code}] if status == 422 else error.message
        )


@in_one_loop
async def test_cancel(world):
    async with asking(world) as client:
        sent = await submit(client)
        answer = await client.put(sent["cancel_url"])
        assert (answer.status_code, answer.json()) == (202, {"status": "CANCELLATION_REQUESTED"})
        assert (await client.put(sent["cancel_url"])).status_code == 400
        assert (await client.get(sent["status_url"])).json()["status"] == "COMPLETED"
        answer = await client.get(sent["response_url"])
        assert (answer.status_code, type(answer.json()["detail"])) == (400, str)


@in_one_loop
async def test_refusals(world):
    async with asking(world) as client:
        answer = await client.post(f"/{V1}", json={"seed": 1})
        assert answer.status_code == 422
        assert answer.json()["detail"][0]["loc"] == ["body", "input_image_urls"]
        answer = await client.post(f"/{V25}", json={"image_urls": [PICTURE, "http://10.0.0.1/a.png"]})
        assert (answer.status_code, answer.json()["detail"][0]["loc"]) == (422, ["body", "image_urls", 1])
        answer = await client.post(f"/{V25}", json={"image_urls": [PICTURE], "quality_mesh_option": "2M Triangle"})
        assert answer.json()["detail"][0]["loc"] == ["body", "quality_mesh_option"]
        assert answer.json()["detail"][0]["msg"].startswith("quality_mesh_option must be from 500 to 1000000")
        for wrong in ("x" * 100, "0" * 36):
            assert (await client.get(f"/fal-ai/hyper3d/requests/{wrong}/status")).status_code == 404
        assert (await client.get("/fal-ai/flux")).json().keys() == {"detail"}
    async with asking(world, world.other_key) as other:
        theirs = await submit(other)
        assert (await other.get(theirs["response_url"])).status_code == 400
    async with asking(world) as client:
        assert (await client.get(theirs["response_url"])).status_code == 404
        assert (await client.put(theirs["cancel_url"])).status_code == 404
    async with world.client(None) as nobody:
        assert (await nobody.post(f"/{V1}", json={})).status_code == 401


@in_one_loop
async def test_test_keys_reach_every_branch(world):
    async with asking(world, world.test_key) as client:
        answer = await client.post(f"/{V25}/text-to-3d", json={"prompt": "a chair maquette:insufficient"})
        assert answer.status_code == 403
        assert answer.json()["detail"].startswith("User is locked. Reason: Exhausted balance.")
        answer = await client.post(f"/{V1}", json={"prompt": "maquette:ratelimit"})
        assert (answer.status_code, answer.headers["retry-after"]) == (429, "2")
        sent = (await client.post(f"/{V25}/text-to-3d", json={"prompt": "a chair"})).json()
        await until_final(client, sent["status_url"], lambda b: b["status"] == "COMPLETED")
        assert (await client.get(sent["response_url"])).json()["model_mesh"]["content_type"] == "model/gltf-binary"


# -- synchronous, stream, webhook


@in_one_loop
async def test_synchronous_runs(world):
    async with asking(world, world.test_key) as client:
        for address, headers in (
            (f"/run/{V2}", {}),
            (f"/{V2}", {"Host": "run.maquette.test"}),
            (f"/{V2}", {"Host": "fal.run"}),
        ):
            answer = await client.post(address, json={"prompt": "a chair"}, headers=headers)
            assert answer.status_code == 200
            assert set(answer.json()) == {"model_mesh", "textures", "seed", "files"}
            assert answer.headers["x-fal-request-id"]
        answer = await client.post(f"/run/{V2}", json={"prompt": "maquette:noobject"})
        assert answer.status_code == 422


@in_one_loop
async def test_stream_ends_with_completed_and_tells_no_line_twice(world):
    async with asking(world, world.test_key) as client:
        sent = await submit(client, hd_texture=True)
        answer = await client.get(f"{sent['status_url']}/stream?logs=1")
        assert answer.headers["content-type"].startswith("text/event-stream")
        events = [json.loads(line.removeprefix("data: ")) for line in answer.text.split("\n\n") if line]
        assert events[-1]["status"] == "COMPLETED"
        assert events[0]["status"] in ("IN_QUEUE", "IN_PROGRESS")
        lines = [line["message"] for event in events for line in event.get("logs") or ()]
        assert len(lines) == len(set(lines)) > 1


@in_one_loop
async def test_webhooks_are_signed(world):
    crypto = pytest.importorskip(
        "cryptography.hazmat.primitives.asymmetric.ed25519", reason="cryptography is not installed"
    )
    with Site({"/hook": lambda handler: (200, {}, b"")}) as site:
        async with asking(world) as client:
            good = await submit(client, query=f"?fal_webhook={site.url}/hook")
            bad = await submit(client, query=f"?fal_webhook={site.url}/hook")
            world.worker.finish(good["request_id"])
            world.worker.fail(bad["request_id"], EngineError("Broke. Again."))
            await world.deliver()
            keys = (await client.get("/.well-known/jwks.json")).json()["keys"]
    assert len(site.seen) == 2
    public = crypto.Ed25519PublicKey.from_public_bytes(un_b64url(keys[0]["x"]))
    bodies = {}
    for _, _, headers, body in site.seen:
        low = {name.lower(): value for name, value in headers.items()}
        head = [low[f"x-fal-webhook-{name}"] for name in ("request-id", "user-id", "timestamp")]
        public.verify(
            bytes.fromhex(low["x-fal-webhook-signature"]), "\n".join([*head, hashlib.sha256(body).hexdigest()]).encode()
        )
        bodies[head[0]] = json.loads(body)
    first, second = bodies[good["request_id"]], bodies[bad["request_id"]]
    assert {k: first[k] for k in ("request_id", "gateway_request_id", "status")} == {
        "request_id": good["request_id"],
        "gateway_request_id": good["request_id"],
        "status": "OK",
    }
    assert set(first["payload"]) == {"model_mesh", "textures", "seed", "files"}
    assert (second["status"], second["error"], second["payload"]) == (
        "ERROR",
        "Broke. Again.",
        {"detail": "Broke. Again."},
    )


@in_one_loop
async def test_blender_mcp(world):
    """The three calls of blender-mcp in its fal mode: null fields, the scheme in capitals, the status read from the body alone."""
    fields = {"tier": "Sketch", "input_image_urls": [PICTURE], "prompt": None, "bbox_condition": [100, 50, 25]}
    async with asking(world) as client:
        sent = (await client.post("/fal-ai/hyper3d/rodin", json=fields)).json()
        status = f"/fal-ai/hyper3d/requests/{sent['request_id']}/status"
        assert (await client.get(status)).json()["status"] == "IN_QUEUE"
        world.worker.finish(sent["request_id"])
        assert (await client.get(status)).json()["status"] == "COMPLETED"
        link = (await client.get(f"/fal-ai/hyper3d/requests/{sent['request_id']}")).json()["model_mesh"]["url"]
    async with world.client(None) as nobody:
        assert (await nobody.get(link)).content == GLB
