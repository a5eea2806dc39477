"""`rodin_texture_only`, `bang` and `polygen` over HTTP: envelope, price, jobs, file names, and what is refused."""

from __future__ import annotations

import asyncio
import base64

import pytest
import pytest_asyncio

from maquette.formats.glb import write_glb
from maquette.formats.obj import write_obj
from maquette.formats.stl import write_stl
from maquette.formats.usdz import write_usdz
from maquette.geometry import primitives
from tests.conformance.asks import accepted, images, post, refused, request_of
from tests.server.harness import open_world, picture

pytestmark = pytest.mark.asyncio(loop_scope="module")
BOX = write_glb(primitives.box(), None, extras={})
BANG, TEXTURE, POLYGEN = "/api/v2/bang", "/api/v2/rodin_texture_only", "/api/v2/polygen"


@pytest_asyncio.fixture(loop_scope="module", scope="module")
async def world(tmp_path_factory):
    async with open_world(tmp_path_factory.mktemp("models"), parallel_limit=10_000) as opened:
        yield opened


def parts(*, model: bytes | None = BOX, image: bytes | None = None, name: str = "model.glb"):
    files = [("model", (name, model))] if model is not None else []
    return files + ([("image", ("a.png", image))] if image is not None else [])


async def states(world, body) -> list[str]:
    key = {"subscription_key": body["jobs"]["subscription_key"]}
    return [j["status"] for j in (await post(world, "/api/v2/status", json=key)).json()["jobs"]]


async def names(world, body) -> list[str]:
    listed = (await post(world, "/api/v2/download", json={"task_uuid": body["uuid"]})).json()["list"]
    return [entry["name"] for entry in listed]


async def finished(world) -> dict:
    body = await accepted(world, files=images(picture()))
    world.worker.finish(body["uuid"])
    return body


async def test_texture_answers_as_a_generation_does(world):
    body = await accepted(world, path=TEXTURE, files=parts(image=picture()), data={"prompt": "red", "seed": "3"})
    assert set(body) == {"error", "message", "uuid", "jobs", "prompt", "submit_time", "consumed"}
    assert (body["message"], body["prompt"], body["consumed"]) == ("Submitted.", "red", 0.5)
    request = await request_of(world, body)
    assert (request.mesh.format, request.tier, request.seed, len(request.images)) == ("glb", "rodin_texture_only", 3, 1)
    assert await world.service.blobs.get_async(request.mesh.key) == BOX
    assert await world.service.blobs.get_async(request.images[0].key) == picture()
    assert await states(world, body) == ["Waiting"]
    world.worker.step(body["uuid"], 6)
    assert await states(world, body) == ["Generating"]
    world.worker.finish(body["uuid"])
    assert await states(world, body) == ["Done"]
    assert await names(world, body) == ["base_basic_pbr.glb", "preview.webp"]


async def test_bang_of_a_task(world):
    former = await finished(world)
    body = await accepted(world, path=BANG, data={"asset_id": former["uuid"], "strength": "4", "prompt": "x"})
    assert (body["prompt"], body["consumed"], len(body["jobs"]["uuids"])) == ("x", 0.5, 2)
    request, whole = await request_of(world, body), await request_of(world, former)
    assert (request.parts, request.images, request.seed) == (4, whole.images, whole.seed)
    assert request.warnings[0].startswith("prompt was ignored")
    world.worker.step(body["uuid"], 5)
    assert await states(world, body) == ["Done", "Generating"]
    world.worker.finish(body["uuid"])
    assert await states(world, body) == ["Done", "Done"]
    assert (await names(world, body))[0] == "base_basic_pbr.glb"


async def test_bang_of_a_model(world):
    answer = await post(world, BANG, files=parts(image=picture()), data={"geometry_file_format": "obj"})
    assert "image was ignored" in answer.headers["x-maquette-warnings"]
    request = await request_of(world, answer.json())
    assert (request.parts, request.formats, request.material, request.images) == (5, ("obj",), "keep", ())


async def test_models_are_known_by_their_bytes(world):
    box = primitives.box()
    usdz = write_usdz(box, None)
    layer = usdz[usdz.index(b"PXR-USDC") :]
    kinds = {
        "glb": BOX,
        "stl": write_stl(box),
        "obj": write_obj(box, None)[0][1],
        "usdz": usdz,
    }
    for kind, data in kinds.items():
        body = await accepted(world, path=BANG, files=parts(model=data, name="blob"))
        assert (await request_of(world, body)).mesh.format == kind
    for bare in (layer, b'#usda 1.0\ndef Mesh "a" {}\n'):
        body = await accepted(world, path=BANG, files=parts(model=bare, name="scene.usd"))
        request = await request_of(world, body)
        stored = await world.service.blobs.get_async(request.mesh.key)
        assert (request.mesh.format, stored[:4]) == ("usdz", b"PK\x03\x04")


async def test_json_with_inline_model(world):
    body = await accepted(world, path=BANG, json={"model": base64.b64encode(BOX).decode(), "strength": 3})
    assert (await request_of(world, body)).parts == 3
    former = await finished(world)
    body = await accepted(world, path=BANG, json={"asset_id": former["uuid"]})
    assert (await request_of(world, body)).parts == 5


