"""Generation, jobs, assets, uploads and downloads through the vendor's client (dossier §8 and §9)."""

from __future__ import annotations

import threading
import time
import zipfile
from io import BytesIO

import httpx
import pytest

from maquette.formats.registry import read_asset
from tests.conformance.scenario_sdk.calls import END, GEN1, IMAGE, PNG, finished, uploaded
from tests.dialects.scenario import plan
from tests.net.servers import Site

sdk = pytest.importorskip("scenario_sdk", reason="the vendor's client is not installed; pip install scenario-sdk")


def test_minimal_happy_path(server, client):
    """§9 word for word: upload, run, poll, assets, a bare GET of the file."""
    up = client.assets.upload(name="in.png", image=IMAGE)
    assert (up.asset.kind, up.asset.source, up.asset.mime_type, up.asset.privacy) == (
        "image",
        "uploaded",
        "image/png",
        "private",
    )
    assert httpx.get(up.asset.url).content == PNG
    run = client.generate.run_model(model_id=GEN1, body={"images": [up.asset.id]})
    assert (run.job.status, run.job.job_type, run.job.metadata.asset_ids) == ("queued", "custom", [])
    assert run.creative_units_cost == run.job.billing.cu_cost == 0.5
    assert run.job.metadata.input == {"modelId": GEN1, "images": [up.asset.id]}
    server.world.worker.finish_named(run.job.job_id)
    while (job := client.jobs.retrieve(run.job.job_id).job).status not in END:
        time.sleep(0.1)
    assert (job.status, job.progress) == ("success", 1)
    assert [s.status for s in job.status_history] == ["queued", "in-progress", "success"]
    urls = [client.assets.retrieve(a).asset.url for a in job.metadata.asset_ids]
    answer = httpx.get(urls[0])
    assert answer.status_code == 200
    assert int(answer.headers["content-length"]) == len(answer.content)
    assert "content-encoding" not in answer.headers
    mesh = read_asset(answer.content, "glb")[0]
    assert len(mesh.faces) == 12


def test_asset_documents(server, client):
    job = client.jobs.retrieve(finished(server, client, seed=1234)).job
    asset = client.assets.retrieve(job.metadata.asset_ids[0]).asset
    assert (asset.kind, asset.source, asset.metadata.type, asset.mime_type) == (
        "3d",
        "img23d",
        "img23d",
        "model/gltf-binary",
    )
    assert (asset.properties.face_count, asset.properties.vertex_count) == (12, asset.properties.vertex_count)
    assert (asset.properties.has_normals, asset.properties.has_u_vs, asset.properties.format) == (True, False, "glb")
    assert asset.properties.dimensions == [1, 1, 1]
    assert (asset.metadata.seed, asset.metadata.parent_job_id, asset.metadata.parent_id) == (
        "1234",
        job.job_id,
        job.metadata.input["images"][0],
    )
    assert (asset.owner_id, asset.author_id) == (job.owner_id, job.author_id)
    assert httpx.get(asset.thumbnail.url).headers["content-type"] == "image/webp"
    picture_of = client.assets.retrieve(asset.thumbnail.asset_id).asset
    assert (picture_of.kind, picture_of.metadata.parent_id) == ("image", asset.id)


def test_dry_run(client, server):
    """HTTP 269 and no job; the strict client must refuse it, as it does with the vendor's."""
    before = [j.job_id for j in client.jobs.list()]
    body = {"images": [uploaded(client)], "tier": "Sketch"}
    raw = client.generate.with_raw_response.run_model(model_id=GEN1, body=body, dry_run="api")
    assert raw.http_response.status_code == 269
    assert raw.http_response.json() == {
        "creativeUnitsCost": 0.5,
        "creativeUnitsDiscount": 0,
        "costDetails": {"custom-generation": 0.5},
    }
    if client._strict_response_validation:
        with pytest.raises(sdk.APIResponseValidationError):
            client.generate.run_model(model_id=GEN1, body=body, dry_run="true")
    else:
        priced = client.generate.run_model(model_id=GEN1, body=body, dry_run="true")
        assert (priced.job, priced.creative_units_cost) == (None, 0.5)
    assert [j.job_id for j in client.jobs.list()] == before


