"""Ids, times, the header of a GLB, merged pages, and the wording of events."""

from __future__ import annotations

import json
import uuid
from datetime import UTC, datetime, timedelta

import pytest

from maquette.dialects.scenario import gltf_facts, hooks, wire
from maquette.dialects.scenario.listing import _Place, _place
from maquette.dialects.scenario.models import MODELS, find
from maquette.errors import InvalidRequest, NotFound
from tests.dialects.scenario import plan
from tests.dialects.scenario.world import open_scenario, until
from tests.net.servers import Site


def test_ids_have_the_vendors_shape_and_lead_back():
    for prefix in (wire.JOB, wire.ASSET, wire.UPLOAD):
        uid = str(uuid.uuid4())
        name = wire.named(prefix, uid)
        assert len(name) == len(prefix) + 24
        assert wire.uid_of(prefix, name) == uid
        for other in ("", prefix, name[1:], name + "!", "job", name.replace(prefix, "x_"), uid):
            with pytest.raises(NotFound):
                wire.uid_of(prefix, other)
    assert wire.author_id("a") == wire.author_id("a") != wire.author_id("b")
    assert wire.project_name("a", None) != wire.project_name("a", "p")


def test_times():
    assert wire.iso(datetime(2026, 1, 5, 11, 0, 0, 123999, UTC)) == "2026-01-05T11:00:00.123Z"
    hour = wire.moment({"a": "2026-01-05T10:00:00+01:00"}, "a")
    assert hour == datetime(2026, 1, 5, 9, tzinfo=UTC)
    assert wire.moment({"a": "2026-01-05"}, "a") == datetime(2026, 1, 5, tzinfo=UTC)
    assert wire.moment({}, "a") is None
    for bad in ("yesterday", "2026-13-01", "0001-01-01T00:00:00+14:00"):
        with pytest.raises(InvalidRequest):
            wire.moment({"a": bad}, "a")


def test_facts_of_a_glb():
    data = plan.collect_assets(_Wish(), {})[0][4]
    length = gltf_facts.json_bytes(data[: gltf_facts.HEAD])
    found = gltf_facts.facts(data[gltf_facts.HEAD : gltf_facts.HEAD + length])
    assert (found["faceCount"], found["dimensions"], found["hasUVs"], found["boneCount"]) == (12, [1, 1, 1], False, 0)
    for bad in (b"", b"glTF" + bytes(16), b"glTF" + b"\xff" * 12 + b"JSON"):
        assert gltf_facts.json_bytes(bad) is None
    for text in (
        b"",
        b"{",
        b"[]",
        b'{"meshes": [{}]}',
        b'{"meshes": [{"primitives": [{"attributes": {"POSITION": 9}}]}]}',
    ):
        assert gltf_facts.facts(text) == {}


class _Wish:
    material, formats, preview = "pbr", ("glb",), False


def test_page_tokens():
    place = _Place("abc", None, 3)
    assert _place(place.token()) == place
    for bad in ("!", "e30", "é", _Place("a", None, -1).token(), "W10"):
        with pytest.raises(InvalidRequest):
            _place(bad)


def test_events_that_the_service_must_send():
    assert hooks._needed(["*"]) == ["job.queued", "job.succeeded", "job.failed", "job.cancelled"]
    assert hooks._needed(["generation.failed"]) == ["job.failed", "job.cancelled"]
    assert hooks._needed(["asset.download.created", "generation.completed"]) == ["job.queued", "job.succeeded"]
    assert hooks._needed(["inference.created"]) == ["inference.created"]


def test_models():
    assert find("model_rodin-hyper3d-v2-5-fast-text-to-3d").id == "model_rodin-hyper3d-v2-5-text-to-3d-fast"
    for model in MODELS.values():
        document = json.loads(json.dumps(model.document()))
        assert "trainingProgress" not in document
        assert all(
            i["default"] in i["allowedValues"] for i in document["inputs"] if {"default", "allowedValues"} <= set(i)
        )
    with pytest.raises(NotFound):
        find("model_x")


def test_part_links_live_as_long_as_is_said():
    from maquette.dialects.scenario.uploads import PART_HOURS
    from maquette.server.links import PART_SECONDS

    assert timedelta(hours=PART_HOURS) == timedelta(seconds=PART_SECONDS)


async def test_a_conversion_has_events_of_its_own(tmp_path):
    """Through the real outbox: an endpoint for downloads hears of the conversion, and nothing of the run."""
    site = Site({"/hook": (200, {}, b"")})
    with site:
        async with open_scenario(tmp_path, fetch_allow=("127.0.0.1",)) as world, world.client(world.test_key) as client:
            hook = {"url": f"{site.url}/hook", "enabledEvents": ["asset.download.completed", "generation.failed"]}
            assert (await client.post("/v1/teams/t/webhook-endpoints", json=hook)).status_code == 200
            body = {"prompt": "a chair"}
            run = (await client.post("/v1/generate/custom/model_rodin-hyper3d", json=body)).json()["job"]["jobId"]
            await until(world, run)
            model = (await client.get(f"/v1/jobs/{run}")).json()["job"]["metadata"]["assetIds"][0]
            made = await client.post(f"/v1/assets/{model}/download", json={"targetFormat": "stl"})
            assert (made.status_code, made.json()["mimeType"]) == (200, "model/stl")
            for _ in range(20):
                await world.hooks.round()
                await world.hooks.drain()
    sent = [json.loads(body) for _, _, _, body in site.seen]
    assert [s["type"] for s in sent] == ["asset.download.completed"]
    assert sent[0]["data"]["job"]["metadata"]["input"]["targetFormat"] == "stl"
