"""Jobs from submit to delete: through the native door, and those that came through another."""

from __future__ import annotations

import base64
import json
import uuid

import pytest

from maquette.dialects.native.fields import JobRequest
from maquette.errors import MeshError
from tests.server import plan
from tests.server.harness import picture

pytestmark = pytest.mark.asyncio(loop_scope="module")
API = "/maquette/v1"
DATA_URL = "data:image/png;base64," + base64.b64encode(picture()).decode()


async def submit(client, status=201, **fields):
    answer = await client.post(f"{API}/jobs", json={"images": [DATA_URL]} | fields)
    assert answer.status_code == status, answer.text
    return answer.json()


async def test_a_job_from_submit_to_download(world):
    async with world.client() as client:
        answer = await client.post(
            f"{API}/jobs",
            json={"images": [DATA_URL], "views": ["F"], "name": "chair", "metadata": {"order": [1, None]}},
        )
        assert answer.status_code == 201, answer.text
        job = answer.json()
        assert (answer.status_code, answer.headers["location"]) == (201, f"{API}/jobs/{job['id']}")
        assert (job["object"], job["status"], job["progress"], job["dialect"]) == ("job", "queued", 0.0, "native")
        assert (job["name"], job["metadata"], job["cost"], job["assets"]) == ("chair", {"order": [1, None]}, 0.5, [])
        assert job["request"]["images"][0]["view"] == "F"
        assert (job["request"]["topology"], job["request"]["faces"], job["request"]["texture_size"]) == (
            "quads",
            18000,
            2048,
        )
        world.worker.step(job["id"], 2)
        job = (await client.get(f"{API}/jobs/{job['id']}")).json()
        assert (job["status"], job["stage"], job["progress"]) == ("running", "reconstruct", round(2 / 7, 4))
        world.worker.finish(job["id"])
        job = (await client.get(f"{API}/jobs/{job['id']}")).json()
        assert (job["status"], job["progress"], job["eta_seconds"], job["events_url"]) == ("succeeded", 1.0, 0.0, None)
        assert [a["name"] for a in job["assets"]] == ["model_pbr.glb", "preview.webp"]
        listed = (await client.get(f"{API}/jobs/{job['id']}/assets")).json()["data"]
        assert [a["id"] for a in listed] == [a["id"] for a in job["assets"]]
        one = (await client.get(f"{API}/assets/{listed[0]['id']}")).json()
        assert one["sha256"] == listed[0]["sha256"]
        content = await client.get(f"{API}/assets/{listed[0]['id']}/content")
        assert content.status_code == 307
    async with world.client(None) as nobody:
        assert (await nobody.get(content.headers["location"])).content == plan.GLB
        assert (await nobody.get(job["assets"][0]["url"])).content == plan.GLB


async def test_multipart_and_curl_forms(world):
    async with world.client() as client:
        answer = await client.post(
            f"{API}/jobs",
            files=[("images", ("a.png", picture())), ("images", ("b.png", picture(size=80)))],
            data={
                "formats": "glb, usdz",
                "faces": "5000",
                "views": '["F", "L"]',
                "preview": "false",
                "name": "",
                "bbox": "1,2,3",
                "request": json.dumps({"tier": "sketch", "faces": 600}),
            },
        )
        assert answer.status_code == 201, answer.text
        request = answer.json()["request"]
        assert (request["tier"], request["detail"], request["topology"]) == ("Sketch", "draft", "triangles")
        assert (request["formats"], request["faces"], request["bbox"]) == (["glb", "usdz"], 5000, [1, 2, 3])
        assert [i["view"] for i in request["images"]] == ["F", "L"]
        assert not request["preview"]
        answer = await client.post(f"{API}/jobs", data={"images": DATA_URL, "tier": "Gen-2"})
        assert answer.json()["request"]["tier"] == "Gen-2"


async def test_tiers_set_what_is_not_given_and_prices(world):
    async with world.client() as client:
        tiers = (await client.get(f"{API}/tiers")).json()["data"]
        for tier in tiers:
            quote = await submit(client, 200, tier=tier["name"].lower(), dry_run=True)
            request = quote["request"]
            assert (request["tier"], request["detail"], request["topology"]) == (
                tier["name"],
                tier["detail"],
                tier["topology"],
            )
            assert (request["faces"], request["texture_size"]) == (tier["faces"], tier["texture_size"])
            assert quote["cost"] == tier["credits"]
        quote = await submit(client, 200, tier="Sketch", topology="keep", texture_size=4096, dry_run=True)
        assert (quote["request"]["topology"], quote["request"]["texture_size"]) == ("keep", 4096)