def test_jobs_list_and_cancel(client, server):
    ids = [client.generate.run_model(model_id=GEN1, body={"images": [uploaded(client)]}).job.job_id for _ in range(3)]
    listed = list(client.jobs.list(page_size=2))
    assert [j.job_id for j in listed][:3] == ids[::-1]
    assert len({j.job_id for j in listed}) == len(listed)
    assert {j.job_id for j in client.jobs.list(status="queued")} >= set(ids)
    for job_id in ids:
        assert client.jobs.trigger_action(job_id, action="cancel").job.status == "canceled"
    assert client.jobs.trigger_action(ids[0], action="cancel").job.status == "canceled"
    assert {j.job_id for j in client.jobs.list(status="canceled", types=["custom", "upload"])} >= set(ids)
    for empty in ({"status": "pending"}, {"types": ["upload"]}, {"workflow_id": "w"}, {"author_id": "apiu_other"}):
        assert list(client.jobs.list(**empty)) == []
    assert list(client.jobs.list(created_after="2100-01-01T00:00:00Z")) == []
    assert len(list(client.jobs.list(updated_after="2020-01-01", author_id=listed[0].author_id))) == len(listed)


def test_assets_list_bulk_delete(client, server):
    first, second = uploaded(client), uploaded(client)
    job = client.jobs.retrieve(finished(server, client)).job
    model = job.metadata.asset_ids[0]
    everything = list(client.assets.list(page_size=1))
    ids = [a.id for a in everything]
    assert len(set(ids)) == len(ids)
    assert {first, second, model} <= set(ids)
    stamps = [a.created_at for a in everything]
    assert stamps == sorted(stamps, reverse=True)
    rising = [a.id for a in client.assets.list(page_size=2, sort_by="createdAt", sort_direction="asc")]
    assert sorted(rising) == sorted(ids)
    assert rising.index(first) < rising.index(second) < rising.index(model)
    assert {a.metadata.type for a in client.assets.list(types=["img23d", "3d-texture"])} == {"img23d"}
    mine = [a.id for a in client.assets.list(inference_id=job.job_id)]
    assert set(mine) == {model, client.assets.retrieve(model).asset.thumbnail.asset_id}
    parent = job.metadata.input["images"][0]
    assert [a.id for a in client.assets.list(parent_asset_id=parent)] == [model]
    assert model in {a.id for a in client.assets.list(model_id=GEN1, privacy="private")}
    assert list(client.assets.list(privacy="public")) == list(client.assets.list(deleted=True)) == []
    assert list(client.assets.list(created_before="2020-01-01T00:00:00Z")) == []

    bulk = client.assets.get_bulk(asset_ids=[first, model, "asset_" + "z" * 22])
    assert [a.id for a in bulk.assets] == [first, model]
    assert client.assets.delete_multiple(asset_ids=[first, model, first]) == {}
    for gone in (first, model):
        with pytest.raises(sdk.NotFoundError):
            client.assets.retrieve(gone)
    assert client.jobs.retrieve(job.job_id).job.metadata.asset_ids == []
    restored = client.assets.restore_multiple(asset_ids=[first, second])
    assert restored.restored_asset_ids == []
    assert [(s.asset_id, s.reason) for s in restored.skipped_assets] == [(first, "not-found"), (second, "not-deleted")]


def test_asset_updates(client, server):
    asset = client.assets.upload(
        name="b.png", image=f"data:image/png;base64,{IMAGE}", collection_ids=["c1"], parent_id="asset_p"
    ).asset
    assert (asset.collection_ids, asset.metadata.parent_id) == (["c1"], "asset_p")
    assert (asset.metadata.width, asset.metadata.height) == (64, 64)
    changed = client.assets.update_tags(asset.id, add=["sci-fi", "red"], delete=["x"])
    assert (changed.added, changed.deleted) == (["sci-fi", "red"], [])
    client.assets.update_tags(asset.id, delete=["red"])
    told = client.assets.update(asset.id, name="New", description="A disc").asset
    assert (told.tags, told.description, told.metadata.name) == (["sci-fi"], "A disc", "New")
    model = client.jobs.retrieve(finished(server, client)).job.metadata.asset_ids[0]
    client.assets.update_tags(model, add=["mine"])
    assert [a.id for a in client.assets.list(tags="mine")] == [model]
    client.assets.delete_multiple(asset_ids=[model])
    with pytest.raises(sdk.BadRequestError):
        client.assets.update_tags(asset.id, delete=["absent"], strict=True)


def test_upload_in_parts(client):
    half = len(PNG) // 2 + 1
    begun = client.uploads.create(
        kind="image",
        file_name="big.png",
        content_type="image/png",
        file_size=len(PNG),
        parts=2,
        asset_options={"hide": True},
    ).upload
    assert (begun.status, begun.source, begun.parts_count, begun.entity_id) == ("pending", "multipart", 2, None)
    assert [p.number for p in begun.parts] == [1, 2]
    with pytest.raises(sdk.BadRequestError):
        client.uploads.trigger_action(begun.id, action="complete")
    for part, piece in zip(begun.parts, (PNG[:half], PNG[half:]), strict=True):
        assert httpx.put(part.url, content=piece).status_code == 200
    done = client.uploads.trigger_action(begun.id, action="complete").upload
    seen = client.uploads.retrieve(begun.id).upload
    assert done.status == seen.status == "imported"
    asset = client.assets.retrieve(seen.entity_id).asset
    assert httpx.get(asset.url).content == PNG
    assert asset.is_hidden
    assert asset.id not in {a.id for a in client.assets.list()}


