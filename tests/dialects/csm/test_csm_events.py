"""Webhooks in CSM's words, delivered to a real receiver; the profile's URL; plans, prices, scopes and magic words; hostile fields."""

from __future__ import annotations

import asyncio
import json
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from maquette.dialects.csm.fields import FIELDS, parse
from maquette.dialects.csm.translate import options_of, stage_request
from maquette.errors import InvalidRequest, ObjectNotFound
from maquette.request import GenerationRequest
from maquette.server.app import webhook_runner
from maquette.webhooks.signing import verify
from tests.dialects.csm.worlds import CsmWorld, data_url
from tests.net.servers import Site

PATH = "/image-to-3d-sessions"


async def deliver(csm: CsmWorld, site: Site) -> list[dict[str, Any]]:
    """All that is due is sent; what came since the last time."""
    runner = webhook_runner(csm.app, csm.service)
    for _ in range(8):
        await runner.round()
        await runner.drain()
        await asyncio.sleep(0.01)
    came = [json.loads(body) for _, _, _, body in site.seen]
    site.seen.clear()
    return came


@pytest.mark.asyncio(loop_scope="module")
async def test_events_of_a_session(csm: CsmWorld) -> None:
    with Site({"/hook": (200, {}, b"ok")}) as site:
        async with csm.as_csm() as client:
            answer = await client.post("/user/userdata", json={"webhook_url": site.url + "/hook"})
            assert answer.json()["data"]["webhook_url"] == site.url + "/hook"
            session = (await client.post(PATH, json={"image_url": data_url(), "preview_mesh": "turbo"})).json()["data"]
            code = session["session_code"]
            path = f"{PATH}/get-3d"
            [began] = await deliver(csm, site)
            payload = {"session_id": code, "status": "spin_generate_processing", "spins": []}
            assert began == {"type": "spin_generate_processing", "payload": payload}
            await csm.end(session)
            [spun] = await deliver(csm, site)
            assert (spun["type"], spun["payload"]["status"]) == ("spin_generate_done",) * 2
            assert [u.rsplit("/", 1)[1] for u in spun["payload"]["spins"]] == [f"spin_{i}.mp4" for i in range(4)]
            await client.post(f"{path}/preview/{code}", json={"selected_spin_index": 1})
            await csm.end(session)
            [shown] = await deliver(csm, site)
            assert (shown["type"], shown["payload"]["session_id"]) == ("preview_done", code)
            assert shown["payload"]["preview_mesh_url_fbx"].endswith(".fbx")
            assert "mesh_url" not in shown["payload"]
            assert shown["payload"]["selected_spin_index"] == 1
            await client.post(f"{path}/refine/{code}")
            await csm.end(session, error=ObjectNotFound("Nothing stands out. Take another."))
            [failed] = await deliver(csm, site)
            assert (failed["type"], failed["payload"]["mesh_url"]) == ("refine_failed", "")
            await client.post(f"{path}/refine/{code}")
            await csm.end(session)
            [refined] = await deliver(csm, site)
            assert (refined["type"], refined["payload"]["mesh_url_fbx"].rsplit(".", 1)[1]) == ("refine_done", "fbx")
            link = refined["payload"]["mesh_url_glb"]
            assert (await client.get(link)).content == b"glb csm.refine"

            direct = (await client.post(PATH, json={"image_url": data_url()})).json()["data"]
            await client.post("/v3/sessions", json={"type": "image_to_3d", "input": {"image": data_url()}})
            await csm.end(direct)
            [done] = await deliver(csm, site)
            assert (done["type"], done["payload"]["session_id"]) == ("preview_done", direct["session_code"])
            assert done["payload"]["mesh_url_glb"]

            moved = await client.post("/user/userdata", json={"webhook_url": site.url + "/other"})
            assert moved.json()["data"]["webhook_url"].endswith("/other")
            assert (await client.post("/user/userdata", json={"webhook_url": "ftp://x"})).status_code == 400
            gone = await client.post("/user/userdata", json={"webhook_url": ""})
            assert gone.json()["data"]["webhook_url"] == ""
            assert await csm.service.webhooks(await csm.service.local_account()) == []


@pytest.mark.asyncio(loop_scope="module")
async def test_deliveries_are_signed(csm: CsmWorld) -> None:
    local = await csm.service.local_account()
    with Site({"/hook": (200, {}, b"ok")}) as site:
        hook = await csm.service.add_webhook(
            local, site.url + "/hook", base_url="http://m.test", dialect="csm", events=["job.succeeded"]
        )
        async with csm.as_csm() as client:
            session = (await client.post(PATH, json={"image_url": data_url()})).json()["data"]
        await csm.end(session)
        runner = webhook_runner(csm.app, csm.service)
        await runner.round()
        await runner.drain()
        [(_, _, headers, body)] = site.seen
        lower = {k.lower(): v for k, v in headers.items()}
        assert verify(hook.secret, lower, body, int(lower["webhook-timestamp"]))
        assert json.loads(body)["payload"]["mesh_url"].startswith("http://m.test/files/")
        await csm.service.remove_webhook(local, hook.id)


