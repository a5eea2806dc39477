"""Legacy sessions: the three ways, both state machines, stages that follow by themselves, lists, and whose files the URLs give."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from maquette.errors import ObjectNotFound
from maquette.jobs.job import JobFilter
from tests.dialects.csm import plan
from tests.dialects.csm.worlds import CsmWorld, data_url

pytestmark = pytest.mark.asyncio(loop_scope="module")
PATH = "/image-to-3d-sessions"
SPIN = {"preview_mesh": "turbo", "pixel_alignment": "lowest", "model_resolution": "low"}
PREVIEW = {"generate_preview_mesh": True, "preview_mesh": "fast_sculpt"}
REFINE = f"{PATH}/get-3d/refine/"
SELECT = f"{PATH}/get-3d/preview/"


async def post(world: CsmWorld, path: str, body: Any = None, status: int = 200) -> dict[str, Any]:
    async with world.as_csm() as client:
        answer = await client.post(path, json=body) if body is not None else await client.post(path)
    data = answer.json()
    assert (answer.status_code, data["statusCode"]) == (status, status), answer.text
    assert set(data) == {"error", "message", "statusCode", "data"}
    assert (data["error"] == "") == (status < 400)
    return data["data"] if status < 400 else data


async def create(world: CsmWorld, **fields: Any) -> dict[str, Any]:
    return await post(world, PATH, {"image_url": data_url(), **fields}, 201)


async def look(world: CsmWorld, session: dict[str, Any]) -> dict[str, Any]:
    async with world.as_csm() as client:
        answer = await client.get(f"{PATH}/{session['session_code']}")
    assert (answer.status_code, answer.json()["message"]) == (200, "Retrieved")
    return answer.json()["data"]


async def stages(world: CsmWorld, session: dict[str, Any]) -> list[str]:
    page = await world.service.page(
        await world.service.local_account(), JobFilter(extra={"session": session["session_code"]})
    )
    return [job.extra["stage"] for job in reversed(page.items)]


def states(session: dict[str, Any]) -> tuple[str, str, int]:
    assert session["percentage"] == session["percent_done"]
    return session["status"], session["session_status"], session["percent_done"]


async def read(world: CsmWorld, url: str) -> bytes:
    async with world.client(None) as client:
        answer = await client.get(url)
    assert answer.status_code == 200, url
    return answer.content


async def test_the_spin_way_to_a_refined_mesh(csm: CsmWorld) -> None:
    session = await create(csm, **SPIN)
    assert states(session) == ("spin_generate_processing", "queued", 0)
    assert session["spins"] == []
    too_soon = await post(csm, SELECT + session["session_code"], {"selected_spin_index": 0}, 400)
    assert "spin_generate_done" in too_soon["message"]
    await csm.end(session)
    session = await look(csm, session)
    assert states(session) == ("spin_generate_done", "in_progress", 100)
    assert [await read(csm, s["image_url"]) for s in session["spins"]] == [b"turntable.mp4"] * 4
    assert session["spins"][3]["image_url"].endswith("/spin_3.mp4")
    assert session["selected_spin"] == session["preview_mesh_url_glb"] == session["mesh_url_glb"] == ""
    await post(csm, REFINE + session["session_code"], status=400)

    chosen = {"selected_spin_index": 2, "selected_spin": session["spins"][2]["image_url"], "pivot_point": [0, -0.5, 0]}
    session = await post(csm, SELECT + session["session_code"], chosen)
    assert states(session) == ("training_preview", "in_progress", 0)
    assert session["selected_spin_index"] == 2
    assert session["selected_spin"].endswith("/spin_2.mp4")
    assert session["pivot_point"] == [0, -0.5, 0]
    await csm.end(session)
    session = await look(csm, session)
    assert states(session) == ("preview_done", "complete", 100)
    assert await read(csm, session["preview_mesh_url_glb"]) == b"glb csm.preview"
    assert session["mesh_url_glb"] == session["mesh_url"] == ""

    session = await post(csm, REFINE + session["session_code"])
    assert states(session)[:2] == ("training_refine", "in_progress")
    again = await post(csm, REFINE + session["session_code"])
    assert states(again)[:2] == ("training_refine", "in_progress")
    await csm.end(session)
    session = await look(csm, session)
    assert states(session) == ("refine_done", "complete", 100)
    assert await read(csm, session["mesh_url_glb"]) == b"glb csm.refine"
    assert await read(csm, session["mesh_url"]) == b"zip csm.refine"
    assert await read(csm, session["preview_mesh_url"]) == b"obj csm.preview"
    for form in ("zip", "glb", "usdz", "fbx", "3mf"):
        assert await read(csm, session[f"preview_mesh_url_{form}"]) == f"{form} csm.preview".encode()
        assert await read(csm, session[f"mesh_url_{form}"]) == f"{form} csm.refine".encode()
        assert session[f"mesh_url_{form}"].endswith(f".{form}")
    assert (await read(csm, session["mp4_url"]), await read(csm, session["session_gif"])) == (
        b"turntable.mp4",
        b"turntable.gif",
    )
    assert session["price"] == 2
    assert await stages(csm, session) == ["spin", "preview", "refine"]


async def test_the_preview_way(csm: CsmWorld) -> None:
    session = await create(csm, **PREVIEW)
    assert states(session) == ("training_preview", "queued", 0)
    assert (await post(csm, SELECT + session["session_code"], {}))["status"] == "training_preview"
    await csm.end(session)
    session = await look(csm, session)
    assert states(session) == ("preview_done", "complete", 100)
    assert session["spins"] == []
    assert await read(csm, session["preview_mesh_url_zip"]) == b"zip csm.preview"
    assert session["mesh_url_zip"] == ""


async def test_the_direct_way_fills_both(csm: CsmWorld) -> None:
    session = await create(csm, geometry_model="base", texture_model="pbr")
    assert states(session) == ("training_preview", "queued", 0)
    await csm.end(session)
    session = await look(csm, session)
    assert states(session) == ("preview_done", "complete", 100)
    assert await read(csm, session["preview_mesh_url_glb"]) == await read(csm, session["mesh_url_glb"])
    assert await read(csm, session["mesh_url_obj"]) == b"obj csm.direct"
    session = await post(csm, REFINE + session["session_code"])
    assert session["mesh_url_glb"] == ""  # nobody takes the first mesh for the refined one
    await csm.end(session, error=ObjectNotFound("Nothing stands out. Take another picture."))
    session = await look(csm, session)
    assert states(session)[:2] == ("refine_failed", "failed")
    assert session["error_message"] == "Nothing stands out. Take another picture."
    assert await read(csm, session["mesh_url_glb"]) == b"glb csm.direct"
    session = await post(csm, REFINE + session["session_code"])  # a failed one may be tried again
    await csm.end(session)
    assert await read(csm, (await look(csm, session))["mesh_url_glb"]) == b"glb csm.refine"
    assert await stages(csm, session) == ["direct", "refine", "refine"]


async def test_stages_that_follow_by_themselves(csm: CsmWorld) -> None:
    session = await create(csm, auto_gen_3d=True, auto_refine=True, **SPIN)
    assert await stages(csm, session) == ["spin", "preview", "refine"]
    seen = []
    jobs = reversed(await csm.service.list(await csm.service.local_account(), limit=3))
    for job in list(jobs):
        csm.worker.finish(job.id)
        seen.append((await look(csm, session))["status"])
    assert seen == ["training_preview", "training_refine", "refine_done"]
    session = await create(csm, auto_gen_3d=True, **SPIN)
    jobs = await csm.service.list(await csm.service.local_account(), limit=2)
    csm.worker.fail(jobs[1].id, ObjectNotFound("Nothing stands out. Take another picture."))
    assert (await look(csm, session))["status"] == "spin_generate_failed"
    csm.worker.finish(jobs[0].id)  # what is paid is shown
    assert (await look(csm, session))["status"] == "preview_done"
    session = await create(csm, auto_refine=True, **SPIN)
    assert await stages(csm, session) == ["spin"]
    await csm.end(session)
    await post(csm, SELECT + session["session_code"], {"selected_spin_index": 0})
    assert await stages(csm, session) == ["spin", "preview", "refine"]


@pytest.mark.parametrize(
    ("fields", "word"), [(SPIN, "spin_generate_failed"), (PREVIEW, "preview_failed"), ({}, "preview_failed")]
)
async def test_failures(csm: CsmWorld, fields: dict[str, Any], word: str) -> None:
    session = await create(csm, **fields)
    await csm.end(session, error=ObjectNotFound("Nothing stands out. Take another picture."))
    session = await look(csm, session)
    assert states(session)[:2] == (word, "failed")
    assert session["price"] == 0
    await post(csm, SELECT + session["session_code"], {}, 400)
    await post(csm, REFINE + session["session_code"], status=400)


async def test_the_same_call_twice_at_once_is_one_job(csm: CsmWorld) -> None:
    session = await create(csm, **PREVIEW)
    await csm.end(session)
    await asyncio.gather(*(post(csm, REFINE + session["session_code"]) for _ in range(4)))
    assert await stages(csm, session) == ["preview", "refine"]
    assert (await look(csm, session))["status"] == "training_refine"


async def test_a_chain_that_cannot_be_paid_leaves_nothing(csm: CsmWorld) -> None:
    async with csm.as_csm(csm.other_key) as client:
        answer = await client.post(PATH, json={"image_url": data_url(), "auto_refine": True, **PREVIEW})
        assert (answer.status_code, answer.json()["error"]) == (402, "Payment Required")
        listed = (await client.get(PATH)).json()["data"]
    assert [(s["status"], s["price"]) for s in listed["results"]] == [("preview_failed", 0)]


async def test_spins_again(csm: CsmWorld) -> None:
    session = await create(csm, **SPIN)
    await post(csm, f"{PATH}/{session['session_code']}/regenerate-spins", {}, 400)
    await csm.end(session)
    session = await post(csm, f"{PATH}/{session['session_code']}/regenerate-spins", {})
    assert (session["status"], session["spins"]) == ("spin_generate_processing", [])
    await csm.end(session)
    session = await look(csm, session)
    assert len(session["spins"]) == 4
    jobs = await csm.service.list(await csm.service.local_account(), limit=2)
    assert jobs[0].request.seed == (jobs[1].request.seed + 1) % 65536


async def test_without_ffmpeg_the_spins_are_gifs(csm: CsmWorld, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(plan, "FFMPEG", False)
    session = await create(csm, **SPIN)
    await csm.end(session)
    session = await look(csm, session)
    assert session["mp4_url"] == ""
    assert await read(csm, session["spins"][0]["image_url"]) == await read(csm, session["session_gif"])
    assert session["spins"][0]["image_url"].endswith("/spin_0.gif")


async def test_lists_and_get_mesh(csm: CsmWorld) -> None:
    codes = [(await create(csm))["session_code"] for _ in range(3)]
    async with csm.as_csm() as client:
        for page in ("", "&page=0", "&page=1"):
            data = (await client.get(f"{PATH}?limit=2{page}")).json()["data"]
            assert [s["session_code"] for s in data["results"]] == codes[:0:-1]
        second = (await client.get(f"{PATH}?limit=2&page=2")).json()["data"]
        assert second["results"][0]["session_code"] == codes[0]
        assert second["total"] == data["total"] >= 3
        assert len((await client.get(PATH)).json()["data"]["results"]) == min(10, data["total"])
        for bad in ("limit=0", "page=-1", "page=x"):
            assert (await client.get(f"{PATH}?{bad}")).status_code == 400
        mesh = (await client.get(f"{PATH}/get-mesh/{codes[0]}")).json()["data"]
        one = (await client.get(f"{PATH}/{codes[0]}")).json()["data"]
        assert [d["session_code"] for d in mesh] == [one["session_code"]]
        assert set(mesh[0]) == set(one)
        oldest = await client.post(f"{PATH}/get-3d/{codes[0]}", json={"selected_spin_index": 0})
        assert oldest.status_code == 200


async def test_another_accounts_session_does_not_exist(csm: CsmWorld) -> None:
    session = await create(csm, **PREVIEW)
    code = session["session_code"]
    local = await csm.service.local_account()
    job = (await csm.service.list(local, limit=1))[0]
    for key in (csm.other_key, csm.test_key):
        async with csm.as_csm(key) as other:
            for name in (code, job.id, "SESSION_1708502346_4237483", "x" * 300):
                for method, path in (
                    ("GET", f"{PATH}/{name}"),
                    ("GET", f"{PATH}/get-mesh/{name}"),
                    ("POST", f"{SELECT}{name}"),
                    ("POST", f"{REFINE}{name}"),
                    ("POST", f"{PATH}/{name}/regenerate-spins"),
                    ("GET", f"/v3/sessions/{name}"),
                    ("DELETE", f"/v3/sessions/{name}"),
                    ("GET", f"/tti-sessions/{name}"),
                ):
                    answer = await other.request(method, path)
                    assert (answer.status_code, answer.json()["error"]) == (404, "Not Found"), path
            assert code not in (await other.get(PATH)).text
    async with csm.client(None) as nobody:
        answer = await nobody.get(f"{PATH}/{code}", headers={"x-api-key": "x" * 32})
        assert answer.json() == {
            "error": "Unauthorized",
            "message": "Invalid API key",
            "statusCode": 401,
            "data": None,
        }