async def test_every_field_reaches_the_request(world):
    given = {
        "prompt": "a chair", "images_mode": "blend", "detail": "high", "seed": 7, "symmetric": True, "pose": "a",
        "use_original_alpha": True, "delight": True, "topology": "triangles", "faces": 700, "crease_degrees": 30.0,
        "smooth": 2, "fill_holes": True, "min_part": 0.1, "material": "all", "uv": "new", "texture_size": 512,
        "quad_normal": True, "formats": ["fbx", "3mf"], "compression": ["draco"], "lods": [0.5, 0.25], "collision": 4,
        "bbox": [1.0, 2.0, 3.0], "height_cm": 50.0, "unit_m": 0.01, "up": "z", "turn_degrees": 90.0, "pivot": "center",
        "preview": False, "preview_render": True, "transparent": True, "pictures": ["clay", "turntable.mp4"],
        "print_mm": 80.0, "tier": "Gen-2.5-High", "engine": "inflation", "options": {},
    }  # fmt: skip
    around = {"images", "views", "mesh", "name", "metadata", "webhook_url", "webhook_events", "dry_run"}
    assert set(given) | around == set(JobRequest.model_fields)
    async with world.client() as client:
        job = await submit(client, **given)
        assert {name: job["request"][name] for name in given} == given
        job = await submit(client, **dict.fromkeys(given))
        assert job["request"]["faces"] == 18000


async def test_dry_run_starts_nothing_and_says_what_would_refuse(world):
    async with world.client(world.other_key) as client:
        before = (await client.get(f"{API}/jobs", params={"count": "true"})).json()["total"]
        quote = await submit(client, 200, dry_run=True, tier="Gen-2.5-Extreme-High")
        assert (quote["cost"], quote["balance"], quote["refusal"]) == (1.0, 2.5, None)
        assert quote["steps"][0] == "ingest"
        assert quote["steps"][-1] == "preview"
        for _ in range(5):
            await submit(client)
        quote = await submit(client, 200, dry_run=True)
        assert (quote["balance"], quote["refusal"]["code"], quote["refusal"]["status"]) == (
            0.0,
            "insufficient_credits",
            402,
        )
        refused = await submit(client, 402)
        assert refused["code"] == "insufficient_credits"
        assert (await client.get(f"{API}/jobs", params={"count": "true"})).json()["total"] == before + 5
        assert (await submit(client, 400, dry_run=True, images=["data:image/png;base64,AAAA"]))["field"] == "images[0]"


async def test_idempotency(world):
    async with world.client() as client:
        headers = {"Idempotency-Key": str(uuid.uuid4())}
        body = {"images": [DATA_URL], "seed": 5}
        first = await client.post(f"{API}/jobs", json=body, headers=headers)
        again = await client.post(f"{API}/jobs", json=body, headers=headers)
        assert (first.json()["id"], first.status_code) == (again.json()["id"], again.status_code)
        assert "idempotent-replayed" not in first.headers
        assert again.headers["idempotent-replayed"] == "true"
        other = await client.post(f"{API}/jobs", json=body | {"seed": 6}, headers=headers)
        assert (other.status_code, other.json()["code"]) == (409, "idempotency_conflict")
        form = {"files": {"images": ("a.png", picture())}, "headers": {"Idempotency-Key": str(uuid.uuid4())}}
        ids = {(await client.post(f"{API}/jobs", **form)).json()["id"] for _ in range(2)}
        assert len(ids) == 1
        long = await client.post(f"{API}/jobs", json=body, headers={"Idempotency-Key": "x" * 201})
        assert (long.status_code, long.json()["field"]) == (400, "Idempotency-Key")