@pytest.mark.asyncio(loop_scope="module")
async def test_enterprise_options_by_plan(csm: CsmWorld) -> None:
    wish = {"image_url": data_url(), "generate_preview_mesh": True, "topology": "quads", "resolution": "low_poly"}
    wish |= {"texture_resolution": 512, "scaled_bbox": [1, 2, 3]}
    usual = {"topology": "tris", "resolution": "high_poly", "texture_resolution": 2048, "scaled_bbox": [1, 1, 1]}
    async with csm.as_csm(csm.poor_key) as poor, csm.as_csm() as rich:
        answer = await poor.post(PATH, json=wish)
        data, said = answer.json()["data"], answer.headers["x-maquette-warnings"]
        assert (answer.status_code, data["tier_at_creation"]) == (201, "plain")
        assert (data["topology"], data["resolution"], data["texture_resolution"]) == ("tris", "high_poly", 2048)
        assert data["scaled_bbox"] == [-1, -1, -1]
        assert said.count("enterprise") == 4
        quiet = await poor.post(PATH, json={**wish, **usual})
        assert "x-maquette-warnings" not in quiet.headers  # what official clients send unasked
        open_ = await rich.post(PATH, json=wish)
        assert "x-maquette-warnings" not in open_.headers
        data = open_.json()["data"]
        assert {k: data[k] for k in wish if k != "image_url"} == {k: v for k, v in wish.items() if k != "image_url"}
        assert data["tier_at_creation"] == "enterprise"


@pytest.mark.asyncio(loop_scope="module")
async def test_credits_and_scopes(csm: CsmWorld) -> None:
    local = await csm.service.local_account()
    reader = (await csm.service.new_key(local, scopes=["read"])).text
    maker = (await csm.service.new_key(local, scopes=["read", "generate"])).text
    async with csm.as_csm(reader) as client:
        assert (await client.post(PATH, json={"image_url": data_url()})).status_code == 403
        assert (await client.post("/user/userdata", json={"webhook_url": ""})).status_code == 403
        assert (await client.get("/user/credits")).json()["data"]["credits"] == pytest.approx(
            float(await csm.service.balance(local))
        )
    async with csm.as_csm(maker) as client:
        data = (await client.post(PATH, json={"image_url": data_url()})).json()["data"]
        assert data["image_url"] == ""  # a link needs a stored upload
        assert data["price"] == 1
    assert (await csm.service.list(local, limit=1))[0].cost == Decimal(1)


@pytest.mark.asyncio(loop_scope="module")
@pytest.mark.parametrize(
    ("body", "status"),
    [
        ({}, 400),
        ({"image_url": None}, 400),
        ({"image_url": ["x"]}, 400),
        ({"image_url": {"a": 1}}, 400),
        ({"image_url": "data:image/png;base64,AAAA"}, 400),
        ({"image_url": "http://169.254.169.254/latest"}, 400),
        ({"image_url": "file:///etc/passwd"}, 400),
        ({"image_url": "http://[::1/"}, 400),
        ({"image_url": "x" * 5000}, 400),
        ({"image_url": "data:,", "scaled_bbox": ["a", None, {}]}, 400),
        ({"image_url": "data:,", "resolution": "1e999"}, 400),
        ({"image_url": "data:,", "resolution": 10**400}, 400),
        ({"image_url": "data:,", "diffusion_time_steps": "NaN"}, 400),
    ],
    ids=lambda v: str(v)[:40],
)
async def test_what_is_wrong_is_400_in_the_envelope(csm: CsmWorld, body: Any, status: int) -> None:
    async with csm.as_csm() as client:
        answer = await client.post(PATH, json=body)
        assert (answer.status_code, set(answer.json())) == (status, {"error", "message", "statusCode", "data"})
        unknown = await client.get(PATH + "/a/b/c/d")
        assert (unknown.status_code, unknown.json()["statusCode"]) == (404, 404)
        assert (await client.put(PATH)).json()["statusCode"] == 405
        assert (await client.post(PATH, content=b"[1]")).status_code == 400


_VALUES = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(),
    st.text(max_size=20),
    st.sampled_from(
        ["high", "low", "quads", "turbo", "pbr", "high_poly", "0", "[1,2,3]", "-1,-1,-1", "on", "²", "1_0"]
    ),
    st.lists(st.one_of(st.integers(-2, 3), st.floats(), st.text(max_size=3), st.none()), max_size=4),
    st.dictionaries(st.text(max_size=3), st.integers(), max_size=2),
)


@settings(max_examples=250, deadline=None, suppress_health_check=list(HealthCheck))
@given(body=st.dictionaries(st.sampled_from([*FIELDS, "x", "name"]), _VALUES, max_size=8), rich=st.booleans())
def test_any_fields_are_translated_or_refused(body: dict[str, Any], rich: bool) -> None:
    try:
        options = options_of(parse({k: [v] for k, v in body.items()}), lambda option: rich)
    except InvalidRequest:
        return
    json.dumps(options.values, allow_nan=False)
    for stage in ("spin", "preview", "refine", "direct"):
        values, _ = stage_request(options.values, stage)
        GenerationRequest.build(prompt="x", **values)