async def test_polygen(world):
    former = await finished(world)
    body = await accepted(world, path=POLYGEN, data={"asset_id": former["uuid"], "mesh_mode": "Quad", "quality": "low"})
    request = await request_of(world, body)
    assert (request.mesh_mode, request.target_faces, request.tier) == ("quad", 8_000, "polygen")
    body = await accepted(world, path=POLYGEN, files=parts())
    assert len(body["jobs"]["uuids"]) == 1


@pytest.mark.parametrize("path", [TEXTURE, BANG, POLYGEN])
async def test_refusals(world, path):
    await refused(world, path=path, files=parts(model=b"not a model at all", image=picture()))
    assert "model" in await refused(world, path=path, data={"prompt": "x", "model": "text"})
    assert await refused(world, path=path, data={})
    if path != POLYGEN:
        text = base64.b64encode(picture())
        assert (await refused(world, path=path, files=parts(image=text))).startswith("Input buffer contains unsupp")
        two = [*parts(image=picture()), ("image", ("b.png", picture()))]
        assert "send one" in await refused(world, path=path, files=two)


async def test_asset_ids(world):
    former = await finished(world)
    wrong = "00000000-0000-4000-8000-000000000000"
    await refused(world, "NO_SUCH_TASK", BANG, data={"asset_id": wrong})
    await refused(world, "NO_SUCH_TASK", BANG, data={"asset_id": former["jobs"]["subscription_key"]})
    assert "exactly one" in await refused(world, path=BANG, files=parts(), data={"asset_id": former["uuid"]})
    waiting = await accepted(world, files=images(picture()))
    assert "Done" in await refused(world, path=BANG, data={"asset_id": waiting["uuid"]})
    async with world.client(world.other_key) as client:
        answer = await client.post(BANG, data={"asset_id": former["uuid"]})
        assert answer.json()["error"] == "NO_SUCH_TASK"
        assert (await client.get("/api/v2/check_balance")).json() == {"balance": 2.5}


async def test_they_are_on_the_bill(tmp_path):
    async with open_world(tmp_path) as world, world.client(world.other_key) as client:
        first = (await client.post("/api/v2/rodin", files=images(picture()), data={"tier": "Sketch"})).json()
        world.worker.finish(first["uuid"])
        split = (await client.post(BANG, data={"asset_id": first["uuid"]})).json()
        await client.post(TEXTURE, files=parts(image=picture()))
        world.worker.finish(split["uuid"])
        body = (await client.get("/api/v2/check_balance?usage_page=1")).json()
        assert body["balance"] == 1.0
        assert [(u["item"], u["amount"]) for u in body["usage"]] == [
            ("rodin_texture_only", 0.5),
            ("bang", 0.5),
            ("Sketch", 0.5),
        ]
        assert body["usage"][2]["task_uuid"] == first["uuid"]
        posted = await client.post("/api/v2/check_balance", data={"usage_page": "2"})
        assert (posted.status_code, posted.json()["usage"]) == (200, [])


async def test_with_a_test_key_all_of_it_runs_at_once(tmp_path):
    """Words alone, a texture, a split, each to its files; a magic value fails them."""
    async with open_world(tmp_path) as world:
        key = (await world.service.new_key(await world.service.local_account(), mode="test")).text

        async def run(path: str, **kwargs) -> tuple[dict, list[str]]:
            async with world.client(key) as client:
                body = (await client.post(path, **kwargs)).json()
                assert body["error"] is None, body
                for _ in range(100):
                    asked = {"subscription_key": body["jobs"]["subscription_key"]}
                    jobs = (await client.post("/api/v2/status", json=asked)).json()["jobs"]
                    if {j["status"] for j in jobs} <= {"Done", "Failed"}:
                        break
                    await asyncio.sleep(0.1)
                listed = (await client.post("/api/v2/download", json={"task_uuid": body["uuid"]})).json()["list"]
                return body, [j["status"] for j in jobs] + [e["name"] for e in listed]

        generated, ended = await run("/api/v2/rodin", data={"prompt": "a chair", "tier": "Sketch"})
        assert ended == ["Done", "Done", "base_basic_pbr.glb", "preview.webp"]
        _, ended = await run(BANG, data={"asset_id": generated["uuid"]})
        assert ended == ["Done", "Done", "base_basic_pbr.glb", "preview.webp"]
        _, ended = await run(TEXTURE, files=parts(image=picture()), data={"material": "Shaded"})
        assert ended == ["Done", "base_basic_shaded.glb", "preview.webp"]
        for path in (BANG, TEXTURE):
            _, ended = await run(path, files=parts(image=picture()), data={"prompt": "maquette:fail"})
            assert set(ended) == {"Failed"}
        async with world.client(key) as client:
            answer = await client.post(BANG, files=parts(), data={"prompt": "maquette:insufficient"})
            assert answer.json()["error"] == "API_INSUFFICIENT_FUNDS"