async def test_cancel_retry_and_delete(world):
    async with world.client() as client:
        job = await submit(client, name="lamp", metadata={"a": 1}, tier="Sketch")
        path = f"{API}/jobs/{job['id']}"
        early = await client.post(f"{path}/retry")
        assert (early.status_code, early.json()["code"]) == (409, "not_finished")
        for _ in range(2):
            cancelled = (await client.post(f"{path}/cancel")).json()
            assert (cancelled["status"], cancelled["cost"]) == ("cancelled", 0.0)
        again = await client.post(f"{path}/retry", json={})
        child = again.json()
        assert (again.status_code, child["parent_id"], child["name"], child["metadata"]) == (
            201,
            job["id"],
            "lamp",
            {"a": 1},
        )
        assert child["request"] == job["request"]
        assert child["cost"] == 0.5
        world.worker.fail(child["id"], MeshError("This mesh cannot be used. Take another."), 3)
        failed = (await client.get(f"{API}/jobs/{child['id']}")).json()
        assert (failed["status"], failed["cost"], failed["error"]["code"]) == ("failed", 0.0, "mesh_error")
        assert failed["error"]["type"] == f"{API}/docs#error-mesh_error"
        assert [s["status"] for s in failed["steps"]][2:5] == ["succeeded", "failed", "cancelled"] or failed["steps"]
        assert (await client.delete(path)).status_code == 204
        assert (await client.get(path)).status_code == 404
        assert (await client.delete(path)).status_code == 404


async def test_exports_change_what_they_may(world):
    async with world.client() as client:
        job = await submit(client, name="vase", seed=3)
        path = f"{API}/jobs/{job['id']}/exports"
        assert (await client.post(path, json={"formats": ["fbx"]})).status_code == 409
        world.worker.finish(job["id"])
        quote = await client.post(path, json={"formats": ["fbx"], "dry_run": True})
        assert (quote.status_code, quote.json()["cost"]) == (200, 0.1)
        answer = await client.post(
            path,
            json={"formats": ["fbx", "usdz"], "faces": 900, "topology": "triangles"},
            headers={"Idempotency-Key": "e1"},
        )
        child = answer.json()
        assert (answer.status_code, child["parent_id"], child["cost"], child["name"]) == (201, job["id"], 0.1, "vase")
        changed = {"formats": ["fbx", "usdz"], "faces": 900, "topology": "triangles"}
        assert child["request"] == job["request"] | changed
        refused = await client.post(path, json={"seed": 4})
        assert (refused.status_code, refused.json()["field"]) == (400, "seed")
        refused = await client.post(path, json={"faces": 10, "lods": [0.1, 0.5]})
        assert (refused.status_code, refused.json()["field"]) == (400, "faces")
        refused = await client.post(path, json={"lods": [0.1, 0.5]})
        assert (refused.status_code, refused.json()["field"]) == (400, "lods")


async def test_a_model_is_kept_unless_told_otherwise(world):
    triangle = "data:model/obj;base64," + base64.b64encode(b"v 0 0 0\nv 1 0 0\nv 0 1 0\nf 1 2 3\n").decode()
    async with world.client() as client:
        answer = await client.post(f"{API}/jobs", json={"mesh": triangle, "formats": ["stl"]})
        job = answer.json()
        assert answer.status_code == 201, answer.text
        kept = {name: job["request"][name] for name in ("topology", "uv", "material")}
        assert kept == dict.fromkeys(kept, "keep")
        assert (job["request"]["mesh"]["format"], job["cost"]) == ("obj", 0.1)
        answer = await client.post(f"{API}/jobs", json={"mesh": triangle, "images": [DATA_URL]})
        job = answer.json()
        assert (job["request"]["uv"], job["request"]["material"], job["cost"]) == ("new", "pbr", 0.5)
        answer = await client.post(f"{API}/jobs", files={"mesh": ("a.obj", base64.b64decode(triangle.split(",")[1]))})
        assert answer.json()["request"]["mesh"] == job["request"]["mesh"]


async def test_a_file_of_a_job_can_be_an_input(world):
    async with world.client() as client:
        job = await submit(client)
        world.worker.finish(job["id"])
        job = (await client.get(f"{API}/jobs/{job['id']}")).json()
        answer = await client.post(f"{API}/jobs", json={"mesh": job["assets"][0]["id"]})
        assert answer.status_code == 201, answer.text
        mesh = answer.json()["request"]["mesh"]
        assert mesh == {"sha256": job["assets"][0]["sha256"], "format": "glb"}
        answer = await client.post(f"{API}/jobs", json={"mesh": job["assets"][0]["url"]})
        assert answer.json()["request"]["mesh"] == mesh
        assert (await client.delete(f"{API}/assets/{job['assets'][1]['id']}")).status_code == 204
        left = (await client.get(f"{API}/jobs/{job['id']}")).json()["assets"]
        assert [a["id"] for a in left] == [job["assets"][0]["id"]]


