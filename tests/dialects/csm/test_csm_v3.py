"""`/v3/sessions`: the documented shapes key for key, variations, assets as inputs, retopology, lists, deletion."""

from __future__ import annotations

import base64
import re
from typing import Any

import httpx
import pytest

from maquette.errors import MeshError
from maquette.jobs.job import JobFilter
from tests.dialects.csm.worlds import CsmWorld, data_url

pytestmark = pytest.mark.asyncio(loop_scope="module")
PATH = "/v3/sessions"
OBJ = "data:model/obj;base64," + base64.b64encode(b"v 0 0 0\nv 1 0 0\nv 0 1 0\nf 1 2 3\n").decode()
SETTINGS = {
    "geometry_model": "base",
    "texture_model": "none",
    "topology": "tris",
    "resolution": 100_000,
    "symmetry": "off",
    "scaled_bbox": [-1, -1, -1],
    "preserve_aspect_ratio": False,
    "pivot_point": [0, -0.5, 0],
}


async def create(client: httpx.AsyncClient, kind: str, status: int = 201, **given: Any) -> dict[str, Any]:
    answer = await client.post(PATH + "/", json={"type": kind, "input": given})
    assert answer.status_code == status, answer.text
    return answer.json()


async def jobs_of(csm: CsmWorld, session: dict[str, Any]) -> list[Any]:
    where = JobFilter(extra={"session": session["_id"]})
    return list(reversed((await csm.service.page(await csm.service.local_account(), where)).items))


async def finish(csm: CsmWorld, session: dict[str, Any]) -> None:
    for job in await jobs_of(csm, session):
        csm.worker.finish(job.id)


async def test_image_to_3d_has_the_documented_shape(csm: CsmWorld) -> None:
    async with csm.as_csm() as client, csm.client(None) as nobody:
        session = await create(client, "image_to_3d", image=data_url(), model="sculpt")
        assert list(session) == ["_id", "user_id", "status", "type", "created_at", "updated_at", "input", "output"]
        assert re.fullmatch(r"SESSION_\d{10}_\d{7}", session["_id"])
        assert (session["status"], session["type"]) == ("incomplete", "image_to_3d")
        picture = session["input"].pop("image")
        assert session["input"] == {
            "model": "sculpt",
            "num_variations": 1,
            "manual_segmentation": False,
            "settings": SETTINGS,
        }
        assert re.fullmatch(r"ASSET_\d{10}_\d{7}", picture["_id"])
        assert {k: picture[k] for k in ("name", "status", "type")} == {
            "name": "",
            "status": "complete",
            "type": "image",
        }
        assert (await nobody.get(picture["data"]["image_url"])).headers["content-type"] == "image/png"
        [mesh] = session["output"]["meshes"]
        assert session["output"]["segmented_image_url"] == ""
        assert list(mesh) == ["_id", "name", "status", "type", "jobs", "data"]
        assert mesh["jobs"][0]["display_type"] == "mesh_generation"
        assert (mesh["status"], mesh["jobs"][0]["status"]) == ("incomplete", "in_progress")
        assert mesh["data"] == dict.fromkeys(["image_url", "glb_url", "obj_url", "fbx_url", "usdz_url"], "")
        await finish(csm, session)
        session = (await client.get(f"{PATH}/{session['_id']}")).json()
        [mesh] = session["output"]["meshes"]
        assert (session["status"], mesh["status"], mesh["jobs"][0]["status"]) == ("complete",) * 3
        for form in ("glb", "obj", "fbx", "usdz"):
            assert (await nobody.get(mesh["data"][f"{form}_url"])).content == f"{form} csm.image_to_3d".encode()
        assert (await nobody.get(mesh["data"]["image_url"])).headers["content-type"] == "image/webp"
        assert (await nobody.get(session["output"]["segmented_image_url"])).status_code == 200


async def test_settings_reach_the_job(csm: CsmWorld) -> None:
    given = {"texture_model": "baked", "topology": "quads", "resolution": 250_000, "scaled_bbox": [1, 2, 3]}
    async with csm.as_csm() as client:
        session = await create(client, "image_to_3d", image_url=data_url(), settings=given)
        assert session["input"]["settings"] == {**SETTINGS, **given}
        [job] = await jobs_of(csm, session)
        wanted = job.request
        assert (wanted.material, wanted.mesh_mode, wanted.target_faces) == ("shaded", "quad", 250_000)
        assert (wanted.bbox, wanted.height_cm, wanted.pivot) == ((1, 2, 3), 200, "base")
        for bad in ({"resolution": "many"}, {"texture_model": "gold"}, {"scaled_bbox": [1]}, "text", [1]):
            body = await create(client, "image_to_3d", 400, image=data_url(), settings=bad)
            assert (body["statusCode"], body["error"], body["data"]) == (400, "Bad Request", None)