def test_upload_of_a_model_and_of_rubbish(client):
    data = plan.collect_assets(_Request(), {})[0][4]
    begun = client.uploads.create(
        kind="3d", file_name="c.glb", content_type="model/gltf-binary", file_size=len(data), parts=1
    ).upload
    httpx.put(begun.parts[0].url, content=data)
    asset = client.assets.retrieve(client.uploads.trigger_action(begun.id, action="complete").upload.entity_id).asset
    assert (asset.kind, asset.source, asset.metadata.type) == ("3d", "uploaded-3d", "uploaded-3d")
    assert asset.properties.face_count == 12
    bad = client.uploads.create(kind="image", file_name="x", content_type="image/png", file_size=3, parts=1).upload
    httpx.put(bad.parts[0].url, content=b"abc")
    failed = client.uploads.trigger_action(bad.id, action="complete").upload
    assert (failed.status, failed.entity_id) == ("failed", None)
    assert failed.error_message
    with pytest.raises(sdk.BadRequestError):
        client.uploads.create(kind="video", file_name="x.mp4", content_type="video/mp4", file_size=3, parts=1)


class _Request:
    material, formats, preview = "pbr", ("glb",), False


def test_upload_by_url(client):
    with Site({"/a.png": (200, {"Content-Type": "image/png"}, PNG)}) as site:
        done = client.uploads.create(kind="image", url=f"{site.url}/a.png").upload
    assert (done.source, done.status) == ("url", "imported")
    assert client.assets.retrieve(done.entity_id).asset.properties.size == len(PNG)


def test_download_in_another_format(client, server):
    """A conversion is a job of its own; the answer waits for it, and asking again gives the same file."""
    source = client.jobs.retrieve(finished(server, client)).job.metadata.asset_ids[0]
    same = client.assets.download.request(source)
    assert same.mime_type == "model/gltf-binary"
    assert client.assets.download.request(source, target_format="glb").mime_type == same.mime_type
    stop = threading.Event()

    def work() -> None:
        while not stop.wait(0.1):
            server.world.worker.finish_all()

    thread = threading.Thread(target=work)
    thread.start()
    try:
        made = client.assets.download.request(source, target_format="fbx")
        again = client.assets.download.request(source, target_format="fbx")
    finally:
        stop.set()
        thread.join()
    assert len(read_asset(httpx.get(made.url).content, "fbx")[0].faces) == 12
    assert made.mime_type == again.mime_type == "model/x-fbx"
    assert made.url.split(".")[-3] == again.url.split(".")[-3]  # the asset's id in the signed token
    exports = list(client.jobs.list(type="assets-download"))
    assert exports[0].metadata.input == {"modelId": GEN1, "assetId": source, "targetFormat": "fbx"}
    assert exports[0].billing.cu_cost == 0
    assert client.assets.download.get_status(exports[0].job_id).job_status == "success"
    with pytest.raises(sdk.BadRequestError, match="Invalid target format"):
        client.assets.download.request(source, target_format="mp3")


def test_download_of_many(client, server):
    job = finished(server, client, material="PBR", prompt="a red disc")
    asset = uploaded(client)
    asked = client.assets.download.request_batch(
        query={"asset_ids": [asset], "inference_ids": [job], "model_ids": []},
        options={"file_name_template": "<prompt>/<id>", "archive_name": "mine"},
    )
    status = client.assets.download.get_status(asked.job_id)
    assert (status.job_id, status.job_status) == (asked.job_id, "success")
    answer = httpx.get(status.download_url)
    assert status.download_url.endswith("/mine.zip")
    model = client.jobs.retrieve(job).job.metadata.asset_ids[0]
    with zipfile.ZipFile(BytesIO(answer.content)) as package:
        assert sorted(package.namelist()) == sorted([f"a_red_disc/{model}.glb", f"{asset}.png"])
        assert package.read(f"{asset}.png") == PNG
    shown = client.jobs.retrieve(asked.job_id).job
    assert (shown.job_type, shown.status) == ("assets-download", "success")
    assert not any(a.mime_type == "application/zip" for a in client.assets.list())