async def test_lists_filter_and_page(world):
    async with world.client() as client:
        answer = await client.post("/api/v2/rodin", files={"images": ("a.png", picture())})
        task = answer.json()["uuid"]
        page = (await client.get(f"{API}/jobs", params={"dialect": "rodin", "count": "1"})).json()
        assert [j["id"] for j in page["data"]] == [task]
        assert page["total"] == 1
        newest = [(await submit(client, seed=i))["id"] for i in range(3)][::-1]
        first = (await client.get(f"{API}/jobs", params={"limit": 2, "dialect": "native"})).json()
        assert [j["id"] for j in first["data"]] == newest[:2]
        second = (
            await client.get(f"{API}/jobs", params={"limit": 1, "cursor": first["next_cursor"], "dialect": "native"})
        ).json()
        assert [j["id"] for j in second["data"]] == newest[2:]
        await client.post(f"{API}/jobs/{newest[0]}/cancel")
        found = (await client.get(f"{API}/jobs", params={"status": "CANCELLED,failed"})).json()["data"]
        assert newest[0] in [j["id"] for j in found]
        assert {j["status"] for j in found} <= {"cancelled", "failed"}
        future = (await client.get(f"{API}/jobs", params={"created_after": "2999-01-01T00:00:00Z"})).json()
        assert future["data"] == []
        for bad in ({"limit": 0}, {"limit": "x"}, {"status": "done"}, {"cursor": "!"}, {"created_before": "soon"}):
            answer = await client.get(f"{API}/jobs", params=bad)
            assert (answer.status_code, answer.json()["field"]) == (400, next(iter(bad)))


async def test_etag_and_wait(world):
    async with world.client() as client:
        job = await submit(client)
        path = f"{API}/jobs/{job['id']}"
        first = await client.get(path)
        tag = first.headers["etag"]
        same = await client.get(path, headers={"If-None-Match": f'"other", {tag}'})
        assert (same.status_code, same.content) == (304, b"")
        world.worker.step(job["id"], 1)
        assert (await client.get(path, headers={"If-None-Match": tag})).status_code == 200
        world.worker.finish(job["id"])
        done = await client.get(path, params={"wait": 5})
        assert done.json()["status"] == "succeeded"
        tag = done.headers["etag"]
        assert (await client.get(path, headers={"If-None-Match": tag})).status_code == 304
        world.clock.ahead += world.settings.link_seconds
        assert (await client.get(path, headers={"If-None-Match": tag})).status_code == 200  # the links have died
        world.clock.ahead = 0.0
        assert (await client.get(path, params={"wait": 61})).json()["field"] == "wait"


async def test_test_keys_take_words_and_fail_on_demand(world, test_key):
    async with world.client(test_key) as client:
        answer = await client.post(f"{API}/jobs", json={"prompt": "a chair maquette:fail=mesh_error maquette:slow=0"})
        job = answer.json()
        assert (answer.status_code, job["test"], job["cost"]) == (201, True, 0.0)
        done = (await client.get(f"{API}/jobs/{job['id']}", params={"wait": 20})).json()
        assert (done["status"], done["error"]["code"]) == ("failed", "mesh_error")
        answer = await client.post(f"{API}/jobs", json={"prompt": "maquette:ratelimit"})
        assert (answer.status_code, answer.headers["retry-after"], answer.json()["retry_after"]) == (429, "2", 2)
    async with world.client() as client:
        assert (await client.get(f"{API}/jobs/{job['id']}")).status_code == 404
        answer = await client.post(f"{API}/jobs", json={"prompt": "a chair"})
        job = answer.json()
        assert (answer.status_code, job["request"]["prompt"]) == (201, "a chair")
        assert [h["words"] for h in job["prompt_reading"]["understood"]] == ["chair"]
        assert job["prompt_reading"]["ignored"] == []
        read = (await client.post(f"{API}/jobs", json={"prompt": "a chair with seven zorbs"})).json()["prompt_reading"]
        assert "zorbs" in " ".join(read["ignored"])