async def test_variations_differ_by_their_seeds(csm: CsmWorld) -> None:
    async with csm.as_csm() as client:
        session = await create(client, "image_to_3d", image=data_url(), num_variations=3)
        jobs = await jobs_of(csm, session)
        assert len(jobs) == len(session["output"]["meshes"]) == len({j.request.seed for j in jobs}) == 3
        csm.worker.finish(jobs[0].id)
        csm.worker.fail(jobs[2].id, MeshError("No. Take another."))
        found = (await client.get(f"{PATH}/{session['_id']}")).json()
        assert [m["status"] for m in found["output"]["meshes"]] == ["complete", "incomplete", "failed"]
        assert found["status"] == "incomplete"
        csm.worker.finish(jobs[1].id)
        assert (await client.get(f"{PATH}/{session['_id']}")).json()["status"] == "complete"
        for bad in (0, 5, "x"):
            await create(client, "image_to_3d", 400, image=data_url(), num_variations=bad)


async def test_assets_are_inputs_of_further_sessions(csm: CsmWorld) -> None:
    async with csm.as_csm() as client:
        first = await create(client, "image_to_3d", image=data_url())
        picture, mesh = first["input"]["image"]["_id"], first["output"]["meshes"][0]["_id"]
        second = await create(client, "image_to_3d", image=picture)
        [a], [b] = await jobs_of(csm, first), await jobs_of(csm, second)
        assert a.request.images == b.request.images
        await create(client, "retopology", 400, mesh=mesh)  # not finished
        await finish(csm, first)
        again = await create(client, "retopology", mesh=mesh, quads=True, model="swift")
        [job] = await jobs_of(csm, again)
        assert (job.request.mesh.format, job.request.mesh_mode, job.request.material) == ("glb", "quad", "keep")
        await create(client, "retopology", 400, mesh=picture)
        await create(client, "image_to_3d", 400, image=mesh)
        for key in (csm.other_key, csm.test_key):
            async with csm.as_csm(key) as other:
                await create(other, "image_to_3d", 404, image=picture)
                await create(other, "retopology", 404, mesh=mesh)


async def test_retopology_and_several_views(csm: CsmWorld) -> None:
    async with csm.as_csm() as client:
        session = await create(client, "retopology", mesh=OBJ, quads=False, model="precision")
        assert session["input"] == {"mesh": "", "quads": False, "model": "precision"}
        await finish(csm, session)
        mesh = (await client.get(f"{PATH}/{session['_id']}")).json()["output"]["mesh"]
        assert mesh["data"]["glb_url"].endswith(".glb")
        await create(client, "retopology", 400, mesh="data:model/obj;base64,AAAA")
        await create(client, "retopology", 400)
        views = await create(client, "multiview_to_3d", images=[data_url(), {"image": data_url()}])
        assert len(views["input"]["images"]) == len((await jobs_of(csm, views))[0].request.images) == 2
        await create(client, "multiview_to_3d", 400, images=[data_url()] * 6)


async def test_types_and_inputs_that_cannot_be(csm: CsmWorld) -> None:
    async with csm.as_csm() as client:
        for kind in ("image_to_kit", "chat_to_3d", "text_to_image"):
            assert "this server" in (await create(client, kind, 400, image=data_url(), prompt="a robot"))["message"]
        await create(client, "text_to_song", 400)
        await create(client, "image_to_3d", 400)
        for body in (
            {},
            {"type": "image_to_3d", "input": "x"},
            {"type": ["image_to_3d"]},
            {"type": "image_to_3d", "input": [1]},
        ):
            assert (await client.post(PATH, json=body)).status_code == 400


async def test_lists_filters_and_deletion(csm: CsmWorld) -> None:
    async with csm.as_csm() as client:
        session = await create(client, "image_to_3d", image=data_url(), num_variations=2)
        await finish(csm, session)
        await create(client, "retopology", mesh=OBJ)
        every = (await client.get(PATH + "/?limit=100&page=0")).json()
        assert every["total"] == len(every["results"]) >= 2
        done = (await client.get(PATH, params={"type": "image_to_3d", "status": "complete", "limit": 1})).json()
        assert done["results"][0]["_id"] == session["_id"]
        assert (await client.get(PATH + "?status=strange")).status_code == 400
        for _ in range(2):
            gone = await client.delete(f"{PATH}/{session['_id']}")
        assert gone.status_code == (await client.get(f"{PATH}/{session['_id']}")).status_code == 404
        assert await jobs_of(csm, session) == []
        assert (await client.get(PATH + "/?limit=100")).json()["total"] == every["total"] - 1


async def test_text_to_image_with_a_test_key(csm: CsmWorld) -> None:
    async with csm.as_csm(csm.test_key) as client, csm.client(None) as nobody:
        session = await create(client, "text_to_image", prompt="a robot")
        local = await csm.service.authenticate(csm.test_key)
        await csm.service.wait(local, (await csm.service.find(local, session["_id"])).id, 20)
        [picture] = (await client.get(f"{PATH}/{session['_id']}")).json()["output"]["images"]
        assert picture["jobs"][0]["display_type"] == "image_generation"
        assert (await nobody.get(picture["data"]["image_url"])).headers["content-type"] == "image/webp"
